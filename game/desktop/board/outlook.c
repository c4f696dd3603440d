#include "desktop/board/outlook.h"

#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float line_height = 16.0F, bar_line = 12.0F, bar_height = 6.0F, gap = 16.0F;
static const float mark_width = 2.0F, mark_over = 3.0F;

enum { rollouts = 100, horizon = 8, low_quantile = 1, middle = 3, poll_ms = 40 };
static const double least_range = 8.0;

/* --- asking --- */

static int turns_ahead(const struct tp_app *app) {
  return tp_forecast_ahead(tp_app_rules(app), tp_session_world(app->session), horizon);
}

static void keep(struct tp_outlook *outlook, const struct tp_forecast *forecast) {
  outlook->ready = true;
  memcpy(outlook->crisis, forecast->crisis[1], sizeof outlook->crisis);
  for (int i = 0; i < forecast->line_count && i < TP_GAUGES; i++) {
    const double *levels = forecast->lines[i].with[forecast->horizon];
    outlook->slot[i] = forecast->lines[i].slot;
    outlook->low[i] = levels[low_quantile];
    outlook->middle[i] = levels[middle];
    outlook->high[i] = levels[TP_FORECAST_QUANTILES - 1 - low_quantile];
    outlook->gain[i] = forecast->lines[i].gain;
  }
}

void tp_outlook_ask(struct tp_app *app, int matter, int index, struct tp_order order) {
  struct tp_forecast forecast;
  int key = tp_board_orders_key(app);
  if (app->board.outlook_matter != matter || app->board.outlook_key != key)
    memset(app->board.outlooks, 0, sizeof app->board.outlooks);
  app->board.outlook_matter = matter;
  app->board.outlook_key = key;
  struct tp_outlook *outlook = &app->board.outlooks[index];
  if (outlook->ready)
    return;
  if (!outlook->ticket)
    outlook->ticket = tp_session_forecast_order(app->session, order, rollouts, horizon);
  if (!outlook->ticket)
    return;
  enum tp_forecast_state state = tp_board_forecast(app, outlook->ticket, &forecast);
  if (state == TP_FORECAST_DONE)
    keep(outlook, &forecast);
  else if (state == TP_FORECAST_UNKNOWN || state == TP_FORECAST_CANCELLED)
    outlook->ticket = 0;
  /* What is known now changes the scale of what is drawn already. */
  double wait = outlook->ready ? 0.0 : (double)poll_ms / 1000.0;
  tp_ui_wake_at(&app->ui, app->ui.input.seconds + wait);
}

/* --- drawing --- */

/* All choices are drawn to the same scale, so that they can be compared. */
static void scale_of(const struct tp_app *app, int gauge, double now, double *low, double *high) {
  *low = *high = now;
  for (int i = 0; i < TP_OPTIONS_MAX; i++) {
    const struct tp_outlook *one = &app->board.outlooks[i];
    if (!one->ready)
      continue;
    *low = fmin(*low, one->low[gauge]);
    *high = fmax(*high, one->high[gauge]);
  }
  double lack = fmax(least_range - (*high - *low), 0.0);
  *low -= lack * 0.5;
  *high += lack * 0.5;
}

static void draw_bar(struct tp_app *app, struct tp_rect bar, const struct tp_outlook *outlook,
                     int gauge) {
  double low, high, now = tp_session_world(app->session)->v[outlook->slot[gauge]];
  scale_of(app, gauge, now, &low, &high);
  float per_point = bar.w / (float)(high - low), wide = tp_px(app, mark_width);
  float from = bar.x + (float)(outlook->low[gauge] - low) * per_point;
  float to = bar.x + (float)(outlook->high[gauge] - low) * per_point;
  float at = bar.x + (float)(outlook->middle[gauge] - low) * per_point;
  float mark = bar.x + (float)(now - low) * per_point, over = tp_px(app, mark_over);
  tp_draw_rect(app->draw, bar, tp_ink(app, TP_COLOUR_TRACK));
  tp_draw_rect(app->draw, (struct tp_rect){from, bar.y, fmaxf(to - from, wide), bar.h},
               tp_ink(app, TP_COLOUR_EUROPE));
  tp_draw_rect(app->draw, (struct tp_rect){at - wide * 0.5F, bar.y, wide, bar.h},
               tp_ink(app, TP_COLOUR_INK));
  tp_draw_vrule(app->draw, mark, bar.y - over, bar.h + 2.0F * over, (int)tp_px(app, 1.0F),
                tp_ink(app, TP_COLOUR_MUTED));
}

/* Its name; the middle and the range, and what the choice changes; the bar. */
static void draw_gauge(struct tp_app *app, struct tp_rect column, const struct tp_outlook *outlook,
                       int index, const struct tp_gauge *gauge) {
  struct tp_type strong = tp_face(app, TP_TYPE_NOTE_STRONG);
  char range[2 * TP_FIGURE_MAX], gain[16];
  tp_ui_label(&app->ui, tp_rect_cut_top(&column, tp_px(app, line_height)), TP_TYPE_NOTE,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, gauge->title);
  if (!outlook->ready)
    return;
  struct tp_rect figures = tp_rect_cut_top(&column, tp_px(app, line_height));
  tp_ui_signed(outlook->gain[index], gain, sizeof gain);
  tp_text_number_in(app->fonts, strong,
                    tp_ink(app, tp_ui_change_colour(outlook->gain[index], !gauge->rising)), figures,
                    TP_ALIGN_RIGHT, gain);
  float wide = tp_text_number_in(app->fonts, strong, tp_ink(app, TP_COLOUR_INK), figures,
                                 TP_ALIGN_LEFT, TP_WHOLE(outlook->middle[index]));
  tp_rect_cut_left(&figures, wide + tp_px(app, 6.0F));
  TP_PRINT(range, sizeof range, TP_WORD_RANGE, TP_WHOLE(outlook->low[index]),
           TP_WHOLE(outlook->high[index]));
  tp_text_number_in(app->fonts, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED), figures,
                    TP_ALIGN_LEFT, range);
  struct tp_rect bar = tp_rect_cut_top(&column, tp_px(app, bar_line));
  bar.y += floorf((bar.h - tp_px(app, bar_height)) * 0.5F);
  bar.h = tp_px(app, bar_height);
  draw_bar(app, bar, outlook, index);
}

float tp_outlook_draw(struct tp_app *app, struct tp_rect rect, int index, bool draw) {
  float height = tp_px(app, 2.0F * line_height + bar_line), between = tp_px(app, gap);
  int count = 0, drawn = 0;
  struct tp_gauge gauges[TP_GAUGES];
  for (int i = 0; i < TP_GAUGES; i++) {
    tp_session_gauge(app->session, (enum tp_gauge_id)i, &gauges[i]);
    count += gauges[i].slot != TP_NONE;
  }
  if (!count)
    return 0.0F;
  float w = floorf((rect.w - between * (float)(count - 1)) / (float)count);
  for (int i = 0; draw && i < TP_GAUGES; i++) {
    if (gauges[i].slot == TP_NONE)
      continue;
    struct tp_rect column = {rect.x + (float)drawn * (w + between), rect.y, w, height};
    draw_gauge(app, column, &app->board.outlooks[index], drawn++, &gauges[i]);
  }
  return height;
}

float tp_outlook_note(struct tp_app *app, struct tp_rect rect, bool draw) {
  char words[300], date[40];
  tp_wording_date(tp_app_rules(app), tp_session_turn(app->session) + turns_ahead(app), date,
                  sizeof date);
  TP_PRINT(words, sizeof words, TP_WORD_OUTLOOK_NOTE, date);
  return tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED),
                           rect.x, rect.y, rect.w, 0, draw, words);
}
