#include "lab/statistics/ratings.h"

#include <math.h>
#include <string.h>

enum { WIDTH_MAX = TP_RATED_MAX + 1, ROUNDS = 60 };

/* The posterior's slope and curvature; the last place is `home`. */
struct system {
  int width;
  double slope[WIDTH_MAX], curve[WIDTH_MAX][WIDTH_MAX];
};

static void add_cell(struct system *s, const double *x, int i, int j, double wins, double games) {
  int home = s->width - 1;
  double share = 1 / (1 + exp(-(x[i] - x[j] + x[home])));
  double off = wins - games * share, weight = games * share * (1 - share);
  double at[WIDTH_MAX] = {0};
  at[i] += 1;
  at[j] -= 1;
  at[home] = 1;
  for (int a = 0; a < s->width; a++) {
    s->slope[a] += at[a] * off;
    for (int b = 0; b < s->width; b++)
      s->curve[a][b] += at[a] * at[b] * weight;
  }
}

static void build(struct system *s, int count, const double *x, const double *wins,
                  const double *games) {
  const double precision = 1 / (TP_RATING_PRIOR * TP_RATING_PRIOR);
  memset(s, 0, sizeof *s);
  s->width = count + 1;
  for (int i = 0; i < count; i++) {
    s->slope[i] -= precision * x[i];
    s->curve[i][i] += precision;
    for (int j = 0; j < count; j++) {
      if (games[i * count + j] > 0)
        add_cell(s, x, i, j, wins[i * count + j], games[i * count + j]);
    }
  }
  s->curve[count][count] += 1e-9; /* lest it be singular without games */
}

/* The inverse of a positive definite matrix, by elimination in place. */
static void invert(int width, double m[WIDTH_MAX][WIDTH_MAX]) {
  for (int k = 0; k < width; k++) {
    double pivot = m[k][k];
    m[k][k] = 1;
    for (int j = 0; j < width; j++)
      m[k][j] /= pivot;
    for (int i = 0; i < width; i++) {
      double factor = m[i][k];
      if (i == k)
        continue;
      m[i][k] = 0;
      for (int j = 0; j < width; j++)
        m[i][j] -= factor * m[k][j];
    }
  }
}

/* Newton's step, halved while it is long, so that a first one does not fly off. */
static double step(const struct system *s, double *x) {
  double longest = 0, move[WIDTH_MAX];
  for (int a = 0; a < s->width; a++) {
    move[a] = 0;
    for (int b = 0; b < s->width; b++)
      move[a] += s->curve[a][b] * s->slope[b];
    longest = fmax(longest, fabs(move[a]));
  }
  for (int a = 0; a < s->width; a++)
    x[a] += longest > 1 ? move[a] / longest : move[a];
  return longest;
}

void tp_ratings_fit(struct tp_ratings *ratings, int count, const double *wins,
                    const double *games) {
  struct system s;
  double x[WIDTH_MAX] = {0}, moved = 1;
  for (int round = 0; round < ROUNDS && moved > 1e-12; round++) {
    build(&s, count, x, wins, games);
    invert(s.width, s.curve);
    moved = step(&s, x);
  }
  *ratings = (struct tp_ratings){.count = count, .home = x[count]};
  build(&s, count, x, wins, games);
  invert(s.width, s.curve);
  for (int i = 0; i < count; i++) {
    ratings->strength[i] = x[i];
    ratings->error[i] = sqrt(s.curve[i][i]);
  }
}
