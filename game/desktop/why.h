/*
 * Why a variable moved: its ledger rows of one turn, gathered for reading. Rows of the same cause
 * are one line, the smallest lines become one. Figures are rounded to hundredths so that those
 * shown add up to the change shown.
 */
#ifndef TP_DESKTOP_WHY_H
#define TP_DESKTOP_WHY_H

#include "desktop/app.h"

enum { TP_WHY_LINES = 7, TP_WHY_ROWS = 64 };

struct tp_why_line {
  char words[TP_WORDING_MAX];
  double delta;
};

struct tp_why_table {
  struct tp_why_line lines[TP_WHY_LINES];
  int count;
  double sum; /* of all rows: the variable's change */
};

/* Gathers the rows of `slot` in the turn that ended at `turn`. */
void tp_why_gather(const struct tp_session *session, int slot, int turn,
                   struct tp_why_table *table);

/* Draws the lines and their sum from the top of `rect`; returns the height. With `draw` false it
 * only measures. */
float tp_why_draw(struct tp_app *app, struct tp_rect rect, int slot,
                  const struct tp_why_table *table, bool draw);

#endif
