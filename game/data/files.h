/* Files: reading them whole, and writing so that nothing is ever lost. */
#ifndef TP_DATA_FILES_H
#define TP_DATA_FILES_H

#include <stddef.h>
#include <stdint.h>

enum {
  TP_FILE_MAX = 8 << 20,
  TP_PATH_MAX = 1024,
  TP_SAVES_KEPT = 3,
  TP_REASON_MAX = 200 /* bytes of a reason */
};

/* Why a file could not be read or written, as a sentence without the file's name, and where in it:
 * 0 when it is no place that is at fault. */
struct tp_file_error {
  char text[TP_REASON_MAX];
  int line, column;
};

/* 1 when the file could be opened and read, whatever is in it; the system's faults, and a folder,
 * are 0. */
int tp_files_is_readable(const char *path);

/* 1 when there is something at the path. */
int tp_files_exists(const char *path);

/* 1 when the path leads to a file: no folder, pipe or device, which to open might never end. */
int tp_files_is_file(const char *path);

/* A number that changes when the file is written, replaced or taken away. */
uint64_t tp_files_stamp(const char *path);

/* 1 when there is a name in the folder, whatever it leads to; and 1 when it is a file (or a folder,
 * by `is_folder`) itself, no link or device. */
int tp_files_is_there(const char *path);
int tp_files_is_plain(const char *path, int is_folder);

/* 1 when both paths lead to the same file or folder. */
int tp_files_same(const char *a, const char *b);

/* folder/name, or name alone for the folder "."; 0 when that is too long. */
int tp_files_join(char path[TP_PATH_MAX], const char *folder, const char *name);

/* Creates a folder and those above it; 1 when it is there afterwards. */
int tp_files_make_folder(const char *path, struct tp_file_error *error);

/* The whole file as terminated text, to be freed with free(); `*length` is its bytes. NULL with the
 * reason in `error` when it is missing, a folder, unreadable, over TP_FILE_MAX bytes, or not text
 * in UTF-8. */
char *tp_files_read(const char *path, size_t *length, struct tp_file_error *error);

/* Writes the file in one step: either all of `text` is at `path` afterwards, or what was there is
 * still there and the return is 0 with the reason. The `kept` - 1 files before it stay as path.1,
 * path.2 and so on (at least 1). A device or a pipe is written to and never replaced.
 * `tp_files_may_write` says beforehand whether that can work, and touches nothing. */
int tp_files_may_write(const char *path, struct tp_file_error *error);
int tp_files_write(const char *path, const char *text, size_t length, int kept,
                   struct tp_file_error *error);

/* Removes from a folder what a program that was ended in the midst of writing has left: files of
 * tp_files_write that are not in their place. Those that are being written, and what merely looks
 * like one, stay. Returns how many are gone. */
int tp_files_tidy(const char *folder);

/* Names of the entries of a folder that end in `ending`, sorted, each to be freed, as is the list;
 * `*count` is 0 when the folder is missing or empty. */
char **tp_files_list(const char *folder, const char *ending, int *count);

#endif
