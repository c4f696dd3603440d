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

/* Fills what follows from the start values: derived variables in `start`, `reference` and `rest`
 * for every equation, and, for each slot with `at_rest[slot]` set (NULL: all), the `offset` that
 * makes the start value steady. The arrays are the writable ones behind `r`. Returns the number of
 * entries of `reference` in use, at most TP_REFERENCES_MAX. */
enum { TP_REFERENCES_MAX = 16384 };
int tp_rules_settle(struct tp_rules *r, double *start, double *offset, double *rest,
                    double *reference, int16_t *reference_at, const uint8_t *at_rest);

#endif
