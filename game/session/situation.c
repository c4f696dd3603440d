/* What the player faces: decisions and crises. */
#include "session/state.h"

#include "session/phrases.h"

int tp_session_decisions(const struct tp_session *s) {
  const struct tp_world *w = tp_session_world(s);
  int count = 0;
  for (int i = 0; i < w->pending_count; i++)
    count += w->pending[i].seat == s->player;
  return count;
}

/* The event of the player's decision number `index`, or TP_NONE. */
static int waiting(const struct tp_session *s, int index) {
  const struct tp_world *w = tp_session_world(s);
  for (int i = 0; i < w->pending_count; i++) {
    if (w->pending[i].seat == s->player && index-- == 0)
      return w->pending[i].event;
  }
  return TP_NONE;
}

int tp_session_decision(const struct tp_session *s, int index, struct tp_decision *decision) {
  int event = waiting(s, index);
  if (event == TP_NONE)
    return 0;
  struct tp_span options = s->r->events[event].options;
  *decision = (struct tp_decision){.event = event,
                                   .option_count = options.count,
                                   .answer = TP_NONE,
                                   .options = s->r->options + options.first};
  for (int i = 0; i < options.count && i < TP_OPTIONS_MAX; i++)
    decision->open[i] = tp_world_meets(s->r, tp_session_world(s), decision->options[i].when);
  const struct tp_orders *orders = tp_session_orders(s);
  for (int i = 0; i < orders->count; i++) {
    if (orders->item[i].kind == TP_ORDER_ANSWER && orders->item[i].id == event)
      decision->answer = orders->item[i].choice;
  }
  return 1;
}

static int is_called(const struct tp_rules *r, int target) {
  if (r->guarantor == TP_NONE || target == r->guarantor)
    return 0;
  int tie = tp_rules_tie(r, r->guarantor, target);
  return tie != TP_NONE && r->ties[tie].ally;
}

static int chosen_move(const struct tp_session *s) {
  const struct tp_orders *orders = tp_session_orders(s);
  for (int i = 0; i < orders->count; i++) {
    if (orders->item[i].kind == TP_ORDER_MOVE)
      return orders->item[i].choice;
  }
  return TP_HOLD_FIRM;
}

/* What stepping back costs each side, and what it gives to the one who stands. */
static void weigh_outcomes(const struct tp_rules *r, const struct tp_world *w,
                           struct tp_crisis_state *crisis) {
  const struct tp_coefficients *c = &r->coefficient;
  int first =
      crisis->ours && crisis->other == crisis->challenger ? crisis->target : crisis->challenger;
  int sides[2] = {first, first == crisis->target ? crisis->challenger : crisis->target};
  double can_rally[2];
  for (int i = 0; i < 2; i++) {
    int has_claims = r->actors[sides[i]].claims.count > 0;
    crisis->stability_lost[i] = c->crisis_backing_down * crisis->step;
    crisis->credibility_lost[i] = has_claims ? c->crisis_disbelief * crisis->step : 0;
    crisis->consent_lost[i] = sides[i] == r->unite ? c->crisis_dismay * crisis->step : 0;
    can_rally[i] = tp_crisis_can_rally(w->v[tp_actor_slot(r, sides[i], TP_STABILITY)]);
    crisis->rally_won[i] = c->crisis_triumph * crisis->step * can_rally[i];
  }
  crisis->rally_escalated = c->crisis_step_rally * can_rally[0];
  crisis->easing = c->crisis_easing;
  crisis->prosperity_war = c->crisis_war;
}

void tp_session_crisis(const struct tp_session *s, struct tp_crisis_state *crisis) {
  const struct tp_rules *r = s->r;
  const struct tp_world *w = tp_session_world(s);
  *crisis = (struct tp_crisis_state){
      .challenger = TP_NONE, .target = TP_NONE, .other = TP_NONE, .move = TP_HOLD_FIRM};
  if (w->crisis.challenger == TP_NONE)
    return;
  crisis->on = 1;
  crisis->challenger = w->crisis.challenger;
  crisis->target = w->crisis.target;
  crisis->ours = crisis->challenger == s->player || crisis->target == s->player;
  if (crisis->ours)
    crisis->other = crisis->challenger == s->player ? crisis->target : crisis->challenger;
  crisis->step = (int)w->v[tp_world_slot(r, TP_CRISIS)];
  crisis->age = w->crisis.age;
  crisis->called = is_called(r, crisis->target);
  crisis->honoured = w->crisis.honoured;
  crisis->move = chosen_move(s);
  weigh_outcomes(r, w, crisis);
}

void tp_session_crisis_ways(const struct tp_session *s, const int games[TP_CRISIS_WAYS], char *text,
                            size_t size) {
  static const enum tp_phrase phrases[] = {[TP_CRISIS_WON] = TP_SAY_CRISIS_WAY_WON,
                                           [TP_CRISIS_EASED] = TP_SAY_CRISIS_WAY_EASED,
                                           [TP_CRISIS_GOES_ON] = TP_SAY_CRISIS_WAY_GOES_ON,
                                           [TP_CRISIS_WAR] = TP_SAY_CRISIS_WAY_WAR};
  struct tp_crisis_state crisis;
  char parts[TP_WORDING_MAX] = "", one[TP_WORDING_MAX];
  double all = 0;
  for (int way = 0; way < TP_CRISIS_WAYS; way++)
    all += games[way];
  tp_session_crisis(s, &crisis);
  if (size > 0)
    text[0] = '\0';
  if (!crisis.ours || all == 0 || games[TP_CRISIS_LOST] > 0)
    return;
  for (int way = 0; way < TP_CRISIS_LOST; way++) {
    if (games[way] > 0)
      tp_phrase_list(parts, sizeof parts,
                     TP_SAY(one, sizeof one, phrases[way], TP_WHOLE(100 * games[way] / all),
                            s->r->actors[crisis.other].words.title));
  }
  TP_SAY(text, size, TP_SAY_CRISIS_WAYS, parts);
}

void tp_session_move_text(const struct tp_session *s, enum tp_crisis_move move, char *text,
                          size_t size) {
  struct tp_crisis_state crisis;
  char a[TP_FIGURE_MAX], b[TP_FIGURE_MAX], c[TP_FIGURE_MAX];
  tp_session_crisis(s, &crisis);
  if (size > 0)
    text[0] = '\0';
  if (!crisis.on)
    return;
  switch (move) {
  case TP_HOLD_FIRM:
    TP_SAY(text, size, TP_SAY_MOVE_HOLD_TEXT, tp_wording_number(100 * crisis.easing, a),
           tp_wording_number(crisis.rally_won[0], b));
    break;
  case TP_ESCALATE:
    TP_SAY(text, size, TP_SAY_MOVE_ESCALATE_TEXT, tp_wording_step(crisis.step),
           tp_wording_number(crisis.prosperity_war, a),
           tp_wording_number(crisis.rally_escalated, b),
           tp_wording_number(crisis.stability_lost[1], c));
    break;
  case TP_STEP_BACK:
    if (crisis.credibility_lost[0] < 0.05) { /* who makes no claims loses none of their belief */
      TP_SAY(text, size, TP_SAY_MOVE_BACK_PLAIN, tp_wording_number(crisis.stability_lost[0], a),
             tp_wording_number(crisis.consent_lost[0], b));
      break;
    }
    TP_SAY(text, size, TP_SAY_MOVE_BACK_TEXT, tp_wording_number(crisis.stability_lost[0], a),
           tp_wording_number(crisis.credibility_lost[0], b),
           tp_wording_number(crisis.consent_lost[0], c));
    break;
  }
}
