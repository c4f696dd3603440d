/* Crises: a ladder of five steps between a challenger and a target.
 *
 * The hazard decides when one opens. It rallies both publics at once, as far as they do not stand
 * by their regime yet, so crises in a row add less and less (Baum, "The Constituent Foundations of
 * the Rally-Round-the-Flag Phenomenon", ISQ 2002: who rallies are those who disapproved). If the
 * target stands under the guarantee, the guarantor is called on and honours it with a chance that
 * follows its commitment and its unilateralism (historically alliances are honoured about half to
 * three quarters of the time: Leeds 2003; Berkemeier and Fuhrmann 2018). Each turn either side may
 * escalate, hold firm or step back. Backing down costs stability, credibility and cohesion, the
 * more the higher the ladder; who stands gains a rally. When both hold the crisis may ease by
 * itself. The fifth step is war.
 */
#include "core/chance.h"
#include "core/phases.h"

static int step_slot(const struct tp_turn *t) {
  return tp_world_slot(t->r, TP_CRISIS);
}

static void set_step(struct tp_turn *t, double step, enum tp_cause cause) {
  tp_change_to(t, step_slot(t), step, cause, TP_NONE, TP_NONE);
}

static int is_protected(const struct tp_rules *r, int actor) {
  if (r->guarantor == TP_NONE || actor == r->guarantor)
    return 0;
  int tie = tp_rules_tie(r, r->guarantor, actor);
  return tie != TP_NONE && r->ties[tie].ally;
}

static void deny_guarantee(struct tp_turn *t, int target) {
  const struct tp_rules *r = t->r;
  double dismay = r->coefficient.guarantee_dismay;
  tp_change_add(t, tp_world_slot(r, TP_COMMITMENT), -dismay, TP_CAUSE_GUARANTEE, TP_NONE, TP_NONE);
  for (int i = 0; target == r->unite && i < r->actor_count; i++) {
    if (r->actors[i].kind != TP_KIND_MEMBER)
      continue;
    tp_change_add(t, tp_actor_slot(r, i, TP_RELIANCE), -dismay, TP_CAUSE_GUARANTEE, TP_NONE,
                  TP_NONE);
  }
}

static void call_guarantor(struct tp_turn *t, int challenger, int target) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  if (!is_protected(r, target))
    return;
  double chance = c->guarantee_base +
                  c->guarantee_commitment * t->v[tp_world_slot(r, TP_COMMITMENT)] -
                  c->guarantee_unilateralism * t->v[tp_world_slot(r, TP_UNILATERALISM)];
  if (chance < 0)
    chance = 0;
  if (chance > 1)
    chance = 1;
  int honoured =
      tp_chance_unit(t->w->seed, t->w->turn, target, TP_DRAW_GUARANTEE, challenger) < chance;
  t->w->crisis.honoured = (int16_t)honoured;
  tp_turn_note(t, TP_FACT_GUARANTEE, r->guarantor, target, honoured, chance);
  if (honoured) {
    tp_change_add(t, tp_actor_slot(r, challenger, TP_ASSERTIVENESS), -c->guarantee_resolve,
                  TP_CAUSE_GUARANTEE, TP_NONE, TP_NONE);
  } else {
    deny_guarantee(t, target);
  }
}

/* A public rallies as far as it does not stand by its regime yet. */
static void rally(struct tp_turn *t, int actor, double points, enum tp_cause cause) {
  double left = tp_crisis_can_rally(t->v[tp_actor_slot(t->r, actor, TP_STABILITY)]);
  tp_change_add(t, tp_actor_slot(t->r, actor, TP_RALLY), points * left, cause, step_slot(t),
                TP_NONE);
}

void tp_crisis_open(struct tp_turn *t, int challenger, int target) {
  if (t->w->crisis.challenger != TP_NONE)
    return;
  t->w->crisis = (struct tp_crisis){.challenger = (int16_t)challenger, .target = (int16_t)target};
  set_step(t, 1, TP_CAUSE_CRISIS_OPENS);
  tp_turn_note(t, TP_FACT_CRISIS_OPENED, challenger, target, 0, 0);
  rally(t, challenger, t->r->coefficient.crisis_rally, TP_CAUSE_CRISIS_OPENS);
  rally(t, target, t->r->coefficient.crisis_rally, TP_CAUSE_CRISIS_OPENS);
  call_guarantor(t, challenger, target);
}

static void back_down(struct tp_turn *t, int actor, double step) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  tp_change_add(t, tp_actor_slot(r, actor, TP_STABILITY), -c->crisis_backing_down * step,
                TP_CAUSE_CRISIS_ENDS, step_slot(t), TP_NONE);
  struct tp_span claims = r->actors[actor].claims;
  for (int i = claims.first; i < claims.first + claims.count; i++) {
    tp_change_add(t, tp_claim_slot(r, i, TP_CREDIBILITY), -c->crisis_disbelief * step,
                  TP_CAUSE_CRISIS_ENDS, step_slot(t), TP_NONE);
  }
  for (int i = 0; actor == r->unite && i < r->actor_count; i++) {
    if (!r->actors[i].votes)
      continue;
    tp_change_add(t, tp_actor_slot(r, i, TP_CONSENT), -c->crisis_dismay * step,
                  TP_CAUSE_CRISIS_ENDS, step_slot(t), TP_NONE);
  }
}

static void end_crisis(struct tp_turn *t, int loser, int winner) {
  double step = t->v[step_slot(t)];
  if (loser != TP_NONE)
    back_down(t, loser, step);
  if (winner != TP_NONE)
    rally(t, winner, t->r->coefficient.crisis_triumph * step, TP_CAUSE_CRISIS_ENDS);
  tp_turn_note(t, TP_FACT_CRISIS_ENDED, loser, winner, (int)step, 0);
  t->w->crisis = (struct tp_crisis){.challenger = TP_NONE, .target = TP_NONE};
  set_step(t, 0, TP_CAUSE_CRISIS_ENDS);
}

static void break_into_war(struct tp_turn *t) {
  int sides[] = {t->w->crisis.challenger, t->w->crisis.target};
  for (int i = 0; i < 2; i++) {
    tp_change_add(t, tp_actor_slot(t->r, sides[i], TP_PROSPERITY), -t->r->coefficient.crisis_war,
                  TP_CAUSE_FROM_CRISIS, step_slot(t), TP_NONE);
  }
}

static void escalate(struct tp_turn *t, int escalations) {
  double step = t->v[step_slot(t)] + escalations;
  set_step(t, step < TP_CRISIS_WAR_STEP ? step : TP_CRISIS_WAR_STEP, TP_CAUSE_CRISIS_MOVE);
  int sides[] = {t->w->crisis.challenger, t->w->crisis.target};
  for (int i = 0; i < 2; i++) {
    if (t->crisis_move[i] == TP_ESCALATE)
      rally(t, sides[i], t->r->coefficient.crisis_step_rally, TP_CAUSE_CRISIS_MOVE);
  }
  if (step >= TP_CRISIS_WAR_STEP)
    break_into_war(t);
}

/* While a crisis lasts, each side sees the other as more of a menace; it settles afterwards. */
static void frighten(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  const int16_t sides[] = {t->w->crisis.challenger, t->w->crisis.target};
  double step = t->v[step_slot(t)];
  for (int i = 0; i < 2; i++) {
    int view = tp_rules_view(r, sides[i], sides[1 - i]);
    if (view == TP_NONE)
      continue;
    tp_change_add(t, tp_view_slot(r, view, TP_MENACE),
                  r->coefficient.menace_rate * r->coefficient.menace_crisis * step,
                  TP_CAUSE_FROM_CRISIS, step_slot(t), TP_NONE);
  }
}

void tp_crisis_move_made(struct tp_turn *t, int actor, enum tp_crisis_move move) {
  t->crisis_move[actor == t->w->crisis.target] = move;
}

static int eases(const struct tp_turn *t) {
  return tp_chance_unit(t->w->seed, t->w->turn, t->w->crisis.challenger, TP_DRAW_EASING, 0) <
         t->r->coefficient.crisis_easing;
}

static void resolve_moves(struct tp_turn *t) {
  struct tp_crisis *crisis = &t->w->crisis;
  enum tp_crisis_move a = t->crisis_move[0], b = t->crisis_move[1];
  int step = (int)t->v[step_slot(t)];
  tp_turn_note(t, TP_FACT_CRISIS_MOVED, crisis->challenger, (int)a, step, 0);
  tp_turn_note(t, TP_FACT_CRISIS_MOVED, crisis->target, (int)b, step, 0);
  crisis->age++;
  if (step >= TP_CRISIS_WAR_STEP) {
    end_crisis(t, TP_NONE, TP_NONE);
  } else if (a == TP_STEP_BACK || b == TP_STEP_BACK) {
    int loser = a == TP_STEP_BACK ? crisis->challenger : crisis->target;
    int winner = a == TP_STEP_BACK ? crisis->target : crisis->challenger;
    if (a == b)
      loser = winner = TP_NONE;
    end_crisis(t, loser, winner);
  } else if (a == TP_ESCALATE || b == TP_ESCALATE) {
    escalate(t, (a == TP_ESCALATE) + (b == TP_ESCALATE));
  } else if (eases(t)) {
    end_crisis(t, TP_NONE, TP_NONE);
  }
}

void tp_phase_crisis(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  if (t->w->crisis.challenger != TP_NONE)
    frighten(t);
  if (t->crisis_at_start) {
    resolve_moves(t);
    return;
  }
  if (t->w->crisis.challenger != TP_NONE || r->unite == TP_NONE || r->adversary == TP_NONE)
    return;
  double hazard = t->v[tp_world_slot(r, TP_HAZARD)] / 100;
  if (tp_chance_unit(t->w->seed, t->w->turn, r->adversary, TP_DRAW_CRISIS, r->unite) < hazard) {
    tp_crisis_open(t, r->adversary, r->unite);
  }
}
