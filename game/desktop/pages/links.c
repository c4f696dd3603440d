/* Ways into the encyclopaedia: what is looked at, and the mark that opens its page. */
#include "desktop/pages/pages.h"

#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float mark_size = 20.0F;

void tp_pages_about(struct tp_app *app, const struct tp_hit *hit, struct tp_page_ref ref) {
  bool keyboard = hit->focused && app->ui.focus_shown;
  if (keyboard || (hit->hovered && !app->about_next.has_keyboard))
    app->about_next = (struct tp_about){ref, keyboard};
}

/* "Encyclopaedia: Trade crosses the divide (F2)", of the widget just emitted. */
static void show_tip(struct tp_app *app, struct tp_page_ref ref) {
  char title[TP_WORDING_MAX], key[60], words[TP_WORDING_MAX + 120];
  tp_page_title(app->session, ref, title, sizeof title);
  tp_ui_tip(&app->ui, TP_PRINT(words, sizeof words, TP_WORD_PAGE_LINK, title,
                               tp_app_key(app, TP_COMMAND_PAGES, key)));
}

/* What every way into it does: says where it leads, and goes there. */
static void lead(struct tp_app *app, const struct tp_hit *hit, struct tp_page_ref ref) {
  tp_pages_about(app, hit, ref);
  if (hit->hovered || hit->focused)
    show_tip(app, ref);
  if (hit->clicked)
    tp_pages_open_at(app, ref);
}

struct tp_rect tp_pages_mark(struct tp_app *app, struct tp_rect rect, struct tp_page_ref ref,
                             bool focusable) {
  struct tp_rect mark = tp_rect_cut_right(&rect, tp_px(app, mark_size));
  mark.h = fminf(mark.h, tp_px(app, mark_size));
  uint32_t id =
      tp_ui_id_of(tp_ui_id_of(tp_ui_id("page of"), (uint32_t)ref.kind), (uint32_t)ref.which);
  struct tp_hit hit =
      tp_ui_emit(&app->ui, TP_WIDGET_BUTTON, id, mark, true, focusable, tp_word(TP_WORD_PAGE_OF));
  if (hit.hovered)
    tp_draw_rect(app->draw, mark, tp_ink(app, TP_COLOUR_HOVER));
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_NOTE_STRONG),
             tp_ink(app, hit.hovered ? TP_COLOUR_INK : TP_COLOUR_MUTED), mark, TP_ALIGN_CENTRE,
             "?");
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, mark);
  lead(app, &hit, ref);
  return rect;
}

void tp_pages_link(struct tp_app *app, struct tp_rect foot, struct tp_page_ref ref) {
  struct tp_hit hit =
      tp_ui_aside(&app->ui, tp_ui_id("page link"), foot, tp_word(TP_WORD_ENCYCLOPAEDIA));
  lead(app, &hit, ref);
}
