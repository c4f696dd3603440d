#include "desktop/words.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const table[TP_WORD_COUNT] = {
#define X(ID, words) words,
    TP_WORDS(X)
#undef X
};

const char *tp_word(enum tp_word id) {
  return table[id];
}

const char *tp_word_print(char *text, size_t size, enum tp_word id, ...) {
  const char *words = table[id];
  va_list values;
  va_start(values, id);
  /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): it was, the line before */
  vsnprintf(text, size, words, values);
  va_end(values);
  return text;
}

const char *tp_word_capital(char *text) {
  if (text[0] >= 'a' && text[0] <= 'z')
    text[0] = (char)(text[0] - 'a' + 'A');
  return text;
}
