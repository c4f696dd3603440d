#include "data/layers/conflicts.h"

#include "data/compile/settle.h"
#include "data/folders.h"
#include "data/layers/document.h"
#include "data/layers/pointer.h"
#include "data/utf8.h"

#include <stdlib.h>
#include <string.h>

/* --- two patches ------------------------------------------------------------------------------ */

struct comparison {
  const struct tp_source *over, *under;
  struct tp_conflicts *found;
};

static void shorten(char *text) {
  enum { readable = 44 };
  if (strlen(text) > readable)
    memcpy(text + tp_utf8_whole(text, readable - 4), "\xe2\x80\xa6", 4); /* which fits there */
}

static struct tp_conflict_side side_of(const struct tp_source *source, const char *pointer,
                                       const cJSON *value) {
  struct tp_conflict_side side = {.path = tp_memory_text(source->path),
                                  .value = tp_settle_print(value)};
  shorten(side.value);
  snprintf(side.mod, sizeof side.mod, "%s", source->mod->id);
  tp_source_find(source, pointer, TP_AT_VALUE, &side.line, &side.column);
  return side;
}

static void free_conflict(struct tp_conflict *conflict) {
  free(conflict->pointer);
  free(conflict->counts.path);
  free(conflict->counts.value);
  free(conflict->lost.path);
  free(conflict->lost.value);
}

static int is_same_side(const struct tp_conflict_side *a, const struct tp_conflict_side *b) {
  return a->line == b->line && a->column == b->column && strcmp(a->path, b->path) == 0;
}

static void add(struct tp_conflicts *found, struct tp_conflict conflict) {
  for (int i = 0; i < found->count; i++)
    if (is_same_side(&found->list[i].counts, &conflict.counts) &&
        is_same_side(&found->list[i].lost, &conflict.lost)) {
      free_conflict(&conflict);
      return;
    }
  if (found->count == found->room) {
    found->room = found->room ? 2 * found->room : 16;
    found->list = tp_memory_resize(found->list, (size_t)found->room * sizeof *found->list);
  }
  found->list[found->count++] = conflict;
}

static void compare(const struct comparison *c, const cJSON *over, const cJSON *under,
                    struct tp_text *pointer) {
  size_t length = pointer->length;
  if (!cJSON_IsObject(over) || !cJSON_IsObject(under)) {
    if (!cJSON_Compare(over, under, 1) && c->found->count < TP_PROBLEMS_MAX)
      add(c->found, (struct tp_conflict){.pointer = tp_memory_text(pointer->data),
                                         .counts = side_of(c->over, pointer->data, over),
                                         .lost = side_of(c->under, pointer->data, under)});
    return;
  }
  for (const cJSON *entry = tp_children(over); entry; entry = entry->next) {
    const cJSON *other = cJSON_GetObjectItemCaseSensitive(under, entry->string);
    if (!other || tp_format_is_authors(entry->string) ||
        (length == 0 && tp_format_choice("id|format", entry->string) >= 0))
      continue;
    tp_pointer_add(pointer, entry->string);
    compare(c, entry, other, pointer);
    tp_text_shorten(pointer, length);
  }
}

static void find(const struct tp_document *document, struct tp_conflicts *conflicts) {
  struct tp_text pointer = {0};
  tp_text_add(&pointer, "");
  for (int over = document->layers; over < document->count; over++)
    for (int under = over + 1; under < document->count; under++) {
      struct comparison c = {&document->chain[over], &document->chain[under], conflicts};
      if (c.over->mod && c.under->mod && c.over->mod != c.under->mod &&
          !tp_mods_builds_on(&document->on, c.over->mod, c.under->mod))
        compare(&c, c.over->json, c.under->json, &pointer);
    }
  tp_text_free(&pointer);
}

void tp_conflicts_free(struct tp_conflicts *conflicts) {
  for (int i = 0; i < conflicts->count; i++)
    free_conflict(&conflicts->list[i]);
  free(conflicts->list);
  tp_arena_free(conflicts->arena);
  *conflicts = (struct tp_conflicts){0};
}

/* --- a document ------------------------------------------------------------------------------- */

int tp_conflicts_warn(const struct tp_document *document, struct tp_problems *problems) {
  struct tp_conflicts conflicts = {0};
  find(document, &conflicts);
  for (int i = 0; i < conflicts.count; i++) {
    const struct tp_conflict *c = &conflicts.list[i];
    struct tp_text message = {0};
    tp_text_print(&message, "two mods set this: %s by \"%s\" counts, not %s by \"%s\" (%s:%d:%d)",
                  c->counts.value, c->counts.mod, c->lost.value, c->lost.mod, c->lost.path,
                  c->lost.line, c->lost.column);
    tp_problems_warn(problems, c->counts.path, c->counts.line, c->counts.column, c->pointer,
                     message.data);
    tp_text_free(&message);
  }
  int count = conflicts.count;
  tp_conflicts_free(&conflicts);
  return count;
}

/* --- all scenarios ---------------------------------------------------------------------------- */

static void find_named(const struct tp_document *document, const char *language,
                       struct tp_conflicts *conflicts) {
  int known = conflicts->count;
  find(document, conflicts);
  for (int i = known; i < conflicts->count; i++) {
    struct tp_conflict *c = &conflicts->list[i];
    tp_patch_place(conflicts->arena, document, language, c->pointer, &c->section, &c->entry);
  }
}

static void find_in_folder(const char *root, const struct tp_mods_on *on, const char *language,
                           struct tp_conflicts *conflicts) {
  int count = 0;
  char **paths = tp_document_files(root, &count);
  struct tp_document *document = tp_memory_zeroed(1, sizeof *document);
  for (int i = 0; i < count; i++) {
    struct tp_problems problems = {0};
    document->on = *on;
    if (tp_files_is_file(paths[i]) && tp_document_load(document, paths[i], "", &problems))
      find_named(document, language, conflicts);
    tp_document_free(document);
    tp_problems_free(&problems);
    free(paths[i]);
  }
  free(document);
  free(paths);
}

void tp_conflicts_find(const struct tp_mods_on *on, const char *language,
                       struct tp_conflicts *conflicts) {
  char roots[TP_ROOTS_MAX][TP_PATH_MAX];
  int count = tp_folders_roots(roots);
  if (on->count < 2)
    return;
  if (!conflicts->arena)
    conflicts->arena = tp_arena_create();
  for (int i = 0; i < on->count; i++)
    if (on->mod[i]->scenario_count)
      find_in_folder(on->mod[i]->folder, on, language, conflicts);
  for (int i = 0; i < count; i++)
    find_in_folder(roots[i], on, language, conflicts);
}
