/* What derived variables are computed from, read off a turn as the core plays it. */
#ifndef TP_SESSION_INPUTS_H
#define TP_SESSION_INPUTS_H

#include "core/ledger.h"
#include "core/rules.h"

/* 1 when a variable is computed anew each turn. */
int tp_inputs_is_derived(const struct tp_rules *r, int slot);

/* Plays a turn by `moved`, which are `r` or `r` with another coefficient, in which everything
 * stands a little off its start in `r`. The caller frees the world and the rows of the ledger. */
struct tp_world *tp_inputs_play(const struct tp_rules *r, const struct tp_rules *moved,
                                struct tp_ledger *ledger);

/* Calls `tell` once for each source and cause that a derived variable `slot` is computed from, and
 * for each that `slot` has a part in as the source, in the order of the ledger. The start is nudged
 * so that every input shows; what changes nothing at all there is not told. */
void tp_inputs_each(const struct tp_rules *r, int slot,
                    void (*tell)(void *context, const struct tp_row *row), void *context);

#endif
