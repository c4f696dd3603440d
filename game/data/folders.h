/* The folders where the game's data is, and the player's own. */
#ifndef TP_DATA_FOLDERS_H
#define TP_DATA_FOLDERS_H

#include "data/files.h"

enum { TP_ROOTS_MAX = 7 };

/* The folders that may hold scenarios/, mods/ and assets/, in the order they are searched: the
 * environment variable THIRDPOLE_DATA, the working folder, the user's data folder, the program's
 * own folder and ../share/thirdpole from there, the source tree, and where the game was installed.
 * Where the program is, only systems with /proc can say. Returns how many there are. */
int tp_folders_roots(char roots[TP_ROOTS_MAX][TP_PATH_MAX]);

/* Finds `name` ("assets/icon.png") under the roots: 1 and its path, or 0. */
int tp_folders_find(const char *name, char path[TP_PATH_MAX]);

/* The user's data folder: XDG_DATA_HOME/thirdpole or ~/.local/share/thirdpole, and that of
 * settings: XDG_CONFIG_HOME/thirdpole or ~/.config/thirdpole. 0 if there is none. */
int tp_folders_user(char path[TP_PATH_MAX]);
int tp_folders_config(char path[TP_PATH_MAX]);

#endif
