#include "session/saves.h"

#include "data/arena.h"
#include "session/phrases.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int find_folder(const char *folder, char path[TP_PATH_MAX]) {
  if (!folder)
    return tp_session_saves_folder(path);
  return folder[0] && snprintf(path, TP_PATH_MAX, "%s", folder) < TP_PATH_MAX;
}

/* --- the list ------------------------------------------------------------------------------- */

struct found {
  struct tp_saved slot;
  time_t seconds;
  long nanoseconds;
};

static int newer_first(const void *a, const void *b) {
  const struct found *x = a, *y = b;
  if (x->seconds != y->seconds)
    return x->seconds < y->seconds ? 1 : -1;
  if (x->nanoseconds != y->nanoseconds)
    return x->nanoseconds < y->nanoseconds ? 1 : -1;
  if (x->slot.summary.turns != y->slot.summary.turns) /* clocks tick slowly */
    return y->slot.summary.turns - x->slot.summary.turns;
  if (x->slot.own != y->slot.own)
    return y->slot.own - x->slot.own;
  return strcmp(x->slot.path, y->slot.path);
}

static void name_slot(struct tp_saved *slot) {
  const struct tp_save_summary *s = &slot->summary;
  slot->own = s->name[0] != '\0';
  snprintf(slot->name, sizeof slot->name, "%.*s", TP_GAME_NAME * 2 - 1,
           slot->own     ? s->name
           : s->title[0] ? s->title
                         : s->id);
  if (s->year)
    tp_wording_quarter(s->year, s->quarter, s->turns, slot->date, sizeof slot->date);
}

/* 1 when the file is a save; `before` says which of those kept under one name it is. */
static int look_at(const char *folder, const char *name, int before, struct found *found) {
  struct stat status;
  struct tm local;
  memset(found, 0, sizeof *found);
  if (!tp_files_join(found->slot.path, folder, name) || stat(found->slot.path, &status) != 0 ||
      !S_ISREG(status.st_mode) || !tp_save_peek(found->slot.path, &found->slot.summary))
    return 0;
  found->seconds = status.st_mtim.tv_sec;
  found->nanoseconds = status.st_mtim.tv_nsec;
  found->slot.before = before;
  name_slot(&found->slot);
  if (localtime_r(&found->seconds, &local))
    strftime(found->slot.written, sizeof found->slot.written, "%Y-%m-%d %H:%M", &local);
  return 1;
}

/* The saves whose names end in ".json", or in ".json.1" and so on: of those before, only what a
 * game has saved by itself, since the player's own was replaced by the player. */
static void add_all(const char *folder, int before, struct found **list, int *count) {
  char ending[16] = ".json";
  int names_count = 0;
  if (before)
    snprintf(ending, sizeof ending, ".json.%d", before);
  char **names = tp_files_list(folder, ending, &names_count);
  for (int i = 0; i < names_count; i++) {
    struct found found;
    if (look_at(folder, names[i], before, &found) && !(before && found.slot.own)) {
      *list = tp_memory_resize(*list, (size_t)(*count + 1) * sizeof **list);
      (*list)[(*count)++] = found;
    }
    free(names[i]);
  }
  free(names);
}

struct tp_saved *tp_saves_list(const char *folder, int *count) {
  char path[TP_PATH_MAX];
  struct found *found = NULL;
  *count = 0;
  if (!find_folder(folder, path))
    return NULL;
  for (int before = 0; before < TP_SAVES_KEPT; before++)
    add_all(path, before, &found, count);
  if (!*count)
    return NULL;
  qsort(found, (size_t)*count, sizeof *found, newer_first);
  struct tp_saved *slots = tp_memory_resize(NULL, (size_t)*count * sizeof *slots);
  for (int i = 0; i < *count; i++)
    slots[i] = found[i].slot;
  free(found);
  return slots;
}

/* --- one ------------------------------------------------------------------------------------ */

static int is_plain(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

int tp_saves_path(const char *folder, const char *name, char path[TP_PATH_MAX]) {
  char all[TP_PATH_MAX], file[TP_GAME_NAME * 2 + 8];
  size_t length = 0;
  int dash = 0;
  for (; *name && length + 8 < sizeof file; name++) {
    dash |= !is_plain((unsigned char)*name);
    if (!is_plain((unsigned char)*name))
      continue;
    if (dash && length)
      file[length++] = '-';
    file[length++] = *name;
    dash = 0;
  }
  memcpy(file + length, ".json", sizeof ".json");
  return length && find_folder(folder, all) && tp_files_join(path, all, file);
}

int tp_saves_write(const struct tp_session *s, const char *folder, const char *name,
                   struct tp_problems *problems) {
  char path[TP_PATH_MAX], own[TP_PATH_MAX];
  struct tp_file_error error = {.text = ""};
  if (!find_folder(folder, own) || !tp_saves_path(folder, name, path)) {
    tp_problems_add(problems, name, 0, 0, "", "%s", tp_phrase(TP_SAY_NOTHING_TO_SAVE));
    return 0;
  }
  if (tp_files_make_folder(own, &error))
    return tp_session_save_as(s, path, name, problems);
  tp_problems_add(problems, own, 0, 0, "", "%s", error.text);
  return 0;
}

int tp_saves_delete(const char *path, struct tp_file_error *error) {
  char before[TP_PATH_MAX + 16];
  if (unlink(path) != 0) {
    snprintf(error->text, sizeof error->text, "%s", strerror(errno));
    return 0;
  }
  for (int i = 1; i < TP_SAVES_KEPT; i++) {
    snprintf(before, sizeof before, "%s.%d", path, i);
    (void)unlink(before);
  }
  return 1;
}

void tp_saves_tidy(const char *folder) {
  char path[TP_PATH_MAX];
  if (find_folder(folder, path))
    tp_files_tidy(path);
}
