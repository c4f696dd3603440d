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

/* One draw serves four actions, sixteen bits each: whims need no more. */
static inline double whim(uint64_t bits, int action) {
  return (double)(bits >> (16 * (action & 3)) & 0xffff) * 0x1p-16;
}

static inline double score_of(const struct tp_rules *r, const struct tp_world *w, int action,
                              uint64_t bits) {
  const struct tp_action *a = &r->actions[action];
  return a->reflex + tp_world_weigh(r, w, a->reflex_terms) +
         r->coefficient.policy_jitter * whim(bits, action);
}

double tp_reflex_score(const struct tp_rules *r, const struct tp_world *w, int action) {
  return score_of(r, w, action, tp_chance_of(mood(w), 0, action / 4));
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

static inline int covers(struct means have, struct means cost) {
  return (cost.budget <= have.budget) & (cost.capital <= have.capital) &
         (cost.attention <= have.attention);
}

/* An action within reach: open, worth its while and to be paid for. */
struct candidate {
  double score;
  struct means cost;
  int action;
};

/* The seat's actions within reach; how many. */
static int look_for(const struct tp_rules *r, const struct tp_world *w, int seat, struct means have,
                    const int16_t *lean, struct candidate *list) {
  const struct tp_action_state *state = tp_world_actions_const(r, w);
  struct tp_span actions = r->actors[seat].actions;
  uint64_t key = mood(w), bits = 0;
  int drawn = -1, count = 0;
  for (int i = 0; i < actions.count; i++) {
    int action = r->repertoire[actions.first + i];
    const struct tp_action *a = &r->actions[action];
    if (action / 4 != drawn)
      bits = tp_chance_of(key, 0, drawn = action / 4);
    struct candidate *next = &list[count];
    next->score = score_of(r, w, action, bits) + (lean ? lean[action] : 0);
    next->cost = (struct means){a->budget, a->capital, a->attention};
    next->action = action;
    count += is_open(r, w, state, action) & covers(have, next->cost) & (next->score > 0);
  }
  return count;
}

/* The best of those that can be paid for, or -1. */
static int best_of(const struct candidate *list, int count, struct means have) {
  int best = -1;
  double most = 0;
  for (int i = 0; i < count; i++) {
    /* The analyser does not see that look_for wrote what it counted. */
    /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult) */
    int better = (list[i].score > most) & covers(have, list[i].cost);
    most = better ? list[i].score : most;
    best = better ? i : best;
  }
  return best;
}

static void act(const struct tp_rules *r, const struct tp_world *w, const int16_t *lean,
                struct tp_orders *orders) {
  const double *self = w->v + r->actors[orders->seat].slot;
  struct means have = {self[TP_BUDGET], self[TP_CAPITAL], self[TP_ATTENTION]};
  struct candidate list[TP_ACTIONS_MAX + 1];
  int count = look_for(r, w, orders->seat, have, lean, list);
  for (int best; (best = best_of(list, count, have)) >= 0; list[best].score = 0) {
    give(orders, TP_ORDER_ACT, list[best].action, 0);
    have.budget -= list[best].cost.budget;
    have.capital -= list[best].cost.capital;
    have.attention -= list[best].cost.attention;
  }
}

void tp_reflex_choose(const struct tp_rules *r, const struct tp_world *w,
                      struct tp_orders *orders) {
  tp_reflex_lean(r, w, NULL, orders);
}

void tp_reflex_lean(const struct tp_rules *r, const struct tp_world *w, const int16_t *lean,
                    struct tp_orders *orders) {
  for (int i = 0; i < w->pending_count; i++) {
    if (w->pending[i].seat == orders->seat)
      answer(r, w, w->pending[i].event, orders);
  }
  move_in_crisis(r, w, orders);
  act(r, w, lean, orders);
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
