/* A stage for tests of the window's parts: an offscreen surface, fonts and a theme, and a user who
 * clicks and types. No display is needed. */
#ifndef TP_TESTS_STAGE_H
#define TP_TESTS_STAGE_H

/* cmocka wants these first, in this order */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "desktop/map/map.h"
#include "desktop/widgets/widgets.h"
#include "session/session.h"

#include "spoken.h"

#include <SDL.h>
#include <string.h>

enum { STAGE_WIDTH = 800, STAGE_HEIGHT = 600 };

struct stage {
  SDL_Surface *surface;
  SDL_Renderer *renderer;
  struct tp_draw *draw;
  struct tp_fonts *fonts;
  struct tp_look look;
  struct tp_ui ui;
  double seconds;
};

static inline void stage_open(struct stage *s, enum tp_theme_kind kind, float scale) {
  memset(s, 0, sizeof *s);
  speak("en");
  assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
  s->surface =
      SDL_CreateRGBSurfaceWithFormat(0, STAGE_WIDTH, STAGE_HEIGHT, 32, SDL_PIXELFORMAT_ARGB8888);
  assert_non_null(s->surface);
  s->renderer = SDL_CreateSoftwareRenderer(s->surface);
  assert_non_null(s->renderer);
  s->draw = tp_draw_open(s->renderer);
  assert_non_null(s->draw);
  s->fonts = tp_text_open(s->draw, "assets/fonts");
  assert_non_null(s->fonts);
  s->look = tp_theme_make(kind, scale);
  tp_ui_init(&s->ui, s->draw, s->fonts, &s->look);
  s->seconds = 1.0;
}

static inline void stage_close(struct stage *s) {
  tp_text_close(s->fonts);
  tp_draw_close(s->draw);
  SDL_DestroyRenderer(s->renderer);
  SDL_FreeSurface(s->surface);
  SDL_Quit();
}

/* The input of a frame in which the pointer is at x, y and nothing else happens. */
static inline struct tp_input stage_at(struct stage *s, float x, float y) {
  s->seconds += 0.1;
  return (struct tp_input){.mouse_x = x, .mouse_y = y, .seconds = s->seconds};
}

/* 32 bits of the pixel at x, y, as 0xAARRGGBB. */
static inline uint32_t stage_pixel(const struct stage *s, int x, int y) {
  return ((const uint32_t *)s->surface->pixels)[y * (s->surface->pitch / 4) + x];
}

#endif
