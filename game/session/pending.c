/* The player's orders of this turn, step by step. */
#include "session/state.h"

#include "data/arena.h"
#include "session/forecast.h"

#include <stdlib.h>

void tp_pending_reset(struct tp_session *s) {
  if (s->step_room == 0) {
    s->step_room = 32;
    s->steps = tp_memory_resize(NULL, (size_t)s->step_room * sizeof *s->steps);
  }
  s->steps[0] = (struct tp_orders){.seat = (int16_t)s->player};
  s->step = s->saved_step = 0;
  s->step_count = 1;
}

const struct tp_orders *tp_session_orders(const struct tp_session *s) {
  return &s->steps[s->step];
}

/* What was undone before is forgotten. */
static void add_step(struct tp_session *s, struct tp_orders orders) {
  if (s->step + 1 >= s->step_room) {
    s->step_room *= 2;
    s->steps = tp_memory_resize(s->steps, (size_t)s->step_room * sizeof *s->steps);
  }
  s->steps[++s->step] = orders;
  s->step_count = s->step + 1;
}

static void drop(struct tp_orders *orders, int index) {
  for (int i = index; i + 1 < orders->count; i++)
    orders->item[i] = orders->item[i + 1];
  orders->count--;
  orders->item[orders->count] = (struct tp_order){0};
}

/* The orders without an earlier answer to the question that `order` answers. */
static struct tp_orders room_for(const struct tp_session *s, struct tp_order order) {
  struct tp_orders orders = s->steps[s->step];
  for (int i = orders.count - 1; i >= 0; i--) {
    struct tp_order item = orders.item[i];
    if (item.kind != order.kind || item.kind == TP_ORDER_ACT)
      continue;
    if (item.kind == TP_ORDER_MOVE || item.id == order.id)
      drop(&orders, i);
  }
  return orders;
}

struct tp_verdict tp_session_check(const struct tp_session *s, struct tp_order order) {
  struct tp_orders orders = room_for(s, order);
  return tp_order_check(s->r, tp_session_world(s), &orders, order);
}

struct tp_verdict tp_session_give(struct tp_session *s, struct tp_order order) {
  struct tp_orders orders = room_for(s, order);
  struct tp_verdict verdict = tp_order_give(s->r, tp_session_world(s), &orders, order);
  if (verdict.refusal == TP_ALLOWED)
    add_step(s, orders);
  return verdict;
}

struct tp_verdict tp_session_act(struct tp_session *s, int action) {
  if (action < 0 || action >= s->r->action_count)
    return (struct tp_verdict){.refusal = TP_NO_SUCH_ORDER};
  return tp_session_give(s, (struct tp_order){.kind = TP_ORDER_ACT, .id = (int16_t)action});
}

int tp_session_has_ordered(const struct tp_session *s, int action) {
  const struct tp_orders *orders = tp_session_orders(s);
  for (int i = 0; i < orders->count; i++) {
    if (orders->item[i].kind == TP_ORDER_ACT && orders->item[i].id == action)
      return 1;
  }
  return 0;
}

int tp_session_remove(struct tp_session *s, int index) {
  struct tp_orders orders = s->steps[s->step];
  if (index < 0 || index >= orders.count)
    return 0;
  drop(&orders, index);
  add_step(s, orders);
  return 1;
}

int tp_session_can_undo(const struct tp_session *s) {
  return s->step > 0;
}

int tp_session_undo(struct tp_session *s) {
  if (!tp_session_can_undo(s))
    return 0;
  s->step--;
  return 1;
}

int tp_session_redo(struct tp_session *s) {
  if (s->step + 1 >= s->step_count)
    return 0;
  s->step++;
  return 1;
}

struct tp_means tp_session_means(const struct tp_session *s) {
  if (!s->r->actors[s->player].is_seat)
    return (struct tp_means){0};
  return tp_order_means(s->r, tp_session_world(s), tp_session_orders(s));
}

/* The orders that are carried out before the action is put to the vote. */
static struct tp_orders orders_before(const struct tp_session *s, int action) {
  struct tp_orders orders = *tp_session_orders(s);
  for (int i = 0; i < orders.count; i++) {
    if (orders.item[i].kind == TP_ORDER_ACT && orders.item[i].id == action)
      orders.count = (int16_t)i;
  }
  return orders;
}

void tp_session_poll(const struct tp_session *s, int action, struct tp_ballot *ballot) {
  const struct tp_world *w = tp_session_world(s);
  struct tp_orders before = orders_before(s, action);
  if (before.count == 0) {
    tp_council_poll(s->r, w, action, ballot);
    return;
  }
  struct tp_world *then = tp_memory_resize(NULL, s->r->world_size);
  tp_world_observe(s->r, w, s->player, tp_forecast_seed(w, s->player, 0), then);
  tp_order_carry_out(s->r, then, &before);
  tp_council_poll(s->r, then, action, ballot);
  free(then);
}
