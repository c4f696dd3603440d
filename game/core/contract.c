/* The social contract: what lets a regime stand.
 *
 * Stability rests on two legs (A7): enrichment, and security when the economy slows. The contract
 * mix moves to security when growth misses expectation and back slowly when it exceeds it. The
 * security leg is perceived threat times narrative strength (A8): a threat nobody believes in, or a
 * story without a threat, holds nothing up. Control adds; grievance takes away as far as openness
 * lets it act (A6), and a rally adds while it lasts.
 *
 * A rally fades by a share each turn; the stronger the security leg (threat stays in the news and
 * is believed), the slower. After 2014 it lasted about three years (Levada); after a short scare
 * weeks.
 *
 * stability -> offset + enrichment*(1-contract) + security*contract + control - openness*grievance
 *              + rally
 * Source for growth as the largest term: Treisman, "Presidential Popularity in a Hybrid Regime",
 * AJPS 2011. Left out: elites and succession.
 */
#include "core/phases.h"

static double shortfall(const double *self) {
  double missing = self[TP_EXPECTATION] - self[TP_PROSPERITY];
  return missing > 0 ? missing : 0;
}

static void move_contract(struct tp_turn *t, int actor) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int base = t->r->actors[actor].slot;
  const double *self = t->v + base;
  double missing = shortfall(self);
  double surplus = self[TP_PROSPERITY] - self[TP_EXPECTATION] + missing;
  struct tp_move m = tp_move_begin(t, base + TP_CONTRACT, c->contract_rate);
  tp_move_end(&m);
  tp_change_add(t, base + TP_CONTRACT, c->contract_shortfall * missing, TP_CAUSE_SHORTFALL,
                base + TP_PROSPERITY, TP_NONE);
  tp_change_add(t, base + TP_CONTRACT, -c->contract_surplus * surplus, TP_CAUSE_SURPLUS,
                base + TP_PROSPERITY, TP_NONE);
}

static void move_grievance(struct tp_turn *t, int actor) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  int base = r->actors[actor].slot;
  struct tp_move m = tp_move_begin(t, base + TP_GRIEVANCE, c->grievance_rate);
  tp_move_term(&m, c->grievance_shortfall * shortfall(t->v + base), TP_CAUSE_SHORTFALL,
               base + TP_PROSPERITY, TP_NONE);
  struct tp_span views = r->actors[actor].views;
  for (int i = 0; i < views.count; i++) {
    int slot = tp_view_slot(r, r->outlooks[views.first + i], TP_INFLUENCE);
    tp_move_term(&m, c->grievance_influence * t->v[slot], TP_CAUSE_FROM_INFLUENCE, slot, TP_NONE);
  }
  tp_move_end(&m);
}

static double security_leg(const double *self) {
  return self[TP_THREAT] * self[TP_NARRATIVE] / 100;
}

static void fade_rally(struct tp_turn *t, int actor) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int base = t->r->actors[actor].slot;
  double share = c->rally_fade * (1 - security_leg(t->v + base) / c->rally_news);
  if (share < c->rally_floor)
    share = c->rally_floor;
  tp_change_add(t, base + TP_RALLY, -share * t->v[base + TP_RALLY], TP_CAUSE_FADE, base + TP_THREAT,
                TP_NONE);
}

static void move_stability(struct tp_turn *t, int actor) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int base = t->r->actors[actor].slot;
  const double *self = t->v + base;
  double security = self[TP_CONTRACT] / 100, enrichment = 1 - security;
  struct tp_move m = tp_move_begin(t, base + TP_STABILITY, c->stability_rate);
  tp_move_term(&m, c->stability_enrichment * self[TP_PROSPERITY] * enrichment,
               TP_CAUSE_ENRICHMENT_LEG, base + TP_PROSPERITY, TP_NONE);
  tp_move_term(&m, c->stability_security * security_leg(self) * security, TP_CAUSE_SECURITY_LEG,
               base + TP_THREAT, TP_NONE);
  tp_move_term(&m, c->stability_control * self[TP_CONTROL], TP_CAUSE_FROM_CONTROL,
               base + TP_CONTROL, TP_NONE);
  tp_move_term(&m, -c->stability_grievance * self[TP_OPENNESS] * self[TP_GRIEVANCE] / 100,
               TP_CAUSE_OPEN_GRIEVANCE, base + TP_GRIEVANCE, TP_NONE);
  tp_move_term(&m, c->stability_rally * self[TP_RALLY], TP_CAUSE_FROM_RALLY, base + TP_RALLY,
               TP_NONE);
  tp_move_end(&m);
}

void tp_phase_contract(struct tp_turn *t) {
  for (int actor = 0; actor < t->r->actor_count; actor++) {
    move_contract(t, actor);
    move_grievance(t, actor);
    fade_rally(t, actor);
    move_stability(t, actor);
  }
}
