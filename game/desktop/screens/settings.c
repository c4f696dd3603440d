/* The settings: a dialogue over the title or the board, whose changes are seen at once and kept. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include "data/language.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float width = 640.0F, height = 620.0F, button_height = 36.0F, gap = 8.0F;
static const float button_width = 120.0F, wide_button = 200.0F, tabs_height = 24.0F;
static const float choice_width = 260.0F, row_height = 28.0F, label_height = 26.0F;
static const float keys_width = 132.0F, pad_width = 84.0F, asked_height = 72.0F;
static const float scales[] = {0.0F, 0.75F, 1.0F, 1.25F, 1.5F, 1.75F, 2.0F, 2.5F, 3.0F};
enum { SCALES = sizeof scales / sizeof *scales };

void tp_app_keep_settings(struct tp_app *app) {
  struct tp_file_error error = {.text = ""};
  char words[400];
  const char *path = app->options.settings_path;
  if (!path || tp_settings_write(path, app->settings, &error))
    return;
  TP_PRINT(words, sizeof words, TP_WORD_SETTINGS_LOST, error.text);
  tp_app_tell(app, words);
}

void tp_settings_open(struct tp_app *app) {
  app->settings_view.back = app->overlay;
  app->settings_view.listens = app->settings_view.asked_for = TP_NONE;
  app->settings_view.said[0] = '\0';
  app->overlay = TP_OVERLAY_SETTINGS;
}

/* --- general -------------------------------------------------------------------------------- */

/* A line with what is chosen at its right: which way it was moved, or 0. */
static int show_choice(struct tp_app *app, struct tp_rect *place, enum tp_word word,
                       const char *value) {
  struct tp_ui *ui = &app->ui;
  char words[120], shown[120];
  struct tp_rect line = tp_rect_cut_top(place, tp_px(app, button_height));
  tp_rect_cut_top(place, tp_px(app, gap));
  struct tp_rect field = tp_rect_cut_right(&line, tp_px(app, choice_width));
  TP_PRINT(words, sizeof words, TP_WORD_NAMED, tp_word(word), value);
  snprintf(shown, sizeof shown, "\xe2\x80\xb9  %s  \xe2\x80\xba", value);
  struct tp_hit hit =
      tp_ui_button(ui, tp_ui_id(tp_word(word)), field, TP_BUTTON_PLAIN, shown, NULL);
  tp_ui_last(ui)->takes_sideways = true;
  tp_ui_name(ui, words);
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_INK), line,
             TP_ALIGN_LEFT, tp_word(word));
  if (hit.clicked) /* the left third goes back */
    return ui->input.released && ui->input.mouse_x < field.x + field.w / 3.0F ? -1 : 1;
  return hit.focused ? ui->side_step : 0;
}

static int wrap(int at, int step, int count) {
  return (at + step + count) % count;
}

static void choose_language(struct tp_app *app, struct tp_rect *place) {
  char codes[TP_LANGUAGES_MAX][TP_LANGUAGE_CODE_MAX];
  int step = show_choice(app, place, TP_WORD_LANGUAGE, tp_phrase_text("language.name"));
  if (!step)
    return;
  int count = tp_language_list(codes), at = 0;
  for (int i = 0; i < count; i++)
    at = strcmp(codes[i], tp_phrases_language()) == 0 ? i : at;
  if (count == 0 || !tp_app_speak(app, codes[wrap(at, step, count)]))
    return;
  snprintf(app->settings->language, sizeof app->settings->language, "%s", tp_phrases_language());
  tp_app_keep_settings(app);
}

static void choose_theme(struct tp_app *app, struct tp_rect *place) {
  static const enum tp_word words[TP_THEME_COUNT] = {TP_WORD_THEME_LIGHT, TP_WORD_THEME_DARK,
                                                     TP_WORD_THEME_CONTRAST};
  char name[60];
  snprintf(name, sizeof name, "%s", tp_word(words[app->options.theme]));
  int step = show_choice(app, place, TP_WORD_THEME, tp_phrase_capital(name));
  if (!step)
    return;
  tp_app_restyle(app, (enum tp_theme_kind)wrap((int)app->options.theme, step, TP_THEME_COUNT),
                 app->options.scale);
  snprintf(app->settings->theme, sizeof app->settings->theme, "%s",
           tp_theme_name(app->options.theme));
  tp_app_keep_settings(app);
}

/* By the window, or a size: a window without room for it shows the largest it has room for. */
static void choose_scale(struct tp_app *app, struct tp_rect *place) {
  char percent[60], words[120];
  int at = 0;
  TP_PRINT(percent, sizeof percent, TP_WORD_PERCENT, TP_WHOLE(app->look.scale * 100.0F));
  if (app->options.scale <= 0.0F)
    TP_PRINT(words, sizeof words, TP_WORD_SCALE_WINDOW, percent);
  else
    snprintf(words, sizeof words, "%s", percent);
  int step = show_choice(app, place, TP_WORD_SCALE, words);
  if (!step)
    return;
  for (int i = 0; i < SCALES; i++)
    at = fabsf(scales[i] - app->options.scale) < fabsf(scales[at] - app->options.scale) ? i : at;
  tp_app_restyle(app, app->options.theme, scales[wrap(at, step, SCALES)]);
  app->settings->scale = (double)app->options.scale;
  tp_app_keep_settings(app);
}

/* A switch; true when it was moved. */
static bool show_switch(struct tp_app *app, struct tp_rect *place, enum tp_word word,
                        int *setting) {
  bool on = *setting != 0;
  struct tp_rect rect = tp_rect_cut_top(place, tp_px(app, row_height));
  tp_rect_cut_top(place, tp_px(app, gap * 0.5F));
  if (!tp_ui_toggle(&app->ui, tp_ui_id(tp_word(word)), rect, tp_word(word), &on).changed)
    return false;
  *setting = on;
  return true;
}

static void show_switches(struct tp_app *app, struct tp_rect *place) {
  struct tp_settings *s = app->settings;
  int motion = app->look.motion, full = app->fullscreen;
  int advisors = !app->options.no_advisors, hints = !app->options.no_hints;
  bool moved = show_switch(app, place, TP_WORD_MOTION, &motion);
  moved |= show_switch(app, place, TP_WORD_FULLSCREEN, &full);
  moved |= show_switch(app, place, TP_WORD_AUTOSAVE, &s->autosave);
  moved |= show_switch(app, place, TP_WORD_ADVISORS, &advisors);
  moved |= show_switch(app, place, TP_WORD_HINTS, &hints);
  if (!moved)
    return;
  s->motion = app->look.motion = motion != 0;
  s->fullscreen = app->fullscreen = full != 0;
  s->advisors = advisors;
  s->hints = hints;
  app->options.still = !motion;
  app->options.no_advisors = !advisors;
  app->options.no_hints = !hints;
  if (app->session)
    tp_session_set_autosave(app->session, s->autosave);
  tp_app_keep_settings(app);
}

static void show_general(struct tp_app *app, struct tp_rect in) {
  choose_language(app, &in);
  choose_theme(app, &in);
  choose_scale(app, &in);
  tp_rect_cut_top(&in, tp_px(app, gap));
  show_switches(app, &in);
}

/* --- keys ----------------------------------------------------------------------------------- */

static void bind(struct tp_app *app, enum tp_command command, struct tp_chord chord) {
  enum tp_command other = tp_bindings_conflict(&app->bindings, command, chord);
  char key[60];
  if (!tp_bindings_set(&app->bindings, command, chord)) {
    tp_chord_words(chord, app->pad_make, key, sizeof key);
    TP_PRINT(app->settings_view.said, sizeof app->settings_view.said, TP_WORD_KEY_FIXED, key);
    return;
  }
  tp_bindings_keep(&app->bindings, command, app->settings);
  if (other < TP_COMMAND_COUNT)
    tp_bindings_keep(&app->bindings, other, app->settings);
  tp_app_keep_settings(app);
}

static void clear(struct tp_app *app, enum tp_command command) {
  tp_bindings_clear(&app->bindings, command, TP_KEYBOARD);
  tp_bindings_clear(&app->bindings, command, TP_PAD);
  tp_bindings_keep(&app->bindings, command, app->settings);
  tp_app_keep_settings(app);
}

/* The first key that comes is taken; if another command has it, the player is asked. */
bool tp_settings_listen(struct tp_app *app, const struct tp_input *input) {
  struct tp_settings_view *view = &app->settings_view;
  if (view->listens == TP_NONE || app->overlay != TP_OVERLAY_SETTINGS)
    return false;
  if (input->pressed)
    view->listens = TP_NONE;
  for (int i = 0; i < input->chord_count && view->listens != TP_NONE; i++) {
    struct tp_chord chord = input->chords[i];
    enum tp_command command = (enum tp_command)view->listens, has;
    enum tp_command now = tp_bindings_command(&app->bindings, chord);
    if (chord.again || chord.typed)
      continue;
    view->listens = TP_NONE;
    has = tp_bindings_conflict(&app->bindings, command, chord);
    if (now == TP_COMMAND_ESCAPE)
      break;
    if (now == TP_COMMAND_DELETE) {
      clear(app, command);
    } else if (has < TP_COMMAND_COUNT && tp_commands[has].group != TP_GROUP_FIXED) {
      view->asked = chord;
      view->asked_for = (int)command;
      view->has_it = (int)has;
    } else {
      bind(app, command, chord);
    }
  }
  return true;
}

static void show_command(struct tp_app *app, struct tp_rect line, enum tp_command command) {
  struct tp_ui *ui = &app->ui;
  char keys[120], pad[60];
  bool listens = app->settings_view.listens == (int)command;
  const char *words = tp_word(tp_commands[command].words);
  tp_bindings_words(&app->bindings, command, TP_KEYBOARD, app->pad_make, keys, sizeof keys);
  tp_bindings_words(&app->bindings, command, TP_PAD, app->pad_make, pad, sizeof pad);
  if (tp_ui_row(ui, tp_ui_id_of(tp_ui_id("command"), (uint32_t)command), line, listens, "", "",
                TP_COLOUR_INK)
          .clicked) {
    app->settings_view.listens = (int)command;
    app->settings_view.said[0] = '\0';
  }
  tp_ui_name(ui, words);
  struct tp_rect pads = tp_rect_cut_right(&line, tp_px(app, pad_width));
  struct tp_rect chords = tp_rect_cut_right(&line, tp_px(app, keys_width));
  tp_ui_label(ui, line, TP_TYPE_BODY, TP_COLOUR_INK, TP_ALIGN_LEFT, words);
  if (listens) {
    tp_ui_label(ui, (struct tp_rect){chords.x, chords.y, chords.w + pads.w, chords.h},
                TP_TYPE_BODY_STRONG, TP_COLOUR_ACCENT, TP_ALIGN_LEFT, tp_word(TP_WORD_PRESS_KEY));
    return;
  }
  tp_ui_label(ui, chords, TP_TYPE_BODY_STRONG, TP_COLOUR_INK, TP_ALIGN_LEFT, keys);
  tp_ui_label(ui, pads, TP_TYPE_BODY_STRONG, TP_COLOUR_MUTED, TP_ALIGN_LEFT, pad);
}

static void show_heads(struct tp_app *app, struct tp_rect line, enum tp_word word) {
  struct tp_rect pads = tp_rect_cut_right(&line, tp_px(app, pad_width));
  struct tp_rect chords = tp_rect_cut_right(&line, tp_px(app, keys_width));
  tp_ui_label(&app->ui, line, TP_TYPE_LABEL, TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(word));
  tp_ui_label(&app->ui, chords, TP_TYPE_LABEL, TP_COLOUR_MUTED, TP_ALIGN_LEFT,
              tp_word(TP_WORD_COLUMN_KEYS));
  tp_ui_label(&app->ui, pads, TP_TYPE_LABEL, TP_COLOUR_MUTED, TP_ALIGN_LEFT,
              tp_word(TP_WORD_COLUMN_PAD));
}

static const enum tp_word group_words[TP_GROUPS] = {TP_WORD_GROUP_TURN, TP_WORD_GROUP_BOARD,
                                                    TP_WORD_GROUP_GAME, TP_WORD_GROUP_FIXED};

static void list_commands(struct tp_app *app, struct tp_rect in) {
  struct tp_rect list = tp_ui_scroll_begin(&app->ui, tp_ui_id("commands"), in);
  float y = list.y;
  for (int group = 0; group < TP_GROUP_FIXED; group++) {
    show_heads(app, (struct tp_rect){list.x, y, list.w, tp_px(app, label_height)},
               group_words[group]);
    y += tp_px(app, label_height);
    for (int i = 0; i < TP_COMMAND_COUNT; i++) {
      if (tp_commands[i].group != (enum tp_command_group)group)
        continue;
      show_command(app, (struct tp_rect){list.x, y, list.w, tp_px(app, row_height)},
                   (enum tp_command)i);
      y += tp_px(app, row_height);
    }
    y += tp_px(app, gap);
  }
  tp_ui_scroll_end(&app->ui, y - list.y);
}

static void answer(struct tp_app *app, bool take) {
  struct tp_settings_view *view = &app->settings_view;
  if (take)
    bind(app, (enum tp_command)view->asked_for, view->asked);
  view->asked_for = TP_NONE;
}

/* "Ctrl+S is for Save." and what to do about it. */
static void show_asked(struct tp_app *app, struct tp_rect in) {
  struct tp_settings_view *view = &app->settings_view;
  char key[60], words[200];
  tp_chord_words(view->asked, app->pad_make, key, sizeof key);
  TP_PRINT(words, sizeof words, TP_WORD_KEY_TAKEN, key, tp_word(tp_commands[view->has_it].words),
           tp_word(tp_commands[view->asked_for].words));
  struct tp_rect buttons = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_ui_label(&app->ui, in, TP_TYPE_BODY_MEDIUM, TP_COLOUR_BAD, TP_ALIGN_LEFT, words);
  struct tp_rect give = tp_rect_cut_left(&buttons, tp_px(app, wide_button));
  tp_rect_cut_left(&buttons, tp_px(app, gap));
  struct tp_rect leave = tp_rect_cut_left(&buttons, tp_px(app, wide_button));
  bool yes = tp_ui_button(&app->ui, tp_ui_id("give key"), give, TP_BUTTON_PRIMARY,
                          tp_word(TP_WORD_KEY_GIVE), NULL)
                 .clicked;
  bool no = tp_ui_button(&app->ui, tp_ui_id("leave key"), leave, TP_BUTTON_PLAIN,
                         tp_word(TP_WORD_KEY_LEAVE), NULL)
                .clicked ||
            tp_ui_key(&app->ui, TP_KEY_ESCAPE);
  if (yes || no)
    answer(app, yes);
}

static void show_keys(struct tp_app *app, struct tp_rect in) {
  struct tp_settings_view *view = &app->settings_view;
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, asked_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  list_commands(app, in);
  if (view->asked_for != TP_NONE) {
    show_asked(app, foot);
    return;
  }
  struct tp_rect line = tp_rect_cut_bottom(&foot, tp_px(app, button_height));
  tp_ui_label(&app->ui, foot, TP_TYPE_NOTE, view->said[0] ? TP_COLOUR_BAD : TP_COLOUR_MUTED,
              TP_ALIGN_LEFT, view->said[0] ? view->said : tp_word(TP_WORD_KEYS_HOW));
  if (tp_ui_button(&app->ui, tp_ui_id("usual keys"),
                   tp_rect_cut_left(&line, tp_px(app, wide_button)), TP_BUTTON_PLAIN,
                   tp_word(TP_WORD_USUAL_KEYS), NULL)
          .clicked) {
    tp_bindings_usual(&app->bindings);
    for (int i = 0; i < TP_COMMAND_COUNT; i++)
      tp_bindings_keep(&app->bindings, (enum tp_command)i, app->settings);
    tp_app_keep_settings(app);
  }
}

/* --- all of it ------------------------------------------------------------------------------ */

void tp_settings_show(struct tp_app *app, struct tp_rect screen) {
  const char *pages[TP_SETTINGS_PAGES] = {tp_word(TP_WORD_SETTINGS_GENERAL),
                                          tp_word(TP_WORD_SETTINGS_KEYS)};
  struct tp_rect in = tp_dialogue_begin(app, screen, width, height, "", tp_word(TP_WORD_SETTINGS));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  tp_ui_tabs(&app->ui, tp_ui_id("settings pages"), tp_rect_cut_top(&in, tp_px(app, tabs_height)),
             pages, TP_SETTINGS_PAGES, &app->settings_view.page);
  tp_rect_cut_top(&in, tp_px(app, 2.0F * gap));
  if (app->settings_view.page == TP_SETTINGS_GENERAL)
    show_general(app, in);
  else
    show_keys(app, in);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  bool close = tp_ui_button(&app->ui, tp_ui_id("close settings"), button, TP_BUTTON_PRIMARY,
                            tp_word(TP_WORD_CLOSE), NULL)
                   .clicked;
  if (close || tp_ui_key(&app->ui, TP_KEY_ESCAPE) || tp_ui_key(&app->ui, TP_KEY_SETTINGS))
    app->overlay = app->settings_view.back;
}
