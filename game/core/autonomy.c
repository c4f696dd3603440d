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

static void write_forces(struct tp_author *author, int self) {
  const struct tp_coefficients *c = &author->r->coefficient;
  tp_equation(author, self + TP_SPENDING, c->spending_rate);
  tp_equation_term(author, c->spending_threat, self + TP_THREAT, TP_CAUSE_FROM_THREAT, TP_NONE);
  tp_equation(author, self + TP_MILITARY, c->military_rate);
  tp_equation_term(author, c->military_spending, self + TP_SPENDING, TP_CAUSE_FROM_SPENDING,
                   TP_NONE);
}

static void write_reliance(struct tp_author *author, int member) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  tp_equation(author, tp_actor_slot(r, member, TP_RELIANCE), c->reliance_rate);
  if (r->unite != TP_NONE) {
    tp_equation_term(author, -c->reliance_autonomy, tp_actor_slot(r, r->unite, TP_AUTONOMY),
                     TP_CAUSE_FROM_AUTONOMY, TP_NONE);
  }
  if (r->guarantee_view != TP_NONE) {
    tp_equation_product(author, c->reliance_presence / 100,
                        tp_view_slot(r, r->guarantee_view, TP_PRESENCE),
                        tp_world_slot(r, TP_COMMITMENT), TP_CAUSE_FROM_PRESENCE, TP_NONE);
  }
}

static void write_influence_in_union(struct tp_author *author) {
  const struct tp_rules *r = author->r;
  if (r->unite == TP_NONE)
    return;
  struct tp_span views = r->actors[r->unite].views;
  for (int i = 0; i < views.count; i++) {
    tp_equation_term(author, -r->coefficient.consent_influence,
                     tp_view_slot(r, r->outlooks[views.first + i], TP_INFLUENCE),
                     TP_CAUSE_FROM_INFLUENCE, TP_NONE);
  }
}

static void write_consent(struct tp_author *author, int member) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  int self = r->actors[member].slot, view = r->actors[member].adversary_view;
  tp_equation(author, self + TP_CONSENT, c->consent_rate);
  if (view != TP_NONE) {
    tp_equation_term(author, c->consent_menace, tp_view_slot(r, view, TP_MENACE),
                     TP_CAUSE_FROM_MENACE, TP_NONE);
  }
  tp_equation_term(author, -c->consent_reliance, self + TP_RELIANCE, TP_CAUSE_FROM_PRESENCE,
                   TP_NONE);
  tp_equation_term(author, c->consent_unilateralism, tp_world_slot(r, TP_UNILATERALISM),
                   TP_CAUSE_FROM_UNILATERALISM, TP_NONE);
  write_influence_in_union(author);
  tp_equation_term(author, c->consent_promised, self + TP_PROMISED, TP_CAUSE_FROM_PROMISE, TP_NONE);
  tp_equation(author, self + TP_PROMISED, c->promised_rate);
}

static void write_pillars(struct tp_author *author, int self) {
  const struct tp_coefficients *c = &author->r->coefficient;
  for (int pillar = self + TP_INDUSTRY; pillar <= self + TP_DETERRENT; pillar++) {
    tp_equation(author, pillar, c->pillar_wear);
    if (pillar != self + TP_INDUSTRY)
      continue;
    tp_equation_term(author, -c->pillar_imports, self + TP_IMPORTS, TP_CAUSE_FROM_IMPORTS, TP_NONE);
  }
}

static void write_procurement_and_opinion(struct tp_author *author, int self) {
  const struct tp_coefficients *c = &author->r->coefficient;
  tp_equation(author, self + TP_IMPORTS, c->imports_rate);
  tp_equation_term(author, c->imports_threat, self + TP_THREAT, TP_CAUSE_URGENCY, TP_NONE);
  tp_equation_term(author, -c->imports_industry, self + TP_INDUSTRY, TP_CAUSE_FROM_INDUSTRY,
                   TP_NONE);
  tp_equation(author, self + TP_SUPPORT, c->support_rate);
  tp_equation_term(author, c->support_threat, self + TP_THREAT, TP_CAUSE_FROM_THREAT, TP_NONE);
}

void tp_write_autonomy(struct tp_author *author) {
  const struct tp_rules *r = author->r;
  tp_equation_group(author, TP_OF_AUTONOMY);
  for (int actor = 0; actor < r->actor_count; actor++) {
    write_forces(author, r->actors[actor].slot);
    if (r->actors[actor].kind != TP_KIND_MEMBER)
      continue;
    write_reliance(author, actor);
    write_consent(author, actor);
  }
  if (r->unite == TP_NONE)
    return;
  write_pillars(author, r->actors[r->unite].slot);
  write_procurement_and_opinion(author, r->actors[r->unite].slot);
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
  struct tp_derivation d = tp_derive_actor(t, base, TP_AUTONOMY);
  if (tp_is_watched(t)) {
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
  struct tp_derivation d = tp_derive_actor(t, r->actors[actor].slot, TP_UNITY);
  if (tp_is_watched(t)) {
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
  tp_change_by(t, TP_OF_AUTONOMY);
  if (t->r->unite == TP_NONE)
    return;
  derive_autonomy(t, t->r->unite);
  derive_unity(t, t->r->unite);
}
