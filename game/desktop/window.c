#include "desktop/window.h"

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
  Uint64 opened;
  bool lost;
};

/* Every key by name, and which SDL key with which modifiers means it. */
static const struct {
  const char *name;
  enum tp_key key;
  SDL_Keycode code;
  int modifiers; /* KMOD_CTRL, KMOD_SHIFT or 0 */
} keys[] = {
    {"ctrl-z", TP_KEY_UNDO, SDLK_z, KMOD_CTRL},
    {"ctrl-y", TP_KEY_REDO, SDLK_y, KMOD_CTRL},
    {"ctrl-s", TP_KEY_SAVE, SDLK_s, KMOD_CTRL},
    {"ctrl-l", TP_KEY_LOAD, SDLK_l, KMOD_CTRL},
    {"shift-tab", TP_KEY_BACK_TAB, SDLK_TAB, KMOD_SHIFT},
    {"tab", TP_KEY_TAB, SDLK_TAB, 0},
    {"left", TP_KEY_LEFT, SDLK_LEFT, 0},
    {"right", TP_KEY_RIGHT, SDLK_RIGHT, 0},
    {"up", TP_KEY_UP, SDLK_UP, 0},
    {"down", TP_KEY_DOWN, SDLK_DOWN, 0},
    {"enter", TP_KEY_ENTER, SDLK_RETURN, 0},
    {"keypad-enter", TP_KEY_ENTER, SDLK_KP_ENTER, 0},
    {"space", TP_KEY_SPACE, SDLK_SPACE, 0},
    {"escape", TP_KEY_ESCAPE, SDLK_ESCAPE, 0},
    {"page-up", TP_KEY_PAGE_UP, SDLK_PAGEUP, 0},
    {"page-down", TP_KEY_PAGE_DOWN, SDLK_PAGEDOWN, 0},
    {"home", TP_KEY_HOME, SDLK_HOME, 0},
    {"end", TP_KEY_END, SDLK_END, 0},
    {"backspace", TP_KEY_BACKSPACE, SDLK_BACKSPACE, 0},
    {"delete", TP_KEY_DELETE, SDLK_DELETE, 0},
    {"u", TP_KEY_UNDO, SDLK_u, 0},
    {"m", TP_KEY_MODE, SDLK_m, 0},
    {"n", TP_KEY_REPORT, SDLK_n, 0},
    {"o", TP_KEY_GOALS, SDLK_o, 0},
    {"w", TP_KEY_WHY, SDLK_w, 0},
    {"shift-a", TP_KEY_LAST_ACTOR, SDLK_a, KMOD_SHIFT},
    {"a", TP_KEY_NEXT_ACTOR, SDLK_a, 0},
    {"shift-t", TP_KEY_LAST_TIE, SDLK_t, KMOD_SHIFT},
    {"t", TP_KEY_NEXT_TIE, SDLK_t, 0},
    {"c", TP_KEY_COUNSEL, SDLK_c, 0},
    {"h", TP_KEY_HINT, SDLK_h, 0},
    {"plus", TP_KEY_PLUS, SDLK_PLUS, 0},
    {"equals", TP_KEY_PLUS, SDLK_EQUALS, 0},
    {"keypad-plus", TP_KEY_PLUS, SDLK_KP_PLUS, 0},
    {"minus", TP_KEY_MINUS, SDLK_MINUS, 0},
    {"keypad-minus", TP_KEY_MINUS, SDLK_KP_MINUS, 0},
    {"f1", TP_KEY_F1, SDLK_F1, 0},
    {"f5", TP_KEY_F5, SDLK_F5, 0},
    {"f12", TP_KEY_F12, SDLK_F12, 0},
};

enum tp_key tp_window_key(const char *name) {
  if (name[0] >= '0' && name[0] <= '9' && !name[1])
    return (enum tp_key)(TP_KEY_0 + name[0] - '0');
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (!strcmp(keys[i].name, name))
      return keys[i].key;
  return TP_KEY_COUNT;
}

static enum tp_key key_of(SDL_Keysym pressed) {
  if (pressed.sym >= SDLK_0 && pressed.sym <= SDLK_9)
    return (enum tp_key)(TP_KEY_0 + (int)(pressed.sym - SDLK_0));
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    bool held = !keys[i].modifiers || (pressed.mod & keys[i].modifiers) != 0;
    bool stray = !(keys[i].modifiers & KMOD_CTRL) && (pressed.mod & KMOD_CTRL) != 0;
    if (keys[i].code == pressed.sym && held && !stray)
      return keys[i].key;
  }
  return TP_KEY_COUNT;
}

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

static bool take_key(struct tp_window *window, const SDL_KeyboardEvent *event) {
  enum tp_key key = key_of(event->keysym);
  if (event->keysym.sym == SDLK_F11 && !event->repeat) {
    bool full = (SDL_GetWindowFlags(window->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    SDL_SetWindowFullscreen(window->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
  }
  bool once = key == TP_KEY_SPACE || key == TP_KEY_ENTER || key == TP_KEY_ESCAPE;
  if (key == TP_KEY_COUNT || (once && event->repeat)) /* a key held down ends one turn, not ten */
    return false;
  window->input.keys |= (uint64_t)1 << key;
  return true;
}

static bool take_window_event(struct tp_window *window, const SDL_WindowEvent *event) {
  if (event->event == SDL_WINDOWEVENT_LEAVE && !window->input.down)
    window->input.mouse_x = window->input.mouse_y = -1.0F;
  return false;
}

/* Takes one event; true when no other may share its frame. */
static bool take(struct tp_window *window, const SDL_Event *event) {
  switch (event->type) {
  case SDL_MOUSEMOTION:
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
    snprintf(window->input.text, sizeof window->input.text, "%s", event->text.text);
    return true;
  case SDL_WINDOWEVENT:
    return take_window_event(window, &event->window);
  case SDL_RENDER_TARGETS_RESET:
  case SDL_RENDER_DEVICE_RESET:
    window->lost = true;
    return false;
  default:
    return false;
  }
}

static void clear_input(struct tp_input *input) {
  input->pressed = input->released = input->menu = false;
  input->wheel = 0.0F;
  input->keys = 0;
  input->text[0] = '\0';
}

int tp_window_gather(struct tp_window *window, double seconds, struct tp_input *input) {
  SDL_Event event;
  int any = 0;
  clear_input(&window->input);
  int wait = seconds < 0.0 ? -1 : (int)ceil(fmin(seconds, 3600.0) * 1000.0);
  if (wait != 0 && !SDL_PollEvent(NULL))
    SDL_WaitEventTimeout(NULL, wait);
  while (SDL_PollEvent(&event)) {
    any = 1;
    if (event.type == SDL_QUIT)
      return -1;
    if (take(window, &event))
      break;
  }
  *input = window->input;
  input->seconds = tp_window_clock(window);
  return any;
}
