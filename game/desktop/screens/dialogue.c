/* What dialogues share, and the small ones: asking before a turn ends, the objectives. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float pad = 28.0F, over_height = 18.0F, title_height = 34.0F, margin = 24.0F;
static const float gap = 12.0F, button_height = 36.0F, button_width = 168.0F;
static const float confirm_width = 480.0F, confirm_height = 250.0F;
static const float goals_width = 620.0F, goals_height = 620.0F, mark_width = 20.0F;
static const float tall_share = 0.82F;    /* of the window's height */
static const float frame_height = 158.0F; /* what stands round a list */
static const float status_width = 220.0F, name_height = 22.0F;

struct tp_rect tp_dialogue_begin(struct tp_app *app, struct tp_rect screen, float width,
                                 float height, const char *over, const char *title) {
  float w = fminf(tp_px(app, width), screen.w - tp_px(app, margin));
  float h = fminf(tp_px(app, height), screen.h - tp_px(app, margin));
  struct tp_rect box = {screen.x + floorf((screen.w - w) * 0.5F),
                        screen.y + floorf((screen.h - h) * 0.45F), w, h};
  tp_ui_panel(&app->ui, box, TP_COLOUR_PANEL);
  struct tp_rect in = tp_rect_inset(box, tp_px(app, pad), tp_px(app, pad - 4.0F));
  if (over && over[0])
    tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, over_height)), TP_TYPE_NOTE,
                TP_COLOUR_MUTED, TP_ALIGN_LEFT, over);
  tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, title_height)), TP_TYPE_TITLE,
              TP_COLOUR_INK, TP_ALIGN_LEFT, title);
  tp_rect_cut_top(&in, tp_px(app, gap * 0.5F));
  return in;
}

float tp_dialogue_tall(const struct tp_app *app, struct tp_rect screen, float least) {
  return fmaxf(least, screen.h * tall_share / app->look.scale);
}

float tp_dialogue_fitting(const struct tp_app *app, struct tp_rect screen, float usual,
                          uint32_t list) {
  float tall = tp_dialogue_tall(app, screen, usual), content = tp_ui_scroll_content(&app->ui, list);
  return content > 0.0F ? fminf(content / app->look.scale + frame_height, tall) : usual;
}

bool tp_dialogue_closes(struct tp_app *app, struct tp_rect button, uint32_t id, enum tp_word word) {
  struct tp_ui *ui = &app->ui;
  bool clicked = tp_ui_button(ui, id, button, TP_BUTTON_PRIMARY, tp_word(word), NULL).clicked;
  return clicked || tp_ui_key(ui, TP_KEY_ESCAPE) || tp_ui_key(ui, TP_KEY_ENTER) ||
         tp_ui_key(ui, TP_KEY_SPACE);
}

/* --- asking before the turn ends --- */

static void reason_to_ask(const struct tp_app *app, char *text, size_t size) {
  struct tp_decision decision;
  struct tp_crisis_state crisis;
  int index;
  tp_session_crisis(app->session, &crisis);
  if (tp_board_undecided(app, &index) && tp_session_decision(app->session, index, &decision))
    TP_PRINT(text, size, TP_WORD_CONFIRM_DECISION,
             tp_app_rules(app)->events[decision.event].words.title);
  else
    snprintf(text, size, "%s",
             tp_word(crisis.on && crisis.ours && !tp_board_move_chosen(app)
                         ? TP_WORD_CONFIRM_CRISIS
                         : TP_WORD_CONFIRM_UNSPENT));
}

void tp_confirm_show(struct tp_app *app, struct tp_rect screen) {
  char words[400];
  struct tp_ui *ui = &app->ui;
  struct tp_rect in =
      tp_dialogue_begin(app, screen, confirm_width, confirm_height, "", tp_word(TP_WORD_CONFIRM));
  reason_to_ask(app, words, sizeof words);
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_ui_paragraph(ui, in, TP_TYPE_READ, TP_COLOUR_INK, words);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  tp_rect_cut_right(&foot, tp_px(app, gap));
  bool yes = tp_ui_button(ui, tp_ui_id("end anyway"), button, TP_BUTTON_PRIMARY,
                          tp_word(TP_WORD_CONFIRM_YES), NULL)
                 .clicked;
  button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  bool no = tp_ui_button(ui, tp_ui_id("go back"), button, TP_BUTTON_PLAIN,
                         tp_word(TP_WORD_CONFIRM_NO), NULL)
                .clicked;
  no |= tp_ui_key(ui, TP_KEY_ESCAPE);
  yes |= !no && (tp_ui_key(ui, TP_KEY_ENTER) || tp_ui_key(ui, TP_KEY_SPACE));
  if (no) {
    app->overlay = TP_OVERLAY_NONE;
    tp_board_next_matter(app);
  } else if (yes) {
    app->overlay = TP_OVERLAY_NONE;
    tp_board_end_turn(app, true);
  }
}

/* --- objectives --- */

/* Its share of the score, 0 .. 100. */
static double points_of(const struct tp_rules *r, const struct tp_objective *objective) {
  double all = 0.0;
  for (int i = 0; i < r->objective_count; i++)
    all += r->objectives[i].weight;
  return all > 0.0 ? 100.0 * objective->weight / all : 0.0;
}

/* "held 2 of 4 turns, 0 of 16" */
static void goal_status(const struct tp_rules *r, const struct tp_objective_state *state,
                        char *text, size_t size) {
  char held[80];
  double points = points_of(r, state->objective);
  if (state->met)
    snprintf(held, sizeof held, "%s", tp_word(TP_WORD_GOAL_MET));
  else if (state->objective->lasting > 1)
    TP_PRINT(held, sizeof held, TP_WORD_GOAL_STREAK, TP_WHOLE(state->streak),
             TP_WHOLE(state->objective->lasting));
  else
    snprintf(held, sizeof held, "%s", tp_word(TP_WORD_GOAL_OPEN));
  TP_PRINT(text, size, TP_WORD_GOAL_POINTS, held, TP_WHOLE(state->met ? points : 0.0),
           TP_WHOLE(points));
}

static void conditions_of(const struct tp_app *app, const struct tp_objective *objective,
                          char *text, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  size_t length = 0;
  text[0] = '\0';
  for (int i = 0; i < objective->when.count && length + 1 < size; i++) {
    char one[TP_WORDING_MAX], now[80];
    const struct tp_condition *c = &r->conditions[objective->when.first + i];
    tp_wording_condition(r, c, one, sizeof one);
    int added =
        snprintf(text + length, size - length, "%s%s", i ? tp_word(TP_WORD_BETWEEN) : "", one);
    bool shown = !tp_session_hides(app->session, c->slot) && c->slot != tp_world_slot(r, TP_TURN);
    if (shown && added > 0) {
      TP_PRINT(now, sizeof now, TP_WORD_GOAL_NOW,
               TP_TENTHS(tp_session_world(app->session)->v[c->slot]));
      length += (size_t)added;
      added = length + 1 < size ? snprintf(text + length, size - length, "%s", now) : 0;
    }
    length += added > 0 ? (size_t)added : 0;
  }
}

static void draw_goal_mark(struct tp_app *app, float x, float y, bool met) {
  if (met)
    tp_draw_circle(app->draw, x, y, tp_px(app, 5.0F), tp_ink(app, TP_COLOUR_GOOD));
  else
    tp_draw_ring(app->draw, x, y, tp_px(app, 4.5F), tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_MUTED));
}

/* What it asks for explains why that moved. */
static float show_goal(struct tp_app *app, struct tp_rect rect, int index) {
  struct tp_objective_state state;
  char status[160], conditions[400];
  tp_session_objective(app->session, index, &state);
  goal_status(tp_app_rules(app), &state, status, sizeof status);
  conditions_of(app, state.objective, conditions, sizeof conditions);
  float inside = rect.w - tp_px(app, mark_width);
  float words = tp_ui_words_height(&app->ui, TP_TYPE_NOTE, inside, conditions);
  struct tp_rect row = {rect.x, rect.y, rect.w, tp_px(app, name_height) + words};
  struct tp_hit hit =
      tp_ui_emit(&app->ui, TP_WIDGET_ROW, tp_ui_id_of(tp_ui_id("goal"), (uint32_t)index), row, true,
                 true, state.objective->words.title);
  if (state.objective->when.count)
    tp_app_explain(app, &hit, tp_app_rules(app)->conditions[state.objective->when.first].slot,
                   tp_session_turn(app->session));
  tp_pages_about(app, &hit, tp_page_of(TP_PAGE_OBJECTIVE, index));
  if (hit.hovered)
    tp_draw_rect(app->draw, row, tp_ink(app, TP_COLOUR_HOVER));
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, row);
  struct tp_rect left = row, mark = tp_rect_cut_left(&left, tp_px(app, mark_width));
  draw_goal_mark(app, mark.x + tp_px(app, 8.0F), mark.y + tp_px(app, name_height * 0.5F),
                 state.met);
  struct tp_rect line = tp_rect_cut_top(&left, tp_px(app, name_height));
  struct tp_rect right = tp_rect_cut_right(&line, tp_px(app, status_width));
  tp_ui_label(&app->ui, line, TP_TYPE_SUBHEAD, TP_COLOUR_INK, TP_ALIGN_LEFT,
              state.objective->words.title);
  tp_ui_label(&app->ui, right, TP_TYPE_NOTE_STRONG, state.met ? TP_COLOUR_GOOD : TP_COLOUR_MUTED,
              TP_ALIGN_RIGHT, status);
  tp_ui_paragraph(&app->ui, left, TP_TYPE_NOTE, TP_COLOUR_MUTED, conditions);
  return row.h + tp_px(app, gap * 0.5F);
}

float tp_goals_list(struct tp_app *app, struct tp_rect rect) {
  float y = rect.y;
  for (int i = 0; i < tp_app_rules(app)->objective_count; i++)
    y += show_goal(app, (struct tp_rect){rect.x, y, rect.w, 1e6F}, i);
  return y - rect.y;
}

void tp_goals_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  uint32_t list = tp_ui_id("goals list");
  struct tp_rect in = tp_dialogue_begin(app, screen, goals_width,
                                        tp_dialogue_fitting(app, screen, goals_height, list),
                                        tp_app_rules(app)->words.title, tp_word(TP_WORD_GOALS));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  struct tp_rect place = tp_ui_scroll_begin(ui, list, in);
  tp_ui_scroll_end(ui, tp_goals_list(app, place));
  tp_ui_emit(ui, TP_WIDGET_LABEL, 0, in, true, false, "");
  tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_GOALS);
  tp_guide_see(app, TP_MARK_SPOT, TP_SPOT_GOALS);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  if (tp_dialogue_closes(app, button, tp_ui_id("close goals"), TP_WORD_CLOSE) ||
      tp_ui_key(ui, TP_KEY_GOALS))
    app->overlay = TP_OVERLAY_NONE;
}
