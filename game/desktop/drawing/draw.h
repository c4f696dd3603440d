/*
 * Drawing on an SDL_Renderer, frame by frame, of which only what changed is drawn (sheet.h); every
 * antialiased shape is rasterized once, kept as a small texture and copied from then on (see
 * raster.h for why). A shape is recognised by its form, width and colour, wherever on the
 * whole-pixel grid it stands.
 *
 * Coordinates are device pixels, y down. Rectangles and rules are snapped to whole pixels; lines,
 * circles and polygons are not. Calls draw in order. Nothing here may be used from another thread.
 */
#ifndef TP_DESKTOP_DRAWING_DRAW_H
#define TP_DESKTOP_DRAWING_DRAW_H

#include "desktop/drawing/geometry.h"
#include "desktop/drawing/theme.h"

#include <stdbool.h>
#include <stddef.h>

struct SDL_Renderer;
struct tp_proof;
struct tp_sheet;

struct tp_draw;

enum tp_line_style {
  TP_LINE_SOLID,
  TP_LINE_DOTTED, /* round dots as wide as the line, gaps of 0.8 widths, at least 2 pixels */
  TP_LINE_DASHED  /* dashes of 3.5 widths, gaps of 3 */
};

/* Uses `renderer`, which must outlive the result. NULL when memory is out. */
struct tp_draw *tp_draw_open(struct SDL_Renderer *renderer);
void tp_draw_close(struct tp_draw *draw);

/*
 * A frame draws between these two all that is to be seen, on every pixel; what is as it was is not
 * drawn again. Outside of them calls draw at once. `changed`: the last frame changed any pixel.
 */
void tp_draw_begin(struct tp_draw *draw);
void tp_draw_end(struct tp_draw *draw);
bool tp_draw_changed(const struct tp_draw *draw);

/* What the window shows may be gone: the next frame is drawn whole. */
void tp_draw_blank(struct tp_draw *draw);

/* Draws the last frame once more and whole: the pixels come out the same. */
void tp_draw_again(struct tp_draw *draw);

/* What is drawn on, for text.c and map.c only. */
struct tp_sheet *tp_draw_sheet(struct tp_draw *draw);

/* Size in pixels of the window, or of the proof. */
struct tp_rect tp_draw_bounds(const struct tp_draw *draw);

/* From now on nothing is drawn, and what would be is listed (see proof.h); NULL: drawn again. */
void tp_draw_prove(struct tp_draw *draw, struct tp_proof *proof);
struct tp_proof *tp_draw_proof(struct tp_draw *draw);

/* What is drawn between these floats over all that came before. They nest. */
void tp_draw_raise(struct tp_draw *draw);
void tp_draw_lower(struct tp_draw *draw);
int tp_draw_level(const struct tp_draw *draw);

/* Drops cached shapes; call when SDL reports that render targets or the device were lost. */
void tp_draw_forget(struct tp_draw *draw);

void tp_draw_clear(struct tp_draw *draw, struct tp_colour colour);
void tp_draw_rect(struct tp_draw *draw, struct tp_rect rect, struct tp_colour colour);

/* The edge of a rectangle, `width` pixels, on its inside. */
void tp_draw_frame(struct tp_draw *draw, struct tp_rect rect, int width, struct tp_colour colour);

/* A horizontal or vertical rule of `width` pixels, starting at x, y and growing down or right. */
void tp_draw_hrule(struct tp_draw *draw, float x, float y, float length, int width,
                   struct tp_colour colour);
void tp_draw_vrule(struct tp_draw *draw, float x, float y, float length, int width,
                   struct tp_colour colour);

/* A polyline with round ends and joints. Fewer than two points draw nothing. */
void tp_draw_line(struct tp_draw *draw, const struct tp_point *points, size_t count, float width,
                  enum tp_line_style style, struct tp_colour colour);

/* After how many pixels a line's pattern begins anew; 0 for a solid one. */
float tp_draw_period(enum tp_line_style style, float width);

/* A closed polygon, filled; points in any direction. */
void tp_draw_polygon(struct tp_draw *draw, const struct tp_point *points, size_t count,
                     struct tp_colour colour);

void tp_draw_circle(struct tp_draw *draw, float x, float y, float radius, struct tp_colour colour);

/* A circle's outline; `radius` is to the middle of the line. */
void tp_draw_ring(struct tp_draw *draw, float x, float y, float radius, float width,
                  struct tp_colour colour);

/* Limits drawing to `rect` within the limits before; up to 16 deep. Every push needs its pop. */
void tp_draw_clip_push(struct tp_draw *draw, struct tp_rect rect);
void tp_draw_clip_pop(struct tp_draw *draw);

/* The current limits; the part of `rect` inside them, width or height 0 if nothing is. */
struct tp_rect tp_draw_limits(const struct tp_draw *draw);
struct tp_rect tp_draw_clipped(const struct tp_draw *draw, struct tp_rect rect);

/*
 * Writes what has been drawn so far to a file: BMP if its name ends in .bmp, else PNG. Call it
 * before the frame is presented. Returns 0 or -1.
 */
int tp_draw_screenshot(struct tp_draw *draw, const char *path);

#endif
