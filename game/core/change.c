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

static double cut(struct tp_turn *t, int slot, double x, double high) {
  if (x < t->r->low[slot] + 1e-9) {
    return land_on(t, slot, x, t->r->low[slot], TP_CAUSE_LIMIT, TP_NONE, TP_NONE);
  }
  if (x > high) {
    enum tp_cause cause = high < t->r->high[slot] ? TP_CAUSE_CEILING : TP_CAUSE_LIMIT;
    return land_on(t, slot, x, high, cause, TP_NONE, TP_NONE);
  }
  return x;
}

void tp_change_add(struct tp_turn *t, int slot, double delta, enum tp_cause cause, int source,
                   int which) {
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

struct tp_move tp_move_watch_begin(struct tp_turn *t, int slot, double rate) {
  struct tp_move m = {.t = t, .x = t->v[slot], .rate = rate, .slot = slot};
  if (t->settling) {
    t->reference_at[slot] = (int16_t)t->reference_count;
    m.reference = t->reference + t->reference_count;
    return m;
  }
  m.reference = t->r->reference + t->r->reference_at[slot];
  double delta = rate * (t->r->rest[slot] - m.x);
  record(t, slot, delta, TP_CAUSE_SETTLING, TP_NONE, TP_NONE);
  m.x += delta;
  return m;
}

void tp_move_watch_term(struct tp_move *m, double term, double delta, enum tp_cause cause,
                        int source, int which) {
  struct tp_turn *t = m->t;
  if (t->settling) {
    if (t->reference_count < TP_REFERENCES_MAX)
      t->reference[t->reference_count++] = term;
    m->sum += term;
    return;
  }
  record(t, m->slot, delta, cause, source, which);
  m->x += delta;
}

void tp_move_watch_end(struct tp_move *m, double high) {
  struct tp_turn *t = m->t;
  if (!t->settling) {
    t->v[m->slot] = cut(t, m->slot, m->x, high);
    return;
  }
  if (!t->at_rest || t->at_rest[m->slot])
    t->offset[m->slot] = t->v[m->slot] - m->sum;
  t->rest[m->slot] = t->offset[m->slot] + m->sum;
}

void tp_derive_step(struct tp_derivation *d, double so_far, enum tp_cause cause, int source,
                    int which) {
  double delta = so_far - d->t->v[d->slot];
  record(d->t, d->slot, delta, cause, source, which);
  d->t->v[d->slot] += delta;
}

void tp_derive_watch_end(struct tp_derivation *d, double value, enum tp_cause cause, int source,
                         int which) {
  d->t->v[d->slot] = land_on(d->t, d->slot, d->t->v[d->slot], value, cause, source, which);
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
