#include "lab/batches/tally.h"

#include "data/arena.h"

#include <stdlib.h>
#include <string.h>

void tp_tally_open(struct tp_tally *tally, const struct tp_rules *r) {
  *tally =
      (struct tp_tally){.finals = tp_memory_zeroed((size_t)r->slot_count, sizeof *tally->finals),
                        .uses = tp_memory_zeroed((size_t)r->action_count, sizeof *tally->uses),
                        .events = tp_memory_zeroed((size_t)r->event_count, sizeof *tally->events)};
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
  if (fact->c >= TP_CRISIS_WAR_STEP)
    tally->wars++;
  else if (fact->a == TP_NONE)
    tally->eased++;
  else
    tally->backed_down[fact->a == r->unite]++;
}

void tp_sighting_turn(struct tp_sighting *seen, const struct tp_log *log) {
  for (int i = 0; i < log->count; i++) {
    const struct tp_fact *fact = &log->facts[i];
    if (fact->kind == TP_FACT_ACTION_STARTED)
      seen->used[fact->b] = 1;
    else if (fact->kind == TP_FACT_EVENT)
      seen->happened[fact->a] = 1;
    else if (fact->kind == TP_FACT_CRISIS_OPENED)
      seen->crises++;
  }
}

static void count_fact(struct tp_tally *tally, const struct tp_player *player,
                       const struct tp_fact *fact) {
  switch ((enum tp_fact_kind)fact->kind) {
  case TP_FACT_ACTION_STARTED:
    tally->uses[fact->b].times++;
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

static void count_turn(struct tp_tally *tally, const struct tp_player *player,
                       struct tp_sighting *seen) {
  for (int i = 0; i < player->log.count; i++)
    count_fact(tally, player, &player->log.facts[i]);
  tp_sighting_turn(seen, &player->log);
}

static void count_game(struct tp_tally *tally, const struct tp_player *player,
                       const struct tp_sighting *seen) {
  const struct tp_rules *r = player->rules;
  const struct tp_world *w = player->world;
  int won = w->result == TP_VICTORY;
  tally->games++;
  tally->results[w->result]++;
  tally->endings[w->ending == TP_NONE ? TP_ENDINGS_MAX : w->ending]++;
  tp_spread_add(&tally->length, w->turn);
  tp_spread_add(&tally->crises, seen->crises);
  tp_spread_add(&tally->score, tp_world_score(r, w));
  for (int i = 0; i < r->slot_count; i++)
    tp_spread_add(&tally->finals[i], w->v[i]);
  for (int i = 0; i < r->action_count; i++) {
    tally->uses[i].games += seen->used[i];
    tally->uses[i].wins += seen->used[i] && won;
  }
  for (int i = 0; i < r->event_count; i++)
    tally->events[i] += seen->happened[i];
}

void tp_tally_play(struct tp_tally *tally, struct tp_player *player, uint64_t seed) {
  struct tp_sighting seen = {0};
  tp_player_start(player, seed);
  while (player->world->turn < player->rules->turns && tp_player_turn(player, NULL, 0))
    count_turn(tally, player, &seen);
  count_game(tally, player, &seen);
}

/* --- as a kind ------------------------------------------------------------------------------- */

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

static void merge(void *tally, const void *with, const void *of) {
  struct tp_tally *into = tally;
  const struct tp_tally *other = with;
  const struct tp_rules *r = of;
  into->games += other->games;
  for (int i = 0; i < 4; i++)
    into->results[i] += other->results[i];
  for (int i = 0; i <= TP_ENDINGS_MAX; i++)
    into->endings[i] += other->endings[i];
  tp_spread_merge(&into->length, &other->length);
  tp_spread_merge(&into->score, &other->score);
  merge_crises(into, other);
  for (int i = 0; i < r->slot_count; i++)
    tp_spread_merge(&into->finals[i], &other->finals[i]);
  for (int i = 0; i < r->action_count; i++)
    merge_uses(&into->uses[i], &other->uses[i]);
  for (int i = 0; i < r->event_count; i++)
    into->events[i] += other->events[i];
}

static void open(void *tally, const void *of) {
  tp_tally_open(tally, of);
}

static void close(void *tally) {
  tp_tally_close(tally);
}

static void pack_list(struct tp_packing *packing, long *list, int count) {
  for (int i = 0; i < count; i++)
    tp_pack_whole(packing, &list[i]);
}

void tp_pack_spread(struct tp_packing *packing, struct tp_spread *spread) {
  tp_pack_whole(packing, &spread->count);
  tp_pack_real(packing, &spread->mean);
  tp_pack_real(packing, &spread->squares);
}

static void pack_use(struct tp_packing *packing, struct tp_use *use) {
  long *const parts[] = {&use->games,     &use->wins,   &use->times, &use->tries,
                         &use->successes, &use->passed, &use->failed};
  for (int i = 0; i < 7; i++)
    tp_pack_whole(packing, parts[i]);
}

static void pack(void *tally, const void *of, struct tp_packing *packing) {
  struct tp_tally *t = tally;
  const struct tp_rules *r = of;
  long *const singles[] = {&t->games,    &t->eased,  &t->wars,   &t->guarantees,
                           &t->honoured, &t->wedges, &t->cracked};
  for (int i = 0; i < 7; i++)
    tp_pack_whole(packing, singles[i]);
  pack_list(packing, t->backed_down, 2);
  pack_list(packing, t->results, 4);
  pack_list(packing, t->endings, r->ending_count);
  pack_list(packing, &t->endings[TP_ENDINGS_MAX], 1);
  tp_pack_spread(packing, &t->length);
  tp_pack_spread(packing, &t->crises);
  tp_pack_spread(packing, &t->score);
  for (int i = 0; i < r->slot_count; i++)
    tp_pack_spread(packing, &t->finals[i]);
  for (int i = 0; i < r->action_count; i++)
    pack_use(packing, &t->uses[i]);
  pack_list(packing, t->events, r->event_count);
}

const struct tp_tally_kind tp_tally_of_games = {sizeof(struct tp_tally), open, close, merge, pack};
