/* Deterrence: the gap between what an adversary could use and what it would meet.
 *
 * Europe is deterred for by its own capability (autonomy times forces) and by the guarantor's
 * presence as far as it is meant. Where the adversary's usable power exceeds both, a gap opens: it
 * invites pressure, makes the adversary more assertive, and raises the hazard of a crisis. Trade
 * with the adversary restrains (A4): who cuts it removes a restraint.
 *
 * deterrence = own * autonomy * military / 100 + presence * (presence * commitment / 100)
 * gap        = share * adversary's usable power - deterrence, not below 0
 * hazard     = highest * S((gap + tension + assertiveness - trade, weighted, - middle) / width)
 *
 * S is the softsign sigmoid, which needs no library function and rises like the logistic one.
 */
#include "core/phases.h"

static double sigmoid(double x) {
  return 0.5 + 0.5 * x / (1 + (x < 0 ? -x : x));
}

static int front_trade(const struct tp_rules *r) {
  return r->front == TP_NONE ? TP_NONE : tp_tie_slot(r, r->front, TP_ECONOMY);
}

/* Conduct abroad: bolder with power beyond the threshold of coercion, before an open gap, and with
 * less trade to lose. The gap counts for the union's adversary alone. */
static void write_assertiveness(struct tp_author *author, int actor) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  int self = r->actors[actor].slot;
  tp_equation(author, self + TP_ASSERTIVENESS, c->assertiveness_rate);
  tp_equation_term(author, c->assertiveness_power, self + TP_COERCION, TP_CAUSE_FROM_POWER,
                   TP_NONE);
  if (actor != r->adversary || r->unite == TP_NONE)
    return;
  tp_equation_term(author, c->assertiveness_gap, tp_actor_slot(r, r->unite, TP_GAP),
                   TP_CAUSE_FROM_GAP, TP_NONE);
  tp_equation_term(author, -c->assertiveness_stake, front_trade(r), TP_CAUSE_FROM_ECONOMY, TP_NONE);
}

static void write_tension(struct tp_author *author) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  tp_equation(author, tp_world_slot(r, TP_TENSION), c->tension_rate);
  tp_equation_term(author, c->tension_assertiveness,
                   tp_actor_slot(r, r->adversary, TP_ASSERTIVENESS), TP_CAUSE_FROM_ASSERTIVENESS,
                   TP_NONE);
  int toward = r->actors[r->unite].adversary_view;
  int back = toward == TP_NONE ? TP_NONE : r->views[toward].back;
  if (toward != TP_NONE) {
    tp_equation_term(author, c->tension_sanctions, tp_view_slot(r, toward, TP_SANCTIONS),
                     TP_CAUSE_FROM_SANCTIONS, TP_NONE);
  }
  if (back != TP_NONE) {
    tp_equation_term(author, c->tension_sanctions, tp_view_slot(r, back, TP_SANCTIONS),
                     TP_CAUSE_FROM_SANCTIONS, TP_NONE);
  }
  tp_equation_term(author, c->tension_crisis, tp_world_slot(r, TP_CRISIS), TP_CAUSE_FROM_CRISIS,
                   TP_NONE);
}

void tp_write_deterrence(struct tp_author *author) {
  const struct tp_rules *r = author->r;
  tp_equation_group(author, TP_OF_DETERRENCE);
  tp_equation(author, tp_world_slot(r, TP_COMMITMENT), r->coefficient.commitment_rate);
  tp_equation_term(author, -r->coefficient.commitment_unilateralism,
                   tp_world_slot(r, TP_UNILATERALISM), TP_CAUSE_FROM_UNILATERALISM, TP_NONE);
  for (int actor = 0; actor < r->actor_count; actor++)
    write_assertiveness(author, actor);
  if (r->unite != TP_NONE && r->adversary != TP_NONE)
    write_tension(author);
}

static double own_part(const struct tp_turn *t, double autonomy, double military) {
  return t->r->coefficient.deterrence_own * autonomy * military / 100;
}

static double lent_part(const struct tp_turn *t, double presence, double commitment) {
  return t->r->coefficient.deterrence_presence * presence * commitment / 100;
}

static void derive_deterrence(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  int base = r->actors[r->unite].slot;
  int autonomy = base + TP_AUTONOMY, military = base + TP_MILITARY;
  int commitment = tp_world_slot(r, TP_COMMITMENT);
  int presence =
      r->guarantee_view == TP_NONE ? TP_NONE : tp_view_slot(r, r->guarantee_view, TP_PRESENCE);
  double lent = 0;
  struct tp_derivation d = tp_derive_actor(t, base, TP_DETERRENCE);
  if (presence != TP_NONE) {
    lent = lent_part(t, t->v[presence], t->v[commitment]);
    if (tp_is_watched(t)) {
      double own_before = own_part(t, tp_before(t, autonomy), tp_before(t, military));
      tp_derive_step(&d, own_before + lent_part(t, t->v[presence], tp_before(t, commitment)),
                     TP_CAUSE_FROM_PRESENCE, presence, TP_NONE);
      tp_derive_step(&d, own_before + lent, TP_CAUSE_FROM_PRESENCE, commitment, TP_NONE);
    }
  }
  if (tp_is_watched(t)) {
    tp_derive_step(&d, own_part(t, t->v[autonomy], tp_before(t, military)) + lent,
                   TP_CAUSE_FROM_AUTONOMY, autonomy, TP_NONE);
  }
  tp_derive_end(&d, own_part(t, t->v[autonomy], t->v[military]) + lent, TP_CAUSE_OWN_FORCES,
                military, TP_NONE);
}

static void derive_gap(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  int deterrence = tp_actor_slot(r, r->unite, TP_DETERRENCE);
  int power = tp_actor_slot(r, r->adversary, TP_POWER);
  double share = r->coefficient.gap_power;
  struct tp_derivation d = tp_derive_actor(t, r->actors[r->unite].slot, TP_GAP);
  if (tp_is_watched(t)) {
    double so_far = share * t->v[power] - tp_before(t, deterrence);
    tp_derive_step(&d, so_far > 0 ? so_far : 0, TP_CAUSE_FROM_POWER, power, TP_NONE);
  }
  tp_derive_end(&d, share * t->v[power] - t->v[deterrence], TP_CAUSE_FROM_PRESENCE, deterrence,
                TP_NONE);
}

static double pressure(const struct tp_turn *t, double gap, double tension, double trade) {
  const struct tp_coefficients *c = &t->r->coefficient;
  double assertiveness = t->v[tp_actor_slot(t->r, t->r->adversary, TP_ASSERTIVENESS)];
  return gap + c->hazard_tension * tension + c->hazard_assertiveness * assertiveness -
         c->hazard_stake * trade;
}

static double hazard(const struct tp_coefficients *c, double pressure_now) {
  double share = sigmoid((pressure_now - c->hazard_middle) / c->hazard_width);
  return c->hazard_scale * c->hazard_highest * share;
}

static void derive_hazard(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  int gap = tp_actor_slot(r, r->unite, TP_GAP), tension = tp_world_slot(r, TP_TENSION);
  int stake = front_trade(r);
  double trade = stake == TP_NONE ? 0 : t->v[stake];
  double trade_before = stake == TP_NONE ? 0 : tp_before(t, stake);
  struct tp_derivation d = tp_derive_begin(t, tp_world_slot(r, TP_HAZARD));
  if (tp_is_watched(t)) {
    double old = tp_before(t, tension);
    tp_derive_step(&d, hazard(c, pressure(t, t->v[gap], old, trade_before)), TP_CAUSE_FROM_GAP, gap,
                   TP_NONE);
    tp_derive_step(&d, hazard(c, pressure(t, t->v[gap], t->v[tension], trade_before)),
                   TP_CAUSE_FROM_TENSION, tension, TP_NONE);
  }
  tp_derive_end(&d, hazard(c, pressure(t, t->v[gap], t->v[tension], trade)), TP_CAUSE_FROM_ECONOMY,
                stake, TP_NONE);
}

void tp_phase_deterrence(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  tp_change_by(t, TP_OF_DETERRENCE);
  if (r->unite == TP_NONE || r->adversary == TP_NONE)
    return;
  derive_deterrence(t);
  derive_gap(t);
  derive_hazard(t);
}
