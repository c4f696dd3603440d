#include "data/layers/layers.h"

#include "data/compile/settle.h"

#include <stdlib.h>
#include <string.h>

/* --- patches --------------------------------------------------------------------------------- */

/* A patch may say of what it is one, so that editors can check it as a scenario. */
static int check_patch(const struct tp_source *patch, const char *id,
                       struct tp_problems *problems) {
  const cJSON *own = cJSON_GetObjectItemCaseSensitive(patch->json, "id");
  int before = problems->count;
  char message[300];
  if (cJSON_GetObjectItemCaseSensitive(patch->json, "extends"))
    tp_source_fault(patch, problems, "/extends",
                    "a patch extends nothing; a scenario of the mod's own goes into scenarios/");
  if (own && (!cJSON_IsString(own) || strcmp(own->valuestring, id) != 0)) {
    snprintf(message, sizeof message, "must be \"%.60s\", as the file is named, or left out", id);
    tp_source_fault(patch, problems, "/id", message);
  }
  return problems->count == before;
}

static int has_patch(const struct tp_mod *mod, const char *id) {
  for (int i = 0; i < mod->patch_count; i++)
    if (strcmp(mod->patches[i], id) == 0)
      return 1;
  return 0;
}

/* Puts the patch in the place of the first of its file's layers, over those there are. */
static int lay(struct tp_document *document, int at, const struct tp_mod *mod, const char *id,
               struct tp_problems *problems) {
  char name[TP_ID_MAX + 20], path[TP_PATH_MAX];
  struct tp_source *patch = &document->chain[at];
  if (document->count == TP_LAYERS_MAX) {
    tp_problems_add(problems, mod->folder, 0, 0, "", "%s",
                    "too many patches of mods lie over each other");
    return 0;
  }
  memmove(patch + 1, patch, (size_t)(document->count - at) * sizeof *patch);
  document->count++;
  *patch = (struct tp_source){.mod = mod};
  snprintf(name, sizeof name, "patches/%.*s.json", TP_ID_MAX, id);
  return tp_files_join(path, mod->folder, name) &&
         tp_source_read(patch, path, "a patch", problems) && check_patch(patch, id, problems);
}

int tp_layers_lay(struct tp_document *document, struct tp_problems *problems) {
  int at = document->count - 1, good = 1;
  const cJSON *id = cJSON_GetObjectItemCaseSensitive(document->chain[at].json, "id");
  char name[TP_ID_MAX + 1];
  if (!document->on.count || !cJSON_IsString(id) || !tp_format_is_id(id->valuestring))
    return 1;
  snprintf(name, sizeof name, "%s", id->valuestring);
  for (int i = 0; i < document->on.count; i++)
    if (has_patch(document->on.mod[i], name))
      good &= lay(document, at, document->on.mod[i], name, problems);
  return good;
}

/* --- conflicts ------------------------------------------------------------------------------- */

struct comparison {
  const struct tp_source *over, *under;
  struct tp_problems *problems;
};

static void shorten(char *text) {
  enum { readable = 40 };
  size_t end = readable;
  if (strlen(text) <= readable)
    return;
  while (((unsigned char)text[end] & 0xc0) == 0x80)
    end--;
  text[end] = '\0';
}

static void report(const struct comparison *c, const char *pointer, const cJSON *over,
                   const cJSON *under) {
  int line = 0, column = 0, under_line = 0, under_column = 0;
  char *value = tp_settle_print(over), *lost = tp_settle_print(under);
  struct tp_text message = {0};
  shorten(value);
  shorten(lost);
  tp_positions_find(c->over->positions, pointer, TP_AT_VALUE, &line, &column);
  tp_positions_find(c->under->positions, pointer, TP_AT_VALUE, &under_line, &under_column);
  tp_text_print(&message, "two mods set this: %s by \"%s\" counts, not %s by \"%s\" (%s:%d:%d)",
                value, c->over->mod->id, lost, c->under->mod->id, c->under->path, under_line,
                under_column);
  tp_problems_warn(c->problems, c->over->path, line, column, pointer, message.data);
  tp_text_free(&message);
  free(value);
  free(lost);
}

static void compare(const struct comparison *c, const cJSON *over, const cJSON *under,
                    struct tp_text *pointer) {
  size_t length = pointer->length;
  if (!cJSON_IsObject(over) || !cJSON_IsObject(under)) {
    if (!cJSON_Compare(over, under, 1))
      report(c, pointer->data, over, under);
    return;
  }
  for (const cJSON *entry = tp_children(over); entry; entry = entry->next) {
    const cJSON *other = cJSON_GetObjectItemCaseSensitive(under, entry->string);
    if (!other || tp_format_is_authors(entry->string) ||
        (length == 0 && tp_format_choice("id|format", entry->string) >= 0))
      continue;
    tp_pointer_add(pointer, entry->string);
    compare(c, entry, other, pointer);
    pointer->length = length;
    pointer->data[length] = '\0';
  }
}

void tp_layers_compare(const struct tp_document *document, struct tp_problems *problems) {
  struct tp_text pointer = {0};
  tp_text_add(&pointer, "");
  for (int over = document->layers; over < document->count; over++)
    for (int under = over + 1; under < document->count; under++) {
      struct comparison c = {&document->chain[over], &document->chain[under], problems};
      if (c.over->mod && c.under->mod && c.over->mod != c.under->mod &&
          !tp_mods_builds_on(&document->on, c.over->mod, c.under->mod))
        compare(&c, c.over->json, c.under->json, &pointer);
    }
  tp_text_free(&pointer);
}
