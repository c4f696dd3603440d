/* Narrative: the regime's story, as a set of claims that live by evidence.
 *
 * Both regimes fear colour revolutions (A5): influence operations from abroad and open grievance
 * raise revolution fear; fear raises control and the effort put into the story, and so does a
 * contract that rests on security. Control wears openness down; links between peoples keep it (A6).
 *
 * A claim reaches as far as effort and control carry it. It is believed as its evidence warrants
 * (A13: the American presence and Europe's dependence are evidence of several), more when a stable
 * ally's regime repeats it (A9: echo, in proportion to government ties and the ally's standing),
 * and less where openness lets the public see what contradicts it. It is never believed beyond its
 * reach. The strength of the narrative is the mean credibility of its claims, by their weights.
 */
#include "core/phases.h"

static void add_influence(struct tp_move *m, int actor, double per_point) {
  const struct tp_rules *r = m->t->r;
  struct tp_span views = r->actors[actor].views;
  for (int i = 0; i < views.count; i++) {
    int slot = tp_view_slot(r, r->outlooks[views.first + i], TP_INFLUENCE);
    tp_move_term(m, per_point * m->t->v[slot], TP_CAUSE_FROM_INFLUENCE, slot, TP_NONE);
  }
}

static void move_fear_and_grip(struct tp_turn *t, int actor) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int base = t->r->actors[actor].slot;
  const double *self = t->v + base;

  struct tp_move fear = tp_move_begin(t, base + TP_REVOLUTION_FEAR, c->fear_rate);
  add_influence(&fear, actor, c->fear_influence);
  tp_move_term(&fear, c->fear_grievance * self[TP_GRIEVANCE] * self[TP_OPENNESS] / 100,
               TP_CAUSE_FROM_GRIEVANCE, base + TP_GRIEVANCE, TP_NONE);
  tp_move_end(&fear);

  struct tp_move effort = tp_move_begin(t, base + TP_EFFORT, c->effort_rate);
  tp_move_term(&effort, c->effort_fear * self[TP_REVOLUTION_FEAR], TP_CAUSE_FROM_FEAR,
               base + TP_REVOLUTION_FEAR, TP_NONE);
  tp_move_term(&effort, c->effort_contract * self[TP_CONTRACT], TP_CAUSE_FROM_CONTRACT,
               base + TP_CONTRACT, TP_NONE);
  tp_move_end(&effort);

  struct tp_move control = tp_move_begin(t, base + TP_CONTROL, c->control_rate);
  tp_move_term(&control, c->control_fear * self[TP_REVOLUTION_FEAR], TP_CAUSE_FROM_FEAR,
               base + TP_REVOLUTION_FEAR, TP_NONE);
  tp_move_end(&control);
}

static void move_openness(struct tp_turn *t, int actor) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  int control = tp_actor_slot(r, actor, TP_CONTROL);
  struct tp_move m = tp_move_begin(t, tp_actor_slot(r, actor, TP_OPENNESS), c->openness_rate);
  tp_move_term(&m, -c->openness_control * t->v[control], TP_CAUSE_FROM_CONTROL, control, TP_NONE);
  struct tp_span ties = r->actors[actor].ties;
  for (int i = 0; i < ties.count; i++) {
    int people = tp_tie_slot(r, r->incident[ties.first + i], TP_PEOPLE);
    tp_move_term(&m, c->openness_people * t->v[people], TP_CAUSE_FROM_PEOPLE, people, TP_NONE);
  }
  tp_move_end(&m);
}

static void move_reach(struct tp_turn *t, int claim) {
  const struct tp_rules *r = t->r;
  int effort = tp_actor_slot(r, r->claims[claim].holder, TP_EFFORT);
  int control = tp_actor_slot(r, r->claims[claim].holder, TP_CONTROL);
  struct tp_move m = tp_move_begin(t, tp_claim_slot(r, claim, TP_REACH), r->coefficient.reach_rate);
  tp_move_term(&m, r->coefficient.reach_effort * t->v[effort], TP_CAUSE_FROM_EFFORT, effort,
               TP_NONE);
  tp_move_term(&m, r->coefficient.reach_control * t->v[control], TP_CAUSE_FROM_CONTROL, control,
               TP_NONE);
  tp_move_end(&m);
}

static void add_echoes(struct tp_move *m, const struct tp_claim *claim) {
  const struct tp_rules *r = m->t->r;
  for (int i = 0; i < claim->echoes.count; i++) {
    struct tp_echo echo = r->echoes[claim->echoes.first + i];
    int government = tp_tie_slot(r, echo.tie, TP_GOVERNMENT);
    double standing = m->t->v[tp_actor_slot(r, echo.ally, TP_STABILITY)];
    tp_move_term(m, r->coefficient.credibility_echo * m->t->v[government] * standing / 10000,
                 TP_CAUSE_ECHO, government, echo.ally);
  }
}

static void move_credibility(struct tp_turn *t, int index) {
  const struct tp_rules *r = t->r;
  const struct tp_claim *claim = &r->claims[index];
  struct tp_move m =
      tp_move_begin(t, claim->slot + TP_CREDIBILITY, r->coefficient.credibility_rate);
  for (int i = 0; i < claim->evidence.count; i++) {
    struct tp_weight term = r->weights[claim->evidence.first + i];
    tp_move_term(&m, term.weight * t->v[term.slot], TP_CAUSE_EVIDENCE, term.slot, index);
  }
  add_echoes(&m, claim);
  double openness = t->v[tp_actor_slot(r, claim->holder, TP_OPENNESS)] / 100;
  for (int i = 0; i < claim->contradiction.count; i++) {
    struct tp_weight term = r->weights[claim->contradiction.first + i];
    tp_move_term(&m, -term.weight * t->v[term.slot] * openness, TP_CAUSE_CONTRADICTION, term.slot,
                 index);
  }
  tp_move_end_below(&m, t->v[claim->slot + TP_REACH]);
}

static void derive_narrative(struct tp_turn *t, int actor) {
  const struct tp_rules *r = t->r;
  struct tp_span claims = r->actors[actor].claims;
  if (claims.count == 0)
    return;
  struct tp_derivation d = tp_derive_begin(t, tp_actor_slot(r, actor, TP_NARRATIVE));
  double weights = 0, now = 0, before = 0;
  for (int i = claims.first; i < claims.first + claims.count; i++) {
    double weight = r->claims[i].weight;
    int slot = tp_claim_slot(r, i, TP_CREDIBILITY);
    weights += weight;
    now += weight * t->v[slot];
    before += weight * tp_before(t, slot);
  }
  double so_far = before;
  for (int i = claims.first; t->watched && i < claims.first + claims.count; i++) {
    int slot = tp_claim_slot(r, i, TP_CREDIBILITY);
    so_far += r->claims[i].weight * (t->v[slot] - tp_before(t, slot));
    tp_derive_step(&d, so_far / weights, TP_CAUSE_CLAIM_WEIGHT, slot, i);
  }
  tp_derive_end(&d, now / weights, TP_CAUSE_CLAIM_WEIGHT, TP_NONE, TP_NONE);
}

void tp_phase_narrative(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  for (int actor = 0; actor < r->actor_count; actor++) {
    move_fear_and_grip(t, actor);
    move_openness(t, actor);
  }
  for (int claim = 0; claim < r->claim_count; claim++) {
    move_reach(t, claim);
    move_credibility(t, claim);
  }
  for (int actor = 0; actor < r->actor_count; actor++)
    derive_narrative(t, actor);
}
