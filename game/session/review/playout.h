/* How a game could have gone on from one of its turns. Internal to the session layer.
 *
 * The player gives the orders of a plan, as far as they are allowed then, and plays by reflex where
 * the plan ends; the other seats play by reflex. The dice are imagined, never the game's own, and
 * the same for every plan from the same world, so two plans can be compared game by game.
 */
#ifndef TP_SESSION_REVIEW_PLAYOUT_H
#define TP_SESSION_REVIEW_PLAYOUT_H

#include "ai/policy.h"

/* The player's orders by turn (of `tp_world.turn`), ascending; from turn `ends` on there are none.
 */
struct tp_order_plan {
  struct tp_script_row *rows;
  int count, ends;
};

struct tp_playout {
  const struct tp_rules *r;
  int player;
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_world *world; /* as the game played last left it */
  void *room;
};

void tp_playout_open(struct tp_playout *p, const struct tp_rules *r, int player);
void tp_playout_close(struct tp_playout *p);

/* Puts imagined game `game` from `from` on the table, and plays its next turn: 1, or 0 when it is
 * over. */
void tp_playout_begin(struct tp_playout *p, const struct tp_world *from, int game);
int tp_playout_turn(struct tp_playout *p, const struct tp_order_plan *plan);

/* Both, to the end. */
void tp_playout_run(struct tp_playout *p, const struct tp_world *from,
                    const struct tp_order_plan *plan, int game);

#endif
