/* A scenario's own policies: what they add to a seat, and every mistake with its remedy. */
#include "sample.h"

#include "ai/policy.h"
#include "data/address.h"
#include "data/format/format.h"

static struct tp_scenario *load(const char *policies) {
  struct tp_problems problems = {0};
  struct tp_text text = {0};
  tp_text_print(&text,
                "{ \"format\": 1, \"id\": \"led\", \"extends\": \"tiny\", \"policies\": { %s } }",
                policies);
  struct tp_scenario *s = tp_scenario_load_text(text.data, in_folder("led.json"), "en", &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  tp_text_free(&text);
  assert_non_null(s);
  return s;
}

static void a_policy_has_goals_by_seat_and_leanings_by_action(void **state) {
  (void)state;
  struct tp_scenario *s =
      load("\"proud\": { \"title\": \"Proud\", \"base\": \"reflex\", \"goals\": { "
           "\"self.military\": 2, \"bear.stability\": -1 }, \"themes\": { \"defence\": 5 }, "
           "\"actions\": { \"build\": 7 } }");
  const struct tp_rules *r = s->rules;
  assert_int_equal(r->character_count, 1);
  const struct tp_character *proud = &r->characters[0];
  int build = tp_address_action(r, "build"), seat = r->actions[build].seat;
  struct tp_span goals = proud->goals[seat];
  assert_int_equal(goals.count, 2);
  assert_int_equal(r->weights[goals.first].slot, tp_actor_slot(r, seat, TP_MILITARY));
  assert_int_equal(r->weights[goals.first + 1].slot, tp_address_find(r, "bear.stability"));
  assert_int_equal(proud->lean[build], r->actions[build].theme == TP_DEFENCE ? 12 : 7);
  tp_scenario_free(s);
}

static void a_policy_is_found_by_its_name_and_plays_like_its_base(void **state) {
  (void)state;
  struct tp_policy policy;
  struct tp_scenario *s = load("\"slow\": { \"title\": \"Slow\" }, "
                               "\"deep\": { \"title\": \"Deep\", \"base\": \"mcts\" }, "
                               "\"rash\": { \"title\": \"Rash\", \"base\": \"reflex\" }");
  const struct tp_rules *r = s->rules;
  assert_true(tp_policy_find(r, "slow", &policy));
  assert_int_equal(policy.kind, TP_PLANNER);
  assert_true(policy.character == &r->characters[0]);
  assert_true(tp_policy_find(r, "deep:50", &policy));
  assert_int_equal(policy.rollouts, 50);
  assert_true(tp_policy_find(r, "greedy", &policy));
  assert_null(policy.character);
  assert_false(tp_policy_find(r, "rash:5", &policy)); /* reflex imagines nothing */
  assert_false(tp_policy_find(r, "slo", &policy));
  tp_scenario_free(s);
}

/* What the format offers as a base is a policy, and every policy's name is taken. */
static void the_format_knows_the_policies(void **state) {
  (void)state;
  const char *bases = tp_format_field(&tp_kind_policy, "base")->choices;
  for (int kind = 0; kind < TP_POLICIES; kind++) {
    char entry[200];
    struct tp_policy policy;
    const char *name = tp_policy_name((enum tp_policy_kind)kind);
    snprintf(entry, sizeof entry, "\"policies\": { \"%s\": { \"title\": \"X\" } }", name);
    sample_refused(entry, "is a policy of every scenario");
    if (tp_format_choice(bases, name) >= 0)
      assert_true(tp_policy_named(name, &policy));
  }
  assert_true(tp_format_choice(bases, "planner") >= 0);
}

/* A mod that removes an action need not know who leans to it. */
static void a_removed_action_is_leaned_to_no_more(void **state) {
  (void)state;
  put_text("parent.json",
           "{ \"format\": 1, \"id\": \"parent\", \"extends\": \"tiny\", \"policies\": { \"x\": { "
           "\"title\": \"X\", \"actions\": { \"build\": 3 } } } }");
  struct tp_problems problems = {0};
  struct tp_scenario *s = tp_scenario_load_text("{ \"format\": 1, \"id\": \"child\", \"extends\": "
                                                "\"parent\", \"actions\": { \"build\": null } }",
                                                in_folder("child.json"), "en", &problems);
  tp_problems_write(&problems, stderr);
  assert_non_null(s);
  assert_int_equal(s->rules->character_count, 1);
  assert_null(strstr(s->merged, "\"build\""));
  tp_scenario_free(s);
}

#define POLICY(rest) "\"policies\": { \"x\": { \"title\": \"X\", " rest " } }"

static void mistakes_are_named(void **state) {
  (void)state;
  sample_refused(POLICY("\"goals\": { \"bear.stabilty\": 1 }"), "did you mean \"bear.stability\"?");
  sample_refused(POLICY("\"goals\": { \"self.stabilty\": 1 }"), "unknown variable");
  sample_refused(POLICY("\"themes\": { \"defense\": 1 }"), "unknown theme \"defense\"");
  sample_refused(POLICY("\"actions\": { \"biuld\": 1 }"),
                 "unknown action \"biuld\"; did you mean \"build\"?");
  sample_refused(POLICY("\"base\": \"idle\""), "reflex");
  sample_refused(POLICY("\"actions\": { \"build\": 1000 }"), "/policies/x/actions/build");
  sample_refused("\"policies\": { \"x\": {} }", "a policy needs \"title\"");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_policy_has_goals_by_seat_and_leanings_by_action),
      cmocka_unit_test(a_policy_is_found_by_its_name_and_plays_like_its_base),
      cmocka_unit_test(the_format_knows_the_policies),
      cmocka_unit_test(a_removed_action_is_leaned_to_no_more),
      cmocka_unit_test(mistakes_are_named),
  };
  return cmocka_run_group_tests(tests, sample_set_up, close_folder);
}
