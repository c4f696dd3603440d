/*
 * The course of the game: the chance of a win after each turn, the gauges, and one more value of
 * those that objectives and endings ask for, over the same turns, with the player's decisions that
 * moved the chance most. A chart that is clicked, or Left and Right on it, picks a turn; beside
 * them stands what was decided then.
 */
#include "desktop/debrief/debrief.h"
#include "desktop/dossier/dossier.h"
#include "desktop/widgets/plot.h"
#include "desktop/board/why.h"
#include "desktop/widgets/widgets.h"
#include "session/review/verdict.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float gap = 12.0F, column_gap = 32.0F, title_height = 20.0F, axis_height = 16.0F,
                   key_height = 24.0F;
static const float pin_width = 16.0F, pin_height = 14.0F, list_share = 0.34F, row_pad = 6.0F;
static const float figure_width = 96.0F, button_height = 32.0F, button_width = 168.0F;
static const float step_width = 24.0F, turn_share = 0.42F;
static const float points_frame = 24.0F, turn_frame = 100.0F; /* what stands round the lists */

enum { pin_rows = 2, asked_most = 32, columns = 2, rows = 3, poll_ms = 60, news_most = 6 };

/* --- the chance of a win --- */

/* What the numbers over its chart take, and the chart beside it leaves free. */
static float pin_room(const struct tp_app *app, const struct tp_course *course) {
  return course->count ? tp_px(app, (pin_height + 2.0F) * (float)pin_rows) : 0.0F;
}

/* A number over the chart for each turning point; those of near turns one above the other. */
static void show_pins(struct tp_app *app, const struct tp_plot *plot,
                      const struct tp_course *course) {
  float right[pin_rows] = {0.0F}, wide = tp_px(app, pin_width), high = tp_px(app, pin_height);
  int order[TP_COURSE_POINTS], count = 0;
  for (int i = 0; i < course->count; i++) {
    int at = count++;
    for (; at > 0 && course->points[order[at - 1]].turn > course->points[i].turn; at--)
      order[at] = order[at - 1];
    order[at] = i;
  }
  for (int i = 0; i < count; i++) {
    const struct tp_turning_point *point = &course->points[order[i]];
    float x = roundf(tp_plot_point(plot, point->turn, 0.0).x - wide * 0.5F);
    int row = 0;
    while (row < pin_rows && right[row] > x)
      row++;
    if (row == pin_rows)
      continue;
    right[row] = x + wide + tp_px(app, 2.0F);
    struct tp_rect pin = {x, plot->rect.y - (high + tp_px(app, 2.0F)) * (float)(row + 1), wide,
                          high};
    uint32_t id = tp_ui_id_of(tp_ui_id("pin"), (uint32_t)order[i]);
    struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_BUTTON, id, pin, true, false, "");
    tp_draw_rect(app->draw, pin, tp_ink(app, TP_COLOUR_INK));
    tp_text_in(app->fonts, tp_face(app, TP_TYPE_TINY), tp_ink(app, TP_COLOUR_ON_INK), pin,
               TP_ALIGN_CENTRE, TP_WHOLE(order[i] + 1));
    if (hit.clicked)
      app->debrief.turn = point->turn;
  }
}

/* A chance that stays small is drawn so that its course can be seen. */
static double top_of(const double *high, int first, int behind) {
  static const double tops[] = {10.0, 25.0, 50.0};
  double most = 0.0;
  for (int i = first; i < behind; i++)
    most = fmax(most, high[i]);
  for (size_t i = 0; i < sizeof tops / sizeof *tops; i++)
    if (most <= tops[i])
      return tops[i];
  return 100.0;
}

static void show_chance(struct tp_app *app, struct tp_rect rect, const struct tp_course *course) {
  double chance[TP_PLOT_TURNS] = {0}, low[TP_PLOT_TURNS] = {0}, high[TP_PLOT_TURNS] = {0};
  char figure[TP_FIGURE_MAX + 8] = "";
  int begun = tp_session_begun(app->session), known = begun;
  int turns = course->turns < TP_PLOT_TURNS ? course->turns : TP_PLOT_TURNS - 1;
  struct tp_turn_odds odds;
  while (known <= turns && tp_session_odds(app->session, known, &odds)) {
    chance[known] = odds.chance * 100.0;
    low[known] = odds.low * 100.0;
    high[known++] = odds.high * 100.0;
  }
  int at = app->debrief.turn > 0 ? app->debrief.turn : turns;
  if (at >= begun && at < known)
    TP_PRINT(figure, sizeof figure, TP_WORD_PERCENT, TP_WHOLE(chance[at]));
  tp_debrief_title(app, tp_rect_cut_top(&rect, tp_px(app, title_height)),
                   tp_word(TP_WORD_CHANCE_TO_WIN), figure);
  tp_rect_cut_top(&rect, pin_room(app, course));
  struct tp_plot plot =
      tp_plot_begin(app, rect, (struct tp_scale){0.0, top_of(high, begun, known)}, 0, turns);
  tp_debrief_turns(app, &plot, course);
  if (known > begun) {
    int shown = at >= begun && at < known ? at : known - 1;
    struct tp_colour colour = tp_ink(app, TP_COLOUR_ACCENT);
    tp_plot_band(app, &plot, low + begun, high + begun, begun, known - 1,
                 tp_theme_fade(colour, 60));
    tp_plot_line(app, &plot, chance + begun, begun, known - 1, 2.0F, TP_LINE_SOLID, colour);
    tp_plot_dot(app, &plot, shown, chance[shown], colour);
  }
  tp_debrief_pick(app, tp_ui_id("course of chance"), &plot, course, tp_word(TP_WORD_CHANCE_TO_WIN));
  show_pins(app, &plot, course);
}

/* --- the chosen value --- */

static bool has_slot(const int *slots, int count, int slot) {
  for (int i = 0; i < count; i++)
    if (slots[i] == slot)
      return true;
  return false;
}

static bool is_gauge(const struct tp_app *app, int slot) {
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(app->session, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot == slot)
      return true;
  }
  return false;
}

static int add_slots(const struct tp_app *app, struct tp_span when, int slots[asked_most],
                     int count) {
  for (int i = 0; i < when.count && count < asked_most; i++) {
    int slot = tp_app_rules(app)->conditions[when.first + i].slot;
    if (!tp_session_hides(app->session, slot) && !is_gauge(app, slot) &&
        !has_slot(slots, count, slot))
      slots[count++] = slot;
  }
  return count;
}

/* What objectives and endings ask for, but for the gauges. */
static int asked_slots(const struct tp_app *app, int slots[asked_most]) {
  const struct tp_rules *r = tp_app_rules(app);
  int count = 0;
  for (int i = 0; i < r->objective_count; i++)
    count = add_slots(app, r->objectives[i].when, slots, count);
  for (int i = 0; i < r->ending_count; i++)
    count = add_slots(app, r->endings[i].when, slots, count);
  return count;
}

static void show_chosen(struct tp_app *app, struct tp_rect rect, const struct tp_course *course) {
  int slots[asked_most], count = asked_slots(app, slots), *chosen = &app->debrief.chosen;
  char title[TP_WORDING_MAX];
  if (!count)
    return;
  struct tp_rect line = {rect.x, rect.y, rect.w, tp_px(app, title_height)};
  struct tp_rect button = tp_rect_cut_left(&line, tp_px(app, step_width));
  if (tp_ui_button(&app->ui, tp_ui_id("last value"), button, TP_BUTTON_QUIET, "‹", NULL).clicked)
    *chosen += count - 1;
  tp_ui_name(&app->ui, tp_word(TP_WORD_LAST_VALUE));
  button = tp_rect_cut_left(&line, tp_px(app, step_width));
  if (tp_ui_button(&app->ui, tp_ui_id("next value"), button, TP_BUTTON_QUIET, "›", NULL).clicked)
    *chosen += 1;
  tp_ui_name(&app->ui, tp_word(TP_WORD_NEXT_VALUE));
  *chosen %= count;
  tp_wording_variable(tp_app_rules(app), slots[*chosen], title, sizeof title);
  tp_rect_cut_left(&line, tp_px(app, 4.0F));
  tp_rect_cut_top(&rect, tp_px(app, title_height) + pin_room(app, course));
  tp_debrief_value(
      app, line, rect, course,
      &(struct tp_curve){slots[*chosen], title, (double)NAN, tp_ink(app, TP_COLOUR_INK)});
}

/* --- all charts --- */

static void show_charts(struct tp_app *app, struct tp_rect rect, const struct tp_course *course) {
  float w = floorf((rect.w - tp_px(app, gap) * 2.0F) / (float)columns);
  tp_debrief_key(app, tp_rect_cut_bottom(&rect, tp_px(app, key_height)));
  for (int column = 0; column < columns; column++) {
    struct tp_rect place = {rect.x + (float)column * (w + tp_px(app, gap) * 2.0F), rect.y, w,
                            rect.h};
    tp_debrief_axis(app, tp_rect_cut_bottom(&place, tp_px(app, axis_height)));
    float high = floorf((place.h - tp_px(app, gap) * (float)(rows - 1)) / (float)rows);
    for (int row = 0; row < rows; row++) {
      struct tp_rect chart = tp_rect_cut_top(&place, high);
      tp_rect_cut_top(&place, tp_px(app, gap));
      if (row == 0 && column == 0)
        show_chance(app, chart, course);
      else if (row == 0)
        show_chosen(app, chart, course);
      else
        tp_debrief_gauge(app, chart, course, column * (rows - 1) + row - 1);
    }
  }
}

/* --- the turning points --- */

void tp_debrief_change(struct tp_app *app, struct tp_rect line, const char *figure, int way,
                       int good) {
  struct tp_type strong = tp_face(app, TP_TYPE_BODY_STRONG);
  enum tp_colour_role role = good > 0 ? TP_COLOUR_GOOD : good < 0 ? TP_COLOUR_BAD : TP_COLOUR_MUTED;
  float taken =
      tp_text_number_in(app->fonts, strong, tp_ink(app, role), line, TP_ALIGN_RIGHT, figure);
  if (way)
    tp_plot_mark(app, line.x + line.w - taken - tp_px(app, 10.0F), line.y + line.h * 0.5F, way > 0,
                 role);
}

/* What it did to the chance of a win; where that did not move, to the score, or to what a win
 * lacked. */
static void figure_of(const struct tp_turning_point *point, char *text, size_t size) {
  char figure[TP_FIGURE_MAX];
  if (point->slot != TP_NONE) {
    snprintf(text, size, "%s", tp_phrase_signed(figure, point->moved, 1));
    return;
  }
  bool by_chance = fabs(point->chance) > 0.0;
  tp_phrase_signed(figure, by_chance ? point->chance * 100.0 : point->score, by_chance ? 0 : 1);
  if (by_chance)
    snprintf(text, size, "%s", figure);
  else
    TP_PRINT(text, size, TP_WORD_POINT_SCORE, figure);
}

/* When it was, and what the figure is of, with its interval. */
static void note_of(const struct tp_app *app, const struct tp_turning_point *point, char *text,
                    size_t size) {
  char date[40], what[TP_WORDING_MAX], low[TP_FIGURE_MAX], high[TP_FIGURE_MAX];
  tp_debrief_date(app, point->turn, date, sizeof date);
  if (point->slot == TP_NONE) {
    tp_verdict_points(point->chance, point->low, point->high, what, sizeof what);
    TP_PRINT(text, size, TP_WORD_POINT_NOTE, date, what, tp_phrase_signed(low, point->score, 1));
    return;
  }
  tp_wording_variable(tp_app_rules(app), point->slot, what, sizeof what);
  TP_PRINT(text, size, TP_WORD_POINT_LACK, date, what, tp_phrase_signed(low, point->moved_low, 1),
           tp_phrase_signed(high, point->moved_high, 1));
}

static float show_point(struct tp_app *app, struct tp_rect rect, const struct tp_course *course,
                        int index) {
  const struct tp_turning_point *point = &course->points[index];
  char order[TP_WORDING_MAX], words[TP_WORDING_MAX + 16], note[TP_WORDING_MAX + 120];
  char figure[2 * TP_FIGURE_MAX];
  tp_wording_order(tp_app_rules(app), point->order, order, sizeof order);
  snprintf(words, sizeof words, "%d  %s", index + 1, tp_phrase_capital(order));
  note_of(app, point, note, sizeof note);
  float inside = rect.w - tp_px(app, figure_width);
  float high = tp_ui_words_height(&app->ui, TP_TYPE_BODY_MEDIUM, inside, words);
  float low = tp_ui_words_height(&app->ui, TP_TYPE_NOTE, inside, note);
  struct tp_rect row = {rect.x, rect.y, rect.w, high + low + tp_px(app, 2.0F * row_pad)};
  uint32_t id = tp_ui_id_of(tp_ui_id("turning point"), (uint32_t)index);
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_ROW, id, row, true, true, order);
  if (hit.hovered || app->debrief.turn == point->turn)
    tp_draw_rect(app->draw, row, tp_ink(app, TP_COLOUR_HOVER));
  if (hit.clicked)
    app->debrief.turn = point->turn;
  float y = row.y + tp_px(app, row_pad);
  tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_BODY_MEDIUM), tp_ink(app, TP_COLOUR_INK),
                    row.x, y, inside, 0, true, words);
  tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED), row.x,
                    y + high, inside, 0, true, note);
  figure_of(point, figure, sizeof figure);
  struct tp_rect right = {row.x, y, row.w, tp_px(app, title_height)};
  int good = tp_debrief_sign(point);
  int way = point->slot == TP_NONE ? good : point->moved > 0.0 ? 1 : -1;
  tp_debrief_change(app, right, figure, way, good);
  tp_draw_hrule(app->draw, row.x, row.y + row.h - tp_px(app, 1.0F), row.w, (int)tp_px(app, 1.0F),
                tp_ink(app, TP_COLOUR_HAIR));
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, tp_rect_inset(row, tp_px(app, 2.0F), tp_px(app, 2.0F)));
  return row.h;
}

void tp_debrief_points(struct tp_app *app, struct tp_rect rect, const struct tp_course *course) {
  char wait[120], lack[TP_VERDICT_MAX];
  double done = tp_session_review_progress(app->session);
  tp_verdict_lack(app->session, lack, sizeof lack);
  tp_dossier_label(app, &rect, lack[0] ? TP_WORD_POINTS_LACK : TP_WORD_POINTS);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, tp_ui_id("points"), rect);
  float top = place.y, y = top;
  if (lack[0])
    y += tp_ui_paragraph(&app->ui, place, TP_TYPE_NOTE, TP_COLOUR_INK, lack);
  for (int i = 0; i < course->count; i++)
    y += show_point(app, (struct tp_rect){place.x, y, place.w, 1e6F}, course, i);
  place.y = y;
  if (done < 1.0) {
    TP_PRINT(wait, sizeof wait, TP_WORD_REVIEW_WAIT, TP_WHOLE(done * 100.0));
    y += tp_ui_paragraph(&app->ui, place, TP_TYPE_NOTE, TP_COLOUR_MUTED, wait);
  } else {
    enum tp_word note = !course->count ? TP_WORD_POINTS_NONE
                        : lack[0]      ? TP_WORD_POINTS_LACK_NOTE
                                       : TP_WORD_POINTS_NOTE;
    y += tp_ui_paragraph(&app->ui, place, TP_TYPE_NOTE, TP_COLOUR_MUTED, tp_word(note));
  }
  tp_ui_scroll_end(&app->ui, y - top);
}

/* --- the turn that is picked --- */

static void chance_line(struct tp_app *app, struct tp_rect line) {
  struct tp_turn_odds before, after;
  char words[160];
  int turn = app->debrief.turn;
  if (!tp_session_odds(app->session, turn - 1, &before) ||
      !tp_session_odds(app->session, turn, &after))
    return;
  TP_PRINT(words, sizeof words, TP_WORD_CHANCE_MOVED, TP_WHOLE(before.chance * 100.0),
           TP_WHOLE(after.chance * 100.0));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE_STRONG, TP_COLOUR_INK, TP_ALIGN_LEFT, words);
}

/* What else happened then: the weightiest of that turn's headlines. */
static float show_news(struct tp_app *app, struct tp_rect rect, int turn) {
  int count;
  const struct tp_headline *list = tp_session_headlines(app->session, turn, &count);
  float y = rect.y + tp_px(app, gap);
  for (int i = 0; list && i < count && i < news_most; i++)
    y += tp_ui_paragraph(&app->ui, (struct tp_rect){rect.x, y, rect.w, 1e6F}, TP_TYPE_NOTE,
                         TP_COLOUR_MUTED, list[i].text);
  return y - rect.y;
}

static void show_turn(struct tp_app *app, struct tp_rect rect) {
  int turn = app->debrief.turn;
  const struct tp_orders *orders =
      tp_session_orders_at(app->session, turn, tp_session_player(app->session));
  char date[40];
  tp_draw_hrule(app->draw, rect.x, rect.y, rect.w, (int)tp_px(app, 1.0F),
                tp_ink(app, TP_COLOUR_RULE));
  tp_rect_cut_top(&rect, tp_px(app, gap));
  if (turn < 1 || !orders) {
    tp_ui_paragraph(&app->ui, rect, TP_TYPE_NOTE, TP_COLOUR_MUTED, tp_word(TP_WORD_PICK_TURN));
    return;
  }
  tp_debrief_date(app, turn, date, sizeof date);
  struct tp_rect foot = tp_rect_cut_bottom(&rect, tp_px(app, button_height));
  tp_rect_cut_bottom(&rect, tp_px(app, gap));
  tp_ui_label(&app->ui, tp_rect_cut_top(&rect, tp_px(app, 24.0F)), TP_TYPE_HEAD, TP_COLOUR_INK,
              TP_ALIGN_LEFT, date);
  chance_line(app, tp_rect_cut_top(&rect, tp_px(app, title_height)));
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, tp_ui_id("turn's orders"), rect);
  float y = place.y;
  for (int i = 0; i < orders->count; i++) {
    char order[TP_WORDING_MAX];
    tp_wording_order(tp_app_rules(app), orders->item[i], order, sizeof order);
    y += tp_ui_paragraph(&app->ui, (struct tp_rect){place.x, y, place.w, 1e6F}, TP_TYPE_BODY,
                         TP_COLOUR_INK, tp_phrase_capital(order));
  }
  if (!orders->count)
    y +=
        tp_ui_paragraph(&app->ui, place, TP_TYPE_BODY, TP_COLOUR_MUTED, tp_word(TP_WORD_NO_ORDERS));
  y += show_news(app, (struct tp_rect){place.x, y, place.w, 1e6F}, turn);
  tp_ui_scroll_end(&app->ui, y - place.y);
  struct tp_rect button = tp_rect_cut_left(&foot, tp_px(app, button_width));
  if (tp_ui_button(&app->ui, tp_ui_id("ask what if"), button, TP_BUTTON_PLAIN,
                   tp_word(TP_WORD_WHAT_IF_HERE), NULL)
          .clicked)
    tp_debrief_ask_about(app, turn);
}

struct tp_course tp_debrief_known(struct tp_app *app) {
  struct tp_course course = {.turns = tp_session_turn(app->session)};
  if (tp_session_review_progress(app->session) < 1.0)
    tp_ui_wake_at(&app->ui, app->ui.input.seconds + (double)poll_ms / 1000.0);
  course.count = tp_session_turning_points(app->session, course.points, TP_COURSE_POINTS);
  return course;
}

/* As high as what scrolls in it was in the last frame, with what stands round that, up to `most`. */
static float fit(const struct tp_app *app, const char *list, float frame, float most) {
  float content = tp_ui_scroll_content(&app->ui, tp_ui_id(list));
  return content > 0.0F ? fminf(content + tp_px(app, frame), most) : most;
}

void tp_debrief_course(struct tp_app *app, struct tp_rect page) {
  (void)tp_session_review(app->session);
  if (app->options.steady)
    tp_session_review_wait(app->session);
  struct tp_course course = tp_debrief_known(app);
  struct tp_rect list = tp_rect_cut_right(&page, floorf(page.w * list_share));
  tp_rect_cut_right(&page, tp_px(app, column_gap));
  struct tp_rect turn = list;
  list.h = fit(app, "points", points_frame, floorf(list.h * (1.0F - turn_share)));
  tp_rect_cut_top(&turn, list.h + tp_px(app, gap));
  turn.h = fit(app, "turn's orders", turn_frame, turn.h);
  show_charts(app, page, &course);
  tp_debrief_points(app, list, &course);
  show_turn(app, turn);
}
