/* Planner: imagines the coming turns, with reflex in every seat, and keeps what serves its goals.
 *
 * Each candidate is tried in the same imagined games (common random numbers), so a few rollouts
 * tell candidates apart. The dice of the real game are not known to it: a rollout has a seed of its
 * own.
 */
#include "ai/kinds.h"
#include "core/chance.h"

enum { WIDTH_MAX = 32 };

struct search {
  const struct tp_rules *r;
  const struct tp_world *w; /* as the seat sees it */
  const struct tp_policy *policy;
  struct tp_world *copy;
  struct tp_orders *orders;
};

/* Goals count along the way, not only at the end, so that sooner is better. */
static double imagine(struct search *s, int rollout) {
  tp_world_copy(s->r, s->copy, s->w);
  s->copy->seed = tp_chance_bits(s->w->seed, s->w->turn, s->orders->seat, TP_DRAW_GAME, rollout);
  double sum = 0;
  for (int turn = 0; turn < s->policy->depth; turn++) {
    tp_reflex_turn(s->r, s->copy, s->orders->seat, tp_policy_lean(s->policy),
                   turn == 0 ? s->orders : NULL);
    sum += tp_policy_worth(s->r, s->copy, s->orders->seat, s->policy);
  }
  return sum / s->policy->depth + tp_policy_worth(s->r, s->copy, s->orders->seat, s->policy);
}

static double try_orders(struct search *s) {
  double sum = 0;
  for (int i = 0; i < s->policy->rollouts; i++)
    sum += imagine(s, i);
  return sum / s->policy->rollouts;
}

/* Keeps the best of the listed orders; `must` keeps one even when doing nothing looks better. */
static int keep_best(struct search *s, const struct tp_order *list, int count, double *value,
                     int must) {
  int best = -1;
  double most = *value;
  for (int i = 0; i < count; i++) {
    if (tp_order_give(s->r, s->w, s->orders, list[i]).refusal != TP_ALLOWED)
      continue;
    double x = try_orders(s);
    s->orders->count--;
    if ((must && best < 0) || x > most) {
      best = i;
      most = x;
    }
  }
  if (best < 0)
    return 0;
  tp_order_give(s->r, s->w, s->orders, list[best]);
  *value = most;
  return 1;
}

static void decide(struct search *s, enum tp_order_kind kind, int id, int choices) {
  struct tp_order list[TP_OPTIONS_MAX];
  for (int i = 0; i < choices && i < TP_OPTIONS_MAX; i++) {
    list[i] = (struct tp_order){.kind = (int16_t)kind, .id = (int16_t)id, .choice = (int16_t)i};
  }
  double value = 0;
  keep_best(s, list, choices < TP_OPTIONS_MAX ? choices : TP_OPTIONS_MAX, &value, 1);
}

/* The open, affordable actions with the best reflex scores. */
static int shortlist(const struct search *s, struct tp_order *list) {
  double score[WIDTH_MAX];
  int width = s->policy->width < WIDTH_MAX ? s->policy->width : WIDTH_MAX, count = 0;
  if (width < 1)
    return 0;
  struct tp_span actions = s->r->actors[s->orders->seat].actions;
  const int16_t *lean = tp_policy_lean(s->policy);
  for (int i = 0; i < actions.count; i++) {
    struct tp_order order = {.kind = TP_ORDER_ACT, .id = s->r->repertoire[actions.first + i]};
    if (!tp_reflex_open(s->r, s->w, order.id))
      continue;
    if (tp_order_check(s->r, s->w, s->orders, order).refusal != TP_ALLOWED)
      continue;
    double x = tp_reflex_score(s->r, s->w, order.id) + (lean ? lean[order.id] : 0);
    if (count == width && x <= score[count - 1])
      continue;
    int place = count < width ? count++ : count - 1;
    for (; place > 0 && score[place - 1] < x; place--) {
      score[place] = score[place - 1];
      list[place] = list[place - 1];
    }
    score[place] = x;
    list[place] = order;
  }
  return count;
}

void tp_planner_choose(const struct tp_rules *r, const struct tp_world *w,
                       const struct tp_policy *policy, void *room, struct tp_orders *orders) {
  struct search s = {.r = r, .w = w, .policy = policy, .copy = room, .orders = orders};
  for (int i = 0; i < w->pending_count; i++) {
    int event = w->pending[i].event;
    if (w->pending[i].seat != orders->seat)
      continue;
    decide(&s, TP_ORDER_ANSWER, event, r->events[event].options.count);
  }
  if (w->crisis.challenger == orders->seat || w->crisis.target == orders->seat) {
    decide(&s, TP_ORDER_MOVE, 0, 3);
  }
  double value = try_orders(&s);
  struct tp_order list[WIDTH_MAX];
  while (orders->count < TP_ORDERS_MAX && keep_best(&s, list, shortlist(&s, list), &value, 0)) {
  }
}
