/*
 * Why a variable moved: its ledger rows of one turn, gathered for reading. Rows of the same cause
 * and source are one line; where there is room for few lines the smallest become one.
 *
 * All figures are whole hundredths. The change is such that it rounds to the tenths shown
 * elsewhere; each line is rounded by itself, and what that leaves over is a line of its own. So the
 * lines shown add up to the change shown, and that to the two values, digit for digit.
 */
#ifndef TP_SESSION_EXPLAINED_H
#define TP_SESSION_EXPLAINED_H

#include "session/pages/pages.h"
#include "session/phrases.h"
#include "session/session.h"

enum { TP_WHY_LINES = 66, TP_WHY_BRIEF = 7 };

struct tp_why_line {
  char what[TP_WORDING_MAX]; /* the variable it comes from, or the action, event ... */
  char how[160];             /* the cause, where `what` does not say it; or "" */
  int source;                /* that variable, to ask on; or TP_NONE */
  struct tp_page_ref page;   /* of the encyclopaedia, on how it comes about; of no kind: none */
  long delta;
};

struct tp_why_table {
  struct tp_why_line lines[TP_WHY_LINES];
  int count; /* 0: it did not move */
  long before, after, change;
};

/* Gathers the rows of `slot` in the turn that ended at `turn`, into at most `most` lines (at least
 * 3, at most TP_WHY_LINES; the rounding's own may come on top). */
void tp_why_gather(const struct tp_session *session, int slot, int turn, int most,
                   struct tp_why_table *table);

/* "+1.94", "\u22120.30", "0.00". */
void tp_why_figure(long hundredths, char text[TP_FIGURE_MAX]);

#endif
