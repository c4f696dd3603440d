/* Autonomy: whether Europe could defend itself (A13).
 *
 * Five pillars carry it, and the index is their harmonic mean, so the weakest holds it back and
 * there is no single button. What is built wears away without upkeep.
 *
 * Felt threat raises defence spending over years, and spending raises forces. Under time pressure
 * the share bought from the guarantor rises first, and orders that go abroad are lost to industry:
 * autonomy gets worse before it gets better (SIPRI transfers: 52 % in 2015-19, 64 % in 2020-24).
 * Public support is broad and steady (Eurobarometer: 70 to 85 %): vetoes and industry bind, not
 * opinion.
 *
 * Members consent to autonomy as they fear the adversary, doubt the guarantor and are promised
 * something; they rely on the guarantor as far as its presence is meant and own means are missing.
 * The union's cohesion is their consent by population, less how far they stand apart.
 */
#include "core/phases.h"

static void move_pillars(struct tp_turn *t, int actor) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int base = t->r->actors[actor].slot;
  for (int pillar = base + TP_INDUSTRY; pillar <= base + TP_DETERRENT; pillar++) {
    struct tp_move m = tp_move_begin(t, pillar, c->pillar_wear);
    if (pillar == base + TP_INDUSTRY) {
      tp_move_term(&m, -c->pillar_imports * t->v[base + TP_IMPORTS], TP_CAUSE_FROM_IMPORTS,
                   base + TP_IMPORTS, TP_NONE);
    }
    tp_move_end(&m);
  }
}

/* Harmonic mean of five; a pillar at zero brings all down. */
static double harmonic(const double *pillar) {
  double sum = 0;
  for (int i = 0; i < 5; i++) {
    if (pillar[i] <= 0)
      return 0;
    sum += 1 / pillar[i];
  }
  return 5 / sum;
}

static void derive_autonomy(struct tp_turn *t, int actor) {
  int base = t->r->actors[actor].slot;
  const double *pillar = t->v + base + TP_INDUSTRY;
  struct tp_derivation d = tp_derive_begin(t, base + TP_AUTONOMY);
  if (t->watched) {
    double mixed[5];
    for (int i = 0; i < 5; i++)
      mixed[i] = tp_before(t, base + TP_INDUSTRY + i);
    for (int i = 0; i < 5; i++) {
      mixed[i] = pillar[i];
      tp_derive_step(&d, harmonic(mixed), TP_CAUSE_PILLAR, base + TP_INDUSTRY + i, TP_NONE);
    }
  }
  tp_derive_end(&d, harmonic(pillar), TP_CAUSE_PILLAR, TP_NONE, TP_NONE);
}

static void move_forces(struct tp_turn *t, int actor) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int base = t->r->actors[actor].slot;
  struct tp_move spending = tp_move_begin(t, base + TP_SPENDING, c->spending_rate);
  tp_move_term(&spending, c->spending_threat * t->v[base + TP_THREAT], TP_CAUSE_FROM_THREAT,
               base + TP_THREAT, TP_NONE);
  tp_move_end(&spending);
  struct tp_move military = tp_move_begin(t, base + TP_MILITARY, c->military_rate);
  tp_move_term(&military, c->military_spending * t->v[base + TP_SPENDING], TP_CAUSE_FROM_SPENDING,
               base + TP_SPENDING, TP_NONE);
  tp_move_end(&military);
}

static void move_procurement_and_opinion(struct tp_turn *t, int actor) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int base = t->r->actors[actor].slot;
  struct tp_move imports = tp_move_begin(t, base + TP_IMPORTS, c->imports_rate);
  tp_move_term(&imports, c->imports_threat * t->v[base + TP_THREAT], TP_CAUSE_URGENCY,
               base + TP_THREAT, TP_NONE);
  tp_move_term(&imports, -c->imports_industry * t->v[base + TP_INDUSTRY], TP_CAUSE_FROM_INDUSTRY,
               base + TP_INDUSTRY, TP_NONE);
  tp_move_end(&imports);
  struct tp_move support = tp_move_begin(t, base + TP_SUPPORT, c->support_rate);
  tp_move_term(&support, c->support_threat * t->v[base + TP_THREAT], TP_CAUSE_FROM_THREAT,
               base + TP_THREAT, TP_NONE);
  tp_move_end(&support);
}

/* How much of the guarantor's presence on the union's soil is meant; 0..100. */
static double meant_presence(const struct tp_turn *t, int *source) {
  const struct tp_rules *r = t->r;
  *source = TP_NONE;
  if (r->unite == TP_NONE || r->guarantor == TP_NONE)
    return 0;
  int view = r->guarantee_view;
  if (view == TP_NONE)
    return 0;
  *source = tp_view_slot(r, view, TP_PRESENCE);
  return t->v[*source] * t->v[tp_world_slot(r, TP_COMMITMENT)] / 100;
}

static void move_reliance(struct tp_turn *t, int member, double meant, int source) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  struct tp_move m = tp_move_begin(t, tp_actor_slot(r, member, TP_RELIANCE), c->reliance_rate);
  tp_move_term(&m, c->reliance_presence * meant, TP_CAUSE_FROM_PRESENCE, source, TP_NONE);
  if (r->unite != TP_NONE) {
    int autonomy = tp_actor_slot(r, r->unite, TP_AUTONOMY);
    tp_move_term(&m, -c->reliance_autonomy * t->v[autonomy], TP_CAUSE_FROM_AUTONOMY, autonomy,
                 TP_NONE);
  }
  tp_move_end(&m);
}

static void add_influence_in_union(struct tp_move *m) {
  const struct tp_rules *r = m->t->r;
  if (r->unite == TP_NONE)
    return;
  struct tp_span views = r->actors[r->unite].views;
  for (int i = 0; i < views.count; i++) {
    int slot = tp_view_slot(r, r->outlooks[views.first + i], TP_INFLUENCE);
    tp_move_term(m, -r->coefficient.consent_influence * m->t->v[slot], TP_CAUSE_FROM_INFLUENCE,
                 slot, TP_NONE);
  }
}

static void move_consent(struct tp_turn *t, int member) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  int base = r->actors[member].slot;
  struct tp_move m = tp_move_begin(t, base + TP_CONSENT, c->consent_rate);
  int view = r->actors[member].adversary_view;
  if (view != TP_NONE) {
    int menace = tp_view_slot(r, view, TP_MENACE);
    tp_move_term(&m, c->consent_menace * t->v[menace], TP_CAUSE_FROM_MENACE, menace, TP_NONE);
  }
  tp_move_term(&m, -c->consent_reliance * t->v[base + TP_RELIANCE], TP_CAUSE_FROM_PRESENCE,
               base + TP_RELIANCE, TP_NONE);
  int alone = tp_world_slot(r, TP_UNILATERALISM);
  tp_move_term(&m, c->consent_unilateralism * t->v[alone], TP_CAUSE_FROM_UNILATERALISM, alone,
               TP_NONE);
  add_influence_in_union(&m);
  tp_move_term(&m, c->consent_promised * t->v[base + TP_PROMISED], TP_CAUSE_FROM_PROMISE,
               base + TP_PROMISED, TP_NONE);
  tp_move_end(&m);
}

static void use_up_promises(struct tp_turn *t, int member) {
  struct tp_move m =
      tp_move_begin(t, tp_actor_slot(t->r, member, TP_PROMISED), t->r->coefficient.promised_rate);
  tp_move_end(&m);
}

/* Mean consent of the council by population, less `division` times the mean distance from it. */
static double unity(const struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  double people = 0, consent = 0, apart = 0;
  for (int i = 0; i < r->actor_count; i++) {
    if (!r->actors[i].votes)
      continue;
    people += r->actors[i].population;
    consent += r->actors[i].population * t->v[tp_actor_slot(r, i, TP_CONSENT)];
  }
  if (people <= 0)
    return 0;
  consent /= people;
  for (int i = 0; i < r->actor_count; i++) {
    if (!r->actors[i].votes)
      continue;
    double distance = t->v[tp_actor_slot(r, i, TP_CONSENT)] - consent;
    apart += r->actors[i].population * (distance < 0 ? -distance : distance);
  }
  return consent - r->coefficient.unity_division * apart / people;
}

static void derive_unity(struct tp_turn *t, int actor) {
  const struct tp_rules *r = t->r;
  struct tp_derivation d = tp_derive_begin(t, tp_actor_slot(r, actor, TP_UNITY));
  if (t->watched) {
    double people = 0, so_far = t->v[d.slot];
    for (int i = 0; i < r->actor_count; i++)
      people += r->actors[i].votes * r->actors[i].population;
    for (int i = 0; i < r->actor_count; i++) {
      if (!r->actors[i].votes)
        continue;
      int slot = tp_actor_slot(r, i, TP_CONSENT);
      so_far += r->actors[i].population * (t->v[slot] - tp_before(t, slot)) / people;
      tp_derive_step(&d, so_far, TP_CAUSE_MEMBERS, slot, TP_NONE);
    }
  }
  tp_derive_end(&d, unity(t), TP_CAUSE_DIVISION, TP_NONE, TP_NONE);
}

void tp_phase_autonomy(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  int source;
  double meant = meant_presence(t, &source);
  for (int actor = 0; actor < r->actor_count; actor++) {
    move_forces(t, actor);
    if (r->actors[actor].kind != TP_KIND_MEMBER)
      continue;
    move_reliance(t, actor, meant, source);
    move_consent(t, actor);
    use_up_promises(t, actor);
  }
  if (r->unite == TP_NONE)
    return;
  move_pillars(t, r->unite);
  derive_autonomy(t, r->unite);
  move_procurement_and_opinion(t, r->unite);
  derive_unity(t, r->unite);
}
