/*
 * Asking on: the explanation of a number kept open, to go to the turn before or after, to the
 * variable that a line comes from, and back again. It lies over whatever is open and dims nothing.
 */
#include "desktop/widgets/chart.h"
#include "desktop/screens.h"
#include "desktop/board/why.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float width = 460.0F, pad = 18.0F, gap = 8.0F, line_height = 24.0F;
static const float note_height = 16.0F, chart_height = 56.0F, button_width = 32.0F;
static const float back_width = 200.0F, close_width = 28.0F, margin = 8.0F;
static const float most_height = 620.0F; /* of the panel */

void tp_trail_follow(struct tp_app *app, int slot, int turn, struct tp_rect at) {
  struct tp_trail *trail = &app->trail;
  if (slot == TP_NONE || tp_session_hides(app->session, slot))
    return;
  if (trail->count == TP_TRAIL_MOST) { /* the oldest step is forgotten */
    for (int i = 1; i < TP_TRAIL_MOST; i++)
      trail->steps[i - 1] = trail->steps[i];
    trail->count--;
  }
  if (!trail->count)
    trail->at = at;
  trail->steps[trail->count++] = (struct tp_trail_step){slot, turn};
}

static void leave(struct tp_app *app) {
  app->trail.count = 0;
}

/* --- parts --- */

static void show_top(struct tp_app *app, struct tp_rect line) {
  struct tp_trail *trail = &app->trail;
  struct tp_rect close = tp_rect_cut_right(&line, tp_px(app, close_width));
  line = tp_pages_mark(app, line, tp_page_of(TP_PAGE_VARIABLE, trail->steps[trail->count - 1].slot),
                       true);
  bool back = false;
  if (trail->count > 1) {
    char words[TP_WORDING_MAX], name[TP_WORDING_MAX];
    tp_wording_variable(tp_app_rules(app), trail->steps[trail->count - 2].slot, name, sizeof name);
    TP_PRINT(words, sizeof words, TP_WORD_WHY_BACK, name);
    struct tp_rect button = tp_rect_cut_left(&line, fminf(line.w, tp_px(app, back_width)));
    back = tp_ui_link(&app->ui, tp_ui_id("why back"), button, words).clicked;
  }
  if (tp_ui_button(&app->ui, tp_ui_id("why close"), close, TP_BUTTON_QUIET, "\xc3\x97", NULL)
          .clicked)
    leave(app);
  else if (back || (trail->count > 1 && tp_ui_key(&app->ui, TP_KEY_BACKSPACE)))
    trail->count--;
}

static bool turn_button(struct tp_app *app, struct tp_rect rect, const char *sign, const char *id,
                        bool possible) {
  return tp_ui_button(&app->ui, tp_ui_id(id), rect, TP_BUTTON_PLAIN, sign,
                      possible ? NULL : tp_word(TP_WORD_WHY_NO_TURN))
      .clicked;
}

/* The turn, and the value before and after it. Left and Right go on to its neighbours. */
static void show_turn(struct tp_app *app, struct tp_rect line, const struct tp_why_table *table) {
  struct tp_trail_step *step = &app->trail.steps[app->trail.count - 1];
  int last = tp_session_turn(app->session);
  char date[40], values[120];
  struct tp_rect before = tp_rect_cut_left(&line, tp_px(app, button_width));
  struct tp_rect after = tp_rect_cut_right(&line, tp_px(app, button_width));
  bool back = turn_button(app, before, "\xe2\x80\xb9", "why before", step->turn > 1);
  bool forth = turn_button(app, after, "\xe2\x80\xba", "why after", step->turn < last);
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_ROW, tp_ui_id("why turn"), line, true, true,
                                 tp_word(TP_WORD_WHY));
  tp_ui_last(&app->ui)->takes_sideways = true;
  if (!app->trail.shown)
    tp_ui_focus_quietly(&app->ui, tp_ui_id("why turn"));
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, tp_rect_inset(line, tp_px(app, gap), 0.0F));
  int go = app->ui.side_step + (int)forth - (int)back;
  tp_wording_date(tp_app_rules(app), step->turn > 0 ? step->turn - 1 : 0, date, sizeof date);
  char was[TP_FIGURE_MAX], is[TP_FIGURE_MAX];
  TP_PRINT(values, sizeof values, TP_WORD_WHY_FROM_TO,
           tp_phrase_number(was, (double)table->before / 100.0, 2),
           tp_phrase_number(is, (double)table->after / 100.0, 2));
  struct tp_rect in = tp_rect_inset(line, tp_px(app, 2.0F * gap), 0.0F);
  tp_ui_label(&app->ui, in, TP_TYPE_BODY_STRONG, TP_COLOUR_INK, TP_ALIGN_LEFT, date);
  tp_ui_label(&app->ui, in, TP_TYPE_BODY, TP_COLOUR_INK, TP_ALIGN_RIGHT, values);
  if (go)
    step->turn = step->turn + go < 1 ? 1 : step->turn + go > last ? last : step->turn + go;
}

/* --- all of it --- */

struct sheet {
  int slot, turn;
  char name[TP_WORDING_MAX];
  const char *meaning;
  struct tp_why_table table;
  float head, lines; /* heights */
};

static void make_sheet(struct tp_app *app, struct sheet *sheet, float inside) {
  const struct tp_trail_step *step = &app->trail.steps[app->trail.count - 1];
  struct tp_rect at = {0.0F, 0.0F, inside, 1e6F};
  sheet->slot = step->slot;
  sheet->turn = step->turn;
  sheet->meaning = tp_wording_meaning(tp_app_rules(app), step->slot);
  tp_wording_variable(tp_app_rules(app), step->slot, sheet->name, sizeof sheet->name);
  tp_why_gather(app->session, step->slot, step->turn, TP_WHY_LINES, &sheet->table);
  sheet->head = tp_ui_words_height(&app->ui, TP_TYPE_HEAD, inside, sheet->name) +
                tp_ui_words_height(&app->ui, TP_TYPE_NOTE, inside, sheet->meaning);
  sheet->lines = tp_why_draw(app, at, sheet->slot, sheet->turn, &sheet->table, TP_WHY_MEASURE);
}

/* Beside the number it began with, and always on the screen. */
static struct tp_rect place(const struct tp_app *app, struct tp_rect screen, float height) {
  struct tp_rect at = app->trail.at;
  float space = tp_px(app, margin), wide = tp_px(app, width);
  float x = at.x + at.w + 2.0F * space;
  if (at.w > 0.5F * wide || x + wide > screen.w - space)
    x = at.x + at.w * 0.5F < screen.w * 0.5F ? at.x : at.x + at.w - wide;
  if (x + wide > screen.w - space || x < space)
    x = fminf(fmaxf(x, space), screen.w - wide - space);
  float y = at.y + at.h < screen.h * 0.2F ? at.y + at.h + 1.5F * space : at.y;
  y = fmaxf(fminf(y, screen.h - height - space), space);
  return (struct tp_rect){floorf(x), floorf(y), wide, height};
}

static void show_sheet(struct tp_app *app, struct tp_rect in, const struct sheet *sheet) {
  show_top(app, tp_rect_cut_top(&in, tp_px(app, line_height)));
  tp_rect_cut_top(&in, tp_ui_paragraph(&app->ui, in, TP_TYPE_HEAD, TP_COLOUR_INK, sheet->name));
  tp_rect_cut_top(&in,
                  tp_ui_paragraph(&app->ui, in, TP_TYPE_NOTE, TP_COLOUR_MUTED, sheet->meaning) +
                      tp_px(app, gap));
  tp_chart_track(app, tp_rect_cut_top(&in, tp_px(app, chart_height)), sheet->slot, sheet->turn);
  tp_rect_cut_top(&in, tp_px(app, gap));
  show_turn(app, tp_rect_cut_top(&in, tp_px(app, line_height)), &sheet->table);
  tp_rect_cut_top(&in, tp_px(app, gap));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, note_height));
  char key[60], words[200];
  tp_ui_label(
      &app->ui, foot, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT,
      TP_PRINT(words, sizeof words, TP_WORD_WHY_KEYS, tp_app_key(app, TP_COMMAND_PAGES, key)));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  uint32_t list = tp_ui_id_of(tp_ui_id("why lines"), (uint32_t)sheet->slot);
  struct tp_rect lines = tp_ui_scroll_begin(&app->ui, list, in);
  struct tp_rect rows = tp_rect_inset(lines, tp_px(app, 4.0F), 0.0F);
  tp_ui_scroll_end(&app->ui,
                   tp_why_draw(app, rows, sheet->slot, sheet->turn, &sheet->table, TP_WHY_ASK));
}

void tp_trail_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  struct sheet sheet;
  if (!app->trail.count || !app->session)
    return;
  float inside = tp_px(app, width - 2.0F * pad);
  make_sheet(app, &sheet, inside);
  float fixed = sheet.head + tp_px(app, 2.0F * pad + 2.0F * line_height + 4.0F * gap +
                                            chart_height + note_height);
  float most = fminf(tp_px(app, most_height), screen.h - tp_px(app, 2.0F * margin));
  struct tp_rect box = place(app, screen, fminf(fixed + sheet.lines, most));
  tp_ui_layer_begin(ui);
  bool outside = ui->input.pressed && app->trail.shown &&
                 !tp_rect_has(box, ui->input.mouse_x, ui->input.mouse_y);
  tp_ui_panel(ui, box, TP_COLOUR_CARD);
  tp_draw_frame(app->draw, box, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_INK));
  show_sheet(app, tp_rect_inset(box, tp_px(app, pad), tp_px(app, pad)), &sheet);
  tp_ui_layer_end(ui);
  app->trail.shown = true;
  if (outside || tp_ui_key(ui, TP_KEY_ESCAPE) || tp_ui_key(ui, TP_KEY_WHY))
    leave(app);
}
