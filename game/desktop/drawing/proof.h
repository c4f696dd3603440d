/*
 * The proof of a frame: instead of its pixels, a list of what was set where, for whoever checks
 * that nothing is cut, overlaps or runs over an edge. A frame of any size costs no more than laying
 * it out. tp_draw_prove turns it on.
 */
#ifndef TP_DESKTOP_DRAWING_PROOF_H
#define TP_DESKTOP_DRAWING_PROOF_H

#include "desktop/drawing/geometry.h"
#include "desktop/drawing/theme.h"

enum tp_proof_kind {
  TP_PROOF_TEXT,   /* a line of text, or the part of a line in one type and colour */
  TP_PROOF_GROUND, /* an opaque rectangle: hides what was there, and carries what comes */
  TP_PROOF_SCROLL  /* a part that scrolls is over; `rect` is where its whole content stands */
};

struct tp_proof_mark {
  enum tp_proof_kind kind;
  int level;           /* what floats over all else, as a dialogue or a tip, has a higher one */
  struct tp_rect rect; /* of text: its width, from the height of capitals to the descenders */
  struct tp_rect clip; /* the limits it was drawn in */
  bool scrolls;        /* they are those of a part that scrolls */
  struct tp_colour colour, halo; /* halo: alpha 0 for none */
  int px;                        /* size of the type */
  enum tp_face face;
  bool cut; /* it ends in an ellipsis; the whole is shown when it is pointed at */
  char words[80];
};

struct tp_proof {
  float width, height; /* of the screen there would be; set by the owner */
  struct tp_proof_mark *marks;
  int count, room; /* the owner frees `marks`, and sets `count` to 0 for a new frame */
  bool scrolling;
};

/* Adds a copy; `words` (may be NULL) is put into it, cut between characters if it must. */
void tp_proof_add(struct tp_proof *proof, struct tp_proof_mark mark, const char *words);

#endif
