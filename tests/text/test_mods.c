/* Mods and new games in the terminal, in the same words as in the window. */
#include "modded.h"
#include "typed.h"

static struct tp_settings settings;
static char settings_path[200];

static int open_mods(void **state) {
  (void)state;
  speak("en");
  modded_open();
  snprintf(settings_path, sizeof settings_path, "%s/settings.json", folder);
  return setenv("XDG_DATA_HOME", folder, 1);
}

static int close_mods(void **state) {
  (void)state;
  modded_close();
  return 0;
}

static void expect_with(const char *mods, const char *input, const char *answer) {
  struct tp_problems problems = {0};
  tp_settings_read(settings_path, &settings, &problems);
  assert_int_equal(problems.count, 0);
  expect_of(
      (struct tp_text_options){
          .session = {.scenario = "tiny", .policy = "reflex", .folder = "", .seed = 1},
          .rollouts = 10,
          .no_hints = 1,
          .mods = mods,
          .settings = &settings,
          .settings_path = settings_path},
      input, answer);
  tp_settings_free(&settings);
}

static void with_settings(const char *text) {
  put_text("settings.json", text);
}

static void they_are_listed_and_described(void **state) {
  (void)state;
  with_settings("{ \"mods\": [\"forge\"] }");
  expect_with(NULL, "mods\n",
              "ON, IN THIS ORDER\n1. Cheap forges (1.0 \xc2\xb7 A smith \xc2\xb7 forge): on\n");
  expect_with(NULL, "mods\n", "This game: Cheap forges 1.0.");
  expect_with(NULL, "mods\n", "CANNOT BE USED\n");
  expect_with(NULL, "mods\n", "Your mods would go here, where nothing is yet: /tmp/");
  expect_with(NULL, "mods forges\n", "Iron for all.\n");
  expect_with(NULL, "mods torn\n", "mods/torn/mod.json:2:");
  expect_with(NULL, "mods nothing\n", "There is no mod “nothing”.");
}

static void one_is_switched_on_and_a_new_game_has_it(void **state) {
  (void)state;
  with_settings("{}");
  expect_with(NULL, "mods on forge\nnew tiny\n", "With the mods: Cheap forges.");
  assert_string_equal(settings.mods, "forge");
  expect_with(NULL, "mods on forge\n", "“Cheap forges” is on already.");
  expect_with(NULL, "", "With the mods: Cheap forges."); /* and so it is the next time */
  expect_with(NULL, "mods off forge\n", "Off: Cheap forges.");
  assert_string_equal(settings.mods, "");
}

static void what_it_needs_is_told_before(void **state) {
  (void)state;
  with_settings("{}");
  expect_with(NULL, "mods on smithy\n",
              "“Smithies” needs others that are off: Cheap forges.\nType it");
  assert_string_equal(settings.mods, "");
  expect_with(NULL, "mods on smithy\nmods on smithy\n", "On: Smithies, Cheap forges.");
  assert_string_equal(settings.mods, "forge+smithy");
  expect_with(NULL, "mods on hen\n", "needs in a circle: hen needs egg needs hen");
  expect_with(NULL, "mods on guild\nmods guild\n", "9 by “Guilds” counts");
}

static void a_game_goes_over_into_those_that_are_on(void **state) {
  (void)state;
  with_settings("{}");
  expect_with(
      NULL, "new tiny\nend\nmods on forge\nrenew\n",
      "Type “renew” to go on with the scenario and mods as they are now. That would change:\n"
      "  New: mod “Cheap forges 1.0”\n"
      "  Changed: action “Build forges”: cost.budget 4 → 1\n");
  expect_with(NULL, "new tiny\nend\nmods off forge\nrenew\nrenew\nrenew\nmods\n",
              "This game: no mods.");
}

static void the_command_line_goes_first(void **state) {
  (void)state;
  with_settings("{ \"mods\": [\"forge\"] }");
  expect_with("guild", "mods\n", "Named on the command line.");
  expect_with("guild", "mods on far\n", "On: Far away.");
  assert_string_equal(settings.mods, "forge");
  expect_with(NULL, "new tiny+guild\n", "The game has the mods that were named with it");
}

static void scenarios_are_listed_and_begun(void **state) {
  (void)state;
  with_settings("{ \"mods\": [\"broken\"] }");
  expect_with(NULL, "new\n", "Two Rivers (tiny)\n");
  expect_with(NULL, "new\n", "   rapprochement-2018@harder: harder\n");
  expect_with(NULL, "new tiny\n", "Left out: Broken.");
  expect_with(NULL, "new rapprochement-2018@harder\n", "Rapprochement, harder\n");
  expect_with(NULL, "new tinny\n", "The game cannot begin:\nunknown scenario \"tinny\"");
}

static void warnings_are_told_at_the_start(void **state) {
  (void)state;
  with_settings("{}");
  put_text("scenarios/own.json",
           "{ \"format\": 1, \"id\": \"own\", \"extends\": \"tiny\", \"title\": \"Own\",\n"
           "  \"events\": { \"dud\": { \"title\": \"Dud\", \"text\": \"x\" } } }\n");
  expect_with(NULL, "new own\n", "The scenario has warnings: 1.\n");
  expect_with(NULL, "new own\n", "own.json:2:");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(they_are_listed_and_described),
      cmocka_unit_test(one_is_switched_on_and_a_new_game_has_it),
      cmocka_unit_test(what_it_needs_is_told_before),
      cmocka_unit_test(a_game_goes_over_into_those_that_are_on),
      cmocka_unit_test(the_command_line_goes_first),
      cmocka_unit_test(scenarios_are_listed_and_begun),
      cmocka_unit_test(warnings_are_told_at_the_start),
  };
  return cmocka_run_group_tests_name("text/mods", tests, open_mods, close_mods);
}
