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

/* Between these alignments nothing is due. */
struct band {
  double low, high;
};

static struct band band_of(const struct tp_coefficients *c, int status) {
  return (struct band){.low = status > 0 ? threshold(c, status) - c->status_slack : -1e300,
                       .high = status < 3 ? threshold(c, status + 1) : 1e300};
}

/* Takes the step that is due: down at once, up with a chance. */
static void move_status(struct tp_turn *t, int index, int down) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int slot = tp_tie_slot(t->r, index, TP_STATUS),
      alignment = tp_tie_slot(t->r, index, TP_ALIGNMENT);
  int status = (int)t->v[slot], next = down ? status - 1 : status + 1;
  if (t->settling || (!down && tp_chance_unit(t->w->seed, t->w->turn, index, TP_DRAW_STATUS, 0) >=
                                   c->status_chance))
    return;
  tp_change_to(t, slot, next, TP_CAUSE_LADDER, alignment, TP_NONE);
  tp_turn_note(t, TP_FACT_STATUS, index, status, next, t->v[alignment]);
}

static void climb(struct tp_turn *t) {
  struct band bands[4];
  for (int status = 0; status < 4; status++)
    bands[status] = band_of(&t->r->coefficient, status);
  for (int i = 0; i < t->r->tie_count; i++) {
    const double *v = t->v + t->r->ties[i].slot;
    struct band band = bands[(int)v[TP_STATUS]];
    if (v[TP_ALIGNMENT] < band.low || v[TP_ALIGNMENT] >= band.high)
      move_status(t, i, v[TP_ALIGNMENT] < band.low);
  }
}

/* What `actor` can count on of the tie's other end. */
static double joint(const struct tp_turn *t, const struct tp_tie *tie, int actor, tp_reader *read) {
  if (read(t, tie->slot + TP_STATUS) < 1)
    return 0;
  double forces = read(t, tp_actor_slot(t->r, tp_tie_other(tie, actor), TP_MILITARY));
  return t->r->coefficient.power_joint * read(t, tie->slot + TP_COHESION) / 100 * forces;
}

/* The same before the turn and now, tie by tie. */
static void step_power(struct tp_turn *t, int actor, struct tp_derivation *d) {
  const struct tp_rules *r = t->r;
  struct tp_span ties = r->actors[actor].ties;
  int own = tp_actor_slot(r, actor, TP_MILITARY);
  double so_far = t->v[own];
  for (int i = 0; i < ties.count; i++) {
    so_far += joint(t, &r->ties[r->incident[ties.first + i]], actor, tp_before);
  }
  tp_derive_step(d, so_far, TP_CAUSE_OWN_FORCES, own, TP_NONE);
  for (int i = 0; i < ties.count; i++) {
    const struct tp_tie *tie = &r->ties[r->incident[ties.first + i]];
    so_far += joint(t, tie, actor, tp_now) - joint(t, tie, actor, tp_before);
    tp_derive_step(d, so_far, TP_CAUSE_JOINT_FORCES, tie->slot + TP_COHESION, TP_NONE);
  }
}

/* Own forces and those of aligned partners, of each of so many actors. */
static void sum_power(const struct tp_turn *t, int actors, double *power) {
  const struct tp_rules *r = t->r;
  for (int actor = 0; actor < actors; actor++)
    power[actor] = t->v[tp_actor_slot(r, actor, TP_MILITARY)];
  for (int i = 0; i < r->tie_count; i++) {
    const struct tp_tie *tie = &r->ties[i];
    if (t->v[tie->slot + TP_STATUS] < 1)
      continue;
    power[tie->a] += joint(t, tie, tie->a, tp_now);
    power[tie->b] += joint(t, tie, tie->b, tp_now);
  }
}

static void derive_coercion(struct tp_turn *t, int self) {
  struct tp_derivation d = tp_derive_actor(t, self, TP_COERCION);
  tp_derive_end(&d, t->v[self + TP_POWER] - t->r->coefficient.power_threshold, TP_CAUSE_FROM_POWER,
                self + TP_POWER, TP_NONE);
}

void tp_phase_status(struct tp_turn *t) {
  double power[TP_ACTORS_MAX];
  climb(t);
  int actors = t->r->actor_count;
  sum_power(t, actors, power);
  for (int actor = 0; actor < actors; actor++) {
    struct tp_derivation d = tp_derive_actor(t, t->r->actors[actor].slot, TP_POWER);
    if (tp_is_watched(t))
      step_power(t, actor, &d);
    tp_derive_end(&d, power[actor], TP_CAUSE_JOINT_FORCES, TP_NONE, TP_NONE);
    derive_coercion(t, t->r->actors[actor].slot);
  }
}
