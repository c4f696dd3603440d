/* The JSON Schemas of scenario files and of mods (draft 2020-12), printed from the description of
 * the format.
 *
 * It accepts all that the loader accepts. What it accepts and the loader refuses is what a schema
 * cannot say: references, circles, what a scenario inherits, lengths counted in bytes.
 */
#ifndef TP_DATA_FORMAT_SCHEMA_H
#define TP_DATA_FORMAT_SCHEMA_H

#include "data/arena.h"

/* Appends the schema as JSON text. */
void tp_schema_print(struct tp_text *text);

/* The same of a mod's mod.json. */
void tp_schema_print_mod(struct tp_text *text);

#endif
