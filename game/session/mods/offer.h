/* What a new game of a scenario would be made of: which of the mods that are on it would have, and
 * why it would not have the others. One that cannot be used for the scenario never keeps it from
 * being played: it is left out, with those that need it, and its faults are told.
 */
#ifndef TP_SESSION_MODS_OFFER_H
#define TP_SESSION_MODS_OFFER_H

#include "data/scenario.h"
#include "session/mods/shelf.h"

enum tp_fit {
  TP_FIT_USED,
  TP_FIT_IDLE,   /* it changes nothing in this scenario */
  TP_FIT_NEEDS,  /* it needs one that is left out */
  TP_FIT_FAULTY, /* the scenario has faults with it */
  TP_FIT_LOST    /* it is on, but cannot be used at all, or is gone: the shelf says why */
};

struct tp_fitted {
  const struct tp_mod *mod; /* the shelf's; NULL: it is gone */
  const char *id, *title;
  enum tp_fit fit;
  struct tp_problems why; /* of a faulty one */
};

struct tp_offer {
  struct tp_fitted mods[TP_MODS_ON_MAX]; /* in their order, and then those that are lost */
  int count;
  int named; /* 1: the name says itself which mods, and those that are on are
              * left alone */
  char name[2 * TP_PATH_MAX + TP_MOD_IDS_MAX]; /* what to begin: "scenario@variant+a+b" */
  struct tp_problems problems; /* what keeps it from being played; warnings of what is played */
};

/* `name` as tp_scenario_load takes it. The shelf must outlive the offer; free it in any case. */
void tp_offer_make(struct tp_offer *offer, const struct tp_shelf *shelf, const char *name);
void tp_offer_free(struct tp_offer *offer);

/* The same for who loads what it offers at once: without mods nothing is read, and what is wrong
 * with the scenario is left for the loading to tell. */
void tp_offer_begin(struct tp_offer *offer, const struct tp_shelf *shelf, const char *name);

/* The scenarios there are (tp_scenario_list), those of the mods too, each with the mods that fit
 * it; libraries are not among them. Free the list with tp_scenario_list_free. */
struct tp_scenario_entry *tp_offer_scenarios(const struct tp_shelf *shelf, int *count);

/* Writes the ids of those that a new game of this game's scenario would have: 1, or 0 when none
 * could be begun. */
struct tp_session;
int tp_offer_for_game(const struct tp_session *s, const struct tp_shelf *shelf,
                      char ids[TP_MOD_IDS_MAX]);

/* "With the mods A 1.0, B 2.1. Left out: C." or ""; returns `text`. */
const char *tp_offer_say(const struct tp_offer *offer, char *text, size_t size);

/* The mods that a game has: "A 1.0, B 2.1" or ""; returns `text`. */
const char *tp_offer_of_game(const struct tp_session *s, char *text, size_t size);

#endif
