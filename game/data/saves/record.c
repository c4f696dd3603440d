#include "data/saves/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void tp_record_init(struct tp_game_record *record, const struct tp_scenario *scenario,
                    uint64_t seed) {
  const struct tp_rules *r = scenario->rules;
  memset(record, 0, sizeof *record);
  record->scenario = scenario;
  record->seed = seed;
  record->player = r->player;
  record->pending.seat = r->player;
  for (int i = 0; i < r->actor_count; i++)
    if (r->actors[i].is_seat)
      record->seats[record->seat_count++] = (int16_t)i;
}

void tp_record_free(struct tp_game_record *record) {
  free(record->orders);
  free(record->hashes);
  free(record->seen);
  free(record->start);
  free(record->before);
  memset(record, 0, sizeof *record);
}

void tp_record_set_policy(struct tp_game_record *record, int actor, const char *policy) {
  snprintf(record->policies[actor], sizeof record->policies[actor], "%s", policy);
}

static void make_room(struct tp_game_record *record) {
  if (record->turns < record->room)
    return;
  record->room = record->room ? record->room * 2 : 32;
  size_t turns = (size_t)record->room, sets = turns * (size_t)record->seat_count;
  record->orders = tp_memory_resize(record->orders, sets * sizeof *record->orders);
  record->hashes = tp_memory_resize(record->hashes, turns * sizeof *record->hashes);
}

static const struct tp_orders *orders_of(const struct tp_orders *orders, int count, int seat) {
  for (int i = 0; i < count; i++)
    if (orders[i].seat == seat)
      return &orders[i];
  return NULL;
}

void tp_record_add(struct tp_game_record *record, const struct tp_orders *orders, int count,
                   uint64_t hash) {
  make_room(record);
  struct tp_orders *turn = record->orders + record->turns * record->seat_count;
  for (int k = 0; k < record->seat_count; k++) {
    const struct tp_orders *given = orders_of(orders, count, record->seats[k]);
    if (given)
      turn[k] = *given;
    else
      turn[k] = (struct tp_orders){.seat = record->seats[k]};
  }
  record->hashes[record->turns++] = hash;
}

void tp_record_see(struct tp_game_record *record, struct tp_mark mark) {
  record->seen =
      tp_memory_resize(record->seen, (size_t)(record->seen_count + 1) * sizeof *record->seen);
  record->seen[record->seen_count++] = mark;
}

const struct tp_orders *tp_record_orders(const struct tp_game_record *record, int turn) {
  return record->orders + turn * record->seat_count;
}

void tp_record_forget(struct tp_game_record *record) {
  free(record->start);
  free(record->before);
  record->start = NULL;
  record->before = NULL;
  record->begun = record->turns = 0;
}

void tp_record_begin(struct tp_game_record *record, const struct tp_world *world) {
  const struct tp_rules *r = record->scenario->rules;
  tp_record_forget(record);
  record->start = tp_memory_resize(NULL, r->world_size);
  tp_world_copy(r, record->start, world);
  record->begun = world->turn;
}

void tp_record_start(const struct tp_game_record *record, struct tp_world *world) {
  const struct tp_rules *r = record->scenario->rules;
  if (record->start)
    tp_world_copy(r, world, record->start);
  else
    tp_world_start(r, world, record->seed);
}
