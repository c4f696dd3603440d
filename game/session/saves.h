/* The saves of a folder, as a list of them shows them: the player's own, which have a name, and
 * those that games have written by themselves. */
#ifndef TP_SESSION_SAVES_H
#define TP_SESSION_SAVES_H

#include "session/session.h"

struct tp_saved {
  char path[TP_PATH_MAX];
  char name[TP_GAME_NAME * 2]; /* the player's name for it, or the scenario's title */
  char date[40];               /* in the game; "" when it is not known */
  char written[24];            /* on the clock of the place: 2026-11-27 18:05 */
  int own;                     /* 1: saved by the player, under that name */
  int before;                  /* turns that a game went on since, saved by itself; 0: the last */
  struct tp_save_summary summary;
};

/* Those in `folder` (NULL: the usual one), the newest first, to be freed with free(). */
struct tp_saved *tp_saves_list(const char *folder, int *count);

/* The path of a save that is to be called `name`: its letters and digits, with dashes for all else.
 * 0 when there is no folder, or none of them is left. */
int tp_saves_path(const char *folder, const char *name, char path[TP_PATH_MAX]);

/* Saves the game under that name, and makes the folder if there is none yet: 1, or 0 with the
 * reason in `problems`. */
int tp_saves_write(const struct tp_session *s, const char *folder, const char *name,
                   struct tp_problems *problems);

/* Deletes a save, and those before it that were kept under its name; 0 with the reason. */
int tp_saves_delete(const char *path, struct tp_file_error *error);

/* When a program starts: removes what another, ended in the midst of writing, has left. */
void tp_saves_tidy(const char *folder);

#endif
