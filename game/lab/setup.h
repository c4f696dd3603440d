/* A scenario made ready to be played: loaded, changed as the options say, and a policy in every
 * seat. */
#ifndef TP_LAB_SETUP_H
#define TP_LAB_SETUP_H

#include "ai/policy.h"
#include "data/experiment.h"
#include "data/scenario.h"
#include "lab/lab.h"
#include "lab/report.h"

enum { TP_SCRIPTS_MAX = 8 };

/* Policies by actor, and the scripts they read. */
struct tp_cast {
  struct tp_policy policy[TP_ACTORS_MAX];
  struct tp_script_row *rows[TP_SCRIPTS_MAX];
  int row_lists;
};

struct tp_setup {
  struct tp_scenario *scenario;
  struct tp_experiment *experiment;
  const struct tp_rules *rules; /* the experiment's */
  struct tp_cast cast;
};

/* Loads the scenario and applies the changes of `arguments`. Faults are explained on stderr and
 * give how the command ends; free the setup in any case. */
enum tp_exit tp_setup_open(struct tp_setup *setup, const char *scenario,
                           const struct tp_arguments *arguments);
/* The same with the policy `usual` instead of planner where --seat says nothing. */
enum tp_exit tp_setup_open_with(struct tp_setup *setup, const char *scenario,
                                const struct tp_arguments *arguments, const char *usual);
void tp_setup_close(struct tp_setup *setup);

/* Says on stderr that mods stand against each other, when they do. */
void tp_setup_tell_conflicts(int count, const char *name, const char *mods);

/* Loads a scenario alone, with the mods of --mods (or NULL): NULL with the faults on stderr and
 * `*end` set. Warnings that mods give are on stderr too. */
struct tp_scenario *tp_setup_load(const char *name, const char *mods, enum tp_exit *end);

/* The name of a scenario with the mods of --mods (or NULL) behind it: `name` itself or `full`. */
const char *tp_setup_name(const char *name, const char *mods, char full[TP_PATH_MAX]);

/* How a command ends that could not load it: a path that cannot be read is a fault of the system, a
 * name that is unknown or a file that says something wrong is the scenario's. */
enum tp_exit tp_setup_why_not_loaded(const char *name);

/* Applies one change, written as after its option: 1, or 0 with the fault in `fault`. */
struct tp_fault {
  char text[400];
  int is_io; /* a file could not be read */
};
int tp_setup_change(struct tp_experiment *experiment, enum tp_option_id option, const char *text,
                    struct tp_fault *fault);

/* Writes `no seat "x"; did you mean "y"? (there are y, z)`. */
void tp_setup_no_seat(const struct tp_rules *r, const char *seat, struct tp_fault *fault);

/* Seats a policy by "ACTOR=POLICY" or "all=POLICY": 1, or 0 with the fault in `fault`. */
int tp_cast_seat(struct tp_cast *cast, const struct tp_rules *r, const char *text,
                 struct tp_fault *fault);
void tp_cast_free(struct tp_cast *cast);

/* What was played: "seats", "mods" and "changes" of a JSON result; up to three lines of text. */
void tp_setup_json(struct tp_json_out *report, const struct tp_setup *setup,
                   const struct tp_arguments *arguments);
void tp_setup_text(struct tp_json_out *report, const struct tp_setup *setup,
                   const struct tp_arguments *arguments);

#endif
