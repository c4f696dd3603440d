/* From a name to its document: "rapprochement-2018", "my/game.json@hard", "base@thaw+long-winter".
 */
#include "data/layers/document.h"

#include "data/scenario.h"

#include <string.h>

/* Where the mods begin behind a name or path; its end when there are none. */
static const char *mods_of(const char *name) {
  const char *slash = strrchr(name, '/');
  const char *plus = tp_files_exists(name) ? NULL : strchr(slash ? slash : name, '+');
  return plus ? plus : name + strlen(name);
}

/* What is before the mods and the variant: 1, or 0 when it is too long. */
static int split(const char *name, char file[TP_PATH_MAX], char variant[TP_ID_MAX + 1]) {
  variant[0] = '\0';
  if (snprintf(file, TP_PATH_MAX, "%.*s", (int)(mods_of(name) - name), name) >= TP_PATH_MAX)
    return 0;
  char *at = strrchr(file, '@');
  const char *slash = strrchr(file, '/');
  if (!at || at == file || (slash && slash > at) || !tp_format_is_id(at + 1))
    return 1;
  snprintf(variant, TP_ID_MAX + 1, "%s", at + 1);
  *at = '\0';
  return 1;
}

int tp_scenario_bare(const char *name, char bare[TP_PATH_MAX]) {
  char variant[TP_ID_MAX + 1];
  return split(name, bare, variant);
}

int tp_scenario_has_mods(const char *name) {
  return *mods_of(name) != '\0';
}

int tp_scenario_is_path(const char *name) {
  char file[TP_PATH_MAX];
  if (!tp_scenario_bare(name, file))
    return 1;
  size_t length = strlen(file);
  return strchr(file, '/') || (length > 5 && strcmp(file + length - 5, ".json") == 0);
}

/* Finds the file of a bare name: 1, or 0 with the fault. */
static int find_file(const char *name, const struct tp_mods_on *on, char path[TP_PATH_MAX],
                     struct tp_problems *problems) {
  char message[500], folder[TP_PATH_MAX];
  if (tp_scenario_is_path(name)) {
    snprintf(path, TP_PATH_MAX, "%s", name);
    return 1;
  }
  if (tp_format_is_id(name) && tp_document_find(name, NULL, on, path))
    return 1;
  if (tp_mods_folder(name, folder))
    snprintf(message, sizeof message,
             "no scenario is called \"%.60s\", but a mod is: name it behind a scenario, as "
             "SCENARIO+%.60s",
             name, name);
  else
    tp_document_unknown(name, NULL, message, sizeof message);
  tp_problems_add(problems, "", 0, 0, "", "%s", message);
  return 0;
}

int tp_document_open(struct tp_document *document, const char *name, const char *language,
                     struct tp_problems *problems) {
  char file[TP_PATH_MAX], path[TP_PATH_MAX], variant[TP_ID_MAX + 1];
  const char *ids = mods_of(name);
  memset(document, 0, sizeof *document);
  if (*ids) {
    document->found = tp_mods_find(language);
    if (!tp_mods_choose(document->found, ids + 1, &document->on, problems))
      return 0;
  }
  if (!split(name, file, variant)) {
    tp_problems_add(problems, "", 0, 0, "", "the path is too long");
    return 0;
  }
  return find_file(file, &document->on, path, problems) &&
         tp_document_load(document, path, variant, problems);
}
