/* Advice: the hints of a first game, and what the advisors would say now.
 *
 * Hints are the scenario's (core/guide.h): each is said while its signs hold, until what it asks
 * for was done or it was read. What the player looks at only the front end knows, and tells here.
 *
 * Counsel is found in the state and the ledger: what matters most to the player's goals this turn,
 * where it comes from, and what would help, which is tried in imagined games. It names no number
 * that the board does not show, and recommends nothing that its own forecast speaks against.
 */
#ifndef TP_SESSION_ADVICE_H
#define TP_SESSION_ADVICE_H

#include "session/session.h"

/* --- hints ------------------------------------------------------------------------------------ */

/* The player has this before them now. What no hint asks about is not kept. */
void tp_session_see(struct tp_session *s, struct tp_mark mark);
int tp_session_has_seen(const struct tp_session *s, struct tp_mark mark);

/* Puts the hints that are to be said now into `hints`, in their order; at most `room`, and returns
 * how many. Those whose work is done are noted as read on the way. */
int tp_session_hints(struct tp_session *s, int *hints, int room);

enum tp_hint_state {
  TP_HINT_WAITS, /* its time has not come, or is over */
  TP_HINT_NOW,
  TP_HINT_DONE /* what it asks for was done, or it was read */
};
enum tp_hint_state tp_session_hint_state(const struct tp_session *s, int hint);

/* What the hint still asks for: the first sign of its work that does not hold yet, or NULL when it
 * only wants to be read. */
const struct tp_sign *tp_session_hint_wants(const struct tp_session *s, int hint);

/* The hint was read, or is to go away. */
void tp_session_hint_pass(struct tp_session *s, int hint);

/* --- counsel ---------------------------------------------------------------------------------- */

enum {
  TP_COUNSEL_MAX = 3,      /* pieces of advice a turn */
  TP_COUNSEL_HELPS = 3,    /* orders that a piece recommends */
  TP_COUNSEL_TEXT = 480,   /* bytes of a sentence */
  TP_COUNSEL_GAMES = 8,    /* imagined games in which every order is tried */
  TP_COUNSEL_HORIZON = 12, /* turns ahead; as far as the cards on the board look */
};

/* An order that would help. */
struct tp_help {
  struct tp_order order;
  int slot;    /* the variable that it helps, or TP_NONE */
  int member;  /* the member that it wins over, or TP_NONE */
  double gain; /* what it does to that variable after `horizon` turns, in the mean; or to the
                * member's leaning at once, in points */
};

struct tp_counsel {
  int matter;                 /* enum tp_matter */
  int advisor;                /* who says so, or TP_NONE */
  const char *line;           /* the advisor's own words, or "" */
  char text[TP_COUNSEL_TEXT]; /* what is the matter: a sentence or two */
  char why[TP_COUNSEL_TEXT];  /* where it comes from, or "" */
  int slot;                   /* the variable whose ledger explains it, or TP_NONE */
  struct tp_row cause;        /* the row that did most; its slot is TP_NONE when there is none */
  int which;                  /* the action, event, claim or ending it is about, or TP_NONE */
  int member;                 /* the member on whom a vote hangs, or TP_NONE */
  double weight;              /* 0..100 */
  int horizon;                /* turns after which the helps are counted */
  int help_count;
  struct tp_help help[TP_COUNSEL_HELPS]; /* the best first; each may be ordered now */
};

/* For counsel all orders are tried in imagined games, which takes some ten milliseconds in each
 * turn: this has it begun, in a thread, and is 1 once it is done. */
int tp_session_counsel_is_ready(struct tp_session *s);

/* What matters most now, by falling weight: at most `room` and TP_COUNSEL_MAX; returns how many.
 * Waits for it to be ready. */
int tp_session_counsel(struct tp_session *s, struct tp_counsel *list, int room);

/* A help in words: "Buy together: autonomy +1.9", "answer: Receive him". */
void tp_session_help_text(const struct tp_session *s, const struct tp_help *help, char *text,
                          size_t size);

#endif
