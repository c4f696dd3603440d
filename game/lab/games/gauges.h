/* The variables a person looks at first: the union's dials, each power, the world and the pairs of
 * powers. Derived from the roles and kinds of the scenario, so it suits any. */
#ifndef TP_LAB_GAMES_GAUGES_H
#define TP_LAB_GAMES_GAUGES_H

#include "core/rules.h"

enum { TP_GAUGES_MAX = 48 };

struct tp_gauges {
  int16_t slot[TP_GAUGES_MAX];
  int count;
};

struct tp_gauges tp_gauges_of(const struct tp_rules *r);

#endif
