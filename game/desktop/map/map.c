/*
 * Colours and outlines are set piece by piece, often to what they were: what the tiles go by is a
 * hash over all of it.
 */
#include "desktop/map/map.h"

#include "desktop/map/painter.h"
#include "desktop/map/tiles.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const float pixels_per_unit = 0.48F; /* times the rectangle's height, at zoom 1 */
static const float least_zoom = 0.6F, most_zoom = 24.0F;
static const double glide_seconds = 0.09; /* after which a glide has a third of its way left */

struct tp_map {
  struct tp_atlas *atlas;
  struct tp_painter *painter;
  struct tp_tiles *tiles;
  struct tp_fill *fills; /* by country */
  struct tp_map_style style;
  uint64_t dress; /* what the painter was told last */
  struct tp_map_view view, aim;
  struct tp_rect rect;
  double glided; /* when the view was moved towards its aim */
  bool gliding, patient, unfinished;
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
  map->view = map->aim = tp_map_default_view();
  map->atlas = tp_atlas_open(outlines, projection);
  if (map->atlas) {
    map->painter = tp_painter_open(map->atlas);
    map->fills = calloc(map->atlas->country_count + 1, sizeof *map->fills);
  }
  if (map->painter)
    map->tiles = tp_tiles_open(map->painter);
  if (!map->tiles || !map->fills) {
    tp_map_close(map);
    return NULL;
  }
  return map;
}

void tp_map_forget(struct tp_map *map) {
  tp_tiles_forget(map->tiles);
}

void tp_map_close(struct tp_map *map) {
  if (!map)
    return;
  tp_tiles_close(map->tiles);
  tp_painter_close(map->painter);
  tp_atlas_close(map->atlas);
  free(map->fills);
  free(map);
}

void tp_map_patient(struct tp_map *map, bool patient) {
  map->patient = patient;
}

/* --- colours --- */

void tp_map_style(struct tp_map *map, struct tp_map_style style) {
  map->style = style;
}

bool tp_map_colour(struct tp_map *map, int code, struct tp_colour colour,
                   struct tp_colour stripes) {
  bool found = false;
  for (size_t i = 0; code != 0 && i < map->atlas->country_count; i++) {
    if (map->atlas->countries[i].code != code)
      continue;
    map->fills[i].colour = colour;
    map->fills[i].stripes = stripes;
    found = true;
  }
  return found;
}

bool tp_map_outline(struct tp_map *map, int code) {
  bool found = false;
  for (size_t i = 0; code != 0 && i < map->atlas->country_count; i++) {
    if (map->atlas->countries[i].code == code)
      found = map->fills[i].outlined = true;
  }
  return found;
}

void tp_map_uncolour(struct tp_map *map) {
  memset(map->fills, 0, map->atlas->country_count * sizeof *map->fills);
}

static uint64_t mix(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
  return hash ^ hash >> 29;
}

static uint64_t mix_colour(uint64_t hash, struct tp_colour c) {
  return mix(hash, (uint64_t)c.r << 24 | (uint64_t)c.g << 16 | (uint64_t)c.b << 8 | c.a);
}

static uint64_t mix_width(uint64_t hash, float width) {
  return mix(hash, (uint64_t)lroundf(width * 1024.0F));
}

static uint64_t dress_of(const struct tp_map *map) {
  const struct tp_map_style *style = &map->style;
  const struct tp_colour colours[] = {style->sea, style->land, style->border, style->graticule,
                                      style->outline};
  uint64_t hash = mix_width(mix_width(1, style->border_width), style->outline_width);
  for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
    hash = mix_colour(hash, colours[i]);
  for (size_t i = 0; i < map->atlas->country_count; i++) {
    const struct tp_fill *fill = &map->fills[i];
    hash = mix(mix_colour(mix_colour(hash, fill->colour), fill->stripes), fill->outlined);
  }
  return hash;
}

/* --- view --- */

struct tp_map_view tp_map_view(const struct tp_map *map) {
  return map->view;
}

static float limited(float value, float least, float most) {
  return value > least ? fminf(value, most) : least;
}

static struct tp_map_view kept_in_sight(const struct tp_map *map, struct tp_map_view view) {
  float reach = map->atlas->reach_radius;
  return (struct tp_map_view){limited(view.x, -reach, reach), limited(view.y, -reach, reach),
                              limited(view.zoom, least_zoom, most_zoom)};
}

void tp_map_look(struct tp_map *map, struct tp_map_view view) {
  map->view = map->aim = kept_in_sight(map, view);
  map->gliding = false;
}

void tp_map_aim(struct tp_map *map, struct tp_map_view view) {
  map->aim = kept_in_sight(map, view);
}

static float unit_of(struct tp_rect rect, float zoom) {
  return fmaxf(rect.h, 1.0F) * pixels_per_unit * zoom;
}

void tp_map_pan(struct tp_map *map, float dx, float dy) {
  float unit = unit_of(map->rect, map->view.zoom);
  tp_map_look(
      map, (struct tp_map_view){map->view.x - dx / unit, map->view.y + dy / unit, map->view.zoom});
}

void tp_map_zoom(struct tp_map *map, float factor, float x, float y) {
  float zoom = limited(map->aim.zoom * factor, least_zoom, most_zoom);
  float dx = x - map->rect.x - map->rect.w * 0.5F, dy = y - map->rect.y - map->rect.h * 0.5F;
  float change = 1.0F / unit_of(map->rect, map->aim.zoom) - 1.0F / unit_of(map->rect, zoom);
  tp_map_aim(map, (struct tp_map_view){map->aim.x + dx * change, map->aim.y - dy * change, zoom});
}

void tp_map_bring(struct tp_map *map, struct tp_point from, struct tp_point to) {
  float unit = unit_of(map->rect, map->view.zoom);
  tp_map_aim(map, (struct tp_map_view){map->aim.x + (from.x - to.x) / unit,
                                       map->aim.y - (from.y - to.y) / unit, map->aim.zoom});
}

/*
 * A share of the way each frame, so it starts at once and ends softly. The place moves in
 * proportion to one over the zoom: what lies under the pointer then stays there all the way.
 */
bool tp_map_glide(struct tp_map *map, double seconds, bool motion) {
  struct tp_map_view *view = &map->view, aim = map->aim;
  double passed = map->gliding ? fmin(fmax(seconds - map->glided, 0.0), 0.1) : 1.0 / 60.0;
  float share = motion ? (float)(1.0 - exp(-passed / glide_seconds)) : 1.0F;
  float zoom = view->zoom * powf(aim.zoom / view->zoom, share);
  float there = 1.0F / aim.zoom, here = 1.0F / view->zoom, way = there - here;
  float moved = fabsf(way) > 1e-5F * here ? (1.0F / zoom - here) / way : share;
  float unit = unit_of(map->rect, aim.zoom);
  map->glided = seconds;
  map->gliding = false;
  *view = (struct tp_map_view){view->x + (aim.x - view->x) * moved,
                               view->y + (aim.y - view->y) * moved, zoom};
  bool near = fabsf(aim.zoom / view->zoom - 1.0F) < 0.002F &&
              fabsf(aim.x - view->x) * unit < 0.5F && fabsf(aim.y - view->y) * unit < 0.5F;
  if (near)
    *view = aim;
  else
    map->gliding = true;
  return map->gliding;
}

bool tp_map_moves(const struct tp_map *map) {
  return map->gliding || map->unfinished;
}

/* --- pixels --- */

void tp_map_place(struct tp_map *map, struct tp_rect rect) {
  float x = roundf(rect.x), y = roundf(rect.y);
  map->rect = (struct tp_rect){x, y, roundf(rect.x + rect.w) - x, roundf(rect.y + rect.h) - y};
}

/* Where the projection's centre stands on the screen: on a whole pixel, so that the tiles do. */
static struct tp_point centre_of(const struct tp_map *map) {
  float unit = unit_of(map->rect, map->view.zoom);
  return (struct tp_point){roundf(map->rect.x + map->rect.w * 0.5F - map->view.x * unit),
                           roundf(map->rect.y + map->rect.h * 0.5F + map->view.y * unit)};
}

static struct tp_point on_map(const struct tp_map *map, float x, float y) {
  float unit = unit_of(map->rect, map->view.zoom);
  struct tp_point centre = centre_of(map);
  return (struct tp_point){(x - centre.x) / unit, (centre.y - y) / unit};
}

static struct tp_point on_screen(const struct tp_map *map, struct tp_point at) {
  float unit = unit_of(map->rect, map->view.zoom);
  struct tp_point centre = centre_of(map);
  return (struct tp_point){centre.x + at.x * unit, centre.y - at.y * unit};
}

void tp_map_draw(struct tp_map *map, struct tp_draw *draw, struct tp_rect rect, bool moving) {
  tp_map_place(map, rect);
  if (rect.w < 1.0F || rect.h < 1.0F)
    return;
  if (tp_draw_proof(draw)) { /* its ground is all that matters */
    tp_draw_rect(draw, map->rect, map->style.sea);
    return;
  }
  uint64_t dress = dress_of(map);
  if (dress != map->dress)
    tp_painter_dress(map->painter, &map->style, map->fills);
  map->dress = dress;
  struct tp_point centre = centre_of(map);
  struct tp_sight sight = {map->rect,
                           centre.x,
                           centre.y,
                           unit_of(map->rect, map->view.zoom),
                           map->style.sea,
                           dress,
                           moving || map->gliding,
                           map->gliding && fabsf(map->aim.zoom - map->view.zoom) > 1e-4F,
                           map->patient};
  tp_draw_clip_push(draw, rect);
  map->unfinished = tp_tiles_draw(map->tiles, tp_draw_sheet(draw), &sight);
  tp_draw_clip_pop(draw);
}

/* --- asking the map --- */

bool tp_map_locate(const struct tp_map *map, float lon, float lat, struct tp_point *at) {
  return tp_atlas_project(map->atlas->projection, lon, lat, at);
}

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
