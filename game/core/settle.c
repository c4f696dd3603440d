#include "core/phases.h"

#include <string.h>

static void write_equations(const struct tp_rules *r, struct tp_system *system) {
  struct tp_author author = {.r = r, .system = system};
  system->equation_count = system->term_count = system->overflow = 0;
  memset(system->groups, 0, sizeof system->groups);
  for (int i = 0; i < TP_SLOTS_MAX; i++)
    system->of[i] = TP_NONE;
  tp_write_economy(&author);
  tp_write_threat(&author);
  tp_write_narrative(&author);
  tp_write_contract(&author);
  tp_write_stability(&author);
  tp_write_ties(&author);
  tp_write_autonomy(&author);
  tp_write_deterrence(&author);
}

/* Brings the derived variables, some of which follow from others, to their values at the start. */
static void derive_start(const struct tp_rules *r, double *start) {
  _Alignas(
      struct tp_world) unsigned char room[sizeof(struct tp_world) + TP_SLOTS_MAX * sizeof(double)];
  struct tp_world *w = (struct tp_world *)(void *)room;
  memset(w, 0, sizeof *w);
  w->ending = w->crisis.challenger = w->crisis.target = TP_NONE;
  memcpy(w->v, start, (size_t)r->slot_count * sizeof *start);
  struct tp_turn t = {.r = r, .w = w, .v = w->v, .settling = 1};
  for (int pass = 0; pass < 4; pass++)
    tp_phase_world(&t);
  memcpy(start, w->v, (size_t)r->slot_count * sizeof *start);
}

/* Counts each term from the start, and finds the offset or lets the one given stand. */
static void settle_equation(struct tp_system *system, struct tp_equation *e, const double *v,
                            double *offset, const uint8_t *at_rest) {
  double sum = 0;
  for (int i = e->first; i < e->first + e->linear + e->products; i++) {
    struct tp_term *term = &system->terms[i];
    sum += tp_equation_term_value(e, term, v);
    term->reference =
        term->b == TP_NONE ? term->gain * v[term->a] : term->gain * v[term->a] * v[term->b];
  }
  if (!at_rest || at_rest[e->slot])
    offset[e->slot] = v[e->slot] - sum;
  e->rest = !at_rest || at_rest[e->slot] ? v[e->slot] : offset[e->slot] + sum;
}

int tp_rules_settle(struct tp_rules *r, double *start, double *offset, struct tp_system *system,
                    const uint8_t *at_rest) {
  r->start = start;
  r->offset = offset;
  r->system = system;
  write_equations(r, system);
  if (system->overflow)
    return 0;
  derive_start(r, start);
  for (int i = 0; i < system->equation_count; i++) {
    settle_equation(system, &system->equations[i], start, offset, at_rest);
  }
  return 1;
}
