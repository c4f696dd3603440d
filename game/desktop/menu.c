/* The menu over the board, with the settings; the saves in it; the help. */
#include "desktop/screens.h"
#include "desktop/widgets.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float width = 360.0F, height = 596.0F, saves_width = 560.0F, help_width = 720.0F;
static const float button_height = 36.0F, button_width = 120.0F, gap = 8.0F, row_height = 24.0F;
static const float key_width = 190.0F, intro_gap = 12.0F;
static const float scale_step = 0.25F, least_scale = 0.75F, most_scale = 3.0F;

static bool menu_button(struct tp_app *app, struct tp_rect *place, const char *words,
                        bool primary) {
  struct tp_rect rect = tp_rect_cut_top(place, tp_px(app, button_height));
  tp_rect_cut_top(place, tp_px(app, gap));
  return tp_ui_button(&app->ui, tp_ui_id(words), rect,
                      primary ? TP_BUTTON_PRIMARY : TP_BUTTON_PLAIN, words, NULL)
      .clicked;
}

static void show_wish(struct tp_app *app, struct tp_rect *place, uint32_t id, enum tp_word word,
                      bool *unwanted) {
  bool wanted = !*unwanted;
  struct tp_rect rect = tp_rect_cut_top(place, tp_px(app, row_height));
  tp_rect_cut_top(place, tp_px(app, gap));
  tp_ui_toggle(&app->ui, id, rect, tp_word(word), &wanted);
  *unwanted = !wanted;
}

static void show_settings(struct tp_app *app, struct tp_rect *place) {
  static const enum tp_word themes[TP_THEME_COUNT] = {TP_WORD_THEME_LIGHT, TP_WORD_THEME_DARK,
                                                      TP_WORD_THEME_CONTRAST};
  char words[80];
  uint32_t id = tp_ui_id("setting");
  TP_PRINT(words, sizeof words, TP_WORD_THEME, tp_word(themes[app->options.theme]));
  struct tp_rect rect = tp_rect_cut_top(place, tp_px(app, button_height));
  tp_rect_cut_top(place, tp_px(app, gap));
  if (tp_ui_button(&app->ui, tp_ui_id_of(id, 0), rect, TP_BUTTON_PLAIN, words, NULL).clicked)
    tp_app_restyle(app, (enum tp_theme_kind)((app->options.theme + 1) % TP_THEME_COUNT),
                   app->options.scale);
  TP_PRINT(words, sizeof words, TP_WORD_SCALE, TP_WHOLE(app->look.scale * 100.0F));
  rect = tp_rect_cut_top(place, tp_px(app, button_height));
  tp_rect_cut_top(place, tp_px(app, gap));
  if (tp_ui_button(&app->ui, tp_ui_id_of(id, 1), rect, TP_BUTTON_PLAIN, words, NULL).clicked) {
    float next = floorf(app->look.scale / scale_step) * scale_step + scale_step;
    tp_app_restyle(app, app->options.theme, next);
    if (app->look.scale < next - 0.01F || next > most_scale) /* the window has no room for it */
      tp_app_restyle(app, app->options.theme, least_scale);
  }
  rect = tp_rect_cut_top(place, tp_px(app, row_height));
  tp_rect_cut_top(place, tp_px(app, gap));
  tp_ui_toggle(&app->ui, tp_ui_id_of(id, 2), rect, tp_word(TP_WORD_MOTION), &app->look.motion);
  show_wish(app, place, tp_ui_id_of(id, 3), TP_WORD_ADVISORS, &app->options.no_advisors);
  if (tp_app_rules(app)->guide->hint_count)
    show_wish(app, place, tp_ui_id_of(id, 4), TP_WORD_HINTS, &app->options.no_hints);
}

static void show_items(struct tp_app *app, struct tp_rect in) {
  if (menu_button(app, &in, tp_word(TP_WORD_GO_ON_PLAYING), true) ||
      tp_ui_key(&app->ui, TP_KEY_ESCAPE))
    app->overlay = TP_OVERLAY_NONE;
  if (menu_button(app, &in, tp_word(TP_WORD_SAVE), false))
    tp_app_save(app);
  if (menu_button(app, &in, tp_word(TP_WORD_LOAD), false)) {
    tp_app_list_saves(app);
    app->overlay = TP_OVERLAY_SAVES;
  }
  if (menu_button(app, &in, tp_word(TP_WORD_GOALS), false))
    app->overlay = TP_OVERLAY_GOALS;
  if (menu_button(app, &in, tp_word(TP_WORD_HELP), false))
    app->overlay = TP_OVERLAY_HELP;
  show_settings(app, &in);
  bool title = menu_button(app, &in, tp_word(TP_WORD_TO_TITLE), false);
  if (menu_button(app, &in, tp_word(TP_WORD_QUIT), false))
    app->quit = true;
  if (title)
    tp_app_leave(app);
}

static void show_saves(struct tp_app *app, struct tp_rect in) {
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  bool back =
      tp_ui_button(&app->ui, tp_ui_id("back"), button, TP_BUTTON_PLAIN, tp_word(TP_WORD_BACK), NULL)
          .clicked;
  if (back || tp_ui_key(&app->ui, TP_KEY_ESCAPE))
    app->overlay = TP_OVERLAY_MENU;
  else
    tp_saves_show(app, in);
}

void tp_menu_show(struct tp_app *app, struct tp_rect screen) {
  bool saves = app->overlay == TP_OVERLAY_SAVES;
  struct tp_rect in = tp_dialogue_begin(app, screen, saves ? saves_width : width, height,
                                        tp_app_rules(app)->words.title,
                                        tp_word(saves ? TP_WORD_LOAD : TP_WORD_PAUSE));
  if (saves)
    show_saves(app, in);
  else
    show_items(app, in);
}

/* --- help --- */

static const struct {
  enum tp_word keys, words;
} help_rows[] = {
    {TP_WORD_HELP_THEMES_KEYS, TP_WORD_HELP_THEMES},
    {TP_WORD_HELP_FOCUS_KEYS, TP_WORD_HELP_FOCUS},
    {TP_WORD_HELP_ENTER_KEYS, TP_WORD_HELP_ENTER},
    {TP_WORD_HELP_SPACE_KEYS, TP_WORD_HELP_SPACE},
    {TP_WORD_HELP_UNDO_KEYS, TP_WORD_HELP_UNDO},
    {TP_WORD_HELP_NEWS_KEYS, TP_WORD_HELP_NEWS},
    {TP_WORD_HELP_HINT_KEYS, TP_WORD_HELP_HINT},
    {TP_WORD_HELP_MODE_KEYS, TP_WORD_HELP_MODE},
    {TP_WORD_HELP_NEXT_KEYS, TP_WORD_HELP_NEXT},
    {TP_WORD_HELP_WHY_KEYS, TP_WORD_HELP_WHY},
    {TP_WORD_HELP_ZOOM_KEYS, TP_WORD_HELP_ZOOM},
    {TP_WORD_HELP_DRAG_KEYS, TP_WORD_HELP_DRAG},
    {TP_WORD_HELP_SAVE_KEYS, TP_WORD_HELP_SAVE},
    {TP_WORD_HELP_ESCAPE_KEYS, TP_WORD_HELP_ESCAPE},
    {TP_WORD_HELP_RELOAD_KEYS, TP_WORD_HELP_RELOAD},
    {TP_WORD_HELP_SCREEN_KEYS, TP_WORD_HELP_SCREEN},
};

void tp_help_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect in =
      tp_dialogue_begin(app, screen, help_width, height, "", tp_word(TP_WORD_HELP_TITLE));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  struct tp_rect list = tp_ui_scroll_begin(ui, tp_ui_id("help"), in);
  float y = list.y +
            tp_ui_paragraph(ui, list, TP_TYPE_READ, TP_COLOUR_INK, tp_word(TP_WORD_HELP_INTRO)) +
            tp_px(app, intro_gap);
  for (size_t i = 0; i < sizeof help_rows / sizeof *help_rows; i++) {
    struct tp_rect line = {list.x, y, list.w, tp_px(app, row_height)};
    struct tp_rect keys = tp_rect_cut_left(&line, tp_px(app, key_width));
    tp_ui_label(ui, keys, TP_TYPE_BODY_STRONG, TP_COLOUR_INK, TP_ALIGN_LEFT,
                tp_word(help_rows[i].keys));
    tp_ui_label(ui, line, TP_TYPE_BODY, TP_COLOUR_INK, TP_ALIGN_LEFT, tp_word(help_rows[i].words));
    y += tp_px(app, row_height);
  }
  tp_ui_scroll_end(ui, y - list.y);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  if (tp_dialogue_closes(app, button, tp_ui_id("close help"), TP_WORD_CLOSE) ||
      tp_ui_key(ui, TP_KEY_F1))
    app->overlay = TP_OVERLAY_NONE;
}
