/*
 * Leftovers. tp_files_write writes beside the file, as NAME.json.part-XXXXXX, and then puts the new
 * one in its place; a process that is killed between leaves the first behind. It is known by its
 * name and by nobody holding its lock. Older versions of the game wrote to NAME.json.XXXXXX; of
 * such names only what is no whole file goes: a copy that somebody called game.json.backup is one.
 */
#include "data/files_tidy.h"

#include "data/files.h"

#include <cjson/cJSON.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LETTERS = 6, FRESH_SECONDS = 60 };
static const char part[] = ".json.part-", older_part[] = ".json.";

int tp_files_lock(int file) {
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  return fcntl(file, F_SETLK, &lock) == 0;
}

static int has_temporary_name(const char *name, const char *ending) {
  size_t length = strlen(name), tail = strlen(ending) + LETTERS;
  if (length <= tail || strncmp(name + length - tail, ending, strlen(ending)) != 0)
    return 0;
  for (const char *p = name + length - LETTERS; *p; p++)
    if (!((*p >= '0' && *p <= '9') || (*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z')))
      return 0;
  return 1;
}

/* One that was made a moment ago and is still empty may not have its lock yet. */
static int is_given_up(const char *path) {
  struct stat status;
  if (lstat(path, &status) != 0 || !S_ISREG(status.st_mode))
    return 0;
  if (status.st_size == 0 && time(NULL) - status.st_mtime < FRESH_SECONDS)
    return 0;
  int file = open(path, O_RDWR);
  int is_free = file >= 0 && tp_files_lock(file);
  if (file >= 0)
    close(file);
  return is_free;
}

static int is_whole(const char *path) {
  size_t length = 0;
  char *text = tp_files_read(path, &length, NULL);
  cJSON *json = text ? cJSON_ParseWithLength(text, length) : NULL;
  int whole = json != NULL;
  cJSON_Delete(json);
  free(text);
  return whole;
}

int tp_files_tidy(const char *folder) {
  char path[TP_PATH_MAX];
  int count = 0, gone = 0;
  char **names = tp_files_list(folder, "", &count);
  for (int i = 0; i < count; i++) {
    int is_part = has_temporary_name(names[i], part);
    int may_be = is_part || has_temporary_name(names[i], older_part);
    if (may_be && tp_files_join(path, folder, names[i]) && is_given_up(path) &&
        (is_part || !is_whole(path)))
      gone += unlink(path) == 0;
    free(names[i]);
  }
  free(names);
  return gone;
}
