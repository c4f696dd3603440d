/* The schema is JSON, knows every key of the format, and points nowhere outside itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "ai/policy.h"
#include "data/format/format.h"
#include "data/json/in.h"
#include "data/format/schema.h"

#include <stdio.h>
#include <string.h>

static struct tp_json *schema;

static int set_up(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_text text = {0};
  tp_schema_print(&text);
  schema = tp_json_read(text.data, text.length, "schema", &problems);
  tp_problems_write(&problems, stderr);
  tp_text_free(&text);
  return schema ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  tp_json_free(schema);
  return 0;
}

static const struct tp_json *definition(const char *name) {
  return tp_json_get(tp_json_get(schema, "$defs"), name);
}

static void follow(const struct tp_json *node, int *references) {
  static const char start[] = "#/$defs/";
  const char *reference = tp_json_as_string(tp_json_get(node, "$ref"), NULL);
  if (reference) {
    assert_memory_equal(reference, start, strlen(start));
    assert_non_null(definition(reference + strlen(start)));
    ++*references;
  }
  for (const struct tp_json *child = tp_json_first(node); child; child = tp_json_next(child))
    follow(child, references);
}

static void references_lead_somewhere(void **state) {
  (void)state;
  int references = 0;
  follow(schema, &references);
  assert_true(references > 50);
}

static void every_key_is_there(void **state) {
  (void)state;
  const struct tp_json *properties = tp_json_get(schema, "properties");
  for (const struct tp_field *field = tp_kind_scenario.fields; field->key; field++)
    assert_non_null(tp_json_get(properties, field->key));
  properties = tp_json_get(definition("actors-variables"), "properties");
  assert_non_null(tp_json_get(properties, "stability"));
  properties = tp_json_get(definition("the-rules"), "properties");
  assert_non_null(tp_json_get(properties, "menace.rate"));
}

static void a_patch_may_leave_out_what_a_list_may_not(void **state) {
  (void)state;
  assert_null(tp_json_get(definition("event"), "required"));
  assert_int_equal(tp_json_count(tp_json_get(definition("weight-whole"), "required")), 2);
  assert_int_equal(tp_json_count(tp_json_get(definition("condition-whole"), "anyOf")), 6);
}

/* Takes the first word of a list; 0 at its end. */
static int next_word(const char **list, char word[40]) {
  size_t length = strcspn(*list, "|");
  snprintf(word, 40, "%.*s", (int)length, *list);
  *list += length + ((*list)[length] == '|');
  return length > 0;
}

/* The policies that a band may name are those that there are. */
static void the_policies_are_those_of_the_program(void **state) {
  (void)state;
  struct tp_policy policy;
  char name[40], set[60];
  int count = 0;
  for (const char *list = TP_POLICY_NAMES; next_word(&list, name); count++) {
    assert_true(tp_policy_named(name, &policy));
    snprintf(set, sizeof set, "%s:8", name);
    assert_int_equal(tp_policy_named(set, &policy), tp_format_choice(TP_POLICY_ROLLS, name) >= 0);
  }
  assert_int_equal(count, TP_POLICIES - 1); /* a script is a file of the player's */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(references_lead_somewhere),
      cmocka_unit_test(the_policies_are_those_of_the_program),
      cmocka_unit_test(every_key_is_there),
      cmocka_unit_test(a_patch_may_leave_out_what_a_list_may_not),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
