/*
 * Long arcs are cut into short ones when the atlas is made, so that what is out of sight is passed
 * over by its box, and not point by point.
 *
 * The sphere beyond `reach` is pulled in rather than cut off: every point keeps its direction.
 * Inside the circle nothing changes and a ring stays a ring, so no clipping of polygons is needed;
 * what was pulled in has no area, and is not stroked.
 */
#include "desktop/map/atlas.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const float radians = 0.017453293F;

struct projector {
  float lon, sin_lat, cos_lat, reach_cosine, reach_radius;
};

static struct projector projector_of(struct tp_map_projection p) {
  float reach = p.reach * radians;
  return (struct projector){p.lon * radians, sinf(p.lat * radians), cosf(p.lat * radians),
                            cosf(reach), 2.0F * sinf(reach * 0.5F)};
}

/* False if the place lies beyond reach; the point is then on the circle, in its direction. */
static bool project(const struct projector *p, struct tp_lonlat place, struct tp_point *at) {
  float lon = place.lon * radians - p->lon, lat = place.lat * radians;
  float sin_lat = sinf(lat), cos_lat = cosf(lat), cos_lon = cosf(lon);
  float x = cos_lat * sinf(lon), y = p->cos_lat * sin_lat - p->sin_lat * cos_lat * cos_lon;
  float cosine = p->sin_lat * sin_lat + p->cos_lat * cos_lat * cos_lon;
  bool within = cosine >= p->reach_cosine;
  float stretch;
  if (within) {
    stretch = sqrtf(2.0F / (1.0F + cosine));
  } else {
    float length = sqrtf(x * x + y * y);
    stretch = length > 1e-6F ? p->reach_radius / length : 0.0F;
  }
  *at = (struct tp_point){x * stretch, y * stretch};
  return within;
}

bool tp_atlas_project(struct tp_map_projection projection, float lon, float lat,
                      struct tp_point *at) {
  struct projector p = projector_of(projection);
  return project(&p, (struct tp_lonlat){lon, lat}, at);
}

/* --- opening --- */

static struct tp_box no_box(void) {
  return (struct tp_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
}

static void box_add(struct tp_box *box, struct tp_box other) {
  box->x0 = fminf(box->x0, other.x0);
  box->y0 = fminf(box->y0, other.y0);
  box->x1 = fmaxf(box->x1, other.x1);
  box->y1 = fmaxf(box->y1, other.y1);
}

/* Points after which an arc is cut. */
enum { longest_arc = 48 };

/* Degrees over which a straight edge of the file must be bent: the 49th parallel is one edge. */
static const float longest_edge = 1.5F;

static size_t pieces_of(struct tp_lonlat a, struct tp_lonlat b) {
  float span = fmaxf(fabsf(b.lon - a.lon) * 0.5F, fabsf(b.lat - a.lat));
  return span > longest_edge && span < 120.0F ? (size_t)(span / longest_edge) + 1 : 1;
}

static size_t points_in(const struct tp_outlines *outlines, const struct tp_outline_arc *arc) {
  size_t count = 1;
  for (uint32_t k = 1; k < arc->count; k++)
    count += pieces_of(outlines->points[arc->first + k - 1], outlines->points[arc->first + k]);
  return count;
}

/* At most: every cut has at least so many points before it, less the one that is there twice. */
static size_t most_cuts(size_t points) {
  return points / (longest_arc - 1) + 1;
}

static void add_point(struct tp_atlas *atlas, const struct projector *p, struct tp_atlas_arc *arc,
                      struct tp_lonlat place) {
  struct tp_point *at = &atlas->points[atlas->point_count++];
  arc->within |= project(p, place, at);
  arc->count++;
  box_add(&arc->box, (struct tp_box){at->x, at->y, at->x, at->y});
}

static struct tp_atlas_arc *begin_arc(struct tp_atlas *atlas) {
  struct tp_atlas_arc *arc = &atlas->arcs[atlas->arc_count++];
  *arc = (struct tp_atlas_arc){(uint32_t)atlas->point_count, 0, no_box(), 0, false};
  return arc;
}

/* One arc of the file, as one or more of the atlas: each begins where the one before ended. */
static void add_arc(struct tp_atlas *atlas, const struct projector *p,
                    const struct tp_outlines *outlines, const struct tp_outline_arc *from) {
  const struct tp_lonlat *points = outlines->points + from->first;
  struct tp_atlas_arc *arc = begin_arc(atlas);
  add_point(atlas, p, arc, points[0]);
  for (uint32_t k = 1; k < from->count; k++) {
    size_t pieces = pieces_of(points[k - 1], points[k]);
    if (arc->count >= longest_arc) {
      arc = begin_arc(atlas);
      add_point(atlas, p, arc, points[k - 1]);
    }
    for (size_t i = 1; i <= pieces; i++) {
      float share = (float)i / (float)pieces;
      struct tp_lonlat place = {points[k - 1].lon + (points[k].lon - points[k - 1].lon) * share,
                                points[k - 1].lat + (points[k].lat - points[k - 1].lat) * share};
      add_point(atlas, p, arc, place);
    }
  }
}

/* Which arcs of the atlas an arc of the file has become. */
struct cuts {
  uint32_t first, count;
};

static void add_refs(struct tp_atlas *atlas, const struct cuts *cuts, int32_t ref) {
  const struct cuts *c = &cuts[tp_atlas_arc_index(ref)];
  for (uint32_t i = 0; i < c->count; i++) {
    int32_t arc = (int32_t)(ref < 0 ? c->first + c->count - 1 - i : c->first + i);
    atlas->refs[atlas->ref_count++] = ref < 0 ? ~arc : arc;
  }
}

static void add_ring(struct tp_atlas *atlas, const struct cuts *cuts,
                     const struct tp_outlines *outlines, const struct tp_outline_ring *from) {
  struct tp_outline_ring *ring = &atlas->rings[atlas->ring_count++];
  ring->first = (uint32_t)atlas->ref_count;
  for (uint32_t i = 0; i < from->count; i++)
    add_refs(atlas, cuts, outlines->refs[from->first + i]);
  ring->count = (uint32_t)atlas->ref_count - ring->first;
}

size_t tp_atlas_arc_index(int32_t ref) {
  return (size_t)(ref < 0 ? ~ref : ref);
}

/*
 * A ring wholly beyond reach keeps an empty box and is never looked at: near the antipode its
 * points would be pulled in to opposite sides of the circle.
 */
static void measure_ring(struct tp_atlas *atlas, size_t index) {
  const struct tp_outline_ring *ring = &atlas->rings[index];
  struct tp_box box = no_box();
  bool within = false;
  for (uint32_t i = 0; i < ring->count; i++) {
    struct tp_atlas_arc *arc = &atlas->arcs[tp_atlas_arc_index(atlas->refs[ring->first + i])];
    box_add(&box, arc->box);
    within |= arc->within;
    if (arc->users < 2)
      arc->users++;
  }
  atlas->ring_boxes[index] = within ? box : no_box();
}

static void add_country(struct tp_atlas *atlas, const struct tp_outline_country *from) {
  struct tp_atlas_country *country = &atlas->countries[atlas->country_count++];
  *country = (struct tp_atlas_country){.code = from->code,
                                       .first_ring = from->first_ring,
                                       .ring_count = from->ring_count,
                                       .box = no_box()};
  memcpy(country->name, from->name, sizeof country->name);
  for (uint32_t i = 0; i < from->ring_count; i++)
    box_add(&country->box, atlas->ring_boxes[from->first_ring + i]);
}

/* Room for all of it at most. */
static bool make_arrays(struct tp_atlas *atlas, const struct tp_outlines *outlines) {
  size_t points = 0, arcs = 0, refs = 0;
  for (size_t i = 0; i < outlines->arc_count; i++) {
    size_t own = points_in(outlines, &outlines->arcs[i]);
    points += own + most_cuts(own);
    arcs += most_cuts(own);
  }
  for (size_t i = 0; i < outlines->ref_count; i++)
    refs += most_cuts(points_in(outlines, &outlines->arcs[tp_atlas_arc_index(outlines->refs[i])]));
  atlas->points = malloc((points + 1) * sizeof *atlas->points);
  atlas->arcs = calloc(arcs + 1, sizeof *atlas->arcs);
  atlas->ring_boxes = malloc((outlines->ring_count + 1) * sizeof *atlas->ring_boxes);
  atlas->countries = malloc((outlines->country_count + 1) * sizeof *atlas->countries);
  atlas->rings = malloc((outlines->ring_count + 1) * sizeof *atlas->rings);
  atlas->refs = malloc((refs + 1) * sizeof *atlas->refs);
  return atlas->points && atlas->arcs && atlas->ring_boxes && atlas->countries && atlas->rings &&
         atlas->refs;
}

struct tp_atlas *tp_atlas_open(const struct tp_outlines *outlines,
                               struct tp_map_projection projection) {
  struct tp_atlas *atlas = calloc(1, sizeof *atlas);
  struct cuts *cuts = calloc(outlines->arc_count + 1, sizeof *cuts);
  if (!atlas || !cuts || !make_arrays(atlas, outlines)) {
    tp_atlas_close(atlas);
    free(cuts);
    return NULL;
  }
  projection.reach = fminf(fmaxf(projection.reach, 30.0F), 160.0F);
  struct projector p = projector_of(projection);
  atlas->projection = projection;
  atlas->reach_radius = p.reach_radius;
  for (size_t i = 0; i < outlines->arc_count; i++) {
    cuts[i].first = (uint32_t)atlas->arc_count;
    add_arc(atlas, &p, outlines, &outlines->arcs[i]);
    cuts[i].count = (uint32_t)atlas->arc_count - cuts[i].first;
  }
  for (size_t i = 0; i < outlines->ring_count; i++) {
    add_ring(atlas, cuts, outlines, &outlines->rings[i]);
    measure_ring(atlas, i);
  }
  for (size_t i = 0; i < outlines->country_count; i++)
    add_country(atlas, &outlines->countries[i]);
  free(cuts);
  return atlas;
}

void tp_atlas_close(struct tp_atlas *atlas) {
  if (!atlas)
    return;
  free(atlas->points);
  free(atlas->arcs);
  free(atlas->ring_boxes);
  free(atlas->countries);
  free(atlas->rings);
  free(atlas->refs);
  free(atlas);
}

/* --- asking --- */

bool tp_box_overlaps(const struct tp_box *a, const struct tp_box *b) {
  return a->x0 <= b->x1 && a->x1 >= b->x0 && a->y0 <= b->y1 && a->y1 >= b->y0;
}

/* Times the edges of an arc cross a ray from `at` to the right. */
static unsigned crossings(const struct tp_atlas *atlas, const struct tp_atlas_arc *arc,
                          struct tp_point at) {
  const struct tp_point *p = atlas->points + arc->first;
  unsigned count = 0;
  if (at.y < arc->box.y0 || at.y > arc->box.y1 || at.x > arc->box.x1)
    return 0;
  for (uint32_t i = 1; i < arc->count; i++) {
    if ((p[i - 1].y > at.y) == (p[i].y > at.y))
      continue;
    float share = (at.y - p[i - 1].y) / (p[i].y - p[i - 1].y);
    count += at.x < p[i - 1].x + (p[i].x - p[i - 1].x) * share;
  }
  return count;
}

static bool country_has(const struct tp_atlas *atlas, const struct tp_atlas_country *country,
                        struct tp_point at) {
  unsigned count = 0;
  if (at.x < country->box.x0 || at.x > country->box.x1 || at.y < country->box.y0 ||
      at.y > country->box.y1)
    return false;
  for (uint32_t i = 0; i < country->ring_count; i++) {
    const struct tp_outline_ring *ring = &atlas->rings[country->first_ring + i];
    if (atlas->ring_boxes[country->first_ring + i].x0 > at.x)
      continue;
    for (uint32_t k = 0; k < ring->count; k++)
      count += crossings(atlas, &atlas->arcs[tp_atlas_arc_index(atlas->refs[ring->first + k])], at);
  }
  return count % 2 == 1;
}

const struct tp_atlas_country *tp_atlas_at(const struct tp_atlas *atlas, struct tp_point at) {
  if (at.x * at.x + at.y * at.y > atlas->reach_radius * atlas->reach_radius)
    return NULL;
  for (size_t i = 0; i < atlas->country_count; i++)
    if (country_has(atlas, &atlas->countries[i], at))
      return &atlas->countries[i];
  return NULL;
}

/* The ring of the largest box among those that lie within reach. */
bool tp_atlas_middle(const struct tp_atlas *atlas, int code, struct tp_point *at) {
  struct tp_box largest = {0.0F, 0.0F, 0.0F, 0.0F};
  float most = -1.0F;
  for (size_t i = 0; code != 0 && i < atlas->country_count; i++) {
    const struct tp_atlas_country *country = &atlas->countries[i];
    for (uint32_t k = 0; country->code == code && k < country->ring_count; k++) {
      struct tp_box box = atlas->ring_boxes[country->first_ring + k];
      float area = (box.x1 - box.x0) * (box.y1 - box.y0);
      if (box.x0 <= box.x1 && area > most) {
        most = area;
        largest = box;
      }
    }
  }
  *at = (struct tp_point){(largest.x0 + largest.x1) * 0.5F, (largest.y0 + largest.y1) * 0.5F};
  return most >= 0.0F;
}
