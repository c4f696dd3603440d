/* The command line: what is taken, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lab/arguments.h"

static const struct tp_command_line line = {"run", "SCENARIO", 1, 1,
                                            TP_EXPERIMENT_OPTIONS | TP_OPTION(GAMES) |
                                                TP_OPTION(THREADS) | TP_OPTION(HASHES)};

static struct tp_arguments a;

/* Reads the words up to NULL. */
static int reads(char **words) {
  int count = 0;
  while (words[count])
    count++;
  return tp_arguments_read(&line, count, words, &a);
}
#define READS(...) reads((char *[]){__VA_ARGS__, NULL})

static void options_come_before_or_after_operands(void **state) {
  (void)state;
  assert_true(READS("--games", "12", "place", "--seed=77", "--hashes", "--format", "json"));
  assert_int_equal(a.games, 12);
  assert_int_equal(a.seed, 77);
  assert_int_equal(a.format, TP_JSON);
  assert_string_equal(a.operand[0], "place");
  assert_true(a.given & TP_OPTION(HASHES));
  assert_false(a.given & TP_OPTION(THREADS));
}

static void the_seed_is_one_unless_given(void **state) {
  (void)state;
  assert_true(READS("place"));
  assert_int_equal(a.seed, 1);
  assert_true(READS("place", "--seed", "18446744073709551615"));
  assert_true(a.seed == UINT64_MAX);
}

static void changes_keep_their_order(void **state) {
  (void)state;
  assert_true(READS("place", "--set", "a.b=1", "--ban=x", "--at", "3:+storm", "--hold", "c.d=2"));
  assert_int_equal(a.change_count, 4);
  assert_int_equal(a.change[0].option, TP_OPTION_SET);
  assert_string_equal(a.change[0].text, "a.b=1");
  assert_int_equal(a.change[1].option, TP_OPTION_BAN);
  assert_string_equal(a.change[1].text, "x");
  assert_int_equal(a.change[2].option, TP_OPTION_AT);
  assert_int_equal(a.change[3].option, TP_OPTION_HOLD);
}

static void two_dashes_end_the_options(void **state) {
  (void)state;
  assert_true(READS("--", "--games"));
  assert_string_equal(a.operand[0], "--games");
}

static void faults_are_refused(void **state) {
  (void)state;
  assert_false(READS("place", "--gamse", "3"));
  assert_false(READS("place", "--turn", "3")); /* another command's */
  assert_false(READS("place", "--games"));
  assert_false(READS("place", "--games", "0"));
  assert_false(READS("place", "--games", "-4"));
  assert_false(READS("place", "--games", "1e3"));
  assert_false(READS("place", "--games", "99999999999999999999"));
  assert_false(READS("place", "--seed", "-1"));
  assert_false(READS("place", "--seed", "x"));
  assert_false(READS("place", "--seed", ""));
  assert_false(READS("place", "--format", "xml"));
  assert_false(READS("place", "--hashes=1"));
  assert_false(READS("place", "another"));
  assert_false(READS("--games", "3"));
}

static void too_many_changes_are_refused(void **state) {
  (void)state;
  char *words[2 * TP_CHANGES_MAX + 4];
  int count = 0;
  words[count++] = "place";
  for (int i = 0; i <= TP_CHANGES_MAX; i++) {
    words[count++] = "--ban";
    words[count++] = "x";
  }
  assert_false(tp_arguments_read(&line, count, words, &a));
  assert_true(tp_arguments_read(&line, count - 2, words, &a));
}

static void numbers_are_read_whole_or_not_at_all(void **state) {
  (void)state;
  long whole;
  double real;
  assert_true(tp_read_whole_number("7", 1, 9, &whole));
  assert_false(tp_read_whole_number("7x", 1, 9, &whole));
  assert_false(tp_read_whole_number(" 7", 1, 9, &whole));
  assert_false(tp_read_whole_number("10", 1, 9, &whole));
  assert_true(tp_read_real_number("-2.5e1", &real));
  assert_true(real == -25);
  assert_false(tp_read_real_number("nan", &real));
  assert_false(tp_read_real_number("1e999", &real));
  assert_false(tp_read_real_number("0x10", &real));
  assert_false(tp_read_real_number("", &real));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(options_come_before_or_after_operands),
      cmocka_unit_test(the_seed_is_one_unless_given),
      cmocka_unit_test(changes_keep_their_order),
      cmocka_unit_test(two_dashes_end_the_options),
      cmocka_unit_test(faults_are_refused),
      cmocka_unit_test(too_many_changes_are_refused),
      cmocka_unit_test(numbers_are_read_whole_or_not_at_all),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
