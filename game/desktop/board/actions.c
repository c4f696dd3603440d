/* The panel at the right: what can be done, by theme; what is under way; the end of the turn. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float side = 18.0F, top = 16.0F, head_height = 24.0F, tabs_height = 20.0F;
static const float foot_height = 40.0F, end_width = 104.0F, undo_width = 64.0F, undo_side = 20.0F;
static const float gap = 8.0F, label_height = 24.0F, row_height = 24.0F;

/* Could it be ordered if there were means for it? So that cards keep their places while the player
 * spends. */
static bool possible(const struct tp_app *app, int action) {
  struct tp_order order = {TP_ORDER_ACT, (int16_t)action, 0};
  switch (tp_session_check(app->session, order).refusal) {
  case TP_ALLOWED:
  case TP_ALREADY_ORDERED:
  case TP_ORDERS_FULL:
  case TP_EXCLUDED:
  case TP_NO_BUDGET:
  case TP_NO_CAPITAL:
  case TP_NO_ATTENTION:
    return true;
  default:
    return tp_session_has_ordered(app->session, action) != 0;
  }
}

/* Turns for which the programme still runs. */
static int turns_left(const struct tp_app *app, int action) {
  return tp_world_actions_const(tp_app_rules(app), tp_session_world(app->session))[action].left;
}

/* Has it a card under this theme, among those that are possible or the others? What runs stands
 * above. */
static bool is_listed(const struct tp_app *app, int action, bool open) {
  return tp_app_rules(app)->actions[action].theme == app->board.theme && !turns_left(app, action) &&
         possible(app, action) == open;
}

static void show_cards(struct tp_app *app, struct tp_rect *place, bool open) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_span own = r->actors[tp_session_player(app->session)].actions;
  for (int i = 0; i < own.count; i++) {
    int action = r->repertoire[own.first + i];
    if (is_listed(app, action, open))
      tp_card_show(app, place, action);
  }
}

static bool has_closed(const struct tp_app *app) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_span own = r->actors[tp_session_player(app->session)].actions;
  for (int i = 0; i < own.count; i++) {
    if (is_listed(app, r->repertoire[own.first + i], false))
      return true;
  }
  return false;
}

static void show_label(struct tp_app *app, struct tp_rect *place, enum tp_word word) {
  struct tp_rect line = tp_rect_cut_top(place, tp_px(app, label_height));
  tp_ui_label(&app->ui, line, TP_TYPE_LABEL, TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(word));
}

static void show_effects(struct tp_app *app, struct tp_rect *place, enum tp_word when,
                         struct tp_span effects) {
  const struct tp_rules *r = tp_app_rules(app);
  char words[3 * TP_WORDING_MAX] = "", line[3 * TP_WORDING_MAX + 40];
  if (!effects.count)
    return;
  for (int i = 0; i < effects.count; i++) {
    tp_wording_effect(r, &r->effects[effects.first + i], line, sizeof line);
    tp_phrase_list(words, sizeof words, line);
  }
  TP_PRINT(line, sizeof line, when, words);
  tp_rect_cut_top(place, tp_ui_paragraph(&app->ui, *place, TP_TYPE_NOTE, TP_COLOUR_MUTED, line));
}

/* A programme that runs; the one that was clicked says what it does. */
static void show_running(struct tp_app *app, struct tp_rect *place, int action, int turns) {
  const struct tp_action *a = &tp_app_rules(app)->actions[action];
  bool open = app->board.action == action;
  char left[40];
  if (turns > 1)
    TP_PRINT(left, sizeof left, TP_WORD_TURNS_LEFT, TP_WHOLE(turns));
  else
    snprintf(left, sizeof left, "%s", tp_word(TP_WORD_TURN_LEFT));
  struct tp_rect line = tp_rect_cut_top(place, tp_px(app, row_height));
  uint32_t id = tp_ui_id_of(tp_ui_id("under way"), (uint32_t)action);
  struct tp_hit hit = tp_ui_row(&app->ui, id, line, open, a->words.title, left, TP_COLOUR_MUTED);
  tp_pages_about(app, &hit, tp_page_of(TP_PAGE_ACTION, action));
  tp_guide_mark(app, TP_MARK_ACTION, action);
  if (hit.clicked)
    app->board.action = open ? TP_NONE : action;
  if (!open)
    return;
  tp_guide_see(app, TP_MARK_ACTION, action);
  tp_rect_cut_top(place, tp_px(app, gap * 0.5F));
  tp_rect_cut_top(place,
                  tp_ui_paragraph(&app->ui, *place, TP_TYPE_NOTE, TP_COLOUR_MUTED, a->words.text));
  show_effects(app, place, TP_WORD_EACH_TURN, a->each_turn);
  show_effects(app, place, TP_WORD_AT_END, a->at_end);
  tp_rect_cut_top(place, tp_px(app, gap * 0.5F));
}

/* The player's programmes of all themes that still run. */
static void show_under_way(struct tp_app *app, struct tp_rect *place) {
  const struct tp_rules *r = tp_app_rules(app);
  bool any = false;
  for (int i = 0; i < r->action_count; i++) {
    int turns = turns_left(app, i);
    if (r->actions[i].seat != tp_session_player(app->session) || !turns)
      continue;
    if (!any)
      show_label(app, place, TP_WORD_UNDER_WAY);
    any = true;
    show_running(app, place, i, turns);
  }
  if (any)
    tp_rect_cut_top(place, tp_px(app, gap));
}

static void show_head(struct tp_app *app, struct tp_rect head) {
  char words[60];
  int count = tp_session_orders(app->session)->count;
  tp_ui_label(&app->ui, head, TP_TYPE_HEAD, TP_COLOUR_INK, TP_ALIGN_LEFT, tp_word(TP_WORD_ACT));
  if (!tp_session_can_undo(app->session) && !count)
    return;
  float words_wide =
      tp_text_width(app->fonts, tp_face(app, TP_TYPE_BODY_STRONG), tp_word(TP_WORD_UNDO)) +
      tp_px(app, undo_side);
  struct tp_rect undo = tp_rect_cut_right(&head, fmaxf(ceilf(words_wide), tp_px(app, undo_width)));
  tp_rect_cut_right(&head, tp_px(app, gap));
  TP_PRINT(words, sizeof words, TP_WORD_ORDERED_COUNT, TP_WHOLE(count));
  tp_ui_label(&app->ui, head, TP_TYPE_NOTE_STRONG, TP_COLOUR_ACCENT, TP_ALIGN_RIGHT, words);
  if (tp_session_can_undo(app->session) &&
      tp_ui_button(&app->ui, tp_ui_id("undo"), undo, TP_BUTTON_PLAIN, tp_word(TP_WORD_UNDO), NULL)
          .clicked)
    tp_session_undo(app->session);
}

static void show_tabs(struct tp_app *app, struct tp_rect line) {
  const char *names[TP_THEMES];
  for (int i = 0; i < TP_THEMES; i++)
    names[i] = tp_wording_theme((enum tp_theme)i);
  tp_ui_tabs(&app->ui, tp_ui_id("themes"), line, names, TP_THEMES, &app->board.theme);
  for (int i = 0; i < TP_THEMES; i++)
    tp_guide_mark_id(app, TP_GUIDE_THEME, i, tp_ui_id_of(tp_ui_id("themes"), (uint32_t)i));
}

static void show_foot(struct tp_app *app, struct tp_rect foot) {
  struct tp_outcome outcome;
  tp_session_outcome(app->session, &outcome);
  bool over = outcome.result != TP_PLAYING;
  char words[120], key[60];
  TP_PRINT(words, sizeof words, TP_WORD_SPACE_ENDS, tp_app_key(app, TP_COMMAND_SPACE, key));
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, end_width));
  button.y += tp_px(app, 2.0F);
  button.h = tp_px(app, foot_height - 4.0F);
  tp_ui_label(&app->ui, foot, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT,
              over ? tp_word(TP_WORD_GAME_OVER) : words);
  struct tp_hit hit = tp_ui_button(&app->ui, tp_ui_id("end turn"), button, TP_BUTTON_PRIMARY,
                                   tp_word(over ? TP_WORD_THE_END : TP_WORD_END_TURN), NULL);
  tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_END_TURN);
  if (hit.clicked && over)
    app->screen = TP_SCREEN_ENDING;
  else if (hit.clicked)
    tp_board_end_turn(app, false);
}

void tp_actions_show(struct tp_app *app, struct tp_rect panel) {
  struct tp_rect ground = {panel.x, panel.y, panel.w + 2.0F, panel.h + 2.0F};
  tp_ui_panel(&app->ui, ground, TP_COLOUR_PANEL);
  struct tp_rect in = tp_rect_inset(panel, tp_px(app, side), tp_px(app, top));
  show_head(app, tp_rect_cut_top(&in, tp_px(app, head_height)));
  tp_rect_cut_top(&in, tp_px(app, gap));
  show_tabs(app, tp_rect_cut_top(&in, tp_px(app, tabs_height)));
  tp_rect_cut_top(&in, tp_px(app, gap));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, foot_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  uint32_t list = tp_ui_id_of(tp_ui_id("cards"), (uint32_t)app->board.theme);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, list, in);
  float start = place.y;
  place.h = 1e6F;
  show_under_way(app, &place);
  show_cards(app, &place, true);
  if (has_closed(app)) {
    show_label(app, &place, TP_WORD_NOT_NOW);
    show_cards(app, &place, false);
  }
  tp_ui_scroll_end(&app->ui, place.y - start);
  tp_ui_emit(&app->ui, TP_WIDGET_LABEL, 0, in, true, false, "");
  tp_guide_mark(app, TP_GUIDE_CARDS, 0);
  show_foot(app, foot);
}
