#include "data/json/position.h"

#include "data/json/plain.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A value, in the order of the text: what is inside it follows it, up to `next`. */
struct node {
  const char *name; /* key, decoded; NULL in a list and at the top */
  size_t name_length;
  size_t key_at, value_at; /* offsets */
  int next;
};

struct tp_positions {
  const char *text;
  size_t length;
  struct tp_arena *arena;
  struct node *nodes;
  size_t *lines; /* offset of the start of each line */
  int count, room, line_count, line_room;
};

struct scan {
  struct tp_positions *p;
  struct tp_problems *problems;
  const char *file;
  const char *at, *end;
  int depth;
};

enum { few = 16 }; /* keys of an object */

static int scan_value(struct scan *s, int node);

/* --- lines and columns ----------------------------------------------------------------------- */

static void add_line(struct tp_positions *p, size_t start) {
  p->lines = tp_arena_grow(p->arena, p->lines, p->line_count, &p->line_room, sizeof *p->lines);
  p->lines[p->line_count++] = start;
}

/* Lines end in \n, in \r\n, or, where nothing else does it, in \r. */
static void index_lines(struct tp_positions *p) {
  const char *end = p->text + p->length;
  int has_returns = memchr(p->text, '\r', p->length) != NULL;
  add_line(p, 0);
  for (const char *at = p->text; at < end; at++) {
    if (!has_returns && !(at = memchr(at, '\n', (size_t)(end - at))))
      return;
    if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
      add_line(p, (size_t)(at + 1 - p->text));
  }
}

static void locate(const struct tp_positions *p, size_t offset, int *line, int *column) {
  int low = 0, high = p->line_count - 1;
  while (low < high) {
    int middle = (low + high + 1) / 2;
    if (p->lines[middle] <= offset)
      low = middle;
    else
      high = middle - 1;
  }
  *line = low + 1;
  *column = 1;
  for (size_t i = p->lines[low]; i < offset; i++)
    *column += ((unsigned char)p->text[i] & 0xc0) != 0x80;
}

/* --- faults ---------------------------------------------------------------------------------- */

static int fault_at(struct scan *s, const char *at, const char *message) {
  int line, column;
  locate(s->p, (size_t)(at - s->p->text), &line, &column);
  tp_problems_add(s->problems, s->file, line, column, "", "%s", message);
  return 0;
}

static int begins(const struct scan *s, const char *word) {
  size_t length = strlen(word);
  return (size_t)(s->end - s->at) >= length && memcmp(s->at, word, length) == 0;
}

/* What people type that JSON does not know; NULL when it is none of these. */
static const char *usual_slip(const struct scan *s) {
  static const struct {
    const char *typed, *answer;
  } slips[] = {
      {"//", "JSON has no comments; put the remark in a key that begins with _"},
      {"/*", "JSON has no comments; put the remark in a key that begins with _"},
      {"#", "JSON has no comments; put the remark in a key that begins with _"},
      {"'", "strings take double quotes, not single ones"},
      {"\xe2\x80\x9c", "strings take straight double quotes, not typographic ones"},
      {"\xef\xbb\xbf", "a byte-order mark; save the file as UTF-8 without one"},
      {"NaN", "NaN is not a number JSON can hold"},
      {"nan", "NaN is not a number JSON can hold"},
      {"Infinity", "infinity is not a number JSON can hold"},
      {"-Infinity", "infinity is not a number JSON can hold"},
      {"True", "write true in small letters"},
      {"False", "write false in small letters"},
      {"None", "write null"},
      {"undefined", "write null"},
      {"TRUE", "write true in small letters"},
      {"FALSE", "write false in small letters"},
      {"NULL", "write null in small letters"},
      {"+", "a number takes no plus sign"},
      {".", "a number needs a digit before its point"},
      {"\xc2\xa0", "a no-break space; write a plain one"},
      {"=", "JSON puts a colon between a key and its value"},
      {";", "JSON puts commas between values"},
      {"<", "this is markup, not JSON: a scenario begins with {"},
  };
  for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
    if (begins(s, slips[i].typed))
      return slips[i].answer;
  return NULL;
}

static int fault(struct scan *s, const char *expected) {
  char message[200];
  const char *slip = usual_slip(s);
  if (slip)
    return fault_at(s, s->at, slip);
  if (s->at == s->end)
    snprintf(message, sizeof message, "the file ends too early: expected %s", expected);
  else
    snprintf(message, sizeof message, "broken JSON: expected %s", expected);
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

static int scan_number(struct scan *s) {
  if (begins(s, "-Infinity"))
    return fault(s, "a number");
  s->at += next_is(s, '-');
  const char *first = s->at;
  if (!scan_digits(s))
    return 0;
  if (*first == '0' && s->at - first > 1)
    return fault_at(s, first, "a number takes no leading zeros; as text it needs double quotes");
  if (begins(s, "x") || begins(s, "X"))
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
  return 1;
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
  p->nodes[p->count] = (struct node){0};
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
  struct node *n = &s->p->nodes[node];
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
  if (++s->depth <= TP_DEPTH_MAX)
    return 1;
  char message[100];
  snprintf(message, sizeof message, "more than %d levels of objects and lists in each other",
           (int)TP_DEPTH_MAX);
  return fault_at(s, s->at, message);
}

/* A value stands where a comma should: its author thinks of the line before. */
static int missing_comma(struct scan *s, char closing) {
  char message[120];
  const char *before = s->at;
  int line, column;
  if (s->at == s->end || !(strchr("\"{[-tfn", *s->at) || is_digit(s)))
    return fault(s, closing == '}' ? "a comma or }" : "a comma or ]");
  do
    before--;
  while (strchr(" \n\r\t", *before));
  locate(s->p, (size_t)(before - s->p->text), &line, &column);
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
  int more = !next_is(s, closing);
  if (!more)
    s->at++;
  while (more > 0) {
    int node = new_node(s->p);
    if (closing == '}' && !scan_key(s, node))
      return 0;
    if (!scan_value(s, node))
      return 0;
    more = scan_separator(s, closing);
  }
  s->depth--;
  return more == 0;
}

static int same_name(const struct node *a, const struct node *b) {
  return a->name_length == b->name_length && memcmp(a->name, b->name, a->name_length) == 0;
}

static int by_name(const void *a, const void *b) {
  const struct node *x = *(const struct node *const *)a, *y = *(const struct node *const *)b;
  size_t shorter = x->name_length < y->name_length ? x->name_length : y->name_length;
  int order = memcmp(x->name, y->name, shorter);
  if (order == 0)
    order = (x->name_length > y->name_length) - (x->name_length < y->name_length);
  return order ? order : (x->key_at > y->key_at) - (x->key_at < y->key_at);
}

static void report_duplicate(struct scan *s, const struct node *first, const struct node *again) {
  int line, column, before_line, before_column;
  locate(s->p, again->key_at, &line, &column);
  locate(s->p, first->key_at, &before_line, &before_column);
  tp_problems_add(s->problems, s->file, line, column, "",
                  "duplicate key \"%.*s\"; it is already on line %d", (int)again->name_length,
                  again->name, before_line);
}

/* Of few keys, each is compared with those before it. */
static void compare_few(struct scan *s, int node) {
  struct tp_positions *p = s->p;
  const struct node *keys[few];
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
  const struct node **keys = tp_memory_resize(NULL, count * sizeof(const struct node *));
  for (int k = node + 1; k < p->count; k = p->nodes[k].next)
    keys[i++] = &p->nodes[k];
  qsort(keys, count, sizeof(const struct node *), by_name);
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

static int scan_all(struct scan *s) {
  if (!scan_value(s, new_node(s->p)))
    return 0;
  skip_space(s);
  return s->at == s->end || fault(s, "nothing after the end of the document");
}

struct tp_positions *tp_positions_scan(const char *text, size_t length, const char *file,
                                       struct tp_problems *problems) {
  struct tp_arena *arena = tp_arena_create();
  struct tp_positions *p = tp_arena_take(arena, sizeof *p);
  *p = (struct tp_positions){.text = text, .length = length, .arena = arena};
  index_lines(p);
  struct scan s = {p, problems, file, text, text + length, 0};
  if (scan_all(&s))
    return p;
  tp_arena_free(arena);
  return NULL;
}

void tp_positions_free(struct tp_positions *positions) {
  if (positions)
    tp_arena_free(positions->arena);
}

/* --- looking up ------------------------------------------------------------------------------ */

/* Does the pointer's next part, up to `end`, name this key? ~0 and ~1 stand for ~ and /. */
static int names(const char *part, const char *end, const struct node *node) {
  size_t k = 0;
  for (; part < end; part++, k++) {
    char c = *part;
    if (c == '~' && part + 1 < end)
      c = *++part == '1' ? '/' : '~';
    if (k >= node->name_length || node->name[k] != c)
      return 0;
  }
  return k == node->name_length;
}

static int child(const struct tp_positions *p, int node, const char *part, const char *end) {
  int wanted = 0, index = 0;
  for (const char *c = part; c < end && *c >= '0' && *c <= '9' && wanted < 100000000; c++)
    wanted = wanted * 10 + (*c - '0');
  for (int k = node + 1; k < p->nodes[node].next; k = p->nodes[k].next, index++)
    if (p->nodes[k].name ? names(part, end, &p->nodes[k]) : index == wanted)
      return k;
  return -1;
}

int tp_positions_find(const struct tp_positions *positions, const char *pointer,
                      enum tp_place place, int *line, int *column) {
  int node = 0;
  while (*pointer == '/') {
    const char *part = pointer + 1;
    pointer = part + strcspn(part, "/");
    node = child(positions, node, part, pointer);
    if (node < 0)
      return 0;
  }
  const struct node *found = &positions->nodes[node];
  locate(positions, place == TP_AT_KEY && found->name ? found->key_at : found->value_at, line,
         column);
  return 1;
}
