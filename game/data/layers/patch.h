/* What a mod's patch is about, for who looks at mods: which sections of a scenario it touches, and
 * which entries there, by their titles where the patch gives them.
 */
#ifndef TP_DATA_LAYERS_PATCH_H
#define TP_DATA_LAYERS_PATCH_H

#include "data/layers/mods.h"

struct tp_patch_part {
  const char *section; /* as "actions" */
  const char *names;   /* of the first entries, as "a, b", or "" for a single value */
  int more;            /* entries that are not named */
};

struct tp_patch {
  struct tp_patch_part *parts; /* in the order of the file */
  int count;
  struct tp_arena *arena;
};

/* Reads the patch of this index; empty when it cannot be read, which is a fault of the scenario
 * that it lies over. Free it in any case. */
void tp_patch_read(const struct tp_mod *mod, int index, const char *language,
                   struct tp_patch *patch);
void tp_patch_free(struct tp_patch *patch);

#endif
