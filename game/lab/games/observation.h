/* A game as one seat sees it, in JSON, for whoever plays that seat from outside. The fields are
 * described at the top of serve.c. */
#ifndef TP_LAB_GAMES_OBSERVATION_H
#define TP_LAB_GAMES_OBSERVATION_H

#include "data/json/out.h"
#include "lab/games/player.h"

/* What does not change in a game: fields of an open object. */
void tp_observation_describe(struct tp_json_out *out, const struct tp_rules *r, int seat);

/* The state before the seat's orders: fields of an open object. `view` is room for a world. Facts
 * are those of the player's last turn. */
void tp_observation_state(struct tp_json_out *out, const struct tp_player *player, int seat,
                          struct tp_world *view);

/* "legal": the orders that may be added to `given`, as text. */
void tp_observation_legal(struct tp_json_out *out, const struct tp_player *player,
                          const struct tp_orders *given);

#endif
