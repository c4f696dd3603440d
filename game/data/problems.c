#include "data/problems.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static char *copy_text(const char *text) {
  size_t size = strlen(text) + 1;
  return memcpy(tp_memory_resize(NULL, size), text, size);
}

static struct tp_problem *next_problem(struct tp_problems *problems) {
  if (problems->count == problems->room) {
    problems->room = problems->room ? problems->room * 2 : 16;
    problems->list =
        tp_memory_resize(problems->list, (size_t)problems->room * sizeof *problems->list);
  }
  return &problems->list[problems->count++];
}

void tp_problems_add(struct tp_problems *problems, const char *file, int line, int column,
                     const char *pointer, const char *format, ...) {
  if (problems->count >= TP_PROBLEMS_MAX) {
    problems->omitted++;
    return;
  }
  char message[1000];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  *next_problem(problems) = (struct tp_problem){
      .file = copy_text(file),
      .line = line,
      .column = column,
      .pointer = copy_text(pointer),
      .message = copy_text(message),
  };
}

/* Of the first problem in the same file. */
static int file_rank(const struct tp_problems *problems, int of) {
  int first = 0;
  while (strcmp(problems->list[first].file, problems->list[of].file) != 0)
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

void tp_problems_sort(struct tp_problems *problems) {
  if (problems->count < 2)
    return;
  struct ranked *ranked = tp_memory_resize(NULL, (size_t)problems->count * sizeof *ranked);
  for (int i = 0; i < problems->count; i++)
    ranked[i] = (struct ranked){problems->list[i], file_rank(problems, i), i};
  qsort(ranked, (size_t)problems->count, sizeof *ranked, compare);
  for (int i = 0; i < problems->count; i++)
    problems->list[i] = ranked[i].problem;
  free(ranked);
}

void tp_problem_print(const struct tp_problem *problem, struct tp_text *text) {
  if (problem->file[0])
    tp_text_print(text, "%s:", problem->file);
  if (problem->line)
    tp_text_print(text, "%d:%d:", problem->line, problem->column);
  if (text->length)
    tp_text_add(text, " ");
  if (problem->pointer[0])
    tp_text_print(text, "%s: ", problem->pointer);
  tp_text_add(text, problem->message);
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

void tp_problems_free(struct tp_problems *problems) {
  for (int i = 0; i < problems->count; i++) {
    free(problems->list[i].file);
    free(problems->list[i].pointer);
    free(problems->list[i].message);
  }
  free(problems->list);
  *problems = (struct tp_problems){0};
}
