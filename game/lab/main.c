/* thirdpole-lab: finds the command and starts it. */
#include "data/files.h"
#include "data/nearest.h"
#include "lab/lab.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const struct command {
  struct tp_command_line line;
  const char *summary;
  enum tp_exit (*start)(const struct tp_arguments *);
} commands[] = {
#define TP_COMMAND_ROW_(name, operands, fewest, most, options, summary)                            \
  {{#name, operands, fewest, most, options}, summary, tp_lab_##name},
    TP_LAB_COMMANDS(TP_COMMAND_ROW_)
#undef TP_COMMAND_ROW_
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void list_commands(FILE *out) {
  fputs("usage: thirdpole-lab COMMAND [ARGUMENT]...\n\n", out);
  for (int i = 0; i < COMMANDS; i++)
    fprintf(out, "  %-10s %-18s %s\n", commands[i].line.command, commands[i].line.operands,
            commands[i].summary);
  fputs("\nthirdpole-lab COMMAND --help says more. Results go to stdout, messages to stderr.\n"
        "Exit status: 0 all well, 1 the scenario or a check fails, 2 wrong usage, 3 a file or the\n"
        "output could not be read or written, 130 stopped by Ctrl-C (143 by a request to end).\n",
        out);
}

static const struct command *find_command(const char *name) {
  for (int i = 0; i < COMMANDS; i++) {
    if (strcmp(commands[i].line.command, name) == 0)
      return &commands[i];
  }
  return NULL;
}

static int unknown_command(const char *name) {
  struct tp_nearest nearest = tp_nearest_to(name);
  for (int i = 0; i < COMMANDS; i++)
    tp_nearest_try(&nearest, commands[i].line.command);
  tp_lab_say("unknown command \"%s\"%s (`thirdpole-lab help` lists them)", name,
             tp_nearest_hint(&nearest));
  return TP_EXIT_USAGE;
}

static int wants_help(const char *word) {
  return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* Before the work, which may be long, and whose results would be lost. */
static int may_write(const char *path) {
  struct tp_file_error error;
  if (!path || tp_files_may_write(path, &error))
    return 1;
  tp_lab_say("%s: %s", path, error.text);
  return 0;
}

static int outputs_differ(const struct tp_arguments *a) {
  if (!a->out || !a->csv || strcmp(a->out, a->csv) != 0)
    return 1;
  tp_lab_say("--out and --csv name the same file");
  return 0;
}

static int start(const struct command *command, int count, char **words) {
  static struct tp_arguments arguments;
  for (int i = 0; i < count; i++) {
    if (!wants_help(words[i]))
      continue;
    tp_arguments_help(&command->line, command->summary);
    return TP_EXIT_OK;
  }
  if (!tp_arguments_read(&command->line, count, (const char *const *)words, &arguments))
    return TP_EXIT_USAGE;
  if (!outputs_differ(&arguments))
    return TP_EXIT_USAGE;
  if (!may_write(arguments.out) || !may_write(arguments.csv))
    return TP_EXIT_IO;
  return (int)command->start(&arguments);
}

static int help(int argc, char **argv) {
  const struct command *command = argc > 2 ? find_command(argv[2]) : NULL;
  if (argc > 2 && !command)
    return unknown_command(argv[2]);
  if (command)
    tp_arguments_help(&command->line, command->summary);
  else
    list_commands(stdout);
  return TP_EXIT_OK;
}

static int dispatch(int argc, char **argv) {
  if (argc < 2) {
    list_commands(stderr);
    return TP_EXIT_USAGE;
  }
  if (strcmp(argv[1], "help") == 0 || wants_help(argv[1]))
    return help(argc, argv);
  const struct command *command = find_command(argv[1]);
  return command ? start(command, argc - 2, argv + 2) : unknown_command(argv[1]);
}

int main(int argc, char **argv) {
  int status = dispatch(argc, argv);
  if (fflush(stdout) != 0 || ferror(stdout)) {
    tp_lab_say("standard output: %s", strerror(errno));
    return TP_EXIT_IO;
  }
  return status;
}
