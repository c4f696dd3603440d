#include "data/json/nodes.h"
#include "data/json/plain.h"
#include "data/json/slips.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct scan {
  struct tp_positions *p;
  struct tp_problems *problems;
  const char *file;
  const char *at, *end;
  int depth;
  size_t open[TP_DEPTH_MAX]; /* offsets of the brackets around `at` */
};

enum { few = 16 }; /* keys of an object */

static int scan_value(struct scan *s, int node);

/* --- faults ---------------------------------------------------------------------------------- */

static int fault_at(struct scan *s, const char *at, const char *message) {
  int line, column;
  tp_positions_locate(s->p, (size_t)(at - s->p->text), &line, &column);
  tp_problems_add(s->problems, s->file, line, column, "", "%s", message);
  return 0;
}

static int begins(const struct scan *s, const char *word) {
  size_t length = strlen(word);
  return (size_t)(s->end - s->at) >= length && memcmp(s->at, word, length) == 0;
}

/* "the { in line 3 column 7" */
static const char *name_place(const struct scan *s, size_t offset, char text[60]) {
  int line, column;
  tp_positions_locate(s->p, offset, &line, &column);
  snprintf(text, 60, "the %c in line %d column %d", s->p->text[offset], line, column);
  return text;
}

/* Which bracket is open at the end of the file: the one that seems to lack its partner, else the
 * innermost. */
static int fault_open(struct scan *s, const char *expected) {
  char message[300], open[60], closed[60];
  size_t opening, closing;
  if (tp_slip_brackets(s->p->text, s->p->length, &opening, &closing))
    snprintf(message, sizeof message,
             "the file ends too early: expected %s; %s is perhaps not closed where it should be, "
             "for %s closes it",
             expected, name_place(s, opening, open), name_place(s, closing, closed));
  else
    snprintf(message, sizeof message, "the file ends too early: expected %s; %s is not closed",
             expected, name_place(s, s->open[s->depth - 1], open));
  return fault_at(s, s->at, message);
}

static int is_letter(const struct scan *s) {
  return s->at < s->end && ((*s->at >= 'a' && *s->at <= 'z') || (*s->at >= 'A' && *s->at <= 'Z'));
}

static int fault(struct scan *s, const char *expected) {
  char message[200];
  const char *slip = tp_slip_at(s->at, s->end);
  if (slip)
    return fault_at(s, s->at, slip);
  if (s->at == s->end && s->depth)
    return fault_open(s, expected);
  if (s->at == s->end)
    snprintf(message, sizeof message, "the file ends too early: expected %s", expected);
  else
    snprintf(message, sizeof message, "broken JSON: expected %s%s", expected,
             is_letter(s) && strcmp(expected, "a value") == 0 ? "; text takes double quotes" : "");
  return fault_at(s, s->at, message);
}

/* --- scanning -------------------------------------------------------------------------------- */

static void skip_space(struct scan *s) {
  while (s->at < s->end && (*s->at == ' ' || *s->at == '\n' || *s->at == '\r' || *s->at == '\t'))
    s->at++;
}

static int next_is(const struct scan *s, char wanted) {
  return s->at < s->end && *s->at == wanted;
}

static int is_digit(const struct scan *s) {
  return s->at < s->end && *s->at >= '0' && *s->at <= '9';
}

static int scan_digits(struct scan *s) {
  if (!is_digit(s))
    return fault(s, "a digit");
  while (is_digit(s))
    s->at++;
  return 1;
}

/* Right behind a number: a unit, a percent sign, a digit after an underscore. */
static int ends_number(struct scan *s) {
  if (is_letter(s) || next_is(s, '%') || next_is(s, '_'))
    return fault_at(s, s->at, "a number takes nothing behind it; as text it needs double quotes");
  return 1;
}

static int scan_number(struct scan *s) {
  if (begins(s, "-Infinity"))
    return fault(s, "a number");
  s->at += next_is(s, '-');
  const char *first = s->at;
  if (!scan_digits(s))
    return 0;
  if (*first == '0' && s->at - first > 1)
    return fault_at(s, first, "a number takes no leading zeros; as text it needs double quotes");
  if (*first == '0' && s->at < s->end && strchr("xXoObB", *s->at))
    return fault_at(s, first, "numbers are written in decimal");
  if (next_is(s, '.')) {
    s->at++;
    if (!scan_digits(s))
      return 0;
  }
  if (next_is(s, 'e') || next_is(s, 'E')) {
    s->at++;
    s->at += next_is(s, '+') || next_is(s, '-');
    if (!scan_digits(s))
      return 0;
  }
  return ends_number(s);
}

static int hex_digit(int c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The four digits after \u, or -1. */
static int32_t read_unit(const char *at, const char *end) {
  if (end - at < 4)
    return -1;
  int32_t unit = 0;
  for (int i = 0; i < 4; i++) {
    int digit = hex_digit(at[i]);
    if (digit < 0)
      return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/* After a \u: the rest of one character, which may be two such units. */
static int scan_unicode(struct scan *s) {
  int32_t unit = read_unit(s->at, s->end);
  if (unit < 0)
    return fault(s, "four hexadecimal digits after \\u");
  if (unit == 0)
    return fault_at(s, s->at, "text may not hold the character \\u0000");
  s->at += 4;
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return fault_at(s, s->at, "the second half of a surrogate pair without its first");
  if (unit < 0xd800 || unit > 0xdbff)
    return 1;
  int32_t second = begins(s, "\\u") ? read_unit(s->at + 2, s->end) : -1;
  if (second < 0xdc00 || second > 0xdfff)
    return fault_at(s, s->at, "the first half of a surrogate pair without its second");
  s->at += 6;
  return 1;
}

static int scan_escape(struct scan *s) {
  s->at++;
  if (s->at == s->end)
    return fault(s, "the end of the string");
  char c = *s->at++;
  if (c == 'u')
    return scan_unicode(s);
  if (strchr("\"\\/bfnrt", c) && c)
    return 1;
  return fault_at(s, s->at - 1, "unknown escape; a backslash itself is written \\\\");
}

static int scan_string(struct scan *s) {
  const char *opening = s->at++;
  for (;;) {
    s->at += tp_plain_length(s->at, (size_t)(s->end - s->at));
    if (s->at == s->end || *s->at == '"')
      break;
    if (*s->at == '\n' || *s->at == '\r')
      return fault_at(s, opening,
                      "this string has no closing quote on its line; a line break is "
                      "written \\n");
    if ((unsigned char)*s->at < 0x20)
      return fault_at(s, s->at, "a control character in a string; a tab is written \\t");
    if (!scan_escape(s))
      return 0;
  }
  if (s->at == s->end)
    return fault_at(s, opening, "the file ends within this string");
  s->at++;
  return 1;
}

static int new_node(struct tp_positions *p) {
  p->nodes = tp_arena_grow(p->arena, p->nodes, p->count, &p->room, sizeof *p->nodes);
  p->nodes[p->count] = (struct tp_node){0};
  return p->count++;
}

static char *put_utf8(char *to, uint32_t c) {
  if (c < 0x80) {
    *to++ = (char)c;
    return to;
  }
  int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
  *to++ = (char)(lead[more] | c >> (6 * more));
  while (more--)
    *to++ = (char)(0x80 | (c >> (6 * more) & 0x3f));
  return to;
}

/* A scanned string without its escapes. */
static char *decode(struct tp_arena *arena, const char *at, const char *end, size_t *length) {
  static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
  char *name = tp_arena_take(arena, (size_t)(end - at) + 1), *to = name;
  while (at < end) {
    if (*at != '\\') {
      *to++ = *at++;
    } else if (at[1] != 'u') {
      const char *letter = strchr(letters, at[1]);
      *to++ = letter ? meant[letter - letters] : at[1];
      at += 2;
    } else {
      uint32_t c = (uint32_t)read_unit(at + 2, end);
      at += 6;
      if (c >= 0xd800 && c <= 0xdbff) {
        c = 0x10000 + ((c - 0xd800) << 10) + (uint32_t)read_unit(at + 2, end) - 0xdc00;
        at += 6;
      }
      to = put_utf8(to, c);
    }
  }
  *length = (size_t)(to - name);
  return name;
}

/* `"key" :`, kept in `node`. */
static int scan_key(struct scan *s, int node) {
  const char *opening = s->at;
  if (!next_is(s, '"'))
    return fault(s, "a key in double quotes");
  if (!scan_string(s))
    return 0;
  struct tp_node *n = &s->p->nodes[node];
  n->key_at = (size_t)(opening - s->p->text);
  n->name = opening + 1;
  n->name_length = (size_t)(s->at - opening) - 2;
  if (memchr(n->name, '\\', n->name_length))
    n->name = decode(s->p->arena, n->name, n->name + n->name_length, &n->name_length);
  skip_space(s);
  if (!next_is(s, ':'))
    return fault(s, "a colon after the key");
  s->at++;
  return 1;
}

static int enter(struct scan *s) {
  if (s->depth < TP_DEPTH_MAX) {
    s->open[s->depth++] = (size_t)(s->at - s->p->text);
    return 1;
  }
  char message[100];
  snprintf(message, sizeof message, "more than %d levels of objects and lists in each other",
           TP_DEPTH_MAX);
  return fault_at(s, s->at, message);
}

/* A bracket or colon that belongs to another bracket than the one around it. */
static int fault_bracket(struct scan *s) {
  char message[200], open[60];
  snprintf(message, sizeof message,
           *s->at == ':' ? "a colon in a list: is %s not closed?" : "this does not close %s",
           name_place(s, s->open[s->depth - 1], open));
  return fault_at(s, s->at, message);
}

/* A value stands where a comma should: its author thinks of the line before. */
static int missing_comma(struct scan *s, char closing) {
  char message[120];
  const char *before = s->at;
  int line, column;
  if (next_is(s, '}') || next_is(s, ']') || (closing == ']' && next_is(s, ':')))
    return fault_bracket(s);
  if (s->at == s->end || !(strchr("\"{[-tfn", *s->at) || is_digit(s)))
    return fault(s, closing == '}' ? "a comma or }" : "a comma or ]");
  do
    before--;
  while (strchr(" \n\r\t", *before));
  tp_positions_locate(s->p, (size_t)(before - s->p->text), &line, &column);
  snprintf(message, sizeof message, "a comma is missing before this, after line %d column %d", line,
           column);
  return fault_at(s, s->at, message);
}

/* `"turns": 4,5` */
static int is_decimal_comma(const struct scan *s, const char *comma) {
  const char *text = s->p->text;
  return comma > text && comma[-1] >= '0' && comma[-1] <= '9' && s->at == comma + 1 && is_digit(s);
}

/* Between two members: 1 to go on, 0 at the end, -1 at a fault. */
static int scan_separator(struct scan *s, char closing) {
  skip_space(s);
  if (next_is(s, closing)) {
    s->at++;
    return 0;
  }
  if (!next_is(s, ',')) {
    missing_comma(s, closing);
    return -1;
  }
  const char *comma = s->at++;
  if (closing == '}' && is_decimal_comma(s, comma)) {
    fault_at(s, comma, "a number takes a point, not a comma");
    return -1;
  }
  skip_space(s);
  if (next_is(s, ',')) {
    fault_at(s, s->at, "two commas with nothing between them");
    return -1;
  }
  if (!next_is(s, closing))
    return 1;
  fault_at(s, comma,
           closing == '}' ? "the last entry before } takes no comma after it"
                          : "the last entry before ] takes no comma after it");
  return -1;
}

static int scan_members(struct scan *s, char closing) {
  if (!enter(s))
    return 0;
  s->at++;
  skip_space(s);
  int more = !next_is(s, closing), entries = 0;
  if (!more)
    s->at++;
  while (more > 0) {
    int node = new_node(s->p);
    if (++entries > TP_ENTRIES_MAX && closing == ']' && !s->p->long_list)
      s->p->long_list = s->open[s->depth - 1];
    if (closing == '}' && !scan_key(s, node))
      return 0;
    if (!scan_value(s, node))
      return 0;
    more = scan_separator(s, closing);
  }
  s->depth--;
  return more == 0;
}

static int same_name(const struct tp_node *a, const struct tp_node *b) {
  return a->name_length == b->name_length && memcmp(a->name, b->name, a->name_length) == 0;
}

static int by_name(const void *a, const void *b) {
  const struct tp_node *x = *(const struct tp_node *const *)a,
                       *y = *(const struct tp_node *const *)b;
  size_t shorter = x->name_length < y->name_length ? x->name_length : y->name_length;
  int order = memcmp(x->name, y->name, shorter);
  if (order == 0)
    order = (x->name_length > y->name_length) - (x->name_length < y->name_length);
  return order ? order : (x->key_at > y->key_at) - (x->key_at < y->key_at);
}

static void report_duplicate(struct scan *s, const struct tp_node *first,
                             const struct tp_node *again) {
  int line, column, before_line, before_column;
  tp_positions_locate(s->p, again->key_at, &line, &column);
  tp_positions_locate(s->p, first->key_at, &before_line, &before_column);
  tp_problems_add(s->problems, s->file, line, column, "",
                  "duplicate key \"%.*s\"; it is already on line %d", (int)again->name_length,
                  again->name, before_line);
}

/* Of few keys, each is compared with those before it. */
static void compare_few(struct scan *s, int node) {
  struct tp_positions *p = s->p;
  const struct tp_node *keys[few];
  int count = 0;
  for (int k = node + 1; k < p->count; k = p->nodes[k].next) {
    int before = count - 1;
    keys[count++] = &p->nodes[k];
    while (before >= 0 && !same_name(keys[before], &p->nodes[k]))
      before--;
    if (before >= 0)
      report_duplicate(s, keys[before], &p->nodes[k]);
  }
}

/* Sorts the keys of the object at `node` and reports neighbours that are equal. */
static int find_duplicates(struct scan *s, int node) {
  struct tp_positions *p = s->p;
  size_t count = 0, i = 0;
  for (int k = node + 1; k < p->count; k = p->nodes[k].next)
    count++;
  if (count <= few) {
    compare_few(s, node);
    return 1;
  }
  if (count > TP_ENTRIES_MAX)
    return fault_at(s, p->text + p->nodes[node].value_at, "an object of more than 5000 entries");
  const struct tp_node **keys = tp_memory_resize(NULL, count * sizeof(const struct tp_node *));
  for (int k = node + 1; k < p->count; k = p->nodes[k].next)
    keys[i++] = &p->nodes[k];
  qsort(keys, count, sizeof(const struct tp_node *), by_name);
  for (i = 1; i < count; i++)
    if (same_name(keys[i - 1], keys[i]))
      report_duplicate(s, keys[i - 1], keys[i]);
  free(keys);
  return 1;
}

static int scan_word(struct scan *s, const char *word) {
  if (!begins(s, word))
    return 0;
  s->at += strlen(word);
  return 1;
}

static int scan_any(struct scan *s, int node) {
  if (next_is(s, '{'))
    return scan_members(s, '}') && find_duplicates(s, node);
  if (next_is(s, '['))
    return scan_members(s, ']');
  if (next_is(s, '"'))
    return scan_string(s);
  if (next_is(s, '-') || is_digit(s))
    return scan_number(s);
  return scan_word(s, "true") || scan_word(s, "false") || scan_word(s, "null") ||
         fault(s, s->depth ? "a value" : "{ at the beginning of the file");
}

static int scan_value(struct scan *s, int node) {
  skip_space(s);
  s->p->nodes[node].value_at = (size_t)(s->at - s->p->text);
  if (!scan_any(s, node))
    return 0;
  s->p->nodes[node].next = s->p->count;
  return 1;
}

/* Something follows the document, which perhaps ended too early. */
static int fault_after(struct scan *s, const char *last) {
  char message[200], end[60];
  size_t first = s->p->nodes[0].value_at;
  if (next_is(s, ':') && s->p->text[first] == '"')
    return fault_at(s, s->p->text + first, "{ is missing at the beginning: this is a key");
  if (tp_slip_at(s->at, s->end) || (*last != '}' && *last != ']'))
    return fault(s, "nothing after the end of the document");
  snprintf(message, sizeof message,
           "broken JSON: expected nothing after the end of the document, which is %s",
           name_place(s, (size_t)(last - s->p->text), end));
  return fault_at(s, s->at, message);
}

int tp_scan(struct tp_positions *positions, const char *file, struct tp_problems *problems) {
  struct scan s = {.p = positions,
                   .problems = problems,
                   .file = file,
                   .at = positions->text,
                   .end = positions->text + positions->length};
  if (!scan_value(&s, new_node(positions)))
    return 0;
  const char *last = s.at - 1;
  skip_space(&s);
  return s.at == s.end || fault_after(&s, last);
}
