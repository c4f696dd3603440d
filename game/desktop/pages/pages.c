/* The encyclopaedia: a list of all pages and the one that is read. Opened with a key from anywhere,
 * it begins with what the player has before them. */
#include "desktop/pages/pages.h"

#include "desktop/dossier/dossier.h"
#include "desktop/widgets/chart.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float list_width = 300.0F, button_height = 36.0F, button_width = 120.0F;
static const float arrow_width = 44.0F, gap = 12.0F, column_gap = 36.0F, over_height = 18.0F;
static const float chart_height = 88.0F, chart_width = 420.0F;
static const float widest = 1880.0F, highest = 1160.0F; /* as large as a book is held */

const struct tp_session *tp_pages_session(const struct tp_app *app) {
  return app->session ? app->session : app->pages.own;
}

/* --- history --- */

static void write_page(struct tp_app *app) {
  struct tp_pages_view *view = &app->pages;
  tp_page_free(&view->page);
  tp_page_write(tp_pages_session(app), view->trail[view->at], &view->page);
  view->fresh = true;
  tp_ui_wake_at(&app->ui, app->ui.input.seconds);
}

static bool is_same(struct tp_page_ref a, struct tp_page_ref b) {
  return a.kind == b.kind && a.which == b.which;
}

void tp_pages_turn_to(struct tp_app *app, struct tp_page_ref ref) {
  struct tp_pages_view *view = &app->pages;
  if (view->count && is_same(view->trail[view->at], ref))
    return;
  if (view->count && view->at + 1 == TP_PAGES_TRAIL) {
    memmove(view->trail, view->trail + 1, (TP_PAGES_TRAIL - 1) * sizeof *view->trail);
    view->at--;
  }
  view->at += view->count ? 1 : 0;
  view->trail[view->at] = ref;
  view->count = view->at + 1;
  write_page(app);
}

static void step(struct tp_app *app, int by) {
  struct tp_pages_view *view = &app->pages;
  if (view->at + by < 0 || view->at + by >= view->count)
    return;
  view->at += by;
  write_page(app);
}

/* --- opening and closing --- */

/* What the player has before them: what has the keyboard or is pointed at, else an explanation, a
 * card, a dossier. */
static struct tp_page_ref what_is_looked_at(const struct tp_app *app) {
  const struct tp_board *board = &app->board;
  if (app->session && app->about.page.kind != TP_PAGE_NONE)
    return app->about.page;
  if (app->session && app->trail.count)
    return tp_page_of(TP_PAGE_VARIABLE, app->trail.steps[app->trail.count - 1].slot);
  if (app->session && board->action != TP_NONE)
    return tp_page_of(TP_PAGE_ACTION, board->action);
  if (app->session && board->dossier)
    return tp_dossier_page(app);
  return tp_page_of(TP_PAGE_MECHANISM, TP_MECHANISMS - 2);
}

static bool open_scenario(struct tp_app *app, const char *scenario) {
  struct tp_session_options options = {.scenario = scenario, .folder = ""};
  tp_problems_free(&app->problems);
  app->pages.own = tp_session_start(&options, &app->problems);
  return app->pages.own != NULL;
}

/* The scenario that was chosen last: in the list, by playing it, or in the save that Continue
 * opens. One that cannot be read is passed over. */
static bool open_own(struct tp_app *app) {
  char listed[TP_PATH_MAX];
  tp_app_chosen(app, listed, sizeof listed);
  const char *const names[] = {listed, app->origin, app->latest_id, TP_DEFAULT_SCENARIO};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i][0] && open_scenario(app, names[i]))
      return true;
  if (app->problems.count)
    tp_app_tell(app, app->problems.list[0].message);
  return false;
}

void tp_pages_open(struct tp_app *app) {
  tp_pages_open_at(app, what_is_looked_at(app));
}

void tp_pages_open_at(struct tp_app *app, struct tp_page_ref ref) {
  struct tp_pages_view *view = &app->pages;
  if (!app->session && !view->own && !open_own(app))
    return;
  if (app->overlay == TP_OVERLAY_PAGES) {
    tp_pages_turn_to(app, ref);
    return;
  }
  view->back = app->overlay;
  view->back_trail = app->trail;
  view->back_focus = app->ui.focus_shown ? app->ui.focus : 0;
  view->count = view->at = 0;
  view->typed[0] = '\0';
  view->listed = false;
  view->kind = ref.kind == TP_PAGE_VARIABLE ? TP_PAGE_FAMILY : ref.kind;
  app->trail.count = 0;
  app->overlay = TP_OVERLAY_PAGES;
  tp_pages_turn_to(app, ref);
}

void tp_pages_close(struct tp_app *app) {
  struct tp_pages_view *view = &app->pages;
  tp_page_free(&view->page);
  tp_session_close(view->own);
  view->own = NULL;
  view->count = 0;
  if (app->overlay != TP_OVERLAY_PAGES)
    return;
  app->overlay = view->back;
  app->trail = view->back_trail;
  app->trail.shown = false;
  view->back_in = view->back_focus ? 2 : 0;
}

/* Not before what had the keyboard is shown again. */
void tp_pages_return(struct tp_app *app) {
  struct tp_pages_view *view = &app->pages;
  if (view->back_in == 0)
    return;
  view->back_in--;
  if (view->back_in == 0 && app->overlay != TP_OVERLAY_PAGES)
    tp_ui_focus(&app->ui, view->back_focus);
}

/* --- the page --- */

/* A number's course, in a game that has one. */
static float show_course(struct tp_app *app, struct tp_rect in) {
  struct tp_page_ref ref = app->pages.page.ref;
  if (!app->session || ref.kind != TP_PAGE_VARIABLE || tp_session_turn(app->session) < 2 ||
      tp_session_hides(app->session, ref.which))
    return 0.0F;
  struct tp_rect chart = {in.x, in.y, fminf(in.w, tp_px(app, chart_width)),
                          tp_px(app, chart_height)};
  tp_chart_track(app, chart, ref.which, tp_session_turn(app->session));
  return chart.h + tp_px(app, 2.0F * gap);
}

static void show_page(struct tp_app *app, struct tp_rect in) {
  struct tp_page_ref ref = app->pages.page.ref;
  char title[TP_WORDING_MAX];
  tp_page_title(tp_pages_session(app), ref, title, sizeof title);
  tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, over_height)), TP_TYPE_NOTE,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_page_kind_name((enum tp_page_kind)ref.kind));
  float width = tp_text_width(app->fonts, tp_face(app, TP_TYPE_DISPLAY), title);
  enum tp_type_role type = width <= in.w ? TP_TYPE_DISPLAY : TP_TYPE_TITLE;
  tp_rect_cut_top(&in, tp_ui_paragraph(&app->ui, in, type, TP_COLOUR_INK, title));
  tp_rect_cut_top(&in, tp_px(app, gap));
  uint32_t id = tp_ui_id_of(tp_ui_id_of(tp_ui_id("page"), (uint32_t)ref.kind), (uint32_t)ref.which);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, id, in);
  float above = show_course(app, place);
  struct tp_rect text = {place.x, place.y + above, place.w, in.h - above};
  tp_ui_scroll_end(&app->ui, above + tp_pages_text(app, text));
}

static bool arrow(struct tp_app *app, struct tp_rect *foot, const char *sign, enum tp_word word,
                  bool enabled) {
  struct tp_rect button = tp_rect_cut_left(foot, tp_px(app, arrow_width));
  tp_rect_cut_left(foot, tp_px(app, gap * 0.5F));
  bool clicked = tp_ui_button(&app->ui, tp_ui_id(tp_word(word)), button, TP_BUTTON_PLAIN, sign,
                              enabled ? NULL : tp_word(word))
                     .clicked;
  tp_ui_name(&app->ui, tp_word(word));
  if (enabled)
    tp_ui_tip(&app->ui, tp_word(word));
  return clicked;
}

/* Backspace goes back, unless it is typed with. */
static void show_foot(struct tp_app *app, struct tp_rect foot) {
  struct tp_ui *ui = &app->ui;
  struct tp_pages_view *view = &app->pages;
  bool back = arrow(app, &foot, "\xe2\x80\xb9", TP_WORD_PAGE_BEFORE, view->at > 0);
  bool forth = arrow(app, &foot, "\xe2\x80\xba", TP_WORD_PAGE_AFTER, view->at + 1 < view->count);
  back |= tp_ui_key(ui, TP_KEY_BACKSPACE);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  bool close = tp_ui_button(ui, tp_ui_id("close pages"), button, TP_BUTTON_PRIMARY,
                            tp_word(TP_WORD_CLOSE), NULL)
                   .clicked;
  if (close || tp_ui_key(ui, TP_KEY_ESCAPE) || tp_ui_key(ui, TP_KEY_PAGES))
    tp_pages_close(app);
  else if (back || forth)
    step(app, forth ? 1 : -1);
}

void tp_pages_show(struct tp_app *app, struct tp_rect screen) {
  const char *game = tp_session_rules(tp_pages_session(app))->words.title;
  struct tp_rect in =
      tp_dialogue_begin(app, screen, widest, highest, game, tp_word(TP_WORD_ENCYCLOPAEDIA));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  struct tp_rect list = tp_rect_cut_left(&in, tp_px(app, list_width));
  tp_rect_cut_left(&in, tp_px(app, column_gap));
  tp_rect_cut_right(&in, tp_px(app, gap));
  show_page(app, in); /* before the list, so that the keys that scroll are its */
  tp_pages_list(app, list);
  tp_draw_vrule(app->draw, list.x + list.w + tp_px(app, column_gap * 0.5F), list.y, list.h,
                (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_RULE));
  show_foot(app, foot);
}
