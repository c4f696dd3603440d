/*
 * Points, rectangles and the curve of a tie: plain values, in pixels with y down unless a module
 * says otherwise. Draws nothing.
 */
#ifndef TP_DESKTOP_DRAWING_GEOMETRY_H
#define TP_DESKTOP_DRAWING_GEOMETRY_H

#include <stdbool.h>
#include <stddef.h>

struct tp_point {
  float x, y;
};

struct tp_rect {
  float x, y, w, h;
};

/* For layout: each cut takes a strip off `rect`, no more than there is, and returns it. */
struct tp_rect tp_rect_cut_top(struct tp_rect *rect, float height);
struct tp_rect tp_rect_cut_bottom(struct tp_rect *rect, float height);
struct tp_rect tp_rect_cut_left(struct tp_rect *rect, float width);
struct tp_rect tp_rect_cut_right(struct tp_rect *rect, float width);

/* Smaller by x on the left and the right and by y above and below; larger if they are negative. */
struct tp_rect tp_rect_inset(struct tp_rect rect, float x, float y);

/* What two rectangles share; width or height 0 if nothing. */
struct tp_rect tp_rect_overlap(struct tp_rect a, struct tp_rect b);

/* The left and upper sides belong to a rectangle, the right and lower do not. */
bool tp_rect_has(struct tp_rect rect, float x, float y);

/*
 * The point at `share` 0 .. 1 of a tie's curve. `bend` is the height of the curve over the straight
 * line as a share of its length: positive to the left of the way from `from` to `to`, on a screen
 * with y down, negative to the right.
 */
struct tp_point tp_arc_point(struct tp_point from, struct tp_point to, float bend, float share);

enum { TP_ARC_POINTS = 49 };

/* The curve as a polyline. */
void tp_arc_points(struct tp_point from, struct tp_point to, float bend,
                   struct tp_point points[TP_ARC_POINTS]);

/*
 * Leaves of a polyline the run that can be seen in `rect`, and returns how many points that is, 0
 * for none. With a `period` above 0 it still begins at a whole number of periods from where it
 * began, so that a pattern along it stays where it was.
 */
size_t tp_line_within(struct tp_point *points, size_t count, struct tp_rect rect, float period);

/* Distance from a point to that polyline: is the pointer on the tie? */
float tp_arc_distance(struct tp_point from, struct tp_point to, float bend, struct tp_point point);

#endif
