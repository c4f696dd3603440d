/* An experiment: a scenario with some things changed, for one side of a comparison.
 *
 * It owns what it changes and shares the rest with its scenario, which must outlive it and stays as
 * it was. Each change is given as on the command line; a faulty one changes nothing and says why.
 *
 * A changed start value or coefficient leaves the constants of the equations alone, so that the
 * change has its effect: the world is no longer at rest and moves to where it now belongs.
 */
#ifndef TP_DATA_EXPERIMENT_H
#define TP_DATA_EXPERIMENT_H

#include "data/scenario.h"

struct tp_experiment;

/* Why a change was refused. */
struct tp_experiment_error {
  char text[300];
};

struct tp_experiment *tp_experiment_create(const struct tp_scenario *scenario);
void tp_experiment_free(struct tp_experiment *experiment);

/* "NAME=VALUE": the start value of a variable, or a coefficient. 1, or 0 with the reason. A
 * computed variable has no start value; it can be held. */
int tp_experiment_set(struct tp_experiment *experiment, const char *change,
                      struct tp_experiment_error *error);

/* "NAME=VALUE": the variable is kept at the value all game. */
int tp_experiment_hold(struct tp_experiment *experiment, const char *change,
                       struct tp_experiment_error *error);

/* "TURN:NAME=VALUE" sets a variable at the start of a turn, "TURN:+EVENT" makes an event happen;
 * turns count from 0. */
int tp_experiment_at(struct tp_experiment *experiment, const char *change,
                     struct tp_experiment_error *error);

/* The id of an action nobody may choose. */
int tp_experiment_ban(struct tp_experiment *experiment, const char *action,
                      struct tp_experiment_error *error);

/* The length of the game. */
int tp_experiment_turns(struct tp_experiment *experiment, int turns,
                        struct tp_experiment_error *error);

/* The same as _set, with name and value apart. */
int tp_experiment_set_value(struct tp_experiment *experiment, const char *name, double value,
                            struct tp_experiment_error *error);

/* The rules as changed so far; they live as long as the experiment and are read-only once no more
 * changes are made. Call it after the last change and before threads share the result. */
const struct tp_rules *tp_experiment_rules(struct tp_experiment *experiment);

#endif
