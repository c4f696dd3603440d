/* What a batch of games came to: counts and sums, none of which grows with the number of games.
 *
 * Games are tallied in blocks; merging the blocks in order gives the same numbers whoever counted
 * them. How many blocks there are depends on the number of games alone.
 */
#ifndef TP_LAB_TALLY_H
#define TP_LAB_TALLY_H

#include "lab/player.h"
#include "lab/statistics.h"

enum { TP_BLOCKS_MAX = 256 };

/* An action over the batch. */
struct tp_use {
  long games, wins; /* in which it was chosen; of those won by the player */
  long times;       /* chosen and begun */
  long tries, successes;
  long passed, failed; /* votes */
};

struct tp_tally {
  long games;
  long results[4];                  /* by enum tp_result */
  long endings[TP_ENDINGS_MAX + 1]; /* the last: cut short by a limit on turns */
  struct tp_spread length;          /* turns */
  struct tp_spread crises;          /* per game */
  long backed_down[2], eased, wars; /* how crises ended; backed_down: challenger, target */
  long guarantees, honoured;
  long wedges, cracked;
  struct tp_spread *finals; /* by slot */
  struct tp_use *uses;      /* by action */
  long *events;             /* by event: games in which it happened */
};

void tp_tally_open(struct tp_tally *tally, const struct tp_rules *r);
void tp_tally_close(struct tp_tally *tally);

/* What is counted during a game; starts zeroed. */
struct tp_sighting {
  int crises;
  uint8_t used[TP_ACTIONS_MAX], happened[TP_EVENTS_MAX];
};

/* Counts the facts of the last turn. */
void tp_tally_turn(struct tp_tally *tally, const struct tp_player *player,
                   struct tp_sighting *seen);

/* Counts the game, which is over. */
void tp_tally_game(struct tp_tally *tally, const struct tp_player *player,
                   const struct tp_sighting *seen);

void tp_tally_merge(struct tp_tally *into, const struct tp_tally *other, const struct tp_rules *r);

/* How many blocks `games` games make, and the first game of a block. */
int tp_block_count(int games);
int tp_block_first(int games, int block);

#endif
