/* Opening and closing, the look, and what a frame is made of. */
#include "desktop/app.h"

#include "data/folders.h"
#include "data/language.h"
#include "desktop/screens.h"
#include "desktop/widgets/letters.h"

#include <SDL.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char font_file[] = "assets/fonts/Inter_400Regular.ttf";
static const char map_file[] = "assets/map/countries-50m.json";
static const double notice_seconds = 5.0, opening_seconds = 0.18;
static const float opening_rise = 20.0F;

/* The interface is laid out for at least this much; a smaller window gets a smaller scale. */
static const float least_width = 1180.0F, least_height = 660.0F;

/* Without a wish everything grows with the window, from this height on, in steps. */
static const float full_height = 864.0F, scale_steps = 4.0F;

/* --- opening and closing --- */

static bool open_fonts(struct tp_app *app, char *error, size_t size) {
  char path[TP_PATH_MAX];
  if (!tp_folders_find(font_file, path)) {
    snprintf(error, size, "%s was not found", font_file);
    return false;
  }
  *strrchr(path, '/') = '\0';
  app->fonts = tp_text_open(app->draw, path);
  if (!app->fonts)
    snprintf(error, size, "the fonts in %s cannot be used: %s", path, SDL_GetError());
  return app->fonts != NULL;
}

static bool open_map(struct tp_app *app, char *error, size_t size) {
  char path[TP_PATH_MAX], reason[200] = "";
  if (!tp_folders_find(map_file, path)) {
    snprintf(error, size, "%s was not found", map_file);
    return false;
  }
  struct tp_outlines *outlines = tp_outlines_load(path, reason, sizeof reason);
  if (outlines)
    app->map = tp_map_open(outlines, tp_map_default_projection());
  if (!app->map)
    snprintf(error, size, "the map %s cannot be used: %s", path, reason);
  tp_outlines_free(outlines);
  if (app->map)
    tp_map_patient(app->map, app->options.steady);
  return app->map != NULL;
}

/* The map's names are English, and some are short; those that are called otherwise in the language
 * that is spoken stand in a file of their own. */
static void name_places(struct tp_app *app) {
  char name[80], path[TP_PATH_MAX];
  size_t length = 0;
  struct tp_file_error error;
  tp_language_free(app->places);
  app->places = NULL;
  snprintf(name, sizeof name, "assets/map/names.%s.json", tp_phrases_language());
  char *text = tp_folders_find(name, path) ? tp_files_read(path, &length, &error) : NULL;
  if (text)
    app->places = tp_language_read(tp_phrases_language(), text, length, path, NULL, &app->problems);
  free(text);
}

/* Keys have no dots, as in all files of words. */
const char *tp_app_place(const struct tp_app *app, const char *name) {
  char key[80];
  size_t length = 0;
  for (const char *c = name; *c && length + 1 < sizeof key; c++)
    if (*c != '.')
      key[length++] = *c;
  key[length] = '\0';
  const char *own = app->places && length ? tp_language_text(app->places, key) : NULL;
  return own ? own : name;
}

/* What is wrong with the keys in them is said with the rest, when there is somebody to say it to.
 */
static void take_settings(struct tp_app *app) {
  tp_settings_usual(&app->usual);
  app->settings = app->options.settings ? app->options.settings : &app->usual;
  app->settings_view.listens = app->settings_view.asked_for = TP_NONE;
  tp_bindings_read(&app->bindings, app->settings, &app->problems);
  if (app->problems.count)
    tp_app_tell(app, app->problems.list[0].message);
  tp_problems_free(&app->problems);
}

static void take_mods(struct tp_app *app) {
  app->offered = app->mods_view.told = app->mods_view.switches = TP_NONE;
  if (app->options.mods)
    snprintf(app->mods_once, sizeof app->mods_once, "%s", app->options.mods);
}

struct tp_app *tp_app_open(struct SDL_Renderer *renderer, const struct tp_app_options *options,
                           char *error, size_t error_size) {
  struct tp_app *app = calloc(1, sizeof *app);
  if (!app)
    return NULL;
  app->options = *options;
  app->draw = tp_draw_open(renderer);
  if (!app->draw || !open_fonts(app, error, error_size) || !open_map(app, error, error_size)) {
    tp_app_close(app);
    return NULL;
  }
  tp_saves_tidy(app->options.folder);
  tp_ui_init(&app->ui, app->draw, app->fonts, &app->look);
  name_places(app);
  take_settings(app);
  take_mods(app);
  tp_app_restyle(app, options->theme, options->scale);
  tp_app_leave(app);
  if (options->save)
    tp_app_load(app, options->save);
  else if (options->scenario && tp_app_start(app, options->scenario, options->seed) &&
           options->welcomes)
    app->overlay = TP_OVERLAY_REPORT;
  return app;
}

void tp_app_close(struct tp_app *app) {
  if (!app)
    return;
  tp_pages_close(app);
  tp_app_close_games(app);
  tp_app_close_scenarios(app);
  tp_map_close(app->map);
  tp_language_free(app->places);
  if (app->fonts)
    tp_text_close(app->fonts);
  if (app->draw)
    tp_draw_close(app->draw);
  free(app);
}

/* --- look --- */

static float fitting_scale(const struct tp_app *app, float scale) {
  struct tp_rect screen = tp_draw_bounds(app->draw);
  if (scale <= 0.0F)
    scale = fmaxf(floorf(screen.h / full_height * scale_steps) / scale_steps, 1.0F);
  return fminf(scale, fminf(screen.w / least_width, screen.h / least_height));
}

/* Called when the window, the theme or the wish has changed. */
static void make_look(struct tp_app *app) {
  app->look = tp_theme_make(app->options.theme, fitting_scale(app, app->options.scale));
  app->look.motion = !app->options.still;
  tp_map_style(app->map, (struct tp_map_style){
                             tp_ink(app, TP_COLOUR_PAPER), tp_ink(app, TP_COLOUR_LAND),
                             tp_ink(app, TP_COLOUR_BORDER), tp_ink(app, TP_COLOUR_GRATICULE),
                             tp_theme_fade(tp_ink(app, TP_COLOUR_INK), 190), 0.7F * app->look.scale,
                             1.0F * app->look.scale});
  tp_geography_colour(app);
}

void tp_app_restyle(struct tp_app *app, enum tp_theme_kind theme, float scale) {
  app->options.theme = theme;
  app->options.scale = scale;
  make_look(app);
}

bool tp_app_speak(struct tp_app *app, const char *code) {
  const char *before = tp_phrases_language();
  char kept[24];
  snprintf(kept, sizeof kept, "%s", before);
  tp_problems_free(&app->problems);
  bool spoken = tp_phrases_speak(code, &app->problems);
  if (spoken && app->session && !tp_session_retell(app->session, &app->problems)) {
    tp_phrases_speak(kept, &app->problems);
    spoken = false;
  }
  if (spoken)
    name_places(app);
  if (app->problems.count)
    tp_app_tell(app, app->problems.list[0].message);
  if (!spoken)
    return false;
  tp_board_forget_forecasts(app);
  tp_app_forget_mods(app);
  if (app->scenarios)
    tp_app_list_scenarios(app);
  return true;
}

/* --- a frame --- */

void tp_app_tell(struct tp_app *app, const char *words) {
  snprintf(app->notice, sizeof app->notice, "%s", words);
  app->notice_until = app->ui.input.seconds + notice_seconds;
}

void tp_app_explain(struct tp_app *app, const struct tp_hit *hit, int slot, int turn) {
  const struct tp_ui_item *item = tp_ui_last(&app->ui);
  bool shown = item->seen.w > 0.0F && item->seen.h > 0.0F;
  bool meant = hit->hovered || hit->clicked || (hit->focused && app->ui.focus_shown);
  if (slot != TP_NONE && shown && meant)
    app->why = (struct tp_why){slot, turn, item->rect, hit->clicked};
  if (slot != TP_NONE && shown)
    tp_pages_about(app, hit, tp_page_of(TP_PAGE_VARIABLE, slot));
  if (slot != TP_NONE && turn == tp_session_turn(app->session))
    tp_guide_mark(app, TP_MARK_WHY, slot);
}

const char *tp_app_key(const struct tp_app *app, enum tp_command command, char text[60]) {
  enum tp_device device = app->ui.input.pad ? TP_PAD : TP_KEYBOARD;
  tp_bindings_word(&app->bindings, command, device, app->pad_make, text, 60);
  if (!text[0] && device == TP_PAD && command == TP_COMMAND_TAB)
    snprintf(text, 60, "%s", tp_word(TP_WORD_KEY_CROSS));
  if (!text[0])
    tp_bindings_word(&app->bindings, command, TP_KEYBOARD, app->pad_make, text, 60);
  return text;
}

/* The parts of the board cover all of it. */
static void show_screen(struct tp_app *app, struct tp_rect screen) {
  if (app->screen != TP_SCREEN_BOARD)
    tp_draw_clear(app->draw, tp_ink(app, TP_COLOUR_PAPER));
  switch (app->screen) {
  case TP_SCREEN_TITLE:
    tp_title_show(app, screen);
    break;
  case TP_SCREEN_BOARD:
    tp_board_show(app, screen);
    break;
  case TP_SCREEN_ENDING:
    tp_ending_show(app, screen);
    break;
  }
}

/* How far the dialogue has come up: 1 when it is there, and at once without motion. From one
 * dialogue to the next the shade stays. */
static float opening_share(struct tp_app *app) {
  double now = app->ui.input.seconds;
  if (app->overlay != app->opening) {
    bool first = app->opening == TP_OVERLAY_NONE;
    app->opening_since = first && app->look.motion ? now : now - opening_seconds;
    app->opening = app->overlay;
  }
  float left = (float)fmax(1.0 - (now - app->opening_since) / opening_seconds, 0.0);
  if (left > 0.0F && app->overlay != TP_OVERLAY_NONE)
    tp_ui_wake_at(&app->ui, now);
  return 1.0F - left * left * left;
}

static void show_overlay(struct tp_app *app, struct tp_rect screen) {
  static void (*const dialogues[])(struct tp_app *, struct tp_rect) = {
      [TP_OVERLAY_MENU] = tp_menu_show,         [TP_OVERLAY_HELP] = tp_help_show,
      [TP_OVERLAY_SAVES] = tp_menu_show,        [TP_OVERLAY_SAVE] = tp_menu_show,
      [TP_OVERLAY_REPORT] = tp_report_show,     [TP_OVERLAY_DECISION] = tp_decision_show,
      [TP_OVERLAY_CRISIS] = tp_crisis_show,     [TP_OVERLAY_CONFIRM] = tp_confirm_show,
      [TP_OVERLAY_DOOMED] = tp_doomed_show,     [TP_OVERLAY_GOALS] = tp_goals_show,
      [TP_OVERLAY_COUNSEL] = tp_counsel_show,   [TP_OVERLAY_FAULTS] = tp_faults_show,
      [TP_OVERLAY_SETTINGS] = tp_settings_show, [TP_OVERLAY_PAGES] = tp_pages_show,
      [TP_OVERLAY_MODS] = tp_mods_show,         [TP_OVERLAY_RENEW] = tp_renew_show,
  };
  float come = opening_share(app);
  if (app->overlay == TP_OVERLAY_NONE)
    return;
  tp_ui_layer_begin(&app->ui);
  struct tp_colour shade = tp_ink(app, TP_COLOUR_SHADE);
  tp_draw_rect(app->draw, screen, tp_theme_fade(shade, (uint8_t)(come * (float)shade.a)));
  struct tp_rect place = screen;
  place.y += floorf((1.0F - come) * tp_px(app, opening_rise));
  dialogues[app->overlay](app, place);
  tp_guide_show(app, screen);
  tp_ui_layer_end(&app->ui);
}

static void show_notice(struct tp_app *app, struct tp_rect screen) {
  if (!app->notice[0] || app->ui.input.seconds >= app->notice_until)
    return;
  struct tp_type type = tp_face(app, TP_TYPE_BODY_MEDIUM);
  float pad = tp_px(app, 16.0F), height = tp_px(app, 36.0F);
  float width = tp_text_width(app->fonts, type, app->notice) + 2.0F * pad;
  width = fminf(width, screen.w - 4.0F * pad);
  struct tp_rect box = {floorf((screen.w - width) * 0.5F), screen.h - height - pad, width, height};
  tp_draw_raise(app->draw);
  tp_draw_rect(app->draw, box, tp_ink(app, TP_COLOUR_INK));
  tp_ui_emit(&app->ui, TP_WIDGET_LABEL, 0, box, true, false, app->notice);
  tp_text_in(app->fonts, type, tp_ink(app, TP_COLOUR_ON_INK), tp_rect_inset(box, pad, 0.0F),
             TP_ALIGN_CENTRE, app->notice);
  tp_draw_lower(app->draw);
}

/* A dialogue takes the keyboard; once it is gone, who had it before has it again: in the first frame
 * that shows nothing of it, since what stands below a layer cannot have the keyboard. */
static void keep_focus(struct tp_app *app, bool covered) {
  if (!covered && app->covered && app->kept_focus)
    tp_ui_focus(&app->ui, app->kept_focus);
  else if (!covered)
    app->kept_focus = app->ui.focus_shown ? app->ui.focus : 0;
  app->covered = covered;
}

/* Keys are the open explanation's, or the letters': what lies below gets none of them. */
static uint64_t lend_keys(struct tp_app *app) {
  bool lent = app->trail.count || tp_letters_are_open(&app->ui);
  uint64_t keys = lent ? app->ui.keys_left : 0;
  app->ui.keys_left &= ~keys;
  app->trail.shown = app->trail.shown && app->trail.count > 0;
  return keys;
}

/* The keys that mean the same everywhere. */
static void take_keys(struct tp_app *app) {
  if (tp_ui_key(&app->ui, TP_KEY_F12))
    app->screenshot = true;
  if (tp_ui_key(&app->ui, TP_KEY_F11)) {
    app->fullscreen = !app->fullscreen;
    app->settings->fullscreen = app->fullscreen;
    tp_app_keep_settings(app);
  }
  if (app->overlay == TP_OVERLAY_NONE && tp_ui_key(&app->ui, TP_KEY_SETTINGS))
    tp_settings_open(app);
  if (app->overlay != TP_OVERLAY_PAGES && app->overlay != TP_OVERLAY_SETTINGS &&
      tp_ui_key(&app->ui, TP_KEY_PAGES))
    tp_pages_open(app);
}

void tp_app_frame(struct tp_app *app, const struct tp_input *input) {
  struct tp_rect screen = tp_draw_bounds(app->draw);
  float scale = fitting_scale(app, app->options.scale);
  if (fabsf(fminf(fmaxf(scale, 0.5F), 4.0F) - app->look.scale) > 0.001F)
    make_look(app);
  app->ui.space_clicks = app->screen != TP_SCREEN_BOARD || app->overlay != TP_OVERLAY_NONE;
  app->why.slot = TP_NONE;
  app->about = app->about_next;
  app->about_next = (struct tp_about){0};
  struct tp_input given = *input;
  if (!tp_settings_listen(app, input))
    given.keys |= tp_bindings_keys(&app->bindings, &given, &app->key_taken);
  tp_ui_begin(&app->ui, &given);
  tp_draw_begin(app->draw);
  take_keys(app);
  tp_app_follow_file(app);
  tp_guide_begin(app);
  uint64_t keys = lend_keys(app);
  show_screen(app, screen);
  if (app->overlay == TP_OVERLAY_NONE)
    tp_guide_show(app, screen);
  bool covered = app->overlay != TP_OVERLAY_NONE || app->trail.count > 0;
  show_overlay(app, screen);
  app->ui.keys_left |= keys;
  tp_trail_show(app, screen);
  covered |= app->overlay != TP_OVERLAY_NONE || tp_letters_are_open(&app->ui);
  tp_letters_show(&app->ui, screen);
  keep_focus(app, covered);
  tp_why_show(app, screen);
  tp_pages_return(app);
  show_notice(app, screen);
  tp_ui_end(&app->ui);
  tp_draw_end(app->draw);
}

void tp_app_name(const struct tp_app *app, char *text, size_t size) {
  struct tp_outcome outcome;
  char date[40];
  if (!app->session) {
    snprintf(text, size, "%s", tp_word(TP_WORD_GAME));
    return;
  }
  const struct tp_rules *r = tp_app_rules(app);
  tp_session_outcome(app->session, &outcome);
  tp_wording_date(r, tp_session_turn(app->session), date, sizeof date);
  TP_PRINT(text, size, TP_WORD_WINDOW, tp_word(TP_WORD_GAME), r->words.title,
           outcome.result == TP_PLAYING ? date : outcome.title);
}

double tp_app_wake(const struct tp_app *app) {
  static const double forecast_look = 0.04;
  double wake = tp_ui_wake(&app->ui);
  double now = app->ui.input.seconds;
  if (app->notice[0] && now < app->notice_until && (wake < 0.0 || app->notice_until - now < wake))
    wake = app->notice_until - now;
  bool waiting = app->session && app->board.ticket && !app->board.forecast_ready;
  if (waiting && (wake < 0.0 || wake > forecast_look))
    wake = forecast_look;
  if (tp_app_follows_file(app) && (wake < 0.0 || wake > TP_LOOK_AT_FILE))
    wake = TP_LOOK_AT_FILE;
  return wake;
}
