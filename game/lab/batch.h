/* A batch of games on several threads, tallied. */
#ifndef TP_LAB_BATCH_H
#define TP_LAB_BATCH_H

#include "lab/tally.h"

struct tp_batch {
  const struct tp_rules *rules;
  const struct tp_policy *policies; /* by actor */
  uint64_t seed;
  int games, threads;
  uint64_t *hashes; /* of the final worlds, by game; or NULL */
};

/* Plays the batch into `tally`, which the caller closes. Returns the seconds it took. The tally is
 * the same for any number of threads. */
double tp_batch_play(const struct tp_batch *batch, struct tp_tally *tally);

#endif
