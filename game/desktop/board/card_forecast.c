#include "desktop/board/card_forecast.h"

#include "desktop/widgets/chart.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <string.h>

/* layout, in pixels at scale 1 */
static const float line_height = 16.0F, chart_height = 92.0F, gain_width = 40.0F,
                   range_width = 92.0F;

enum { rollouts = 200, horizon = 12 };

static void ask(struct tp_app *app, int action) {
  struct tp_board *board = &app->board;
  int steps = tp_board_orders_key(app);
  if (board->ticket_action != action || board->ticket_steps != steps) {
    if (board->ticket && !board->forecast_ready)
      tp_session_forecast_cancel(app->session, board->ticket);
    board->ticket = tp_session_forecast_order(
        app->session, (struct tp_order){TP_ORDER_ACT, (int16_t)action, 0}, rollouts, horizon);
    board->ticket_action = action;
    board->ticket_steps = steps;
    board->forecast_ready = 0;
  }
  if (!board->ticket || board->forecast_ready)
    return;
  enum tp_forecast_state state = tp_board_forecast(app, board->ticket, &board->forecast);
  board->forecast_ready = state == TP_FORECAST_DONE;
  if (state == TP_FORECAST_UNKNOWN || state == TP_FORECAST_CANCELLED)
    board->ticket = 0;
}

static const struct tp_forecast_line *line_of(const struct tp_forecast *forecast, int slot) {
  for (int i = 0; i < forecast->line_count; i++)
    if (forecast->lines[i].slot == slot)
      return &forecast->lines[i];
  return NULL;
}

static void gain_figure(struct tp_app *app, struct tp_rect *line, float width,
                        enum tp_type_role role, enum tp_colour_role ink, const char *figure) {
  struct tp_rect at = tp_rect_cut_right(line, tp_px(app, width));
  tp_text_number_in(app->fonts, tp_face(app, role), tp_ink(app, ink), at, TP_ALIGN_RIGHT, figure);
}

static void gain_of(struct tp_app *app, struct tp_rect *line, const struct tp_forecast_line *f,
                    bool rising) {
  char gain[16];
  tp_ui_signed(f->gain, gain, sizeof gain);
  gain_figure(app, line, gain_width, TP_TYPE_NOTE_STRONG, tp_ui_change_colour(f->gain, !rising),
              gain);
}

/* A click on a gauge's line chooses it for the chart. */
static void gauge_line(struct tp_app *app, struct tp_rect line, enum tp_gauge_id id) {
  struct tp_gauge gauge;
  char low[16], high[16], between[60];
  tp_session_gauge(app->session, id, &gauge);
  const struct tp_forecast_line *f = line_of(&app->board.forecast, gauge.slot);
  uint32_t name = tp_ui_id_of(tp_ui_id("gain"), (uint32_t)id);
  if (!f)
    return;
  if (tp_ui_area(&app->ui, name, line, false, gauge.title).clicked)
    app->board.gauge = (int)id;
  bool drawn = app->board.gauge == (int)id;
  tp_ui_signed(f->gain_low, low, sizeof low);
  tp_ui_signed(f->gain_high, high, sizeof high);
  TP_PRINT(between, sizeof between, TP_WORD_FORECAST_BETWEEN, low, high);
  if (!strcmp(low, high)) /* to the last digit shown */
    between[0] = '\0';
  gain_figure(app, &line, range_width, TP_TYPE_NOTE, TP_COLOUR_MUTED, between);
  gain_of(app, &line, f, gauge.rising);
  tp_ui_label(&app->ui, line, drawn ? TP_TYPE_NOTE_STRONG : TP_TYPE_NOTE,
              drawn ? TP_COLOUR_INK : TP_COLOUR_MUTED, TP_ALIGN_LEFT, gauge.title);
}

/* What else victories ask for and the order changes: the lines of the forecast. */
static int goals_moved(const struct tp_app *app, int action, int lines[TP_FORECAST_SLOTS]) {
  const struct tp_forecast *f = &app->board.forecast;
  int count = 0;
  if (!app->board.forecast_ready || app->board.ticket_action != action)
    return 0;
  for (int i = f->line_count; i < f->line_count + f->gain_count; i++)
    if (tp_forecast_gains(&f->lines[i]))
      lines[count++] = i;
  return count;
}

/* Their names are long: the figure stands at the edge, without its range. */
static void goal_line(struct tp_app *app, struct tp_rect line, const struct tp_forecast_line *f,
                      bool rising) {
  char title[TP_WORDING_MAX];
  const struct tp_rules *r = tp_app_rules(app);
  if (r->slots[f->slot].scope == TP_ON_CLAIM) /* how far it is believed goes without saying */
    TP_SAY(title, sizeof title, TP_SAY_HELP_CLAIM,
           r->claims[r->slots[f->slot].subject].words.title);
  else
    tp_wording_variable(r, f->slot, title, sizeof title);
  gain_of(app, &line, f, rising);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, title);
}

static void gain_lines(struct tp_app *app, struct tp_rect in, int action) {
  char words[120], ahead[40];
  const struct tp_forecast *f = &app->board.forecast;
  struct tp_goal goals[TP_FORECAST_SLOTS]; /* in the order of their lines */
  int moved[TP_FORECAST_SLOTS], count = goals_moved(app, action, moved);
  tp_session_goals(app->session, goals, TP_FORECAST_SLOTS);
  TP_SAY(ahead, sizeof ahead, f->horizon == 1 ? TP_SAY_COST_TURN : TP_SAY_COST_TURNS,
         TP_WHOLE(f->horizon));
  TP_PRINT(words, sizeof words, TP_WORD_FORECAST_CHANGES, ahead);
  tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, line_height)), TP_TYPE_NOTE,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, words);
  for (int id = 0; id < TP_GAUGES; id++)
    if (tp_session_gauge_slot(tp_app_rules(app), (enum tp_gauge_id)id) != TP_NONE)
      gauge_line(app, tp_rect_cut_top(&in, tp_px(app, line_height)), (enum tp_gauge_id)id);
  for (int i = 0; i < count; i++)
    goal_line(app, tp_rect_cut_top(&in, tp_px(app, line_height)), &f->lines[moved[i]],
              goals[moved[i] - f->line_count].rising);
}

float tp_card_forecast_height(const struct tp_app *app, int action) {
  int goals[TP_FORECAST_SLOTS], lines = 2 + goals_moved(app, action, goals);
  for (int id = 0; id < TP_GAUGES; id++)
    lines += tp_session_gauge_slot(tp_app_rules(app), (enum tp_gauge_id)id) != TP_NONE;
  return tp_px(app, (float)lines * line_height + 8.0F + chart_height);
}

void tp_card_forecast_show(struct tp_app *app, struct tp_rect in, int action) {
  struct tp_gauge gauge;
  char words[160];
  tp_session_gauge(app->session, (enum tp_gauge_id)app->board.gauge, &gauge);
  TP_PRINT(words, sizeof words, TP_WORD_FORECAST_OF, gauge.title);
  tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, line_height)), TP_TYPE_NOTE_STRONG,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, words);
  tp_rect_cut_top(&in, tp_px(app, 4.0F));
  struct tp_rect chart = tp_rect_cut_top(&in, tp_px(app, chart_height));
  ask(app, action);
  const struct tp_forecast_line *line =
      app->board.forecast_ready ? line_of(&app->board.forecast, gauge.slot) : NULL;
  if (!line) {
    bool waiting = app->board.ticket && !app->board.forecast_ready;
    tp_ui_label(&app->ui, chart, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_CENTRE,
                tp_word(waiting ? TP_WORD_FORECAST_WAIT : TP_WORD_FORECAST_NONE));
    return;
  }
  tp_chart_fan(app, chart, &app->board.forecast, line);
  tp_ui_emit(&app->ui, TP_WIDGET_LABEL, 0, chart, true, false, words);
  tp_guide_mark(app, TP_MARK_FORECAST, action);
  tp_guide_see(app, TP_MARK_FORECAST, action);
  tp_rect_cut_top(&in, tp_px(app, 4.0F));
  gain_lines(app, in, action);
}
