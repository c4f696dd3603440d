/* Threat: whom the public sees as a menace, and how threatened it feels.
 *
 * The menace of another actor grows with its assertive conduct, with sanctions suffered from it,
 * with its influence operations, with the official claims that point at it, with the menace of its
 * ally (an alliance is seen as one) and, for the guarantor, with its unilateralism (A11). Links
 * between the peoples take it away, as far as openness lets them be felt (A6), and so do
 * governments on good terms (A1). A crisis adds to it while it lasts (crisis.c).
 *
 * Perceived threat sums menace over all others. A strong narrative under firm control magnifies it
 * (A8): that is the alarm.
 */
#include "core/phases.h"

static void write_allies(struct tp_author *author, const struct tp_view *view) {
  const struct tp_spill *spill = author->r->spills + view->spills.first;
  for (int i = 0; i < view->spills.count; i++) {
    tp_equation_product(author, author->r->coefficient.menace_ally / 100, spill[i].menace,
                        spill[i].cohesion, TP_CAUSE_FROM_ALLY, TP_NONE);
  }
}

static void write_tie(struct tp_author *author, const struct tp_view *view) {
  const struct tp_rules *r = author->r;
  if (view->tie == TP_NONE)
    return;
  tp_equation_term(author, -r->coefficient.menace_government,
                   tp_tie_slot(r, view->tie, TP_GOVERNMENT), TP_CAUSE_FROM_GOVERNMENT, TP_NONE);
  tp_equation_product(author, -r->coefficient.menace_people / 100,
                      tp_tie_slot(r, view->tie, TP_PEOPLE),
                      tp_actor_slot(r, view->from, TP_OPENNESS), TP_CAUSE_FROM_PEOPLE, TP_NONE);
}

static void write_menace(struct tp_author *author, const struct tp_view *view) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  tp_equation(author, view->slot + TP_MENACE, c->menace_rate);
  tp_equation_term(author, c->menace_assertiveness, tp_actor_slot(r, view->to, TP_ASSERTIVENESS),
                   TP_CAUSE_FROM_ASSERTIVENESS, TP_NONE);
  if (view->back != TP_NONE) {
    tp_equation_term(author, c->menace_sanctions, tp_view_slot(r, view->back, TP_SANCTIONS),
                     TP_CAUSE_FROM_SANCTIONS, TP_NONE);
  }
  tp_equation_term(author, c->menace_influence, view->slot + TP_INFLUENCE, TP_CAUSE_FROM_INFLUENCE,
                   TP_NONE);
  for (int i = 0; i < view->claims.count; i++) {
    int claim = r->pointing[view->claims.first + i];
    tp_equation_term(author, c->menace_claim, tp_claim_slot(r, claim, TP_CREDIBILITY),
                     TP_CAUSE_FROM_CLAIM, claim);
  }
  if (view->to == r->guarantor) {
    tp_equation_term(author, c->menace_unilateralism, tp_world_slot(r, TP_UNILATERALISM),
                     TP_CAUSE_FROM_UNILATERALISM, TP_NONE);
  }
  write_allies(author, view);
  write_tie(author, view);
}

static void write_threat(struct tp_author *author, int actor) {
  const struct tp_rules *r = author->r;
  struct tp_span views = r->actors[actor].views;
  tp_equation(author, r->actors[actor].slot + TP_THREAT, r->coefficient.threat_rate);
  for (int i = 0; i < views.count; i++) {
    tp_equation_product(author, r->coefficient.threat_menace / 100,
                        tp_view_slot(r, r->outlooks[views.first + i], TP_MENACE),
                        r->actors[actor].slot + TP_ALARM, TP_CAUSE_FROM_MENACE, TP_NONE);
  }
}

void tp_write_threat(struct tp_author *author) {
  const struct tp_rules *r = author->r;
  tp_equation_group(author, TP_OF_THREAT);
  for (int i = 0; i < r->view_count; i++) {
    write_menace(author, &r->views[i]);
    /* Influence operations need upkeep; without it they fade to their usual level. */
    int influence = r->views[i].slot + TP_INFLUENCE;
    if (author->moves[influence])
      tp_equation(author, influence, r->coefficient.influence_rate);
  }
  for (int actor = 0; actor < r->actor_count; actor++)
    write_threat(author, actor);
}

static void derive_alarm(struct tp_turn *t, int self) {
  int narrative = self + TP_NARRATIVE, control = self + TP_CONTROL;
  double per_point = t->r->coefficient.threat_amplify / 100;
  struct tp_derivation d = tp_derive_actor(t, self, TP_ALARM);
  if (tp_is_watched(t)) {
    tp_derive_step(&d, 100 + per_point * t->v[narrative] * tp_before(t, control),
                   TP_CAUSE_CLAIM_WEIGHT, narrative, TP_NONE);
  }
  tp_derive_end(&d, 100 + per_point * t->v[narrative] * t->v[control], TP_CAUSE_FROM_CONTROL,
                control, TP_NONE);
}

void tp_phase_threat(struct tp_turn *t) {
  for (int actor = 0; actor < t->r->actor_count; actor++) {
    derive_alarm(t, t->r->actors[actor].slot);
  }
  tp_change_by(t, TP_OF_THREAT);
}
