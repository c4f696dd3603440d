/* Which points to look at, and what to make of what was found there: screening after Morris, and
 * indices of Sobol'.
 *
 * A function of `width` factors is asked for its value at points of the unit cube, many at once, so
 * that it may use threads. It may be anything; the tests use some whose indices are known.
 */
#ifndef TP_LAB_STATISTICS_DESIGN_H
#define TP_LAB_STATISTICS_DESIGN_H

#include "lab/statistics/statistics.h"

#include <stdint.h>

/* Finds values[i] of points[i * width ..] for all i below `count`: how many, from the first on, it
 * found before it was stopped. */
typedef int tp_function(void *context, const double *points, int count, double *values);

/* --- Morris ---------------------------------------------------------------------------------- */

/* The effect of a factor going from one end to the other, over the trajectories. */
struct tp_screened {
  double mean;                /* mu */
  double size;                /* mu*: the mean of the sizes (Campolongo and others 2007) */
  struct tp_interval of_size; /* bootstrapped over the trajectories */
  double deviation;           /* sigma: above 0 where it is not straight or depends on others */
};

/* Goes along `trajectories` paths through a grid of four levels (Morris 1991), each of which moves
 * every factor once: trajectories * (width + 1) points. Fills `width` results; returns how many
 * trajectories they stand on, fewer when it was stopped. */
int tp_screen(tp_function *function, void *context, int width, int trajectories, uint64_t seed,
              struct tp_screened *results);

/* --- Sobol' ---------------------------------------------------------------------------------- */

/* Shares of the variance of the function. */
struct tp_index {
  double first;                          /* what goes with the factor alone */
  double total;                          /* and what goes with it and others together */
  struct tp_interval of_first, of_total; /* bootstrapped over the rows */
};

struct tp_indices {
  int rows; /* they stand on */
  double mean, deviation;
};

/* From two Latin hypercubes of `rows` points and what lies between them: rows * (width + 2) points.
 * First by the estimator of Saltelli and others (2010), total by Jansen's (1999). Fills `width`
 * results. */
struct tp_indices tp_find_indices(tp_function *function, void *context, int width, int rows,
                                  uint64_t seed, struct tp_index *results);

/* --- draws ----------------------------------------------------------------------------------- */

/* A number from 0 to 1, and 0 .. count - 1 in an order of chance; keyed by seed and stream. */
double tp_design_unit(uint64_t seed, int stream, int index);
void tp_design_order(uint64_t seed, int stream, int count, int *order);

#endif
