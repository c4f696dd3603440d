#include "data/saves/save.h"

#include "data/json/out.h"
#include "data/compile/mark.h"
#include "data/saves/script.h"

#include <math.h>
#include <stdlib.h>

static const char *actor_id(const struct tp_rules *r, int actor) {
  return r->actors[actor].words.id;
}

static void write_policies(struct tp_json_out *out, const struct tp_game_record *record) {
  const struct tp_rules *r = record->scenario->rules;
  tp_json_object(out, "policies");
  for (int i = 0; i < r->actor_count; i++)
    if (record->policies[i][0])
      tp_json_string(out, actor_id(r, i), record->policies[i]);
  tp_json_end(out);
}

static void write_order_list(struct tp_json_out *out, const struct tp_rules *r,
                             const struct tp_orders *orders) {
  for (int i = 0; i < orders->count; i++) {
    struct tp_text text = {0};
    tp_script_print_order(r, orders->item[i], &text);
    tp_json_string(out, NULL, text.data);
    tp_text_free(&text);
  }
}

static void write_orders(struct tp_json_out *out, const struct tp_rules *r,
                         const struct tp_orders *orders) {
  tp_json_list(out, actor_id(r, orders->seat));
  write_order_list(out, r, orders);
  tp_json_end(out);
}

static void write_turns(struct tp_json_out *out, const struct tp_game_record *record) {
  tp_json_list(out, "turns");
  for (int turn = 0; turn < record->turns; turn++) {
    const struct tp_orders *orders = tp_record_orders(record, turn);
    tp_json_object(out, NULL);
    tp_json_bits(out, "hash", record->hashes[turn]);
    tp_json_object(out, "orders");
    for (int k = 0; k < record->seat_count; k++)
      if (orders[k].count)
        write_orders(out, record->scenario->rules, &orders[k]);
    tp_json_end(out);
    tp_json_end(out);
  }
  tp_json_end(out);
}

/* --- the snapshot ---------------------------------------------------------------------------- */

static void write_crisis(struct tp_json_out *out, const struct tp_rules *r,
                         const struct tp_crisis *crisis) {
  if (crisis->challenger == TP_NONE)
    return;
  tp_json_object(out, "crisis");
  tp_json_string(out, "challenger", actor_id(r, crisis->challenger));
  tp_json_string(out, "target", actor_id(r, crisis->target));
  tp_json_flag(out, "honoured", crisis->honoured);
  tp_json_whole(out, "age", crisis->age);
  tp_json_end(out);
}

static void write_pending(struct tp_json_out *out, const struct tp_rules *r,
                          const struct tp_world *w) {
  tp_json_list(out, "pending");
  for (int i = 0; i < w->pending_count; i++) {
    tp_json_object(out, NULL);
    tp_json_string(out, "event", r->events[w->pending[i].event].words.id);
    tp_json_string(out, "seat", actor_id(r, w->pending[i].seat));
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_actions(struct tp_json_out *out, const struct tp_rules *r,
                          const struct tp_world *w) {
  const struct tp_action_state *states = tp_world_actions_const(r, w);
  tp_json_object(out, "actions");
  for (int i = 0; i < r->action_count; i++) {
    if (!states[i].left && !states[i].cooldown && !states[i].used)
      continue;
    tp_json_object(out, r->actions[i].words.id);
    tp_json_whole(out, "left", states[i].left);
    tp_json_whole(out, "cooldown", states[i].cooldown);
    tp_json_whole(out, "used", states[i].used);
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_events(struct tp_json_out *out, const struct tp_rules *r,
                         const struct tp_world *w) {
  const struct tp_event_state *states = tp_world_events_const(r, w);
  tp_json_object(out, "events");
  for (int i = 0; i < r->event_count; i++) {
    if (!states[i].fired && !states[i].cooldown && !states[i].due)
      continue;
    tp_json_object(out, r->events[i].words.id);
    tp_json_whole(out, "fired", states[i].fired);
    tp_json_whole(out, "cooldown", states[i].cooldown);
    tp_json_whole(out, "due", states[i].due);
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_streaks(struct tp_json_out *out, const struct tp_rules *r,
                          const struct tp_world *w) {
  const uint8_t *streaks = tp_world_streaks_const(r, w);
  tp_json_object(out, "objectives");
  for (int i = 0; i < r->objective_count; i++)
    tp_json_whole(out, r->objectives[i].words.id, streaks[i]);
  tp_json_end(out);
  tp_json_object(out, "endings");
  for (int i = 0; i < r->ending_count; i++)
    tp_json_whole(out, r->endings[i].words.id, streaks[r->objective_count + i]);
  tp_json_end(out);
}

static void write_world(struct tp_json_out *out, const char *key, const struct tp_rules *r,
                        const struct tp_world *w) {
  static const char *const results[] = {"playing", "victory", "draw", "defeat"};
  tp_json_object(out, key);
  tp_json_bits(out, "hash", tp_world_hash(r, w));
  tp_json_whole(out, "turn", w->turn);
  tp_json_string(out, "result", results[w->result]);
  if (w->ending != TP_NONE)
    tp_json_string(out, "ending", r->endings[w->ending].words.id);
  write_crisis(out, r, &w->crisis);
  write_pending(out, r, w);
  tp_json_object(out, "variables");
  for (int i = 0; i < r->slot_count; i++)
    tp_json_number(out, r->slots[i].name, w->v[i]);
  tp_json_end(out);
  write_actions(out, r, w);
  write_events(out, r, w);
  write_streaks(out, r, w);
  tp_json_end(out);
}

/* What is known of the turns before the record begins: the course of each value, as it is shown. */
static void write_before(struct tp_json_out *out, const struct tp_game_record *record) {
  const struct tp_rules *r = record->scenario->rules;
  tp_json_object(out, "before");
  for (int slot = 0; slot < r->slot_count; slot++) {
    tp_json_list(out, r->slots[slot].name);
    for (int turn = 0; turn < record->begun; turn++)
      tp_json_number(out, NULL, round(record->before[turn * r->slot_count + slot] * 100.0) / 100.0);
    tp_json_end(out);
  }
  tp_json_end(out);
}

/* What the hints of a first game go by. */
static void write_seen(struct tp_json_out *out, const struct tp_game_record *record) {
  char name[200];
  if (!record->seen_count)
    return;
  tp_json_list(out, "seen");
  for (int i = 0; i < record->seen_count; i++) {
    tp_mark_print(record->scenario->rules, record->seen[i], name, sizeof name);
    tp_json_string(out, NULL, name);
  }
  tp_json_end(out);
}

/* --- for the player -------------------------------------------------------------------------- */

static void write_chart(struct tp_json_out *out, const struct tp_chart *chart) {
  if (!chart->points)
    return;
  tp_json_list(out, "chart");
  for (int line = 0; line < chart->lines; line++) {
    tp_json_list(out, NULL);
    for (int i = 0; i < chart->points; i++)
      tp_json_number(out, NULL, round((double)chart->at[line][i] * 10.0) / 10.0);
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_pending_orders(struct tp_json_out *out, const struct tp_game_record *record) {
  if (!record->pending.count)
    return;
  tp_json_list(out, "orders");
  write_order_list(out, record->scenario->rules, &record->pending);
  tp_json_end(out);
}

/* --- the whole ------------------------------------------------------------------------------- */

char *tp_save_text(const struct tp_game_record *record, const struct tp_world *world) {
  const struct tp_rules *r = record->scenario->rules;
  struct tp_json_out out;
  tp_json_start(&out);
  tp_json_object(&out, NULL);
  tp_json_string(&out, "thirdpole", "save");
  tp_json_whole(&out, "format", record->start ? TP_SAVE_VERSION : 1);
  tp_json_string(&out, "id", r->words.id);
  tp_json_string(&out, "title", r->words.title);
  if (record->name[0])
    tp_json_string(&out, "name", record->name);
  tp_json_whole(&out, "played", record->begun + record->turns);
  write_chart(&out, &record->chart);
  tp_json_bits(&out, "seed", record->seed);
  if (record->player != TP_NONE)
    tp_json_string(&out, "player", actor_id(r, record->player));
  write_policies(&out, record);
  if (record->start)
    write_world(&out, "healed", r, record->start);
  if (record->before)
    write_before(&out, record);
  write_world(&out, "world", r, world);
  write_turns(&out, record);
  write_pending_orders(&out, record);
  write_seen(&out, record);
  if (record->scenario->file[0])
    tp_json_string(&out, "file", record->scenario->file);
  tp_json_raw(&out, "scenario", record->scenario->merged);
  tp_json_end(&out);
  return out.text.data;
}

static int write_kept(const char *path, const struct tp_game_record *record,
                      const struct tp_world *world, int kept, struct tp_file_error *error) {
  char *text = tp_save_text(record, world);
  size_t length = 0;
  while (text[length])
    length++;
  int written = tp_files_write(path, text, length, kept, error);
  free(text);
  return written;
}

int tp_save_write(const char *path, const struct tp_game_record *record,
                  const struct tp_world *world, struct tp_file_error *error) {
  return write_kept(path, record, world, TP_SAVES_KEPT, error);
}

int tp_save_write_over(const char *path, const struct tp_game_record *record,
                       const struct tp_world *world, struct tp_file_error *error) {
  return write_kept(path, record, world, 1, error);
}
