/* JSON pointers (RFC 6901). Internal to the data layer. */
#ifndef TP_DATA_LAYERS_POINTER_H
#define TP_DATA_LAYERS_POINTER_H

#include "data/arena.h"

#include <cjson/cJSON.h>
#include <stddef.h>

/* Adds "/part" to a pointer, escaped. */
void tp_pointer_add(struct tp_text *pointer, const char *part);

enum { TP_POINTER_PART_MAX = 1000 };

/* Takes the next part of a pointer: 1, or 0 at its end. */
int tp_pointer_next(const char **pointer, char part[TP_POINTER_PART_MAX]);

/* What a part leads to in an object or a list; NULL when there is no such thing. */
const cJSON *tp_pointer_child(const cJSON *node, const char *part);

/* What the whole of it leads to. */
const cJSON *tp_pointer_find(const cJSON *tree, const char *pointer);

/* In a patch: the value itself, or what stands in its place further up, as a null that removes what
 * is around it. `*length` is that of the pointer to it. */
const cJSON *tp_pointer_written(const cJSON *patch, const char *pointer, size_t *length);

#endif
