/* JSON merge patch: the examples of RFC 7396, appendix A, and what scenarios add to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/layers/document.h"

#include <stdlib.h>

static void merges(const char *target, const char *patch, const char *wanted) {
  cJSON *change = cJSON_Parse(patch);
  cJSON *merged = tp_merge_apply(cJSON_Parse(target), change);
  char *text = cJSON_PrintUnformatted(merged);
  assert_string_equal(text, wanted);
  free(text);
  cJSON_Delete(merged);
  cJSON_Delete(change);
}

static void the_examples_of_the_standard(void **state) {
  (void)state;
  merges("{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}");
  merges("{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"a\":\"b\",\"b\":\"c\"}");
  merges("{\"a\":\"b\"}", "{\"a\":null}", "{}");
  merges("{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}");
  merges("{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}");
  merges("{\"a\":\"c\"}", "{\"a\":[\"b\"]}", "{\"a\":[\"b\"]}");
  merges("{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}", "{\"a\":{\"b\":\"d\"}}");
  merges("{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1]}");
  merges("[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"c\",\"d\"]");
  merges("{\"a\":\"b\"}", "[\"c\"]", "[\"c\"]");
  merges("{\"a\":\"foo\"}", "null", "null");
  merges("{\"a\":\"foo\"}", "\"bar\"", "\"bar\"");
  merges("{\"e\":null}", "{\"a\":1}", "{\"e\":null,\"a\":1}");
  merges("[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}");
  merges("{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}");
}

static void what_is_replaced_keeps_its_place_and_name(void **state) {
  (void)state;
  merges("{\"a\":1,\"b\":2,\"c\":3}", "{\"b\":[],\"d\":4}", "{\"a\":1,\"b\":[],\"c\":3,\"d\":4}");
}

static void authors_keys_are_left_out(void **state) {
  (void)state;
  merges("{}", "{\"_a\":1,\"x-b\":2,\"$c\":3,\"d\":{\"_e\":1},\"f\":[{\"_g\":1,\"h\":2},null]}",
         "{\"d\":{},\"f\":[{\"h\":2},null]}");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_examples_of_the_standard),
      cmocka_unit_test(what_is_replaced_keeps_its_place_and_name),
      cmocka_unit_test(authors_keys_are_left_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
