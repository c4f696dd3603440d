#include "data/files.h"

#include "data/arena.h"
#include "data/files_tidy.h"
#include "data/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int tp_files_join(char path[TP_PATH_MAX], const char *folder, const char *name) {
  int here = strcmp(folder, ".") == 0;
  int length = here ? snprintf(path, TP_PATH_MAX, "%s", name)
                    : snprintf(path, TP_PATH_MAX, "%s/%s", folder, name);
  return length > 0 && length < TP_PATH_MAX;
}

int tp_files_exists(const char *path) {
  return access(path, F_OK) == 0;
}

int tp_files_is_readable(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && !S_ISDIR(status.st_mode) && access(path, R_OK) == 0;
}

int tp_files_is_file(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

uint64_t tp_files_stamp(const char *path) {
  struct stat status = {0};
  uint64_t stamp = stat(path, &status) == 0;
  uint64_t parts[] = {(uint64_t)status.st_size, (uint64_t)status.st_ino,
                      (uint64_t)status.st_mtim.tv_sec, (uint64_t)status.st_mtim.tv_nsec};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    stamp = (stamp ^ parts[i]) * 0x9e3779b97f4a7c15U;
  return stamp;
}

int tp_files_is_there(const char *path) {
  struct stat status;
  return lstat(path, &status) == 0;
}

int tp_files_is_plain(const char *path, int is_folder) {
  struct stat status;
  return lstat(path, &status) == 0 &&
         (is_folder ? S_ISDIR(status.st_mode) : S_ISREG(status.st_mode));
}

int tp_files_same(const char *a, const char *b) {
  struct stat one, two;
  return stat(a, &one) == 0 && stat(b, &two) == 0 && one.st_dev == two.st_dev &&
         one.st_ino == two.st_ino;
}

static int refuse(struct tp_file_error *error, const char *why) {
  if (!error)
    return 0;
  *error = (struct tp_file_error){.line = 0};
  snprintf(error->text, sizeof error->text, "%s", why);
  return 0;
}

static int explain(struct tp_file_error *error, const char *what) {
  char why[TP_REASON_MAX];
  snprintf(why, sizeof why, "%s: %s", what, strerror(errno));
  return refuse(error, why);
}

int tp_files_make_folder(const char *path, struct tp_file_error *error) {
  char part[TP_PATH_MAX];
  struct stat status;
  size_t length = strlen(path);
  if (length == 0 || length >= sizeof part)
    return refuse(error, "cannot create the folder: its path is too long");
  for (size_t i = 1; i <= length; i++) {
    if (path[i] != '/' && path[i] != '\0')
      continue;
    memcpy(part, path, i);
    part[i] = '\0';
    if (mkdir(part, 0777) != 0 && errno != EEXIST)
      return explain(error, "cannot create the folder");
  }
  if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
    return refuse(error, "cannot create the folder: a file of that name is in the way");
  return 1;
}

/* Lines end in \n, in \r\n or in \r. */
static void point_at(struct tp_file_error *error, const char *text, size_t offset) {
  error->line = error->column = 1;
  for (size_t i = 0; i < offset; i++) {
    error->column += tp_utf8_begins(text[i]);
    if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) {
      error->line++;
      error->column = 1;
    }
  }
}

static int check_text(const char *text, size_t length, struct tp_file_error *error) {
  size_t bad = 0;
  char why[TP_REASON_MAX];
  if (tp_utf8_is_good(text, length, &bad))
    return 1;
  tp_utf8_explain(text, length, &bad, why, sizeof why);
  refuse(error, why);
  if (error)
    point_at(error, text, bad);
  return 0;
}

static char *read_stream(FILE *file, size_t *length, struct tp_file_error *error) {
  struct tp_text text = {0};
  char piece[1 << 14];
  size_t got = sizeof piece; /* less: the end, or a fault */
  tp_text_add(&text, "");
  while (got == sizeof piece && text.length <= TP_FILE_MAX) {
    got = fread(piece, 1, sizeof piece, file);
    tp_text_add_part(&text, piece, got);
  }
  int good = !ferror(file) || explain(error, "cannot be read");
  if (good && text.length > TP_FILE_MAX)
    good = refuse(error, "is larger than 8 MB");
  if (good && check_text(text.data, text.length, error)) {
    *length = text.length;
    return text.data;
  }
  tp_text_free(&text);
  return NULL;
}

/* Opens a file for reading. A pipe that nobody writes into is waited for as long as a program takes
 * to start, not for ever. */
static FILE *open_to_read(const char *path, int is_pipe, struct tp_file_error *error) {
  enum { patience_ms = 2000 };
  int file = open(path, is_pipe ? O_RDONLY | O_NONBLOCK : O_RDONLY);
  if (file < 0) {
    explain(error, "cannot be read");
    return NULL;
  }
  struct pollfd end = {.fd = file, .events = POLLIN};
  if (is_pipe && poll(&end, 1, patience_ms) == 0) {
    refuse(error, "is a pipe that nobody writes into");
    close(file);
    return NULL;
  }
  if (is_pipe)
    (void)fcntl(file, F_SETFL, 0);
  return fdopen(file, "rb");
}

char *tp_files_read(const char *path, size_t *length, struct tp_file_error *error) {
  struct stat status;
  if (stat(path, &status) != 0) {
    explain(error, "cannot be read");
    return NULL;
  }
  if (S_ISDIR(status.st_mode)) {
    refuse(error, "is a folder, not a file");
    return NULL;
  }
  FILE *file = open_to_read(path, S_ISFIFO(status.st_mode), error);
  if (!file)
    return NULL;
  char *text = read_stream(file, length, error);
  fclose(file);
  return text;
}

/* --- writing -------------------------------------------------------------------------------- */

static int write_all(int file, const char *text, size_t length) {
  size_t done = 0;
  while (done < length) {
    ssize_t wrote = write(file, text + done, length - done);
    if (wrote < 0 && errno == EINTR)
      continue;
    if (wrote <= 0)
      break;
    done += (size_t)wrote;
  }
  return done == length;
}

/* path -> path.1 -> path.2; the file at `path` stays where it is, with a second name, so that at no
 * moment there is none. */
static void keep_older(const char *path, int kept) {
  char from[TP_PATH_MAX + 16], to[TP_PATH_MAX + 16];
  for (int i = kept - 1; i >= 2; i--) {
    snprintf(from, sizeof from, "%s.%d", path, i - 1);
    snprintf(to, sizeof to, "%s.%d", path, i);
    (void)rename(from, to);
  }
  if (kept < 2)
    return;
  snprintf(to, sizeof to, "%s.1", path);
  (void)unlink(to);
  if (link(path, to) != 0 && errno != ENOENT)
    (void)rename(path, to); /* a file system without hard links */
}

static void folder_of(const char *path, char folder[TP_PATH_MAX]) {
  const char *slash = strrchr(path, '/');
  if (slash && slash != path)
    snprintf(folder, TP_PATH_MAX, "%.*s", (int)(slash - path), path);
  else
    snprintf(folder, TP_PATH_MAX, "%s", slash ? "/" : ".");
}

/* Makes the rename itself last; not every file system can, and nothing can be done then. */
static void sync_folder(const char *path) {
  char folder[TP_PATH_MAX];
  folder_of(path, folder);
  int file = open(folder, O_RDONLY);
  if (file < 0)
    return;
  (void)fsync(file);
  close(file);
}

/* Devices and pipes cannot be replaced, and must not be: what is written to them goes through. */
static int write_through(const char *path, const char *text, size_t length,
                         struct tp_file_error *error) {
  int file = open(path, O_WRONLY);
  if (file < 0)
    return explain(error, "cannot be written");
  int good = write_all(file, text, length) || explain(error, "cannot be written");
  if (close(file) != 0 && good)
    return explain(error, "cannot be written");
  return good;
}

enum { LINKS_MAX = 40 };

/* Where a link leads in the end, so that the link stays and the file is what is replaced. */
static int follow_links(const char *path, char target[TP_PATH_MAX], struct tp_file_error *error) {
  char link[TP_PATH_MAX], folder[TP_PATH_MAX];
  struct stat status;
  if (strlen(path) >= TP_PATH_MAX)
    return refuse(error, "cannot be written: its path is too long");
  snprintf(target, TP_PATH_MAX, "%s", path);
  for (int i = 0; i < LINKS_MAX; i++) {
    if (stat(target, &status) == 0 && !S_ISREG(status.st_mode))
      return 1;
    ssize_t length = readlink(target, link, sizeof link - 1);
    if (length < 0)
      return 1;
    link[length] = '\0';
    folder_of(target, folder);
    if (!tp_files_join(target, link[0] == '/' ? "." : folder, link))
      return refuse(error, "cannot be written: its path is too long");
  }
  return refuse(error, "cannot be written: links without an end");
}

/* What is at the path decides: a device takes the text itself, a file is replaced in its folder. */
static int may_write(const char *path, struct tp_file_error *error) {
  char folder[TP_PATH_MAX];
  struct stat status;
  int is_there = stat(path, &status) == 0;
  if (is_there && S_ISDIR(status.st_mode))
    return refuse(error, "cannot be written: it is a folder");
  folder_of(path, folder);
  int may = is_there && !S_ISREG(status.st_mode) ? access(path, W_OK) : access(folder, W_OK | X_OK);
  return may == 0 || explain(error, "cannot be written");
}

int tp_files_may_write(const char *path, struct tp_file_error *error) {
  char target[TP_PATH_MAX];
  return follow_links(path, target, error) && may_write(target, error);
}

/* Writes beside the file, then puts the new one in its place. */
static int replace(const char *path, const char *text, size_t length, int kept,
                   struct tp_file_error *error) {
  char temporary[TP_PATH_MAX + 16];
  snprintf(temporary, sizeof temporary, "%s" TP_FILES_PART, path);
  int file = mkstemp(temporary);
  if (file < 0)
    return explain(error, "cannot be written");
  (void)tp_files_lock(file); /* until it is closed: it is no leftover */
  (void)fchmod(file, 0644);
  int good = write_all(file, text, length) && fsync(file) == 0;
  if (good)
    keep_older(path, kept);
  if (!good || rename(temporary, path) != 0) {
    explain(error, "cannot be written");
    unlink(temporary);
    close(file);
    return 0;
  }
  sync_folder(path);
  return close(file) == 0 || explain(error, "cannot be written");
}

int tp_files_write(const char *path, const char *text, size_t length, int kept,
                   struct tp_file_error *error) {
  char target[TP_PATH_MAX];
  struct stat status;
  if (!follow_links(path, target, error) || !may_write(target, error))
    return 0;
  if (stat(target, &status) == 0 && !S_ISREG(status.st_mode))
    return write_through(target, text, length, error);
  return replace(target, text, length, kept, error);
}

/* --- listing -------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static int ends_in(const char *name, const char *ending) {
  size_t length = strlen(name), tail = strlen(ending);
  return length > tail && strcmp(name + length - tail, ending) == 0;
}

char **tp_files_list(const char *folder, const char *ending, int *count) {
  char **names = NULL;
  *count = 0;
  DIR *entries = opendir(folder);
  if (!entries)
    return NULL;
  /* Threads may list folders at once, since each has a stream of its own. */
  // cppcheck-suppress readdirCalled
  for (struct dirent *entry; (entry = readdir(entries));) {
    if (entry->d_name[0] == '.' || !ends_in(entry->d_name, ending))
      continue;
    names = tp_memory_resize(names, (size_t)(*count + 1) * sizeof *names);
    names[(*count)++] = tp_memory_text(entry->d_name);
  }
  closedir(entries);
  if (*count)
    qsort(names, (size_t)*count, sizeof *names, by_name);
  return names;
}
