/* The encyclopaedia: a page by its name, or what pages there are. */
#include "session/pages/pages.h"

#include "text/game.h"

#include <string.h>

enum { LISTED_MOST = 24, CANDIDATES_MOST = 1000 };

static void say_line(struct tp_text_game *g, const struct tp_page_line *line) {
  if (line->part == TP_PART_HEAD)
    tp_text_say(g, "");
  if (line->part != TP_PART_ROW && line->part != TP_PART_CHART)
    tp_text_say(g, line->text);
  else if (line->figure[0])
    TP_TELL(g, READ_FIGURE, line->text, line->figure);
  else
    TP_TELL(g, READ_ROW, line->text);
}

void tp_text_read_page(struct tp_text_game *g, struct tp_page_ref ref) {
  char title[TP_WORDING_MAX];
  struct tp_page page;
  tp_page_write(g->s, ref, &page);
  tp_text_say(g, tp_page_title(g->s, ref, title, sizeof title));
  TP_TELL(g, READ_KIND, tp_page_kind_name((enum tp_page_kind)ref.kind));
  for (int i = 0; i < page.count; i++)
    say_line(g, &page.lines[i]);
  if (ref.kind == TP_PAGE_VARIABLE)
    tp_text_saw_value(g, ref.which);
  tp_page_free(&page);
}

static void list_kind(struct tp_text_game *g, enum tp_page_kind kind) {
  struct tp_page_ref refs[CANDIDATES_MOST];
  char title[TP_WORDING_MAX];
  int count = tp_pages_of(g->s, kind, refs, CANDIDATES_MOST);
  count = count < CANDIDATES_MOST ? count : CANDIDATES_MOST;
  if (!tp_pages_in_order(kind))
    tp_pages_sort(g->s, refs, count);
  tp_text_say(g, tp_page_kinds_name(kind));
  for (int i = 0; i < count; i++)
    TP_TELL(g, READ_ROW, tp_page_title(g->s, refs[i], title, sizeof title));
}

static void show_contents(struct tp_text_game *g) {
  TP_TELL(g, READ_WHAT, TP_TYPED(READ));
  for (int kind = TP_PAGE_NONE + 1; kind < TP_PAGE_KINDS; kind++)
    TP_TELL(g, READ_COUNT, tp_page_kinds_name((enum tp_page_kind)kind),
            TP_WHOLE(tp_pages_of(g->s, (enum tp_page_kind)kind, NULL, 0)));
}

/* The kind that is called so, or TP_PAGE_NONE. */
static enum tp_page_kind kind_called(const char *typed) {
  for (int kind = TP_PAGE_NONE + 1; kind < TP_PAGE_KINDS; kind++) {
    char name[120];
    const char *whole = tp_page_kinds_name((enum tp_page_kind)kind);
    snprintf(name, sizeof name, "%s", whole);
    name[0] = name[0] >= 'A' && name[0] <= 'Z' ? (char)(name[0] - 'A' + 'a') : name[0];
    if (strcmp(whole, typed) == 0 || strcmp(name, typed) == 0)
      return (enum tp_page_kind)kind;
  }
  return TP_PAGE_NONE;
}

/* Is the first page meant, though others have the words too? */
static int is_meant(struct tp_text_game *g, const struct tp_page_ref refs[2], const char *typed) {
  char first[TP_WORDING_MAX], second[TP_WORDING_MAX];
  tp_page_title(g->s, refs[0], first, sizeof first);
  tp_page_title(g->s, refs[1], second, sizeof second);
  size_t length = strlen(typed);
  return strlen(first) == length && strlen(second) != length;
}

void tp_text_read(struct tp_text_game *g, const char *typed) {
  struct tp_page_ref refs[LISTED_MOST];
  char title[TP_WORDING_MAX];
  enum tp_page_kind kind = kind_called(typed);
  if (!typed[0]) {
    show_contents(g);
    return;
  }
  if (tp_text_read_line(g, typed))
    return;
  if (kind != TP_PAGE_NONE) {
    list_kind(g, kind);
    return;
  }
  int count = tp_pages_find(g->s, typed, refs, LISTED_MOST);
  if (count == 0) {
    TP_TELL(g, READ_NONE, typed, TP_TYPED(READ));
    return;
  }
  if (count == 1 || is_meant(g, refs, typed)) {
    tp_text_read_page(g, refs[0]);
    return;
  }
  TP_TELL_ALONE(g, READ_WHICH);
  for (int i = 0; i < count; i++)
    TP_TELL(g, READ_TITLE, tp_page_title(g->s, refs[i], title, sizeof title),
            tp_page_kind_name((enum tp_page_kind)refs[i].kind));
}
