#include "lab/batch.h"

#include "data/arena.h"
#include "lab/work.h"

#include <stdlib.h>

struct blocks {
  const struct tp_batch *batch;
  struct tp_player *players; /* by worker */
  struct tp_tally *tallies;  /* by block */
};

static void play_game(struct tp_player *player, struct tp_tally *tally, uint64_t seed) {
  struct tp_sighting seen = {0};
  tp_player_start(player, seed);
  while (player->world->turn < player->rules->turns && tp_player_turn(player, NULL, 0))
    tp_tally_turn(tally, player, &seen);
  tp_tally_game(tally, player, &seen);
}

static void play_block(void *context, int worker, int block) {
  const struct blocks *blocks = context;
  const struct tp_batch *batch = blocks->batch;
  struct tp_player *player = &blocks->players[worker];
  struct tp_tally *tally = &blocks->tallies[block];
  int end = tp_block_first(batch->games, block + 1);
  if (!player->world)
    tp_player_open(player, batch->rules, batch->policies);
  tp_tally_open(tally, batch->rules);
  for (int game = tp_block_first(batch->games, block); game < end; game++) {
    play_game(player, tally, tp_game_seed(batch->seed, game));
    if (batch->hashes)
      batch->hashes[game] = tp_world_hash(batch->rules, player->world);
  }
}

double tp_batch_play(const struct tp_batch *batch, struct tp_tally *tally) {
  int count = tp_block_count(batch->games);
  struct blocks blocks = {.batch = batch};
  blocks.players = calloc((size_t)batch->threads, sizeof *blocks.players);
  blocks.tallies = calloc((size_t)count, sizeof *blocks.tallies);
  if (!blocks.players || !blocks.tallies)
    abort();
  double began = tp_work_clock();
  tp_work_do(count, batch->threads, play_block, &blocks, "blocks of games");
  double seconds = tp_work_clock() - began;
  tp_tally_open(tally, batch->rules);
  for (int i = 0; i < count; i++) {
    tp_tally_merge(tally, &blocks.tallies[i], batch->rules);
    tp_tally_close(&blocks.tallies[i]);
  }
  for (int i = 0; i < batch->threads; i++)
    tp_player_close(&blocks.players[i]);
  free(blocks.players);
  free(blocks.tallies);
  return seconds;
}
