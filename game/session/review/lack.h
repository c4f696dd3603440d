/* What is missing from conditions that do not hold, and from a win.
 *
 * Pure functions of the rules and a world, so a review can measure it in a thread of its own.
 */
#ifndef TP_SESSION_REVIEW_LACK_H
#define TP_SESSION_REVIEW_LACK_H

#include "core/world.h"

/* How far the worst of the conditions is from holding, as a share of its range, and which that is;
 * 0 when all hold, -1 without any. */
double tp_lack_of(const struct tp_rules *r, const struct tp_world *w, struct tp_span when,
                  const struct tp_condition **worst);

/* The worst of what an ending asks for and is missing, as a share of its range; 0: nothing is. The
 * date and what others keep to themselves do not count. */
double tp_lack_of_ending(const struct tp_rules *r, const struct tp_world *w, int ending);

/* Of the endings that win, the one that is nearest, and its conditions that do not hold; nothing
 * where the game is won. The date and what others keep to themselves do not count. */
enum { TP_LACKS_MAX = 6 };
struct tp_lack {
  int ending; /* TP_NONE: none, or nothing of it is missing */
  int count;
  const struct tp_condition *list[TP_LACKS_MAX];
};
void tp_lack_of_win(const struct tp_rules *r, const struct tp_world *w, struct tp_lack *lack);

#endif
