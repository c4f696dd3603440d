#include "lab/statistics/cmaes.h"

#include "core/chance.h"
#include "data/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = TP_CMAES_WIDTH_MAX, COUNT_MAX = 4096 };

typedef double vector[WIDTH];
typedef double matrix[WIDTH][WIDTH];

/* The names are the tutorial's where it has short ones. */
struct tp_cmaes {
  int width, count, parents, generation;
  uint64_t seed;
  double *weights; /* of the best points, by rank */
  double mu_eff;
  double c_c, c_sigma, c_1, c_mu, d_sigma, expected_length;
  double sigma;
  vector mean, path_c, path_sigma;
  matrix covariance, axes; /* axes: eigenvectors, one a column */
  vector lengths;          /* roots of the eigenvalues */
  double *points;          /* count of them */
  int *rank;
  vector best;
  double best_value;
};

/* --- opening --------------------------------------------------------------------------------- */

static void set_weights(struct tp_cmaes *c) {
  double sum = 0, squares = 0;
  c->parents = c->count / 2;
  c->weights = tp_memory_resize(NULL, (size_t)c->parents * sizeof *c->weights);
  for (int i = 0; i < c->parents; i++) {
    c->weights[i] = log((c->count + 1) / 2.0) - log(i + 1.0);
    sum += c->weights[i];
  }
  for (int i = 0; i < c->parents; i++) {
    c->weights[i] /= sum;
    squares += c->weights[i] * c->weights[i];
  }
  c->mu_eff = 1 / squares;
}

static void set_rates(struct tp_cmaes *c) {
  double n = c->width, mu = c->mu_eff;
  c->c_c = (4 + mu / n) / (n + 4 + 2 * mu / n);
  c->c_sigma = (mu + 2) / (n + mu + 5);
  c->c_1 = 2 / ((n + 1.3) * (n + 1.3) + mu);
  c->c_mu = fmin(1 - c->c_1, 2 * (mu - 2 + 1 / mu) / ((n + 2) * (n + 2) + mu));
  c->d_sigma = 1 + 2 * fmax(0, sqrt((mu - 1) / (n + 1)) - 1) + c->c_sigma;
  c->expected_length = sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
}

struct tp_cmaes *tp_cmaes_open(int width, const double *mean, double step, int count,
                               uint64_t seed) {
  struct tp_cmaes *c = tp_memory_zeroed(1, sizeof *c);
  c->width = width;
  c->count = count >= 4 ? count : 4 + (int)(3 * log(width));
  c->count = c->count < COUNT_MAX ? c->count : COUNT_MAX;
  c->seed = seed;
  c->sigma = step;
  c->best_value = HUGE_VAL;
  memcpy(c->mean, mean, (size_t)width * sizeof *mean);
  memcpy(c->best, mean, (size_t)width * sizeof *mean);
  for (int i = 0; i < width; i++)
    c->covariance[i][i] = c->axes[i][i] = c->lengths[i] = 1;
  c->points = tp_memory_zeroed((size_t)c->count * (size_t)width, sizeof *c->points);
  c->rank = tp_memory_zeroed((size_t)c->count, sizeof *c->rank);
  set_weights(c);
  set_rates(c);
  return c;
}

void tp_cmaes_close(struct tp_cmaes *c) {
  if (!c)
    return;
  free(c->weights);
  free(c->points);
  free(c->rank);
  free(c);
}

/* --- asking ---------------------------------------------------------------------------------- */

/* Normally distributed (Box and Muller). */
static double draw(const struct tp_cmaes *c, int point, int index) {
  double u = tp_chance_unit(c->seed, c->generation, point, TP_DRAW_GAME, 2 * index + 4);
  double v = tp_chance_unit(c->seed, c->generation, point, TP_DRAW_GAME, 2 * index + 5);
  return sqrt(-2 * log(1 - u)) * cos(6.283185307179586 * v);
}

const double *tp_cmaes_ask(struct tp_cmaes *c) {
  for (int i = 0; i < c->count; i++) {
    double *point = c->points + (ptrdiff_t)i * c->width;
    vector stretched;
    for (int k = 0; k < c->width; k++)
      stretched[k] = c->lengths[k] * draw(c, i, k);
    for (int row = 0; row < c->width; row++) {
      double sum = 0;
      for (int k = 0; k < c->width; k++)
        sum += c->axes[row][k] * stretched[k];
      point[row] = c->mean[row] + c->sigma * sum;
    }
  }
  return c->points;
}

/* --- telling --------------------------------------------------------------------------------- */

/* Ranks the points by value; equal ones by number. */
static void rank(struct tp_cmaes *c, const double *values) {
  for (int i = 0; i < c->count; i++) {
    int at = i;
    for (; at > 0 && values[c->rank[at - 1]] > values[i]; at--)
      c->rank[at] = c->rank[at - 1];
    c->rank[at] = i;
  }
}

static const double *ranked(const struct tp_cmaes *c, int place) {
  return c->points + (ptrdiff_t)c->rank[place] * c->width;
}

static void keep_best(struct tp_cmaes *c, const double *values) {
  double value = values[c->rank[0]];
  if (!(value < c->best_value))
    return;
  c->best_value = value;
  memcpy(c->best, ranked(c, 0), (size_t)c->width * sizeof *c->best);
}

/* The mean goes to the weighted mean of the best; `moved` is how far, in steps. */
static void move_mean(struct tp_cmaes *c, vector moved) {
  for (int k = 0; k < c->width; k++) {
    double mean = 0;
    for (int i = 0; i < c->parents; i++)
      mean += c->weights[i] * ranked(c, i)[k];
    moved[k] = (mean - c->mean[k]) / c->sigma;
    c->mean[k] = mean;
  }
}

/* The move as it would be if all directions were alike: axes * (axes' * moved / lengths). */
static void whiten(const struct tp_cmaes *c, const vector moved, vector white) {
  vector along;
  for (int k = 0; k < c->width; k++) {
    double sum = 0;
    for (int row = 0; row < c->width; row++)
      sum += c->axes[row][k] * moved[row];
    along[k] = sum / c->lengths[k];
  }
  for (int row = 0; row < c->width; row++) {
    white[row] = 0;
    for (int k = 0; k < c->width; k++)
      white[row] += c->axes[row][k] * along[k];
  }
}

static double length(const vector x, int width) {
  double squares = 0;
  for (int i = 0; i < width; i++)
    squares += x[i] * x[i];
  return sqrt(squares);
}

/* Both paths add up the moves. 1 unless the steps grow so fast that the covariance should wait. */
static int extend_paths(struct tp_cmaes *c, const vector moved) {
  vector white;
  whiten(c, moved, white);
  double keep = 1 - c->c_sigma, gain = sqrt(c->c_sigma * (2 - c->c_sigma) * c->mu_eff);
  for (int k = 0; k < c->width; k++)
    c->path_sigma[k] = keep * c->path_sigma[k] + gain * white[k];
  double settled = sqrt(1 - pow(keep, 2.0 * (c->generation + 1)));
  double limit = (1.4 + 2.0 / (c->width + 1)) * c->expected_length;
  int steady = length(c->path_sigma, c->width) / settled < limit;
  gain = steady ? sqrt(c->c_c * (2 - c->c_c) * c->mu_eff) : 0;
  for (int k = 0; k < c->width; k++)
    c->path_c[k] = (1 - c->c_c) * c->path_c[k] + gain * moved[k];
  return steady;
}

/* `before` is the mean the points were drawn about. */
static void adapt_covariance(struct tp_cmaes *c, const vector before, int steady) {
  double lost = steady ? 0 : c->c_1 * c->c_c * (2 - c->c_c);
  for (int i = 0; i < c->width; i++) {
    for (int j = 0; j <= i; j++) {
      double spread = 0;
      for (int p = 0; p < c->parents; p++) {
        const double *point = ranked(c, p);
        spread += c->weights[p] * (point[i] - before[i]) * (point[j] - before[j]);
      }
      c->covariance[i][j] = (1 + lost - c->c_1 - c->c_mu) * c->covariance[i][j] +
                            c->c_1 * c->path_c[i] * c->path_c[j] +
                            c->c_mu * spread / (c->sigma * c->sigma);
      c->covariance[j][i] = c->covariance[i][j];
    }
  }
}

/* --- axes ------------------------------------------------------------------------------------ */

static void rotate(double *x, double *y, double cosine, double sine) {
  double old = *x;
  *x = cosine * old - sine * *y;
  *y = sine * old + cosine * *y;
}

/* Turns the plane of p and q so that a[p][q] becomes 0. */
static void turn_plane(matrix a, matrix axes, int p, int q, int width) {
  double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  double tangent = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1));
  double cosine = 1 / sqrt(tangent * tangent + 1), sine = tangent * cosine;
  for (int k = 0; k < width; k++)
    rotate(&a[k][p], &a[k][q], cosine, sine);
  for (int k = 0; k < width; k++)
    rotate(&a[p][k], &a[q][k], cosine, sine);
  for (int k = 0; k < width; k++)
    rotate(&axes[k][p], &axes[k][q], cosine, sine);
}

/* Jacobi: plane after plane, until nothing is left beside the diagonal. */
static void find_axes(struct tp_cmaes *c) {
  static _Thread_local matrix left;
  memcpy(left, c->covariance, sizeof left);
  memset(c->axes, 0, sizeof c->axes);
  for (int i = 0; i < c->width; i++)
    c->axes[i][i] = 1;
  for (int sweep = 0, turned = 1; sweep < 60 && turned; sweep++) {
    turned = 0;
    for (int p = 0; p < c->width; p++) {
      for (int q = p + 1; q < c->width; q++) {
        if (fabs(left[p][q]) <= 1e-15 * sqrt(fabs(left[p][p] * left[q][q])))
          continue;
        turn_plane(left, c->axes, p, q, c->width);
        turned = 1;
      }
    }
  }
  for (int i = 0; i < c->width; i++)
    c->lengths[i] = sqrt(fmax(left[i][i], 1e-30));
}

void tp_cmaes_tell(struct tp_cmaes *c, const double *values) {
  vector before, moved;
  memcpy(before, c->mean, sizeof before);
  rank(c, values);
  keep_best(c, values);
  move_mean(c, moved);
  int steady = extend_paths(c, moved);
  adapt_covariance(c, before, steady);
  double longer = length(c->path_sigma, c->width) / c->expected_length - 1;
  c->sigma *= exp(fmin(1, c->c_sigma / c->d_sigma * longer));
  find_axes(c);
  c->generation++;
}

/* --- what was found -------------------------------------------------------------------------- */

int tp_cmaes_count(const struct tp_cmaes *c) {
  return c->count;
}

const double *tp_cmaes_best(const struct tp_cmaes *c) {
  return c->best;
}

double tp_cmaes_best_value(const struct tp_cmaes *c) {
  return c->best_value;
}

double tp_cmaes_step(const struct tp_cmaes *c) {
  double longest = 0;
  for (int i = 0; i < c->width; i++)
    longest = fmax(longest, c->lengths[i]);
  return c->sigma * longest;
}
