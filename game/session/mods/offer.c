#include "session/mods/offer.h"

#include "session/phrases.h"
#include "session/state.h"

#include <stdlib.h>
#include <string.h>

/* The scenario with these mods. */
static struct tp_scenario *try(const char *name, const struct tp_mods_on *on,
                               struct tp_problems *problems) {
  char ids[TP_MOD_IDS_MAX], full[2 * TP_PATH_MAX + TP_MOD_IDS_MAX];
  tp_mods_ids(on, ids);
  snprintf(full, sizeof full, "%s%s%s", name, ids[0] ? "+" : "", ids);
  return tp_scenario_load(full, tp_phrases_language(), problems);
}

/* A file of the scenario's is in the mod's folder. */
static int is_used(const struct tp_scenario *scenario, const struct tp_mod *mod) {
  size_t length = strlen(mod->folder);
  for (int i = 0; i < scenario->chain_count; i++)
    if (strncmp(scenario->chain[i], mod->folder, length) == 0 && scenario->chain[i][length] == '/')
      return 1;
  return 0;
}

static int needs_left_out(const struct tp_offer *offer, const struct tp_mods_on *on,
                          const struct tp_mod *mod) {
  for (int i = 0; i < offer->count; i++)
    if (offer->mods[i].fit >= TP_FIT_NEEDS && tp_mods_builds_on(on, mod, offer->mods[i].mod))
      return 1;
  return 0;
}

static struct tp_fitted fitted_of(const struct tp_mod *mod) {
  return (struct tp_fitted){.mod = mod, .id = mod->id, .title = tp_mod_title(mod)};
}

/* One after the other onto the bare scenario, in their order; which is at fault is seen by that.
 * Returns the scenario with those that fit, whose warnings are the offer's. */
static struct tp_scenario *fit_one_by_one(struct tp_offer *offer, const struct tp_mods_on *on,
                                          const char *name, struct tp_scenario *scenario) {
  struct tp_mods_on kept = {.count = 0};
  for (int i = 0; i < on->count; i++) {
    struct tp_fitted *fitted = &offer->mods[offer->count];
    *fitted = fitted_of(on->mod[i]);
    if (needs_left_out(offer, on, on->mod[i])) {
      fitted->fit = TP_FIT_NEEDS;
    } else {
      struct tp_mods_on with = kept;
      with.mod[with.count++] = on->mod[i];
      struct tp_scenario *more = try(name, &with, &fitted->why);
      if (more) {
        kept = with;
        tp_scenario_free(scenario);
        scenario = more;
        tp_problems_free(&offer->problems);
        offer->problems = fitted->why;
        fitted->why = (struct tp_problems){0};
      } else {
        fitted->fit = TP_FIT_FAULTY;
      }
    }
    offer->count++;
  }
  return scenario;
}

static void fit_all(struct tp_offer *offer, const struct tp_mods_on *on) {
  for (int i = 0; i < on->count; i++)
    offer->mods[offer->count++] = fitted_of(on->mod[i]);
}

/* What there is to be played with, once those that do not fit are out. */
static void settle(struct tp_offer *offer, struct tp_scenario *scenario) {
  for (int i = 0; scenario && i < offer->count; i++)
    if (offer->mods[i].fit == TP_FIT_USED && !is_used(scenario, offer->mods[i].mod))
      offer->mods[i].fit = TP_FIT_IDLE;
  tp_scenario_free(scenario);
}

static struct tp_scenario *fit(struct tp_offer *offer, const struct tp_mods_on *on,
                               const char *name) {
  const struct tp_mods_on none = {.count = 0};
  struct tp_problems without = {0};
  struct tp_scenario *scenario = try(name, on, &offer->problems);
  fit_all(offer, on);
  if (scenario || !on->count)
    return scenario;
  scenario = try(name, &none, &without);
  if (!scenario) { /* no mod's fault */
    tp_problems_free(&without);
    return NULL;
  }
  tp_problems_free(&offer->problems);
  offer->problems = without;
  offer->count = 0;
  return fit_one_by_one(offer, on, name, scenario);
}

/* What is on and not in use is told too. */
static void add_lost(struct tp_offer *offer, const struct tp_shelf *shelf) {
  for (int i = 0; i < shelf->count && offer->count < TP_MODS_ON_MAX; i++) {
    const struct tp_shelf_row *row = &shelf->rows[i];
    if (!row->wanted || row->place)
      continue;
    offer->mods[offer->count++] =
        (struct tp_fitted){.mod = row->mod, .id = row->id, .title = row->title, .fit = TP_FIT_LOST};
  }
}

/* The ids of those that the game would have, as "a+b". */
static void used_ids(const struct tp_offer *offer, char ids[TP_MOD_IDS_MAX]) {
  struct tp_mods_on used = {.count = 0};
  for (int i = 0; i < offer->count; i++)
    if (offer->mods[i].fit == TP_FIT_USED)
      used.mod[used.count++] = offer->mods[i].mod;
  tp_mods_ids(&used, ids);
}

static void make(struct tp_offer *offer, const struct tp_shelf *shelf, const char *name,
                 int judged) {
  const struct tp_mods_on none = {.count = 0};
  char ids[TP_MOD_IDS_MAX];
  memset(offer, 0, sizeof *offer);
  offer->named = tp_scenario_has_mods(name);
  const struct tp_mods_on *on = offer->named ? &none : &shelf->on;
  if (judged || on->count)
    settle(offer, fit(offer, on, name));
  if (!offer->named)
    add_lost(offer, shelf);
  used_ids(offer, ids);
  snprintf(offer->name, sizeof offer->name, "%s%s%s", name, ids[0] ? "+" : "", ids);
}

void tp_offer_make(struct tp_offer *offer, const struct tp_shelf *shelf, const char *name) {
  make(offer, shelf, name, 1);
}

void tp_offer_begin(struct tp_offer *offer, const struct tp_shelf *shelf, const char *name) {
  make(offer, shelf, name, 0);
}

void tp_offer_free(struct tp_offer *offer) {
  for (int i = 0; i < offer->count; i++)
    tp_problems_free(&offer->mods[i].why);
  tp_problems_free(&offer->problems);
}

int tp_offer_for_game(const struct tp_session *s, const struct tp_shelf *shelf,
                      char ids[TP_MOD_IDS_MAX]) {
  struct tp_offer offer;
  char name[2 * TP_PATH_MAX];
  ids[0] = '\0';
  if (!s->scenario)
    return 0;
  tp_session_source(s, name, sizeof name);
  tp_offer_make(&offer, shelf, name);
  used_ids(&offer, ids);
  int sound = offer.problems.count == 0;
  tp_offer_free(&offer);
  return sound;
}

/* One that is faulty with the mods is shown as it is with those that fit. */
static void describe_fitting(const struct tp_shelf *shelf, struct tp_scenario_entry *entry) {
  struct tp_offer offer;
  char ids[TP_MOD_IDS_MAX];
  tp_offer_make(&offer, shelf, entry->path);
  if (!offer.problems.count) {
    used_ids(&offer, ids);
    struct tp_scenario_entry again = tp_scenario_describe(entry->path, ids, tp_phrases_language());
    tp_scenario_entry_free(entry);
    *entry = again;
  }
  tp_offer_free(&offer);
}

/* First games, the others, those that are broken; libraries of rules come to nothing. */
enum { ranks = 3 };
static int rank_of(const struct tp_scenario_entry *entry) {
  return entry->problems ? 2 : !entry->playable ? ranks : !entry->guided;
}

struct tp_scenario_entry *tp_offer_scenarios(const struct tp_shelf *shelf, int *count) {
  char ids[TP_MOD_IDS_MAX];
  int found = 0;
  tp_mods_ids(&shelf->on, ids);
  struct tp_scenario_entry *all = tp_scenario_list(ids, tp_phrases_language(), &found);
  struct tp_scenario_entry *list = tp_memory_zeroed((size_t)found + 1, sizeof *list);
  *count = 0;
  for (int i = 0; i < found && ids[0]; i++)
    if (all[i].problems)
      describe_fitting(shelf, &all[i]);
  for (int rank = 0; rank < ranks; rank++)
    for (int i = 0; i < found; i++)
      if (rank_of(&all[i]) == rank)
        list[(*count)++] = all[i];
  for (int i = 0; i < found; i++)
    if (rank_of(&all[i]) == ranks)
      tp_scenario_entry_free(&all[i]);
  free(all);
  return list;
}

/* The titles of those that are used, or left out: "A, B". */
static void titles(const struct tp_offer *offer, int used, char *text, size_t size) {
  text[0] = '\0';
  for (int i = 0; i < offer->count; i++) {
    enum tp_fit fit = offer->mods[i].fit;
    if (fit == TP_FIT_IDLE || (fit == TP_FIT_USED) != used)
      continue;
    tp_phrase_list(text, size, offer->mods[i].title);
  }
}

const char *tp_offer_say(const struct tp_offer *offer, char *text, size_t size) {
  char list[600], sentence[700];
  text[0] = '\0';
  for (int used = 1; used >= 0; used--) {
    titles(offer, used, list, sizeof list);
    if (!list[0])
      continue;
    TP_SAY(sentence, sizeof sentence, used ? TP_SAY_WITH_MODS : TP_SAY_WITHOUT_MODS, list);
    tp_phrase_append(text, size, text[0] ? " " : "");
    tp_phrase_append(text, size, sentence);
  }
  return text;
}

const char *tp_offer_of_game(const struct tp_session *s, char *text, size_t size) {
  text[0] = '\0';
  for (int i = 0; s->scenario && i < s->scenario->mod_count; i++) {
    const struct tp_mod_mark *mark = &s->scenario->mods[i];
    tp_phrase_append(text, size, i ? tp_phrase(TP_SAY_LIST) : "");
    tp_phrase_append(text, size, mark->title[0] ? mark->title : mark->id);
    tp_phrase_append(text, size, " ");
    tp_phrase_append(text, size, mark->version);
  }
  return text;
}
