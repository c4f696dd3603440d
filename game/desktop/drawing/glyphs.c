/*
 * SDL_ttf draws a string to a surface; the texture made of it is kept in a table bounded in number
 * and memory, the least recently used going first. Widths are asked far more often than strings are
 * drawn (breaking lines, centring), so they have a table of their own, a slot per hash. Both are
 * keyed by 64 bits over all that decides the result.
 */
#include "desktop/drawing/glyphs.h"

#include "desktop/drawing/sheet.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { most_fonts = 40, most_runs = 768, run_slots = 2048, width_slots = 4096 };
enum { most_run_bytes = 10 << 20, probes = 8 };

static const char *const face_files[TP_FACE_COUNT] = {
    "Inter_400Regular.ttf",         "Inter_500Medium.ttf",
    "Inter_600SemiBold.ttf",        "SourceSerif4_400Regular.ttf",
    "SourceSerif4_600SemiBold.ttf", "SourceSerif4_400Regular_Italic.ttf",
};

struct font {
  TTF_Font *font;
  int face, px;
  uint64_t used;
};

struct run {
  uint64_t key; /* 0 when empty */
  uint64_t used;
  SDL_Texture *texture;
  int w, h;
};

struct width {
  uint64_t key;
  float width;
};

struct tp_glyphs {
  struct tp_sheet *sheet;
  void *files[TP_FACE_COUNT];
  size_t file_sizes[TP_FACE_COUNT];
  struct font fonts[most_fonts];
  struct run runs[most_runs];
  int16_t slots[run_slots]; /* hash to the index of a run plus one; a hint, checked by key */
  struct width widths[width_slots];
  int run_bytes;
  uint64_t tick;
};

/* --- fonts --- */

static bool load_faces(struct tp_glyphs *g, const char *font_dir) {
  char path[1024];
  for (int i = 0; i < TP_FACE_COUNT; i++) {
    SDL_snprintf(path, sizeof path, "%s/%s", font_dir, face_files[i]);
    g->files[i] = SDL_LoadFile(path, &g->file_sizes[i]);
    if (!g->files[i])
      return false;
  }
  return true;
}

struct tp_glyphs *tp_glyphs_open(struct tp_sheet *sheet, const char *font_dir) {
  if (TTF_Init() != 0)
    return NULL;
  struct tp_glyphs *g = calloc(1, sizeof *g);
  if (!g) {
    TTF_Quit();
    return NULL;
  }
  g->sheet = sheet;
  if (!load_faces(g, font_dir)) {
    tp_glyphs_close(g);
    return NULL;
  }
  return g;
}

static void drop_run(struct tp_glyphs *g, struct run *run) {
  tp_sheet_drop(g->sheet, run->texture);
  g->run_bytes -= run->w * run->h * 4;
  *run = (struct run){0};
}

void tp_glyphs_forget(struct tp_glyphs *g) {
  for (int i = 0; i < most_runs; i++)
    drop_run(g, &g->runs[i]);
}

void tp_glyphs_close(struct tp_glyphs *g) {
  if (!g)
    return;
  tp_glyphs_forget(g);
  for (int i = 0; i < most_fonts; i++)
    if (g->fonts[i].font)
      TTF_CloseFont(g->fonts[i].font);
  for (int i = 0; i < TP_FACE_COUNT; i++)
    SDL_free(g->files[i]);
  free(g);
  TTF_Quit();
}

static void open_font(struct tp_glyphs *g, struct font *font, int face, int px) {
  if (font->font)
    TTF_CloseFont(font->font);
  SDL_RWops *file = SDL_RWFromConstMem(g->files[face], (int)g->file_sizes[face]);
  *font = (struct font){TTF_OpenFontRW(file, 1, px), face, px, 0};
  if (font->font)
    TTF_SetFontHinting(font->font, TTF_HINTING_LIGHT_SUBPIXEL);
}

/* NULL only if SDL_ttf fails. */
static TTF_Font *font_of(struct tp_glyphs *g, struct tp_type type) {
  struct font *slot = &g->fonts[0];
  int px = type.px < 4 ? 4 : type.px > 400 ? 400 : type.px;
  for (int i = 0; i < most_fonts; i++) {
    struct font *font = &g->fonts[i];
    if (font->font && font->face == (int)type.face && font->px == px) {
      font->used = ++g->tick;
      return font->font;
    }
    if (slot->font && (!font->font || font->used < slot->used))
      slot = font;
  }
  open_font(g, slot, (int)type.face, px);
  slot->used = ++g->tick;
  return slot->font;
}

/* --- the tables --- */

static uint64_t hash_of(struct tp_type type, const char *string) {
  uint64_t hash = 0xcbf29ce484222325U ^ ((uint64_t)type.face << 32 | (uint32_t)type.px);
  hash *= 0x9e3779b97f4a7c15U;
  for (const char *c = string; *c; c++)
    hash = (hash ^ (uint8_t)*c) * 0x100000001b3U;
  hash = (hash ^ hash >> 32) * 0x9e3779b97f4a7c15U;
  return (hash ^ hash >> 29) | 1;
}

float tp_glyphs_width(struct tp_glyphs *g, struct tp_type type, const char *string) {
  if (!*string)
    return 0.0F;
  uint64_t key = hash_of(type, string);
  struct width *slot = &g->widths[key >> 1 & (width_slots - 1)];
  if (slot->key == key)
    return slot->width;
  int w = 0;
  TTF_Font *font = font_of(g, type);
  if (font)
    TTF_SizeUTF8(font, string, &w, NULL);
  *slot = (struct width){key, (float)w};
  return slot->width;
}

static struct run *oldest_run(struct tp_glyphs *g) {
  struct run *oldest = NULL;
  for (int i = 0; i < most_runs; i++) {
    struct run *run = &g->runs[i];
    if (!run->key)
      return run;
    if (!oldest || run->used < oldest->used)
      oldest = run;
  }
  return oldest;
}

static struct run *oldest_with_pixels(struct tp_glyphs *g) {
  struct run *oldest = NULL;
  for (int i = 0; i < most_runs; i++)
    if (g->runs[i].texture && (!oldest || g->runs[i].used < oldest->used))
      oldest = &g->runs[i];
  return oldest;
}

static uint32_t share_of(uint32_t value, uint32_t alpha) {
  return value * alpha / 255;
}

/* Text over its halo in one pixel; both alphas are known, the text's colour is in `c`. */
static uint32_t layered(struct tp_colour c, uint32_t text_alpha, struct tp_colour halo,
                        uint32_t halo_alpha) {
  uint32_t under = share_of(halo_alpha, 255 - text_alpha), alpha = text_alpha + under;
  if (alpha == 0)
    return 0;
  uint32_t red = (c.r * text_alpha + halo.r * under) / alpha;
  uint32_t green = (c.g * text_alpha + halo.g * under) / alpha;
  uint32_t blue = (c.b * text_alpha + halo.b * under) / alpha;
  return alpha << 24 | red << 16 | green << 8 | blue;
}

static uint32_t alpha_at(const SDL_Surface *surface, int x, int y) {
  if (x < 0 || y < 0 || x >= surface->w || y >= surface->h)
    return 0;
  return ((const uint32_t *)surface->pixels)[y * (surface->pitch / 4) + x] >> 24;
}

/* The strongest alpha within `radius`: the letters, grown to their halo. */
static uint32_t grown_alpha(const SDL_Surface *surface, int x, int y, int radius) {
  uint32_t most = 0;
  for (int dy = -radius; dy <= radius; dy++)
    for (int dx = -radius; dx <= radius; dx++)
      if (dx * dx + dy * dy <= radius * radius + 1) {
        uint32_t alpha = alpha_at(surface, x + dx, y + dy);
        most = alpha > most ? alpha : most;
      }
  return most;
}

/* A surface larger by `radius` on every side; frees the one given. NULL when memory is out. */
static SDL_Surface *with_halo(SDL_Surface *letters, struct tp_colour c, struct tp_colour halo,
                              int radius) {
  SDL_Surface *result = SDL_CreateRGBSurfaceWithFormat(
      0, letters->w + 2 * radius, letters->h + 2 * radius, 32, SDL_PIXELFORMAT_ARGB8888);
  for (int y = 0; result && y < result->h; y++) {
    uint32_t *row = (uint32_t *)result->pixels + (ptrdiff_t)y * (result->pitch / 4);
    for (int x = 0; x < result->w; x++)
      row[x] = layered(c, alpha_at(letters, x - radius, y - radius), halo,
                       grown_alpha(letters, x - radius, y - radius, radius));
  }
  SDL_FreeSurface(letters);
  return result;
}

static void render_run(struct tp_glyphs *g, struct run *run, struct tp_type type,
                       const struct tp_glyph_ink *ink, const char *string) {
  TTF_Font *font = font_of(g, type);
  SDL_Color colour = {ink->colour.r, ink->colour.g, ink->colour.b, ink->colour.a};
  SDL_Surface *surface = font ? TTF_RenderUTF8_Blended(font, string, colour) : NULL;
  if (surface && ink->radius > 0)
    surface = with_halo(surface, ink->colour, ink->halo, ink->radius);
  if (!surface)
    return;
  run->texture = SDL_CreateTextureFromSurface(tp_sheet_renderer(g->sheet), surface);
  if (run->texture) {
    SDL_SetTextureBlendMode(run->texture, SDL_BLENDMODE_BLEND);
    run->w = surface->w;
    run->h = surface->h;
    g->run_bytes += run->w * run->h * 4;
  }
  SDL_FreeSurface(surface);
}

/* The slot that leads to the run of this key, or else the best of its eight to take over. */
static int16_t *slot_of(struct tp_glyphs *g, uint64_t key) {
  int16_t *best = NULL;
  for (uint64_t i = 0; i < probes; i++) {
    int16_t *slot = &g->slots[((key >> 1) + i) & (run_slots - 1)];
    if (*slot && g->runs[*slot - 1].key == key)
      return slot;
    if (!best || (*best && (!*slot || g->runs[*slot - 1].used < g->runs[*best - 1].used)))
      best = slot;
  }
  return best;
}

static uint64_t packed_colour(struct tp_colour c) {
  return (uint64_t)c.r << 24 | (uint64_t)c.g << 16 | (uint64_t)c.b << 8 | c.a;
}

static uint64_t run_key(struct tp_type type, const struct tp_glyph_ink *ink, const char *string) {
  uint64_t hash = (hash_of(type, string) ^ packed_colour(ink->colour)) * 0x9e3779b97f4a7c15U;
  if (ink->radius > 0)
    hash = (hash ^ packed_colour(ink->halo) ^ (uint64_t)ink->radius << 40) * 0xbf58476d1ce4e5b9U;
  return (hash ^ hash >> 31) | 1;
}

static struct run *run_of(struct tp_glyphs *g, struct tp_type type, const struct tp_glyph_ink *ink,
                          const char *string) {
  uint64_t key = run_key(type, ink, string);
  int16_t *slot = slot_of(g, key);
  struct run *run = *slot ? &g->runs[*slot - 1] : NULL;
  if (!run || run->key != key) {
    while (g->run_bytes > most_run_bytes)
      drop_run(g, oldest_with_pixels(g));
    run = oldest_run(g);
    drop_run(g, run);
    render_run(g, run, type, ink, string);
    run->key = key;
    *slot = (int16_t)(run - g->runs + 1);
  }
  run->used = ++g->tick;
  return run;
}

float tp_glyphs_cap_height(struct tp_glyphs *g, struct tp_type type) {
  int top = 0;
  TTF_Font *font = font_of(g, type);
  if (font)
    TTF_GlyphMetrics32(font, 'H', NULL, NULL, NULL, &top, NULL);
  return (float)top;
}

float tp_glyphs_descent(struct tp_glyphs *g, struct tp_type type) {
  int foot = 0;
  TTF_Font *font = font_of(g, type);
  if (font)
    TTF_GlyphMetrics32(font, 'p', NULL, NULL, &foot, NULL, NULL);
  return (float)-foot;
}

void tp_glyphs_copy(struct tp_glyphs *g, struct tp_type type, const struct tp_glyph_ink *ink,
                    float x, float baseline, const char *string) {
  TTF_Font *font = font_of(g, type);
  if (!*string || !font || ink->colour.a == 0)
    return;
  struct run *run = run_of(g, type, ink, string);
  SDL_Rect from = {0, 0, run->w, run->h};
  SDL_Rect to = {(int)lroundf(x) - ink->radius,
                 (int)lroundf(baseline) - TTF_FontAscent(font) - ink->radius, run->w, run->h};
  if (run->texture)
    tp_sheet_copy(g->sheet, run->texture, run->key, from, to);
}
