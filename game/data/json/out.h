/* Writes JSON, piece by piece, always in the same way: two spaces of indent, keys in the order they
 * are written, each number as the shortest text that reads back to the same bits. A number that
 * JSON cannot hold (NaN, infinity) is written as null.
 */
#ifndef TP_DATA_JSON_OUT_H
#define TP_DATA_JSON_OUT_H

#include "data/arena.h"

#include <stdint.h>

enum { TP_JSON_DEPTH = 64 };

struct tp_json_out {
  struct tp_text text;
  int depth;
  int compact; /* 1: on one line (set it after the start) */
  /* per level: entries so far, and what closes it */
  int entries[TP_JSON_DEPTH];
  char closing[TP_JSON_DEPTH];
};

/* Begins with nothing written. The text so far is `text.data`; free it with tp_text_free. */
void tp_json_start(struct tp_json_out *out);

/* A value. `key` names it in an object, and is NULL in a list and at the top. */
void tp_json_object(struct tp_json_out *out, const char *key); /* opens; close with tp_json_end */
void tp_json_list(struct tp_json_out *out, const char *key);   /* the same */
void tp_json_end(struct tp_json_out *out);
void tp_json_string(struct tp_json_out *out, const char *key, const char *value);
void tp_json_number(struct tp_json_out *out, const char *key, double value);
void tp_json_whole(struct tp_json_out *out, const char *key, int64_t value);
void tp_json_bits(struct tp_json_out *out, const char *key, uint64_t value); /* as "0123abcd..." */
void tp_json_flag(struct tp_json_out *out, const char *key, int value);
void tp_json_null(struct tp_json_out *out, const char *key);

/* A value that is JSON text already. */
void tp_json_raw(struct tp_json_out *out, const char *key, const char *json);

/* The shortest text that reads back as `value`, at most 32 bytes with the end. */
void tp_json_print_number(double value, char text[32]);

#endif
