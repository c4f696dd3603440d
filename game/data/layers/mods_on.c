/* Which mods are on: what they need, and their order. */
#include "data/layers/mods.h"

#include "data/layers/document.h"
#include "data/nearest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- versions -------------------------------------------------------------------------------- */

int tp_mods_compare_versions(const char *a, const char *b) {
  while (*a || *b) {
    char *a_end = (char *)a, *b_end = (char *)b;
    long x = *a ? strtol(a, &a_end, 10) : 0, y = *b ? strtol(b, &b_end, 10) : 0;
    if (x != y)
      return x < y ? -1 : 1;
    a = a_end + (*a_end == '.');
    b = b_end + (*b_end == '.');
  }
  return 0;
}

int tp_mods_is_too_old(const struct tp_mod *mod, const struct tp_mod_need *need) {
  return tp_format_is_version(mod->version) && tp_format_is_version(need->version) &&
         tp_mods_compare_versions(mod->version, need->version) < 0;
}

/* --- switching on ---------------------------------------------------------------------------- */

enum { UNKNOWN_MAX = 400 };

struct chooser {
  struct tp_mods *mods;
  struct tp_mods_on *on;
  struct tp_problems *problems;
  const struct tp_mod *path[TP_MODS_ON_MAX + 1]; /* from the one asked for to the one at hand */
  int length;
};

static int is_in(const char *folder, const char *name) {
  const char *slash = strrchr(folder, '/');
  return strcmp(slash ? slash + 1 : folder, name) == 0;
}

/* Mods go by the id in their mod.json; who names one by its folder is told the id. */
static const char *unknown(const struct tp_mods *mods, const char *id, char message[UNKNOWN_MAX]) {
  struct tp_nearest nearest = tp_nearest_to(id);
  struct tp_names known = {.is_full = 0};
  const char *in_folder = NULL;
  char list[TP_NAMES_MAX], hint[TP_NAMES_MAX];
  for (int i = 0; i < mods->count; i++) {
    tp_nearest_try(&nearest, mods->list[i].id);
    tp_names_add(&known, mods->list[i].id);
    if (is_in(mods->list[i].folder, id))
      in_folder = mods->list[i].id;
  }
  if (in_folder)
    snprintf(hint, sizeof hint, "; the one in the folder of that name has the id \"%.60s\"",
             in_folder);
  else
    snprintf(hint, sizeof hint, "%s",
             nearest.best ? tp_nearest_hint(&nearest) : tp_names_hint(&known, list));
  snprintf(message, UNKNOWN_MAX, "there is no mod \"%.60s\"%s", id, hint);
  return message;
}

static int is_on(const struct tp_mods_on *on, const struct tp_mod *mod) {
  for (int i = 0; i < on->count; i++)
    if (on->mod[i] == mod)
      return 1;
  return 0;
}

/* "needs in a circle: a needs b needs a", where the last of them says it. */
static int check_circle(struct chooser *c, const struct tp_mod *mod) {
  int start = 0;
  while (start < c->length && c->path[start] != mod)
    start++;
  if (start == c->length)
    return 1;
  struct tp_text message = {0};
  char pointer[TP_ID_MAX + 20];
  tp_text_add(&message, "needs in a circle: ");
  for (int i = start; i < c->length; i++)
    tp_text_print(&message, "%s needs ", c->path[i]->id);
  tp_text_add(&message, mod->id);
  snprintf(pointer, sizeof pointer, "/needs/%.*s", TP_ID_MAX, mod->id);
  tp_source_fault(c->path[c->length - 1]->source, c->problems, pointer, message.data);
  tp_text_free(&message);
  return 0;
}

static int choose(struct chooser *c, struct tp_mod *mod);

static int choose_need(struct chooser *c, const struct tp_mod *mod,
                       const struct tp_mod_need *need) {
  char message[UNKNOWN_MAX], pointer[TP_ID_MAX + 20];
  struct tp_mod *other = tp_mods_any(c->mods, need->id);
  snprintf(pointer, sizeof pointer, "/needs/%.*s", TP_ID_MAX, need->id);
  if (!other) {
    tp_source_fault(mod->source, c->problems, pointer, unknown(c->mods, need->id, message));
    return -1;
  }
  if (!check_circle(c, other))
    return -1;
  if (tp_mods_is_too_old(other, need)) {
    snprintf(message, sizeof message, "needs \"%.60s\" in version %.30s or later; %.30s is there",
             need->id, need->version, other->version);
    tp_source_fault(mod->source, c->problems, pointer, message);
  }
  return choose(c, other);
}

/* Its depth, or -1 when it cannot be switched on. */
static int choose(struct chooser *c, struct tp_mod *mod) {
  int depth = 0, good = 1;
  if (is_on(c->on, mod))
    return mod->depth;
  tp_problems_append(c->problems, &mod->problems);
  if (mod->problems.count)
    return -1;
  if (c->length == TP_MODS_ON_MAX || c->on->count == TP_MODS_ON_MAX) {
    tp_source_fault(mod->source, c->problems, "", "more than 32 mods at once");
    return -1;
  }
  c->path[c->length++] = mod;
  for (int i = 0; i < mod->need_count; i++) {
    int below = choose_need(c, mod, &mod->needs[i]);
    good &= below >= 0;
    depth = below + 1 > depth ? below + 1 : depth;
  }
  c->length--;
  if (!good)
    return -1;
  if (c->on->count < TP_MODS_ON_MAX)
    c->on->mod[c->on->count++] = mod;
  mod->depth = depth;
  return depth;
}

static int comes_before(const struct tp_mod *x, const struct tp_mod *y) {
  if (x->depth != y->depth)
    return x->depth < y->depth;
  if (x->order < y->order || x->order > y->order)
    return x->order < y->order;
  return strcmp(x->id, y->id) < 0;
}

static void sort(struct tp_mods_on *on) {
  for (int i = 1; i < on->count; i++) {
    const struct tp_mod *mod = on->mod[i];
    int to = i;
    for (; to > 0 && comes_before(mod, on->mod[to - 1]); to--)
      on->mod[to] = on->mod[to - 1];
    on->mod[to] = mod;
  }
}

const char *tp_mods_next_id(const char *ids, char id[TP_ID_MAX + 20]) {
  size_t length = strcspn(ids, "+,"), most = TP_ID_MAX + 19;
  snprintf(id, TP_ID_MAX + 20, "%.*s", (int)(length < most ? length : most), ids);
  return *ids ? ids + length + (ids[length] != '\0') : NULL;
}

static int choose_one(struct chooser *c, const char *id) {
  char message[UNKNOWN_MAX];
  int before = c->problems->count;
  struct tp_mod *mod = tp_mods_any(c->mods, id);
  if (mod)
    choose(c, mod);
  else
    tp_problems_add(c->problems, "", 0, 0, "", "%s", unknown(c->mods, id, message));
  return c->problems->count == before;
}

int tp_mods_choose(struct tp_mods *mods, const char *ids, struct tp_mods_on *on,
                   struct tp_problems *problems) {
  struct chooser c = {.mods = mods, .on = on, .problems = problems};
  char id[TP_ID_MAX + 20];
  int good = 1;
  on->count = 0;
  for (const char *at = ids; (at = tp_mods_next_id(at, id));)
    good &= choose_one(&c, id);
  sort(on);
  return good;
}

/* Each is tried alone first: of one that fails, what it needs would be on already. */
void tp_mods_choose_usable(struct tp_mods *mods, const char *ids, struct tp_mods_on *on,
                           struct tp_problems *problems) {
  char id[TP_ID_MAX + 20];
  on->count = 0;
  for (const char *at = ids; (at = tp_mods_next_id(at, id));) {
    struct tp_mods_on alone = {.count = 0}, with = *on;
    struct tp_problems trial = {0};
    struct chooser first = {.mods = mods, .on = &alone, .problems = &trial};
    int fits = choose_one(&first, id);
    struct chooser again = {.mods = mods, .on = fits ? &with : &alone, .problems = problems};
    if (choose_one(&again, id) && fits)
      *on = with;
    tp_problems_free(&trial);
  }
  sort(on);
}

void tp_mods_ids(const struct tp_mods_on *on, char ids[TP_MOD_IDS_MAX]) {
  size_t length = 0;
  ids[0] = '\0';
  for (int i = 0; i < on->count; i++)
    length += (size_t)snprintf(ids + length, TP_MOD_IDS_MAX - length, "%s%s", i ? "+" : "",
                               on->mod[i]->id);
}

int tp_mods_builds_on(const struct tp_mods_on *on, const struct tp_mod *mod,
                      const struct tp_mod *other) {
  for (int i = 0; i < mod->need_count; i++)
    for (int k = 0; k < on->count; k++)
      if (strcmp(on->mod[k]->id, mod->needs[i].id) == 0 &&
          (on->mod[k] == other || tp_mods_builds_on(on, on->mod[k], other)))
        return 1;
  return 0;
}
