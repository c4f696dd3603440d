/* Games played one after the other, by policies in every seat.
 *
 * A player owns the memory of one game and is used by one thread. Game number g of a batch with
 * seed S is always the same game: its own seed depends on S and g alone.
 */
#ifndef TP_LAB_GAMES_PLAYER_H
#define TP_LAB_GAMES_PLAYER_H

#include "ai/policy.h"

struct tp_player {
  const struct tp_rules *rules;
  const struct tp_policy *policies; /* by actor */
  struct tp_world *world;
  void *room;
  struct tp_log log;       /* facts of the last turn */
  struct tp_ledger ledger; /* rows of the last turn, when it is kept */
  int keeps_ledger;
};

/* The seed of game `game` of a batch. */
uint64_t tp_game_seed(uint64_t seed, int game);

void tp_player_open(struct tp_player *player, const struct tp_rules *rules,
                    const struct tp_policy *policies);
void tp_player_close(struct tp_player *player);

/* Makes the player keep the ledger of each turn, however long it gets. */
void tp_player_keep_ledger(struct tp_player *player);

/* Puts the start of the game with that seed on the table. */
void tp_player_start(struct tp_player *player, uint64_t seed);

/* Plays one turn: 1, or 0 when the game is over. `given`, when not NULL, are `count` sets of orders
 * for seats whose policies are not asked. */
int tp_player_turn(struct tp_player *player, const struct tp_orders *given, int count);

#endif
