/* Looking back at a game on the screen, by mouse and by keys. */
#include "folder.h"
#include "player.h"

#include "session/review/verdict.h"

static struct player p;

static int open_game(void **state) {
  open_folder(state);
  struct tp_app_options options = {.scale = 1.0F,
                                   .scenario = "tests/support/tiny.json",
                                   .seed = 3,
                                   .seeded = true,
                                   .steady = true,
                                   .folder = folder};
  player_open(&p, 1280, 720, &options);
  player_rest(&p);
  return 0;
}

static int close_game(void **state) {
  player_close(&p);
  return close_folder(state);
}

static void order(const char *id) {
  const struct tp_rules *r = tp_app_rules(p.app);
  for (int i = 0; i < r->action_count; i++)
    if (strcmp(r->actions[i].words.id, id) == 0)
      assert_int_equal(tp_session_act(p.app->session, i).refusal, TP_ALLOWED);
}

static void play_turns(int count) {
  for (int i = 0; i < count; i++) {
    tp_board_end_turn(p.app, true);
    player_rest(&p);
  }
}

/* The button under the news leads to the past while the game goes on, and Escape back. */
static void the_past_is_open_during_the_game(void **state) {
  (void)state;
  play_turns(2);
  player_clicks(&p, tp_word(TP_WORD_LOOK_BACK));
  assert_int_equal(p.app->screen, TP_SCREEN_ENDING);
  assert_true(player_sees(&p, tp_word(TP_WORD_SO_FAR)));
  player_clicks(&p, tp_word(TP_WORD_TAB_COURSE));
  assert_true(player_sees(&p, tp_word(TP_WORD_CHANCE_TO_WIN)));
  player_key(&p, TP_KEY_ESCAPE);
  assert_int_equal(p.app->screen, TP_SCREEN_BOARD);
  assert_int_equal(tp_session_turn(p.app->session), 2);
}

/* Who has seen the end goes on to another game, and may still look back on this one. */
static void the_title_leads_on_from_a_game_that_is_over(void **state) {
  (void)state;
  while (tp_session_world(p.app->session)->result == TP_PLAYING)
    play_turns(1);
  player_key(&p, TP_KEY_ESCAPE); /* the report of the last turn */
  player_clicks(&p, tp_word(TP_WORD_TO_TITLE));
  assert_true(player_sees(&p, tp_word(TP_WORD_NEXT_GAME)));
  assert_false(player_sees(&p, tp_word(TP_WORD_CONTINUE)));
  player_clicks(&p, tp_word(TP_WORD_LOOK_BACK));
  assert_int_equal(p.app->screen, TP_SCREEN_ENDING);
}

/* The chart of the chance picks turns by the keyboard alone, and the button asks about the turn. */
static void a_turn_is_picked_by_keys(void **state) {
  (void)state;
  order("forge");
  play_turns(3);
  player_clicks(&p, tp_word(TP_WORD_LOOK_BACK));
  player_clicks(&p, tp_word(TP_WORD_TAB_COURSE));
  tp_ui_focus(&p.app->ui, tp_ui_id("course of chance"));
  player_rest(&p);
  player_key(&p, TP_KEY_RIGHT);
  assert_int_equal(p.app->debrief.turn, 1);
  player_key(&p, TP_KEY_RIGHT);
  player_key(&p, TP_KEY_LEFT);
  assert_int_equal(p.app->debrief.turn, 1);
  player_clicks(&p, tp_word(TP_WORD_WHAT_IF_HERE));
  assert_int_equal(p.app->debrief.page, TP_DEBRIEF_WHAT_IF);
  assert_true(player_sees(&p, "Without “Build forges”"));
}

/* What if is answered, and played on as another game; the save of the old one stays. */
static void another_choice_is_played_on_and_the_old_game_stays(void **state) {
  char old[TP_PATH_MAX];
  (void)state;
  order("forge");
  play_turns(3);
  snprintf(old, sizeof old, "%s", tp_session_autosave_path(p.app->session));
  player_clicks(&p, tp_word(TP_WORD_LOOK_BACK));
  player_clicks(&p, tp_word(TP_WORD_TAB_WHAT_IF));
  p.app->debrief.turn = 1;
  player_rest(&p);
  player_clicks(&p, "Without “Build forges”");
  assert_true(player_sees(&p, "Chance of a win: "));
  player_clicks(&p, tp_word(TP_WORD_PLAY_ON));
  assert_int_equal(p.app->screen, TP_SCREEN_BOARD);
  assert_int_equal(tp_session_turn(p.app->session), 0);
  assert_int_equal(tp_session_orders(p.app->session)->count, 0);
  assert_string_not_equal(tp_session_autosave_path(p.app->session), old);
  play_turns(1);
  assert_true(tp_app_load(p.app, old));
  assert_int_equal(tp_session_turn(p.app->session), 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(the_past_is_open_during_the_game, open_game, close_game),
      cmocka_unit_test_setup_teardown(the_title_leads_on_from_a_game_that_is_over, open_game,
                                      close_game),
      cmocka_unit_test_setup_teardown(a_turn_is_picked_by_keys, open_game, close_game),
      cmocka_unit_test_setup_teardown(another_choice_is_played_on_and_the_old_game_stays, open_game,
                                      close_game),
  };
  return cmocka_run_group_tests_name("desktop/debrief", tests, NULL, NULL);
}
