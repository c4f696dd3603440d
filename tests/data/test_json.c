/* Results are written in one way only, and read back as they were. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/json/in.h"
#include "data/json/out.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void writes_what_it_is_told(void **state) {
  (void)state;
  struct tp_json_out out;
  tp_json_start(&out);
  tp_json_object(&out, NULL);
  tp_json_string(&out, "text", "a \"b\"\\\n\t\x01 \xc3\xa9");
  tp_json_list(&out, "list");
  tp_json_number(&out, NULL, 0.1);
  tp_json_whole(&out, NULL, -3);
  tp_json_flag(&out, NULL, 1);
  tp_json_null(&out, NULL);
  tp_json_end(&out);
  tp_json_list(&out, "empty");
  tp_json_end(&out);
  tp_json_bits(&out, "bits", 0xfeedULL);
  tp_json_raw(&out, "raw", "{}");
  tp_json_end(&out);
  assert_string_equal(out.text.data, "{\n"
                                     "  \"text\": \"a \\\"b\\\"\\\\\\n\\t\\u0001 \xc3\xa9\",\n"
                                     "  \"list\": [\n"
                                     "    0.1,\n"
                                     "    -3,\n"
                                     "    true,\n"
                                     "    null\n"
                                     "  ],\n"
                                     "  \"empty\": [],\n"
                                     "  \"bits\": \"000000000000feed\",\n"
                                     "  \"raw\": {}\n"
                                     "}\n");
  tp_text_free(&out.text);
}

static void bytes_that_are_no_text_are_marked(void **state) {
  (void)state;
  struct tp_json_out out;
  tp_json_start(&out);
  tp_json_string(&out, NULL, "b\xe9.json\xc3");
  assert_string_equal(out.text.data, "\"b\\ufffd.json\\ufffd\"");
  tp_text_free(&out.text);
}

static void compact_is_one_line(void **state) {
  (void)state;
  struct tp_json_out out;
  tp_json_start(&out);
  out.compact = 1;
  tp_json_object(&out, NULL);
  tp_json_whole(&out, "a", 1);
  tp_json_list(&out, "b");
  tp_json_end(&out);
  tp_json_end(&out);
  assert_string_equal(out.text.data, "{\"a\":1,\"b\":[]}");
  tp_text_free(&out.text);
}

static void numbers_survive_to_the_bit(void **state) {
  (void)state;
  static const double values[] = {0.0,     -0.0,
                                  1.0 / 3, 0.1 + 0.2,
                                  1e300,   DBL_MIN,
                                  DBL_MAX, 4.9406564584124654e-324,
                                  100,     66.666666666666671};
  char text[32];
  for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
    tp_json_print_number(values[i], text);
    double again = strtod(text, NULL);
    assert_memory_equal(&again, &values[i], sizeof again);
  }
  tp_json_print_number(0.1, text);
  assert_string_equal(text, "0.1");
  tp_json_print_number(100, text);
  assert_string_equal(text, "100");
  tp_json_print_number((double)NAN, text);
  assert_string_equal(text, "null");
  tp_json_print_number((double)INFINITY, text);
  assert_string_equal(text, "null");
}

/* As printf writes it with the fewest digits, from 15 on, that read back to the same bits. */
static void is_shortest(double value) {
  char text[32], wanted[32];
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(wanted, sizeof wanted, "%.*g", digits, value);
    if (!(strtod(wanted, NULL) < value) && !(strtod(wanted, NULL) > value))
      break;
  }
  tp_json_print_number(value, text);
  assert_string_equal(text, wanted);
}

static void few_decimals_are_written_as_many_are(void **state) {
  (void)state;
  static const double scales[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e7, 3, 7};
  uint64_t random = 20181126;
  for (int i = 0; i < 20000; i++) {
    random = random * 6364136223846793005U + 1442695040888963407U;
    double whole = (double)((int64_t)(random >> 33) - (1 << 30)) / (double)(1 << i % 20);
    double value = (i % 3 ? floor(whole) : whole) / scales[i % 9];
    is_shortest(value);
    is_shortest(nextafter(value, 1e9));
  }
  is_shortest(1e-4);
  is_shortest(-99999.9999);
  is_shortest(1e5);
  is_shortest(-0.0);
}

/* Escapes are found wherever they stand among eight plain bytes. */
static void escapes_are_found_anywhere(void **state) {
  (void)state;
  for (int length = 1; length < 40; length++)
    for (int at = 0; at < length; at++) {
      char text[41] = "", part[100];
      struct tp_problems problems = {0};
      struct tp_json_out out;
      memset(text, at % 2 ? 'a' : '\x7f', (size_t)length);
      text[at] = "\"\\\n\x1f\xff"[(length + at) % 4];
      tp_json_start(&out);
      tp_json_object(&out, NULL);
      tp_json_string(&out, "t", text);
      tp_json_end(&out);
      snprintf(part, sizeof part, "%.99s", out.text.data);
      assert_null(strchr(strchr(part, ':'), '\x1f'));
      struct tp_json *json = tp_json_read(out.text.data, out.text.length, "part", &problems);
      assert_int_equal(problems.count, 0);
      assert_string_equal(tp_json_as_string(tp_json_get(json, "t"), ""), text);
      tp_json_free(json);
      tp_text_free(&out.text);
    }
}

static void reads_it_back(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  const char *text =
      "{\"n\":2.5,\"w\":7,\"s\":\"x\",\"t\":true,\"l\":[1,2,3],\"b\":\"00000000000000ff\"}";
  struct tp_json *json = tp_json_read(text, strlen(text), "f", &problems);
  uint64_t bits = 0;
  assert_non_null(json);
  assert_true(tp_json_as_number(tp_json_get(json, "n"), 0) == 2.5);
  assert_int_equal(tp_json_as_whole(tp_json_get(json, "n"), -1), -1);
  assert_int_equal(tp_json_as_whole(tp_json_get(json, "w"), -1), 7);
  assert_string_equal(tp_json_as_string(tp_json_get(json, "s"), ""), "x");
  assert_string_equal(tp_json_as_string(tp_json_get(json, "n"), "none"), "none");
  assert_true(tp_json_as_bits(tp_json_get(json, "b"), &bits) && bits == 255);
  assert_false(tp_json_as_bits(tp_json_get(json, "s"), &bits));
  assert_int_equal(tp_json_count(tp_json_get(json, "l")), 3);
  int64_t sum = 0;
  for (const struct tp_json *entry = tp_json_first(tp_json_get(json, "l")); entry;
       entry = tp_json_next(entry))
    sum = sum * 10 + tp_json_as_whole(entry, 0);
  assert_int_equal(sum, 123);
  assert_string_equal(tp_json_key(tp_json_first(json)), "n");
  assert_null(tp_json_get(tp_json_get(json, "no"), "such"));
  tp_json_free(json);
}

static void what_is_broken_is_said(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  assert_null(tp_json_read("{\"a\":1,}", 8, "part", &problems));
  assert_null(tp_json_read("{\"a\":1,\"a\":2}", 13, "part", &problems));
  assert_null(tp_json_load("no/such/file", &problems));
  assert_int_equal(problems.count, 3);
  assert_string_equal(problems.list[0].file, "part");
  assert_int_equal(problems.list[0].column, 7);
  tp_problems_free(&problems);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(writes_what_it_is_told),
      cmocka_unit_test(bytes_that_are_no_text_are_marked),
      cmocka_unit_test(compact_is_one_line),
      cmocka_unit_test(numbers_survive_to_the_bit),
      cmocka_unit_test(reads_it_back),
      cmocka_unit_test(what_is_broken_is_said),
      cmocka_unit_test(few_decimals_are_written_as_many_are),
      cmocka_unit_test(escapes_are_found_anywhere),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
