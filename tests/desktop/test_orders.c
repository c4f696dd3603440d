/* Ordering in the window: what is asked, what is shut, where a programme that runs is found. */
#include "player.h"

#include "desktop/board/outlook.h"

static struct player p;

static int open_game(void **state) {
  static const struct tp_app_options options = {.scenario = "rapprochement-2018",
                                                .folder = "",
                                                .seed = 5,
                                                .seeded = true,
                                                .still = true,
                                                .no_hints = true,
                                                .steady = true};
  (void)state;
  player_open(&p, 1280, 720, &options);
  player_rest(&p);
  return 0;
}

static int close_game(void **state) {
  (void)state;
  player_close(&p);
  return 0;
}

static int action_called(const char *id) {
  const struct tp_rules *r = tp_app_rules(p.app);
  for (int i = 0; i < r->action_count; i++)
    if (strcmp(r->actions[i].words.id, id) == 0)
      return i;
  fail_msg("no action %s", id);
  return TP_NONE;
}

static int has_ordered(const char *id) {
  return tp_session_has_ordered(p.app->session, action_called(id));
}

/* Opens the card and presses its button. */
static void orders(const char *id) {
  const struct tp_action *action = &tp_app_rules(p.app)->actions[action_called(id)];
  p.app->board.theme = action->theme;
  p.app->board.action = TP_NONE;
  player_rest(&p);
  player_clicks(&p, action->words.title);
  player_clicks(&p, "Order");
}

static void what_the_council_will_refuse_is_asked_about_once(void **state) {
  (void)state;
  orders("tighten-sanctions"); /* against unanimity stand the sceptics */
  assert_int_equal(p.app->overlay, TP_OVERLAY_DOOMED);
  player_key(&p, TP_KEY_ENTER);
  assert_int_equal(p.app->overlay, TP_OVERLAY_NONE);
  assert_false(has_ordered("tighten-sanctions"));
  orders("tighten-sanctions");
  player_clicks(&p, "Ask it anyway");
  assert_true(has_ordered("tighten-sanctions"));
  tp_board_end_turn(p.app, false);
  assert_int_equal(p.app->overlay, TP_OVERLAY_REPORT);
}

/* The offer wins the sceptics; without it the order that was given after it is lost. */
static void what_became_hopeless_is_asked_about_at_the_end_of_the_turn(void **state) {
  (void)state;
  orders("offer-to-sceptics");
  orders("majority-vote");
  assert_true(has_ordered("majority-vote"));
  tp_session_remove(p.app->session, 0);
  tp_board_end_turn(p.app, false);
  player_rest(&p);
  assert_int_equal(p.app->overlay, TP_OVERLAY_CONFIRM);
  player_clicks(&p, "Go back");
  assert_int_equal(tp_session_turn(p.app->session), 0);
}

/* Nobody finishes and stops a pipeline in one turn. */
static void what_contradicts_an_order_is_shut_until_that_is_undone(void **state) {
  (void)state;
  orders("finish-the-pipeline");
  int stop = action_called("stop-the-pipeline");
  p.app->board.action = stop;
  player_rest(&p);
  assert_true(player_sees(&p, "contradicts “Finish the second pipeline”, ordered this turn"));
  assert_false(player_tries(&p, "Order"));
  player_clicks(&p, "Undo");
  assert_true(player_tries(&p, "Order"));
  assert_true(has_ordered("stop-the-pipeline"));
}

static int ticket_of_first_choice(int event) {
  tp_outlook_ask(p.app, event, 0, (struct tp_order){TP_ORDER_ANSWER, (int16_t)event, 0});
  assert_true(p.app->board.outlooks[0].ready);
  return p.app->board.outlooks[0].ticket;
}

/* What another decision was answered counts among what a choice leads to. */
static void an_answer_undone_changes_what_other_choices_lead_to(void **state) {
  (void)state;
  const struct tp_rules *r = tp_app_rules(p.app);
  struct tp_world *w = (struct tp_world *)tp_session_world(p.app->session);
  int asked[2], count = 0;
  for (int i = 0; i < r->event_count && count < 2; i++)
    if (r->events[i].options.count && !r->options[r->events[i].options.first].when.count)
      asked[count++] = i;
  assert_int_equal(count, 2);
  for (int i = 0; i < count; i++)
    w->pending[w->pending_count++] =
        (struct tp_pending){.event = (int16_t)asked[i], .seat = (int16_t)r->player};
  struct tp_order answer = {TP_ORDER_ANSWER, (int16_t)asked[1], 0};
  assert_int_equal(tp_session_give(p.app->session, answer).refusal, TP_ALLOWED);
  int with = ticket_of_first_choice(asked[0]);
  tp_session_undo(p.app->session);
  assert_int_not_equal(ticket_of_first_choice(asked[0]), with);
}

/* The game told anew counts its tickets anew: an old one would show what another asked. */
static void a_change_of_language_forgets_what_was_asked(void **state) {
  (void)state;
  int16_t action = (int16_t)action_called("officers-school");
  tp_outlook_ask(p.app, 0, 0, (struct tp_order){TP_ORDER_ACT, action, 0});
  assert_int_not_equal(p.app->board.outlooks[0].ticket, 0);
  assert_true(tp_app_speak(p.app, "en"));
  assert_int_equal(p.app->board.outlooks[0].ticket, 0);
}

/* Enter on a card asks; who goes back goes back to the card. */
static void a_question_gives_the_keyboard_back(void **state) {
  (void)state;
  player_key(&p, TP_KEY_ESCAPE);
  p.app->overlay = TP_OVERLAY_NONE;
  player_key(&p, (enum tp_key)(TP_KEY_0 + 3));
  for (int i = 0; i < 2; i++) {
    player_key(&p, TP_KEY_ENTER);
    assert_int_equal(p.app->overlay, TP_OVERLAY_DOOMED);
    player_key(&p, TP_KEY_ESCAPE);
    assert_int_equal(p.app->overlay, TP_OVERLAY_NONE);
  }
}

static void a_programme_that_runs_stands_once(void **state) {
  (void)state;
  const struct tp_ui_item *items;
  int found = 0;
  orders("officers-school"); /* nobody is against it */
  const char *title = tp_app_rules(p.app)->actions[action_called("officers-school")].words.title;
  tp_board_end_turn(p.app, false);
  while (p.app->overlay != TP_OVERLAY_NONE) {
    p.app->overlay = TP_OVERLAY_NONE;
    player_rest(&p);
  }
  player_clicks(&p, title);
  items = p.app->ui.items[p.app->ui.current];
  for (int i = 0; i < p.app->ui.item_counts[p.app->ui.current]; i++)
    found += strcmp(items[i].words, title) == 0;
  assert_int_equal(found, 1);
  assert_true(player_sees(&p, "Each turn: Europe: command +0.5"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(what_the_council_will_refuse_is_asked_about_once, open_game,
                                      close_game),
      cmocka_unit_test_setup_teardown(what_became_hopeless_is_asked_about_at_the_end_of_the_turn,
                                      open_game, close_game),
      cmocka_unit_test_setup_teardown(what_contradicts_an_order_is_shut_until_that_is_undone,
                                      open_game, close_game),
      cmocka_unit_test_setup_teardown(an_answer_undone_changes_what_other_choices_lead_to,
                                      open_game, close_game),
      cmocka_unit_test_setup_teardown(a_change_of_language_forgets_what_was_asked, open_game,
                                      close_game),
      cmocka_unit_test_setup_teardown(a_question_gives_the_keyboard_back, open_game, close_game),
      cmocka_unit_test_setup_teardown(a_programme_that_runs_stands_once, open_game, close_game),
  };
  return cmocka_run_group_tests_name("desktop/orders", tests, NULL, NULL);
}
