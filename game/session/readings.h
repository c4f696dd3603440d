/* What reads a coefficient: found by moving it and comparing the equations that are written and
 * what a turn makes of them, so that nobody has to keep a list.
 */
#ifndef TP_SESSION_READINGS_H
#define TP_SESSION_READINGS_H

#include "data/scenario.h"

enum tp_reading_kind {
  TP_READ_RATE, /* how fast the variable moves */
  TP_READ_TERM, /* the weight of a term in its equation */
  TP_READ_STEP  /* what a turn does to it besides */
};

struct tp_reading {
  enum tp_reading_kind kind;
  int slot;  /* the variable that is moved */
  int cause; /* enum tp_cause; TP_NONE with TP_READ_RATE, and where a formula as a whole reads it */
  int a, b;  /* the variables of the term; or TP_NONE */
};

/* Calls `told` for each reading of coefficient `index`: in equations; where there are none, in
 * formulas; else in one kind of step. Steps that an ordinary turn does not have (a crisis, a vote)
 * are not found. */
void tp_readings_each(const struct tp_scenario *scenario, int index,
                      void (*told)(void *context, const struct tp_reading *reading), void *context);

#endif
