/* The results of `compare`, in the three forms it describes. */
#ifndef TP_LAB_STUDIES_COMPARE_REPORT_H
#define TP_LAB_STUDIES_COMPARE_REPORT_H

#include "lab/studies/findings.h"
#include "lab/setup.h"

struct tp_comparison {
  const struct tp_arguments *arguments;
  const struct tp_arguments *of_side[2];
  const struct tp_setup *setup[2];
  const struct tp_pairing *pairing;
  const struct tp_findings *findings;
  long games; /* played */
  double seconds;
  int threads;
};

/* In the form the arguments ask for. */
void tp_comparison_report(const struct tp_comparison *comparison, struct tp_json_out *report);

#endif
