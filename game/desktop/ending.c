/* The end: how it came out and why, which objectives were met, and the four gauges over the game.
 */
#include "desktop/chart.h"
#include "desktop/screens.h"
#include "desktop/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float margin = 56.0F, top = 40.0F, gap = 16.0F, column_gap = 48.0F;
static const float over_height = 20.0F, title_height = 60.0F, button_height = 36.0F;
static const float button_width = 168.0F, label_height = 24.0F, chart_gap = 20.0F;

static void show_charts(struct tp_app *app, struct tp_rect rect) {
  static const enum tp_colour_role roles[TP_GAUGES] = {TP_COLOUR_RUSSIA, TP_COLOUR_EUROPE,
                                                       TP_COLOUR_BRASS, TP_COLOUR_DURABLE};
  float high = (rect.h - tp_px(app, chart_gap) * (float)(TP_GAUGES - 1)) / (float)TP_GAUGES;
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(app->session, (enum tp_gauge_id)i, &gauge);
    struct tp_rect chart = tp_rect_cut_top(&rect, high);
    tp_rect_cut_top(&rect, tp_px(app, chart_gap));
    if (gauge.slot == TP_NONE)
      continue;
    tp_ui_label(&app->ui, tp_rect_cut_top(&chart, tp_px(app, label_height)), TP_TYPE_BODY_STRONG,
                TP_COLOUR_INK, TP_ALIGN_LEFT, gauge.title);
    tp_chart_history(app, chart, gauge.slot, gauge.has_goal ? gauge.goal : (double)NAN,
                     tp_ink(app, roles[i]));
  }
}

/* The dates at the ends of the charts, and what their thin lines are. */
static void show_axis(struct tp_app *app, struct tp_rect line) {
  const struct tp_rules *r = tp_app_rules(app);
  char date[40];
  tp_rect_cut_right(&line, tp_px(app, 32.0F));
  tp_wording_date(r, 0, date, sizeof date);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, date);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_CENTRE,
              tp_word(TP_WORD_TURNING_POINTS));
  tp_wording_date(r, tp_session_turn(app->session), date, sizeof date);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT, date);
}

static void show_buttons(struct tp_app *app, struct tp_rect foot) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect button = tp_rect_cut_left(&foot, tp_px(app, button_width));
  tp_rect_cut_left(&foot, tp_px(app, gap));
  bool title = tp_ui_button(ui, tp_ui_id("to title"), button, TP_BUTTON_PRIMARY,
                            tp_word(TP_WORD_TO_TITLE), NULL)
                   .clicked;
  button = tp_rect_cut_left(&foot, tp_px(app, button_width));
  tp_rect_cut_left(&foot, tp_px(app, gap));
  bool again = tp_ui_button(ui, tp_ui_id("again"), button, TP_BUTTON_PLAIN,
                            tp_word(TP_WORD_PLAY_AGAIN), NULL)
                   .clicked;
  button = tp_rect_cut_left(&foot, tp_px(app, button_width));
  if (tp_ui_button(ui, tp_ui_id("to board"), button, TP_BUTTON_PLAIN, tp_word(TP_WORD_TO_BOARD),
                   NULL)
          .clicked)
    app->screen = TP_SCREEN_BOARD;
  if (title || tp_ui_key(ui, TP_KEY_ESCAPE)) {
    tp_app_leave(app);
  } else if (again) {
    tp_app_start(app, app->origin, tp_session_seed(app->session) + 1);
  }
}

static void show_result(struct tp_app *app, struct tp_rect *in, const struct tp_outcome *outcome) {
  const struct tp_rules *r = tp_app_rules(app);
  char words[240], date[40], result[80];
  int met = 0;
  for (int i = 0; i < r->objective_count; i++) {
    struct tp_objective_state state;
    tp_session_objective(app->session, i, &state);
    met += state.met;
  }
  tp_wording_date(r, tp_session_turn(app->session), date, sizeof date);
  snprintf(result, sizeof result, "%s", tp_wording_result(outcome->result));
  tp_phrase_capital(result);
  snprintf(words, sizeof words, "%s \xc2\xb7 %s \xc2\xb7 %s", r->words.title, date, result);
  tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, over_height)), TP_TYPE_BODY_STRONG,
              outcome->result == TP_VICTORY  ? TP_COLOUR_GOOD
              : outcome->result == TP_DEFEAT ? TP_COLOUR_BAD
                                             : TP_COLOUR_MUTED,
              TP_ALIGN_LEFT, words);
  tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, title_height)), TP_TYPE_DISPLAY,
              TP_COLOUR_INK, TP_ALIGN_LEFT, outcome->title);
  TP_PRINT(words, sizeof words, TP_WORD_SCORE, TP_WHOLE(outcome->score), TP_WHOLE(met),
           TP_WHOLE(r->objective_count), TP_WHOLE(tp_session_turn(app->session)));
  tp_rect_cut_top(in, tp_ui_paragraph(&app->ui, *in, TP_TYPE_READ, TP_COLOUR_INK, outcome->text) +
                          tp_px(app, gap));
  tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, label_height)), TP_TYPE_BODY_STRONG,
              TP_COLOUR_INK, TP_ALIGN_LEFT, words);
  tp_rect_cut_top(in, tp_px(app, gap * 0.5F));
}

void tp_ending_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_outcome outcome;
  tp_session_outcome(app->session, &outcome);
  struct tp_rect in = tp_rect_inset(screen, tp_px(app, margin), tp_px(app, top));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  struct tp_rect right = tp_rect_cut_right(&in, floorf((in.w - tp_px(app, column_gap)) * 0.46F));
  tp_rect_cut_right(&in, tp_px(app, column_gap));
  show_result(app, &in, &outcome);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, tp_ui_id("ending goals"), in);
  tp_ui_scroll_end(&app->ui, tp_goals_list(app, place));
  show_axis(app, tp_rect_cut_bottom(&right, tp_px(app, label_height)));
  show_charts(app, right);
  show_buttons(app, foot);
}
