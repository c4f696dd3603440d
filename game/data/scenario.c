#include "data/scenario.h"

#include "core/guide.h"
#include "data/format/check.h"
#include "data/format/doubt.h"
#include "data/compile/settle.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char *const no_language = "en";

/* --- loading --------------------------------------------------------------------------------- */

/* A document with neither actors nor turns is rules for others to extend. */
static int is_playable(const cJSON *merged) {
  return tp_read(merged, "actors") || tp_read(merged, "turns");
}

/* `path` is that of the scenario's own file, which patches may lie over. */
static void describe_chain(struct tp_scenario *scenario, const struct tp_document *document) {
  const char **chain = tp_arena_take(scenario->arena, (size_t)document->count * sizeof *chain);
  int own = document->layers;
  for (int i = document->layers; i < document->count; i++)
    chain[scenario->chain_count++] = tp_arena_copy(scenario->arena, document->chain[i].path);
  while (document->chain[own].mod)
    own++;
  scenario->chain = chain;
  scenario->path = chain[own - document->layers];
}

/* The mods go into the merged scenario, so that they are known wherever it goes. */
static void note_mods(const struct tp_document *document) {
  char hash[20];
  if (!document->on.count)
    return;
  cJSON_DeleteItemFromObjectCaseSensitive(document->merged, "mods");
  cJSON *list = cJSON_AddObjectToObject(document->merged, "mods");
  for (int i = 0; i < document->on.count; i++) {
    const struct tp_mod *mod = document->on.mod[i];
    cJSON *entry = cJSON_AddObjectToObject(list, mod->id);
    snprintf(hash, sizeof hash, "%016" PRIx64, mod->hash);
    cJSON_AddStringToObject(entry, "title", mod->title);
    cJSON_AddStringToObject(entry, "version", mod->version);
    cJSON_AddStringToObject(entry, "hash", hash);
  }
}

static void read_mods(struct tp_scenario *scenario, const cJSON *merged) {
  struct tp_compiler c = {.arena = scenario->arena, .language = scenario->language};
  const cJSON *mods = tp_read(merged, "mods");
  struct tp_mod_mark *list =
      tp_arena_take(scenario->arena, (size_t)(cJSON_GetArraySize(mods) + 1) * sizeof *list);
  for (const cJSON *mod = tp_children(mods); mod; mod = mod->next)
    list[scenario->mod_count++] = (struct tp_mod_mark){
        tp_arena_copy(scenario->arena, mod->string), tp_read_text(&c, mod, "title"),
        tp_read_text(&c, mod, "version"), tp_read_text(&c, mod, "hash")};
  scenario->mods = list;
}

/* A library has no rules to speak of, but its words are wanted in lists. */
static void describe_library(struct tp_scenario *scenario, const cJSON *merged) {
  struct tp_compiler c = {.arena = scenario->arena, .language = scenario->language};
  struct tp_rules *r = tp_arena_take(scenario->arena, sizeof *r);
  r->words = (struct tp_words){tp_read_text(&c, merged, "id"), tp_read_text(&c, merged, "title"),
                               tp_read_text(&c, merged, "summary")};
  r->player = r->unite = r->guarantor = r->adversary = TP_NONE;
  scenario->rules = r;
}

static void describe_variants(struct tp_scenario *scenario, const cJSON *merged) {
  struct tp_compiler c = {.arena = scenario->arena, .language = scenario->language};
  const cJSON *chosen = tp_read(merged, "variant"), *list = tp_read(merged, "variants"), *entry;
  int room = cJSON_IsObject(list) ? cJSON_GetArraySize(list) : 0;
  struct tp_variant *variants = tp_arena_take(c.arena, (size_t)(room + 1) * sizeof *variants);
  for (entry = room ? tp_children(list) : NULL; entry; entry = entry->next)
    variants[scenario->variant_count++] =
        (struct tp_variant){tp_arena_copy(c.arena, entry->string), tp_read_text(&c, entry, "title"),
                            tp_read_text(&c, entry, "text")};
  scenario->variants = variants;
  scenario->variant = cJSON_IsString(chosen) ? tp_arena_copy(c.arena, chosen->valuestring) : "";
}

/* A scenario that is found by its id needs no path to be found again. */
static void note_file(struct tp_scenario *scenario, const struct tp_document *document) {
  const cJSON *id = tp_read(document->merged, "id");
  char found[TP_PATH_MAX];
  int is_found = cJSON_IsString(id) && tp_format_is_id(id->valuestring) &&
                 tp_document_find(id->valuestring, NULL, &document->on, found) &&
                 tp_files_same(found, scenario->path);
  scenario->file = is_found || !tp_files_is_readable(scenario->path) ? "" : scenario->path;
}

static void check_variant_count(const struct tp_document *document, struct tp_problems *problems) {
  char message[60];
  const cJSON *variants = tp_read(document->merged, "variants");
  const cJSON *one =
      cJSON_IsObject(variants) ? cJSON_GetArrayItem(variants, TP_VARIANTS_MAX) : NULL;
  snprintf(message, sizeof message, "too many variants: at most %d", TP_VARIANTS_MAX);
  if (one)
    tp_document_fault(document, problems, one, TP_AT_KEY, message);
}

static void build(struct tp_scenario *scenario, const struct tp_document *document,
                  struct tp_problems *problems) {
  int before = problems->count;
  describe_chain(scenario, document);
  note_file(scenario, document);
  note_mods(document);
  scenario->conflicts = document->conflicts;
  scenario->playable = is_playable(document->merged);
  int whole = tp_check_document(document, scenario->playable, problems), checked = problems->count;
  check_variant_count(document, problems);
  describe_variants(scenario, document->merged);
  if (!scenario->playable) {
    describe_library(scenario, document->merged);
  } else {
    struct tp_rules *r = tp_compile(scenario, document, problems);
    if (!whole)
      tp_problems_drop_elsewhere(problems, checked);
    if (problems->count == before)
      tp_settle(scenario, r, document, problems);
    tp_doubt(r, document, problems);
  }
  read_mods(scenario, document->merged);
  if (problems->count == before)
    scenario->merged = tp_settle_text(scenario, document->merged);
}

/* Builds a scenario from a document that was read, and frees the document. */
static struct tp_scenario *finish(struct tp_document *document, int read, int problems_before,
                                  const char *language, struct tp_problems *problems) {
  struct tp_scenario *scenario = NULL;
  if (read) {
    struct tp_arena *arena = tp_arena_create();
    scenario = tp_arena_take(arena, sizeof *scenario);
    scenario->arena = arena;
    scenario->language = tp_arena_copy(arena, language ? language : no_language);
    build(scenario, document, problems);
  }
  tp_document_free(document);
  tp_problems_sort(problems);
  if (problems->count == problems_before)
    return scenario;
  tp_scenario_free(scenario);
  return NULL;
}

static struct tp_scenario *load_one(const char *name_or_path, const char *language,
                                    struct tp_problems *problems) {
  int before = problems->count;
  struct tp_document *document = tp_memory_resize(NULL, sizeof *document);
  int read = tp_document_open(document, name_or_path, language, problems);
  struct tp_scenario *scenario = finish(document, read, before, language, problems);
  free(document);
  return scenario;
}

struct tp_scenario *tp_scenario_load(const char *name_or_path, const char *language,
                                     struct tp_problems *problems) {
  int before = problems->count;
  struct tp_scenario *scenario = load_one(name_or_path, language, problems);
  if (scenario && tp_scenario_is_path(name_or_path))
    tp_scenario_check_variants(scenario, name_or_path, problems);
  if (problems->count == before)
    return scenario;
  tp_scenario_free(scenario);
  return NULL;
}

const char *tp_scenario_with_variant(const char *name, const char *id, char full[TP_PATH_MAX]) {
  char bare[TP_PATH_MAX];
  if (!tp_scenario_bare(name, bare))
    return NULL;
  int length = (int)strlen(bare);
  int written = snprintf(full, TP_PATH_MAX, "%.*s@%s%s", length, name, id, name + length);
  return written < TP_PATH_MAX ? full : NULL;
}

void tp_scenario_check_variants(const struct tp_scenario *scenario, const char *name,
                                struct tp_problems *problems) {
  char full[TP_PATH_MAX];
  if (!scenario->playable || scenario->variant[0] || !tp_files_is_file(scenario->path))
    return; /* a pipe is read once */
  for (int i = 0; i < scenario->variant_count; i++) {
    struct tp_problems again = {0}; /* its warnings are those of the scenario */
    if (tp_scenario_with_variant(name, scenario->variants[i].id, full))
      tp_scenario_free(load_one(full, scenario->language, &again));
    else
      tp_problems_add(problems, "", 0, 0, "", "the path is too long");
    tp_problems_append_faults(problems, &again);
    tp_problems_free(&again);
  }
}

struct tp_scenario *tp_scenario_load_text(const char *text, const char *origin,
                                          const char *language, struct tp_problems *problems) {
  int before = problems->count;
  struct tp_document *document = tp_memory_resize(NULL, sizeof *document);
  int read = tp_document_read(document, text, origin, problems);
  struct tp_scenario *scenario = finish(document, read, before, language, problems);
  free(document);
  return scenario;
}

void tp_scenario_free(struct tp_scenario *scenario) {
  if (scenario)
    tp_arena_free(scenario->arena);
}

const char *tp_scenario_merged(const struct tp_scenario *scenario) {
  return scenario->merged;
}

/* --- mods ------------------------------------------------------------------------------------ */

static const char mod_file[] = "mod.json";

static void trim(char folder[TP_PATH_MAX], const char *path) {
  size_t length = strlen(path);
  while (length > 1 && path[length - 1] == '/')
    length--;
  snprintf(folder, TP_PATH_MAX, "%.*s", (int)length, path);
}

/* Takes the last name off a path, which is then that of its folder. */
static void cut_name(char path[TP_PATH_MAX], char name[TP_PATH_MAX]) {
  char *slash = strrchr(path, '/');
  snprintf(name, TP_PATH_MAX, "%s", slash ? slash + 1 : path);
  if (!slash)
    snprintf(path, TP_PATH_MAX, ".");
  else
    slash[slash == path] = '\0';
}

int tp_scenario_is_mod(const char *path, char folder[TP_PATH_MAX]) {
  char inside[TP_PATH_MAX], name[TP_PATH_MAX], above[TP_PATH_MAX];
  snprintf(folder, TP_PATH_MAX, "%s", path);
  cut_name(folder, name);
  if (strcmp(name, mod_file) == 0)
    return 1;
  snprintf(above, sizeof above, "%s", folder);
  size_t length = strlen(name);
  int is_json = length > 5 && strcmp(name + length - 5, ".json") == 0;
  cut_name(above, name);
  if (is_json && strcmp(name, "patches") == 0)
    snprintf(folder, TP_PATH_MAX, "%s", above);
  else
    trim(folder, path);
  return tp_files_join(inside, folder, mod_file) && tp_files_is_there(inside);
}

static struct tp_scenario *load_with(const struct tp_mods_on *on, const char *path,
                                     const char *variant, const char *language,
                                     struct tp_problems *problems) {
  int before = problems->count;
  struct tp_document *document = tp_memory_zeroed(1, sizeof *document);
  document->on = *on;
  int read = tp_document_load(document, path, variant, problems);
  struct tp_scenario *scenario = finish(document, read, before, language, problems);
  free(document);
  return scenario;
}

/* With each of its variants; 1 when it is rules for others. */
static int try_with(const struct tp_mods_on *on, const char *path, struct tp_problems *problems) {
  struct tp_scenario *scenario = load_with(on, path, "", NULL, problems);
  int is_library = scenario && !scenario->playable;
  for (int i = 0; scenario && !is_library && i < scenario->variant_count; i++) {
    struct tp_problems again = {0};
    tp_scenario_free(load_with(on, path, scenario->variants[i].id, NULL, &again));
    tp_problems_append_faults(problems, &again);
    tp_problems_free(&again);
  }
  tp_scenario_free(scenario);
  return is_library;
}

/* A scenario that is sound without the mods, with them. */
static void try_sound(const struct tp_mods_on *on, const char *path, struct tp_problems *problems) {
  struct tp_problems faults = {0};
  struct tp_scenario *scenario = load_one(path, NULL, &faults);
  if (scenario) {
    try_with(on, path, &faults);
    tp_problems_append_faults(problems, &faults); /* its warnings are not the mods' */
  }
  tp_scenario_free(scenario);
  tp_problems_free(&faults);
}

/* What is wrong in rules for others shows in who extends them. */
static void try_everywhere(const struct tp_mods_on *on, struct tp_problems *problems) {
  char roots[TP_ROOTS_MAX][TP_PATH_MAX];
  int count = tp_files_roots(roots);
  for (int i = 0; i < count; i++) {
    int found = 0;
    char **paths = tp_document_files(roots[i], &found);
    for (int k = 0; k < found; k++) {
      if (tp_files_is_file(paths[k]))
        try_sound(on, paths[k], problems);
      free(paths[k]);
    }
    free(paths);
  }
}

/* What is unknown was warned of with the mod itself. */
static void try_all(const struct tp_mod *mod, const struct tp_mods_on *on,
                    struct tp_problems *problems) {
  char path[TP_PATH_MAX];
  int libraries = 0;
  for (int i = 0; i < mod->patch_count; i++)
    if (tp_document_find(mod->patches[i], NULL, on, path))
      libraries |= try_with(on, path, problems);
  for (int i = 0; i < mod->scenario_count; i++)
    if (tp_mods_file(mod, "scenarios", mod->scenarios[i], path))
      libraries |= try_with(on, path, problems);
  if (libraries && !problems->count)
    try_everywhere(on, problems);
}

void tp_scenario_check_mod(const char *folder, const char *mods, struct tp_problems *problems) {
  struct tp_mods *found = tp_mods_find_with(folder, NULL);
  struct tp_mods_on on;
  struct tp_text ids = {0};
  struct tp_mod *mod = found->list;
  while (!tp_files_same(mod->folder, folder)) /* it is among them */
    mod++;
  tp_text_print(&ids, "%s%s%s", mod->id, mods && mods[0] ? "+" : "", mods ? mods : "");
  if (mod->problems.count)
    tp_problems_append(problems, &mod->problems);
  else if (tp_mods_choose(found, ids.data, &on, problems))
    try_all(mod, &on, problems);
  tp_problems_sort(problems);
  tp_problems_once(problems);
  tp_text_free(&ids);
  tp_mods_free(found);
}

/* --- listing --------------------------------------------------------------------------------- */

static const char *name_of(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/* 1 when a file of that name is. */
static int is_listed(const struct tp_scenario_entry *list, int count, const char *path) {
  for (int i = 0; i < count; i++)
    if (strcmp(name_of(list[i].path), name_of(path)) == 0)
      return 1;
  return 0;
}

static void copy_variants(struct tp_scenario_entry *entry, const struct tp_scenario *scenario) {
  entry->variant_count = scenario ? scenario->variant_count : 0;
  entry->variants =
      tp_memory_resize(NULL, (size_t)(entry->variant_count + 1) * sizeof *entry->variants);
  for (int i = 0; i < entry->variant_count; i++) {
    const struct tp_variant *from = &scenario->variants[i];
    entry->variants[i] = (struct tp_variant){tp_memory_text(from->id), tp_memory_text(from->title),
                                             tp_memory_text(from->text)};
  }
}

static void copy_sources(struct tp_scenario_entry *entry, const struct tp_scenario *scenario) {
  entry->source_count = scenario ? scenario->source_count : 0;
  entry->sources =
      tp_memory_resize(NULL, (size_t)(entry->source_count + 1) * sizeof *entry->sources);
  for (int i = 0; i < entry->source_count; i++)
    entry->sources[i] = tp_memory_text(scenario->sources[i]);
}

static void copy_extent(struct tp_scenario_entry *entry, const struct tp_rules *r) {
  entry->year = r->start_year;
  entry->quarter = r->start_quarter;
  entry->turns = r->turns;
  entry->objectives = r->objective_count;
}

static void free_variants(struct tp_scenario_entry *entry) {
  for (int i = 0; i < entry->variant_count; i++) {
    free((char *)entry->variants[i].id);
    free((char *)entry->variants[i].title);
    free((char *)entry->variants[i].text);
  }
  free(entry->variants);
}

/* The mods to list scenarios with. */
struct choice {
  struct tp_mods *found; /* NULL: none are asked for */
  struct tp_mods_on on;
  struct tp_problems problems; /* with the choice */
  const char *language;
};

static struct choice choose(const char *ids, const char *language) {
  struct choice choice = {.language = language};
  if (ids && ids[0]) {
    choice.found = tp_mods_find(language);
    tp_mods_choose(choice.found, ids, &choice.on, &choice.problems);
    tp_problems_sort(&choice.problems);
  }
  return choice;
}

static void free_choice(struct choice *choice) {
  tp_problems_free(&choice->problems);
  tp_mods_free(choice->found);
}

/* NULL when anything is wrong, be it with the mods. */
static struct tp_scenario *try_entry(const struct choice *choice, const char *path,
                                     struct tp_problems *problems) {
  if (!tp_files_is_file(path)) {
    tp_problems_add(problems, path, 0, 0, "", "%s", "is a folder, a pipe or a device, no file");
    return NULL;
  }
  tp_problems_append(problems, &choice->problems);
  return problems->count ? NULL : load_with(&choice->on, path, "", choice->language, problems);
}

static struct tp_scenario_entry describe(const struct choice *choice, const char *path) {
  const char *name = name_of(path);
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = try_entry(choice, path, &problems);
  struct tp_scenario_entry entry = {.path = tp_memory_text(path),
                                    .playable = scenario && scenario->playable,
                                    .problems = problems.count + problems.omitted,
                                    .warnings = problems.warning_count};
  entry.guided = entry.playable && scenario->rules->guide->guided;
  entry.id = tp_memory_text(scenario ? scenario->rules->words.id : name);
  entry.title = tp_memory_text(scenario ? scenario->rules->words.title : "");
  entry.summary = tp_memory_text(scenario ? scenario->rules->words.text : "");
  entry.fault = tp_memory_text(problems.count ? problems.list[0].message : "");
  if (!scenario && tp_scenario_is_path(name))
    entry.id[strlen(entry.id) - strlen(".json")] = '\0';
  copy_variants(&entry, scenario);
  copy_sources(&entry, scenario);
  if (scenario)
    copy_extent(&entry, scenario->rules);
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
  return entry;
}

struct tp_scenario_entry tp_scenario_describe(const char *path, const char *mods,
                                              const char *language) {
  struct choice choice = choose(mods, language);
  struct tp_scenario_entry entry = describe(&choice, path);
  free_choice(&choice);
  return entry;
}

static void list_folder(const struct choice *choice, const char *root,
                        struct tp_scenario_entry **list, int *count) {
  int found = 0;
  char **paths = tp_document_files(root, &found);
  for (int i = 0; i < found; i++) {
    if (!is_listed(*list, *count, paths[i])) {
      *list = tp_memory_resize(*list, (size_t)(*count + 1) * sizeof **list);
      (*list)[(*count)++] = describe(choice, paths[i]);
    }
    free(paths[i]);
  }
  free(paths);
}

static void put_guided_first(struct tp_scenario_entry *list, int count) {
  int first = 0;
  for (int i = 0; i < count; i++) {
    struct tp_scenario_entry entry = list[i];
    if (!entry.guided)
      continue;
    memmove(&list[first + 1], &list[first], (size_t)(i - first) * sizeof *list);
    list[first++] = entry;
  }
}

struct tp_scenario_entry *tp_scenario_list(const char *mods, const char *language, int *count) {
  char roots[TP_ROOTS_MAX][TP_PATH_MAX];
  struct tp_scenario_entry *list = NULL;
  struct choice choice = choose(mods, language);
  int root_count = tp_files_roots(roots);
  *count = 0;
  for (int i = choice.on.count - 1; i >= 0; i--)
    list_folder(&choice, choice.on.mod[i]->folder, &list, count);
  for (int i = 0; i < root_count; i++)
    list_folder(&choice, roots[i], &list, count);
  free_choice(&choice);
  put_guided_first(list, *count);
  return list;
}

void tp_scenario_entry_free(struct tp_scenario_entry *entry) {
  free(entry->path);
  free(entry->id);
  free(entry->title);
  free(entry->summary);
  free(entry->fault);
  free_variants(entry);
  for (int i = 0; i < entry->source_count; i++)
    free(entry->sources[i]);
  free(entry->sources);
}

void tp_scenario_list_free(struct tp_scenario_entry *list, int count) {
  for (int i = 0; i < count; i++)
    tp_scenario_entry_free(&list[i]);
  free(list);
}
