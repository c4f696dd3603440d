/* The title screen: continue, a new game of some scenario, a saved one. A scenario that is broken
 * is listed too, with what is wrong with it. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { variants_most = 5 }; /* that fit in a row; others are begun by name */

/* layout, in pixels at scale 1 */
static const float pad = 48.0F;
static const float widths[] = {[TP_TITLE_MENU] = 424.0F,
                               [TP_TITLE_SCENARIOS] = 520.0F,
                               [TP_TITLE_SAVES] = 664.0F,
                               [TP_TITLE_FAULTS] = 664.0F};
static const float masthead = 72.0F, title_height = 60.0F, gap = 12.0F;
static const float lead_height = 72.0F, lead_pad = 14.0F, lead_chart = 84.0F, entry_height = 44.0F;
static const float small_height = 36.0F, small_width = 120.0F, head_height = 32.0F;
static const float card_pad = 14.0F, card_title = 24.0F, card_over = 18.0F, seed_width = 160.0F;
static const float menu_drop = 0.14F; /* of the height, above the name of the game */

/* --- menu --- */

/* What most will want: on ink, with a note of what it is, and how that game went so far. */
static bool lead(struct tp_app *app, struct tp_rect *place, const char *words, const char *note,
                 const struct tp_chart *chart) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect rect = tp_rect_cut_top(place, tp_px(app, lead_height));
  struct tp_hit hit = tp_ui_default_button(ui, tp_ui_id(words), rect, "");
  tp_ui_name(ui, words);
  struct tp_rect in = tp_rect_inset(rect, tp_px(app, lead_pad), tp_px(app, lead_pad));
  if (chart && chart->points > 1) {
    tp_saves_chart(app, tp_rect_cut_right(&in, tp_px(app, lead_chart)), chart);
    tp_rect_cut_right(&in, tp_px(app, gap));
  }
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_TITLE), tp_ink(app, TP_COLOUR_ON_INK),
             tp_rect_cut_top(&in, floorf(in.h * 0.56F)), TP_ALIGN_LEFT, words);
  tp_ui_label(ui, in, TP_TYPE_NOTE, TP_COLOUR_ON_INK, TP_ALIGN_LEFT, note);
  return hit.clicked;
}

static bool entry(struct tp_app *app, struct tp_rect *place, const char *words) {
  struct tp_rect rect = tp_rect_cut_top(place, tp_px(app, entry_height));
  bool clicked = tp_ui_row(&app->ui, tp_ui_id(words), rect, false, "", "", TP_COLOUR_MUTED).clicked;
  tp_ui_name(&app->ui, words);
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_HEAD), tp_ink(app, TP_COLOUR_INK), rect,
             TP_ALIGN_LEFT, words);
  return clicked;
}

static void begin_another(struct tp_app *app) {
  tp_app_list_scenarios(app);
  app->title_page = TP_TITLE_SCENARIOS;
}

static void show_menu(struct tp_app *app, struct tp_rect place) {
  bool saved = app->latest[0] != '\0';
  if (saved && lead(app, &place, tp_word(TP_WORD_CONTINUE), app->latest_note, &app->latest_chart)) {
    tp_app_load(app, app->latest);
    return;
  }
  if (!saved && lead(app, &place, tp_word(TP_WORD_NEW_GAME), tp_word(TP_WORD_FIRST_GAME), NULL))
    begin_another(app);
  tp_rect_cut_top(&place, tp_px(app, gap));
  if (saved && entry(app, &place, tp_word(TP_WORD_NEW_GAME)))
    begin_another(app);
  if (entry(app, &place, tp_word(TP_WORD_LOAD))) {
    tp_app_list_saves(app);
    app->title_page = TP_TITLE_SAVES;
  }
  if (entry(app, &place, tp_word(TP_WORD_ENCYCLOPAEDIA)))
    tp_pages_open(app);
  if (entry(app, &place, tp_word(TP_WORD_SETTINGS)))
    tp_settings_open(app);
  if (entry(app, &place, tp_word(TP_WORD_QUIT)))
    app->quit = true;
}

/* --- scenarios --- */

static void show_faults_of(struct tp_app *app, const char *path) {
  tp_problems_free(&app->problems);
  tp_scenario_free(tp_scenario_load(path, NULL, &app->problems));
  tp_problems_sort(&app->problems);
  app->title_page = TP_TITLE_FAULTS;
}

static float show_scenario(struct tp_app *app, struct tp_rect rect, int index) {
  const struct tp_scenario_entry *entry = &app->scenarios[index];
  float inside = rect.w - tp_px(app, 2.0F * card_pad);
  char broken[80];
  const char *slash = strrchr(entry->path, '/'), *file = slash ? slash + 1 : entry->path;
  const char *title = entry->title && entry->title[0] ? entry->title : file;
  const char *summary = entry->summary ? entry->summary : "";
  TP_PRINT(broken, sizeof broken, TP_WORD_BROKEN, TP_WHOLE(entry->problems));
  float text = tp_ui_words_height(&app->ui, TP_TYPE_BODY, inside, summary);
  float fault = entry->problems ? tp_px(app, 20.0F) : 0.0F;
  float over = entry->guided ? tp_px(app, card_over) : 0.0F;
  struct tp_rect card = {rect.x, rect.y, rect.w,
                         tp_px(app, 2.0F * card_pad + card_title) + over + text + fault};
  uint32_t id = tp_ui_id_of(tp_ui_id("scenario"), (uint32_t)index);
  struct tp_hit hit = tp_ui_card(&app->ui, id, card, app->scenario == index, title, NULL);
  struct tp_rect in = tp_rect_inset(card, tp_px(app, card_pad), tp_px(app, card_pad - 2.0F));
  if (entry->guided)
    tp_ui_label(&app->ui, tp_rect_cut_top(&in, over), TP_TYPE_NOTE_STRONG, TP_COLOUR_ACCENT,
                TP_ALIGN_LEFT, tp_word(TP_WORD_FIRST_GAME));
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_HEAD), tp_ink(app, TP_COLOUR_INK),
             tp_rect_cut_top(&in, tp_px(app, card_title)), TP_ALIGN_LEFT, title);
  tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_MUTED), in.x,
                    in.y, in.w, 0, true, summary);
  tp_rect_cut_top(&in, text);
  if (entry->problems)
    tp_ui_label(&app->ui, tp_rect_cut_top(&in, fault), TP_TYPE_BODY_STRONG, TP_COLOUR_BAD,
                TP_ALIGN_LEFT, broken);
  if (hit.clicked && entry->problems) {
    show_faults_of(app, entry->path);
  } else if (hit.clicked && app->scenario != index) {
    app->scenario = index;
    app->variant = 0;
  }
  return card.h + tp_px(app, gap);
}

static bool back_button(struct tp_app *app, struct tp_rect *foot) {
  struct tp_rect rect = tp_rect_cut_left(foot, tp_px(app, small_width));
  bool back =
      tp_ui_button(&app->ui, tp_ui_id("back"), rect, TP_BUTTON_PLAIN, tp_word(TP_WORD_BACK), NULL)
          .clicked;
  return back || tp_ui_key(&app->ui, TP_KEY_ESCAPE);
}

/* Other ways to play the chosen scenario: a row of them, and what is different in the one chosen.
 */
static void show_variants(struct tp_app *app, struct tp_rect *place) {
  const struct tp_scenario_entry *entry = &app->scenarios[app->scenario];
  const char *names[variants_most + 1] = {tp_word(TP_WORD_AS_IT_IS)};
  int count = entry->variant_count < variants_most ? entry->variant_count : variants_most;
  for (int i = 0; i < count; i++)
    names[i + 1] = entry->variants[i].title;
  const char *text = app->variant ? entry->variants[app->variant - 1].text : "";
  float height = text[0] ? tp_ui_words_height(&app->ui, TP_TYPE_NOTE, place->w, text) : 0.0F;
  struct tp_rect note = tp_rect_cut_bottom(place, height + tp_px(app, gap));
  struct tp_rect row = tp_rect_cut_bottom(place, tp_px(app, small_height));
  tp_rect_cut_bottom(place, tp_px(app, gap));
  tp_ui_tabs(&app->ui, tp_ui_id("variants"), row, names, count + 1, &app->variant);
  if (text[0])
    tp_ui_paragraph(&app->ui, note, TP_TYPE_NOTE, TP_COLOUR_MUTED, text);
}

static void begin_chosen(struct tp_app *app) {
  char path[TP_PATH_MAX];
  tp_app_chosen(app, path, sizeof path);
  if (tp_app_start(app, path, strtoull(app->seed, NULL, 10)))
    app->overlay = TP_OVERLAY_REPORT; /* what it is about */
}

static void show_scenarios(struct tp_app *app, struct tp_rect place) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect foot = tp_rect_cut_bottom(&place, tp_px(app, small_height));
  tp_rect_cut_bottom(&place, tp_px(app, gap));
  tp_ui_label(ui, tp_rect_cut_top(&place, tp_px(app, head_height)), TP_TYPE_TITLE, TP_COLOUR_INK,
              TP_ALIGN_LEFT, tp_word(TP_WORD_CHOOSE_SCENARIO));
  struct tp_rect seed = tp_rect_cut_bottom(&place, tp_px(app, small_height));
  tp_rect_cut_bottom(&place, tp_px(app, gap));
  if (app->scenario != TP_NONE && app->scenarios[app->scenario].variant_count)
    show_variants(app, &place);
  struct tp_rect list = tp_ui_scroll_begin(ui, tp_ui_id("scenarios"), place);
  float y = list.y;
  for (int broken = 0; broken < 2; broken++) /* the sound ones first */
    for (int i = 0; i < app->scenario_count; i++)
      if (broken ? app->scenarios[i].problems > 0
                 : app->scenarios[i].playable && !app->scenarios[i].problems)
        y += show_scenario(app, (struct tp_rect){list.x, y, list.w, 1e6F}, i);
  if (y <= list.y)
    y += tp_ui_paragraph(ui, list, TP_TYPE_BODY, TP_COLOUR_MUTED, tp_word(TP_WORD_NO_SCENARIOS));
  tp_ui_scroll_end(ui, y - list.y);
  struct tp_rect label = tp_rect_cut_left(&seed, tp_px(app, 48.0F));
  tp_ui_label(ui, label, TP_TYPE_BODY, TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(TP_WORD_SEED));
  struct tp_rect field = tp_rect_cut_left(&seed, tp_px(app, seed_width));
  tp_ui_field(ui, tp_ui_id("seed"), field, tp_word(TP_WORD_SEED), app->seed, sizeof app->seed,
              true);
  tp_ui_tip(ui, tp_word(TP_WORD_SEED_HINT));
  if (back_button(app, &foot)) {
    app->title_page = TP_TITLE_MENU;
    return;
  }
  struct tp_rect begin = tp_rect_cut_right(&foot, tp_px(app, small_width));
  if (app->scenario != TP_NONE &&
      tp_ui_default_button(ui, tp_ui_id("begin"), begin, tp_word(TP_WORD_BEGIN)).clicked)
    begin_chosen(app);
}

/* --- what is wrong with a file --- */

static void show_faults(struct tp_app *app, struct tp_rect place) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect foot = tp_rect_cut_bottom(&place, tp_px(app, small_height));
  tp_rect_cut_bottom(&place, tp_px(app, gap));
  tp_ui_label(ui, tp_rect_cut_top(&place, tp_px(app, head_height)), TP_TYPE_TITLE, TP_COLOUR_INK,
              TP_ALIGN_LEFT, tp_word(TP_WORD_FAULTS));
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
                                                  [TP_TITLE_SCENARIOS] = show_scenarios,
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
