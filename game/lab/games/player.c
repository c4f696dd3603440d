#include "lab/games/player.h"

#include "core/chance.h"
#include "data/arena.h"

#include <stdlib.h>
#include <string.h>

uint64_t tp_game_seed(uint64_t seed, int game) {
  return tp_chance_bits(seed, game, 0, TP_DRAW_GAME, 0);
}

/* Every fact a turn can bring forth: a vote of each member on each order, and the rest. */
static int facts_at_most(const struct tp_rules *r) {
  return TP_ORDERS_MAX * r->actor_count * (r->actor_count + 4) + r->action_count +
         4 * r->event_count + 2 * r->tie_count + r->objective_count + 64;
}

void tp_player_open(struct tp_player *player, const struct tp_rules *rules,
                    const struct tp_policy *policies) {
  int facts = facts_at_most(rules);
  *player = (struct tp_player){
      .rules = rules,
      .policies = policies,
      .world = tp_memory_resize(NULL, rules->world_size),
      .room = tp_memory_resize(NULL, tp_policy_room(rules)),
      .log = {.facts = tp_memory_resize(NULL, (size_t)facts * sizeof(struct tp_fact)),
              .capacity = facts}};
}

void tp_player_close(struct tp_player *player) {
  free(player->world);
  free(player->room);
  free(player->log.facts);
  free(player->ledger.rows);
  *player = (struct tp_player){0};
}

static void widen_ledger(struct tp_ledger *ledger, int capacity) {
  ledger->rows = tp_memory_resize(ledger->rows, (size_t)capacity * sizeof *ledger->rows);
  ledger->capacity = capacity;
}

void tp_player_keep_ledger(struct tp_player *player) {
  player->keeps_ledger = 1;
  widen_ledger(&player->ledger, 16 * player->rules->slot_count + 1024);
}

void tp_player_start(struct tp_player *player, uint64_t seed) {
  tp_world_start(player->rules, player->world, seed);
  player->log.count = player->ledger.count = 0;
}

static void collect_orders(struct tp_player *player, const struct tp_orders *given, int count,
                           struct tp_orders *sets, int *set_count) {
  const struct tp_rules *r = player->rules;
  for (int actor = 0; actor < r->actor_count; actor++) {
    const struct tp_orders *own = NULL;
    if (!r->actors[actor].is_seat)
      continue;
    for (int i = 0; i < count; i++) {
      if (given[i].seat == actor)
        own = &given[i];
    }
    struct tp_orders *set = &sets[(*set_count)++];
    if (own)
      *set = *own;
    else
      tp_policy_choose(r, player->world, actor, &player->policies[actor], player->room, set);
  }
}

/* Plays the turn again with more room until all its rows are kept. */
static void play_with_ledger(struct tp_player *player, const struct tp_orders *sets, int count) {
  const struct tp_rules *r = player->rules;
  struct tp_world *before = player->room;
  tp_world_copy(r, before, player->world);
  for (;;) {
    player->ledger.count = player->ledger.missed = 0;
    player->log.count = 0;
    tp_turn_play(r, player->world, sets, count, &player->ledger, &player->log);
    if (player->ledger.missed == 0)
      return;
    widen_ledger(&player->ledger, player->ledger.capacity + player->ledger.missed);
    tp_world_copy(r, player->world, before);
  }
}

int tp_player_turn(struct tp_player *player, const struct tp_orders *given, int count) {
  struct tp_orders sets[TP_ACTORS_MAX];
  int set_count = 0;
  if (player->world->result != TP_PLAYING)
    return 0;
  collect_orders(player, given, count, sets, &set_count);
  player->log.count = player->log.missed = 0;
  if (player->keeps_ledger)
    play_with_ledger(player, sets, set_count);
  else
    tp_turn_play(player->rules, player->world, sets, set_count, NULL, &player->log);
  return 1;
}
