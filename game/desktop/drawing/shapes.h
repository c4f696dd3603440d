/*
 * Antialiased shapes, each rasterized once, kept as a small texture and copied from then on. A
 * shape is recognised by its form, width and colour, wherever on the whole-pixel grid it stands;
 * those used longest ago go first when there are too many. Behind draw.h, for draw.c alone.
 */
#ifndef TP_DESKTOP_DRAWING_SHAPES_H
#define TP_DESKTOP_DRAWING_SHAPES_H

#include "desktop/drawing/geometry.h"
#include "desktop/drawing/theme.h"

#include <stddef.h>

struct tp_sheet;
struct tp_shapes;

enum tp_shape_form {
  TP_SHAPE_POLYGON, /* filled */
  TP_SHAPE_SOLID,   /* lines, as the styles of draw.h */
  TP_SHAPE_DOTTED,
  TP_SHAPE_DASHED,
  TP_SHAPE_RING /* two points: the middle, and one to its right on the line */
};

struct tp_shape {
  enum tp_shape_form form;
  const struct tp_point *points; /* two at least */
  size_t count;
  float width; /* of the line */
  struct tp_colour colour;
};

/* Pixels of line and of nothing in a pattern, in turn: a dot is a line of no length. */
void tp_shapes_pattern(enum tp_shape_form form, float width, float *on, float *off);

/* Draws on `sheet`, which must outlive the result. NULL when memory is out. */
struct tp_shapes *tp_shapes_open(struct tp_sheet *sheet);
void tp_shapes_close(struct tp_shapes *shapes);

/* Drops what is kept. */
void tp_shapes_forget(struct tp_shapes *shapes);

/* Nothing happens when no pixel of it can lie within `limits`. */
void tp_shapes_draw(struct tp_shapes *shapes, const struct tp_shape *shape, struct tp_rect limits);

#endif
