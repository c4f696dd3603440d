/* A claim about the model as a paired experiment.
 *
 * A study plays the same games several times over, once for each arm: same seeds, one thing
 * changed. Checks then measure what the change did. Draws are keyed by what they are for, so games
 * of two arms differ only by the change and what follows from it.
 *
 * Endings are left out, so that every game lasts as long as the study.
 */
#ifndef TP_LAB_STUDIES_STUDY_H
#define TP_LAB_STUDIES_STUDY_H

#include "lab/setup.h"
#include "lab/statistics/statistics.h"

enum {
  TP_ARMS_MAX = 4,
  TP_CHECKS_MAX = 6,
  TP_PROBES_MAX = 6,   /* variables a check reads */
  TP_EXPANDED_MAX = 96 /* options an arm stands for */
};

/* One way to play. `changes` are options as of `run`, separated by spaces, and as shorthand
 *   NAME=start, NAME=start+5       the start value, and so much more
 *   pillars-of:UNION=X             each of the five pillars
 *   claims-of:ACTOR=X              the credibility of each of its claims
 *   adversaries-of:A-B=X           the menace that each of the pair's common adversaries is to both
 */
struct tp_arm {
  const char *name, *changes;
};

struct tp_study;
struct tp_check;

struct tp_finding {
  double effect;
  struct tp_interval interval;
  const char *where; /* the variable, when the check looks at many; or NULL */
};

typedef struct tp_finding tp_measure(const struct tp_study *study, const struct tp_check *check);

/* Something measured, and what it must be: within `low` and `high`. With `estimate` the effect
 * itself must be, otherwise all of its interval. */
struct tp_check {
  const char *what;
  tp_measure *measure;
  int arm, base;    /* of which arm, compared to which; see the measure */
  const char *read; /* variables, separated by spaces */
  int from, to;     /* turns played when it is read; 0 is the start */
  double low, high;
  int estimate;
};

struct tp_case {
  const char *id, *claim;
  const char *seats; /* as of --seat, separated by spaces; NULL: all=reflex */
  int turns;
  int ends_only; /* only the start and the end are recorded */
  struct tp_arm arm[TP_ARMS_MAX];
  struct tp_check check[TP_CHECKS_MAX];
};

/* What a game of an arm counted. */
struct tp_counts {
  int crises, wedges, cracked, called, honoured;
};

struct tp_arm_record {
  struct tp_experiment *experiment;
  struct tp_rules *rules; /* without endings */
  struct tp_cast cast;
  char *options[TP_EXPANDED_MAX]; /* as `run` takes them */
  int option_count;
  double *values; /* by game, moment and probe */
  struct tp_counts *counts;
};

struct tp_study {
  const struct tp_case *kind;
  const struct tp_scenario *scenario;
  int arms, games, moments;
  uint64_t seed;
  int16_t *probe; /* slots recorded */
  int probes;
  int column[TP_CHECKS_MAX][TP_PROBES_MAX]; /* which of them a check's variables are */
  struct tp_arm_record arm[TP_ARMS_MAX];
};

/* Plays a case. 0 when the scenario lacks what it names; `fault` then says what. Close in any case.
 * The changes of `arguments` are made in every arm. */
int tp_study_play(struct tp_study *study, const struct tp_case *kind,
                  const struct tp_scenario *scenario, const struct tp_arguments *arguments,
                  struct tp_fault *fault);
void tp_study_close(struct tp_study *study);

/* Value of variable number `which` of the check in a game of an arm after `turn` turns. */
double tp_study_value(const struct tp_study *study, const struct tp_check *check, int arm, int game,
                      int turn, int which);

/* Writes the options that `changes` stand for, each to be freed: their number, or -1 with the fault
 * in `fault`. `r` gives the start values. */
int tp_arm_expand(const struct tp_rules *r, const char *changes, char **options, int room,
                  struct tp_fault *fault);

/* All claims, T0.. then F1.. */
extern const struct tp_case tp_claims_of_model[], tp_claims_of_facts[];
extern const int tp_claims_of_model_count, tp_claims_of_facts_count;

#endif
