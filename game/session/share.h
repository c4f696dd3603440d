/* A share of games, and the difference of two shares from pairs of them, each with its 95 %
 * interval: Wilson's (1927), and that of Agresti and Min (2005), which knows that no difference in
 * few games is not the same as none. Of one game at least. */
#ifndef TP_SESSION_SHARE_H
#define TP_SESSION_SHARE_H

struct tp_share {
  double is, low, high;
};
struct tp_share tp_share_of(long count, long games);
struct tp_share tp_share_gained(int only_with, int only_without, int games);

#endif
