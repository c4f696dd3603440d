/* The command line. */
#ifndef TP_DESKTOP_PROGRAM_OPTIONS_H
#define TP_DESKTOP_PROGRAM_OPTIONS_H

#include "desktop/drawing/theme.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tp_options {
  const char *scenario, *load, *lang, *script, *screenshot, *settings, *mods; /* NULL: not given */
  uint64_t seed;
  bool seeded; /* --seed was given */
  int width, height;
  float scale; /* 0: not given */
  enum tp_theme_kind theme;
  bool themed; /* --theme was given */
  bool fullscreen, text, bench, help;
};

/* Reads the arguments; false with a sentence in `error` when they are not understood. What they
 * point to in `argv` is not copied. */
bool tp_options_read(int argc, char **argv, struct tp_options *options, char *error,
                     size_t error_size);

/* What --help prints. */
extern const char tp_options_usage[];

#endif
