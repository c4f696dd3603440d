/* What a batch of games came to: counts and sums, none of which grows with the number of games. */
#ifndef TP_LAB_BATCHES_TALLY_H
#define TP_LAB_BATCHES_TALLY_H

#include "lab/batches/pile.h"
#include "lab/games/player.h"
#include "lab/statistics/statistics.h"

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
  struct tp_spread score;           /* weight of the objectives met, 0 .. 100 */
  long backed_down[2], eased, wars; /* how crises ended; backed_down: challenger, target */
  long guarantees, honoured;
  long wedges, cracked;
  struct tp_spread *finals; /* by slot */
  struct tp_use *uses;      /* by action */
  long *events;             /* by event: games in which it happened */
};

/* What is noticed during a game; starts zeroed. */
struct tp_sighting {
  int crises;
  uint8_t used[TP_ACTIONS_MAX], happened[TP_EVENTS_MAX];
};

/* Notices what a turn's log says. */
void tp_sighting_turn(struct tp_sighting *seen, const struct tp_log *log);

/* As a kind; `of` is the rules. */
extern const struct tp_tally_kind tp_tally_of_games;

void tp_tally_open(struct tp_tally *tally, const struct tp_rules *r);
void tp_tally_close(struct tp_tally *tally);

/* Plays the game with that seed and counts it. */
void tp_tally_play(struct tp_tally *tally, struct tp_player *player, uint64_t seed);

/* The numbers of a spread. */
void tp_pack_spread(struct tp_packing *packing, struct tp_spread *spread);

#endif
