/*
 * Antialiased shapes on the CPU: coverage of each pixel, computed exactly for filled shapes and by
 * distance for strokes, blended into 32-bit ARGB pixels.
 *
 * Why not triangles through the renderer: SDL's software renderer rounds their corners to whole
 * pixels, which leaves nothing of a feathered edge. Computing coverage here gives the same pixels
 * on every renderer, needs no triangulation, and takes any polygon: holes, several rings,
 * self-crossings.
 *
 * Coordinates are pixels, y down; pixel i covers i .. i + 1. Shapes may lie partly or wholly
 * outside. Knows nothing of SDL.
 */
#ifndef TP_DESKTOP_DRAWING_RASTER_H
#define TP_DESKTOP_DRAWING_RASTER_H

#include "desktop/drawing/geometry.h"
#include "desktop/drawing/theme.h"

#include <stddef.h>
#include <stdint.h>

struct tp_raster;

/* An empty raster without a target; NULL when memory is out. */
struct tp_raster *tp_raster_open(void);
void tp_raster_close(struct tp_raster *raster);

/*
 * From now on shapes land in `pixels`, 0xAARRGGBB, `stride` pixels from row to row, which the
 * caller owns and keeps alive. Returns 0, or -1 when memory is out (the target is then empty).
 */
int tp_raster_target(struct tp_raster *raster, uint32_t *pixels, int stride, int width, int height);

/* Sets every pixel of the target. */
void tp_raster_clear(struct tp_raster *raster, struct tp_colour colour);

/* Adds a directed edge to the shape in progress. Rings must close; direction decides what is a
 * hole. */
void tp_raster_edge(struct tp_raster *raster, float x0, float y0, float x1, float y1);

/* Fills the shape made of all edges since the last fill, then starts a new one. */
void tp_raster_fill(struct tp_raster *raster, struct tp_colour colour);

/* The same in slanting stripes: `stripe` where x + y + offset, divided by `period`, leaves less
 * than `width`, `colour` elsewhere. */
void tp_raster_fill_striped(struct tp_raster *raster, struct tp_colour colour,
                            struct tp_colour stripe, int period, int width, int offset);

/* Adds a straight stroke with round ends; strokes that overlap do not add up. */
void tp_raster_stroke(struct tp_raster *raster, struct tp_point from, struct tp_point to,
                      float width);

/* Paints all strokes since the last ink. Edges and strokes must not be mixed in one shape. */
void tp_raster_ink(struct tp_raster *raster, struct tp_colour colour);

#endif
