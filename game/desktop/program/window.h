/*
 * The window: SDL's, and what comes out of it turned into tp_input. The only place that reads SDL
 * events.
 */
#ifndef TP_DESKTOP_PROGRAM_WINDOW_H
#define TP_DESKTOP_PROGRAM_WINDOW_H

#include "desktop/program/keys.h"

#include <stdbool.h>
#include <stddef.h>

struct SDL_Renderer;
struct tp_window;

struct tp_window_options {
  int width, height; /* 0: 1280 x 720; never more than the screen has */
  bool fullscreen;
  bool hidden; /* for scripts: nobody looks at it */
};

/* NULL with a sentence in `error` when there is no display to open a window on. */
struct tp_window *tp_window_open(const struct tp_window_options *options, char *error,
                                 size_t error_size);
void tp_window_close(struct tp_window *window);

/* Software, so that the same frame has the same pixels everywhere. */
struct SDL_Renderer *tp_window_renderer(struct tp_window *window);

/* What the player did since the last call, at most one press or release and a few keys of it; the
 * rest is kept. Waits at most `seconds` for it (negative: for as long as it takes). Returns 1 when
 * there was anything, 0 when the time passed, -1 when the player closed the window. */
int tp_window_gather(struct tp_window *window, double seconds, struct tp_input *input);

/* 1 once after the textures of the renderer were lost. */
bool tp_window_lost(struct tp_window *window);

/* 1 once after what the window showed may have gone: it was opened, uncovered, or is of another
 * size. */
bool tp_window_blank(struct tp_window *window);

/* What the title bar says. */
void tp_window_name(struct tp_window *window, const char *name);

void tp_window_present(struct tp_window *window);

/* Seconds since the window was opened. */
double tp_window_clock(const struct tp_window *window);

/* Gamepads are heeded from now on, those plugged in later too. Apart from opening, since it takes
 * longer than the first frame may. */
void tp_window_look_for_pads(struct tp_window *window);
enum tp_pad_make tp_window_pad_make(const struct tp_window *window); /* of the one used last */

/* How large it is, as it was asked for when opened: 1, or 0 while it fills the screen. */
bool tp_window_size(const struct tp_window *window, int *width, int *height);

/* Fills the screen, or stands in a window; nothing happens when it does already. */
void tp_window_fullscreen(struct tp_window *window, bool full);

#endif
