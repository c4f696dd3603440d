/* What a scenario may say but that will never have an effect: warnings, not faults, since it harms
 * nothing and may be half of something to come. Only of what the scenario's own file wrote, or what
 * a mod's patch keeps from happening.
 */
#ifndef TP_DATA_FORMAT_DOUBT_H
#define TP_DATA_FORMAT_DOUBT_H

#include "core/rules.h"
#include "data/layers/document.h"

/* Adds the warnings to `problems`. `r` is what the document was compiled to, faulty or not. */
void tp_doubt(const struct tp_rules *r, const struct tp_document *document,
              struct tp_problems *problems);

#endif
