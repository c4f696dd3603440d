/* Indices of Sobol', from the points of two samples A and B and, for each factor, A with that
 * factor from B. A row has one point of each, so that what was found when it is stopped is whole
 * rows. */
#include "data/arena.h"
#include "lab/statistics/bootstrap.h"
#include "lab/statistics/design.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 1000 };

struct rows {
  int width;
  double *values; /* of each row: A, B, then A with each factor of B; less the mean of A and B */
  int factor;     /* the one asked for */
};

static double *row_of(const struct rows *r, int row) {
  return r->values + (size_t)row * ((size_t)r->width + 2);
}

/* A Latin hypercube (McKay, Beckman and Conover 1979): in each column every one of `count` equal
 * parts is met once. */
static void fill_column(double *column, int stride, int count, uint64_t seed, int stream,
                        int *order) {
  tp_design_order(seed, stream, count, order);
  for (int i = 0; i < count; i++)
    column[(ptrdiff_t)i * stride] = (order[i] + tp_design_unit(seed, stream, i)) / count;
}

static double *make_points(int width, int count, uint64_t seed) {
  size_t factors = (size_t)width, stride = factors * (factors + 2);
  double *points = tp_memory_resize(NULL, (size_t)count * stride * sizeof *points);
  int *order = tp_memory_resize(NULL, (size_t)count * sizeof *order);
  for (int column = 0; column < 2 * width; column++)
    fill_column(points + column, (int)stride, count, seed, column, order);
  for (int row = 0; row < count; row++) {
    const double *a = points + (size_t)row * stride, *b = a + factors;
    double *mixed = points + (size_t)row * stride + 2 * factors;
    for (size_t i = 0; i < factors; i++, mixed += factors) {
      memcpy(mixed, a, factors * sizeof *mixed);
      mixed[i] = b[i];
    }
  }
  free(order);
  return points;
}

/* --- estimates ------------------------------------------------------------------------------- */

/* Of A and B together. The values are near 0 already, so plain sums are exact enough. */
static double variance(const struct rows *r, const int *rows, int count) {
  double sum = 0, squares = 0;
  for (int i = 0; i < count; i++) {
    const double *row = row_of(r, rows[i]);
    sum += row[0] + row[1];
    squares += row[0] * row[0] + row[1] * row[1];
  }
  return (squares - sum * sum / (2.0 * count)) / (2.0 * count);
}

static double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

static double first_index(void *context, const int *rows, int count) {
  const struct rows *r = context;
  double sum = 0;
  for (int i = 0; i < count; i++) {
    const double *row = row_of(r, rows[i]);
    sum += row[1] * (row[2 + r->factor] - row[0]);
  }
  return share(sum / count, variance(r, rows, count));
}

static double total_index(void *context, const int *rows, int count) {
  const struct rows *r = context;
  double sum = 0;
  for (int i = 0; i < count; i++) {
    const double *row = row_of(r, rows[i]);
    double moved = row[0] - row[2 + r->factor];
    sum += moved * moved;
  }
  return share(sum / (2.0 * count), variance(r, rows, count));
}

static struct tp_index estimate(struct rows *r, int factor, const int *all, int count,
                                uint64_t seed) {
  r->factor = factor;
  return (struct tp_index){.first = first_index(r, all, count),
                           .total = total_index(r, all, count),
                           .of_first = tp_bootstrap(first_index, r, count, ROUNDS, seed),
                           .of_total = tp_bootstrap(total_index, r, count, ROUNDS, seed)};
}

static struct tp_indices summarise(struct rows *r, int count, uint64_t seed,
                                   struct tp_index *results) {
  struct tp_spread spread = {0};
  int *all = tp_memory_resize(NULL, (size_t)count * sizeof *all);
  for (int i = 0; i < count; i++) {
    all[i] = i;
    tp_spread_add(&spread, row_of(r, i)[0]);
    tp_spread_add(&spread, row_of(r, i)[1]);
  }
  for (size_t i = 0; i < (size_t)count * ((size_t)r->width + 2); i++)
    r->values[i] -= spread.mean;
  for (int factor = 0; factor < r->width; factor++)
    results[factor] = estimate(r, factor, all, count, seed);
  free(all);
  return (struct tp_indices){count, spread.mean, tp_spread_deviation(&spread)};
}

struct tp_indices tp_find_indices(tp_function *function, void *context, int width, int rows,
                                  uint64_t seed, struct tp_index *results) {
  int stride = width + 2;
  double *points = make_points(width, rows, seed);
  double *values = tp_memory_resize(NULL, (size_t)rows * (size_t)stride * sizeof *values);
  struct rows r = {.width = width, .values = values};
  int done = function(context, points, rows * stride, values) / stride;
  struct tp_indices found = {0};
  memset(results, 0, (size_t)width * sizeof *results);
  if (done > 0)
    found = summarise(&r, done, seed, results);
  free(points);
  free(values);
  return found;
}
