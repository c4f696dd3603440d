#include "session/phrases.h"

#include <string.h>

#define TEXT(ID, text) text,
static const char *const english[] = {TP_PHRASES(TEXT)};

const char *tp_phrase(enum tp_phrase id) {
  return english[id];
}

/* Appends `length` bytes, or as many whole characters of them as fit. */
static size_t append(char *text, size_t size, size_t at, const char *more, size_t length) {
  if (at + 1 >= size)
    return at;
  if (length > size - at - 1) {
    length = size - at - 1;
    while (length > 0 && ((unsigned char)more[length] & 0xc0) == 0x80)
      length--;
  }
  memcpy(text + at, more, length);
  text[at + length] = '\0';
  return at + length;
}

void tp_phrase_append(char *text, size_t size, const char *more) {
  if (size > 0)
    append(text, size, strlen(text), more, strlen(more));
}

/* What the placeholder at `p` stands for, or NULL when it is none. */
static const char *filling(const char *p, const char *const *with) {
  if (p[0] != '{' || p[1] < '1' || p[1] > '9' || p[2] != '}')
    return NULL;
  for (int i = 0; i < p[1] - '1'; i++)
    if (!with[i])
      return "";
  return with[p[1] - '1'] ? with[p[1] - '1'] : "";
}

void tp_phrase_fill(char *text, size_t size, enum tp_phrase id, const char *const *with) {
  size_t at = 0;
  if (size == 0)
    return;
  text[0] = '\0';
  for (const char *p = english[id]; *p;) {
    const char *fill = filling(p, with);
    if (fill) {
      at = append(text, size, at, fill, strlen(fill));
      p += 3;
      continue;
    }
    size_t length = 1 + strcspn(p + 1, "{");
    at = append(text, size, at, p, length);
    p += length;
  }
}
