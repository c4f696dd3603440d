/* What is free to vary: rules and start values, each between two ends.
 *
 * A point is a list of numbers from 0 to 1, one for each factor: where between its ends it is.
 */
#ifndef TP_LAB_STUDIES_FACTORS_H
#define TP_LAB_STUDIES_FACTORS_H

#include "lab/setup.h"

struct tp_factor {
  const char *name; /* of a variable or a coefficient */
  double low, high;
  double usual; /* as the setup has it */
};

struct tp_factors {
  struct tp_factor *list;
  int count;
  int left_out; /* of all there are: those that are 0, and so have no share to vary by */
  struct tp_arena *arena;
};

/* Those of --free, "NAME=LOW:HIGH" each; without any, all rules and start values by a fifth of
 * theirs either way, as far as their ranges go, but for those that `setup` holds, sets or
 * schedules. 1, or 0 with the fault in `fault`; close in any case. */
int tp_factors_open(struct tp_factors *factors, const struct tp_setup *setup,
                    const struct tp_arguments *arguments, struct tp_fault *fault);
void tp_factors_close(struct tp_factors *factors);

double tp_factor_value(const struct tp_factor *factor, double place);

/* An experiment with the changes of the arguments and the factors as `point` says. Both have been
 * found sound before. */
struct tp_experiment *tp_factors_experiment(const struct tp_factors *factors,
                                            const struct tp_scenario *scenario,
                                            const struct tp_arguments *arguments,
                                            const double *point);

#endif
