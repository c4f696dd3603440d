/* Every shipped scenario is sound, and is listed as what it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/files.h"
#include "data/scenario.h"

#include <stdlib.h>
#include <string.h>

static void variants_are_sound(const struct tp_scenario *scenario) {
  for (int i = 0; scenario->playable && i < scenario->variant_count; i++) {
    struct tp_problems problems = {0};
    char name[TP_PATH_MAX + TP_ID_MAX + 2];
    snprintf(name, sizeof name, "%s@%s", scenario->path, scenario->variants[i].id);
    struct tp_scenario *variant = tp_scenario_load(name, "en", &problems);
    tp_problems_write(&problems, stderr);
    assert_non_null(variant);
    tp_scenario_free(variant);
  }
}

static void all_are_sound(void **state) {
  (void)state;
  int count;
  char path[TP_PATH_MAX], **names = tp_files_list("scenarios", ".json", &count);
  assert_true(count > 0);
  for (int i = 0; i < count; i++) {
    struct tp_problems problems = {0};
    assert_true(tp_files_join(path, "scenarios", names[i]));
    if (strcmp(names[i], "scenario.schema.json") != 0) {
      struct tp_scenario *scenario = tp_scenario_load(path, "en", &problems);
      tp_problems_write(&problems, stderr);
      assert_non_null(scenario);
      variants_are_sound(scenario);
      tp_scenario_free(scenario);
    }
    free(names[i]);
  }
  free(names);
}

static void the_list_knows_libraries_from_games(void **state) {
  (void)state;
  int count, libraries = 0, games = 0;
  struct tp_scenario_entry *list = tp_scenario_list(NULL, "en", &count);
  for (int i = 0; i < count; i++) {
    assert_int_equal(list[i].problems, 0);
    assert_true(list[i].title[0] || !list[i].playable);
    *(list[i].playable ? &games : &libraries) += 1;
  }
  assert_true(libraries >= 1 && games >= 1);
  tp_scenario_list_free(list, count);
}

/* What is asked before a game is chosen: when it plays, how long, for what, and after what. */
static void the_list_tells_what_a_game_is(void **state) {
  (void)state;
  struct tp_scenario_entry entry =
      tp_scenario_describe("scenarios/annexation-2014.json", NULL, "en");
  assert_int_equal(entry.year, 2014);
  assert_int_equal(entry.quarter, 1);
  assert_int_equal(entry.turns, 24);
  assert_int_equal(entry.objectives, 9);
  assert_true(entry.source_count > 0);
  assert_non_null(strstr(entry.sources[0], "United Nations"));
  tp_scenario_entry_free(&entry);
}

static void a_name_does_for_a_path(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = tp_scenario_load("rapprochement-2018", NULL, &problems);
  assert_non_null(scenario);
  assert_string_equal(scenario->path, "scenarios/rapprochement-2018.json");
  tp_scenario_free(scenario);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_are_sound),
      cmocka_unit_test(the_list_knows_libraries_from_games),
      cmocka_unit_test(the_list_tells_what_a_game_is),
      cmocka_unit_test(a_name_does_for_a_path),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
