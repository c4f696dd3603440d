/* What the scanner writes down and the positions are looked up in.
 *
 * Internal to data/json.
 */
#ifndef TP_DATA_JSON_NODES_H
#define TP_DATA_JSON_NODES_H

#include "data/json/position.h"

/* A value, in the order of the text: what is inside it follows it, up to `next`. */
struct tp_node {
  const char *name; /* key, decoded; NULL in a list and at the top */
  size_t name_length;
  size_t key_at, value_at; /* offsets */
  int next;
};

struct tp_positions {
  const char *text;
  size_t length;
  struct tp_arena *arena;
  struct tp_node *nodes;
  size_t *lines; /* offset of the start of each line */
  int count, room, line_count, line_room;
  size_t long_list; /* offset of the first one; 0: there is none */
};

/* Line and column of an offset. */
void tp_positions_locate(const struct tp_positions *positions, size_t offset, int *line,
                         int *column);

/* Reads the text into nodes: 1, or 0 with the fault that makes it no JSON. */
int tp_scan(struct tp_positions *positions, const char *file, struct tp_problems *problems);

#endif
