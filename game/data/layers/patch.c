#include "data/layers/patch.h"

#include "data/compile/compile.h"
#include "data/layers/document.h"
#include "data/layers/pointer.h"

#include <stdlib.h>
#include <string.h>

static const char *title_of(const struct tp_compiler *c, const cJSON *entry) {
  const char *title = tp_read_text(c, entry, "title");
  return title[0] ? title : tp_read_text(c, entry, "name");
}

/* "united-states-china" is between two actors, "russia>europe" too. */
static void name_ends(const struct tp_compiler *c, const char *key, const cJSON *actors,
                      const char *ends[2]) {
  for (const char *mark = strpbrk(key, "->"); mark; mark = strpbrk(mark + 1, "->")) {
    const char *first = tp_arena_print(c->arena, "%.*s", (int)(mark - key), key);
    const cJSON *a = tp_read(actors, first), *b = tp_read(actors, mark + 1);
    if (!a || !b)
      continue;
    ends[0] = title_of(c, a);
    ends[1] = title_of(c, b);
  }
}

/* An entry that changes one there is has its title, where it gives no other. */
static struct tp_patch_entry entry_of(const struct tp_compiler *c, const char *id,
                                      const cJSON *entry, const char *section,
                                      const cJSON *scenario) {
  const char *title = title_of(c, entry);
  struct tp_patch_entry made = {.id = tp_arena_copy(c->arena, id),
                                .title = title,
                                .ends = {"", ""},
                                .removed = cJSON_IsNull(entry)};
  if (!title[0])
    made.title = title_of(c, tp_read(tp_read(scenario, section), id));
  if (tp_format_choice("pairs|views", section) >= 0)
    name_ends(c, id, tp_read(scenario, "actors"), made.ends);
  return made;
}

static struct tp_patch_part part_of(const struct tp_compiler *c, const cJSON *section,
                                    const cJSON *scenario) {
  struct tp_patch_part part = {.section = tp_arena_copy(c->arena, section->string)};
  int count = 0;
  for (const cJSON *entry = cJSON_IsObject(section) ? tp_children(section) : NULL; entry;
       entry = entry->next) {
    if (!entry->string || tp_format_is_authors(entry->string))
      continue;
    if (count++ < TP_PATCH_NAMED)
      part.entries[part.count++] = entry_of(c, entry->string, entry, section->string, scenario);
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

void tp_patch_place(struct tp_arena *arena, const struct tp_document *document,
                    const char *language, const char *pointer, const char **section,
                    struct tp_patch_entry *entry) {
  struct tp_compiler c = {.arena = arena, .language = language ? language : "en"};
  char part[TP_POINTER_PART_MAX] = "";
  const cJSON *scenario = document->merged;
  (void)tp_pointer_next(&pointer, part);
  *section = tp_arena_copy(arena, part);
  if (!tp_pointer_next(&pointer, part))
    part[0] = '\0';
  *entry = entry_of(&c, part, tp_read(tp_read(scenario, *section), part), *section, scenario);
}
