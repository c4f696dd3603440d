#include "session/reason.h"

#include "session/phrases.h"
#include "session/session.h"
#include "session/wording.h"

static const enum tp_phrase phrases[TP_REFUSALS] = {
    [TP_NO_SUCH_ORDER] = TP_SAY_NO_SUCH_ORDER,
    [TP_NOT_YOURS] = TP_SAY_NOT_YOURS,
    [TP_GAME_IS_OVER] = TP_SAY_GAME_IS_OVER,
    [TP_ORDERS_FULL] = TP_SAY_ORDERS_FULL,
    [TP_ALREADY_ORDERED] = TP_SAY_ALREADY_ORDERED,
    [TP_IS_BANNED] = TP_SAY_IS_BANNED,
    [TP_UNDER_WAY] = TP_SAY_UNDER_WAY,
    [TP_COOLING_DOWN] = TP_SAY_COOLING_DOWN,
    [TP_USED_UP] = TP_SAY_USED_UP,
    [TP_CONDITION_UNMET] = TP_SAY_CONDITION_UNMET,
    [TP_EXCLUDED] = TP_SAY_EXCLUDED,
    [TP_NO_BUDGET] = TP_SAY_NO_BUDGET,
    [TP_NO_CAPITAL] = TP_SAY_NO_CAPITAL,
    [TP_NO_ATTENTION] = TP_SAY_NO_ATTENTION,
    [TP_NOT_PENDING] = TP_SAY_NOT_PENDING,
    [TP_NO_CRISIS] = TP_SAY_NO_CRISIS,
};

/* What is missing, rounded up to a tenth, so that having it is always enough. */
static void missing(double x, char text[TP_FIGURE_MAX]) {
  int tenths = (int)(x * 10);
  if (tenths < x * 10)
    tenths++;
  tp_phrase_number(text, tenths / 10.0, tenths % 10 == 0 ? 0 : 1);
}

static void turns(double x, char *text, size_t size) {
  TP_SAY(text, size, x > 1 ? TP_SAY_COST_TURNS : TP_SAY_COST_TURN, TP_WHOLE(x));
}

void tp_order_reason(const struct tp_rules *r, struct tp_verdict verdict, char *text, size_t size) {
  char with[TP_WORDING_MAX] = "";
  if (size == 0)
    return;
  text[0] = '\0';
  switch (verdict.refusal) {
  case TP_ALLOWED:
  case TP_REFUSALS:
    return;
  case TP_UNDER_WAY:
  case TP_COOLING_DOWN:
    turns(verdict.number, with, sizeof with);
    break;
  case TP_NO_BUDGET:
  case TP_NO_CAPITAL:
  case TP_NO_ATTENTION:
    missing(verdict.number, with);
    break;
  case TP_CONDITION_UNMET: {
    struct tp_condition c = {
        .slot = (int16_t)verdict.slot, .op = (int16_t)verdict.op, .value = verdict.number};
    tp_wording_condition(r, &c, with, sizeof with);
    break;
  }
  case TP_EXCLUDED:
    if (verdict.number < r->action_count)
      tp_phrase_append(with, sizeof with, r->actions[(int)verdict.number].words.title);
    break;
  default:
    break;
  }
  TP_SAY(text, size, phrases[verdict.refusal], with);
}

void tp_session_reason(const struct tp_session *s, struct tp_verdict verdict, char *text,
                       size_t size) {
  const struct tp_rules *r = tp_session_rules(s);
  char value[80], now[100];
  tp_order_reason(r, verdict, text, size);
  if (verdict.refusal != TP_CONDITION_UNMET || verdict.slot == tp_world_slot(r, TP_TURN) ||
      tp_session_hides(s, verdict.slot))
    return;
  tp_wording_value(r, verdict.slot, tp_session_world(s)->v[verdict.slot], value, sizeof value);
  tp_phrase_append(text, size, TP_SAY(now, sizeof now, TP_SAY_CONDITION_NOW, value));
}
