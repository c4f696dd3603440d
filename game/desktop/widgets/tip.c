/* What is shown about a widget while the pointer rests on it, or when the keyboard has it: its
 * explanation, or in full the text on it that was cut short. */
#include "desktop/widgets/ui.h"

#include "data/utf8.h"

#include <math.h>
#include <string.h>

static const double tip_delay = 0.45;
static const float pointer_width = 12.0F, pointer_height = 16.0F; /* at scale 1 */

void tp_ui_tip(struct tp_ui *ui, const char *words) {
  bool meant = ui->last_id && ((ui->hot == ui->last_id && !ui->held) ||
                               (ui->focus_shown && ui->focus == ui->last_id));
  if (!meant || !*words)
    return;
  double due = ui->hot_since + tip_delay;
  if (ui->input.seconds < due) {
    tp_ui_wake_at(ui, due);
    return;
  }
  tp_utf8_copy(ui->tip, sizeof ui->tip, words);
  ui->tip_at = tp_ui_last(ui)->rect;
}

void tp_ui_tip_at_pointer(struct tp_ui *ui, const char *words) {
  tp_ui_tip(ui, words);
  ui->tip_at = (struct tp_rect){ui->input.mouse_x, ui->input.mouse_y,
                                (float)tp_theme_px(ui->theme, pointer_width),
                                (float)tp_theme_px(ui->theme, pointer_height)};
}

/* --- at the end of a frame --- */

/* Below the widget it explains, or above where there is no room; always on the screen. */
static struct tp_rect tip_place(const struct tp_ui *ui, float w, float h) {
  struct tp_rect screen = tp_draw_bounds(ui->draw);
  float gap = (float)tp_theme_px(ui->theme, 4.0F);
  float x = fminf(ui->tip_at.x, screen.w - w - gap), y = ui->tip_at.y + ui->tip_at.h + gap;
  if (y + h > screen.h - gap)
    y = ui->tip_at.y - h - gap;
  return (struct tp_rect){fmaxf(x, gap), fmaxf(y, gap), w, h};
}

static void draw_tip(struct tp_ui *ui) {
  const struct tp_look *theme = ui->theme;
  struct tp_type type = theme->types[TP_TYPE_NOTE];
  struct tp_colour ink = theme->colours[TP_COLOUR_ON_INK];
  float pad = (float)tp_theme_px(theme, 8.0F), most = (float)tp_theme_px(theme, 280.0F);
  float width = fminf(tp_text_width(ui->text, type, ui->tip) + 4.0F, most);
  float height = tp_text_paragraph(ui->text, type, ink, 0.0F, 0.0F, width, 0, false, ui->tip);
  struct tp_rect box = tip_place(ui, width + 2.0F * pad, height + 2.0F * pad);
  tp_draw_raise(ui->draw);
  tp_draw_rect(ui->draw, box, theme->colours[TP_COLOUR_INK]);
  tp_text_paragraph(ui->text, type, ink, box.x + pad, box.y + pad, width, 0, true, ui->tip);
  tp_draw_lower(ui->draw);
}

/* The text cut short that the pointer rests on, or that is part of what has the keyboard. */
static const struct tp_cut *cut_meant(const struct tp_ui *ui) {
  const struct tp_ui_item *item = ui->focus_shown ? tp_ui_shown(ui, ui->focus) : NULL;
  const struct tp_cut *cut;
  for (int i = 0; (cut = tp_text_cut(ui->text, i)); i++) {
    float x = cut->at.x + cut->at.w * 0.5F, y = cut->at.y + cut->at.h * 0.5F;
    bool pointed = !ui->held && tp_rect_has(cut->at, ui->input.mouse_x, ui->input.mouse_y);
    if (cut->level == ui->top_layer && (pointed || (item && tp_rect_has(item->rect, x, y))))
      return cut;
  }
  return NULL;
}

static void tip_of_cut(struct tp_ui *ui) {
  const struct tp_cut *cut = cut_meant(ui);
  uint32_t id = cut ? tp_ui_id(cut->words) : 0;
  if (id != ui->cut_id)
    ui->cut_since = ui->input.seconds;
  ui->cut_id = id;
  if (!cut)
    return;
  if (ui->input.seconds < ui->cut_since + tip_delay) {
    tp_ui_wake_at(ui, ui->cut_since + tip_delay);
    return;
  }
  memcpy(ui->tip, cut->words, sizeof ui->tip);
  ui->tip_at = cut->at;
}

void tp_ui_show_tip(struct tp_ui *ui) {
  if (!ui->tip[0] && !ui->explained)
    tip_of_cut(ui);
  if (ui->tip[0])
    draw_tip(ui);
}
