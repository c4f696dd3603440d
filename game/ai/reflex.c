/* Reflex: scores from the scenario, best first, as far as the means go. About a microsecond, since
 * the planner imagines whole games of it. */
#include "ai/kinds.h"
#include "core/chance.h"

static uint64_t mood(const struct tp_world *w) {
  return tp_chance_key(w->seed, w->turn, TP_DRAW_POLICY);
}

static inline double jitter(const struct tp_rules *r, uint64_t key, int who, int which) {
  return r->coefficient.policy_jitter * tp_chance_unit_of(key, who, which);
}

static inline double score_of(const struct tp_rules *r, const struct tp_world *w, int action,
                              uint64_t key) {
  const struct tp_action *a = &r->actions[action];
  return a->reflex + tp_world_weigh(r, w, a->reflex_terms) + jitter(r, key, a->seat, action);
}

double tp_reflex_score(const struct tp_rules *r, const struct tp_world *w, int action) {
  return score_of(r, w, action, mood(w));
}

/* Branches that go either way from turn to turn cost more than what they spare, so whether an
 * action is open is computed without any. */
static inline int is_open(const struct tp_rules *r, const struct tp_world *w,
                          const struct tp_action_state *state, int action) {
  const struct tp_action *a = &r->actions[action];
  const struct tp_condition *condition = r->conditions + a->when.first;
  int shut = state[action].left | state[action].cooldown | r->banned[action] |
             (a->once & (state[action].used > 0));
  int open = shut == 0;
  for (int i = 0; i < a->when.count; i++)
    open &= tp_world_holds(&condition[i], w->v[condition[i].slot]);
  return open;
}

int tp_reflex_open(const struct tp_rules *r, const struct tp_world *w, int action) {
  return is_open(r, w, tp_world_actions_const(r, w), action);
}

static void give(struct tp_orders *orders, enum tp_order_kind kind, int id, int choice) {
  if (orders->count == TP_ORDERS_MAX)
    return;
  orders->item[orders->count++] =
      (struct tp_order){.kind = (int16_t)kind, .id = (int16_t)id, .choice = (int16_t)choice};
}

static void answer(const struct tp_rules *r, const struct tp_world *w, int event,
                   struct tp_orders *orders) {
  struct tp_span options = r->events[event].options;
  int best = -1;
  double most = 0;
  for (int i = 0; i < options.count; i++) {
    const struct tp_option *option = &r->options[options.first + i];
    if (!tp_world_meets(r, w, option->when))
      continue;
    double score = option->reflex + tp_world_weigh(r, w, option->reflex_terms) +
                   jitter(r, mood(w), orders->seat, TP_ACTIONS_MAX + options.first + i);
    if (best >= 0 && score <= most)
      continue;
    best = i;
    most = score;
  }
  if (best >= 0)
    give(orders, TP_ORDER_ANSWER, event, best);
}

/* Goes further while its lead outweighs the height of the ladder; steps back when it is high. The
 * lead is the gap, for or against, and for a challenger who does not meet the guarantor. */
static void move_in_crisis(const struct tp_rules *r, const struct tp_world *w,
                           struct tp_orders *orders) {
  int seat = orders->seat, is_challenger = w->crisis.challenger == seat;
  if (!is_challenger && w->crisis.target != seat)
    return;
  double gap = r->unite == TP_NONE ? 0 : w->v[tp_actor_slot(r, r->unite, TP_GAP)];
  double lead = w->crisis.honoured ? -gap / 2 - 20 : gap;
  double boldness = w->v[tp_actor_slot(r, seat, TP_ASSERTIVENESS)] / 2 +
                    (is_challenger ? lead : -lead) +
                    2 * jitter(r, mood(w), seat, 3 * TP_ACTIONS_MAX);
  double height = r->coefficient.policy_caution * w->v[tp_world_slot(r, TP_CRISIS)];
  enum tp_crisis_move move = boldness > 1.5 * height + 20 ? TP_ESCALATE
                             : boldness < height - 20     ? TP_STEP_BACK
                                                          : TP_HOLD_FIRM;
  give(orders, TP_ORDER_MOVE, 0, (int)move);
}

struct means {
  double budget, capital, attention;
};

static inline int affords(struct means means, const struct tp_action *a) {
  return (a->budget <= means.budget) & (a->capital <= means.capital) &
         (a->attention <= means.attention);
}

/* Scores of the seat's actions, in the order of its repertoire; 0 for those that are not open. */
static void score_all(const struct tp_rules *r, const struct tp_world *w, int seat, double *score) {
  uint64_t key = mood(w);
  const struct tp_action_state *state = tp_world_actions_const(r, w);
  struct tp_span actions = r->actors[seat].actions;
  for (int i = 0; i < actions.count; i++) {
    int action = r->repertoire[actions.first + i];
    score[i] = is_open(r, w, state, action) * score_of(r, w, action, key);
  }
}

/* The best of those that can be paid for, or -1. */
static int best_of(const struct tp_rules *r, struct tp_span actions, struct means means,
                   const double *score) {
  int best = -1;
  double most = 0;
  for (int i = 0; i < actions.count; i++) {
    const struct tp_action *a = &r->actions[r->repertoire[actions.first + i]];
    int better = (score[i] > most) & affords(means, a);
    most = better ? score[i] : most;
    best = better ? i : best;
  }
  return best;
}

static void act(const struct tp_rules *r, const struct tp_world *w, struct tp_orders *orders) {
  const double *have = w->v + r->actors[orders->seat].slot;
  struct means means = {have[TP_BUDGET], have[TP_CAPITAL], have[TP_ATTENTION]};
  struct tp_span actions = r->actors[orders->seat].actions;
  double score[TP_ACTIONS_MAX];
  score_all(r, w, orders->seat, score);
  for (int best; (best = best_of(r, actions, means, score)) >= 0; score[best] = 0) {
    int action = r->repertoire[actions.first + best];
    give(orders, TP_ORDER_ACT, action, 0);
    means.budget -= r->actions[action].budget;
    means.capital -= r->actions[action].capital;
    means.attention -= r->actions[action].attention;
  }
}

void tp_reflex_choose(const struct tp_rules *r, const struct tp_world *w,
                      struct tp_orders *orders) {
  for (int i = 0; i < w->pending_count; i++) {
    if (w->pending[i].seat == orders->seat)
      answer(r, w, w->pending[i].event, orders);
  }
  move_in_crisis(r, w, orders);
  act(r, w, orders);
}

void tp_reflex_turn(const struct tp_rules *r, struct tp_world *w, const struct tp_orders *given) {
  struct tp_orders sets[TP_ACTORS_MAX];
  int count = 0;
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (!r->actors[actor].is_seat)
      continue;
    struct tp_orders *set = &sets[count++];
    if (given && given->seat == actor) {
      *set = *given;
      continue;
    }
    set->seat = (int16_t)actor;
    set->count = 0;
    tp_reflex_choose(r, w, set);
  }
  tp_turn_play(r, w, sets, count, NULL, NULL);
}
