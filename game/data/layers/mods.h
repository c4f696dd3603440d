/* Mods: folders that change scenarios without touching their files.
 *
 *   mods/NAME/mod.json            what it is: id, title, version, what it needs (format/format.h)
 *   mods/NAME/patches/ID.json     a merge patch over the scenario or library ID
 *   mods/NAME/scenarios/ID.json   a scenario of its own
 *
 * They are looked for in mods/ and scenarios/mods/ of every folder where data is
 * (tp_folders_roots). What a mod holds is known by its names alone, so nothing in it can point
 * outside; links and devices are refused. A mod with faults is listed with them and cannot be
 * switched on.
 *
 * Order: what is needed before what needs it, by the depth of needs; then by "order"; then by id.
 * Of two values the later mod's counts. Patches of a library lie over it and under what extends it,
 * as if its file had been changed.
 */
#ifndef TP_DATA_LAYERS_MODS_H
#define TP_DATA_LAYERS_MODS_H

#include "data/files.h"
#include "data/format/format.h"
#include "data/json/problems.h"

#include <stdint.h>

enum {
  TP_MODS_MAX = 200,                                /* found */
  TP_MODS_ON_MAX = 32,                              /* at once, those that are needed counted */
  TP_MOD_NEEDS_MAX = 16,                            /* of one mod */
  TP_MOD_FILES_MAX = 64,                            /* patches of one mod; scenarios of one mod */
  TP_MOD_FILE_MAX = 64 << 10,                       /* bytes of a mod.json */
  TP_MOD_IDS_MAX = TP_MODS_ON_MAX * (TP_ID_MAX + 1) /* bytes of "a+b+c" with its end */
};

struct tp_mod_need {
  const char *id, *version; /* the least version that will do, or "" */
};

struct tp_mod {
  const char *id;                              /* or the folder's name, where it has none */
  const char *title, *version, *author, *text; /* or "" */
  const char *folder;
  double order;
  const struct tp_mod_need *needs;
  const char *const *patches, *const *scenarios; /* ids, sorted */
  int need_count, patch_count, scenario_count;
  uint64_t hash; /* of all its files */
  int depth;     /* of its needs: 0 needs none; known once it was chosen */
  struct tp_problems problems;
  struct tp_source *source; /* its mod.json, for places */
};

struct tp_mods {
  struct tp_mod *list; /* by id, the sound one of an id first */
  int count;
  int omitted; /* folders past TP_MODS_MAX */
  struct tp_arena *arena;
};

/* All mods, titles in `language` (NULL: English). Free them with tp_mods_free. */
struct tp_mods *tp_mods_find(const char *language);
void tp_mods_free(struct tp_mods *mods); /* NULL is allowed */

/* The same with the mod in `folder`, wherever that is, before all others. */
struct tp_mods *tp_mods_find_with(const char *folder, const char *language);

/* The mod of this id: the sound one, if there is one; else one that is not, or NULL. */
struct tp_mod *tp_mods_any(const struct tp_mods *mods, const char *id);

/* Where the mod of this id is, of all there are; 0 when there is none. */
int tp_mods_folder(const char *id, char folder[TP_PATH_MAX]);

/* The path of the file that a mod has for a scenario, in its folder "patches" or "scenarios"; 0
 * when it is too long. */
int tp_mods_file(const struct tp_mod *mod, const char *folder, const char *id,
                 char path[TP_PATH_MAX]);

/* Those that are switched on, in order. */
struct tp_mods_on {
  const struct tp_mod *mod[TP_MODS_ON_MAX];
  int count;
};

/* Chooses mods by their ids, separated by "+" or ",", and what they need: 1, or 0 with all that is
 * wrong in `problems`; warnings of the chosen are added too. */
int tp_mods_choose(struct tp_mods *mods, const char *ids, struct tp_mods_on *on,
                   struct tp_problems *problems);

/* The same, but what cannot be switched on is left out: `problems` says why. */
void tp_mods_choose_usable(struct tp_mods *mods, const char *ids, struct tp_mods_on *on,
                           struct tp_problems *problems);

/* The ids of those that are on, as "a+b+c". */
void tp_mods_ids(const struct tp_mods_on *on, char ids[TP_MOD_IDS_MAX]);

/* Copies the first of the ids ("a+b" or "a,b") and returns what follows it; NULL at the end. What
 * is too long to be one is cut, to be known by no mod. */
const char *tp_mods_next_id(const char *ids, char id[TP_ID_MAX + 20]);

/* Does `mod` build on `other`, directly or by what it needs? */
int tp_mods_builds_on(const struct tp_mods_on *on, const struct tp_mod *mod,
                      const struct tp_mod *other);

/* What has become of a mod that a saved game was begun with, by the hash of its files then. */
enum tp_mod_fate { TP_MOD_SAME, TP_MOD_CHANGED, TP_MOD_BROKEN, TP_MOD_GONE };
enum tp_mod_fate tp_mods_fate(const struct tp_mods *mods, const char *id, const char *hash);

/* 1 when what is there is older than what is needed; a version that is none is told elsewhere. */
int tp_mods_is_too_old(const struct tp_mod *mod, const struct tp_mod_need *need);

/* -1, 0 or 1: is the version `a` ("1.10.2") less than, equal to or more than `b`? Both must be
 * tp_format_is_version. */
int tp_mods_compare_versions(const char *a, const char *b);

#endif
