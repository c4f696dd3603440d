/*
 * The outlines in the map's projection, Lambert azimuthal equal-area: projected once, then only
 * read.
 *
 * Map units: 1 is the radius of the earth, x to the right, y up, the projection's centre at 0, 0.
 * What lies beyond `reach` is pulled in to a circle around the centre. An arc is a part of an
 * outline of at most some dozens of points; one that two countries share is there once.
 */
#ifndef TP_DESKTOP_MAP_ATLAS_H
#define TP_DESKTOP_MAP_ATLAS_H

#include "data/outlines.h"
#include "desktop/drawing/geometry.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tp_map_projection {
  float lon, lat; /* centre, degrees */
  float reach;    /* degrees from the centre beyond which nothing is shown, 30 .. 160 */
};

struct tp_box {
  float x0, y0, x1, y1; /* x0 > x1: empty */
};

struct tp_atlas_arc {
  uint32_t first, count; /* of points */
  struct tp_box box;
  uint8_t users; /* rings that use it, up to 2: two make it a border, one a coast */
  bool within;   /* some of it lies within reach */
};

struct tp_atlas_country {
  int code; /* ISO 3166-1 numeric, 0 for none */
  char name[40];
  uint32_t first_ring, ring_count;
  struct tp_box box;
};

struct tp_atlas {
  struct tp_map_projection projection;
  float reach_radius; /* map units */
  size_t point_count, arc_count, ref_count, ring_count, country_count;
  struct tp_point *points;
  struct tp_atlas_arc *arcs;
  struct tp_outline_ring *rings; /* first and count of refs */
  struct tp_box *ring_boxes;     /* empty for a ring wholly beyond reach */
  int32_t *refs;                 /* as in data/outlines.h */
  struct tp_atlas_country *countries;
};

/* Projects the outlines, which may be freed afterwards. NULL when memory is out. */
struct tp_atlas *tp_atlas_open(const struct tp_outlines *outlines,
                               struct tp_map_projection projection);
void tp_atlas_close(struct tp_atlas *atlas);

/* False if the place lies beyond reach; the point is then on the circle, in its direction. */
bool tp_atlas_project(struct tp_map_projection projection, float lon, float lat,
                      struct tp_point *at);

/* Index of the arc that a ref of a ring means, whichever way. */
size_t tp_atlas_arc_index(int32_t ref);

bool tp_box_overlaps(const struct tp_box *a, const struct tp_box *b);

/* The country that holds a point in map units; NULL for none. */
const struct tp_atlas_country *tp_atlas_at(const struct tp_atlas *atlas, struct tp_point at);

/* The middle of the largest ring of a country's outlines; false if there is no such country. */
bool tp_atlas_middle(const struct tp_atlas *atlas, int code, struct tp_point *at);

#endif
