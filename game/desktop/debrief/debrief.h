/*
 * Looking back at a game, over or not: how it came out and why (ending.c), its course with the
 * decisions that turned it (course.c), how the claims and the regimes went (stories.c), and what
 * another choice would have changed (whatif.c). Each page fills a rectangle. Their charts share
 * what is in charts.c.
 */
#ifndef TP_DESKTOP_DEBRIEF_DEBRIEF_H
#define TP_DESKTOP_DEBRIEF_DEBRIEF_H

#include "desktop/app.h"
#include "desktop/widgets/plot.h"

void tp_debrief_course(struct tp_app *app, struct tp_rect page);
void tp_debrief_stories(struct tp_app *app, struct tp_rect page);
void tp_debrief_what_if(struct tp_app *app, struct tp_rect page);

/* Opens the page of what-ifs at a turn (history index). */
void tp_debrief_ask_about(struct tp_app *app, int turn);

/* The quarter that a turn (history index) was played in; of the start, the first. */
void tp_debrief_date(const struct tp_app *app, int turn, char *text, size_t size);

/* A figure at the right of a line, bold, in the colour of a change, with a triangle up or down
 * before it (`way` 1 or -1, 0: none). `good`: 1, -1, or 0 for neither. */
void tp_debrief_change(struct tp_app *app, struct tp_rect line, const char *figure, int way,
                       int good);

/* A value's line: its name, its whole past, what it was at the start and is now; explains itself.
 * Returns the height used. */
float tp_debrief_line(struct tp_app *app, struct tp_rect rect, int slot, const char *name);

/* --- charts --- */

enum { TP_COURSE_POINTS = 8 };

/* The turning points, as far as they are known by now. */
struct tp_course {
  struct tp_turning_point points[TP_COURSE_POINTS];
  int count, turns;
};
struct tp_course tp_debrief_known(struct tp_app *app);

/* The decisions that mattered most, as a list that scrolls. */
void tp_debrief_points(struct tp_app *app, struct tp_rect rect, const struct tp_course *course);

/* 1: it helped, -1: it did not. */
int tp_debrief_sign(const struct tp_turning_point *point);

struct tp_curve {
  int slot;
  const char *title;
  double goal; /* NaN: none */
  struct tp_colour colour;
};

/* A value's chart, with its title in `line`; a gauge's, with its title at the top of `rect`. */
void tp_debrief_value(struct tp_app *app, struct tp_rect line, struct tp_rect rect,
                      const struct tp_course *course, const struct tp_curve *curve);
void tp_debrief_gauge(struct tp_app *app, struct tp_rect rect, const struct tp_course *course,
                      int index);

/* All gauges from start to end, two by two, with what the signs in them mean. */
void tp_debrief_gauges(struct tp_app *app, struct tp_rect place, const struct tp_course *course);

/* Parts of a chart: its title with a figure to the right, what marked the turns, that it picks one.
 */
void tp_debrief_title(struct tp_app *app, struct tp_rect line, const char *title,
                      const char *figure);
void tp_debrief_turns(struct tp_app *app, const struct tp_plot *plot,
                      const struct tp_course *course);
void tp_debrief_pick(struct tp_app *app, uint32_t id, const struct tp_plot *plot,
                     const struct tp_course *course, const char *words);

/* The dates at the ends of a column of charts; what the signs in them mean. */
void tp_debrief_axis(struct tp_app *app, struct tp_rect line);
void tp_debrief_key(struct tp_app *app, struct tp_rect line);

#endif
