/* Equations: the one form in which nearly all state moves.
 *
 * Each turn a variable goes the fraction `rate` of the way to
 *
 *     offset + weight * a + ... + weight * a * b + ...
 *
 * where a and b are variables. Each mechanism writes down its equations once, when the rules are
 * settled; a turn only evaluates them. The offset is found so that a scenario's start is a steady
 * state, or is inherited by a scenario that extends it, so that what the extension changes has its
 * effect.
 *
 * A turn computes keep * x + constant + the terms that move, in this order, and cuts the result to
 * the range. For the ledger each term is counted from its value at the start, which says what moved
 * things: the same sum as
 *
 *     x += rate * (rest - x)                       "returns to where it rests"
 *     x += rate * weight * a - (that at the start) once for each term, with its cause
 *
 * with rest = offset + the terms at the start. The last row takes up what rounding makes of the
 * difference, so that the rows replay to the same bits.
 *
 * Much of a scenario stands still: sanctions that nobody in it can impose, people ties that no
 * action touches. Terms of such variables count for the offset and are not evaluated. What moves is
 * found when the rules are settled, so an experiment that holds or sets a variable settles anew.
 *
 * A turn without a ledger takes four equations at a time: ranks.c lines up those of a group that do
 * not depend on each other, by length. Each equation is still summed in its own order, so it comes
 * to the same bits as by itself.
 */
#ifndef TP_CORE_EQUATION_H
#define TP_CORE_EQUATION_H

#include "core/lanes.h"
#include "core/ledger.h"
#include "core/rules.h"

enum { TP_EQUATIONS_MAX = 3072, TP_TERMS_MAX = 16384, TP_CHOICE_TERMS_MAX = 8192 };

/* The equations a phase evaluates together. */
enum tp_equation_group {
  TP_OF_ECONOMY,
  TP_OF_THREAT,
  TP_OF_NARRATIVE,
  TP_OF_CONTRACT,
  TP_OF_STABILITY,
  TP_OF_TIES,
  TP_OF_AUTONOMY,
  TP_OF_DETERRENCE,
  TP_EQUATION_GROUPS
};

struct tp_term {
  double gain; /* rate * weight */
  int16_t a;   /* slots */
  int16_t b;   /* TP_NONE in a term of one variable */
};

/* Where a term comes from, for the ledger and for whoever asks what affects what. */
struct tp_origin {
  double reference; /* the term at the start, times the rate */
  int16_t cause;    /* enum tp_cause */
  int16_t source;   /* the variable it is known by */
  int16_t which;    /* claim or actor, by cause; or TP_NONE */
};

struct tp_equation {
  double keep;      /* 1 - rate */
  double constant;  /* rate * offset + the terms that stand still */
  double low, high; /* the variable's range */
  int16_t slot;
  int16_t ceiling;          /* a variable it cannot exceed, or TP_NONE */
  int16_t first;            /* of its terms */
  int16_t linear, products; /* how many of each, in this order */
  int16_t still;            /* and how many behind them that never move */
};

/* Behind its last term. */
static inline int tp_equation_end(const struct tp_equation *e) {
  return e->first + e->linear + e->products + e->still;
}

/* Equations side by side, a lane each, all of one range; all of them have a ceiling, or none. Where
 * a rank is not full, its last equation stands in the lanes that are left; where a lane has fewer
 * terms than the others, terms without gain do. */
struct tp_rank {
  struct tp_lanes keep, constant;
  tp_pair low, high; /* the same twice */
  struct tp_slots slot, ceiling;
  int16_t linear, products; /* how many terms each has, in this order */
  int16_t has_ceilings;
};

/* A term of each. */
struct tp_step {
  struct tp_lanes gain;
  struct tp_slots a, b; /* b: of products only */
};

/* Ranks of a group, or choices of a seat. Their steps follow one another. */
struct tp_ranked {
  int16_t first, count;
  int32_t step;
};

/* Actions of a seat side by side, for its reflex: those numbered from `action`, a multiple of
 * TP_LANES. A lane without an action of the seat scores too little to come up. */
#define TP_NO_CHOICE (-1e30)

struct tp_choice {
  struct tp_lanes base; /* score before the terms */
  struct tp_lanes budget, capital;
  uint16_t action;
  int16_t terms; /* how many each has */
};

/* All choices of a seat, and the least that its actions cost. */
struct tp_menu {
  struct tp_ranked choices;
  double budget, capital, attention;
};

/* Events by what brings them up; their draws are made in one go. */
struct tp_stirrings {
  double chance[TP_EVENTS_MAX]; /* a turn, by event */
  struct tp_set by_chance;      /* events without a date, of some chance */
  int16_t dated[TP_EVENTS_MAX]; /* events with a date */
  int dated_count;
};

struct tp_system {
  int equation_count, term_count;
  int overflow; /* 1: more terms than there is room for */
  struct tp_span groups[TP_EQUATION_GROUPS];
  int16_t of[TP_SLOTS_MAX]; /* equation of a variable, or TP_NONE */
  struct tp_equation equations[TP_EQUATIONS_MAX];
  struct tp_term terms[TP_TERMS_MAX];
  struct tp_origin origins[TP_TERMS_MAX];
  double rate[TP_EQUATIONS_MAX], rest[TP_EQUATIONS_MAX]; /* what a ledger needs besides */

  /* the same lined up */
  int rank_count, choice_count, step_count;
  struct tp_ranked ranked[TP_EQUATION_GROUPS];
  struct tp_menu menus[TP_ACTORS_MAX]; /* by seat */
  struct tp_stirrings stirrings;
  struct tp_rank ranks[TP_EQUATIONS_MAX];
  struct tp_choice choices[TP_ACTIONS_MAX];
  struct tp_step steps[TP_TERMS_MAX + TP_CHOICE_TERMS_MAX];
};

/* Writing them down. A group's equations follow one another; terms belong to the last equation
 * begun. Terms of no weight are left out. */
struct tp_author {
  const struct tp_rules *r;
  struct tp_system *system;
  enum tp_equation_group group;
  uint8_t moves[TP_SLOTS_MAX]; /* 1: something in these rules can change the variable */
};
void tp_equation_group(struct tp_author *author, enum tp_equation_group group);
void tp_equation(struct tp_author *author, int slot, double rate);
void tp_equation_below(struct tp_author *author, int ceiling);
void tp_equation_term(struct tp_author *author, double weight, int slot, enum tp_cause cause,
                      int which);
void tp_equation_product(struct tp_author *author, double weight, int a, int b, enum tp_cause cause,
                         int which); /* known by a */

/* Lines up equations, choices and events, once all is known of them. */
void tp_system_line_up(const struct tp_rules *r, struct tp_system *system);

/* One term as it stands in the variables `v`, times the rate. */
static inline double tp_equation_pull(const struct tp_term *term, const double *v) {
  double pull = term->gain * v[term->a];
  return term->b == TP_NONE ? pull : pull * v[term->b];
}

#endif
