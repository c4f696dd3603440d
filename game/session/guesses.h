/* What the other seats may do in the coming turns, guessed from how they play.
 *
 * Policies that search cost as much in one turn as hundreds of imagined games. So a few games are
 * imagined in which they are asked, each turn, and all other imagined games borrow what they did
 * there. Guesses from one world serve for all that is asked about it.
 */
#ifndef TP_SESSION_GUESSES_H
#define TP_SESSION_GUESSES_H

#include "ai/policy.h"

#include <stdatomic.h>

struct tp_guesses;

struct tp_guesses *tp_guesses_create(void);
void tp_guesses_free(struct tp_guesses *g); /* NULL is allowed */

/* What is guessed about: policies by actor, the player's orders of the first turn (none follow). */
struct tp_guessed {
  const struct tp_rules *r;
  const struct tp_world *w; /* as it is; guesses are made from what the player sees of it */
  int player;
  const struct tp_policy *others;
  const struct tp_orders *own;
};

/* Guesses for so many turns, at most TP_FORECAST_HORIZON; what is known already is kept. Returns 0
 * when `cancelled` (which may be NULL) became true on the way. */
int tp_guesses_make(struct tp_guesses *g, const struct tp_guessed *about, int turns,
                    const atomic_int *cancelled);

/* What `actor` does in turn `turn` (0 is the first) of imagined game number `game`, which has come
 * to `w`. Who is quick to ask is asked. Who searches acts as it was guessed, as far as it may, and
 * moves so in a crisis that stands at the step it stood at there; after the first turn it answers
 * events by reflex, and beyond what was guessed it does all by reflex. */
void tp_guesses_choose(const struct tp_guesses *g, const struct tp_guessed *about,
                       const struct tp_world *w, int game, int turn, int actor, void *room,
                       struct tp_orders *orders);

#endif
