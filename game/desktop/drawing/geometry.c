#include "desktop/drawing/geometry.h"

#include <math.h>
#include <string.h>

struct tp_rect tp_rect_cut_top(struct tp_rect *rect, float height) {
  float h = fminf(height, rect->h);
  struct tp_rect cut = {rect->x, rect->y, rect->w, h};
  rect->y += h;
  rect->h -= h;
  return cut;
}

struct tp_rect tp_rect_cut_bottom(struct tp_rect *rect, float height) {
  float h = fminf(height, rect->h);
  rect->h -= h;
  return (struct tp_rect){rect->x, rect->y + rect->h, rect->w, h};
}

struct tp_rect tp_rect_cut_left(struct tp_rect *rect, float width) {
  float w = fminf(width, rect->w);
  struct tp_rect cut = {rect->x, rect->y, w, rect->h};
  rect->x += w;
  rect->w -= w;
  return cut;
}

struct tp_rect tp_rect_cut_right(struct tp_rect *rect, float width) {
  float w = fminf(width, rect->w);
  rect->w -= w;
  return (struct tp_rect){rect->x + rect->w, rect->y, w, rect->h};
}

struct tp_rect tp_rect_inset(struct tp_rect rect, float x, float y) {
  return (struct tp_rect){rect.x + x, rect.y + y, fmaxf(rect.w - 2.0F * x, 0.0F),
                          fmaxf(rect.h - 2.0F * y, 0.0F)};
}

struct tp_rect tp_rect_overlap(struct tp_rect a, struct tp_rect b) {
  float x = fmaxf(a.x, b.x), y = fmaxf(a.y, b.y);
  return (struct tp_rect){x, y, fmaxf(fminf(a.x + a.w, b.x + b.w) - x, 0.0F),
                          fmaxf(fminf(a.y + a.h, b.y + b.h) - y, 0.0F)};
}

bool tp_rect_has(struct tp_rect rect, float x, float y) {
  return x >= rect.x && x < rect.x + rect.w && y >= rect.y && y < rect.y + rect.h;
}

/* A quadratic curve rises half as high as its control point. */
struct tp_point tp_arc_point(struct tp_point from, struct tp_point to, float bend, float share) {
  float dx = to.x - from.x, dy = to.y - from.y, rest = 1.0F - share;
  struct tp_point control = {(from.x + to.x) * 0.5F + dy * bend * 2.0F,
                             (from.y + to.y) * 0.5F - dx * bend * 2.0F};
  return (struct tp_point){
      rest * rest * from.x + 2.0F * rest * share * control.x + share * share * to.x,
      rest * rest * from.y + 2.0F * rest * share * control.y + share * share * to.y};
}

void tp_arc_points(struct tp_point from, struct tp_point to, float bend,
                   struct tp_point points[TP_ARC_POINTS]) {
  for (int i = 0; i <= (TP_ARC_POINTS - 1); i++)
    points[i] = tp_arc_point(from, to, bend, (float)i / (float)(TP_ARC_POINTS - 1));
}

static bool passes(struct tp_point a, struct tp_point b, struct tp_rect rect) {
  return fminf(a.x, b.x) <= rect.x + rect.w && fmaxf(a.x, b.x) >= rect.x &&
         fminf(a.y, b.y) <= rect.y + rect.h && fmaxf(a.y, b.y) >= rect.y;
}

/* Moves the first point on to where the pattern begins anew; never past the second. */
static void keep_pattern(struct tp_point *points, float passed, float period) {
  float dx = points[1].x - points[0].x, dy = points[1].y - points[0].y, length = hypotf(dx, dy);
  float left = ceilf(passed / period) * period - passed;
  float share = length > left ? left / length : 0.0F;
  points[0].x += dx * share;
  points[0].y += dy * share;
}

size_t tp_line_within(struct tp_point *points, size_t count, struct tp_rect rect, float period) {
  size_t first = 0, last = count - 1;
  float passed = 0.0F;
  while (first < last && !passes(points[first], points[first + 1], rect)) {
    passed += hypotf(points[first + 1].x - points[first].x, points[first + 1].y - points[first].y);
    first++;
  }
  while (last > first && !passes(points[last - 1], points[last], rect))
    last--;
  if (first == last)
    return 0;
  memmove(points, points + first, (last - first + 1) * sizeof *points);
  if (period > 0.0F && first > 0)
    keep_pattern(points, passed, period);
  return last - first + 1;
}

static float segment_distance(struct tp_point a, struct tp_point b, struct tp_point p) {
  float dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  float share = square > 0.0F ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0.0F;
  share = fminf(fmaxf(share, 0.0F), 1.0F);
  return hypotf(p.x - a.x - dx * share, p.y - a.y - dy * share);
}

float tp_arc_distance(struct tp_point from, struct tp_point to, float bend, struct tp_point point) {
  struct tp_point points[TP_ARC_POINTS];
  tp_arc_points(from, to, bend, points);
  float nearest = INFINITY;
  for (int i = 0; i < TP_ARC_POINTS - 1; i++)
    nearest = fminf(nearest, segment_distance(points[i], points[i + 1], point));
  return nearest;
}
