#include "lab/batches/batch.h"

#include "lab/work.h"

#include <pthread.h>

struct playing {
  const struct tp_batch *batch;
  struct tp_pile *pile;
  void *rest;
  pthread_mutex_t lock; /* of the pile, the rest and the keeper */
};

/* 1 when the whole block was played. */
static int play_games(const struct playing *p, int worker, int block, void *tally) {
  int end = tp_block_first(p->pile->games, block + 1);
  for (int game = tp_block_first(p->pile->games, block); game < end; game++) {
    if (tp_work_stopped())
      return 0;
    p->batch->play(p->batch->context, worker, game, tally);
    tp_work_unit();
  }
  return 1;
}

static void put_down(struct playing *p, int block, void *tally, int is_whole) {
  pthread_mutex_lock(&p->lock);
  if (is_whole) {
    tp_pile_add(p->pile, block, block + 1, tally);
    if (p->batch->keep)
      p->batch->keep(p->batch->keeper, p->pile);
  } else {
    if (p->rest)
      p->pile->kind->merge(p->rest, tally, p->pile->of);
    tp_pile_free_tally(p->pile, tally);
  }
  pthread_mutex_unlock(&p->lock);
}

static int is_there(struct playing *p, int block) {
  pthread_mutex_lock(&p->lock);
  int is = tp_pile_find(p->pile, block) != NULL;
  pthread_mutex_unlock(&p->lock);
  return is;
}

static void play_block(void *context, int worker, int item) {
  struct playing *p = context;
  int block = p->batch->first + item;
  if (is_there(p, block))
    return;
  void *tally = tp_pile_new_tally(p->pile);
  int is_whole = play_games(p, worker, block, tally);
  put_down(p, block, tally, is_whole);
}

static long games_to_play(const struct tp_batch *batch, const struct tp_pile *pile) {
  long games = 0;
  for (int block = batch->first; block < batch->end; block++) {
    if (!tp_pile_find(pile, block))
      games += tp_block_first(pile->games, block + 1) - tp_block_first(pile->games, block);
  }
  return games;
}

double tp_batch_play(const struct tp_batch *batch, struct tp_pile *pile, void *rest) {
  struct playing playing = {.batch = batch, .pile = pile, .rest = rest};
  long games = games_to_play(batch, pile);
  if (games == 0)
    return 0;
  pthread_mutex_init(&playing.lock, NULL);
  double began = tp_work_clock();
  tp_work_do_units(batch->end - batch->first, batch->threads, play_block, &playing, "games", games);
  pthread_mutex_destroy(&playing.lock);
  return tp_work_clock() - began;
}
