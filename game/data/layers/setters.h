/* Where a value of a scenario comes from: every file that sets it, mods' patches included.
 */
#ifndef TP_DATA_LAYERS_SETTERS_H
#define TP_DATA_LAYERS_SETTERS_H

#include "data/json/problems.h"

/* A file that sets the value, or something within it. Texts are JSON. */
struct tp_setter {
  const char *file;
  int line, column;  /* where it says so */
  const char *layer; /* id of the scenario, library or mod */
  int is_mod;        /* 1: a mod's patch */
  const char *wrote; /* what stands there: "null" where it, or what is around it, is removed */
  const char *value; /* what the value is from there on; NULL: there is none */
};

struct tp_setters {
  struct tp_setter *list; /* from the first file that sets it to the last, which counts */
  int count;
  struct tp_arena *arena;
};

/* Finds who sets the value that `pointer` (RFC 6901) names in the scenario `name` (see
 * tp_scenario_load): 1, or 0 with the reasons. Faults of the scenario elsewhere do not matter.
 * Free the setters after a 1. */
int tp_setters_find(const char *name, const char *pointer, struct tp_setters *setters,
                    struct tp_problems *problems);
void tp_setters_free(struct tp_setters *setters);

#endif
