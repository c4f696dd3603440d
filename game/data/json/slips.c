#include "data/json/slips.h"

#include "data/json/position.h"

#include <string.h>

#define REMARK "JSON has no comments; put the remark in a key that begins with _"
#define QUOTES "strings take straight double quotes, not typographic ones"
#define INVISIBLE "an invisible character; remove it"
#define BLANK "a space of another kind; write a plain one"
#define CONTROL                                                                                    \
  "a control character between values; only spaces, tabs and line breaks may stand there"
#define WIDE "a full-width sign; write the plain one"

const char *tp_slip_at(const char *at, const char *end) {
  static const struct {
    const char *typed, *answer;
  } slips[] = {
      {"//", REMARK},
      {"/*", REMARK},
      {"#", REMARK},
      {"--", REMARK},
      {"<!--", REMARK},
      {"'", "strings take double quotes, not single ones"},
      {"`", "strings take double quotes, not backticks"},
      {"\xe2\x80\x98", QUOTES}, /* U+2018 to U+201F */
      {"\xe2\x80\x99", QUOTES},
      {"\xe2\x80\x9a", QUOTES},
      {"\xe2\x80\x9c", QUOTES},
      {"\xe2\x80\x9d", QUOTES},
      {"\xe2\x80\x9e", QUOTES},
      {"\xc2\xab", QUOTES},
      {"\xc2\xbb", QUOTES},
      {"\xef\xbb\xbf", "a byte-order mark; save the file as UTF-8 without one"},
      {"NaN", "NaN is not a number JSON can hold"},
      {"nan", "NaN is not a number JSON can hold"},
      {"Infinity", "infinity is not a number JSON can hold"},
      {"-Infinity", "infinity is not a number JSON can hold"},
      {"inf", "infinity is not a number JSON can hold"},
      {"True", "write true in small letters"},
      {"False", "write false in small letters"},
      {"None", "write null"},
      {"undefined", "write null"},
      {"nil", "write null"},
      {"TRUE", "write true in small letters"},
      {"FALSE", "write false in small letters"},
      {"Null", "write null in small letters"},
      {"NULL", "write null in small letters"},
      {"+", "a number takes no plus sign"},
      {".", "a number needs a digit before its point"},
      {"=", "JSON puts a colon between a key and its value"},
      {";", "JSON puts commas between values"},
      {"<", "this is markup, not JSON: a scenario begins with {"},
      {"\f", CONTROL},
      {"\v", CONTROL},
      {"\xc2\xa0", "a no-break space; write a plain one"},
      {"\xe2\x80\x8b", INVISIBLE},
      {"\xe2\x80\x8c", INVISIBLE},
      {"\xe2\x80\x8d", INVISIBLE},
      {"\xe2\x80\xa8", BLANK},
      {"\xe2\x80\xa9", BLANK},
      {"\xe2\x80\xaf", BLANK},
      {"\xe2\x80\x80", BLANK},
      {"\xe2\x80\x82", BLANK},
      {"\xe2\x80\x83", BLANK},
      {"\xe2\x80\x89", BLANK},
      {"\xe3\x80\x80", BLANK},
      {"\xef\xbc\x9a", WIDE}, /* colon, comma, semicolon, quote */
      {"\xef\xbc\x8c", WIDE},
      {"\xef\xbc\x9b", WIDE},
      {"\xef\xbc\x82", WIDE},
  };
  for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
    size_t length = strlen(slips[i].typed);
    if ((size_t)(end - at) >= length && memcmp(at, slips[i].typed, length) == 0)
      return slips[i].answer;
  }
  return NULL;
}

/* --- brackets -------------------------------------------------------------------------------- */

struct bracket {
  size_t at;
  int indent; /* of its line */
};

/* Past the closing quote of the string at `at`. */
static size_t skip_string(const char *text, size_t length, size_t at) {
  for (at++; at < length && text[at] != '"'; at++)
    at += text[at] == '\\';
  return at + 1;
}

int tp_slip_brackets(const char *text, size_t length, size_t *opening, size_t *closing) {
  struct bracket open[TP_DEPTH_MAX + 1];
  int depth = 0, indent = 0, is_first = 1; /* of the signs in its line */
  for (size_t at = 0; at < length; at++) {
    char c = text[at];
    if (c == '\n' || c == '\r') {
      indent = 0;
      is_first = 1;
    } else if (is_first && (c == ' ' || c == '\t')) {
      indent++;
    } else if (c == '{' || c == '[') {
      if (depth > TP_DEPTH_MAX)
        return 0;
      open[depth++] = (struct bracket){at, indent};
      is_first = 0;
    } else if (c == '}' || c == ']') {
      if (depth == 0)
        return 0;
      depth--;
      *opening = open[depth].at;
      *closing = at;
      if (text[*opening] != c - 2 || (is_first && indent != open[depth].indent))
        return 1;
      is_first = 0;
    } else {
      is_first = 0;
      if (c == '"')
        at = skip_string(text, length, at) - 1;
    }
  }
  return 0;
}
