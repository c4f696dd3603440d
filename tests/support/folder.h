/* A folder of a test's own, and the files in it. */
#ifndef TP_TESTS_FOLDER_H
#define TP_TESTS_FOLDER_H

/* cmocka wants these first, in this order */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/arena.h"
#include "data/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64]; /* from open_folder to close_folder */

/* cmocka set-up and tear-down: an empty one, and gone with all that is in it. */
static inline int open_folder(void **state) {
  (void)state;
  strcpy(folder, "/tmp/thirdpole-test-XXXXXX");
  assert_non_null(mkdtemp(folder));
  return 0;
}

static inline int close_folder(void **state) {
  char command[200];
  (void)state;
  snprintf(command, sizeof command, "chmod -R u+w '%s' && rm -rf '%s'", folder, folder);
  assert_int_equal(system(command), 0);
  return 0;
}

/* The path of a file in it, until the next call. */
static inline const char *in_folder(const char *name) {
  static char path[300];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

/* Writes a file, and makes the folders above it. */
static inline void write_text(const char *path, const char *text) {
  struct tp_file_error error = {.text = ""};
  char above[TP_PATH_MAX];
  snprintf(above, sizeof above, "%s", path);
  *strrchr(above, '/') = '\0';
  if (!tp_files_make_folder(above, &error))
    fail_msg("%s: %s", above, error.text);
  FILE *file = fopen(path, "w");
  if (!file)
    fail_msg("%s cannot be written", path);
  assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
  assert_int_equal(fclose(file), 0);
}

/* The same by its name in the folder. */
static inline void put_text(const char *name, const char *text) {
  write_text(in_folder(name), text);
}

/* All that is in a file, which must be there; free it. */
static inline char *read_text(const char *path) {
  struct tp_file_error error = {.text = ""};
  size_t length;
  char *text = tp_files_read(path, &length, &error);
  if (!text)
    fail_msg("%s: %s", path, error.text);
  return text;
}

/* Puts `to` in every place where `from` is in a file, which must have it. */
static inline void replace_text(const char *path, const char *from, const char *to) {
  struct tp_text changed = {0};
  char *text = read_text(path), *rest = text;
  for (char *at; (at = strstr(rest, from)) != NULL; rest = at + strlen(from)) {
    tp_text_add_part(&changed, rest, (size_t)(at - rest));
    tp_text_add(&changed, to);
  }
  if (rest == text)
    fail_msg("%s has no %s", path, from);
  tp_text_add(&changed, rest);
  write_text(path, changed.data);
  tp_text_free(&changed);
  free(text);
}

#endif
