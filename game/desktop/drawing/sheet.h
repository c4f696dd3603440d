/*
 * The sheet that a frame is drawn on. What a frame draws is listed first; at its end the sheet
 * compares, square by square, the list with that of the frame before, and draws only where they
 * differ. So what a screen need not draw again is decided here alone: screens draw all of
 * themselves each time, and where something changed it is drawn just as it would be anew.
 *
 * Everything listed bears a key that stands for its pixels. The renderer has to keep what was drawn
 * from frame to frame, as the software renderer does. Behind draw.h, for the parts that draw.
 */
#ifndef TP_DESKTOP_DRAWING_SHEET_H
#define TP_DESKTOP_DRAWING_SHEET_H

#include "desktop/drawing/theme.h"

#include <SDL.h>
#include <stdbool.h>
#include <stdint.h>

struct tp_sheet;

/* Uses `renderer`, which must outlive the result. NULL when memory is out. */
struct tp_sheet *tp_sheet_open(SDL_Renderer *renderer);
void tp_sheet_close(struct tp_sheet *sheet);
SDL_Renderer *tp_sheet_renderer(struct tp_sheet *sheet);

/* Between these two things are listed; before and after they are drawn at once. The end is true
 * when a pixel may have changed. */
void tp_sheet_begin(struct tp_sheet *sheet);
bool tp_sheet_end(struct tp_sheet *sheet);

/* What was drawn is gone: the next frame is drawn whole. */
void tp_sheet_forget(struct tp_sheet *sheet);

/* Draws the frame that ended last once more, all of it. */
void tp_sheet_again(struct tp_sheet *sheet);

/* Limits what follows; NULL: to nothing but the target. */
void tp_sheet_clip(struct tp_sheet *sheet, const SDL_Rect *clip);

void tp_sheet_fill(struct tp_sheet *sheet, SDL_Rect rect, struct tp_colour colour);

/* A part of a texture whose pixels `key` stands for. */
void tp_sheet_copy(struct tp_sheet *sheet, SDL_Texture *texture, uint64_t key, SDL_Rect from,
                   SDL_Rect to);

/* Destroys a texture that may be listed; NULL does nothing. */
void tp_sheet_drop(struct tp_sheet *sheet, SDL_Texture *texture);

/* For keys: a hash that goes on from `hash`. */
uint64_t tp_sheet_mix(uint64_t hash, uint64_t word);

#endif
