/* What is wrong with a file, over the board: the game goes on with the last good state. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

/* layout, in pixels at scale 1 */
static const float width = 760.0F, height = 480.0F, gap = 6.0F;
static const float button_height = 36.0F, button_width = 120.0F;

void tp_faults_list(struct tp_app *app, struct tp_rect rect) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect list = tp_ui_scroll_begin(ui, tp_ui_id("faults"), rect);
  float y = list.y;
  for (int i = 0; i < app->problems.count; i++) {
    struct tp_text line = {0};
    tp_problem_print(&app->problems.list[i], &line);
    struct tp_rect place = {list.x, y, list.w, 1e6F};
    y += tp_ui_paragraph(ui, place, TP_TYPE_BODY, TP_COLOUR_INK, line.data ? line.data : "") +
         tp_px(app, gap);
    tp_text_free(&line);
  }
  tp_ui_scroll_end(ui, y - list.y);
}

void tp_faults_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_rect in = tp_dialogue_begin(app, screen, width, height, "", tp_word(TP_WORD_FAULTS));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  tp_faults_list(app, in);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  if (tp_dialogue_closes(app, button, tp_ui_id("close faults"), TP_WORD_CLOSE))
    app->overlay = TP_OVERLAY_NONE;
}
