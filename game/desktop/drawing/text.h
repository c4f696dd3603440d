/*
 * Text on the screen: the six faces, any size, UTF-8. Runs of glyphs are kept as textures and
 * widths are remembered, both bounded, so a string costs its shaping once.
 *
 * Text is placed by its baseline, so that sizes and faces mixed on one line stand on it together.
 * Positions are rounded to whole pixels. Text that is not valid UTF-8 is drawn as far as SDL_ttf
 * can.
 */
#ifndef TP_DESKTOP_DRAWING_TEXT_H
#define TP_DESKTOP_DRAWING_TEXT_H

#include "desktop/drawing/draw.h"
#include "desktop/drawing/theme.h"

struct tp_fonts;

enum tp_align { TP_ALIGN_LEFT, TP_ALIGN_CENTRE, TP_ALIGN_RIGHT };

/* A stretch of a paragraph in one type and colour. */
struct tp_stretch {
  const char *text;
  struct tp_type type;
  struct tp_colour colour;
};

/*
 * Reads the fonts in `font_dir`; they are opened at a size when first used. NULL when a file is
 * missing or SDL_ttf cannot start; SDL_GetError tells why. `draw` must outlive the result.
 */
struct tp_fonts *tp_text_open(struct tp_draw *draw, const char *font_dir);
void tp_text_close(struct tp_fonts *text);

/* Drops all textures; call when SDL reports that the device was lost. */
void tp_text_forget(struct tp_fonts *text);

/* Width of one line, and the height of its capitals. Newlines are not looked at. */
float tp_text_width(struct tp_fonts *text, struct tp_type type, const char *string);
float tp_text_cap_height(struct tp_fonts *text, struct tp_type type);

/* Draws one line at a baseline; `x` is its left end, middle or right end. Returns its width. */
float tp_text_draw(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                   float baseline, enum tp_align align, const char *string);

/* One line with its capitals centred in the height of `rect`; cut with an ellipsis if too wide. */
float tp_text_in(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                 struct tp_rect rect, enum tp_align align, const char *string);

/* The baseline that tp_text_in would use. */
float tp_text_baseline(struct tp_fonts *text, struct tp_type type, struct tp_rect rect);

/* A line at a baseline that stands for a longer text, `whole`: see tp_text_cut. */
float tp_text_draw_cut(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                       float baseline, const char *string, const char *whole);

/*
 * What ends in an ellipsis can be read in full: every text cut in this frame is remembered with its
 * place, and tip.c shows it as a tooltip. `tp_text_frame` begins a new frame; `tp_text_cut` is the
 * text of that index, NULL past the last.
 */
struct tp_cut {
  struct tp_rect at; /* the part that is seen */
  int level;         /* of tp_draw_level */
  char words[400];
};
void tp_text_frame(struct tp_fonts *text);
const struct tp_cut *tp_text_cut(const struct tp_fonts *text, int index);

/*
 * Copies as much of `string` as fits `width` to `out`, with an ellipsis if something had to go.
 * Never splits a character. `out_size` is at least 16. Returns true if it was cut.
 */
bool tp_text_fit(struct tp_fonts *text, struct tp_type type, const char *string, float width,
                 char *out, size_t out_size);

/*
 * The same as draw and width, for figures: every digit stands in a cell as wide as the widest, so
 * that columns line up and a changing number does not shake.
 */
float tp_text_number(struct tp_fonts *text, struct tp_type type, struct tp_colour colour, float x,
                     float baseline, enum tp_align align, const char *string);
float tp_text_number_width(struct tp_fonts *text, struct tp_type type, const char *string);

/* A figure in `rect`, at the height of tp_text_in; never cut. Returns its width. */
float tp_text_number_in(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                        struct tp_rect rect, enum tp_align align, const char *string);

/* One line with a halo of `radius` pixels, 0 .. 16, for labels on the map. Letters always kern. */
float tp_text_halo(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                   struct tp_colour halo, int radius, float x, float baseline, enum tp_align align,
                   const char *string);

/*
 * A paragraph broken at spaces and at newlines to `width`, from the top at y. A word wider than a
 * line is broken where it must. Returns the height used, a whole number of lines; 0 for empty text.
 * With `draw` false it is only measured. At most `most_lines` lines, the last with an ellipsis; 0:
 * no limit.
 */
float tp_text_paragraph(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                        float x, float y, float width, int most_lines, bool draw,
                        const char *string);

/* The same for several spans that follow one another; all share the largest line height. */
float tp_text_spans(struct tp_fonts *text, const struct tp_stretch *spans, size_t count, float x,
                    float y, float width, int most_lines, bool draw);

#endif
