/* Statistics of batches: what a mean, a rate or a slope is worth.
 *
 * All intervals are two-sided at 95 %. Results depend on the order in which values are added and
 * spreads are merged, so whoever wants the same bytes from any number of threads merges in a fixed
 * order.
 */
#ifndef TP_LAB_STATISTICS_STATISTICS_H
#define TP_LAB_STATISTICS_STATISTICS_H

#include "lab/statistics/distributions.h"

#define TP_Z95 1.959963984540054

struct tp_interval {
  double low, high;
};

/* Count, mean and sum of squared distances from it; starts zeroed. */
struct tp_spread {
  long count;
  double mean, squares;
};

void tp_spread_add(struct tp_spread *spread, double x);
void tp_spread_merge(struct tp_spread *into, const struct tp_spread *other);

/* Standard deviation; 0 below two values. */
double tp_spread_deviation(const struct tp_spread *spread);

/* Interval of the mean by Student's t; the mean alone below two values. */
struct tp_interval tp_spread_interval(const struct tp_spread *spread);

/* The chance of a mean at least as far from 0 when the true one is 0, by Student's t; 1 below two
 * values, or when all of them are 0. */
double tp_spread_chance(const struct tp_spread *spread);

/* A rate as a share, NAN of nothing; its Wilson score interval, 0..1 of nothing. */
double tp_rate(long hits, long tries);
struct tp_interval tp_rate_interval(long hits, long tries);

/* Interval of rate a less rate b, of independent samples (Newcombe's hybrid score). */
struct tp_interval tp_rate_difference(long hits_a, long tries_a, long hits_b, long tries_b);

/* Two rates of the same cases: how many hit in both, only in a, only in b. */
struct tp_pairs {
  long cases, both, only_a, only_b;
};

/* Rate a less rate b, where there are cases. Its interval (Newcombe's square-and-add, with the
 * correlation of the two), and the chance of a difference at least as large when there is none
 * (exact, after McNemar). */
double tp_pairs_gain(const struct tp_pairs *pairs);
struct tp_interval tp_pairs_difference(const struct tp_pairs *pairs);
double tp_pairs_chance(const struct tp_pairs *pairs);

/* Chances of many tests at once, corrected after Holm: when all below 5 % are taken for true, the
 * chance that any of them is not is at most 5 %, however they depend on each other. */
void tp_holm(const double *chances, int count, double *corrected);

/* Ratio of two hazards, each `ends` in `exposure` turns, with a log-normal interval. Half an end is
 * added to both when one has none. */
struct tp_interval tp_hazard_ratio(long ends_a, double exposure_a, long ends_b, double exposure_b,
                                   double *ratio);

/* Least squares of y on `width` predictors (at most TP_PREDICTORS_MAX) and a constant, all
 * standardised first, so that slopes compare. `x` holds `count` rows of `width`. The errors allow
 * for values of the same `group` (a game) that belong together; groups are consecutive rows of
 * equal `group[i]`. 0 when the predictors are not independent. */
enum { TP_PREDICTORS_MAX = 8 };
struct tp_slopes {
  double slope[TP_PREDICTORS_MAX], error[TP_PREDICTORS_MAX];
};
int tp_least_squares(const double *x, const double *y, const int *group, long count, int width,
                     struct tp_slopes *slopes);

#endif
