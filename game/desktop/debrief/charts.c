/*
 * The charts of looking back: a value over the turns of the game, with what marked them. Crises are
 * shaded, a step between two of the principals is dotted, and a decision that turned the game is a
 * triangle at the foot. A chart that is clicked, or Left and Right on it, picks a turn.
 */
#include "desktop/debrief/debrief.h"
#include "desktop/dossier/dossier.h"
#include "desktop/map/geography.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float title_height = 20.0F, key_swatch = 16.0F, key_gap = 6.0F, key_apart = 20.0F;
static const float key_band = 10.0F, figures_width = 28.0F;
static const float gap = 16.0F, key_height = 24.0F, axis_height = 16.0F;

enum { crisis_alpha = 32, status_alpha = 170, told_most = 3 };

/* Up or down by the chance of a win; where that did not move, by the score, or towards what a win
 * lacked. */
int tp_debrief_sign(const struct tp_turning_point *point) {
  if (point->slot != TP_NONE)
    return point->good;
  double moved = fabs(point->chance) > 0.0 ? point->chance : point->score;
  return moved > 0.0 ? 1 : moved < 0.0 ? -1 : 0;
}

void tp_debrief_date(const struct tp_app *app, int turn, char *text, size_t size) {
  tp_wording_date(tp_app_rules(app), turn > 0 ? turn - 1 : 0, text, size);
}

/* --- what marked the turns --- */

static struct tp_colour crisis_colour(const struct tp_app *app) {
  return tp_theme_fade(tp_ink(app, TP_COLOUR_BRITTLE), crisis_alpha);
}

static struct tp_colour status_colour(const struct tp_app *app) {
  return tp_theme_fade(tp_ink(app, TP_COLOUR_MUTED), status_alpha);
}

/* Two of the principals drew closer or apart. */
static bool has_step(const struct tp_app *app, int turn) {
  int count;
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_fact *facts = tp_session_facts(app->session, turn, &count);
  for (int i = 0; facts && i < count; i++)
    if (facts[i].kind == TP_FACT_STATUS && tp_is_principal(r, r->ties[facts[i].a].a) &&
        tp_is_principal(r, r->ties[facts[i].a].b))
      return true;
  return false;
}

static bool has_fact(const struct tp_app *app, int turn, enum tp_fact_kind kind) {
  int count;
  const struct tp_fact *facts = tp_session_facts(app->session, turn, &count);
  for (int i = 0; facts && i < count; i++)
    if (facts[i].kind == (int)kind)
      return true;
  return false;
}

/* From the turn in which a crisis opened to that in which it ended. */
static void shade_crisis(struct tp_app *app, const struct tp_plot *plot, int first, int last) {
  float half = plot->rect.w / (float)(plot->last > plot->first ? plot->last - plot->first : 1) / 2;
  float left = fmaxf(tp_plot_point(plot, first, 0.0).x - half, plot->rect.x);
  float right = fminf(tp_plot_point(plot, last, 0.0).x + half, plot->rect.x + plot->rect.w);
  tp_draw_rect(app->draw, (struct tp_rect){left, plot->rect.y, right - left, plot->rect.h},
               crisis_colour(app));
}

static void shade_crises(struct tp_app *app, const struct tp_plot *plot, int turns) {
  int opened = 0;
  for (int turn = 1; turn <= turns; turn++) {
    if (!opened && has_fact(app, turn, TP_FACT_CRISIS_OPENED))
      opened = turn;
    if (opened && (turn == turns || has_fact(app, turn, TP_FACT_CRISIS_ENDED))) {
      shade_crisis(app, plot, opened, turn);
      opened = 0;
    }
  }
}

void tp_debrief_turns(struct tp_app *app, const struct tp_plot *plot,
                      const struct tp_course *course) {
  shade_crises(app, plot, course->turns);
  for (int turn = 1; turn <= course->turns; turn++)
    if (has_step(app, turn))
      tp_plot_upright(app, plot, turn, TP_LINE_DOTTED, status_colour(app));
  if (app->debrief.turn > 0)
    tp_plot_upright(app, plot, app->debrief.turn, TP_LINE_SOLID, tp_ink(app, TP_COLOUR_INK));
  for (int i = course->count - 1; i >= 0; i--) {
    int sign = tp_debrief_sign(&course->points[i]);
    tp_plot_mark(app, tp_plot_point(plot, course->points[i].turn, 0.0).x,
                 plot->rect.y + plot->rect.h - tp_px(app, 4.0F), sign >= 0,
                 sign >= 0 ? TP_COLOUR_GOOD : TP_COLOUR_BAD);
  }
}

/* --- a turn that is pointed at or picked --- */

/* The quarter, and the weightiest of what happened in it. */
static void tell_turn(struct tp_app *app, int turn) {
  char words[400], date[40];
  int count;
  const struct tp_headline *list = tp_session_headlines(app->session, turn, &count);
  tp_debrief_date(app, turn, date, sizeof date);
  snprintf(words, sizeof words, "%s", date);
  for (int i = 0; list && i < count && i < told_most; i++) {
    if (strlen(words) + strlen(list[i].text) + 2 >= sizeof words)
      break;
    tp_phrase_append(words, sizeof words, "\n");
    tp_phrase_append(words, sizeof words, list[i].text);
  }
  tp_ui_tip_at_pointer(&app->ui, words);
}

void tp_debrief_pick(struct tp_app *app, uint32_t id, const struct tp_plot *plot,
                     const struct tp_course *course, const char *words) {
  struct tp_ui *ui = &app->ui;
  struct tp_hit hit = tp_ui_area(ui, id, plot->rect, true, words);
  int *turn = &app->debrief.turn, at = tp_plot_turn_at(plot, ui->input.mouse_x);
  tp_ui_last(ui)->takes_sideways = true;
  if (hit.focused && ui->side_step)
    *turn += ui->side_step;
  else if (hit.clicked && hit.hovered)
    *turn = at;
  *turn = *turn < 0 ? 0 : *turn > course->turns ? course->turns : *turn;
  if (hit.hovered && at > 0 && at <= course->turns)
    tell_turn(app, at);
  if (hit.focused)
    tp_ui_focus_ring(ui, plot->rect);
}

/* --- a chart --- */

void tp_debrief_title(struct tp_app *app, struct tp_rect line, const char *title,
                      const char *figure) {
  struct tp_type strong = tp_face(app, TP_TYPE_NOTE_STRONG);
  float taken = tp_text_number_in(app->fonts, strong, tp_ink(app, TP_COLOUR_INK), line,
                                  TP_ALIGN_RIGHT, figure);
  tp_rect_cut_right(&line, taken + tp_px(app, 8.0F));
  tp_ui_label(&app->ui, line, TP_TYPE_BODY_STRONG, TP_COLOUR_INK, TP_ALIGN_LEFT, title);
}

/* "58 → 46", or the value after the turn that is picked. */
static void figure_of(const struct tp_app *app, const double *values, int turns, char *text,
                      size_t size) {
  int picked = app->debrief.turn;
  if (picked > 0 && picked <= turns)
    snprintf(text, size, "%s", TP_TENTHS(values[picked]));
  else
    TP_PRINT(text, size, TP_WORD_WHY_FROM_TO, TP_TENTHS(values[0]), TP_TENTHS(values[turns]));
}

void tp_debrief_value(struct tp_app *app, struct tp_rect line, struct tp_rect rect,
                      const struct tp_course *course, const struct tp_curve *curve) {
  int slot = curve->slot;
  double values[TP_PLOT_TURNS] = {0};
  char figure[2 * TP_FIGURE_MAX];
  int turns = course->turns < TP_PLOT_TURNS ? course->turns : TP_PLOT_TURNS - 1;
  double low = tp_session_value(app->session, slot, 0), high = low;
  for (int i = 0; i <= turns; i++) {
    values[i] = tp_session_value(app->session, slot, i);
    low = fmin(low, values[i]);
    high = fmax(high, values[i]);
  }
  int at = app->debrief.turn > 0 && app->debrief.turn <= turns ? app->debrief.turn : turns;
  figure_of(app, values, turns, figure, sizeof figure);
  tp_debrief_title(app, line, curve->title, figure);
  if (!isnan(curve->goal)) {
    low = fmin(low, curve->goal);
    high = fmax(high, curve->goal);
  }
  struct tp_plot plot = tp_plot_begin(
      app, rect, tp_chart_scale(low, high, 20.0, tp_app_rules(app)->high[slot]), 0, turns);
  tp_debrief_turns(app, &plot, course);
  if (!isnan(curve->goal))
    tp_plot_level(app, &plot, curve->goal);
  tp_plot_line(app, &plot, values, 0, turns, 2.0F, TP_LINE_SOLID, curve->colour);
  tp_plot_dot(app, &plot, at, values[at], curve->colour);
  tp_debrief_pick(app, tp_ui_id_of(tp_ui_id("course of"), (uint32_t)slot), &plot, course,
                  curve->title);
}

void tp_debrief_gauge(struct tp_app *app, struct tp_rect rect, const struct tp_course *course,
                      int index) {
  static const enum tp_colour_role roles[TP_GAUGES] = {TP_COLOUR_RUSSIA, TP_COLOUR_EUROPE,
                                                       TP_COLOUR_BRASS, TP_COLOUR_DURABLE};
  struct tp_gauge gauge;
  tp_session_gauge(app->session, (enum tp_gauge_id)index, &gauge);
  if (gauge.slot == TP_NONE)
    return;
  struct tp_rect line = tp_rect_cut_top(&rect, tp_px(app, title_height));
  tp_debrief_value(app, line, rect, course,
                   &(struct tp_curve){gauge.slot, gauge.title,
                                      gauge.has_goal ? gauge.goal : (double)NAN,
                                      tp_ink(app, roles[index])});
}

void tp_debrief_axis(struct tp_app *app, struct tp_rect line) {
  char date[40];
  tp_rect_cut_right(&line, tp_px(app, figures_width));
  tp_wording_date(tp_app_rules(app), 0, date, sizeof date);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, date);
  tp_wording_date(tp_app_rules(app), tp_session_turn(app->session), date, sizeof date);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT, date);
}

/* --- the key --- */

enum sign { CRISIS, STEP, POINT, GOAL, SIGNS };

static void draw_sign(struct tp_app *app, struct tp_rect at, enum sign sign) {
  float y = at.y + floorf(at.h * 0.5F), x = at.x + floorf(at.w * 0.5F), half = at.w * 0.5F;
  struct tp_point up[2] = {{x, at.y + tp_px(app, 3.0F)}, {x, at.y + at.h - tp_px(app, 3.0F)}};
  struct tp_point across[2] = {{at.x, y}, {at.x + at.w, y}};
  switch (sign) {
  case CRISIS:
    tp_draw_rect(
        app->draw,
        (struct tp_rect){at.x, y - tp_px(app, key_band) * 0.5F, at.w, tp_px(app, key_band)},
        crisis_colour(app));
    break;
  case STEP:
    tp_draw_line(app->draw, up, 2, tp_px(app, 1.0F), TP_LINE_DOTTED, status_colour(app));
    break;
  case POINT:
    tp_plot_mark(app, x - half * 0.5F, y, true, TP_COLOUR_GOOD);
    tp_plot_mark(app, x + half * 0.5F, y, false, TP_COLOUR_BAD);
    break;
  default:
    tp_draw_line(app->draw, across, 2, tp_px(app, 1.0F), TP_LINE_DASHED,
                 tp_ink(app, TP_COLOUR_MUTED));
  }
}

void tp_debrief_key(struct tp_app *app, struct tp_rect line) {
  static const enum tp_word words[SIGNS] = {TP_WORD_KEY_CRISIS, TP_WORD_KEY_STEP, TP_WORD_KEY_POINT,
                                            TP_WORD_KEY_GOAL};
  for (int i = 0; i < SIGNS; i++) {
    float width = tp_text_width(app->fonts, tp_face(app, TP_TYPE_NOTE), tp_word(words[i]));
    draw_sign(app, tp_rect_cut_left(&line, tp_px(app, key_swatch)), (enum sign)i);
    tp_rect_cut_left(&line, tp_px(app, key_gap));
    tp_ui_label(&app->ui, tp_rect_cut_left(&line, ceilf(width) + 1.0F), TP_TYPE_NOTE,
                TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(words[i]));
    tp_rect_cut_left(&line, tp_px(app, key_apart));
  }
}

/* --- all gauges --- */

void tp_debrief_gauges(struct tp_app *app, struct tp_rect place, const struct tp_course *course) {
  tp_dossier_label(app, &place, TP_WORD_START_AND_END);
  tp_debrief_key(app, tp_rect_cut_bottom(&place, tp_px(app, key_height)));
  float w = floorf((place.w - tp_px(app, 2.0F * gap)) * 0.5F);
  for (int column = 0; column < 2; column++) {
    struct tp_rect in = {place.x + (float)column * (w + tp_px(app, 2.0F * gap)), place.y, w,
                         place.h};
    tp_debrief_axis(app, tp_rect_cut_bottom(&in, tp_px(app, axis_height)));
    float high = floorf((in.h - tp_px(app, gap)) * 0.5F);
    for (int row = 0; row < 2; row++) {
      tp_debrief_gauge(app, tp_rect_cut_top(&in, high), course, 2 * column + row);
      tp_rect_cut_top(&in, tp_px(app, gap));
    }
  }
}
