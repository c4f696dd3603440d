/* What moved between two sides, ranked. */
#ifndef TP_LAB_STUDIES_FINDINGS_H
#define TP_LAB_STUDIES_FINDINGS_H

#include "lab/batches/paired.h"

/* A difference, B less A. */
struct tp_moved {
  const struct tp_paired_item *item;
  int is_rate;
  double a, b, difference;
  struct tp_interval interval;
  double size;      /* the difference in deviations between games; infinite when none vary */
  double chance;    /* of one as large when there is none */
  double corrected; /* the same with the number of comparisons in mind, after Holm */
  long both, only_a, only_b; /* games, of a rate */
};

struct tp_findings {
  struct tp_moved *list; /* what moved for certain first, then by falling size */
  int count;
  int certain; /* how many have a corrected chance below 5 % */
};

/* To be closed. The pairing must outlive it. */
void tp_findings_open(struct tp_findings *findings, const struct tp_pairing *pairing,
                      const struct tp_paired_tally *tally);
void tp_findings_close(struct tp_findings *findings);

#endif
