/* What a game comes to when it is looked back on, in words that come from its data alone: why it
 * ended as it did, how the claims went, where the regimes stand; and what else could have been
 * ordered in a past turn. Shared by the window and the text game.
 */
#ifndef TP_SESSION_REVIEW_VERDICT_H
#define TP_SESSION_REVIEW_VERDICT_H

#include "core/order.h"

#include <stddef.h>

struct tp_session;

enum { TP_VERDICT_MAX = 1200 };

/* Why it ended so, in sentences on up to four lines: the conditions of the ending with the values
 * that met them; what moved the one of them that moved most, summed over the ledger of the whole
 * game; of a game that was not won, the nearest win and what it lacked; the objective that was
 * missed most narrowly. "" before the end. */
void tp_verdict_why(const struct tp_session *s, char *text, size_t size);

/* Which win was nearest and what it lacked, in a sentence, where the turning points are told by
 * that (session/review/review.h); else "". */
void tp_verdict_lack(const struct tp_session *s, char *text, size_t size);

/* How one regime ends, against its start: stability and what it rests on, its story, its tie with
 * the other regime. "" for an actor without claims. */
void tp_verdict_regime(const struct tp_session *s, int actor, char *text, size_t size);

/* How far a claim was believed at the start, and is now. All of them, that which fell most first;
 * at most `room`. */
struct tp_claim_course {
  int claim;
  double from, to;
};
int tp_verdict_claims(const struct tp_session *s, struct tp_claim_course *list, int room);

/* The answer to a "what if" (session/review/whatif.h), in three or four sentences; "" while there
 * is none.
 */
void tp_verdict_what_if(const struct tp_session *s, char *text, size_t size);

/* "+14 points (5 to 22)": what an order did to the chance of a win, as a difference of shares. */
void tp_verdict_points(double gain, double low, double high, char *text, size_t size);

/* One other choice for a past turn: an order of the player's left out, or one more given (an answer
 * or a move in a crisis takes the place of the one that was given). */
struct tp_change {
  int drop; /* index of an order given, or TP_NONE */
  struct tp_order add;
  int adds; /* 1: `add` counts */
};

/* The changes that were allowed in the turn that led to history index `turn`: orders to leave out,
 * then other answers and moves, then further actions; at most `room`. */
enum { TP_CHANGES_MAX = 160 };
int tp_session_changes(const struct tp_session *s, int turn, struct tp_change *list, int room);

/* The player's orders of that turn with the change made; 0 when it is not allowed there. */
int tp_session_changed(const struct tp_session *s, int turn, const struct tp_change *change,
                       struct tp_orders *orders);

/* "Without “Joint procurement”", "Also “Satellites”", "On “The pipeline”: refuse it". */
void tp_wording_change_made(const struct tp_session *s, int turn, const struct tp_change *change,
                            char *text, size_t size);

#endif
