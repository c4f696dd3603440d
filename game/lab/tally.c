#include "lab/tally.h"

#include "data/arena.h"

#include <stdlib.h>
#include <string.h>

static void *zeroed(int count, size_t size) {
  void *memory = tp_memory_resize(NULL, (size_t)count * size);
  return memset(memory, 0, (size_t)count * size);
}

void tp_tally_open(struct tp_tally *tally, const struct tp_rules *r) {
  *tally = (struct tp_tally){.finals = zeroed(r->slot_count, sizeof *tally->finals),
                             .uses = zeroed(r->action_count, sizeof *tally->uses),
                             .events = zeroed(r->event_count, sizeof *tally->events)};
}

void tp_tally_close(struct tp_tally *tally) {
  free(tally->finals);
  free(tally->uses);
  free(tally->events);
  *tally = (struct tp_tally){0};
}

static void count_crisis_end(struct tp_tally *tally, const struct tp_fact *fact,
                             const struct tp_player *player) {
  const struct tp_rules *r = player->rules;
  if (fact->c >= 5)
    tally->wars++;
  else if (fact->a == TP_NONE)
    tally->eased++;
  else
    tally->backed_down[fact->a == r->unite]++;
}

static void count_fact(struct tp_tally *tally, const struct tp_player *player,
                       struct tp_sighting *seen, const struct tp_fact *fact) {
  switch ((enum tp_fact_kind)fact->kind) {
  case TP_FACT_ACTION_STARTED:
    tally->uses[fact->b].times++;
    seen->used[fact->b] = 1;
    break;
  case TP_FACT_VOTE_PASSED:
    tally->uses[fact->b].passed++;
    break;
  case TP_FACT_VOTE_FAILED:
    tally->uses[fact->b].failed++;
    break;
  case TP_FACT_WEDGE:
    tally->wedges++;
    tally->cracked += fact->c;
    tally->uses[fact->b].tries++;
    tally->uses[fact->b].successes += fact->c;
    break;
  case TP_FACT_ATTEMPT:
    tally->uses[fact->b].tries++;
    tally->uses[fact->b].successes += fact->c;
    break;
  case TP_FACT_EVENT:
    seen->happened[fact->a] = 1;
    break;
  case TP_FACT_CRISIS_OPENED:
    seen->crises++;
    break;
  case TP_FACT_CRISIS_ENDED:
    count_crisis_end(tally, fact, player);
    break;
  case TP_FACT_GUARANTEE:
    tally->guarantees++;
    tally->honoured += fact->c;
    break;
  default:
    break;
  }
}

void tp_tally_turn(struct tp_tally *tally, const struct tp_player *player,
                   struct tp_sighting *seen) {
  for (int i = 0; i < player->log.count; i++)
    count_fact(tally, player, seen, &player->log.facts[i]);
}

void tp_tally_game(struct tp_tally *tally, const struct tp_player *player,
                   const struct tp_sighting *seen) {
  const struct tp_rules *r = player->rules;
  const struct tp_world *w = player->world;
  int won = w->result == TP_VICTORY;
  tally->games++;
  tally->results[w->result]++;
  tally->endings[w->ending == TP_NONE ? TP_ENDINGS_MAX : w->ending]++;
  tp_spread_add(&tally->length, w->turn);
  tp_spread_add(&tally->crises, seen->crises);
  for (int i = 0; i < r->slot_count; i++)
    tp_spread_add(&tally->finals[i], w->v[i]);
  for (int i = 0; i < r->action_count; i++) {
    tally->uses[i].games += seen->used[i];
    tally->uses[i].wins += seen->used[i] && won;
  }
  for (int i = 0; i < r->event_count; i++)
    tally->events[i] += seen->happened[i];
}

static void merge_uses(struct tp_use *into, const struct tp_use *other) {
  into->games += other->games;
  into->wins += other->wins;
  into->times += other->times;
  into->tries += other->tries;
  into->successes += other->successes;
  into->passed += other->passed;
  into->failed += other->failed;
}

static void merge_crises(struct tp_tally *into, const struct tp_tally *other) {
  tp_spread_merge(&into->crises, &other->crises);
  into->backed_down[0] += other->backed_down[0];
  into->backed_down[1] += other->backed_down[1];
  into->eased += other->eased;
  into->wars += other->wars;
  into->guarantees += other->guarantees;
  into->honoured += other->honoured;
  into->wedges += other->wedges;
  into->cracked += other->cracked;
}

void tp_tally_merge(struct tp_tally *into, const struct tp_tally *other, const struct tp_rules *r) {
  into->games += other->games;
  for (int i = 0; i < 4; i++)
    into->results[i] += other->results[i];
  for (int i = 0; i <= TP_ENDINGS_MAX; i++)
    into->endings[i] += other->endings[i];
  tp_spread_merge(&into->length, &other->length);
  merge_crises(into, other);
  for (int i = 0; i < r->slot_count; i++)
    tp_spread_merge(&into->finals[i], &other->finals[i]);
  for (int i = 0; i < r->action_count; i++)
    merge_uses(&into->uses[i], &other->uses[i]);
  for (int i = 0; i < r->event_count; i++)
    into->events[i] += other->events[i];
}

int tp_block_count(int games) {
  return games < TP_BLOCKS_MAX ? games : TP_BLOCKS_MAX;
}

int tp_block_first(int games, int block) {
  return (int)((long long)games * block / tp_block_count(games));
}
