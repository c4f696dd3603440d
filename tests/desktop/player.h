/* Somebody who plays, for tests: the whole game on an offscreen surface, driven by words and keys
 * as a person drives it. */
#ifndef TP_TESTS_PLAYER_H
#define TP_TESTS_PLAYER_H

/* cmocka wants these first, in this order */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "desktop/app.h"
#include "desktop/screens.h"
#include "spoken.h"

#include <SDL.h>
#include <string.h>

struct player {
  SDL_Surface *surface;
  SDL_Renderer *renderer;
  struct tp_app *app;
  struct tp_input input;
};

static inline void player_open(struct player *p, int width, int height,
                               const struct tp_app_options *options) {
  char error[600] = "out of memory";
  memset(p, 0, sizeof *p);
  speak("en");
  assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
  p->surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
  assert_non_null(p->surface);
  p->renderer = SDL_CreateSoftwareRenderer(p->surface);
  assert_non_null(p->renderer);
  p->app = tp_app_open(p->renderer, options, error, sizeof error);
  if (!p->app)
    fail_msg("%s", error);
  p->input = (struct tp_input){.mouse_x = -1.0F, .mouse_y = -1.0F, .seconds = 1.0};
}

static inline void player_close(struct player *p) {
  tp_app_close(p->app);
  SDL_DestroyRenderer(p->renderer);
  SDL_FreeSurface(p->surface);
  SDL_Quit();
}

/* One frame with what was set in `input`; keys, wheel and buttons are let go after it. */
static inline void player_frame(struct player *p) {
  p->input.seconds += 1.0 / 60.0;
  tp_app_frame(p->app, &p->input);
  p->input.pressed = p->input.released = p->input.menu = false;
  p->input.keys = 0;
  p->input.chord_count = 0;
  p->input.wheel = 0.0F;
  p->input.text[0] = '\0';
}

/* Lets the screen come to rest; tips and explanations of what is pointed at appear. */
static inline void player_rest(struct player *p) {
  for (int i = 0; i < 4; i++)
    player_frame(p);
  p->input.seconds += 1.0;
  for (int i = 0; i < 2 || (i < 120 && tp_app_wake(p->app) == 0.0); i++)
    player_frame(p);
}

static inline void player_key(struct player *p, enum tp_key key) {
  p->input.keys = (uint64_t)1 << key;
  player_frame(p);
  player_rest(p);
}

/* A key or button by its name in files: what it does depends on the bindings. */
static inline void player_presses(struct player *p, const char *name) {
  assert_true(tp_chord_read(name, &p->input.chords[0]));
  p->input.chord_count = 1;
  p->input.pad = p->input.chords[0].device == TP_PAD;
  player_frame(p);
  player_rest(p);
}

static inline bool player_sees(const struct player *p, const char *words) {
  return tp_ui_find(&p->app->ui, words) != NULL;
}

/* Clicks what has these words, or begins with them; false when there is no such thing. */
static inline bool player_tries(struct player *p, const char *words) {
  const struct tp_ui_item *item = tp_ui_find(&p->app->ui, words);
  if (!item || !item->id || !item->enabled)
    return false;
  tp_ui_click(&p->app->ui, item->id);
  player_frame(p);
  player_rest(p);
  return true;
}

static inline void player_clicks(struct player *p, const char *words) {
  if (!player_tries(p, words))
    fail_msg("\"%s\" cannot be clicked", words);
}

/* The pointer rests on the middle of what is seen of an item. */
static inline void player_points(struct player *p, const struct tp_ui_item *item) {
  p->input.mouse_x = item->seen.x + item->seen.w * 0.5F;
  p->input.mouse_y = item->seen.y + item->seen.h * 0.5F;
  player_rest(p);
}

static inline void player_points_nowhere(struct player *p) {
  p->input.mouse_x = p->input.mouse_y = -1.0F;
  player_rest(p);
}

#endif
