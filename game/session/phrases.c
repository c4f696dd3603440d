#include "session/phrases.h"

#include "data/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REFERENCE "en"

static const char *const keys[] = {
#define KEY(ID, key, places) key,
    TP_PHRASES(KEY)
#undef KEY
};

/* English, which stands in, and what is spoken: itself or another. NULL until it was loaded. */
static struct tp_language *english, *spoken;

int tp_phrases_speak(const char *code, struct tp_problems *problems) {
  if (!english && !(english = tp_language_load(REFERENCE, NULL, problems)))
    return 0;
  struct tp_language *chosen = english;
  if (strcmp(code, REFERENCE) != 0)
    chosen = tp_language_load(code, english, problems);
  if (!chosen)
    return 0;
  if (spoken != english)
    tp_language_free(spoken);
  spoken = chosen;
  return 1;
}

const char *tp_phrases_language(void) {
  return spoken ? tp_language_code(spoken) : REFERENCE;
}

/* "fr_FR.UTF-8" may be served by fr_FR, written fr-FR in a file's name, or by fr. */
void tp_phrases_usual(char *code, size_t size) {
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  char codes[TP_LANGUAGES_MAX][TP_LANGUAGE_CODE_MAX], wanted[TP_LANGUAGE_CODE_MAX] = "";
  int count = tp_language_list(codes);
  for (int i = 2; i >= 0; i--) {
    const char *value = getenv(variables[i]);
    if (value && value[0])
      snprintf(wanted, sizeof wanted, "%.*s", (int)strcspn(value, ".@"), value);
  }
  snprintf(code, size, "%s", REFERENCE);
  for (int i = 0; i < count; i++) {
    size_t length = strlen(codes[i]);
    if (strncmp(codes[i], wanted, length) == 0 && (!wanted[length] || wanted[length] == '_'))
      snprintf(code, size, "%s", codes[i]);
  }
}

const char *tp_phrase_text(const char *key) {
  const char *text = spoken ? tp_language_text(spoken, key) : NULL;
  return text ? text : key;
}

const char *tp_phrase(enum tp_phrase id) {
  return tp_phrase_text(keys[id]);
}

/* Appends `length` bytes, or as many whole characters of them as fit. */
static size_t append(char *text, size_t size, size_t at, const char *more, size_t length) {
  if (at + 1 >= size)
    return at;
  if (length > size - at - 1)
    length = tp_utf8_whole(more, size - at - 1);
  memcpy(text + at, more, length);
  text[at + length] = '\0';
  return at + length;
}

void tp_phrase_append(char *text, size_t size, const char *more) {
  if (size > 0)
    append(text, size, strlen(text), more, strlen(more));
}

/* Articles stand in the language file one after the other: "Le |La ". */
static int has_article(const char *name) {
  for (const char *p = tp_phrase(TP_SAY_ARTICLES); *p; p += p[0] == '|') {
    size_t length = strcspn(p, "|");
    if (strncmp(name, p, length) == 0)
      return 1;
    p += length;
  }
  return 0;
}

void tp_phrase_list(char *text, size_t size, const char *item) {
  if (text[0])
    tp_phrase_append(text, size, tp_phrase(TP_SAY_LIST));
  tp_phrase_append(text, size, item);
}

char *tp_phrase_small(char *text) {
  if (has_article(text))
    text[0] = (char)(text[0] - 'A' + 'a');
  return text;
}

void tp_phrase_list_name(char *text, size_t size, const char *name) {
  tp_phrase_list(text, size, "");
  size_t at = strlen(text);
  tp_phrase_append(text, size, name);
  tp_phrase_small(text + at);
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

/* Does the text so far end within a sentence, after a word that leads on or in brackets? Not so
 * after a quotation mark, and not after a stop or colon. */
static int leads_on(const char *text, size_t at) {
  if (at > 0 && text[at - 1] == '(')
    return 1;
  return at > 1 && text[at - 1] == ' ' &&
         ((text[at - 2] >= 'a' && text[at - 2] <= 'z') || text[at - 2] == ',');
}

static size_t append_filling(char *text, size_t size, size_t at, const char *fill) {
  size_t end = append(text, size, at, fill, strlen(fill));
  if (end > at && leads_on(text, at))
    tp_phrase_small(text + at);
  return end;
}

char *tp_phrase_fill(char *text, size_t size, const char *sentence, const char *const *with) {
  size_t at = 0;
  if (size == 0)
    return text;
  text[0] = '\0';
  for (const char *p = sentence; *p;) {
    const char *fill = filling(p, with);
    if (fill) {
      at = append_filling(text, size, at, fill);
      p += 3;
      continue;
    }
    size_t length = 1 + strcspn(p + 1, "{");
    at = append(text, size, at, p, length);
    p += length;
  }
  return text;
}

/* Small letters with an accent, in Latin-1, stand 32 places behind the great ones; two ligatures
 * and the division sign do not. */
char *tp_phrase_capital(char *text) {
  unsigned char *p = (unsigned char *)text;
  if (p[0] >= 'a' && p[0] <= 'z')
    p[0] = (unsigned char)(p[0] - 'a' + 'A');
  else if (p[0] == 0xc3 && p[1] >= 0xa0 && p[1] <= 0xbe && p[1] != 0xb7)
    p[1] = (unsigned char)(p[1] - 0x20);
  else if (p[0] == 0xc5 && p[1] == 0x93)
    p[1] = 0x92;
  return text;
}

/* "-12345.5" as it is in C becomes "-12 345,5". */
char *tp_phrase_number(char text[TP_FIGURE_MAX], double x, int digits) {
  char plain[32];
  snprintf(plain, sizeof plain, "%.*f", digits, x);
  const char *p = plain + (plain[0] == '-');
  size_t whole = strspn(p, "0123456789");
  text[0] = '\0';
  if (plain[0] == '-' && strspn(p, "0.") != strlen(p))
    tp_phrase_append(text, TP_FIGURE_MAX, tp_phrase(TP_SAY_MINUS));
  for (size_t i = 0; i < whole; i++) {
    char digit[2] = {p[i], '\0'};
    if (i > 0 && (whole - i) % 3 == 0)
      tp_phrase_append(text, TP_FIGURE_MAX, tp_phrase(TP_SAY_GROUP));
    tp_phrase_append(text, TP_FIGURE_MAX, digit);
  }
  if (p[whole]) {
    tp_phrase_append(text, TP_FIGURE_MAX, tp_phrase(TP_SAY_DECIMAL));
    tp_phrase_append(text, TP_FIGURE_MAX, p + whole + 1);
  }
  return text;
}

char *tp_phrase_signed(char text[TP_FIGURE_MAX], double x, int digits) {
  char figure[TP_FIGURE_MAX];
  int rises = strpbrk(tp_phrase_number(figure, x, digits), "123456789") && x > 0;
  snprintf(text, TP_FIGURE_MAX, "%s", rises ? "+" : "");
  tp_phrase_append(text, TP_FIGURE_MAX, figure);
  return text;
}
