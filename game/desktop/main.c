/* The program: reads the command line, opens what it names, and runs it. */
#include "desktop/program/bench.h"
#include "desktop/program/options.h"
#include "desktop/program/run.h"
#include "text/play.h"

#include <stdio.h>
#include <time.h>

enum { exit_fault = 1, exit_usage = 2, exit_files = 3 };

/* Faults in a language's file are told, and do not keep anybody from playing; without any words
 * nobody can. */
static int speak(const struct tp_options *options, const struct tp_settings *settings) {
  struct tp_problems problems = {0};
  char code[24];
  if (options->lang || settings->language[0])
    snprintf(code, sizeof code, "%s", options->lang ? options->lang : settings->language);
  else
    tp_phrases_usual(code, sizeof code);
  int spoken = tp_phrases_speak(code, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  return spoken                                                  ? 0
         : options->lang && !tp_language_is_known(options->lang) ? exit_usage
                                                                 : exit_files;
}

/* The settings, and the path they are kept at. A script plays the same for everybody, so it has
 * those of nobody unless they are named. */
static struct tp_settings settings;
static char settings_path[TP_PATH_MAX];
static int settings_faults;

static void read_settings(const struct tp_options *options) {
  struct tp_problems problems = {0};
  tp_settings_usual(&settings);
  if (options->settings)
    snprintf(settings_path, sizeof settings_path, "%s", options->settings);
  else if (options->script || options->screenshot || options->bench ||
           !tp_settings_path(settings_path))
    settings_path[0] = '\0';
  if (settings_path[0])
    tp_settings_read(settings_path, &settings, &problems);
  settings_faults = problems.count;
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
}

/* Without --seed another game each time, whose seed is shown. */
static uint64_t seed_of(const struct tp_options *options) {
  struct timespec now = {0};
  clock_gettime(CLOCK_REALTIME, &now);
  return options->seeded
             ? options->seed
             : ((uint64_t)now.tv_sec * 1000U + (uint64_t)now.tv_nsec / 1000000U) % 1000000U;
}

static int play_text(const struct tp_options *options) {
  struct tp_text_options text = {.session = {.scenario = options->scenario,
                                             .seed = seed_of(options),
                                             .no_autosave = !settings.autosave},
                                 .load = options->load,
                                 .mods = options->mods,
                                 .settings = &settings,
                                 .settings_path = settings_path[0] ? settings_path : NULL,
                                 .no_hints = !settings.hints};
  return tp_text_play(&text);
}

/* A scenario or save that was named and is broken is told on stderr: nobody asked for the title. */
static int tell_faults(const struct tp_app *app, const struct tp_options *options) {
  tp_problems_write(&app->problems, stderr);
  return options->load && !tp_files_is_readable(options->load) ? exit_files : exit_fault;
}

static int play_window(struct tp_window *window, const struct tp_options *options,
                       struct tp_ui_script *script) {
  char error[TP_PATH_MAX + 300] = "out of memory";
  bool steady = script || options->screenshot;
  struct tp_app_options choice = {.theme = options->theme,
                                  .scale = options->scale > 0.0F ? options->scale
                                                                 : (float)settings.scale,
                                  .settings = &settings,
                                  .settings_path = settings_path[0] ? settings_path : NULL,
                                  .still = !settings.motion,
                                  .no_hints = !settings.hints,
                                  .no_advisors = !settings.advisors,
                                  .scenario = options->scenario,
                                  .save = options->load,
                                  .mods = options->mods,
                                  .seed = steady ? options->seed : seed_of(options),
                                  .seeded = options->seeded,
                                  .welcomes = !options->bench,
                                  .steady = steady};
  if (!options->themed)
    tp_theme_find(settings.theme, &choice.theme);
  struct tp_app *app = tp_app_open(tp_window_renderer(window), &choice, error, sizeof error);
  if (!app) {
    fprintf(stderr, "thirdpole: %s\n", error);
    return exit_files;
  }
  int result = 0;
  app->fullscreen = options->fullscreen || settings.fullscreen;
  if (settings_faults) {
    TP_PRINT(error, sizeof error, TP_WORD_SETTINGS_FAULTS, TP_WHOLE(settings_faults));
    tp_app_tell(app, error);
  }
  if ((options->scenario || options->load) && !app->session)
    result = tell_faults(app, options);
  else if (options->bench)
    result = tp_bench_run(window, app);
  else if (steady)
    result = tp_run_script(window, app, script, options->screenshot);
  else
    result = tp_run_live(window, app);
  tp_app_close(app);
  return result;
}

/* The next window is as large as this one was left, unless its size was asked for. */
static void remember_size(const struct tp_window *window) {
  struct tp_file_error error;
  int width, height;
  if (!settings_path[0] || !tp_window_size(window, &width, &height) ||
      (width == settings.width && height == settings.height))
    return;
  settings.width = width;
  settings.height = height;
  if (!tp_settings_write(settings_path, &settings, &error))
    fprintf(stderr, "thirdpole: the settings could not be kept: %s\n", error.text);
}

static int open_window(const struct tp_options *options, struct tp_ui_script *script) {
  char error[300] = "out of memory";
  bool sized = options->width > 0;
  struct tp_window_options choice = {.width = sized ? options->width : settings.width,
                                     .height = sized ? options->height : settings.height,
                                     .fullscreen = options->fullscreen || settings.fullscreen,
                                     .hidden = script || options->screenshot};
  struct tp_window *window = tp_window_open(&choice, error, sizeof error);
  if (!window && choice.hidden) {
    fprintf(stderr, "thirdpole: no window can be opened: %s\n", error);
    return exit_files;
  }
  if (!window) {
    fprintf(stderr, "thirdpole: no window can be opened (%s); the game goes on as text\n", error);
    return play_text(options);
  }
  int result = play_window(window, options, script);
  if (!sized && !choice.hidden && !options->bench)
    remember_size(window);
  tp_window_close(window);
  return result;
}

/* Mods that are named are meant: unlike those of the settings, none is left out for its faults. */
static int check_mods(const struct tp_options *options) {
  struct tp_problems problems = {0};
  int good = !options->mods || tp_shelf_check(options->mods, &problems);
  if (!good)
    tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  return good;
}

static int play(const struct tp_options *options) {
  char error[TP_PATH_MAX + 200];
  struct tp_ui_script *script = NULL;
  if (!check_mods(options))
    return exit_fault;
  if (options->text)
    return play_text(options);
  if (options->script && !(script = tp_ui_script_open(options->script, error, sizeof error))) {
    fprintf(stderr, "thirdpole: %s\n", error);
    return tp_files_is_readable(options->script) ? exit_usage : exit_files;
  }
  int result = open_window(options, script);
  tp_ui_script_close(script);
  return result;
}

int main(int argc, char **argv) {
  tp_bench_start();
  struct tp_options options = {0};
  char error[TP_PATH_MAX + 200];
  if (!tp_options_read(argc, argv, &options, error, sizeof error)) {
    fprintf(stderr, "thirdpole: %s\n\n%s", error, tp_options_usage);
    return exit_usage;
  }
  if (options.help) {
    fputs(tp_options_usage, stdout);
    return 0;
  }
  read_settings(&options);
  int result = speak(&options, &settings);
  if (!result)
    result = play(&options);
  tp_settings_free(&settings);
  return result;
}
