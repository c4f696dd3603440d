#include "desktop/drawing/text.h"

#include "data/utf8.h"

#include <math.h>
#include <string.h>

enum { longest_word = 256, longest_line = 1024 };

/*
 * Words are gathered into a piece, the part of a line in one span. A piece is drawn when the span,
 * the line or the text ends, as one run, so that the letters of a line kern and are one texture.
 */
struct setter {
  struct tp_fonts *text;
  const struct tp_stretch *span;
  float left, width, line, first_baseline;
  float pen, piece_start; /* within the line */
  int row, most_lines;    /* lines finished; most_lines 0: no limit */
  bool draw, full, any;
  char piece[longest_line];
  size_t piece_length;
};

static void flush_piece(struct setter *s, bool ellipsis) {
  if (ellipsis && s->piece_length + 4 < sizeof s->piece) {
    memcpy(s->piece + s->piece_length, "\xe2\x80\xa6", 3);
    s->piece_length += 3;
  }
  s->piece[s->piece_length] = '\0';
  float baseline = s->first_baseline + s->line * (float)s->row;
  float room = s->width - s->piece_start;
  if (s->draw && s->piece_length && ellipsis) {
    char fitted[longest_line];
    tp_text_fit(s->text, s->span->type, s->piece, room, fitted, sizeof fitted);
    tp_text_draw_cut(s->text, s->span->type, s->span->colour, s->left + s->piece_start, baseline,
                     fitted, s->span->text);
  } else if (s->draw && s->piece_length) {
    tp_text_draw(s->text, s->span->type, s->span->colour, s->left + s->piece_start, baseline,
                 TP_ALIGN_LEFT, s->piece);
  }
  if (s->piece_length) /* words measured alone are rounded; what follows stands behind them all */
    s->pen = s->piece_start + tp_text_width(s->text, s->span->type, s->piece);
  s->piece_length = 0;
  s->piece_start = s->pen;
}

static void end_line(struct setter *s, bool more) {
  while (s->piece_length && s->piece[s->piece_length - 1] == ' ')
    s->piece_length--;
  bool last = s->most_lines && s->row + 1 >= s->most_lines;
  flush_piece(s, last && more);
  if (last && more) {
    s->full = true;
    return;
  }
  s->row++;
  s->pen = s->piece_start = 0.0F;
}

static void append(struct setter *s, const char *word, size_t length, float width) {
  if (s->piece_length + length + 8 >= sizeof s->piece)
    flush_piece(s, false);
  memcpy(s->piece + s->piece_length, word, length);
  s->piece_length += length;
  s->pen += width;
  s->any = true;
}

static float bytes_width(struct setter *s, const char *bytes, size_t length) {
  char copy[longest_word + 1];
  memcpy(copy, bytes, length);
  copy[length] = '\0';
  return tp_text_width(s->text, s->span->type, copy);
}

/* A word that no line can hold goes in as many pieces as it takes, each at least one character. */
static void put_long_word(struct setter *s, const char *word, size_t length) {
  while (length > 0 && !s->full) {
    size_t fits = tp_utf8_length(word);
    while (fits < length &&
           s->pen + bytes_width(s, word, fits + tp_utf8_length(word + fits)) <= s->width)
      fits += tp_utf8_length(word + fits);
    append(s, word, fits, bytes_width(s, word, fits));
    word += fits;
    length -= fits;
    if (length > 0)
      end_line(s, true);
  }
}

/* Where the pen stands after the word. Words measured alone are rounded, each to a pixel; near the
 * end of a line, where that counts, the piece is measured as it will be set. */
static float pen_after(struct setter *s, const char *word, size_t length, float width) {
  char copy[longest_line];
  float sum = s->pen + width;
  if (sum < 0.8F * s->width || s->piece_length + length >= sizeof copy)
    return sum;
  memcpy(copy, s->piece, s->piece_length);
  memcpy(copy + s->piece_length, word, length);
  copy[s->piece_length + length] = '\0';
  return s->piece_start + tp_text_width(s->text, s->span->type, copy);
}

static void put_word(struct setter *s, const char *word, size_t length) {
  float width = bytes_width(s, word, length);
  float after = pen_after(s, word, length, width);
  if (s->pen > 0.0F && after > s->width + 0.5F)
    end_line(s, true);
  else
    width = after - s->pen;
  if (s->full)
    return;
  if (width > s->width)
    put_long_word(s, word, length);
  else
    append(s, word, length, width);
}

/* A space is set unless it would start a line. */
static void put_space(struct setter *s) {
  if (s->pen > 0.0F)
    append(s, " ", 1, tp_text_width(s->text, s->span->type, " "));
}

static void put_span(struct setter *s) {
  for (const char *c = s->span->text; *c && !s->full;) {
    if (*c == '\n') {
      end_line(s, c[1] != '\0');
      c++;
    } else if (*c == ' ') {
      put_space(s);
      c++;
    } else {
      size_t length = 0;
      while (c[length] && c[length] != ' ' && c[length] != '\n' && length < longest_word - 8)
        length += tp_utf8_length(c + length);
      put_word(s, c, length);
      c += length;
    }
  }
  if (!s->full)
    flush_piece(s, false);
}

/* The baseline that centres capitals of the largest type in the first line. */
static float first_baseline(struct tp_fonts *text, const struct tp_stretch *spans, size_t count,
                            float line) {
  float cap = 0.0F;
  for (size_t i = 0; i < count; i++)
    cap = fmaxf(cap, tp_text_cap_height(text, spans[i].type));
  return roundf((line + cap) * 0.5F);
}

float tp_text_spans(struct tp_fonts *text, const struct tp_stretch *spans, size_t count, float x,
                    float y, float width, int most_lines, bool draw) {
  struct setter s = {
      .text = text, .left = x, .width = width, .most_lines = most_lines, .draw = draw};
  for (size_t i = 0; i < count; i++)
    s.line = fmaxf(s.line, (float)spans[i].type.line);
  s.first_baseline = y + first_baseline(text, spans, count, s.line);
  for (size_t i = 0; i < count && !s.full; i++) {
    s.span = &spans[i];
    put_span(&s);
  }
  int rows = s.row + (s.pen > 0.0F || s.full ? 1 : 0);
  return s.any ? s.line * (float)rows : 0.0F;
}

float tp_text_paragraph(struct tp_fonts *text, struct tp_type type, struct tp_colour colour,
                        float x, float y, float width, int most_lines, bool draw,
                        const char *string) {
  struct tp_stretch span = {string, type, colour};
  return tp_text_spans(text, &span, 1, x, y, width, most_lines, draw);
}
