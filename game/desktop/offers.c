/* The mods that are on, and what a new game would have of them. */
#include "desktop/app.h"

#include "desktop/screens.h"

#include <stdio.h>
#include <string.h>

/* Those that the command line names count for this once. */
static char *ids_on(struct tp_app *app) {
  return app->options.mods ? app->mods_once : app->settings->mods;
}

struct tp_shelf *tp_app_shelf(struct tp_app *app) {
  if (!app->shelf)
    app->shelf = tp_shelf_open(ids_on(app));
  return app->shelf;
}

static void forget_offer(struct tp_app *app) {
  if (app->offered != TP_NONE)
    tp_offer_free(&app->offer);
  app->offered = TP_NONE;
}

void tp_app_forget_mods(struct tp_app *app) {
  forget_offer(app);
  tp_telling_free(&app->mods_view.telling);
  app->mods_view.told = TP_NONE;
  app->mods_view.judged = false;
  tp_shelf_close(app->shelf);
  app->shelf = NULL;
}

bool tp_app_mods_differ(struct tp_app *app) {
  struct tp_mods_view *view = &app->mods_view;
  if (app->session && !view->judged)
    view->differs = tp_offer_for_game(app->session, tp_app_shelf(app), view->offered) &&
                    !tp_session_has_mods(app->session, view->offered);
  view->judged = true;
  return app->session && view->differs;
}

bool tp_app_switch_mod(struct tp_app *app, int row) {
  char ids[TP_MOD_IDS_MAX];
  if (!tp_shelf_switch(tp_app_shelf(app), row, ids))
    return false;
  snprintf(ids_on(app), TP_MOD_IDS_MAX, "%s", ids);
  if (!app->options.mods)
    tp_app_keep_settings(app);
  tp_app_forget_mods(app);
  if (app->scenarios)
    tp_app_list_scenarios(app);
  return true;
}

const struct tp_offer *tp_app_offer(struct tp_app *app) {
  char name[TP_PATH_MAX];
  if (app->scenario == TP_NONE)
    return NULL;
  if (app->offered == app->scenario && app->offered_variant == app->variant)
    return &app->offer;
  forget_offer(app);
  tp_app_chosen(app, name, sizeof name);
  tp_offer_make(&app->offer, tp_app_shelf(app), name);
  app->offered = app->scenario;
  app->offered_variant = app->variant;
  return &app->offer;
}

void tp_app_chosen(const struct tp_app *app, char *name, size_t size) {
  name[0] = '\0';
  if (!app->scenarios || app->scenario == TP_NONE)
    return;
  const struct tp_scenario_entry *entry = &app->scenarios[app->scenario];
  snprintf(name, size, "%s%s%s", entry->path, app->variant ? "@" : "",
           app->variant ? entry->variants[app->variant - 1].id : "");
}

/* --- the scenarios that there are ----------------------------------------------------------- */

static void free_scenarios(struct tp_app *app) {
  if (app->scenarios)
    tp_scenario_list_free(app->scenarios, app->scenario_count);
  app->scenarios = NULL;
  app->scenario_count = 0;
}

void tp_app_close_scenarios(struct tp_app *app) {
  free_scenarios(app);
  tp_app_forget_mods(app);
}

static bool is_sound(const struct tp_scenario_entry *entry) {
  return entry->playable && !entry->problems;
}

/* Who has never played is offered a first game; who has, what was played last, unless that was a
 * first game; then comes the usual one. */
static int appeal(const struct tp_app *app, const struct tp_scenario_entry *entry) {
  bool newcomer = !app->latest[0];
  if (entry->guided)
    return newcomer ? 3 : -1;
  if (strcmp(entry->id, app->latest_id) == 0)
    return 2;
  return entry->usual;
}

/* While their page is open, the scenario that was chosen stays so, in its variant, as long as it is
 * there. */
static void choose(struct tp_app *app, const char *path, int variant) {
  app->scenario = TP_NONE;
  app->variant = 0;
  for (int i = 0; i < app->scenario_count; i++) {
    const struct tp_scenario_entry *entry = &app->scenarios[i];
    if (strcmp(entry->path, path) == 0 && is_sound(entry)) {
      app->scenario = i;
      app->variant = variant <= entry->variant_count ? variant : 0;
      return;
    }
    if (is_sound(entry) && (app->scenario == TP_NONE ||
                            appeal(app, entry) > appeal(app, &app->scenarios[app->scenario])))
      app->scenario = i;
  }
}

void tp_app_list_scenarios(struct tp_app *app) {
  char path[TP_PATH_MAX] = "";
  int variant = app->variant;
  if (app->title_page == TP_TITLE_SCENARIOS && app->scenarios && app->scenario != TP_NONE)
    snprintf(path, sizeof path, "%s", app->scenarios[app->scenario].path);
  free_scenarios(app);
  tp_app_forget_mods(app);
  app->scenarios = tp_offer_scenarios(tp_app_shelf(app), &app->scenario_count);
  choose(app, path, variant);
}
