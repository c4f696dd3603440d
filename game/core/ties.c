/* Ties and cohesion: what an alliance rests on.
 *
 * Three ties hold each pair: governments, economies, peoples (A1). Government ties are raised at
 * once by visits and exercises (A2, as actions) and relax to what cohesion justifies; sanctions and
 * menace wear them down. Trade suffers from sanctions and follows governments slowly. People ties
 * move only by what is done for them.
 *
 * Cohesion has two parts (A12). The durable part rests on links between peoples, then on trade. The
 * brittle part rests on a common adversary, as far as governments work together: it is bounded by
 * the lesser of the two menaces, binds only what is not bound already, and leaves with the
 * adversary.
 *
 *   durable = people * w1 + economy * w2
 *   brittle = w3 * max over k of min(menace of k) * government / 100 * (1 - durable / 100)
 *
 * Compare Leeds and Savun, "Terminating Alliances", Journal of Politics 2007.
 */
#include "core/phases.h"

/* What both sides hold against the other wears a tie down. */
static void write_both_ways(struct tp_author *author, const struct tp_tie *tie,
                            enum tp_view_variable what, double weight, enum tp_cause cause) {
  const int16_t ways[] = {tie->view_ab, tie->view_ba};
  for (int i = 0; i < 2; i++) {
    if (ways[i] == TP_NONE)
      continue;
    tp_equation_term(author, weight, tp_view_slot(author->r, ways[i], what), cause, TP_NONE);
  }
}

void tp_write_ties(struct tp_author *author) {
  const struct tp_coefficients *c = &author->r->coefficient;
  tp_equation_group(author, TP_OF_TIES);
  for (int i = 0; i < author->r->tie_count; i++) {
    const struct tp_tie *tie = &author->r->ties[i];
    tp_equation(author, tie->slot + TP_GOVERNMENT, c->government_rate);
    tp_equation_term(author, c->government_cohesion, tie->slot + TP_COHESION,
                     TP_CAUSE_FROM_COHESION, TP_NONE);
    write_both_ways(author, tie, TP_SANCTIONS, -c->government_sanctions, TP_CAUSE_FROM_SANCTIONS);
    write_both_ways(author, tie, TP_MENACE, -c->government_menace, TP_CAUSE_FROM_MENACE);
    tp_equation(author, tie->slot + TP_ECONOMY, c->trade_rate);
    write_both_ways(author, tie, TP_SANCTIONS, -c->trade_sanctions, TP_CAUSE_FROM_SANCTIONS);
    tp_equation_term(author, c->trade_government, tie->slot + TP_GOVERNMENT,
                     TP_CAUSE_FROM_GOVERNMENT, TP_NONE);
  }
}

static double above_zero(double x) {
  return x > 0 ? x : 0;
}

/* The menace that binds the two, and whose it is. */
static double common_menace(const struct tp_turn *t, const struct tp_tie *tie, tp_reader *read,
                            int *whose) {
  double most = 0;
  const struct tp_adversary *k = t->r->adversaries + tie->adversaries.first;
  for (int i = 0; i < tie->adversaries.count; i++) {
    double a = read(t, k[i].menace_a), b = read(t, k[i].menace_b);
    double common = a < b ? a : b;
    if (common > most) {
      most = common;
      *whose = tie->adversaries.first + i;
    }
  }
  return most;
}

static double durable(const struct tp_turn *t, double people, double economy) {
  const struct tp_coefficients *c = &t->r->coefficient;
  double sum = c->cohesion_people * people + c->cohesion_economy * economy;
  return sum < 100 ? sum : 100;
}

static double brittle(const struct tp_turn *t, double menace, double government, double bound) {
  return t->r->coefficient.cohesion_adversary * menace * government / 100 * (1 - bound / 100);
}

static void derive_durable(struct tp_turn *t, const struct tp_tie *tie) {
  int people = tie->slot + TP_PEOPLE, economy = tie->slot + TP_ECONOMY;
  struct tp_derivation d = tp_derive_begin(t, tie->slot + TP_DURABLE);
  if (tp_is_watched(t)) {
    tp_derive_step(&d, durable(t, t->v[people], tp_before(t, economy)), TP_CAUSE_FROM_PEOPLE,
                   people, TP_NONE);
  }
  tp_derive_end(&d, durable(t, t->v[people], t->v[economy]), TP_CAUSE_FROM_ECONOMY, economy,
                TP_NONE);
}

static int derive_brittle(struct tp_turn *t, const struct tp_tie *tie) {
  int whose = TP_NONE;
  int government = tie->slot + TP_GOVERNMENT, bound = tie->slot + TP_DURABLE;
  double menace = common_menace(t, tie, tp_now, &whose);
  struct tp_derivation d = tp_derive_begin(t, tie->slot + TP_BRITTLE);
  if (tp_is_watched(t)) {
    int source = whose == TP_NONE ? TP_NONE : t->r->adversaries[whose].menace_a;
    double before = tp_before(t, bound);
    tp_derive_step(&d, brittle(t, menace, tp_before(t, government), before),
                   TP_CAUSE_COMMON_ADVERSARY, source, TP_NONE);
    tp_derive_step(&d, brittle(t, menace, t->v[government], before), TP_CAUSE_FROM_GOVERNMENT,
                   government, TP_NONE);
  }
  tp_derive_end(&d, brittle(t, menace, t->v[government], t->v[bound]), TP_CAUSE_FROM_PEOPLE, bound,
                TP_NONE);
  return whose;
}

static void derive_cohesion(struct tp_turn *t, const struct tp_tie *tie) {
  int b = tie->slot + TP_BRITTLE, s = tie->slot + TP_DURABLE;
  struct tp_derivation d = tp_derive_begin(t, tie->slot + TP_COHESION);
  if (tp_is_watched(t)) {
    tp_derive_step(&d, t->v[b] + tp_before(t, s), TP_CAUSE_COMMON_ADVERSARY, b, TP_NONE);
  }
  tp_derive_end(&d, t->v[b] + t->v[s], TP_CAUSE_FROM_PEOPLE, s, TP_NONE);
}

/* What both ends would lose with the common adversary by closing ranks against it. */
static double stake(const struct tp_turn *t, int whose, tp_reader *read) {
  if (whose == TP_NONE)
    return 0;
  const struct tp_adversary *k = &t->r->adversaries[whose];
  double a = k->stake_a == TP_NONE ? 0 : read(t, k->stake_a);
  double b = k->stake_b == TP_NONE ? 0 : read(t, k->stake_b);
  return t->r->coefficient.alignment_stake * (a + b) / 2;
}

/* Nobody closes ranks with whom it fears: the sum of menace both ways. */
static double distrust(const struct tp_turn *t, const struct tp_tie *tie, tp_reader *read) {
  double sum = 0;
  if (tie->view_ab != TP_NONE)
    sum += read(t, tp_view_slot(t->r, tie->view_ab, TP_MENACE));
  if (tie->view_ba != TP_NONE)
    sum += read(t, tp_view_slot(t->r, tie->view_ba, TP_MENACE));
  return t->r->coefficient.alignment_menace * sum;
}

static void derive_alignment(struct tp_turn *t, const struct tp_tie *tie, int whose) {
  int cohesion = tie->slot + TP_COHESION;
  double doubt = distrust(t, tie, tp_now);
  struct tp_derivation d = tp_derive_begin(t, tie->slot + TP_ALIGNMENT);
  if (tp_is_watched(t)) {
    double stake_before = stake(t, whose, tp_before);
    int view = tie->view_ab != TP_NONE ? tie->view_ab : tie->view_ba;
    int menace = view == TP_NONE ? TP_NONE : tp_view_slot(t->r, view, TP_MENACE);
    double doubt_before = distrust(t, tie, tp_before);
    tp_derive_step(&d, above_zero(t->v[cohesion] - stake_before - doubt_before),
                   TP_CAUSE_FROM_COHESION, cohesion, TP_NONE);
    tp_derive_step(&d, above_zero(t->v[cohesion] - stake_before - doubt), TP_CAUSE_FROM_MENACE,
                   menace, TP_NONE);
  }
  int source = whose == TP_NONE ? TP_NONE : t->r->adversaries[whose].stake_b;
  tp_derive_end(&d, t->v[cohesion] - stake(t, whose, tp_now) - doubt, TP_CAUSE_AT_STAKE, source,
                TP_NONE);
}

static void derive_network(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  int allies = 0;
  double sum = 0, so_far = 0;
  for (int i = 0; i < r->tie_count; i++) {
    if (!r->ties[i].ally)
      continue;
    allies++;
    sum += t->v[r->ties[i].slot + TP_COHESION];
    so_far += tp_before(t, r->ties[i].slot + TP_COHESION);
  }
  if (allies == 0)
    return;
  struct tp_derivation d = tp_derive_begin(t, tp_world_slot(r, TP_US_NETWORK));
  for (int i = 0; tp_is_watched(t) && i < r->tie_count; i++) {
    if (!r->ties[i].ally)
      continue;
    int cohesion = r->ties[i].slot + TP_COHESION;
    so_far += t->v[cohesion] - tp_before(t, cohesion);
    tp_derive_step(&d, so_far / allies, TP_CAUSE_NETWORK, cohesion, TP_NONE);
  }
  tp_derive_end(&d, sum / allies, TP_CAUSE_NETWORK, TP_NONE, TP_NONE);
}

/* What the four come to, without the steps. */
static void derive_plainly(struct tp_turn *t, const struct tp_tie *tie) {
  int whose = TP_NONE;
  double *v = t->v + tie->slot, menace = common_menace(t, tie, tp_now, &whose);
  double bound = tp_change_index(durable(t, v[TP_PEOPLE], v[TP_ECONOMY]));
  double loose = tp_change_index(brittle(t, menace, v[TP_GOVERNMENT], bound));
  double cohesion = tp_change_index(loose + bound);
  v[TP_DURABLE] = bound;
  v[TP_BRITTLE] = loose;
  v[TP_COHESION] = cohesion;
  v[TP_ALIGNMENT] = tp_change_index(cohesion - stake(t, whose, tp_now) - distrust(t, tie, tp_now));
}

void tp_phase_ties(struct tp_turn *t) {
  tp_change_by(t, TP_OF_TIES);
  for (int i = 0; i < t->r->tie_count; i++) {
    const struct tp_tie *tie = &t->r->ties[i];
    if (t->plain) {
      derive_plainly(t, tie);
      continue;
    }
    derive_durable(t, tie);
    int whose = derive_brittle(t, tie);
    derive_cohesion(t, tie);
    derive_alignment(t, tie, whose);
  }
  derive_network(t);
}
