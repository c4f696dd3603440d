/* What there is to read: found by typing, by theme, or from A to Z. */
#include "desktop/pages/pages.h"

#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float field_height = 32.0F, tabs_height = 24.0F, gap = 10.0F, row_pad = 4.0F;
static const float inset = 14.0F, count_width = 40.0F;

enum { FOUND_MOST = 60 };

/* All pages but those of single variables, which are many: tracks have no others. */
static void add_kind(struct tp_app *app, enum tp_page_kind kind) {
  struct tp_pages_view *view = &app->pages;
  const struct tp_rules *r = tp_session_rules(tp_pages_session(app));
  if (kind != TP_PAGE_VARIABLE) {
    int room = TP_PAGES_LISTED - view->list_count;
    int count = tp_pages_of(tp_pages_session(app), kind, view->list + view->list_count, room);
    view->list_count += count < room ? count : room;
    return;
  }
  for (int slot = 0; slot < r->slot_count && view->list_count < TP_PAGES_LISTED; slot++)
    if (r->slots[slot].scope == TP_ON_TRACK)
      view->list[view->list_count++] = tp_page_of(TP_PAGE_VARIABLE, slot);
}

static void make_list(struct tp_app *app) {
  struct tp_pages_view *view = &app->pages;
  const struct tp_session *s = tp_pages_session(app);
  view->listed = true;
  view->list_count = 0;
  if (view->typed[0]) {
    view->list_count = tp_pages_find(s, view->typed, view->list, FOUND_MOST);
    return;
  }
  for (int kind = TP_PAGE_NONE + 1; kind < TP_PAGE_KINDS; kind++)
    if (view->by_title || kind == view->kind)
      add_kind(app, (enum tp_page_kind)kind);
  if (view->kind == TP_PAGE_FAMILY && !view->by_title)
    add_kind(app, TP_PAGE_VARIABLE);
  if (view->by_title || !tp_pages_in_order((enum tp_page_kind)view->kind))
    tp_pages_sort(s, view->list, view->list_count);
}

/* A row as high as its words; those far from what is seen take no part. What was found by typing
 * says of which kind it is: some have the same title. */
static float show_row(struct tp_app *app, struct tp_rect rect, struct tp_rect seen,
                      struct tp_page_ref ref) {
  char title[TP_WORDING_MAX];
  bool open = ref.kind == app->pages.page.ref.kind && ref.which == app->pages.page.ref.which;
  enum tp_type_role type = open ? TP_TYPE_BODY_STRONG : TP_TYPE_BODY;
  tp_page_title(tp_pages_session(app), ref, title, sizeof title);
  float high = tp_ui_words_height(&app->ui, type, rect.w, title);
  bool plain = !app->pages.typed[0] || ref.kind == TP_PAGE_VARIABLE;
  const char *kind = plain ? "" : tp_page_kind_name((enum tp_page_kind)ref.kind);
  float note = kind[0] ? (float)tp_face(app, TP_TYPE_NOTE).line : 0.0F;
  struct tp_rect row = {rect.x, rect.y, rect.w, high + note + tp_px(app, 2.0F * row_pad)};
  bool far = row.y > seen.y + 2.0F * seen.h || row.y + row.h < seen.y - seen.h;
  if (far && !(open && app->pages.fresh))
    return row.h;
  uint32_t id =
      tp_ui_id_of(tp_ui_id_of(tp_ui_id("listed"), (uint32_t)ref.kind), (uint32_t)ref.which);
  struct tp_hit hit = tp_ui_row(&app->ui, id, row, false, "", "", TP_COLOUR_INK);
  tp_ui_name(&app->ui, title);
  tp_text_paragraph(app->fonts, tp_face(app, type), tp_ink(app, TP_COLOUR_INK), row.x,
                    row.y + tp_px(app, row_pad), row.w, 0, true, title);
  if (kind[0])
    tp_text_in(app->fonts, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED),
               (struct tp_rect){row.x, row.y + tp_px(app, row_pad) + high, row.w, note},
               TP_ALIGN_LEFT, kind);
  if (open && app->pages.fresh)
    tp_ui_reveal(&app->ui, row);
  if (hit.clicked)
    tp_pages_turn_to(app, ref);
  return row.h;
}

static float show_rows(struct tp_app *app, struct tp_rect rect, struct tp_rect seen) {
  float y = rect.y;
  for (int i = 0; i < app->pages.list_count; i++)
    y += show_row(app, (struct tp_rect){rect.x, y, rect.w, 0.0F}, seen, app->pages.list[i]);
  return y - rect.y;
}

/* A theme with the number of its pages; the one that is open has its pages below. */
static float show_kind(struct tp_app *app, struct tp_rect rect, struct tp_rect seen,
                       enum tp_page_kind kind) {
  struct tp_pages_view *view = &app->pages;
  bool open = view->kind == (int)kind;
  int count = tp_pages_of(tp_pages_session(app), kind, NULL, 0);
  struct tp_rect row = {rect.x, rect.y, rect.w,
                        (float)tp_face(app, TP_TYPE_SUBHEAD).line + tp_px(app, 2.0F * row_pad)};
  if (!count)
    return 0.0F;
  struct tp_hit hit = tp_ui_row(&app->ui, tp_ui_id_of(tp_ui_id("kind"), (uint32_t)kind), row, false,
                                "", "", TP_COLOUR_INK);
  tp_ui_name(&app->ui, tp_page_kinds_name(kind));
  struct tp_rect left = row, right = tp_rect_cut_right(&left, tp_px(app, count_width));
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_SUBHEAD), tp_ink(app, TP_COLOUR_INK), left,
             TP_ALIGN_LEFT, tp_page_kinds_name(kind));
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED), right,
             TP_ALIGN_RIGHT, TP_WHOLE(count));
  float below = 0.0F;
  if (open && !hit.clicked)
    below = show_rows(
        app,
        (struct tp_rect){row.x + tp_px(app, inset), row.y + row.h, row.w - tp_px(app, inset), 0.0F},
        seen);
  if (hit.clicked) {
    view->kind = open ? TP_PAGE_NONE : (int)kind;
    view->listed = false;
    tp_ui_wake_at(&app->ui, app->ui.input.seconds);
  }
  return row.h + below;
}

static float show_kinds(struct tp_app *app, struct tp_rect rect, struct tp_rect seen) {
  float y = rect.y;
  for (int kind = TP_PAGE_NONE + 1; kind < TP_PAGE_KINDS; kind++)
    if (kind != TP_PAGE_VARIABLE)
      y += show_kind(app, (struct tp_rect){rect.x, y, rect.w, 0.0F}, seen, (enum tp_page_kind)kind);
  return y - rect.y;
}

static void show_search(struct tp_app *app, struct tp_rect rect) {
  struct tp_pages_view *view = &app->pages;
  struct tp_hit hit =
      tp_ui_field(&app->ui, tp_ui_id("search pages"), rect, tp_word(TP_WORD_PAGE_SEARCH),
                  view->typed, sizeof view->typed, false);
  if (view->fresh && view->at == 0)
    tp_ui_focus_quietly(&app->ui, tp_ui_id("search pages"));
  if (hit.changed)
    view->listed = false;
  if (!view->listed)
    make_list(app);
  if (hit.clicked && view->typed[0] && view->list_count)
    tp_pages_turn_to(app, view->list[0]);
}

static bool is_turned(const struct tp_pages_view *view, struct tp_page_ref read) {
  return view->page.ref.kind != read.kind || view->page.ref.which != read.which;
}

void tp_pages_list(struct tp_app *app, struct tp_rect rect) {
  struct tp_pages_view *view = &app->pages;
  struct tp_page_ref read = view->page.ref;
  const char *const orders[] = {tp_word(TP_WORD_PAGE_THEMES), tp_word(TP_WORD_PAGE_A_TO_Z)};
  show_search(app, tp_rect_cut_top(&rect, tp_px(app, field_height)));
  tp_rect_cut_top(&rect, tp_px(app, gap));
  if (!view->typed[0] &&
      tp_ui_tabs(&app->ui, tp_ui_id("page orders"), tp_rect_cut_top(&rect, tp_px(app, tabs_height)),
                 orders, 2, &view->by_title)
          .changed)
    make_list(app);
  tp_rect_cut_top(&rect, tp_px(app, gap));
  uint32_t id = tp_ui_id(view->typed[0] ? "pages found" : orders[view->by_title]);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, id, rect);
  float high =
      view->typed[0] || view->by_title ? show_rows(app, place, rect) : show_kinds(app, place, rect);
  if (view->typed[0] && !view->list_count)
    high += tp_ui_paragraph(&app->ui, place, TP_TYPE_BODY, TP_COLOUR_MUTED,
                            tp_word(TP_WORD_PAGE_NOTHING));
  tp_ui_scroll_end(&app->ui, high);
  if (!is_turned(view, read))
    view->fresh = false;
}
