/* The headless tool: its commands, and how each ends.
 *
 * A command reads its arguments, prints results to stdout and messages to stderr, and returns how
 * it ended. main.c only finds it and starts it. The commands stand in the order in which `help`
 * lists them; what each prints is described at the top of its file.
 */
#ifndef TP_LAB_LAB_H
#define TP_LAB_LAB_H

#include "data/arena.h"
#include "lab/arguments.h"

/* Ended by `signal`: 130 is Ctrl-C. */
#define tp_exit_stopped(signal) ((enum tp_exit)(TP_EXIT_STOPPED + (signal)))

enum tp_exit {
  TP_EXIT_OK,
  TP_EXIT_FAILED,       /* the scenario or a check fails */
  TP_EXIT_USAGE,        /* the tool was called wrongly */
  TP_EXIT_IO,           /* a file or the output could not be read or written */
  TP_EXIT_STOPPED = 128 /* and the signal's number: stopped, what was known till then is said */
};

/* "thirdpole-lab: " and a message, in one line on stderr; what in it could end the line or move a
 * terminal's cursor is shown, not done. */
void tp_lab_say(const char *format, ...) TP_FORMATS(1, 2);

/* The commands: X(name, operands, fewest, most operands, options, summary). */
#define TP_LAB_COMMANDS(X)                                                                         \
  X(validate, "FILE|MOD...", 1, TP_OPERANDS_MAX,                                                   \
    TP_OPTION(MODS) | TP_OPTION(REPORT) | TP_OPTION(OUT),                                          \
    "check scenarios and mods, and list every fault")                                              \
  X(schema, "", 0, 0, TP_OPTION(MOD) | TP_OPTION(OUT),                                             \
    "the JSON Schema of scenario files, or of a mod's mod.json")                                   \
  X(reference, "", 0, 0, TP_OPTION(OUT), "every key of the scenario format, as Markdown")          \
  X(new, "ID", 1, 1, TP_OPTION(FROM) | TP_OPTION(MOD) | TP_OPTION(OUT),                            \
    "write a small scenario or mod of your own to start from")                                     \
  X(watch, "FILE", 1, 1, TP_OPTION(GAMES) | TP_OPTION(SEED) | TP_OPTION(SEAT) | TP_OPTION(MODS),   \
    "check a scenario and play some games of it at every save, until Ctrl-C")                      \
  X(list, "", 0, 0, TP_OPTION(MODS) | TP_OPTION(FORMAT) | TP_OPTION(OUT),                          \
    "the scenarios and mods found, with their titles and where they are, mods in order")           \
  X(policies, "[SCENARIO]", 0, 1, TP_OPTION(MODS) | TP_OPTION(FORMAT) | TP_OPTION(OUT),            \
    "who may be seated: the policies there are, with the scenario's own")                          \
  X(describe, "SCENARIO [NAME]", 1, 2, TP_OPTION(MODS) | TP_OPTION(FORMAT) | TP_OPTION(OUT),       \
    "the compiled model in words, or one variable, action, event or rule of it")                   \
  X(run, "SCENARIO", 1, 1,                                                                         \
    TP_EXPERIMENT_OPTIONS | TP_OPTION(GAMES) | TP_OPTION(THREADS) | TP_OPTION(HASHES) |            \
        TP_OPTION(SHARD),                                                                          \
    "play games: outcomes, final variables, actions used")                                         \
  X(merge, "PART...", 1, TP_OPERANDS_MAX, TP_OPTION(FORMAT) | TP_OPTION(OUT),                      \
    "put the parts of a batch together, as if it had been played at once")                         \
  X(compare, "A B", 2, 2,                                                                          \
    TP_EXPERIMENT_OPTIONS | TP_OPTION(GAMES) | TP_OPTION(THREADS) | TP_OPTION(SHARD),              \
    "the same games on two sides and what differs; options behind A or B are its own")             \
  X(sensitivity, "SCENARIO", 1, 1,                                                                 \
    TP_EXPERIMENT_OPTIONS | TP_OPTION(GAMES) | TP_OPTION(THREADS) | TP_OPTION(FREE) |              \
        TP_OPTION(MEASURE) | TP_OPTION(PATHS) | TP_OPTION(POINTS) | TP_OPTION(KEEP),               \
    "which rules and start values drive the outcome")                                              \
  X(tune, "SCENARIO", 1, 1,                                                                        \
    TP_EXPERIMENT_OPTIONS | TP_OPTION(GAMES) | TP_OPTION(THREADS) | TP_OPTION(FREE) |              \
        TP_OPTION(TRIES) | TP_OPTION(CONFIRM),                                                     \
    "search values with which the scenario's balance bands are met")                               \
  X(explore, "SCENARIO", 1, 1,                                                                     \
    TP_EXPERIMENT_OPTIONS | TP_OPTION(GAMES) | TP_OPTION(THREADS) | TP_OPTION(STARTS) |            \
        TP_OPTION(TRIES) | TP_OPTION(SCRIPT),                                                      \
    "search ways to win, and say how many different ones there are")                               \
  X(balance, "SCENARIO", 1, 1,                                                                     \
    TP_CHANGES | TP_OPTION(SEED) | TP_OPTION(GAMES) | TP_OPTION(THREADS) | TP_OPTION(HTML) |       \
        TP_OPTION(JUNIT) | TP_OPTION(FORMAT) | TP_OPTION(OUT),                                     \
    "play the standard studies, and say whether the scenario is balanced")                         \
  X(trace, "SCENARIO", 1, 1, TP_EXPERIMENT_OPTIONS | TP_OPTION(CSV),                               \
    "play one game and print every turn")                                                          \
  X(explain, "SCENARIO|SAVE [POINTER]", 1, 2,                                                      \
    TP_EXPERIMENT_OPTIONS | TP_OPTION(TURN) | TP_OPTION(VAR) | TP_OPTION(FOLLOW),                  \
    "every contribution to a variable's change in one turn; or which files set the value at a "    \
    "JSON pointer, and what reads it")                                                             \
  X(forecast, "SCENARIO|SAVE", 1, 1,                                                               \
    TP_EXPERIMENT_OPTIONS | TP_OPTION(GAMES) | TP_OPTION(THREADS) | TP_OPTION(TURN) |              \
        TP_OPTION(ACTIONS) | TP_OPTION(VARS) | TP_OPTION(HORIZON) | TP_OPTION(ROLLOUTS) |          \
        TP_OPTION(CALIBRATION),                                                                    \
    "how the gauges may go, with and without orders; how far such forecasts can be trusted")       \
  X(claims, "[SCENARIO]", 0, 1,                                                                    \
    TP_OPTION(GAMES) | TP_OPTION(SEED) | TP_OPTION(THREADS) | TP_OPTION(ONLY) | TP_OPTION(SET) |   \
        TP_OPTION(HOLD) | TP_OPTION(AT) | TP_OPTION(BAN) | TP_OPTION(MODS) | TP_OPTION(FORMAT) |   \
        TP_OPTION(OUT),                                                                            \
    "test what the model claims, as paired experiments")                                           \
  X(replay, "SAVE", 1, 1, TP_OPTION(FORMAT) | TP_OPTION(OUT),                                      \
    "play a saved game again and compare it turn by turn")                                         \
  X(heal, "SAVE [FILE]", 1, 2, TP_OPTION(FORMAT) | TP_OPTION(OUT),                                 \
    "put a saved game into its scenario and mods as they are now, list what that changes, and "    \
    "write it to FILE")                                                                            \
  X(diverge, "A B", 2, 2, TP_EXPERIMENT_OPTIONS,                                                   \
    "where two saves or runs of a game part; options behind A or B are its own")                   \
  X(serve, "SCENARIO", 1, 1, TP_CHANGES | TP_OPTION(SEED) | TP_OPTION(SEAT) | TP_OPTION(AS),       \
    "play one seat through standard input and output, a JSON line each way")                       \
  X(bench, "[SCENARIO]", 0, 1, TP_OPTION(THREADS) | TP_OPTION(FORMAT) | TP_OPTION(OUT),            \
    "measure speed and size")

#define TP_COMMAND_(name, ...) enum tp_exit tp_lab_##name(const struct tp_arguments *arguments);
TP_LAB_COMMANDS(TP_COMMAND_)
#undef TP_COMMAND_

#endif
