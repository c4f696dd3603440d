/* The mods as the player meets them: those there are, which are switched on, and in which order
 * they are laid over scenarios.
 *
 * What is switched on is kept as ids ("a+b"; in the settings, see data/settings.h), those too that
 * are gone or cannot be used any more: they are told, left out of games, and come back when they
 * can be used again. With a mod is on what it needs.
 */
#ifndef TP_SESSION_MODS_SHELF_H
#define TP_SESSION_MODS_SHELF_H

#include "data/layers/conflicts.h"
#include "data/layers/mods.h"

/* What a mod is called: its title, or its id. */
static inline const char *tp_mod_title(const struct tp_mod *mod) {
  return mod->title[0] ? mod->title : mod->id;
}

/* A mod, or the id of one that is on and not there. */
struct tp_shelf_row {
  const struct tp_mod *mod; /* NULL: it is gone */
  const char *id, *title;   /* the title is the id where there is none */
  int wanted;               /* 1: it is switched on */
  int place;                /* from 1 in the order of those in use, or 0 */
  int usable;               /* 0: tp_shelf_refuses says why not */
};

enum { TP_SHELF_ROWS = TP_MODS_MAX + TP_MODS_ON_MAX };

struct tp_shelf {
  struct tp_mods *found;
  char ids[TP_MOD_IDS_MAX];      /* that are switched on */
  struct tp_mods_on on;          /* those of them that can be used, in order */
  struct tp_conflicts conflicts; /* once they were compared */
  int compared;
  struct tp_shelf_row rows[TP_SHELF_ROWS]; /* those in use by their order, the others by title,
                                            * then what cannot be used */
  int count;
  char lost[TP_MODS_ON_MAX][TP_ID_MAX + 20];
};

/* Looks for mods, titles in the language that is spoken. `ids` are those that are on. */
struct tp_shelf *tp_shelf_open(const char *ids);
void tp_shelf_close(struct tp_shelf *shelf); /* NULL is allowed */

/* What is wrong with these ids, added to `problems`: 1 when all of them can be used together. */
int tp_shelf_check(const char *ids, struct tp_problems *problems);

/* Finds what the mods in use set against each other, in all scenarios there are. */
void tp_shelf_compare(struct tp_shelf *shelf);

/* The row of a mod by its id, or by a title that has these words, whatever the case; -1 for none.
 */
int tp_shelf_find(const struct tp_shelf *shelf, const char *words);

/* Why a mod that is off cannot be switched on, or one that is on cannot be used: its own faults,
 * needs that are missing, too old or in a circle. Added to `why`; 0 when nothing is in the way. */
int tp_shelf_refuses(const struct tp_shelf *shelf, int row, struct tp_problems *why);

/* What is switched together with a row: of one that is off, what it needs and is off; of one that
 * is on, what is on and needs it. */
void tp_shelf_also(const struct tp_shelf *shelf, int row, struct tp_mods_on *also);

/* Switches a row and what goes with it; writes the new ids. 1, or 0 when it is refused or there
 * would be more than TP_MODS_ON_MAX. Afterwards the shelf is to be opened anew with these ids. */
int tp_shelf_switch(const struct tp_shelf *shelf, int row, char ids[TP_MOD_IDS_MAX]);

/* How many conflicts a row takes part in. */
int tp_shelf_conflicts(const struct tp_shelf *shelf, int row);

/* Where the player's own mods go: 1, or 0 when there is no such folder to be had. */
int tp_shelf_folder(char path[TP_PATH_MAX]);

#endif
