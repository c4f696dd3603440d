/* Variants: a scenario that can be played in more ways than one. What a variant changes is a patch
 * like that of a file, over the scenario and all it extends; a file that extends the scenario has
 * its variants too, and may change or remove them. */
#include "sample.h"

#include "data/address.h"

static const char many[] =
    "{ \"format\": 1, \"id\": \"many\", \"extends\": \"tiny\", \"title\": \"Many\",\n"
    "  \"variants\": {\n"
    "    \"tense\": { \"title\": { \"en\": \"tense\", \"fr\": \"tendu\" }, \"text\": \"Worse.\",\n"
    "      \"changes\": { \"world\": { \"tension\": 70 }, \"turns\": 6,\n"
    "        \"actions\": { \"crack\": null } } },\n"
    "    \"plain\": { \"title\": \"plain\" } } }\n";

static struct tp_scenario *load(const char *name, const char *language,
                                struct tp_problems *problems) {
  char path[400];
  strcpy(path, in_folder(name));
  return tp_scenario_load(path, language, problems);
}

static struct tp_scenario *load_sound(const char *name, const char *language) {
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = load(name, language, &problems);
  sample_print(&problems);
  assert_non_null(scenario);
  return scenario;
}

static double start_of(const struct tp_scenario *scenario, const char *address) {
  int slot = tp_address_find(scenario->rules, address);
  assert_true(slot != TP_NONE);
  return scenario->rules->start[slot];
}

static double offset_of(const struct tp_scenario *scenario, const char *address) {
  return scenario->rules->offset[tp_address_find(scenario->rules, address)];
}

static void a_scenario_is_as_it_is_until_one_is_chosen(void **state) {
  (void)state;
  struct tp_scenario *scenario = load_sound("many.json", "en");
  assert_string_equal(scenario->rules->words.title, "Many");
  assert_string_equal(scenario->variant, "");
  assert_true(start_of(scenario, "world.tension") == 40);
  assert_int_equal(scenario->rules->action_count, 2);
  assert_int_equal(scenario->variant_count, 2);
  assert_string_equal(scenario->variants[0].id, "tense");
  assert_string_equal(scenario->variants[0].text, "Worse.");
  tp_scenario_free(scenario);
}

static void the_one_chosen_changes_it_and_is_named_with_it(void **state) {
  (void)state;
  struct tp_scenario *scenario = load_sound("many.json@tense", "fr");
  assert_string_equal(scenario->rules->words.title, "Many, tendu");
  assert_string_equal(scenario->rules->words.id, "many");
  assert_string_equal(scenario->variant, "tense");
  assert_true(start_of(scenario, "world.tension") == 70);
  assert_int_equal(scenario->rules->turns, 6);
  assert_int_equal(scenario->rules->action_count, 1);
  assert_true(strstr(scenario->path, "many.json") && !strchr(scenario->path, '@'));
  assert_int_equal(scenario->chain_count, 3);
  tp_scenario_free(scenario);
}

/* As from a file that extends it: the world is off its rest, and goes back to it. */
static void its_equations_are_those_of_the_scenario(void **state) {
  (void)state;
  struct tp_scenario *plain = load_sound("many.json", "en");
  struct tp_scenario *tense = load_sound("many.json@tense", "en");
  assert_true(offset_of(plain, "world.tension") == offset_of(tense, "world.tension"));
  tp_scenario_free(plain);
  tp_scenario_free(tense);
}

static void what_a_save_keeps_is_the_chosen_one(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_scenario *tense = load_sound("many.json@tense", "en");
  struct tp_scenario *kept =
      tp_scenario_load_text(tp_scenario_merged(tense), "kept", "fr", &problems);
  sample_print(&problems);
  assert_non_null(kept);
  assert_string_equal(kept->rules->words.title, "Many, tendu");
  assert_string_equal(kept->variant, "tense");
  assert_int_equal(kept->rules->turns, 6);
  assert_int_equal(kept->rules->action_count, 1);
  assert_true(offset_of(kept, "world.tension") == offset_of(tense, "world.tension"));
  assert_string_equal(tp_scenario_merged(kept), tp_scenario_merged(tense));
  tp_scenario_free(kept);
  tp_scenario_free(tense);
}

static void an_extension_has_them_and_may_change_and_remove_them(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_text("more.json", "{ \"format\": 1, \"id\": \"more\", \"extends\": \"many\",\n"
                        "  \"variants\": { \"plain\": null,\n"
                        "    \"tense\": { \"changes\": { \"turns\": 8 } } } }\n");
  struct tp_scenario *scenario = load_sound("more.json@tense", "en");
  assert_int_equal(scenario->rules->turns, 8);
  assert_true(start_of(scenario, "world.tension") == 70);
  tp_scenario_free(scenario);
  assert_null(load("more.json@plain", "en", &problems));
  assert_true(sample_has(&problems, "more.json:2:15: /variants: unknown variant \"plain\""));
  assert_false(sample_has(&problems, "did you mean \"plain\"?"));
  tp_problems_free(&problems);
}

static void a_name_misspelt_is_told_with_the_nearest(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  assert_null(load("many.json@tens", "en", &problems));
  assert_true(
      sample_has(&problems, "unknown variant \"tens\"; did you mean \"tense\"? (there are "));
  tp_problems_free(&problems);
}

/* What is wrong in it has its own place, whether it is chosen or not: who names the file is at work
 * on it. */
static void faults_of_a_variant_have_their_place(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_text("bad.json", "{ \"format\": 1, \"id\": \"bad\", \"extends\": \"tiny\",\n"
                       "  \"variants\": { \"odd\": { \"title\": \"odd\", \"changes\": {\n"
                       "    \"world\": { \"tensoin\": 1 },\n"
                       "    \"extends\": \"tiny\" } } } }\n");
  assert_null(load("bad.json", "en", &problems));
  assert_int_equal(problems.count, 2);
  assert_true(sample_has(&problems, "bad.json:3:16: /variants/odd/changes/world/tensoin: unknown "
                                    "key \"tensoin\""));
  assert_true(sample_has(&problems, "bad.json:4:5: /variants/odd/changes/extends: unknown key"));
  tp_problems_free(&problems);
  put_text("bad.json", "{ \"format\": 1, \"id\": \"bad\", \"extends\": \"tiny\",\n"
                       "  \"variants\": { \"odd\": { \"title\": \"odd\", \"changes\": {\n"
                       "    \"actions\": { \"crush\": null },\n"
                       "    \"events\": { \"new\": { \"text\": \"Untitled.\" } } } } } }\n");
  assert_null(load("bad.json", "en", &problems));
  assert_true(sample_has(&problems, "bad.json:3:18: /variants/odd/changes/actions/crush: there is "
                                    "no \"crush\" that null could remove"));
  assert_true(sample_has(&problems, "bad.json:4:24: /variants/odd/changes/events/new: an event "
                                    "needs \"title\""));
  tp_problems_free(&problems);
}

static int set_up(void **state) {
  if (sample_set_up(state) != 0)
    return -1;
  put_text("many.json", many);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_scenario_is_as_it_is_until_one_is_chosen),
      cmocka_unit_test(the_one_chosen_changes_it_and_is_named_with_it),
      cmocka_unit_test(its_equations_are_those_of_the_scenario),
      cmocka_unit_test(what_a_save_keeps_is_the_chosen_one),
      cmocka_unit_test(an_extension_has_them_and_may_change_and_remove_them),
      cmocka_unit_test(a_name_misspelt_is_told_with_the_nearest),
      cmocka_unit_test(faults_of_a_variant_have_their_place),
  };
  return cmocka_run_group_tests(tests, set_up, close_folder);
}
