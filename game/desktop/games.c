/* Moving between games: begun, loaded, left, renewed after a change of their data, and saved. */
#include "desktop/app.h"

#include "desktop/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void free_saves(struct tp_app *app) {
  free(app->saves);
  app->saves = NULL;
  app->save_count = 0;
}

bool tp_app_is_unplayed(const struct tp_app *app) {
  return tp_session_turn(app->session) == 0 && !tp_session_orders(app->session)->count;
}

/* A game that is left keeps the orders that were given for the turn that comes. */
static void close_session(struct tp_app *app) {
  if (app->session && !tp_session_keep_orders(app->session))
    tp_app_tell(app, tp_session_notice(app->session));
  tp_session_close(app->session);
  app->session = NULL;
}

void tp_app_close_games(struct tp_app *app) {
  close_session(app);
  free_saves(app);
  tp_problems_free(&app->problems);
}

static void take_session(struct tp_app *app, struct tp_session *session) {
  close_session(app);
  app->session = session;
  app->overlay = TP_OVERLAY_NONE;
  app->mods_view.judged = app->mods_view.proposes = app->mods_view.asks_anew = false;
  app->trail.count = 0;
  tp_ui_scroll_forget(&app->ui);
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
  tp_offer_begin(&offer, tp_app_shelf(app), scenario);
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
  struct tp_session *session = tp_session_rescue(path, options, &ignored);
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
  while (lost < list->count && tp_difference_loses(list->list[lost].kind)) /* they come first */
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
  app->latest[0] = app->latest_note[0] = app->latest_when[0] = app->latest_id[0] = '\0';
  app->latest_chart = (struct tp_chart){.points = 0};
  app->latest_over = false;
  tp_session_latest_save(app->options.folder, app->latest, sizeof app->latest);
  if (!app->latest[0] || !tp_save_peek(app->latest, &summary))
    return;
  if (summary.name[0])
    TP_PRINT(app->latest_note, sizeof app->latest_note, TP_WORD_LATEST, summary.name,
             summary.title);
  else
    snprintf(app->latest_note, sizeof app->latest_note, "%s", summary.title);
  app->latest_over = summary.over;
  if (summary.year)
    tp_wording_quarter(summary.year, summary.quarter, summary.turns - summary.over, date,
                       sizeof date);
  if (summary.length)
    TP_PRINT(app->latest_when, sizeof app->latest_when, TP_WORD_TURN_OF, date,
             TP_WHOLE(summary.turns + !summary.over), TP_WHOLE(summary.length));
  else
    snprintf(app->latest_when, sizeof app->latest_when, "%s", date);
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
  if (!tp_app_follows_file(app) || now - app->looked_at_file < TP_LOOK_AT_FILE)
    return;
  app->looked_at_file = now;
  if (tp_session_edited(app->session))
    tp_app_reload(app, false);
}

/* Other dice for the next game, unless they were named. */
static void choose_seed(struct tp_app *app) {
  if (!app->options.seeded && !app->options.steady)
    app->options.seed = (uint64_t)time(NULL) % 1000000U;
}

void tp_app_begin_anew(struct tp_app *app) {
  char name[2 * TP_PATH_MAX];
  tp_session_source(app->session, name, sizeof name);
  choose_seed(app);
  tp_app_start(app, name, app->options.seed);
}

void tp_app_propose_mods(struct tp_app *app) {
  char words[TP_WORDING_MAX];
  if (!tp_app_mods_differ(app))
    return;
  tp_session_propose(app->session, app->mods_view.offered);
  const struct tp_differences *list = tp_session_differences(app->session);
  app->mods_view.proposes = tp_session_may_renew(app->session) != 0;
  if (app->mods_view.proposes) {
    app->overlay = TP_OVERLAY_RENEW;
  } else if (list->count) {
    tp_wording_difference(tp_app_rules(app), &list->list[0], words, sizeof words);
    tp_app_tell(app, words);
  }
}

void tp_app_leave(struct tp_app *app) {
  close_session(app);
  app->screen = TP_SCREEN_TITLE;
  app->title_page = TP_TITLE_MENU;
  app->overlay = TP_OVERLAY_NONE;
  app->trail.count = 0;
  note_latest(app);
  choose_seed(app);
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
