#include "desktop/map/tiles.h"

#include "desktop/drawing/sheet.h"

#include <math.h>
#include <stdlib.h>

enum { side = 256, most_tiles = 640, a_frame = 8, ahead_a_frame = 2 };

/* How far the squares of one size are stretched before others are painted while the size glides. */
static const float most_stretch = 2.2F, least_stretch = 0.7F;

struct tile {
  SDL_Texture *texture; /* NULL: the place is free */
  int x, y;             /* in squares, from the picture's 0, 0 */
  float unit;
  uint64_t dress, used;
};

struct tp_tiles {
  struct tp_painter *painter;
  struct tp_sheet *sheet; /* the squares' textures are of its renderer */
  struct tile tiles[most_tiles];
  float unit, before; /* the size that is painted, and the one it takes the place of (0: none) */
  uint64_t frame;
};

/* A range of squares. */
struct span {
  int x0, y0, x1, y1; /* the last is not in it */
};

struct tp_tiles *tp_tiles_open(struct tp_painter *painter) {
  struct tp_tiles *t = calloc(1, sizeof *t);
  if (t)
    t->painter = painter;
  return t;
}

static void drop(struct tp_tiles *t, struct tile *tile) {
  if (tile->texture)
    tp_sheet_drop(t->sheet, tile->texture);
  *tile = (struct tile){0};
}

void tp_tiles_forget(struct tp_tiles *t) {
  for (int i = 0; i < most_tiles; i++)
    drop(t, &t->tiles[i]);
}

void tp_tiles_close(struct tp_tiles *t) {
  if (!t)
    return;
  tp_tiles_forget(t);
  free(t);
}

static bool same(float a, float b) {
  return fabsf(a - b) < 1e-4F;
}

static struct tile *find(struct tp_tiles *t, float unit, int x, int y) {
  for (int i = 0; i < most_tiles; i++) {
    struct tile *tile = &t->tiles[i];
    if (tile->texture && tile->x == x && tile->y == y && same(tile->unit, unit))
      return tile;
  }
  return NULL;
}

/* A free place, else that of the square not seen for longest. */
static struct tile *place(struct tp_tiles *t) {
  struct tile *oldest = &t->tiles[0];
  for (int i = 0; i < most_tiles; i++) {
    if (!t->tiles[i].texture)
      return &t->tiles[i];
    if (t->tiles[i].used < oldest->used)
      oldest = &t->tiles[i];
  }
  drop(t, oldest);
  return oldest;
}

/* The pixels are made in the texture's own memory: nothing but writes, all of it written. False
 * when memory is out. */
static bool paint(struct tp_tiles *t, struct tile *tile, int x, int y, uint64_t dress) {
  void *pixels = NULL;
  int pitch = 0;
  if (!tile->texture) {
    tile->texture = SDL_CreateTexture(tp_sheet_renderer(t->sheet), SDL_PIXELFORMAT_RGB888,
                                      SDL_TEXTUREACCESS_STREAMING, side, side);
    if (!tile->texture)
      return false;
    SDL_SetTextureBlendMode(tile->texture, SDL_BLENDMODE_NONE);
  }
  if (SDL_LockTexture(tile->texture, NULL, &pixels, &pitch) != 0) {
    drop(t, tile);
    return false;
  }
  tp_painter_paint(t->painter, x * side, y * side, pixels, pitch / 4, side, side);
  SDL_UnlockTexture(tile->texture);
  tile->x = x;
  tile->y = y;
  tile->unit = t->unit;
  tile->dress = dress;
  tile->used = t->frame;
  return true;
}

/* The squares of a size that touch the sight. */
static struct span span_of(const struct tp_sight *s, float unit) {
  float one = (float)side * s->unit / unit;
  return (struct span){(int)floorf((s->rect.x - s->x) / one), (int)floorf((s->rect.y - s->y) / one),
                       (int)ceilf((s->rect.x + s->rect.w - s->x) / one),
                       (int)ceilf((s->rect.y + s->rect.h - s->y) / one)};
}

static uint64_t key_of(const struct tile *tile) {
  uint64_t place = (uint64_t)(uint32_t)tile->x << 32 | (uint32_t)tile->y;
  uint64_t size = (uint64_t)lroundf(tile->unit * 4096.0F);
  return tp_sheet_mix(tp_sheet_mix(tile->dress, place), size);
}

/*
 * Copies the part that is seen: SDL's software renderer stretches a whole texture before it clips.
 * The part is widened to whole pixels of the square; edges of neighbours are rounded alike.
 */
static void copy(struct tp_sheet *sheet, const struct tile *tile, const struct tp_sight *s) {
  float grow = s->unit / tile->unit;
  float left = s->x + (float)(tile->x * side) * grow, top = s->y + (float)(tile->y * side) * grow;
  int x0 = (int)fmaxf(floorf((s->rect.x - left) / grow), 0.0F);
  int y0 = (int)fmaxf(floorf((s->rect.y - top) / grow), 0.0F);
  int x1 = (int)fminf(ceilf((s->rect.x + s->rect.w - left) / grow), (float)side);
  int y1 = (int)fminf(ceilf((s->rect.y + s->rect.h - top) / grow), (float)side);
  if (x0 >= x1 || y0 >= y1)
    return;
  int to_x = (int)lroundf(left + (float)x0 * grow), to_y = (int)lroundf(top + (float)y0 * grow);
  SDL_Rect from = {x0, y0, x1 - x0, y1 - y0};
  SDL_Rect to = {to_x, to_y, (int)lroundf(left + (float)x1 * grow) - to_x,
                 (int)lroundf(top + (float)y1 * grow) - to_y};
  tp_sheet_copy(sheet, tile->texture, key_of(tile), from, to);
}

static void copy_all(struct tp_tiles *t, const struct tp_sight *s, float unit) {
  struct span span = span_of(s, unit);
  for (int i = 0; i < most_tiles; i++) {
    struct tile *tile = &t->tiles[i];
    if (!tile->texture || !same(tile->unit, unit) || tile->x < span.x0 || tile->x >= span.x1 ||
        tile->y < span.y0 || tile->y >= span.y1)
      continue;
    tile->used = t->frame;
    copy(t->sheet, tile, s);
  }
}

/* Paints what is missing or out of date in the span, at most so many; returns how many are left. */
static int paint_missing(struct tp_tiles *t, const struct tp_sight *s, struct span span, int most) {
  int left = 0;
  for (int y = span.y0; y < span.y1; y++) {
    for (int x = span.x0; x < span.x1; x++) {
      struct tile *tile = find(t, t->unit, x, y);
      if (tile && tile->dress == s->dress)
        continue;
      if (most-- <= 0 || !paint(t, tile ? tile : place(t), x, y, s->dress))
        left++;
    }
  }
  return left;
}

static void forget_size(struct tp_tiles *t, float unit) {
  for (int i = 0; i < most_tiles; i++)
    if (t->tiles[i].texture && same(t->tiles[i].unit, unit))
      drop(t, &t->tiles[i]);
}

/* What is whole stays behind until what takes its place is whole too. */
static void choose_size(struct tp_tiles *t, const struct tp_sight *s) {
  float stretch = t->unit > 0.0F ? s->unit / t->unit : 0.0F;
  if (same(t->unit, s->unit) ||
      (s->gliding && !s->patient && stretch > least_stretch && stretch < most_stretch))
    return;
  if (t->before > 0.0F)
    forget_size(t, t->unit);
  else
    t->before = t->unit;
  if (same(t->before, s->unit))
    t->before = 0.0F;
  t->unit = s->unit;
  tp_painter_size(t->painter, t->unit);
}

/* Drops squares far out of sight, so that memory follows from the size of the window. */
static void tidy(struct tp_tiles *t, struct span span) {
  for (int i = 0; i < most_tiles; i++) {
    struct tile *tile = &t->tiles[i];
    if (tile->texture && same(tile->unit, t->unit) &&
        (tile->x < span.x0 - 2 || tile->x > span.x1 + 1 || tile->y < span.y0 - 2 ||
         tile->y > span.y1 + 1))
      drop(t, tile);
  }
}

bool tp_tiles_draw(struct tp_tiles *t, struct tp_sheet *sheet, const struct tp_sight *s) {
  t->sheet = sheet;
  t->frame++;
  choose_size(t, s);
  struct span span = span_of(s, t->unit);
  bool covered = t->before > 0.0F && !s->patient;
  int left = paint_missing(t, s, span, covered ? a_frame : most_tiles);
  if (left) { /* else the squares cover all of it, and once is enough to write so many pixels */
    tp_sheet_fill(t->sheet,
                  (SDL_Rect){(int)s->rect.x, (int)s->rect.y, (int)s->rect.w, (int)s->rect.h},
                  s->sea);
    copy_all(t, s, t->before);
  }
  copy_all(t, s, t->unit);
  if (left)
    return true;
  if (t->before > 0.0F)
    forget_size(t, t->before);
  t->before = 0.0F;
  tidy(t, span);
  struct span wider = {span.x0 - 1, span.y0 - 1, span.x1 + 1, span.y1 + 1};
  if (s->moving)
    paint_missing(t, s, wider, ahead_a_frame);
  return !same(t->unit, s->unit);
}
