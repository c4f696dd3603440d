/* What the schema says of names: patterns, and lists for an editor to complete. Internal to it. */
#ifndef TP_DATA_FORMAT_SCHEMA_NAMES_H
#define TP_DATA_FORMAT_SCHEMA_NAMES_H

#include "data/json/out.h"

/* Keys that are the author's own. */
#define TP_PATTERN_AUTHORS "^(x-|_|\\$)"
/* Something to be seen. */
#define TP_PATTERN_SEEN "[^ \\u00a0\\u2000-\\u200f\\u202f\\u205f\\u3000\\ufeff]"
#define TP_PATTERN_ID "[a-z0-9]+(-[a-z0-9]+)*"

/* Appends the definition "id" to an object that is open. */
void tp_schema_id(struct tp_json_out *out);

/* Appends the definitions "id", "pair-name", "view-name", "any-pair", "address", "mark" and "cause"
 * to an object that is open. */
void tp_schema_names(struct tp_json_out *out);

#endif
