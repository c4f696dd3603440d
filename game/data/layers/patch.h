/* What a mod's patch is about, for who looks at mods: which sections of a scenario it touches, and
 * which entries there, by their titles where the patch gives them.
 */
#ifndef TP_DATA_LAYERS_PATCH_H
#define TP_DATA_LAYERS_PATCH_H

#include "data/layers/mods.h"

enum { TP_PATCH_NAMED = 8 }; /* entries of a section that are named */

struct tp_patch_entry {
  const char *id, *title; /* the title is "" where there is none */
  const char *ends[2];    /* of what is between two actors their names, else "" */
  int removed;
};

struct tp_patch_part {
  const char *section;                           /* as "actions" */
  struct tp_patch_entry entries[TP_PATCH_NAMED]; /* the first; none for a single value */
  int count, more;                               /* more: those that are not named */
};

struct tp_patch {
  const char *title;           /* of the scenario it lies over, or "" */
  struct tp_patch_part *parts; /* in the order of the file */
  int count;
  struct tp_arena *arena;
};

/* Reads the patch of this index; empty when it cannot be read, which is a fault of the scenario
 * that it lies over. Free it in any case. */
void tp_patch_read(const struct tp_mod *mod, int index, const char *language,
                   struct tp_patch *patch);
void tp_patch_free(struct tp_patch *patch);

/* What a pointer into a scenario leads to: the entry, or what is around it, of a section. The
 * entry's id is "" where it leads to the section. */
struct tp_document;
void tp_patch_place(struct tp_arena *arena, const struct tp_document *document,
                    const char *language, const char *pointer, const char **section,
                    struct tp_patch_entry *entry);

#endif
