/* A language file says where it is wrong, and what is wrong with it is never all of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/language.h"

#include <stdlib.h>
#include <string.h>

static const char english[] =
    "{ \"_about\": \"mine\",\n"
    "  \"menu\": { \"save\": \"Save\", \"saved\": \"Saved {1} in {2}\" },\n"
    "  \"end\": \"The end\" }";

struct read {
  struct tp_language *reference, *language;
  struct tp_problems problems;
};

static struct read read_against_english(const char *text) {
  struct read r = {0};
  r.reference = tp_language_read("en", english, strlen(english), "en.json", NULL, &r.problems);
  assert_non_null(r.reference);
  assert_int_equal(r.problems.count, 0);
  r.language = tp_language_read("fr", text, strlen(text), "fr.json", r.reference, &r.problems);
  return r;
}

static void done(struct read *r) {
  tp_language_free(r->language);
  tp_language_free(r->reference);
  tp_problems_free(&r->problems);
}

static void expect_problem(const struct read *r, int index, const char *wanted) {
  struct tp_text text = {0};
  assert_true(index < r->problems.count);
  tp_problem_print(&r->problems.list[index], &text);
  assert_string_equal(text.data, wanted);
  tp_text_free(&text);
}

static void texts_are_found_by_key(void **state) {
  (void)state;
  struct read r =
      read_against_english("{ \"end\": \"Fin\",\n"
                           "\"menu\": {\"saved\": \"{2} : {1}\", \"save\": \"Garder\"} }");
  assert_int_equal(r.problems.count, 0);
  assert_string_equal(tp_language_code(r.language), "fr");
  assert_string_equal(tp_language_text(r.language, "menu.saved"), "{2} : {1}");
  assert_string_equal(tp_language_text(r.language, "menu.save"), "Garder");
  assert_string_equal(tp_language_text(r.language, "end"), "Fin");
  assert_null(tp_language_text(r.language, "menu"));
  assert_null(tp_language_text(r.language, "_about"));
  assert_int_equal(tp_language_count(r.language), 3);
  done(&r);
}

static void what_is_missing_is_told_and_english(void **state) {
  (void)state;
  struct read r = read_against_english("{ \"end\": \"Fin\" }");
  assert_int_equal(r.problems.count, 2);
  expect_problem(&r, 0, "fr.json:1:1: the key \"menu.save\" is missing");
  assert_string_equal(tp_language_text(r.language, "menu.save"), "Save");
  assert_string_equal(tp_language_text(r.language, "end"), "Fin");
  done(&r);
}

static void each_fault_has_its_place(void **state) {
  (void)state;
  struct read r = read_against_english("{\n"
                                       "  \"end\": 3,\n"
                                       "  \"menu\": {\n"
                                       "    \"save\": \"Gard{er\",\n"
                                       "    \"saved\": \"{1} {3}\",\n"
                                       "    \"savd\": \"?\" },\n"
                                       "  \"a.b\": \"x\" }");
  expect_problem(&r, 0, "fr.json:2:10: /end: a text or an object of texts is expected");
  expect_problem(&r, 1,
                 "fr.json:4:13: /menu/save: a brace is expected only in places to fill: {1} "
                 "to {9}");
  expect_problem(&r, 2,
                 "fr.json:5:14: /menu/saved: places to fill: {1} {2} are expected, there are "
                 "{1} {3}");
  expect_problem(&r, 3,
                 "fr.json:6:5: /menu/savd: unknown key \"menu.savd\"; did you mean "
                 "\"menu.save\"?");
  expect_problem(&r, 4,
                 "fr.json:7:3: /a.b: a key is too long or has a dot, a slash or a tilde in it");
  assert_int_equal(r.problems.count, 5);
  assert_string_equal(tp_language_text(r.language, "menu.saved"), "Saved {1} in {2}");
  assert_string_equal(tp_language_text(r.language, "end"), "The end");
  done(&r);
}

static void no_json_is_no_language(void **state) {
  (void)state;
  static const char *const broken[] = {"", "{", "[]", "\"Fin\"", "{ \"end\": \"Fin\", }"};
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    struct read r = read_against_english(broken[i]);
    assert_null(r.language);
    assert_int_equal(r.problems.count, 1);
    done(&r);
  }
}

/* Cut anywhere, the file is refused or has problems; it is never taken for whole. */
static void half_a_file_is_noticed(void **state) {
  (void)state;
  for (size_t length = 0; length < strlen(english); length++) {
    struct tp_problems problems = {0};
    struct tp_language *l = tp_language_read("en", english, length, "en.json", NULL, &problems);
    assert_null(l);
    assert_true(problems.count > 0);
    tp_problems_free(&problems);
  }
}

static void an_unknown_language_names_the_known(void **state) {
  (void)state;
  static const char *const codes[] = {"xx", "", "../lang/en", "a-very-long-code-indeed"};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
    struct tp_problems problems = {0};
    assert_false(tp_language_is_known(codes[i]));
    assert_null(tp_language_load(codes[i], NULL, &problems));
    assert_int_equal(problems.count, 1);
    assert_non_null(strstr(problems.list[0].message, "en, fr"));
    tp_problems_free(&problems);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(texts_are_found_by_key),
      cmocka_unit_test(what_is_missing_is_told_and_english),
      cmocka_unit_test(each_fault_has_its_place),
      cmocka_unit_test(no_json_is_no_language),
      cmocka_unit_test(half_a_file_is_noticed),
      cmocka_unit_test(an_unknown_language_names_the_known),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
