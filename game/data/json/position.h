/* Where things stand in a JSON text.
 *
 * cJSON forgets where a value came from, keeps the first of two equal keys without a word, accepts
 * some text that is not JSON, and says only roughly where it gave up. This scanner reads the same
 * text beside it: strictly (RFC 8259), with an error a person can act on, and with an index from
 * JSON pointers to lines and columns.
 */
#ifndef TP_DATA_JSON_POSITION_H
#define TP_DATA_JSON_POSITION_H

#include "data/json/problems.h"

enum {
  TP_DEPTH_MAX = 48,    /* objects and lists in each other */
  TP_ENTRIES_MAX = 5000 /* entries of one object: cJSON looks keys up one by one */
};

struct tp_positions;

/* Scans `text`, which must outlive the result. Adds a problem for each duplicate key and for the
 * first fault that makes it no JSON, named as in `file`; NULL after the latter. */
struct tp_positions *tp_positions_scan(const char *text, size_t length, const char *file,
                                       struct tp_problems *problems);

void tp_positions_free(struct tp_positions *positions);

/* The first list of more than TP_ENTRIES_MAX entries: 1, or 0 if there is none. What people write
 * has none. */
int tp_positions_long_list(const struct tp_positions *positions, int *line, int *column);

enum tp_place { TP_AT_VALUE, TP_AT_KEY };

/* Line and column of the value that `pointer` names, or of its key: 1, or 0 if there is none. */
int tp_positions_find(const struct tp_positions *positions, const char *pointer,
                      enum tp_place place, int *line, int *column);

/* 1 when there is a null. */
int tp_positions_is_null(const struct tp_positions *positions, const char *pointer);

/* The same as tp_positions_find, or of the nearest thing around it that is there. */
void tp_positions_near(const struct tp_positions *positions, const char *pointer,
                       enum tp_place place, int *line, int *column);

#endif
