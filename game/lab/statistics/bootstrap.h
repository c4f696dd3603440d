/* Intervals for what has no formula: the statistic of many samples drawn from the sample. */
#ifndef TP_LAB_STATISTICS_BOOTSTRAP_H
#define TP_LAB_STATISTICS_BOOTSTRAP_H

#include "lab/statistics/statistics.h"

#include <stdint.h>

/* The statistic of the rows of a sample whose numbers are given; a row may come up several times.
 * It must not depend on the order of the rows. */
typedef double tp_statistic(void *context, const int *rows, int count);

/* The 95 % interval of the statistic of `count` rows by `rounds` samples: bias-corrected and
 * accelerated (Efron 1987; the acceleration by leaving each row out, or groups of many rows). The
 * same `seed` gives the same interval. The value alone below two rows, and where the samples do not
 * differ. */
struct tp_interval tp_bootstrap(tp_statistic *statistic, void *context, int count, int rounds,
                                uint64_t seed);

#endif
