/* The scenarios there are, with what a list of them shows. */
#include "data/scenario_load.h"

#include "core/guide.h"
#include "data/folders.h"

#include <stdlib.h>
#include <string.h>

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
  return problems->count ? NULL
                         : tp_scenario_load_with(&choice->on, path, "", choice->language, problems);
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
  entry.usual = strcmp(entry.id, TP_DEFAULT_SCENARIO) == 0;
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
  int root_count = tp_folders_roots(roots);
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
