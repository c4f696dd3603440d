/* Saving and loading in the terminal, and what becomes of a game that cannot be saved. */
#include "typed.h"

static void a_saved_game_is_taken_up_again(void **state) {
  (void)state;
  char input[300];
  snprintf(input, sizeof input,
           "do 1\nend\nend\nsave %s/mine.json\nend\nend\nload %s/mine.json\nlook\n", folder,
           folder);
  struct heard heard = type(input);
  assert_non_null(strstr(heard.out, "Loaded: Two Rivers."));
  const char *loaded = strstr(heard.out, "Loaded:");
  assert_non_null(strstr(loaded, "turn 3 of 12"));
  forget(heard);
  char path[128];
  snprintf(path, sizeof path, "%s/mine.json", folder);
  struct tp_text_options options = tiny_game();
  options.load = path;
  heard = type_with(options, "");
  assert_non_null(strstr(heard.out, "turn 3 of 12"));
  forget(heard);
}

static void what_was_not_played_is_not_saved(void **state) {
  (void)state;
  char input[300], empty[100];
  struct tp_text_options options = tiny_game();
  int count;
  snprintf(empty, sizeof empty, "%s/empty", folder);
  options.session.folder = empty;
  struct heard heard = type_with(options, "why\nquit\n");
  assert_non_null(strstr(heard.out, "there is nothing to save. Goodbye."));
  forget(heard);
  assert_null(tp_files_list(empty, "", &count));
  snprintf(input, sizeof input, "end\nsave %s/mine.json\nload %s/mine.json\nquit\n", empty, empty);
  heard = type_with(options, input);
  assert_non_null(strstr(heard.out, "there is nothing to save. Goodbye."));
  forget(heard);
}

static void saves_have_names_and_are_listed(void **state) {
  (void)state;
  char own[100];
  struct tp_text_options options = tiny_game();
  snprintf(own, sizeof own, "%s/own", folder);
  options.session.folder = own;
  struct heard heard = type_with(options, "saves\n");
  assert_non_null(strstr(heard.out, "There are no saved games yet."));
  forget(heard);
  heard =
      type_with(options, "do 3\nsave Before the end\nend\nsaves\nload Before the end\norders\n");
  assert_non_null(strstr(heard.out, "Before the end: 1900 Q1, turn 1, saved by you, "));
  assert_non_null(strstr(heard.out, "Two Rivers: 1900 Q2, turn 2, saved by itself, "));
  const char *loaded = strstr(heard.out, "Loaded: Two Rivers.");
  assert_non_null(loaded);
  assert_non_null(strstr(loaded, "turn 1 of 12"));
  assert_non_null(strstr(loaded, "Order 1: A gift to Vale"));
  forget(heard);
  heard = type_with(options, "save Before the end\n");
  assert_non_null(strstr(heard.out, "There is a save called “Before the end”."));
  forget(heard);
  heard = type_with(options, "save Before the end\nsave Before the end\n");
  assert_non_null(strstr(heard.out, "Saved in "));
  forget(heard);
  heard = type_with(options, "load 1\n");
  assert_non_null(strstr(heard.out, "Loaded: "));
  forget(heard);
}

static void a_save_that_fails_is_told_and_play_goes_on(void **state) {
  (void)state;
  struct tp_text_options options = tiny_game();
  options.session.folder = "/proc/no-such-folder";
  struct heard heard = type_with(options, "end\nend\n");
  assert_non_null(strstr(heard.out, "Note: The game could not be saved"));
  assert_non_null(strstr(heard.out, "turn 3 of 12"));
  assert_int_equal(heard.status, 0);
  forget(heard);
}

static void a_game_that_cannot_be_saved_is_not_left_at_once(void **state) {
  (void)state;
  char input[200];
  struct tp_text_options options = tiny_game();
  options.session.folder = "/proc/no-such-folder";
  struct heard heard = type_with(options, "end\nquit\nend\n");
  assert_non_null(strstr(heard.out, "This game is not saved. Type save and a name to keep it"));
  assert_non_null(strstr(heard.out, "turn 3 of 12"));
  assert_non_null(strstr(heard.out, "The game is not saved. Goodbye."));
  forget(heard);
  heard = type_with(options, "end\nquit\nquit\nend\n");
  assert_null(strstr(heard.out, "turn 3 of 12"));
  forget(heard);
  snprintf(input, sizeof input, "end\nsave %s/by-hand.json\nquit\nend\n", folder);
  heard = type_with(options, input);
  assert_null(strstr(heard.out, "not saved"));
  assert_null(strstr(heard.out, "turn 3 of 12"));
  forget(heard);
}

/* The scenario of a save has changed: it goes on as saved, says what differs, and goes over when
 * told to. */
static void a_game_goes_over_into_new_data(void **state) {
  (void)state;
  char world[100], path[100], input[400];
  struct tp_text_options options = tiny_game();
  snprintf(world, sizeof world, "%s/world.json", folder);
  snprintf(path, sizeof path, "%s/before.json", folder);
  char *text = read_text("tests/support/tiny.json");
  write_text(world, text);
  options.session.scenario = world;
  snprintf(input, sizeof input, "do gift\nend\nrenew\nsave %s\nquit\n", path);
  struct heard heard = type_with(options, input);
  assert_non_null(strstr(heard.out, "there is nothing to change"));
  forget(heard);

  memcpy(strstr(text, "\"gift\": {"), "\"grin\": {", 9);
  write_text(world, text);
  free(text);
  options.load = path;
  heard = type_with(options, "renew\nend\nquit\n");
  const char *asked =
      strstr(heard.out, "Note: The scenario has changed since. The game goes on as it "
                        "was saved.");
  assert_non_null(asked);
  assert_non_null(asked = strstr(asked, "Type “renew” to go on with"));
  assert_non_null(asked = strstr(asked, "  Gone: action “A gift to Vale”"));
  assert_non_null(asked = strstr(asked, "what was saved is untouched. That changed:"));
  assert_non_null(asked = strstr(asked, "  New: action “A gift to Vale”"));
  assert_non_null(strstr(asked, "The turns before turn 2 were played with other data"));
  assert_non_null(strstr(asked, "turn 3 of 12"));
  forget(heard);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_saved_game_is_taken_up_again),
      cmocka_unit_test(what_was_not_played_is_not_saved),
      cmocka_unit_test(saves_have_names_and_are_listed),
      cmocka_unit_test(a_save_that_fails_is_told_and_play_goes_on),
      cmocka_unit_test(a_game_that_cannot_be_saved_is_not_left_at_once),
      cmocka_unit_test(a_game_goes_over_into_new_data),
  };
  return cmocka_run_group_tests_name("text/saves", tests, take_a_seat, close_folder);
}
