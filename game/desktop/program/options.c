#include "desktop/program/options.h"

#include "data/nearest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char tp_options_usage[] =
    "usage: thirdpole [SCENARIO] [options]\n"
    "\n"
    "  SCENARIO            name or file of a scenario to begin at once; without it, the title\n"
    "                      screen\n"
    "  --seed N            what decides all chance: the same seed, the same dice\n"
    "  --load SAVE         goes on with a saved game\n"
    "  --mods A,B          the mods that are on for this once, instead of those in the settings;\n"
    "                      \"\" for none. SCENARIO+A+B names those of one game\n"
    "  --lang CODE         language, as en or fr; by the system if not given\n"
    "  --size WxH          size of the window, 1280x720 if not given\n"
    "  --scale F           size of everything in it, 0.5 to 4; by the window if not given\n"
    "  --fullscreen\n"
    "  --theme NAME        light, dark or contrast\n"
    "  --settings FILE     the player's settings, instead of the usual file; scripts and\n"
    "                      screenshots use none unless it is given\n"
    "  --script FILE       plays recorded input, then ends; commands: "
    "game/desktop/program/script.h\n"
    "  --screenshot FILE   writes the last frame of the script, or the first, as PNG (or BMP, by\n"
    "                      the name), then ends\n"
    "  --text              plays in the terminal\n"
    "  --bench             prints what frames and turns cost on this machine, then ends\n"
    "  --help              prints this\n"
    "\n"
    "Ends with 0 when all is well; 1 when the scenario, save or script is at fault; 2 when this\n"
    "was not understood; 3 when a file, the window or the output cannot be read or written.\n";

enum { side_least = 320, side_most = 8192 };

struct reader {
  struct tp_options *o;
  char *error;
  size_t size;
};

static bool wrong(struct reader *r, const char *option, const char *value, const char *expected) {
  snprintf(r->error, r->size, "%s %s: %s", option, value, expected);
  return false;
}

static bool read_seed(struct reader *r, const char *value) {
  char *end;
  errno = 0;
  r->o->seed = strtoull(value, &end, 10);
  r->o->seeded = true;
  if (value[0] < '0' || value[0] > '9' || *end || errno)
    return wrong(r, "--seed", value, "a whole number from 0 on, below 2^64, is expected");
  return true;
}

static bool read_size(struct reader *r, const char *value) {
  char more, expected[100];
  int count = sscanf(value, "%5dx%5d%c", &r->o->width, &r->o->height, &more);
  bool fits = count == 2 && r->o->width >= side_least && r->o->width <= side_most &&
              r->o->height >= side_least && r->o->height <= side_most;
  snprintf(expected, sizeof expected,
           "a width and a height of %d to %d pixels are expected, as 1280x720", side_least,
           side_most);
  return fits || wrong(r, "--size", value, expected);
}

static bool read_scale(struct reader *r, const char *value) {
  char *end;
  r->o->scale = strtof(value, &end);
  if (end == value || *end || !(r->o->scale >= 0.5F && r->o->scale <= 4.0F))
    return wrong(r, "--scale", value, "a number from 0.5 to 4 is expected");
  return true;
}

static bool read_theme(struct reader *r, const char *value) {
  r->o->themed = true;
  return tp_theme_find(value, &r->o->theme) ||
         wrong(r, "--theme", value, "light, dark or contrast is expected");
}

static bool read_load(struct reader *r, const char *value) {
  r->o->load = value;
  return true;
}

static bool read_mods(struct reader *r, const char *value) {
  r->o->mods = value;
  return true;
}

static bool read_lang(struct reader *r, const char *value) {
  r->o->lang = value;
  return true;
}

static bool read_settings(struct reader *r, const char *value) {
  r->o->settings = value;
  return true;
}

static bool read_script(struct reader *r, const char *value) {
  r->o->script = value;
  return true;
}

static bool read_screenshot(struct reader *r, const char *value) {
  r->o->screenshot = value;
  return true;
}

static const struct {
  const char *name;
  bool (*read)(struct reader *, const char *);
} with_value[] = {
    {"--seed", read_seed},         {"--load", read_load},
    {"--lang", read_lang},         {"--size", read_size},
    {"--scale", read_scale},       {"--theme", read_theme},
    {"--script", read_script},     {"--screenshot", read_screenshot},
    {"--settings", read_settings}, {"--mods", read_mods},
};

/* An option with a value, as two arguments or with `=` between. 0: none; -1: wrong. */
static int read_valued(struct reader *r, int left, char **argv) {
  for (size_t i = 0; i < sizeof with_value / sizeof *with_value; i++) {
    size_t length = strlen(with_value[i].name);
    if (strncmp(argv[0], with_value[i].name, length) != 0)
      continue;
    if (argv[0][length] == '=')
      return with_value[i].read(r, argv[0] + length + 1) ? 1 : -1;
    if (argv[0][length])
      continue;
    if (left < 2) {
      snprintf(r->error, r->size, "%s: a value is missing", argv[0]);
      return -1;
    }
    return with_value[i].read(r, argv[1]) ? 2 : -1;
  }
  return 0;
}

static bool unknown_option(struct reader *r, struct tp_nearest *nearest) {
  for (size_t i = 0; i < sizeof with_value / sizeof *with_value; i++)
    tp_nearest_try(nearest, with_value[i].name);
  snprintf(r->error, r->size, "%s: unknown option%s", nearest->wanted, tp_nearest_hint(nearest));
  return false;
}

static bool read_plain(struct reader *r, const char *argument) {
  struct tp_options *o = r->o;
  const struct {
    const char *name;
    bool *flag;
  } plain[] = {{"--fullscreen", &o->fullscreen},
               {"--text", &o->text},
               {"--bench", &o->bench},
               {"--help", &o->help},
               {"-h", &o->help}};
  struct tp_nearest nearest = tp_nearest_to(argument);
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
    tp_nearest_try(&nearest, plain[i].name);
    if (strcmp(argument, plain[i].name) != 0)
      continue;
    *plain[i].flag = true;
    return true;
  }
  if (argument[0] == '-' && argument[1])
    return unknown_option(r, &nearest);
  if (o->scenario)
    snprintf(r->error, r->size, "%s: only one scenario can be played", argument);
  else
    o->scenario = argument;
  return !r->error[0];
}

bool tp_options_read(int argc, char **argv, struct tp_options *options, char *error,
                     size_t error_size) {
  struct reader r = {options, error, error_size};
  memset(options, 0, sizeof *options);
  error[0] = '\0';
  for (int i = 1; i < argc;) {
    int used = read_valued(&r, argc - i, argv + i);
    if (used < 0 || (used == 0 && !read_plain(&r, argv[i])))
      return false;
    i += used ? used : 1;
  }
  if (options->scenario && options->load)
    snprintf(error, error_size, "--load: a save brings its own scenario; leave out %s",
             options->scenario);
  else if (options->text && (options->script || options->screenshot))
    snprintf(error, error_size, "--text has no screen for --script or --screenshot");
  return !error[0];
}
