/* Start values are a rest; what extends them inherits the constants that make them one. */
#include "sample.h"

#include "core/equation.h"
#include "core/turn.h"
#include "data/address.h"

static double offset(const struct tp_scenario *scenario, const char *address) {
  int slot = tp_address_find(scenario->rules, address);
  assert_int_not_equal(slot, TP_NONE);
  assert_int_not_equal(scenario->rules->system->of[slot], TP_NONE);
  return scenario->rules->offset[slot];
}

static double rest(const struct tp_scenario *scenario, const char *address) {
  const struct tp_system *system = scenario->rules->system;
  return system->rest[system->of[tp_address_find(scenario->rules, address)]];
}

static void same_offsets(const struct tp_scenario *a, const struct tp_scenario *b) {
  for (int i = 0; i < a->rules->slot_count; i++) {
    int slot = tp_address_find(b->rules, a->rules->slots[i].name);
    if (a->rules->system->of[i] != TP_NONE)
      assert_true(a->rules->offset[i] == b->rules->offset[slot]);
  }
}

static void offsets_are_inherited_by_name(void **state) {
  (void)state;
  struct tp_scenario *plain = sample_load_plain();
  struct tp_scenario *changed =
      sample_load("{ \"format\": 1, \"id\": \"changed\", \"extends\": \"tiny\","
                  "  \"actors\": { \"bear\": { \"vars\": { \"control\": 90 } },"
                  "    \"dale\": { \"name\": \"Dale\", \"kind\": \"partner\", \"vars\": { "
                  "\"stability\": 20 } } } }");
  same_offsets(plain, changed);
  const struct tp_rules *r = changed->rules;
  int dale = tp_address_find(r, "dale.openness");
  assert_true(r->start[tp_address_find(r, "bear.control")] == 90);
  assert_true(rest(changed, "bear.control") < 89.9); /* what was changed moves */
  assert_true(rest(changed, "dale.openness") ==
              r->start[dale]); /* what is new rests where it starts */
  tp_scenario_free(changed);
  tp_scenario_free(plain);
}

static void a_scenario_may_be_at_rest_itself(void **state) {
  (void)state;
  struct tp_scenario *own =
      sample_load("{ \"format\": 1, \"id\": \"own\", \"extends\": \"tiny\", \"at_rest\": true,"
                  "  \"actors\": { \"bear\": { \"vars\": { \"control\": 90 } } } }");
  assert_float_equal(rest(own, "bear.control"), 90, 1e-9);
  tp_scenario_free(own);
}

static void offsets_may_be_written_down(void **state) {
  (void)state;
  struct tp_scenario *plain = sample_load_plain();
  struct tp_scenario *written =
      sample_load("{ \"format\": 1, \"id\": \"written\", \"extends\": \"tiny\","
                  "  \"offsets\": { \"bear.control\": 12.5 } }");
  assert_true(offset(written, "bear.control") == 12.5);
  assert_true(offset(written, "bear.openness") == offset(plain, "bear.openness"));
  tp_scenario_free(written);
  tp_scenario_free(plain);
}

/* Plays eight turns in which nobody does anything. */
static uint64_t play(const struct tp_rules *r) {
  struct tp_world *w = malloc(r->world_size);
  tp_world_start(r, w, 7);
  for (int turn = 0; turn < 8; turn++)
    tp_turn_play(r, w, NULL, 0, NULL, NULL);
  uint64_t hash = tp_world_hash(r, w);
  free(w);
  return hash;
}

static void the_merged_text_is_the_same_game(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_scenario *changed =
      sample_load("{ \"format\": 1, \"id\": \"changed\", \"extends\": \"tiny\","
                  "  \"title\": \"\\\"Quoted\\\" \\u00e9\","
                  "  \"actors\": { \"bear\": { \"size\": 3.3000000000000003,"
                  "    \"vars\": { \"control\": 90.1 } } } }");
  struct tp_scenario *again =
      tp_scenario_load_text(tp_scenario_merged(changed), "merged", "en", &problems);
  sample_print(&problems);
  tp_problems_free(&problems);
  assert_non_null(again);
  assert_int_equal(again->chain_count, 1);
  assert_string_equal(again->rules->words.title, "\"Quoted\" \xc3\xa9");
  assert_true(again->rules->actors[1].size == 3.3000000000000003);
  same_offsets(changed, again);
  assert_true(play(changed->rules) == play(again->rules));
  assert_string_equal(tp_scenario_merged(changed), tp_scenario_merged(again));
  tp_scenario_free(again);
  tp_scenario_free(changed);
}

static void faults_of_the_scenario_at_rest_are_its_own(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  put_text("broken.json", "{ \"format\": 1, \"id\": \"broken\", \"extends\": \"tiny\","
                          " \"at_rest\": true, \"player\": \"nobody\" }");
  assert_null(sample_try("{ \"format\": 1, \"id\": \"patch\", \"extends\": \"broken\","
                         " \"player\": \"bear\" }",
                         &problems));
  assert_int_equal(problems.count, 1);
  assert_true(sample_has(&problems, "broken.json:1:78: /player: unknown actor \"nobody\""));
  tp_problems_free(&problems);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(offsets_are_inherited_by_name),
      cmocka_unit_test(a_scenario_may_be_at_rest_itself),
      cmocka_unit_test(offsets_may_be_written_down),
      cmocka_unit_test(the_merged_text_is_the_same_game),
      cmocka_unit_test(faults_of_the_scenario_at_rest_are_its_own),
  };
  return cmocka_run_group_tests(tests, sample_set_up, close_folder);
}
