/* What mods set against each other: the same value, differently. The one that lies above counts. A
 * mod that builds on another may change what that one does.
 */
#ifndef TP_DATA_LAYERS_CONFLICTS_H
#define TP_DATA_LAYERS_CONFLICTS_H

#include "data/layers/mods.h"
#include "data/layers/patch.h"

struct tp_document;

/* Whose a value is, and where it stands. */
struct tp_conflict_side {
  char mod[TP_ID_MAX + 1];
  char *path, *value; /* its file; the value as JSON, cut short */
  int line, column;
};

struct tp_conflict {
  char *pointer;
  struct tp_conflict_side counts, lost;
  const char *section; /* of the scenario, and the entry there, for who looks at mods */
  struct tp_patch_entry entry;
};

/* Empty when zeroed. */
struct tp_conflicts {
  struct tp_conflict *list;
  int count, room;
  struct tp_arena *arena; /* of their names; NULL: they have none */
};

/* Warns of a document's; returns how many there are. */
int tp_conflicts_warn(const struct tp_document *document, struct tp_problems *problems);

/* Those of the mods that are on, in all scenarios there are, each once, with names in that
 * language. */
void tp_conflicts_find(const struct tp_mods_on *on, const char *language,
                       struct tp_conflicts *conflicts);
void tp_conflicts_free(struct tp_conflicts *conflicts);

#endif
