/* Settings are changed on their screen, in the midst of a game too, seen at once, and there the
 * next time; keys are given to other commands, and what that takes from whom is asked. */
#include "folder.h"
#include "player.h"

static char path[200];
static struct tp_settings settings;

/* The program begins, with the settings as they are in the file. */
static void begin(struct player *p) {
  struct tp_problems problems = {0};
  tp_settings_read(path, &settings, &problems);
  assert_int_equal(problems.count, 0);
  struct tp_app_options options = {.scale = (float)settings.scale,
                                   .folder = folder,
                                   .seeded = true,
                                   .steady = true,
                                   .seed = 3,
                                   .settings = &settings,
                                   .settings_path = path,
                                   .still = !settings.motion,
                                   .no_hints = !settings.hints,
                                   .no_advisors = !settings.advisors};
  tp_theme_find(settings.theme, &options.theme);
  player_open(p, 1280, 720, &options);
  if (settings.language[0])
    assert_true(tp_app_speak(p->app, settings.language));
  player_rest(p);
}

static void end(struct player *p) {
  player_close(p);
  tp_settings_free(&settings);
}

static int make(void **state) {
  static struct player p;
  *state = &p;
  open_folder(NULL);
  snprintf(path, sizeof path, "%s/settings.json", folder);
  return 0;
}

static void play(struct player *p) {
  assert_true(tp_app_start(p->app, "tests/support/tiny.json", 3));
  p->app->overlay = TP_OVERLAY_NONE;
  player_rest(p);
}

static void they_are_changed_in_the_midst_of_a_game_and_kept(void **state) {
  struct player *p = *state;
  begin(p);
  play(p);
  tp_session_act(p->app->session, 0);
  uint64_t hash = tp_world_hash(tp_app_rules(p->app), tp_session_world(p->app->session));
  player_key(p, TP_KEY_ESCAPE);
  player_clicks(p, "Settings");
  player_clicks(p, "Theme");
  assert_int_equal(p->app->options.theme, TP_THEME_DARK);
  player_clicks(p, "Motion");
  player_clicks(p, "Save at the end");
  player_clicks(p, "Language");
  assert_true(player_sees(p, "Réglages"));
  player_clicks(p, "Fermer");
  player_clicks(p, "Continuer");
  assert_true(player_sees(p, "Agir"));
  assert_int_equal(tp_session_orders(p->app->session)->count, 1);
  assert_true(hash == tp_world_hash(tp_app_rules(p->app), tp_session_world(p->app->session)));
  tp_board_end_turn(p->app, true);
  assert_false(tp_session_is_saved(p->app->session));
  end(p);
  begin(p);
  assert_string_equal(tp_phrases_language(), "fr");
  assert_int_equal(p->app->options.theme, TP_THEME_DARK);
  assert_false(p->app->look.motion);
  assert_true(player_sees(p, "Nouvelle partie"));
  player_clicks(p, "Réglages"); /* from the title too */
  player_clicks(p, "Langue");
  assert_true(player_sees(p, "Settings"));
  player_clicks(p, "Close");
  assert_true(player_sees(p, "New game"));
  end(p);
}

static void sizes_go_round_and_the_window_limits_them(void **state) {
  struct player *p = *state;
  begin(p);
  player_presses(p, "f10");
  float first = p->app->look.scale;
  for (int i = 0; i < 9; i++)
    player_clicks(p, "Size");
  assert_true(p->app->look.scale == first && p->app->options.scale == 0.0F);
  player_clicks(p, "Size");
  assert_true(p->app->look.scale < first);
  player_presses(p, "escape");
  end(p);
  begin(p);
  assert_true(p->app->options.scale == 0.75F);
  end(p);
}

static void choose_key(struct player *p, const char *command, const char *key) {
  player_clicks(p, command);
  assert_true(player_sees(p, "Press a key"));
  player_presses(p, key);
}

static void a_command_gets_another_key(void **state) {
  struct player *p = *state;
  begin(p);
  player_presses(p, "f10");
  player_clicks(p, "Keys and gamepad");
  choose_key(p, "undo", "k");
  player_presses(p, "escape");
  play(p);
  tp_session_act(p->app->session, 0);
  player_presses(p, "u"); /* no more */
  assert_int_equal(tp_session_orders(p->app->session)->count, 1);
  player_presses(p, "k");
  assert_int_equal(tp_session_orders(p->app->session)->count, 0);
  end(p);
  begin(p);
  play(p);
  tp_session_act(p->app->session, 0);
  player_presses(p, "k");
  assert_int_equal(tp_session_orders(p->app->session)->count, 0);
  player_presses(p, "f1"); /* and the help says so */
  assert_true(player_sees(p, "K"));
  assert_false(player_sees(p, "U, Ctrl+Z"));
  end(p);
}

static void a_key_that_is_taken_is_asked_about(void **state) {
  struct player *p = *state;
  begin(p);
  player_presses(p, "f10");
  player_clicks(p, "Keys and gamepad");
  choose_key(p, "the objectives", "n");
  assert_true(player_sees(p, "N is for “the news of the last turn”."));
  player_clicks(p, "Leave it");
  assert_int_equal(
      tp_bindings_command(&p->app->bindings, (struct tp_chord){.device = TP_KEYBOARD, .code = 'n'}),
      TP_COMMAND_REPORT);
  choose_key(p, "the objectives", "n");
  player_clicks(p, "Change it");
  assert_int_equal(
      tp_bindings_command(&p->app->bindings, (struct tp_chord){.device = TP_KEYBOARD, .code = 'n'}),
      TP_COMMAND_GOALS);
  choose_key(p, "the objectives", "tab");
  assert_true(player_sees(p, "Tab moves about"));
  choose_key(p, "the objectives", "3");
  assert_true(player_sees(p, "3 moves about"));
  choose_key(p, "the objectives", "escape"); /* leaves it */
  assert_true(player_sees(p, "the objectives"));
  choose_key(p, "the objectives", "delete"); /* on no key */
  assert_int_equal(tp_settings_bound(&settings, "goals")->count, 0);
  choose_key(p, "the objectives", "pad-back");
  player_clicks(p, "Change it");
  assert_string_equal(tp_settings_bound(&settings, "goals")->keys[0], "pad-back");
  player_clicks(p, "The usual keys");
  assert_int_equal(settings.bound_count, 0);
  end(p);
}

static void what_cannot_be_kept_is_told(void **state) {
  struct player *p = *state;
  begin(p);
  p->app->options.settings_path = "/proc/no-such-folder/settings.json";
  player_presses(p, "f10");
  player_clicks(p, "Theme");
  assert_true(player_sees(p, "The settings could not be kept"));
  end(p);
}

/* --- the table itself --- */

static void every_name_reads_as_it_is_written(void **state) {
  struct tp_bindings usual;
  struct tp_settings none;
  char name[TP_BOUND_NAME];
  (void)state;
  tp_settings_usual(&none);
  tp_bindings_usual(&usual);
  for (int c = 0; c < TP_COMMAND_COUNT; c++)
    for (int i = 0; i < TP_BOUND_KEYS; i++) {
      struct tp_chord chord = usual.chords[c][i], again;
      if (!chord.device)
        continue;
      tp_chord_print(chord, name);
      if (!tp_chord_read(name, &again) || again.code != chord.code ||
          again.modifiers != chord.modifiers)
        fail_msg("%s does not read back", name);
      if (tp_bindings_command(&usual, chord) != (enum tp_command)c)
        fail_msg("%s has two meanings", name);
    }
  for (int c = 0; c < TP_COMMAND_COUNT; c++) {
    if (!usual.chords[c][0].device)
      fail_msg("%s has no usual key", tp_commands[c].id);
    tp_bindings_keep(&usual, (enum tp_command)c, &none);
  }
  assert_int_equal(none.bound_count, 0); /* the usual ones need no word */
  assert_false(tp_chord_read("hyper", &usual.chords[0][0]));
  assert_false(tp_chord_read("pad-z", &usual.chords[0][0]));
  assert_false(tp_chord_read("", &usual.chords[0][0]));
}

static void faulty_keys_are_told_and_left_out(void **state) {
  struct tp_settings s;
  struct tp_bindings bindings;
  struct tp_problems problems = {0};
  (void)state;
  tp_settings_usual(&s);
  strcpy(tp_settings_bind(&s, "dance")->keys[0], "d");
  struct tp_bound *undo = tp_settings_bind(&s, "undo");
  strcpy(undo->keys[undo->count++], "hyper-q");
  strcpy(undo->keys[undo->count++], "k");
  tp_settings_bind(&s, "accept"); /* fixed */
  tp_bindings_read(&bindings, &s, &problems);
  assert_int_equal(problems.count, 3);
  tp_problems_free(&problems);
  struct tp_chord k = {.device = TP_KEYBOARD, .code = 'k'};
  assert_int_equal(tp_bindings_command(&bindings, k), TP_COMMAND_UNDO);
  tp_settings_free(&s);
}

/* "+" is Shift and another key on many keyboards: once is enough. */
static void what_a_key_types_counts_once(void **state) {
  struct tp_bindings usual;
  bool taken = false;
  (void)state;
  tp_bindings_usual(&usual);
  struct tp_input input = {.chords = {{.device = TP_KEYBOARD, .modifiers = TP_SHIFT, .code = '='},
                                      {.device = TP_KEYBOARD, .typed = true, .code = '+'}},
                           .chord_count = 1};
  uint64_t plus = (uint64_t)1 << TP_KEY_PLUS;
  assert_true(tp_bindings_keys(&usual, &input, &taken) == plus);
  input.chords[0] = input.chords[1];
  assert_true(tp_bindings_keys(&usual, &input, &taken) == 0);
  input.chords[0] = (struct tp_chord){.device = TP_KEYBOARD, .modifiers = TP_SHIFT, .code = ','};
  assert_true(tp_bindings_keys(&usual, &input, &taken) == 0);
  input.chords[0] = (struct tp_chord){.device = TP_KEYBOARD, .typed = true, .code = '?'};
  assert_true(tp_bindings_keys(&usual, &input, &taken) == (uint64_t)1 << TP_KEY_F1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(they_are_changed_in_the_midst_of_a_game_and_kept),
      cmocka_unit_test(sizes_go_round_and_the_window_limits_them),
      cmocka_unit_test(a_command_gets_another_key),
      cmocka_unit_test(a_key_that_is_taken_is_asked_about),
      cmocka_unit_test(what_cannot_be_kept_is_told),
      cmocka_unit_test(every_name_reads_as_it_is_written),
      cmocka_unit_test(faulty_keys_are_told_and_left_out),
      cmocka_unit_test(what_a_key_types_counts_once),
  };
  return cmocka_run_group_tests_name("desktop/settings", tests, make, close_folder);
}
