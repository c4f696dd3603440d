/* Where in the files of a document its faults are. */
#include "data/layers/document.h"
#include "data/layers/pointer.h"
#include "data/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* --- from a node of the tree to its pointer --------------------------------------------------- */

/* cJSON's nodes do not know what they are in. */
struct step {
  const cJSON *node, *above;
  int number; /* among those beside it */
};

struct tp_fault_trail {
  struct step *steps; /* by address of the node, once the first fault was found */
  int count, room;
  char **meant; /* pointers that misspelt keys were to lead to */
  int meant_count;
};

static void note_below(struct tp_fault_trail *trail, const cJSON *above) {
  int number = 0;
  for (const cJSON *node = tp_children(above); node; node = node->next) {
    if (trail->count == trail->room) {
      trail->room = trail->room ? 2 * trail->room : 1024;
      trail->steps = tp_memory_resize(trail->steps, (size_t)trail->room * sizeof *trail->steps);
    }
    trail->steps[trail->count++] = (struct step){node, above, number++};
    note_below(trail, node);
  }
}

static int by_node(const void *a, const void *b) {
  uintptr_t x = (uintptr_t)((const struct step *)a)->node;
  uintptr_t y = (uintptr_t)((const struct step *)b)->node;
  return (x > y) - (x < y);
}

static const struct step *step_to(struct tp_fault_trail *trail, const cJSON *tree,
                                  const cJSON *node) {
  const struct step wanted = {.node = node};
  if (!trail->count) {
    note_below(trail, tree);
    qsort(trail->steps, (size_t)trail->count, sizeof wanted, by_node);
  }
  return bsearch(&wanted, trail->steps, (size_t)trail->count, sizeof wanted, by_node);
}

/* Nothing for what is not of this tree: the whole is meant. */
static void point_at(const struct tp_document *document, const cJSON *node,
                     struct tp_text *pointer) {
  char number[16];
  const struct step *step =
      node == document->merged ? NULL : step_to(document->trail, document->merged, node);
  tp_text_add(pointer, "");
  if (!step)
    return;
  point_at(document, step->above, pointer);
  snprintf(number, sizeof number, "%d", step->number);
  tp_pointer_add(pointer, node->string ? node->string : number);
}

void tp_document_begin_trail(struct tp_document *document) {
  document->trail = tp_memory_zeroed(1, sizeof *document->trail);
}

void tp_document_end_trail(struct tp_document *document) {
  struct tp_fault_trail *trail = document->trail;
  if (!trail)
    return;
  for (int i = 0; i < trail->meant_count; i++)
    free(trail->meant[i]);
  free(trail->meant);
  free(trail->steps);
  free(trail);
}

/* --- from a pointer to its place -------------------------------------------------------------- */

int tp_source_find(const struct tp_source *source, const char *pointer, enum tp_place place,
                   int *line, int *column) {
  struct tp_text whole = {0};
  tp_text_add(&whole, source->under);
  tp_text_add(&whole, pointer);
  int found =
      source->positions && tp_positions_find(source->positions, whole.data, place, line, column);
  tp_text_free(&whole);
  return found;
}

/* The nearest file of the chain that has the value, or else what is around it. */
static int locate(const struct tp_document *document, const char *pointer, enum tp_place place,
                  int *line, int *column) {
  int found = -1;
  char *part = tp_memory_text(pointer), *slash;
  for (;;) {
    for (int i = 0; i < document->count && found < 0; i++)
      if (tp_source_find(&document->chain[i], part, place, line, column))
        found = i;
    slash = strrchr(part, '/');
    if (found >= 0 || !slash)
      break;
    *slash = '\0';
    place = TP_AT_VALUE;
  }
  free(part);
  return found >= 0 ? found : document->layers;
}

/* Names that nobody can read are not repeated in full. */
static void shorten(struct tp_text *pointer) {
  enum { readable = 300 };
  if (pointer->length <= readable)
    return;
  tp_text_shorten(pointer, tp_utf8_whole(pointer->data, readable));
  tp_text_add(pointer, "...");
}

int tp_document_locate(const struct tp_document *document, const cJSON *node, enum tp_place place,
                       struct tp_text *pointer, int *line, int *column) {
  *line = *column = 0;
  point_at(document, node, pointer);
  int found = locate(document, pointer->data, place, line, column);
  shorten(pointer);
  return found;
}

static void add_problem(const struct tp_source *source, struct tp_problems *problems, int line,
                        int column, const char *pointer, const char *message) {
  char whole[1200];
  snprintf(whole, sizeof whole, "%s%s", source->under, pointer);
  tp_problems_add(problems, source->path, line, column, whole, "%s", message);
}

/* The nearest file of the chain with a null there. */
static const struct tp_source *find_null(const struct tp_document *document, const char *pointer) {
  for (int i = 0; i < document->count; i++) {
    const struct tp_source *source = &document->chain[i];
    struct tp_text whole = {0};
    tp_text_print(&whole, "%s%s", source->under, pointer);
    int is_null = source->positions && tp_positions_is_null(source->positions, whole.data);
    tp_text_free(&whole);
    if (is_null)
      return source;
  }
  return NULL;
}

/* A fault of `node`; it is where `part` of it was taken away, if that is not NULL and was. */
static void report(const struct tp_document *document, struct tp_problems *problems,
                   const cJSON *node, const char *part, enum tp_place place, const char *message) {
  if (tp_problems_count_only(problems))
    return;
  int line, column;
  struct tp_text pointer = {0}, below = {0};
  const struct tp_source *source =
      &document->chain[tp_document_locate(document, node, place, &pointer, &line, &column)];
  tp_text_print(&below, "%s/%s", pointer.data, part ? part : "");
  const struct tp_source *taker = part ? find_null(document, below.data) : NULL;
  if (taker)
    tp_source_find(taker, below.data, TP_AT_VALUE, &line, &column);
  add_problem(taker ? taker : source, problems, line, column, pointer.data, message);
  tp_text_free(&pointer);
  tp_text_free(&below);
}

void tp_document_fault(const struct tp_document *document, struct tp_problems *problems,
                       const cJSON *node, enum tp_place place, const char *message) {
  report(document, problems, node, NULL, place, message);
}

void tp_document_misspelt(const struct tp_document *document, struct tp_problems *problems,
                          const cJSON *node, const char *meant, const char *message) {
  struct tp_fault_trail *trail = document->trail;
  struct tp_text pointer = {0};
  tp_document_fault(document, problems, node, TP_AT_KEY, message);
  if (!meant[0])
    return;
  point_at(document, node, &pointer);
  tp_text_shorten(&pointer, (size_t)(strrchr(pointer.data, '/') + 1 - pointer.data));
  tp_text_add(&pointer, meant);
  trail->meant =
      tp_memory_resize(trail->meant, (size_t)(trail->meant_count + 1) * sizeof *trail->meant);
  trail->meant[trail->meant_count++] = pointer.data;
}

int tp_document_is_meant(const struct tp_document *document, const cJSON *node, const char *part) {
  const struct tp_fault_trail *trail = document->trail;
  struct tp_text pointer = {0};
  int i = 0;
  if (!trail->meant_count)
    return 0;
  point_at(document, node, &pointer);
  tp_text_print(&pointer, "/%s", part);
  while (i < trail->meant_count && strcmp(trail->meant[i], pointer.data) != 0)
    i++;
  tp_text_free(&pointer);
  return i < trail->meant_count;
}

void tp_document_lack(const struct tp_document *document, struct tp_problems *problems,
                      const cJSON *node, const char *part, const char *format, va_list arguments) {
  char message[900];
  if (tp_document_is_meant(document, node, part))
    return;
  const cJSON *there = cJSON_GetObjectItemCaseSensitive(node, part);
  vsnprintf(message, sizeof message, format, arguments);
  report(document, problems, there ? there : node, there ? NULL : part, TP_AT_VALUE, message);
}

void tp_document_doubt(const struct tp_document *document, struct tp_problems *problems,
                       const cJSON *node, const char *message) {
  int line, column;
  struct tp_text pointer = {0};
  int at = tp_document_locate(document, node, TP_AT_VALUE, &pointer, &line, &column);
  if (at == document->layers)
    tp_problems_warn(problems, document->chain[at].path, line, column, pointer.data, message);
  tp_text_free(&pointer);
}

void tp_document_fault_with(const struct tp_document *document, struct tp_problems *problems,
                            const cJSON *node, enum tp_place place, const char *format,
                            va_list arguments) {
  char message[900];
  vsnprintf(message, sizeof message, format, arguments);
  tp_document_fault(document, problems, node, place, message);
}

void tp_source_fault_at(const struct tp_source *source, struct tp_problems *problems,
                        const char *pointer, enum tp_place place, const char *message) {
  int line = 0, column = 0;
  tp_source_find(source, pointer, place, &line, &column);
  add_problem(source, problems, line, column, pointer, message);
}

void tp_source_fault(const struct tp_source *source, struct tp_problems *problems,
                     const char *pointer, const char *message) {
  tp_source_fault_at(source, problems, pointer, TP_AT_VALUE, message);
}
