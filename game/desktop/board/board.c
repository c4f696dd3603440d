/* The board: where its parts stand, the keys that belong to all of it, and how a turn ends. */
#include "desktop/map/geography.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float bar_height = 56.0F, panel_width = 332.0F;
static const float edge = 20.0F, dossier_width = 312.0F, dossier_height = 340.0F;
static const float dossier_least = 180.0F,
                   dossier_share = 0.52F; /* of the height, where there is much of it */
static const float chip_height = 32.0F, chip_most = 480.0F;

void tp_board_open(struct tp_app *app) {
  const struct tp_rules *r = tp_app_rules(app);
  app->board = (struct tp_board){.action = TP_NONE,
                                 .actor = r->adversary != TP_NONE ? r->adversary : r->player,
                                 .tie = TP_NONE,
                                 .claim = TP_NONE,
                                 .headline = TP_NONE,
                                 .hover_actor = TP_NONE,
                                 .hover_next = TP_NONE,
                                 .hover_tie = TP_NONE,
                                 .dossier = 1};
  struct tp_outcome outcome;
  tp_session_outcome(app->session, &outcome);
  app->screen = outcome.result == TP_PLAYING ? TP_SCREEN_BOARD : TP_SCREEN_ENDING;
  tp_map_look(app->map, tp_map_default_view());
  tp_arcs_bend(app);
  tp_geography_colour(app);
  tp_board_next_matter(app);
}

/* --- ending the turn --- */

bool tp_board_undecided(const struct tp_app *app, int *index) {
  struct tp_decision decision;
  for (int i = 0; tp_session_decision(app->session, i, &decision); i++) {
    if (decision.answer == TP_NONE) {
      *index = i;
      return true;
    }
  }
  return false;
}

bool tp_board_move_chosen(const struct tp_app *app) {
  const struct tp_orders *orders = tp_session_orders(app->session);
  for (int i = 0; i < orders->count; i++)
    if (orders->item[i].kind == TP_ORDER_MOVE)
      return true;
  return false;
}

bool tp_board_doomed(const struct tp_app *app, int *action) {
  const struct tp_orders *orders = tp_session_orders(app->session);
  for (int i = 0; i < orders->count; i++) {
    struct tp_ballot ballot;
    int id = orders->item[i].id;
    if (orders->item[i].kind != TP_ORDER_ACT || tp_set_has(&app->board.knowing, id))
      continue;
    tp_session_poll(app->session, id, &ballot);
    if (ballot.passes >= 0)
      continue;
    *action = id;
    return true;
  }
  return false;
}

int tp_board_orders_key(const struct tp_app *app) {
  const struct tp_orders *orders = tp_session_orders(app->session);
  unsigned hash = 17U + (unsigned)tp_session_turn(app->session) * 1009U;
  for (int i = 0; i < orders->count; i++)
    hash = hash * 31U + (unsigned)(orders->item[i].kind * 7919 + orders->item[i].id * 17 +
                                   orders->item[i].choice);
  return (int)(hash & 0x7fffffffU);
}

enum tp_forecast_state tp_board_forecast(struct tp_app *app, int ticket,
                                         struct tp_forecast *result) {
  return app->options.steady ? tp_session_forecast_wait(app->session, ticket, result)
                             : tp_session_forecast_poll(app->session, ticket, result);
}

void tp_board_forget_forecasts(struct tp_app *app) {
  app->board.ticket = 0;
  app->board.ticket_action = TP_NONE;
  app->board.forecast_ready = 0;
  memset(app->board.outlooks, 0, sizeof app->board.outlooks);
}

/* Shows the first thing that asks for the player: a decision, then a crisis of theirs. */
void tp_board_next_matter(struct tp_app *app) {
  struct tp_crisis_state crisis;
  tp_session_crisis(app->session, &crisis);
  if (app->screen != TP_SCREEN_BOARD)
    app->overlay = TP_OVERLAY_NONE;
  else if (tp_board_undecided(app, &app->board.decision))
    app->overlay = TP_OVERLAY_DECISION;
  else if (crisis.on && crisis.ours && !tp_board_move_chosen(app))
    app->overlay = TP_OVERLAY_CRISIS;
  else
    app->overlay = TP_OVERLAY_NONE;
}

static bool could_act(const struct tp_app *app) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_span own = r->actors[tp_session_player(app->session)].actions;
  for (int i = 0; i < own.count; i++) {
    struct tp_order order = {TP_ORDER_ACT, r->repertoire[own.first + i], 0};
    if (tp_session_check(app->session, order).refusal == TP_ALLOWED)
      return true;
  }
  return false;
}

/* Something the player may have forgotten? */
static bool forgotten(const struct tp_app *app) {
  struct tp_crisis_state crisis;
  int index;
  tp_session_crisis(app->session, &crisis);
  if (tp_board_undecided(app, &index) || (crisis.on && crisis.ours && !tp_board_move_chosen(app)) ||
      tp_board_doomed(app, &index))
    return true;
  return tp_session_orders(app->session)->count == 0 && could_act(app);
}

void tp_board_end_turn(struct tp_app *app, bool asked) {
  if (!asked && forgotten(app)) {
    app->overlay = TP_OVERLAY_CONFIRM;
    return;
  }
  tp_board_forget_forecasts(app);
  bool ordered =
      app->board.action != TP_NONE && tp_session_has_ordered(app->session, app->board.action);
  if (!tp_session_end_turn(app->session))
    return;
  if (ordered) /* nothing more can be done with its card */
    app->board.action = TP_NONE;
  app->board.headline = TP_NONE;
  app->board.knowing = (struct tp_set){0};
  app->overlay = TP_OVERLAY_REPORT;
  tp_geography_colour(app);
}

/* --- keys --- */

static void take_keys(struct tp_app *app) {
  struct tp_ui *ui = &app->ui;
  for (int i = 0; i < TP_THEMES; i++)
    if (tp_ui_digit(ui, i + 1)) {
      app->board.theme = i;
      app->board.to_cards = true;
    }
  int step = (int)tp_ui_key(ui, TP_KEY_NEXT_THEME) - (int)tp_ui_key(ui, TP_KEY_LAST_THEME);
  if (step) {
    app->board.theme = (app->board.theme + step + TP_THEMES) % TP_THEMES;
    app->board.to_cards = true;
  }
  if (tp_ui_key(ui, TP_KEY_ESCAPE))
    app->overlay = TP_OVERLAY_MENU;
  if (tp_ui_key(ui, TP_KEY_F1))
    app->overlay = TP_OVERLAY_HELP;
  if (tp_ui_key(ui, TP_KEY_LOAD)) {
    tp_app_list_saves(app);
    app->overlay = TP_OVERLAY_SAVES;
  }
  if (tp_ui_key(ui, TP_KEY_REPORT))
    app->overlay = TP_OVERLAY_REPORT;
  if (tp_ui_key(ui, TP_KEY_GOALS))
    app->overlay = TP_OVERLAY_GOALS;
  if (tp_ui_key(ui, TP_KEY_COUNSEL) && !app->options.no_advisors)
    app->overlay = TP_OVERLAY_COUNSEL;
  if (tp_ui_key(ui, TP_KEY_SAVE))
    tp_saves_open(app);
  if (tp_ui_key(ui, TP_KEY_F5))
    tp_app_reload(app, true);
  if (tp_ui_key(ui, TP_KEY_UNDO))
    tp_session_undo(app->session);
  if (tp_ui_key(ui, TP_KEY_REDO))
    tp_session_redo(app->session);
  if (tp_ui_key(ui, TP_KEY_MODE)) {
    app->board.mode = (app->board.mode + 1) % TP_MODES;
    tp_guide_see(app, TP_MARK_SPOT, TP_SPOT_MODES);
    tp_geography_colour(app);
  }
  if (tp_ui_key(ui, TP_KEY_SPACE))
    tp_board_end_turn(app, false);
}

/* --- what floats over the map --- */

static float show_chip(struct tp_app *app, float x, float y, const char *id, const char *words,
                       enum tp_button_kind kind, bool *clicked) {
  float width = tp_text_width(app->fonts, tp_face(app, TP_TYPE_BODY_STRONG), words);
  struct tp_rect rect = {x, y, fminf(width + tp_px(app, 24.0F), tp_px(app, chip_most)),
                         tp_px(app, chip_height)};
  tp_ui_panel(&app->ui, rect, TP_COLOUR_PANEL);
  *clicked = tp_ui_button(&app->ui, tp_ui_id(id), rect, kind, words, NULL).clicked;
  return rect.w + tp_px(app, 8.0F);
}

static int goals_met(const struct tp_app *app) {
  int met = 0;
  for (int i = 0; i < tp_app_rules(app)->objective_count; i++) {
    struct tp_objective_state objective;
    tp_session_objective(app->session, i, &objective);
    met += objective.met;
  }
  return met;
}

/* The quiet ones in a row, what waits for the player below. */
static void show_chips(struct tp_app *app, struct tp_rect map) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_nearness nearest;
  char words[200];
  bool clicked;
  float x = map.x + tp_px(app, edge), y = map.y + tp_px(app, 12.0F);
  TP_PRINT(words, sizeof words, TP_WORD_GOALS_COUNT, TP_WHOLE(goals_met(app)),
           TP_WHOLE(r->objective_count));
  x += show_chip(app, x, y, "goals", words, TP_BUTTON_PLAIN, &clicked);
  tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_GOALS);
  if (clicked)
    app->overlay = TP_OVERLAY_GOALS;
  tp_session_nearest_victory(app->session, &nearest);
  if (nearest.ending != TP_NONE) {
    TP_PRINT(words, sizeof words, TP_WORD_GOALS_NEAREST, r->endings[nearest.ending].words.title,
             TP_WHOLE(nearest.held), TP_WHOLE(nearest.of));
    x += show_chip(app, x, y, "nearest", words, TP_BUTTON_PLAIN, &clicked);
    if (clicked)
      app->overlay = TP_OVERLAY_GOALS;
  }
  x += show_chip(app, x, y, "news", tp_word(TP_WORD_NEWS), TP_BUTTON_PLAIN, &clicked);
  tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_REPORT);
  if (clicked)
    app->overlay = TP_OVERLAY_REPORT;
  if (!app->options.no_advisors) {
    x += show_chip(app, x, y, "advisors", tp_word(TP_WORD_COUNSEL), TP_BUTTON_PLAIN, &clicked);
    tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_COUNSEL);
    if (clicked)
      app->overlay = TP_OVERLAY_COUNSEL;
  }
  show_chip(app, x, y, "menu", tp_word(TP_WORD_MENU), TP_BUTTON_PLAIN, &clicked);
  if (clicked)
    app->overlay = TP_OVERLAY_MENU;
  x = map.x + tp_px(app, edge);
  y += tp_px(app, chip_height + 8.0F);
  struct tp_decision decision;
  for (int i = 0; tp_session_decision(app->session, i, &decision); i++) {
    TP_PRINT(words, sizeof words, TP_WORD_DECISION_WAITS, r->events[decision.event].words.title);
    show_chip(app, x, y, words, words,
              decision.answer == TP_NONE ? TP_BUTTON_PRIMARY : TP_BUTTON_PLAIN, &clicked);
    tp_guide_mark(app, TP_MARK_EVENT, decision.event);
    if (clicked) {
      app->board.decision = i;
      app->overlay = TP_OVERLAY_DECISION;
    }
    y += tp_px(app, chip_height + 8.0F);
  }
  struct tp_crisis_state crisis;
  tp_session_crisis(app->session, &crisis);
  if (crisis.on) {
    TP_PRINT(words, sizeof words, TP_WORD_CRISIS_AT, tp_wording_step(crisis.step));
    bool waits = crisis.ours && !tp_board_move_chosen(app);
    show_chip(app, x, y, "crisis", words, waits ? TP_BUTTON_PRIMARY : TP_BUTTON_PLAIN, &clicked);
    tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_CRISIS);
    if (clicked)
      app->overlay = TP_OVERLAY_CRISIS;
  }
}

void tp_board_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_rect rest = screen;
  struct tp_rect bar = tp_rect_cut_top(&rest, tp_px(app, bar_height));
  struct tp_rect panel = tp_rect_cut_right(&rest, tp_px(app, panel_width));
  float side = tp_px(app, edge), foot = rest.y + rest.h - side;
  if (app->overlay == TP_OVERLAY_NONE)
    take_keys(app);
  float most = fmaxf(tp_px(app, dossier_height), floorf(rest.h * dossier_share));
  float height = fminf(fmaxf(app->board.dossier_need, tp_px(app, dossier_least)), most);
  struct tp_rect dossier = {rest.x + side, foot - height, tp_px(app, dossier_width), height};
  float left = app->board.dossier ? dossier.x + dossier.w + side : rest.x + side;
  struct tp_point size = tp_legend_size(app);
  float wide = fminf(size.x, rest.x + rest.w - side - left);
  struct tp_rect legend = {rest.x + rest.w - side - wide, foot - size.y, wide, size.y};
  app->board.free_map =
      (struct tp_rect){left, rest.y + tp_px(app, 2.0F * chip_height), rest.x + rest.w - side - left,
                       legend.y - rest.y - tp_px(app, 3.0F * chip_height)};
  tp_geography_show(app, rest);
  tp_topbar_show(app, bar);
  tp_actions_show(app, panel);
  show_chips(app, rest);
  if (app->board.dossier)
    tp_dossier_show(app, dossier);
  tp_legend_show(app, legend);
}
