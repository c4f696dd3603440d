/* Threat: whom the public sees as a menace, and how threatened it feels.
 *
 * The menace of another actor grows with its assertive conduct, with sanctions suffered from it,
 * with its influence operations, with the official claims that point at it, with the menace of its
 * ally (an alliance is seen as one) and, for the guarantor, with its unilateralism (A11). Links
 * between the peoples take it away, as far as openness lets them be felt (A6), and so do
 * governments on good terms (A1).
 *
 * Perceived threat sums menace over all others. A strong narrative under firm control amplifies it
 * (A8); open links with the people in question damp it.
 */
#include "core/phases.h"

static void add_claims(struct tp_move *m, const struct tp_view *view) {
  const struct tp_rules *r = m->t->r;
  for (int i = 0; i < view->claims.count; i++) {
    int claim = r->pointing[view->claims.first + i];
    int slot = tp_claim_slot(r, claim, TP_CREDIBILITY);
    tp_move_term(m, r->coefficient.menace_claim * m->t->v[slot], TP_CAUSE_FROM_CLAIM, slot, claim);
  }
}

static void add_allies(struct tp_move *m, const struct tp_view *view) {
  const struct tp_spill *spill = m->t->r->spills + view->spills.first;
  for (int i = 0; i < view->spills.count; i++) {
    double cohesion = m->t->v[spill[i].cohesion] / 100;
    tp_move_term(m, m->t->r->coefficient.menace_ally * cohesion * m->t->v[spill[i].menace],
                 TP_CAUSE_FROM_ALLY, spill[i].menace, TP_NONE);
  }
}

static void add_tie(struct tp_move *m, const struct tp_view *view, double openness) {
  if (view->tie == TP_NONE)
    return;
  const struct tp_coefficients *c = &m->t->r->coefficient;
  int people = tp_tie_slot(m->t->r, view->tie, TP_PEOPLE);
  int government = tp_tie_slot(m->t->r, view->tie, TP_GOVERNMENT);
  tp_move_term(m, -c->menace_people * m->t->v[people] * openness / 100, TP_CAUSE_FROM_PEOPLE,
               people, TP_NONE);
  tp_move_term(m, -c->menace_government * m->t->v[government], TP_CAUSE_FROM_GOVERNMENT, government,
               TP_NONE);
}

static int in_crisis_together(const struct tp_world *w, const struct tp_view *view) {
  return (w->crisis.challenger == view->from && w->crisis.target == view->to) ||
         (w->crisis.challenger == view->to && w->crisis.target == view->from);
}

static void move_menace(struct tp_turn *t, const struct tp_view *view) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  int assertiveness = tp_actor_slot(r, view->to, TP_ASSERTIVENESS);
  struct tp_move m = tp_move_begin(t, view->slot + TP_MENACE, c->menace_rate);
  tp_move_term(&m, c->menace_assertiveness * t->v[assertiveness], TP_CAUSE_FROM_ASSERTIVENESS,
               assertiveness, TP_NONE);
  if (view->back != TP_NONE) {
    int sanctions = tp_view_slot(r, view->back, TP_SANCTIONS);
    tp_move_term(&m, c->menace_sanctions * t->v[sanctions], TP_CAUSE_FROM_SANCTIONS, sanctions,
                 TP_NONE);
  }
  int influence = view->slot + TP_INFLUENCE;
  tp_move_term(&m, c->menace_influence * t->v[influence], TP_CAUSE_FROM_INFLUENCE, influence,
               TP_NONE);
  add_claims(&m, view);
  add_allies(&m, view);
  add_tie(&m, view, t->v[tp_actor_slot(r, view->from, TP_OPENNESS)]);
  if (view->to == r->guarantor) {
    int slot = tp_world_slot(r, TP_UNILATERALISM);
    tp_move_term(&m, c->menace_unilateralism * t->v[slot], TP_CAUSE_FROM_UNILATERALISM, slot,
                 TP_NONE);
  }
  int crisis = tp_world_slot(r, TP_CRISIS);
  tp_move_term(&m, in_crisis_together(t->w, view) ? c->menace_crisis * t->v[crisis] : 0,
               TP_CAUSE_FROM_CRISIS, crisis, TP_NONE);
  tp_move_end(&m);
}

/* Influence operations need upkeep; without it they fade to their usual level. */
static void move_influence(struct tp_turn *t, const struct tp_view *view) {
  struct tp_move m = tp_move_begin(t, view->slot + TP_INFLUENCE, t->r->coefficient.influence_rate);
  tp_move_end(&m);
}

static void move_threat(struct tp_turn *t, int actor) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  const double *self = t->v + r->actors[actor].slot;
  double told = 1 + c->threat_amplify * self[TP_NARRATIVE] * self[TP_CONTROL] / 10000;
  struct tp_move m = tp_move_begin(t, r->actors[actor].slot + TP_THREAT, c->threat_rate);
  struct tp_span views = r->actors[actor].views;
  for (int i = 0; i < views.count; i++) {
    const struct tp_view *view = &r->views[r->outlooks[views.first + i]];
    double people = view->tie == TP_NONE ? 0 : t->v[tp_tie_slot(r, view->tie, TP_PEOPLE)];
    double seen = 1 - c->threat_damp * self[TP_OPENNESS] * people / 10000;
    int menace = view->slot + TP_MENACE;
    tp_move_term(&m, c->threat_menace * t->v[menace] * told * seen, TP_CAUSE_FROM_MENACE, menace,
                 TP_NONE);
  }
  tp_move_end(&m);
}

void tp_phase_threat(struct tp_turn *t) {
  for (int i = 0; i < t->r->view_count; i++) {
    move_menace(t, &t->r->views[i]);
    move_influence(t, &t->r->views[i]);
  }
  for (int actor = 0; actor < t->r->actor_count; actor++)
    move_threat(t, actor);
}
