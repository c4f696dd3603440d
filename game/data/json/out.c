#include "data/json/out.h"

#include "data/json/plain.h"
#include "data/utf8.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void tp_json_start(struct tp_json_out *out) {
  memset(out, 0, sizeof *out);
  tp_text_add(&out->text, "");
}

static void new_line(struct tp_json_out *out) {
  if (out->compact)
    return;
  tp_text_add(&out->text, "\n");
  for (int i = 0; i < out->depth; i++)
    tp_text_add(&out->text, "  ");
}

/* Well-formed UTF-8. */
static void put_characters(struct tp_text *text, const char *value, const char *end) {
  for (const char *c = value; c < end; c++) {
    size_t plain = tp_plain_length(c, (size_t)(end - c));
    tp_text_add_part(text, c, plain);
    c += plain;
    if (c == end)
      break;
    if (*c == '"' || *c == '\\')
      tp_text_print(text, "\\%c", *c);
    else if (*c == '\n')
      tp_text_add(text, "\\n");
    else if (*c == '\t')
      tp_text_add(text, "\\t");
    else
      tp_text_print(text, "\\u%04x", (unsigned)*c);
  }
}

/* A file's name may hold bytes that are no text; JSON may not. */
static void put_string(struct tp_text *text, const char *value) {
  size_t length = strlen(value), bad;
  tp_text_add(text, "\"");
  while (!tp_utf8_is_good(value, length, &bad)) {
    put_characters(text, value, value + bad);
    tp_text_add(text, "\\ufffd");
    value += bad + 1;
    length -= bad + 1;
  }
  put_characters(text, value, value + length);
  tp_text_add(text, "\"");
}

/* All that comes before a value: the comma, the line, the key. */
static void before(struct tp_json_out *out, const char *key) {
  if (out->depth) {
    if (out->entries[out->depth - 1]++)
      tp_text_add(&out->text, ",");
    new_line(out);
  }
  if (!key)
    return;
  put_string(&out->text, key);
  tp_text_add(&out->text, out->compact ? ":" : ": ");
}

static void open_level(struct tp_json_out *out, const char *key, char opening, char closing) {
  before(out, key);
  assert(out->depth < TP_JSON_DEPTH);
  tp_text_add_part(&out->text, &opening, 1);
  out->entries[out->depth] = 0;
  out->closing[out->depth++] = closing;
}

void tp_json_object(struct tp_json_out *out, const char *key) {
  open_level(out, key, '{', '}');
}

void tp_json_list(struct tp_json_out *out, const char *key) {
  open_level(out, key, '[', ']');
}

void tp_json_end(struct tp_json_out *out) {
  assert(out->depth > 0);
  out->depth--;
  if (out->entries[out->depth])
    new_line(out);
  tp_text_add_part(&out->text, &out->closing[out->depth], 1);
  if (out->depth == 0 && !out->compact)
    tp_text_add(&out->text, "\n");
}

void tp_json_string(struct tp_json_out *out, const char *key, const char *value) {
  before(out, key);
  put_string(&out->text, value);
}

/* Most numbers of a scenario are small and have few decimals; printf takes ten times as long for
 * them. Of those, ten thousand times the value is whole, and divided again gives the same bits, as
 * reading the text would. */
static int print_small(double value, char text[32]) {
  enum { decimals = 4, scale = 10000 };
  double whole = rint(fabs(value) * (double)scale);
  char digits[16];
  int count = 0, length = 0, skipped = 0;
  if (!(fabs(value) < 1e5) || fabs(value) != whole / (double)scale ||
      (value == 0 && signbit(value)))
    return 0;
  unsigned left = (unsigned)whole;
  for (; left || count <= decimals; left /= 10)
    digits[count++] = (char)('0' + left % 10);
  while (skipped < decimals && digits[skipped] == '0')
    skipped++;
  if (value < 0)
    text[length++] = '-';
  while (count > skipped) {
    text[length++] = digits[--count];
    if (count == decimals && count > skipped)
      text[length++] = '.';
  }
  text[length] = '\0';
  return 1;
}

void tp_json_print_number(double value, char text[32]) {
  if (print_small(value, text))
    return;
  if (!isfinite(value)) {
    memcpy(text, "null", sizeof "null");
    return;
  }
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(text, 32, "%.*g", digits, value);
    if (strtod(text, NULL) == value)
      break;
  }
  char *comma = strchr(text, ','); /* a locale's own decimal sign */
  if (comma)
    *comma = '.';
}

void tp_json_number(struct tp_json_out *out, const char *key, double value) {
  char text[32];
  before(out, key);
  tp_json_print_number(value, text);
  tp_text_add(&out->text, text);
}

void tp_json_whole(struct tp_json_out *out, const char *key, int64_t value) {
  before(out, key);
  tp_text_print(&out->text, "%" PRId64, value);
}

void tp_json_bits(struct tp_json_out *out, const char *key, uint64_t value) {
  before(out, key);
  tp_text_print(&out->text, "\"%016" PRIx64 "\"", value);
}

void tp_json_flag(struct tp_json_out *out, const char *key, int value) {
  before(out, key);
  tp_text_add(&out->text, value ? "true" : "false");
}

void tp_json_null(struct tp_json_out *out, const char *key) {
  before(out, key);
  tp_text_add(&out->text, "null");
}

void tp_json_raw(struct tp_json_out *out, const char *key, const char *json) {
  before(out, key);
  tp_text_add(&out->text, json);
}
