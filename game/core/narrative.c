/* Narrative: the regime's story, as a set of claims that live by evidence.
 *
 * Regimes that live by a story fear colour revolutions (A5): influence operations from abroad and
 * open grievance raise revolution fear; fear raises control and the effort put into the story, and
 * so does a contract that rests on security. An actor without claims has no such fear, and its
 * control and effort stay as they are. Control wears openness down; links between peoples keep it
 * (A6).
 *
 * A claim reaches as far as effort and control carry it. It is believed as its evidence warrants
 * (A13: the American presence and Europe's dependence are evidence of several), more the wider it
 * is told (what is repeated rings true: Hasher, Goldstein and Toppino, "Frequency and the
 * Conference of Referential Validity", 1977) and when a stable ally's regime repeats it (A9: echo,
 * in proportion to government ties and the ally's standing), and less where openness lets the
 * public see what contradicts it. It is never believed beyond its reach. The strength of the
 * narrative is the mean credibility of its claims, by their weights.
 */
#include "core/phases.h"

static void write_influence(struct tp_author *author, int actor, double per_point) {
  const struct tp_rules *r = author->r;
  struct tp_span views = r->actors[actor].views;
  for (int i = 0; i < views.count; i++) {
    tp_equation_term(author, per_point, tp_view_slot(r, r->outlooks[views.first + i], TP_INFLUENCE),
                     TP_CAUSE_FROM_INFLUENCE, TP_NONE);
  }
}

static void write_fear_and_grip(struct tp_author *author, int actor) {
  const struct tp_coefficients *c = &author->r->coefficient;
  int self = author->r->actors[actor].slot, fear = self + TP_REVOLUTION_FEAR;

  tp_equation(author, fear, c->fear_rate);
  write_influence(author, actor, c->fear_influence);
  tp_equation_product(author, c->fear_grievance / 100, self + TP_GRIEVANCE, self + TP_OPENNESS,
                      TP_CAUSE_FROM_GRIEVANCE, TP_NONE);

  tp_equation(author, self + TP_EFFORT, c->effort_rate);
  tp_equation_term(author, c->effort_fear, fear, TP_CAUSE_FROM_FEAR, TP_NONE);
  tp_equation_term(author, c->effort_contract, self + TP_CONTRACT, TP_CAUSE_FROM_CONTRACT, TP_NONE);

  tp_equation(author, self + TP_CONTROL, c->control_rate);
  tp_equation_term(author, c->control_fear, fear, TP_CAUSE_FROM_FEAR, TP_NONE);
}

static void write_openness(struct tp_author *author, int actor) {
  const struct tp_rules *r = author->r;
  int self = r->actors[actor].slot;
  tp_equation(author, self + TP_OPENNESS, r->coefficient.openness_rate);
  tp_equation_term(author, -r->coefficient.openness_control, self + TP_CONTROL,
                   TP_CAUSE_FROM_CONTROL, TP_NONE);
  struct tp_span ties = r->actors[actor].ties;
  for (int i = 0; i < ties.count; i++) {
    tp_equation_term(author, r->coefficient.openness_people,
                     tp_tie_slot(r, r->incident[ties.first + i], TP_PEOPLE), TP_CAUSE_FROM_PEOPLE,
                     TP_NONE);
  }
}

static void write_reach(struct tp_author *author, int claim) {
  const struct tp_rules *r = author->r;
  int holder = r->actors[r->claims[claim].holder].slot;
  tp_equation(author, tp_claim_slot(r, claim, TP_REACH), r->coefficient.reach_rate);
  tp_equation_term(author, r->coefficient.reach_effort, holder + TP_EFFORT, TP_CAUSE_FROM_EFFORT,
                   TP_NONE);
  tp_equation_term(author, r->coefficient.reach_control, holder + TP_CONTROL, TP_CAUSE_FROM_CONTROL,
                   TP_NONE);
}

static void write_credibility(struct tp_author *author, int index) {
  const struct tp_rules *r = author->r;
  const struct tp_claim *claim = &r->claims[index];
  tp_equation(author, claim->slot + TP_CREDIBILITY, r->coefficient.credibility_rate);
  tp_equation_below(author, claim->slot + TP_REACH);
  tp_equation_term(author, r->coefficient.credibility_reach, claim->slot + TP_REACH,
                   TP_CAUSE_FROM_REACH, TP_NONE);
  for (int i = 0; i < claim->evidence.count; i++) {
    struct tp_weight term = r->weights[claim->evidence.first + i];
    tp_equation_term(author, term.weight, term.slot, TP_CAUSE_EVIDENCE, index);
  }
  for (int i = 0; i < claim->echoes.count; i++) {
    struct tp_echo echo = r->echoes[claim->echoes.first + i];
    tp_equation_product(author, r->coefficient.credibility_echo / 10000,
                        tp_tie_slot(r, echo.tie, TP_GOVERNMENT),
                        tp_actor_slot(r, echo.ally, TP_STABILITY), TP_CAUSE_ECHO, echo.ally);
  }
  int openness = tp_actor_slot(r, claim->holder, TP_OPENNESS);
  for (int i = 0; i < claim->contradiction.count; i++) {
    struct tp_weight term = r->weights[claim->contradiction.first + i];
    tp_equation_product(author, -term.weight / 100, term.slot, openness, TP_CAUSE_CONTRADICTION,
                        index);
  }
}

void tp_write_narrative(struct tp_author *author) {
  const struct tp_rules *r = author->r;
  tp_equation_group(author, TP_OF_NARRATIVE);
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (r->actors[actor].claims.count > 0)
      write_fear_and_grip(author, actor);
    write_openness(author, actor);
  }
  for (int claim = 0; claim < r->claim_count; claim++) {
    write_reach(author, claim);
    write_credibility(author, claim);
  }
}

static void derive_narrative(struct tp_turn *t, int actor) {
  const struct tp_rules *r = t->r;
  struct tp_span claims = r->actors[actor].claims;
  if (claims.count == 0)
    return;
  struct tp_derivation d = tp_derive_actor(t, r->actors[actor].slot, TP_NARRATIVE);
  double weights = 0, now = 0, before = 0;
  for (int i = claims.first; i < claims.first + claims.count; i++) {
    double weight = r->claims[i].weight;
    int slot = tp_claim_slot(r, i, TP_CREDIBILITY);
    weights += weight;
    now += weight * t->v[slot];
    before += weight * tp_before(t, slot);
  }
  double so_far = before;
  for (int i = claims.first; tp_is_watched(t) && i < claims.first + claims.count; i++) {
    int slot = tp_claim_slot(r, i, TP_CREDIBILITY);
    so_far += r->claims[i].weight * (t->v[slot] - tp_before(t, slot));
    tp_derive_step(&d, so_far / weights, TP_CAUSE_CLAIM_WEIGHT, slot, i);
  }
  tp_derive_end(&d, now / weights, TP_CAUSE_CLAIM_WEIGHT, TP_NONE, TP_NONE);
}

void tp_phase_narrative(struct tp_turn *t) {
  tp_change_by(t, TP_OF_NARRATIVE);
  for (int actor = 0; actor < t->r->actor_count; actor++)
    derive_narrative(t, actor);
}
