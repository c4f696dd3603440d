/*
 * How a shape is kept. It is rasterized in bands of 32 rows, which fit the processor's cache; each
 * band keeps only the columns it touches, and the bands are stacked in one texture. A long thin
 * curve then costs the pixels near it, in memory and in every copy, and not its whole bounding box.
 * The colour is baked in, because SDL's software renderer copies unmodulated textures twice as
 * fast.
 */
#include "desktop/draw.h"

#include "desktop/png.h"
#include "desktop/raster.h"

#include <SDL.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { most_shapes = 320, band_rows = 32, most_clips = 16 };
enum { most_shape_bytes = 12 << 20, most_side = 8192 };

struct band {
  int16_t x, y, w, h; /* within the shape; in the texture it starts at x 0 */
  int texture_y;
};

struct shape {
  uint64_t key; /* 0 when empty */
  uint64_t used;
  SDL_Texture *texture; /* NULL for a shape without a visible pixel */
  int bytes, band_count;
  struct band *bands;
};

struct tp_draw {
  SDL_Renderer *renderer;
  struct tp_raster *raster;
  struct shape shapes[most_shapes];
  int shape_bytes;
  uint64_t tick;
  struct tp_point *snapped; /* points of the shape in hand, on a grid of 1/16 pixel */
  size_t snapped_room;
  uint32_t *scratch; /* where a band is rasterized */
  size_t scratch_room;
  uint32_t *packed; /* the bands of the shape in hand, one after the other */
  size_t packed_room;
  struct tp_rect clips[most_clips + 1]; /* clips[0] is the whole target */
  int clip_count;
};

/* --- life, clipping, plain rectangles --- */

static struct tp_rect output_size(SDL_Renderer *renderer) {
  int w = 0, h = 0;
  SDL_GetRendererOutputSize(renderer, &w, &h);
  return (struct tp_rect){0.0F, 0.0F, (float)w, (float)h};
}

struct tp_draw *tp_draw_open(struct SDL_Renderer *renderer) {
  struct tp_draw *draw = calloc(1, sizeof *draw);
  if (!draw)
    return NULL;
  draw->renderer = renderer;
  draw->raster = tp_raster_open();
  if (!draw->raster) {
    free(draw);
    return NULL;
  }
  SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
  return draw;
}

static void drop_shape(struct tp_draw *draw, struct shape *shape) {
  if (shape->texture)
    SDL_DestroyTexture(shape->texture);
  free(shape->bands);
  draw->shape_bytes -= shape->bytes;
  *shape = (struct shape){0};
}

void tp_draw_forget(struct tp_draw *draw) {
  for (int i = 0; i < most_shapes; i++)
    drop_shape(draw, &draw->shapes[i]);
}

void tp_draw_close(struct tp_draw *draw) {
  if (!draw)
    return;
  tp_draw_forget(draw);
  tp_raster_close(draw->raster);
  free(draw->scratch);
  free(draw->packed);
  free(draw->snapped);
  free(draw);
}

struct SDL_Renderer *tp_draw_renderer(struct tp_draw *draw) {
  return draw->renderer;
}

struct tp_rect tp_draw_bounds(const struct tp_draw *draw) {
  return output_size(draw->renderer);
}

static SDL_Rect snap(struct tp_rect rect) {
  int x = (int)lroundf(rect.x), y = (int)lroundf(rect.y);
  return (SDL_Rect){x, y, (int)lroundf(rect.x + rect.w) - x, (int)lroundf(rect.y + rect.h) - y};
}

static void apply_clip(struct tp_draw *draw) {
  if (draw->clip_count == 0) {
    SDL_RenderSetClipRect(draw->renderer, NULL);
    return;
  }
  SDL_Rect rect = snap(draw->clips[draw->clip_count]);
  SDL_RenderSetClipRect(draw->renderer, &rect);
}

void tp_draw_clip_push(struct tp_draw *draw, struct tp_rect rect) {
  struct tp_rect limits = tp_draw_clipped(draw, rect);
  if (draw->clip_count < most_clips)
    draw->clip_count++;
  draw->clips[draw->clip_count] = limits;
  apply_clip(draw);
}

void tp_draw_clip_pop(struct tp_draw *draw) {
  if (draw->clip_count > 0)
    draw->clip_count--;
  apply_clip(draw);
}

struct tp_rect tp_draw_clipped(const struct tp_draw *draw, struct tp_rect rect) {
  struct tp_rect limits =
      draw->clip_count > 0 ? draw->clips[draw->clip_count] : tp_draw_bounds(draw);
  return tp_rect_overlap(limits, rect);
}

static void set_colour(struct tp_draw *draw, struct tp_colour c) {
  SDL_SetRenderDrawColor(draw->renderer, c.r, c.g, c.b, c.a);
}

void tp_draw_clear(struct tp_draw *draw, struct tp_colour colour) {
  set_colour(draw, colour);
  SDL_RenderClear(draw->renderer);
}

void tp_draw_rect(struct tp_draw *draw, struct tp_rect rect, struct tp_colour colour) {
  SDL_Rect area = snap(rect);
  if (area.w <= 0 || area.h <= 0 || colour.a == 0)
    return;
  set_colour(draw, colour);
  SDL_RenderFillRect(draw->renderer, &area);
}

void tp_draw_frame(struct tp_draw *draw, struct tp_rect rect, int width, struct tp_colour colour) {
  SDL_Rect r = snap(rect);
  int side = r.h - 2 * width;
  if (r.w <= 0 || r.h <= 0 || width <= 0)
    return;
  SDL_Rect sides[4] = {{r.x, r.y, r.w, width},
                       {r.x, r.y + r.h - width, r.w, width},
                       {r.x, r.y + width, width, side},
                       {r.x + r.w - width, r.y + width, width, side}};
  set_colour(draw, colour);
  SDL_RenderFillRects(draw->renderer, sides, side > 0 ? 4 : 2);
}

void tp_draw_hrule(struct tp_draw *draw, float x, float y, float length, int width,
                   struct tp_colour colour) {
  struct tp_rect rule = {x, roundf(y), length, (float)width};
  tp_draw_rect(draw, rule, colour);
}

void tp_draw_vrule(struct tp_draw *draw, float x, float y, float length, int width,
                   struct tp_colour colour) {
  struct tp_rect rule = {roundf(x), y, (float)width, length};
  tp_draw_rect(draw, rule, colour);
}

/* --- shapes: kept as stacked bands --- */

enum form { FORM_POLYGON, FORM_SOLID, FORM_DOTTED, FORM_DASHED, FORM_RING };

struct request {
  enum form form;
  const struct tp_point *points;
  size_t count;
  float width;
  struct tp_colour colour;
  int x, y, w, h; /* bounding box in whole pixels */
};

static uint64_t mix(uint64_t hash, uint32_t word) {
  hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
  return hash ^ hash >> 29;
}

static uint32_t bits(float value) {
  uint32_t word;
  memcpy(&word, &value, sizeof word);
  return word;
}

/* Sixty-four bits over all that decides the pixels; a clash is a wrong shape once in ages. */
static uint64_t key_of(const struct request *q) {
  uint64_t hash = mix(0x243f6a8885a308d3U, (uint32_t)q->form);
  struct tp_colour c = q->colour;
  hash = mix(hash, (uint32_t)c.r << 24 | (uint32_t)c.g << 16 | (uint32_t)c.b << 8 | c.a);
  hash = mix(hash, bits(q->width));
  for (size_t i = 0; i < q->count; i++) {
    hash = mix(hash, bits(q->points[i].x - (float)q->x));
    hash = mix(hash, bits(q->points[i].y - (float)q->y));
  }
  return hash | 1;
}

static bool measure(struct request *q) {
  float x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
  for (size_t i = 0; i < q->count; i++) {
    x0 = fminf(x0, q->points[i].x);
    y0 = fminf(y0, q->points[i].y);
    x1 = fmaxf(x1, q->points[i].x);
    y1 = fmaxf(y1, q->points[i].y);
  }
  float reach = q->form == FORM_POLYGON ? 0.0F : fmaxf(q->width, 1.0F) * 0.5F + 0.5F;
  if (q->form == FORM_RING) /* points hold the centre; the second one's x is the radius beyond it */
    reach += x1 - x0;
  x0 = floorf(x0 - reach);
  y0 = floorf(y0 - reach);
  x1 = ceilf(x1 + reach);
  y1 = ceilf(y1 + reach);
  if (!(x1 - x0 < (float)most_side) || !(y1 - y0 < (float)most_side) || fabsf(x0) > 1e6F ||
      fabsf(y0) > 1e6F)
    return false;
  q->x = (int)x0;
  q->y = (int)y0;
  q->w = (int)(x1 - x0) + 1;
  q->h = (int)(y1 - y0) + 1;
  return true;
}

static struct tp_point within(const struct request *q, size_t i) {
  return (struct tp_point){q->points[i].x - (float)q->x, q->points[i].y - (float)q->y};
}

static struct tp_point between(struct tp_point a, struct tp_point b, float share) {
  return (struct tp_point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/* Strokes along the points: `on` pixels of line (0: a dot), `off` pixels of nothing, in turn. */
static void stroke_pattern(struct tp_raster *raster, const struct request *q, float on, float off) {
  bool drawn = true;
  float left = on;
  for (size_t i = 0; i + 1 < q->count; i++) {
    struct tp_point a = within(q, i), b = within(q, i + 1);
    float length = hypotf(b.x - a.x, b.y - a.y), at = 0.0F;
    while (at < length) {
      float step = fminf(left, length - at);
      if (drawn)
        tp_raster_stroke(raster, between(a, b, at / length), between(a, b, (at + step) / length),
                         q->width);
      at += step;
      left -= step;
      if (left <= 0.0F) {
        drawn = !drawn;
        left = drawn ? on : off;
      }
    }
  }
}

static void rasterize_ring(struct tp_raster *raster, const struct request *q) {
  enum { steps = 64 };
  struct tp_point c = within(q, 0);
  float radius = q->points[1].x - q->points[0].x;
  struct tp_point last = {c.x + radius, c.y};
  for (int i = 1; i <= steps; i++) {
    float angle = 6.2831853F * (float)i / (float)steps;
    struct tp_point next = {c.x + radius * cosf(angle), c.y + radius * sinf(angle)};
    tp_raster_stroke(raster, last, next, q->width);
    last = next;
  }
}

static void rasterize_polygon(struct tp_raster *raster, const struct request *q) {
  for (size_t i = 0; i < q->count; i++) {
    struct tp_point a = within(q, i), b = within(q, (i + 1) % q->count);
    tp_raster_edge(raster, a.x, a.y, b.x, b.y);
  }
}

static void rasterize(struct tp_raster *raster, const struct request *q) {
  switch (q->form) {
  case FORM_POLYGON:
    rasterize_polygon(raster, q);
    tp_raster_fill(raster, q->colour);
    return;
  case FORM_SOLID:
    for (size_t i = 0; i + 1 < q->count; i++)
      tp_raster_stroke(raster, within(q, i), within(q, i + 1), q->width);
    break;
  case FORM_DOTTED:
    stroke_pattern(raster, q, 0.0F, q->width + fmaxf(q->width * 0.8F, 2.0F));
    break;
  case FORM_DASHED:
    stroke_pattern(raster, q, q->width * 2.5F, q->width * 4.0F);
    break;
  case FORM_RING:
    rasterize_ring(raster, q);
    break;
  }
  tp_raster_ink(raster, q->colour);
}

/* Makes an array of 32-bit pixels at least so large; what was in it stays. */
static bool make_pixels(uint32_t **pixels, size_t *room, size_t wanted) {
  if (wanted <= *room)
    return true;
  uint32_t *bigger = realloc(*pixels, wanted * 2 * sizeof **pixels);
  if (!bigger)
    return false;
  *pixels = bigger;
  *room = wanted * 2;
  return true;
}

/* The columns that the first `h` rows of the scratch pixels touch. */
static struct band find_band(const uint32_t *pixels, int width, int y, int h) {
  int first = width, last = -1;
  for (int row = 0; row < h; row++) {
    const uint32_t *line = pixels + (ptrdiff_t)row * width;
    int left = 0, right = width - 1;
    while (left < first && !line[left])
      left++;
    while (right > last && !line[right])
      right--;
    first = left < first ? left : first;
    last = right > last ? right : last;
  }
  struct band band = {(int16_t)first, (int16_t)y, 0, (int16_t)h, 0};
  if (last >= first)
    band.w = (int16_t)(last - first + 1);
  return band;
}

/* Rasterizes the rows of one band; its pixels go behind the `packed` ones there are. */
static bool make_band(struct tp_draw *draw, const struct request *q, int y, size_t packed,
                      struct band *band) {
  int rows = q->h - y < band_rows ? q->h - y : band_rows;
  size_t pixels = (size_t)q->w * (size_t)rows;
  struct request part = *q;
  part.y += y;
  if (!make_pixels(&draw->scratch, &draw->scratch_room, pixels) ||
      !make_pixels(&draw->packed, &draw->packed_room, packed + pixels) ||
      tp_raster_target(draw->raster, draw->scratch, q->w, q->w, rows) != 0)
    return false;
  memset(draw->scratch, 0, pixels * sizeof *draw->scratch);
  rasterize(draw->raster, &part);
  *band = find_band(draw->scratch, q->w, y, rows);
  for (int row = 0; row < rows; row++)
    memcpy(draw->packed + packed + (size_t)row * (size_t)band->w,
           draw->scratch + (size_t)row * (size_t)q->w + band->x,
           (size_t)band->w * sizeof *draw->packed);
  return true;
}

static void upload(struct tp_draw *draw, struct shape *shape, int width, int height) {
  shape->texture = SDL_CreateTexture(draw->renderer, SDL_PIXELFORMAT_ARGB8888,
                                     SDL_TEXTUREACCESS_STATIC, width, height);
  if (!shape->texture)
    return;
  SDL_SetTextureBlendMode(shape->texture, SDL_BLENDMODE_BLEND);
  shape->bytes = width * height * 4;
  draw->shape_bytes += shape->bytes;
  const uint32_t *pixels = draw->packed;
  for (int i = 0; i < shape->band_count; i++) {
    const struct band *band = &shape->bands[i];
    SDL_Rect area = {0, band->texture_y, band->w, band->h};
    SDL_UpdateTexture(shape->texture, &area, pixels, band->w * 4);
    pixels += band->w * band->h;
  }
}

static bool keep_bands(struct tp_draw *draw, struct shape *shape, const struct request *q) {
  struct band bands[most_side / band_rows + 1];
  int count = 0, width = 0, height = 0;
  size_t packed = 0;
  for (int y = 0; y < q->h; y += band_rows) {
    struct band *band = &bands[count];
    if (!make_band(draw, q, y, packed, band))
      return false;
    if (!band->w)
      continue;
    band->texture_y = height;
    packed += (size_t)band->w * (size_t)band->h;
    width = band->w > width ? band->w : width;
    height += band->h;
    count++;
  }
  shape->bands = count ? malloc((size_t)count * sizeof *bands) : NULL;
  if (!shape->bands)
    return count == 0;
  memcpy(shape->bands, bands, (size_t)count * sizeof *bands);
  shape->band_count = count;
  upload(draw, shape, width, height);
  return true;
}

static struct shape *oldest_shape(struct tp_draw *draw) {
  struct shape *oldest = NULL;
  for (int i = 0; i < most_shapes; i++) {
    struct shape *shape = &draw->shapes[i];
    if (!shape->key)
      return shape;
    if (!oldest || shape->used < oldest->used)
      oldest = shape;
  }
  return oldest;
}

/* The least recently used shapes go first until the rest fits the bound in memory. */
static struct shape *make_place(struct tp_draw *draw) {
  struct shape *place = oldest_shape(draw);
  drop_shape(draw, place);
  while (draw->shape_bytes > most_shape_bytes) {
    struct shape *victim = NULL;
    for (int i = 0; i < most_shapes; i++)
      if (draw->shapes[i].bytes && (!victim || draw->shapes[i].used < victim->used))
        victim = &draw->shapes[i];
    drop_shape(draw, victim);
  }
  return place;
}

static struct shape *make_shape(struct tp_draw *draw, const struct request *q, uint64_t key) {
  struct shape *shape = make_place(draw);
  if (!keep_bands(draw, shape, q))
    return NULL;
  shape->key = key;
  return shape;
}

static struct shape *find_shape(struct tp_draw *draw, uint64_t key) {
  for (int i = 0; i < most_shapes; i++)
    if (draw->shapes[i].key == key)
      return &draw->shapes[i];
  return NULL;
}

static bool visible(const struct tp_draw *draw, const struct request *q) {
  struct tp_rect box = {(float)q->x, (float)q->y, (float)q->w, (float)q->h};
  struct tp_rect seen = tp_draw_clipped(draw, box);
  return seen.w > 0.0F && seen.h > 0.0F && q->colour.a > 0;
}

/* Without this a shape moved by whole pixels would differ in the last bits and be made anew. */
static bool snap_points(struct tp_draw *draw, struct request *q) {
  if (q->count > draw->snapped_room) {
    free(draw->snapped);
    draw->snapped = malloc(q->count * sizeof *draw->snapped);
    draw->snapped_room = draw->snapped ? q->count : 0;
  }
  if (q->count > draw->snapped_room)
    return false;
  for (size_t i = 0; i < q->count; i++)
    draw->snapped[i] = (struct tp_point){floorf(q->points[i].x * 16.0F + 0.5F) / 16.0F,
                                         floorf(q->points[i].y * 16.0F + 0.5F) / 16.0F};
  q->points = draw->snapped;
  return true;
}

static void draw_shape(struct tp_draw *draw, struct request *q) {
  if (q->count < 2 || !snap_points(draw, q) || !measure(q) || !visible(draw, q))
    return;
  uint64_t key = key_of(q);
  struct shape *shape = find_shape(draw, key);
  if (!shape)
    shape = make_shape(draw, q, key);
  if (!shape)
    return;
  shape->used = ++draw->tick;
  for (int i = 0; shape->texture && shape->bands && i < shape->band_count; i++) {
    const struct band *band = &shape->bands[i];
    SDL_Rect from = {0, band->texture_y, band->w, band->h};
    SDL_Rect to = {q->x + band->x, q->y + band->y, band->w, band->h};
    SDL_RenderCopy(draw->renderer, shape->texture, &from, &to);
  }
}

void tp_draw_line(struct tp_draw *draw, const struct tp_point *points, size_t count, float width,
                  enum tp_line_style style, struct tp_colour colour) {
  static const enum form forms[] = {FORM_SOLID, FORM_DOTTED, FORM_DASHED};
  struct request q = {
      .form = forms[style], .points = points, .count = count, .width = width, .colour = colour};
  draw_shape(draw, &q);
}

void tp_draw_polygon(struct tp_draw *draw, const struct tp_point *points, size_t count,
                     struct tp_colour colour) {
  struct request q = {.form = FORM_POLYGON, .points = points, .count = count, .colour = colour};
  draw_shape(draw, &q);
}

void tp_draw_circle(struct tp_draw *draw, float x, float y, float radius, struct tp_colour colour) {
  struct tp_point points[2] = {{x, y}, {x, y}};
  struct request q = {FORM_SOLID, points, 2, radius * 2.0F, colour, 0, 0, 0, 0};
  draw_shape(draw, &q);
}

void tp_draw_ring(struct tp_draw *draw, float x, float y, float radius, float width,
                  struct tp_colour colour) {
  struct tp_point points[2] = {{x, y}, {x + radius, y}};
  struct request q = {FORM_RING, points, 2, width, colour, 0, 0, 0, 0};
  draw_shape(draw, &q);
}

void tp_draw_arc(struct tp_draw *draw, struct tp_point from, struct tp_point to, float bend,
                 float width, enum tp_line_style style, struct tp_colour colour) {
  struct tp_point points[TP_ARC_POINTS];
  tp_arc_points(from, to, bend, points);
  tp_draw_line(draw, points, TP_ARC_POINTS, width, style, colour);
}

/* --- screenshots --- */

static bool is_bmp(const char *path) {
  size_t length = strlen(path);
  return length >= 4 && SDL_strcasecmp(path + length - 4, ".bmp") == 0;
}

int tp_draw_screenshot(struct tp_draw *draw, const char *path) {
  struct tp_rect size = tp_draw_bounds(draw);
  SDL_Surface *surface =
      SDL_CreateRGBSurfaceWithFormat(0, (int)size.w, (int)size.h, 32, SDL_PIXELFORMAT_ARGB8888);
  if (!surface)
    return -1;
  int result = SDL_RenderReadPixels(draw->renderer, NULL, SDL_PIXELFORMAT_ARGB8888, surface->pixels,
                                    surface->pitch);
  if (result == 0)
    result = is_bmp(path)
                 ? SDL_SaveBMP(surface, path)
                 : tp_png_write(path, surface->pixels, surface->pitch / 4, surface->w, surface->h);
  SDL_FreeSurface(surface);
  return result == 0 ? 0 : -1;
}
