/* What else could have been ordered in a past turn. */
#include "session/review/verdict.h"

#include "session/session.h"

struct changes {
  const struct tp_session *s;
  int turn, count, room;
  struct tp_change *list;
};

int tp_session_changed(const struct tp_session *s, int turn, const struct tp_change *change,
                       struct tp_orders *orders) {
  return tp_session_other_orders(s, turn, change->drop, change->adds ? &change->add : NULL, orders)
             .refusal == TP_ALLOWED;
}

static void propose(struct changes *c, struct tp_change change) {
  struct tp_orders orders;
  if (c->count < c->room && tp_session_changed(c->s, c->turn, &change, &orders))
    c->list[c->count++] = change;
}

static void propose_order(struct changes *c, const struct tp_orders *given, struct tp_order order) {
  if (!tp_orders_have(given, order))
    propose(c, (struct tp_change){.drop = TP_NONE, .add = order, .adds = 1});
}

/* Without an answer the first open option is taken, so leaving one out is another answer. */
static void propose_drops(struct changes *c, const struct tp_orders *given) {
  for (int i = 0; i < given->count; i++) {
    if (given->item[i].kind == TP_ORDER_ACT)
      propose(c, (struct tp_change){.drop = i});
  }
}

/* Was anything of that kind ordered about it? */
static int has_order(const struct tp_orders *given, enum tp_order_kind kind, int id) {
  for (int i = 0; i < given->count; i++) {
    if (given->item[i].kind == (int)kind && (kind == TP_ORDER_MOVE || given->item[i].id == id))
      return 1;
  }
  return 0;
}

/* What is taken when nothing is ordered is no other choice then: the first open answer. */
static int default_answer(const struct tp_rules *r, const struct tp_world *w, int event) {
  struct tp_span options = r->events[event].options;
  int choice = 0;
  while (choice < options.count && !tp_world_meets(r, w, r->options[options.first + choice].when))
    choice++;
  return choice;
}

static void propose_answers(struct changes *c, const struct tp_orders *given,
                            const struct tp_world *w) {
  const struct tp_rules *r = tp_session_rules(c->s);
  for (int i = 0; i < w->pending_count; i++) {
    int event = w->pending[i].event, answered = has_order(given, TP_ORDER_ANSWER, event);
    for (int choice = 0; choice < r->events[event].options.count; choice++)
      if (answered || choice != default_answer(r, w, event))
        propose_order(c, given,
                      (struct tp_order){TP_ORDER_ANSWER, (int16_t)event, (int16_t)choice});
  }
  int moved = has_order(given, TP_ORDER_MOVE, 0);
  for (int move = moved ? TP_HOLD_FIRM : TP_HOLD_FIRM + 1; move <= TP_STEP_BACK; move++)
    propose_order(c, given, (struct tp_order){TP_ORDER_MOVE, 0, (int16_t)move});
}

static void propose_actions(struct changes *c, const struct tp_orders *given) {
  const struct tp_rules *r = tp_session_rules(c->s);
  struct tp_span actions = r->actors[tp_session_player(c->s)].actions;
  for (int i = 0; i < actions.count; i++)
    propose_order(c, given, (struct tp_order){TP_ORDER_ACT, r->repertoire[actions.first + i], 0});
}

int tp_session_changes(const struct tp_session *s, int turn, struct tp_change *list, int room) {
  struct changes c = {.s = s, .turn = turn, .room = room, .list = list};
  const struct tp_world *w = tp_session_world_at(s, turn - 1);
  const struct tp_orders *given = tp_session_orders_at(s, turn, tp_session_player(s));
  if (!w || !given)
    return 0;
  propose_drops(&c, given);
  propose_answers(&c, given, w);
  propose_actions(&c, given);
  return c.count;
}

void tp_wording_change_made(const struct tp_session *s, int turn, const struct tp_change *change,
                            char *text, size_t size) {
  const struct tp_orders *given = tp_session_orders_at(s, turn, tp_session_player(s));
  char order[TP_WORDING_MAX];
  if (change->adds) {
    tp_wording_order(tp_session_rules(s), change->add, order, sizeof order);
    if (change->add.kind != TP_ORDER_ACT)
      TP_SAY(text, size, TP_SAY_VALUE_INDEX, order);
    else
      TP_SAY(text, size, TP_SAY_CHANGE_ALSO, order);
  } else {
    tp_wording_order(tp_session_rules(s), given->item[change->drop], order, sizeof order);
    TP_SAY(text, size, TP_SAY_CHANGE_WITHOUT, order);
  }
}
