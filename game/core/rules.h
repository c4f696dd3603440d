/* The compiled scenario: everything about a game that does not change while it is played.
 *
 * Built by the data layer (or by hand in a test), then read-only and shared by all threads. All
 * names have been resolved to indices: `slot` is the place of a variable in a world's `v`.
 * Index lists are spans into pools, so that a mechanism walks memory forward.
 */
#ifndef TP_CORE_RULES_H
#define TP_CORE_RULES_H

#include "core/coefficients.h"
#include "core/variables.h"

#include <stddef.h>
#include <stdint.h>

enum {
  TP_ACTORS_MAX = 32,
  TP_TIES_MAX = 256,
  TP_VIEWS_MAX = 256,
  TP_CLAIMS_MAX = 64,
  TP_TRACKS_MAX = 64,
  TP_ACTIONS_MAX = 256,
  TP_EVENTS_MAX = 256,
  TP_OPTIONS_MAX = 6, /* per event */
  TP_OBJECTIVES_MAX = 32,
  TP_ENDINGS_MAX = 32,
  TP_CHARACTERS_MAX = 32,
  TP_SLOTS_MAX = 4096,
  TP_HOLDS_MAX = 64,
  TP_SCHEDULE_MAX = 64,
  TP_NONE = -1
};

struct tp_span {
  int16_t first, count;
};

/* A set of actions or of events, a bit each. */
enum { TP_SET_WORDS = 4 };
struct tp_set {
  uint64_t word[TP_SET_WORDS];
};
_Static_assert(TP_ACTIONS_MAX <= 64 * TP_SET_WORDS && TP_EVENTS_MAX <= 64 * TP_SET_WORDS,
               "a set holds all actions or all events");

static inline void tp_set_put(struct tp_set *set, int index, int is_in) {
  uint64_t bit = (uint64_t)1 << index % 64;
  uint64_t *word = &set->word[index / 64];
  *word = is_in ? *word | bit : *word & ~bit;
}

static inline int tp_set_has(const struct tp_set *set, int index) {
  return (int)(set->word[index / 64] >> index % 64 & 1);
}

/* Takes the lowest of a word of a set out of it; `word` is not 0. */
static inline int tp_set_next(uint64_t *word) {
  int lowest = __builtin_ctzll(*word);
  *word &= *word - 1;
  return lowest;
}

/* What a person reads. `text` may be "". */
struct tp_words {
  const char *id;
  const char *title;
  const char *text;
};

/* Which of less (1), equal (2) and more (4) will do; so a condition is checked without a branch. */
enum tp_operator {
  TP_LESS = 1,
  TP_EQUAL = 2,
  TP_LESS_EQUAL = TP_LESS | TP_EQUAL,
  TP_MORE = 4,
  TP_NOT_EQUAL = TP_LESS | TP_MORE,
  TP_MORE_EQUAL = TP_MORE | TP_EQUAL
};

enum { TP_OPERATORS = 7 }; /* from 1 to 6 */

/* "<", "<=" and so on. */
const char *tp_operator_sign(enum tp_operator op);

/* v[slot] <op> value */
struct tp_condition {
  double value;
  int16_t slot;
  int16_t op; /* enum tp_operator */
};

/* A linear term: weight * v[slot]. */
struct tp_weight {
  double weight;
  int16_t slot;
};

enum tp_effect_op { TP_ADD, TP_SET };

struct tp_effect {
  double value;
  int16_t slot;
  int16_t op; /* enum tp_effect_op */
};

enum tp_actor_kind { TP_KIND_POWER, TP_KIND_UNION, TP_KIND_MEMBER, TP_KIND_PARTNER };

struct tp_actor {
  struct tp_words words;
  uint32_t color;             /* 0xRRGGBB */
  const char *countries;      /* ISO 3166-1 numeric codes, separated by spaces */
  double longitude, latitude; /* where its label and ties stand on the map, degrees */
  double size;                /* % of world output */
  double population;          /* millions */
  double states;              /* member states it stands for in the council */
  double income_budget, income_capital, income_attention; /* per turn, at the start values */
  int16_t kind;                                           /* enum tp_actor_kind */
  int16_t votes;                                          /* 1: sits in the union's council */
  int16_t is_seat;                                        /* 1: chooses actions */
  int16_t slot;                                           /* of its first variable */
  int16_t variables;      /* how many it has: the first so many of enum tp_actor_variable */
  struct tp_span ties;    /* into `incident`: tie indices */
  struct tp_span views;   /* into `outlooks`: views from it */
  struct tp_span seen;    /* into `outlooks`: views of it */
  struct tp_span claims;  /* claims it holds: indices of `claims` are consecutive per holder */
  struct tp_span actions; /* into `repertoire`: actions of its seat */
  struct tp_span goals;   /* into `weights`: what its policies try to raise */
  struct tp_span hidden;  /* into `hidden`: slots that other seats may not see */
  int16_t adversary_view; /* its view of the union's adversary, or TP_NONE */
};

/* A common adversary of a tie's two ends. */
struct tp_adversary {
  int16_t actor;
  int16_t menace_a, menace_b; /* slots */
  int16_t stake_a, stake_b;   /* slots of each end's economic tie with it, or TP_NONE */
};

struct tp_tie {
  int16_t a, b; /* actors */
  int16_t slot;
  int16_t ally;             /* 1: an alliance of the guarantor's network */
  int16_t view_ab, view_ba; /* or TP_NONE */
  struct tp_span adversaries;
};

/* Another actor tied to the target of a view, itself seen as a menace. */
struct tp_spill {
  int16_t cohesion, menace; /* slots */
};

struct tp_view {
  int16_t from, to; /* actors */
  int16_t slot;
  int16_t tie;  /* the tie of the same two actors, or TP_NONE */
  int16_t back; /* the view the other way, or TP_NONE */
  struct tp_span spills;
  struct tp_span claims; /* into `pointing`: claims of `from` about `to` */
};

struct tp_echo {
  int16_t ally; /* actor */
  int16_t tie;  /* between holder and ally */
};

struct tp_claim {
  struct tp_words words;
  double weight; /* in its holder's narrative */
  int16_t holder;
  int16_t about; /* actor it points at, or TP_NONE */
  int16_t slot;
  struct tp_span evidence;      /* weights */
  struct tp_span contradiction; /* weights, taken away in proportion to openness */
  struct tp_span echoes;
};

struct tp_track {
  struct tp_words words;
  int16_t slot;
};

enum tp_theme { TP_DEFENCE, TP_DIPLOMACY, TP_ECONOMICS, TP_SOCIETY, TP_INFORMATION, TP_THEMES };
enum tp_vote { TP_NO_VOTE, TP_QUALIFIED, TP_UNANIMITY };

/* What policies read of every action every turn comes first, on one cache line. */
struct tp_action {
  double reflex;               /* base score for the reflex policy */
  struct tp_span reflex_terms; /* weights */
  struct tp_span when;
  double budget, capital, attention; /* cost */
  int16_t seat;                      /* actor */
  int16_t once;                      /* 1: once a game */
  int16_t turns;                     /* length of the programme; 0: effects land at once */
  int16_t cooldown;                  /* turns after its end before it may be chosen again */
  int16_t vote;                      /* enum tp_vote */
  int16_t theme;                     /* enum tp_theme */
  int16_t wedge;                     /* tie it tries to crack, or TP_NONE */
  int16_t aimed_at;                  /* actor, or TP_NONE; for reading and for the map */
  struct tp_span effects;            /* at the start */
  struct tp_span each_turn;          /* in every turn of the programme */
  struct tp_span at_end;             /* when it has run its course */
  struct tp_span failure;            /* instead of the others, when the attempt fails */
  double chance;                     /* of success, with `chance_terms`; 1: certain */
  struct tp_span chance_terms;       /* weights */
  int16_t appeals; /* first of `appeal`, one for each voting member in actor order, or TP_NONE */
  struct tp_set excludes; /* actions of its seat that are not ordered in the same turn */
  struct tp_words words;
};

/* Why a member is for or against an action: base + terms. */
struct tp_appeal {
  double base;
  struct tp_span terms; /* weights on the member's own variables */
};

struct tp_option {
  struct tp_words words;
  double reflex; /* base score for policies that do not look ahead */
  struct tp_span reflex_terms;
  struct tp_span when;
  struct tp_span effects;
  int16_t then;                             /* event that follows, or TP_NONE */
  int16_t delay;                            /* after so many turns */
  int16_t crisis_challenger, crisis_target; /* opens a crisis, or TP_NONE */
};

struct tp_event {
  struct tp_words words;
  double chance; /* per turn while `when` holds; 0: only when called */
  int16_t once;
  int16_t cooldown;
  int16_t at;   /* fixed turn, or TP_NONE */
  int16_t seat; /* who decides, or TP_NONE */
  struct tp_span when;
  struct tp_span effects;
  struct tp_span options;
  int16_t then, delay;
  int16_t crisis_challenger, crisis_target;
};

struct tp_influence {
  struct tp_words words; /* text: why */
  double gain;           /* per turn and point that `from` stands over `usual` */
  double usual;     /* the start value of `from` in the scenario, whatever an experiment sets */
  int16_t to, from; /* slots */
};

struct tp_objective {
  struct tp_words words;
  double weight;
  int16_t lasting; /* turns in a row the conditions must hold */
  struct tp_span when;
};

enum tp_result { TP_PLAYING, TP_VICTORY, TP_DRAW, TP_DEFEAT };

struct tp_ending {
  struct tp_words words;
  int16_t result; /* enum tp_result */
  int16_t lasting;
  int16_t final; /* 1: considered only when the last turn is over */
  struct tp_span when;
};

/* A policy of the scenario's own: plays as its base does, for these goals beside those of its seat
 * and with these leanings. */
struct tp_character {
  struct tp_words words;
  const char *base;            /* a policy of every scenario */
  const struct tp_span *goals; /* by actor: weights */
  const int16_t *lean;         /* by action: points added to its reflex score */
};

/* What an experiment changes while a game runs. */
struct tp_hold {
  double value;
  int16_t slot;
};

struct tp_scheduled {
  double value;
  int16_t turn;
  int16_t slot;  /* variable set to `value`, or TP_NONE */
  int16_t event; /* event fired, or TP_NONE */
};

struct tp_slot {
  const char *name; /* full address, as "russia-china.cohesion" */
  int16_t scope;    /* enum tp_scope */
  int16_t subject;  /* index of its actor, view, tie, claim or track */
  int16_t variable; /* index on its scope */
};

struct tp_system;
struct tp_guide;

struct tp_rules {
  struct tp_words words;
  int start_year, start_quarter; /* of turn 0 */
  int turns;
  struct tp_coefficients coefficient;

  /* roles */
  int16_t player;         /* actor */
  int16_t unite;          /* the union whose autonomy is at stake, or TP_NONE */
  int16_t guarantor;      /* whose network of alliances it is, or TP_NONE */
  int16_t adversary;      /* against whom the union's deterrence is measured, or TP_NONE */
  int16_t guarantee_view; /* the union's view of its guarantor (whose presence it hosts) */
  int16_t front;          /* the tie of union and adversary, or TP_NONE */

  /* variables, by slot */
  int slot_count;
  const struct tp_slot *slots;
  const double *low, *high;
  const double *start;  /* start values; derived ones are computed by tp_rules_settle */
  const double *offset; /* what is added to the terms of each equation; see core/equation.h */
  const struct tp_system *system; /* the equations */

  int actor_count, tie_count, view_count, claim_count, track_count;
  int action_count, event_count, influence_count, objective_count, ending_count;
  const struct tp_actor *actors;
  const struct tp_tie *ties;
  const struct tp_view *views;
  const struct tp_claim *claims;
  const struct tp_track *tracks;
  const struct tp_action *actions;
  const struct tp_event *events;
  const struct tp_influence *influences;
  const struct tp_objective *objectives;
  const struct tp_ending *endings;

  /* pools the spans point into */
  const int16_t *incident;
  const int16_t *outlooks;
  const int16_t *pointing;
  const int16_t *repertoire;
  const int16_t *hidden;
  const struct tp_adversary *adversaries;
  const struct tp_spill *spills;
  const struct tp_echo *echoes;
  const struct tp_condition *conditions;
  const struct tp_effect *effects;
  const struct tp_weight *weights;
  const struct tp_appeal *appeals;
  const struct tp_option *options;

  const struct tp_character *characters;
  int character_count;

  const struct tp_guide *guide; /* hints and advisors, for the reader; see core/guide.h */

  int16_t world_slot; /* first of the world's variables */
  size_t world_size;  /* bytes of a world of these rules */

  /* the experiment */
  int hold_count, scheduled_count;
  struct tp_hold holds[TP_HOLDS_MAX];
  struct tp_scheduled scheduled[TP_SCHEDULE_MAX];
  uint8_t banned[TP_ACTIONS_MAX];
};

/* Slots. An actor has only the first `variables` of its variables: ask `tp_actor_has` first. */
static inline int tp_actor_slot(const struct tp_rules *r, int actor, enum tp_actor_variable v) {
  return r->actors[actor].slot + (int)v;
}
static inline int tp_actor_has(const struct tp_rules *r, int actor, enum tp_actor_variable v) {
  return (int)v < r->actors[actor].variables;
}
static inline int tp_tie_slot(const struct tp_rules *r, int tie, enum tp_tie_variable v) {
  return r->ties[tie].slot + (int)v;
}
static inline int tp_view_slot(const struct tp_rules *r, int view, enum tp_view_variable v) {
  return r->views[view].slot + (int)v;
}
static inline int tp_claim_slot(const struct tp_rules *r, int claim, enum tp_claim_variable v) {
  return r->claims[claim].slot + (int)v;
}
static inline int tp_world_slot(const struct tp_rules *r, enum tp_world_variable v) {
  return r->world_slot + (int)v;
}

/* The tie or view of two actors, or TP_NONE. */
int tp_rules_tie(const struct tp_rules *r, int a, int b);
int tp_rules_view(const struct tp_rules *r, int from, int to);

/* 1 when another actor than `seat` keeps the variable at `slot` to itself. */
int tp_rules_hides(const struct tp_rules *r, int seat, int slot);

#endif
