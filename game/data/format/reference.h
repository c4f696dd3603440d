/* The reference of the scenario format, as Markdown, printed from the description of the format:
 * every key, what it holds and means, every variable, coefficient, cause and policy.
 */
#ifndef TP_DATA_FORMAT_REFERENCE_H
#define TP_DATA_FORMAT_REFERENCE_H

#include "data/arena.h"

/* Appends the reference. */
void tp_reference_print(struct tp_text *text);

#endif
