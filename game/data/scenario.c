#include "data/scenario_load.h"

#include "data/format/check.h"
#include "data/format/doubt.h"
#include "data/compile/settle.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char *const no_language = "en";

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

/* Builds a scenario from a document, if that was read. */
static struct tp_scenario *finish(const struct tp_document *document, int read, int problems_before,
                                  const char *language, struct tp_problems *problems) {
  struct tp_scenario *scenario = NULL;
  if (read) {
    struct tp_arena *arena = tp_arena_create();
    scenario = tp_arena_take(arena, sizeof *scenario);
    scenario->arena = arena;
    scenario->language = tp_arena_copy(arena, language ? language : no_language);
    build(scenario, document, problems);
  }
  tp_problems_sort(problems);
  if (problems->count == problems_before)
    return scenario;
  tp_scenario_free(scenario);
  return NULL;
}

static void discard(struct tp_document *document) {
  tp_document_free(document);
  free(document);
}

struct tp_scenario *tp_scenario_load_with(const struct tp_mods_on *on, const char *path,
                                          const char *variant, const char *language,
                                          struct tp_problems *problems) {
  struct tp_document *document = tp_memory_zeroed(1, sizeof *document);
  document->on = *on;
  int before = problems->count, read = tp_document_load(document, path, variant, problems);
  struct tp_scenario *scenario = finish(document, read, before, language, problems);
  discard(document);
  return scenario;
}

void tp_scenario_try_variants(const struct tp_scenario *scenario, const struct tp_mods_on *on,
                              struct tp_problems *problems) {
  if (!scenario->playable || scenario->variant[0] || !tp_files_is_file(scenario->path))
    return; /* a pipe is read once */
  for (int i = 0; i < scenario->variant_count; i++) {
    struct tp_problems again = {0}; /* its warnings are those of the scenario */
    tp_scenario_free(tp_scenario_load_with(on, scenario->path, scenario->variants[i].id,
                                           scenario->language, &again));
    tp_problems_append_faults(problems, &again);
    tp_problems_free(&again);
  }
}

static struct tp_scenario *load(const char *name, int whole, const char *language,
                                struct tp_problems *problems) {
  struct tp_document *document = tp_memory_zeroed(1, sizeof *document);
  int before = problems->count, read = tp_document_open(document, name, language, problems);
  struct tp_scenario *scenario = finish(document, read, before, language, problems);
  if (scenario && whole)
    tp_scenario_try_variants(scenario, &document->on, problems);
  discard(document);
  if (problems->count == before)
    return scenario;
  tp_scenario_free(scenario);
  return NULL;
}

struct tp_scenario *tp_scenario_load(const char *name_or_path, const char *language,
                                     struct tp_problems *problems) {
  return load(name_or_path, tp_scenario_is_path(name_or_path), language, problems);
}

struct tp_scenario *tp_scenario_load_whole(const char *name_or_path, const char *language,
                                           struct tp_problems *problems) {
  return load(name_or_path, 1, language, problems);
}

const char *tp_scenario_with_variant(const char *name, const char *id, char full[TP_PATH_MAX]) {
  char bare[TP_PATH_MAX];
  if (!tp_scenario_bare(name, bare))
    return NULL;
  int length = (int)strlen(bare);
  int written = snprintf(full, TP_PATH_MAX, "%.*s@%s%s", length, name, id, name + length);
  return written < TP_PATH_MAX ? full : NULL;
}

struct tp_scenario *tp_scenario_load_text(const char *text, const char *origin,
                                          const char *language, struct tp_problems *problems) {
  struct tp_document *document = tp_memory_zeroed(1, sizeof *document);
  int before = problems->count, read = tp_document_read(document, text, origin, problems);
  struct tp_scenario *scenario = finish(document, read, before, language, problems);
  discard(document);
  return scenario;
}

void tp_scenario_free(struct tp_scenario *scenario) {
  if (scenario)
    tp_arena_free(scenario->arena);
}

const char *tp_scenario_merged(const struct tp_scenario *scenario) {
  return scenario->merged;
}
