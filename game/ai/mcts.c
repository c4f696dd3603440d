/* mcts: a search over courses of action, each tried in imagined games, with a fixed budget of them.
 *
 * A course is what the seat leans to from now on, as points added to the reflex scores of its
 * actions, and the orders of this turn that follow. An imagined game starts with these orders and
 * goes on with reflex in every seat, in the own one with the course's leanings, to the end of the
 * game or for ten years. So a course is judged by what comes of keeping to it, where the planner
 * sees a single turn's orders and then two years of whatever reflex makes of them. Autonomy takes
 * longer to build than a few years show: with twelve turns it won 79 %, with forty 90 % of 150
 * games of the default scenario.
 *
 * The search breeds: it sows courses by chance, keeps the best few, crosses them two by two with
 * some change, and tries the best again, for luck does not last. The last quarter of the budget
 * goes to the finalists, half of whom leave at each step (sequential halving). Rollout number i is
 * the same imagined game for all courses (common random numbers), and the budget is counted in
 * rollouts, not in time, so that results repeat. The dice of the real game are not known to it.
 */
#include "ai/kinds.h"
#include "core/chance.h"

enum {
  SOWN_MAX = 32,
  ELITE = 6,
  CHILDREN = 12,
  COURSES_MAX = SOWN_MAX, /* at least ELITE + CHILDREN */
  FINALISTS = 4,
  TRIES = 2, /* of a new course */
  HORIZON = 40,
  BOLDNESS = 20 /* largest leaning, in points of the reflex score */
};

/* Shares of a course's actions that lean, and of a child's that change. */
static const double leaning = 0.25, change = 0.08;

struct course {
  struct tp_orders orders;
  int16_t lean[TP_ACTIONS_MAX];
  double sum; /* of its rollouts */
  int tries;
};

/* What the search needs beside the world it imagines in. */
struct ground {
  struct course course[COURSES_MAX];
  int16_t rank[COURSES_MAX]; /* best first */
};

struct search {
  struct tp_imagined of;
  struct ground *ground;
  int count, left, drawn;
};

size_t tp_mcts_room(void) {
  return sizeof(struct ground);
}

static double draw(struct search *s) {
  return tp_chance_unit(s->of.w->seed, s->of.w->turn, s->of.seat, TP_DRAW_POLICY, s->drawn++);
}

static double draw_lean(struct search *s) {
  return (2 * draw(s) - 1) * (double)BOLDNESS;
}

/* --- trying a course ------------------------------------------------------------------------- */

static void try_course(struct search *s, struct course *course, int times) {
  for (; times > 0 && s->left > 0; times--, s->left--)
    course->sum += tp_imagine(&s->of, course->tries++, &course->orders, course->lean);
}

static double worth(const struct course *course) {
  return course->tries ? course->sum / course->tries : -1e300;
}

/* Ranks the first so many of those ranked, and those that are new behind them. */
static void rank(struct search *s, int count) {
  int16_t *list = s->ground->rank;
  for (int i = 1; i < count; i++) {
    int16_t mover = list[i];
    double of_mover = worth(&s->ground->course[mover]);
    int place = i;
    for (; place > 0 && worth(&s->ground->course[list[place - 1]]) < of_mover; place--)
      list[place] = list[place - 1];
    list[place] = mover;
  }
}

static struct course *ranked(const struct search *s, int place) {
  return &s->ground->course[s->ground->rank[place]];
}

/* --- finding courses ------------------------------------------------------------------------- */

/* Any other answer or move, one time in three: reflex is no judge of decisions. */
static void stray(struct search *s, struct tp_orders *orders) {
  struct tp_orders given = {.seat = orders->seat};
  for (int i = 0; i < orders->count; i++) {
    struct tp_order order = orders->item[i];
    int choices = order.kind == TP_ORDER_ANSWER ? s->of.r->events[order.id].options.count : 3;
    if (order.kind == TP_ORDER_ACT || draw(s) * 3 >= 1)
      continue;
    order.choice = (int16_t)(draw(s) * choices);
    if (tp_order_check(s->of.r, s->of.w, &given, order).refusal == TP_ALLOWED)
      orders->item[i] = order;
  }
}

static struct course *add_course(struct search *s, int place) {
  struct course *course = ranked(s, place);
  course->sum = course->tries = 0;
  course->orders = (struct tp_orders){.seat = (int16_t)s->of.seat};
  const int16_t *lean = tp_policy_lean(s->of.policy);
  for (int i = 0; i < s->of.r->action_count; i++)
    course->lean[i] = lean ? lean[i] : 0;
  return course;
}

static void decide(struct search *s, struct course *course) {
  tp_reflex_lean(s->of.r, s->of.w, course->lean, &course->orders);
}

/* The first is reflex as it is, so that the search never does worse in its own eyes. */
static void sow(struct search *s, int place) {
  struct course *course = add_course(s, place);
  struct tp_span actions = s->of.r->actors[s->of.seat].actions;
  for (int i = 0; place > 0 && i < actions.count; i++) {
    double lean = draw_lean(s);
    if (draw(s) < leaning)
      course->lean[s->of.r->repertoire[actions.first + i]] += (int16_t)lean;
  }
  decide(s, course);
  if (place > 0)
    stray(s, &course->orders);
}

/* The answers and moves of one parent, unless they change too. */
static void inherit_decisions(const struct course *parent, struct course *child) {
  for (int i = 0; i < child->orders.count; i++) {
    struct tp_order *order = &child->orders.item[i];
    const struct tp_order *same = &parent->orders.item[i];
    if (order->kind != TP_ORDER_ACT && i < parent->orders.count && same->kind == order->kind &&
        same->id == order->id)
      order->choice = same->choice;
  }
}

static void breed(struct search *s, int place, int elite) {
  const struct course *a = ranked(s, (int)(draw(s) * elite)),
                      *b = ranked(s, (int)(draw(s) * elite));
  struct course *child = add_course(s, place);
  struct tp_span actions = s->of.r->actors[s->of.seat].actions;
  for (int i = 0; i < actions.count; i++) {
    int action = s->of.r->repertoire[actions.first + i], usual = child->lean[action];
    child->lean[action] = draw(s) < 0.5 ? a->lean[action] : b->lean[action];
    double lean = draw_lean(s);
    if (draw(s) < change)
      child->lean[action] = (int16_t)(usual + lean);
  }
  decide(s, child);
  inherit_decisions(a, child);
  if (draw(s) * 3 < 1)
    stray(s, &child->orders);
}

/* --- the search ------------------------------------------------------------------------------ */

static void sow_all(struct search *s) {
  int wanted = s->left / 6;
  s->count = wanted < 1 ? 1 : wanted > SOWN_MAX ? SOWN_MAX : wanted;
  for (int i = 0; i < s->count; i++) {
    sow(s, i);
    try_course(s, ranked(s, i), TRIES);
  }
  rank(s, s->count);
}

static void next_generation(struct search *s) {
  int elite = s->count < ELITE ? s->count : ELITE;
  for (int i = 0; i < elite; i++)
    try_course(s, ranked(s, i), 1);
  for (s->count = elite; s->count < elite + CHILDREN; s->count++) {
    breed(s, s->count, elite);
    try_course(s, ranked(s, s->count), TRIES);
  }
  rank(s, s->count);
}

static void choose_among(struct search *s) {
  int left_in = s->count < FINALISTS ? s->count : FINALISTS;
  for (; left_in > 1; left_in /= 2) {
    int each = s->left / (left_in > 2 ? 2 * left_in : left_in);
    for (int i = 0; i < left_in; i++)
      try_course(s, ranked(s, i), each);
    rank(s, left_in);
  }
}

void tp_mcts_choose(const struct tp_rules *r, const struct tp_world *w,
                    const struct tp_policy *policy, void *room, struct tp_orders *orders) {
  struct search s = {.of = tp_imagine_from(r, w, orders->seat, policy, HORIZON, room),
                     .ground = (void *)((char *)room + r->world_size),
                     .left = policy->rollouts};
  int final = policy->rollouts / 4, generation = ELITE + CHILDREN * TRIES;
  for (int i = 0; i < COURSES_MAX; i++)
    s.ground->rank[i] = (int16_t)i;
  sow_all(&s);
  while (s.left - generation >= final)
    next_generation(&s);
  choose_among(&s);
  *orders = ranked(&s, 0)->orders;
}
