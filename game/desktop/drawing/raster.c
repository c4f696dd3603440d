/*
 * Fill: every edge leaves, in the rows it crosses, the change of coverage it causes from one pixel
 * to the next; summing a row from left to right then gives the signed area covered in each pixel.
 * The cost is the length of the edges plus the pixels between them. Two rings that share an edge
 * cancel along it exactly, so a country cut in two at 180 degrees shows no seam.
 */
#include "desktop/drawing/raster.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

struct row {
  int first, last; /* pixels touched; first > last when none */
};

struct tp_raster {
  uint32_t *pixels;
  int stride, width, height;
  float *cover; /* (width + 3) x height, all zero between shapes */
  struct row *rows;
  size_t cover_room, row_room;
  int top, bottom; /* rows touched */
};

struct tp_raster *tp_raster_open(void) {
  return calloc(1, sizeof(struct tp_raster));
}

void tp_raster_close(struct tp_raster *raster) {
  if (!raster)
    return;
  free(raster->cover);
  free(raster->rows);
  free(raster);
}

static void forget_shape(struct tp_raster *r) {
  r->top = r->height;
  r->bottom = -1;
}

static int cover_stride(const struct tp_raster *r) {
  return r->width + 3;
}

static bool make_room(struct tp_raster *r, size_t cover, size_t rows) {
  if (cover > r->cover_room) {
    free(r->cover);
    r->cover = calloc(cover, sizeof *r->cover);
    r->cover_room = r->cover ? cover : 0;
  }
  if (rows > r->row_room) {
    free(r->rows);
    r->rows = malloc(rows * sizeof *r->rows);
    r->row_room = r->rows ? rows : 0;
  }
  return cover <= r->cover_room && rows <= r->row_room;
}

int tp_raster_target(struct tp_raster *raster, uint32_t *pixels, int stride, int width,
                     int height) {
  raster->pixels = pixels;
  raster->stride = stride;
  raster->width = width > 0 ? width : 0;
  raster->height = height > 0 ? height : 0;
  size_t cover = (size_t)cover_stride(raster) * (size_t)raster->height;
  if (!make_room(raster, cover, (size_t)raster->height))
    raster->width = raster->height = 0;
  for (int y = 0; y < raster->height; y++)
    raster->rows[y] = (struct row){raster->width + 3, -1};
  forget_shape(raster);
  return raster->height > 0 || height <= 0 ? 0 : -1;
}

static uint32_t pack(struct tp_colour c) {
  return (uint32_t)c.a << 24 | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
}

void tp_raster_clear(struct tp_raster *raster, struct tp_colour colour) {
  uint32_t value = pack(colour);
  for (int y = 0; y < raster->height; y++)
    for (int x = 0; x < raster->width; x++)
      raster->pixels[y * raster->stride + x] = value;
}

static float *touch(struct tp_raster *r, int y, int first, int last) {
  struct row *row = &r->rows[y];
  if (first < row->first)
    row->first = first;
  if (last > row->last)
    row->last = last;
  if (y < r->top)
    r->top = y;
  if (y > r->bottom)
    r->bottom = y;
  return r->cover + (ptrdiff_t)y * cover_stride(r);
}

/*
 * One row's piece of an edge, from x `left` to x `right` >= left, `weight` = signed height in the
 * row. The area to the right of the edge, up to x, is a parabola between left and right and a line
 * after; its second differences at whole x are the changes of coverage.
 */
static void add_piece(struct tp_raster *r, int y, float left, float right, float weight) {
  int first = (int)left, last = (int)right + 1;
  float *row = touch(r, y, first, last);
  float middle = (left + right) * 0.5F;
  if (last == first + 1) {
    float share = middle - (float)first;
    row[first] += weight * (1.0F - share);
    row[last] += weight * share;
    return;
  }
  float half_slope = 0.5F / (right - left), area = 0.0F, before = 0.0F;
  for (int x = first; x <= last; x++) {
    float end = (float)(x + 1), reach = end - left;
    float next = end < right ? half_slope * reach * reach : end - middle;
    float covered = next - area;
    row[x] += weight * (covered - before);
    before = covered;
    area = next;
  }
}

/* An edge that goes down and lies within the target. */
static void add_inside(struct tp_raster *r, float x0, float y0, float x1, float y1, float sign) {
  float slope = (x1 - x0) / (y1 - y0), most = (float)r->width;
  int last = (int)ceilf(y1) - 1;
  float x = x0;
  for (int y = (int)y0; y <= last; y++) {
    float top = y0 > (float)y ? y0 : (float)y, bottom = y1 < (float)(y + 1) ? y1 : (float)(y + 1);
    float next = y == last ? x1 : x + slope * (bottom - top);
    next = next > 0.0F ? fminf(next, most) : 0.0F;
    add_piece(r, y, x < next ? x : next, x < next ? next : x, sign * (bottom - top));
    x = next;
  }
}

/* What lies left of the target counts as running along its left side; what lies right is not seen.
 */
static void add_sides(struct tp_raster *r, float x0, float y0, float x1, float y1, float sign) {
  float most = (float)r->width;
  if (x0 >= most && x1 >= most)
    return;
  if (x0 <= 0.0F && x1 <= 0.0F) {
    add_inside(r, 0.0F, y0, 0.0F, y1, sign);
    return;
  }
  float wall = x0 < 0.0F || x1 < 0.0F ? 0.0F : most;
  bool outside = x0 < 0.0F || x1 < 0.0F || x0 > most || x1 > most;
  if (!outside) {
    add_inside(r, x0, y0, x1, y1, sign);
    return;
  }
  float cut = y0 + (wall - x0) * (y1 - y0) / (x1 - x0);
  if (cut > y0 && cut < y1) {
    add_sides(r, x0, y0, wall, cut, sign);
    add_sides(r, wall, cut, x1, y1, sign);
  } else {
    add_sides(r, fminf(fmaxf(x0, 0.0F), most), y0, fminf(fmaxf(x1, 0.0F), most), y1, sign);
  }
}

void tp_raster_edge(struct tp_raster *raster, float x0, float y0, float x1, float y1) {
  float sign = 1.0F, floor_y = (float)raster->height;
  if (y0 > y1) {
    float x = x0, y = y0;
    x0 = x1;
    y0 = y1;
    x1 = x;
    y1 = y;
    sign = -1.0F;
  }
  if (!(y0 < y1) || y1 <= 0.0F || y0 >= floor_y)
    return;
  float slope = (x1 - x0) / (y1 - y0);
  if (y0 < 0.0F) {
    x0 -= y0 * slope;
    y0 = 0.0F;
  }
  if (y1 > floor_y) {
    x1 += (floor_y - y1) * slope;
    y1 = floor_y;
  }
  if (y0 < y1)
    add_sides(raster, x0, y0, x1, y1, sign);
}

static uint32_t blend(uint32_t under, struct tp_colour c, uint32_t alpha) {
  if (under >> 24 == 0)
    return alpha << 24 | (pack(c) & 0xffffffU);
  uint32_t keep = 255 - alpha;
  uint32_t red = ((under >> 16 & 255) * keep + c.r * alpha + 127) / 255;
  uint32_t green = ((under >> 8 & 255) * keep + c.g * alpha + 127) / 255;
  uint32_t blue = ((under & 255) * keep + c.b * alpha + 127) / 255;
  return 0xff000000U | red << 16 | green << 8 | blue;
}

static uint32_t alpha_of(float cover, const struct tp_colour *c) {
  float share = fabsf(cover);
  return (uint32_t)((share > 1.0F ? 1.0F : share) * (float)c->a + 0.5F);
}

static void paint_span(uint32_t *pixels, int count, struct tp_colour c, uint32_t alpha) {
  uint32_t value = pack(c);
  if (alpha == 255) {
    for (int i = 0; i < count; i++)
      pixels[i] = value;
  } else if (alpha) {
    for (int i = 0; i < count; i++)
      pixels[i] = blend(pixels[i], c, alpha);
  }
}

/* What a shape is filled with; period 0: one colour. */
struct ink {
  struct tp_colour colour, stripe;
  int period, width, offset;
};

static void paint_pixels(uint32_t *pixels, int x, int y, int count, const struct ink *ink,
                         uint32_t alpha) {
  if (!ink->period) {
    paint_span(pixels, count, ink->colour, alpha);
    return;
  }
  int phase = ((x + y + ink->offset) % ink->period + ink->period) % ink->period;
  for (int i = 0; i < count; i++) {
    paint_span(pixels + i, 1, phase < ink->width ? ink->stripe : ink->colour, alpha);
    phase = phase + 1 < ink->period ? phase + 1 : 0;
  }
}

/* Between two changes of coverage all pixels get the same. */
static void fill_row(struct tp_raster *r, int y, const struct ink *ink) {
  float *cover = r->cover + (ptrdiff_t)y * cover_stride(r), sum = 0.0F;
  uint32_t *pixels = r->pixels + (ptrdiff_t)y * r->stride;
  struct row *row = &r->rows[y];
  for (int x = row->first; x <= row->last && x < r->width;) {
    int end = x + 1;
    sum += cover[x];
    cover[x] = 0.0F;
    while (end <= row->last && cover[end] == 0.0F)
      end++;
    if (end > row->last || end > r->width) /* an edge beyond the right side was left out */
      end = r->width;
    paint_pixels(pixels + x, x, y, end - x, ink, alpha_of(sum, &ink->colour));
    x = end;
  }
  for (int x = r->width; x <= row->last; x++)
    cover[x] = 0.0F;
  *row = (struct row){r->width + 3, -1};
}

static void fill_with(struct tp_raster *raster, const struct ink *ink) {
  for (int y = raster->top; y <= raster->bottom; y++)
    fill_row(raster, y, ink);
  forget_shape(raster);
}

void tp_raster_fill(struct tp_raster *raster, struct tp_colour colour) {
  struct ink ink = {colour, colour, 0, 0, 0};
  fill_with(raster, &ink);
}

void tp_raster_fill_striped(struct tp_raster *raster, struct tp_colour colour,
                            struct tp_colour stripe, int period, int width, int offset) {
  struct ink ink = {colour, stripe, period, width, offset};
  fill_with(raster, &ink);
}

/* Squared distance of (x, y) from the segment that starts at the origin and runs along (dx, dy). */
static float distance_squared(float x, float y, float dx, float dy, float inverse_length_squared) {
  float along = (x * dx + y * dy) * inverse_length_squared;
  along = along < 0.0F ? 0.0F : along > 1.0F ? 1.0F : along;
  float off_x = x - along * dx, off_y = y - along * dy;
  return off_x * off_x + off_y * off_y;
}

struct capsule {
  struct tp_point from;
  float dx, dy, inverse_dy, inverse_length_squared, radius, strength;
};

/* The pixel that holds x, in 0 .. last. */
static int pixel_at(float x, int last) {
  if (x < 0.0F) {
    return 0;
  }
  return x > (float)last ? last : (int)x;
}

/* The pixels of a row that a capsule can reach: the part of its axis near the row, widened. */
static struct row reach_in_row(const struct capsule *c, float y, int width) {
  float reach = c->radius + 0.5F, low = 0.0F, high = 1.0F;
  if (c->inverse_dy != 0.0F) {
    float a = (y - reach - c->from.y) * c->inverse_dy, b = (y + reach - c->from.y) * c->inverse_dy;
    float first = a < b ? a : b, last = a < b ? b : a;
    low = first > low ? first : low;
    high = last < high ? last : high;
  }
  float one = c->from.x + c->dx * low, two = c->from.x + c->dx * high;
  float left = (one < two ? one : two) - reach, right = (one < two ? two : one) + reach;
  struct row row = {pixel_at(left, width), right < 0.0F ? -1 : pixel_at(right, width - 1)};
  return low > high ? (struct row){0, -1} : row;
}

static void stroke_row(struct tp_raster *r, const struct capsule *c, int y) {
  float centre_y = (float)y + 0.5F;
  struct row span = reach_in_row(c, centre_y, r->width);
  if (span.first > span.last)
    return;
  float *cover = touch(r, y, span.first, span.last);
  float outer = c->radius + 0.5F;
  for (int x = span.first; x <= span.last; x++) {
    float square = distance_squared((float)x + 0.5F - c->from.x, centre_y - c->from.y, c->dx, c->dy,
                                    c->inverse_length_squared);
    if (square >= outer * outer)
      continue;
    float share = outer - sqrtf(square);
    share = (share > 1.0F ? 1.0F : share) * c->strength;
    if (share > cover[x])
      cover[x] = share;
  }
}

void tp_raster_stroke(struct tp_raster *raster, struct tp_point from, struct tp_point to,
                      float width) {
  float dx = to.x - from.x, dy = to.y - from.y, square = dx * dx + dy * dy;
  struct capsule c = {from,         dx,  dy, 0.0F, square > 1e-12F ? 1.0F / square : 0.0F,
                      width * 0.5F, 1.0F};
  if (fabsf(dy) > 1e-6F)
    c.inverse_dy = 1.0F / dy;
  if (width < 1.0F) { /* thinner than a pixel: a pixel wide and fainter */
    c.radius = 0.5F;
    c.strength = width;
  }
  float reach = c.radius + 0.5F, high = (float)raster->height;
  float top = (dy > 0.0F ? from.y : to.y) - reach, bottom = (dy > 0.0F ? to.y : from.y) + reach;
  if (!(bottom > 0.0F) || !(top < high))
    return;
  int last = bottom >= high ? raster->height - 1 : (int)bottom;
  for (int y = top < 0.0F ? 0 : (int)top; y <= last; y++)
    stroke_row(raster, &c, y);
}

static void ink_row(struct tp_raster *r, int y, struct tp_colour c) {
  float *cover = r->cover + (ptrdiff_t)y * cover_stride(r);
  uint32_t *pixels = r->pixels + (ptrdiff_t)y * r->stride;
  struct row *row = &r->rows[y];
  for (int x = row->first; x <= row->last; x++) {
    if (cover[x] == 0.0F)
      continue;
    paint_span(pixels + x, 1, c, alpha_of(cover[x], &c));
    cover[x] = 0.0F;
  }
  *row = (struct row){r->width + 3, -1};
}

void tp_raster_ink(struct tp_raster *raster, struct tp_colour colour) {
  for (int y = raster->top; y <= raster->bottom; y++)
    ink_row(raster, y, colour);
  forget_shape(raster);
}
