#include "session/mods/shelf.h"

#include "data/folders.h"
#include "session/phrases.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* --- ids -------------------------------------------------------------------------------------- */

static int has_id(const char *ids, const char *wanted) {
  char id[TP_ID_MAX + 20];
  while ((ids = tp_mods_next_id(ids, id)))
    if (strcmp(id, wanted) == 0)
      return 1;
  return 0;
}

/* 0 when there is no room. */
static int add_id(char ids[TP_MOD_IDS_MAX], const char *id) {
  size_t length = strlen(ids);
  if (has_id(ids, id))
    return 1;
  if (length + strlen(id) + 2 > TP_MOD_IDS_MAX)
    return 0;
  snprintf(ids + length, TP_MOD_IDS_MAX - length, "%s%s", length ? "+" : "", id);
  return 1;
}

/* --- rows ------------------------------------------------------------------------------------- */

static int place_of(const struct tp_shelf *shelf, const struct tp_mod *mod) {
  for (int i = 0; i < shelf->on.count; i++)
    if (shelf->on.mod[i] == mod)
      return i + 1;
  return 0;
}

/* In use, usable, the rest. */
static int rank_of(const struct tp_shelf_row *row) {
  return row->place ? 0 : row->usable ? 1 : 2;
}

static int by_rank(const void *one, const void *other) {
  const struct tp_shelf_row *a = one, *b = other;
  if (rank_of(a) != rank_of(b))
    return rank_of(a) - rank_of(b);
  if (a->place != b->place)
    return a->place - b->place;
  return strcasecmp(a->mod ? a->mod->title : a->id, b->mod ? b->mod->title : b->id);
}

static void check(struct tp_shelf *shelf) {
  for (int i = 0; i < shelf->count; i++) {
    struct tp_problems why = {0};
    shelf->rows[i].usable = !tp_shelf_refuses(shelf, i, &why);
    tp_problems_free(&why);
  }
}

static void list(struct tp_shelf *shelf) {
  char id[TP_ID_MAX + 20];
  int lost = 0;
  for (int i = 0; i < shelf->found->count; i++) {
    const struct tp_mod *mod = &shelf->found->list[i];
    int wanted = has_id(shelf->ids, mod->id) && tp_mods_any(shelf->found, mod->id) == mod;
    shelf->rows[shelf->count++] =
        (struct tp_shelf_row){mod, mod->id, tp_mod_title(mod), wanted, place_of(shelf, mod), 0};
  }
  for (const char *at = shelf->ids; (at = tp_mods_next_id(at, id)) && lost < TP_MODS_ON_MAX;) {
    if (tp_mods_any(shelf->found, id))
      continue;
    snprintf(shelf->lost[lost], sizeof shelf->lost[lost], "%s", id);
    shelf->rows[shelf->count++] =
        (struct tp_shelf_row){.id = shelf->lost[lost], .title = shelf->lost[lost], .wanted = 1};
    lost++;
  }
}

struct tp_shelf *tp_shelf_open(const char *ids) {
  struct tp_shelf *shelf = tp_memory_zeroed(1, sizeof *shelf);
  struct tp_problems problems = {0}; /* each row tells its own */
  shelf->found = tp_mods_find(tp_phrases_language());
  snprintf(shelf->ids, sizeof shelf->ids, "%s", ids);
  tp_mods_choose_usable(shelf->found, shelf->ids, &shelf->on, &problems);
  list(shelf);
  check(shelf);
  qsort(shelf->rows, (size_t)shelf->count, sizeof *shelf->rows, by_rank);
  tp_problems_free(&problems);
  return shelf;
}

int tp_shelf_check(const char *ids, struct tp_problems *problems) {
  struct tp_mods_on on;
  struct tp_mods *mods = tp_mods_find(tp_phrases_language());
  int good = tp_mods_choose(mods, ids, &on, problems);
  tp_mods_free(mods);
  return good;
}

void tp_shelf_compare(struct tp_shelf *shelf) {
  tp_conflicts_free(&shelf->conflicts);
  tp_conflicts_find(&shelf->on, tp_phrases_language(), &shelf->conflicts);
  shelf->compared = 1;
}

void tp_shelf_close(struct tp_shelf *shelf) {
  if (!shelf)
    return;
  tp_conflicts_free(&shelf->conflicts);
  tp_mods_free(shelf->found);
  free(shelf);
}

int tp_shelf_find(const struct tp_shelf *shelf, const char *words) {
  size_t length = strlen(words);
  for (int i = 0; i < shelf->count; i++)
    if (strcmp(shelf->rows[i].id, words) == 0)
      return i;
  for (int i = 0; i < shelf->count && length; i++)
    for (const char *at = shelf->rows[i].mod ? shelf->rows[i].mod->title : ""; *at; at++)
      if (strncasecmp(at, words, length) == 0)
        return i;
  return -1;
}

/* --- switching -------------------------------------------------------------------------------- */

int tp_shelf_refuses(const struct tp_shelf *shelf, int row, struct tp_problems *why) {
  const struct tp_shelf_row *r = &shelf->rows[row];
  struct tp_mods_on on;
  int before = why->count;
  if (!r->mod || tp_mods_any(shelf->found, r->id) == r->mod)
    return !tp_mods_choose(shelf->found, r->id, &on, why);
  tp_problems_append_faults(why, &r->mod->problems); /* another one has its id */
  return why->count > before;
}

/* What of the row's needs is off. */
static void add_needs(const struct tp_shelf *shelf, const struct tp_shelf_row *row,
                      struct tp_mods_on *also) {
  struct tp_mods_on with;
  struct tp_problems problems = {0};
  tp_mods_choose(shelf->found, row->id, &with, &problems);
  for (int i = 0; i < with.count; i++)
    if (with.mod[i] != row->mod && !has_id(shelf->ids, with.mod[i]->id))
      also->mod[also->count++] = with.mod[i];
  tp_problems_free(&problems);
}

void tp_shelf_also(const struct tp_shelf *shelf, int row, struct tp_mods_on *also) {
  const struct tp_shelf_row *r = &shelf->rows[row];
  also->count = 0;
  if (!r->wanted) {
    add_needs(shelf, r, also);
    return;
  }
  for (int i = 0; i < shelf->on.count; i++)
    if (r->mod && tp_mods_builds_on(&shelf->on, shelf->on.mod[i], r->mod))
      also->mod[also->count++] = shelf->on.mod[i];
}

static int is_among(const struct tp_mods_on *on, const char *id) {
  for (int i = 0; i < on->count; i++)
    if (strcmp(on->mod[i]->id, id) == 0)
      return 1;
  return 0;
}

static int switch_on(const struct tp_shelf *shelf, const struct tp_shelf_row *row,
                     const struct tp_mods_on *also, char ids[TP_MOD_IDS_MAX]) {
  struct tp_problems problems = {0};
  struct tp_mods_on on;
  int fits = 1;
  snprintf(ids, TP_MOD_IDS_MAX, "%s", shelf->ids);
  for (int i = 0; i < also->count; i++)
    fits &= add_id(ids, also->mod[i]->id);
  fits &= add_id(ids, row->id);
  tp_mods_choose_usable(shelf->found, ids, &on, &problems);
  tp_problems_free(&problems);
  return fits && is_among(&on, row->id);
}

int tp_shelf_switch(const struct tp_shelf *shelf, int row, char ids[TP_MOD_IDS_MAX]) {
  const struct tp_shelf_row *r = &shelf->rows[row];
  struct tp_mods_on also;
  char id[TP_ID_MAX + 20];
  tp_shelf_also(shelf, row, &also);
  if (!r->wanted)
    return (!r->mod || tp_mods_any(shelf->found, r->id) == r->mod) &&
           switch_on(shelf, r, &also, ids);
  ids[0] = '\0';
  for (const char *at = shelf->ids; (at = tp_mods_next_id(at, id));)
    if (strcmp(id, r->id) != 0 && !is_among(&also, id))
      add_id(ids, id);
  return 1;
}

int tp_shelf_conflicts(const struct tp_shelf *shelf, int row) {
  int count = 0;
  for (int i = 0; i < shelf->conflicts.count && shelf->rows[row].place; i++)
    count += strcmp(shelf->conflicts.list[i].counts.mod, shelf->rows[row].id) == 0 ||
             strcmp(shelf->conflicts.list[i].lost.mod, shelf->rows[row].id) == 0;
  return count;
}

int tp_shelf_folder(char path[TP_PATH_MAX]) {
  char user[TP_PATH_MAX];
  return tp_folders_user(user) && tp_files_join(path, user, "mods");
}
