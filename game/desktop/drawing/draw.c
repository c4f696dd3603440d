#include "desktop/drawing/draw.h"

#include "desktop/drawing/png.h"
#include "desktop/drawing/proof.h"
#include "desktop/drawing/shapes.h"
#include "desktop/drawing/sheet.h"

#include <SDL.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { most_clips = 16 };

struct tp_draw {
  struct tp_sheet *sheet;
  struct tp_shapes *shapes;
  struct tp_proof *proof;               /* NULL: pixels are drawn */
  struct tp_rect clips[most_clips + 1]; /* clips[0] is the whole target */
  int clip_count, level;
  bool changed;
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
  draw->sheet = tp_sheet_open(renderer);
  if (draw->sheet)
    draw->shapes = tp_shapes_open(draw->sheet);
  if (!draw->shapes) {
    tp_sheet_close(draw->sheet);
    free(draw);
    return NULL;
  }
  return draw;
}

void tp_draw_forget(struct tp_draw *draw) {
  tp_shapes_forget(draw->shapes);
  tp_sheet_forget(draw->sheet);
}

void tp_draw_begin(struct tp_draw *draw) {
  tp_sheet_begin(draw->sheet);
}

void tp_draw_end(struct tp_draw *draw) {
  draw->changed = tp_sheet_end(draw->sheet);
}

bool tp_draw_changed(const struct tp_draw *draw) {
  return draw->changed;
}

void tp_draw_blank(struct tp_draw *draw) {
  tp_sheet_forget(draw->sheet);
}

void tp_draw_again(struct tp_draw *draw) {
  tp_sheet_again(draw->sheet);
}

void tp_draw_close(struct tp_draw *draw) {
  if (!draw)
    return;
  tp_shapes_close(draw->shapes);
  tp_sheet_close(draw->sheet);
  free(draw);
}

struct tp_sheet *tp_draw_sheet(struct tp_draw *draw) {
  return draw->sheet;
}

struct tp_rect tp_draw_bounds(const struct tp_draw *draw) {
  if (draw->proof)
    return (struct tp_rect){0.0F, 0.0F, draw->proof->width, draw->proof->height};
  return output_size(tp_sheet_renderer(draw->sheet));
}

void tp_draw_prove(struct tp_draw *draw, struct tp_proof *proof) {
  draw->proof = proof;
}

struct tp_proof *tp_draw_proof(struct tp_draw *draw) {
  return draw->proof;
}

void tp_draw_raise(struct tp_draw *draw) {
  draw->level++;
}

void tp_draw_lower(struct tp_draw *draw) {
  draw->level--;
}

int tp_draw_level(const struct tp_draw *draw) {
  return draw->level;
}

static SDL_Rect snap(struct tp_rect rect) {
  int x = (int)lroundf(rect.x), y = (int)lroundf(rect.y);
  return (SDL_Rect){x, y, (int)lroundf(rect.x + rect.w) - x, (int)lroundf(rect.y + rect.h) - y};
}

static void apply_clip(struct tp_draw *draw) {
  if (draw->proof)
    return;
  if (draw->clip_count == 0) {
    tp_sheet_clip(draw->sheet, NULL);
    return;
  }
  SDL_Rect rect = snap(draw->clips[draw->clip_count]);
  tp_sheet_clip(draw->sheet, &rect);
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

struct tp_rect tp_draw_limits(const struct tp_draw *draw) {
  return draw->clip_count > 0 ? draw->clips[draw->clip_count] : tp_draw_bounds(draw);
}

struct tp_rect tp_draw_clipped(const struct tp_draw *draw, struct tp_rect rect) {
  return tp_rect_overlap(tp_draw_limits(draw), rect);
}

static void add_ground(struct tp_draw *draw, struct tp_rect rect, struct tp_colour colour) {
  struct tp_proof_mark mark = {TP_PROOF_GROUND, .level = draw->level, .rect = rect,
                               .clip = tp_draw_limits(draw), .colour = colour};
  if (colour.a == 255)
    tp_proof_add(draw->proof, mark, NULL);
}

void tp_draw_clear(struct tp_draw *draw, struct tp_colour colour) {
  if (draw->proof) {
    add_ground(draw, tp_draw_bounds(draw), colour);
    return;
  }
  tp_sheet_fill(draw->sheet, snap(tp_draw_bounds(draw)), colour);
}

void tp_draw_rect(struct tp_draw *draw, struct tp_rect rect, struct tp_colour colour) {
  SDL_Rect area = snap(rect);
  if (area.w <= 0 || area.h <= 0 || colour.a == 0)
    return;
  if (draw->proof) {
    add_ground(draw, rect, colour);
    return;
  }
  tp_sheet_fill(draw->sheet, area, colour);
}

void tp_draw_frame(struct tp_draw *draw, struct tp_rect rect, int width, struct tp_colour colour) {
  SDL_Rect r = snap(rect);
  int side = r.h - 2 * width;
  if (r.w <= 0 || r.h <= 0 || width <= 0 || draw->proof)
    return;
  SDL_Rect sides[4] = {{r.x, r.y, r.w, width},
                       {r.x, r.y + r.h - width, r.w, width},
                       {r.x, r.y + width, width, side},
                       {r.x + r.w - width, r.y + width, width, side}};
  for (int i = 0; i < (side > 0 ? 4 : 2); i++)
    tp_sheet_fill(draw->sheet, sides[i], colour);
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

/* --- shapes --- */

static void draw_shape(struct tp_draw *draw, const struct tp_shape *shape) {
  if (!draw->proof)
    tp_shapes_draw(draw->shapes, shape, tp_draw_limits(draw));
}

static const enum tp_shape_form line_forms[] = {TP_SHAPE_SOLID, TP_SHAPE_DOTTED, TP_SHAPE_DASHED};

void tp_draw_line(struct tp_draw *draw, const struct tp_point *points, size_t count, float width,
                  enum tp_line_style style, struct tp_colour colour) {
  struct tp_shape shape = {line_forms[style], points, count, width, colour};
  draw_shape(draw, &shape);
}

float tp_draw_period(enum tp_line_style style, float width) {
  float on = 0.0F, off = 0.0F;
  if (style != TP_LINE_SOLID)
    tp_shapes_pattern(line_forms[style], width, &on, &off);
  return on + off;
}

void tp_draw_polygon(struct tp_draw *draw, const struct tp_point *points, size_t count,
                     struct tp_colour colour) {
  struct tp_shape shape = {TP_SHAPE_POLYGON, points, count, 0.0F, colour};
  draw_shape(draw, &shape);
}

void tp_draw_circle(struct tp_draw *draw, float x, float y, float radius, struct tp_colour colour) {
  struct tp_point points[2] = {{x, y}, {x, y}};
  struct tp_shape shape = {TP_SHAPE_SOLID, points, 2, radius * 2.0F, colour};
  draw_shape(draw, &shape);
}

void tp_draw_ring(struct tp_draw *draw, float x, float y, float radius, float width,
                  struct tp_colour colour) {
  struct tp_point points[2] = {{x, y}, {x + radius, y}};
  struct tp_shape shape = {TP_SHAPE_RING, points, 2, width, colour};
  draw_shape(draw, &shape);
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
  int result = SDL_RenderReadPixels(tp_sheet_renderer(draw->sheet), NULL, SDL_PIXELFORMAT_ARGB8888,
                                    surface->pixels, surface->pitch);
  if (result == 0)
    result = is_bmp(path)
                 ? SDL_SaveBMP(surface, path)
                 : tp_png_write(path, surface->pixels, surface->pitch / 4, surface->w, surface->h);
  SDL_FreeSurface(surface);
  return result == 0 ? 0 : -1;
}
