/* Intervals by the textbook: Wilson 1927 for rates, Newcombe 1998 for their differences (of
 * independent samples: Statistics in Medicine 17, 873, method 10; of pairs: the same, 2635, method
 * 10), Student for means, the log-normal for a ratio of hazards, and least squares with errors
 * clustered by game. */
#include "lab/statistics/statistics.h"

#include "data/arena.h"
#include "session/share.h"

#include <math.h>
#include <stdlib.h>

void tp_spread_add(struct tp_spread *spread, double x) {
  double away = x - spread->mean;
  spread->mean += away / (double)++spread->count;
  spread->squares += away * (x - spread->mean);
}

void tp_spread_merge(struct tp_spread *into, const struct tp_spread *other) {
  if (other->count == 0)
    return;
  double a = (double)into->count, b = (double)other->count;
  double away = other->mean - into->mean;
  into->count += other->count;
  into->mean += away * b / (a + b);
  into->squares += other->squares + away * away * a * b / (a + b);
}

double tp_spread_deviation(const struct tp_spread *spread) {
  return spread->count < 2 ? 0 : sqrt(spread->squares / (double)(spread->count - 1));
}

struct tp_interval tp_spread_interval(const struct tp_spread *spread) {
  double half = 0;
  if (spread->count > 1) {
    half = tp_student_quantile(spread->count - 1) * tp_spread_deviation(spread) /
           sqrt((double)spread->count);
  }
  return (struct tp_interval){spread->mean - half, spread->mean + half};
}

double tp_spread_chance(const struct tp_spread *spread) {
  double deviation = tp_spread_deviation(spread);
  if (spread->count < 2 || (deviation == 0 && spread->mean == 0))
    return 1;
  if (deviation == 0)
    return 0;
  double t = spread->mean * sqrt((double)spread->count) / deviation;
  return tp_student_both_tails(t, spread->count - 1);
}

double tp_rate(long hits, long tries) {
  return tries > 0 ? (double)hits / (double)tries : (double)NAN;
}

struct tp_interval tp_rate_interval(long hits, long tries) {
  if (tries <= 0)
    return (struct tp_interval){0, 1};
  struct tp_share share = tp_share_of(hits, tries);
  return (struct tp_interval){share.low, share.high};
}

struct tp_interval tp_rate_difference(long hits_a, long tries_a, long hits_b, long tries_b) {
  if (tries_a <= 0 || tries_b <= 0)
    return (struct tp_interval){-1, 1};
  double a = tp_rate(hits_a, tries_a), b = tp_rate(hits_b, tries_b);
  struct tp_interval of_a = tp_rate_interval(hits_a, tries_a);
  struct tp_interval of_b = tp_rate_interval(hits_b, tries_b);
  return (struct tp_interval){a - b - hypot(a - of_a.low, of_b.high - b),
                              a - b + hypot(of_a.high - a, b - of_b.low)};
}

double tp_pairs_gain(const struct tp_pairs *pairs) {
  return (double)(pairs->only_a - pairs->only_b) / (double)pairs->cases;
}

/* Correlation of the two, drawn toward 0 where few cases speak for it. */
static double pairs_correlation(const struct tp_pairs *pairs) {
  double n = (double)pairs->cases, both = (double)pairs->both;
  double a = both + (double)pairs->only_a, b = both + (double)pairs->only_b;
  double neither = n - a - (double)pairs->only_b;
  double product = a * (n - a) * b * (n - b);
  double lead = both * neither - (double)pairs->only_a * (double)pairs->only_b;
  if (product <= 0)
    return 0;
  return (lead > n / 2 ? lead - n / 2 : lead > 0 ? 0 : lead) / sqrt(product);
}

/* Root of x^2 - 2 r x y + y^2. */
static double add_squares(double x, double y, double r) {
  double sum = x * x - 2 * r * x * y + y * y;
  return sum > 0 ? sqrt(sum) : 0;
}

struct tp_interval tp_pairs_difference(const struct tp_pairs *pairs) {
  long hits_a = pairs->both + pairs->only_a, hits_b = pairs->both + pairs->only_b;
  if (pairs->cases <= 0)
    return (struct tp_interval){-1, 1};
  double a = tp_rate(hits_a, pairs->cases), b = tp_rate(hits_b, pairs->cases);
  struct tp_interval of_a = tp_rate_interval(hits_a, pairs->cases);
  struct tp_interval of_b = tp_rate_interval(hits_b, pairs->cases);
  double r = pairs_correlation(pairs);
  return (struct tp_interval){a - b - add_squares(a - of_a.low, of_b.high - b, r),
                              a - b + add_squares(b - of_b.low, of_a.high - a, r)};
}

double tp_pairs_chance(const struct tp_pairs *pairs) {
  return tp_coins_both_tails(pairs->only_a, pairs->only_a + pairs->only_b);
}

struct ranked {
  double chance;
  int index;
};

static int by_chance(const void *left, const void *right) {
  const struct ranked *a = left, *b = right;
  if (a->chance != b->chance)
    return a->chance < b->chance ? -1 : 1;
  return a->index - b->index;
}

void tp_holm(const double *chances, int count, double *corrected) {
  struct ranked *ranked = tp_memory_resize(NULL, (size_t)count * sizeof *ranked);
  double highest = 0;
  for (int i = 0; i < count; i++)
    ranked[i] = (struct ranked){chances[i], i};
  qsort(ranked, (size_t)count, sizeof *ranked, by_chance);
  for (int i = 0; i < count; i++) {
    double times = ranked[i].chance * (count - i);
    highest = times > highest ? times : highest;
    corrected[ranked[i].index] = highest < 1 ? highest : 1;
  }
  free(ranked);
}

struct tp_interval tp_hazard_ratio(long ends_a, double exposure_a, long ends_b, double exposure_b,
                                   double *ratio) {
  double more = ends_a == 0 || ends_b == 0 ? 0.5 : 0;
  double a = (double)ends_a + more, b = (double)ends_b + more;
  *ratio = a / exposure_a / (b / exposure_b);
  double factor = exp(TP_Z95 * sqrt(1 / a + 1 / b));
  return (struct tp_interval){*ratio / factor, *ratio * factor};
}

/* Least squares. Everything below works on columns brought to mean 0 and deviation 1, so there is
 * no constant to estimate. */

typedef double square[TP_PREDICTORS_MAX][TP_PREDICTORS_MAX];

struct scale {
  double mean, deviation;
};

static struct scale scale_of(const double *column, long count, int stride) {
  struct tp_spread spread = {0};
  for (long i = 0; i < count; i++)
    tp_spread_add(&spread, column[i * stride]);
  return (struct scale){spread.mean, tp_spread_deviation(&spread)};
}

struct fit {
  const double *x, *y;
  const int *group;
  long count;
  int width;
  struct scale of_x[TP_PREDICTORS_MAX], of_y;
  square inverse; /* of X'X */
};

static double predictor(const struct fit *f, long row, int column) {
  return (f->x[row * f->width + column] - f->of_x[column].mean) / f->of_x[column].deviation;
}

static double response(const struct fit *f, long row) {
  return (f->y[row] - f->of_y.mean) / f->of_y.deviation;
}

static void subtract_row(square a, int from, int what, double times, int width) {
  for (int j = 0; j < width; j++)
    a[from][j] -= times * a[what][j];
}

/* Gauss and Jordan; `a` ends as the identity. A symmetric matrix needs no exchange of rows. */
static int invert(square a, square inverse, int width) {
  for (int i = 0; i < width; i++) {
    for (int j = 0; j < width; j++)
      inverse[i][j] = i == j;
  }
  for (int i = 0; i < width; i++) {
    double pivot = a[i][i];
    if (!(pivot > 1e-9))
      return 0;
    for (int j = 0; j < width; j++) {
      a[i][j] /= pivot;
      inverse[i][j] /= pivot;
    }
    for (int k = 0; k < width; k++) {
      double times = a[k][i];
      if (k == i)
        continue;
      subtract_row(a, k, i, times, width);
      subtract_row(inverse, k, i, times, width);
    }
  }
  return 1;
}

static int prepare(struct fit *f) {
  square products = {{0}};
  f->of_y = scale_of(f->y, f->count, 1);
  if (!(f->of_y.deviation > 0))
    return 0;
  for (int i = 0; i < f->width; i++) {
    f->of_x[i] = scale_of(f->x + i, f->count, f->width);
    if (!(f->of_x[i].deviation > 0))
      return 0;
  }
  for (int i = 0; i < f->width; i++) {
    for (int j = 0; j < f->width; j++) {
      for (long row = 0; row < f->count; row++)
        products[i][j] += predictor(f, row, i) * predictor(f, row, j);
      products[i][j] /= (double)f->count; /* near 1, so that the pivots are judged alike */
    }
  }
  if (!invert(products, f->inverse, f->width))
    return 0;
  for (int i = 0; i < f->width; i++) {
    for (int j = 0; j < f->width; j++)
      f->inverse[i][j] /= (double)f->count;
  }
  return 1;
}

static void solve(const struct fit *f, struct tp_slopes *slopes) {
  double moments[TP_PREDICTORS_MAX] = {0};
  for (long row = 0; row < f->count; row++) {
    for (int i = 0; i < f->width; i++)
      moments[i] += predictor(f, row, i) * response(f, row);
  }
  for (int i = 0; i < f->width; i++) {
    slopes->slope[i] = 0;
    for (int j = 0; j < f->width; j++)
      slopes->slope[i] += f->inverse[i][j] * moments[j];
  }
}

static double residual(const struct fit *f, const struct tp_slopes *slopes, long row) {
  double left = response(f, row);
  for (int i = 0; i < f->width; i++)
    left -= slopes->slope[i] * predictor(f, row, i);
  return left;
}

/* Adds the outer product of a group's score, which starts anew. */
static void close_group(square meat, double *score, int width) {
  for (int i = 0; i < width; i++) {
    for (int j = 0; j < width; j++)
      meat[i][j] += score[i] * score[j];
  }
  for (int i = 0; i < width; i++)
    score[i] = 0;
}

/* The clustered sandwich: inverse * sum of outer products of the groups' scores * inverse. */
static void find_errors(const struct fit *f, struct tp_slopes *slopes) {
  square meat = {{0}};
  double score[TP_PREDICTORS_MAX] = {0};
  for (long row = 0; row < f->count; row++) {
    double left = residual(f, slopes, row);
    for (int i = 0; i < f->width; i++)
      score[i] += left * predictor(f, row, i);
    if (row + 1 == f->count || f->group[row + 1] != f->group[row])
      close_group(meat, score, f->width);
  }
  for (int i = 0; i < f->width; i++) {
    double variance = 0;
    for (int j = 0; j < f->width; j++) {
      for (int k = 0; k < f->width; k++)
        variance += f->inverse[i][j] * meat[j][k] * f->inverse[k][i];
    }
    slopes->error[i] = sqrt(variance);
  }
}

int tp_least_squares(const double *x, const double *y, const int *group, long count, int width,
                     struct tp_slopes *slopes) {
  struct fit f = {.x = x, .y = y, .group = group, .count = count, .width = width};
  if (count <= width + 1 || width > TP_PREDICTORS_MAX || !prepare(&f))
    return 0;
  solve(&f, slopes);
  find_errors(&f, slopes);
  return 1;
}
