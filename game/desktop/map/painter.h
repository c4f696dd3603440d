/*
 * Paints any part of the map at any size into pixels. Behind map.h.
 *
 * At a size of `unit` pixels for a map unit the whole map is one large picture, x to the right and
 * y down, with the projection's centre at 0, 0; what is painted is a rectangle of it, in whole
 * pixels. Rectangles that touch meet without a seam.
 */
#ifndef TP_DESKTOP_MAP_PAINTER_H
#define TP_DESKTOP_MAP_PAINTER_H

#include "desktop/map/atlas.h"
#include "desktop/map/map.h"

struct tp_painter;

/* How one country is filled. */
struct tp_fill {
  struct tp_colour colour, stripes; /* alpha 0: that of land; no stripes */
  bool outlined;
};

/* The atlas must outlive the result. NULL when memory is out. */
struct tp_painter *tp_painter_open(const struct tp_atlas *atlas);
void tp_painter_close(struct tp_painter *painter);

/* What is painted from now on; `fills`, one for each country of the atlas, is kept by the caller.
 */
void tp_painter_dress(struct tp_painter *painter, const struct tp_map_style *style,
                      const struct tp_fill *fills);
void tp_painter_size(struct tp_painter *painter, float unit);

/* Every pixel of the rectangle at x, y is written; `stride` is in pixels. */
void tp_painter_paint(struct tp_painter *painter, int x, int y, uint32_t *pixels, int stride, int w,
                      int h);

#endif
