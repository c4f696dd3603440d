/* Each kind of mistake in a scenario gets a message its author can act on, and only that. */
#include "sample.h"

#include "data/nearest.h"

static void names_that_are_nearly_right(void **state) {
  (void)state;
  sample_refused("\"colour\": 1", "/colour: unknown key \"colour\" in a scenario");
  sample_refused("\"rolls\": {}", "did you mean \"roles\"?");
  sample_refused("\"actors\": { \"bear\": { \"vars\": { \"stabilty\": 1 } } }",
                 "/actors/bear/vars/stabilty: unknown key \"stabilty\" in an actor's variables; "
                 "did you mean \"stability\"?");
  sample_refused("\"rules\": { \"menace.rte\": 0.1 }", "did you mean \"menace.rate\"?");
  sample_refused("\"claims\": { \"siege\": { \"holder\": \"baer\" } }",
                 "unknown actor \"baer\"; did you mean \"bear\"?");
  sample_refused("\"events\": { \"gas\": { \"then\": { \"event\": \"clam\" } } }",
                 "unknown event \"clam\"; did you mean \"calm\"?");
  sample_refused("\"pairs\": { \"beer-hill\": {} }",
                 "is no pair of two actors; did you mean \"bear-hill\"?");
  sample_refused(
      "\"objectives\": { \"arm\": { \"when\": [ { \"var\": \"league.industri\", \">\": 1 } ] } }",
      "unknown variable \"league.industri\"; did you mean \"league.industry\"?");
  sample_refused("\"actors\": { \"bear\": { \"goals\": { \"bear.naratif\": 1 } } }",
                 "did you mean \"bear.narrative\"?");
}

/* That the key which was meant is missing is no second mistake. */
static void a_misspelt_key_is_one_mistake(void **state) {
  (void)state;
  sample_refused(
      "\"claims\": { \"west\": { \"evidence\": [ { \"var\": \"world.tension\", \"weigth\": 1 "
      "} ] } }",
      "unknown key \"weigth\" in a weight; did you mean \"weight\"?");
  sample_refused("\"objectives\": { \"more\": { \"title\": \"M\", \"wehn\": [] } }",
                 "unknown key \"wehn\" in an objective; did you mean \"when\"?");
  sample_refused(
      "\"actors\": { \"isle\": { \"name\": \"I\", \"kind\": \"partner\", \"stability\": 50 } }",
      "unknown key \"stability\" in an actor; it belongs under \"vars\"");
  sample_refused("\"events\": { \"gas\": { \"when\": [ { \"var\": \"world.turn\", \"=\": 3 } ] } }",
                 "unknown key \"=\" in a condition; did you mean \"==\"?");
}

/* What is known of an address says more than which is near. */
static void addresses_of_something_else(void **state) {
  (void)state;
#define WEST(ADDRESS)                                                                              \
  "\"claims\": { \"west\": { \"evidence\": [ { \"var\": \"" ADDRESS "\", \"weight\": 1 } ] } }"
  sample_refused(WEST("league.presence"),
                 "league has no \"presence\"; a view has, as \"league>bear.presence\"");
  sample_refused(WEST("league>bear.people"),
                 "league>bear has no \"people\"; a pair has, as \"league-bear.people\"");
  sample_refused(WEST("hill-league.people"),
                 "there is no pair \"hill-league\": it is not declared under \"pairs\"");
  sample_refused(WEST("track:canal"), "unknown variable \"track:canal\" (there is pipe)");
}

static void a_misspelt_id_makes_an_incomplete_entry(void **state) {
  (void)state;
  sample_refused("\"events\": { \"gass\": { \"text\": \"x\" } }",
                 "an event needs \"title\": text, or an object of texts by language; "
                 "did you mean \"gas\"?");
}

static void wrong_types(void **state) {
  (void)state;
  sample_refused("\"turns\": \"12\"", "must be a whole number from 1 to 400, not text; "
                                      "leave out the quotes");
  sample_refused("\"turns\": 2.5", "without a fraction (is 2.5)");
  sample_refused("\"events\": { \"gas\": { \"once\": 1 } }", "must be true or false, not a number");
  sample_refused("\"actors\": { \"bear\": { \"name\": [] } }", "must be text");
  sample_refused("\"balance\": { \"bands\": 1 }", "must be a list, not a number");
  sample_refused("\"claims\": []", "must be an object of entries by id, not a list");
  sample_refused("\"objectives\": 3",
                 "must be a list, or an object of entries by id, not a number");
}

static void numbers_out_of_range(void **state) {
  (void)state;
  sample_refused("\"turns\": 0", "must be a whole number from 1 to 400 (is 0)");
  sample_refused("\"turns\": 1e999", "must be a whole number from 1 to 400 (is inf)");
  sample_refused("\"actors\": { \"bear\": { \"vars\": { \"stability\": 101 } } }",
                 "must be a number from 0 to 100 (is 101)");
  sample_refused("\"rules\": { \"menace.rate\": -1 }", "must be a number from 0 to 1 (is -1)");
  sample_refused("\"tracks\": { \"pipe\": { \"start\": 9 } }",
                 "must be from \"min\" to \"max\", -5 to 5 (is 9)");
  sample_refused("\"tracks\": { \"pipe\": { \"min\": 8 } }", "must be below \"max\"");
  sample_refused("\"actions\": { \"build\": { \"turns\": 201 } }",
                 "must be a whole number from 0 to 200 (is 201)");
  sample_refused(
      "\"objectives\": { \"arm\": { \"when\": [ { \"var\": \"league.industry\", \">\": 101 } ] } }",
      "101 is out of the range of league.industry, 0 to 100");
}

static void what_is_missing(void **state) {
  (void)state;
  sample_refused("\"title\": null", "a scenario needs \"title\"");
  sample_refused("\"roles\": { \"player\": null }", "a scenario needs \"player\"");
  sample_refused("\"rules\": { \"menace.rate\": null }",
                 "the rule \"menace.rate\" is missing: a number from 0 to 1");
  sample_refused("\"actors\": { \"bear\": { \"vars\": { \"stability\": null } } }",
                 "bear.stability needs a start value from 0 to 100, here or in \"defaults/power\"");
  sample_refused("\"world\": { \"tension\": null }", "world.tension needs a start value");
  sample_refused("\"claims\": { \"siege\": { \"credibility\": null } }",
                 "claim:siege.credibility needs a start value");
  sample_refused("\"endings\": { \"late\": null }", "one ending with \"final\": true");
  sample_refused("\"endings\": { \"fall\": { \"when\": [] } }", "an ending needs conditions");
  sample_refused("\"objectives\": { \"arm\": { \"when\": [ { \"var\": \"track:pipe\" } ] } }",
                 "a condition needs one of <, <=, >, >=, ==, !=");
  sample_refused("\"events\": { \"gas\": { \"seat\": null } }", "options need \"seat\"");
}

static void what_makes_no_sense(void **state) {
  (void)state;
  sample_refused("\"actors\": { \"bear\": { \"vars\": { \"narrative\": 5 } } }",
                 "\"narrative\" is computed from other variables and takes no start value");
  sample_refused("\"actors\": { \"bear\": { \"vars\": { \"industry\": 5 } } }",
                 "bear has no \"industry\": only a union has");
  sample_refused("\"actors\": { \"hill\": { \"vars\": { \"budget\": 5 } } }",
                 "only seats have, and it has neither income nor actions");
  sample_refused(
      "\"events\": { \"calm\": { \"effects\": [ { \"var\": \"bear.power\", \"add\": 1 } ] } }",
      "bear.power is computed from other variables; change those");
  sample_refused("\"events\": { \"calm\": { \"effects\": [ { \"var\": \"bear.rally\", \"add\": 1, "
                 "\"set\": 2 } ] } }",
                 "either \"add\" or \"set\"");
  sample_refused("\"events\": { \"gas\": { \"seat\": \"hill\" } }", "hill is no seat");
  sample_refused("\"player\": \"hill\"", "hill is no seat");
  sample_refused("\"roles\": { \"union\": \"bear\" }", "bear is not of the kind \"union\"");
  sample_refused("\"pairs\": { \"bear-league\": {} }", "already given as \"league-bear\"");
  sample_refused("\"pairs\": { \"hill-bear\": { \"menace\": 3 } }", "has a direction");
  sample_refused("\"views\": { \"hill>bear\": { \"people\": 3 } }", "unknown key \"people\"");
  sample_refused("\"pairs\": { \"hill>league\": { \"people\": 3 } }", "has no direction");
  sample_refused("\"pairs\": { \"hill>bear\": {} }", "under \"pairs\" and under \"views\"");
  sample_refused("\"actions\": { \"build\": { \"turns\": 0 } }", "need a programme");
  sample_refused("\"actions\": { \"build\": { \"stances\": { \"bear\": 1 } } }",
                 "bear has no vote in the council");
  sample_refused("\"actions\": { \"crack\": { \"wedge\": \"hill-bear\" } }", "the guarantor");
  sample_refused("\"claims\": { \"siege\": { \"echo\": [ \"hill\" ] } , \"west\": { \"echo\": [ "
                 "\"hill\" ] } }",
                 "there is no pair of the two");
  sample_refused("\"actions\": { \"build\": { \"appeal\": { \"terms\": [ { \"var\": "
                 "\"member.industry\", \"weight\": 1 } ] } } }",
                 "no voting member has \"member.industry\"");
  sample_refused("\"offsets\": { \"bear.sability\": 3 }", "did you mean \"bear.stability\"?");
}

static void names_that_could_be_read_twice(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = sample_try(
      "{ \"format\": 1, \"id\": \"patch\", \"extends\": \"tiny\", \"actors\": {"
      " \"a\": { \"name\": \"A\", \"kind\": \"partner\", \"vars\": { \"stability\": 1 } },"
      " \"b-c\": { \"name\": \"A\", \"kind\": \"partner\", \"vars\": { \"stability\": 1 } },"
      " \"a-b\": { \"name\": \"A\", \"kind\": \"partner\", \"vars\": { \"stability\": 1 } },"
      " \"c\": { \"name\": \"A\", \"kind\": \"partner\", \"vars\": { \"stability\": 1 } } },"
      " \"pairs\": { \"a-b-c\": {}, \"a-a-b\": {} } }",
      &problems);
  assert_null(scenario);
  assert_int_equal(problems.count, 1);
  assert_true(sample_has(&problems, "more than one pair"));
  tp_problems_free(&problems);
  sample_refused("\"actors\": { \"hill-bear\": { \"name\": \"W\", \"kind\": \"partner\", \"vars\": "
                 "{ \"stability\": 1 } } }",
                 "an actor cannot be called \"hill-bear\": that is the pair of");
  sample_refused("\"actors\": { \"self\": { \"name\": \"W\", \"kind\": \"partner\", \"vars\": { "
                 "\"stability\": 1 } } }",
                 "an actor cannot be called \"self\"");
  sample_refused("\"actors\": { \"world\": { \"name\": \"W\", \"kind\": \"partner\", \"vars\": { "
                 "\"stability\": 1 } } }",
                 "an actor cannot be called \"world\"");
  sample_refused("\"actors\": { \"Big Isle\": { \"name\": \"W\", \"kind\": \"partner\", \"vars\": "
                 "{ \"stability\": 1 } } }",
                 "\"Big Isle\" is no name");
}

static void limits_are_stated(void **state) {
  (void)state;
  struct tp_text many = {0};
  tp_text_add(&many, "\"tracks\": {");
  for (int i = 0; i < TP_TRACKS_MAX; i++) /* and "pipe" is one too many */
    tp_text_print(&many, "%s\"t-%d\": { \"name\": \"T\", \"start\": 1 }", i ? "," : "", i);
  tp_text_add(&many, "}");
  sample_refused(many.data, "too many tracks: at most 64");
  many.length = 0;
  tp_text_add(&many, "\"title\": \"");
  for (int i = 0; i < 201; i++)
    tp_text_add(&many, "x");
  tp_text_add(&many, "\"");
  sample_refused(many.data, "/title: is too long: 201 bytes, at most 200");
  tp_text_free(&many);
}

static void what_would_have_no_effect_is_refused(void **state) {
  (void)state;
  sample_refused(
      "\"actions\": { \"biuld\": null }",
      "/actions/biuld: there is no \"biuld\" that null could remove; did you mean \"build\"?");
  sample_refused("\"actors\": { \"bear\": { \"vars\": { \"contrl\": null } } }",
                 "/actors/bear/vars/contrl: there is no");
  sample_refused("\"events\": { \"dull\": { \"title\": \"D\", \"seat\": \"league\" } }",
                 "/events/dull/seat: \"seat\" needs \"options\"");
  sample_refused(
      "\"actions\": { \"crack\": { \"vote\": \"qualified\" } }",
      "/actions/crack/vote: only actions of league come before the council, not those of");
}

static void a_wrong_word_for_a_vote_hides_no_other_mistake(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_scenario *scenario =
      sample_try("{ \"format\": 1, \"id\": \"patch\", \"extends\": \"tiny\", \"actions\": { "
                 "\"build\": { \"vote\": \"qualifeid\", \"stances\": { \"bear\": 1 } } } }",
                 &problems);
  assert_null(scenario);
  assert_int_equal(problems.count, 2);
  assert_true(sample_has(&problems, "/actions/build/vote: "));
  assert_true(sample_has(&problems, "bear has no vote in the council"));
  tp_problems_free(&problems);
}

static void a_place_on_the_map_is_two_numbers(void **state) {
  (void)state;
  sample_refused("\"actors\": { \"bear\": { \"at\": [200, 0] } }",
                 "/actors/bear/at/0: must be a number from -180 to 180 (is 200)");
  sample_refused("\"actors\": { \"bear\": { \"at\": [0, 91] } }",
                 "/actors/bear/at/1: must be a number from -90 to 90 (is 91)");
  sample_refused("\"actors\": { \"bear\": { \"at\": [1, 2, 3] } }",
                 "/actors/bear/at: must be a list of two numbers, not of 3");
}

static void what_is_given_twice(void **state) {
  (void)state;
  sample_refused("\"actors\": { \"bear\": { \"countries\": [ \"643\" ] }, \"league\": { "
                 "\"countries\": [ \"643\" ] } }",
                 "the country 643 belongs to");
  sample_refused("\"balance\": { \"bands\": [ { \"seat\": \"bear\", \"policy\": \"idle\", \"win\": "
                 "[0, 1] }, { \"seat\": \"bear\", \"policy\": \"idle\", \"win\": [0, 0.5] } ] }",
                 "/balance/bands/1: there is a band for this seat and policy already");
  sample_refused(
      "\"actions\": { \"build\": { \"effects\": [ { \"var\": \"bear.rally\", \"add\": 1, "
      "\"each\": \"turn\", \"at\": \"end\" } ] } }",
      "an effect lands \"each\" turn or \"at\" one end, not both");
}

#define BAND(POLICY)                                                                               \
  "\"balance\": { \"bands\": [ { \"seat\": \"bear\", \"policy\": \"" POLICY                        \
  "\", \"win\": [0, 1] } ] }"

static void policies_are_known(void **state) {
  (void)state;
  sample_refused(BAND("plannr"), "/balance/bands/0/policy: unknown policy \"plannr\"; did you mean "
                                 "\"planner\"? (there are idle, ");
  sample_refused(BAND("planner:0"),
                 "must be the name of a policy, as \"reflex\" or \"planner:8\", not");
  sample_refused(BAND("reflex:3"), "\"reflex\" imagines no games");
  sample_refused("\"policies\": { \"bold\": { \"title\": \"B\" } }, " BAND("bald"),
                 "did you mean \"bold\"?");
}

static void texts_hold_no_control_characters(void **state) {
  (void)state;
  sample_refused("\"title\": \"\\u001b[31mred\"",
                 "/title: may not hold a control character (byte 1)");
  sample_refused("\"title\": \"two\\nlines\"", "/title: may not hold a control character (byte 4)");
  sample_refused("\"title\": { \"en\": \"\\u009b2J\" }", "/title/en: may not hold");
  sample_refused("\"summary\": \"bell\\u0007\"", "but \\n and \\t");
  sample_refused("\"summary\": \"a\\u202eb\"", "may not hold a control character (byte 2)");
  sample_refused("\"title\": { \"english\": \"x\" }",
                 "/title/english: \"english\" is no code of a language");
  sample_refused("\"title\": \"\"", "/title: may not be empty");
}

static void all_problems_are_listed_in_order_of_lines(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  assert_null(sample_try("{ \"format\": 1, \"id\": \"patch\", \"extends\": \"tiny\",\n"
                         "  \"turns\": 0,\n  \"player\": \"baer\", \"colour\": 1,\n"
                         "  \"title\": 3 }",
                         &problems));
  assert_int_equal(problems.count, 4);
  assert_int_equal(problems.list[0].line, 2);
  assert_int_equal(problems.list[0].column, 12);
  assert_int_equal(problems.list[1].line, 3);
  assert_int_equal(problems.list[1].column, 13);
  assert_int_equal(problems.list[2].column, 21);
  assert_int_equal(problems.list[3].line, 4);
  tp_problems_free(&problems);
}

static void a_fault_is_shown_in_the_file_that_has_it(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_text("middle.json", "{ \"format\": 1, \"id\": \"middle\", \"extends\": \"tiny\",\n"
                          "  \"actors\": { \"hill\": { \"population\": -3 } } }");
  assert_null(sample_try("{ \"format\": 1, \"id\": \"patch\", \"extends\": \"middle\","
                         " \"actors\": { \"hill\": { \"states\": -1 } } }",
                         &problems));
  assert_int_equal(problems.count, 2);
  assert_true(sample_has(&problems, "patch.json:1:84: /actors/hill/states: must be"));
  assert_true(sample_has(&problems, "middle.json:2:39: /actors/hill/population: must be"));
  tp_problems_free(&problems);
}

static void circles_are_named(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_text("one.json", "{ \"format\": 1, \"id\": \"one\", \"extends\": \"two\" }");
  put_text("two.json", "{ \"format\": 1, \"id\": \"two\", \"extends\": \"one\" }");
  assert_null(tp_scenario_load(in_folder("one.json"), "en", &problems));
  assert_int_equal(problems.count, 1);
  assert_true(sample_has(&problems, "extends in a circle: one extends two extends one"));
  tp_problems_free(&problems);
}

static void an_unknown_scenario_is_named(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  assert_null(sample_try("{ \"format\": 1, \"id\": \"p\", \"extends\": \"bese\" }", &problems));
  assert_true(
      sample_has(&problems, "1:38: /extends: unknown scenario \"bese\"; did you mean \"base\"?"));
  tp_problems_free(&problems);
}

static void the_version_of_the_format_is_needed_in_each_file(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  assert_null(sample_try("{ \"id\": \"patch\", \"extends\": \"tiny\" }", &problems));
  assert_true(sample_has(&problems, "\"format\": 1 is needed"));
  tp_problems_free(&problems);
  assert_null(sample_try("{ \"format\": 2, \"id\": \"patch\" }", &problems));
  assert_true(sample_has(&problems, "format 2 is not known; this program reads format 1"));
  tp_problems_free(&problems);
  assert_null(sample_try("{ \"format\": 1, \"extends\": \"tiny\" }", &problems));
  assert_true(sample_has(&problems, "\"id\" is needed"));
  tp_problems_free(&problems);
  assert_null(sample_try("{ \"fromat\": 1, \"id\": \"p\", \"extends\": \"tiny\", \"turns\": 0 }",
                         &problems));
  assert_int_equal(problems.count, 2); /* the rest is looked at as well */
  assert_true(sample_has(&problems, "did you mean \"format\"?"));
  tp_problems_free(&problems);
}

static void authors_keys_are_ignored_everywhere(void **state) {
  (void)state;
  tp_scenario_free(sample_load(
      "{ \"$schema\": \"x\", \"format\": 1, \"id\": \"p\", \"extends\": \"tiny\", \"_note\": [1],"
      " \"actors\": { \"_todo\": 1, \"bear\": { \"x-color\": true, \"vars\": { \"_\": \"\" } } },"
      " \"endings\": [ { \"title\": \"E\", \"final\": true, \"result\": \"draw\", \"_\": 1 } ] }"));
}

static void files_that_are_not_there(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  assert_null(tp_scenario_load("no/such/file.json", "en", &problems));
  assert_true(sample_has(&problems, "no/such/file.json: cannot be read: No such file"));
  assert_null(tp_scenario_load(in_folder(""), "en", &problems));
  assert_true(sample_has(&problems, "is a folder"));
  assert_null(tp_scenario_load("no-such-scenario", "en", &problems));
  assert_true(sample_has(&problems, "unknown scenario \"no-such-scenario\""));
  assert_int_equal(problems.count, 3);
  tp_problems_free(&problems);
}

static void nearness(void **state) {
  (void)state;
  assert_int_equal(tp_nearest_distance("russia", "rusia"), 1);
  assert_int_equal(tp_nearest_distance("baer", "bear"), 1);
  assert_int_equal(tp_nearest_distance("", "abc"), 3);
  assert_int_equal(tp_nearest_distance("kitten", "sitting"), 3);
  struct tp_nearest nearest = tp_nearest_to("stabilty");
  tp_nearest_try(&nearest, "stability");
  tp_nearest_try(&nearest, "prosperity");
  assert_string_equal(tp_nearest_hint(&nearest), "; did you mean \"stability\"?");
  nearest = tp_nearest_to("xyz");
  tp_nearest_try(&nearest, "stability");
  assert_string_equal(tp_nearest_hint(&nearest), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_that_are_nearly_right),
      cmocka_unit_test(a_misspelt_key_is_one_mistake),
      cmocka_unit_test(addresses_of_something_else),
      cmocka_unit_test(a_misspelt_id_makes_an_incomplete_entry),
      cmocka_unit_test(wrong_types),
      cmocka_unit_test(numbers_out_of_range),
      cmocka_unit_test(what_is_missing),
      cmocka_unit_test(what_makes_no_sense),
      cmocka_unit_test(names_that_could_be_read_twice),
      cmocka_unit_test(limits_are_stated),
      cmocka_unit_test(what_would_have_no_effect_is_refused),
      cmocka_unit_test(a_wrong_word_for_a_vote_hides_no_other_mistake),
      cmocka_unit_test(a_place_on_the_map_is_two_numbers),
      cmocka_unit_test(what_is_given_twice),
      cmocka_unit_test(policies_are_known),
      cmocka_unit_test(texts_hold_no_control_characters),
      cmocka_unit_test(all_problems_are_listed_in_order_of_lines),
      cmocka_unit_test(a_fault_is_shown_in_the_file_that_has_it),
      cmocka_unit_test(circles_are_named),
      cmocka_unit_test(an_unknown_scenario_is_named),
      cmocka_unit_test(the_version_of_the_format_is_needed_in_each_file),
      cmocka_unit_test(authors_keys_are_ignored_everywhere),
      cmocka_unit_test(files_that_are_not_there),
      cmocka_unit_test(nearness),
  };
  return cmocka_run_group_tests(tests, sample_set_up, close_folder);
}
