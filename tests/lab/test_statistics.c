/* Statistics against values from the literature and against themselves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lab/statistics.h"

#include <math.h>

static void near(double x, double expected, double slack) {
  if (!(fabs(x - expected) <= slack))
    fail_msg("%.10g is not within %g of %.10g", x, slack, expected);
}

/* Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
static void wilson_gives_the_published_intervals(void **state) {
  (void)state;
  struct tp_interval of = tp_rate_interval(81, 263);
  near(of.low, 0.2553, 5e-5);
  near(of.high, 0.3662, 5e-5);
  of = tp_rate_interval(15, 148);
  near(of.low, 0.0624, 5e-5);
  near(of.high, 0.1605, 5e-5);
  of = tp_rate_interval(0, 20);
  near(of.low, 0, 0);
  near(of.high, 0.1611, 5e-5);
  of = tp_rate_interval(1, 29);
  near(of.low, 0.0061, 5e-5);
  near(of.high, 0.1718, 5e-5);
}

static void a_rate_of_nothing_is_unknown(void **state) {
  (void)state;
  struct tp_interval of = tp_rate_interval(0, 0);
  near(of.low, 0, 0);
  near(of.high, 1, 0);
  assert_true(isnan(tp_rate(0, 0)));
  of = tp_rate_interval(7, 7);
  near(of.high, 1, 0);
}

/* The same, Statistics in Medicine 17 (1998), table II, method 10. */
static void newcombe_gives_the_published_differences(void **state) {
  (void)state;
  struct tp_interval of = tp_rate_difference(56, 70, 48, 80);
  near(of.low, 0.0524, 5e-5);
  near(of.high, 0.3339, 5e-5);
  of = tp_rate_difference(9, 10, 3, 10);
  near(of.low, 0.1705, 5e-5);
  near(of.high, 0.8090, 5e-5);
  of = tp_rate_difference(10, 10, 0, 20);
  near(of.low, 0.6791, 5e-5);
  near(of.high, 1, 5e-5);
}

static void student_has_the_quantiles_of_the_tables(void **state) {
  (void)state;
  near(tp_student_quantile(1), 12.706, 1e-3);
  near(tp_student_quantile(5), 2.571, 1e-3);
  near(tp_student_quantile(11), 2.201, 1e-3);
  near(tp_student_quantile(30), 2.042, 1e-3);
  near(tp_student_quantile(120), 1.980, 1e-3);
}

static void a_spread_knows_mean_and_deviation(void **state) {
  (void)state;
  struct tp_spread spread = {0};
  const double values[] = {2, 4, 4, 4, 5, 5, 7, 9};
  for (int i = 0; i < 8; i++)
    tp_spread_add(&spread, values[i]);
  near(spread.mean, 5, 1e-12);
  near(tp_spread_deviation(&spread), sqrt(32.0 / 7), 1e-12);
  near(tp_spread_interval(&spread).high - 5, 2.3646 * sqrt(32.0 / 7 / 8), 1e-4);
}

static void spreads_merge_to_the_whole(void **state) {
  (void)state;
  struct tp_spread whole = {0}, parts[3] = {{0}}, merged = {0};
  for (int i = 0; i < 100; i++) {
    double x = i * 0.37 - (i % 7) * 11.5;
    tp_spread_add(&whole, x);
    tp_spread_add(&parts[i % 3], x);
  }
  for (int i = 0; i < 3; i++)
    tp_spread_merge(&merged, &parts[i]);
  assert_int_equal(merged.count, 100);
  near(merged.mean, whole.mean, 1e-10);
  near(merged.squares, whole.squares, 1e-7);
}

static void one_value_has_no_deviation(void **state) {
  (void)state;
  struct tp_spread spread = {0};
  tp_spread_add(&spread, 3);
  near(tp_spread_deviation(&spread), 0, 0);
  near(tp_spread_interval(&spread).low, 3, 0);
}

/* 20 ends in 100 turns against 10 in 200: four times the hazard. */
static void a_ratio_of_hazards_has_a_log_normal_interval(void **state) {
  (void)state;
  double ratio;
  struct tp_interval of = tp_hazard_ratio(20, 100, 10, 200, &ratio);
  double factor = exp(1.96 * sqrt(1.0 / 20 + 1.0 / 10));
  near(ratio, 4, 1e-12);
  near(of.low, 4 / factor, 1e-3);
  near(of.high, 4 * factor, 1e-3);
  of = tp_hazard_ratio(5, 50, 0, 50, &ratio);
  near(ratio, 11, 1e-12);
  assert_true(isfinite(of.high));
}

/* y = 3 a - 1 b, and c has nothing to do with it. */
static void least_squares_find_the_slopes(void **state) {
  (void)state;
  enum { ROWS = 240 };
  double x[3 * ROWS], y[ROWS];
  int group[ROWS];
  struct tp_spread a = {0}, of_y = {0};
  struct tp_slopes slopes;
  for (int i = 0; i < ROWS; i++) {
    x[3 * i] = (i * 37) % 101;
    x[3 * i + 1] = (i * 53) % 89;
    x[3 * i + 2] = (i * 71) % 97;
    y[i] = 3 * x[3 * i] - x[3 * i + 1] + ((i * 29) % 13 - 6) * 0.5;
    group[i] = i / 4;
    tp_spread_add(&a, x[3 * i]);
    tp_spread_add(&of_y, y[i]);
  }
  assert_true(tp_least_squares(x, y, group, ROWS, 3, &slopes));
  near(slopes.slope[0] * tp_spread_deviation(&of_y) / tp_spread_deviation(&a), 3, 0.02);
  assert_true(slopes.slope[1] < 0);
  assert_true(fabs(slopes.slope[2]) < 0.01);
  assert_true(fabs(slopes.slope[2]) < 4 * slopes.error[2]);
}

static void least_squares_refuse_predictors_that_depend_on_each_other(void **state) {
  (void)state;
  double x[20], y[10];
  int group[10];
  struct tp_slopes slopes;
  for (int i = 0; i < 10; i++) {
    x[2 * i] = i;
    x[2 * i + 1] = 2 * i + 1;
    y[i] = (i * 7) % 5;
    group[i] = i;
  }
  assert_false(tp_least_squares(x, y, group, 10, 2, &slopes));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(wilson_gives_the_published_intervals),
      cmocka_unit_test(a_rate_of_nothing_is_unknown),
      cmocka_unit_test(newcombe_gives_the_published_differences),
      cmocka_unit_test(student_has_the_quantiles_of_the_tables),
      cmocka_unit_test(a_spread_knows_mean_and_deviation),
      cmocka_unit_test(spreads_merge_to_the_whole),
      cmocka_unit_test(one_value_has_no_deviation),
      cmocka_unit_test(a_ratio_of_hazards_has_a_log_normal_interval),
      cmocka_unit_test(least_squares_find_the_slopes),
      cmocka_unit_test(least_squares_refuse_predictors_that_depend_on_each_other),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
