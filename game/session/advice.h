/* Advice: the hints of a first game.
 *
 * Hints are the scenario's (core/guide.h): each is said while its signs hold, until what it asks
 * for was done or it was read. What the player looks at only the front end knows, and tells here.
 */
#ifndef TP_SESSION_ADVICE_H
#define TP_SESSION_ADVICE_H

#include "session/session.h"

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

#endif
