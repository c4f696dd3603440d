/* A saved game in its scenario and mods as they are now.
 *
 * The scenario is read again by its name (or file), with those of the mods that are still sound;
 * what differs in it is found by comparing both merged documents, part by part, as the description
 * of the format lists them. The state then goes over by name (snapshot.c).
 */
#include "data/compile/compile.h"
#include "data/saves/reader.h"

#include <stdlib.h>
#include <string.h>

/* --- the scenario as it is now --------------------------------------------------------------- */

static void differ_by_mod(struct tp_save_reader *s, enum tp_difference_kind kind, const char *id,
                          const char *title, const char *version) {
  struct tp_text words = {0};
  tp_text_print(&words, "%s%s%s", title, title[0] && version[0] ? " " : "", version);
  tp_differences_add(s->differences, (struct tp_difference){.kind = kind,
                                                            .thing = TP_THING_MOD,
                                                            .name = (char *)id,
                                                            .title = words.data});
  tp_text_free(&words);
}

static int is_among(const char *ids, const char *wanted) {
  char id[TP_ID_MAX + 20];
  while ((ids = tp_mods_next_id(ids, id)))
    if (strcmp(id, wanted) == 0)
      return 1;
  return 0;
}

/* Appends the mods that it is to have and can; of those it had, what has become of them is noted.
 */
static void add_mods(struct tp_save_reader *s, const cJSON *marks, struct tp_text *name) {
  static const enum tp_difference_kind kinds[] = {[TP_MOD_CHANGED] = TP_DIFFERS_CHANGED,
                                                  [TP_MOD_BROKEN] = TP_DIFFERS_LOST,
                                                  [TP_MOD_GONE] = TP_DIFFERS_GONE};
  if (s->mods && s->mods[0])
    tp_text_print(name, "+%s", s->mods);
  if (!tp_children(marks))
    return;
  struct tp_mods *mods = tp_mods_find(s->language);
  for (const cJSON *mark = tp_children(marks); mark; mark = mark->next) {
    const char *hash = tp_reader_string(mark, "hash"), *title = tp_reader_string(mark, "title");
    const char *version = tp_reader_string(mark, "version");
    enum tp_mod_fate fate = tp_mods_fate(mods, mark->string, hash ? hash : "");
    if (s->mods && !is_among(s->mods, mark->string))
      fate = TP_MOD_GONE;
    if (!s->mods && (fate == TP_MOD_SAME || fate == TP_MOD_CHANGED))
      tp_text_print(name, "+%s", mark->string);
    if (fate != TP_MOD_SAME)
      differ_by_mod(s, kinds[fate], mark->string, title ? title : "", version ? version : "");
  }
  tp_mods_free(mods);
}

/* "id@variant+mod+mod" as it can be loaded now. */
static void name_scenario(struct tp_save_reader *s, const cJSON *saved, struct tp_text *name) {
  const char *file = tp_reader_string(s->root, "file"), *id = tp_reader_string(saved, "id");
  const char *variant = tp_reader_string(saved, "variant");
  if (file && file[0] && tp_files_is_readable(file))
    tp_text_add(name, file);
  else if (id || (id = tp_reader_string(s->root, "id")))
    tp_text_add(name, id);
  else
    tp_text_add(name, "?");
  if (variant)
    tp_text_print(name, "@%s", variant);
  add_mods(s, tp_read(saved, "mods"), name);
}

/* --- what is another in it ------------------------------------------------------------------- */

static const char *title_of(const struct tp_save_reader *s, const cJSON *entry) {
  const cJSON *words = tp_read(entry, "title");
  if (!words)
    words = tp_read(entry, "name");
  const char *text = tp_reader_string(words, s->language);
  if (!text)
    text = tp_reader_string(words, "en");
  return text ? text : cJSON_IsString(words) ? words->valuestring : "";
}

/* An entry is known by its key, else its "id", else its place from 1. */
static const char *name_of(const cJSON *entry, int place, char text[20]) {
  const char *id = entry->string ? entry->string : tp_reader_string(entry, "id");
  if (id)
    return id;
  snprintf(text, 20, "%d", place);
  return text;
}

static const cJSON *find(const cJSON *list, const char *name) {
  char text[20];
  int place = 1;
  for (const cJSON *entry = tp_children(list); entry; entry = entry->next)
    if (strcmp(name_of(entry, place++, text), name) == 0)
      return entry;
  return NULL;
}

static double number_of(const cJSON *node) {
  return node && cJSON_IsNumber(node) ? node->valuedouble : 0;
}

/* --- field by field -------------------------------------------------------------------------- */

/* A value as it is told: a number, a word; "" for what is not there, too long, or has parts. */
static void tell_value(const cJSON *value, char text[40]) {
  char *whole = value && !tp_children(value) ? cJSON_PrintUnformatted(value) : NULL;
  snprintf(text, 40, "%s", whole && strlen(whole) < 40 ? whole : "");
  cJSON_free(whole);
}

static int has_parts(const cJSON *value) {
  return cJSON_IsObject(value) || cJSON_IsArray(value);
}

static const cJSON *part_of(const cJSON *value, const cJSON *like, int index) {
  return like->string ? cJSON_GetObjectItemCaseSensitive(value, like->string)
                      : cJSON_GetArrayItem(value, index);
}

static void compare_fields(struct tp_difference *d, struct tp_text *path, const cJSON *was,
                           const cJSON *is);

/* The parts of one that the other has as another, or (`only_new`) has not. */
static void compare_parts(struct tp_difference *d, struct tp_text *path, const cJSON *of,
                          const cJSON *other, int only_new) {
  size_t length = path->length;
  int index = 0;
  for (const cJSON *part = tp_children(of); part; part = part->next, index++) {
    const cJSON *twin = part_of(other, part, index);
    tp_text_add(path, length ? "." : "");
    if (part->string)
      tp_text_add(path, part->string);
    else
      tp_text_print(path, "%d", index);
    if (!only_new)
      compare_fields(d, path, part, twin);
    else if (!twin)
      compare_fields(d, path, NULL, part);
    tp_text_shorten(path, length);
  }
}

/* Lists of other lengths are told as a whole: which of their entries are the same nobody knows. */
static void compare_fields(struct tp_difference *d, struct tp_text *path, const cJSON *was,
                           const cJSON *is) {
  int alike = (cJSON_IsObject(was) && cJSON_IsObject(is)) ||
              (cJSON_IsArray(was) && cJSON_IsArray(is) &&
               cJSON_GetArraySize(was) == cJSON_GetArraySize(is));
  if (was && is && cJSON_Compare(was, is, 1))
    return;
  if (alike) {
    compare_parts(d, path, was, is, 0);
    compare_parts(d, path, is, was, 1);
    return;
  }
  char before[40], now[40];
  int is_told = !has_parts(was) && !has_parts(is);
  tell_value(is_told ? was : NULL, before);
  tell_value(is_told ? is : NULL, now);
  int is_short = (!was || before[0]) && (!is || now[0]);
  tp_difference_add_field(d, path->data, is_short ? before : "", is_short ? now : "");
}

static void tell_fields(struct tp_save_reader *s, enum tp_thing thing, const char *name,
                        const cJSON *was, const cJSON *is) {
  struct tp_difference *d = tp_differences_find(s->differences, TP_DIFFERS_CHANGED, thing, name);
  struct tp_text path = {0};
  tp_text_add(&path, "");
  if (d && !(cJSON_IsNumber(was) && cJSON_IsNumber(is)))
    compare_fields(d, &path, was, is);
  tp_text_free(&path);
}

/* --- thing by thing -------------------------------------------------------------------------- */

static void add(struct tp_save_reader *s, enum tp_difference_kind kind, enum tp_thing thing,
                const char *name, const cJSON *was, const cJSON *is) {
  tp_differences_add(s->differences,
                     (struct tp_difference){.kind = kind,
                                            .thing = thing,
                                            .name = (char *)name,
                                            .title = (char *)title_of(s, is ? is : was),
                                            .was = number_of(was),
                                            .is = number_of(is)});
  if (kind == TP_DIFFERS_CHANGED)
    tell_fields(s, thing, name, was, is);
}

static void compare_part(struct tp_save_reader *s, enum tp_thing thing, const cJSON *was,
                         const cJSON *is) {
  char text[20];
  int place = 1;
  for (const cJSON *entry = tp_children(was); entry; entry = entry->next) {
    const char *name = name_of(entry, place++, text);
    const cJSON *now = find(is, name);
    if (!now)
      add(s, TP_DIFFERS_GONE, thing, name, entry, NULL);
    else if (!cJSON_Compare(entry, now, 1))
      add(s, TP_DIFFERS_CHANGED, thing, name, entry, now);
  }
  place = 1;
  for (const cJSON *entry = tp_children(is); entry; entry = entry->next) {
    const char *name = name_of(entry, place++, text);
    if (!find(was, name))
      add(s, TP_DIFFERS_NEW, thing, name, NULL, entry);
  }
}

static void compare(struct tp_save_reader *s, const cJSON *was, const cJSON *is) {
  for (int thing = 0; thing < TP_THING_COUNT; thing++) {
    const char *key = tp_thing_key((enum tp_thing)thing);
    const cJSON *one = tp_read(was, key), *other = tp_read(is, key);
    if (!key[0])
      continue;
    if (!cJSON_IsNumber(other))
      compare_part(s, (enum tp_thing)thing, one, other);
    else if (!cJSON_Compare(one, other, 1))
      add(s, TP_DIFFERS_CHANGED, (enum tp_thing)thing, "", one, other);
  }
  const cJSON *mods = tp_read(is, "mods");
  for (const cJSON *mod = tp_children(mods); mod; mod = mod->next)
    if (!tp_read(tp_read(was, "mods"), mod->string))
      differ_by_mod(s, TP_DIFFERS_NEW, mod->string, tp_reader_string(mod, "title"),
                    tp_reader_string(mod, "version"));
}

/* --- together -------------------------------------------------------------------------------- */

static int check_scenario(struct tp_save_reader *s, const cJSON *saved) {
  const struct tp_scenario *now = s->save->scenario;
  const char *id = tp_reader_string(saved, "id");
  if (!now->playable)
    tp_problems_add(s->problems, now->path, 0, 0, "", "%s", "has neither actors nor turns now");
  else if (id && strcmp(id, now->rules->words.id) != 0)
    tp_problems_add(s->problems, now->path, 0, 0, "",
                    "is the scenario \"%.60s\" now, not \"%.60s\"", now->rules->words.id, id);
  else
    return 1;
  return 0;
}

int tp_reader_renew(struct tp_save_reader *s) {
  const cJSON *saved = tp_read(s->root, "scenario");
  struct tp_text name = {0};
  name_scenario(s, saved, &name);
  s->save->scenario = tp_scenario_load(name.data, s->language, s->problems);
  tp_text_free(&name);
  if (!s->save->scenario || !check_scenario(s, saved))
    return 0;
  s->r = s->save->scenario->rules;
  cJSON *is = cJSON_Parse(tp_scenario_merged(s->save->scenario));
  if (cJSON_IsObject(saved))
    compare(s, saved, is);
  else
    tp_reader_fault(s, "/scenario", "must be an object");
  cJSON_Delete(is);
  return 1;
}

void tp_reader_settle(struct tp_save_reader *s) {
  struct tp_world *w = s->save->world;
  if (!s->differences->count)
    return;
  if (w->turn == 0) /* nothing was played yet: what the new data begin with */
    tp_world_start(s->r, w, s->save->record.seed);
  w->v[tp_world_slot(s->r, TP_TURN)] = w->turn;
  tp_differences_sort(s->differences);
}
