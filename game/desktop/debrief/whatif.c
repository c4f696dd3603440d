/*
 * What if: a past turn, one change of what was ordered then, and what would have come of it: in
 * words, and for a gauge as two fans of imagined games, with the way the game really went and the
 * way it would have gone with the same dice. From there it may be played on.
 */
#include "desktop/debrief/debrief.h"
#include "desktop/dossier/dossier.h"
#include "desktop/widgets/plot.h"
#include "desktop/widgets/widgets.h"
#include "session/review/verdict.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float gap = 12.0F, column_gap = 28.0F, turns_width = 152.0F, changes_share = 0.36F;
static const float row_height = 28.0F, row_pad = 6.0F, bar_room = 12.0F, tabs_height = 28.0F;
static const float button_height = 36.0F, button_width = 200.0F, key_height = 18.0F;
static const float key_line = 20.0F, note_height = 16.0F, charts_least = 256.0F;

enum { poll_ms = 60, low_quantile = 1, middle = 3, high_quantile = TP_FORECAST_QUANTILES - 2 };

/* --- asking --- */

static void ask(struct tp_app *app, int index, const struct tp_change *change) {
  struct tp_orders orders;
  if (!tp_session_changed(app->session, app->debrief.turn, change, &orders) ||
      !tp_session_what_if(app->session, app->debrief.turn, &orders))
    return;
  app->debrief.change = index;
  app->debrief.asked = orders;
}

void tp_debrief_ask_about(struct tp_app *app, int turn) {
  app->debrief.page = TP_DEBRIEF_WHAT_IF;
  app->debrief.turn = turn;
  app->debrief.change = TP_NONE;
}

/* --- turns and changes --- */

static void show_turns(struct tp_app *app, struct tp_rect rect) {
  int turns = tp_session_turn(app->session), player = tp_session_player(app->session);
  int begun = tp_session_begun(app->session);
  struct tp_rect head = rect;
  tp_dossier_label(app, &rect, TP_WORD_WHICH_TURN);
  head.h = rect.y - head.y;
  tp_ui_label(&app->ui, head, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT,
              tp_word(TP_WORD_ORDERS_OF_TURN));
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, tp_ui_id("what if turns"), rect);
  for (int turn = begun + 1; turn <= turns; turn++) {
    char date[40];
    const struct tp_orders *orders = tp_session_orders_at(app->session, turn, player);
    struct tp_rect row = {place.x, place.y + (float)(turn - begun - 1) * tp_px(app, row_height),
                          place.w, tp_px(app, row_height)};
    bool chosen = app->debrief.turn == turn;
    tp_debrief_date(app, turn, date, sizeof date);
    struct tp_hit hit =
        tp_ui_row(&app->ui, tp_ui_id_of(tp_ui_id("what if turn"), (uint32_t)turn), row, chosen,
                  date, TP_WHOLE(orders ? orders->count : 0), TP_COLOUR_MUTED);
    if (hit.clicked)
      tp_debrief_ask_about(app, turn);
  }
  tp_ui_scroll_end(&app->ui, (float)(turns - begun) * tp_px(app, row_height));
}

static float show_change(struct tp_app *app, struct tp_rect rect, int index,
                         const struct tp_change *change) {
  char words[TP_WORDING_MAX];
  bool chosen = app->debrief.change == index;
  enum tp_type_role type = chosen ? TP_TYPE_BODY_STRONG : TP_TYPE_BODY;
  tp_wording_change_made(app->session, app->debrief.turn, change, words, sizeof words);
  tp_phrase_capital(words);
  float high = tp_ui_words_height(&app->ui, type, rect.w, words);
  struct tp_rect row = {rect.x, rect.y, rect.w, high + tp_px(app, 2.0F * row_pad)};
  uint32_t id = tp_ui_id_of(tp_ui_id("change"), (uint32_t)index);
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_ROW, id, row, true, true, words);
  if (hit.hovered || chosen)
    tp_draw_rect(app->draw, row, tp_ink(app, TP_COLOUR_HOVER));
  tp_text_paragraph(app->fonts, tp_face(app, type), tp_ink(app, TP_COLOUR_INK), row.x,
                    row.y + tp_px(app, row_pad), row.w, 0, true, words);
  tp_draw_hrule(app->draw, row.x, row.y + row.h - tp_px(app, 1.0F), row.w, (int)tp_px(app, 1.0F),
                tp_ink(app, TP_COLOUR_HAIR));
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, tp_rect_inset(row, tp_px(app, 2.0F), tp_px(app, 2.0F)));
  if (hit.clicked)
    ask(app, index, change);
  return row.h;
}

static void show_changes(struct tp_app *app, struct tp_rect rect) {
  struct tp_change list[TP_CHANGES_MAX];
  int count = tp_session_changes(app->session, app->debrief.turn, list, TP_CHANGES_MAX);
  tp_dossier_label(app, &rect, TP_WORD_WHICH_CHANGE);
  uint32_t id = tp_ui_id_of(tp_ui_id("changes"), (uint32_t)app->debrief.turn);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, id, rect);
  float y = place.y;
  for (int i = 0; i < count; i++)
    y += show_change(app, (struct tp_rect){place.x, y, place.w, 1e6F}, i, &list[i]);
  if (!count)
    y += tp_ui_paragraph(&app->ui, place, TP_TYPE_NOTE, TP_COLOUR_MUTED,
                         tp_word(TP_WORD_WHAT_IF_ASK));
  tp_ui_scroll_end(&app->ui, y - place.y);
}

/* --- the answer --- */

/* The curves of one gauge: levels of both fans from the turn before the change to the last, and the
 * two ways the game goes with its own dice. */
struct outlook {
  int slot, first, last, path_last;
  double was[3][TP_PLOT_TURNS], other[3][TP_PLOT_TURNS];
  double real[TP_PLOT_TURNS], path[TP_PLOT_TURNS];
  double low, high;
};

static void widen(struct outlook *o, double value) {
  o->low = fmin(o->low, value);
  o->high = fmax(o->high, value);
}

static void take_fans(const struct tp_app *app, int gauge, struct outlook *o) {
  static const int levels[3] = {low_quantile, middle, high_quantile};
  o->last = o->first;
  for (int i = 0; i < TP_PLOT_TURNS; i++) {
    const struct tp_whatif_spread *spread =
        tp_session_what_if_spread(app->session, gauge, o->first + i);
    if (!spread)
      return;
    o->last = o->first + i;
    for (int level = 0; level < 3; level++) {
      o->was[level][i] = spread->was[levels[level]];
      o->other[level][i] = spread->other[levels[level]];
      widen(o, o->was[level][i]);
      widen(o, o->other[level][i]);
    }
  }
}

static void take_paths(const struct tp_app *app, const struct tp_whatif_answer *answer,
                       struct outlook *o) {
  int turns = tp_session_turn(app->session);
  for (int turn = o->first; turn <= turns && turn - o->first < TP_PLOT_TURNS; turn++) {
    o->real[turn - o->first] = tp_session_value(app->session, o->slot, turn);
    widen(o, o->real[turn - o->first]);
  }
  o->path[0] = tp_session_value(app->session, o->slot, o->first);
  o->path_last = o->first;
  for (int turn = o->first + 1; turn <= answer->turns && turn - o->first < TP_PLOT_TURNS; turn++) {
    const struct tp_world *w = tp_session_what_if_world(app->session, turn);
    o->path[turn - o->first] = w->v[o->slot];
    widen(o, w->v[o->slot]);
    o->path_last = turn;
  }
}

static void draw_outlook(struct tp_app *app, struct tp_rect rect, const struct outlook *o) {
  struct tp_colour was = tp_ink(app, TP_COLOUR_MUTED), other = tp_ink(app, TP_COLOUR_EUROPE);
  struct tp_plot plot = tp_plot_begin(
      app, rect, tp_chart_scale(o->low, o->high, 10.0, tp_app_rules(app)->high[o->slot]), o->first,
      o->last);
  int turns = tp_session_turn(app->session);
  tp_plot_band(app, &plot, o->other[0], o->other[2], o->first, o->last, tp_theme_fade(other, 90));
  tp_plot_line(app, &plot, o->was[0], o->first, o->last, 1.0F, TP_LINE_SOLID, was);
  tp_plot_line(app, &plot, o->was[2], o->first, o->last, 1.0F, TP_LINE_SOLID, was);
  tp_plot_line(app, &plot, o->was[1], o->first, o->last, 1.2F, TP_LINE_DASHED, was);
  tp_plot_line(app, &plot, o->other[1], o->first, o->last, 1.2F, TP_LINE_DASHED,
               tp_ink(app, TP_COLOUR_ACCENT));
  tp_plot_line(app, &plot, o->real, o->first, turns, 2.0F, TP_LINE_SOLID,
               tp_ink(app, TP_COLOUR_INK));
  tp_plot_line(app, &plot, o->path, o->first, o->path_last, 2.0F, TP_LINE_SOLID,
               tp_ink(app, TP_COLOUR_ACCENT));
  tp_plot_dot(app, &plot, turns, o->real[turns - o->first], tp_ink(app, TP_COLOUR_INK));
  tp_plot_dot(app, &plot, o->path_last, o->path[o->path_last - o->first],
              tp_ink(app, TP_COLOUR_ACCENT));
}

/* What the lines are: two ways, each with its fan. */
static void show_keys(struct tp_app *app, struct tp_rect line) {
  static const struct {
    enum tp_word word;
    enum tp_colour_role colour;
  } keys[] = {{TP_WORD_AS_PLAYED, TP_COLOUR_INK}, {TP_WORD_WITH_CHANGE, TP_COLOUR_ACCENT}};
  float w = floorf(line.w / 2.0F);
  for (int i = 0; i < 2; i++) {
    struct tp_rect key = tp_rect_cut_left(&line, w);
    struct tp_rect sample = tp_rect_cut_left(&key, tp_px(app, key_line));
    float y = roundf(sample.y + sample.h * 0.5F);
    const struct tp_point points[2] = {{sample.x, y}, {sample.x + sample.w, y}};
    tp_draw_line(app->draw, points, 2, tp_px(app, 2.0F), TP_LINE_SOLID,
                 tp_ink(app, keys[i].colour));
    tp_rect_cut_left(&key, tp_px(app, 8.0F));
    tp_ui_label(&app->ui, key, TP_TYPE_NOTE, TP_COLOUR_INK, TP_ALIGN_LEFT, tp_word(keys[i].word));
  }
}

static void show_dates(struct tp_app *app, struct tp_rect line, const struct outlook *o) {
  char date[40];
  tp_rect_cut_right(&line, tp_px(app, 28.0F));
  tp_wording_date(tp_app_rules(app), o->first, date, sizeof date);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, date);
  tp_wording_date(tp_app_rules(app), o->last, date, sizeof date);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT, date);
}

/* The gauges there are, as tabs; the one that is chosen. */
static int show_gauges(struct tp_app *app, struct tp_rect line) {
  const char *names[TP_GAUGES];
  struct tp_gauge gauges[TP_GAUGES];
  int which[TP_GAUGES], count = 0;
  for (int i = 0; i < TP_GAUGES; i++) {
    tp_session_gauge(app->session, (enum tp_gauge_id)i, &gauges[i]);
    if (gauges[i].slot == TP_NONE)
      continue;
    names[count] = gauges[i].title;
    which[count++] = i;
  }
  if (!count)
    return TP_NONE;
  if (app->debrief.gauge >= count)
    app->debrief.gauge = 0;
  tp_ui_tabs(&app->ui, tp_ui_id("what if gauge"), line, names, count, &app->debrief.gauge);
  return which[app->debrief.gauge];
}

static void show_outlook(struct tp_app *app, struct tp_rect rect,
                         const struct tp_whatif_answer *answer) {
  struct outlook o = {0};
  struct tp_gauge gauge;
  int which = show_gauges(app, tp_rect_cut_top(&rect, tp_px(app, tabs_height)));
  tp_rect_cut_top(&rect, tp_px(app, gap));
  if (which == TP_NONE)
    return;
  tp_session_gauge(app->session, (enum tp_gauge_id)which, &gauge);
  o.slot = gauge.slot;
  o.first = answer->turn - 1;
  o.low = o.high = tp_session_value(app->session, gauge.slot, o.first);
  take_fans(app, which, &o);
  take_paths(app, answer, &o);
  float note = tp_ui_words_height(&app->ui, TP_TYPE_NOTE, rect.w, tp_word(TP_WORD_FANS_NOTE));
  tp_ui_paragraph(&app->ui, tp_rect_cut_bottom(&rect, note), TP_TYPE_NOTE, TP_COLOUR_MUTED,
                  tp_word(TP_WORD_FANS_NOTE));
  show_keys(app, tp_rect_cut_bottom(&rect, tp_px(app, key_height)));
  show_dates(app, tp_rect_cut_bottom(&rect, tp_px(app, note_height)), &o);
  tp_rect_cut_bottom(&rect, tp_px(app, 4.0F));
  draw_outlook(app, rect, &o);
}

/* Until there is an answer: the game as it went, where the turn can be picked too. */
static void show_course(struct tp_app *app, struct tp_rect rect) {
  struct tp_course course = tp_debrief_known(app);
  int turn = app->debrief.turn;
  if (rect.h >= tp_px(app, charts_least))
    tp_debrief_gauges(app, rect, &course);
  if (app->debrief.turn != turn)
    tp_debrief_ask_about(app, app->debrief.turn);
}

static void show_answer(struct tp_app *app, struct tp_rect rect) {
  struct tp_whatif_answer answer;
  char words[TP_VERDICT_MAX];
  double done = tp_session_what_if_progress(app->session);
  bool asked = app->debrief.change != TP_NONE;
  tp_dossier_label(app, &rect, TP_WORD_WHAT_THEN);
  if (asked && app->options.steady)
    tp_session_what_if_wait(app->session);
  else if (asked && done < 1.0)
    tp_ui_wake_at(&app->ui, app->ui.input.seconds + (double)poll_ms / 1000.0);
  if (!asked || !tp_session_what_if_answer(app->session, &answer)) {
    TP_PRINT(words, sizeof words, asked ? TP_WORD_REVIEW_WAIT : TP_WORD_WHAT_IF_HOW,
             TP_WHOLE(done * 100.0));
    tp_rect_cut_top(&rect, tp_ui_paragraph(&app->ui, rect, TP_TYPE_READ, TP_COLOUR_MUTED, words) +
                               tp_px(app, 2.0F * gap));
    show_course(app, rect);
    return;
  }
  struct tp_rect foot = tp_rect_cut_bottom(&rect, tp_px(app, button_height));
  tp_rect_cut_bottom(&rect, tp_px(app, gap));
  tp_verdict_what_if(app->session, words, sizeof words);
  tp_rect_cut_top(&rect, tp_ui_paragraph(&app->ui, rect, TP_TYPE_BODY, TP_COLOUR_INK, words) +
                             tp_px(app, gap));
  show_outlook(app, rect, &answer);
  struct tp_rect button = tp_rect_cut_left(&foot, tp_px(app, button_width));
  struct tp_hit hit = tp_ui_button(&app->ui, tp_ui_id("play on"), button, TP_BUTTON_PLAIN,
                                   tp_word(TP_WORD_PLAY_ON), NULL);
  tp_ui_tip(&app->ui, tp_word(TP_WORD_PLAY_ON_TIP));
  if (hit.clicked)
    tp_app_branch(app, answer.turn - 1, &app->debrief.asked);
}

/* Who has picked no turn is shown the one that mattered most, else the last. */
static void pick_some_turn(struct tp_app *app) {
  if (app->debrief.turn != 0)
    return;
  struct tp_course course = tp_debrief_known(app);
  tp_debrief_ask_about(app, course.count ? course.points[0].turn : course.turns);
}

void tp_debrief_what_if(struct tp_app *app, struct tp_rect page) {
  pick_some_turn(app);
  struct tp_rect turns = tp_rect_cut_left(&page, tp_px(app, turns_width));
  tp_rect_cut_left(&page, tp_px(app, column_gap));
  struct tp_rect changes = tp_rect_cut_left(&page, floorf(page.w * changes_share));
  tp_rect_cut_left(&page, tp_px(app, column_gap));
  tp_rect_cut_right(&turns, tp_px(app, bar_room));
  tp_rect_cut_right(&changes, tp_px(app, bar_room));
  show_turns(app, turns);
  show_changes(app, changes);
  show_answer(app, page);
}
