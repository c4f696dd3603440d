/* What `sensitivity` found, and its report. */
#ifndef TP_LAB_STUDIES_SENSITIVITY_H
#define TP_LAB_STUDIES_SENSITIVITY_H

#include "lab/statistics/design.h"
#include "lab/studies/factors.h"

struct tp_sensitivity {
  const struct tp_arguments *arguments; /* with the numbers of games, paths and points */
  const struct tp_setup *setup;
  const struct tp_factors *factors;
  const char *measure;
  int paths;                    /* that the screening stands on */
  struct tp_screened *screened; /* by factor */
  int *order;                   /* factors by falling mu* */
  int kept;                     /* how many of these have indices */
  struct tp_indices indices;
  struct tp_index *index; /* in that order, `kept` of them */
  double seconds;
  int threads;
};

/* In the form the arguments ask for. */
void tp_sensitivity_report(const struct tp_sensitivity *s, struct tp_json_out *report);

#endif
