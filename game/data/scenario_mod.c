/* Is a path that of a mod, and what is wrong with the mod and with all that it changes. */
#include "data/scenario_load.h"

#include "data/folders.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* With each of its variants; 1 when it is rules for others. */
static int try_with(const struct tp_mods_on *on, const char *path, struct tp_problems *problems) {
  struct tp_scenario *scenario = tp_scenario_load_with(on, path, "", NULL, problems);
  int is_library = scenario && !scenario->playable;
  if (scenario)
    tp_scenario_try_variants(scenario, on, problems);
  tp_scenario_free(scenario);
  return is_library;
}

/* A scenario that is sound without the mods, with them. */
static void try_sound(const struct tp_mods_on *on, const char *path, struct tp_problems *problems) {
  const struct tp_mods_on none = {.count = 0};
  struct tp_problems faults = {0};
  struct tp_scenario *scenario = tp_scenario_load_with(&none, path, "", NULL, &faults);
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
  int count = tp_folders_roots(roots);
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
  tp_problems_append(problems, &mod->problems);
  tp_problems_free(&mod->problems); /* told; they do not keep the rest of it from being tried */
  if (tp_mods_any(found, mod->id) == mod && tp_mods_choose(found, ids.data, &on, problems))
    try_all(mod, &on, problems);
  tp_problems_sort(problems);
  tp_problems_once(problems);
  tp_text_free(&ids);
  tp_mods_free(found);
}
