#include "lab/arguments.h"

#include "data/nearest.h"
#include "lab/lab.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
  const char *name, *value, *help;
} options[] = {
#define TP_OPTION_ROW_(ID, name, value, help) {name, value, help},
    TP_OPTIONS(TP_OPTION_ROW_)
#undef TP_OPTION_ROW_
};

const char *tp_option_name(enum tp_option_id option) {
  return options[option].name;
}

int tp_read_whole_number(const char *text, long low, long high, long *number) {
  char *end;
  errno = 0;
  *number = strtol(text, &end, 10);
  return end != text && *end == 0 && errno == 0 && *text != ' ' && *number >= low &&
         *number <= high;
}

int tp_read_real_number(const char *text, double *number) {
  char *end;
  if (strspn(text, "+-.0123456789eE") != strlen(text))
    return 0;
  *number = strtod(text, &end);
  return end != text && *end == 0 && isfinite(*number);
}

static int read_seed(const char *text, uint64_t *seed) {
  char *end;
  errno = 0;
  *seed = strtoull(text, &end, 10);
  return *text >= '0' && *text <= '9' && *end == 0 && errno == 0;
}

/* One of the first `count`. */
static int read_format(const char *text, int count, int *format) {
  static const char *const names[] = {"text", "json", "csv", "github", "sarif"};
  for (int i = 0; i < count; i++) {
    if (strcmp(text, names[i]) == 0) {
      *format = i;
      return 1;
    }
  }
  return 0;
}

static int bad_value(enum tp_option_id option, const char *value, const char *expected) {
  tp_lab_say("--%s %s: expected %s", options[option].name, value, expected);
  return 0;
}

static int read_whole(enum tp_option_id option, const char *value, long least, long most,
                      int *count) {
  long number;
  if (!tp_read_whole_number(value, least, most, &number)) {
    tp_lab_say("--%s %s: expected a whole number from %ld to %ld", options[option].name, value,
               least, most);
    return 0;
  }
  *count = (int)number;
  return 1;
}

static int read_count(enum tp_option_id option, const char *value, long most, int *count) {
  return read_whole(option, value, 1, most, count);
}

static int keep_free(struct tp_arguments *a, const char *value) {
  if (a->free_count == TP_LAB_CHANGES_MAX) {
    tp_lab_say("--free more than %d times", TP_LAB_CHANGES_MAX);
    return 0;
  }
  a->free[a->free_count++] = value;
  return 1;
}

/* "I/N" */
static int read_shard(const char *value, struct tp_arguments *a) {
  char first[8];
  long index, count;
  const char *slash = strchr(value, '/');
  if (!slash || slash - value >= (long)sizeof first)
    return 0;
  snprintf(first, sizeof first, "%.*s", (int)(slash - value), value);
  if (!tp_read_whole_number(slash + 1, 1, TP_SHARDS_MAX, &count) ||
      !tp_read_whole_number(first, 1, count, &index))
    return 0;
  a->shard = (int)index;
  a->shards = (int)count;
  return 1;
}

static int keep_change(struct tp_arguments *a, enum tp_option_id option, const char *value) {
  if (a->change_count == TP_LAB_CHANGES_MAX) {
    tp_lab_say("more than %d changes", TP_LAB_CHANGES_MAX);
    return 0;
  }
  a->change[a->change_count++] = (struct tp_lab_change){option, value, a->operand_count};
  return 1;
}

static int may_repeat(enum tp_option_id option) {
  return (TP_MANY >> option & 1) != 0;
}

/* Where an option that is kept as it is written has its place; NULL for any other. */
static const char **word_of(struct tp_arguments *a, enum tp_option_id option) {
  switch (option) {
  case TP_OPTION_MEASURE:
    return &a->measure;
  case TP_OPTION_AS:
    return &a->as;
  case TP_OPTION_ACTIONS:
    return &a->actions;
  case TP_OPTION_VARS:
    return &a->vars;
  case TP_OPTION_MODS:
    return &a->mods;
  case TP_OPTION_OUT:
    return &a->out;
  case TP_OPTION_FROM:
    return &a->from;
  case TP_OPTION_SCRIPT:
    return &a->script;
  case TP_OPTION_HTML:
    return &a->html;
  case TP_OPTION_JUNIT:
    return &a->junit;
  case TP_OPTION_CSV:
    return &a->csv;
  case TP_OPTION_VAR:
    return &a->var;
  case TP_OPTION_ONLY:
    return &a->only;
  default:
    return NULL;
  }
}

static int take_format(struct tp_arguments *a, enum tp_option_id option, const char *value) {
  int form = 0, count = option == TP_OPTION_FORMAT ? TP_CSV + 1 : TP_LIST_SARIF + 1;
  if (!read_format(value, count, &form))
    return 0;
  if (option == TP_OPTION_FORMAT)
    a->format = (enum tp_form_of_output)form;
  else
    a->list = (enum tp_form_of_list)form;
  return 1;
}

static int take(struct tp_arguments *a, enum tp_option_id option, const char *value) {
  const char **word = word_of(a, option);
  if (a->given >> option & 1 && !may_repeat(option)) {
    tp_lab_say("--%s is given twice; give it once", options[option].name);
    return 0;
  }
  a->given |= (uint64_t)1 << option;
  if (word)
    *word = value;
  switch (option) {
  case TP_OPTION_GAMES:
    return read_count(option, value, TP_GAMES_MAX, &a->games);
  case TP_OPTION_TURNS:
    return read_count(option, value, 400, &a->turns);
  case TP_OPTION_THREADS:
    return read_count(option, value, 256, &a->threads);
  case TP_OPTION_TURN:
    return read_count(option, value, 400, &a->turn);
  case TP_OPTION_FOLLOW:
    return read_count(option, value, 400, &a->follow);
  case TP_OPTION_SEED:
    return read_seed(value, &a->seed) || bad_value(option, value, "a whole number below 2^64");
  case TP_OPTION_FORMAT:
  case TP_OPTION_REPORT:
    return take_format(a, option, value) || bad_value(option, value, options[option].value);
  case TP_OPTION_FREE:
    return keep_free(a, value);
  case TP_OPTION_HORIZON:
    return read_count(option, value, 24, &a->horizon);
  case TP_OPTION_ROLLOUTS:
    return read_count(option, value, 2000, &a->rollouts);
  case TP_OPTION_PATHS:
    return read_count(option, value, 1000, &a->paths);
  case TP_OPTION_POINTS:
    return read_count(option, value, 1 << 20, &a->points);
  case TP_OPTION_TRIES:
    return read_count(option, value, 1 << 20, &a->tries);
  case TP_OPTION_CONFIRM:
    return read_count(option, value, TP_GAMES_MAX, &a->confirm);
  case TP_OPTION_KEEP:
    return read_whole(option, value, 0, 64, &a->keep);
  case TP_OPTION_SHARD:
    return read_shard(value, a) ||
           bad_value(option, value, "I/N with I from 1 to N, and N at most 256");
  case TP_OPTION_STARTS:
    return read_count(option, value, 64, &a->starts);
  case TP_OPTION_SEAT:
  case TP_OPTION_SET:
  case TP_OPTION_HOLD:
  case TP_OPTION_AT:
  case TP_OPTION_BAN:
    return keep_change(a, option, value);
  default:
    return 1;
  }
}

static int unknown_option(const struct tp_command_line *line, const char *word) {
  struct tp_nearest nearest = tp_nearest_to(word);
  for (int i = 0; i < TP_OPTION_COUNT; i++) {
    if (line->options >> i & 1)
      tp_nearest_try(&nearest, options[i].name);
  }
  tp_lab_say("%s has no option --%s%s", line->command, word, tp_nearest_hint(&nearest));
  return 0;
}

/* Finds the option that `word` (without dashes, perhaps with "=value") names, or -1. */
static int find_option(const struct tp_command_line *line, const char *word) {
  size_t length = strcspn(word, "=");
  for (int i = 0; i < TP_OPTION_COUNT; i++) {
    if (strlen(options[i].name) == length && strncmp(options[i].name, word, length) == 0 &&
        line->options >> i & 1)
      return i;
  }
  return -1;
}

/* Reads the option at words[*at]; its value may follow after "=" or as the next word. */
static int read_option(const struct tp_command_line *line, int count, const char *const *words,
                       int *at, struct tp_arguments *a) {
  const char *word = words[*at] + 2, *value = strchr(word, '=');
  int option = find_option(line, word);
  if (option < 0)
    return unknown_option(line, word);
  int wants = options[option].value != NULL;
  if (!wants && value) {
    tp_lab_say("--%s takes no value", options[option].name);
    return 0;
  }
  if (value)
    value++;
  else if (wants && *at + 1 < count)
    value = words[++*at];
  if (wants && !value) {
    tp_lab_say("--%s needs a value: %s", options[option].name, options[option].value);
    return 0;
  }
  return take(a, (enum tp_option_id)option, value ? value : "");
}

static int check_operands(const struct tp_command_line *line, const struct tp_arguments *a) {
  if (a->operand_count >= line->fewest && a->operand_count <= line->most)
    return 1;
  tp_lab_say("usage: thirdpole-lab %s %s%s[OPTION]...", line->command, line->operands,
             *line->operands ? " " : "");
  return 0;
}

int tp_arguments_read(const struct tp_command_line *line, int count, const char *const *words,
                      struct tp_arguments *a) {
  *a = (struct tp_arguments){.command = line->command, .seed = 1, .keep = -1};
  int only_operands = 0;
  for (int i = 0; i < count; i++) {
    if (!only_operands && strcmp(words[i], "--") == 0) {
      only_operands = 1;
    } else if (!only_operands && strncmp(words[i], "--", 2) == 0) {
      if (!read_option(line, count, words, &i, a))
        return 0;
    } else if (a->operand_count == TP_OPERANDS_MAX) {
      tp_lab_say("more than %d files", TP_OPERANDS_MAX);
      return 0;
    } else {
      a->operand[a->operand_count++] = words[i];
    }
  }
  return check_operands(line, a);
}

/* --- and written ----------------------------------------------------------------------------- */

struct writing {
  struct tp_arena *arena;
  const char **words;
  int count;
};

static void write_option(struct writing *w, enum tp_option_id option, const char *value) {
  w->words[w->count++] = tp_arena_print(w->arena, "--%s", options[option].name);
  if (options[option].value)
    w->words[w->count++] = value;
}

/* Changes that stand after so many operands. Where there is but one operand they stand behind it,
 * since for that it is all the same. */
static void write_changes(struct writing *w, const struct tp_arguments *a, int after) {
  for (int i = 0; i < a->change_count; i++) {
    int place = a->operand_count == 1 ? 1 : a->change[i].after;
    if (place == after)
      write_option(w, a->change[i].option, a->change[i].text);
  }
}

int tp_arguments_write(const struct tp_arguments *a, struct tp_arena *arena,
                       const char *words[TP_WORDS_MAX]) {
  struct writing w = {.arena = arena, .words = words};
  w.words[w.count++] = a->command;
  write_option(&w, TP_OPTION_GAMES, tp_arena_print(arena, "%d", a->games));
  write_option(&w, TP_OPTION_SEED, tp_arena_print(arena, "%" PRIu64, a->seed));
  if (a->turns)
    write_option(&w, TP_OPTION_TURNS, tp_arena_print(arena, "%d", a->turns));
  if (a->mods)
    write_option(&w, TP_OPTION_MODS, a->mods);
  if (a->given & TP_OPTION(HASHES))
    write_option(&w, TP_OPTION_HASHES, NULL);
  write_changes(&w, a, 0);
  for (int i = 0; i < a->operand_count; i++) {
    w.words[w.count++] = a->operand[i];
    write_changes(&w, a, i + 1);
  }
  return w.count;
}

/* --- help ------------------------------------------------------------------------------------ */

/* Prints `text` in lines of at most 60 characters, each but the first after 32 spaces. */
static void print_wrapped(const char *text) {
  size_t column = 0;
  for (const char *word = text; *word;) {
    size_t length = strcspn(word, " ");
    if (column > 0 && column + 1 + length > 60) {
      printf("\n%32s", "");
      column = 0;
    }
    column += (size_t)printf("%s%.*s", column ? " " : "", (int)length, word);
    word += length + (word[length] == ' ');
  }
  puts("");
}

void tp_arguments_help(const struct tp_command_line *line, const char *summary) {
  printf("usage: thirdpole-lab %s %s%s[OPTION]...\n\n%s\n\n", line->command, line->operands,
         *line->operands ? " " : "", summary);
  for (int i = 0; i < TP_OPTION_COUNT; i++) {
    char head[80];
    if (!(line->options >> i & 1))
      continue;
    snprintf(head, sizeof head, "--%s%s%s", options[i].name, options[i].value ? " " : "",
             options[i].value ? options[i].value : "");
    if (strlen(head) > 28)
      printf("  %s\n%32s", head, "");
    else
      printf("  %-30s", head);
    print_wrapped(options[i].help);
  }
}

void tp_arguments_of_side(const struct tp_arguments *arguments, int side,
                          struct tp_arguments *of_side) {
  *of_side = *arguments;
  of_side->operand[0] = arguments->operand[side];
  of_side->operand_count = 1;
  of_side->change_count = 0;
  for (int i = 0; i < arguments->change_count; i++) {
    if (arguments->change[i].after == 0 || arguments->change[i].after == side + 1)
      of_side->change[of_side->change_count++] = arguments->change[i];
  }
}
