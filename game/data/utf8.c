#include "data/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Length of the UTF-8 sequence at `at`, or 0 if it is malformed. */
static size_t sequence_length(const unsigned char *at, size_t left) {
  static const struct {
    unsigned char first, last, low, high; /* of the lead byte, and of the byte after it */
    size_t length;
  } forms[] = {
      {0x01, 0x7f, 0, 0, 1},       {0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3},
      {0xe1, 0xec, 0x80, 0xbf, 3}, {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3},
      {0xf0, 0xf0, 0x90, 0xbf, 4}, {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4},
  };
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
    if (at[0] < forms[i].first || at[0] > forms[i].last)
      continue;
    size_t length = forms[i].length;
    if (left < length || (length > 1 && (at[1] < forms[i].low || at[1] > forms[i].high)))
      return 0;
    for (size_t k = 2; k < length; k++)
      if (tp_utf8_begins((char)at[k]))
        return 0;
    return length;
  }
  return 0;
}

/* How many bytes from `at` on are ASCII without NUL, eight at a time. */
static size_t plain_length(const char *at, size_t left) {
  const uint64_t ones = 0x0101010101010101U, tops = 0x8080808080808080U;
  size_t length = 0;
  for (uint64_t eight; length + sizeof eight <= left; length += sizeof eight) {
    memcpy(&eight, at + length, sizeof eight);
    if ((eight | (eight - ones)) & tops) /* one is past 0x7f, or 0, or just may be */
      break;
  }
  return length;
}

int tp_utf8_is_good(const char *text, size_t length, size_t *bad) {
  for (size_t i = 0; i < length;) {
    i += plain_length(text + i, length - i);
    if (i == length)
      break;
    size_t step = sequence_length((const unsigned char *)text + i, length - i);
    if (step == 0) {
      *bad = i;
      return 0;
    }
    i += step;
  }
  return 1;
}

/* --- what it is instead ---------------------------------------------------------------------- */

/* The encodings that editors save in when they do not save UTF-8; NULL for none of them. */
static const char *other_encoding(const char *text, size_t length) {
  static const struct {
    const char *begins;
    size_t length;
    const char *name;
  } marks[] = {
      {"\xff\xfe\0\0", 4, "UTF-32"}, {"\0\0\xfe\xff", 4, "UTF-32"}, {"\xff\xfe", 2, "UTF-16"},
      {"\xfe\xff", 2, "UTF-16"},     {"{\0\0\0", 4, "UTF-32"},      {"\0\0\0{", 4, "UTF-32"},
  };
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
    if (length >= marks[i].length && memcmp(text, marks[i].begins, marks[i].length) == 0)
      return marks[i].name;
  const char *both = length >= 2 && !text[0] != !text[1] ? text : NULL; /* a letter and a NUL */
  return both && strchr("{[\" \t\r\n#0123456789", both[0] ? both[0] : both[1]) ? "UTF-16" : NULL;
}

static int has_control(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] < 0x20 && !strchr("\t\n\r", text[i]))
      return 1;
  return 0;
}

void tp_utf8_explain(const char *text, size_t length, size_t *bad, char *why, size_t size) {
  const char *encoding = other_encoding(text, length);
  unsigned wrong = (unsigned char)text[*bad];
  if (encoding) {
    *bad = 0;
    snprintf(why, size, "is not text in UTF-8 but in %s; save it as UTF-8", encoding);
  } else if (!wrong) {
    snprintf(why, size, "is not text: byte %zu is NUL", *bad + 1);
  } else if (has_control(text, *bad)) {
    snprintf(why, size, "is not text but something else (byte %zu is 0x%02x)", *bad + 1, wrong);
  } else {
    snprintf(why, size,
             "is not text in UTF-8 (byte %zu is wrong: 0x%02x, perhaps Latin-1); save it as UTF-8",
             *bad + 1, wrong);
  }
}

size_t tp_utf8_length(const char *c) {
  size_t length = 1;
  while (!tp_utf8_begins(c[length]))
    length++;
  return length;
}

size_t tp_utf8_whole(const char *text, size_t most) {
  size_t length = strnlen(text, most);
  while (length > 0 && !tp_utf8_begins(text[length]))
    length--;
  return length;
}

void tp_utf8_copy(char *to, size_t size, const char *from) {
  size_t length = tp_utf8_whole(from, size - 1);
  memcpy(to, from, length);
  to[length] = '\0';
}
