/* What is allowed but has no effect is said, in warnings that stop nothing. */
#include "sample.h"

/* The patch (extending "tiny") loads, with exactly one warning, which contains `wanted`; with none
 * for NULL. */
static void doubted(const char *members, const char *wanted) {
  struct tp_problems problems = {0};
  struct tp_text text = {0};
  tp_text_print(&text, "{ \"format\": 1, \"id\": \"patch\", \"extends\": \"tiny\",\n%s }", members);
  struct tp_scenario *scenario = sample_try(text.data, &problems);
  sample_print(&problems);
  assert_non_null(scenario);
  if (problems.warning_count != (wanted != NULL))
    fail_msg("%s: %d warnings", members, problems.warning_count);
  if (wanted) {
    struct tp_text line = {0};
    tp_problem_print(&problems.warnings[0], &line);
    if (!strstr(line.data, wanted))
      fail_msg("%s\nshould give: %s", line.data, wanted);
    assert_int_equal(problems.warnings[0].line, 2);
    tp_text_free(&line);
  }
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
  tp_text_free(&text);
}

static void events_that_never_come(void **state) {
  (void)state;
  doubted("\"events\": { \"late\": { \"title\": \"L\", \"at\": 12 } }",
          "/events/late/at: never happens: the game ends after turn 11");
  doubted("\"events\": { \"late\": { \"title\": \"L\", \"at\": 11 } }", NULL);
  doubted("\"events\": { \"mute\": { \"title\": \"M\" } }",
          "/events/mute: never happens by itself");
  doubted("\"events\": { \"calm\": { \"chance\": 0 } }", NULL); /* switched off */
  doubted("\"events\": { \"mute\": { \"title\": \"M\" }, \"call\": { \"title\": \"C\", \"at\": 1, "
          "\"then\": { \"event\": \"mute\" } } }",
          NULL);
  doubted("\"events\": { \"calm\": { \"once\": true, \"cooldown\": 3 } }",
          "/events/calm/cooldown: has no effect");
}

static void what_an_extension_shortens_is_not_its_authors(void **state) {
  (void)state;
  put_text("long.json", "{ \"format\": 1, \"id\": \"long\", \"extends\": \"tiny\", \"events\": { "
                        "\"late\": { \"title\": \"L\", \"at\": 8 } } }");
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = sample_try(
      "{ \"format\": 1, \"id\": \"patch\", \"extends\": \"long\", \"turns\": 6 }", &problems);
  assert_non_null(scenario);
  assert_int_equal(problems.warning_count, 0);
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
}

static void conditions_that_exclude_each_other(void **state) {
  (void)state;
  doubted(
      "\"objectives\": { \"arm\": { \"when\": [ { \"var\": \"league.industry\", \"<\": 10, \">\": "
      "20 } ] } }",
      "/objectives/arm/when/0: never holds: no value of league.industry");
  doubted(
      "\"objectives\": { \"arm\": { \"when\": [ { \"var\": \"league.industry\", \"<=\": 10 }, { "
      "\"var\": \"league.industry\", \">=\": 10 } ] } }",
      NULL);
  doubted("\"objectives\": { \"arm\": { \"when\": [ { \"var\": \"league.industry\", \"<\": 10 }, { "
          "\"var\": \"league.industry\", \">=\": 10 } ] } }",
          "/objectives/arm/when/1: never holds");
}

static void spells_longer_than_the_game(void **state) {
  (void)state;
  doubted("\"objectives\": { \"arm\": { \"for\": 13 } }",
          "/objectives/arm/for: is never reached: the game has 12 turns");
}

static void parts_of_actions_that_nothing_reads(void **state) {
  (void)state;
  doubted(
      "\"actions\": { \"push\": { \"seat\": \"bear\", \"theme\": \"defence\", \"title\": \"P\", "
      "\"failure\": [ { \"var\": \"bear.rally\", \"add\": 1 } ] } }",
      "/actions/push/failure: has no effect");
  doubted(
      "\"actions\": { \"push\": { \"seat\": \"bear\", \"theme\": \"defence\", \"title\": \"P\", "
      "\"appeal\": { \"base\": 1 } } }",
      "/actions/push/appeal: has no effect");
  doubted(
      "\"actions\": { \"push\": { \"seat\": \"bear\", \"theme\": \"defence\", \"title\": \"P\", "
      "\"once\": true, \"cooldown\": 2 } }",
      "/actions/push/cooldown: has no effect");
}

static void constants_without_an_equation(void **state) {
  (void)state;
  doubted("\"offsets\": { \"bear.narrative\": 3 }",
          "/offsets/bear.narrative: has no effect: bear.narrative follows no equation");
  doubted("\"offsets\": { \"bear.stability\": 3 }", NULL);
}

static void a_player_named_twice(void **state) {
  (void)state;
  doubted("\"player\": \"bear\", \"roles\": { \"player\": \"league\" }",
          "/roles/player: has no effect");
  doubted("\"player\": \"bear\"", NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(events_that_never_come),
      cmocka_unit_test(what_an_extension_shortens_is_not_its_authors),
      cmocka_unit_test(conditions_that_exclude_each_other),
      cmocka_unit_test(spells_longer_than_the_game),
      cmocka_unit_test(parts_of_actions_that_nothing_reads),
      cmocka_unit_test(constants_without_an_equation),
      cmocka_unit_test(a_player_named_twice),
  };
  return cmocka_run_group_tests(tests, sample_set_up, close_folder);
}
