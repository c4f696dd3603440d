/* The menu over the board; the saves in it; the help. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float width = 360.0F, height = 540.0F, large_height = 640.0F, saves_width = 560.0F;
static const float help_width = 720.0F, help_wide = 1232.0F, help_high = 1000.0F, help_gap = 40.0F;
static const float frame = 152.0F; /* what stands round the saves */
static const float button_height = 36.0F, button_width = 120.0F, gap = 8.0F, row_height = 24.0F;
static const float key_width = 168.0F, pad_width = 72.0F, intro_gap = 12.0F;

static bool menu_button(struct tp_app *app, struct tp_rect *place, const char *words,
                        bool primary) {
  struct tp_rect rect = tp_rect_cut_top(place, tp_px(app, button_height));
  tp_rect_cut_top(place, tp_px(app, gap));
  struct tp_hit hit =
      primary ? tp_ui_default_button(&app->ui, tp_ui_id(words), rect, words)
              : tp_ui_button(&app->ui, tp_ui_id(words), rect, TP_BUTTON_PLAIN, words, NULL);
  return hit.clicked;
}

static void show_items(struct tp_app *app, struct tp_rect in) {
  if (menu_button(app, &in, tp_word(TP_WORD_GO_ON_PLAYING), true) ||
      tp_ui_key(&app->ui, TP_KEY_ESCAPE))
    app->overlay = TP_OVERLAY_NONE;
  if (menu_button(app, &in, tp_word(TP_WORD_SAVE), false))
    tp_saves_open(app);
  if (menu_button(app, &in, tp_word(TP_WORD_LOAD), false)) {
    tp_app_list_saves(app);
    app->overlay = TP_OVERLAY_SAVES;
  }
  if (menu_button(app, &in, tp_word(TP_WORD_GOALS), false))
    app->overlay = TP_OVERLAY_GOALS;
  if (menu_button(app, &in, tp_word(TP_WORD_ENCYCLOPAEDIA), false))
    tp_pages_open(app);
  if (menu_button(app, &in, tp_word(TP_WORD_MODS), false))
    tp_mods_open(app);
  if (menu_button(app, &in, tp_word(TP_WORD_HELP), false))
    app->overlay = TP_OVERLAY_HELP;
  if (menu_button(app, &in, tp_word(TP_WORD_SETTINGS), false))
    tp_settings_open(app);
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
  if (back || (app->saves_view.asks == TP_ASK_NOTHING && tp_ui_key(&app->ui, TP_KEY_ESCAPE)))
    app->overlay = TP_OVERLAY_MENU;
  else
    tp_saves_show(app, in, app->overlay == TP_OVERLAY_SAVE);
}

void tp_menu_show(struct tp_app *app, struct tp_rect screen) {
  bool saving = app->overlay == TP_OVERLAY_SAVE;
  char over[300], seed[24];
  snprintf(seed, sizeof seed, "%llu", (unsigned long long)tp_session_seed(app->session));
  TP_PRINT(over, sizeof over, TP_WORD_MENU_SEED, tp_app_rules(app)->words.title, seed);
  bool saves = saving || app->overlay == TP_OVERLAY_SAVES;
  float tall = saves ? fminf(frame + tp_saves_height(app, saving), large_height) : height;
  struct tp_rect in = tp_dialogue_begin(app, screen, saves ? saves_width : width, tall, over,
                                        tp_word(saving  ? TP_WORD_SAVE
                                                : saves ? TP_WORD_LOAD
                                                        : TP_WORD_PAUSE));
  if (saves)
    show_saves(app, in);
  else
    show_items(app, in);
}

/* --- help --- */

/* What is no command: digits, and what the mouse does. */
static const struct {
  enum tp_word keys, words;
} more_rows[] = {
    {TP_WORD_HELP_THEMES_KEYS, TP_WORD_HELP_THEMES},
    {TP_WORD_HELP_DRAG_KEYS, TP_WORD_HELP_DRAG},
    {TP_WORD_HELP_REST_KEYS, TP_WORD_HELP_REST},
};

/* A line, or more where its words need them; returns its height. */
static float help_row(struct tp_app *app, struct tp_rect line, const char *keys, const char *pad,
                      const char *words) {
  struct tp_ui *ui = &app->ui;
  float inset = (line.h - (float)tp_face(app, TP_TYPE_BODY).line) * 0.5F;
  tp_ui_label(ui, tp_rect_cut_left(&line, tp_px(app, key_width)), TP_TYPE_BODY_STRONG,
              TP_COLOUR_INK, TP_ALIGN_LEFT, keys);
  tp_ui_label(ui, tp_rect_cut_left(&line, tp_px(app, pad_width)), TP_TYPE_BODY_STRONG,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, pad);
  float high =
      tp_ui_paragraph(ui, tp_rect_inset(line, 0.0F, inset), TP_TYPE_BODY, TP_COLOUR_INK, words);
  return fmaxf(line.h, high + 2.0F * inset);
}

static void help_head(struct tp_app *app, struct tp_rect line, enum tp_word word) {
  tp_ui_label(&app->ui, line, TP_TYPE_LABEL, TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(word));
}

/* The commands of a group, from y; returns where they end. */
static float help_group(struct tp_app *app, struct tp_rect list, float y,
                        enum tp_command_group group) {
  static const enum tp_word heads[TP_GROUPS] = {TP_WORD_GROUP_TURN, TP_WORD_GROUP_BOARD,
                                                TP_WORD_GROUP_GAME, TP_WORD_GROUP_FIXED};
  float row = tp_px(app, row_height);
  y += tp_px(app, gap);
  help_head(app, (struct tp_rect){list.x, y, list.w, row}, heads[group]);
  y += row;
  for (int i = 0; i < TP_COMMAND_COUNT; i++) {
    char keys[120], pad[60];
    if (tp_commands[i].group != group)
      continue;
    tp_bindings_words(&app->bindings, (enum tp_command)i, TP_KEYBOARD, app->pad_make, keys,
                      sizeof keys);
    tp_bindings_words(&app->bindings, (enum tp_command)i, TP_PAD, app->pad_make, pad, sizeof pad);
    y += help_row(app, (struct tp_rect){list.x, y, list.w, row}, keys, pad,
                  tp_word(tp_commands[i].words));
  }
  return y;
}

/* What the mouse and the digits do; returns where it ends. */
static float help_more(struct tp_app *app, struct tp_rect list, float y) {
  for (size_t i = 0; i < sizeof more_rows / sizeof *more_rows; i++)
    y += help_row(app, (struct tp_rect){list.x, y, list.w, tp_px(app, row_height)},
                  tp_word(more_rows[i].keys), "", tp_word(more_rows[i].words));
  return y;
}

static float help_groups(struct tp_app *app, struct tp_rect list, float y, int from, int to) {
  for (int group = from; group < to; group++)
    y = help_group(app, list, y, (enum tp_command_group)group);
  return y;
}

/* In two columns where the window has room for all of it; returns the height. */
static float help_text(struct tp_app *app, struct tp_rect list, bool wide) {
  struct tp_rect left = list, right = list;
  if (wide) {
    left.w = right.w = floorf((list.w - tp_px(app, help_gap)) * 0.5F);
    right.x += list.w - right.w;
  }
  float y =
      list.y + tp_px(app, intro_gap) +
      tp_ui_paragraph(&app->ui, left, TP_TYPE_READ, TP_COLOUR_INK, tp_word(TP_WORD_HELP_INTRO));
  if (!wide)
    return help_groups(app, list, help_more(app, list, y), 0, TP_GROUPS) - list.y;
  y = help_groups(app, left, y, 0, TP_GROUPS / 2);
  return fmaxf(y,
               help_groups(app, right, help_more(app, right, list.y), TP_GROUPS / 2, TP_GROUPS)) -
         list.y;
}

void tp_help_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  uint32_t id = tp_ui_id("help");
  bool wide = screen.w >= tp_px(app, help_wide + help_gap) && screen.h >= tp_px(app, help_high);
  struct tp_rect in = tp_dialogue_begin(app, screen, wide ? help_wide : help_width,
                                        tp_dialogue_fitting(app, screen, large_height, id), "",
                                        tp_word(TP_WORD_HELP_TITLE));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  struct tp_rect list = tp_ui_scroll_begin(ui, id, in);
  tp_ui_scroll_end(ui, help_text(app, list, wide));
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  if (tp_dialogue_closes(app, button, tp_ui_id("close help"), TP_WORD_CLOSE) ||
      tp_ui_key(ui, TP_KEY_F1))
    app->overlay = TP_OVERLAY_NONE;
}
