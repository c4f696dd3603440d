/* What null takes away from the files below: whether it was there, and who names it still.
 *
 * Internal to the data layer.
 */
#ifndef TP_DATA_LAYERS_REMOVALS_H
#define TP_DATA_LAYERS_REMOVALS_H

#include "data/layers/document.h"

/* Reports each null of a patch that takes nothing away from `target`, over which it is laid (NULL:
 * nothing), and in what is new each null under what can be no name there: a name is misspelt, and
 * what was to go would stay. The patch's root is an object of `kind`. */
void tp_removals_check(const struct tp_source *source, const struct tp_kind *kind,
                       const cJSON *target, struct tp_problems *problems);

/* Reports that `node` of `document->merged` (or its key) names what is not there; `name` is of the
 * form ACTOR, ACTION, EVENT, PAIR, VIEW, ADDRESS, MARK or POLICY. Where a file above took away what
 * is named, its removal is the fault, and says who names it; else `message` is said of the node. */
void tp_removals_unknown(const struct tp_document *document, struct tp_problems *problems,
                         const cJSON *node, enum tp_place place, enum tp_form form,
                         const char *name, const char *message);

/* Reports that `node` is no whole entry because a file took away the one that it changes: 1, or 0
 * when none did. */
int tp_removals_incomplete(const struct tp_document *document, struct tp_problems *problems,
                           const cJSON *node);

#endif
