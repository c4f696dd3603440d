#include "data/layers/mods.h"

#include "data/folders.h"
#include "data/format/check.h"
#include "data/compile/compile.h"
#include "data/layers/document.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- one mod --------------------------------------------------------------------------------- */

static void hash_bytes(uint64_t *hash, const char *bytes, size_t length) {
  for (size_t i = 0; i <= length; i++) {
    *hash ^= i < length ? (unsigned char)bytes[i] : 0x100;
    *hash *= 0x100000001b3U;
  }
}

int tp_mods_file(const struct tp_mod *mod, const char *folder, const char *id,
                 char path[TP_PATH_MAX]) {
  char name[TP_ID_MAX + 20];
  snprintf(name, sizeof name, "%s/%.*s.json", folder, TP_ID_MAX, id);
  return tp_files_join(path, mod->folder, name);
}

static void mod_fault(struct tp_mod *mod, const char *pointer, const char *message) {
  tp_source_fault(mod->source, &mod->problems, pointer, message);
}

static void file_fault(struct tp_mod *mod, const char *path, const char *message) {
  tp_problems_add(&mod->problems, path, 0, 0, "", "%s", message);
}

/* The entries of a mod's folder `name`, as ids; their text goes into its hash. */
static const char *const *read_names(struct tp_arena *arena, struct tp_mod *mod, const char *name,
                                     int *count) {
  char folder[TP_PATH_MAX], path[TP_PATH_MAX], message[300];
  const char **ids = tp_arena_take(arena, TP_MOD_FILES_MAX * sizeof *ids);
  int found = 0;
  *count = 0;
  if (!tp_files_join(folder, mod->folder, name) || !tp_files_is_there(folder))
    return ids;
  if (!tp_files_is_plain(folder, 1)) {
    file_fault(mod, folder, "must be a folder of its own, not a link or a file");
    return ids;
  }
  char **names = tp_files_list(folder, ".json", &found);
  if (found > TP_MOD_FILES_MAX) {
    snprintf(message, sizeof message, "has %d files; a mod may have at most %d there", found,
             TP_MOD_FILES_MAX);
    file_fault(mod, folder, message);
  }
  for (int i = 0; i < found; i++) {
    size_t length = 0;
    char *text = NULL;
    if (!tp_files_join(path, folder, names[i]))
      file_fault(mod, folder, "holds a file whose path is too long");
    else if (!tp_files_is_plain(path, 0))
      file_fault(mod, path, "must be a file of its own, not a link, a folder or a device");
    else if ((text = tp_problems_read(&mod->problems, path, &length)) != NULL)
      hash_bytes(&mod->hash, text, length);
    names[i][strlen(names[i]) - 5] = '\0';
    if (!tp_format_is_id(names[i]))
      file_fault(mod, path, "must be named after an id: small letters, digits and single dashes");
    hash_bytes(&mod->hash, names[i], strlen(names[i]));
    if (*count < TP_MOD_FILES_MAX)
      ids[(*count)++] = tp_arena_copy(arena, names[i]);
    free(text);
    free(names[i]);
  }
  free(names);
  return ids;
}

static void read_needs(struct tp_arena *arena, struct tp_mod *mod, const cJSON *needs) {
  struct tp_mod_need *list = tp_arena_take(arena, TP_MOD_NEEDS_MAX * sizeof *list);
  mod->needs = list;
  for (const cJSON *need = tp_children(needs); need; need = need->next) {
    const cJSON *version = tp_read(need, "version");
    if (!need->string || !tp_format_is_id(need->string) || tp_format_is_authors(need->string))
      continue;
    if (mod->need_count == TP_MOD_NEEDS_MAX) {
      mod_fault(mod, "/needs", "a mod may need at most 16 others");
      return;
    }
    list[mod->need_count++] = (struct tp_mod_need){
        tp_arena_copy(arena, need->string),
        tp_arena_copy(arena, cJSON_IsString(version) ? version->valuestring : "")};
  }
}

static const char *string_of(struct tp_arena *arena, const cJSON *json, const char *key) {
  const cJSON *node = tp_read(json, key);
  return tp_arena_copy(arena, cJSON_IsString(node) ? node->valuestring : "");
}

static void describe(struct tp_arena *arena, struct tp_mod *mod, const char *language) {
  const cJSON *json = mod->source->json, *id = tp_read(json, "id"), *order = tp_read(json, "order");
  struct tp_compiler c = {.arena = arena, .language = language};
  if (cJSON_IsString(id) && tp_format_is_id(id->valuestring))
    mod->id = tp_arena_copy(arena, id->valuestring);
  mod->title = tp_read_text(&c, json, "title");
  mod->text = tp_read_text(&c, json, "description");
  mod->version = string_of(arena, json, "version");
  mod->author = string_of(arena, json, "author");
  mod->order = cJSON_IsNumber(order) ? order->valuedouble : 0;
  read_needs(arena, mod, tp_read(json, "needs"));
}

/* Files beside mod.json are easily taken for patches. */
static void warn_of_unread(struct tp_mod *mod, const char *about) {
  char path[TP_PATH_MAX];
  int found = 0;
  char **names = tp_files_list(mod->folder, ".json", &found);
  for (int i = 0; i < found; i++) {
    if (strcmp(names[i], "mod.json") != 0 && tp_files_join(path, mod->folder, names[i]))
      tp_problems_warn(&mod->problems, path, 0, 0, "",
                       "is not read: patches lie in patches/, scenarios in scenarios/");
    free(names[i]);
  }
  free(names);
  if (mod->patch_count + mod->scenario_count + mod->need_count == 0)
    tp_problems_warn(&mod->problems, about, 0, 0, "",
                     "the mod changes nothing: it has no patches/ID.json and no scenarios/ID.json");
}

static struct tp_mod read_mod(struct tp_arena *arena, const char *folder, const char *name,
                              const char *language) {
  struct tp_mod mod = {.id = tp_arena_copy(arena, name),
                       .title = "",
                       .version = "",
                       .author = "",
                       .text = "",
                       .folder = tp_arena_copy(arena, folder),
                       .hash = 0xcbf29ce484222325U,
                       .source = tp_memory_zeroed(1, sizeof *mod.source)};
  char path[TP_PATH_MAX];
  if (!tp_files_join(path, folder, "mod.json")) {
    file_fault(&mod, folder, "has a path that is too long");
    return mod;
  }
  if (!tp_files_is_plain(path, 0)) {
    file_fault(&mod, path, "must be a file of its own, not a link, a folder or a device");
    return mod;
  }
  if (tp_source_read(mod.source, path, "a mod.json", &mod.problems)) {
    size_t length = strlen(mod.source->text);
    if (length > TP_MOD_FILE_MAX)
      mod_fault(&mod, "", "is larger than 64 KB; what a mod changes belongs into its patches");
    hash_bytes(&mod.hash, mod.source->text, length);
    tp_check_source(mod.source, &tp_kind_mod, &mod.problems);
    describe(arena, &mod, language);
  }
  mod.patches = read_names(arena, &mod, "patches", &mod.patch_count);
  mod.scenarios = read_names(arena, &mod, "scenarios", &mod.scenario_count);
  warn_of_unread(&mod, path);
  return mod;
}

/* --- all of them ----------------------------------------------------------------------------- */

static int is_known(const struct tp_mods *mods, const char *folder) {
  for (int i = 0; i < mods->count; i++)
    if (tp_files_same(mods->list[i].folder, folder))
      return 1;
  return 0;
}

static void find_in(struct tp_mods *mods, const char *root, const char *below,
                    const char *language) {
  char folder[TP_PATH_MAX], path[TP_PATH_MAX], file[TP_PATH_MAX];
  int found = 0;
  if (!tp_files_join(folder, root, below))
    return;
  char **names = tp_files_list(folder, "", &found);
  for (int i = 0; i < found; i++) {
    if (tp_files_join(path, folder, names[i]) && tp_files_join(file, path, "mod.json") &&
        tp_files_is_there(file) && !is_known(mods, path)) {
      if (mods->count == TP_MODS_MAX)
        mods->omitted++;
      else
        mods->list[mods->count++] = read_mod(mods->arena, path, names[i], language);
    }
    free(names[i]);
  }
  free(names);
}

/* The name of a folder that a path leads to. */
static const char *base_of(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash && slash[1] ? slash + 1 : path;
}

/* The one that was found first stays what its id means. */
static void check_ids(struct tp_mods *mods) {
  char message[TP_PATH_MAX + 200];
  for (int i = 0; i < mods->count; i++) {
    int first = 0;
    while (strcmp(mods->list[first].id, mods->list[i].id) != 0)
      first++;
    if (first == i)
      continue;
    snprintf(message, sizeof message, "the id \"%s\" is that of the mod in %s already",
             mods->list[i].id, mods->list[first].folder);
    mod_fault(&mods->list[i], "/id", message);
  }
}

static int is_scenario(const struct tp_mods *mods, const char *id) {
  char path[TP_PATH_MAX];
  for (int i = 0; i < mods->count; i++)
    for (int k = 0; k < mods->list[i].scenario_count; k++)
      if (strcmp(mods->list[i].scenarios[k], id) == 0)
        return 1;
  return tp_document_find(id, NULL, NULL, path);
}

/* A patch whose name is misspelt would change nothing, without a word. */
static void check_targets(struct tp_mods *mods) {
  char path[TP_PATH_MAX], message[500];
  for (int i = 0; i < mods->count; i++)
    for (int k = 0; k < mods->list[i].patch_count; k++) {
      struct tp_mod *mod = &mods->list[i];
      const char *id = mod->patches[k];
      if (is_scenario(mods, id))
        continue;
      tp_document_unknown(id, NULL, message, sizeof message);
      if (tp_mods_file(mod, "patches", id, path))
        tp_problems_warn(&mod->problems, path, 0, 0, "", message);
    }
}

static int by_id(const void *a, const void *b) {
  const struct tp_mod *x = a, *y = b;
  int order = strcmp(x->id, y->id);
  return order ? order : (x->problems.count != 0) - (y->problems.count != 0);
}

struct tp_mods *tp_mods_find(const char *language) {
  return tp_mods_find_with(NULL, language);
}

struct tp_mods *tp_mods_find_with(const char *folder, const char *language) {
  char roots[TP_ROOTS_MAX][TP_PATH_MAX];
  struct tp_mods *mods = tp_memory_zeroed(1, sizeof *mods);
  int count = tp_folders_roots(roots);
  mods->arena = tp_arena_create();
  mods->list = tp_memory_zeroed(TP_MODS_MAX, sizeof *mods->list);
  language = language ? language : "en";
  if (folder)
    mods->list[mods->count++] = read_mod(mods->arena, folder, base_of(folder), language);
  for (int i = 0; i < count; i++) {
    find_in(mods, roots[i], "mods", language);
    find_in(mods, roots[i], "scenarios/mods", language);
  }
  check_ids(mods);
  check_targets(mods);
  qsort(mods->list, (size_t)mods->count, sizeof *mods->list, by_id);
  return mods;
}

void tp_mods_free(struct tp_mods *mods) {
  if (!mods)
    return;
  for (int i = 0; i < mods->count; i++) {
    tp_problems_free(&mods->list[i].problems);
    tp_source_free(mods->list[i].source);
    free(mods->list[i].source);
  }
  tp_arena_free(mods->arena);
  free(mods->list);
  free(mods);
}

struct tp_mod *tp_mods_any(const struct tp_mods *mods, const char *id) {
  for (int i = 0; i < mods->count; i++)
    if (strcmp(mods->list[i].id, id) == 0)
      return &mods->list[i];
  return NULL;
}

int tp_mods_folder(const char *id, char folder[TP_PATH_MAX]) {
  struct tp_mods *mods = tp_mods_find(NULL);
  const struct tp_mod *mod = tp_mods_any(mods, id);
  if (mod)
    snprintf(folder, TP_PATH_MAX, "%s", mod->folder);
  tp_mods_free(mods);
  return mod != NULL;
}

enum tp_mod_fate tp_mods_fate(const struct tp_mods *mods, const char *id, const char *hash) {
  const struct tp_mod *mod = tp_mods_any(mods, id);
  char now[20];
  if (!mod || mod->problems.count)
    return mod ? TP_MOD_BROKEN : TP_MOD_GONE;
  snprintf(now, sizeof now, "%016" PRIx64, mod->hash);
  return strcmp(now, hash) == 0 ? TP_MOD_SAME : TP_MOD_CHANGED;
}
