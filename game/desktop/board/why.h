/* Why a variable moved, as it is drawn: what session/explained.h gathers. */
#ifndef TP_DESKTOP_BOARD_WHY_H
#define TP_DESKTOP_BOARD_WHY_H

#include "desktop/app.h"
#include "session/explained.h"

/* One line: what and how to the left, where there is room a bar as long as its share of `longest`,
 * the figure. Returns
 * its height; with `draw` false it only measures. `lower`: 1 when less is better, 0 when more is,
 * -1 when neither. */
float tp_why_line_draw(struct tp_app *app, struct tp_rect rect, const struct tp_why_line *line,
                       long longest, int lower, bool draw);

enum tp_why_use {
  TP_WHY_MEASURE, /* nothing is drawn */
  TP_WHY_READ,
  TP_WHY_ASK /* lines lead on when clicked: to the explanation of the variable they come from, or to
                a page of the encyclopaedia */
};

/* The lines and their sum from the top of `rect`; returns the height. */
float tp_why_draw(struct tp_app *app, struct tp_rect rect, int slot, int turn,
                  const struct tp_why_table *table, enum tp_why_use use);

/* Is less of it better for the player? Only what is plain is judged; -1: neither. */
int tp_why_lower_is_better(const struct tp_app *app, int slot);

#endif
