/* A batch of games on several threads, tallied in blocks. */
#ifndef TP_LAB_BATCHES_BATCH_H
#define TP_LAB_BATCHES_BATCH_H

#include "lab/batches/pile.h"

#include <stdint.h>

struct tp_batch {
  /* Plays a game and counts it in the tally; `worker` tells the threads apart. */
  void (*play)(void *context, int worker, int game, void *tally);
  void *context;
  int threads;
  int first, end; /* blocks to play, unless they are on the pile already */
  /* Called after each block, never by two threads at once; NULL: nobody wants to know. */
  void (*keep)(void *keeper, const struct tp_pile *pile);
  void *keeper;
};

/* Plays the batch onto the pile; the tally is the same for any number of threads. When it is
 * stopped before the end, the games of unfinished blocks are counted in `rest`, an open tally; NULL
 * when they are not wanted. Returns the seconds it took. */
double tp_batch_play(const struct tp_batch *batch, struct tp_pile *pile, void *rest);

#endif
