/* The search, on functions whose lowest point is known: round, stretched, bent, and full of holes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lab/statistics/cmaes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH_MAX = 12 };

typedef double function(const double *x, int width);

static double sphere(const double *x, int width) {
  double sum = 0;
  for (int i = 0; i < width; i++)
    sum += x[i] * x[i];
  return sum;
}

/* A million times steeper in one direction than in another. */
static double ellipsoid(const double *x, int width) {
  double sum = 0;
  for (int i = 0; i < width; i++)
    sum += pow(1e6, i / (width - 1.0)) * x[i] * x[i];
  return sum;
}

/* The same, turned so that no axis is one of its own. */
static double turned_ellipsoid(const double *x, int width) {
  double y[WIDTH_MAX];
  for (int i = 0; i < width; i++) {
    int next = (i + 1) % width;
    y[i] = (x[i] - x[next]) / sqrt(2) + (i == 0 ? x[0] : 0);
  }
  return ellipsoid(y, width);
}

static double rosenbrock(const double *x, int width) {
  double sum = 0;
  for (int i = 0; i + 1 < width; i++) {
    double bend = x[i + 1] - x[i] * x[i], away = 1 - x[i];
    sum += 100 * bend * bend + away * away;
  }
  return sum;
}

static double rastrigin(const double *x, int width) {
  double sum = 10.0 * width;
  for (int i = 0; i < width; i++)
    sum += x[i] * x[i] - 10 * cos(6.283185307179586 * x[i]);
  return sum;
}

static double shifted_sphere_of_ranks(const double *x, int width) {
  return exp(sphere(x, width)) * 7 - 3;
}

/* How many points it takes to fall below `target`, or `most`. */
static int points_to(function *f, int width, double from, double step, int count, double target,
                     int most, uint64_t seed) {
  double mean[WIDTH_MAX], *values;
  for (int i = 0; i < width; i++)
    mean[i] = from;
  struct tp_cmaes *c = tp_cmaes_open(width, mean, step, count, seed);
  int asked = 0;
  values = malloc((size_t)tp_cmaes_count(c) * sizeof *values);
  while (asked < most && !(tp_cmaes_best_value(c) < target)) {
    const double *points = tp_cmaes_ask(c);
    for (int i = 0; i < tp_cmaes_count(c); i++)
      values[i] = f(points + i * width, width);
    tp_cmaes_tell(c, values);
    asked += tp_cmaes_count(c);
  }
  if (tp_cmaes_best_value(c) < target)
    assert_true(f(tp_cmaes_best(c), width) == tp_cmaes_best_value(c));
  else
    asked = most;
  free(values);
  tp_cmaes_close(c);
  return asked;
}

/* From the tutorial's page: about 10 to 20 points for each direction and power of ten. */
static void a_sphere_is_found_quickly(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 5; seed++) {
    assert_true(points_to(sphere, 2, 3, 1, 0, 1e-10, 5000, seed) < 800);
    assert_true(points_to(sphere, 10, 3, 1, 0, 1e-10, 5000, seed) < 3000);
  }
}

static void the_step_grows_where_it_started_too_small(void **state) {
  (void)state;
  assert_true(points_to(sphere, 5, 3, 1e-4, 0, 1e-10, 5000, 1) < 3000);
}

static void stretched_and_turned_valleys_are_learnt(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 3; seed++) {
    assert_true(points_to(ellipsoid, 8, 3, 1, 0, 1e-9, 20000, seed) < 9000);
    assert_true(points_to(turned_ellipsoid, 8, 3, 1, 0, 1e-9, 20000, seed) < 12000);
  }
}

static void a_bent_valley_is_followed(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 3; seed++)
    assert_true(points_to(rosenbrock, 6, 0, 0.5, 0, 1e-9, 40000, seed) < 15000);
}

/* With many points at a time the holes even out (Hansen and Kern 2004); with few, rarely. */
static void holes_are_passed_over_by_many_points(void **state) {
  (void)state;
  int found = 0, found_by_few = 0;
  for (uint64_t seed = 1; seed <= 10; seed++) {
    found += points_to(rastrigin, 5, 3, 2, 400, 1e-8, 100000, seed) < 100000;
    found_by_few += points_to(rastrigin, 5, 3, 2, 30, 1e-8, 10000, seed) < 10000;
  }
  assert_true(found >= 9);
  assert_true(found_by_few < found);
}

/* Only the order of the values counts. */
static void the_scale_of_the_values_does_not_matter(void **state) {
  (void)state;
  int plain = points_to(sphere, 4, 1, 0.5, 0, 1e-6, 5000, 7);
  int scaled = points_to(shifted_sphere_of_ranks, 4, 1, 0.5, 0, 7 * exp(1e-6) - 3, 5000, 7);
  assert_true(plain < 5000);
  assert_int_equal(plain, scaled);
}

static void the_same_seed_gives_the_same_search(void **state) {
  (void)state;
  assert_int_equal(points_to(rosenbrock, 4, 0, 0.5, 0, 1e-6, 9000, 3),
                   points_to(rosenbrock, 4, 0, 0.5, 0, 1e-6, 9000, 3));
  double mean[3] = {0};
  struct tp_cmaes *a = tp_cmaes_open(3, mean, 1, 0, 1), *b = tp_cmaes_open(3, mean, 1, 0, 2);
  assert_memory_not_equal(tp_cmaes_ask(a), tp_cmaes_ask(b), 3 * sizeof *mean);
  tp_cmaes_close(a);
  tp_cmaes_close(b);
}

static void one_direction_is_enough(void **state) {
  (void)state;
  assert_true(points_to(sphere, 1, 3, 1, 0, 1e-10, 3000, 1) < 600);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_sphere_is_found_quickly),
      cmocka_unit_test(the_step_grows_where_it_started_too_small),
      cmocka_unit_test(stretched_and_turned_valleys_are_learnt),
      cmocka_unit_test(a_bent_valley_is_followed),
      cmocka_unit_test(holes_are_passed_over_by_many_points),
      cmocka_unit_test(the_scale_of_the_values_does_not_matter),
      cmocka_unit_test(the_same_seed_gives_the_same_search),
      cmocka_unit_test(one_direction_is_enough),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
