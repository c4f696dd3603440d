#include "lab/batches/paired.h"

#include "data/address.h"
#include "data/arena.h"
#include "lab/games/run_report.h"
#include "lab/batches/tally.h"

#include <stdlib.h>

const char *tp_paired_kind_name(enum tp_paired_kind kind) {
  static const char *const names[] = {"result",   "ending", "action", "event",
                                      "variable", "score",  "length", "crises"};
  return names[kind];
}

/* --- what is compared ------------------------------------------------------------------------ */

static void add(struct tp_pairing *p, enum tp_paired_kind kind, const char *name, int a, int b) {
  int is_rate = kind < TP_PAIRED_VARIABLE;
  struct tp_paired_item **list = is_rate ? &p->rates : &p->means;
  int *count = is_rate ? &p->rate_count : &p->mean_count;
  *list = tp_memory_resize(*list, (size_t)(*count + 1) * sizeof **list);
  (*list)[(*count)++] = (struct tp_paired_item){kind, name, {(int16_t)a, (int16_t)b}};
}

typedef int finder(const struct tp_rules *r, const char *name);
typedef const char *namer(const struct tp_rules *r, int index);

static const char *name_ending(const struct tp_rules *r, int index) {
  return r->endings[index].words.id;
}

static const char *name_action(const struct tp_rules *r, int index) {
  return r->actions[index].words.id;
}

static const char *name_event(const struct tp_rules *r, int index) {
  return r->events[index].words.id;
}

static const char *name_slot(const struct tp_rules *r, int index) {
  return r->slots[index].name;
}

/* Everything of a kind, by name. */
static void match(struct tp_pairing *p, enum tp_paired_kind kind, int count_a, int count_b,
                  namer *name, finder *find) {
  int both = 0;
  for (int a = 0; a < count_a; a++) {
    int b = find(p->rules[1], name(p->rules[0], a));
    if (b == TP_NONE)
      continue;
    add(p, kind, name(p->rules[0], a), a, b);
    both++;
  }
  p->alone[0] += count_a - both;
  p->alone[1] += count_b - both;
}

void tp_pairing_open(struct tp_pairing *pairing, const struct tp_rules *a,
                     const struct tp_rules *b) {
  static const enum tp_result results[] = {TP_VICTORY, TP_DRAW, TP_DEFEAT, TP_PLAYING};
  *pairing = (struct tp_pairing){.rules = {a, b}};
  for (int i = 0; i < 4; i++)
    add(pairing, TP_PAIRED_RESULT, tp_result_name(results[i]), (int)results[i], (int)results[i]);
  match(pairing, TP_PAIRED_ENDING, a->ending_count, b->ending_count, name_ending,
        tp_address_ending);
  match(pairing, TP_PAIRED_ACTION, a->action_count, b->action_count, name_action,
        tp_address_action);
  match(pairing, TP_PAIRED_EVENT, a->event_count, b->event_count, name_event, tp_address_event);
  add(pairing, TP_PAIRED_SCORE, "score", 0, 0);
  add(pairing, TP_PAIRED_LENGTH, "turns played", 0, 0);
  add(pairing, TP_PAIRED_CRISES, "crises", 0, 0);
  match(pairing, TP_PAIRED_VARIABLE, a->slot_count, b->slot_count, name_slot, tp_address_find);
}

void tp_pairing_close(struct tp_pairing *pairing) {
  free(pairing->rates);
  free(pairing->means);
  *pairing = (struct tp_pairing){0};
}

/* --- the tally ------------------------------------------------------------------------------- */

static void open(void *tally, const void *of) {
  const struct tp_pairing *pairing = of;
  struct tp_paired_tally *t = tally;
  *t = (struct tp_paired_tally){
      .rates = tp_memory_zeroed((size_t)pairing->rate_count, sizeof *t->rates),
      .means = tp_memory_zeroed((size_t)pairing->mean_count, sizeof *t->means)};
}

static void close(void *tally) {
  struct tp_paired_tally *t = tally;
  free(t->rates);
  free(t->means);
}

static void merge(void *tally, const void *with, const void *of) {
  const struct tp_pairing *pairing = of;
  struct tp_paired_tally *into = tally;
  const struct tp_paired_tally *other = with;
  into->games += other->games;
  for (int i = 0; i < pairing->rate_count; i++) {
    into->rates[i].cases += other->rates[i].cases;
    into->rates[i].both += other->rates[i].both;
    into->rates[i].only_a += other->rates[i].only_a;
    into->rates[i].only_b += other->rates[i].only_b;
  }
  for (int i = 0; i < pairing->mean_count; i++) {
    for (int side = 0; side < 2; side++)
      tp_spread_merge(&into->means[i].side[side], &other->means[i].side[side]);
    tp_spread_merge(&into->means[i].difference, &other->means[i].difference);
  }
}

static void pack(void *tally, const void *of, struct tp_packing *packing) {
  const struct tp_pairing *pairing = of;
  struct tp_paired_tally *t = tally;
  tp_pack_whole(packing, &t->games);
  for (int i = 0; i < pairing->rate_count; i++) {
    tp_pack_whole(packing, &t->rates[i].cases);
    tp_pack_whole(packing, &t->rates[i].both);
    tp_pack_whole(packing, &t->rates[i].only_a);
    tp_pack_whole(packing, &t->rates[i].only_b);
  }
  for (int i = 0; i < pairing->mean_count; i++) {
    for (int side = 0; side < 2; side++)
      tp_pack_spread(packing, &t->means[i].side[side]);
    tp_pack_spread(packing, &t->means[i].difference);
  }
}

const struct tp_tally_kind tp_tally_of_pairs = {sizeof(struct tp_paired_tally), open, close, merge,
                                                pack};

/* --- playing --------------------------------------------------------------------------------- */

/* One game, over: its world, and what was seen on the way. */
struct side {
  const struct tp_rules *rules;
  const struct tp_world *world;
  struct tp_sighting seen;
};

static int happened(const struct tp_paired_item *item, int index, const struct side *side) {
  switch (item->kind) {
  case TP_PAIRED_RESULT:
    return side->world->result == index;
  case TP_PAIRED_ENDING:
    return side->world->ending == index;
  case TP_PAIRED_ACTION:
    return side->seen.used[index];
  case TP_PAIRED_EVENT:
    return side->seen.happened[index];
  default:
    return 0;
  }
}

static double value(const struct tp_paired_item *item, int index, const struct side *side) {
  switch (item->kind) {
  case TP_PAIRED_VARIABLE:
    return side->world->v[index];
  case TP_PAIRED_SCORE:
    return tp_world_score(side->rules, side->world);
  case TP_PAIRED_LENGTH:
    return side->world->turn;
  case TP_PAIRED_CRISES:
    return side->seen.crises;
  default:
    return 0;
  }
}

static void play_side(struct side *side, struct tp_player *player, uint64_t seed) {
  *side = (struct side){.rules = player->rules, .world = player->world};
  tp_player_start(player, seed);
  while (player->world->turn < player->rules->turns && tp_player_turn(player, NULL, 0))
    tp_sighting_turn(&side->seen, &player->log);
}

static void count_rate(struct tp_pairs *pairs, int in_a, int in_b) {
  pairs->cases++;
  pairs->both += in_a && in_b;
  pairs->only_a += in_a && !in_b;
  pairs->only_b += in_b && !in_a;
}

void tp_paired_play(struct tp_paired_tally *tally, const struct tp_pairing *pairing,
                    struct tp_player players[2], uint64_t seed) {
  struct side side[2];
  for (int i = 0; i < 2; i++)
    play_side(&side[i], &players[i], seed);
  tally->games++;
  for (int i = 0; i < pairing->rate_count; i++) {
    const struct tp_paired_item *item = &pairing->rates[i];
    count_rate(&tally->rates[i], happened(item, item->index[0], &side[0]),
               happened(item, item->index[1], &side[1]));
  }
  for (int i = 0; i < pairing->mean_count; i++) {
    const struct tp_paired_item *item = &pairing->means[i];
    double a = value(item, item->index[0], &side[0]), b = value(item, item->index[1], &side[1]);
    tp_spread_add(&tally->means[i].side[0], a);
    tp_spread_add(&tally->means[i].side[1], b);
    tp_spread_add(&tally->means[i].difference, b - a);
  }
}
