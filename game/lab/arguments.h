/* The command line, read once for all commands.
 *
 * A command names the options it takes; any other, a value that is none, or a number of operands
 * that does not fit is a fault of usage, explained on stderr with the nearest option.
 */
#ifndef TP_LAB_ARGUMENTS_H
#define TP_LAB_ARGUMENTS_H

#include "data/arena.h"

#include <stdint.h>

enum {
  TP_OPERANDS_MAX = 256,
  TP_LAB_CHANGES_MAX = 128,
  TP_GAMES_MAX = 100000000,
  TP_SHARDS_MAX = 256,
  TP_WORDS_MAX = TP_OPERANDS_MAX + 2 * TP_LAB_CHANGES_MAX + 16
};

/* The options: X(ID, name, value or NULL, what it does). */
#define TP_OPTIONS(X)                                                                              \
  X(GAMES, "games", "N", "play N games (run: 200, claims and compare: 1000)")                      \
  X(SEED, "seed", "S", "seed of the batch, a whole number (1)")                                    \
  X(TURNS, "turns", "N", "end games after N turns")                                                \
  X(SEAT, "seat", "ACTOR=POLICY",                                                                  \
    "who plays a seat: idle, random, reflex, greedy, planner, mcts (planner:R and mcts:R set "     \
    "the rollouts), script:FILE, or one of the scenario's own (see `policies`); "                  \
    "ACTOR may be `all`, which gives way to one named; the others are played by planner")          \
  X(SET, "set", "NAME=VALUE", "change a start value or a rule")                                    \
  X(HOLD, "hold", "NAME=VALUE", "hold a variable all game")                                        \
  X(AT, "at", "TURN:NAME=VALUE or TURN:+EVENT", "set a variable or fire an event at a turn")       \
  X(BAN, "ban", "ACTION", "nobody may choose the action")                                          \
  X(THREADS, "threads", "T", "use T threads (as many as there are processors)")                    \
  X(HASHES, "hashes", NULL, "print the final state's hash of every game")                          \
  X(TURN, "turn", "T", "explain the turn that leads to state T of trace; the first is 1")          \
  X(VAR, "var", "NAME", "explain the variable NAME")                                               \
  X(FOLLOW, "follow", "N", "follow the largest cause back N turns")                                \
  X(CSV, "csv", "FILE", "write every variable of every turn to FILE as well, as CSV")              \
  X(ONLY, "only", "T1,F3", "test only these")                                                      \
  X(SHARD, "shard", "I/N",                                                                         \
    "play part I of N only, and write a part file to --out for `merge`; the same command goes on " \
    "from a part that was stopped")                                                                \
  X(FREE, "free", "NAME=LOW:HIGH",                                                                 \
    "let a rule or a start value vary between two ends (sensitivity: all by a fifth)")             \
  X(MEASURE, "measure", "NAME",                                                                    \
    "what is measured of a game: win, score, or a variable at its end (win)")                      \
  X(PATHS, "paths", "N", "screen along N paths (10)")                                              \
  X(POINTS, "points", "N", "find indices from N points in each of two samples (256)")              \
  X(KEEP, "keep", "K", "find indices of the K factors that matter most, 0: of none (8)")           \
  X(TRIES, "tries", "N", "try at most about N points (200)")                                       \
  X(CONFIRM, "confirm", "N", "confirm by N games for each band (as the scenario's balance says)")  \
  X(STARTS, "starts", "N", "begin the search at N places (24)")                                    \
  X(SCRIPT, "script", "FILE", "write the orders of the best plan's soonest win to FILE")           \
  X(HTML, "html", "FILE", "write the report to FILE as a page to read")                            \
  X(JUNIT, "junit", "FILE", "write the checks to FILE for a build server, as JUnit XML")           \
  X(AS, "as", "ACTOR", "play this seat from outside (the player's)")                               \
  X(ACTIONS, "actions", "A,B", "orders of the player's, compared with none")                       \
  X(VARS, "vars", "A,B", "these variables, at most eight (the gauges)")                            \
  X(HORIZON, "horizon", "N", "look N turns ahead, at most 24 (12)")                                \
  X(ROLLOUTS, "rollouts", "N", "imagine N games, at most 2000 (500)")                              \
  X(CALIBRATION, "calibration", NULL,                                                              \
    "play --games (500) and see how often what comes lies in the bands")                           \
  X(FORMAT, "format", "text|json|csv", "form of the results (text)")                               \
  X(MODS, "mods", "A,B", "with these mods and those they need; \"SCENARIO+A+B\" says the same")    \
  X(REPORT, "format", "text|json|csv|github|sarif",                                                \
    "form of the results (text); github: annotations of a workflow, sarif: version 2.1.0")         \
  X(MOD, "mod", NULL, "for a mod, not a scenario")                                                 \
  X(FROM, "from", "SCENARIO", "the scenario to extend, or to patch (rapprochement-2018)")          \
  X(OUT, "out", "FILE", "write the results to FILE, all of them or none")

#define TP_OPTION_ENTRY_(ID, ...) TP_OPTION_##ID,
enum tp_option_id { TP_OPTIONS(TP_OPTION_ENTRY_) TP_OPTION_COUNT };
#undef TP_OPTION_ENTRY_

#define TP_OPTION(ID) ((uint64_t)1 << TP_OPTION_##ID)
#define TP_CHANGES                                                                                 \
  (TP_OPTION(MODS) | TP_OPTION(SET) | TP_OPTION(HOLD) | TP_OPTION(AT) | TP_OPTION(BAN) |           \
   TP_OPTION(TURNS))
/* Those that may be given more than once. */
#define TP_MANY                                                                                    \
  (TP_OPTION(SEAT) | TP_OPTION(SET) | TP_OPTION(HOLD) | TP_OPTION(AT) | TP_OPTION(BAN) |           \
   TP_OPTION(FREE))
#define TP_EXPERIMENT_OPTIONS                                                                      \
  (TP_CHANGES | TP_OPTION(SEED) | TP_OPTION(SEAT) | TP_OPTION(FORMAT) | TP_OPTION(OUT))

enum tp_form_of_output { TP_TEXT, TP_JSON, TP_CSV };

/* Of lists of what is wrong with files. */
enum tp_form_of_list { TP_LIST_TEXT, TP_LIST_JSON, TP_LIST_CSV, TP_LIST_GITHUB, TP_LIST_SARIF };

/* One of --seat, --set, --hold, --at and --ban, in the order given. */
struct tp_lab_change {
  enum tp_option_id option;
  const char *text;
  int after; /* how many operands stand before it */
};

struct tp_arguments {
  const char *command;
  const char *from; /* or NULL */
  enum tp_form_of_list list;
  const char *operand[TP_OPERANDS_MAX];
  int operand_count;
  uint64_t given;                          /* TP_OPTION bits of the options that are there */
  int games, turns, threads, turn, follow; /* 0 when not given */
  int shard, shards;                       /* I and N, or 0 */
  uint64_t seed;
  enum tp_form_of_output format;
  const char *script, *html, *junit, *actions, *vars, *mods;
  const char *out, *csv, *var, *only, *measure, *as;            /* or NULL */
  int paths, points, tries, confirm, starts, horizon, rollouts; /* 0 when not given */
  int keep;                                                     /* -1 when not given */
  const char *free[TP_LAB_CHANGES_MAX];
  int free_count;
  struct tp_lab_change change[TP_LAB_CHANGES_MAX];
  int change_count;
};

/* Which operands and options a command takes. */
struct tp_command_line {
  const char *command, *operands;
  int fewest, most; /* operands */
  uint64_t options; /* TP_OPTION bits */
};

/* Reads the words after the command: 1, or 0 with the fault explained on stderr. */
int tp_arguments_read(const struct tp_command_line *line, int count, const char *const *words,
                      struct tp_arguments *arguments);

/* Writes the words that give these arguments again, those that no result depends on left out:
 * options of output, of threads, of shards. Their number, at most TP_WORDS_MAX; they live in the
 * arena or where the arguments have them. */
int tp_arguments_write(const struct tp_arguments *arguments, struct tp_arena *arena,
                       const char *words[TP_WORDS_MAX]);

/* Of a command that takes two operands: those of one side (0 or 1), which are its operand, the
 * changes before both, and the changes that stand behind it. */
void tp_arguments_of_side(const struct tp_arguments *arguments, int side,
                          struct tp_arguments *of_side);

/* Prints how a command is called, and its options, to stdout. */
void tp_arguments_help(const struct tp_command_line *line, const char *summary);

/* Reads a whole number from low to high: 1, or 0. */
int tp_read_whole_number(const char *text, long low, long high, long *number);

/* Reads a real number: 1, or 0. */
int tp_read_real_number(const char *text, double *number);

/* The name of an option, without its dashes. */
const char *tp_option_name(enum tp_option_id option);

#endif
