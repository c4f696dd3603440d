/*
 * The sphere beyond `reach` is pulled in to a circle around the centre rather than cut off: every point
 * keeps its direction. Inside the circle nothing changes and a ring stays a ring, so no clipping of
 * polygons is needed; what was pulled in has no area and is not stroked.
 *
 * For a view every arc is thinned to about half a pixel, always the same way and with its ends kept,
 * so neighbours still meet. A country is filled with all its rings at once.
 */
#include "desktop/map.h"

#include <SDL.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const float pixels_per_unit = 0.48F; /* times the rectangle's height, at zoom 1 */
static const float least_zoom = 0.6F, most_zoom = 24.0F;
static const float margin_share = 0.12F; /* of the rectangle, made ready beyond each side to move */
static const float radians = 0.017453293F;

enum { most_margin = 240, graticule_meridians = 12, graticule_steps = 72 };

struct box {
  float x0, y0, x1, y1;
};

struct arc {
  uint32_t first, count;
  struct box box;
  uint8_t users; /* rings that use it, up to 2: two make it a border, one a coast */
  bool within;   /* some of it lies within reach */
};

struct country {
  int code;
  char name[40];
  uint32_t first_ring, ring_count;
  struct box box;
  struct tp_colour colour; /* alpha 0: land */
};

struct tp_map {
  struct tp_map_projection projection;
  float reach_radius; /* map units */
  size_t point_count, arc_count, ring_count, country_count, ref_count;
  struct tp_point *points;
  struct arc *arcs;
  struct tp_outline_ring *rings;
  struct box *ring_boxes;
  int32_t *refs;
  struct country *countries;

  struct tp_map_style style;
  struct tp_map_view view;
  struct tp_rect rect;

  SDL_Texture *texture;
  int texture_w, texture_h;
  struct tp_rect drawn_rect;     /* where and how the texture was made */
  struct tp_map_view drawn_view;
  bool stale; /* a colour has changed */
  struct tp_raster *raster;
  struct tp_point *thinned; /* points of the view, in pixels of the texture */
  struct tp_outline_arc *thinned_arcs;
};

/* --- projection ----------------------------------------------------------------------------------- */

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

/* --- opening -------------------------------------------------------------------------------------- */

static struct box no_box(void) { return (struct box){INFINITY, INFINITY, -INFINITY, -INFINITY}; }

static void box_add(struct box *box, struct box other) {
  box->x0 = fminf(box->x0, other.x0);
  box->y0 = fminf(box->y0, other.y0);
  box->x1 = fmaxf(box->x1, other.x1);
  box->y1 = fmaxf(box->y1, other.y1);
}

/* Degrees over which a straight edge of the file must be bent: the 49th parallel is one edge. */
static const float longest_edge = 1.5F;

static size_t pieces_of(struct tp_lonlat a, struct tp_lonlat b) {
  float span = fmaxf(fabsf(b.lon - a.lon) * 0.5F, fabsf(b.lat - a.lat));
  return span > longest_edge && span < 120.0F ? (size_t)(span / longest_edge) + 1 : 1;
}

static size_t count_points(const struct tp_outlines *outlines) {
  size_t count = 0;
  for (size_t i = 0; i < outlines->arc_count; i++) {
    const struct tp_outline_arc *arc = &outlines->arcs[i];
    count++;
    for (uint32_t k = 1; k < arc->count; k++)
      count += pieces_of(outlines->points[arc->first + k - 1], outlines->points[arc->first + k]);
  }
  return count;
}

static void add_point(struct tp_map *map, const struct projector *p, struct arc *arc,
                      struct tp_lonlat place) {
  struct tp_point *at = &map->points[map->point_count++];
  arc->within |= project(p, place, at);
  arc->count++;
  box_add(&arc->box, (struct box){at->x, at->y, at->x, at->y});
}

static void add_arc(struct tp_map *map, const struct projector *p,
                    const struct tp_outlines *outlines, const struct tp_outline_arc *from) {
  struct arc *arc = &map->arcs[map->arc_count++];
  *arc = (struct arc){(uint32_t)map->point_count, 0, no_box(), 0, false};
  const struct tp_lonlat *points = outlines->points + from->first;
  add_point(map, p, arc, points[0]);
  for (uint32_t k = 1; k < from->count; k++) {
    size_t pieces = pieces_of(points[k - 1], points[k]);
    for (size_t i = 1; i <= pieces; i++) {
      float share = (float)i / (float)pieces;
      struct tp_lonlat place = {
          points[k - 1].lon + (points[k].lon - points[k - 1].lon) * share,
          points[k - 1].lat + (points[k].lat - points[k - 1].lat) * share};
      add_point(map, p, arc, place);
    }
  }
}

static size_t arc_index(int32_t ref) { return (size_t)(ref < 0 ? ~ref : ref); }

/*
 * A ring wholly beyond reach keeps an empty box and is never looked at: near the antipode its points
 * would be pulled in to opposite sides of the circle.
 */
static void measure_ring(struct tp_map *map, size_t index) {
  const struct tp_outline_ring *ring = &map->rings[index];
  struct box box = no_box();
  bool within = false;
  for (uint32_t i = 0; i < ring->count; i++) {
    struct arc *arc = &map->arcs[arc_index(map->refs[ring->first + i])];
    box_add(&box, arc->box);
    within |= arc->within;
    if (arc->users < 2)
      arc->users++;
  }
  map->ring_boxes[index] = within ? box : no_box();
}

static void add_country(struct tp_map *map, const struct tp_outline_country *from) {
  struct country *country = &map->countries[map->country_count++];
  *country = (struct country){.code = from->code,
                              .first_ring = from->first_ring,
                              .ring_count = from->ring_count,
                              .box = no_box()};
  memcpy(country->name, from->name, sizeof country->name);
  for (uint32_t i = 0; i < from->ring_count; i++)
    box_add(&country->box, map->ring_boxes[from->first_ring + i]);
}

static void *copy_of(const void *data, size_t count, size_t size) {
  void *copy = malloc(count * size + 1);
  return copy ? memcpy(copy, data, count * size) : NULL;
}

static bool make_arrays(struct tp_map *map, const struct tp_outlines *outlines) {
  size_t points = count_points(outlines);
  map->points = malloc((points + 1) * sizeof *map->points);
  map->thinned = malloc((points + 1) * sizeof *map->thinned);
  map->arcs = malloc((outlines->arc_count + 1) * sizeof *map->arcs);
  map->thinned_arcs = malloc((outlines->arc_count + 1) * sizeof *map->thinned_arcs);
  map->ring_boxes = malloc((outlines->ring_count + 1) * sizeof *map->ring_boxes);
  map->countries = malloc((outlines->country_count + 1) * sizeof *map->countries);
  map->rings = copy_of(outlines->rings, outlines->ring_count, sizeof *map->rings);
  map->refs = copy_of(outlines->refs, outlines->ref_count, sizeof *map->refs);
  map->raster = tp_raster_open();
  return map->points && map->thinned && map->arcs && map->thinned_arcs && map->ring_boxes &&
         map->countries && map->rings && map->refs && map->raster;
}

struct tp_map_projection tp_map_default_projection(void) {
  return (struct tp_map_projection){15.0F, 72.0F, 110.0F};
}

struct tp_map_view tp_map_default_view(void) { return (struct tp_map_view){0.02F, -0.1F, 1.0F}; }

struct tp_map *tp_map_open(const struct tp_outlines *outlines,
                           struct tp_map_projection projection) {
  struct tp_map *map = calloc(1, sizeof *map);
  if (!map || !make_arrays(map, outlines)) {
    tp_map_close(map);
    return NULL;
  }
  projection.reach = fminf(fmaxf(projection.reach, 30.0F), 160.0F);
  struct projector p = projector_of(projection);
  map->projection = projection;
  map->reach_radius = p.reach_radius;
  map->view = tp_map_default_view();
  map->stale = true;
  for (size_t i = 0; i < outlines->arc_count; i++)
    add_arc(map, &p, outlines, &outlines->arcs[i]);
  map->ring_count = outlines->ring_count;
  for (size_t i = 0; i < map->ring_count; i++)
    measure_ring(map, i);
  for (size_t i = 0; i < outlines->country_count; i++)
    add_country(map, &outlines->countries[i]);
  return map;
}

void tp_map_forget(struct tp_map *map) {
  if (map->texture)
    SDL_DestroyTexture(map->texture);
  map->texture = NULL;
}

void tp_map_close(struct tp_map *map) {
  if (!map)
    return;
  tp_map_forget(map);
  tp_raster_close(map->raster);
  free(map->points);
  free(map->thinned);
  free(map->arcs);
  free(map->thinned_arcs);
  free(map->ring_boxes);
  free(map->countries);
  free(map->rings);
  free(map->refs);
  free(map);
}

/* --- colours and view ----------------------------------------------------------------------------- */

static bool same_colour(struct tp_colour a, struct tp_colour b) {
  return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

void tp_map_style(struct tp_map *map, struct tp_map_style style) {
  const struct tp_map_style *old = &map->style;
  if (same_colour(old->sea, style.sea) && same_colour(old->land, style.land) &&
      same_colour(old->border, style.border) && same_colour(old->graticule, style.graticule) &&
      fabsf(old->border_width - style.border_width) < 1e-3F)
    return;
  map->style = style;
  map->stale = true;
}

bool tp_map_colour(struct tp_map *map, int code, struct tp_colour colour) {
  bool found = false;
  for (size_t i = 0; code != 0 && i < map->country_count; i++) {
    struct country *country = &map->countries[i];
    if (country->code != code)
      continue;
    found = true;
    if (!same_colour(country->colour, colour)) {
      country->colour = colour;
      map->stale = true;
    }
  }
  return found;
}

void tp_map_uncolour(struct tp_map *map) {
  for (size_t i = 0; i < map->country_count; i++)
    map->countries[i].colour.a = 0;
  map->stale = true;
}

struct tp_map_view tp_map_view(const struct tp_map *map) { return map->view; }

static float limited(float value, float least, float most) {
  return value > least ? fminf(value, most) : least;
}

void tp_map_look(struct tp_map *map, struct tp_map_view view) {
  map->view.x = limited(view.x, -map->reach_radius, map->reach_radius);
  map->view.y = limited(view.y, -map->reach_radius, map->reach_radius);
  map->view.zoom = limited(view.zoom, least_zoom, most_zoom);
}

static float unit_of(struct tp_rect rect, struct tp_map_view view) {
  return fmaxf(rect.h, 1.0F) * pixels_per_unit * view.zoom;
}

void tp_map_pan(struct tp_map *map, float dx, float dy) {
  float unit = unit_of(map->rect, map->view);
  tp_map_look(map, (struct tp_map_view){map->view.x - dx / unit, map->view.y + dy / unit,
                                        map->view.zoom});
}

/* From pixels of the screen to map units. */
static struct tp_point on_map(const struct tp_map *map, float x, float y) {
  float unit = unit_of(map->rect, map->view);
  return (struct tp_point){map->view.x + (x - map->rect.x - map->rect.w * 0.5F) / unit,
                           map->view.y - (y - map->rect.y - map->rect.h * 0.5F) / unit};
}

static struct tp_point on_screen(const struct tp_map *map, struct tp_point at) {
  float unit = unit_of(map->rect, map->view);
  return (struct tp_point){map->rect.x + map->rect.w * 0.5F + (at.x - map->view.x) * unit,
                           map->rect.y + map->rect.h * 0.5F - (at.y - map->view.y) * unit};
}

void tp_map_zoom(struct tp_map *map, float factor, float x, float y) {
  struct tp_point before = on_map(map, x, y);
  tp_map_look(map, (struct tp_map_view){map->view.x, map->view.y, map->view.zoom * factor});
  struct tp_point after = on_map(map, x, y);
  tp_map_look(map, (struct tp_map_view){map->view.x + before.x - after.x,
                                        map->view.y + before.y - after.y, map->view.zoom});
}

void tp_map_place(struct tp_map *map, struct tp_rect rect) {
  float x = roundf(rect.x), y = roundf(rect.y);
  map->rect = (struct tp_rect){x, y, roundf(rect.x + rect.w) - x, roundf(rect.y + rect.h) - y};
}

/* --- rasterizing a view --------------------------------------------------------------------------- */

/* Map units to pixels of the texture, and what of the map the texture shows. */
struct frame {
  float unit, x, y;
  struct box seen;
};

static struct frame frame_of(const struct tp_map *map) {
  float unit = unit_of(map->rect, map->view);
  float w = (float)map->texture_w, h = (float)map->texture_h;
  struct tp_map_view v = map->view;
  return (struct frame){unit,
                        w * 0.5F - v.x * unit,
                        h * 0.5F + v.y * unit,
                        {v.x - w * 0.5F / unit, v.y - h * 0.5F / unit, v.x + w * 0.5F / unit,
                         v.y + h * 0.5F / unit}};
}

static bool overlaps(const struct box *a, const struct box *b) {
  return a->x0 <= b->x1 && a->x1 >= b->x0 && a->y0 <= b->y1 && a->y1 >= b->y0;
}

static struct tp_point to_pixels(const struct frame *f, struct tp_point at) {
  return (struct tp_point){f->x + at.x * f->unit, f->y - at.y * f->unit};
}

/* An arc out of sight keeps a few points: a ring through it must still close on the right side. */
static void thin_arc(struct tp_map *map, const struct frame *f, size_t index, uint32_t *next) {
  const struct arc *arc = &map->arcs[index];
  const struct tp_point *points = map->points + arc->first;
  struct tp_outline_arc *thin = &map->thinned_arcs[index];
  float least = overlaps(&arc->box, &f->seen) ? 0.5F : 24.0F;
  *thin = (struct tp_outline_arc){*next, 0};
  struct tp_point last = to_pixels(f, points[0]);
  map->thinned[(*next)++] = last;
  for (uint32_t i = 1; i < arc->count; i++) {
    struct tp_point at = to_pixels(f, points[i]);
    bool end = i + 1 == arc->count;
    if (!end && fabsf(at.x - last.x) + fabsf(at.y - last.y) < least)
      continue;
    map->thinned[(*next)++] = at;
    last = at;
  }
  thin->count = *next - thin->first;
}

static void thin_all(struct tp_map *map, const struct frame *f) {
  uint32_t next = 0;
  for (size_t i = 0; i < map->arc_count; i++)
    thin_arc(map, f, i, &next);
}

static void add_ring(struct tp_map *map, const struct tp_outline_ring *ring) {
  for (uint32_t i = 0; i < ring->count; i++) {
    int32_t ref = map->refs[ring->first + i];
    const struct tp_outline_arc *arc = &map->thinned_arcs[arc_index(ref)];
    const struct tp_point *p = map->thinned + arc->first;
    for (uint32_t k = 1; k < arc->count; k++) {
      if (ref >= 0)
        tp_raster_edge(map->raster, p[k - 1].x, p[k - 1].y, p[k].x, p[k].y);
      else
        tp_raster_edge(map->raster, p[k].x, p[k].y, p[k - 1].x, p[k - 1].y);
    }
  }
}

static void fill_country(struct tp_map *map, const struct frame *f, const struct country *country) {
  if (!overlaps(&country->box, &f->seen))
    return;
  for (uint32_t i = 0; i < country->ring_count; i++) {
    size_t ring = country->first_ring + i;
    if (overlaps(&map->ring_boxes[ring], &f->seen))
      add_ring(map, &map->rings[ring]);
  }
  tp_raster_fill(map->raster, country->colour.a ? country->colour : map->style.land);
}

/* On the circle of reach, give or take rounding: such a point was pulled in. */
static bool pulled_in(const struct tp_map *map, const struct frame *f, struct tp_point at) {
  float x = (at.x - f->x) / f->unit, y = (at.y - f->y) / f->unit;
  float edge = map->reach_radius * 0.9999F;
  return x * x + y * y >= edge * edge;
}

static void stroke_borders(struct tp_map *map, const struct frame *f) {
  for (size_t i = 0; i < map->arc_count; i++) {
    const struct arc *arc = &map->arcs[i];
    if (arc->users < 2 || !overlaps(&arc->box, &f->seen))
      continue;
    const struct tp_outline_arc *thin = &map->thinned_arcs[i];
    const struct tp_point *p = map->thinned + thin->first;
    for (uint32_t k = 1; k < thin->count; k++)
      if (!pulled_in(map, f, p[k]))
        tp_raster_stroke(map->raster, p[k - 1], p[k], map->style.border_width);
  }
  tp_raster_ink(map->raster, map->style.border);
}

static void stroke_graticule_line(struct tp_map *map, const struct frame *f,
                                  const struct projector *p, struct tp_lonlat from,
                                  struct tp_lonlat to) {
  struct tp_point last = {0.0F, 0.0F}, at;
  bool was_within = false;
  for (int i = 0; i <= graticule_steps; i++) {
    float share = (float)i / (float)graticule_steps;
    struct tp_lonlat place = {from.lon + (to.lon - from.lon) * share,
                              from.lat + (to.lat - from.lat) * share};
    bool within = project(p, place, &at);
    at = to_pixels(f, at);
    if (within && was_within)
      tp_raster_stroke(map->raster, last, at, map->style.border_width);
    last = at;
    was_within = within;
  }
}

static void stroke_graticule(struct tp_map *map, const struct frame *f) {
  struct projector p = projector_of(map->projection);
  for (int i = 0; i < graticule_meridians; i++) {
    float lon = (float)(i * 30) - 180.0F;
    stroke_graticule_line(map, f, &p, (struct tp_lonlat){lon, -30.0F},
                          (struct tp_lonlat){lon, 80.0F});
  }
  for (int lat = -20; lat <= 80; lat += 20)
    stroke_graticule_line(map, f, &p, (struct tp_lonlat){-180.0F, (float)lat},
                          (struct tp_lonlat){180.0F, (float)lat});
  tp_raster_ink(map->raster, map->style.graticule);
}

static void rasterize(struct tp_map *map) {
  struct frame f = frame_of(map);
  thin_all(map, &f);
  tp_raster_clear(map->raster, map->style.sea);
  stroke_graticule(map, &f);
  for (size_t i = 0; i < map->country_count; i++)
    fill_country(map, &f, &map->countries[i]);
  stroke_borders(map, &f);
}

/* --- the texture ---------------------------------------------------------------------------------- */

static int margin_of(struct tp_rect rect) {
  int margin = (int)(fmaxf(rect.w, rect.h) * margin_share);
  return margin < most_margin ? margin : most_margin;
}

static bool size_texture(struct tp_map *map, SDL_Renderer *renderer, int w, int h) {
  if (map->texture && map->texture_w == w && map->texture_h == h)
    return true;
  tp_map_forget(map);
  map->texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_RGB888,
                                   SDL_TEXTUREACCESS_STREAMING, w, h);
  map->texture_w = w;
  map->texture_h = h;
  if (map->texture)
    SDL_SetTextureBlendMode(map->texture, SDL_BLENDMODE_NONE);
  return map->texture != NULL;
}

/* The pixels are made in the texture's own memory: nothing but writes, all of it written. */
static void remake(struct tp_map *map, SDL_Renderer *renderer, bool moving) {
  int margin = moving ? margin_of(map->rect) : 0;
  int w = (int)ceilf(map->rect.w) + 2 * margin, h = (int)ceilf(map->rect.h) + 2 * margin;
  void *pixels = NULL;
  int pitch = 0;
  if (!size_texture(map, renderer, w, h) ||
      SDL_LockTexture(map->texture, NULL, &pixels, &pitch) != 0)
    return;
  if (tp_raster_target(map->raster, pixels, pitch / 4, w, h) == 0)
    rasterize(map);
  SDL_UnlockTexture(map->texture);
  map->drawn_rect = map->rect;
  map->drawn_view = map->view;
  map->stale = false;
}

/* Where the texture's rectangle stands on the screen in the present view. */
static struct tp_rect shifted(const struct tp_map *map) {
  float drawn_unit = unit_of(map->drawn_rect, map->drawn_view);
  float grow = unit_of(map->rect, map->view) / drawn_unit;
  struct tp_point middle =
      on_screen(map, (struct tp_point){map->drawn_view.x, map->drawn_view.y});
  float w = (float)map->texture_w * grow, h = (float)map->texture_h * grow;
  return (struct tp_rect){middle.x - w * 0.5F, middle.y - h * 0.5F, w, h};
}

static bool covers(struct tp_rect outer, struct tp_rect inner) {
  return outer.x <= inner.x + 0.5F && outer.y <= inner.y + 0.5F &&
         outer.x + outer.w >= inner.x + inner.w - 0.5F &&
         outer.y + outer.h >= inner.y + inner.h - 0.5F;
}

static bool whole(float value) { return fabsf(value - roundf(value)) < 0.02F; }

/* Same size, and moved by whole pixels: a copy is as good as a map made anew. */
static bool exact(const struct tp_map *map, struct tp_rect at) {
  return whole(at.x) && whole(at.y) &&
         fabsf(at.w - (float)map->texture_w) < 0.02F && fabsf(at.h - (float)map->texture_h) < 0.02F;
}

static bool must_remake(const struct tp_map *map, bool moving) {
  if (!map->texture || map->stale)
    return true;
  struct tp_rect at = shifted(map);
  if (!covers(at, map->rect))
    return true;
  return moving ? map->view.zoom > 2.0F * map->drawn_view.zoom : !exact(map, at);
}

static void copy_texture(struct tp_map *map, SDL_Renderer *renderer) {
  struct tp_rect to = shifted(map);
  SDL_Rect area = {(int)lroundf(to.x), (int)lroundf(to.y), (int)lroundf(to.w), (int)lroundf(to.h)};
  SDL_RenderCopy(renderer, map->texture, NULL, &area);
}

void tp_map_draw(struct tp_map *map, struct tp_draw *draw, struct tp_rect rect, bool moving) {
  SDL_Renderer *renderer = tp_draw_renderer(draw);
  tp_map_place(map, rect);
  if (rect.w < 1.0F || rect.h < 1.0F)
    return;
  if (must_remake(map, moving))
    remake(map, renderer, moving);
  tp_draw_clip_push(draw, rect);
  if (map->texture)
    copy_texture(map, renderer);
  tp_draw_clip_pop(draw);
}

/* --- asking the map ------------------------------------------------------------------------------- */

bool tp_map_project(const struct tp_map *map, float lon, float lat, struct tp_point *at) {
  struct projector p = projector_of(map->projection);
  struct tp_point unit;
  bool within = project(&p, (struct tp_lonlat){lon, lat}, &unit);
  *at = on_screen(map, unit);
  return within;
}

/* Times the edges of an arc cross a ray from `at` to the right. */
static unsigned crossings(const struct tp_map *map, const struct arc *arc, struct tp_point at) {
  const struct tp_point *p = map->points + arc->first;
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

static bool country_has(const struct tp_map *map, const struct country *country,
                        struct tp_point at) {
  unsigned count = 0;
  if (at.x < country->box.x0 || at.x > country->box.x1 || at.y < country->box.y0 ||
      at.y > country->box.y1)
    return false;
  for (uint32_t i = 0; i < country->ring_count; i++) {
    const struct tp_outline_ring *ring = &map->rings[country->first_ring + i];
    if (map->ring_boxes[country->first_ring + i].x0 > at.x)
      continue;
    for (uint32_t k = 0; k < ring->count; k++)
      count += crossings(map, &map->arcs[arc_index(map->refs[ring->first + k])], at);
  }
  return count % 2 == 1;
}

static const struct country *country_under(const struct tp_map *map, float x, float y) {
  struct tp_point at = on_map(map, x, y);
  if (!tp_rect_has(map->rect, x, y) ||
      at.x * at.x + at.y * at.y > map->reach_radius * map->reach_radius)
    return NULL;
  for (size_t i = 0; i < map->country_count; i++)
    if (country_has(map, &map->countries[i], at))
      return &map->countries[i];
  return NULL;
}

int tp_map_country_at(const struct tp_map *map, float x, float y) {
  const struct country *country = country_under(map, x, y);
  return country ? country->code : 0;
}

const char *tp_map_name_at(const struct tp_map *map, float x, float y) {
  const struct country *country = country_under(map, x, y);
  return country ? country->name : "";
}

bool tp_map_middle(const struct tp_map *map, int code, struct tp_point *at) {
  struct box largest = {0.0F, 0.0F, 0.0F, 0.0F};
  float most = -1.0F;
  for (size_t i = 0; code != 0 && i < map->country_count; i++) {
    const struct country *country = &map->countries[i];
    for (uint32_t k = 0; country->code == code && k < country->ring_count; k++) {
      struct box box = map->ring_boxes[country->first_ring + k];
      float area = (box.x1 - box.x0) * (box.y1 - box.y0);
      if (box.x0 <= box.x1 && area > most) {
        most = area;
        largest = box;
      }
    }
  }
  *at = on_screen(map, (struct tp_point){(largest.x0 + largest.x1) * 0.5F,
                                         (largest.y0 + largest.y1) * 0.5F});
  return most >= 0.0F;
}
