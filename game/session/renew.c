/* The game so far in its scenario and mods as they are now: after a load, or while a scenario is
 * being written. */
#include "session/state.h"

#include "data/address.h"
#include "data/arena.h"
#include "data/saves/script.h"
#include "session/advice.h"
#include "session/phrases.h"

#include <stdlib.h>
#include <string.h>

/* --- the files of a scenario ----------------------------------------------------------------- */

uint64_t tp_session_stamp(const struct tp_scenario *scenario) {
  uint64_t stamp = 0;
  for (int i = 0; i < scenario->chain_count; i++)
    stamp = stamp * 31 + tp_files_stamp(scenario->chain[i]);
  return stamp;
}

int tp_session_edited(struct tp_session *s) {
  if (!s->stamp)
    return 0;
  uint64_t now = tp_session_stamp(s->scenario);
  int changed = now != s->stamp;
  s->stamp = now;
  return changed;
}

void tp_session_source(const struct tp_session *s, char *name, size_t size) {
  const struct tp_scenario *scenario = s->scenario;
  int by_file = scenario->file[0] && tp_files_is_readable(scenario->file);
  snprintf(name, size, "%s%s%s", by_file ? scenario->file : s->r->words.id,
           scenario->variant[0] ? "@" : "", scenario->variant);
}

void tp_session_origin(const struct tp_session *s, char *name, size_t size) {
  const struct tp_scenario *scenario = s->scenario;
  tp_session_source(s, name, size);
  for (int i = 0; i < scenario->mod_count; i++) {
    size_t length = strlen(name);
    snprintf(name + length, size - length, "+%s", scenario->mods[i].id);
  }
}

int tp_session_has_mods(const struct tp_session *s, const char *ids) {
  char id[TP_ID_MAX + 20];
  int count = 0, known = 0;
  while ((ids = tp_mods_next_id(ids, id))) {
    count++;
    for (int i = 0; i < s->scenario->mod_count; i++)
      known += strcmp(s->scenario->mods[i].id, id) == 0;
  }
  return known == count && count == s->scenario->mod_count;
}

/* --- going over ------------------------------------------------------------------------------ */

void tp_session_compare(struct tp_session *s, const char *text, size_t length, const char *path) {
  struct tp_problems problems = {0};
  struct tp_save save;
  if (tp_save_heal(text, length, path, tp_phrases_language(), s->proposed, &save, &s->differences,
                   &problems))
    tp_save_free(&save);
  else
    tp_differences_add(
        &s->differences,
        (struct tp_difference){.kind = TP_DIFFERS_LOST,
                               .thing = TP_THING_SCENARIO,
                               .name = (char *)s->r->words.id,
                               .title = problems.count ? problems.list[0].message : NULL});
  tp_problems_free(&problems);
}

void tp_session_propose(struct tp_session *s, const char *mods) {
  struct tp_game_record record;
  if (!s->scenario)
    return;
  free(s->proposed);
  s->proposed = tp_memory_text(mods);
  s->renewed = 0;
  tp_differences_free(&s->differences);
  tp_session_record(s, NULL, &record);
  char *text = tp_save_text(&record, tp_session_world(s));
  tp_session_compare(s, text, strlen(text), s->scenario->path);
  tp_differences_sort(&s->differences);
  free(text);
  tp_record_free(&record);
}

int tp_session_may_renew(const struct tp_session *s) {
  return s->differences.count && !s->renewed &&
         !tp_differences_find(&s->differences, TP_DIFFERS_LOST, TP_THING_SCENARIO, s->r->words.id);
}

/* The values of the turns before history begins, as the game had them; what is new in it stood at
 * its start. */
static void know_before(struct tp_session *to, const struct tp_session *from) {
  const struct tp_rules *r = to->r;
  int *slots = tp_memory_resize(NULL, (size_t)r->slot_count * sizeof *slots);
  double *values = tp_memory_resize(NULL, (size_t)r->slot_count * sizeof *values);
  for (int slot = 0; slot < r->slot_count; slot++)
    slots[slot] = tp_address_find(from->r, r->slots[slot].name);
  for (int turn = 0; turn < to->begun; turn++) {
    for (int slot = 0; slot < r->slot_count; slot++)
      values[slot] =
          slots[slot] == TP_NONE ? r->start[slot] : tp_session_value(from, slots[slot], turn);
    tp_history_know_before(to, turn, values);
  }
  free(values);
  free(slots);
}

/* 1 when the new data play all that is recorded as it was played, so that the past stays. */
static int plays_alike(const struct tp_save *save) {
  const struct tp_game_record *record = &save->record;
  const struct tp_rules *r = save->scenario->rules;
  int alike = record->begun + record->turns == save->world->turn;
  struct tp_world *w = tp_memory_resize(NULL, r->world_size);
  tp_record_start(record, w);
  for (int turn = 0; alike && turn < record->turns; turn++) {
    tp_turn_play(r, w, tp_record_orders(record, turn), record->seat_count, NULL, NULL);
    alike = tp_world_hash(r, w) == record->hashes[turn];
  }
  alike = alike && tp_world_hash(r, w) == tp_world_hash(r, save->world);
  free(w);
  return alike;
}

/* Computed values follow the new data from here on; nothing before would lead to them. */
static void begin_anew(struct tp_save *save) {
  if (save->world->result == TP_PLAYING)
    tp_world_derive(save->scenario->rules, save->world);
  tp_record_begin(&save->record, save->world);
}

/* What the player had ordered and may not any more is told with the rest. */
static void tell_orders(struct tp_session *s, const struct tp_orders *pending) {
  for (int i = 0; i < pending->count; i++) {
    struct tp_text text = {0};
    if (tp_orders_have(tp_session_orders(s), pending->item[i]))
      continue;
    tp_script_print_order(s->r, pending->item[i], &text);
    tp_differences_add(&s->differences, (struct tp_difference){.kind = TP_DIFFERS_GONE,
                                                               .thing = TP_THING_ORDER,
                                                               .name = text.data});
    tp_text_free(&text);
  }
}

/* Goes on from the text of a save; `from` is the same game as it was saved, or NULL. */
static struct tp_session *renew(const char *text, size_t length, const char *path, const char *mods,
                                const struct tp_session *from,
                                const struct tp_session_options *options,
                                struct tp_problems *problems) {
  struct tp_differences differences = {0};
  struct tp_session *s = NULL;
  struct tp_save save;
  if (tp_save_heal(text, length, path, tp_phrases_language(), mods, &save, &differences,
                   problems)) {
    if (!plays_alike(&save))
      begin_anew(&save);
    struct tp_orders pending = save.record.pending;
    save.exact = 1;
    s = tp_session_take(&save, NULL, options, problems);
    tp_save_free(&save);
    if (s) {
      s->differences = differences;
      s->renewed = 1;
      s->stamp = tp_session_stamp(s->scenario);
      tell_orders(s, &pending);
      tp_differences_sort(&s->differences);
      if (from)
        know_before(s, from);
      return s;
    }
  }
  tp_differences_free(&differences);
  return s;
}

static struct tp_session *renew_in(const struct tp_session *s, const char *folder, const char *mods,
                                   struct tp_problems *problems) {
  struct tp_session_options options = {.folder = folder, .no_autosave = s->no_autosave};
  struct tp_game_record record;
  if (!s->scenario)
    return NULL;
  tp_session_record(s, NULL, &record);
  char *text = tp_save_text(&record, tp_session_world(s));
  struct tp_session *again =
      renew(text, strlen(text), s->scenario->path, mods, s, &options, problems);
  free(text);
  tp_record_free(&record);
  return again;
}

struct tp_session *tp_session_renew(const struct tp_session *s, struct tp_problems *problems) {
  char folder[TP_PATH_MAX];
  tp_session_folder(s, folder);
  return renew_in(s, folder, s->proposed, problems);
}

struct tp_session *tp_session_reload(const struct tp_session *s, struct tp_problems *problems) {
  struct tp_session *again = renew_in(s, "", NULL, problems);
  if (!again)
    return NULL;
  memcpy(again->autosave, s->autosave, sizeof s->autosave);
  again->written_at = s->written_at;
  return again;
}

struct tp_session *tp_session_rescue(const char *path, const struct tp_session_options *options,
                                     struct tp_problems *problems) {
  size_t length = 0;
  char *text = tp_problems_read(problems, path, &length);
  if (!text)
    return NULL;
  struct tp_session *s = renew(text, length, path, NULL, NULL, options, problems);
  free(text);
  return s;
}

struct tp_session *tp_session_load_renewed(const char *path,
                                           const struct tp_session_options *options,
                                           struct tp_problems *problems) {
  struct tp_problems ignored = {0};
  struct tp_session *s = tp_session_load(path, options, &ignored);
  tp_problems_free(&ignored);
  if (!s)
    return tp_session_rescue(path, options, problems);
  if (!s->differences.count)
    return s;
  struct tp_session *again = tp_session_renew(s, problems);
  tp_session_close(s);
  return again;
}
