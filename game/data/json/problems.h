/* What is wrong with a file: all of it, never only the first fault.
 *
 * A list is empty when zeroed. Loaders append to it; the caller prints and frees it. Warnings are
 * kept apart: they say what is allowed but will never have an effect, and stop nothing.
 */
#ifndef TP_DATA_JSON_PROBLEMS_H
#define TP_DATA_JSON_PROBLEMS_H

#include "data/arena.h"

#include <stdio.h>

enum { TP_PROBLEMS_MAX = 1000 };

struct tp_problem {
  char *file;       /* or "" */
  int line, column; /* from 1, column in characters; 0 when unknown */
  char *pointer;    /* JSON pointer (RFC 6901) to the faulty value, or "" */
  char *message;    /* what is wrong, what was expected, the nearest known name */
};

struct tp_problems {
  struct tp_problem *list;
  int count, room;
  int omitted; /* past TP_PROBLEMS_MAX: counted, not kept */
  struct tp_problem *warnings;
  int warning_count, warning_room; /* at most TP_PROBLEMS_MAX, the rest is dropped */
};

void tp_problems_add(struct tp_problems *problems, const char *file, int line, int column,
                     const char *pointer, const char *format, ...) TP_FORMATS(6, 7);

/* 1 when there are so many already that one more is only counted, which it is by this call: who
 * would have to look for its words and its place need not. */
int tp_problems_count_only(struct tp_problems *problems);

/* The text of a file as tp_files_read gives it; NULL with the reason among the problems. */
char *tp_problems_read(struct tp_problems *problems, const char *path, size_t *length);

void tp_problems_warn(struct tp_problems *problems, const char *file, int line, int column,
                      const char *pointer, const char *message);

/* Adds what is in other lists; `_faults`: without their warnings. */
void tp_problems_append(struct tp_problems *problems, const struct tp_problems *from);
void tp_problems_append_faults(struct tp_problems *problems, const struct tp_problems *from);

/* Takes away the problems past the first `from` that are in none of the files of those. */
void tp_problems_drop_elsewhere(struct tp_problems *problems, int from);

/* Sorts both lists by file (in order of first appearance), line and column. */
void tp_problems_sort(struct tp_problems *problems);

/* Of problems at the same place that say the same, sorted, keeps one. */
void tp_problems_once(struct tp_problems *problems);

/* Appends `file:line:column: pointer: message`, without what is unknown and without a newline,
 * whatever the name of the file or a key holds. */
void tp_problem_print(const struct tp_problem *problem, struct tp_text *text);

/* A line for each problem, and one for those omitted. */
void tp_problems_write(const struct tp_problems *problems, FILE *out);

/* Frees the list and leaves it empty. */
void tp_problems_free(struct tp_problems *problems);

#endif
