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

void tp_write_contract(struct tp_author *author) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  tp_equation_group(author, TP_OF_CONTRACT);
  for (int actor = 0; actor < r->actor_count; actor++) {
    int self = r->actors[actor].slot;
    tp_equation(author, self + TP_CONTRACT, c->contract_rate);
    tp_equation(author, self + TP_GRIEVANCE, c->grievance_rate);
    tp_equation_term(author, c->grievance_shortfall, self + TP_SHORTFALL, TP_CAUSE_SHORTFALL,
                     TP_NONE);
    struct tp_span views = r->actors[actor].views;
    for (int i = 0; i < views.count; i++) {
      tp_equation_term(author, c->grievance_influence,
                       tp_view_slot(r, r->outlooks[views.first + i], TP_INFLUENCE),
                       TP_CAUSE_FROM_INFLUENCE, TP_NONE);
    }
  }
}

void tp_write_stability(struct tp_author *author) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  tp_equation_group(author, TP_OF_STABILITY);
  for (int actor = 0; actor < r->actor_count; actor++) {
    int self = r->actors[actor].slot;
    tp_equation(author, self + TP_STABILITY, c->stability_rate);
    tp_equation_term(author, c->stability_enrichment, self + TP_ENRICHMENT, TP_CAUSE_ENRICHMENT_LEG,
                     TP_NONE);
    tp_equation_term(author, c->stability_security, self + TP_SECURITY, TP_CAUSE_SECURITY_LEG,
                     TP_NONE);
    tp_equation_term(author, c->stability_control, self + TP_CONTROL, TP_CAUSE_FROM_CONTROL,
                     TP_NONE);
    tp_equation_term(author, c->stability_rally, self + TP_RALLY, TP_CAUSE_FROM_RALLY, TP_NONE);
    tp_equation_product(author, -c->stability_grievance / 100, self + TP_GRIEVANCE,
                        self + TP_OPENNESS, TP_CAUSE_OPEN_GRIEVANCE, TP_NONE);
  }
}

/* The mix moves with growth that misses or beats what people count on. In one sum: which of the two
 * it is changes too often for a branch. */
static void move_contract(struct tp_turn *t, int self) {
  const struct tp_coefficients *c = &t->r->coefficient;
  double missing = t->v[self + TP_SHORTFALL];
  double surplus = t->v[self + TP_PROSPERITY] - t->v[self + TP_EXPECTATION];
  int is_beaten = (missing <= 0) & (surplus > 0);
  double delta = c->contract_shortfall * missing - is_beaten * (c->contract_surplus * surplus);
  enum tp_cause cause = is_beaten ? TP_CAUSE_SURPLUS : TP_CAUSE_SHORTFALL;
  tp_change_add(t, self + TP_CONTRACT, delta, cause, self + TP_PROSPERITY, TP_NONE);
}

/* Threat that is felt and believed. */
static double believed_threat(const double *v, int self) {
  return v[self + TP_THREAT] * v[self + TP_NARRATIVE] / 100;
}

static void fade_rally(struct tp_turn *t, int self) {
  const struct tp_coefficients *c = &t->r->coefficient;
  if (t->v[self + TP_RALLY] == 0)
    return;
  double share = c->rally_fade * (1 - believed_threat(t->v, self) / c->rally_news);
  if (share < c->rally_floor)
    share = c->rally_floor;
  tp_change_add(t, self + TP_RALLY, -share * t->v[self + TP_RALLY], TP_CAUSE_FADE, self + TP_THREAT,
                TP_NONE);
}

static void derive_enrichment(struct tp_turn *t, int self) {
  int prosperity = self + TP_PROSPERITY, contract = self + TP_CONTRACT;
  struct tp_derivation d = tp_derive_actor(t, self, TP_ENRICHMENT);
  if (tp_is_watched(t)) {
    tp_derive_step(&d, t->v[prosperity] * (1 - tp_before(t, contract) / 100),
                   TP_CAUSE_ENRICHMENT_LEG, prosperity, TP_NONE);
  }
  tp_derive_end(&d, t->v[prosperity] * (1 - t->v[contract] / 100), TP_CAUSE_FROM_CONTRACT, contract,
                TP_NONE);
}

static void derive_security(struct tp_turn *t, int self) {
  int threat = self + TP_THREAT, narrative = self + TP_NARRATIVE, contract = self + TP_CONTRACT;
  struct tp_derivation d = tp_derive_actor(t, self, TP_SECURITY);
  if (tp_is_watched(t)) {
    double told = tp_before(t, narrative) / 100, mix = tp_before(t, contract) / 100;
    tp_derive_step(&d, t->v[threat] * told * mix, TP_CAUSE_FROM_THREAT, threat, TP_NONE);
    tp_derive_step(&d, believed_threat(t->v, self) * mix, TP_CAUSE_CLAIM_WEIGHT, narrative,
                   TP_NONE);
  }
  tp_derive_end(&d, believed_threat(t->v, self) * t->v[contract] / 100, TP_CAUSE_FROM_CONTRACT,
                contract, TP_NONE);
}

void tp_phase_contract(struct tp_turn *t) {
  tp_change_by(t, TP_OF_CONTRACT);
  for (int actor = 0; actor < t->r->actor_count; actor++) {
    int self = t->r->actors[actor].slot;
    move_contract(t, self);
    fade_rally(t, self);
    derive_enrichment(t, self);
    derive_security(t, self);
  }
  tp_change_by(t, TP_OF_STABILITY);
}
