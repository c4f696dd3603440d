/* Where the equations rest: offsets of a compiled scenario, and its text with them written down.
 *
 * Internal to the data layer. A scenario of the chain that is "at_rest" gets the offsets that make
 * its start values steady; those that extend it keep them, by the variables' names, so that what
 * they change has its effect. What is new in them rests where it starts.
 */
#ifndef TP_DATA_COMPILE_SETTLE_H
#define TP_DATA_COMPILE_SETTLE_H

#include "data/compile/compile.h"

/* Fills the offsets and equations of `r`, the scenario's freshly compiled rules, and the start
 * values of derived variables. Faults of what it inherits offsets from are added to `problems`. */
void tp_settle(struct tp_scenario *scenario, struct tp_rules *r, const struct tp_document *document,
               struct tp_problems *problems);

/* The merged document as a scenario that extends nothing, with the offsets it inherited, in the
 * arena. */
const char *tp_settle_text(const struct tp_scenario *scenario, const cJSON *merged);

/* Any part of a document as JSON text with exact numbers, to be freed with free(). */
char *tp_settle_print(const cJSON *node);

#endif
