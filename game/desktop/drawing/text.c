/*
 * The faces' own tabular figures cannot be had: SDL_ttf (2.20) offers no way to switch OpenType
 * features. Hence the cells in tp_text_number.
 */
#include "desktop/drawing/text.h"

#include "data/utf8.h"
#include "desktop/drawing/glyphs.h"
#include "desktop/drawing/proof.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { longest_start = 256, longest_line = 1024, most_cuts = 64 };

struct tp_fonts {
  struct tp_draw *draw;
  struct tp_glyphs *glyphs;
  struct tp_cut cuts[most_cuts]; /* of this frame */
  int cut_count;
};

struct tp_fonts *tp_text_open(struct tp_draw *draw, const char *font_dir) {
  struct tp_fonts *text = calloc(1, sizeof *text);
  if (!text)
    return NULL;
  text->draw = draw;
  text->glyphs = tp_glyphs_open(tp_draw_sheet(draw), font_dir);
  if (text->glyphs)
    return text;
  free(text);
  return NULL;
}

void tp_text_close(struct tp_fonts *text) {
  if (!text)
    return;
  tp_glyphs_close(text->glyphs);
  free(text);
}

void tp_text_forget(struct tp_fonts *text) {
  tp_glyphs_forget(text->glyphs);
}

/* --- what ends in an ellipsis --- */

void tp_text_frame(struct tp_fonts *text) {
  text->cut_count = 0;
}

const struct tp_cut *tp_text_cut(const struct tp_fonts *text, int index) {
  return index >= 0 && index < text->cut_count ? &text->cuts[index] : NULL;
}

/* Remembers what was cut, as far as it can be seen. */
static void keep_cut(struct tp_fonts *text, struct tp_rect at, const char *whole) {
  struct tp_rect seen = tp_draw_clipped(text->draw, at);
  if (text->cut_count == most_cuts || seen.w <= 0.0F || seen.h <= 0.0F)
    return;
  struct tp_cut *cut = &text->cuts[text->cut_count++];
  cut->at = seen;
  cut->level = tp_draw_level(text->draw);
  tp_utf8_copy(cut->words, sizeof cut->words, whole);
}

/* --- one line --- */

static struct tp_rect line_box(struct tp_fonts *text, struct tp_type type, float left,
                               float baseline, float width) {
  float cap = tp_glyphs_cap_height(text->glyphs, type);
  return (struct tp_rect){left, baseline - cap, width, cap + tp_glyphs_descent(text->glyphs, type)};
}

/* Lists the line when a proof is made; true if so, and nothing is to be drawn. */
static bool prove(struct tp_fonts *text, struct tp_type type, const struct tp_glyph_ink *ink,
                  struct tp_rect at, bool cut, const char *string) {
  struct tp_proof *proof = tp_draw_proof(text->draw);
  if (!proof)
    return false;
  struct tp_colour halo = ink->radius > 0 ? ink->halo : (struct tp_colour){0, 0, 0, 0};
  struct tp_proof_mark mark = {TP_PROOF_TEXT,
                               .level = tp_draw_level(text->draw),
                               .rect = at,
                               .clip = tp_draw_limits(text->draw),
                               .colour = ink->colour,
                               .halo = halo,
                               .px = type.px,
                               .face = type.face,
                               .cut = cut};
  if (*string && ink->colour.a > 0)
    tp_proof_add(proof, mark, string);
  return true;
}

/* Lines of a list that are scrolled away are not worth rendering. Accents reach over the capitals.
 */
static bool is_seen(struct tp_fonts *text, struct tp_type type, struct tp_rect at) {
  struct tp_rect seen =
      tp_draw_clipped(text->draw, tp_rect_inset(at, (float)-type.px, (float)-type.px));
  return seen.w > 0.0F && seen.h > 0.0F;
}

static float place(float x, float width, enum tp_align align) {
  return align == TP_ALIGN_LEFT ? x : align == TP_ALIGN_RIGHT ? x - width : x - width * 0.5F;
}

static void copy_run(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                     float baseline, const char *string) {
  struct tp_glyph_ink ink = {colour, colour, 0};
  tp_glyphs_copy(text->glyphs, type, &ink, x, baseline, string);
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
    size_t length = tp_utf8_length(string + done);
    if (length >= sizeof letter)
      break;
    memcpy(letter, string + done, length);
    letter[length] = '\0';
    if (draw)
      copy_run(text, type, colour, x + width + space, baseline, letter);
    memcpy(start + done, string + done, length);
    done += length;
    start[done] = '\0';
    width = tp_glyphs_width(text->glyphs, type, start);
    space +=
        (float)(letter[0] == ' ' ? 3 * type.track : type.track); /* words part more than letters */
  }
  return done ? width + space - (float)type.track : 0.0F;
}

float tp_text_width(struct tp_fonts *text, struct tp_type type, const char *string) {
  if (type.track)
    return letters(text, type, (struct tp_colour){0, 0, 0, 0}, 0.0F, 0.0F, false, string);
  return tp_glyphs_width(text->glyphs, type, string);
}

float tp_text_cap_height(struct tp_fonts *text, struct tp_type type) {
  return tp_glyphs_cap_height(text->glyphs, type);
}

/* `whole` is what it was before it was cut, or NULL. */
static float draw_line(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                       float baseline, enum tp_align align, const char *string, const char *whole) {
  struct tp_glyph_ink ink = {colour, colour, 0};
  float width = tp_text_width(text, type, string), left = place(x, width, align);
  struct tp_rect at = line_box(text, type, left, baseline, width);
  if (whole)
    keep_cut(text, at, whole);
  if (prove(text, type, &ink, at, whole != NULL, string) || !is_seen(text, type, at))
    return width;
  if (type.track)
    letters(text, type, colour, left, baseline, true, string);
  else
    copy_run(text, type, colour, left, baseline, string);
  return width;
}

float tp_text_draw(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                   float baseline, enum tp_align align, const char *string) {
  return draw_line(text, type, colour, x, baseline, align, string, NULL);
}

float tp_text_draw_cut(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                       float baseline, const char *string, const char *whole) {
  return draw_line(text, type, colour, x, baseline, TP_ALIGN_LEFT, string, whole);
}

float tp_text_baseline(struct tp_fonts *text, struct tp_type type, struct tp_rect rect) {
  return roundf(rect.y + (rect.h + tp_text_cap_height(text, type)) * 0.5F);
}

/* Where a line in `rect` begins, has its middle or ends. */
static float anchor(struct tp_rect rect, enum tp_align align) {
  return align == TP_ALIGN_LEFT    ? rect.x
         : align == TP_ALIGN_RIGHT ? rect.x + rect.w
                                   : rect.x + rect.w * 0.5F;
}

float tp_text_in(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                 struct tp_rect rect, enum tp_align align, const char *string) {
  char fitted[longest_line];
  bool cut = tp_text_fit(text, type, string, rect.w, fitted, sizeof fitted);
  return draw_line(text, type, colour, anchor(rect, align), tp_text_baseline(text, type, rect),
                   align, fitted, cut ? string : NULL);
}

bool tp_text_fit(struct tp_fonts *text, struct tp_type type, const char *string, float width,
                 char *out, size_t out_size) {
  static const char ellipsis[] = "\xe2\x80\xa6";
  size_t length = tp_utf8_whole(string, out_size - sizeof ellipsis);
  memcpy(out, string, length);
  out[length] = '\0';
  if (!string[length] && tp_text_width(text, type, out) <= width)
    return false;
  size_t low = 0, high = length;
  while (low < high) { /* the most bytes that fit together with the ellipsis */
    size_t middle = tp_utf8_whole(string, (low + high + 1) / 2);
    if (middle <= low)
      middle = low + tp_utf8_length(string + low);
    memcpy(out, string, middle);
    memcpy(out + middle, ellipsis, sizeof ellipsis);
    if (tp_text_width(text, type, out) <= width)
      low = middle;
    else
      high = tp_utf8_whole(string, middle - 1);
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
  return tp_glyphs_width(text->glyphs, type, ten) / 10.0F;
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
    length += tp_utf8_length(string + length);
  while (!tp_utf8_begins(string[length]))
    length++;
  memcpy(piece, string, length);
  piece[length] = '\0';
  return length;
}

static float piece_width(struct tp_fonts *text, struct tp_type type, const char *piece) {
  return tp_utf8_length(piece) == strlen(piece) ? advance(text, type, piece)
                                                : tp_glyphs_width(text->glyphs, type, piece);
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
  float width = tp_text_number_width(text, type, string), left = place(x, width, align);
  struct tp_glyph_ink ink = {colour, colour, 0};
  struct tp_rect at = line_box(text, type, left, baseline, width);
  if (!prove(text, type, &ink, at, false, string) && is_seen(text, type, at))
    set_number(text, type, colour, left, baseline, true, string);
  return width;
}

float tp_text_number_in(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                        struct tp_rect rect, enum tp_align align, const char *string) {
  return tp_text_number(text, type, colour, anchor(rect, align), tp_text_baseline(text, type, rect),
                        align, string);
}

float tp_text_halo(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                   struct tp_colour halo, int radius, float x, float baseline, enum tp_align align,
                   const char *string) {
  float width = tp_glyphs_width(text->glyphs, type, string), left = place(x, width, align);
  struct tp_glyph_ink ink = {colour, halo, radius < 0 ? 0 : radius > 16 ? 16 : radius};
  struct tp_rect at = line_box(text, type, left, baseline, width);
  if (!prove(text, type, &ink, at, false, string) && is_seen(text, type, at))
    tp_glyphs_copy(text->glyphs, type, &ink, left, baseline, string);
  return width;
}
