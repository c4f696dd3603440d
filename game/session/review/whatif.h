/* What if: a past turn again, with other orders of the player's.
 *
 * Two answers, found in a thread of their own. The *path* is the game itself with its own dice: the
 * other orders in that turn, and from then on the player's real ones as far as they are still
 * allowed, the opponents choosing anew by their policies; where the real game was over, the player
 * goes on by reflex. The *odds* compare what was ordered and what could have been, in the same
 * imagined games (session/review/playout.h): the chance of a win, and how the gauges spread.
 */
#ifndef TP_SESSION_REVIEW_WHATIF_H
#define TP_SESSION_REVIEW_WHATIF_H

#include "session/forecast.h"
#include "session/share.h"

struct tp_session;
struct tp_problems;

enum { TP_WHATIF_GAMES = 200, TP_WHATIF_GAUGES = 4 };

/* Quantiles of one gauge after a turn, at tp_forecast_levels, in the imagined games; game over: as
 * it was at the end. */
struct tp_whatif_spread {
  double was[TP_FORECAST_QUANTILES], other[TP_FORECAST_QUANTILES];
};

struct tp_whatif_answer {
  int turn;                   /* history index that the changed turn leads to */
  struct tp_share was, other; /* the chance of a win with the orders given, and with the others */
  struct tp_share gain;       /* of the others */
  double score_gain;          /* in the mean score */
  int turns;                  /* of the path: last history index */
  int own_turns;              /* up to which the player's orders are the real ones */
  int refused;                /* real orders on the way that were no longer allowed */
  enum tp_result result;      /* of the path; TP_PLAYING when the real game still goes on */
  int ending;                 /* or TP_NONE */
  double score;               /* at its end */
};

/* Orders that may be given in the turn that led to history index `turn`: `orders` become those of
 * the player without order `drop` (an index, or TP_NONE) and with `add` (NULL: nothing). The
 * verdict is that of `add`, and when it is refused `orders` are left as they were. */
struct tp_verdict tp_session_other_orders(const struct tp_session *s, int turn, int drop,
                                          const struct tp_order *add, struct tp_orders *orders);

/* Asks; an older question is given up. 0 when that turn is not known, or no thread can be had. */
int tp_session_what_if(struct tp_session *s, int turn, const struct tp_orders *orders);

/* 1 when there is an answer, or 0; the share of the work that is done (1 when nothing was asked).
 */
int tp_session_what_if_answer(const struct tp_session *s, struct tp_whatif_answer *answer);
double tp_session_what_if_progress(const struct tp_session *s);

/* Of the answer: the world of the path after `turn` turns, and the spread of a gauge; NULL outside
 * what is known. */
const struct tp_world *tp_session_what_if_world(const struct tp_session *s, int turn);
const struct tp_whatif_spread *tp_session_what_if_spread(const struct tp_session *s, int gauge,
                                                         int turn);

/* Waits until it is known; for text, tests and scripts. */
void tp_session_what_if_wait(struct tp_session *s);

/* The game as it stood after `turn` turns, as a game of its own that is played on from there: same
 * scenario, seed and opponents. This one stays as it is. NULL with the reason in `problems`. */
struct tp_session *tp_session_branch(const struct tp_session *s, int turn,
                                     struct tp_problems *problems);

#endif
