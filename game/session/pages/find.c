/* Finding pages by what is typed, and the order of their titles: capitals and accents do not
 * count. */
#include "session/pages/parts.h"

#include "data/arena.h"

#include <stdlib.h>
#include <string.h>

/* U+00C0 to U+00FF, the second byte of their UTF-8 from 0x80 on. */
static const char plain[] = "aaaaaaaceeeeiiiidnooooo ouuuuyps"
                            "aaaaaaaceeeeiiiidnooooo ouuuuypy";

static void fold(const char *from, char *to, size_t size) {
  size_t at = 0;
  for (const unsigned char *p = (const unsigned char *)from; *p && at + 2 < size; p++) {
    if (*p == 0xC3 && p[1] >= 0x80 && p[1] <= 0xBF) {
      to[at++] = plain[*++p - 0x80];
    } else if (*p == 0xC5 && (p[1] == 0x92 || p[1] == 0x93)) { /* the ligature of o and e */
      to[at++] = 'o';
      to[at++] = 'e';
      p++;
    } else if (*p < 0x80) {
      to[at++] = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : (char)*p;
    }
  }
  to[at] = '\0';
}

/* How well a title answers: 0 not at all, 3 it is what was typed. */
static int fits(const char *title, const char *typed) {
  char rest[200], *next;
  if (strcmp(title, typed) == 0)
    return 3;
  if (strncmp(title, typed, strlen(typed)) == 0)
    return 2;
  strncpy(rest, typed, sizeof rest - 1);
  rest[sizeof rest - 1] = '\0';
  for (char *word = strtok_r(rest, " :,", &next); word; word = strtok_r(NULL, " :,", &next))
    if (!strstr(title, word))
      return 0;
  return 1;
}

/* Rules are found by what scenarios call them, too. */
static int fits_page(struct tp_page_ref ref, const char *title, const char *typed) {
  int count, fit = fits(title, typed);
  const struct tp_coefficient *known = tp_coefficients(&count);
  if (fit || ref.kind != TP_PAGE_RULE)
    return fit;
  fit = fits(known[ref.which].name, typed);
  return fit == 2 ? 1 : fit; /* the beginning of a title comes first */
}

struct found {
  struct tp_page_ref ref;
  int order; /* of finding */
  int fit;
  char title[TP_WORDING_MAX];
};

static int by_fit(const void *a, const void *b) {
  const struct found *one = a, *two = b;
  return one->fit != two->fit ? two->fit - one->fit : one->order - two->order;
}

static int by_title(const void *a, const void *b) {
  return strcmp(((const struct found *)a)->title, ((const struct found *)b)->title);
}

static void name(const struct tp_session *s, struct found *found, struct tp_page_ref ref) {
  char title[TP_WORDING_MAX];
  found->ref = ref;
  fold(tp_page_title(s, ref, title, sizeof title), found->title, sizeof found->title);
}

int tp_pages_find(const struct tp_session *s, const char *typed, struct tp_page_ref *refs,
                  int room) {
  char wanted[200];
  struct found *list = NULL;
  int count = 0, space = 0;
  fold(typed, wanted, sizeof wanted);
  if (!wanted[strspn(wanted, " :,")])
    return 0;
  for (int kind = TP_PAGE_NONE + 1; kind < TP_PAGE_KINDS; kind++) {
    int all = tp_pages_of(s, (enum tp_page_kind)kind, NULL, 0);
    struct tp_page_ref *of = tp_memory_resize(NULL, (size_t)(all + 1) * sizeof *of);
    tp_pages_of(s, (enum tp_page_kind)kind, of, all);
    list = tp_memory_resize(list, (size_t)(space += all) * sizeof *list + 1);
    for (int i = 0; i < all; i++) {
      name(s, &list[count], of[i]);
      list[count].order = count;
      list[count].fit = fits_page(of[i], list[count].title, wanted);
      count += list[count].fit > 0;
    }
    free(of);
  }
  if (count)
    qsort(list, (size_t)count, sizeof *list, by_fit);
  count = count < room ? count : room;
  for (int i = 0; i < count; i++)
    refs[i] = list[i].ref;
  free(list);
  return count;
}

void tp_pages_sort(const struct tp_session *s, struct tp_page_ref *refs, int count) {
  if (count < 2)
    return;
  struct found *list = tp_memory_resize(NULL, (size_t)count * sizeof *list);
  for (int i = 0; i < count; i++)
    name(s, &list[i], refs[i]);
  qsort(list, (size_t)count, sizeof *list, by_title);
  for (int i = 0; i < count; i++)
    refs[i] = list[i].ref;
  free(list);
}
