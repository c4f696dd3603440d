#include "desktop/program/window.h"

#include "desktop/program/pads.h"

#include <SDL.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char title[] = "Third Pole";
enum { usual_width = 1280, usual_height = 720, least_width = 640, least_height = 400 };

struct tp_window {
  SDL_Window *window;
  SDL_Renderer *renderer;
  struct tp_input input; /* where the mouse is, and what is held */
  struct tp_pads *pads;  /* NULL until they are looked for */
  int32_t last_key;
  Uint64 opened;
  bool lost, blank;
};

/* --- opening and closing --- */

/* SDL falls back to drivers that show nothing; only who asks for one by name means it. */
static bool somebody_sees(void) {
  static const char *const unseen[] = {"offscreen", "dummy", "evdev"};
  const char *wanted = getenv("SDL_VIDEODRIVER"), *driver = SDL_GetCurrentVideoDriver();
  for (size_t i = 0; driver && !(wanted && wanted[0]) && i < sizeof unseen / sizeof *unseen; i++)
    if (!strcmp(driver, unseen[i])) {
      SDL_SetError("there is no display");
      return false;
    }
  return true;
}

static bool open_window(struct tp_window *window, const struct tp_window_options *options) {
  Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  if (options->fullscreen)
    flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
  if (options->hidden)
    flags |= SDL_WINDOW_HIDDEN;
  int width = options->width ? options->width : usual_width;
  int height = options->height ? options->height : usual_height;
  SDL_Rect room;
  if (!options->hidden && SDL_GetDisplayUsableBounds(0, &room) == 0) {
    width = SDL_min(width, room.w);
    height = SDL_min(height, room.h);
  }
  window->window =
      SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags);
  if (!window->window)
    return false;
  SDL_SetWindowMinimumSize(window->window, least_width, least_height);
  window->renderer =
      SDL_CreateRenderer(window->window, -1, SDL_RENDERER_SOFTWARE | SDL_RENDERER_TARGETTEXTURE);
  return window->renderer != NULL;
}

struct tp_window *tp_window_open(const struct tp_window_options *options, char *error,
                                 size_t error_size) {
  struct tp_window *window = calloc(1, sizeof *window);
  if (!window)
    return NULL;
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
  if (SDL_Init(SDL_INIT_VIDEO) != 0 || !somebody_sees() || !open_window(window, options)) {
    snprintf(error, error_size, "%s", SDL_GetError());
    tp_window_close(window);
    return NULL;
  }
  window->opened = SDL_GetPerformanceCounter();
  window->input.mouse_x = window->input.mouse_y = -1.0F;
  SDL_StartTextInput();
  return window;
}

void tp_window_close(struct tp_window *window) {
  if (!window)
    return;
  tp_pads_close(window->pads);
  if (window->renderer)
    SDL_DestroyRenderer(window->renderer);
  if (window->window)
    SDL_DestroyWindow(window->window);
  SDL_Quit();
  free(window);
}

struct SDL_Renderer *tp_window_renderer(struct tp_window *window) {
  return window->renderer;
}

bool tp_window_lost(struct tp_window *window) {
  bool lost = window->lost;
  window->lost = false;
  return lost;
}

bool tp_window_blank(struct tp_window *window) {
  bool blank = window->blank;
  window->blank = false;
  return blank;
}

void tp_window_name(struct tp_window *window, const char *name) {
  if (strcmp(SDL_GetWindowTitle(window->window), name) != 0)
    SDL_SetWindowTitle(window->window, name);
}

void tp_window_present(struct tp_window *window) {
  SDL_RenderPresent(window->renderer);
}

double tp_window_clock(const struct tp_window *window) {
  return (double)(SDL_GetPerformanceCounter() - window->opened) /
         (double)SDL_GetPerformanceFrequency();
}

/* --- events --- */

/* From the window's points to the renderer's pixels. */
static void place_mouse(struct tp_window *window, int x, int y) {
  int width, height, pixels_wide, pixels_high;
  SDL_GetWindowSize(window->window, &width, &height);
  SDL_GetRendererOutputSize(window->renderer, &pixels_wide, &pixels_high);
  window->input.mouse_x = (float)x * (float)pixels_wide / (float)(width > 0 ? width : 1);
  window->input.mouse_y = (float)y * (float)pixels_high / (float)(height > 0 ? height : 1);
}

static bool take_button(struct tp_window *window, const SDL_MouseButtonEvent *button) {
  bool down = button->state == SDL_PRESSED;
  window->input.pad = false;
  place_mouse(window, button->x, button->y);
  if (button->button == SDL_BUTTON_RIGHT && down)
    window->input.menu = true;
  if (button->button != SDL_BUTTON_LEFT)
    return down;
  window->input.down = down;
  window->input.pressed = down;
  window->input.released = !down;
  return true;
}

/* The row of digits is one on every layout, whatever it types without Shift. */
static int32_t code_of(SDL_Keysym pressed) {
  if (pressed.scancode >= SDL_SCANCODE_1 && pressed.scancode <= SDL_SCANCODE_9)
    return SDLK_1 + (int32_t)(pressed.scancode - SDL_SCANCODE_1);
  return pressed.scancode == SDL_SCANCODE_0 ? SDLK_0 : pressed.sym;
}

static bool is_modifier(int32_t code) {
  return (code >= SDLK_LCTRL && code <= SDLK_RGUI) || code == SDLK_MODE || code == SDLK_CAPSLOCK ||
         code == SDLK_NUMLOCKCLEAR;
}

static void add_chord(struct tp_window *window, struct tp_chord chord) {
  struct tp_input *input = &window->input;
  if (input->chord_count < TP_CHORDS_MOST)
    input->chords[input->chord_count++] = chord;
}

/* When there is room for no more, the rest waits for the next frame. */
static bool is_full(const struct tp_window *window) {
  return window->input.chord_count == TP_CHORDS_MOST;
}

static bool take_key(struct tp_window *window, const SDL_KeyboardEvent *event) {
  struct tp_chord chord = {.device = TP_KEYBOARD, .again = event->repeat != 0};
  chord.code = code_of(event->keysym);
  chord.modifiers = (uint8_t)((event->keysym.mod & KMOD_CTRL ? TP_CTRL : 0) |
                              (event->keysym.mod & KMOD_ALT ? TP_ALT : 0) |
                              (event->keysym.mod & KMOD_SHIFT ? TP_SHIFT : 0));
  window->input.pad = false;
  if (!is_modifier(chord.code))
    add_chord(window, chord);
  window->last_key = event->keysym.sym;
  return is_full(window);
}

/* "?" and its like stand on another key on each layout: what was typed counts too. */
static bool take_text(struct tp_window *window, const char *text) {
  unsigned char c = (unsigned char)text[0];
  bool sign = c > 32 && c < 127 && !text[1] && !SDL_isalnum(c);
  snprintf(window->input.text, sizeof window->input.text, "%s", text);
  if (sign && (int32_t)c != window->last_key)
    add_chord(window, (struct tp_chord){.device = TP_KEYBOARD, .typed = true, .code = c});
  return true;
}

static bool take_window_event(struct tp_window *window, const SDL_WindowEvent *event) {
  window->blank |= event->event != SDL_WINDOWEVENT_ENTER && event->event != SDL_WINDOWEVENT_LEAVE;
  if (event->event == SDL_WINDOWEVENT_LEAVE && !window->input.down)
    window->input.mouse_x = window->input.mouse_y = -1.0F;
  return false;
}

static bool take_pad(struct tp_window *window, const SDL_Event *event) {
  struct tp_chord chord = {0};
  if (window->pads && tp_pads_take(window->pads, event, tp_window_clock(window), &chord))
    window->input.pad = true;
  if (chord.device)
    add_chord(window, chord);
  return is_full(window);
}

/* Takes one event; true when no other may share its frame. */
static bool take(struct tp_window *window, const SDL_Event *event) {
  switch (event->type) {
  case SDL_MOUSEMOTION:
    window->input.pad = false;
    place_mouse(window, event->motion.x, event->motion.y);
    return false;
  case SDL_MOUSEBUTTONDOWN:
  case SDL_MOUSEBUTTONUP:
    return take_button(window, &event->button);
  case SDL_MOUSEWHEEL:
    window->input.wheel += event->wheel.preciseY;
    return false;
  case SDL_KEYDOWN:
    return take_key(window, &event->key);
  case SDL_TEXTINPUT:
    return take_text(window, event->text.text);
  case SDL_WINDOWEVENT:
    return take_window_event(window, &event->window);
  case SDL_RENDER_TARGETS_RESET:
  case SDL_RENDER_DEVICE_RESET:
    window->lost = true;
    return false;
  default:
    return take_pad(window, event);
  }
}

static void clear_input(struct tp_input *input) {
  input->pressed = input->released = input->menu = false;
  input->wheel = 0.0F;
  input->keys = 0;
  input->chord_count = 0;
  input->text[0] = '\0';
}

/* What is held on a gamepad repeats without events. */
static void repeat_pad(struct tp_window *window) {
  struct tp_chord chord = {0};
  if (!window->pads)
    return;
  if (tp_pads_repeat(window->pads, tp_window_clock(window), &chord))
    add_chord(window, chord);
  tp_pads_stick(window->pads, &window->input.pan_x, &window->input.pan_y);
}

static void wait_for_events(struct tp_window *window, double seconds) {
  double due = window->pads ? tp_pads_due(window->pads, tp_window_clock(window)) : -1.0;
  if (due >= 0.0 && (seconds < 0.0 || due < seconds))
    seconds = due;
  int wait = seconds < 0.0 ? -1 : (int)ceil(fmin(seconds, 3600.0) * 1000.0);
  if (wait != 0 && !SDL_PollEvent(NULL))
    SDL_WaitEventTimeout(NULL, wait);
}

int tp_window_gather(struct tp_window *window, double seconds, struct tp_input *input) {
  SDL_Event event;
  int any = 0;
  clear_input(&window->input);
  wait_for_events(window, seconds);
  while (SDL_PollEvent(&event)) {
    any = 1;
    if (event.type == SDL_QUIT)
      return -1;
    if (take(window, &event))
      break;
  }
  repeat_pad(window);
  any |= window->input.chord_count > 0;
  *input = window->input;
  input->seconds = tp_window_clock(window);
  return any;
}

void tp_window_look_for_pads(struct tp_window *window) {
  if (!window->pads)
    window->pads = tp_pads_open();
}

enum tp_pad_make tp_window_pad_make(const struct tp_window *window) {
  return window->pads ? tp_pads_make(window->pads) : TP_PAD_PLAIN;
}

static bool fills_screen(const struct tp_window *window) {
  return (SDL_GetWindowFlags(window->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
}

bool tp_window_size(const struct tp_window *window, int *width, int *height) {
  SDL_GetWindowSize(window->window, width, height);
  return !fills_screen(window);
}

void tp_window_fullscreen(struct tp_window *window, bool full) {
  if (full != fills_screen(window))
    SDL_SetWindowFullscreen(window->window, full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}
