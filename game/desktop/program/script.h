/*
 * Recorded input: a script plays the game through the same tp_input as a person, in frames of a
 * sixtieth of a second, so that the same script gives the same pixels.
 *
 * One command a line; `#` begins a comment. WORDS are those of a button, card, row or tab on the
 * screen, whole or the beginning of them; of several with the same whole words the topmost is
 * meant.
 *
 *     click WORDS        clicks it; the script fails when it is not there or cannot be clicked
 *     try WORDS          the same, but goes on without
 *     focus WORDS        gives it the keyboard
 *     reach WORDS        presses Tab until it has the keyboard; fails when Tab comes round without
 *     key NAME           presses a key or a button of a gamepad: enter, space, u, ctrl-z,
 *                        shift-tab, page-up, f1, pad-a (keys.h has them all)
 *     type TEXT          types it
 *     move X Y           moves the pointer, in pixels
 *     press, release     the first button, where the pointer is
 *     click-at X Y       moves there and clicks
 *     wheel N            turns the wheel, positive away from the player
 *     wait FRAMES        lets time pass
 *     end-turn           Space, and Enter if the game asks whether it should
 *     expect WORDS       fails when no text on the screen begins with them
 *     screenshot FILE    writes what is on the screen
 *     repeat N ... end   does the lines between N times
 *     if WORDS ... end   does them when something on the screen begins with the words
 *     unless WORDS ... end
 *     stop               ends the script
 */
#ifndef TP_DESKTOP_PROGRAM_SCRIPT_H
#define TP_DESKTOP_PROGRAM_SCRIPT_H

#include "desktop/widgets/ui.h"

#include <stddef.h>

struct tp_ui_script;

/* Reads and checks the whole file. NULL with "file:line: what is wrong" in `error`. */
struct tp_ui_script *tp_ui_script_open(const char *path, char *error, size_t error_size);
void tp_ui_script_close(struct tp_ui_script *script);

enum tp_ui_script_state {
  TP_UI_SCRIPT_PLAYS, /* draw a frame with `input` */
  TP_UI_SCRIPT_ENDED,
  TP_UI_SCRIPT_FAILED /* tp_ui_script_error says why */
};

/* The input of the next frame; `ui` is as the last frame left it. Clicks by words are handed to
 * `ui` directly. */
enum tp_ui_script_state tp_ui_script_next(struct tp_ui_script *script, struct tp_ui *ui,
                                          struct tp_input *input);

const char *tp_ui_script_error(const struct tp_ui_script *script);

/* The file to write the frame just drawn to, once; NULL for none. */
const char *tp_ui_script_screenshot(struct tp_ui_script *script);

#endif
