/* Reads JSON for those above the data layer: parts of results, lines of a conversation.
 *
 * A document is read whole and then asked; what is missing or of another type gives the fallback,
 * so that a reader states once what it needs and checks it there.
 */
#ifndef TP_DATA_JSON_IN_H
#define TP_DATA_JSON_IN_H

#include "data/json/problems.h"

#include <stdint.h>

struct tp_json; /* a value; belongs to its document */

/* The document in `text`, to be freed with tp_json_free; NULL with the fault added to `problems`,
 * where the text is called `file`. */
struct tp_json *tp_json_read(const char *text, size_t length, const char *file,
                             struct tp_problems *problems);

/* The same from a file. */
struct tp_json *tp_json_load(const char *path, struct tp_problems *problems);

/* Frees a document, not a part of one; NULL is allowed. */
void tp_json_free(struct tp_json *document);

/* The value under a key, or NULL. `json` may be NULL in all that follows. */
const struct tp_json *tp_json_get(const struct tp_json *json, const char *key);

/* The first entry of a list or object and the one after an entry; NULL at the end. The key is NULL
 * in a list. */
const struct tp_json *tp_json_first(const struct tp_json *json);
const struct tp_json *tp_json_next(const struct tp_json *entry);
const char *tp_json_key(const struct tp_json *entry);
int tp_json_count(const struct tp_json *json);

int tp_json_is_number(const struct tp_json *json);
int tp_json_is_list(const struct tp_json *json);

/* What the value is, or the fallback when it is of another type or out of the type's range. */
double tp_json_as_number(const struct tp_json *json, double fallback);
int64_t tp_json_as_whole(const struct tp_json *json, int64_t fallback);
const char *tp_json_as_string(const struct tp_json *json, const char *fallback);

/* Bits as tp_json_bits writes them: 1, or 0 when it is no such text. */
int tp_json_as_bits(const struct tp_json *json, uint64_t *bits);

#endif
