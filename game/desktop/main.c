/* The program: reads the command line, opens what it names, and runs it. */
#include "desktop/bench.h"
#include "desktop/options.h"
#include "desktop/run.h"
#include "text/play.h"

#include <stdio.h>

enum { exit_fault = 1, exit_usage = 2, exit_files = 3 };

/* Faults in a language's file are told, and do not keep anybody from playing; without any words
 * nobody can. */
static int speak(const struct tp_options *options) {
  struct tp_problems problems = {0};
  char code[24];
  if (options->lang)
    snprintf(code, sizeof code, "%s", options->lang);
  else
    tp_phrases_usual(code, sizeof code);
  int spoken = tp_phrases_speak(code, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  return spoken                                                  ? 0
         : options->lang && !tp_language_is_known(options->lang) ? exit_usage
                                                                 : exit_files;
}

static int play_text(const struct tp_options *options) {
  struct tp_text_options text = {.session = {.scenario = options->scenario, .seed = options->seed},
                                 .load = options->load};
  return tp_text_play(&text);
}

/* A scenario or save that was named and is broken is told on stderr: nobody asked for the title. */
static int tell_faults(const struct tp_app *app) {
  tp_problems_write(&app->problems, stderr);
  return exit_fault;
}

static int play_window(struct tp_window *window, const struct tp_options *options,
                       struct tp_script *script) {
  char error[TP_PATH_MAX + 300] = "out of memory";
  bool steady = script || options->screenshot;
  struct tp_app_options choice = {.theme = options->theme,
                                  .scale = options->scale,
                                  .scenario = options->scenario,
                                  .save = options->load,
                                  .seed = options->seed,
                                  .seeded = options->seeded,
                                  .steady = steady};
  struct tp_app *app = tp_app_open(tp_window_renderer(window), &choice, error, sizeof error);
  if (!app) {
    fprintf(stderr, "thirdpole: %s\n", error);
    return exit_fault;
  }
  int result = 0;
  if ((options->scenario || options->load) && !app->session)
    result = tell_faults(app);
  else if (options->bench)
    result = tp_bench_run(window, app);
  else if (steady)
    result = tp_run_script(window, app, script, options->screenshot);
  else
    result = tp_run_live(window, app);
  tp_app_close(app);
  return result;
}

static int open_window(const struct tp_options *options, struct tp_script *script) {
  char error[300] = "out of memory";
  struct tp_window_options choice = {.width = options->width,
                                     .height = options->height,
                                     .fullscreen = options->fullscreen,
                                     .hidden = script || options->screenshot};
  struct tp_window *window = tp_window_open(&choice, error, sizeof error);
  if (!window && choice.hidden) {
    fprintf(stderr, "thirdpole: no window can be opened: %s\n", error);
    return exit_fault;
  }
  if (!window) {
    fprintf(stderr, "thirdpole: no window can be opened (%s); the game goes on as text\n", error);
    return play_text(options);
  }
  int result = play_window(window, options, script);
  tp_window_close(window);
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
  int result = speak(&options);
  if (result)
    return result;
  if (options.text)
    return play_text(&options);
  struct tp_script *script = NULL;
  if (options.script && !(script = tp_script_open(options.script, error, sizeof error))) {
    fprintf(stderr, "thirdpole: %s\n", error);
    return exit_usage;
  }
  result = open_window(&options, script);
  tp_script_close(script);
  return result;
}
