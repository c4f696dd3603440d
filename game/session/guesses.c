#include "session/guesses.h"

#include "data/arena.h"
#include "session/forecast.h"

#include <stdlib.h>

enum { GUESSES = 4, TURNS = TP_FORECAST_HORIZON };

struct tp_guesses {
  uint64_t world; /* its hash; with turns 0 nothing is known */
  struct tp_orders own;
  int turns;
  int known[GUESSES];          /* turns till that game ended, or all */
  double step[GUESSES][TURNS]; /* of the crisis in that game, 0 without one */
  struct tp_orders orders[GUESSES][TURNS][TP_ACTORS_MAX];
};

struct tp_guesses *tp_guesses_create(void) {
  return tp_memory_zeroed(1, sizeof(struct tp_guesses));
}

void tp_guesses_free(struct tp_guesses *g) {
  free(g);
}

static int searches(const struct tp_policy *policy) {
  return policy->kind != TP_IDLE && policy->kind != TP_REFLEX;
}

/* After the first turn a search looks at one imagined game where it would look at several. */
static struct tp_policy at_less_cost(const struct tp_policy *policy) {
  struct tp_policy less = *policy;
  if (policy->kind == TP_MCTS) {
    tp_policy_named("planner", &less);
    less.character = policy->character;
  }
  if (less.kind == TP_PLANNER)
    less.rollouts = 1;
  return less;
}

/* One imagined game in which all are asked each turn. */
static int guess(struct tp_guesses *g, const struct tp_guessed *about, int number, int turns,
                 const atomic_int *cancelled) {
  const struct tp_rules *r = about->r;
  struct tp_world *w = tp_memory_resize(NULL, r->world_size);
  void *room = tp_memory_resize(NULL, tp_policy_room(r));
  int turn = 0, stopped = 0;
  tp_world_observe(r, about->w, about->player, tp_forecast_seed(about->w, about->player, number),
                   w);
  for (; turn < turns && w->result == TP_PLAYING && !stopped; turn++) {
    struct tp_orders sets[TP_ACTORS_MAX];
    int count = 0;
    g->step[number][turn] = w->v[tp_world_slot(r, TP_CRISIS)];
    for (int actor = 0; actor < r->actor_count; actor++) {
      struct tp_policy less = at_less_cost(&about->others[actor]);
      if (!r->actors[actor].is_seat || actor == about->player)
        continue;
      tp_policy_choose(r, w, actor, turn ? &less : &about->others[actor], room, &sets[count]);
      g->orders[number][turn][actor] = sets[count++];
    }
    if (turn == 0)
      sets[count++] = *about->own;
    tp_turn_play(r, w, sets, count, NULL, NULL);
    stopped = cancelled && atomic_load_explicit(cancelled, memory_order_relaxed);
  }
  g->known[number] = turn;
  free(room);
  free(w);
  return !stopped;
}

int tp_guesses_make(struct tp_guesses *g, const struct tp_guessed *about, int turns,
                    const atomic_int *cancelled) {
  uint64_t world = tp_world_hash(about->r, about->w);
  if (turns > TURNS)
    turns = TURNS;
  if (world == g->world && turns <= g->turns && tp_orders_are_same(about->own, &g->own))
    return 1;
  g->turns = 0;
  for (int i = 0; i < GUESSES; i++)
    if (!guess(g, about, i, turns, cancelled))
      return 0;
  g->world = world;
  g->own = *about->own;
  g->turns = turns;
  return 1;
}

/* Puts the actions that were guessed, as far as they may, in the place of others, and the move in a
 * crisis that stands at the step for which it was guessed. */
static void adapt(const struct tp_rules *r, const struct tp_world *w,
                  const struct tp_orders *guessed, double step, struct tp_orders *orders) {
  struct tp_orders own = *orders;
  orders->count = 0;
  for (int i = 0; i < guessed->count; i++)
    if (guessed->item[i].kind == TP_ORDER_MOVE && w->v[tp_world_slot(r, TP_CRISIS)] == step)
      tp_order_give(r, w, orders, guessed->item[i]);
  int moved = orders->count;
  for (int i = 0; i < own.count; i++)
    if (own.item[i].kind == TP_ORDER_ANSWER || (own.item[i].kind == TP_ORDER_MOVE && !moved))
      orders->item[orders->count++] = own.item[i];
  for (int i = 0; i < guessed->count; i++)
    if (guessed->item[i].kind == TP_ORDER_ACT)
      tp_order_give(r, w, orders, guessed->item[i]);
}

void tp_guesses_choose(const struct tp_guesses *g, const struct tp_guessed *about,
                       const struct tp_world *w, int game, int turn, int actor, void *room,
                       struct tp_orders *orders) {
  static const struct tp_policy reflex = {.kind = TP_REFLEX};
  const struct tp_policy *policy = &about->others[actor];
  const struct tp_orders *guessed = &g->orders[game % GUESSES][turn][actor];
  if (!searches(policy)) {
    tp_policy_choose(about->r, w, actor, policy, room, orders);
  } else if (turn == 0) {
    *orders = *guessed;
  } else {
    tp_policy_choose(about->r, w, actor, &reflex, room, orders);
    if (turn < g->known[game % GUESSES])
      adapt(about->r, w, guessed, g->step[game % GUESSES][turn], orders);
  }
}
