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
};

/* Plays until "quit" or the end of input. Returns 0, or 1 when the game could not be started (the
 * reasons are on `err`) or its output could no longer be written. */
int tp_text_play(const struct tp_text_options *options);

#endif
