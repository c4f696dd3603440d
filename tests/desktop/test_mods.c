/* Mods are switched on, by mouse and by keyboard, and a game begun with them; what is broken and
 * what stands against each other is told; warnings are read without leaving the game. */
#include "modded.h"
#include "player.h"

static char path[200];
static struct tp_settings settings;

/* The program begins, with the settings as they are in the file. */
static void begin(struct player *p, const char *mods) {
  struct tp_problems problems = {0};
  tp_settings_read(path, &settings, &problems);
  assert_int_equal(problems.count, 0);
  struct tp_app_options options = {.scale = 1.0F,
                                   .folder = "",
                                   .seed = 3,
                                   .seeded = true,
                                   .steady = true,
                                   .settings = &settings,
                                   .settings_path = path,
                                   .mods = mods};
  player_open(p, 1280, 720, &options);
  player_rest(p);
}

static void end(struct player *p) {
  player_close(p);
  tp_settings_free(&settings);
}

static int open_mods(void **state) {
  static struct player p;
  *state = &p;
  modded_open();
  snprintf(path, sizeof path, "%s/settings.json", folder);
  return setenv("XDG_DATA_HOME", folder, 1);
}

static int close_mods(void **state) {
  (void)state;
  modded_close();
  return 0;
}

static int with_usual_settings(void **state) {
  (void)state;
  unlink(path);
  return 0;
}

/* A real click of the mouse, so far from the left of what has these words, or in its middle. */
static void click_at(struct player *p, const char *words, float from_left) {
  const struct tp_ui_item *item = tp_ui_find(&p->app->ui, words);
  if (!item)
    fail_msg("\"%s\" is not there", words);
  p->input.mouse_x = item->seen.x + (from_left > 0.0F ? from_left : item->seen.w * 0.5F);
  p->input.mouse_y = item->seen.y + item->seen.h * 0.5F;
  player_frame(p);
  p->input.pressed = p->input.down = true;
  player_frame(p);
  p->input.released = true;
  p->input.down = false;
  player_frame(p);
  player_rest(p);
}

static const char *focused(const struct player *p) {
  const struct tp_ui_item *item = tp_ui_shown(&p->app->ui, p->app->ui.focus);
  return item && p->app->ui.focus_shown ? item->words : "";
}

/* Presses a key until what has the keyboard has these words. */
static void go_to(struct player *p, const char *key, const char *words) {
  for (int i = 0; i < 40 && strcmp(focused(p), words) != 0; i++)
    player_presses(p, key);
  assert_string_equal(focused(p), words);
}

static double budget_of_forges(const struct player *p) {
  const struct tp_rules *r = tp_app_rules(p->app);
  for (int i = 0; i < r->action_count; i++)
    if (strcmp(r->actions[i].words.id, "forge") == 0)
      return r->actions[i].budget;
  fail_msg("there are no forges");
  return 0.0;
}

/* --- two stories ------------------------------------------------------------------------------ */

static void by_mouse_a_mod_is_switched_on_and_played(void **state) {
  struct player *p = *state;
  begin(p, NULL);
  click_at(p, "Mods", 0.0F);
  click_at(p, "Cheap forges", 100.0F); /* to look at it */
  assert_true(player_sees(p, "Iron for all."));
  assert_string_equal(settings.mods, "");
  click_at(p, "Cheap forges", 7.0F); /* its box */
  assert_string_equal(settings.mods, "forge");
  click_at(p, "Smithies", 100.0F);
  click_at(p, "Switch it on", 0.0F); /* what it needs is on already */
  assert_string_equal(settings.mods, "forge+smithy");
  click_at(p, "Close", 0.0F);
  click_at(p, "New game", 0.0F);
  click_at(p, "Two Rivers", 0.0F);
  assert_true(player_sees(p, "Smithies 1.0"));
  assert_null(p->app->session); /* it is chosen, and not begun */
  click_at(p, "Begin", 0.0F);
  assert_true(player_sees(p, "With the mods: Cheap forges, Smithies."));
  assert_true(budget_of_forges(p) == 1.0);
  p->app->overlay = TP_OVERLAY_NONE;
  player_rest(p);
  assert_true(player_sees(p, "Found smithies"));
  end(p);
  begin(p, NULL); /* it is so the next time */
  assert_string_equal(settings.mods, "forge+smithy");
  end(p);
}

static void by_keyboard_a_mod_is_switched_on_and_played(void **state) {
  struct player *p = *state;
  begin(p, NULL);
  go_to(p, "down", "Mods");
  player_presses(p, "enter");
  assert_string_equal(focused(p), "A long winter"); /* the first of them */
  go_to(p, "down", "Smithies");
  player_presses(p, "enter"); /* it needs another, which is asked */
  assert_true(player_sees(p, "“Smithies” needs others that are off: Cheap forges."));
  assert_string_equal(focused(p), "Switch all of them on");
  player_presses(p, "escape");
  assert_string_equal(settings.mods, "");
  assert_int_equal(p->app->overlay, TP_OVERLAY_MODS);
  go_to(p, "tab", "Smithies");
  player_presses(p, "enter");
  player_presses(p, "enter");
  assert_string_equal(settings.mods, "forge+smithy");
  player_presses(p, "escape");
  go_to(p, "tab", "New game");
  player_presses(p, "enter");
  go_to(p, "down", "Two Rivers");
  assert_true(player_sees(p, "Enter begins"));
  player_presses(p, "enter");
  assert_non_null(p->app->session);
  assert_string_equal(tp_app_rules(p->app)->words.id, "tiny");
  assert_true(budget_of_forges(p) == 1.0);
  end(p);
}

/* In the midst of a game: it is put into the mods that are on, and then begun anew without them. */
static void a_game_goes_over_into_other_mods_and_is_begun_anew(void **state) {
  struct player *p = *state;
  begin(p, NULL);
  assert_true(tp_app_start(p->app, "tiny", 3));
  assert_true(tp_session_end_turn(p->app->session));
  p->app->overlay = TP_OVERLAY_MENU;
  player_clicks(p, "Mods");
  assert_false(player_sees(p, "A new game would have other mods than this one."));
  player_clicks(p, "A long winter"); /* which has nothing to do with this scenario */
  player_clicks(p, "Switch it on");
  assert_false(player_sees(p, "A new game would have other mods than this one."));
  player_clicks(p, "Cheap forges");
  player_clicks(p, "Switch it on");
  assert_true(player_sees(p, "A new game would have other mods than this one."));
  player_clicks(p, "Put this game into them");
  assert_true(player_sees(p, "New: mod “Cheap forges 1.0”"));
  assert_true(player_sees(p, "Changed: action “Build forges”: cost.budget 4 → 1"));
  player_clicks(p, "Leave it");
  assert_int_equal(p->app->overlay, TP_OVERLAY_MODS);
  assert_true(budget_of_forges(p) == 4.0);
  player_clicks(p, "Put this game into them");
  player_clicks(p, "Put it into them");
  assert_true(budget_of_forges(p) == 1.0);
  assert_int_equal(tp_session_turn(p->app->session), 1);
  p->app->overlay = TP_OVERLAY_MENU;
  player_rest(p);
  player_clicks(p, "Mods");
  player_clicks(p, "Cheap forges");
  assert_false(player_sees(p, "Begin anew"));
  player_clicks(p, "Switch it off");
  player_clicks(p, "Begin anew");
  assert_true(player_sees(p, "Begin “Two Rivers” anew with the mods that are on?"));
  assert_false(tp_app_is_unplayed(p->app)); /* so it says that the game stays among the saves */
  player_presses(p, "escape");
  assert_int_equal(p->app->overlay, TP_OVERLAY_MODS);
  assert_int_equal(tp_session_turn(p->app->session), 1);
  player_clicks(p, "Begin anew");
  player_clicks(p, "Begin anew");
  assert_int_equal(tp_session_turn(p->app->session), 0);
  assert_true(budget_of_forges(p) == 4.0);
  assert_string_equal(p->app->origin, "tiny");
  assert_true(tp_app_is_unplayed(p->app));
  assert_int_equal(tp_session_act(p->app->session, 0).refusal, TP_ALLOWED);
  assert_false(tp_app_is_unplayed(p->app)); /* with orders it saves itself when it is left */
  end(p);
}

/* --- what is wrong ---------------------------------------------------------------------------- */

static void what_a_broken_mod_says_is_read(void **state) {
  struct player *p = *state;
  begin(p, NULL);
  player_clicks(p, "Mods");
  player_clicks(p, "Orphan");
  assert_true(player_sees(p, "Cannot be used"));
  assert_false(player_tries(p, "Switch it on"));
  player_clicks(p, "torn");
  bool said = false;
  for (int i = 0; i < p->app->mods_view.telling.count; i++)
    said |= strstr(p->app->mods_view.telling.lines[i].text, "mods/torn/mod.json:2:") != NULL;
  assert_true(said);
  end(p);
}

static void one_that_does_not_fit_is_left_out_and_says_why(void **state) {
  struct player *p = *state;
  begin(p, NULL);
  player_clicks(p, "Mods");
  player_clicks(p, "Broken");
  player_clicks(p, "Switch it on"); /* only the scenario shows its fault */
  player_clicks(p, "Close");
  player_clicks(p, "New game");
  player_clicks(p, "Two Rivers");
  player_clicks(p, "left out, errors: ");
  assert_int_equal(p->app->title_page, TP_TITLE_FAULTS);
  assert_int_equal(p->app->problems.list[0].line, 2);
  player_clicks(p, "Back");
  assert_string_equal(p->app->scenarios[p->app->scenario].id, "tiny");
  player_clicks(p, "Begin");
  assert_non_null(p->app->session);
  assert_true(player_sees(p, "Left out: Broken."));
  end(p);
}

static void conflicts_are_told_with_both_places(void **state) {
  struct player *p = *state;
  begin(p, NULL);
  player_clicks(p, "Mods");
  player_clicks(p, "Cheap forges");
  player_clicks(p, "Switch it on");
  player_clicks(p, "Guilds");
  player_clicks(p, "Switch it on");
  assert_true(player_sees(p, "1 conflict"));
  assert_true(player_sees(p, "/actions/forge/cost/budget"));
  assert_true(player_sees(p, "9 by “Guilds” counts"));
  assert_true(player_sees(p, "1 by “Cheap forges” has no effect"));
  end(p);
}

static void what_is_gone_can_be_switched_off(void **state) {
  struct player *p = *state;
  put_text("settings.json", "{ \"mods\": [\"forge\", \"vanished\"] }");
  begin(p, NULL);
  player_clicks(p, "Mods");
  player_clicks(p, "vanished");
  assert_true(player_sees(p, "not there"));
  player_clicks(p, "Close");
  player_clicks(p, "New game");
  player_clicks(p, "Two Rivers");
  player_clicks(p, "cannot be used"); /* the page says so, and leads to it */
  assert_string_equal(p->app->mods_view.chosen, "vanished");
  player_clicks(p, "Switch it off");
  assert_string_equal(settings.mods, "forge");
  player_clicks(p, "Close");
  assert_false(player_sees(p, "cannot be used"));
  end(p);
}

/* --- for this once ---------------------------------------------------------------------------- */

static void what_the_command_line_names_goes_first(void **state) {
  struct player *p = *state;
  put_text("settings.json", "{ \"mods\": [\"forge\"] }");
  begin(p, "guild");
  player_clicks(p, "Mods");
  assert_true(player_sees(p, "Named on the command line."));
  player_clicks(p, "Smithies");
  player_clicks(p, "Switch it on");
  player_clicks(p, "Switch all of them on");
  assert_string_equal(p->app->mods_once, "guild+forge+smithy");
  assert_string_equal(settings.mods, "forge");
  player_clicks(p, "Close");
  assert_true(tp_app_start(p->app, "tiny+far", 3)); /* and what a scenario's name says before all */
  assert_true(budget_of_forges(p) != 1.0 && budget_of_forges(p) != 9.0);
  player_rest(p);
  assert_true(player_sees(p, "The game has the mods that were named with it"));
  end(p);
}

static void where_there_is_no_folder_one_is_made(void **state) {
  struct player *p = *state;
  const char *made = in_folder("thirdpole/mods");
  begin(p, NULL);
  player_clicks(p, "Mods");
  assert_true(player_sees(p, "Your mods would go here"));
  player_clicks(p, "Make the folder");
  assert_true(tp_files_is_plain(made, 1));
  assert_true(player_sees(p, "Your mods: "));
  put_text("thirdpole/mods/late/mod.json",
           "{ \"format\": 1, \"id\": \"late\", \"title\": \"Late\", \"version\": \"1\" }");
  player_clicks(p, "Look again");
  assert_true(player_sees(p, "Late"));
  end(p);
}

/* --- the page of scenarios, warnings ---------------------------------------------------------- */

static void a_variant_is_chosen_by_keys_and_begun(void **state) {
  struct player *p = *state;
  begin(p, NULL);
  player_clicks(p, "New game");
  go_to(p, "down", "Rapprochement");
  player_presses(p, "left"); /* round to the last of its ways */
  assert_int_equal(p->app->variant, 2);
  player_presses(p, "right");
  assert_int_equal(p->app->variant, 0);
  go_to(p, "tab", "Easier"); /* past the other scenarios, which stay as they are */
  player_presses(p, "down");
  assert_int_equal(p->app->variant, 2);
  player_presses(p, "enter");
  assert_non_null(p->app->session);
  assert_string_equal(tp_app_rules(p->app)->words.title, "Rapprochement, harder");
  end(p);
}

/* A scenario of one's own, with a line that will never have an effect. */
static void write_own(const char *event) {
  char text[400];
  snprintf(text, sizeof text,
           "{ \"format\": 1, \"id\": \"own\", \"extends\": \"tiny\", \"title\": \"Own\",\n"
           "  \"events\": { \"dud\": { \"title\": \"Dud\", \"text\": \"x\"%s } } }\n",
           event);
  put_text("scenarios/own.json", text);
}

static void warnings_are_counted_and_read(void **state) {
  struct player *p = *state;
  write_own("");
  begin(p, NULL);
  player_clicks(p, "New game");
  player_clicks(p, "Own");
  assert_true(player_sees(p, "1 warning"));
  player_clicks(p, "Read the warnings: 1");
  assert_int_equal(p->app->problems.count, 0);
  assert_int_equal(p->app->problems.warnings[0].line, 2);
  assert_true(player_sees(p, "Warnings"));
  end(p);
}

static void warnings_after_a_reload_do_not_stop_the_game(void **state) {
  struct player *p = *state;
  char own[200];
  snprintf(own, sizeof own, "%s/scenarios/own.json", folder);
  write_own(", \"chance\": 0.1");
  begin(p, NULL);
  assert_true(tp_app_start(p->app, own, 3));
  p->app->overlay = TP_OVERLAY_NONE;
  write_own("");
  tp_app_reload(p->app, false);
  player_rest(p);
  assert_int_equal(p->app->overlay, TP_OVERLAY_FAULTS);
  assert_true(player_sees(p, "Warnings"));
  player_presses(p, "escape");
  assert_int_equal(p->app->overlay, TP_OVERLAY_NONE);
  assert_true(tp_session_end_turn(p->app->session));
  tp_app_reload(p->app, false); /* the same again: it is said, and nothing comes up */
  player_rest(p);
  assert_int_equal(p->app->overlay, TP_OVERLAY_NONE);
  assert_true(player_sees(p, "The scenario was read again, with warnings: 1."));
  player_presses(p, "f5");
  assert_int_equal(p->app->overlay, TP_OVERLAY_FAULTS);
  end(p);
}

/* Who writes a mod names it, and sees it as it is saved. */
static void a_mod_that_is_written_is_followed(void **state) {
  struct player *p = *state;
  begin(p, NULL);
  p->app->options.steady = false;
  p->app->options.scenario = "tiny+forge";
  assert_true(tp_app_start(p->app, "tiny+forge", 3));
  p->app->overlay = TP_OVERLAY_NONE;
  modded_patch("forge", "tiny", "{ \"actions\": { \"forge\": { \"cost\": { \"budget\": 3 } } } }");
  p->input.seconds += 2.0;
  player_frame(p);
  assert_true(budget_of_forges(p) == 3.0);
  end(p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(by_mouse_a_mod_is_switched_on_and_played, with_usual_settings),
      cmocka_unit_test_setup(by_keyboard_a_mod_is_switched_on_and_played, with_usual_settings),
      cmocka_unit_test_setup(a_game_goes_over_into_other_mods_and_is_begun_anew,
                             with_usual_settings),
      cmocka_unit_test_setup(what_a_broken_mod_says_is_read, with_usual_settings),
      cmocka_unit_test_setup(one_that_does_not_fit_is_left_out_and_says_why, with_usual_settings),
      cmocka_unit_test_setup(conflicts_are_told_with_both_places, with_usual_settings),
      cmocka_unit_test_setup(what_is_gone_can_be_switched_off, with_usual_settings),
      cmocka_unit_test_setup(what_the_command_line_names_goes_first, with_usual_settings),
      cmocka_unit_test_setup(where_there_is_no_folder_one_is_made, with_usual_settings),
      cmocka_unit_test_setup(a_variant_is_chosen_by_keys_and_begun, with_usual_settings),
      cmocka_unit_test_setup(warnings_are_counted_and_read, with_usual_settings),
      cmocka_unit_test_setup(warnings_after_a_reload_do_not_stop_the_game, with_usual_settings),
      cmocka_unit_test_setup(a_mod_that_is_written_is_followed, with_usual_settings),
  };
  return cmocka_run_group_tests_name("desktop/mods", tests, open_mods, close_mods);
}
