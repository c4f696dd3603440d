/* What happened in a turn, in words. */
#ifndef TP_LAB_GAMES_FACTS_H
#define TP_LAB_GAMES_FACTS_H

#include "core/log.h"
#include "core/rules.h"

struct tp_fact_text {
  char text[240];
};

/* One line; "" for facts that only count (a single member's vote). */
struct tp_fact_text tp_fact_describe(const struct tp_rules *r, const struct tp_fact *fact);

#endif
