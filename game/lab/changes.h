/* Whether the changes of a command line go together.
 *
 * Two that speak of the same thing would leave one without effect, in silence; that is a fault of
 * usage, and so is a turn that no game reaches.
 */
#ifndef TP_LAB_CHANGES_H
#define TP_LAB_CHANGES_H

#include "lab/setup.h"

/* 1, or 0 with the first two that do not in `fault`. Each must have been found sound alone. */
int tp_changes_agree(const struct tp_rules *r, const struct tp_arguments *arguments,
                     struct tp_fault *fault);

/* 1, or 0 when something is scheduled after the last turn of the rules. */
int tp_changes_in_time(const struct tp_rules *r, struct tp_fault *fault);

#endif
