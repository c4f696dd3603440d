/* What a scenario says to who plays it: hints that teach a first game, and advisors.
 *
 * Data only: nothing in the core reads it, and no game goes otherwise because of it.
 */
#ifndef TP_CORE_GUIDE_H
#define TP_CORE_GUIDE_H

#include "core/rules.h"

enum { TP_HINTS_MAX = 128, TP_ADVISORS_MAX = 16 };

/* A place on the screen, or what can be looked at there. `which` by kind. */
enum tp_mark_kind {
  TP_MARK_NONE,
  TP_MARK_GAUGE,    /* which: its place in TP_GAUGE_NAMES */
  TP_MARK_WHY,      /* slot: why it moved */
  TP_MARK_ACTOR,    /* actor: its dossier */
  TP_MARK_TIE,      /* tie: its dossier */
  TP_MARK_CLAIM,    /* claim, in its holder's dossier */
  TP_MARK_ACTION,   /* action: its card */
  TP_MARK_VOTE,     /* action: how the council stands on it */
  TP_MARK_FORECAST, /* action: how the gauges go with and without it */
  TP_MARK_EVENT,    /* event: the decision that it asks for */
  TP_MARK_HINT,     /* hint: it was read */
  TP_MARK_SPOT      /* enum tp_spot */
};

struct tp_mark {
  int16_t kind; /* enum tp_mark_kind */
  int16_t which;
};

/* The gauges of the board: X(ID, name in a mark). */
#define TP_GAUGE_NAMES(X)                                                                          \
  X(NARRATIVE, "narrative") X(AUTONOMY, "autonomy") X(GAP, "gap") X(UNITY, "unity")

/* The parts of the board that there is one of: X(ID, name in a mark). */
#define TP_SPOTS(X)                                                                                \
  X(MAP, "map")                                                                                    \
  X(MODES, "modes")                                                                                \
  X(MEANS, "means")                                                                                \
  X(GOALS, "goals")                                                                                \
  X(REPORT, "report")                                                                              \
  X(COUNSEL, "counsel")                                                                            \
  X(CRISIS, "crisis")                                                                              \
  X(END_TURN, "end-turn")

/* What counsel can be about: X(ID, name in a line). */
#define TP_MATTERS(X)                                                                              \
  X(CRISIS, "crisis")     /* a move in a crisis is wanted */                                       \
  X(DANGER, "danger")     /* a defeat is near */                                                   \
  X(DECISION, "decision") /* an answer is wanted */                                                \
  X(GAP, "gap")           /* the deterrence gap opens */                                           \
  X(SETBACK, "setback")   /* what the player wants moved the wrong way */                          \
  X(CLAIM, "claim")       /* a claim of the adversary is about to fall */                          \
  X(GOAL, "goal")         /* a victory or an objective is within reach */                          \
  X(VOTE, "vote")         /* a vote hangs on one member */                                         \
  X(PILLAR, "pillar")     /* the weakest pillar holds the rest back */                             \
  X(MEANS, "means")       /* means lie idle */

#define TP_SPOT_ENTRY_(ID, name) TP_SPOT_##ID,
#define TP_MATTER_ENTRY_(ID, name) TP_MATTER_##ID,
enum tp_spot { TP_SPOTS(TP_SPOT_ENTRY_) TP_SPOT_COUNT };
enum tp_matter { TP_MATTERS(TP_MATTER_ENTRY_) TP_MATTER_COUNT };
#undef TP_SPOT_ENTRY_
#undef TP_MATTER_ENTRY_

/* What holds, or what the player has done. */
enum tp_sign_kind {
  TP_SIGN_COMPARE,     /* condition */
  TP_SIGN_SEEN,        /* mark */
  TP_SIGN_ORDERED,     /* which: action */
  TP_SIGN_UNDER_WAY,   /* action: it runs, or is ordered this turn */
  TP_SIGN_CARRIED_OUT, /* action: begun, so not refused by the council */
  TP_SIGN_REFUSED,     /* action */
  TP_SIGN_WAITS,       /* event */
  TP_SIGN_ANSWERED,    /* event */
  TP_SIGN_HAPPENED     /* event */
};

struct tp_sign {
  struct tp_condition condition;
  struct tp_mark mark;
  int16_t kind; /* enum tp_sign_kind */
  int16_t which;
};

struct tp_hint {
  struct tp_words words;
  struct tp_mark at;   /* TP_MARK_NONE: at nothing */
  struct tp_span when; /* signs */
  struct tp_span done; /* signs; none: done when it was read */
  int once;            /* 0: it is said again in each turn in which `when` holds */
};

struct tp_line {
  const char *text;
  int16_t matter;      /* enum tp_matter */
  int16_t slot;        /* said only of this variable, or TP_NONE */
  int16_t cause;       /* enum tp_cause of the change, or TP_NONE */
  struct tp_span when; /* conditions, in the rules' pool */
};

struct tp_advisor {
  struct tp_words words; /* title: the name */
  const char *office;
  struct tp_span cares; /* weights, in the rules' pool */
  unsigned themes;      /* a bit for each enum tp_theme */
  struct tp_span lines;
};

struct tp_guide {
  int guided; /* 1: a first game */
  int hint_count, advisor_count;
  const struct tp_hint *hints; /* in the order in which they are said */
  const struct tp_sign *signs; /* what the hints' spans point into */
  const struct tp_advisor *advisors;
  const struct tp_line *lines;
};

#endif
