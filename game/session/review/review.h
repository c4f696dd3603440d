/* A look back at a game: how likely a win was after each turn, and what each of the player's
 * decisions did to that.
 *
 * Both come from imagined games played to their end (session/review/playout.h), in which the
 * player's later orders are those that were really given. A decision's worth is the difference
 * between the same games with it and without it: without an order it is not given, without an
 * answer the first open option is taken, without a move in a crisis the line is held. Where nothing
 * the player decided moved the chance of a win, as in a game that could not be won so, the
 * decisions are weighed by what they did to what the nearest win lacked at the end. The work is
 * done in a thread of its own that touches nothing of the session's; what is found is there as soon
 * as it is found, and is the same each time.
 */
#ifndef TP_SESSION_REVIEW_REVIEW_H
#define TP_SESSION_REVIEW_REVIEW_H

#include "core/order.h"
#include "session/review/lack.h"

struct tp_session;

struct tp_turn_odds {
  double chance, low, high; /* of a win, 0..1, with its 95 % interval */
  double score;             /* mean of the scores at the end, 0..100 */
};

struct tp_turning_point {
  double chance, low, high; /* by how much it raised the chance of a win, with its interval */
  double score;             /* and the mean score */
  double moved, moved_low, moved_high; /* by how much it moved `slot` at the end of the game */
  double distance; /* by how much, of its range, the win would be farther or nearer without it */
  int turn;        /* history index that the turn of the decision led to, from 1 */
  int slot;        /* told by the chance: TP_NONE; else what a win lacked that it moved most */
  int good;        /* 1: towards the win, -1: away from it */
  struct tp_order order;
};

/* Begins the review of the game so far; once begun, and until the turn ends, it is the same one. 0
 * when no turn was played, a turn's world is not known, or no thread can be had. */
int tp_session_review(struct tp_session *s);

/* Share of the work that is done, 0..1; 1 without a review. */
double tp_session_review_progress(const struct tp_session *s);

/* The chance of a win after `turn` turns: 1, or 0 when it is not known (yet), as before the turn
 * that history begins at (tp_session_begun). */
int tp_session_odds(const struct tp_session *s, int turn, struct tp_turn_odds *odds);

/* The decisions that moved the chance of a win most, and of those alike the score, by falling size,
 * as far as they are known; at most `room`. Those whose interval of the chance holds 0 and that
 * moved the score by less than half a point are left out. Where they are told by what a win lacked,
 * those that moved some of it by more than chance could. */
int tp_session_turning_points(const struct tp_session *s, struct tp_turning_point *list, int room);

/* 1 when the list is told by what the nearest win lacked, and what that was: all is known,
 * something was missing, and no decision moved the chance of a win by more than chance could. */
int tp_session_review_lack(const struct tp_session *s, struct tp_lack *lack);

/* Waits until all is known; for text, tests and scripts. */
void tp_session_review_wait(struct tp_session *s);

#endif
