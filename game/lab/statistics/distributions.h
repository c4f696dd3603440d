/* Distributions that tests and intervals ask for, to nine digits or more. */
#ifndef TP_LAB_STATISTICS_DISTRIBUTIONS_H
#define TP_LAB_STATISTICS_DISTRIBUTIONS_H

/* Share of a standard normal variable below x, and the x below which a share lies. */
double tp_normal_below(double x);
double tp_normal_quantile(double share);

/* Regularised incomplete beta function of x in [0, 1], for a and b above 0. */
double tp_beta_below(double a, double b, double x);

/* Chance that a variable of Student's t lies at least as far from 0 as t, either way; and the t for
 * which that is 5 %. */
double tp_student_both_tails(double t, long freedom);
double tp_student_quantile(long freedom);

/* Chance that of `count` fair coins heads and tails differ at least as much as `heads` and the
 * rest: what an exact test of McNemar gives of pairs that differ. */
double tp_coins_both_tails(long heads, long count);

#endif
