/* The whole game in a terminal, a line at a time, for people and for screen readers.
 *
 * Reads commands from a stream and writes plain sentences to another: no colours, no cursor
 * movement, no columns. Whatever is typed, nothing is lost: what is not understood gets an answer
 * that says what would be, and the end of input ends the game politely, saved.
 */
#ifndef TP_TEXT_PLAY_H
#define TP_TEXT_PLAY_H

#include "session/session.h"

#include <stdio.h>

struct tp_text_options {
  struct tp_session_options session; /* scenario: the usual one when NULL */
  const char *load;                  /* a save to begin with, or NULL */
  FILE *in, *out, *err;              /* NULL: the standard ones */
  int rollouts;                      /* of a forecast; 0: 500 */
  int no_hints;
  struct tp_settings *settings; /* where the mods that are on are kept; NULL: nowhere */
  const char *settings_path;    /* NULL: they are not written */
  const char *mods;             /* those that are on for this once; NULL: the settings' */
};

/* What ends a game otherwise than its player, as the programs' exit status says it. */
enum { TP_TEXT_FAULTY = 1, TP_TEXT_FILES = 3 };

/* Plays until "quit" or the end of input. Returns 0; TP_TEXT_FAULTY when the scenario or save is at
 * fault (how is on `err`); TP_TEXT_FILES when the save cannot be read or the output written. */
int tp_text_play(const struct tp_text_options *options);

#endif
