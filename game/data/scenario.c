#include "data/scenario.h"

#include "core/guide.h"
#include "data/check.h"
#include "data/doubt.h"
#include "data/settle.h"

#include <stdlib.h>
#include <string.h>

static const char *const no_language = "en";

/* --- loading --------------------------------------------------------------------------------- */

/* A document with neither actors nor turns is rules for others to extend. */
static int is_playable(const cJSON *merged) {
  return tp_read(merged, "actors") || tp_read(merged, "turns");
}

static void describe_chain(struct tp_scenario *scenario, const struct tp_document *document) {
  const char **chain = tp_arena_take(scenario->arena, (size_t)document->count * sizeof *chain);
  for (int i = document->layers; i < document->count; i++)
    chain[scenario->chain_count++] = tp_arena_copy(scenario->arena, document->chain[i].path);
  scenario->chain = chain;
  scenario->path = chain[0];
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

static void build(struct tp_scenario *scenario, const struct tp_document *document,
                  struct tp_problems *problems) {
  int before = problems->count;
  describe_chain(scenario, document);
  scenario->playable = is_playable(document->merged);
  tp_check_document(document, scenario->playable, problems);
  describe_variants(scenario, document->merged);
  if (!scenario->playable) {
    describe_library(scenario, document->merged);
  } else {
    struct tp_rules *r = tp_compile(scenario, document, problems);
    if (problems->count == before)
      tp_settle(scenario, r, document, problems);
    tp_doubt(r, document, problems);
  }
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

int tp_scenario_is_path(const char *name) {
  const char *at = strrchr(name, '@');
  size_t length = at && !strchr(at, '/') ? (size_t)(at - name) : strlen(name);
  return strchr(name, '/') || (length > 5 && strcmp(name + length - 5, ".json") == 0);
}

void tp_scenario_split(char *name, char variant[TP_ID_MAX + 1]) {
  char *at = strrchr(name, '@'), *slash = strrchr(name, '/');
  variant[0] = '\0';
  if (!at || at == name || (slash && slash > at) || !tp_format_is_id(at + 1))
    return;
  snprintf(variant, TP_ID_MAX + 1, "%s", at + 1);
  *at = '\0';
}

/* The file of what is called `name`, or is at that path. */
static int find_file(const char *name, char path[TP_PATH_MAX], struct tp_problems *problems) {
  char message[300];
  if (tp_scenario_is_path(name)) {
    snprintf(path, TP_PATH_MAX, "%s", name);
    return 1;
  }
  if (tp_format_is_id(name) && tp_document_find(name, NULL, path))
    return 1;
  tp_document_unknown(name, NULL, message, sizeof message);
  tp_problems_add(problems, "", 0, 0, "", "%s", message);
  return 0;
}

struct tp_scenario *tp_scenario_load(const char *name_or_path, const char *language,
                                     struct tp_problems *problems) {
  char name[TP_PATH_MAX], path[TP_PATH_MAX], variant[TP_ID_MAX + 1];
  int before = problems->count;
  snprintf(name, sizeof name, "%s", name_or_path);
  tp_scenario_split(name, variant);
  if (!find_file(name, path, problems))
    return NULL;
  struct tp_document *document = tp_memory_resize(NULL, sizeof *document);
  int read = tp_document_load(document, path, variant, problems);
  struct tp_scenario *scenario = finish(document, read, before, language, problems);
  free(document);
  return scenario;
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

/* --- listing --------------------------------------------------------------------------------- */

static char *copy(const char *text) {
  size_t size = strlen(text) + 1;
  return memcpy(tp_memory_resize(NULL, size), text, size);
}

static int is_listed(const struct tp_scenario_entry *list, int count, const char *name) {
  for (int i = 0; i < count; i++) {
    const char *slash = strrchr(list[i].path, '/');
    if (strcmp(slash ? slash + 1 : list[i].path, name) == 0)
      return 1;
  }
  return 0;
}

static void copy_variants(struct tp_scenario_entry *entry, const struct tp_scenario *scenario) {
  entry->variant_count = scenario ? scenario->variant_count : 0;
  entry->variants =
      tp_memory_resize(NULL, (size_t)(entry->variant_count + 1) * sizeof *entry->variants);
  for (int i = 0; i < entry->variant_count; i++) {
    const struct tp_variant *from = &scenario->variants[i];
    entry->variants[i] = (struct tp_variant){copy(from->id), copy(from->title), copy(from->text)};
  }
}

static void free_variants(struct tp_scenario_entry *entry) {
  for (int i = 0; i < entry->variant_count; i++) {
    free((char *)entry->variants[i].id);
    free((char *)entry->variants[i].title);
    free((char *)entry->variants[i].text);
  }
  free(entry->variants);
}

static struct tp_scenario_entry describe(const char *path, const char *name, const char *language) {
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = tp_scenario_load(path, language, &problems);
  struct tp_scenario_entry entry = {.path = copy(path),
                                    .playable = scenario && scenario->playable,
                                    .problems = problems.count + problems.omitted};
  entry.guided = entry.playable && scenario->rules->guide->guided;
  entry.id = copy(scenario ? scenario->rules->words.id : name);
  entry.title = copy(scenario ? scenario->rules->words.title : "");
  entry.summary = copy(scenario ? scenario->rules->words.text : "");
  if (!scenario)
    entry.id[strlen(entry.id) - strlen(".json")] = '\0';
  copy_variants(&entry, scenario);
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
  return entry;
}

static void list_folder(const char *folder, const char *language, struct tp_scenario_entry **list,
                        int *count) {
  int found;
  char **names = tp_files_list(folder, ".json", &found);
  for (int i = 0; i < found; i++) {
    char path[TP_PATH_MAX];
    if (tp_files_join(path, folder, names[i]) && strcmp(names[i], "scenario.schema.json") != 0 &&
        !is_listed(*list, *count, names[i])) {
      *list = tp_memory_resize(*list, (size_t)(*count + 1) * sizeof **list);
      (*list)[(*count)++] = describe(path, names[i], language);
    }
    free(names[i]);
  }
  free(names);
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

struct tp_scenario_entry *tp_scenario_list(const char *language, int *count) {
  char roots[TP_ROOTS_MAX][TP_PATH_MAX], folder[TP_PATH_MAX];
  struct tp_scenario_entry *list = NULL;
  int root_count = tp_files_roots(roots);
  *count = 0;
  for (int i = 0; i < root_count; i++)
    if (tp_files_join(folder, roots[i], "scenarios"))
      list_folder(folder, language, &list, count);
  put_guided_first(list, *count);
  return list;
}

void tp_scenario_list_free(struct tp_scenario_entry *list, int count) {
  for (int i = 0; i < count; i++) {
    free(list[i].path);
    free(list[i].id);
    free(list[i].title);
    free(list[i].summary);
    free_variants(&list[i]);
  }
  free(list);
}
