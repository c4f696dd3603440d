/* Greedy: one turn of the real simulation for each thing it could do; keeps what helps most. */
#include "ai/kinds.h"

struct search {
  const struct tp_rules *r;
  const struct tp_world *w;
  struct tp_world *copy;
  const struct tp_policy *policy;
  struct tp_orders *orders;
};

static double try_orders(struct search *s) {
  tp_world_copy(s->r, s->copy, s->w);
  tp_turn_play(s->r, s->copy, s->orders, 1, NULL, NULL);
  return tp_policy_worth(s->r, s->copy, s->orders->seat, s->policy);
}

/* Value with `order` added, the orders left as they were; 0 in `*allowed` when it is refused. */
static double try_order(struct search *s, struct tp_order order, int *allowed) {
  *allowed = tp_order_give(s->r, s->w, s->orders, order).refusal == TP_ALLOWED;
  if (!*allowed)
    return 0;
  double value = try_orders(s);
  s->orders->count--;
  return value;
}

static void consider(struct search *s, struct tp_order order, double *most, struct tp_order *best,
                     int *found) {
  int allowed;
  double value = try_order(s, order, &allowed);
  if (!allowed || (*found && value <= *most))
    return;
  *most = value;
  *best = order;
  *found = 1;
}

static void decide(struct search *s, enum tp_order_kind kind, int id, int choices) {
  double most = 0;
  int found = 0;
  struct tp_order best = {0};
  for (int choice = 0; choice < choices; choice++) {
    struct tp_order order = {.kind = (int16_t)kind, .id = (int16_t)id, .choice = (int16_t)choice};
    consider(s, order, &most, &best, &found);
  }
  if (found)
    tp_order_give(s->r, s->w, s->orders, best);
}

/* What a turn of it brings, for as long as it lasts: a programme shows little in its first turn. */
static double worth(struct search *s, struct tp_order order, double without, int *allowed) {
  int turns = s->r->actions[order.id].turns;
  double gain = try_order(s, order, allowed) - without;
  return turns > 1 ? gain * turns : gain;
}

static int add_best_action(struct search *s) {
  struct tp_span actions = s->r->actors[s->orders->seat].actions;
  struct tp_order best = {.kind = TP_ORDER_ACT, .id = TP_NONE};
  double without = try_orders(s), most = 0;
  for (int i = 0; i < actions.count; i++) {
    struct tp_order order = {.kind = TP_ORDER_ACT, .id = s->r->repertoire[actions.first + i]};
    int allowed;
    double gain = worth(s, order, without, &allowed);
    if (!allowed || gain <= most)
      continue;
    most = gain;
    best = order;
  }
  return best.id != TP_NONE && tp_order_give(s->r, s->w, s->orders, best).refusal == TP_ALLOWED;
}

void tp_greedy_choose(const struct tp_rules *r, const struct tp_world *w,
                      const struct tp_policy *policy, void *room, struct tp_orders *orders) {
  struct search s = {.r = r, .w = w, .copy = room, .policy = policy, .orders = orders};
  for (int i = 0; i < w->pending_count; i++) {
    int event = w->pending[i].event;
    if (w->pending[i].seat == orders->seat) {
      decide(&s, TP_ORDER_ANSWER, event, r->events[event].options.count);
    }
  }
  if (w->crisis.challenger != TP_NONE)
    decide(&s, TP_ORDER_MOVE, 0, 3);
  while (add_best_action(&s)) {
  }
}
