/* Whatever stands in a scenario file, the loader comes back, and says why when it refuses. */
#include "sample.h"

#include "data/layers/document.h"

/* Loads the tree as it is now; its problems, if any. */
static void try_tree(const cJSON *tree, int *sound, int *faulty) {
  struct tp_problems problems = {0};
  char *text = cJSON_PrintUnformatted(tree);
  struct tp_scenario *scenario = sample_try(text, &problems);
  if (!scenario && problems.count == 0)
    fail_msg("refused without a reason: %s", text);
  if (scenario && problems.count)
    fail_msg("accepted with problems: %s", text);
  *(scenario ? sound : faulty) += 1;
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
  cJSON_free(text);
}

/* Puts each kind of value in the place of `node` in turn; then the node itself again. */
static void replace(cJSON *tree, cJSON *node, int *sound, int *faulty) {
  static const char *const values[] = {"null", "true",   "-7",        "1e30",       "\"x\"",
                                       "[]",   "[[{}]]", "{\"a\":1}", "[\"hill\"]", "\"\""};
  for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
    cJSON kept = *node;
    cJSON *value = cJSON_Parse(values[i]);
    node->type = value->type;
    node->child = value->child;
    node->valuestring = value->valuestring;
    node->valuedouble = value->valuedouble;
    try_tree(tree, sound, faulty);
    *node = kept;
    cJSON_Delete(value);
  }
}

static void walk(cJSON *tree, cJSON *node, int *sound, int *faulty) {
  for (cJSON *child = node->child; child; child = child->next) {
    replace(tree, child, sound, faulty);
    walk(tree, child, sound, faulty);
  }
}

static void any_value_in_any_place(void **state) {
  (void)state;
  int sound = 0, faulty = 0;
  cJSON *tree = cJSON_Parse(sample_text);
  walk(tree, tree, &sound, &faulty);
  assert_true(sound > 100 && faulty > 1000);
  cJSON_Delete(tree);
}

static void every_key_left_out(void **state) {
  (void)state;
  cJSON *tree = cJSON_Parse(sample_text);
  int sound = 0, faulty = 0;
  for (int i = 0; i < cJSON_GetArraySize(tree); i++) {
    cJSON *entry = cJSON_GetArrayItem(tree, i);
    char *name = entry->string;
    entry->string = (char[]){"_"};
    try_tree(tree, &sound, &faulty);
    entry->string = name;
  }
  assert_true(sound > 3 && faulty > 5);
  cJSON_Delete(tree);
}

static void bytes_at_random(void **state) {
  (void)state;
  char text[sizeof sample_text];
  unsigned random = 99;
  for (int i = 0; i < 1500; i++) {
    struct tp_problems problems = {0};
    memcpy(text, sample_text, sizeof text);
    for (int k = 0; k < 1 + i % 3; k++) {
      random = random * 1103515245u + 12345u;
      size_t at = (random >> 8) % (sizeof text - 1);
      text[at] = "0-\"{}[],:>A9. \\n\xc3"[(random >> 4) % 17];
    }
    struct tp_scenario *scenario = sample_try(text, &problems);
    assert_true((scenario != NULL) == (problems.count == 0));
    tp_scenario_free(scenario);
    tp_problems_free(&problems);
  }
}

static void too_many_problems_are_counted(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_text text = {0};
  tp_text_add(&text, "{ \"format\": 1, \"id\": \"x\", \"extends\": \"tiny\"");
  for (int i = 0; i < 1200; i++)
    tp_text_print(&text, ", \"key-%d\": 1", i);
  tp_text_add(&text, "}");
  assert_null(sample_try(text.data, &problems));
  assert_int_equal(problems.count, TP_PROBLEMS_MAX);
  assert_int_equal(problems.omitted, 200);
  tp_problems_free(&problems);
  tp_text_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_value_in_any_place),
      cmocka_unit_test(every_key_left_out),
      cmocka_unit_test(bytes_at_random),
      cmocka_unit_test(too_many_problems_are_counted),
  };
  return cmocka_run_group_tests(tests, sample_set_up, close_folder);
}
