#include "data/json/problems.h"

#include "data/files.h"
#include "data/utf8.h"
#include "data/visible.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Room for one more at the end of a list. */
static struct tp_problem *next_problem(struct tp_problem **list, int *count, int *room) {
  if (*count == *room) {
    *room = *room ? *room * 2 : 16;
    *list = tp_memory_resize(*list, (size_t)*room * sizeof **list);
  }
  return &(*list)[(*count)++];
}

/* A copy without the halves of characters that are left where a long name was cut. */
static char *whole_characters(const char *text) {
  char *copy = tp_memory_text(text), *rest = copy;
  for (size_t bad; !tp_utf8_is_good(rest, strlen(rest), &bad); rest += bad)
    memmove(rest + bad, rest + bad + 1, strlen(rest + bad));
  return copy;
}

static struct tp_problem make(const char *file, int line, int column, const char *pointer,
                              const char *message) {
  return (struct tp_problem){.file = tp_memory_text(file),
                             .line = line,
                             .column = column,
                             .pointer = whole_characters(pointer),
                             .message = whole_characters(message)};
}

int tp_problems_count_only(struct tp_problems *problems) {
  int is_full = problems->count >= TP_PROBLEMS_MAX;
  problems->omitted += is_full;
  return is_full;
}

void tp_problems_add(struct tp_problems *problems, const char *file, int line, int column,
                     const char *pointer, const char *format, ...) {
  if (tp_problems_count_only(problems))
    return;
  char message[1000];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  *next_problem(&problems->list, &problems->count, &problems->room) =
      make(file, line, column, pointer, message);
}

char *tp_problems_read(struct tp_problems *problems, const char *path, size_t *length) {
  struct tp_file_error error;
  char *text = tp_files_read(path, length, &error);
  if (!text)
    tp_problems_add(problems, path, error.line, error.column, "", "%s", error.text);
  return text;
}

void tp_problems_warn(struct tp_problems *problems, const char *file, int line, int column,
                      const char *pointer, const char *message) {
  if (problems->warning_count < TP_PROBLEMS_MAX)
    *next_problem(&problems->warnings, &problems->warning_count, &problems->warning_room) =
        make(file, line, column, pointer, message);
}

void tp_problems_append_faults(struct tp_problems *problems, const struct tp_problems *from) {
  for (int i = 0; i < from->count; i++) {
    const struct tp_problem *one = &from->list[i];
    tp_problems_add(problems, one->file, one->line, one->column, one->pointer, "%s", one->message);
  }
  problems->omitted += from->omitted;
}

void tp_problems_append(struct tp_problems *problems, const struct tp_problems *from) {
  tp_problems_append_faults(problems, from);
  for (int i = 0; i < from->warning_count; i++) {
    const struct tp_problem *one = &from->warnings[i];
    tp_problems_warn(problems, one->file, one->line, one->column, one->pointer, one->message);
  }
}

/* Of the first problem in the same file. */
static int file_rank(const struct tp_problem *list, int of) {
  int first = 0;
  while (strcmp(list[first].file, list[of].file) != 0)
    first++;
  return first;
}

struct ranked {
  struct tp_problem problem;
  int rank, order;
};

static int compare(const void *a, const void *b) {
  const struct ranked *x = a, *y = b;
  if (x->rank != y->rank)
    return x->rank - y->rank;
  if (x->problem.line != y->problem.line)
    return x->problem.line - y->problem.line;
  if (x->problem.column != y->problem.column)
    return x->problem.column - y->problem.column;
  return x->order - y->order;
}

static void sort(struct tp_problem *list, int count) {
  if (count < 2)
    return;
  struct ranked *ranked = tp_memory_resize(NULL, (size_t)count * sizeof *ranked);
  for (int i = 0; i < count; i++)
    ranked[i] = (struct ranked){list[i], file_rank(list, i), i};
  qsort(ranked, (size_t)count, sizeof *ranked, compare);
  for (int i = 0; i < count; i++)
    list[i] = ranked[i].problem;
  free(ranked);
}

void tp_problems_sort(struct tp_problems *problems) {
  sort(problems->list, problems->count);
  sort(problems->warnings, problems->warning_count);
}

static int is_same(const struct tp_problem *a, const struct tp_problem *b) {
  return a->line == b->line && a->column == b->column && strcmp(a->file, b->file) == 0 &&
         strcmp(a->pointer, b->pointer) == 0 && strcmp(a->message, b->message) == 0;
}

static void free_problem(struct tp_problem *problem) {
  free(problem->file);
  free(problem->pointer);
  free(problem->message);
}

/* Returns how many are left. */
static int keep_one_of_each(struct tp_problem *list, int count) {
  int kept = 0;
  for (int i = 0; i < count; i++) {
    int before = kept - 1;
    while (before >= 0 && list[before].line == list[i].line && !is_same(&list[before], &list[i]))
      before--;
    if (before >= 0 && is_same(&list[before], &list[i]))
      free_problem(&list[i]);
    else
      list[kept++] = list[i];
  }
  return kept;
}

void tp_problems_drop_elsewhere(struct tp_problems *problems, int from) {
  int kept = from;
  for (int i = from; i < problems->count; i++) {
    int first = 0;
    while (first < from && strcmp(problems->list[first].file, problems->list[i].file) != 0)
      first++;
    if (first < from)
      problems->list[kept++] = problems->list[i];
    else
      free_problem(&problems->list[i]);
  }
  problems->count = kept;
}

void tp_problems_once(struct tp_problems *problems) {
  problems->count = keep_one_of_each(problems->list, problems->count);
  problems->warning_count = keep_one_of_each(problems->warnings, problems->warning_count);
}

void tp_problem_print(const struct tp_problem *problem, struct tp_text *text) {
  if (problem->file[0]) {
    tp_visible_add(text, problem->file);
    tp_text_add(text, ":");
  }
  if (problem->line)
    tp_text_print(text, "%d:%d:", problem->line, problem->column);
  if (text->length)
    tp_text_add(text, " ");
  if (problem->pointer[0]) {
    tp_visible_add(text, problem->pointer);
    tp_text_add(text, ": ");
  }
  tp_visible_add(text, problem->message);
}

void tp_problems_write(const struct tp_problems *problems, FILE *out) {
  for (int i = 0; i < problems->count; i++) {
    struct tp_text text = {0};
    tp_problem_print(&problems->list[i], &text);
    fprintf(out, "%s\n", text.data);
    tp_text_free(&text);
  }
  if (problems->omitted)
    fprintf(out, "and %d more\n", problems->omitted);
}

static void free_list(struct tp_problem *list, int count) {
  for (int i = 0; i < count; i++)
    free_problem(&list[i]);
  free(list);
}

void tp_problems_free(struct tp_problems *problems) {
  free_list(problems->list, problems->count);
  free_list(problems->warnings, problems->warning_count);
  *problems = (struct tp_problems){0};
}
