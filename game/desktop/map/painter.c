/*
 * For a size every arc is thinned to about half a pixel, always the same way and with its ends
 * kept, so neighbours still meet. A country is filled with all its rings at once; then borders, and
 * the outline of who is looked at, are stroked.
 */
#include "desktop/map/painter.h"

#include "desktop/drawing/raster.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { meridians = 12, parallels = 6, steps = 72, stripe_period = 7, stripe_width = 2 };

static const float islet = 14.0F; /* pixels across */

struct tp_painter {
  const struct tp_atlas *atlas;
  struct tp_raster *raster;
  struct tp_map_style style;
  const struct tp_fill *fills;
  float unit;
  struct tp_point *thinned; /* points of this size */
  struct tp_outline_arc *thinned_arcs;
  uint8_t *edges; /* by arc: rings of outlined countries that use it, up to 2 */
  struct tp_point grid[meridians + parallels][steps + 1]; /* in map units */
  bool grid_within[meridians + parallels][steps + 1];
};

static void lay_grid_line(struct tp_painter *p, int line, struct tp_lonlat from,
                          struct tp_lonlat to) {
  for (int i = 0; i <= steps; i++) {
    float share = (float)i / (float)steps;
    p->grid_within[line][i] =
        tp_atlas_project(p->atlas->projection, from.lon + (to.lon - from.lon) * share,
                         from.lat + (to.lat - from.lat) * share, &p->grid[line][i]);
  }
}

static void lay_grid(struct tp_painter *p) {
  for (int i = 0; i < meridians; i++) {
    float lon = 360.0F * (float)i / (float)meridians - 180.0F;
    lay_grid_line(p, i, (struct tp_lonlat){lon, -30.0F}, (struct tp_lonlat){lon, 80.0F});
  }
  for (int i = 0; i < parallels; i++) {
    float lat = (float)(i * 20 - 20);
    lay_grid_line(p, meridians + i, (struct tp_lonlat){-180.0F, lat},
                  (struct tp_lonlat){180.0F, lat});
  }
}

struct tp_painter *tp_painter_open(const struct tp_atlas *atlas) {
  struct tp_painter *p = calloc(1, sizeof *p);
  if (!p)
    return NULL;
  p->atlas = atlas;
  p->raster = tp_raster_open();
  p->thinned = malloc((atlas->point_count + 1) * sizeof *p->thinned);
  p->thinned_arcs = malloc((atlas->arc_count + 1) * sizeof *p->thinned_arcs);
  p->edges = calloc(atlas->arc_count + 1, 1);
  if (!p->raster || !p->thinned || !p->thinned_arcs || !p->edges) {
    tp_painter_close(p);
    return NULL;
  }
  lay_grid(p);
  return p;
}

void tp_painter_close(struct tp_painter *p) {
  if (!p)
    return;
  tp_raster_close(p->raster);
  free(p->thinned);
  free(p->thinned_arcs);
  free(p->edges);
  free(p);
}

/* --- dress and size --- */

static void count_edges(struct tp_painter *p, const struct tp_atlas_country *country) {
  for (uint32_t i = 0; i < country->ring_count; i++) {
    const struct tp_outline_ring *ring = &p->atlas->rings[country->first_ring + i];
    for (uint32_t k = 0; k < ring->count; k++) {
      uint8_t *uses = &p->edges[tp_atlas_arc_index(p->atlas->refs[ring->first + k])];
      *uses = *uses < 2 ? (uint8_t)(*uses + 1) : *uses;
    }
  }
}

void tp_painter_dress(struct tp_painter *p, const struct tp_map_style *style,
                      const struct tp_fill *fills) {
  p->style = *style;
  p->fills = fills;
  memset(p->edges, 0, p->atlas->arc_count);
  for (size_t i = 0; i < p->atlas->country_count; i++)
    if (fills[i].outlined)
      count_edges(p, &p->atlas->countries[i]);
}

static struct tp_point to_pixels(const struct tp_painter *p, struct tp_point at) {
  return (struct tp_point){at.x * p->unit, -at.y * p->unit};
}

static void thin_arc(struct tp_painter *p, size_t index, uint32_t *next) {
  const struct tp_atlas_arc *arc = &p->atlas->arcs[index];
  const struct tp_point *points = p->atlas->points + arc->first;
  struct tp_outline_arc *thin = &p->thinned_arcs[index];
  *thin = (struct tp_outline_arc){*next, 0};
  struct tp_point last = to_pixels(p, points[0]);
  p->thinned[(*next)++] = last;
  for (uint32_t i = 1; i < arc->count; i++) {
    struct tp_point at = to_pixels(p, points[i]);
    bool end = i + 1 == arc->count;
    if (!end && fabsf(at.x - last.x) + fabsf(at.y - last.y) < 0.5F)
      continue;
    p->thinned[(*next)++] = at;
    last = at;
  }
  thin->count = *next - thin->first;
}

void tp_painter_size(struct tp_painter *p, float unit) {
  uint32_t next = 0;
  if (fabsf(unit - p->unit) < 1e-6F)
    return;
  p->unit = unit;
  for (size_t i = 0; i < p->atlas->arc_count; i++)
    thin_arc(p, i, &next);
}

/* --- one rectangle --- */

/* Where it lies: its corner in pixels, and what it shows in map units, a little more. */
struct part {
  float x, y;
  struct tp_box seen;
};

static bool above_or_below(const struct tp_box *box, const struct tp_box *seen) {
  return box->y1 < seen->y0 || box->y0 > seen->y1;
}

static void add_edge(struct tp_painter *p, const struct part *part, struct tp_point a,
                     struct tp_point b) {
  tp_raster_edge(p->raster, a.x - part->x, a.y - part->y, b.x - part->x, b.y - part->y);
}

/* What lies to the right is not seen, what lies to the left counts only by where it begins and
 * ends. */
static void add_arc(struct tp_painter *p, const struct part *part, int32_t ref) {
  size_t index = tp_atlas_arc_index(ref);
  const struct tp_box *box = &p->atlas->arcs[index].box;
  const struct tp_outline_arc *arc = &p->thinned_arcs[index];
  const struct tp_point *points = p->thinned + arc->first;
  if (above_or_below(box, &part->seen) || box->x0 > part->seen.x1)
    return;
  uint32_t step = box->x1 < part->seen.x0 && arc->count > 1 ? arc->count - 1 : 1;
  for (uint32_t k = step; k < arc->count; k += step) {
    if (ref >= 0)
      add_edge(p, part, points[k - step], points[k]);
    else
      add_edge(p, part, points[k], points[k - step]);
  }
}

static void fill_country(struct tp_painter *p, const struct part *part, size_t index) {
  const struct tp_atlas_country *country = &p->atlas->countries[index];
  const struct tp_fill *fill = &p->fills[index];
  if (!tp_box_overlaps(&country->box, &part->seen))
    return;
  for (uint32_t i = 0; i < country->ring_count; i++) {
    size_t at = country->first_ring + i;
    const struct tp_outline_ring *ring = &p->atlas->rings[at];
    if (!tp_box_overlaps(&p->atlas->ring_boxes[at], &part->seen))
      continue;
    for (uint32_t k = 0; k < ring->count; k++)
      add_arc(p, part, p->atlas->refs[ring->first + k]);
  }
  struct tp_colour colour = fill->colour.a ? fill->colour : p->style.land;
  if (fill->stripes.a)
    tp_raster_fill_striped(p->raster, colour, fill->stripes, stripe_period, stripe_width,
                           (int)part->x + (int)part->y);
  else
    tp_raster_fill(p->raster, colour);
}

static void stroke(struct tp_painter *p, const struct part *part, struct tp_point a,
                   struct tp_point b, float width) {
  tp_raster_stroke(p->raster, (struct tp_point){a.x - part->x, a.y - part->y},
                   (struct tp_point){b.x - part->x, b.y - part->y}, width);
}

/* On the circle of reach, give or take rounding: such a point was pulled in. */
static bool pulled_in(const struct tp_painter *p, struct tp_point at) {
  float edge = p->atlas->reach_radius * 0.9999F * p->unit;
  return at.x * at.x + at.y * at.y >= edge * edge;
}

static void stroke_arc(struct tp_painter *p, const struct part *part, size_t index, float width) {
  const struct tp_outline_arc *thin = &p->thinned_arcs[index];
  const struct tp_point *points = p->thinned + thin->first;
  if (!tp_box_overlaps(&p->atlas->arcs[index].box, &part->seen))
    return;
  for (uint32_t k = 1; k < thin->count; k++)
    if (!pulled_in(p, points[k]))
      stroke(p, part, points[k - 1], points[k], width);
}

static void stroke_borders(struct tp_painter *p, const struct part *part) {
  for (size_t i = 0; i < p->atlas->arc_count; i++)
    if (p->atlas->arcs[i].users >= 2)
      stroke_arc(p, part, i, p->style.border_width);
  tp_raster_ink(p->raster, p->style.border);
}

/* A line round an islet would be all that is seen of it. */
static bool is_islet(const struct tp_painter *p, size_t index) {
  const struct tp_box *box = &p->atlas->arcs[index].box;
  const struct tp_outline_arc *arc = &p->thinned_arcs[index];
  const struct tp_point *first = &p->thinned[arc->first], *last = first + arc->count - 1;
  return fabsf(first->x - last->x) + fabsf(first->y - last->y) < 0.01F &&
         fmaxf(box->x1 - box->x0, box->y1 - box->y0) * p->unit < islet;
}

static void stroke_outlines(struct tp_painter *p, const struct part *part) {
  for (size_t i = 0; i < p->atlas->arc_count; i++)
    if (p->edges[i] == 1 && !is_islet(p, i))
      stroke_arc(p, part, i, p->style.outline_width);
  tp_raster_ink(p->raster, p->style.outline);
}

static void stroke_grid(struct tp_painter *p, const struct part *part) {
  for (int line = 0; line < meridians + parallels; line++) {
    for (int i = 1; i <= steps; i++) {
      struct tp_point a = p->grid[line][i - 1], b = p->grid[line][i];
      struct tp_box box = {fminf(a.x, b.x), fminf(a.y, b.y), fmaxf(a.x, b.x), fmaxf(a.y, b.y)};
      if (p->grid_within[line][i - 1] && p->grid_within[line][i] &&
          tp_box_overlaps(&box, &part->seen))
        stroke(p, part, to_pixels(p, a), to_pixels(p, b), p->style.border_width);
    }
  }
  tp_raster_ink(p->raster, p->style.graticule);
}

void tp_painter_paint(struct tp_painter *p, int x, int y, uint32_t *pixels, int stride, int w,
                      int h) {
  float air = fmaxf(p->style.border_width, p->style.outline_width) + 1.0F;
  float left = (float)x - air, top = (float)y - air;
  float right = (float)(x + w) + air, foot = (float)(y + h) + air;
  struct part part = {
      (float)x, (float)y, {left / p->unit, -foot / p->unit, right / p->unit, -top / p->unit}};
  if (tp_raster_target(p->raster, pixels, stride, w, h) != 0)
    return;
  tp_raster_clear(p->raster, p->style.sea);
  stroke_grid(p, &part);
  for (size_t i = 0; i < p->atlas->country_count; i++)
    fill_country(p, &part, i);
  stroke_borders(p, &part);
  stroke_outlines(p, &part);
}
