/*
 * Curves over the turns of a game, for the screens that look back: every chart is a rectangle, the
 * turns across it and the values up it. Figures of its range stand to its right.
 */
#ifndef TP_DESKTOP_WIDGETS_PLOT_H
#define TP_DESKTOP_WIDGETS_PLOT_H

#include "desktop/app.h"
#include "desktop/widgets/chart.h"

enum { TP_PLOT_TURNS = 401 }; /* more than a game has; what is past them is not drawn */

struct tp_plot {
  struct tp_rect rect; /* of the curves */
  struct tp_scale scale;
  int first, last; /* turns at its left and right edge */
};

/* Draws the ground line and the figures of the range, and takes room for them off `rect`. */
struct tp_plot tp_plot_begin(struct tp_app *app, struct tp_rect rect, struct tp_scale scale,
                             int first, int last);

struct tp_point tp_plot_point(const struct tp_plot *plot, int turn, double value);

/* A curve, and the ground between two of them, from `first` to `last`; values[0] is at `first`. */
void tp_plot_line(struct tp_app *app, const struct tp_plot *plot, const double *values, int first,
                  int last, float width, enum tp_line_style style, struct tp_colour colour);
void tp_plot_band(struct tp_app *app, const struct tp_plot *plot, const double *low,
                  const double *high, int first, int last, struct tp_colour colour);

/* A line up the whole chart at a turn, and one across it at a value. */
void tp_plot_upright(struct tp_app *app, const struct tp_plot *plot, int turn,
                     enum tp_line_style style, struct tp_colour colour);
void tp_plot_level(struct tp_app *app, const struct tp_plot *plot, double value);

/* A point on a curve. */
void tp_plot_dot(struct tp_app *app, const struct tp_plot *plot, int turn, double value,
                 struct tp_colour colour);

/* A triangle, up or down. */
void tp_plot_mark(struct tp_app *app, float x, float y, bool up, enum tp_colour_role role);

/* The turn nearest to a place across the chart. */
int tp_plot_turn_at(const struct tp_plot *plot, float x);

#endif
