/* What the player is after: what wins the game, and the objectives, which make the score. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float width = 620.0F, height = 620.0F, mark_width = 20.0F, gap = 12.0F;
static const float name_height = 22.0F, label_height = 24.0F;
static const float dot_width = 12.0F, dot_line = 8.0F;
static const float button_height = 36.0F, button_width = 120.0F;

/* A line of it: what must hold, and how it stands. */
struct aim {
  uint32_t id;
  struct tp_page_ref page;
  const char *title;
  struct tp_span when;
  char status[160];
  bool met;
};

/* Its share of the score, 0 .. 100. */
static double points_of(const struct tp_rules *r, const struct tp_objective *objective) {
  double all = 0.0;
  for (int i = 0; i < r->objective_count; i++)
    all += r->objectives[i].weight;
  return all > 0.0 ? 100.0 * objective->weight / all : 0.0;
}

/* "holds, 2 of 4 turns, 0 of 16" */
static struct aim aim_of_objective(const struct tp_app *app, int index) {
  struct tp_objective_state state;
  char held[100];
  tp_session_objective_text(app->session, index, held, sizeof held);
  tp_session_objective(app->session, index, &state);
  double points = points_of(tp_app_rules(app), state.objective);
  struct aim aim = {.id = tp_ui_id_of(tp_ui_id("goal"), (uint32_t)index),
                    .page = tp_page_of(TP_PAGE_OBJECTIVE, index),
                    .title = state.objective->words.title,
                    .when = state.objective->when,
                    .met = state.met != 0};
  TP_PRINT(aim.status, sizeof aim.status, TP_WORD_GOAL_POINTS, held,
           TP_WHOLE(state.met ? points : 0.0), TP_WHOLE(points));
  return aim;
}

/* "holds, 2 of 4 turns", "after the last turn" */
static struct aim aim_of_victory(const struct tp_app *app, int index) {
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_world *w = tp_session_world(app->session);
  const struct tp_ending *ending = &r->endings[index];
  struct aim aim = {.id = tp_ui_id_of(tp_ui_id("victory"), (uint32_t)index),
                    .page = tp_page_of(TP_PAGE_ENDING, index),
                    .title = ending->words.title,
                    .when = ending->when,
                    .met = w->ending == index};
  if (ending->final)
    snprintf(aim.status, sizeof aim.status, "%s", tp_word(TP_WORD_GOAL_LAST_TURN));
  else
    tp_session_ending_text(app->session, index, aim.status, sizeof aim.status);
  return aim;
}

/* "Europe: deterrence gap at most 10 (now 8.9)" */
static void say_condition(const struct tp_app *app, const struct tp_condition *c, bool is_known,
                          char *text, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  char value[80], now[100];
  tp_wording_condition(r, c, text, size);
  if (!is_known || c->slot == tp_world_slot(r, TP_TURN))
    return;
  tp_wording_value(r, c->slot, tp_session_world(app->session)->v[c->slot], value, sizeof value);
  tp_phrase_append(text, size, TP_PRINT(now, sizeof now, TP_WORD_GOAL_NOW, value));
}

static void draw_dot(struct tp_app *app, float x, float y, bool holds) {
  float radius = tp_px(app, 2.5F);
  if (holds)
    tp_draw_circle(app->draw, x, y, radius, tp_ink(app, TP_COLOUR_GOOD));
  else
    tp_draw_ring(app->draw, x, y, radius, tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_MUTED));
}

/* Each on a line of its own; those that hold are marked. The height they take; drawn only if
 * wanted.
 */
static float put_conditions(struct tp_app *app, struct tp_rect rect, struct tp_span when,
                            bool drawn) {
  float y = rect.y, indent = tp_px(app, dot_width);
  for (int i = 0; i < when.count; i++) {
    char words[TP_WORDING_MAX + 100];
    const struct tp_condition *c = &tp_app_rules(app)->conditions[when.first + i];
    bool is_known = !tp_session_hides(app->session, c->slot);
    struct tp_rect line = {rect.x + indent, y, rect.w - indent, 1e6F};
    say_condition(app, c, is_known, words, sizeof words);
    y += tp_ui_words_height(&app->ui, TP_TYPE_NOTE, line.w, words);
    if (!drawn)
      continue;
    tp_ui_paragraph(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, words);
    draw_dot(app, rect.x + tp_px(app, 4.0F), line.y + tp_px(app, dot_line),
             is_known && tp_world_holds(c, tp_session_world(app->session)->v[c->slot]));
  }
  return y - rect.y;
}

static void draw_goal_mark(struct tp_app *app, float x, float y, bool met) {
  if (met)
    tp_draw_circle(app->draw, x, y, tp_px(app, 5.0F), tp_ink(app, TP_COLOUR_GOOD));
  else
    tp_draw_ring(app->draw, x, y, tp_px(app, 4.5F), tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_MUTED));
}

/* What it asks for explains why that moved. */
static float show_aim(struct tp_app *app, struct tp_rect rect, const struct aim *aim) {
  struct tp_rect inside = {rect.x + tp_px(app, mark_width), rect.y, rect.w - tp_px(app, mark_width),
                           rect.h};
  float words = put_conditions(app, inside, aim->when, false);
  struct tp_rect row = {rect.x, rect.y, rect.w, tp_px(app, name_height) + words};
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_ROW, aim->id, row, true, true, aim->title);
  if (aim->when.count)
    tp_app_explain(app, &hit, tp_app_rules(app)->conditions[aim->when.first].slot,
                   tp_session_turn(app->session));
  tp_pages_about(app, &hit, aim->page);
  if (hit.hovered)
    tp_draw_rect(app->draw, row, tp_ink(app, TP_COLOUR_HOVER));
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, row);
  struct tp_rect left = row, mark = tp_rect_cut_left(&left, tp_px(app, mark_width));
  draw_goal_mark(app, mark.x + tp_px(app, 8.0F), mark.y + tp_px(app, name_height * 0.5F), aim->met);
  struct tp_rect line = tp_rect_cut_top(&left, tp_px(app, name_height));
  float status = tp_text_width(app->fonts, tp_face(app, TP_TYPE_NOTE_STRONG), aim->status);
  struct tp_rect right = tp_rect_cut_right(&line, ceilf(status) + tp_px(app, gap));
  tp_ui_label(&app->ui, line, TP_TYPE_SUBHEAD, TP_COLOUR_INK, TP_ALIGN_LEFT, aim->title);
  tp_ui_label(&app->ui, right, TP_TYPE_NOTE_STRONG, aim->met ? TP_COLOUR_GOOD : TP_COLOUR_MUTED,
              TP_ALIGN_RIGHT, aim->status);
  put_conditions(app, left, aim->when, true);
  return row.h + tp_px(app, gap * 0.5F);
}

float tp_goals_list(struct tp_app *app, struct tp_rect rect) {
  float y = rect.y;
  for (int i = 0; i < tp_app_rules(app)->objective_count; i++) {
    struct aim aim = aim_of_objective(app, i);
    y += show_aim(app, (struct tp_rect){rect.x, y, rect.w, 1e6F}, &aim);
  }
  return y - rect.y;
}

static float show_head(struct tp_app *app, struct tp_rect rect, enum tp_word word) {
  rect.h = tp_px(app, label_height);
  tp_ui_label(&app->ui, rect, TP_TYPE_LABEL, TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(word));
  return rect.h;
}

/* Endings that come whatever is done need no telling. */
static bool is_aimed_at(const struct tp_ending *ending) {
  return ending->result == TP_VICTORY && ending->when.count;
}

static float show_victories(struct tp_app *app, struct tp_rect rect) {
  const struct tp_rules *r = tp_app_rules(app);
  float y = rect.y;
  int count = 0;
  for (int i = 0; i < r->ending_count; i++)
    count += is_aimed_at(&r->endings[i]);
  for (int i = 0; i < r->ending_count; i++) {
    if (!is_aimed_at(&r->endings[i]))
      continue;
    struct aim aim = aim_of_victory(app, i);
    if (y == rect.y)
      y += show_head(app, rect, count > 1 ? TP_WORD_GOALS_WIN : TP_WORD_GOALS_WIN_ONE);
    y += show_aim(app, (struct tp_rect){rect.x, y, rect.w, 1e6F}, &aim);
  }
  return y > rect.y ? y - rect.y + tp_px(app, gap) : 0.0F;
}

float tp_goals_all(struct tp_app *app, struct tp_rect rect) {
  float y = rect.y + show_victories(app, rect);
  if (tp_app_rules(app)->objective_count)
    y += show_head(app, (struct tp_rect){rect.x, y, rect.w, 0.0F}, TP_WORD_GOALS_SCORE);
  return y + tp_goals_list(app, (struct tp_rect){rect.x, y, rect.w, 1e6F}) - rect.y;
}

void tp_goals_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  uint32_t list = tp_ui_id("goals list");
  struct tp_rect in =
      tp_dialogue_begin(app, screen, width, tp_dialogue_fitting(app, screen, height, list),
                        tp_app_rules(app)->words.title, tp_word(TP_WORD_GOALS));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  struct tp_rect place = tp_ui_scroll_begin(ui, list, in);
  tp_ui_scroll_end(ui, tp_goals_all(app, place));
  tp_ui_emit(ui, TP_WIDGET_LABEL, 0, in, true, false, "");
  tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_GOALS);
  tp_guide_see(app, TP_MARK_SPOT, TP_SPOT_GOALS);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  if (tp_dialogue_closes(app, button, tp_ui_id("close goals"), TP_WORD_CLOSE) ||
      tp_ui_key(ui, TP_KEY_GOALS))
    app->overlay = TP_OVERLAY_NONE;
}
