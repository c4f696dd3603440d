/* A turn: the ordered list of phases, and nothing else.
 *
 *  1. orders      costs are paid, decisions answered, the council votes, programmes start
 *  2. effects     programmes under way advance and land
 *  3. events      scheduled and conditional events fire
 *  4. the world   economy, threat, narrative, contract, ties, autonomy, deterrence, crisis,
 * resources
 *  5. endings     objectives and endings are checked
 */
#ifndef TP_CORE_TURN_H
#define TP_CORE_TURN_H

#include "core/ledger.h"
#include "core/log.h"
#include "core/order.h"

/* Plays one turn of `w`. `orders` holds `count` sets, at most one per seat; a seat without a set
 * stays idle. Orders that the check refuses are dropped. `ledger` and `log` may be NULL; otherwise
 * rows and facts of this turn are appended. Nothing happens once the game is over. */
void tp_turn_play(const struct tp_rules *r, struct tp_world *w, const struct tp_orders *orders,
                  int count, struct tp_ledger *ledger, struct tp_log *log);

/* Computes the derived variables of `w` anew from the others as they stand, for a state that was
 * put together from parts. */
void tp_world_derive(const struct tp_rules *r, struct tp_world *w);

/* Fills what follows from coefficients and start values: derived variables in `start`, the
 * equations in `system`, and the `offset` of each variable whose `at_rest` is set (NULL: of all),
 * so that its start value is steady. The others' offsets are given, for an experiment or a scenario
 * that inherits them. The arrays are the caller's, of r->slot_count entries, and `r` points at them
 * afterwards. 0 when there are more equations or terms than there is room for. */
struct tp_system;
int tp_rules_settle(struct tp_rules *r, double *start, double *offset, struct tp_system *system,
                    const uint8_t *at_rest);

#endif
