#include "session/readings.h"

#include "core/equation.h"
#include "core/world.h"
#include "data/experiment.h"
#include "session/inputs.h"

#include <stdlib.h>

struct comparison {
  const struct tp_rules *r, *moved; /* as they are, and with the coefficient moved */
  void (*tell)(void *context, const struct tp_reading *reading);
  void *context;
  int told; /* how many */
};

static void tell(struct comparison *c, struct tp_reading reading) {
  c->tell(c->context, &reading);
  c->told++;
}

/* --- equations --- */

/* The gain of the same term in other rules; 0 where it is left out. */
static double gain_in(const struct tp_system *system, const struct tp_equation *e,
                      const struct tp_term *term, int cause) {
  for (int i = e->first; i < tp_equation_end(e); i++)
    if (system->terms[i].a == term->a && system->terms[i].b == term->b &&
        system->origins[i].cause == cause)
      return system->terms[i].gain;
  return 0;
}

/* The terms of `one` that weigh otherwise in `two`. From the other side only those are `missing`
 * that were not told before. */
static void tell_terms(struct comparison *c, const struct tp_system *one,
                       const struct tp_equation *e, const struct tp_system *two,
                       const struct tp_equation *other, int missing) {
  for (int i = e->first; i < tp_equation_end(e); i++) {
    const struct tp_term *term = &one->terms[i];
    int cause = one->origins[i].cause;
    double gain = gain_in(two, other, term, cause);
    if (gain != term->gain && (!missing || gain == 0))
      tell(c, (struct tp_reading){TP_READ_TERM, e->slot, cause, term->a, term->b});
  }
}

static void compare_equations(struct comparison *c) {
  const struct tp_system *one = c->r->system, *two = c->moved->system;
  for (int i = 0; i < one->equation_count; i++) {
    const struct tp_equation *e = &one->equations[i];
    int place = two->of[e->slot];
    if (place == TP_NONE)
      continue;
    if (one->rate[i] != two->rate[place]) {
      tell(c, (struct tp_reading){TP_READ_RATE, e->slot, TP_NONE, TP_NONE, TP_NONE});
      continue;
    }
    tell_terms(c, one, e, two, &two->equations[place], 0);
    tell_terms(c, two, &two->equations[place], one, e, 1);
  }
}

/* --- steps --- */

/* The same turn in both rules, from one start. */
struct turns {
  struct tp_world *one, *two;
  struct tp_ledger ledger_one, ledger_two;
};

static int is_same(const struct turns *t, int slot) {
  return t->one->v[slot] == t->two->v[slot];
}

/* Computed from what is the same, and yet another. */
static int reads_itself(const struct comparison *c, const struct turns *t, int slot) {
  if (!tp_inputs_is_derived(c->r, slot) || is_same(t, slot))
    return 0;
  for (int i = 0; i < t->ledger_one.count; i++) {
    const struct tp_row *row = &t->ledger_one.rows[i];
    if (row->slot == slot && row->source >= 0 && row->source != slot && !is_same(t, row->source))
      return 0;
  }
  return 1;
}

/* A term of the variable's equation, or what makes up for the ends of its range. */
static int is_of_equation(const struct tp_rules *r, const struct tp_row *row) {
  if (row->cause == TP_CAUSE_SETTLING || row->cause == TP_CAUSE_LIMIT ||
      row->cause == TP_CAUSE_CEILING)
    return 1;
  int place = r->system->of[row->slot];
  if (place == TP_NONE)
    return 0;
  const struct tp_equation *e = &r->system->equations[place];
  for (int i = e->first; i < tp_equation_end(e); i++)
    if (r->system->origins[i].cause == row->cause && r->system->origins[i].source == row->source)
      return 1;
  return 0;
}

static double sum_like(const struct tp_ledger *ledger, const struct tp_row *row) {
  double sum = 0;
  for (int i = 0; i < ledger->count; i++) {
    const struct tp_row *other = &ledger->rows[i];
    if (other->slot == row->slot && other->cause == row->cause && other->source == row->source)
      sum += other->delta;
  }
  return sum;
}

/* Rows that no equation has and that are of another size, though what they come from is the same.
 * All are of the cause of the first: what comes later in the turn follows from it. */
static void compare_rows(struct comparison *c, const struct turns *t) {
  int cause = TP_NONE;
  for (int i = 0; i < t->ledger_one.count; i++) {
    const struct tp_row *row = &t->ledger_one.rows[i];
    if ((cause != TP_NONE && row->cause != cause) || tp_inputs_is_derived(c->r, row->slot) ||
        is_of_equation(c->r, row) ||
        (row->source >= 0 && row->source != row->slot && !is_same(t, row->source)) ||
        sum_like(&t->ledger_one, row) == sum_like(&t->ledger_two, row))
      continue;
    cause = row->cause;
    tell(c, (struct tp_reading){TP_READ_STEP, row->slot, cause,
                                row->source >= 0 ? row->source : TP_NONE, TP_NONE});
  }
}

static void compare_steps(struct comparison *c) {
  struct turns t;
  t.one = tp_inputs_play(c->r, c->r, &t.ledger_one);
  t.two = tp_inputs_play(c->r, c->moved, &t.ledger_two);
  for (int slot = 0; slot < c->r->slot_count; slot++)
    if (reads_itself(c, &t, slot))
      tell(c, (struct tp_reading){TP_READ_STEP, slot, TP_NONE, TP_NONE, TP_NONE});
  if (!c->told)
    compare_rows(c, &t);
  free(t.one);
  free(t.two);
  free(t.ledger_one.rows);
  free(t.ledger_two.rows);
}

void tp_readings_each(const struct tp_scenario *scenario, int index,
                      void (*told)(void *context, const struct tp_reading *reading),
                      void *context) {
  int count;
  const struct tp_coefficient *known = &tp_coefficients(&count)[index];
  struct tp_coefficients values = scenario->rules->coefficient;
  struct tp_experiment_error error;
  double value = *tp_coefficient_at(&values, index), span = known->high - known->low;
  double by = span / 256; /* little: nothing else is to come of it in that turn */
  double moved = value + by > known->high ? value - by : value + by;
  struct tp_experiment *experiment = tp_experiment_create(scenario);
  if (tp_experiment_set_value(experiment, known->name, moved, &error)) {
    struct comparison c = {scenario->rules, tp_experiment_rules(experiment), told, context, 0};
    compare_equations(&c);
    if (!c.told)
      compare_steps(&c);
  }
  tp_experiment_free(experiment);
}
