/* The hint's card: beside what it points at and never over it, wholly on the screen, with nothing
 * cut, for every hint of the first game at every size of window and type, in every theme and
 * language. And the advisors' dialogue beside it. */
#include "player.h"
#include "proofreader.h"

#include "session/advice.h"

#include <stdlib.h>

static const struct {
  float width, height, scale;
  enum tp_theme_kind theme;
} looks[] = {{1280, 720, 1.0F, TP_THEME_LIGHT},
             {1280, 720, 2.0F, TP_THEME_DARK},
             {1920, 1080, 1.5F, TP_THEME_CONTRAST},
             {3840, 2160, 1.0F, TP_THEME_LIGHT},
             {3840, 2160, 2.0F, TP_THEME_DARK}};

static struct tp_proof proof;
static int said[TP_HINTS_MAX], faults;

static int open_game(void **state) {
  static struct player p;
  struct tp_app_options options = {
      .scale = 1.0F, .seed = 5, .seeded = true, .steady = true, .folder = ""};
  player_open(&p, 64, 64, &options);
  proof.width = 1280;
  proof.height = 720;
  tp_draw_prove(p.app->draw, &proof);
  *state = &p;
  return 0;
}

static int close_game(void **state) {
  struct player *p = *state;
  player_close(p);
  free(proof.marks);
  proof = (struct tp_proof){0};
  return 0;
}

static void frame(struct player *p) {
  proof.count = 0;
  player_frame(p);
}

static void complain(const struct player *p, const char *what) {
  const struct tp_guide_view *view = &p->app->guide;
  faults++;
  print_error("%.0fx%.0f at %.2f, %s, “%s”: %s\n", (double)proof.width, (double)proof.height,
              (double)p->app->look.scale, tp_phrases_language(),
              tp_app_rules(p->app)->guide->hints[view->hint].words.id, what);
}

static bool meet(struct tp_rect a, struct tp_rect b) {
  struct tp_rect common = tp_rect_overlap(a, b);
  return common.w > 0.0F && common.h > 0.0F;
}

/* The card as it stands in this frame. */
static void read_card(struct player *p) {
  const struct tp_guide_view *view = &p->app->guide;
  struct tp_rect card = view->card;
  if (card.w <= 0.0F) {
    complain(p, "is not shown");
    return;
  }
  if (card.x < 0.0F || card.y < 0.0F || card.x + card.w > proof.width ||
      card.y + card.h > proof.height)
    complain(p, "runs off the screen");
  if (view->chain_count && meet(card, view->target))
    complain(p, "lies over what it points at");
  if (view->chain_count && view->found == TP_NONE)
    complain(p, "points at nothing");
  struct reading r = proofread(&proof, p->app->fonts, p->app->look.scale);
  for (int i = 0; i < FAULT_KINDS; i++)
    if (r.faults[i])
      complain(p, r.first);
}

static void in_look(struct player *p, size_t look) {
  proof.width = looks[look].width;
  proof.height = looks[look].height;
  tp_app_restyle(p->app, looks[look].theme, looks[look].scale);
  for (int i = 0; i < 8; i++) /* what is pointed at is scrolled into view */
    frame(p);
}

static void in_every_look(struct player *p) {
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
    in_look(p, i);
    read_card(p);
  }
  in_look(p, 0);
}

/* Opens what the hint is said over, if that is a dialogue. */
static void go_to(struct player *p, int hint) {
  struct tp_mark at = tp_app_rules(p->app)->guide->hints[hint].at;
  p->app->overlay = TP_OVERLAY_NONE;
  if (at.kind == TP_MARK_SPOT && at.which == TP_SPOT_REPORT)
    p->app->overlay = TP_OVERLAY_REPORT;
  if (at.kind == TP_MARK_SPOT && at.which == TP_SPOT_CRISIS)
    p->app->overlay = TP_OVERLAY_CRISIS;
  if (at.kind == TP_MARK_EVENT)
    p->app->overlay = TP_OVERLAY_DECISION;
}

/* What the hint asks for is done by the session's door. 0: the turn is to end. */
static int do_as_told(struct tp_session *s, int hint) {
  const struct tp_sign *wanted = tp_session_hint_wants(s, hint);
  if (!wanted)
    tp_session_hint_pass(s, hint);
  else if (wanted->kind == TP_SIGN_SEEN)
    tp_session_see(s, wanted->mark);
  else if (wanted->kind == TP_SIGN_ORDERED || wanted->kind == TP_SIGN_UNDER_WAY)
    assert_int_equal(tp_session_act(s, wanted->which).refusal, TP_ALLOWED);
  else if (wanted->kind == TP_SIGN_ANSWERED)
    tp_session_give(s, (struct tp_order){.kind = TP_ORDER_ANSWER, .id = wanted->which});
  else
    return 0;
  return 1;
}

static void follow(struct player *p) {
  int hint;
  do {
    for (int steps = 0; steps < 40 && tp_session_hints(p->app->session, &hint, 1); steps++) {
      go_to(p, hint);
      frame(p);
      in_every_look(p);
      said[hint] = 1;
      if (!do_as_told(p->app->session, hint))
        break;
    }
    p->app->overlay = TP_OVERLAY_COUNSEL;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
      in_look(p, i);
      struct reading r = proofread(&proof, p->app->fonts, p->app->look.scale);
      for (int k = 0; k < FAULT_KINDS; k++)
        if (r.faults[k] && faults++ < 20)
          print_error("advisors: %s\n", r.first);
    }
    p->app->overlay = TP_OVERLAY_NONE;
  } while (tp_session_end_turn(p->app->session));
}

static void every_hint_stands_well(void **state) {
  struct player *p = *state;
  const char *languages[] = {"en", "fr"};
  for (int i = 0; i < 2; i++) {
    speak(languages[i]);
    assert_true(tp_app_start(p->app, "first-steps", 5));
    player_rest(p);
    follow(p);
  }
  speak("en");
  int count = 0;
  for (int i = 0; i < TP_HINTS_MAX; i++)
    count += said[i];
  assert_true(count >= 30);
  if (faults)
    fail_msg("%d faults", faults);
}

/* --- handling ----------------------------------------------------------------------------------
 */

static void a_hint_is_read_by_mouse_or_key(void **state) {
  struct player *p = *state;
  assert_true(tp_app_start(p->app, "first-steps", 5));
  player_rest(p);
  assert_true(player_sees(p, "You speak for Europe"));
  player_clicks(p, "Next");
  assert_true(player_sees(p, "Four gauges"));
  player_key(p, TP_KEY_HINT);
  assert_true(player_sees(p, "This one must come down"));
  player_key(p, TP_KEY_ENTER); /* nothing has the keyboard */
  assert_true(player_sees(p, "What wins"));
  player_key(p, TP_KEY_GOALS); /* its work is done */
  assert_true(player_sees(p, "THIS WINS THE GAME"));
  assert_true(player_sees(p, "Europe counts"));
  player_key(p, TP_KEY_ESCAPE);
  assert_true(player_sees(p, "What you can spend"));
}

/* The board has the same word on a button below. */
static void click_in_dialogue(struct player *p, const char *words) {
  const struct tp_ui *ui = &p->app->ui;
  for (int i = 0; i < ui->item_counts[ui->current]; i++) {
    const struct tp_ui_item *item = &ui->items[ui->current][i];
    if (item->layer == 1 && strcmp(item->words, words) == 0)
      tp_ui_click(&p->app->ui, item->id);
  }
  player_rest(p);
}

static void hints_and_advisors_can_be_sent_away_and_come_back(void **state) {
  struct player *p = *state;
  assert_true(tp_app_start(p->app, "first-steps", 5));
  player_rest(p);
  player_clicks(p, "No more hints");
  assert_false(player_sees(p, "You speak for Europe"));
  player_key(p, TP_KEY_ESCAPE);
  click_in_dialogue(p, "Settings");
  click_in_dialogue(p, "Hints of a first game");
  click_in_dialogue(p, "Advisors");
  player_key(p, TP_KEY_ESCAPE);
  player_key(p, TP_KEY_ESCAPE);
  assert_true(player_sees(p, "You speak for Europe"));
  assert_false(player_sees(p, "Advisors"));
  p->app->options.no_advisors = false;
}

/* A piece of counsel leads to the card of what would help. */
static void what_would_help_is_one_click_away(void **state) {
  struct player *p = *state;
  struct tp_counsel list[TP_COUNSEL_MAX];
  char words[TP_WORDING_MAX];
  assert_true(tp_app_start(p->app, "first-steps", 5));
  player_rest(p);
  int count = tp_session_counsel(p->app->session, list, TP_COUNSEL_MAX), with = 0;
  while (with < count && !list[with].help_count)
    with++;
  assert_true(with < count);
  tp_session_help_text(p->app->session, &list[with].help[0], words, sizeof words);
  player_key(p, TP_KEY_COUNSEL);
  words[40] = '\0'; /* as much as an item keeps, and more than enough to tell it */
  player_clicks(p, words);
  assert_int_equal(p->app->overlay, TP_OVERLAY_NONE);
  assert_int_equal(p->app->board.action, list[with].help[0].order.id);
}

static void a_newcomer_is_offered_the_first_game_and_others_what_they_played(void **state) {
  struct player *p = *state;
  tp_app_leave(p->app);
  tp_app_list_scenarios(p->app);
  assert_true(p->app->scenarios[0].guided);
  assert_int_equal(p->app->scenario, 0);
  strcpy(p->app->latest, "a save"); /* somebody who has played before */
  tp_app_list_scenarios(p->app);
  assert_true(p->app->scenarios[0].guided);
  assert_string_equal(p->app->scenarios[p->app->scenario].id, TP_DEFAULT_SCENARIO);
  strcpy(p->app->latest_id, "energy-winter"); /* that game is of this one */
  tp_app_list_scenarios(p->app);
  assert_string_equal(p->app->scenarios[p->app->scenario].id, "energy-winter");
  strcpy(p->app->latest_id, "first-steps"); /* which is not offered twice */
  tp_app_list_scenarios(p->app);
  assert_string_equal(p->app->scenarios[p->app->scenario].id, TP_DEFAULT_SCENARIO);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_hint_stands_well),
      cmocka_unit_test(a_hint_is_read_by_mouse_or_key),
      cmocka_unit_test(hints_and_advisors_can_be_sent_away_and_come_back),
      cmocka_unit_test(what_would_help_is_one_click_away),
      cmocka_unit_test(a_newcomer_is_offered_the_first_game_and_others_what_they_played),
  };
  return cmocka_run_group_tests_name("desktop/hints", tests, open_game, close_game);
}
