/* The title screen: continue, a new game, a saved one, and what is wrong with a file. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float pad = 48.0F;
static const float widths[] = {[TP_TITLE_MENU] = 424.0F,
                               [TP_TITLE_SCENARIOS] = 920.0F,
                               [TP_TITLE_SAVES] = 664.0F,
                               [TP_TITLE_FAULTS] = 920.0F};
static const float masthead = 72.0F, title_height = 60.0F, gap = 12.0F;
static const float lead_height = 72.0F, lead_pad = 14.0F, note_height = 18.0F, lead_chart = 84.0F,
                   entry_height = 44.0F;
static const float small_height = 36.0F, small_width = 120.0F, head_height = 32.0F;
static const float menu_drop = 0.14F; /* of the height, above the name of the game */

/* --- menu --- */

/* What most will want: on ink, with a note of what it is, and of a game how far it went and how. */
static bool lead(struct tp_app *app, struct tp_rect *place, const char *words, const char *note,
                 const char *when, const struct tp_chart *chart) {
  struct tp_ui *ui = &app->ui;
  float more = when ? tp_px(app, note_height) : 0.0F;
  struct tp_rect rect = tp_rect_cut_top(place, tp_px(app, lead_height) + more);
  struct tp_hit hit = tp_ui_default_button(ui, tp_ui_id(words), rect, "");
  tp_ui_name(ui, words);
  struct tp_rect in = tp_rect_inset(rect, tp_px(app, lead_pad), tp_px(app, lead_pad));
  if (chart && chart->points > 1) {
    tp_saves_chart(app, tp_rect_cut_right(&in, tp_px(app, lead_chart)), chart);
    tp_rect_cut_right(&in, tp_px(app, gap));
  }
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_TITLE), tp_ink(app, TP_COLOUR_ON_INK),
             tp_rect_cut_top(&in, floorf((in.h - more) * 0.56F)), TP_ALIGN_LEFT, words);
  if (when)
    tp_ui_label(ui, tp_rect_cut_bottom(&in, more), TP_TYPE_NOTE, TP_COLOUR_ON_INK, TP_ALIGN_LEFT,
                when);
  tp_ui_label(ui, in, TP_TYPE_NOTE, TP_COLOUR_ON_INK, TP_ALIGN_LEFT, note);
  return hit.clicked;
}

/* `note`, at the right, may be "". */
static bool entry(struct tp_app *app, struct tp_rect *place, const char *words, const char *note) {
  struct tp_rect rect = tp_rect_cut_top(place, tp_px(app, entry_height));
  bool clicked = tp_ui_row(&app->ui, tp_ui_id(words), rect, false, "", "", TP_COLOUR_MUTED).clicked;
  tp_ui_name(&app->ui, words);
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_HEAD), tp_ink(app, TP_COLOUR_INK), rect,
             TP_ALIGN_LEFT, words);
  tp_rect_cut_left(&rect,
                   tp_text_width(app->fonts, tp_face(app, TP_TYPE_HEAD), words) + tp_px(app, gap));
  tp_ui_label(&app->ui, rect, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT, note);
  return clicked;
}

static void begin_another(struct tp_app *app) {
  tp_app_list_scenarios(app);
  app->title_page = TP_TITLE_SCENARIOS;
  app->scenarios_opened = true;
}

static void show_menu(struct tp_app *app, struct tp_rect place) {
  bool saved = app->latest[0] != '\0', goes_on = saved && !app->latest_over;
  if (goes_on && lead(app, &place, tp_word(TP_WORD_CONTINUE), app->latest_note, app->latest_when,
                      &app->latest_chart)) {
    tp_app_load(app, app->latest);
    return;
  }
  if (!goes_on && lead(app, &place, tp_word(TP_WORD_NEW_GAME),
                       tp_word(saved ? TP_WORD_NEXT_GAME : TP_WORD_FIRST_GAME), NULL, NULL))
    begin_another(app);
  tp_rect_cut_top(&place, tp_px(app, gap));
  if (goes_on && entry(app, &place, tp_word(TP_WORD_NEW_GAME), ""))
    begin_another(app);
  if (saved && !goes_on && entry(app, &place, tp_word(TP_WORD_LOOK_BACK), app->latest_note)) {
    tp_app_load(app, app->latest);
    return;
  }
  if (entry(app, &place, tp_word(TP_WORD_LOAD), "")) {
    tp_app_list_saves(app);
    app->title_page = TP_TITLE_SAVES;
  }
  if (entry(app, &place, tp_word(TP_WORD_MODS), ""))
    tp_mods_open(app);
  if (entry(app, &place, tp_word(TP_WORD_ENCYCLOPAEDIA), ""))
    tp_pages_open(app);
  if (entry(app, &place, tp_word(TP_WORD_SETTINGS), ""))
    tp_settings_open(app);
  if (entry(app, &place, tp_word(TP_WORD_QUIT), ""))
    app->quit = true;
}

/* --- pages --- */

bool tp_title_back(struct tp_app *app, struct tp_rect button) {
  bool back =
      tp_ui_button(&app->ui, tp_ui_id("back"), button, TP_BUTTON_PLAIN, tp_word(TP_WORD_BACK), NULL)
          .clicked;
  return back || tp_ui_key(&app->ui, TP_KEY_ESCAPE);
}

static bool back_button(struct tp_app *app, struct tp_rect *foot) {
  return tp_title_back(app, tp_rect_cut_left(foot, tp_px(app, small_width)));
}

/* --- what is wrong with a file --- */

static void show_faults(struct tp_app *app, struct tp_rect place) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect foot = tp_rect_cut_bottom(&place, tp_px(app, small_height));
  tp_rect_cut_bottom(&place, tp_px(app, gap));
  tp_ui_label(ui, tp_rect_cut_top(&place, tp_px(app, head_height)), TP_TYPE_TITLE, TP_COLOUR_INK,
              TP_ALIGN_LEFT, tp_faults_title(app));
  tp_faults_list(app, place);
  if (back_button(app, &foot))
    app->title_page = app->scenarios ? TP_TITLE_SCENARIOS : TP_TITLE_MENU;
}

static void show_saves(struct tp_app *app, struct tp_rect place) {
  struct tp_rect foot = tp_rect_cut_bottom(&place, tp_px(app, small_height));
  tp_rect_cut_bottom(&place, tp_px(app, gap));
  if (app->saves_view.asks == TP_ASK_NOTHING && back_button(app, &foot)) {
    app->title_page = TP_TITLE_MENU;
    return;
  }
  tp_saves_show(app, place, false);
}

/* Set over a heavy and a thin rule, as that of a review. */
static void show_masthead(struct tp_app *app, struct tp_rect *in, bool large) {
  struct tp_colour ink = tp_ink(app, TP_COLOUR_INK);
  tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, large ? masthead : title_height)),
              large ? TP_TYPE_MASTHEAD : TP_TYPE_DISPLAY, TP_COLOUR_INK, TP_ALIGN_LEFT,
              tp_word(TP_WORD_GAME));
  if (large) {
    struct tp_rect rules = tp_rect_cut_top(in, tp_px(app, 24.0F));
    tp_draw_hrule(app->draw, rules.x, rules.y + tp_px(app, 8.0F), rules.w, (int)tp_px(app, 3.0F),
                  ink);
    tp_draw_hrule(app->draw, rules.x, rules.y + tp_px(app, 13.0F), rules.w, (int)tp_px(app, 1.0F),
                  ink);
  }
  float used =
      tp_ui_paragraph(&app->ui, *in, TP_TYPE_QUOTE, TP_COLOUR_MUTED, tp_word(TP_WORD_MOTTO));
  tp_rect_cut_top(in, used + tp_px(app, gap * (large ? 3.0F : 2.0F)));
}

void tp_title_show(struct tp_app *app, struct tp_rect screen) {
  static void (*const pages[])(struct tp_app *,
                               struct tp_rect) = {[TP_TITLE_MENU] = show_menu,
                                                  [TP_TITLE_SCENARIOS] = tp_scenarios_show,
                                                  [TP_TITLE_SAVES] = show_saves,
                                                  [TP_TITLE_FAULTS] = show_faults};
  bool menu = app->title_page == TP_TITLE_MENU;
  struct tp_rect sheet = screen;
  struct tp_rect panel = tp_rect_cut_left(&sheet, tp_px(app, widths[app->title_page]));
  tp_frontispiece_show(app, sheet);
  tp_ui_panel(&app->ui,
              (struct tp_rect){panel.x - 2.0F, panel.y - 2.0F, panel.w + 2.0F, panel.h + 4.0F},
              TP_COLOUR_PANEL);
  struct tp_rect in = tp_rect_inset(panel, tp_px(app, pad), tp_px(app, pad * 0.75F));
  if (menu)
    tp_rect_cut_top(&in, floorf(in.h * menu_drop));
  show_masthead(app, &in, menu);
  pages[app->title_page](app, in);
}
