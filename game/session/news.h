/* What of a turn is news, and how much: the one measure by which headlines are ranked.
 *
 * A change counts by what it stands for and by its size against what that variable does in any
 * turn. What the game asks for (endings, objectives, gauges, the player's goals) and what stands
 * between the powers that it is about count in full; what works on these, and what is the player's
 * own, by half; the rest by a quarter. That a variable goes back to where it rests is no news; of
 * one that is computed from others, as far as they went back.
 *
 * What somebody did, or an event, counts by all it moved. Where it moved nothing yet, as in a vote
 * that was lost or a decision that waits, by what it would move.
 */
#ifndef TP_SESSION_NEWS_H
#define TP_SESSION_NEWS_H

#include "session/headlines.h"

struct tp_news {
  const struct tp_rules *r;
  const struct tp_happened *turn;
  double stake[TP_SLOTS_MAX]; /* what a variable stands for, 0..1 */
  int first[TP_SLOTS_MAX];    /* its rows in the ledger */
  int count[TP_SLOTS_MAX];
};

void tp_news_begin(struct tp_news *n, const struct tp_rules *r, const struct tp_happened *turn);

/* By how much a variable moved; how much of that is news. */
double tp_news_moved(const struct tp_news *n, int slot);
double tp_news_of_change(const struct tp_news *n, int slot);

/* How much that is which this did: what it moved itself, and what is computed from others and
 * moved mainly by it; and how much more of that the player wanted than not. */
struct tp_deed {
  double news, good;
};
struct tp_deed tp_news_of_cause(const struct tp_news *n, enum tp_cause cause, int which);

/* Which way the player wants a variable, by goals, objectives and endings: 1 up, -1 down; 0 where
 * they say nothing, or pull both ways. */
int tp_news_wanted(const struct tp_rules *r, int slot);

/* How much these effects would be. */
double tp_news_of_effects(const struct tp_news *n, struct tp_span effects);

/* What a tie stands for, 0..1: what the weightiest of its variables does. */
double tp_news_stake_of_tie(const struct tp_news *n, int tie);

/* The row to name for a change, or NULL: the one that did most in its direction. Of a variable that
 * is computed from others, what moved the one that did most, unless that only went back. */
const struct tp_row *tp_news_reason(const struct tp_news *n, int slot);

#endif
