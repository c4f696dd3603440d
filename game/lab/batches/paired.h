/* Games of two sides, A and B, played with the same seeds and compared one by one.
 *
 * The sides may be two scenarios, or one with different changes. What both have under the same name
 * is compared: results, endings, actions, events; variables when the game was over, how long it
 * lasted, its crises, its score. Draws are keyed by what they are for, so games of the same seed
 * differ only by what differs in the sides and what follows from that.
 */
#ifndef TP_LAB_BATCHES_PAIRED_H
#define TP_LAB_BATCHES_PAIRED_H

#include "lab/batches/pile.h"
#include "lab/games/player.h"
#include "lab/statistics/statistics.h"

enum tp_paired_kind {
  /* what happens in a game or does not */
  TP_PAIRED_RESULT,
  TP_PAIRED_ENDING,
  TP_PAIRED_ACTION,
  TP_PAIRED_EVENT,
  /* what has a value in every game */
  TP_PAIRED_VARIABLE,
  TP_PAIRED_SCORE,
  TP_PAIRED_LENGTH,
  TP_PAIRED_CRISES
};

struct tp_paired_item {
  enum tp_paired_kind kind;
  const char *name;
  int16_t index[2]; /* on either side */
};

/* What is compared, and how often something is on one side alone. */
struct tp_pairing {
  const struct tp_rules *rules[2];
  struct tp_paired_item *rates, *means;
  int rate_count, mean_count;
  int alone[2]; /* actions, events, endings and variables that only the side has */
};

struct tp_paired_means {
  struct tp_spread side[2], difference; /* B less A */
};

struct tp_paired_tally {
  long games;
  struct tp_pairs *rates; /* a is A; `cases` is filled when all is over */
  struct tp_paired_means *means;
};

void tp_pairing_open(struct tp_pairing *pairing, const struct tp_rules *a,
                     const struct tp_rules *b);
void tp_pairing_close(struct tp_pairing *pairing);

/* "result", "ending" and so on. */
const char *tp_paired_kind_name(enum tp_paired_kind kind);

/* As a kind of tally; `of` is the pairing. */
extern const struct tp_tally_kind tp_tally_of_pairs;

/* Plays the game with that seed on both sides and counts it. */
void tp_paired_play(struct tp_paired_tally *tally, const struct tp_pairing *pairing,
                    struct tp_player players[2], uint64_t seed);

#endif
