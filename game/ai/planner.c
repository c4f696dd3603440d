/* Planner: imagines the coming turns, with reflex in every seat, and keeps what serves its goals.
 *
 * Each candidate is tried in the same imagined games (common random numbers), so a few rollouts
 * tell candidates apart. The dice of the real game are not known to it: a rollout has a seed of its
 * own.
 *
 * Candidates are what reflex would do and what it would not think of: in each turn a few actions
 * drawn from all that are open are looked at in one imagined game, and the best of them join. So
 * within some turns all are looked at, whatever their reflex scores, at a small part of the cost of
 * trying all of them each time.
 */
#include "ai/kinds.h"
#include "core/chance.h"

enum { WIDTH_MAX = 32, GLANCES = 4 * TP_ACTIONS_MAX /* the first of their draws */ };

/* Share of the open actions that are looked at in a turn, and of the candidates that come of it. */
static const double glances = 0.3, fresh = 1.0 / 3;

struct search {
  struct tp_imagined of;
  struct tp_orders *orders;
};

static double imagine(struct search *s, int rollout) {
  return tp_imagine(&s->of, rollout, s->orders, tp_policy_lean(s->of.policy));
}

static double try_orders(struct search *s) {
  double sum = 0;
  for (int i = 0; i < s->of.policy->rollouts; i++)
    sum += imagine(s, i);
  return sum / s->of.policy->rollouts;
}

/* Keeps the best of the listed orders; `must` keeps one even when doing nothing looks better. */
static int keep_best(struct search *s, const struct tp_order *list, int count, double *value,
                     int must) {
  int best = -1;
  double most = *value;
  for (int i = 0; i < count; i++) {
    if (tp_order_give(s->of.r, s->of.w, s->orders, list[i]).refusal != TP_ALLOWED)
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
  tp_order_give(s->of.r, s->of.w, s->orders, list[best]);
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

/* Actions that are open in this turn, the most promising first. */
struct ranking {
  struct tp_order list[TP_ACTIONS_MAX];
  double promise[TP_ACTIONS_MAX];
  int count;
};

static void rank(struct ranking *ranking, struct tp_order order, double promise) {
  int place = ranking->count++;
  for (; place > 0 && ranking->promise[place - 1] < promise; place--) {
    ranking->promise[place] = ranking->promise[place - 1];
    ranking->list[place] = ranking->list[place - 1];
  }
  ranking->promise[place] = promise;
  ranking->list[place] = order;
}

static int is_allowed(const struct search *s, struct tp_order order) {
  return tp_order_check(s->of.r, s->of.w, s->orders, order).refusal == TP_ALLOWED;
}

static int is_looked_at(const struct search *s, int action) {
  return tp_chance_unit(s->of.w->seed, s->of.w->turn, s->of.seat, TP_DRAW_POLICY,
                        GLANCES + action) < glances;
}

/* The usual ones by their reflex scores, those looked at by what comes of them. */
static void rank_actions(struct search *s, struct ranking *usual, struct ranking *seen) {
  struct tp_span actions = s->of.r->actors[s->of.seat].actions;
  const int16_t *lean = tp_policy_lean(s->of.policy);
  for (int i = 0; i < actions.count; i++) {
    struct tp_order order = {.kind = TP_ORDER_ACT, .id = s->of.r->repertoire[actions.first + i]};
    if (!tp_reflex_open(s->of.r, s->of.w, order.id) || !is_allowed(s, order))
      continue;
    rank(usual, order, tp_reflex_score(s->of.r, s->of.w, order.id) + (lean ? lean[order.id] : 0));
    if (!is_looked_at(s, order.id))
      continue;
    tp_order_give(s->of.r, s->of.w, s->orders, order);
    rank(seen, order, imagine(s, 0));
    s->orders->count--;
  }
}

/* Adds the best that are allowed still and not yet listed: the length of the list, up to `most`. */
static int list_best(const struct search *s, const struct ranking *ranking, struct tp_order *list,
                     int count, int most) {
  for (int i = 0; i < ranking->count && count < most; i++) {
    int known = 0;
    while (known < count && list[known].id != ranking->list[i].id)
      known++;
    if (known == count && is_allowed(s, ranking->list[i]))
      list[count++] = ranking->list[i];
  }
  return count;
}

static int shortlist(const struct search *s, const struct ranking *usual,
                     const struct ranking *seen, struct tp_order *list) {
  int width = s->of.policy->width < WIDTH_MAX ? s->of.policy->width : WIDTH_MAX;
  int count = list_best(s, usual, list, 0, width - (int)(width * fresh));
  return list_best(s, seen, list, count, width);
}

static void act(struct search *s) {
  struct ranking usual = {.count = 0}, seen = {.count = 0};
  double value = try_orders(s);
  int more = 1;
  rank_actions(s, &usual, &seen);
  while (more && s->orders->count < TP_ORDERS_MAX) {
    struct tp_order list[WIDTH_MAX];
    int count = shortlist(s, &usual, &seen, list);
    more = keep_best(s, list, count, &value, 0);
  }
}

void tp_planner_choose(const struct tp_rules *r, const struct tp_world *w,
                       const struct tp_policy *policy, void *room, struct tp_orders *orders) {
  struct search s = {tp_imagine_from(r, w, orders->seat, policy, policy->depth, room), orders};
  for (int i = 0; i < w->pending_count; i++) {
    int event = w->pending[i].event;
    if (w->pending[i].seat != orders->seat)
      continue;
    decide(&s, TP_ORDER_ANSWER, event, r->events[event].options.count);
  }
  if (w->crisis.challenger == orders->seat || w->crisis.target == orders->seat) {
    decide(&s, TP_ORDER_MOVE, 0, 3);
  }
  act(&s);
}
