/* The command line: what is taken, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lab/arguments.h"

static const struct tp_command_line line = {"run", "SCENARIO", 1, 1,
                                            TP_EXPERIMENT_OPTIONS | TP_OPTION(GAMES) |
                                                TP_OPTION(THREADS) | TP_OPTION(HASHES) |
                                                TP_OPTION(SHARD)};

static struct tp_arguments a;

/* Reads the words up to NULL. */
static int reads(const char *const *words) {
  int count = 0;
  while (words[count])
    count++;
  return tp_arguments_read(&line, count, words, &a);
}
#define READS(...) reads((const char *const[]){__VA_ARGS__, NULL})

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

static void a_change_knows_behind_which_operand_it_stands(void **state) {
  (void)state;
  assert_true(READS("--ban", "x", "place", "--ban", "y"));
  assert_int_equal(a.change[0].after, 0);
  assert_int_equal(a.change[1].after, 1);
}

static void a_shard_is_one_of_several(void **state) {
  (void)state;
  assert_true(READS("place", "--shard", "3/8"));
  assert_int_equal(a.shard, 3);
  assert_int_equal(a.shards, 8);
  static const char *const faulty[] = {"0/8",  "9/8", "3",   "/8",   "3/",   "3/257",
                                       "-1/8", "3/0", "a/b", "3/8x", "3 /8", "111111111111/8"};
  for (int i = 0; i < 12; i++)
    assert_false(READS("place", "--shard", faulty[i]));
}

/* What is written of a command gives the same games again, whatever it was called with besides. */
static void the_words_of_a_command_can_be_written(void **state) {
  (void)state;
  static const char *const expected[] = {"run",     "--games", "12",       "--seed", "77",
                                         "--turns", "5",       "--hashes", "place",  "--ban",
                                         "x",       "--hold",  "a.b=1"};
  const char *words[TP_WORDS_MAX];
  struct tp_arena *arena = tp_arena_create();
  assert_true(READS("--ban", "x", "--threads", "3", "--turns=5", "place", "--hashes", "--games",
                    "12", "--shard", "1/2", "--out", "f", "--hold", "a.b=1", "--seed", "77"));
  struct tp_arguments first = a;
  int count = tp_arguments_write(&first, arena, words);
  assert_int_equal(count, 13);
  for (int i = 0; i < count; i++)
    assert_string_equal(words[i], expected[i]);
  assert_true(tp_arguments_read(&line, count - 1, words + 1, &a));
  assert_int_equal(a.games, 12);
  assert_int_equal(a.change_count, 2);
  tp_arena_free(arena);
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
  const char *words[2 * TP_LAB_CHANGES_MAX + 4];
  int count = 0;
  words[count++] = "place";
  for (int i = 0; i <= TP_LAB_CHANGES_MAX; i++) {
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
      cmocka_unit_test(a_change_knows_behind_which_operand_it_stands),
      cmocka_unit_test(a_shard_is_one_of_several),
      cmocka_unit_test(the_words_of_a_command_can_be_written),
      cmocka_unit_test(two_dashes_end_the_options),
      cmocka_unit_test(faults_are_refused),
      cmocka_unit_test(too_many_changes_are_refused),
      cmocka_unit_test(numbers_are_read_whole_or_not_at_all),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
