/*
 * A shape is rasterized in bands of 32 rows, which fit the processor's cache; each band keeps only
 * the columns it touches, and the bands are stacked in one texture. A long thin curve then costs
 * the pixels near it, in memory and in every copy, and not its whole bounding box. The colour is
 * baked in, because SDL's software renderer copies unmodulated textures twice as fast.
 */
#include "desktop/drawing/shapes.h"

#include "desktop/drawing/raster.h"
#include "desktop/drawing/sheet.h"

#include <SDL.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { most_shapes = 320, band_rows = 32 };
enum { most_shape_bytes = 12 << 20, most_side = 8192 };

struct band {
  int16_t x, y, w, h; /* within the shape; in the texture it starts at x 0 */
  int texture_y;
};

struct kept {
  uint64_t key; /* 0 when empty */
  uint64_t used;
  SDL_Texture *texture; /* NULL for a shape without a visible pixel */
  int bytes, band_count;
  struct band *bands;
};

struct tp_shapes {
  struct tp_sheet *sheet;
  struct tp_raster *raster;
  struct kept kept[most_shapes];
  int bytes;
  uint64_t tick;
  struct tp_point *snapped; /* points of the shape in hand, on a grid of 1/16 pixel */
  size_t snapped_room;
  uint32_t *scratch; /* where a band is rasterized */
  size_t scratch_room;
  uint32_t *packed; /* the bands of the shape in hand, one after the other */
  size_t packed_room;
};

struct tp_shapes *tp_shapes_open(struct tp_sheet *sheet) {
  struct tp_shapes *shapes = calloc(1, sizeof *shapes);
  if (!shapes)
    return NULL;
  shapes->sheet = sheet;
  shapes->raster = tp_raster_open();
  if (!shapes->raster) {
    free(shapes);
    return NULL;
  }
  return shapes;
}

static void drop(struct tp_shapes *shapes, struct kept *kept) {
  tp_sheet_drop(shapes->sheet, kept->texture);
  free(kept->bands);
  shapes->bytes -= kept->bytes;
  *kept = (struct kept){0};
}

void tp_shapes_forget(struct tp_shapes *shapes) {
  for (int i = 0; i < most_shapes; i++)
    drop(shapes, &shapes->kept[i]);
}

void tp_shapes_close(struct tp_shapes *shapes) {
  if (!shapes)
    return;
  tp_shapes_forget(shapes);
  tp_raster_close(shapes->raster);
  free(shapes->scratch);
  free(shapes->packed);
  free(shapes->snapped);
  free(shapes);
}

/* --- what is asked for --- */

struct request {
  struct tp_shape of;
  int x, y, w, h; /* bounding box in whole pixels */
};

static uint32_t bits(float value) {
  uint32_t word;
  memcpy(&word, &value, sizeof word);
  return word;
}

/* Sixty-four bits over all that decides the pixels; a clash is a wrong shape once in ages. */
static uint64_t key_of(const struct request *q) {
  uint64_t hash = tp_sheet_mix(0x243f6a8885a308d3U, (uint32_t)q->of.form);
  struct tp_colour c = q->of.colour;
  hash = tp_sheet_mix(hash, (uint32_t)c.r << 24 | (uint32_t)c.g << 16 | (uint32_t)c.b << 8 | c.a);
  hash = tp_sheet_mix(hash, bits(q->of.width));
  for (size_t i = 0; i < q->of.count; i++) {
    hash = tp_sheet_mix(hash, bits(q->of.points[i].x - (float)q->x));
    hash = tp_sheet_mix(hash, bits(q->of.points[i].y - (float)q->y));
  }
  return hash | 1;
}

static bool measure(struct request *q) {
  float x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
  for (size_t i = 0; i < q->of.count; i++) {
    x0 = fminf(x0, q->of.points[i].x);
    y0 = fminf(y0, q->of.points[i].y);
    x1 = fmaxf(x1, q->of.points[i].x);
    y1 = fmaxf(y1, q->of.points[i].y);
  }
  float reach = q->of.form == TP_SHAPE_POLYGON ? 0.0F : fmaxf(q->of.width, 1.0F) * 0.5F + 0.5F;
  if (q->of.form ==
      TP_SHAPE_RING) /* points hold the centre; the second one's x is the radius beyond it */
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
  return (struct tp_point){q->of.points[i].x - (float)q->x, q->of.points[i].y - (float)q->y};
}

static struct tp_point between(struct tp_point a, struct tp_point b, float share) {
  return (struct tp_point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

void tp_shapes_pattern(enum tp_shape_form form, float width, float *on, float *off) {
  bool dotted = form == TP_SHAPE_DOTTED;
  *on = dotted ? 0.0F : width * 2.5F;
  *off = dotted ? width + fmaxf(width * 0.8F, 2.0F) : width * 4.0F;
}

static void stroke_pattern(struct tp_raster *raster, const struct request *q) {
  float on, off;
  tp_shapes_pattern(q->of.form, q->of.width, &on, &off);
  bool drawn = true;
  float left = on;
  for (size_t i = 0; i + 1 < q->of.count; i++) {
    struct tp_point a = within(q, i), b = within(q, i + 1);
    float length = hypotf(b.x - a.x, b.y - a.y), at = 0.0F;
    while (at < length) {
      float step = fminf(left, length - at);
      if (drawn)
        tp_raster_stroke(raster, between(a, b, at / length), between(a, b, (at + step) / length),
                         q->of.width);
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
  float radius = q->of.points[1].x - q->of.points[0].x;
  struct tp_point last = {c.x + radius, c.y};
  for (int i = 1; i <= steps; i++) {
    float angle = 6.2831853F * (float)i / (float)steps;
    struct tp_point next = {c.x + radius * cosf(angle), c.y + radius * sinf(angle)};
    tp_raster_stroke(raster, last, next, q->of.width);
    last = next;
  }
}

static void rasterize_polygon(struct tp_raster *raster, const struct request *q) {
  for (size_t i = 0; i < q->of.count; i++) {
    struct tp_point a = within(q, i), b = within(q, (i + 1) % q->of.count);
    tp_raster_edge(raster, a.x, a.y, b.x, b.y);
  }
}

static void rasterize(struct tp_raster *raster, const struct request *q) {
  switch (q->of.form) {
  case TP_SHAPE_POLYGON:
    rasterize_polygon(raster, q);
    tp_raster_fill(raster, q->of.colour);
    return;
  case TP_SHAPE_SOLID:
    for (size_t i = 0; i + 1 < q->of.count; i++)
      tp_raster_stroke(raster, within(q, i), within(q, i + 1), q->of.width);
    break;
  case TP_SHAPE_DOTTED:
  case TP_SHAPE_DASHED:
    stroke_pattern(raster, q);
    break;
  case TP_SHAPE_RING:
    rasterize_ring(raster, q);
    break;
  }
  tp_raster_ink(raster, q->of.colour);
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
static bool make_band(struct tp_shapes *shapes, const struct request *q, int y, size_t packed,
                      struct band *band) {
  int rows = q->h - y < band_rows ? q->h - y : band_rows;
  size_t pixels = (size_t)q->w * (size_t)rows;
  struct request part = *q;
  part.y += y;
  if (!make_pixels(&shapes->scratch, &shapes->scratch_room, pixels) ||
      !make_pixels(&shapes->packed, &shapes->packed_room, packed + pixels) ||
      tp_raster_target(shapes->raster, shapes->scratch, q->w, q->w, rows) != 0)
    return false;
  memset(shapes->scratch, 0, pixels * sizeof *shapes->scratch);
  rasterize(shapes->raster, &part);
  *band = find_band(shapes->scratch, q->w, y, rows);
  for (int row = 0; row < rows; row++)
    memcpy(shapes->packed + packed + (size_t)row * (size_t)band->w,
           shapes->scratch + (size_t)row * (size_t)q->w + band->x,
           (size_t)band->w * sizeof *shapes->packed);
  return true;
}

static void upload(struct tp_shapes *shapes, struct kept *kept, int width, int height) {
  kept->texture = SDL_CreateTexture(tp_sheet_renderer(shapes->sheet), SDL_PIXELFORMAT_ARGB8888,
                                    SDL_TEXTUREACCESS_STATIC, width, height);
  if (!kept->texture)
    return;
  SDL_SetTextureBlendMode(kept->texture, SDL_BLENDMODE_BLEND);
  kept->bytes = width * height * 4;
  shapes->bytes += kept->bytes;
  const uint32_t *pixels = shapes->packed;
  for (int i = 0; i < kept->band_count; i++) {
    const struct band *band = &kept->bands[i];
    SDL_Rect area = {0, band->texture_y, band->w, band->h};
    SDL_UpdateTexture(kept->texture, &area, pixels, band->w * 4);
    pixels += band->w * band->h;
  }
}

static bool keep_bands(struct tp_shapes *shapes, struct kept *kept, const struct request *q) {
  struct band bands[most_side / band_rows + 1];
  int count = 0, width = 0, height = 0;
  size_t packed = 0;
  for (int y = 0; y < q->h; y += band_rows) {
    struct band *band = &bands[count];
    if (!make_band(shapes, q, y, packed, band))
      return false;
    if (!band->w)
      continue;
    band->texture_y = height;
    packed += (size_t)band->w * (size_t)band->h;
    width = band->w > width ? band->w : width;
    height += band->h;
    count++;
  }
  kept->bands = count ? malloc((size_t)count * sizeof *bands) : NULL;
  if (!kept->bands)
    return count == 0;
  memcpy(kept->bands, bands, (size_t)count * sizeof *bands);
  kept->band_count = count;
  upload(shapes, kept, width, height);
  return true;
}

static struct kept *oldest(struct tp_shapes *shapes) {
  struct kept *place = NULL;
  for (int i = 0; i < most_shapes; i++) {
    struct kept *kept = &shapes->kept[i];
    if (!kept->key)
      return kept;
    if (!place || kept->used < place->used)
      place = kept;
  }
  return place;
}

/* The least recently used shapes go first until the rest fits the bound in memory. */
static struct kept *make_place(struct tp_shapes *shapes) {
  struct kept *place = oldest(shapes);
  drop(shapes, place);
  while (shapes->bytes > most_shape_bytes) {
    struct kept *victim = NULL;
    for (int i = 0; i < most_shapes; i++)
      if (shapes->kept[i].bytes && (!victim || shapes->kept[i].used < victim->used))
        victim = &shapes->kept[i];
    drop(shapes, victim);
  }
  return place;
}

static struct kept *make_shape(struct tp_shapes *shapes, const struct request *q, uint64_t key) {
  struct kept *kept = make_place(shapes);
  if (!keep_bands(shapes, kept, q))
    return NULL;
  kept->key = key;
  return kept;
}

static struct kept *find_shape(struct tp_shapes *shapes, uint64_t key) {
  for (int i = 0; i < most_shapes; i++)
    if (shapes->kept[i].key == key)
      return &shapes->kept[i];
  return NULL;
}

static bool visible(const struct request *q, struct tp_rect limits) {
  struct tp_rect box = {(float)q->x, (float)q->y, (float)q->w, (float)q->h};
  struct tp_rect seen = tp_rect_overlap(limits, box);
  return seen.w > 0.0F && seen.h > 0.0F && q->of.colour.a > 0;
}

/* Without this a shape moved by whole pixels would differ in the last bits and be made anew. */
static bool snap_points(struct tp_shapes *shapes, struct request *q) {
  if (q->of.count > shapes->snapped_room) {
    free(shapes->snapped);
    shapes->snapped = malloc(q->of.count * sizeof *shapes->snapped);
    shapes->snapped_room = shapes->snapped ? q->of.count : 0;
  }
  if (q->of.count > shapes->snapped_room)
    return false;
  for (size_t i = 0; i < q->of.count; i++)
    shapes->snapped[i] = (struct tp_point){floorf(q->of.points[i].x * 16.0F + 0.5F) / 16.0F,
                                           floorf(q->of.points[i].y * 16.0F + 0.5F) / 16.0F};
  q->of.points = shapes->snapped;
  return true;
}

void tp_shapes_draw(struct tp_shapes *shapes, const struct tp_shape *shape, struct tp_rect limits) {
  struct request q = {*shape, 0, 0, 0, 0};
  if (shape->count < 2 || !snap_points(shapes, &q) || !measure(&q) || !visible(&q, limits))
    return;
  uint64_t key = key_of(&q);
  struct kept *kept = find_shape(shapes, key);
  if (!kept)
    kept = make_shape(shapes, &q, key);
  if (!kept)
    return;
  kept->used = ++shapes->tick;
  for (int i = 0; kept->texture && kept->bands && i < kept->band_count; i++) {
    const struct band *band = &kept->bands[i];
    SDL_Rect from = {0, band->texture_y, band->w, band->h};
    SDL_Rect to = {q.x + band->x, q.y + band->y, band->w, band->h};
    tp_sheet_copy(shapes->sheet, kept->texture, key, from, to);
  }
}
