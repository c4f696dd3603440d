#include "data/layers/patch.h"

#include "data/compile/compile.h"
#include "data/layers/document.h"

#include <string.h>

enum { named_most = 8 };

/* "Heat pumps", or the id; with a minus what is taken away. */
static void add_name(const struct tp_compiler *c, const cJSON *entry, struct tp_text *names) {
  const char *title = tp_read_text(c, entry, "title");
  if (!title[0])
    title = tp_read_text(c, entry, "name");
  tp_text_print(names, "%s%s%s", names->length ? ", " : "",
                cJSON_IsNull(entry) ? "\xe2\x88\x92" : "", title[0] ? title : entry->string);
}

static struct tp_patch_part part_of(const struct tp_compiler *c, const cJSON *section) {
  struct tp_patch_part part = {.section = tp_arena_copy(c->arena, section->string), .names = ""};
  struct tp_text names = {0};
  int count = 0;
  for (const cJSON *entry = cJSON_IsObject(section) ? tp_children(section) : NULL; entry;
       entry = entry->next) {
    if (!entry->string || tp_format_is_authors(entry->string))
      continue;
    if (count++ < named_most)
      add_name(c, entry, &names);
  }
  if (names.data)
    part.names = tp_arena_copy(c->arena, names.data);
  part.more = count > named_most ? count - named_most : 0;
  tp_text_free(&names);
  return part;
}

void tp_patch_read(const struct tp_mod *mod, int index, const char *language,
                   struct tp_patch *patch) {
  char path[TP_PATH_MAX];
  struct tp_source source = {.mod = mod};
  struct tp_problems problems = {0};
  *patch = (struct tp_patch){.arena = tp_arena_create()};
  struct tp_compiler c = {.arena = patch->arena, .language = language ? language : "en"};
  if (tp_mods_file(mod, "patches", mod->patches[index], path) &&
      tp_source_read(&source, path, "a patch", &problems)) {
    patch->parts = tp_arena_take(patch->arena, (size_t)(cJSON_GetArraySize(source.json) + 1) *
                                                   sizeof *patch->parts);
    for (const cJSON *section = tp_children(source.json); section; section = section->next)
      if (!tp_format_is_authors(section->string) &&
          tp_format_choice("id|format", section->string) < 0)
        patch->parts[patch->count++] = part_of(&c, section);
  }
  tp_source_free(&source);
  tp_problems_free(&problems);
}

void tp_patch_free(struct tp_patch *patch) {
  tp_arena_free(patch->arena);
  *patch = (struct tp_patch){0};
}
