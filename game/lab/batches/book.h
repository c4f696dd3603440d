/* A book of games: who sat where, and what came of each game.
 *
 * Studies ask for games of a line-up and share them: what one has asked for is not played again for
 * another. Game number g is the same game in every line-up (same seed), so line-ups are compared
 * game by game. What is kept of a game is small; nothing depends on threads.
 */
#ifndef TP_LAB_BATCHES_BOOK_H
#define TP_LAB_BATCHES_BOOK_H

#include "lab/games/player.h"

enum { TP_OPENING_TURNS = 4, TP_ACTION_BYTES = TP_ACTIONS_MAX / 8 };

/* What came of a game. */
struct tp_outing {
  int16_t result, ending, turns; /* as in a world; `turns` it lasted */
  int16_t crises;
  double score, goals; /* the weight of the objectives met; the player's goals at the end */
  uint8_t used[TP_ACTION_BYTES];    /* bits: actions that were chosen */
  uint8_t opening[TP_ACTION_BYTES]; /* in the first turns, by the player */
  uint8_t fallen[TP_CLAIMS_MAX];    /* points each claim's credibility ends below its start */
};

static inline int tp_outing_has(const uint8_t *bits, int action) {
  return bits[action / 8] >> (action % 8) & 1;
}

struct tp_lineup {
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_character plan; /* of the player's seat, when it has leanings of its own */
  int16_t lean[TP_ACTIONS_MAX];
  int has_plan;
  int ban;  /* an action that nobody may choose, or TP_NONE */
  int base; /* the same line-up without the ban, or -1 */
  int wanted, count, room;
  struct tp_outing *games;
};

struct tp_book {
  const struct tp_rules *rules;
  uint64_t seed;
  int threads;
  struct tp_lineup **lineups;
  int count, room;
  struct tp_span no_goals[TP_ACTORS_MAX];
  long played; /* games in all, not counting those that a ban could not change */
};

void tp_book_open(struct tp_book *book, const struct tp_rules *rules, uint64_t seed, int threads);
void tp_book_close(struct tp_book *book);

/* The number of the line-up in which the seats are played by `policies`; entered when it is new. */
int tp_book_lineup(struct tp_book *book, const struct tp_policy *policies);

/* The same with reflex that leans to `lean`, by action, in the player's seat. */
int tp_book_plan(struct tp_book *book, const struct tp_policy *policies, const int16_t *lean);

/* A line-up as another, with an action banned. Where every seat is played by reflex, games in which
 * the action was not chosen are those of the other, and are not played again. */
int tp_book_ban(struct tp_book *book, int lineup, int action);

/* Asks for the first so many games of a line-up, then plays what was asked for: 1, or 0 when it was
 * stopped; the games known are then fewer. */
void tp_book_want(struct tp_book *book, int lineup, int games);
int tp_book_play(struct tp_book *book, const char *what);

/* Games that are known of a line-up. */
int tp_book_count(const struct tp_book *book, int lineup);
const struct tp_outing *tp_book_game(const struct tp_book *book, int lineup, int game);

/* Of the first `games`, those won. */
long tp_book_wins(const struct tp_book *book, int lineup, int games);

/* Two line-ups over the games known of both: how often either won. They may stand in two books with
 * the same seed. */
struct tp_pairs;
void tp_book_pair(const struct tp_book *book_a, int a, const struct tp_book *book_b, int b,
                  struct tp_pairs *pairs);

#endif
