/*
 * Strings as they come from the fonts: their widths, and their pixels kept as textures, both
 * bounded. Behind text.h, for text.c alone.
 */
#ifndef TP_DESKTOP_DRAWING_GLYPHS_H
#define TP_DESKTOP_DRAWING_GLYPHS_H

#include "desktop/drawing/theme.h"

struct tp_sheet;
struct tp_glyphs;

struct tp_glyph_ink {
  struct tp_colour colour, halo;
  int radius; /* of the halo; 0: none */
};

/* As tp_text_open; `sheet` must outlive the result. */
struct tp_glyphs *tp_glyphs_open(struct tp_sheet *sheet, const char *font_dir);
void tp_glyphs_close(struct tp_glyphs *g);
void tp_glyphs_forget(struct tp_glyphs *g);

/* In whole pixels: the width of a string whose letters kern; how far capitals and descenders reach
 * from the baseline. */
float tp_glyphs_width(struct tp_glyphs *g, struct tp_type type, const char *string);
float tp_glyphs_cap_height(struct tp_glyphs *g, struct tp_type type);
float tp_glyphs_descent(struct tp_glyphs *g, struct tp_type type);

/* Draws the string with its left end at x. */
void tp_glyphs_copy(struct tp_glyphs *g, struct tp_type type, const struct tp_glyph_ink *ink,
                    float x, float baseline, const char *string);

#endif
