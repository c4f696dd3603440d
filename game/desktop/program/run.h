/* The loop: input in, frames out, until the player or the script has had enough. */
#ifndef TP_DESKTOP_PROGRAM_RUN_H
#define TP_DESKTOP_PROGRAM_RUN_H

#include "desktop/app.h"
#include "desktop/program/script.h"
#include "desktop/program/window.h"

/* Plays until the player leaves. Draws only when there is input or something moves. Returns 0. */
int tp_run_live(struct tp_window *window, struct tp_app *app);

/* Plays the script (NULL: none) and lets everything come to rest; then writes the screen to
 * `screenshot` unless that is NULL. Returns 0, or 1 with the reason on stderr. */
int tp_run_script(struct tp_window *window, struct tp_app *app, struct tp_ui_script *script,
                  const char *screenshot);

#endif
