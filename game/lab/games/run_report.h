/* The results of `run`, in the three forms it describes. */
#ifndef TP_LAB_GAMES_RUN_REPORT_H
#define TP_LAB_GAMES_RUN_REPORT_H

#include "lab/setup.h"
#include "lab/batches/tally.h"

struct tp_run {
  const struct tp_arguments *arguments;
  const struct tp_setup *setup;
  const struct tp_tally *tally; /* of fewer games when it was stopped */
  const uint64_t *hashes;       /* by game, or NULL */
  double seconds;
  int threads;
};

/* In the form the arguments ask for. */
void tp_run_report(const struct tp_run *run, struct tp_json_out *report);

void tp_run_text(const struct tp_run *run, struct tp_json_out *report);

/* "victory" and so on; TP_PLAYING is "unfinished". */
const char *tp_result_name(enum tp_result result);

double tp_run_turns_per_second(const struct tp_run *run);

#endif
