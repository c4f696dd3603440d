/* All that two games may differ in, by name: variables, programmes, events, decisions that wait,
 * the crisis, the end. Each is a number. The games may be of different scenarios; then only what
 * both have is compared. */
#ifndef TP_LAB_GAMES_FIELDS_H
#define TP_LAB_GAMES_FIELDS_H

#include "core/world.h"

struct tp_field_difference {
  char name[160];  /* an address, "action:ID.left", "event:ID.fired", "crisis.challenger", ... */
  double value[2]; /* on each side */
  int slot[2];     /* of a variable; -1 of anything else */
};

/* Lists what differs, in the order of the scenario. Free the list with free(); NULL without any. */
struct tp_field_difference *tp_fields_differ(const struct tp_rules *const r[2],
                                             const struct tp_world *const w[2], int *count);

#endif
