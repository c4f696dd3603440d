/*
 * Where the gauges may be some turns after each of several choices: of a decision, or in a crisis.
 * For every choice games are imagined with the same dice, by the forecaster's thread.
 */
#ifndef TP_DESKTOP_BOARD_OUTLOOK_H
#define TP_DESKTOP_BOARD_OUTLOOK_H

#include "desktop/app.h"

/* What is known by now of choice `index`, which gives `order` on top of the orders of this turn;
 * asks when it was not asked yet. `matter` tells one set of choices from another. */
void tp_outlook_ask(struct tp_app *app, int matter, int index, struct tp_order order);

/* A column for each gauge: its name, figures, a bar of its range with the present value marked.
 * Returns the height, which is always the same; with `draw` false it only measures. */
float tp_outlook_draw(struct tp_app *app, struct tp_rect rect, int index, bool draw);

/* What the bars mean, a paragraph; returns its height. */
float tp_outlook_note(struct tp_app *app, struct tp_rect rect, bool draw);

#endif
