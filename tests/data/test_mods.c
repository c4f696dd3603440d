/* Mods as their authors meet them: found, put in order, refused with the place, laid over
 * scenarios, and told apart where they stand against each other. */
#include "sample.h"

#include "data/layers/mods.h"
#include "data/layers/setters.h"

#include <sys/stat.h>

/* --- a folder of mods ------------------------------------------------------------------------ */

/* A sound mod; `members` of its mod.json follow a comma, as in ", \"needs\": {}". */
static void put_mod(const char *id, const char *version, const char *members) {
  char name[100], text[1000];
  snprintf(name, sizeof name, "mods/%s/mod.json", id);
  snprintf(
      text, sizeof text,
      "{ \"format\": 1, \"id\": \"%s\", \"title\": { \"en\": \"The %s\", \"fr\": \"Le %s\" },\n"
      "  \"version\": \"%s\"%s }\n",
      id, id, id, version, members);
  put_text(name, text);
}

static void make_folder(const char *name) {
  struct tp_file_error error = {.text = ""};
  if (!tp_files_make_folder(in_folder(name), &error))
    fail_msg("%s: %s", name, error.text);
}

static int set_up(void **state) {
  open_folder(state);
  sample_write_rules("scenarios/rules.json");
  put_text("scenarios/tiny.json", sample_text);
  return setenv("THIRDPOLE_DATA", folder, 1);
}

/* --- what is looked at ------------------------------------------------------------------------ */

/* The ids in order, as "a b c"; or the first problem. */
static const char *order_of(const char *ids) {
  static char text[2000];
  struct tp_problems problems = {0};
  struct tp_mods_on on;
  struct tp_text line = {0};
  struct tp_mods *mods = tp_mods_find("en");
  tp_text_add(&line, "");
  if (tp_mods_choose(mods, ids, &on, &problems))
    for (int i = 0; i < on.count; i++)
      tp_text_print(&line, "%s%s", i ? " " : "", on.mod[i]->id);
  else
    tp_problem_print(&problems.list[0], &line);
  snprintf(text, sizeof text, "%s", line.data);
  tp_text_free(&line);
  tp_problems_free(&problems);
  tp_mods_free(mods);
  return text;
}

static void assert_within(const char *text, const char *wanted) {
  if (!strstr(text, wanted))
    fail_msg("\"%s\" should say \"%s\"", text, wanted);
}

/* What is wrong with the mod found in this folder, one problem a line. */
static const char *faults_of(const char *id, int warnings) {
  static char text[4000];
  struct tp_text lines = {0};
  struct tp_mods *mods = tp_mods_find("en");
  tp_text_add(&lines, "");
  for (int i = 0; i < mods->count; i++) {
    const struct tp_problems *p = &mods->list[i].problems;
    const char *slash = strrchr(mods->list[i].folder, '/');
    for (int k = 0; strcmp(slash + 1, id) == 0 && k < (warnings ? p->warning_count : p->count);
         k++) {
      tp_problem_print(warnings ? &p->warnings[k] : &p->list[k], &lines);
      tp_text_add(&lines, "\n");
    }
  }
  snprintf(text, sizeof text, "%s", lines.data);
  tp_text_free(&lines);
  tp_mods_free(mods);
  return text;
}

static struct tp_scenario *load(const char *name, struct tp_problems *problems) {
  struct tp_scenario *scenario = tp_scenario_load(name, "en", problems);
  if (!scenario)
    sample_print(problems);
  assert_non_null(scenario);
  return scenario;
}

static double start_of(const struct tp_scenario *scenario, const char *name) {
  for (int slot = 0; slot < scenario->rules->slot_count; slot++)
    if (strcmp(scenario->rules->slots[slot].name, name) == 0)
      return scenario->rules->start[slot];
  fail_msg("no %s", name);
  return 0;
}

/* --- stories ---------------------------------------------------------------------------------- */

static void test_order_follows_needs_then_order_then_id(void **state) {
  (void)state;
  put_mod("alps", "1.0", ", \"needs\": { \"sea\": {} }");
  put_mod("sea", "1.0", "");
  put_mod("brook", "1.0", "");
  put_mod("crag", "1.0", ", \"order\": -1");
  put_mod("top", "1.0", ", \"needs\": { \"alps\": {}, \"brook\": {} }");
  assert_string_equal(order_of("brook,sea,crag"), "crag brook sea");
  assert_string_equal(order_of("sea,crag,brook"), "crag brook sea");
  assert_string_equal(order_of("alps+brook"), "brook sea alps");
  assert_string_equal(order_of("top"), "brook sea alps top");
  assert_string_equal(order_of(""), "");
}

static void test_what_is_missing_is_told_at_its_need(void **state) {
  (void)state;
  put_mod("alps", "1.0", ",\n  \"needs\": { \"see\": {} }");
  put_mod("sea", "1.0", "");
  const char *said = order_of("alps");
  assert_within(said, "mods/alps/mod.json:3:21: /needs/see: there is no mod \"see\"");
  assert_within(said, "did you mean \"sea\"?");
  assert_within(order_of("sae"), "there is no mod \"sae\"; did you mean \"sea\"?");
  assert_within(order_of("glacier"), "there is no mod \"glacier\" (there are alps, ");
  put_text("mods/lake/mod.json",
           "{ \"format\": 1, \"id\": \"mere\", \"title\": \"M\", \"version\": \"1\" }");
  assert_within(order_of("lake"), "the one in the folder of that name has the id \"mere\"");
}

static void test_circles_are_named(void **state) {
  (void)state;
  put_mod("hen", "1.0", ", \"needs\": { \"egg\": {} }");
  put_mod("egg", "1.0", ", \"needs\": { \"hen\": {} }");
  put_mod("self", "1.0", ", \"needs\": { \"self\": {} }");
  const char *said = order_of("hen");
  assert_within(said, "mods/egg/mod.json:2:");
  assert_within(said, "/needs/hen: needs in a circle: hen needs egg needs hen");
  assert_within(order_of("self"), "self needs self");
}

static void test_versions_are_compared_by_number(void **state) {
  (void)state;
  put_mod("base-set", "1.9.4", "");
  put_mod("old", "1.0", ", \"needs\": { \"base-set\": { \"version\": \"1.9\" } }");
  put_mod("new", "1.0", ", \"needs\": { \"base-set\": { \"version\": \"1.10\" } }");
  assert_string_equal(order_of("old"), "base-set old");
  assert_within(order_of("new"), "needs \"base-set\" in version 1.10 or later; 1.9.4 is there");
  assert_int_equal(tp_mods_compare_versions("1.0", "1"), 0);
  assert_int_equal(tp_mods_compare_versions("2", "10.1"), -1);
  const struct tp_mod there = {.version = "0.9"};
  const struct tp_mod_need more = {"a", "1.0"}, none = {"a", "x"}; /* a fault, and never compared */
  assert_true(tp_mods_is_too_old(&there, &more) && !tp_mods_is_too_old(&there, &none));
  assert_false(tp_format_is_version("1.x"));
  assert_false(tp_format_is_version("v1"));
  assert_false(tp_format_is_version("1."));
  assert_false(tp_format_is_version(""));
}

static void test_an_id_stands_for_one_mod(void **state) {
  (void)state;
  put_mod("first", "1.0", "");
  put_text("mods/second/mod.json",
           "{ \"format\": 1,\n \"id\": \"first\", \"title\": \"T\", \"version\": \"2.0\" }");
  assert_within(faults_of("second", 0), "mods/second/mod.json:2:8: /id: the id \"first\" is that");
  assert_string_equal(faults_of("first", 0), "");
  assert_string_equal(order_of("first"), "first");
}

static void test_a_broken_mod_is_listed_with_its_faults(void **state) {
  (void)state;
  put_text("mods/torn/mod.json", "{ \"format\": 1, \"id\": \"torn\", }");
  put_text("mods/odd/mod.json",
           "{ \"format\": 1, \"id\": \"odd\", \"title\": \"Odd\",\n"
           "  \"verson\": \"1.0\", \"version\": \"one\", \"order\": \"first\" }");
  assert_within(faults_of("torn", 0), "mods/torn/mod.json:1:");
  assert_within(faults_of("odd", 0), ":2:3: /verson: unknown key \"verson\" in a mod");
  assert_within(faults_of("odd", 0), "/version: must be a version");
  assert_within(faults_of("odd", 0), "/order: must be a number from -1000 to 1000");
  assert_within(order_of("torn"), "mods/torn/mod.json:1:");
  assert_within(order_of("odd"), "mods/odd/mod.json:2:");
}

static void test_what_has_no_effect_in_a_mod_is_told(void **state) {
  (void)state;
  put_mod("mute", "1.0", "");
  put_mod("bundle", "1.0", ", \"needs\": { \"mute\": {} }");
  put_text("mods/mute/tiny.json", "{}");
  assert_within(faults_of("mute", 1), "mods/mute/tiny.json: is not read: patches lie in patches/");
  assert_within(faults_of("mute", 1), "mods/mute/mod.json: the mod changes nothing");
  assert_string_equal(faults_of("bundle", 1), "");
  put_text("mods/mute/patches/tiny.json", "{}");
  assert_null(strstr(faults_of("mute", 1), "changes nothing"));
}

static void test_nothing_leads_out_of_a_mod(void **state) {
  (void)state;
  char target[400];
  snprintf(target, sizeof target, "%s", in_folder("scenarios/tiny.json"));
  put_mod("link", "1.0", "");
  make_folder("mods/link/patches");
  assert_int_equal(symlink(target, in_folder("mods/link/patches/tiny.json")), 0);
  assert_within(faults_of("link", 0), "mods/link/patches/tiny.json: must be a file of its own");
  put_mod("far", "1.0", "");
  snprintf(target, sizeof target, "%s", in_folder("scenarios"));
  assert_int_equal(symlink(target, in_folder("mods/far/scenarios")), 0);
  assert_within(faults_of("far", 0), "mods/far/scenarios: must be a folder of its own");
  make_folder("mods/whole");
  snprintf(target, sizeof target, "%s", in_folder("mods/link/mod.json"));
  assert_int_equal(symlink(target, in_folder("mods/whole/mod.json")), 0);
  assert_within(faults_of("whole", 0), "mods/whole/mod.json: must be a file of its own");
  put_mod("pipe", "1.0", "");
  make_folder("mods/pipe/patches");
  assert_int_equal(mkfifo(in_folder("mods/pipe/patches/tiny.json"), 0600), 0);
  assert_within(faults_of("pipe", 0), "mods/pipe/patches/tiny.json: must be a file of its own");
  assert_within(order_of("../link"), "there is no mod \"../link\"");
  put_mod("up", "1.0", "");
  put_text("mods/up/patches/tiny.json", "{ \"extends\": \"../../secret\" }");
  struct tp_problems problems = {0};
  assert_null(tp_scenario_load("tiny+up", "en", &problems));
  assert_true(sample_has(&problems, "patches/tiny.json:1:14: /extends: a patch extends nothing"));
  tp_problems_free(&problems);
}

static void test_limits_have_their_own_errors(void **state) {
  (void)state;
  struct tp_text text = {0};
  char name[100];
  tp_text_add(&text, ", \"description\": \"x\", \"needs\": {");
  for (int i = 0; i < TP_MOD_NEEDS_MAX + 1; i++)
    tp_text_print(&text, "%s\"n%d\": {}", i ? ", " : "", i);
  tp_text_add(&text, "}");
  put_mod("needy", "1.0", text.data);
  assert_within(faults_of("needy", 0), "/needs: a mod may need at most 16 others");
  tp_text_free(&text);

  tp_text_add(&text, "{ \"format\": 1, \"id\": \"big\", \"title\": \"Big\", \"version\": \"1\" }");
  for (int i = 0; i < TP_MOD_FILE_MAX / 8; i++)
    tp_text_add(&text, "        ");
  put_text("mods/big/mod.json", text.data);
  assert_within(faults_of("big", 0), "is larger than 64 KB");
  tp_text_free(&text);

  put_mod("many", "1.0", "");
  for (int i = 0; i <= TP_MOD_FILES_MAX; i++) {
    snprintf(name, sizeof name, "mods/many/scenarios/s%d.json", i);
    put_text(name, "{}");
  }
  assert_within(faults_of("many", 0), "has 65 files; a mod may have at most 64 there");

  put_mod("deep", "1.0", "");
  for (int i = 0; i < 60; i++)
    tp_text_add(&text, "{ \"a\": ");
  put_text("mods/deep/patches/tiny.json", text.data);
  struct tp_problems problems = {0};
  assert_null(tp_scenario_load("tiny+deep", "en", &problems));
  assert_true(sample_has(&problems, "mods/deep/patches/tiny.json:1:"));
  tp_problems_free(&problems);
  tp_text_free(&text);
}

static void test_too_many_at_once(void **state) {
  (void)state;
  struct tp_text ids = {0};
  char id[20];
  for (int i = 0; i <= TP_MODS_ON_MAX; i++) {
    snprintf(id, sizeof id, "m%d", i);
    put_mod(id, "1.0", "");
    tp_text_print(&ids, "%s%s", i ? "," : "", id);
  }
  assert_within(order_of(ids.data), "more than 32 mods at once");
  tp_text_free(&ids);
}

static void test_patches_change_the_file_they_name(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_mod("calm", "2.1", "");
  put_text(
      "mods/calm/patches/tiny.json",
      "{ \"format\": 1, \"id\": \"tiny\", \"world\": { \"tension\": 10 },\n"
      "  \"events\": { \"calm\": null, \"gas\": { \"options\": { \"pay\": { \"then\": null } } } } "
      "}");
  put_text("mods/calm/patches/rules.json", "{ \"defaults\": { \"tie\": { \"government\": 33 } } }");
  struct tp_scenario *plain = load("tiny", &problems), *calm = load("tiny+calm", &problems);
  assert_true(start_of(plain, "world.tension") == 40 && start_of(calm, "world.tension") == 10);
  assert_true(start_of(plain, "hill-bear.government") == 30);
  assert_true(start_of(calm, "hill-bear.government") == 33);
  assert_int_equal(calm->rules->event_count, plain->rules->event_count - 1);
  assert_int_equal(calm->chain_count, 4);
  assert_within(calm->path, "scenarios/tiny.json");
  assert_int_equal(plain->mod_count, 0);
  assert_int_equal(calm->mod_count, 1);
  assert_string_equal(calm->mods[0].id, "calm");
  assert_string_equal(calm->mods[0].version, "2.1");
  for (int i = 0; i < problems.warning_count; i++)
    assert_null(strstr(problems.warnings[i].message, "two mods"));

  struct tp_scenario *again = tp_scenario_load_text(calm->merged, "saved", "en", &problems);
  assert_non_null(again);
  assert_int_equal(again->mod_count, 1);
  assert_string_equal(again->mods[0].hash, calm->mods[0].hash);
  assert_string_equal(again->merged, calm->merged);
  tp_problems_free(&problems);
  tp_scenario_free(again);
  tp_scenario_free(plain);
  tp_scenario_free(calm);
}

static void test_a_fault_in_a_patch_is_told_there(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_mod("bad", "1.0", "");
  put_text("mods/bad/patches/tiny.json", "{ \"world\": {\n  \"tension\": 400, \"tensoin\": 3 } }");
  assert_null(tp_scenario_load("tiny+bad", "en", &problems));
  assert_int_equal(problems.count, 2);
  assert_true(sample_has(&problems, "mods/bad/patches/tiny.json:2:14: /world/tension: must be"));
  assert_true(
      sample_has(&problems, "mods/bad/patches/tiny.json:2:19: /world/tensoin: unknown key"));
  tp_problems_free(&problems);
  put_mod("stray", "1.0", "");
  put_text("mods/stray/patches/tinny.json", "{}");
  assert_within(faults_of("stray", 1), "patches/tinny.json: unknown scenario \"tinny\"; did you "
                                       "mean \"tiny\"?");
  put_text("mods/stray/patches/tiny.json", "{ \"id\": \"other\", \"turns\": 0 }");
  assert_null(tp_scenario_load("tiny+stray", "en", &problems));
  assert_int_equal(problems.count, 2);
  assert_true(sample_has(&problems, "/id: must be \"tiny\""));
  tp_problems_free(&problems);
}

static void test_conflicts_name_both_places_and_who_wins(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_mod("north", "1.0", "");
  put_mod("south", "1.0", "");
  put_mod("late", "1.0", ", \"needs\": { \"north\": {} }");
  put_text("mods/south/patches/tiny.json",
           "{ \"world\": {\n  \"tension\": 12, \"commitment\": 50, \"unilateralism\": 1 },\n"
           "  \"x-note\": 1, \"tracks\": { \"pipe\": { \"start\": 2 } } }");
  put_text("mods/late/patches/tiny.json", "{ \"world\": { \"tension\": 14 } }");
  put_text("mods/north/patches/tiny.json",
           "{ \"world\": { \"tension\": 10, \"commitment\": 50 } }");
  struct tp_scenario *both = load("tiny+south+north", &problems);
  assert_true(start_of(both, "world.tension") == 12);
  assert_int_equal(problems.warning_count, 1);
  struct tp_text line = {0};
  tp_problem_print(&problems.warnings[0], &line);
  assert_within(line.data, "mods/south/patches/tiny.json:2:14: /world/tension: two mods set this: "
                           "12 by \"south\" counts, not 10 by \"north\" (");
  assert_within(line.data, "mods/north/patches/tiny.json:1:25)");
  tp_text_free(&line);
  tp_scenario_free(both);
  tp_problems_free(&problems);

  struct tp_scenario *late = load("tiny+late", &problems);
  assert_true(start_of(late, "world.tension") == 14);
  assert_int_equal(problems.warning_count, 0); /* it builds on north, and means to */
  tp_scenario_free(late);
}

static void test_an_event_that_a_mod_leaves_uncalled(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_text line = {0};
  put_text("scenarios/calls.json",
           "{ \"format\": 1, \"id\": \"calls\", \"extends\": \"tiny\", \"events\": {\n"
           "\"cause\": { \"title\": \"C\", \"at\": 1, \"then\": { \"event\": \"echo\" } },\n"
           "\"echo\": { \"title\": \"E\", \"chance\": 0 } } }");
  put_mod("north", "1.0", "");
  put_mod("south", "1.0", "");
  put_text("mods/north/patches/calls.json", "{ \"events\": {\n \"cause\": { \"then\": null } } }");
  put_text("mods/south/patches/calls.json", "{ \"events\": { \"late\": { \"title\": \"L\", \"at\": "
                                            "2, \"then\": { \"event\": \"echo\" } } } }");
  tp_scenario_free(load("calls+north", &problems));
  assert_int_equal(problems.warning_count, 1);
  tp_problem_print(&problems.warnings[0], &line);
  assert_within(line.data,
                "mods/north/patches/calls.json:2:21: /events/cause/then: leaves \"echo\" "
                "uncalled: it never happens by itself, and no other event calls it");
  tp_text_free(&line);
  tp_problems_free(&problems);
  tp_scenario_free(load("calls+north+south", &problems)); /* which calls it too */
  assert_int_equal(problems.warning_count, 0);
}

static void test_who_set_a_value(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_setters setters;
  put_mod("north", "1.0", "");
  put_mod("south", "1.0", "");
  put_text("mods/north/patches/tiny.json",
           "{ \"world\": { \"tension\": 10 },\n  \"events\": null }");
  put_text("mods/south/patches/tiny.json", "{ \"world\":\n { \"tension\": 12 } }");
  assert_true(tp_setters_find("tiny+north+south", "/world/tension", &setters, &problems));
  assert_int_equal(setters.count, 3);
  assert_string_equal(setters.list[0].layer, "tiny");
  assert_string_equal(setters.list[0].wrote, "40");
  assert_int_equal(setters.list[0].is_mod, 0);
  assert_string_equal(setters.list[1].value, "10");
  assert_string_equal(setters.list[2].layer, "south");
  assert_int_equal(setters.list[2].is_mod, 1);
  assert_int_equal(setters.list[2].line, 2);
  assert_int_equal(setters.list[2].column, 15);
  tp_setters_free(&setters);

  /* what removes all around it is among those who set it, at the place where it says so */
  assert_true(tp_setters_find("tiny+north", "/events/gas/title", &setters, &problems));
  assert_int_equal(setters.count, 2);
  assert_string_equal(setters.list[0].value, "\"Gas\"");
  assert_string_equal(setters.list[1].wrote, "null");
  assert_null(setters.list[1].value);
  assert_int_equal(setters.list[1].line, 2);
  tp_setters_free(&setters);

  assert_false(tp_setters_find("tiny", "/world/tensoin", &setters, &problems));
  assert_true(sample_has(&problems, "there is no /world/tensoin in it; did you mean \"tension\"?"));
  tp_problems_free(&problems);
}

static void test_variants_lie_over_patches(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_mod("north", "1.0", "");
  put_text("mods/north/patches/tiny.json",
           "{ \"world\": { \"tension\": 10, \"commitment\": 20 }, \"variants\": { \"cold\": {"
           " \"title\": \"Cold\", \"changes\": { \"world\": { \"tension\": 80 } } } } }");
  struct tp_scenario *scenario = load("tiny@cold+north", &problems);
  assert_true(start_of(scenario, "world.tension") == 80);
  assert_true(start_of(scenario, "world.commitment") == 20);
  assert_within(scenario->path, "scenarios/tiny.json");
  assert_string_equal(scenario->variant, "cold");
  tp_scenario_free(scenario);
  assert_null(tp_scenario_load("tiny@cold", "en", &problems));
  tp_problems_free(&problems);
}

static void test_mods_bring_scenarios(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_mod("isles", "1.0", "");
  put_text("mods/isles/scenarios/isles.json",
           "{ \"format\": 1, \"id\": \"isles\", \"extends\": \"tiny\", \"title\": \"Isles\" }");
  put_mod("storm", "1.0", ", \"needs\": { \"isles\": {} }");
  put_text("mods/storm/patches/isles.json",
           "{ \"title\": \"Storm\", \"world\": { \"tension\": 90 } }");
  assert_null(tp_scenario_load("isles", "en", &problems));
  tp_problems_free(&problems);
  struct tp_scenario *scenario = load("isles+storm", &problems);
  assert_string_equal(scenario->rules->words.title, "Storm");
  tp_scenario_free(scenario);
  int count, listed = 0;
  struct tp_scenario_entry *list = tp_scenario_list("storm", "en", &count);
  for (int i = 0; i < count; i++)
    listed += strcmp(list[i].id, "isles") == 0 && strcmp(list[i].title, "Storm") == 0;
  assert_int_equal(listed, 1);
  tp_scenario_list_free(list, count);
}

static void test_what_a_mod_is_changes_with_its_files(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_mod("same", "1.0", "");
  put_text("mods/same/patches/tiny.json", "{ \"world\": { \"tension\": 10 } }");
  struct tp_scenario *one = load("tiny+same", &problems);
  put_text("mods/same/patches/tiny.json", "{ \"world\": { \"tension\": 11 } }");
  struct tp_scenario *two = load("tiny+same", &problems);
  assert_string_not_equal(one->mods[0].hash, two->mods[0].hash);
  tp_scenario_free(one);
  tp_scenario_free(two);
}

static void test_the_shipped_example(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = load("scenarios/rapprochement-2018.json+long-winter", &problems);
  assert_int_equal(problems.warning_count, 0);
  assert_string_equal(scenario->mods[0].title, "A long winter");
  tp_scenario_free(scenario);
}

#define STORY(story) cmocka_unit_test_setup_teardown(story, set_up, close_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      STORY(test_order_follows_needs_then_order_then_id),
      STORY(test_what_is_missing_is_told_at_its_need),
      STORY(test_circles_are_named),
      STORY(test_versions_are_compared_by_number),
      STORY(test_an_id_stands_for_one_mod),
      STORY(test_a_broken_mod_is_listed_with_its_faults),
      STORY(test_what_has_no_effect_in_a_mod_is_told),
      STORY(test_nothing_leads_out_of_a_mod),
      STORY(test_limits_have_their_own_errors),
      STORY(test_too_many_at_once),
      STORY(test_patches_change_the_file_they_name),
      STORY(test_a_fault_in_a_patch_is_told_there),
      STORY(test_conflicts_name_both_places_and_who_wins),
      STORY(test_an_event_that_a_mod_leaves_uncalled),
      STORY(test_who_set_a_value),
      STORY(test_variants_lie_over_patches),
      STORY(test_mods_bring_scenarios),
      STORY(test_what_a_mod_is_changes_with_its_files),
      STORY(test_the_shipped_example),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
