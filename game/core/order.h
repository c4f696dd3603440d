/* The one door in: what a seat may do this turn, why it may not, and what it costs.
 *
 * Player, policies, replays, tests and scripts hand in complete orders, one set per seat and turn.
 */
#ifndef TP_CORE_ORDER_H
#define TP_CORE_ORDER_H

#include "core/world.h"

enum { TP_ORDERS_MAX = 16 };

enum tp_order_kind {
  TP_ORDER_ACT,    /* id: action */
  TP_ORDER_ANSWER, /* id: pending event, choice: option (0 is its first) */
  TP_ORDER_MOVE    /* choice: enum tp_crisis_move */
};

enum tp_crisis_move { TP_HOLD_FIRM, TP_ESCALATE, TP_STEP_BACK };

struct tp_order {
  int16_t kind; /* enum tp_order_kind */
  int16_t id;
  int16_t choice;
};

/* The orders of one seat for one turn. What is left out: pending decisions take their first option
 * that is allowed, a crisis is held firm. */
struct tp_orders {
  int16_t seat; /* actor */
  int16_t count;
  struct tp_order item[TP_ORDERS_MAX];
};

/* Makes it no orders yet. Only the first `count` items are ever read, so the others stay as they
 * are.
 */
static inline void tp_orders_begin(struct tp_orders *orders, int seat) {
  orders->seat = (int16_t)seat;
  orders->count = 0;
}

static inline int tp_order_is_same(struct tp_order a, struct tp_order b) {
  return a.kind == b.kind && a.id == b.id && a.choice == b.choice;
}

static inline int tp_orders_are_same(const struct tp_orders *a, const struct tp_orders *b) {
  for (int i = 0; i < a->count && i < b->count; i++)
    if (!tp_order_is_same(a->item[i], b->item[i]))
      return 0;
  return a->count == b->count;
}

/* Whether this order is among them. */
static inline int tp_orders_have(const struct tp_orders *orders, struct tp_order order) {
  for (int i = 0; i < orders->count; i++)
    if (tp_order_is_same(orders->item[i], order))
      return 1;
  return 0;
}

/* Orders set down beforehand, by turn: what a script policy plays. */
struct tp_script_row {
  int16_t turn;
  struct tp_order order;
};
struct tp_script {
  const struct tp_script_row *rows; /* by ascending turn */
  int count;
};

enum tp_refusal {
  TP_ALLOWED,
  TP_NO_SUCH_ORDER, /* the kind or number does not exist */
  TP_NOT_YOURS,     /* another seat's action or decision */
  TP_GAME_IS_OVER,
  TP_ORDERS_FULL,
  TP_ALREADY_ORDERED, /* the same order is already given this turn */
  TP_IS_BANNED,       /* by the experiment */
  TP_UNDER_WAY,       /* the programme runs; `number` turns are left */
  TP_COOLING_DOWN,    /* `number` turns to wait */
  TP_USED_UP,         /* once a game */
  TP_CONDITION_UNMET, /* `slot`, `op`, `number` say which */
  TP_EXCLUDED,        /* by an order given: `number` is its action */
  TP_NO_BUDGET,       /* `number` is what is missing */
  TP_NO_CAPITAL,
  TP_NO_ATTENTION,
  TP_NOT_PENDING, /* no such decision waits */
  TP_NO_CRISIS,   /* or the seat is no party to it */
  TP_REFUSALS
};

struct tp_verdict {
  enum tp_refusal refusal;
  int slot, op;  /* for TP_CONDITION_UNMET */
  double number; /* see above */
};

/* May `order` be added to `given`, the orders already given this turn? Costs of those are counted.
 */
struct tp_verdict tp_order_check(const struct tp_rules *r, const struct tp_world *w,
                                 const struct tp_orders *given, struct tp_order order);

/* The action among the orders given that excludes `action`, or TP_NONE: nobody tightens and eases
 * in one turn, whoever plays. */
int tp_order_excluder(const struct tp_rules *r, const struct tp_orders *given, int action);

/* What a seat has to spend. */
struct tp_means {
  double budget, capital, attention;
};
static inline void tp_means_spend(struct tp_means *left, const struct tp_action *action) {
  left->budget -= action->budget;
  left->capital -= action->capital;
  left->attention -= action->attention;
}

/* What is left to their seat once all of `given` is paid for. */
struct tp_means tp_order_means(const struct tp_rules *r, const struct tp_world *w,
                               const struct tp_orders *given);

/* Turns before what the council refused may be ordered again, counted from that order. */
static inline int tp_order_rest(const struct tp_action *action) {
  return action->cooldown > 2 ? action->cooldown : 2;
}

/* Adds an order that the check allows; otherwise nothing changes and the verdict says why. */
struct tp_verdict tp_order_give(const struct tp_rules *r, const struct tp_world *w,
                                struct tp_orders *given, struct tp_order order);

/* Carries out one seat's orders and nothing else of the turn: for who asks what they would change.
 */
void tp_order_carry_out(const struct tp_rules *r, struct tp_world *w,
                        const struct tp_orders *orders);

/* The council's vote on an action as it stands. */
enum tp_stance { TP_AGAINST = -1, TP_UNSURE = 0, TP_FOR = 1 };

struct tp_ballot {
  int members; /* voting members, in actor order */
  int16_t member[TP_ACTORS_MAX];
  int8_t stance[TP_ACTORS_MAX]; /* enum tp_stance */
  double score[TP_ACTORS_MAX];
  double states_for, states_unsure;         /* % of member states */
  double population_for, population_unsure; /* % of population */
  int passes; /* 1 passes and -1 fails as it stands whatever the unsure do, 0 open */
};

/* How `action` would fare; `ballot->passes` is 1 at once when it needs no vote. */
void tp_council_poll(const struct tp_rules *r, const struct tp_world *w, int action,
                     struct tp_ballot *ballot);

#endif
