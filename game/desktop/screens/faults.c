/* What is wrong with a file, or doubtful, over the board: the game goes on, with the last good
 * state when there are faults. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

/* layout, in pixels at scale 1 */
static const float width = 760.0F, height = 480.0F, gap = 6.0F;
static const float button_height = 36.0F, button_width = 120.0F;

const char *tp_faults_title(const struct tp_app *app) {
  return tp_word(app->problems.count ? TP_WORD_FAULTS : TP_WORD_WARNINGS_HEAD);
}

/* One kind alone needs no heading beside the title. */
void tp_faults_list(struct tp_app *app, struct tp_rect rect) {
  struct tp_ui *ui = &app->ui;
  struct tp_telling telling = {0};
  struct tp_rect list = tp_ui_scroll_begin(ui, tp_ui_id("faults"), rect);
  tp_telling_problems(&telling, &app->problems, "",
                      app->problems.count ? tp_word(TP_WORD_WARNINGS_HEAD) : "");
  tp_ui_scroll_end(ui, tp_telling_show(app, list, &telling));
  tp_telling_free(&telling);
}

void tp_faults_show(struct tp_app *app, struct tp_rect screen) {
  float high = tp_dialogue_fitting(app, screen, height, tp_ui_id("faults"));
  struct tp_rect in = tp_dialogue_begin(app, screen, width, high, "", tp_faults_title(app));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  tp_faults_list(app, in);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  if (tp_dialogue_closes(app, button, tp_ui_id("close faults"), TP_WORD_CLOSE))
    app->overlay = TP_OVERLAY_NONE;
}
