/*
 * For a view every arc is thinned to about half a pixel, always the same way and with its ends
 * kept, so neighbours still meet. A country is filled with all its rings at once, then borders are
 * stroked.
 */
#include "desktop/map.h"

#include "desktop/raster.h"

#include <SDL.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const float pixels_per_unit = 0.48F; /* times the rectangle's height, at zoom 1 */
static const float least_zoom = 0.6F, most_zoom = 24.0F;
static const float margin_share = 0.12F; /* of the rectangle, made ready beyond each side to move */

enum { most_margin = 240, graticule_meridians = 12, graticule_steps = 72 };

struct tp_map {
  struct tp_atlas *atlas;
  struct tp_colour *colours; /* by country; alpha 0: land */

  struct tp_map_style style;
  struct tp_map_view view;
  struct tp_rect rect;

  SDL_Texture *texture;
  int texture_w, texture_h;
  struct tp_rect drawn_rect; /* where and how the texture was made */
  struct tp_map_view drawn_view;
  bool stale; /* a colour has changed */
  struct tp_raster *raster;
  struct tp_point *thinned; /* points of the view, in pixels of the texture */
  struct tp_outline_arc *thinned_arcs;
};

struct tp_map_projection tp_map_default_projection(void) {
  return (struct tp_map_projection){15.0F, 72.0F, 110.0F};
}

struct tp_map_view tp_map_default_view(void) {
  return (struct tp_map_view){0.02F, -0.1F, 1.0F};
}

struct tp_map *tp_map_open(const struct tp_outlines *outlines,
                           struct tp_map_projection projection) {
  struct tp_map *map = calloc(1, sizeof *map);
  if (!map)
    return NULL;
  map->view = tp_map_default_view();
  map->stale = true;
  map->raster = tp_raster_open();
  map->atlas = tp_atlas_open(outlines, projection);
  if (map->atlas) {
    map->colours = calloc(map->atlas->country_count + 1, sizeof *map->colours);
    map->thinned = malloc((map->atlas->point_count + 1) * sizeof *map->thinned);
    map->thinned_arcs = malloc((map->atlas->arc_count + 1) * sizeof *map->thinned_arcs);
  }
  if (!map->raster || !map->colours || !map->thinned || !map->thinned_arcs) {
    tp_map_close(map);
    return NULL;
  }
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
  tp_atlas_close(map->atlas);
  free(map->colours);
  free(map->thinned);
  free(map->thinned_arcs);
  free(map);
}

/* --- colours and view --- */

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
  for (size_t i = 0; code != 0 && i < map->atlas->country_count; i++) {
    if (map->atlas->countries[i].code != code)
      continue;
    found = true;
    if (!same_colour(map->colours[i], colour)) {
      map->colours[i] = colour;
      map->stale = true;
    }
  }
  return found;
}

void tp_map_uncolour(struct tp_map *map) {
  memset(map->colours, 0, map->atlas->country_count * sizeof *map->colours);
  map->stale = true;
}

struct tp_map_view tp_map_view(const struct tp_map *map) {
  return map->view;
}

static float limited(float value, float least, float most) {
  return value > least ? fminf(value, most) : least;
}

void tp_map_look(struct tp_map *map, struct tp_map_view view) {
  map->view.x = limited(view.x, -map->atlas->reach_radius, map->atlas->reach_radius);
  map->view.y = limited(view.y, -map->atlas->reach_radius, map->atlas->reach_radius);
  map->view.zoom = limited(view.zoom, least_zoom, most_zoom);
}

static float unit_of(struct tp_rect rect, struct tp_map_view view) {
  return fmaxf(rect.h, 1.0F) * pixels_per_unit * view.zoom;
}

void tp_map_pan(struct tp_map *map, float dx, float dy) {
  float unit = unit_of(map->rect, map->view);
  tp_map_look(
      map, (struct tp_map_view){map->view.x - dx / unit, map->view.y + dy / unit, map->view.zoom});
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

/* --- rasterizing a view --- */

/* Map units to pixels of the texture, and what of the map the texture shows. */
struct frame {
  float unit, x, y;
  struct tp_box seen;
};

static struct frame frame_of(const struct tp_map *map) {
  float unit = unit_of(map->rect, map->view);
  float w = (float)map->texture_w, h = (float)map->texture_h;
  struct tp_map_view v = map->view;
  return (struct frame){
      unit,
      w * 0.5F - v.x * unit,
      h * 0.5F + v.y * unit,
      {v.x - w * 0.5F / unit, v.y - h * 0.5F / unit, v.x + w * 0.5F / unit, v.y + h * 0.5F / unit}};
}

static struct tp_point to_pixels(const struct frame *f, struct tp_point at) {
  return (struct tp_point){f->x + at.x * f->unit, f->y - at.y * f->unit};
}

/* An arc out of sight keeps a few points: a ring through it must still close on the right side. */
static void thin_arc(struct tp_map *map, const struct frame *f, size_t index, uint32_t *next) {
  const struct tp_atlas_arc *arc = &map->atlas->arcs[index];
  const struct tp_point *points = map->atlas->points + arc->first;
  struct tp_outline_arc *thin = &map->thinned_arcs[index];
  float least = tp_box_overlaps(&arc->box, &f->seen) ? 0.5F : 24.0F;
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
  for (size_t i = 0; i < map->atlas->arc_count; i++)
    thin_arc(map, f, i, &next);
}

static void add_ring(struct tp_map *map, const struct tp_outline_ring *ring) {
  for (uint32_t i = 0; i < ring->count; i++) {
    int32_t ref = map->atlas->refs[ring->first + i];
    const struct tp_outline_arc *arc = &map->thinned_arcs[tp_atlas_arc_index(ref)];
    const struct tp_point *p = map->thinned + arc->first;
    for (uint32_t k = 1; k < arc->count; k++) {
      if (ref >= 0)
        tp_raster_edge(map->raster, p[k - 1].x, p[k - 1].y, p[k].x, p[k].y);
      else
        tp_raster_edge(map->raster, p[k].x, p[k].y, p[k - 1].x, p[k - 1].y);
    }
  }
}

static void fill_country(struct tp_map *map, const struct frame *f, size_t index) {
  const struct tp_atlas_country *country = &map->atlas->countries[index];
  if (!tp_box_overlaps(&country->box, &f->seen))
    return;
  for (uint32_t i = 0; i < country->ring_count; i++) {
    size_t ring = country->first_ring + i;
    if (tp_box_overlaps(&map->atlas->ring_boxes[ring], &f->seen))
      add_ring(map, &map->atlas->rings[ring]);
  }
  tp_raster_fill(map->raster, map->colours[index].a ? map->colours[index] : map->style.land);
}

/* On the circle of reach, give or take rounding: such a point was pulled in. */
static bool pulled_in(const struct tp_map *map, const struct frame *f, struct tp_point at) {
  float x = (at.x - f->x) / f->unit, y = (at.y - f->y) / f->unit;
  float edge = map->atlas->reach_radius * 0.9999F;
  return x * x + y * y >= edge * edge;
}

static void stroke_borders(struct tp_map *map, const struct frame *f) {
  for (size_t i = 0; i < map->atlas->arc_count; i++) {
    const struct tp_atlas_arc *arc = &map->atlas->arcs[i];
    if (arc->users < 2 || !tp_box_overlaps(&arc->box, &f->seen))
      continue;
    const struct tp_outline_arc *thin = &map->thinned_arcs[i];
    const struct tp_point *p = map->thinned + thin->first;
    for (uint32_t k = 1; k < thin->count; k++)
      if (!pulled_in(map, f, p[k]))
        tp_raster_stroke(map->raster, p[k - 1], p[k], map->style.border_width);
  }
  tp_raster_ink(map->raster, map->style.border);
}

static void stroke_graticule_line(struct tp_map *map, const struct frame *f, struct tp_lonlat from,
                                  struct tp_lonlat to) {
  struct tp_point last = {0.0F, 0.0F}, at;
  bool was_within = false;
  for (int i = 0; i <= graticule_steps; i++) {
    float share = (float)i / (float)graticule_steps;
    bool within = tp_atlas_project(map->atlas->projection, from.lon + (to.lon - from.lon) * share,
                                   from.lat + (to.lat - from.lat) * share, &at);
    at = to_pixels(f, at);
    if (within && was_within)
      tp_raster_stroke(map->raster, last, at, map->style.border_width);
    last = at;
    was_within = within;
  }
}

static void stroke_graticule(struct tp_map *map, const struct frame *f) {
  for (int i = 0; i < graticule_meridians; i++) {
    float lon = (float)(i * 30) - 180.0F;
    stroke_graticule_line(map, f, (struct tp_lonlat){lon, -30.0F}, (struct tp_lonlat){lon, 80.0F});
  }
  for (int lat = -20; lat <= 80; lat += 20)
    stroke_graticule_line(map, f, (struct tp_lonlat){-180.0F, (float)lat},
                          (struct tp_lonlat){180.0F, (float)lat});
  tp_raster_ink(map->raster, map->style.graticule);
}

static void rasterize(struct tp_map *map) {
  struct frame f = frame_of(map);
  thin_all(map, &f);
  tp_raster_clear(map->raster, map->style.sea);
  stroke_graticule(map, &f);
  for (size_t i = 0; i < map->atlas->country_count; i++)
    fill_country(map, &f, i);
  stroke_borders(map, &f);
}

/* --- the texture --- */

static int margin_of(struct tp_rect rect) {
  int margin = (int)(fmaxf(rect.w, rect.h) * margin_share);
  return margin < most_margin ? margin : most_margin;
}

static bool size_texture(struct tp_map *map, SDL_Renderer *renderer, int w, int h) {
  if (map->texture && map->texture_w == w && map->texture_h == h)
    return true;
  tp_map_forget(map);
  map->texture =
      SDL_CreateTexture(renderer, SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_STREAMING, w, h);
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
  struct tp_point middle = on_screen(map, (struct tp_point){map->drawn_view.x, map->drawn_view.y});
  float w = (float)map->texture_w * grow, h = (float)map->texture_h * grow;
  return (struct tp_rect){middle.x - w * 0.5F, middle.y - h * 0.5F, w, h};
}

static bool covers(struct tp_rect outer, struct tp_rect inner) {
  return outer.x <= inner.x + 0.5F && outer.y <= inner.y + 0.5F &&
         outer.x + outer.w >= inner.x + inner.w - 0.5F &&
         outer.y + outer.h >= inner.y + inner.h - 0.5F;
}

static bool whole(float value) {
  return fabsf(value - roundf(value)) < 0.02F;
}

/* Same size, and moved by whole pixels: a copy is as good as a map made anew. */
static bool exact(const struct tp_map *map, struct tp_rect at) {
  return whole(at.x) && whole(at.y) && fabsf(at.w - (float)map->texture_w) < 0.02F &&
         fabsf(at.h - (float)map->texture_h) < 0.02F;
}

static bool must_remake(const struct tp_map *map, bool moving) {
  if (!map->texture || map->stale)
    return true;
  struct tp_rect at = shifted(map);
  if (!covers(at, map->rect))
    return true;
  return moving ? map->view.zoom > 2.0F * map->drawn_view.zoom : !exact(map, at);
}

/*
 * Copies only the part that is seen: SDL's software renderer scales a whole texture before it
 * clips. The part is widened to whole pixels of the texture, and its place follows from those.
 */
static void copy_texture(struct tp_map *map, SDL_Renderer *renderer) {
  struct tp_rect at = shifted(map);
  struct tp_rect seen = tp_rect_overlap(at, map->rect);
  float grow = at.w / (float)map->texture_w;
  if (seen.w <= 0.0F || seen.h <= 0.0F)
    return;
  int x0 = (int)floorf((seen.x - at.x) / grow), y0 = (int)floorf((seen.y - at.y) / grow);
  int x1 = (int)ceilf((seen.x + seen.w - at.x) / grow);
  int y1 = (int)ceilf((seen.y + seen.h - at.y) / grow);
  x1 = x1 < map->texture_w ? x1 : map->texture_w;
  y1 = y1 < map->texture_h ? y1 : map->texture_h;
  int left = (int)lroundf(at.x + (float)x0 * grow), top = (int)lroundf(at.y + (float)y0 * grow);
  SDL_Rect from = {x0, y0, x1 - x0, y1 - y0};
  SDL_Rect to = {left, top, (int)lroundf(at.x + (float)x1 * grow) - left,
                 (int)lroundf(at.y + (float)y1 * grow) - top};
  SDL_RenderCopy(renderer, map->texture, &from, &to);
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

/* --- asking the map --- */

bool tp_map_project(const struct tp_map *map, float lon, float lat, struct tp_point *at) {
  struct tp_point unit;
  bool within = tp_atlas_project(map->atlas->projection, lon, lat, &unit);
  *at = on_screen(map, unit);
  return within;
}

static const struct tp_atlas_country *country_under(const struct tp_map *map, float x, float y) {
  return tp_rect_has(map->rect, x, y) ? tp_atlas_at(map->atlas, on_map(map, x, y)) : NULL;
}

int tp_map_country_at(const struct tp_map *map, float x, float y) {
  const struct tp_atlas_country *country = country_under(map, x, y);
  return country ? country->code : 0;
}

const char *tp_map_name_at(const struct tp_map *map, float x, float y) {
  const struct tp_atlas_country *country = country_under(map, x, y);
  return country ? country->name : "";
}

bool tp_map_middle(const struct tp_map *map, int code, struct tp_point *at) {
  struct tp_point unit;
  bool found = tp_atlas_middle(map->atlas, code, &unit);
  *at = on_screen(map, unit);
  return found;
}
