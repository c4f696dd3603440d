/*
 * The hints of a first game on the screen: a quiet card beside what it points at, with a ring round
 * that and a thin line between. It never lies over what it points at, and goes with its "Next",
 * with the key H, or when the player does what it asks for.
 *
 * What a hint points at is a mark (core/guide.h). The screens say of each widget that a mark may
 * name where it stands in this frame; if the thing itself is not on the screen, the hint points at
 * what leads there: the tab of an action's theme, the node of a claim's holder.
 */
#ifndef TP_DESKTOP_BOARD_GUIDE_H
#define TP_DESKTOP_BOARD_GUIDE_H

#include "core/guide.h"
#include "desktop/drawing/geometry.h"

#include <stdbool.h>
#include <stdint.h>

struct tp_app;

/* Marks of the window's own, that lead to others. */
enum tp_guide_mark {
  TP_GUIDE_THEME = TP_MARK_SPOT + 1, /* which: enum tp_theme, its tab */
  TP_GUIDE_CARDS,                    /* the list of cards */
  TP_GUIDE_PAGE                      /* which: enum tp_dossier_page, its tab */
};

enum { TP_GUIDE_CHAIN = 6, TP_GUIDE_PATH = 3 };

/* Where a card of some size stands beside a target, among what a frame showed. */
struct tp_guide_place {
  uint64_t key; /* of all that it was found for */
  struct tp_rect card;
  struct tp_point path[TP_GUIDE_PATH]; /* from the card to the ring */
};

/* What is pointed at, as far as it outlives a frame. */
struct tp_guide_view {
  int hint;                             /* that is shown, or TP_NONE */
  int overlay;                          /* the dialogue over which it is shown */
  struct tp_mark chain[TP_GUIDE_CHAIN]; /* what it points at; what stands in for that, in order */
  int chain_count;
  int found;             /* place in the chain of what was found in this frame, or TP_NONE */
  struct tp_rect target; /* where that stands */
  struct tp_rect card;   /* where the card was drawn; no width: it was not */
  struct tp_guide_place place;
  int theme, fresh; /* frames in which what is pointed at is still scrolled into view */
};

/* The frame's beginning: which hint, and what it points at. */
void tp_guide_begin(struct tp_app *app);

/* The widget emitted last, or the one with that id in this frame, is what the mark names. */
void tp_guide_mark(struct tp_app *app, int kind, int which);
void tp_guide_mark_id(struct tp_app *app, int kind, int which, uint32_t id);

/* The player has it before them. */
void tp_guide_see(struct tp_app *app, enum tp_mark_kind kind, int which);

/* guide_place.c: the card's width beside what is there; and where it goes, hiding as little as may
 * be and never the target, with a line to the ring that crosses as little as may be. What was found
 * for the same frame before is kept. */
float tp_guide_width(const struct tp_app *app, struct tp_rect screen);
void tp_guide_place(const struct tp_app *app, struct tp_rect screen, struct tp_rect target, float w,
                    float h, struct tp_guide_place *place);

/* Draws the card over what the frame has so far, in its layer. */
void tp_guide_show(struct tp_app *app, struct tp_rect screen);

#endif
