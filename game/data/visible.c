#include "data/visible.h"

#include "data/utf8.h"

#include <string.h>

/* The marks that turn the direction of what follows, so that a text reads other than it is: U+202A
 * to U+202E, U+2066 to U+2069. */
static int is_turn(const unsigned char *at) {
  return at[0] == 0xe2 && ((at[1] == 0x80 && at[2] >= 0xaa && at[2] <= 0xae) ||
                           (at[1] == 0x81 && at[2] >= 0xa6 && at[2] <= 0xa9));
}

/* Bytes of the character at `text` that is such a one, or 0. */
static size_t control_length(const char *text) {
  unsigned char first = (unsigned char)text[0], second = (unsigned char)text[1];
  if (first < 0x20 || first == 0x7f)
    return 1;
  if (first == 0xc2 && second >= 0x80 && second < 0xa0)
    return 2;
  return first == 0xe2 && is_turn((const unsigned char *)text) ? 3 : 0;
}

const char *tp_visible_find_control(const char *text, int is_long) {
  for (; *text; text++)
    if (!(is_long && (*text == '\n' || *text == '\t')) && control_length(text))
      return text;
  return NULL;
}

static void add_bytes(struct tp_text *text, const char *raw, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (raw[i] == '\n' || raw[i] == '\t')
      tp_text_add(text, raw[i] == '\n' ? "\\n" : "\\t");
    else
      tp_text_print(text, "\\x%02x", (unsigned)(unsigned char)raw[i]);
}

/* Well-formed UTF-8. */
static void add_characters(struct tp_text *text, const char *raw, size_t length) {
  for (const char *end = raw + length; raw < end;) {
    const char *control = tp_visible_find_control(raw, 0);
    size_t plain = control && control < end ? (size_t)(control - raw) : (size_t)(end - raw);
    tp_text_add_part(text, raw, plain);
    raw += plain;
    if (raw < end) {
      size_t bytes = control_length(raw);
      add_bytes(text, raw, bytes);
      raw += bytes;
    }
  }
}

void tp_visible_add(struct tp_text *text, const char *raw) {
  size_t length = strlen(raw), bad;
  while (!tp_utf8_is_good(raw, length, &bad)) {
    add_characters(text, raw, bad);
    add_bytes(text, raw + bad, 1);
    raw += bad + 1;
    length -= bad + 1;
  }
  add_characters(text, raw, length);
}
