#include "data/layers/setters.h"

#include "data/layers/document.h"
#include "data/layers/pointer.h"
#include "data/nearest.h"
#include "data/compile/settle.h"

#include <stdlib.h>
#include <string.h>

static void explain_missing(const struct tp_document *document, const char *pointer,
                            struct tp_problems *problems) {
  char part[TP_POINTER_PART_MAX] = "";
  const cJSON *node = document->merged, *above = node;
  const char *at = pointer;
  while (node && tp_pointer_next(&at, part)) {
    above = node;
    node = tp_pointer_child(node, part);
  }
  struct tp_nearest nearest = tp_nearest_to(part);
  for (const cJSON *entry = tp_children(above); entry; entry = entry->next)
    if (entry->string)
      tp_nearest_try(&nearest, entry->string);
  tp_problems_add(problems, document->chain[0].path, 0, 0, "", "there is no %.*s in it%s",
                  (int)(at - pointer), pointer, tp_nearest_hint(&nearest));
}

/* --- layers ---------------------------------------------------------------------------------- */

static const char *print(struct tp_arena *arena, const cJSON *node) {
  char *text = tp_settle_print(node);
  const char *kept = tp_arena_copy(arena, text);
  free(text);
  return kept;
}

static const char *name_of(const struct tp_source *source) {
  const cJSON *id = cJSON_GetObjectItemCaseSensitive(source->json, "id");
  if (source->mod)
    return source->mod->id;
  return cJSON_IsString(id) ? id->valuestring : "";
}

static void add(struct tp_setters *setters, const struct tp_source *source, const char *pointer,
                const cJSON *merged) {
  size_t length = 0;
  const cJSON *wrote = tp_pointer_written(source->json, pointer, &length),
              *value = tp_pointer_find(merged, pointer);
  struct tp_setter *setter = &setters->list[setters->count];
  struct tp_arena *arena = setters->arena;
  if (!wrote)
    return;
  const char *place = tp_arena_copy_part(arena, pointer, length);
  *setter = (struct tp_setter){.file = tp_arena_copy(arena, source->path),
                               .layer = tp_arena_copy(arena, name_of(source)),
                               .is_mod = source->mod != NULL,
                               .wrote = print(arena, wrote),
                               .value = value ? print(arena, value) : NULL};
  tp_source_find(source, place, TP_AT_VALUE, &setter->line, &setter->column);
  setters->count++;
}

static void collect(const struct tp_document *document, const char *pointer,
                    struct tp_setters *setters) {
  cJSON *merged = NULL;
  for (int i = document->count - 1; i >= 0; i--) {
    merged = tp_merge_scenario(merged, document->chain[i].json);
    add(setters, &document->chain[i], pointer, merged);
  }
  cJSON_Delete(merged);
}

int tp_setters_find(const char *name, const char *pointer, struct tp_setters *setters,
                    struct tp_problems *problems) {
  struct tp_document *document = tp_memory_resize(NULL, sizeof *document);
  int found = tp_document_open(document, name, NULL, problems);
  *setters = (struct tp_setters){.arena = tp_arena_create()};
  if (found) {
    setters->list = tp_arena_take(setters->arena, (size_t)document->count * sizeof *setters->list);
    collect(document, pointer, setters);
    found = setters->count > 0;
    if (!found)
      explain_missing(document, pointer, problems);
  }
  tp_document_free(document);
  free(document);
  if (!found)
    tp_setters_free(setters);
  return found;
}

void tp_setters_free(struct tp_setters *setters) {
  tp_arena_free(setters->arena);
  *setters = (struct tp_setters){0};
}
