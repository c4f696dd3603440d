/* The player's settings: a small JSON file in the user's folder of settings.
 *
 * Reading never fails: what is missing, broken or out of range is told, and the usual value stands
 * in. Nothing is lost by that: members that this program does not know are written back as they
 * were, and before a file with faults is replaced it is kept beside the new one, as FILE.1.
 * What commands and keys there are is known above; here they are names.
 */
#ifndef TP_DATA_SETTINGS_H
#define TP_DATA_SETTINGS_H

#include "data/files.h"
#include "data/json/problems.h"
#include "data/layers/mods.h"

enum { TP_BOUND_MAX = 64, TP_BOUND_KEYS = 4, TP_BOUND_NAME = 32 };

/* The keys that are to give a command; none when `count` is 0. */
struct tp_bound {
  char command[TP_BOUND_NAME];
  char keys[TP_BOUND_KEYS][TP_BOUND_NAME];
  int count;
};

struct tp_settings {
  char language[16];                                 /* code, or "" for the system's */
  char theme[16];                                    /* light, dark or contrast */
  double scale;                                      /* 0.5 to 4, or 0: by the size of the window */
  int motion, hints, advisors, autosave, fullscreen; /* 1: on */
  int width, height;                                 /* of the window when it was left, or 0 */
  struct tp_bound bound[TP_BOUND_MAX];               /* commands whose keys are not the usual */
  int bound_count;
  char mods[TP_MOD_IDS_MAX]; /* that are on, as "a+b" */

  void *unknown; /* members of the file that this program does not know; owned */
  int faulty;    /* 1: the file has faults, and is to be kept */
};

/* The usual settings. */
void tp_settings_usual(struct tp_settings *settings);

/* The usual path of the file: 1, or 0 when there is no folder for it. */
int tp_settings_path(char path[TP_PATH_MAX]);

/* Reads the file, which need not be there. What is wrong with it is added to `problems`. Free
 * `settings` in any case. */
void tp_settings_read(const char *path, struct tp_settings *settings, struct tp_problems *problems);

/* Writes the file in one step, and its folder: 1, or 0 with the reason; then nothing has changed.
 */
int tp_settings_write(const char *path, struct tp_settings *settings, struct tp_file_error *error);

void tp_settings_free(struct tp_settings *settings);

/* The keys of a command, to be filled in; adds it when it has none yet. NULL when there is no room.
 * `_unbind` gives it the usual ones again. */
struct tp_bound *tp_settings_bind(struct tp_settings *settings, const char *command);
void tp_settings_unbind(struct tp_settings *settings, const char *command);
const struct tp_bound *tp_settings_bound(const struct tp_settings *settings, const char *command);

#endif
