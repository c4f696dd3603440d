/* merge: puts the parts of a batch together. The results are those of the command that the parts
 * are of, in the form asked for here, and the same bytes as if it had been played at once, but for
 * "timing": there the seconds of all parts are added up.
 *
 * Ends with 1 when a part is damaged, is of another command, scenario or program than the first,
 * has blocks that another has too, or when blocks are missing; and then says which.
 */
#include "lab/batches/merge.h"

#include "lab/batches/part.h"

#include <stdio.h>
#include <string.h>

static const struct tp_command_line lines[] = {
#define TP_COMMAND_ROW_(name, operands, fewest, most, options, summary)                            \
  {#name, operands, fewest, most, options},
    TP_LAB_COMMANDS(TP_COMMAND_ROW_)
#undef TP_COMMAND_ROW_
};

static const struct {
  const char *command;
  tp_merge_command *merge;
} mergeable[] = {{"run", tp_run_merge}, {"compare", tp_compare_merge}};

static const struct tp_command_line *find_line(const char *command) {
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    if (strcmp(lines[i].command, command) == 0)
      return &lines[i];
  }
  return NULL;
}

static tp_merge_command *find_merge(const char *command) {
  for (size_t i = 0; i < sizeof mergeable / sizeof *mergeable; i++) {
    if (strcmp(mergeable[i].command, command) == 0)
      return mergeable[i].merge;
  }
  return NULL;
}

/* The command that the first part is of, called again with all parts at hand. */
static enum tp_exit merge(const struct tp_part_file *first, const struct tp_arguments *parts) {
  static struct tp_arguments arguments;
  const char *words[TP_WORDS_MAX];
  int count = tp_part_words(first, words);
  tp_merge_command *command = count ? find_merge(words[0]) : NULL;
  if (!command) {
    tp_lab_say("%s: is a part of no command that is known here", parts->operand[0]);
    return TP_EXIT_FAILED;
  }
  if (!tp_arguments_read(find_line(words[0]), count - 1, words + 1, &arguments))
    return TP_EXIT_FAILED;
  arguments.format = parts->format;
  arguments.out = parts->out;
  return command(&arguments, parts);
}

enum tp_exit tp_lab_merge(const struct tp_arguments *arguments) {
  int is_io;
  struct tp_part_file *first = tp_part_read(arguments->operand[0], &is_io);
  if (!first)
    return is_io ? TP_EXIT_IO : TP_EXIT_FAILED;
  enum tp_exit end = merge(first, arguments);
  tp_part_free(first);
  return end;
}
