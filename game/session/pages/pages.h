/* The encyclopaedia: pages about everything a game is made of, written from the model's own tables
 * and leading to one another. It knows no screen: a page is a list of lines.
 */
#ifndef TP_SESSION_PAGES_PAGES_H
#define TP_SESSION_PAGES_PAGES_H

#include "core/ledger.h"
#include "core/rules.h"

struct tp_session;

enum tp_page_kind {
  TP_PAGE_NONE,
  TP_PAGE_GUIDE,     /* which: enum tp_guide_page */
  TP_PAGE_MECHANISM, /* which: a claim of the article, from 0 */
  TP_PAGE_FAMILY,    /* which: scope * TP_PAGE_SCOPE + variable: the same of all that have it */
  TP_PAGE_VARIABLE,  /* which: slot; and so on: an index in the rules */
  TP_PAGE_ACTOR,
  TP_PAGE_CLAIM,
  TP_PAGE_ACTION,
  TP_PAGE_EVENT,
  TP_PAGE_OBJECTIVE,
  TP_PAGE_ENDING,
  TP_PAGE_RULE, /* a coefficient */
  TP_PAGE_KINDS
};

enum { TP_PAGE_SCOPE = 256, TP_MECHANISMS = 14 };

/* How the game itself works: X(ID, key, paragraphs). Their words are "guide.KEY.title" and
 * "guide.KEY.1" and on. */
#define TP_GUIDE_PAGES(X)                                                                          \
  X(NUMBERS, "numbers", 5)                                                                         \
  X(TURN, "turn", 5)                                                                               \
  X(MEANS, "means", 4)                                                                             \
  X(COUNCIL, "council", 4)                                                                         \
  X(CRISES, "crises", 5)                                                                           \
  X(OPPONENTS, "opponents", 4)                                                                     \
  X(FORECASTS, "forecasts", 3)                                                                     \
  X(SOURCES, "sources", 2)

#define TP_GUIDE_PAGE_ID_(ID, key, paragraphs) TP_GUIDE_##ID,
enum tp_guide_page { TP_GUIDE_PAGES(TP_GUIDE_PAGE_ID_) TP_GUIDES };
#undef TP_GUIDE_PAGE_ID_

struct tp_page_ref {
  int16_t kind; /* enum tp_page_kind */
  int16_t which;
};

/* No page; the page of one thing, numbered as its kind says. */
static const struct tp_page_ref tp_nowhere = {TP_PAGE_NONE, 0};
static inline struct tp_page_ref tp_page_of(enum tp_page_kind kind, int which) {
  return (struct tp_page_ref){(int16_t)kind, (int16_t)which};
}

/* TEXT is to be read; a ROW has a figure, which may be "", and may lead to another page; a CHART
 * has shares, to be drawn, and tells them in its figure. */
enum tp_page_part { TP_PART_HEAD, TP_PART_TEXT, TP_PART_ROW, TP_PART_CHART };
enum { TP_PAGE_SHARES = 10 };

struct tp_page_line {
  enum tp_page_part part;
  char *text, *figure;           /* owned */
  double shares[TP_PAGE_SHARES]; /* of a chart: 0.1 each where all are alike */
  struct tp_page_ref to;
};

struct tp_page {
  struct tp_page_ref ref;
  struct tp_page_line *lines;
  int count, room;
};

/* Writes a page as the game stands, in the language that is spoken; free it. What other seats keep
 * to themselves is not told. What is no page comes out without lines. */
void tp_page_write(const struct tp_session *s, struct tp_page_ref ref, struct tp_page *page);
void tp_page_free(struct tp_page *page);

/* Where a row of the ledger leads: to the action or event it names, else to the page that says how
 * its cause works. Every cause has one. */
struct tp_page_ref tp_page_of_row(const struct tp_rules *r, const struct tp_row *row);
struct tp_page_ref tp_page_of_cause(enum tp_cause cause);

/* 1 when there is such a page in this game. */
int tp_page_exists(const struct tp_session *s, struct tp_page_ref ref);

/* What a page is about: at most `size` bytes; returns `text`. */
char *tp_page_title(const struct tp_session *s, struct tp_page_ref ref, char *text, size_t size);

/* What pages of a kind are called: "Mechanism", and together: "Mechanisms". */
const char *tp_page_kind_name(enum tp_page_kind kind);
const char *tp_page_kinds_name(enum tp_page_kind kind);

/* The pages of one kind in the order of the tables: how many there are, the first `room` of them in
 * `refs`. */
int tp_pages_of(const struct tp_session *s, enum tp_page_kind kind, struct tp_page_ref *refs,
                int room);

/* The pages whose titles have all that was typed, whatever its capitals and accents; best first.
 * How many were put into `refs`. */
int tp_pages_find(const struct tp_session *s, const char *typed, struct tp_page_ref *refs,
                  int room);

/* Do pages of a kind belong together in the order of the tables, and not from A to Z? */
int tp_pages_in_order(enum tp_page_kind kind);

/* Puts pages into the order of their titles. */
void tp_pages_sort(const struct tp_session *s, struct tp_page_ref *refs, int count);

#endif
