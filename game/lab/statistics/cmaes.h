/* CMA-ES: finds where a function is small that may be rough and has no slope to follow.
 *
 * After Hansen, The CMA Evolution Strategy: A Tutorial (2016), with its usual constants: weighted
 * recombination, cumulative step-size adaptation, rank-one and rank-mu updates of the covariance.
 * It asks for points, is told their values, and draws the next ones nearer to the best. Draws are
 * keyed by the seed, so the same values give the same search.
 */
#ifndef TP_LAB_STATISTICS_CMAES_H
#define TP_LAB_STATISTICS_CMAES_H

#include <stdint.h>

enum { TP_CMAES_WIDTH_MAX = 64 };

struct tp_cmaes;

/* Starts at `mean` with steps of about `step`, the same in all `width` directions. `count` points
 * are drawn at a time; 0: as many as is usual, 4 + 3 ln width. */
struct tp_cmaes *tp_cmaes_open(int width, const double *mean, double step, int count,
                               uint64_t seed);
void tp_cmaes_close(struct tp_cmaes *c);

/* How many points are drawn at a time. */
int tp_cmaes_count(const struct tp_cmaes *c);

/* The next points, one after the other; they belong to the search until they are told of. */
const double *tp_cmaes_ask(struct tp_cmaes *c);

/* Their values, in the same order. */
void tp_cmaes_tell(struct tp_cmaes *c, const double *values);

/* The best point so far, its value (infinite before the first), and the size of the steps now in
 * the direction in which they are largest. */
const double *tp_cmaes_best(const struct tp_cmaes *c);
double tp_cmaes_best_value(const struct tp_cmaes *c);
double tp_cmaes_step(const struct tp_cmaes *c);

#endif
