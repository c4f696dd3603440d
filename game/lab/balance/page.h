/* Pieces of a page to read: HTML with drawings in it, one file that needs no other and no script.
 */
#ifndef TP_LAB_BALANCE_PAGE_H
#define TP_LAB_BALANCE_PAGE_H

#include "data/arena.h"

/* Text as XML and HTML have it, fit for attributes too. */
void tp_page_escape(struct tp_text *page, const char *text);

/* The head of a page in the game's colours, for the screen and for paper; and its end. */
void tp_page_begin(struct tp_text *page, const char *title);
void tp_page_end(struct tp_text *page);

/* A bar of a share with its interval, from 0 to 1, as a drawing in a line; `low` .. `high` of
 * `want` are shaded when `want_high` is above `want_low`. Figures are told to who cannot see it. */
struct tp_page_bar {
  double value, low, high;
  double want_low, want_high;
  const char *colour; /* a class of the page: "player", "other", "fault" */
};
void tp_page_bar(struct tp_text *page, const struct tp_page_bar *bar);

/* A difference with its interval about a middle line; `reach` is the value at either end. */
void tp_page_difference(struct tp_text *page, double value, double low, double high, double reach,
                        const char *colour);

/* Two lines over the turns of a game, of shares from 0 to 1. */
void tp_page_lines(struct tp_text *page, const int *turns, int count, const double *first,
                   const char *first_name, const double *second, const char *second_name);

#endif
