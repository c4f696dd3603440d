/* The status ladder of a pair, and the power it lends.
 *
 * Contacts, alignment, entente, military alliance (A14): a step is due when alignment (cohesion
 * less what both would lose with the adversary) passes its threshold, and is taken with a chance
 * each turn, since treaties take time; it is lost again when alignment falls `slack` below. One
 * step a turn, either way.
 *
 * Neither regime can challenge the guarantor alone; together they gain an advantage (A10). Usable
 * power is one's own forces and, of each aligned partner's, a share in proportion to cohesion.
 */
#include "core/chance.h"
#include "core/phases.h"

static double threshold(const struct tp_coefficients *c, int step) {
  return step == 1 ? c->status_alignment : step == 2 ? c->status_entente : c->status_alliance;
}

static void move_status(struct tp_turn *t, int index) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  int slot = tp_tie_slot(r, index, TP_STATUS);
  double alignment = t->v[tp_tie_slot(r, index, TP_ALIGNMENT)];
  int status = (int)t->v[slot], next = status;
  if (status > 0 && alignment < threshold(c, status) - c->status_slack) {
    next = status - 1;
  } else if (status < 3 && alignment >= threshold(c, status + 1) &&
             tp_chance_unit(t->w->seed, t->w->turn, index, TP_DRAW_STATUS, 0) < c->status_chance) {
    next = status + 1;
  }
  if (next == status || t->settling)
    return;
  tp_change_to(t, slot, next, TP_CAUSE_LADDER, tp_tie_slot(r, index, TP_ALIGNMENT), TP_NONE);
  tp_turn_note(t, TP_FACT_STATUS, index, status, next, alignment);
}

/* What `actor` can count on of the tie's other end. */
static double joint(const struct tp_turn *t, const struct tp_tie *tie, int actor, tp_reader *read) {
  if (read(t, tie->slot + TP_STATUS) < 1)
    return 0;
  double forces = read(t, tp_actor_slot(t->r, tp_tie_other(tie, actor), TP_MILITARY));
  return t->r->coefficient.power_joint * read(t, tie->slot + TP_COHESION) / 100 * forces;
}

static void derive_power(struct tp_turn *t, int actor) {
  const struct tp_rules *r = t->r;
  int own = tp_actor_slot(r, actor, TP_MILITARY);
  struct tp_span ties = r->actors[actor].ties;
  struct tp_derivation d = tp_derive_begin(t, tp_actor_slot(r, actor, TP_POWER));
  double power = t->v[own];
  if (tp_is_watched(t)) {
    double so_far = t->v[own];
    for (int i = 0; i < ties.count; i++) {
      so_far += joint(t, &r->ties[r->incident[ties.first + i]], actor, tp_before);
    }
    tp_derive_step(&d, so_far, TP_CAUSE_OWN_FORCES, own, TP_NONE);
    for (int i = 0; i < ties.count; i++) {
      const struct tp_tie *tie = &r->ties[r->incident[ties.first + i]];
      so_far += joint(t, tie, actor, tp_now) - joint(t, tie, actor, tp_before);
      tp_derive_step(&d, so_far, TP_CAUSE_JOINT_FORCES, tie->slot + TP_COHESION, TP_NONE);
    }
  }
  for (int i = 0; i < ties.count; i++) {
    power += joint(t, &r->ties[r->incident[ties.first + i]], actor, tp_now);
  }
  tp_derive_end(&d, power, TP_CAUSE_JOINT_FORCES, TP_NONE, TP_NONE);
}

static void derive_coercion(struct tp_turn *t, int self) {
  struct tp_derivation d = tp_derive_begin(t, self + TP_COERCION);
  tp_derive_end(&d, t->v[self + TP_POWER] - t->r->coefficient.power_threshold, TP_CAUSE_FROM_POWER,
                self + TP_POWER, TP_NONE);
}

void tp_phase_status(struct tp_turn *t) {
  for (int i = 0; i < t->r->tie_count; i++)
    move_status(t, i);
  for (int actor = 0; actor < t->r->actor_count; actor++) {
    derive_power(t, actor);
    derive_coercion(t, t->r->actors[actor].slot);
  }
}
