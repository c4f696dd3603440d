#include "data/layers/patch.h"

#include "data/compile/compile.h"
#include "data/layers/document.h"

#include <stdlib.h>
#include <string.h>

static const char *title_of(const struct tp_compiler *c, const cJSON *entry) {
  const char *title = tp_read_text(c, entry, "title");
  return title[0] ? title : tp_read_text(c, entry, "name");
}

/* An entry that changes one there is has its title, where it gives no other. */
static struct tp_patch_entry entry_of(const struct tp_compiler *c, const cJSON *entry,
                                      const cJSON *changed) {
  const char *title = title_of(c, entry);
  return (struct tp_patch_entry){.id = tp_arena_copy(c->arena, entry->string),
                                 .title = title[0] ? title : title_of(c, changed),
                                 .removed = cJSON_IsNull(entry)};
}

static struct tp_patch_part part_of(const struct tp_compiler *c, const cJSON *section,
                                    const cJSON *scenario) {
  struct tp_patch_part part = {.section = tp_arena_copy(c->arena, section->string)};
  const cJSON *changed = tp_read(scenario, section->string);
  int count = 0;
  for (const cJSON *entry = cJSON_IsObject(section) ? tp_children(section) : NULL; entry;
       entry = entry->next) {
    if (!entry->string || tp_format_is_authors(entry->string))
      continue;
    if (count++ < TP_PATCH_NAMED)
      part.entries[part.count++] = entry_of(c, entry, tp_read(changed, entry->string));
  }
  part.more = count - part.count;
  return part;
}

/* The scenario as it is without mods, for its words; empty where it cannot be read. */
static struct tp_document *open_scenario(const char *id) {
  char path[TP_PATH_MAX];
  struct tp_problems ignored = {0}; /* they are told where scenarios are chosen */
  struct tp_document *document = tp_memory_zeroed(1, sizeof *document);
  if (tp_document_find(id, NULL, &document->on, path))
    (void)tp_document_load(document, path, "", &ignored);
  tp_problems_free(&ignored);
  return document;
}

void tp_patch_read(const struct tp_mod *mod, int index, const char *language,
                   struct tp_patch *patch) {
  char path[TP_PATH_MAX];
  const char *id = mod->patches[index];
  struct tp_source source = {.mod = mod};
  struct tp_problems problems = {0};
  *patch = (struct tp_patch){.arena = tp_arena_create()};
  struct tp_compiler c = {.arena = patch->arena, .language = language ? language : "en"};
  struct tp_document *scenario = open_scenario(id);
  patch->title = tp_read_text(&c, scenario->merged, "title");
  if (tp_mods_file(mod, "patches", id, path) &&
      tp_source_read(&source, path, "a patch", &problems)) {
    patch->parts = tp_arena_take(patch->arena, (size_t)(cJSON_GetArraySize(source.json) + 1) *
                                                   sizeof *patch->parts);
    for (const cJSON *section = tp_children(source.json); section; section = section->next)
      if (!tp_format_is_authors(section->string) &&
          tp_format_choice("id|format", section->string) < 0)
        patch->parts[patch->count++] = part_of(&c, section, scenario->merged);
  }
  tp_document_free(scenario);
  free(scenario);
  tp_source_free(&source);
  tp_problems_free(&problems);
}

void tp_patch_free(struct tp_patch *patch) {
  tp_arena_free(patch->arena);
  *patch = (struct tp_patch){0};
}
