/* Ways to win, found by search: what a seat may lean to so as to win most often.
 *
 * A plan is a leaning for each action of the player's seat, in points added to its reflex score, so
 * a game of it costs a fraction of a millisecond. Searches start at many places by chance and climb
 * from each; so different plans are found, where there are any. Plans that do much the same are put
 * together (clusters of their action profiles).
 */
#ifndef TP_LAB_STUDIES_PLANS_H
#define TP_LAB_STUDIES_PLANS_H

#include "lab/batches/book.h"
#include "lab/statistics/statistics.h"

enum { TP_PLANS_MAX = 64 };

struct tp_plan {
  int16_t lean[TP_ACTIONS_MAX]; /* by action */
  double found;                 /* the share won in the search, which flatters */
  int lineup;                   /* in the book, of the games that confirm it */
  int cluster;                  /* from 0, the one with the best plan first; -1: does not win */
};

struct tp_plans {
  struct tp_plan list[TP_PLANS_MAX]; /* best first, by the games that confirm them */
  int count;
  int clusters;
  int tried; /* plans played in the searches */
};

/* Searches from `starts` places, about `effort` plans from each, against `policies` in the other
 * seats, on games the book does not play. */
void tp_plans_search(struct tp_plans *plans, const struct tp_book *book,
                     const struct tp_policy *policies, int starts, int effort, uint64_t seed);

/* Where an adapting search starts, and the leaning that it must keep. */
struct tp_plan_start {
  const int16_t *lean;
  int action; /* TP_NONE: it need keep nothing */
  int16_t keep;
};

/* The same from each of these, at most TP_PLANS_MAX; plan number i comes of start number i. */
void tp_plans_adapt(struct tp_plans *plans, const struct tp_book *book,
                    const struct tp_policy *policies, const struct tp_plan_start *starts, int count,
                    int effort, uint64_t seed);

/* Plays `games` games of each in the book, ranks and clusters them: 1, or 0 when it was stopped. */
int tp_plans_confirm(struct tp_plans *plans, struct tp_book *book, const struct tp_policy *policies,
                     int games);

/* The best plan of a cluster. */
const struct tp_plan *tp_plans_best(const struct tp_plans *plans, int cluster);

/* Share of a plan's games, of those won where it has any, in which an action was chosen. */
double tp_plan_use(const struct tp_book *book, const struct tp_plan *plan, int action);

/* Its games, wins, endings and actions, into the object that is open. */
struct tp_json_out;
void tp_plan_json(struct tp_json_out *out, const struct tp_book *book, const struct tp_plan *plan);

#endif
