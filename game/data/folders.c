#include "data/folders.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where the desktop's rules say: the folder that `variable` names, else one in the home folder. */
static int folder_by_rule(char path[TP_PATH_MAX], const char *variable, const char *usual) {
  const char *named = getenv(variable), *home = getenv("HOME");
  if (named && named[0] == '/')
    return tp_files_join(path, named, "thirdpole");
  return home && home[0] && tp_files_join(path, home, usual);
}

int tp_folders_user(char path[TP_PATH_MAX]) {
  return folder_by_rule(path, "XDG_DATA_HOME", ".local/share/thirdpole");
}

int tp_folders_config(char path[TP_PATH_MAX]) {
  return folder_by_rule(path, "XDG_CONFIG_HOME", ".config/thirdpole");
}

/* Adds a folder unless it is there already, so that the source tree is not listed twice when it is
 * the working folder too. */
static void add_root(char roots[TP_ROOTS_MAX][TP_PATH_MAX], int *count, const char *folder) {
  for (int i = 0; i < *count; i++)
    if (tp_files_same(roots[i], folder))
      return;
  if (strlen(folder) < TP_PATH_MAX)
    snprintf(roots[(*count)++], TP_PATH_MAX, "%s", folder);
}

/* Cuts a path to the folder that it is in. */
static int go_up(char path[TP_PATH_MAX]) {
  char *slash = strrchr(path, '/');
  if (!slash)
    return 0;
  slash[slash == path] = '\0';
  return 1;
}

/* What lies beside the program, wherever it was moved to, and what was installed with it. */
static void add_own(char roots[TP_ROOTS_MAX][TP_PATH_MAX], int *count) {
  char program[TP_PATH_MAX], share[TP_PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
  program[length > 0 ? length : 0] = '\0';
  if (length == (ssize_t)sizeof program - 1 || !go_up(program))
    return;
  add_root(roots, count, program);
  if (go_up(program) && tp_files_join(share, program, "share/thirdpole"))
    add_root(roots, count, share);
}

int tp_folders_roots(char roots[TP_ROOTS_MAX][TP_PATH_MAX]) {
  int count = 0;
  char user[TP_PATH_MAX];
  const char *wanted = getenv("THIRDPOLE_DATA");
  if (wanted && wanted[0])
    add_root(roots, &count, wanted);
  add_root(roots, &count, ".");
  if (tp_folders_user(user))
    add_root(roots, &count, user);
  add_own(roots, &count);
#ifdef THIRDPOLE_SOURCE_DIR
  add_root(roots, &count, THIRDPOLE_SOURCE_DIR);
#endif
#ifdef THIRDPOLE_INSTALL_DATA
  add_root(roots, &count, THIRDPOLE_INSTALL_DATA);
#endif
  return count;
}

int tp_folders_find(const char *name, char path[TP_PATH_MAX]) {
  char roots[TP_ROOTS_MAX][TP_PATH_MAX];
  int count = tp_folders_roots(roots);
  for (int i = 0; i < count; i++)
    if (tp_files_join(path, roots[i], name) && tp_files_exists(path))
      return 1;
  return 0;
}
