/* How strong policies are, from games between two roles: a fit after Bradley and Terry (1952).
 *
 * The chance that policy i, as the first, beats j, as the second, is taken to be
 * 1 / (1 + exp(-(r_i - r_j + home))). Strengths have a normal prior of deviation
 * TP_RATING_PRIOR, so that who never wins gets a low number and not none; `home` has none.
 */
#ifndef TP_LAB_STATISTICS_RATINGS_H
#define TP_LAB_STATISTICS_RATINGS_H

enum { TP_RATED_MAX = 32 };
#define TP_RATING_PRIOR 3.0

struct tp_ratings {
  int count;
  double strength[TP_RATED_MAX], error[TP_RATED_MAX]; /* in logits; standard errors */
  double home;
};

/* wins[i * count + j] of games[i * count + j]: i as the first against j as the second. */
void tp_ratings_fit(struct tp_ratings *ratings, int count, const double *wins, const double *games);

#endif
