/* Opening and closing, what a frame is made of, and moving between games. */
#include "desktop/app.h"

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
static const double look_at_file = 1.0; /* seconds between looks at the scenario's file */

/* The interface is laid out for at least this much; a smaller window gets a smaller scale. */
static const float least_width = 1180.0F, least_height = 660.0F;

/* Without a wish everything grows with the window, from this height on, in steps. */
static const float full_height = 1080.0F, scale_steps = 4.0F;

/* --- opening and closing --- */

static bool open_fonts(struct tp_app *app, char *error, size_t size) {
  char path[TP_PATH_MAX];
  if (!tp_files_find(font_file, path)) {
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
  if (!tp_files_find(map_file, path)) {
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
  char *text = tp_files_find(name, path) ? tp_files_read(path, &length, &error) : NULL;
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
  else if (options->scenario)
    tp_app_start(app, options->scenario, options->seed);
  return app;
}

static void free_saves(struct tp_app *app) {
  free(app->saves);
  app->saves = NULL;
  app->save_count = 0;
}

/* A game that is left keeps the orders that were given for the turn that comes. */
static void close_session(struct tp_app *app) {
  if (app->session && !tp_session_keep_orders(app->session))
    tp_app_tell(app, tp_session_notice(app->session));
  tp_session_close(app->session);
  app->session = NULL;
}

void tp_app_close(struct tp_app *app) {
  if (!app)
    return;
  tp_pages_close(app);
  close_session(app);
  tp_app_close_scenarios(app);
  free_saves(app);
  tp_problems_free(&app->problems);
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
  app->board.ticket = 0;
  app->board.ticket_action = TP_NONE;
  tp_app_forget_mods(app);
  if (app->scenarios)
    tp_app_list_scenarios(app);
  return true;
}

/* --- games --- */

static void take_session(struct tp_app *app, struct tp_session *session) {
  close_session(app);
  app->session = session;
  app->overlay = TP_OVERLAY_NONE;
  app->trail.count = 0;
  app->debrief = (struct tp_debrief){.change = TP_NONE};
  tp_board_open(app);
}

static bool show_faults(struct tp_app *app) {
  tp_problems_sort(&app->problems);
  if (!app->session) {
    app->screen = TP_SCREEN_TITLE;
    app->title_page = TP_TITLE_FAULTS;
  } else {
    app->overlay = TP_OVERLAY_FAULTS;
  }
  return false;
}

/* Which mods a game has, and which are left out; to who writes a scenario, that it has warnings. */
static void tell_begun(struct tp_app *app, const struct tp_offer *offer) {
  char words[sizeof app->notice], key[60];
  if (app->problems.warning_count && tp_app_follows_file(app))
    tp_app_tell(app, TP_PRINT(words, sizeof words, TP_WORD_HAS_WARNINGS,
                              TP_WHOLE(app->problems.warning_count),
                              tp_app_key(app, TP_COMMAND_F5, key)));
  else if (offer->named && tp_app_shelf(app)->on.count)
    tp_app_tell(app, tp_phrase(TP_SAY_MODS_NAMED));
  else if (tp_offer_say(offer, words, sizeof words)[0])
    tp_app_tell(app, words);
}

bool tp_app_start(struct tp_app *app, const char *scenario, uint64_t seed) {
  struct tp_offer offer;
  tp_problems_free(&app->problems);
  tp_offer_make(&offer, tp_app_shelf(app), scenario);
  struct tp_session_options options = {.scenario = offer.name,
                                       .folder = app->options.folder,
                                       .seed = seed,
                                       .no_autosave = !app->settings->autosave};
  struct tp_session *session = tp_session_start(&options, &app->problems);
  if (session) {
    if (scenario != app->origin)
      snprintf(app->origin, sizeof app->origin, "%s", scenario);
    take_session(app, session);
    tell_begun(app, &offer);
  }
  tp_offer_free(&offer);
  return session ? true : show_faults(app);
}

/* A save that cannot be loaded as it is, as far as it can be read. */
static struct tp_session *rescue(const char *path, const struct tp_session_options *options) {
  struct tp_problems ignored = {0}; /* those of the load count */
  struct tp_session *session = tp_session_load_renewed(path, options, &ignored);
  tp_problems_free(&ignored);
  return session;
}

bool tp_app_load(struct tp_app *app, const char *path) {
  struct tp_session_options options = {.folder = app->options.folder,
                                       .no_autosave = !app->settings->autosave};
  tp_problems_free(&app->problems);
  struct tp_session *session = tp_session_load(path, &options, &app->problems);
  bool rescued = !session && (session = rescue(path, &options)) != NULL;
  if (!session)
    return show_faults(app);
  tp_session_origin(session, app->origin, sizeof app->origin);
  take_session(app, session);
  if (rescued || tp_session_may_renew(session))
    app->overlay = TP_OVERLAY_RENEW;
  else if (tp_session_notice(session)[0])
    tp_app_tell(app, tp_session_notice(session));
  return true;
}

void tp_app_renew(struct tp_app *app) {
  tp_problems_free(&app->problems);
  struct tp_session *session = tp_session_renew(app->session, &app->problems);
  if (!session) {
    show_faults(app);
    return;
  }
  tp_session_origin(session, app->origin, sizeof app->origin);
  take_session(app, session);
  tp_app_tell(app, tp_word(TP_WORD_RENEWED));
}

void tp_app_go_on(struct tp_app *app) {
  app->overlay = TP_OVERLAY_NONE;
  tp_board_next_matter(app);
}

/* Differs when the warnings do. */
static uint64_t stamp_of_warnings(const struct tp_problems *problems) {
  uint64_t stamp = 0;
  for (int i = 0; i < problems->warning_count; i++) {
    struct tp_text line = {0};
    tp_problem_print(&problems->warnings[i], &line);
    for (const char *c = line.data; c && *c; c++)
      stamp = stamp * 31 + (unsigned char)*c;
    tp_text_free(&line);
  }
  return stamp;
}

/* That the file was read again, and what the game has lost by it; returns `words`. */
static const char *say_reloaded(const struct tp_app *app, char *words, size_t size) {
  const struct tp_differences *list = tp_session_differences(app->session);
  char first[TP_WORDING_MAX];
  int lost = 0;
  while (lost < list->count && list->list[lost].kind <= TP_DIFFERS_CUT) /* they come first */
    lost++;
  if (!lost)
    return tp_word(TP_WORD_RELOADED);
  tp_wording_difference(tp_app_rules(app), &list->list[0], first, sizeof first);
  if (lost > 1)
    return TP_PRINT(words, size, TP_WORD_RELOADED_MORE, first, TP_WHOLE(lost - 1));
  return TP_PRINT(words, size, TP_WORD_RELOADED_LESS, first);
}

/* The game goes on under warnings, which are shown when they are new. */
static void tell_reloaded(struct tp_app *app, bool asked) {
  char words[400], key[60];
  int count = app->problems.warning_count;
  uint64_t stamp = stamp_of_warnings(&app->problems);
  const char *said = say_reloaded(app, words, sizeof words);
  if (count && (asked || stamp != app->told_warnings))
    app->overlay = TP_OVERLAY_FAULTS;
  app->told_warnings = stamp;
  if (count && said != words)
    said = TP_PRINT(words, sizeof words, TP_WORD_RELOADED_WARNINGS, TP_WHOLE(count),
                    tp_app_key(app, TP_COMMAND_F5, key));
  tp_app_tell(app, said);
}

void tp_app_reload(struct tp_app *app, bool asked) {
  tp_problems_free(&app->problems);
  struct tp_session *session = tp_session_reload(app->session, &app->problems);
  if (!session) {
    show_faults(app);
    return;
  }
  tp_problems_sort(&app->problems);
  take_session(app, session);
  tell_reloaded(app, asked);
}

void tp_app_branch(struct tp_app *app, int turn, const struct tp_orders *orders) {
  const struct tp_orders given = *orders; /* the caller's go with the old game */
  char date[40], words[200];
  tp_problems_free(&app->problems);
  struct tp_session *session = tp_session_branch(app->session, turn, &app->problems);
  if (!session) {
    show_faults(app);
    return;
  }
  for (int i = 0; i < given.count; i++)
    (void)tp_session_give(session, given.item[i]);
  take_session(app, session);
  app->overlay = TP_OVERLAY_NONE;
  tp_wording_date(tp_app_rules(app), turn, date, sizeof date);
  tp_app_tell(app, TP_PRINT(words, sizeof words, TP_WORD_PLAYED_ON, date));
}

/* What Continue would go on with. */
static void note_latest(struct tp_app *app) {
  struct tp_save_summary summary;
  char date[40] = "";
  app->latest[0] = app->latest_note[0] = app->latest_id[0] = '\0';
  app->latest_chart = (struct tp_chart){.points = 0};
  tp_session_latest_save(app->options.folder, app->latest, sizeof app->latest);
  if (!app->latest[0] || !tp_save_peek(app->latest, &summary))
    return;
  if (summary.year)
    tp_wording_quarter(summary.year, summary.quarter, summary.turns, date, sizeof date);
  TP_PRINT(app->latest_note, sizeof app->latest_note, TP_WORD_LATEST, summary.title, date);
  snprintf(app->latest_id, sizeof app->latest_id, "%s", summary.id);
  app->latest_chart = summary.chart;
}

/* Somebody who is writing a scenario starts it by its path, and who writes a mod names it; games by
 * name alone stay as they are. */
bool tp_app_follows_file(const struct tp_app *app) {
  const char *given = app->options.scenario;
  return app->session && !app->options.steady && given &&
         (tp_scenario_is_path(given) || tp_scenario_has_mods(given)) &&
         strcmp(given, app->origin) == 0;
}

void tp_app_follow_file(struct tp_app *app) {
  double now = app->ui.input.seconds;
  if (!tp_app_follows_file(app) || now - app->looked_at_file < look_at_file)
    return;
  app->looked_at_file = now;
  if (tp_session_edited(app->session))
    tp_app_reload(app, false);
}

void tp_app_leave(struct tp_app *app) {
  close_session(app);
  app->screen = TP_SCREEN_TITLE;
  app->title_page = TP_TITLE_MENU;
  app->overlay = TP_OVERLAY_NONE;
  app->trail.count = 0;
  note_latest(app);
  if (!app->options.seeded && !app->options.steady)
    app->options.seed = (uint64_t)time(NULL) % 1000000U;
  snprintf(app->seed, sizeof app->seed, "%llu", (unsigned long long)app->options.seed);
  tp_geography_colour(app);
}

bool tp_app_save(struct tp_app *app, const char *name) {
  char words[400];
  struct tp_problems problems = {0};
  bool saved = tp_saves_write(app->session, app->options.folder, name, &problems) != 0;
  if (saved)
    TP_PRINT(words, sizeof words, TP_WORD_SAVED, name);
  else
    TP_PRINT(words, sizeof words, TP_WORD_NOT_SAVED,
             problems.count ? problems.list[0].message : name);
  tp_problems_free(&problems);
  tp_app_tell(app, words);
  return saved;
}

void tp_app_list_saves(struct tp_app *app) {
  free_saves(app);
  app->saves = tp_saves_list(app->options.folder, &app->save_count);
  app->saves_view.asks = TP_ASK_NOTHING;
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
    tp_pages_about(app, hit, (struct tp_page_ref){TP_PAGE_VARIABLE, (int16_t)slot});
  if (slot != TP_NONE && turn == tp_session_turn(app->session))
    tp_guide_mark(app, TP_MARK_WHY, slot);
}

const char *tp_app_key(const struct tp_app *app, enum tp_command command, char text[60]) {
  enum tp_device device = app->ui.input.pad ? TP_PAD : TP_KEYBOARD;
  tp_bindings_words(&app->bindings, command, device, app->pad_make, text, 60);
  if (!text[0] && device == TP_PAD && command == TP_COMMAND_TAB)
    snprintf(text, 60, "%s", tp_word(TP_WORD_KEY_CROSS));
  if (!text[0])
    tp_bindings_words(&app->bindings, command, TP_KEYBOARD, app->pad_make, text, 60);
  return text;
}

static void show_screen(struct tp_app *app, struct tp_rect screen) {
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
      [TP_OVERLAY_MENU] = tp_menu_show,     [TP_OVERLAY_HELP] = tp_help_show,
      [TP_OVERLAY_SAVES] = tp_menu_show,    [TP_OVERLAY_SAVE] = tp_menu_show,
      [TP_OVERLAY_REPORT] = tp_report_show, [TP_OVERLAY_DECISION] = tp_decision_show,
      [TP_OVERLAY_CRISIS] = tp_crisis_show, [TP_OVERLAY_CONFIRM] = tp_confirm_show,
      [TP_OVERLAY_GOALS] = tp_goals_show,   [TP_OVERLAY_COUNSEL] = tp_counsel_show,
      [TP_OVERLAY_FAULTS] = tp_faults_show, [TP_OVERLAY_SETTINGS] = tp_settings_show,
      [TP_OVERLAY_PAGES] = tp_pages_show,   [TP_OVERLAY_MODS] = tp_mods_show,
      [TP_OVERLAY_RENEW] = tp_renew_show,
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

/* A dialogue takes the keyboard; once it is gone, who had it before has it again. */
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
  tp_draw_clear(app->draw, tp_ink(app, TP_COLOUR_PAPER));
  take_keys(app);
  tp_app_follow_file(app);
  tp_guide_begin(app);
  uint64_t keys = lend_keys(app);
  show_screen(app, screen);
  if (app->overlay == TP_OVERLAY_NONE)
    tp_guide_show(app, screen);
  show_overlay(app, screen);
  app->ui.keys_left |= keys;
  bool trailed = app->trail.count > 0;
  tp_trail_show(app, screen);
  bool lettered = tp_letters_are_open(&app->ui);
  tp_letters_show(&app->ui, screen);
  keep_focus(app, app->overlay != TP_OVERLAY_NONE || trailed || lettered);
  tp_why_show(app, screen);
  tp_pages_return(app);
  show_notice(app, screen);
  tp_ui_end(&app->ui);
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
  if (tp_app_follows_file(app) && (wake < 0.0 || wake > look_at_file))
    wake = look_at_file;
  return wake;
}
