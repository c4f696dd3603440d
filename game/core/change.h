/* How a variable changes: the only writers of a world's variables.
 *
 * A variable moves by its equation (core/equation.h), by a change with a cause of its own, or, when
 * it is derived, to the value of its formula. Whatever leaves its range, or comes within TP_NEAR of
 * the lower end, is set to the end; so no value can dwindle into denormals. What the experiment
 * holds stays.
 */
#ifndef TP_CORE_CHANGE_H
#define TP_CORE_CHANGE_H

#include "core/equation.h"
#include "core/turn.h"

/* A turn being played; passed to every phase. */
struct tp_turn {
  const struct tp_rules *r;
  struct tp_world *w;
  double *v; /* w->v */
  struct tp_ledger *ledger;
  struct tp_log *log;
  const double *before; /* values at the start of the turn, kept while a ledger is; or NULL */
  int plain;            /* no ledger, nothing held, not settling: changes take the short way */
  int settling;         /* only derived variables move: tp_rules_settle looks at the start */
  int crisis_at_start;  /* a crisis was on when the turn began */
  enum tp_crisis_move crisis_move[2]; /* challenger's and target's, this turn */
};

/* Evaluates a group of equations. */
void tp_change_by(struct tp_turn *t, enum tp_equation_group group);

/* So near the lower end of its range a value is at it. */
#define TP_NEAR 1e-9

/* `x` cut to a range. */
static inline double tp_change_within(double low, double high, double x) {
  if (x < low + TP_NEAR)
    x = low;
  return x > high ? high : x;
}

/* The same where the compiler knows the range: by a mask, since it would take a branch then. */
static inline double tp_change_within_known(struct tp_range range, double x) {
  tp_pair low = {range.low}, one = {x};
  x = tp_lanes_choose(one < low + TP_NEAR, low, one)[0];
  return x > range.high ? range.high : x;
}

static inline double tp_change_index(double x) {
  return tp_change_within_known((struct tp_range){0, 100}, x);
}

/* The short way: into the range and there. */
static inline void tp_change_put(struct tp_turn *t, int slot, double x) {
  t->v[slot] = tp_change_within(t->r->low[slot], t->r->high[slot], x);
}

/* Adds `delta` to a variable. */
void tp_change_add_watched(struct tp_turn *t, int slot, double delta, enum tp_cause cause,
                           int source, int which);
static inline void tp_change_add(struct tp_turn *t, int slot, double delta, enum tp_cause cause,
                                 int source, int which) {
  if (t->plain)
    tp_change_put(t, slot, t->v[slot] + delta);
  else
    tp_change_add_watched(t, slot, delta, cause, source, which);
}

/* Makes a variable `value`. */
void tp_change_to(struct tp_turn *t, int slot, double value, enum tp_cause cause, int source,
                  int which);

/* Sets held variables to what the experiment holds them at, when the turn begins; after that no
 * change moves them. */
void tp_change_hold(struct tp_turn *t);

/* A derived variable gets its new value. To explain it, a turn with a ledger goes there step by
 * step: `so_far` is the formula with the inputs named up to now at their new values and the others
 * as they stood before the turn (tp_before). Otherwise only the end is computed. */
struct tp_derivation {
  struct tp_turn *t;
  int slot;
  struct tp_range range;
};

static inline struct tp_derivation tp_derive_begin(struct tp_turn *t, int slot) {
  return (struct tp_derivation){t, slot, {t->r->low[slot], t->r->high[slot]}};
}

/* The same for a variable of the actor whose variables begin at `self`. */
static inline struct tp_derivation tp_derive_actor(struct tp_turn *t, int self,
                                                   enum tp_actor_variable v) {
  return (struct tp_derivation){t, self + (int)v, tp_actor_ranges[v]};
}

/* 1 when the steps are wanted. */
static inline int tp_is_watched(const struct tp_turn *t) {
  return t->before != NULL;
}

/* A variable as it stands, and as it stood before the turn; a formula that takes one of the two as
 * its reader serves for both. */
typedef double tp_reader(const struct tp_turn *t, int slot);
static inline double tp_now(const struct tp_turn *t, int slot) {
  return t->v[slot];
}
static inline double tp_before(const struct tp_turn *t, int slot) {
  return t->before ? t->before[slot] : t->v[slot];
}

void tp_derive_step(struct tp_derivation *d, double so_far, enum tp_cause cause, int source,
                    int which);
void tp_derive_end_watched(struct tp_derivation *d, double value, enum tp_cause cause, int source,
                           int which);
static inline void tp_derive_end(struct tp_derivation *d, double value, enum tp_cause cause,
                                 int source, int which) {
  if (d->t->plain)
    d->t->v[d->slot] = tp_change_within_known(d->range, value);
  else
    tp_derive_end_watched(d, value, cause, source, which);
}

/* Appends a fact when a log is kept. */
void tp_turn_note(struct tp_turn *t, enum tp_fact_kind kind, int a, int b, int c, double x);

#endif
