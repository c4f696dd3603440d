#include "data/layers/document.h"

#include "data/folders.h"
#include "data/format/expected.h"
#include "data/layers/conflicts.h"
#include "data/layers/layers.h"
#include "data/layers/pointer.h"
#include "data/layers/removals.h"
#include "data/nearest.h"

#include <stdlib.h>
#include <string.h>

/* --- one file -------------------------------------------------------------------------------- */

static int parse(struct tp_source *source, size_t length, const char *what,
                 struct tp_problems *problems) {
  char message[100];
  int line, column;
  source->positions = tp_positions_scan(source->text, length, source->path, problems);
  if (!source->positions)
    return 0;
  if (tp_positions_long_list(source->positions, &line, &column)) {
    tp_problems_add(problems, source->path, line, column, "", "a list of more than %d entries",
                    TP_ENTRIES_MAX);
    return 0;
  }
  source->json = cJSON_ParseWithLength(source->text, length);
  if (!source->json) {
    tp_source_fault(source, problems, "", "cannot be read as JSON");
    return 0;
  }
  if (cJSON_IsObject(source->json))
    return 1;
  snprintf(message, sizeof message, "%s is a JSON object: { ... }", what);
  tp_source_fault(source, problems, "", message);
  return 0;
}

/* A key that is misspelt is told as such. */
static void need(const struct tp_source *source, struct tp_problems *problems, const char *key,
                 const char *message) {
  char meant[TP_MEANT_MAX] = "";
  for (const cJSON *entry = source->json->child; entry; entry = entry->next) {
    if (!tp_format_field(&tp_kind_scenario, entry->string))
      tp_expected_meant(&tp_kind_scenario, entry->string, meant);
    if (strcmp(entry->string, key) == 0 || strcmp(meant, key) == 0)
      return;
  }
  tp_source_fault(source, problems, "", message);
}

/* What each file must have itself, however little else it changes: 0 when nothing more can be said
 * of it. */
static int check_own(const struct tp_source *source, struct tp_problems *problems) {
  const cJSON *format = cJSON_GetObjectItemCaseSensitive(source->json, "format");
  char message[200];
  need(source, problems, "format",
       "\"format\": 1 is needed: it says which version of the format this is");
  need(source, problems, "id", "\"id\" is needed: the scenario's own name");
  if (!cJSON_IsNumber(format))
    return 1; /* told, if it is there, with all that it holds */
  if (!(format->valuedouble >= 1) || format->valuedouble > (double)TP_FORMAT_VERSION) {
    snprintf(message, sizeof message, "format %.15g is not known; this program reads format %d",
             format->valuedouble, TP_FORMAT_VERSION);
    tp_source_fault(source, problems, "/format", message);
    return 0;
  }
  return 1;
}

static int read_text(struct tp_source *source, const char *text, size_t length, const char *origin,
                     struct tp_problems *problems) {
  snprintf(source->path, sizeof source->path, "%s", origin);
  source->text = memcpy(tp_memory_resize(NULL, length + 1), text, length + 1);
  return parse(source, length, "a scenario", problems) && check_own(source, problems);
}

int tp_source_read(struct tp_source *source, const char *path, const char *what,
                   struct tp_problems *problems) {
  size_t length = 0;
  snprintf(source->path, sizeof source->path, "%s", path);
  source->text = tp_problems_read(problems, path, &length);
  return source->text && parse(source, length, what, problems);
}

static int read_file(struct tp_source *source, const char *path, struct tp_problems *problems) {
  return tp_source_read(source, path, "a scenario", problems) && check_own(source, problems);
}

void tp_source_free(struct tp_source *source) {
  cJSON_Delete(source->json);
  tp_positions_free(source->positions);
  free(source->text);
}

/* --- the chain ------------------------------------------------------------------------------- */

/* In the scenarios of the mods that are on; the last of them counts. */
static int find_in_mods(const char *name, const struct tp_mods_on *mods, char path[TP_PATH_MAX]) {
  for (int i = mods ? mods->count - 1 : -1; i >= 0; i--)
    if (tp_mods_file(mods->mod[i], "scenarios", name, path) && tp_files_exists(path))
      return 1;
  return 0;
}

int tp_document_find(const char *name, const char *near, const struct tp_mods_on *mods,
                     char path[TP_PATH_MAX]) {
  char file[TP_ID_MAX + 20];
  const char *slash = near ? strrchr(near, '/') : NULL;
  int folder = slash ? (int)(slash - near) + 1 : 0;
  if (near && snprintf(path, TP_PATH_MAX, "%.*s%s.json", folder, near, name) < TP_PATH_MAX &&
      tp_files_is_file(path))
    return 1;
  if (find_in_mods(name, mods, path))
    return 1;
  snprintf(file, sizeof file, "scenarios/%.*s.json", TP_ID_MAX, name);
  return tp_folders_find(file, path) && tp_files_is_file(path);
}

char **tp_document_files(const char *root, int *count) {
  char folder[TP_PATH_MAX], path[TP_PATH_MAX];
  int found = 0;
  char **list =
      tp_files_join(folder, root, "scenarios") ? tp_files_list(folder, ".json", &found) : NULL;
  *count = 0;
  for (int i = 0; i < found; i++) {
    int is_one =
        strcmp(list[i], "scenario.schema.json") != 0 && tp_files_join(path, folder, list[i]);
    free(list[i]);
    if (is_one)
      list[(*count)++] = tp_memory_text(path);
  }
  return list;
}

/* The nearest name of those in a folder; kept in `best`, since the list goes. */
static void try_folder(struct tp_nearest *nearest, struct tp_names *known, const char *folder,
                       char best[TP_ID_MAX + 1]) {
  int count = 0;
  char **names = tp_files_list(folder, ".json", &count);
  for (int i = 0; i < count; i++) {
    names[i][strlen(names[i]) - strlen(".json")] = '\0';
    if (tp_format_is_id(names[i])) {
      tp_nearest_try(nearest, names[i]);
      tp_names_add(known, names[i]);
    }
    if (nearest->best == names[i]) {
      snprintf(best, TP_ID_MAX + 1, "%.*s", TP_ID_MAX, names[i]);
      nearest->best = best;
    }
    free(names[i]);
  }
  free(names);
}

void tp_document_unknown(const char *name, const char *near, char *text, size_t size) {
  char roots[TP_ROOTS_MAX][TP_PATH_MAX], folder[TP_PATH_MAX];
  struct tp_nearest nearest = tp_nearest_to(name);
  struct tp_names known = {.is_full = 0};
  char best[TP_ID_MAX + 1] = "", list[TP_NAMES_MAX];
  int count = tp_folders_roots(roots);
  const char *slash = near ? strrchr(near, '/') : NULL;
  if (near) {
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - near) : 1, slash ? near : ".");
    try_folder(&nearest, &known, folder, best);
  }
  for (int i = 0; i < count; i++)
    if (tp_files_join(folder, roots[i], "scenarios"))
      try_folder(&nearest, &known, folder, best);
  if (strcmp(best, name) == 0)
    snprintf(text, size, "\"%.60s\" is a folder, a pipe or a device, no scenario's file", name);
  else
    snprintf(text, size, "unknown scenario \"%.60s\"%s", name,
             best[0] ? tp_nearest_hint(&nearest) : tp_names_hint(&known, list));
}

/* A circle is named by the ids on it: "a extends b extends a". */
static int check_circle(const struct tp_document *document, const char *path,
                        struct tp_problems *problems) {
  struct tp_text message = {0};
  int start = 0;
  while (start < document->count && !tp_files_same(document->chain[start].path, path))
    start++;
  if (start == document->count)
    return 1;
  tp_text_add(&message, "extends in a circle: ");
  for (int i = start; i <= document->count; i++) {
    const struct tp_source *source = &document->chain[i < document->count ? i : start];
    if (source->mod)
      continue;
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(source->json, "id");
    tp_text_print(&message, "%s%s", i > start ? " extends " : "",
                  cJSON_IsString(id) ? id->valuestring : source->path);
  }
  tp_source_fault(&document->chain[document->count - 1], problems, "/extends", message.data);
  tp_text_free(&message);
  return 0;
}

/* Adds what the last file of the chain extends: 1 added, 0 nothing to add, -1 a fault. */
static int extend(struct tp_document *document, struct tp_problems *problems) {
  struct tp_source *last = &document->chain[document->count - 1];
  const cJSON *extends = cJSON_GetObjectItemCaseSensitive(last->json, "extends");
  char path[TP_PATH_MAX], message[500];
  if (!extends || cJSON_IsNull(extends))
    return 0;
  if (!cJSON_IsString(extends) || !tp_format_is_id(extends->valuestring)) {
    tp_source_fault(last, problems, "/extends", "must be the name of a scenario, as \"base\"");
    return -1;
  }
  if (!tp_document_find(extends->valuestring, last->path, &document->on, path)) {
    tp_document_unknown(extends->valuestring, last->path, message, sizeof message);
    tp_source_fault(last, problems, "/extends", message);
    return -1;
  }
  if (!check_circle(document, path, problems))
    return -1;
  if (document->files == TP_CHAIN_MAX) {
    tp_source_fault(last, problems, "/extends", "more than 16 scenarios extend each other");
    return -1;
  }
  if (document->count == TP_LAYERS_MAX) {
    tp_source_fault(last, problems, "/extends", "too many patches of mods lie over each other");
    return -1;
  }
  document->files++;
  return read_file(&document->chain[document->count++], path, problems) &&
                 tp_layers_lay(document, problems)
             ? 1
             : -1;
}

/* Lays the files over each other, from the last of the chain to the first. */
static void merge_checked(struct tp_document *document, struct tp_problems *problems) {
  for (int i = document->count - 1; i >= 0; i--) {
    const struct tp_source *source = &document->chain[i];
    tp_removals_check(source, i < document->layers ? &tp_kind_changes : &tp_kind_scenario,
                      document->merged, problems);
    document->merged = tp_merge_scenario(document->merged, source->json);
  }
}

/* --- variants -------------------------------------------------------------------------------- */

static const cJSON *variant_of(const struct tp_source *source, const char *name) {
  const cJSON *variants = cJSON_GetObjectItemCaseSensitive(source->json, "variants");
  return cJSON_GetObjectItemCaseSensitive(variants, name);
}

void tp_document_unknown_variant(const cJSON *variants, const char *name, char *text, size_t size) {
  struct tp_nearest nearest = tp_nearest_to(name);
  struct tp_names known = {.is_full = 0};
  char list[TP_NAMES_MAX];
  for (const cJSON *entry = tp_children(variants); entry; entry = entry->next) {
    if (!entry->string)
      continue;
    tp_nearest_try(&nearest, entry->string);
    tp_names_add(&known, entry->string);
  }
  snprintf(text, size, "unknown variant \"%.60s\"%s%s", name, tp_nearest_hint(&nearest),
           tp_names_hint(&known, list));
}

static void unknown_variant(struct tp_document *document, const char *name,
                            struct tp_problems *problems) {
  char message[500];
  cJSON *merged = tp_document_merge(document, 0);
  tp_document_unknown_variant(cJSON_GetObjectItemCaseSensitive(merged, "variants"), name, message,
                              sizeof message);
  tp_source_fault(&document->chain[0], problems, "/variants", message);
  cJSON_Delete(merged);
}

/* A source of its own for what the variant changes in a file; the file keeps what they share. */
static struct tp_source layer_of(const struct tp_source *file, const char *name, cJSON *changes) {
  struct tp_source layer = *file;
  snprintf(layer.under, sizeof layer.under, "/variants/%.*s/changes", TP_ID_MAX, name);
  layer.json = changes;
  return layer;
}

/* Lays a variant over the chain: each file's part of it, so that it can be extended as well. A file
 * that takes it away with null hides what is behind. */
static int choose(struct tp_document *document, const char *name, struct tp_problems *problems) {
  struct tp_source layers[TP_LAYERS_MAX];
  int found = 0, count = 0;
  for (int i = 0; i < document->count; i++) {
    const cJSON *variant = variant_of(&document->chain[i], name);
    if (cJSON_IsNull(variant))
      break;
    cJSON *changes = cJSON_GetObjectItemCaseSensitive(variant, "changes");
    found = found || variant;
    if (cJSON_IsObject(changes))
      layers[count++] = layer_of(&document->chain[i], name, changes);
  }
  if (!found) {
    unknown_variant(document, name, problems);
    return 0;
  }
  memmove(document->chain + count, document->chain,
          (size_t)document->count * sizeof *document->chain);
  memcpy(document->chain, layers, (size_t)count * sizeof *layers);
  document->count += count;
  document->layers = count;
  return 1;
}

static int complete(struct tp_document *document, const char *variant,
                    struct tp_problems *problems) {
  int more;
  do
    more = extend(document, problems);
  while (more > 0);
  if (more < 0 || (variant[0] && !choose(document, variant, problems)))
    return 0;
  merge_checked(document, problems);
  tp_document_begin_trail(document);
  document->conflicts = tp_conflicts_warn(document, problems);
  if (variant[0]) {
    cJSON_DeleteItemFromObjectCaseSensitive(document->merged, "variant");
    cJSON_AddStringToObject(document->merged, "variant", variant);
  }
  return 1;
}

int tp_document_load(struct tp_document *document, const char *path, const char *variant,
                     struct tp_problems *problems) {
  document->count = document->files = 1;
  return read_file(&document->chain[0], path, problems) && tp_layers_lay(document, problems) &&
         complete(document, variant, problems);
}

int tp_document_read(struct tp_document *document, const char *text, const char *origin,
                     struct tp_problems *problems) {
  *document = (struct tp_document){.count = 1, .files = 1};
  return read_text(&document->chain[0], text, strlen(text), origin, problems) &&
         complete(document, "", problems);
}

cJSON *tp_document_merge(const struct tp_document *document, int from) {
  cJSON *merged = NULL;
  for (int i = document->count - 1; i >= from; i--)
    merged = tp_merge_scenario(merged, document->chain[i].json);
  return merged;
}

void tp_document_free(struct tp_document *document) {
  for (int i = document->layers; i < document->count; i++)
    tp_source_free(&document->chain[i]);
  cJSON_Delete(document->merged);
  tp_document_end_trail(document);
  tp_mods_free(document->found);
  *document = (struct tp_document){0};
}
