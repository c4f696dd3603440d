/* Screening after Morris, Technometrics 33 (1991): one factor at a time, from many places. */
#include "data/arena.h"
#include "lab/statistics/bootstrap.h"
#include "lab/statistics/design.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Four levels, 0 to 1; a step is two of them, so that all levels are met equally often. */
static const double step = 2.0 / 3;
enum { ROUNDS = 1000 };

struct screening {
  int width, trajectories;
  uint64_t seed;
  double *points;  /* trajectories * (width + 1) of them */
  double *values;  /* of the points */
  double *effects; /* width rows of one for each trajectory */
};

/* Each factor starts at a level from which a step up or down stays inside. */
static void start(const struct screening *s, int trajectory, double *point) {
  for (int i = 0; i < s->width; i++)
    point[i] = (double)(int)(4 * tp_design_unit(s->seed, 2 * trajectory, i)) / 3;
}

static double step_from(double level) {
  return level < 0.5 ? step : -step;
}

static void walk(const struct screening *s, int trajectory, int *order) {
  size_t width = (size_t)s->width;
  double *point = s->points + (size_t)trajectory * (width + 1) * width;
  tp_design_order(s->seed, 2 * trajectory + 1, s->width, order);
  start(s, trajectory, point);
  for (int i = 0; i < s->width; i++, point += width) {
    memcpy(point + width, point, width * sizeof *point);
    point[width + (size_t)order[i]] += step_from(point[order[i]]);
  }
}

static void find_effects(const struct screening *s, int trajectory, int *order) {
  size_t first = (size_t)trajectory * ((size_t)s->width + 1);
  const double *point = s->points + first * (size_t)s->width;
  tp_design_order(s->seed, 2 * trajectory + 1, s->width, order);
  for (int i = 0; i < s->width; i++) {
    double moved = s->values[first + (size_t)i + 1] - s->values[first + (size_t)i];
    double *of_factor = s->effects + (size_t)order[i] * (size_t)s->trajectories;
    of_factor[trajectory] = moved / step_from(point[order[i]]);
    point += s->width;
  }
}

static double mean_size(void *context, const int *rows, int count) {
  const double *effects = context;
  double sum = 0;
  for (int i = 0; i < count; i++)
    sum += fabs(effects[rows[i]]);
  return sum / count;
}

static struct tp_screened summarise(const struct screening *s, int factor, int trajectories) {
  double *effects = s->effects + (size_t)factor * (size_t)s->trajectories;
  struct tp_spread spread = {0}, sizes = {0};
  for (int i = 0; i < trajectories; i++) {
    tp_spread_add(&spread, effects[i]);
    tp_spread_add(&sizes, fabs(effects[i]));
  }
  return (struct tp_screened){.mean = spread.mean,
                              .size = sizes.mean,
                              .of_size =
                                  tp_bootstrap(mean_size, effects, trajectories, ROUNDS, s->seed),
                              .deviation = tp_spread_deviation(&spread)};
}

int tp_screen(tp_function *function, void *context, int width, int trajectories, uint64_t seed,
              struct tp_screened *results) {
  struct screening s = {.width = width, .trajectories = trajectories, .seed = seed};
  size_t factors = (size_t)width, paths = (size_t)trajectories, count = paths * (factors + 1);
  int *order = tp_memory_resize(NULL, factors * sizeof *order);
  s.points = tp_memory_resize(NULL, count * factors * sizeof *s.points);
  s.values = tp_memory_resize(NULL, count * sizeof *s.values);
  s.effects = tp_memory_zeroed(factors * paths, sizeof *s.effects);
  for (int i = 0; i < trajectories; i++)
    walk(&s, i, order);
  int done = function(context, s.points, (int)count, s.values) / (width + 1);
  for (int i = 0; i < done; i++)
    find_effects(&s, i, order);
  for (int i = 0; i < width; i++)
    results[i] = summarise(&s, i, done);
  free(order);
  free(s.points);
  free(s.values);
  free(s.effects);
  return done;
}
