/*
 * SDL_ttf draws a string to a surface; the texture made of it is kept in a table bounded in number
 * and memory, the least recently used going first. Widths are asked far more often than strings are
 * drawn (breaking lines, centring), so they have a table of their own, a slot per hash.
 *
 * Both are keyed by 64 bits over all that decides the result. The faces' own tabular figures cannot
 * be had: SDL_ttf (2.20) offers no way to switch OpenType features. Hence the cells in
 * tp_text_number.
 */
#include "desktop/text.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { most_fonts = 40, most_runs = 768, run_slots = 2048, width_slots = 4096 };
enum { most_run_bytes = 10 << 20, longest_start = 256, longest_line = 1024, probes = 8 };

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

struct tp_fonts {
  struct tp_draw *draw;
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

static bool load_faces(struct tp_fonts *text, const char *font_dir) {
  char path[1024];
  for (int i = 0; i < TP_FACE_COUNT; i++) {
    SDL_snprintf(path, sizeof path, "%s/%s", font_dir, face_files[i]);
    text->files[i] = SDL_LoadFile(path, &text->file_sizes[i]);
    if (!text->files[i])
      return false;
  }
  return true;
}

struct tp_fonts *tp_text_open(struct tp_draw *draw, const char *font_dir) {
  if (TTF_Init() != 0)
    return NULL;
  struct tp_fonts *text = calloc(1, sizeof *text);
  if (!text) {
    TTF_Quit();
    return NULL;
  }
  text->draw = draw;
  if (!load_faces(text, font_dir)) {
    tp_text_close(text);
    return NULL;
  }
  return text;
}

static void drop_run(struct tp_fonts *text, struct run *run) {
  if (run->texture)
    SDL_DestroyTexture(run->texture);
  text->run_bytes -= run->w * run->h * 4;
  *run = (struct run){0};
}

void tp_text_forget(struct tp_fonts *text) {
  for (int i = 0; i < most_runs; i++)
    drop_run(text, &text->runs[i]);
}

void tp_text_close(struct tp_fonts *text) {
  if (!text)
    return;
  tp_text_forget(text);
  for (int i = 0; i < most_fonts; i++)
    if (text->fonts[i].font)
      TTF_CloseFont(text->fonts[i].font);
  for (int i = 0; i < TP_FACE_COUNT; i++)
    SDL_free(text->files[i]);
  free(text);
  TTF_Quit();
}

static void open_font(struct tp_fonts *text, struct font *font, int face, int px) {
  if (font->font)
    TTF_CloseFont(font->font);
  SDL_RWops *file = SDL_RWFromConstMem(text->files[face], (int)text->file_sizes[face]);
  *font = (struct font){TTF_OpenFontRW(file, 1, px), face, px, 0};
  if (font->font)
    TTF_SetFontHinting(font->font, TTF_HINTING_LIGHT_SUBPIXEL);
}

/* NULL only if SDL_ttf fails. */
static TTF_Font *font_of(struct tp_fonts *text, struct tp_type type) {
  struct font *slot = &text->fonts[0];
  int px = type.px < 4 ? 4 : type.px > 400 ? 400 : type.px;
  for (int i = 0; i < most_fonts; i++) {
    struct font *font = &text->fonts[i];
    if (font->font && font->face == (int)type.face && font->px == px) {
      font->used = ++text->tick;
      return font->font;
    }
    if (slot->font && (!font->font || font->used < slot->used))
      slot = font;
  }
  open_font(text, slot, (int)type.face, px);
  slot->used = ++text->tick;
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

static float shaped_width(struct tp_fonts *text, struct tp_type type, const char *string) {
  if (!*string)
    return 0.0F;
  uint64_t key = hash_of(type, string);
  struct width *slot = &text->widths[key >> 1 & (width_slots - 1)];
  if (slot->key == key)
    return slot->width;
  int w = 0;
  TTF_Font *font = font_of(text, type);
  if (font)
    TTF_SizeUTF8(font, string, &w, NULL);
  *slot = (struct width){key, (float)w};
  return slot->width;
}

static struct run *oldest_run(struct tp_fonts *text) {
  struct run *oldest = NULL;
  for (int i = 0; i < most_runs; i++) {
    struct run *run = &text->runs[i];
    if (!run->key)
      return run;
    if (!oldest || run->used < oldest->used)
      oldest = run;
  }
  return oldest;
}

static struct run *oldest_with_pixels(struct tp_fonts *text) {
  struct run *oldest = NULL;
  for (int i = 0; i < most_runs; i++)
    if (text->runs[i].texture && (!oldest || text->runs[i].used < oldest->used))
      oldest = &text->runs[i];
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

struct ink {
  struct tp_colour colour, halo;
  int radius; /* of the halo; 0: none */
};

static void render_run(struct tp_fonts *text, struct run *run, struct tp_type type,
                       const struct ink *ink, const char *string) {
  TTF_Font *font = font_of(text, type);
  SDL_Color colour = {ink->colour.r, ink->colour.g, ink->colour.b, ink->colour.a};
  SDL_Surface *surface = font ? TTF_RenderUTF8_Blended(font, string, colour) : NULL;
  if (surface && ink->radius > 0)
    surface = with_halo(surface, ink->colour, ink->halo, ink->radius);
  if (!surface)
    return;
  run->texture = SDL_CreateTextureFromSurface(tp_draw_renderer(text->draw), surface);
  if (run->texture) {
    SDL_SetTextureBlendMode(run->texture, SDL_BLENDMODE_BLEND);
    run->w = surface->w;
    run->h = surface->h;
    text->run_bytes += run->w * run->h * 4;
  }
  SDL_FreeSurface(surface);
}

/* The slot that leads to the run of this key, or else the best of its eight to take over. */
static int16_t *slot_of(struct tp_fonts *text, uint64_t key) {
  int16_t *best = NULL;
  for (uint64_t i = 0; i < probes; i++) {
    int16_t *slot = &text->slots[((key >> 1) + i) & (run_slots - 1)];
    if (*slot && text->runs[*slot - 1].key == key)
      return slot;
    if (!best || (*best && (!*slot || text->runs[*slot - 1].used < text->runs[*best - 1].used)))
      best = slot;
  }
  return best;
}

static uint64_t packed_colour(struct tp_colour c) {
  return (uint64_t)c.r << 24 | (uint64_t)c.g << 16 | (uint64_t)c.b << 8 | c.a;
}

static uint64_t run_key(struct tp_type type, const struct ink *ink, const char *string) {
  uint64_t hash = (hash_of(type, string) ^ packed_colour(ink->colour)) * 0x9e3779b97f4a7c15U;
  if (ink->radius > 0)
    hash = (hash ^ packed_colour(ink->halo) ^ (uint64_t)ink->radius << 40) * 0xbf58476d1ce4e5b9U;
  return (hash ^ hash >> 31) | 1;
}

static struct run *run_of(struct tp_fonts *text, struct tp_type type, const struct ink *ink,
                          const char *string) {
  uint64_t key = run_key(type, ink, string);
  int16_t *slot = slot_of(text, key);
  struct run *run = *slot ? &text->runs[*slot - 1] : NULL;
  if (!run || run->key != key) {
    while (text->run_bytes > most_run_bytes)
      drop_run(text, oldest_with_pixels(text));
    run = oldest_run(text);
    drop_run(text, run);
    render_run(text, run, type, ink, string);
    run->key = key;
    *slot = (int16_t)(run - text->runs + 1);
  }
  run->used = ++text->tick;
  return run;
}

/* --- one line --- */

size_t tp_text_char_length(const char *c) {
  size_t length = 1;
  while (((uint8_t)c[length] & 0xc0) == 0x80)
    length++;
  return length;
}

static float place(float x, float width, enum tp_align align) {
  return align == TP_ALIGN_LEFT ? x : align == TP_ALIGN_RIGHT ? x - width : x - width * 0.5F;
}

static void copy_ink(struct tp_fonts *text, struct tp_type type, const struct ink *ink, float x,
                     float baseline, const char *string) {
  TTF_Font *font = font_of(text, type);
  if (!*string || !font || ink->colour.a == 0)
    return;
  struct run *run = run_of(text, type, ink, string);
  SDL_Rect to = {(int)lroundf(x) - ink->radius,
                 (int)lroundf(baseline) - TTF_FontAscent(font) - ink->radius, run->w, run->h};
  if (run->texture)
    SDL_RenderCopy(tp_draw_renderer(text->draw), run->texture, NULL, &to);
}

static void copy_run(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                     float baseline, const char *string) {
  struct ink ink = {colour, colour, 0};
  copy_ink(text, type, &ink, x, baseline, string);
}

/*
 * Letters set one by one with extra space between. Each stands where it would in the plain run,
 * found from the width of what comes before it: widths of single letters are rounded, and would add
 * up.
 */
static float letters(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                     float baseline, bool draw, const char *string) {
  float width = 0.0F, space = 0.0F;
  char start[longest_start], letter[8];
  size_t done = 0;
  while (string[done] && done + 8 < sizeof start) {
    size_t length = tp_text_char_length(string + done);
    if (length >= sizeof letter)
      break;
    memcpy(letter, string + done, length);
    letter[length] = '\0';
    if (draw)
      copy_run(text, type, colour, x + width + space, baseline, letter);
    memcpy(start + done, string + done, length);
    done += length;
    start[done] = '\0';
    width = shaped_width(text, type, start);
    space += (float)type.track;
  }
  return done ? width + space - (float)type.track : 0.0F;
}

float tp_text_width(struct tp_fonts *text, struct tp_type type, const char *string) {
  if (type.track)
    return letters(text, type, (struct tp_colour){0, 0, 0, 0}, 0.0F, 0.0F, false, string);
  return shaped_width(text, type, string);
}

float tp_text_cap_height(struct tp_fonts *text, struct tp_type type) {
  int top = 0;
  TTF_Font *font = font_of(text, type);
  if (font)
    TTF_GlyphMetrics32(font, 'H', NULL, NULL, NULL, &top, NULL);
  return (float)top;
}

float tp_text_draw(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                   float baseline, enum tp_align align, const char *string) {
  float width = tp_text_width(text, type, string);
  float left = place(x, width, align);
  if (type.track)
    letters(text, type, colour, left, baseline, true, string);
  else
    copy_run(text, type, colour, left, baseline, string);
  return width;
}

float tp_text_baseline(struct tp_fonts *text, struct tp_type type, struct tp_rect rect) {
  return roundf(rect.y + (rect.h + tp_text_cap_height(text, type)) * 0.5F);
}

float tp_text_in(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                 struct tp_rect rect, enum tp_align align, const char *string) {
  char fitted[longest_line];
  tp_text_fit(text, type, string, rect.w, fitted, sizeof fitted);
  float x = align == TP_ALIGN_LEFT    ? rect.x
            : align == TP_ALIGN_RIGHT ? rect.x + rect.w
                                      : rect.x + rect.w * 0.5F;
  return tp_text_draw(text, type, colour, x, tp_text_baseline(text, type, rect), align, fitted);
}

/* The longest start of `string` of at most `most` bytes that ends between characters. */
static size_t whole_chars(const char *string, size_t most) {
  size_t length = 0;
  while (string[length] && length + tp_text_char_length(string + length) <= most)
    length += tp_text_char_length(string + length);
  return length;
}

bool tp_text_fit(struct tp_fonts *text, struct tp_type type, const char *string, float width,
                 char *out, size_t out_size) {
  static const char ellipsis[] = "\xe2\x80\xa6";
  size_t length = whole_chars(string, out_size - sizeof ellipsis);
  memcpy(out, string, length);
  out[length] = '\0';
  if (!string[length] && tp_text_width(text, type, out) <= width)
    return false;
  size_t low = 0, high = length;
  while (low < high) { /* the most bytes that fit together with the ellipsis */
    size_t middle = whole_chars(string, (low + high + 1) / 2);
    if (middle <= low)
      middle = low + tp_text_char_length(string + low);
    memcpy(out, string, middle);
    memcpy(out + middle, ellipsis, sizeof ellipsis);
    if (tp_text_width(text, type, out) <= width)
      low = middle;
    else
      high = whole_chars(string, middle - 1);
  }
  while (low > 0 && string[low - 1] == ' ')
    low--;
  memcpy(out, string, low);
  memcpy(out + low, ellipsis, sizeof ellipsis);
  return true;
}

/* --- figures --- */

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* The advance of one character; SDL_ttf rounds widths, so it is taken from a run of ten. */
static float advance(struct tp_fonts *text, struct tp_type type, const char *letter) {
  char ten[81] = "";
  size_t length = strlen(letter);
  for (size_t i = 0; i < 10; i++)
    memcpy(ten + i * length, letter, length + 1);
  return shaped_width(text, type, ten) / 10.0F;
}

static float cell_width(struct tp_fonts *text, struct tp_type type) {
  float widest = 0.0F;
  char digit[2] = "0";
  for (; digit[0] <= '9'; digit[0]++)
    widest = fmaxf(widest, advance(text, type, digit));
  return widest;
}

/* The next digit, or all up to the next digit; `piece` holds 64. Returns its length. */
static size_t take_piece(const char *string, char *piece) {
  size_t length = 1;
  while (!is_digit(string[0]) && string[length] && !is_digit(string[length]) && length < 56)
    length += tp_text_char_length(string + length);
  while (((uint8_t)string[length] & 0xc0) == 0x80)
    length++;
  memcpy(piece, string, length);
  piece[length] = '\0';
  return length;
}

static float piece_width(struct tp_fonts *text, struct tp_type type, const char *piece) {
  return tp_text_char_length(piece) == strlen(piece) ? advance(text, type, piece)
                                                     : shaped_width(text, type, piece);
}

/* Digits one by one in their cells, what is between them as runs. */
static float set_number(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                        float x, float baseline, bool draw, const char *string) {
  float cell = cell_width(text, type), width = 0.0F;
  char piece[80];
  for (const char *c = string; *c;) {
    size_t length = take_piece(c, piece);
    float own = piece_width(text, type, piece), space = is_digit(c[0]) ? cell : own;
    if (draw)
      copy_run(text, type, colour, x + width + (space - own) * 0.5F, baseline, piece);
    width += space;
    c += length;
  }
  return width;
}

float tp_text_number_width(struct tp_fonts *text, struct tp_type type, const char *string) {
  return set_number(text, type, (struct tp_colour){0, 0, 0, 0}, 0.0F, 0.0F, false, string);
}

float tp_text_number(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                     float baseline, enum tp_align align, const char *string) {
  float width = tp_text_number_width(text, type, string);
  set_number(text, type, colour, place(x, width, align), baseline, true, string);
  return width;
}

float tp_text_halo(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                   struct tp_colour halo, int radius, float x, float baseline, enum tp_align align,
                   const char *string) {
  float width = shaped_width(text, type, string);
  struct ink ink = {colour, halo, radius < 0 ? 0 : radius > 16 ? 16 : radius};
  copy_ink(text, type, &ink, place(x, width, align), baseline, string);
  return width;
}
