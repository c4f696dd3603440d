#include "core/change.h"

static void record(struct tp_turn *t, int slot, double delta, enum tp_cause cause, int source,
                   int which) {
  struct tp_ledger *ledger = t->ledger;
  if (!ledger || delta == 0)
    return;
  if (ledger->count == ledger->capacity) {
    ledger->missed++;
    return;
  }
  ledger->rows[ledger->count++] = (struct tp_row){.slot = (int16_t)slot,
                                                  .source = (int16_t)source,
                                                  .cause = (int16_t)cause,
                                                  .which = (int16_t)which,
                                                  .delta = delta};
}

/* Makes `x` exactly `value`. One addition may miss by a rounding; the second, between neighbours,
 * cannot, so at most two rows are written. */
static double land_on(struct tp_turn *t, int slot, double x, double value, enum tp_cause cause,
                      int source, int which) {
  while (x != value) {
    double delta = value - x;
    record(t, slot, delta, cause, source, which);
    x += delta;
  }
  return value;
}

static double held_value(const struct tp_rules *r, int slot, double x) {
  for (int i = 0; i < r->hold_count; i++) {
    if (r->holds[i].slot == slot)
      return r->holds[i].value;
  }
  return x;
}

/* Cuts to the range and to `high`, or to what the experiment holds. */
static double cut(struct tp_turn *t, int slot, double x, double high) {
  const struct tp_rules *r = t->r;
  if (r->hold_count) {
    double held = held_value(r, slot, x);
    if (held != x)
      return land_on(t, slot, x, held, TP_CAUSE_HELD, TP_NONE, TP_NONE);
  }
  if (x < r->low[slot] + TP_NEAR) {
    return land_on(t, slot, x, r->low[slot], TP_CAUSE_LIMIT, TP_NONE, TP_NONE);
  }
  if (x > high) {
    enum tp_cause cause = high < r->high[slot] ? TP_CAUSE_CEILING : TP_CAUSE_LIMIT;
    return land_on(t, slot, x, high, cause, TP_NONE, TP_NONE);
  }
  return x;
}

static double ceiling_of(const struct tp_equation *e, const double *v) {
  return e->ceiling == TP_NONE || v[e->ceiling] > e->high ? e->high : v[e->ceiling];
}

static inline tp_pair pair_below(tp_pair high, tp_pair x) {
  return tp_lanes_choose(x > high, high, x);
}

static inline tp_pair pair_within(tp_pair low, tp_pair high, tp_pair x) {
  return pair_below(high, tp_lanes_choose(x < low + TP_NEAR, low, x));
}

/* The hot loop of the simulation. Variables are read before any of the rank is written. */
static void evaluate(const struct tp_system *s, struct tp_ranked group, double *v) {
  const struct tp_rank *rank = s->ranks + group.first, *end = rank + group.count;
  const struct tp_step *step = s->steps + group.step;
  for (; rank < end; rank++) {
    const int16_t *slot = rank->slot.lane;
    const struct tp_step *products = step + rank->linear, *last = products + rank->products;
    tp_pair x = rank->keep.pair[0] * tp_lanes_pick(v, &rank->slot, 0) + rank->constant.pair[0];
    tp_pair y = rank->keep.pair[1] * tp_lanes_pick(v, &rank->slot, 1) + rank->constant.pair[1];
    for (; step < products; step++) {
      x += step->gain.pair[0] * tp_lanes_pick(v, &step->a, 0);
      y += step->gain.pair[1] * tp_lanes_pick(v, &step->a, 1);
    }
    for (; step < last; step++) {
      x += step->gain.pair[0] * tp_lanes_pick(v, &step->a, 0) * tp_lanes_pick(v, &step->b, 0);
      y += step->gain.pair[1] * tp_lanes_pick(v, &step->a, 1) * tp_lanes_pick(v, &step->b, 1);
    }
    x = pair_within(rank->low, rank->high, x);
    y = pair_within(rank->low, rank->high, y);
    if (rank->has_ceilings) {
      x = pair_below(tp_lanes_pick(v, &rank->ceiling, 0), x);
      y = pair_below(tp_lanes_pick(v, &rank->ceiling, 1), y);
    }
    for (int i = 0; i < 2; i++) {
      v[slot[i]] = x[i];
      v[slot[2 + i]] = y[i];
    }
  }
}

/* Where an equation takes its variable by itself, before any cut. */
static double solve(const struct tp_system *s, const struct tp_equation *e, const double *v) {
  double x = e->keep * v[e->slot] + e->constant;
  for (int i = e->first; i < e->first + e->linear + e->products; i++)
    x += tp_equation_pull(&s->terms[i], v);
  return x;
}

/* The same for one equation, with a row for each term. */
static void evaluate_watched(struct tp_turn *t, int index) {
  const struct tp_system *s = t->r->system;
  const struct tp_equation *e = &s->equations[index];
  double x = t->v[e->slot], target = solve(s, e, t->v);
  double delta = s->rate[index] * (s->rest[index] - x);
  struct tp_origin last = {.cause = TP_CAUSE_SETTLING, .source = TP_NONE, .which = TP_NONE};
  for (int i = e->first; i < e->first + e->linear + e->products; i++) {
    record(t, e->slot, delta, (enum tp_cause)last.cause, last.source, last.which);
    x += delta;
    last = s->origins[i];
    delta = tp_equation_pull(&s->terms[i], t->v) - last.reference;
  }
  x = land_on(t, e->slot, x, target, (enum tp_cause)last.cause, last.source, last.which);
  t->v[e->slot] = cut(t, e->slot, x, ceiling_of(e, t->v));
}

void tp_change_by(struct tp_turn *t, enum tp_equation_group group) {
  const struct tp_system *s = t->r->system;
  if (t->settling)
    return;
  if (t->plain) {
    evaluate(s, s->ranked[group], t->v);
    return;
  }
  for (int i = 0; i < s->groups[group].count; i++) {
    evaluate_watched(t, s->groups[group].first + i);
  }
}

void tp_change_add_watched(struct tp_turn *t, int slot, double delta, enum tp_cause cause,
                           int source, int which) {
  if (t->settling)
    return;
  record(t, slot, delta, cause, source, which);
  t->v[slot] = cut(t, slot, t->v[slot] + delta, t->r->high[slot]);
}

void tp_change_to(struct tp_turn *t, int slot, double value, enum tp_cause cause, int source,
                  int which) {
  if (t->settling)
    return;
  double x = land_on(t, slot, t->v[slot], value, cause, source, which);
  t->v[slot] = cut(t, slot, x, t->r->high[slot]);
}

void tp_change_hold(struct tp_turn *t) {
  for (int i = 0; i < t->r->hold_count; i++) {
    struct tp_hold hold = t->r->holds[i];
    t->v[hold.slot] =
        land_on(t, hold.slot, t->v[hold.slot], hold.value, TP_CAUSE_HELD, TP_NONE, TP_NONE);
  }
}

void tp_derive_step(struct tp_derivation *d, double so_far, enum tp_cause cause, int source,
                    int which) {
  double delta = so_far - d->t->v[d->slot];
  record(d->t, d->slot, delta, cause, source, which);
  d->t->v[d->slot] += delta;
}

void tp_derive_end_watched(struct tp_derivation *d, double value, enum tp_cause cause, int source,
                           int which) {
  const struct tp_rules *r = d->t->r;
  int slot = d->slot;
  value = tp_change_within(r->low[slot], r->high[slot], value);
  double held = held_value(r, slot, value);
  if (held != value)
    cause = TP_CAUSE_HELD;
  d->t->v[slot] = land_on(d->t, slot, d->t->v[slot], held, cause, source, which);
}

void tp_turn_note(struct tp_turn *t, enum tp_fact_kind kind, int a, int b, int c, double x) {
  struct tp_log *log = t->log;
  if (!log)
    return;
  if (log->count == log->capacity) {
    log->missed++;
    return;
  }
  log->facts[log->count++] = (struct tp_fact){
      .kind = (int16_t)kind, .a = (int16_t)a, .b = (int16_t)b, .c = (int16_t)c, .x = x};
}
