#include "core/order.h"

#include "core/chance.h"
#include "core/phases.h"

static struct tp_verdict refuse(enum tp_refusal refusal, double number) {
  return (struct tp_verdict){.refusal = refusal, .number = number};
}

static struct tp_verdict check_conditions(const struct tp_rules *r, const struct tp_world *w,
                                          struct tp_span when) {
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    if (tp_world_holds(c, w->v[c->slot]))
      continue;
    return (struct tp_verdict){
        .refusal = TP_CONDITION_UNMET, .slot = c->slot, .op = c->op, .number = c->value};
  }
  return refuse(TP_ALLOWED, 0);
}

struct tp_means tp_order_means(const struct tp_rules *r, const struct tp_world *w,
                               const struct tp_orders *given) {
  const double *self = w->v + r->actors[given->seat].slot;
  struct tp_means left = {self[TP_BUDGET], self[TP_CAPITAL], self[TP_ATTENTION]};
  for (int i = 0; i < given->count; i++) {
    if (given->item[i].kind == TP_ORDER_ACT)
      tp_means_spend(&left, &r->actions[given->item[i].id]);
  }
  return left;
}

static struct tp_verdict check_cost(const struct tp_rules *r, const struct tp_world *w,
                                    const struct tp_orders *given, const struct tp_action *a) {
  struct tp_means left = tp_order_means(r, w, given);
  if (a->attention > left.attention)
    return refuse(TP_NO_ATTENTION, a->attention - left.attention);
  if (a->budget > left.budget)
    return refuse(TP_NO_BUDGET, a->budget - left.budget);
  if (a->capital > left.capital)
    return refuse(TP_NO_CAPITAL, a->capital - left.capital);
  return refuse(TP_ALLOWED, 0);
}

int tp_order_excluder(const struct tp_rules *r, const struct tp_orders *given, int action) {
  for (int i = 0; i < given->count; i++) {
    if (given->item[i].kind == TP_ORDER_ACT &&
        tp_set_has(&r->actions[action].excludes, given->item[i].id))
      return given->item[i].id;
  }
  return TP_NONE;
}

static struct tp_verdict check_act(const struct tp_rules *r, const struct tp_world *w,
                                   const struct tp_orders *given, int id) {
  if (id < 0 || id >= r->action_count)
    return refuse(TP_NO_SUCH_ORDER, 0);
  const struct tp_action *action = &r->actions[id];
  const struct tp_action_state *state = &tp_world_actions_const(r, w)[id];
  if (action->seat != given->seat)
    return refuse(TP_NOT_YOURS, 0);
  if (r->banned[id])
    return refuse(TP_IS_BANNED, 0);
  if (state->left > 0)
    return refuse(TP_UNDER_WAY, state->left);
  if (action->once && state->used > 0)
    return refuse(TP_USED_UP, 0);
  if (state->cooldown > 0)
    return refuse(TP_COOLING_DOWN, state->cooldown);
  struct tp_verdict verdict = check_conditions(r, w, action->when);
  if (verdict.refusal != TP_ALLOWED)
    return verdict;
  int excluder = tp_order_excluder(r, given, id);
  if (excluder != TP_NONE)
    return refuse(TP_EXCLUDED, excluder);
  return check_cost(r, w, given, action);
}

static struct tp_verdict check_answer(const struct tp_rules *r, const struct tp_world *w, int seat,
                                      struct tp_order order) {
  for (int i = 0; i < w->pending_count; i++) {
    if (w->pending[i].event != order.id)
      continue;
    if (w->pending[i].seat != seat)
      return refuse(TP_NOT_YOURS, 0);
    struct tp_span options = r->events[order.id].options;
    if (order.choice < 0 || order.choice >= options.count)
      return refuse(TP_NO_SUCH_ORDER, 0);
    return check_conditions(r, w, r->options[options.first + order.choice].when);
  }
  return refuse(TP_NOT_PENDING, 0);
}

static struct tp_verdict check_move(const struct tp_world *w, int seat, int choice) {
  if (choice < TP_HOLD_FIRM || choice > TP_STEP_BACK)
    return refuse(TP_NO_SUCH_ORDER, 0);
  if (w->crisis.challenger == TP_NONE)
    return refuse(TP_NO_CRISIS, 0);
  if (w->crisis.challenger != seat && w->crisis.target != seat)
    return refuse(TP_NO_CRISIS, 0);
  return refuse(TP_ALLOWED, 0);
}

/* A second answer to the same question counts as the same order. */
static int is_given(const struct tp_orders *given, struct tp_order order) {
  for (int i = 0; i < given->count; i++) {
    if (given->item[i].kind != order.kind)
      continue;
    if (order.kind == TP_ORDER_MOVE || given->item[i].id == order.id)
      return 1;
  }
  return 0;
}

struct tp_verdict tp_order_check(const struct tp_rules *r, const struct tp_world *w,
                                 const struct tp_orders *given, struct tp_order order) {
  if (w->result != TP_PLAYING)
    return refuse(TP_GAME_IS_OVER, 0);
  if (given->seat < 0 || given->seat >= r->actor_count || !r->actors[given->seat].is_seat) {
    return refuse(TP_NOT_YOURS, 0);
  }
  if (given->count >= TP_ORDERS_MAX)
    return refuse(TP_ORDERS_FULL, 0);
  if (is_given(given, order))
    return refuse(TP_ALREADY_ORDERED, 0);
  switch (order.kind) {
  case TP_ORDER_ACT:
    return check_act(r, w, given, order.id);
  case TP_ORDER_ANSWER:
    return check_answer(r, w, given->seat, order);
  case TP_ORDER_MOVE:
    return check_move(w, given->seat, order.choice);
  default:
    return refuse(TP_NO_SUCH_ORDER, 0);
  }
}

struct tp_verdict tp_order_give(const struct tp_rules *r, const struct tp_world *w,
                                struct tp_orders *given, struct tp_order order) {
  struct tp_verdict verdict = tp_order_check(r, w, given, order);
  if (verdict.refusal == TP_ALLOWED)
    given->item[given->count++] = order;
  return verdict;
}

static void pay(struct tp_turn *t, int index, enum tp_actor_variable resource, double cost) {
  tp_change_add(t, tp_actor_slot(t->r, t->r->actions[index].seat, resource), -cost, TP_CAUSE_COST,
                TP_NONE, index);
}

/* Whether an uncertain attempt comes off. */
static int succeeds(struct tp_turn *t, int index) {
  const struct tp_action *action = &t->r->actions[index];
  int is_wedge = action->wedge != TP_NONE;
  if (!is_wedge && action->chance >= 1 && action->chance_terms.count == 0)
    return 1;
  double chance = is_wedge ? tp_wedge_chance(t->r, t->w, index)
                           : action->chance + tp_world_weigh(t->r, t->w, action->chance_terms);
  int success =
      tp_chance_unit(t->w->seed, t->w->turn, action->seat, TP_DRAW_ACTION, index) < chance;
  tp_turn_note(t, is_wedge ? TP_FACT_WEDGE : TP_FACT_ATTEMPT, action->seat, index, success, chance);
  return success;
}

/* Its effects land, or those of its failure. */
static void set_going(struct tp_turn *t, int index, struct tp_action_state *state) {
  const struct tp_action *action = &t->r->actions[index];
  if (state->used < 255)
    state->used++;
  tp_turn_note(t, TP_FACT_ACTION_STARTED, action->seat, index, 0, 0);
  if (!succeeds(t, index)) {
    state->cooldown = (uint8_t)action->cooldown;
    tp_effects_land(t, action->failure, TP_CAUSE_ACTION, index);
    return;
  }
  tp_effects_land(t, action->effects, TP_CAUSE_ACTION, index);
  state->left = (uint8_t)action->turns;
  if (action->turns == 0)
    state->cooldown = (uint8_t)action->cooldown;
}

/* Political capital is spent on asking; money only on doing. */
static void start_action(struct tp_turn *t, int index) {
  const struct tp_action *action = &t->r->actions[index];
  struct tp_action_state *state = &tp_world_actions(t->r, t->w)[index];
  pay(t, index, TP_ATTENTION, action->attention);
  pay(t, index, TP_CAPITAL, action->capital);
  if (action->vote != TP_NO_VOTE && !tp_council_vote(t, index)) {
    state->cooldown = (uint8_t)tp_order_rest(action);
  } else {
    pay(t, index, TP_BUDGET, action->budget);
    set_going(t, index, state);
  }
  tp_world_mark_action(t->r, t->w, index);
}

static void drop_pending(struct tp_world *w, int event) {
  int kept = 0;
  for (int i = 0; i < w->pending_count; i++) {
    if (w->pending[i].event != event)
      w->pending[kept++] = w->pending[i];
  }
  w->pending_count = (int16_t)kept;
}

static void carry_out(struct tp_turn *t, int seat, struct tp_order order) {
  switch ((enum tp_order_kind)order.kind) {
  case TP_ORDER_ACT:
    start_action(t, order.id);
    break;
  case TP_ORDER_ANSWER:
    drop_pending(t->w, order.id);
    tp_event_decide(t, order.id, seat, order.choice);
    break;
  case TP_ORDER_MOVE:
    tp_crisis_move_made(t, seat, (enum tp_crisis_move)order.choice);
    break;
  }
}

/* All of a seat's orders are checked against the world as the seat saw it, then carried out. */
static void take_orders(struct tp_turn *t, const struct tp_orders *orders) {
  struct tp_orders given;
  tp_orders_begin(&given, orders->seat);
  for (int i = 0; i < orders->count && i < TP_ORDERS_MAX; i++) {
    tp_order_give(t->r, t->w, &given, orders->item[i]);
  }
  for (int i = 0; i < given.count; i++)
    carry_out(t, given.seat, given.item[i]);
}

void tp_order_carry_out(const struct tp_rules *r, struct tp_world *w,
                        const struct tp_orders *orders) {
  struct tp_turn t = {.r = r, .w = w, .v = w->v};
  take_orders(&t, orders);
}

/* Decisions left over from the last turn that nobody answered. */
static void decide_by_default(struct tp_turn *t, int waiting, const struct tp_pending *was) {
  for (int i = 0; i < waiting; i++) {
    struct tp_pending pending = was[i];
    if (!tp_world_is_pending(t->w, pending.event))
      continue;
    drop_pending(t->w, pending.event);
    tp_event_decide(t, pending.event, pending.seat, TP_DEFAULT_OPTION);
  }
}

/* Seats act in the order of their actors, whatever the order of the sets. */
void tp_phase_orders(struct tp_turn *t, const struct tp_orders *orders, int count) {
  struct tp_pending was[TP_PENDING_MAX];
  int waiting = t->w->pending_count;
  for (int i = 0; i < waiting; i++)
    was[i] = t->w->pending[i];
  for (int actor = 0; count > 0 && actor < t->r->actor_count; actor++) {
    if (!t->r->actors[actor].is_seat)
      continue;
    for (int i = 0; i < count; i++) {
      if (orders[i].seat != actor)
        continue;
      take_orders(t, &orders[i]);
      break;
    }
  }
  decide_by_default(t, waiting, was);
}
