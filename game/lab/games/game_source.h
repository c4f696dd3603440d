/* One game to look into: played by policies from a scenario, or as a save recorded it. */
#ifndef TP_LAB_GAMES_GAME_SOURCE_H
#define TP_LAB_GAMES_GAME_SOURCE_H

#include "data/saves/save.h"
#include "lab/games/player.h"
#include "lab/setup.h"

struct tp_game_source {
  const struct tp_rules *rules;
  const struct tp_policy *policies; /* NULL for a save */
  uint64_t seed;                    /* of the game itself */
  int is_save;
  struct tp_save save;   /* of a save */
  struct tp_setup setup; /* otherwise */
};

/* Opens what the first operand names, with the options of the arguments. Faults are explained on
 * stderr; close in any case. */
enum tp_exit tp_game_source_open(struct tp_game_source *source,
                                 const struct tp_arguments *arguments);
void tp_game_source_close(struct tp_game_source *source);

/* Puts the state that it begins with on the table: of a save, where its record begins. */
void tp_game_source_start(const struct tp_game_source *source, struct tp_player *player);

/* Plays the next turn: 1, or 0 when there is none. */
int tp_game_source_turn(const struct tp_game_source *source, struct tp_player *player);

/* 1, or 0 when a turn of a save that was just played did not lead to the state it led to then. */
int tp_game_source_is_same(const struct tp_game_source *source, const struct tp_player *player);

#endif
