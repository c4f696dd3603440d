/* Reflex: scores from the scenario, best first, as far as the means go. About a microsecond, since
 * the planner imagines whole games of it. */
#include "ai/kinds.h"
#include "core/chance.h"
#include "core/equation.h"

static uint64_t mood(const struct tp_world *w) {
  return tp_chance_key(w->seed, w->turn, TP_DRAW_POLICY);
}

static inline double jitter(const struct tp_rules *r, uint64_t key, int who, int which) {
  return r->coefficient.policy_jitter * tp_chance_unit_of(key, who, which);
}

/* One draw serves four actions, sixteen bits each: whims need no more. */
static inline double whim(uint64_t bits, int action) {
  return (int)(bits >> (16 * (action & 3)) & 0xffff) * 0x1p-16;
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

int tp_reflex_open(const struct tp_rules *r, const struct tp_world *w, int action) {
  int is_shut = w->shut.word[action / 64] >> action % 64 & 1;
  return !is_shut && !r->banned[action] && tp_world_meets(r, w, r->actions[action].when);
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

/* The scores of a seat's actions, side by side as its choices. */
struct scores {
  const struct tp_menu *menu;
  const struct tp_choice *choices;
  struct tp_lanes of[TP_ACTIONS_MAX];
};

/* What is added to the scores of two actions, by the set of those that are shut. */
static const tp_pair out_of_play[4] = {
    {0, 0}, {TP_NO_CHOICE, 0}, {0, TP_NO_CHOICE}, {TP_NO_CHOICE, TP_NO_CHOICE}};

static void score_all(const struct tp_rules *r, const struct tp_world *w, int seat,
                      struct scores *scores) {
  const struct tp_system *s = r->system;
  const struct tp_menu *menu = scores->menu = &s->menus[seat];
  const struct tp_step *step = s->steps + menu->choices.step;
  double jitter = r->coefficient.policy_jitter;
  uint64_t key = mood(w);
  scores->choices = s->choices + menu->choices.first;
  for (int i = 0; i < menu->choices.count; i++) {
    const struct tp_choice *choice = &scores->choices[i];
    uint64_t bits = tp_chance_of(key, 0, choice->action / TP_LANES);
    uint64_t shut = w->shut.word[choice->action / 64] >> choice->action % 64;
    tp_pair x = {0, 0}, y = {0, 0};
    for (const struct tp_step *end = step + choice->terms; step < end; step++) {
      x += step->gain.pair[0] * tp_lanes_pick(w->v, &step->a, 0);
      y += step->gain.pair[1] * tp_lanes_pick(w->v, &step->a, 1);
    }
    x = choice->base.pair[0] + x + jitter * (tp_pair){whim(bits, 0), whim(bits, 1)};
    y = choice->base.pair[1] + y + jitter * (tp_pair){whim(bits, 2), whim(bits, 3)};
    scores->of[i] = (struct tp_lanes){{x + out_of_play[shut & 3], y + out_of_play[shut >> 2 & 3]}};
  }
}

/* Adds what the caller leans to, by action. */
static void lean_to(struct scores *scores, const struct tp_rules *r, const int16_t *lean) {
  for (int i = 0; i < TP_LANES * scores->menu->choices.count; i++) {
    int action = scores->choices[i / TP_LANES].action + i % TP_LANES;
    if (action < r->action_count)
      scores->of[i / TP_LANES].pair[i % TP_LANES / 2][i % 2] += lean[action];
  }
}

/* What is added to the scores of two actions: where there is no money or capital for one, as much
 * as puts it out of play. */
static inline tp_pair beyond_means(const struct tp_choice *choice, int half, struct tp_means have) {
  const tp_pair out = {TP_NO_CHOICE, TP_NO_CHOICE};
  return tp_lanes_keep(choice->budget.pair[half] > have.budget, out) +
         tp_lanes_keep(choice->capital.pair[half] > have.capital, out);
}

static inline double higher(double a, double b) {
  return a > b ? a : b;
}

/* 0 when nothing on the menu can be paid for. */
static int can_pay(const struct tp_menu *menu, struct tp_means have) {
  return menu->budget <= have.budget && menu->capital <= have.capital &&
         menu->attention <= have.attention;
}

/* The first lane that has this score; one has. Without a branch: it may be any. */
static inline int lane_of(const struct tp_lanes *four, double score) {
  int not_0 = four->pair[0][0] != score;
  int not_1 = not_0 & (four->pair[0][1] != score);
  int not_2 = not_1 & (four->pair[1][0] != score);
  return not_0 + not_1 + not_2;
}

/* The place of the highest score above zero, the first of several; or -1. What cannot be paid for
 * is struck out on the way: means only shrink. */
static int find_best(struct scores *scores, struct tp_means have) {
  int best = -1;
  double most = 0;
  for (int i = 0; i < scores->menu->choices.count; i++) {
    struct tp_lanes *of = &scores->of[i];
    tp_pair x = of->pair[0] += beyond_means(&scores->choices[i], 0, have);
    tp_pair y = of->pair[1] += beyond_means(&scores->choices[i], 1, have);
    double highest = higher(higher(x[0], x[1]), higher(y[0], y[1]));
    best = highest > most ? i : best;
    most = higher(highest, most);
  }
  return best < 0 ? -1 : TP_LANES * best + lane_of(&scores->of[best], most);
}

/* The best first. Conditions, and attention, of which most take the same, are asked only of what
 * comes up. */
static void act(const struct tp_rules *r, const struct tp_world *w, const int16_t *lean,
                struct tp_orders *orders) {
  struct tp_means have = tp_order_means(r, w, orders);
  struct scores scores;
  score_all(r, w, orders->seat, &scores);
  if (lean)
    lean_to(&scores, r, lean);
  for (int best; can_pay(scores.menu, have) && (best = find_best(&scores, have)) >= 0;) {
    int action = scores.choices[best / TP_LANES].action + best % TP_LANES;
    tp_lanes_set(&scores.of[best / TP_LANES], best % TP_LANES, TP_NO_CHOICE);
    if (r->actions[action].attention > have.attention || !tp_reflex_open(r, w, action) ||
        tp_order_excluder(r, orders, action) != TP_NONE)
      continue;
    give(orders, TP_ORDER_ACT, action, 0);
    tp_means_spend(&have, &r->actions[action]);
  }
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

void tp_reflex_turn(const struct tp_rules *r, struct tp_world *w, int seat, const int16_t *lean,
                    const struct tp_orders *given) {
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
    tp_orders_begin(set, actor);
    tp_reflex_lean(r, w, actor == seat ? lean : NULL, set);
  }
  tp_turn_play(r, w, sets, count, NULL, NULL);
}
