/* Screening and indices of functions for which both are known in closed form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lab/statistics/design.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

static void near(double x, double expected, double slack, const char *what) {
  if (!(fabs(x - expected) <= slack))
    fail_msg("%s: %.6g is not within %g of %.6g", what, x, slack, expected);
}

/* --- the functions --------------------------------------------------------------------------- */

/* sin x + 7 (sin y)^2 + z^4 (sin x) / 10, each from -pi to pi: Ishigami and Homma 1990. */
static int ishigami(void *context, const double *points, int count, double *values) {
  (void)context;
  for (int i = 0; i < count; i++, points += 3) {
    double x = pi * (2 * points[0] - 1), y = pi * (2 * points[1] - 1), z = pi * (2 * points[2] - 1);
    values[i] = sin(x) + 7 * sin(y) * sin(y) + 0.1 * z * z * z * z * sin(x);
  }
  return count;
}

struct known {
  int width;
  double first[8], total[8], variance;
};

static struct known of_ishigami(void) {
  const double a = 7, b = 0.1;
  double pi4 = pi * pi * pi * pi, x = (1 + b * pi4 / 5) * (1 + b * pi4 / 5) / 2, y = a * a / 8;
  double together = b * b * pi4 * pi4 * 8 / 225, all = x + y + together;
  return (struct known){.width = 3,
                        .first = {x / all, y / all, 0},
                        .total = {(x + together) / all, y / all, together / all},
                        .variance = all};
}

/* The g-function of Sobol': the product of (|4x - 2| + a) / (1 + a). */
static const double weights[] = {0, 1, 4.5, 9, 99, 99, 99, 99};

static int sobol_g(void *context, const double *points, int count, double *values) {
  (void)context;
  for (int i = 0; i < count; i++, points += 8) {
    values[i] = 1;
    for (int k = 0; k < 8; k++)
      values[i] *= (fabs(4 * points[k] - 2) + weights[k]) / (1 + weights[k]);
  }
  return count;
}

static struct known of_sobol_g(void) {
  struct known known = {.width = 8};
  double alone[8], product = 1;
  for (int i = 0; i < 8; i++) {
    alone[i] = 1 / (3 * (1 + weights[i]) * (1 + weights[i]));
    product *= 1 + alone[i];
  }
  known.variance = product - 1;
  for (int i = 0; i < 8; i++) {
    known.first[i] = alone[i] / known.variance;
    known.total[i] = alone[i] * product / (1 + alone[i]) / known.variance;
  }
  return known;
}

/* --- indices --------------------------------------------------------------------------------- */

static int covers(struct tp_interval of, double x) {
  return of.low <= x && x <= of.high;
}

/* At 4096 rows the standard error of an index of these functions is at most 0.018; four of them. */
static void find_and_check(tp_function *function, const struct known *known) {
  const int rows = 4096;
  const double slack = 4 * 0.018;
  struct tp_index index[8];
  struct tp_indices found = tp_find_indices(function, NULL, known->width, rows, 1, index);
  assert_int_equal(found.rows, rows);
  near(found.deviation * found.deviation, known->variance, 0.05 * known->variance, "variance");
  for (int i = 0; i < known->width; i++) {
    near(index[i].first, known->first[i], slack, "first");
    near(index[i].total, known->total[i], slack, "total");
    assert_true(covers(index[i].of_first, index[i].first));
    assert_true(covers(index[i].of_total, index[i].total));
  }
}

static void ishigami_has_its_known_indices(void **state) {
  (void)state;
  struct known known = of_ishigami();
  near(known.first[0], 0.3139, 1e-4, "by the book");
  near(known.total[2], 0.2437, 1e-4, "by the book");
  find_and_check(ishigami, &known);
}

static void the_g_function_has_its_known_indices(void **state) {
  (void)state;
  struct known known = of_sobol_g();
  near(known.first[0], 0.7162, 1e-4, "by the book");
  find_and_check(sobol_g, &known);
}

/* Of many intervals of 95 %, about as many hold the truth. */
static void intervals_hold_the_truth(void **state) {
  (void)state;
  struct known known = of_ishigami();
  int held = 0, all = 0;
  for (uint64_t seed = 1; seed <= 20; seed++) {
    struct tp_index index[3];
    tp_find_indices(ishigami, NULL, 3, 128, seed, index);
    for (int i = 0; i < 3; i++) {
      held += covers(index[i].of_first, known.first[i]) + covers(index[i].of_total, known.total[i]);
      all += 2;
    }
  }
  printf("%d of %d intervals hold the truth\n", held, all);
  assert_true(held >= 0.88 * all);
}

/* More points say it more exactly: the intervals narrow as the root of their number. */
static void more_rows_narrow_the_intervals(void **state) {
  (void)state;
  struct tp_index few[3], many[3];
  tp_find_indices(ishigami, NULL, 3, 64, 1, few);
  tp_find_indices(ishigami, NULL, 3, 1024, 1, many);
  for (int i = 0; i < 3; i++) {
    double wide = few[i].of_total.high - few[i].of_total.low;
    double narrow = many[i].of_total.high - many[i].of_total.low;
    assert_true(narrow < wide / 2 && narrow > wide / 12);
  }
}

static int nothing(void *context, const double *points, int count, double *values) {
  (void)context;
  (void)points;
  for (int i = 0; i < count; i++)
    values[i] = 5;
  return count;
}

static void what_does_not_vary_has_nothing_to_share_out(void **state) {
  (void)state;
  struct tp_index index[4];
  struct tp_indices found = tp_find_indices(nothing, NULL, 4, 32, 1, index);
  assert_true(found.mean == 5 && found.deviation == 0);
  for (int i = 0; i < 4; i++)
    assert_true(index[i].first == 0 && index[i].total == 0);
}

/* Every equal part of every column of both samples is met once. */
static int latin(void *context, const double *points, int count, double *values) {
  int rows = count / 5, *seen = context;
  for (int row = 0; row < rows; row++, points += 15) {
    for (int k = 0; k < 6; k++)
      seen[k * rows + (int)(points[k] * rows)]++;
    for (int k = 0; k < 3; k++) /* then A with one of B */
      for (int j = 0; j < 3; j++)
        assert_true(points[6 + 3 * k + j] == points[j == k ? 3 + j : j]);
  }
  memset(values, 0, (size_t)count * sizeof *values);
  return count;
}

static void samples_are_latin_hypercubes(void **state) {
  (void)state;
  int seen[6 * 50] = {0};
  struct tp_index index[3];
  tp_find_indices(latin, seen, 3, 50, 9, index);
  for (int i = 0; i < 6 * 50; i++)
    assert_int_equal(seen[i], 1);
}

/* --- screening ------------------------------------------------------------------------------- */

/* 5 x - 3 y, and z has no part in it. */
static int slope(void *context, const double *points, int count, double *values) {
  (void)context;
  for (int i = 0; i < count; i++)
    values[i] = 5 * points[3 * i] - 3 * points[3 * i + 1];
  return count;
}

static void a_straight_function_has_its_slopes(void **state) {
  (void)state;
  const double expected[] = {5, -3, 0};
  struct tp_screened found[3];
  assert_int_equal(tp_screen(slope, NULL, 3, 6, 1, found), 6);
  for (int i = 0; i < 3; i++) {
    near(found[i].mean, expected[i], 1e-12, "mu");
    near(found[i].size, fabs(expected[i]), 1e-12, "mu*");
    near(found[i].deviation, 0, 1e-12, "sigma");
    near(found[i].of_size.high - found[i].of_size.low, 0, 1e-12, "its interval");
  }
}

/* (x - 1/2)(y - 1/2) goes up as often as down: mu is near 0, mu* is not, sigma says that they act
 * together. */
static int saddle(void *context, const double *points, int count, double *values) {
  (void)context;
  for (int i = 0; i < count; i++)
    values[i] = (points[2 * i] - 0.5) * (points[2 * i + 1] - 0.5);
  return count;
}

static void what_acts_together_is_seen(void **state) {
  (void)state;
  struct tp_screened found[2];
  tp_screen(saddle, NULL, 2, 200, 1, found);
  for (int i = 0; i < 2; i++) {
    near(found[i].mean, 0, 0.08, "mu");
    near(found[i].size, 1.0 / 3, 0.03, "mu*");
    assert_true(found[i].deviation > 0.3);
  }
}

/* Of the g-function the factors come in their order. */
static void screening_ranks_the_factors(void **state) {
  (void)state;
  struct tp_screened found[8];
  tp_screen(sobol_g, NULL, 8, 60, 2, found);
  for (int i = 1; i < 5; i++)
    assert_true(found[i - 1].size > found[i].size);
}

/* Paths keep to the grid, and each step moves one factor, each once. */
static int walk(void *context, const double *points, int count, double *values) {
  int width = *(const int *)context, moved[16] = {0};
  for (int i = 0; i < count; i++) {
    for (int k = 0; k < width; k++) {
      double level = 3 * points[i * width + k];
      assert_true(fabs(level - round(level)) < 1e-9 && level > -1e-9 && level < 3 + 1e-9);
      if (i % (width + 1) > 0)
        moved[k] += points[i * width + k] != points[(i - 1) * width + k];
    }
    if (i % (width + 1) == width)
      for (int k = 0; k < width; k++)
        assert_int_equal(moved[k], i / (width + 1) + 1);
  }
  memset(values, 0, (size_t)count * sizeof *values);
  return count;
}

static void paths_keep_to_the_grid(void **state) {
  (void)state;
  int width = 7;
  struct tp_screened found[7];
  tp_screen(walk, &width, width, 25, 3, found);
}

/* --- stopped --------------------------------------------------------------------------------- */

static int stopped_slope(void *context, const double *points, int count, double *values) {
  slope(NULL, points, count, values);
  for (int i = *(const int *)context; i < count; i++)
    values[i] = (double)NAN; /* not to be looked at */
  return *(const int *)context;
}

static void only_what_is_whole_counts(void **state) {
  (void)state;
  struct tp_screened found[3];
  struct tp_index index[3];
  int done = 11; /* two paths of four points, and a part */
  assert_int_equal(tp_screen(stopped_slope, &done, 3, 6, 1, found), 2);
  near(found[0].mean, 5, 1e-12, "mu");
  done = 29; /* five rows of five points, and a part */
  assert_int_equal(tp_find_indices(stopped_slope, &done, 3, 40, 1, index).rows, 5);
  assert_true(isfinite(index[0].first));
  done = 3;
  assert_int_equal(tp_screen(stopped_slope, &done, 3, 6, 1, found), 0);
  assert_int_equal(tp_find_indices(stopped_slope, &done, 3, 40, 1, index).rows, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ishigami_has_its_known_indices),
      cmocka_unit_test(the_g_function_has_its_known_indices),
      cmocka_unit_test(intervals_hold_the_truth),
      cmocka_unit_test(more_rows_narrow_the_intervals),
      cmocka_unit_test(what_does_not_vary_has_nothing_to_share_out),
      cmocka_unit_test(samples_are_latin_hypercubes),
      cmocka_unit_test(a_straight_function_has_its_slopes),
      cmocka_unit_test(what_acts_together_is_seen),
      cmocka_unit_test(screening_ranks_the_factors),
      cmocka_unit_test(paths_keep_to_the_grid),
      cmocka_unit_test(only_what_is_whole_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
