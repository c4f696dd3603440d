/* A scenario, read from its file and compiled to rules.
 *
 * Everything a scenario holds lives in one arena and is read-only once loaded, so threads may share
 * it. The one way in is the loader: a file that validates also starts.
 */
#ifndef TP_DATA_SCENARIO_H
#define TP_DATA_SCENARIO_H

#include "core/rules.h"
#include "data/format/format.h"
#include "data/files.h"
#include "data/json/problems.h"

/* How often a policy should win: what the balance tool checks. */
struct tp_band {
  const char *policy;
  double low, high; /* shares of games */
  int16_t seat;     /* actor */
};

/* A claim of the model that says nothing of a scenario, by its number, and why. */
struct tp_apart {
  const char *claim, *why;
};

/* A mod that a scenario was merged with, as it was then. */
struct tp_mod_mark {
  const char *id, *title, *version, *hash;
};

enum { TP_VARIANTS_MAX = 16 };

/* Another way to play a scenario. */
struct tp_variant {
  const char *id, *title, *text;
};

struct tp_scenario {
  const char *path;     /* of its file, or what was given for it */
  const char *file;     /* the same, where its id does not find it; else "" */
  const char *variant;  /* that was chosen of it; "" */
  const char *language; /* its texts were taken in, where they have it */
  int playable;         /* 0: a library of rules that others extend; `rules` is then empty */
  const struct tp_rules *rules; /* words: its id, title and summary */
  const uint8_t *at_rest;       /* by slot; 1: its offset was found, 0: it was given or inherited */
  const char *merged; /* the scenario as one JSON text that extends nothing and rests where this
                       * one does: what a save keeps */
  const char *const *chain;       /* the files it was read from: its own, then what it extends, each
                                   * behind the mods' patches of it */
  const char *const *sources;     /* of its numbers */
  const struct tp_mod_mark *mods; /* in the order they were laid over it */
  const struct tp_band *bands;
  const struct tp_apart *aparts;
  const struct tp_variant *variants; /* to choose from; none of a scenario that a save kept */
  int variant_count;
  int chain_count, source_count, band_count, apart_count, mod_count;
  int conflicts; /* values that two mods set differently: each is a warning of its own too */
  int balance_games;
  struct tp_arena *arena;
};

/* Loads a scenario by the path of its file or by its name, looked for in the mods, in ./scenarios
 * and where data is; "@variant" behind either chooses one of its variants, and mods follow, as in
 * "rapprochement-2018@thaw+long-winter+other". `language` is a code ("en"; NULL for it). NULL when
 * anything is wrong: all of it is added to `problems`. Who names a file by its path is at work on
 * it: without a variant, all of them must be sound. Free the result with tp_scenario_free. */
struct tp_scenario *tp_scenario_load(const char *name_or_path, const char *language,
                                     struct tp_problems *problems);

/* The same, and all variants must be sound however it is named. */
struct tp_scenario *tp_scenario_load_whole(const char *name_or_path, const char *language,
                                           struct tp_problems *problems);

/* The name of a scenario with a variant, between its own and the mods: `full`, or NULL when it is
 * too long. */
const char *tp_scenario_with_variant(const char *name, const char *id, char full[TP_PATH_MAX]);

/* The same from the text itself; `origin` stands for its file in messages, and what it extends is
 * looked for beside it. */
struct tp_scenario *tp_scenario_load_text(const char *text, const char *origin,
                                          const char *language, struct tp_problems *problems);

/* The name or path without the variant and mods behind it: 1, or 0 when it is too long. */
int tp_scenario_bare(const char *name, char bare[TP_PATH_MAX]);

/* 1 when mods are named behind it. */
int tp_scenario_has_mods(const char *name);

/* 1 when the loader takes it for a path, not for a name: it has a slash, or ends in .json. */
int tp_scenario_is_path(const char *name_or_path);

/* NULL is allowed. */
void tp_scenario_free(struct tp_scenario *scenario);

/* 1 when the path is that of a mod's folder, of the mod.json in it or of one of its patches: copies
 * the folder. */
int tp_scenario_is_mod(const char *path, char folder[TP_PATH_MAX]);

/* Checks the mod in a folder: its own files, then every scenario that it patches or holds, with it
 * and with `mods` (names as for tp_scenario_load, or NULL) switched on. */
void tp_scenario_check_mod(const char *folder, const char *mods, struct tp_problems *problems);

/* The merged scenario as JSON: extends nothing, and carries the offsets it inherited. */
const char *tp_scenario_merged(const struct tp_scenario *scenario);

/* What is played where no scenario is named. */
#define TP_DEFAULT_SCENARIO "rapprochement-2018"

/* A scenario file that was found. Texts are empty where they could not be read. */
struct tp_scenario_entry {
  char *path, *id, *title, *summary;
  int playable; /* 0: a library */
  int guided;   /* 1: a first game */
  int usual;    /* 1: what is played where no scenario is named */
  int problems; /* 0: sound */
  char *fault;  /* the first of them, or "" */
  int warnings;
  int year, quarter, turns, objectives; /* of its game: the first quarter, and how many of those */
  struct tp_variant *variants;
  int variant_count;
  char **sources; /* of its figures */
  int source_count;
};

/* The scenarios in ./scenarios and where data is: first games first, then in the order of the
 * folders, then by name; what an earlier folder has hides the same name in a later one. With mods
 * switched on (their ids separated by "+" or ","; NULL or "": none), their scenarios come before
 * the others; when the mods cannot be chosen, nothing is listed as sound. Free the list with
 * tp_scenario_list_free. */
struct tp_scenario_entry *tp_scenario_list(const char *mods, const char *language, int *count);

/* One of them, with these mods; to be freed with tp_scenario_entry_free, which the list does too.
 */
struct tp_scenario_entry tp_scenario_describe(const char *path, const char *mods,
                                              const char *language);
void tp_scenario_entry_free(struct tp_scenario_entry *entry);
void tp_scenario_list_free(struct tp_scenario_entry *list, int count);

#endif
