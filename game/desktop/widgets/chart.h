/*
 * Small charts: a line of past values, a fan of possible ones. They draw and nothing else; values
 * are mapped from `low` .. `high` to the height of the rectangle.
 */
#ifndef TP_DESKTOP_WIDGETS_CHART_H
#define TP_DESKTOP_WIDGETS_CHART_H

#include "desktop/app.h"

struct tp_scale {
  double low, high; /* at the bottom and the top */
};

/* A scale that holds the values `a` to `b` with some air, at least `least` wide, within 0 .. most.
 */
struct tp_scale tp_chart_scale(double a, double b, double least, double most);

/* Values of a variable over the last turns up to `turn`, at most `most` of them, as a thin line
 * with a dot at its end. */
void tp_chart_spark(struct tp_app *app, struct tp_rect rect, int slot, int turn, int most,
                    struct tp_colour colour);

/* A variable over the whole game so far, with the turn that ended at `turn` marked. */
void tp_chart_track(struct tp_app *app, struct tp_rect rect, int slot, int turn);

/* The figures of a range at the right edge of a chart, the lower one lifted by so much. */
void tp_chart_range(struct tp_app *app, struct tp_rect rect, struct tp_scale scale, float lift);

/* The past, now, and a fan of futures with and without an order. */
void tp_chart_fan(struct tp_app *app, struct tp_rect rect, const struct tp_forecast *forecast,
                  const struct tp_forecast_line *line);

#endif
