#include "session/mods/offer.h"

#include "data/scenario.h"
#include "session/phrases.h"

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

/* One after the other, in their order; which is at fault is seen by that. */
static void fit_one_by_one(struct tp_offer *offer, const struct tp_mods_on *on, const char *name) {
  struct tp_mods_on kept = {.count = 0};
  for (int i = 0; i < on->count; i++) {
    struct tp_fitted *fitted = &offer->mods[offer->count];
    *fitted = (struct tp_fitted){.mod = on->mod[i]};
    if (needs_left_out(offer, on, on->mod[i])) {
      fitted->fit = TP_FIT_NEEDS;
    } else {
      struct tp_mods_on with = kept;
      with.mod[with.count++] = on->mod[i];
      struct tp_scenario *scenario = try(name, &with, &fitted->why);
      if (scenario)
        kept = with;
      else
        fitted->fit = TP_FIT_FAULTY;
      tp_scenario_free(scenario);
    }
    offer->count++;
  }
}

static void fit_all(struct tp_offer *offer, const struct tp_mods_on *on) {
  for (int i = 0; i < on->count; i++)
    offer->mods[offer->count++] = (struct tp_fitted){.mod = on->mod[i]};
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
  struct tp_mods_on none = {.count = 0}, kept = none;
  struct tp_problems without = {0};
  struct tp_scenario *scenario = try(name, on, &offer->problems), *bare;
  fit_all(offer, on);
  if (scenario || !on->count)
    return scenario;
  bare = try(name, &none, &without);
  tp_scenario_free(bare);
  tp_problems_free(&without);
  if (!bare) /* no mod's fault */
    return NULL;
  tp_problems_free(&offer->problems);
  offer->count = 0;
  fit_one_by_one(offer, on, name);
  for (int i = 0; i < offer->count; i++)
    if (offer->mods[i].fit < TP_FIT_NEEDS)
      kept.mod[kept.count++] = offer->mods[i].mod;
  return try(name, &kept, &offer->problems);
}

void tp_offer_make(struct tp_offer *offer, const struct tp_shelf *shelf, const char *name) {
  const struct tp_mods_on none = {.count = 0};
  char ids[TP_MOD_IDS_MAX];
  memset(offer, 0, sizeof *offer);
  offer->named = tp_scenario_has_mods(name);
  settle(offer, fit(offer, offer->named ? &none : &shelf->on, name));
  tp_offer_ids(offer, ids);
  snprintf(offer->name, sizeof offer->name, "%s%s%s", name, ids[0] ? "+" : "", ids);
}

void tp_offer_free(struct tp_offer *offer) {
  for (int i = 0; i < offer->count; i++)
    tp_problems_free(&offer->mods[i].why);
  tp_problems_free(&offer->problems);
}

void tp_offer_ids(const struct tp_offer *offer, char ids[TP_MOD_IDS_MAX]) {
  struct tp_mods_on used = {.count = 0};
  for (int i = 0; i < offer->count; i++)
    if (offer->mods[i].fit == TP_FIT_USED)
      used.mod[used.count++] = offer->mods[i].mod;
  tp_mods_ids(&used, ids);
}

/* The titles of those that are used, or left out: "A, B". */
static void titles(const struct tp_offer *offer, int used, char *text, size_t size) {
  text[0] = '\0';
  for (int i = 0; i < offer->count; i++) {
    enum tp_fit fit = offer->mods[i].fit;
    if (fit == TP_FIT_IDLE || (fit == TP_FIT_USED) != used)
      continue;
    tp_phrase_append(text, size, text[0] ? tp_phrase(TP_SAY_LIST) : "");
    tp_phrase_append(text, size, offer->mods[i].mod->title);
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
