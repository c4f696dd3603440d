/* What is no JSON is refused with a hint; what is, can be pointed into. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/json/position.h"

#include <stdlib.h>
#include <string.h>

/* `text` is refused at line:column with a message that contains `wanted`. */
static void refused(const char *text, int line, int column, const char *wanted) {
  struct tp_problems problems = {0};
  struct tp_positions *positions = tp_positions_scan(text, strlen(text), "f", &problems);
  if (positions || problems.count != 1)
    fail_msg("%s: %d problems", text, problems.count);
  if (!strstr(problems.list[0].message, wanted) || problems.list[0].line != line ||
      problems.list[0].column != column)
    fail_msg("%s: %d:%d: %s", text, problems.list[0].line, problems.list[0].column,
             problems.list[0].message);
  tp_problems_free(&problems);
}

static void accepted(const char *text) {
  struct tp_problems problems = {0};
  struct tp_positions *positions = tp_positions_scan(text, strlen(text), "f", &problems);
  if (!positions || problems.count)
    fail_msg("%s: refused: %s", text, problems.list[0].message);
  tp_positions_free(positions);
}

static void what_people_type(void **state) {
  (void)state;
  refused("{ // note\n}", 1, 3, "JSON has no comments");
  refused("{ \"a\": 1 /* note */ }", 1, 10, "JSON has no comments");
  refused("{ \"a\": 1, }", 1, 9, "the last entry before } takes no comma");
  refused("[1,\n2,\n]", 2, 2, "the last entry before ] takes no comma");
  refused("{ 'a': 1 }", 1, 3, "strings take double quotes");
  refused("{ \"a\": \xe2\x80\x9cx\xe2\x80\x9d }", 1, 8, "straight double quotes");
  refused("\xef\xbb\xbf{}", 1, 1, "byte-order mark");
  refused("[NaN]", 1, 2, "NaN is not a number");
  refused("[-Infinity]", 1, 2, "infinity is not a number");
  refused("[True]", 1, 2, "small letters");
  refused("[None]", 1, 2, "write null");
  refused("[+1]", 1, 2, "no plus sign");
  refused("[.5]", 1, 2, "a digit before its point");
  refused("[007]", 1, 2, "no leading zeros");
  refused("{ a: 1 }", 1, 3, "expected a key in double quotes");
  refused("{ \"a\" 1 }", 1, 7, "expected a colon");
  refused("{ \"a\": 1\n  \"b\": 2 }", 2, 3,
          "a comma is missing before this, after line 1 column 8");
  refused("[1 2]", 1, 4, "a comma is missing before this");
  refused("[1 ) 2]", 1, 4, "expected a comma or ]");
  refused("{ \"a\": 4,5 }", 1, 9, "a number takes a point, not a comma");
  refused("[1,,2]", 1, 4, "two commas");
  refused("[0x10]", 1, 2, "numbers are written in decimal");
  refused("{ \"a\" = 1 }", 1, 7, "a colon between a key and its value");
  refused("{\xc2\xa0}", 1, 2, "a no-break space");
  refused("<a/>", 1, 1, "markup");
  refused("[1,\r2,\r'x']", 3, 1, "double quotes"); /* lines of an old kind */
  refused("{} {}", 1, 4, "expected nothing after the end");
  refused("[tru]", 1, 2, "expected a value; text takes double quotes");
  refused("[\xe2\x80\x9ex\xe2\x80\x9c]", 1, 2, "straight double quotes");
  refused("[`x`]", 1, 2, "not backticks");
  refused("{ -- note\n}", 1, 3, "JSON has no comments");
  refused("[0o17]", 1, 2, "numbers are written in decimal");
  refused("[45%]", 1, 4, "a number takes nothing behind it");
  refused("{\xe2\x80\x8b}", 1, 2, "an invisible character");
  refused("{\f}", 1, 2, "a control character between values");
  refused("\n\"a\": 1", 2, 1, "{ is missing at the beginning");
}

/* A bracket that was forgotten is seldom where the fault comes to light. */
static void brackets_that_do_not_match(void **state) {
  (void)state;
  refused("{ \"a\": [1} }", 1, 10, "this does not close the [ in line 1 column 8");
  refused("{ \"a\": [1,\n\"b\": 2 }", 2, 4, "is the [ in line 1 column 8 not closed?");
  refused("{ \"a\": { \"b\": 1 }", 1, 18, "the { in line 1 column 1 is not closed");
  refused("{\n  \"a\": {\n    \"b\": {\n      \"c\": 1\n  },\n  \"d\": 2\n}\n", 8, 1,
          "the { in line 3 column 10 is perhaps not closed where it should be, for the } in line 5 "
          "column 3 closes it");
  refused("{\n  \"a\": 1\n  },\n  \"b\": 2\n}\n", 3, 4,
          "nothing after the end of the document, which is the } in line 3 column 3");
}

static void broken_strings(void **state) {
  (void)state;
  refused("[\"a\nb\"]", 1, 2, "no closing quote on its line");
  refused("[\"a", 1, 2, "the file ends within this string");
  refused("[\"\\q\"]", 1, 4, "unknown escape");
  refused("[\"\\u12g4\"]", 1, 5, "four hexadecimal digits");
  refused("[\"\\u0000\"]", 1, 5, "\\u0000");
  refused("[\"\\ud800\"]", 1, 9, "without its second");
  refused("[\"\\udc00\"]", 1, 9, "without its first");
  refused("[\"\t\"]", 1, 3, "a tab is written \\t");
}

static void the_file_ends_too_early(void **state) {
  (void)state;
  const char *whole = "{\"a\":[1.5e+3,-2,{\"b\":\"\\u00e9\"}],\"c\":null}";
  char part[64];
  accepted(whole);
  for (size_t length = 0; length < strlen(whole); length++) {
    struct tp_problems problems = {0};
    memcpy(part, whole, length);
    part[length] = '\0';
    assert_null(tp_positions_scan(part, length, "f", &problems));
    assert_int_equal(problems.count, 1);
    tp_problems_free(&problems);
  }
}

static void depth_is_bounded(void **state) {
  (void)state;
  char text[2 * TP_DEPTH_MAX + 3];
  memset(text, '[', TP_DEPTH_MAX);
  memset(text + TP_DEPTH_MAX, ']', TP_DEPTH_MAX);
  text[2 * TP_DEPTH_MAX] = '\0';
  accepted(text);
  memset(text, '[', TP_DEPTH_MAX + 1);
  memset(text + TP_DEPTH_MAX + 1, ']', TP_DEPTH_MAX + 1);
  text[2 * TP_DEPTH_MAX + 2] = '\0';
  refused(text, 1, TP_DEPTH_MAX + 1, "more than 48 levels");
}

static void keys_that_come_twice(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  const char *text = "{ \"a\": 1,\n  \"b\": { \"a\": 2, \"x\": 0,\n \"\\u0061\": 3 },\n \"a\": 4 }";
  struct tp_positions *positions = tp_positions_scan(text, strlen(text), "f", &problems);
  assert_non_null(positions);
  assert_int_equal(problems.count, 2);
  assert_int_equal(problems.list[0].line, 3);
  assert_string_equal(problems.list[0].message, "duplicate key \"a\"; it is already on line 2");
  assert_int_equal(problems.list[1].line, 4);
  assert_int_equal(problems.list[1].column, 2);
  tp_positions_free(positions);
  tp_problems_free(&problems);
}

static void found(const struct tp_positions *p, const char *pointer, enum tp_place place, int line,
                  int column) {
  int at_line = 0, at_column = 0;
  assert_true(tp_positions_find(p, pointer, place, &at_line, &at_column));
  assert_int_equal(at_line, line);
  assert_int_equal(at_column, column);
}

static void pointers_lead_to_places(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  const char *text = "{ \"a\": [ 1, { \"b/c\": true } ],\n"
                     "  \"\xc3\xa9\": 2, \"~\": 3, \"\\ud83d\\ude00\": { \"\": 5 } }";
  struct tp_positions *p = tp_positions_scan(text, strlen(text), "f", &problems);
  int line, column;
  assert_non_null(p);
  found(p, "", TP_AT_VALUE, 1, 1);
  found(p, "/a", TP_AT_KEY, 1, 3);
  found(p, "/a", TP_AT_VALUE, 1, 8);
  found(p, "/a/0", TP_AT_VALUE, 1, 10);
  found(p, "/a/1/b~1c", TP_AT_VALUE, 1, 22);
  found(p, "/\xc3\xa9", TP_AT_VALUE, 2, 8);
  found(p, "/~0", TP_AT_VALUE, 2, 16); /* columns count characters, not bytes */
  found(p, "/\xf0\x9f\x98\x80/", TP_AT_VALUE, 2, 41);
  assert_false(tp_positions_find(p, "/b", TP_AT_VALUE, &line, &column));
  assert_false(tp_positions_find(p, "/a/2", TP_AT_VALUE, &line, &column));
  assert_false(tp_positions_find(p, "/a/0/x", TP_AT_VALUE, &line, &column));
  tp_positions_free(p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_people_type),        cmocka_unit_test(brackets_that_do_not_match),
      cmocka_unit_test(broken_strings),          cmocka_unit_test(the_file_ends_too_early),
      cmocka_unit_test(depth_is_bounded),        cmocka_unit_test(keys_that_come_twice),
      cmocka_unit_test(pointers_lead_to_places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
