#include "desktop/widgets/plot.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float figures_width = 28.0F, mark_size = 4.0F;

struct tp_plot tp_plot_begin(struct tp_app *app, struct tp_rect rect, struct tp_scale scale,
                             int first, int last) {
  struct tp_plot plot = {rect, scale, first, last};
  tp_chart_range(app, rect, scale, 0.0F);
  tp_rect_cut_right(&plot.rect, tp_px(app, figures_width));
  tp_draw_hrule(app->draw, rect.x, rect.y + rect.h, plot.rect.w, (int)tp_px(app, 1.0F),
                tp_ink(app, TP_COLOUR_RULE));
  return plot;
}

struct tp_point tp_plot_point(const struct tp_plot *plot, int turn, double value) {
  float turns = plot->last > plot->first ? (float)(plot->last - plot->first) : 1.0F;
  double range = fmax(plot->scale.high - plot->scale.low, 1e-9);
  double up = fmin(fmax((value - plot->scale.low) / range, 0.0), 1.0);
  return (struct tp_point){plot->rect.x + plot->rect.w * (float)(turn - plot->first) / turns,
                           plot->rect.y + plot->rect.h * (float)(1.0 - up)};
}

static int last_drawn(int first, int last) {
  return last - first < TP_PLOT_TURNS ? last : first + TP_PLOT_TURNS - 1;
}

void tp_plot_line(struct tp_app *app, const struct tp_plot *plot, const double *values, int first,
                  int last, float width, enum tp_line_style style, struct tp_colour colour) {
  struct tp_point points[TP_PLOT_TURNS];
  size_t count = 0;
  for (int turn = first; turn <= last_drawn(first, last); turn++)
    points[count++] = tp_plot_point(plot, turn, values[turn - first]);
  if (count > 1)
    tp_draw_line(app->draw, points, count, tp_px(app, 1.0F) * width, style, colour);
}

void tp_plot_band(struct tp_app *app, const struct tp_plot *plot, const double *low,
                  const double *high, int first, int last, struct tp_colour colour) {
  struct tp_point points[2 * TP_PLOT_TURNS];
  size_t count = 0;
  last = last_drawn(first, last);
  for (int turn = first; turn <= last; turn++)
    points[count++] = tp_plot_point(plot, turn, low[turn - first]);
  for (int turn = last; turn >= first; turn--)
    points[count++] = tp_plot_point(plot, turn, high[turn - first]);
  if (last > first)
    tp_draw_polygon(app->draw, points, count, colour);
}

void tp_plot_upright(struct tp_app *app, const struct tp_plot *plot, int turn,
                     enum tp_line_style style, struct tp_colour colour) {
  float x = roundf(tp_plot_point(plot, turn, plot->scale.low).x);
  const struct tp_point line[2] = {{x, plot->rect.y}, {x, plot->rect.y + plot->rect.h}};
  tp_draw_line(app->draw, line, 2, tp_px(app, 1.0F), style, colour);
}

void tp_plot_level(struct tp_app *app, const struct tp_plot *plot, double value) {
  float y = tp_plot_point(plot, plot->first, value).y;
  const struct tp_point line[2] = {{plot->rect.x, y}, {plot->rect.x + plot->rect.w, y}};
  tp_draw_line(app->draw, line, 2, tp_px(app, 1.0F), TP_LINE_DASHED, tp_ink(app, TP_COLOUR_MUTED));
}

void tp_plot_dot(struct tp_app *app, const struct tp_plot *plot, int turn, double value,
                 struct tp_colour colour) {
  struct tp_point at = tp_plot_point(plot, turn, value);
  tp_draw_circle(app->draw, at.x, at.y, tp_px(app, 3.0F), colour);
}

void tp_plot_mark(struct tp_app *app, float x, float y, bool up, enum tp_colour_role role) {
  float size = tp_px(app, mark_size), high = up ? -size : size;
  const struct tp_point corners[3] = {
      {x - size, y - high * 0.5F}, {x + size, y - high * 0.5F}, {x, y + high}};
  tp_draw_polygon(app->draw, corners, 3, tp_ink(app, role));
}

int tp_plot_turn_at(const struct tp_plot *plot, float x) {
  float share = plot->rect.w > 0.0F ? (x - plot->rect.x) / plot->rect.w : 0.0F;
  int turn = plot->first + (int)lroundf(share * (float)(plot->last - plot->first));
  return turn < plot->first ? plot->first : turn > plot->last ? plot->last : turn;
}
