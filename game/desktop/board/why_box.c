/* The explanation beside a number that is pointed at or has the keyboard. */
#include "desktop/screens.h"
#include "desktop/board/why.h"
#include "desktop/widgets/widgets.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float width_of_box = 372.0F, pad = 14.0F, gap = 8.0F, head_height = 22.0F;
static const float label_height = 20.0F, note_height = 16.0F, beside = 24.0F, below = 12.0F;
static const double delay = 0.25; /* seconds */

enum { meaning_lines = 3 };

/* Beside what it explains, where there is room, and always on the screen. */
static struct tp_rect place_box(const struct tp_app *app, struct tp_rect screen, float height) {
  struct tp_rect at = app->why.at;
  float width = tp_px(app, width_of_box), space = tp_px(app, gap);
  struct tp_rect box = {at.x + at.w + tp_px(app, beside), at.y, width, height};
  if (at.y + at.h < screen.h * 0.2F) {
    box.x = at.x;
    box.y = at.y + at.h + tp_px(app, below);
  } else if (box.x + width > screen.w - space) {
    box.x = at.x - width - tp_px(app, beside);
  }
  if (box.x < space) { /* no room on either side: under it, or over it */
    box.x = at.x + at.w - width;
    box.y = at.y + at.h + tp_px(app, below);
    if (box.y + height > screen.h - space)
      box.y = at.y - height - tp_px(app, below);
  }
  box.x = fminf(fmaxf(box.x, space), screen.w - width - space);
  box.y = fminf(fmaxf(box.y, space), screen.h - height - space);
  return box;
}

/* Its heading, from the top of `in`, which is left with the rest; only measured unless `draw`. */
static void show_head(struct tp_app *app, struct tp_rect *in, int slot, int turn, bool draw) {
  const struct tp_rules *r = tp_app_rules(app);
  char name[TP_WORDING_MAX], value[80], now[120];
  struct tp_type head = tp_face(app, TP_TYPE_SUBHEAD), note = tp_face(app, TP_TYPE_NOTE);
  tp_wording_variable(r, slot, name, sizeof name);
  tp_rect_cut_top(in, tp_text_paragraph(app->fonts, head, tp_ink(app, TP_COLOUR_INK), in->x, in->y,
                                        in->w, 0, draw, name));
  tp_rect_cut_top(in,
                  tp_text_paragraph(app->fonts, note, tp_ink(app, TP_COLOUR_MUTED), in->x, in->y,
                                    in->w, meaning_lines, draw, tp_wording_meaning(r, slot)));
  tp_wording_value(r, slot, tp_session_value(app->session, slot, turn), value, sizeof value);
  TP_PRINT(now, sizeof now, TP_WORD_WHY_NOW, value);
  struct tp_rect line = tp_rect_cut_top(in, tp_px(app, head_height));
  if (draw)
    tp_text_in(app->fonts, tp_face(app, TP_TYPE_BODY_STRONG), tp_ink(app, TP_COLOUR_INK), line,
               TP_ALIGN_LEFT, now);
  line = tp_rect_cut_top(in, tp_px(app, label_height));
  if (draw)
    tp_text_in(app->fonts, tp_face(app, TP_TYPE_LABEL), tp_ink(app, TP_COLOUR_MUTED), line,
               TP_ALIGN_LEFT, tp_word(TP_WORD_WHY));
}

static void show_box(struct tp_app *app, struct tp_rect screen) {
  struct tp_why_table table;
  int slot = app->why.slot, turn = app->why.turn;
  tp_guide_see(app, TP_MARK_WHY, slot);
  struct tp_rect in = {0.0F, 0.0F, tp_px(app, width_of_box - 2.0F * pad), 1e6F};
  tp_why_gather(app->session, slot, turn, TP_WHY_BRIEF, &table);
  show_head(app, &in, slot, turn, false);
  float lines = tp_why_draw(app, in, slot, turn, &table, TP_WHY_MEASURE);
  float height = in.y + lines + tp_px(app, 2.0F * pad + gap + note_height);
  struct tp_rect box = place_box(app, screen, height);
  tp_draw_rect(app->draw, box, tp_ink(app, TP_COLOUR_CARD));
  tp_draw_frame(app->draw, box, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_INK));
  tp_ui_emit(&app->ui, TP_WIDGET_LABEL, 0, box, true, false, tp_word(TP_WORD_WHY));
  in = tp_rect_inset(box, tp_px(app, pad), tp_px(app, pad));
  show_head(app, &in, slot, turn, true);
  tp_why_draw(app, in, slot, turn, &table, TP_WHY_READ);
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, note_height));
  char keep[60], read[60], words[200];
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED), foot,
             TP_ALIGN_LEFT,
             TP_PRINT(words, sizeof words, TP_WORD_WHY_ASK, tp_app_key(app, TP_COMMAND_WHY, keep),
                      tp_app_key(app, TP_COMMAND_PAGES, read)));
}

/* What has no explanation, an action or a country, has its page. */
static void explain_by_page(struct tp_app *app) {
  if (app->about_next.page.kind != TP_PAGE_NONE && app->overlay != TP_OVERLAY_PAGES &&
      (tp_ui_key(&app->ui, TP_KEY_WHY) || app->ui.input.menu))
    tp_pages_open_at(app, app->about_next.page);
}

void tp_why_show(struct tp_app *app, struct tp_rect screen) {
  if (!app->session)
    return;
  if (app->why.slot == TP_NONE) {
    explain_by_page(app);
    return;
  }
  if (app->why.asked || tp_ui_key(&app->ui, TP_KEY_WHY) || app->ui.input.menu) {
    tp_trail_follow(app, app->why.slot, app->why.turn, app->why.at);
    return;
  }
  double due = app->ui.hot_since + delay;
  if (app->ui.input.seconds < due) {
    tp_ui_wake_at(&app->ui, due);
    return;
  }
  app->ui.explained = true;
  tp_draw_raise(app->draw);
  show_box(app, screen);
  tp_draw_lower(app->draw);
}
