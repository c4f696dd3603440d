#include "desktop/program/run.h"

#include "data/folders.h"

#include <SDL.h>
#include <math.h>
#include <stdio.h>

static const double frame_seconds = 1.0 / 60.0;
enum { shot_failed = 3 }; /* as a status of the program */
enum { settle_frames = 2, rest_most = 240, shots_most = 1000 };

/* --- live --- */

static bool free_name(char path[TP_PATH_MAX]) {
  char folder[TP_PATH_MAX], shots[TP_PATH_MAX], name[40];
  struct tp_file_error error;
  if (!tp_folders_user(folder) || !tp_files_join(shots, folder, "screenshots") ||
      !tp_files_make_folder(shots, &error))
    return false;
  for (int i = 1; i < shots_most; i++) {
    snprintf(name, sizeof name, "thirdpole-%03d.png", i);
    if (!tp_files_join(path, shots, name))
      return false;
    FILE *there = fopen(path, "r");
    if (!there)
      return true;
    fclose(there);
  }
  return false;
}

static void take_screenshot(struct tp_app *app) {
  char path[TP_PATH_MAX], words[TP_PATH_MAX + 40];
  app->screenshot = false;
  if (free_name(path) && tp_draw_screenshot(app->draw, path) == 0)
    TP_PRINT(words, sizeof words, TP_WORD_SHOT, path);
  else
    snprintf(words, sizeof words, "%s", tp_word(TP_WORD_SHOT_FAILED));
  tp_app_tell(app, words);
}

static void draw_frame(struct tp_window *window, struct tp_app *app, const struct tp_input *input) {
  if (tp_window_lost(window)) {
    tp_draw_forget(app->draw);
    tp_text_forget(app->fonts);
    tp_map_forget(app->map);
  }
  if (tp_window_blank(window))
    tp_draw_blank(app->draw);
  tp_app_frame(app, input);
  if (app->screenshot)
    take_screenshot(app);
  char name[300];
  tp_window_fullscreen(window, app->fullscreen);
  tp_app_name(app, name, sizeof name);
  tp_window_name(window, name);
  if (tp_draw_changed(app->draw))
    tp_window_present(window);
}

/* After input two frames more are drawn: what a click opened is seen, and what is under the pointer
 * then is known. */
int tp_run_live(struct tp_window *window, struct tp_app *app) {
  struct tp_input input = {.mouse_x = -1.0F, .mouse_y = -1.0F};
  int due = settle_frames;
  double last = 0.0;
  draw_frame(window, app, &input);
  tp_window_look_for_pads(window);
  while (!app->quit) {
    double wait = due > 0 ? 0.0 : tp_app_wake(app);
    if (wait >= 0.0) /* never faster than the screen */
      wait = fmax(wait, due > 0 ? 0.0 : frame_seconds - (tp_window_clock(window) - last));
    int got = tp_window_gather(window, wait, &input);
    if (got < 0)
      break;
    due = got ? settle_frames : due - 1;
    app->pad_make = tp_window_pad_make(window);
    last = tp_window_clock(window);
    draw_frame(window, app, &input);
  }
  return 0;
}

/* --- script --- */

static int write_shot(struct tp_app *app, const char *path) {
  if (tp_draw_screenshot(app->draw, path) == 0)
    return 0;
  fprintf(stderr, "thirdpole: %s could not be written\n", path);
  return shot_failed;
}

static int play(struct tp_window *window, struct tp_app *app, struct tp_ui_script *script,
                struct tp_input *input) {
  while (!app->quit) {
    enum tp_ui_script_state state = tp_ui_script_next(script, &app->ui, input);
    if (state == TP_UI_SCRIPT_ENDED)
      return 0;
    if (state == TP_UI_SCRIPT_FAILED) {
      fprintf(stderr, "thirdpole: %s\n", tp_ui_script_error(script));
      return 1;
    }
    tp_app_frame(app, input);
    const char *shot = tp_ui_script_screenshot(script);
    if (shot && write_shot(app, shot))
      return shot_failed;
    app->screenshot = false;
    tp_window_present(window);
    SDL_PumpEvents();
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
  }
  return 0;
}

int tp_run_script(struct tp_window *window, struct tp_app *app, struct tp_ui_script *script,
                  const char *screenshot) {
  struct tp_input input = {.mouse_x = -1.0F, .mouse_y = -1.0F, .seconds = frame_seconds};
  tp_app_frame(app, &input);
  int played = script ? play(window, app, script, &input) : 0;
  if (played)
    return played;
  input.pressed = input.released = false;
  input.keys = 0;
  input.chord_count = 0;
  input.wheel = 0.0F;
  input.text[0] = '\0';
  for (int i = 0; i < rest_most; i++) {
    input.seconds += frame_seconds;
    tp_app_frame(app, &input);
    double wake = tp_app_wake(app);
    if (i >= settle_frames && (wake < 0.0 || wake > 1.0))
      break;
  }
  int failed = screenshot ? write_shot(app, screenshot) : 0;
  tp_window_present(window);
  return failed;
}
