#include "data/nearest.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { longest = 120 };

static int least(int a, int b) {
  return a < b ? a : b;
}

int tp_nearest_distance(const char *a, const char *b) {
  int rows[3][longest + 1];
  size_t length_a = strlen(a), length_b = strlen(b);
  if (length_a > longest || length_b > longest)
    return INT_MAX;
  int *before = rows[0], *last = rows[1], *now = rows[2];
  for (size_t j = 0; j <= length_b; j++)
    last[j] = (int)j;
  for (size_t i = 1; i <= length_a; i++) {
    now[0] = (int)i;
    for (size_t j = 1; j <= length_b; j++) {
      int replaced = last[j - 1] + (a[i - 1] != b[j - 1]);
      now[j] = least(replaced, least(last[j], now[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = least(now[j], before[j - 2] + 1);
    }
    int *free_row = before;
    before = last, last = now, now = free_row;
  }
  return last[length_b];
}

/* "china-russia" for "russia-china": the same two ids, the other way round. */
static int is_turned(const char *a, const char *b, size_t length) {
  for (size_t i = 1; i + 1 < length; i++)
    if (strchr("->", a[i]) && a[i] == b[length - i - 1] && memcmp(a, b + length - i, i) == 0 &&
        memcmp(a + i + 1, b, length - i - 1) == 0)
      return 1;
  return 0;
}

struct tp_nearest tp_nearest_to(const char *wanted) {
  return (struct tp_nearest){.wanted = wanted, .distance = INT_MAX};
}

/* A third of the name may be wrong, and something always may. */
static int tolerance(const char *wanted) {
  int length = (int)strlen(wanted);
  return length < 4 ? 1 : length / 3;
}

void tp_nearest_try(struct tp_nearest *nearest, const char *known) {
  size_t long_side = strlen(known), short_side = strlen(nearest->wanted);
  int apart = (int)(long_side > short_side ? long_side - short_side : short_side - long_side);
  if (apart >= nearest->distance || apart > tolerance(nearest->wanted))
    return;
  int distance = long_side == short_side && is_turned(nearest->wanted, known, long_side)
                     ? 0
                     : tp_nearest_distance(nearest->wanted, known);
  if (distance >= nearest->distance || distance > tolerance(nearest->wanted))
    return;
  nearest->best = known;
  nearest->distance = distance;
}

const char *tp_nearest_hint(struct tp_nearest *nearest) {
  if (nearest->best)
    snprintf(nearest->hint, sizeof nearest->hint, "; did you mean \"%.70s\"?", nearest->best);
  return nearest->hint;
}

static int is_listed(const struct tp_names *names, const char *name) {
  size_t length = strlen(name);
  for (const char *at = names->text; (at = strstr(at, name)) != NULL; at++)
    if ((at == names->text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ','))
      return 1;
  return 0;
}

void tp_names_add(struct tp_names *names, const char *name) {
  size_t length = strlen(names->text);
  if (!name[0] || is_listed(names, name))
    return;
  names->is_full |= length + strlen(name) + 3 > sizeof names->text;
  if (!names->is_full)
    snprintf(names->text + length, sizeof names->text - length, "%s%s", length ? ", " : "", name);
}

const char *tp_names_hint(const struct tp_names *names, char text[TP_NAMES_MAX]) {
  if (names->text[0])
    snprintf(text, TP_NAMES_MAX, " (there %s %s%s)", strchr(names->text, ',') ? "are" : "is",
             names->text, names->is_full ? " and more" : "");
  else
    snprintf(text, TP_NAMES_MAX, " (there is none)");
  return text;
}
