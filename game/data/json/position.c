#include "data/json/nodes.h"

#include "data/utf8.h"

#include <stdlib.h>
#include <string.h>

/* --- lines and columns ----------------------------------------------------------------------- */

static void add_line(struct tp_positions *p, size_t start) {
  p->lines = tp_arena_grow(p->arena, p->lines, p->line_count, &p->line_room, sizeof *p->lines);
  p->lines[p->line_count++] = start;
}

/* Lines end in \n, in \r\n, or, where nothing else does it, in \r. */
static void index_lines(struct tp_positions *p) {
  const char *end = p->text + p->length;
  int has_returns = memchr(p->text, '\r', p->length) != NULL;
  add_line(p, 0);
  for (const char *at = p->text; at < end; at++) {
    if (!has_returns && !(at = memchr(at, '\n', (size_t)(end - at))))
      return;
    if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
      add_line(p, (size_t)(at + 1 - p->text));
  }
}

void tp_positions_locate(const struct tp_positions *p, size_t offset, int *line, int *column) {
  int low = 0, high = p->line_count - 1;
  while (low < high) {
    int middle = (low + high + 1) / 2;
    if (p->lines[middle] <= offset)
      low = middle;
    else
      high = middle - 1;
  }
  *line = low + 1;
  *column = 1;
  for (size_t i = p->lines[low]; i < offset; i++)
    *column += tp_utf8_begins(p->text[i]);
}

struct tp_positions *tp_positions_scan(const char *text, size_t length, const char *file,
                                       struct tp_problems *problems) {
  struct tp_arena *arena = tp_arena_create();
  struct tp_positions *p = tp_arena_take(arena, sizeof *p);
  *p = (struct tp_positions){.text = text, .length = length, .arena = arena};
  index_lines(p);
  if (tp_scan(p, file, problems))
    return p;
  tp_arena_free(arena);
  return NULL;
}

void tp_positions_free(struct tp_positions *positions) {
  if (positions)
    tp_arena_free(positions->arena);
}

int tp_positions_long_list(const struct tp_positions *positions, int *line, int *column) {
  if (!positions->long_list)
    return 0;
  tp_positions_locate(positions, positions->long_list, line, column);
  return 1;
}

/* --- looking up ------------------------------------------------------------------------------ */

/* Does the pointer's next part, up to `end`, name this key? ~0 and ~1 stand for ~ and /. */
static int names(const char *part, const char *end, const struct tp_node *node) {
  size_t k = 0;
  for (; part < end; part++, k++) {
    char c = *part;
    if (c == '~' && part + 1 < end)
      c = *++part == '1' ? '/' : '~';
    if (k >= node->name_length || node->name[k] != c)
      return 0;
  }
  return k == node->name_length;
}

static int child(const struct tp_positions *p, int node, const char *part, const char *end) {
  int wanted = 0, index = 0;
  for (const char *c = part; c < end && *c >= '0' && *c <= '9' && wanted < 100000000; c++)
    wanted = wanted * 10 + (*c - '0');
  for (int k = node + 1; k < p->nodes[node].next; k = p->nodes[k].next, index++)
    if (p->nodes[k].name ? names(part, end, &p->nodes[k]) : index == wanted)
      return k;
  return -1;
}

static int find(const struct tp_positions *positions, const char *pointer) {
  int node = 0;
  while (*pointer == '/' && node >= 0) {
    const char *part = pointer + 1;
    pointer = part + strcspn(part, "/");
    node = child(positions, node, part, pointer);
  }
  return node;
}

int tp_positions_find(const struct tp_positions *positions, const char *pointer,
                      enum tp_place place, int *line, int *column) {
  int node = find(positions, pointer);
  if (node < 0)
    return 0;
  const struct tp_node *found = &positions->nodes[node];
  tp_positions_locate(
      positions, place == TP_AT_KEY && found->name ? found->key_at : found->value_at, line, column);
  return 1;
}

int tp_positions_is_null(const struct tp_positions *positions, const char *pointer) {
  int node = find(positions, pointer);
  return node >= 0 && positions->text[positions->nodes[node].value_at] == 'n';
}

void tp_positions_near(const struct tp_positions *positions, const char *pointer,
                       enum tp_place place, int *line, int *column) {
  char *part = tp_memory_text(pointer), *slash;
  while (!tp_positions_find(positions, part, place, line, column) && (slash = strrchr(part, '/'))) {
    *slash = '\0';
    place = TP_AT_VALUE;
  }
  free(part);
}
