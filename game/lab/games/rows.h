/* What a row of the ledger refers to, by name. */
#ifndef TP_LAB_GAMES_ROWS_H
#define TP_LAB_GAMES_ROWS_H

#include "core/ledger.h"
#include "core/world.h"
#include "data/json/out.h"

/* 1 when the two are the same to the last bit. */
int tp_same_bits(double a, double b);

/* The id of the action, event, option, influence, claim or actor that `row->which` is, or NULL. */
const char *tp_row_by(const struct tp_rules *r, const struct tp_row *row);

/* The fixed name of a cause: "from-crisis". */
struct tp_cause_name {
  char text[32];
};
struct tp_cause_name tp_cause_name(enum tp_cause cause);

/* "rows": what moved a variable in the turn that led to `w`, in order. Fields: see explain.c. */
void tp_rows_json(struct tp_json_out *report, const struct tp_rules *r, const struct tp_world *w,
                  const struct tp_ledger *ledger, int slot);

#endif
