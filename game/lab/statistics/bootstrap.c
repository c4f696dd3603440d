#include "lab/statistics/bootstrap.h"

#include "core/chance.h"
#include "data/arena.h"

#include <math.h>
#include <stdlib.h>

struct sample {
  tp_statistic *statistic;
  void *context;
  int count;
  int *rows; /* room for one more sample */
};

static double of_all(const struct sample *s) {
  for (int i = 0; i < s->count; i++)
    s->rows[i] = i;
  return s->statistic(s->context, s->rows, s->count);
}

static double of_drawn(const struct sample *s, uint64_t seed, int round) {
  uint64_t key = tp_chance_key(seed, round, TP_DRAW_GAME);
  for (int i = 0; i < s->count; i++)
    s->rows[i] = (int)(tp_chance_unit_of(key, i, 0) * s->count);
  return s->statistic(s->context, s->rows, s->count);
}

/* Rows are left out one by one, or in this many groups where there are more of them. */
enum { GROUPS_MAX = 400 };

static double of_all_but(const struct sample *s, int group, int groups) {
  int kept = 0;
  for (int i = 0; i < s->count; i++) {
    if ((long long)i * groups / s->count != group)
      s->rows[kept++] = i;
  }
  return s->statistic(s->context, s->rows, kept);
}

/* A sixth of the skewness of the jackknife: how the spread changes with the value. */
static double acceleration(const struct sample *s) {
  double values[GROUPS_MAX], mean = 0, squares = 0, cubes = 0;
  int groups = s->count < GROUPS_MAX ? s->count : GROUPS_MAX;
  for (int i = 0; i < groups; i++) {
    values[i] = of_all_but(s, i, groups);
    mean += values[i] / groups;
  }
  for (int i = 0; i < groups; i++) {
    double away = mean - values[i];
    squares += away * away;
    cubes += away * away * away;
  }
  return squares > 0 ? cubes / (6 * squares * sqrt(squares)) : 0;
}

static int by_value(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

/* The value below which a share of the sorted values lies, between two by the straight line. */
static double quantile(const double *sorted, int count, double share) {
  double place = share * (count - 1);
  int below = (int)place;
  if (below >= count - 1)
    return sorted[count - 1];
  return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
}

/* Which share of the samples the bound of an interval is at, once bias and acceleration count. */
static double corrected_share(double bias, double speed, double z) {
  return tp_normal_below(bias + (bias + z) / (1 - speed * (bias + z)));
}

static struct tp_interval of_samples(const struct sample *s, double *values, int rounds,
                                     double all) {
  double below = 0;
  qsort(values, (size_t)rounds, sizeof *values, by_value);
  if (values[0] == values[rounds - 1])
    return (struct tp_interval){values[0], values[0]};
  for (int i = 0; i < rounds; i++) /* a tie counts half */
    below += values[i] < all ? 1 : values[i] == all ? 0.5 : 0;
  double least = 0.5 / rounds, share = below / rounds;
  share = share < least ? least : share > 1 - least ? 1 - least : share;
  double bias = tp_normal_quantile(share), speed = acceleration(s);
  double low = corrected_share(bias, speed, -TP_Z95), high = corrected_share(bias, speed, TP_Z95);
  return (struct tp_interval){quantile(values, rounds, low), quantile(values, rounds, high)};
}

struct tp_interval tp_bootstrap(tp_statistic *statistic, void *context, int count, int rounds,
                                uint64_t seed) {
  struct sample s = {.statistic = statistic, .context = context, .count = count};
  s.rows = tp_memory_resize(NULL, (size_t)count * sizeof *s.rows);
  double all = of_all(&s);
  struct tp_interval interval = {all, all};
  if (count > 1) {
    double *values = tp_memory_resize(NULL, (size_t)rounds * sizeof *values);
    for (int i = 0; i < rounds; i++)
      values[i] = of_drawn(&s, seed, i);
    interval = of_samples(&s, values, rounds, all);
    free(values);
  }
  free(s.rows);
  return interval;
}
