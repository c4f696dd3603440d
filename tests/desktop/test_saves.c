/* Saving under names, by mouse and keys: what would be lost is asked, what was ordered comes back.
 */
#include "folder.h"
#include "player.h"

static int open_game(void **state) {
  static struct player p;
  open_folder(NULL);
  struct tp_app_options options = {
      .scale = 1.0F, .folder = folder, .seed = 7, .seeded = true, .steady = true};
  player_open(&p, 1280, 720, &options);
  assert_true(tp_app_start(p.app, "tests/support/tiny.json", 7));
  p.app->overlay = TP_OVERLAY_NONE;
  player_rest(&p);
  *state = &p;
  return 0;
}

static int close_game(void **state) {
  player_close(*state);
  return close_folder(state);
}

static int saves(struct player *p) {
  tp_app_list_saves(p->app);
  return p->app->save_count;
}

static void two_keys_save(void **state) {
  struct player *p = *state;
  player_presses(p, "ctrl-s");
  player_presses(p, "enter");
  assert_true(player_sees(p, "Saved as 1900 Q1, Two Rivers"));
  assert_int_equal(p->app->overlay, TP_OVERLAY_NONE);
  assert_int_equal(saves(p), 1);
}

static void a_name_that_is_taken_is_asked_about(void **state) {
  struct player *p = *state;
  tp_session_act(p->app->session, 0);
  player_presses(p, "ctrl-s");
  player_presses(p, "enter");
  assert_true(player_sees(p, "Replace “1900 Q1, Two Rivers”"));
  player_presses(p, "escape"); /* leaves it, and the list stays open */
  assert_int_equal(p->app->overlay, TP_OVERLAY_SAVE);
  assert_int_equal(p->app->saves[0].summary.turns, 0);
  player_clicks(p, "1900 Q1, Two Rivers");
  player_clicks(p, "Replace");
  assert_int_equal(p->app->overlay, TP_OVERLAY_NONE);
  assert_int_equal(saves(p), 1);
}

/* Letters are the name's while it is typed, and no commands. */
static void a_name_is_typed(void **state) {
  struct player *p = *state;
  player_key(p, TP_KEY_ESCAPE);
  player_clicks(p, "Save");
  player_presses(p, "delete");
  for (const char *c = "mno"; *c; c++) {
    p->input.text[0] = *c;
    p->input.chords[0] = (struct tp_chord){.device = TP_KEYBOARD, .code = *c};
    p->input.chord_count = 1;
    player_frame(p);
  }
  assert_string_equal(p->app->saves_view.name, "mno");
  assert_int_equal(p->app->overlay, TP_OVERLAY_SAVE);
  player_presses(p, "enter");
  assert_int_equal(saves(p), 2);
  player_presses(p, "ctrl-s");
  player_presses(p, "delete");
  player_clicks(p, "Save it");
  assert_true(player_sees(p, "A name with letters or digits is needed"));
  player_presses(p, "escape");
  p->app->overlay = TP_OVERLAY_NONE;
  player_rest(p);
}

static void what_was_ordered_comes_back_from_the_list(void **state) {
  struct player *p = *state;
  assert_int_equal(tp_session_orders(p->app->session)->count, 1);
  tp_board_end_turn(p->app, true);
  p->app->overlay = TP_OVERLAY_NONE;
  player_rest(p);
  assert_int_equal(tp_session_turn(p->app->session), 1);
  player_presses(p, "ctrl-l");
  player_clicks(p, "mno");
  assert_int_equal(tp_session_turn(p->app->session), 0);
  assert_int_equal(tp_session_orders(p->app->session)->count, 1);
}

static void continue_brings_back_the_orders_of_the_turn(void **state) {
  struct player *p = *state;
  tp_board_end_turn(p->app, true);
  p->app->overlay = TP_OVERLAY_NONE;
  tp_session_act(p->app->session, 2);
  tp_app_leave(p->app);
  player_rest(p);
  assert_true(player_sees(p, "Two Rivers"));
  assert_true(player_sees(p, "1900 Q2 · turn 2 of "));
  player_clicks(p, "Continue");
  assert_int_equal(tp_session_turn(p->app->session), 1);
  assert_true(tp_session_has_ordered(p->app->session, 2));
}

static void deleting_is_asked_about(void **state) {
  struct player *p = *state;
  tp_app_leave(p->app);
  player_rest(p);
  player_clicks(p, "Load");
  int before = saves(p);
  player_clicks(p, "Delete “mno”");
  player_clicks(p, "Leave it");
  assert_int_equal(saves(p), before);
  player_clicks(p, "Delete “mno”");
  assert_true(player_sees(p, "Delete “mno” for good?"));
  player_clicks(p, "Delete");
  assert_int_equal(saves(p), before - 1);
  assert_false(player_sees(p, "mno"));
}

/* Writes the tiny world into a file of its own, with `from` replaced by `to`. */
static void write_world(const char *file, const char *from, const char *to) {
  char *whole = read_text("tests/support/tiny.json");
  write_text(file, whole);
  replace_text(file, from, to);
  free(whole);
}

static double canal(const struct player *p) {
  int slot = -1;
  assert_int_equal(tp_wording_find(tp_app_rules(p->app), "track:canal", &slot, 1), 1);
  return tp_session_world(p->app->session)->v[slot];
}

/* The scenario of a save was changed on the disk: both ways are offered, and the save stays. */
static void a_game_goes_on_as_saved_or_with_the_new_data(void **state) {
  struct player *p = *state;
  char world[100], path[TP_PATH_MAX];
  struct tp_problems problems = {0};
  snprintf(world, sizeof world, "%s/world.json", folder);
  snprintf(path, sizeof path, "%s/mine.json", folder);
  write_world(world, "\"start\": 10", "\"start\": 80");
  assert_true(tp_app_start(p->app, world, 7));
  assert_true(tp_session_end_turn(p->app->session));
  assert_true(tp_session_save(p->app->session, path, &problems));

  assert_true(tp_app_load(p->app, path));
  assert_int_not_equal(p->app->overlay, TP_OVERLAY_RENEW);
  write_world(world, "\"max\": 100", "\"max\": 50");
  assert_true(tp_app_load(p->app, path));
  assert_int_equal(p->app->overlay, TP_OVERLAY_RENEW);
  player_rest(p);
  assert_true(player_sees(p, "The scenario or its mods have changed"));
  assert_true(player_sees(p, "Cut to its range: The canal"));
  player_presses(p, "escape");
  assert_int_not_equal(p->app->overlay, TP_OVERLAY_RENEW);
  assert_true(canal(p) > 50);

  assert_true(tp_app_load(p->app, path));
  player_rest(p);
  player_clicks(p, "With the new data");
  assert_int_not_equal(p->app->overlay, TP_OVERLAY_RENEW);
  assert_true(canal(p) <= 50);
  assert_true(tp_session_end_turn(p->app->session));
  assert_true(tp_app_load(p->app, path)); /* and asks again: nothing was written there */
  assert_int_equal(p->app->overlay, TP_OVERLAY_RENEW);
}

/* Who writes a scenario is told what the game under way loses by a change. */
static void what_a_change_takes_from_the_game_is_told(void **state) {
  struct player *p = *state;
  char world[100];
  snprintf(world, sizeof world, "%s/written.json", folder);
  write_world(world, "\"start\": 10", "\"start\": 80");
  assert_true(tp_app_start(p->app, world, 7));
  assert_true(tp_session_end_turn(p->app->session));
  write_world(world, "Build forges", "Build plants");
  tp_app_reload(p->app, true);
  player_rest(p);
  assert_true(player_sees(p, "The scenario was read again."));
  write_world(world, "\"max\": 100", "\"max\": 50");
  tp_app_reload(p->app, true);
  player_rest(p);
  assert_true(player_sees(p, "The scenario was read again. Cut to its range: The canal"));
}

/* What can be read of a damaged save is offered, or left. */
static void a_damaged_save_can_be_left(void **state) {
  struct player *p = *state;
  char path[TP_PATH_MAX];
  struct tp_problems problems = {0};
  snprintf(path, sizeof path, "%s/hurt.json", folder);
  assert_true(tp_session_save(p->app->session, path, &problems));
  replace_text(path, "\"playing\"", "\"play ng\"");
  assert_true(tp_app_load(p->app, path));
  player_rest(p);
  assert_true(player_sees(p, "This save cannot be loaded as it is"));
  player_clicks(p, "Leave it");
  assert_null(p->app->session);
  assert_true(tp_app_load(p->app, path));
  player_rest(p);
  player_clicks(p, "Play on");
  assert_non_null(p->app->session);
  assert_int_not_equal(p->app->overlay, TP_OVERLAY_RENEW);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_keys_save),
      cmocka_unit_test(a_name_that_is_taken_is_asked_about),
      cmocka_unit_test(a_name_is_typed),
      cmocka_unit_test(what_was_ordered_comes_back_from_the_list),
      cmocka_unit_test(continue_brings_back_the_orders_of_the_turn),
      cmocka_unit_test(deleting_is_asked_about),
      cmocka_unit_test(a_game_goes_on_as_saved_or_with_the_new_data),
      cmocka_unit_test(what_a_change_takes_from_the_game_is_told),
      cmocka_unit_test(a_damaged_save_can_be_left),
  };
  return cmocka_run_group_tests_name("desktop/saves", tests, open_game, close_game);
}
