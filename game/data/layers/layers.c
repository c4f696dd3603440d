#include "data/layers/layers.h"

#include <string.h>

/* --- patches --------------------------------------------------------------------------------- */

/* A patch may say of what it is one, so that editors can check it as a scenario. If that is wrong,
 * the rest of it can still be checked. */
static void check_patch(const struct tp_source *patch, const char *id,
                        struct tp_problems *problems) {
  const cJSON *own = cJSON_GetObjectItemCaseSensitive(patch->json, "id");
  char message[300];
  if (cJSON_GetObjectItemCaseSensitive(patch->json, "extends"))
    tp_source_fault(patch, problems, "/extends",
                    "a patch extends nothing; a scenario of the mod's own goes into scenarios/");
  if (own && (!cJSON_IsString(own) || strcmp(own->valuestring, id) != 0)) {
    snprintf(message, sizeof message, "must be \"%.60s\", as the file is named, or left out", id);
    tp_source_fault(patch, problems, "/id", message);
  }
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
  char path[TP_PATH_MAX];
  struct tp_source *patch = &document->chain[at];
  if (document->count == TP_LAYERS_MAX) {
    tp_problems_add(problems, mod->folder, 0, 0, "", "%s",
                    "too many patches of mods lie over each other");
    return 0;
  }
  memmove(patch + 1, patch, (size_t)(document->count - at) * sizeof *patch);
  document->count++;
  *patch = (struct tp_source){.mod = mod};
  if (!tp_mods_file(mod, "patches", id, path) || !tp_source_read(patch, path, "a patch", problems))
    return 0;
  check_patch(patch, id, problems);
  return 1;
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
