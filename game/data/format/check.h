/* Checks a document against the description of the format: unknown keys, wrong types, ranges,
 * missing values, limits. What needs the whole scenario (references) is left to the compiler.
 *
 * Internal to the data layer.
 */
#ifndef TP_DATA_FORMAT_CHECK_H
#define TP_DATA_FORMAT_CHECK_H

#include "data/layers/document.h"

/* Adds a problem for each fault of the merged document. A library (`playable` 0) may leave out what
 * the scenarios that extend it will give. 0 when entries are lost by it that others may name: what
 * the compiler then misses is no fault of who names them. */
int tp_check_document(const struct tp_document *document, int playable,
                      struct tp_problems *problems);

/* The same of a single file, whose object is of `kind`. */
void tp_check_source(const struct tp_source *source, const struct tp_kind *kind,
                     struct tp_problems *problems);

#endif
