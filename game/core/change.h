/* How a variable changes: the only writers of a world's variables.
 *
 * Most state follows an equation of one form: each turn it goes the fraction `rate` of the way to
 *
 *     offset + term + term + ...
 *
 * The offset is found once, so that a scenario's start is a steady state (or is inherited by a
 * scenario that extends it, so that what the extension changes has its effect). For the ledger the
 * terms are counted from their values at the start, which says what moved things: the same sum,
 * written as
 *
 *     x += rate * (rest - x)                      "returns to where it rests"
 *     x += rate * (term - reference)              once for each term, with its cause
 *
 * where rest is offset + all references. The additions happen in this order, with or without a
 * ledger, so the rows replay to the same bits. A value that leaves its range, or comes within 1e-9
 * of its lower end, is set to the end; so no value can dwindle into denormals.
 */
#ifndef TP_CORE_CHANGE_H
#define TP_CORE_CHANGE_H

#include "core/turn.h"

/* A turn being played; passed to every phase. */
struct tp_turn {
  const struct tp_rules *r;
  struct tp_world *w;
  double *v; /* w->v */
  struct tp_ledger *ledger;
  struct tp_log *log;
  const double *before; /* values at the start of the turn, kept while a ledger is; or NULL */
  int watched;          /* a ledger is kept, or the rules are being settled */
  int crisis_at_start;  /* a crisis was on when the turn began */
  enum tp_crisis_move crisis_move[2]; /* challenger's and target's, this turn */
  /* while tp_rules_settle looks at the terms: state stays as it is */
  int settling;
  double *offset, *rest, *reference;
  int16_t *reference_at;
  const uint8_t *at_rest;
  int reference_count;
};

/* Adds `delta` to a variable and cuts it to its range. */
void tp_change_add(struct tp_turn *t, int slot, double delta, enum tp_cause cause, int source,
                   int which);

/* Makes a variable `value` (cut to its range). */
void tp_change_to(struct tp_turn *t, int slot, double value, enum tp_cause cause, int source,
                  int which);

/* A variable on its way to its equation's target; see above. */
struct tp_move {
  struct tp_turn *t;
  const double *reference;
  double x, rate, sum;
  int slot;
};

struct tp_move tp_move_watch_begin(struct tp_turn *t, int slot, double rate);
void tp_move_watch_term(struct tp_move *m, double term, double delta, enum tp_cause cause,
                        int source, int which);
void tp_move_watch_end(struct tp_move *m, double high);

static inline struct tp_move tp_move_begin(struct tp_turn *t, int slot, double rate) {
  if (t->watched)
    return tp_move_watch_begin(t, slot, rate);
  const struct tp_rules *r = t->r;
  double x = t->v[slot];
  return (struct tp_move){.t = t,
                          .reference = r->reference + r->reference_at[slot],
                          .x = x + rate * (r->rest[slot] - x),
                          .rate = rate,
                          .slot = slot};
}

static inline void tp_move_term(struct tp_move *m, double term, enum tp_cause cause, int source,
                                int which) {
  double delta = m->rate * (term - *m->reference++);
  if (m->t->watched) {
    tp_move_watch_term(m, term, delta, cause, source, which);
  } else {
    m->x += delta;
  }
}

/* Ends the move; `high` bounds the value below the end of its range (a claim's reach). */
static inline void tp_move_end_below(struct tp_move *m, double high) {
  if (m->t->watched) {
    tp_move_watch_end(m, high);
    return;
  }
  double low = m->t->r->low[m->slot], x = m->x;
  if (x < low + 1e-9)
    x = low;
  if (x > high)
    x = high;
  m->t->v[m->slot] = x;
}

static inline void tp_move_end(struct tp_move *m) {
  tp_move_end_below(m, m->t->r->high[m->slot]);
}

/* A derived variable gets its new value. To explain it, a watched turn goes there step by step:
 * `so_far` is the formula with the inputs named up to now at their new values and the others as
 * they stood before the turn (tp_before). Unwatched, only the end is computed. */
struct tp_derivation {
  struct tp_turn *t;
  int slot;
};

static inline struct tp_derivation tp_derive_begin(struct tp_turn *t, int slot) {
  return (struct tp_derivation){.t = t, .slot = slot};
}
static inline double tp_before(const struct tp_turn *t, int slot) {
  return t->before ? t->before[slot] : t->v[slot];
}
void tp_derive_step(struct tp_derivation *d, double so_far, enum tp_cause cause, int source,
                    int which);
void tp_derive_watch_end(struct tp_derivation *d, double value, enum tp_cause cause, int source,
                         int which);
static inline void tp_derive_end(struct tp_derivation *d, double value, enum tp_cause cause,
                                 int source, int which) {
  const struct tp_rules *r = d->t->r;
  if (value < r->low[d->slot] + 1e-9)
    value = r->low[d->slot];
  if (value > r->high[d->slot])
    value = r->high[d->slot];
  if (d->t->watched)
    tp_derive_watch_end(d, value, cause, source, which);
  else
    d->t->v[d->slot] = value;
}

/* Appends a fact when a log is kept. */
void tp_turn_note(struct tp_turn *t, enum tp_fact_kind kind, int a, int b, int c, double x);

/* Sets held variables back to what the experiment holds them at. */
void tp_change_hold(struct tp_turn *t);

#endif
