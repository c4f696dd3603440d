/*
 * Looking back at a game, over or not: how it came out and why (ending.c), its course with the
 * decisions that turned it (debrief_course.c), how the claims and the regimes went
 * (debrief_stories.c), and what another choice would have changed (debrief_whatif.c). Each page
 * fills a rectangle.
 */
#ifndef TP_DESKTOP_DEBRIEF_DEBRIEF_H
#define TP_DESKTOP_DEBRIEF_DEBRIEF_H

#include "desktop/app.h"

void tp_debrief_course(struct tp_app *app, struct tp_rect page);
void tp_debrief_stories(struct tp_app *app, struct tp_rect page);
void tp_debrief_what_if(struct tp_app *app, struct tp_rect page);

/* Opens the page of what-ifs at a turn (history index). */
void tp_debrief_ask_about(struct tp_app *app, int turn);

/* A figure at the right of a line, bold, in the colour of a change, with a triangle up or down
 * before it (`way` 1 or -1, 0: none). `good`: 1, -1, or 0 for neither. */
void tp_debrief_change(struct tp_app *app, struct tp_rect line, const char *figure, int way,
                       int good);

/* A value's line: its name, its whole past, what it was at the start and is now; explains itself.
 * Returns the height used. */
float tp_debrief_line(struct tp_app *app, struct tp_rect rect, int slot, const char *name);

#endif
