#include "desktop/widgets/chart.h"

#include <math.h>

static const float ends_width = 26.0F, names_height = 8.0F; /* in pixels at scale 1 */

enum { past_turns = 6, points_most = 128, least_quantile = 0, low_quantile = 1, middle = 3 };
static const float past_share = 0.24F, now_width = 1.0F, line_width = 1.6F;

struct tp_scale tp_chart_scale(double a, double b, double least, double most) {
  double low = fmin(a, b), high = fmax(a, b), lack = fmax(least - (high - low), 0.0);
  double air = (high - low + lack) * 0.08;
  struct tp_scale scale = {low - lack * 0.5 - air, high + lack * 0.5 + air};
  if (scale.low < 0.0)
    scale = (struct tp_scale){0.0, fmin(scale.high - scale.low, most)};
  if (scale.high > most)
    scale = (struct tp_scale){fmax(scale.low - (scale.high - most), 0.0), most};
  return scale;
}

static float height_of(struct tp_rect rect, struct tp_scale scale, double value) {
  double range = fmax(scale.high - scale.low, 1e-9);
  return rect.y + rect.h * (float)(1.0 - (value - scale.low) / range);
}

/* The variable's values after turns `first` .. `last` as points across the rectangle. */
static int trace(const struct tp_app *app, struct tp_rect rect, struct tp_scale scale, int slot,
                 int first, int last, struct tp_point points[points_most]) {
  int count = last - first + 1;
  count = count > points_most ? points_most : count;
  for (int i = 0; i < count; i++) {
    int turn = first + (count > 1 ? (last - first) * i / (count - 1) : 0);
    float share = count > 1 ? (float)i / (float)(count - 1) : 1.0F;
    points[i].x = rect.x + rect.w * share;
    points[i].y = height_of(rect, scale, tp_session_value(app->session, slot, turn));
  }
  return count;
}

static struct tp_scale past_scale(const struct tp_app *app, int slot, int first, int last,
                                  double least) {
  double low = tp_session_value(app->session, slot, last), high = low;
  for (int turn = first; turn <= last; turn++) {
    double value = tp_session_value(app->session, slot, turn);
    low = fmin(low, value);
    high = fmax(high, value);
  }
  return tp_chart_scale(low, high, least, tp_app_rules(app)->high[slot]);
}

void tp_chart_spark(struct tp_app *app, struct tp_rect rect, int slot, int turn, int most,
                    struct tp_colour colour) {
  struct tp_point points[points_most];
  int first = turn - most + 1 > 0 ? turn - most + 1 : 0;
  struct tp_scale scale = past_scale(app, slot, first, turn, 6.0);
  int count = trace(app, rect, scale, slot, first, turn, points);
  if (count > 1)
    tp_draw_line(app->draw, points, (size_t)count, tp_px(app, 1.0F) * 1.2F, TP_LINE_SOLID, colour);
  tp_draw_circle(app->draw, points[count - 1].x, points[count - 1].y, tp_px(app, 1.0F) * 1.8F,
                 colour);
}

/* --- track --- */

void tp_chart_range(struct tp_app *app, struct tp_rect rect, struct tp_scale scale, float lift) {
  struct tp_type tiny = tp_face(app, TP_TYPE_TINY);
  struct tp_colour muted = tp_ink(app, TP_COLOUR_MUTED);
  float x = rect.x + rect.w;
  tp_text_number(app->fonts, tiny, muted, x, rect.y + tp_px(app, 8.0F), TP_ALIGN_RIGHT,
                 TP_WHOLE(scale.high));
  tp_text_number(app->fonts, tiny, muted, x, rect.y + rect.h - tp_px(app, lift), TP_ALIGN_RIGHT,
                 TP_WHOLE(scale.low));
}

void tp_chart_track(struct tp_app *app, struct tp_rect rect, int slot, int turn) {
  struct tp_point points[points_most];
  int last = tp_session_turn(app->session);
  struct tp_scale scale = past_scale(app, slot, 0, last, 6.0);
  struct tp_rect room = rect;
  tp_rect_cut_right(&room, tp_px(app, 28.0F));
  tp_chart_range(app, rect, scale, 2.0F);
  tp_draw_hrule(app->draw, rect.x, rect.y + rect.h, room.w, (int)tp_px(app, 1.0F),
                tp_ink(app, TP_COLOUR_RULE));
  int count = trace(app, room, scale, slot, 0, last, points);
  if (count > 1)
    tp_draw_line(app->draw, points, (size_t)count, tp_px(app, 1.0F) * line_width, TP_LINE_SOLID,
                 tp_ink(app, TP_COLOUR_MUTED));
  struct tp_point ends[2];
  for (int i = 0; i < 2; i++) {
    int at = turn - 1 + i < 0 ? 0 : turn - 1 + i;
    float share = last > 0 ? (float)at / (float)last : 1.0F;
    ends[i].x = room.x + room.w * share;
    ends[i].y = height_of(room, scale, tp_session_value(app->session, slot, at));
  }
  tp_draw_line(app->draw, ends, 2, tp_px(app, 3.0F), TP_LINE_SOLID, tp_ink(app, TP_COLOUR_INK));
  tp_draw_circle(app->draw, ends[1].x, ends[1].y, tp_px(app, 3.5F), tp_ink(app, TP_COLOUR_INK));
}

/* --- fan --- */

struct fan {
  struct tp_rect rect; /* of the future */
  struct tp_scale scale;
  int horizon;
};

static struct tp_point fan_point(const struct fan *fan, int turn, double value) {
  return (struct tp_point){fan->rect.x + fan->rect.w * (float)turn / (float)fan->horizon,
                           height_of(fan->rect, fan->scale, value)};
}

static void draw_band(struct tp_app *app, const struct fan *fan,
                      const double values[][TP_FORECAST_QUANTILES], int quantile,
                      struct tp_colour colour) {
  struct tp_point points[2 * (TP_FORECAST_HORIZON + 1)];
  int count = 0;
  for (int i = 0; i <= fan->horizon; i++)
    points[count++] = fan_point(fan, i, values[i][quantile]);
  for (int i = fan->horizon; i >= 0; i--)
    points[count++] = fan_point(fan, i, values[i][TP_FORECAST_QUANTILES - 1 - quantile]);
  tp_draw_polygon(app->draw, points, (size_t)count, colour);
}

static void draw_median(struct tp_app *app, const struct fan *fan,
                        const double values[][TP_FORECAST_QUANTILES], enum tp_line_style style,
                        float width, struct tp_colour colour) {
  struct tp_point points[TP_FORECAST_HORIZON + 1];
  for (int i = 0; i <= fan->horizon; i++)
    points[i] = fan_point(fan, i, values[i][middle]);
  tp_draw_line(app->draw, points, (size_t)fan->horizon + 1, tp_px(app, 1.0F) * width, style,
               colour);
}

static struct tp_scale fan_scale(const struct tp_app *app, const struct tp_forecast_line *line,
                                 int horizon) {
  int now = tp_session_turn(app->session);
  double low = line->with[0][middle], high = low;
  for (int i = 0; i <= horizon; i++) {
    low = fmin(low, fmin(line->with[i][least_quantile], line->without[i][least_quantile]));
    high = fmax(high, fmax(line->with[i][TP_FORECAST_QUANTILES - 1],
                           line->without[i][TP_FORECAST_QUANTILES - 1]));
  }
  for (int i = now - past_turns + 1 > 0 ? now - past_turns + 1 : 0; i <= now; i++) {
    low = fmin(low, tp_session_value(app->session, line->slot, i));
    high = fmax(high, tp_session_value(app->session, line->slot, i));
  }
  return tp_chart_scale(low, high, 6.0, tp_app_rules(app)->high[line->slot]);
}

static void draw_past(struct tp_app *app, struct tp_rect rect, struct tp_scale scale, int slot) {
  struct tp_point points[points_most];
  int now = tp_session_turn(app->session);
  int first = now - past_turns + 1 > 0 ? now - past_turns + 1 : 0;
  struct tp_rect used = rect;
  float step = rect.w / (float)(past_turns - 1);
  used.w = step * (float)(now - first);
  used.x = rect.x + rect.w - used.w;
  int count = trace(app, used, scale, slot, first, now, points);
  if (count > 1)
    tp_draw_line(app->draw, points, (size_t)count, tp_px(app, 1.0F) * line_width, TP_LINE_SOLID,
                 tp_ink(app, TP_COLOUR_INK));
}

/* The edges of what was likely without it: no second fan over the first. */
static void draw_edges(struct tp_app *app, const struct fan *fan,
                       const double values[][TP_FORECAST_QUANTILES], int quantile,
                       struct tp_colour colour) {
  const int both[2] = {quantile, TP_FORECAST_QUANTILES - 1 - quantile};
  for (int k = 0; k < 2; k++) {
    struct tp_point points[TP_FORECAST_HORIZON + 1];
    for (int i = 0; i <= fan->horizon; i++)
      points[i] = fan_point(fan, i, values[i][both[k]]);
    tp_draw_line(app->draw, points, (size_t)fan->horizon + 1, tp_px(app, 1.0F), TP_LINE_DOTTED,
                 colour);
  }
}

/* The three bands at the end of the fan as bars, the narrower the band the thicker: with it and
 * without it, side by side. */
static void draw_ends(struct tp_app *app, const struct fan *fan,
                      const double values[TP_FORECAST_QUANTILES], float x,
                      struct tp_colour colour) {
  static const float widths[middle] = {1.0F, 3.0F, 7.0F};
  for (int i = 0; i < middle; i++) {
    float wide = tp_px(app, widths[i]);
    float top = height_of(fan->rect, fan->scale, values[TP_FORECAST_QUANTILES - 1 - i]);
    float foot = height_of(fan->rect, fan->scale, values[i]);
    tp_draw_rect(app->draw, (struct tp_rect){roundf(x - wide * 0.5F), top, wide, foot - top},
                 colour);
  }
}

/* What is drawn over the last `wide` pixels: from where to where its values go. */
static struct tp_scale reach_of(const struct fan *fan, const struct tp_forecast_line *line,
                                float wide) {
  struct tp_scale reach = {HUGE_VAL, -HUGE_VAL};
  float left = fan->rect.x + fan->rect.w - wide - fan->rect.w / (float)fan->horizon;
  for (int i = 0; i <= fan->horizon; i++) {
    if (fan_point(fan, i, 0.0).x < left)
      continue;
    reach.low = fmin(reach.low, fmin(line->with[i][low_quantile], line->without[i][middle]));
    reach.high = fmax(reach.high, fmax(line->with[i][TP_FORECAST_QUANTILES - 1 - low_quantile],
                                       line->without[i][middle]));
  }
  return reach;
}

/* The upper line's name goes above what is drawn at the right end, the lower one's below it. */
static void draw_names(struct tp_app *app, struct tp_rect rect, const struct fan *fan,
                       const struct tp_forecast_line *line) {
  struct tp_type tiny = tp_face(app, TP_TYPE_TINY);
  bool above = line->with[fan->horizon][middle] >= line->without[fan->horizon][middle];
  enum tp_word names[2] = {above ? TP_WORD_WITH_IT : TP_WORD_WITHOUT_IT,
                           above ? TP_WORD_WITHOUT_IT : TP_WORD_WITH_IT};
  float x = fan->rect.x + fan->rect.w - tp_px(app, 4.0F);
  float top = rect.y + tp_px(app, 8.0F), foot = rect.y + rect.h - tp_px(app, 3.0F);
  for (int lower = 0; lower < 2; lower++) {
    struct tp_scale reach =
        reach_of(fan, line, tp_text_width(app->fonts, tiny, tp_word(names[lower])));
    float y = lower ? fminf(height_of(fan->rect, fan->scale, reach.low) + tp_px(app, 11.0F), foot)
                    : fmaxf(height_of(fan->rect, fan->scale, reach.high) - tp_px(app, 4.0F), top);
    tp_text_halo(
        app->fonts, tiny,
        tp_ink(app, names[lower] == TP_WORD_WITH_IT ? TP_COLOUR_ACCENT : TP_COLOUR_BRITTLE),
        tp_ink(app, TP_COLOUR_CARD), (int)tp_px(app, 1.5F), x, y, TP_ALIGN_RIGHT,
        tp_word(names[lower]));
  }
}

static void draw_words(struct tp_app *app, struct tp_rect rect, const struct fan *fan,
                       const struct tp_forecast_line *line) {
  struct tp_type tiny = tp_face(app, TP_TYPE_TINY);
  char figure[TP_FIGURE_MAX];
  float top = rect.y + tp_px(app, 8.0F), foot = rect.y + rect.h - tp_px(app, 3.0F);
  draw_names(app, rect, fan, line);
  tp_text_draw(app->fonts, tiny, tp_ink(app, TP_COLOUR_MUTED), fan->rect.x + tp_px(app, 4.0F), top,
               TP_ALIGN_LEFT, tp_word(TP_WORD_NOW));
  for (int low = 0; low < 2; low++) {
    tp_phrase_number(figure, low ? fan->scale.low : fan->scale.high, 0);
    tp_text_halo(app->fonts, tiny, tp_ink(app, TP_COLOUR_MUTED), tp_ink(app, TP_COLOUR_CARD),
                 (int)tp_px(app, 1.5F), rect.x, low ? foot : top, TP_ALIGN_LEFT, figure);
  }
}

void tp_chart_fan(struct tp_app *app, struct tp_rect rect, const struct tp_forecast *forecast,
                  const struct tp_forecast_line *line) {
  struct tp_rect plot = tp_rect_inset(rect, 0.0F, tp_px(app, names_height));
  struct fan fan = {plot, fan_scale(app, line, forecast->horizon), forecast->horizon};
  struct tp_rect past = tp_rect_cut_left(&fan.rect, floorf(rect.w * past_share));
  struct tp_colour band = tp_ink(app, TP_COLOUR_EUROPE);
  struct tp_rect ends = tp_rect_cut_right(&fan.rect, tp_px(app, ends_width));
  struct tp_colour with = tp_ink(app, TP_COLOUR_ACCENT), without = tp_ink(app, TP_COLOUR_BRITTLE);
  if (fan.horizon < 1)
    return;
  draw_band(app, &fan, line->with, least_quantile, tp_theme_fade(band, 44));
  draw_band(app, &fan, line->with, low_quantile, tp_theme_fade(band, 60));
  draw_band(app, &fan, line->with, middle - 1, tp_theme_fade(band, 90));
  draw_edges(app, &fan, line->without, low_quantile, tp_theme_fade(without, 150));
  draw_ends(app, &fan, line->with[fan.horizon], ends.x + ends.w * 0.3F, with);
  draw_ends(app, &fan, line->without[fan.horizon], ends.x + ends.w * 0.8F, without);
  struct tp_point now[2] = {{fan.rect.x, rect.y}, {fan.rect.x, rect.y + rect.h}};
  tp_draw_line(app->draw, now, 2, tp_px(app, now_width), TP_LINE_DOTTED,
               tp_ink(app, TP_COLOUR_MUTED));
  draw_past(app, past, fan.scale, line->slot);
  draw_median(app, &fan, line->without, TP_LINE_DASHED, 1.4F, without);
  draw_median(app, &fan, line->with, TP_LINE_SOLID, 2.0F, with);
  tp_draw_hrule(app->draw, rect.x, rect.y + rect.h, rect.w, (int)tp_px(app, 1.0F),
                tp_ink(app, TP_COLOUR_RULE));
  draw_words(app, rect, &fan, line);
}
