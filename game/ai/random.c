/* Random: any orders that are allowed, in a random order, until the means or the luck run out. */
#include "ai/kinds.h"
#include "core/chance.h"

static int draw(const struct tp_world *w, int seat, int which, int count) {
  return (int)(tp_chance_unit(w->seed, w->turn, seat, TP_DRAW_POLICY, which) * count);
}

void tp_random_choose(const struct tp_rules *r, const struct tp_world *w,
                      struct tp_orders *orders) {
  int seat = orders->seat;
  for (int i = 0; i < w->pending_count; i++) {
    int event = w->pending[i].event, options = r->events[event].options.count;
    struct tp_order order = {.kind = TP_ORDER_ANSWER,
                             .id = (int16_t)event,
                             .choice = (int16_t)draw(w, seat, 1000 + i, options)};
    tp_order_give(r, w, orders, order);
  }
  struct tp_order move = {.kind = TP_ORDER_MOVE, .choice = (int16_t)draw(w, seat, 2000, 3)};
  tp_order_give(r, w, orders, move);
  struct tp_span actions = r->actors[seat].actions;
  for (int attempt = 0; actions.count > 0 && attempt < 6; attempt++) {
    int action = r->repertoire[actions.first + draw(w, seat, attempt, actions.count)];
    tp_order_give(r, w, orders, (struct tp_order){.kind = TP_ORDER_ACT, .id = (int16_t)action});
  }
}
