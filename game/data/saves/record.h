/* The record of a game: what it takes to play it again, turn by turn.
 *
 * The caller owns it. It grows by whole turns and can be cut back to an earlier one (undo).
 */
#ifndef TP_DATA_SAVES_RECORD_H
#define TP_DATA_SAVES_RECORD_H

#include "core/guide.h"
#include "core/order.h"
#include "data/scenario.h"

enum { TP_POLICY_NAME = 48, TP_GAME_NAME = 64, TP_CHART_LINES = 4, TP_CHART_POINTS = 64 };

/* A small chart of a game: the course of a few values from 0 to 100, one point a turn from its
 * start on (the last TP_CHART_POINTS turns of a longer one). Nothing is played by it. */
struct tp_chart {
  int lines, points;
  float at[TP_CHART_LINES][TP_CHART_POINTS];
};

struct tp_game_record {
  const struct tp_scenario *scenario; /* not owned */
  uint64_t seed;
  int16_t player;                               /* actor, or TP_NONE */
  char policies[TP_ACTORS_MAX][TP_POLICY_NAME]; /* of each actor; "" for a person or nobody */
  int begun; /* the turn it begins at: 0, or that in which the game went into other data */
  struct tp_world *start; /* the state there, owned; NULL: the start of the scenario */
  double *before;         /* [turn * slots + slot]: the values of the turns before, or NULL */
  int turns;              /* recorded: the game has come to turn begun + turns */
  int seat_count;
  int16_t seats[TP_ACTORS_MAX]; /* actors that choose, in order */
  struct tp_orders *orders;     /* [turn * seat_count + k]: what seats[k] did */
  uint64_t *hashes;             /* [turn]: of the world after it */
  int room;                     /* turns there is room for */
  struct tp_mark *seen;         /* what the player has looked at, for the hints; or NULL */
  int seen_count;
  struct tp_orders pending; /* what the player has ordered for the turn that comes */
  char name[TP_GAME_NAME];  /* what the player calls it, or "" */
  struct tp_chart chart;
};

/* Starts the record of a game of `scenario`, with no policies. */
void tp_record_init(struct tp_game_record *record, const struct tp_scenario *scenario,
                    uint64_t seed);
void tp_record_free(struct tp_game_record *record);

/* Names the policy of an actor (cut to fit). */
void tp_record_set_policy(struct tp_game_record *record, int actor, const char *policy);

/* Adds a turn: the `count` sets of orders that were given, in any order of seats (a seat without
 * one did nothing), and the hash of the world after it. */
void tp_record_add(struct tp_game_record *record, const struct tp_orders *orders, int count,
                   uint64_t hash);

/* Notes what the player has looked at. */
void tp_record_see(struct tp_game_record *record, struct tp_mark mark);

/* The orders of a turn: `record->seat_count` sets, one for each seat. */
const struct tp_orders *tp_record_orders(const struct tp_game_record *record, int turn);

/* Lets the record begin with a state, whose turn it is; it has no turns then. `_forget` takes even
 * the beginning away. */
void tp_record_begin(struct tp_game_record *record, const struct tp_world *world);
void tp_record_forget(struct tp_game_record *record);

/* Puts the state that the record begins with into `world`. */
void tp_record_start(const struct tp_game_record *record, struct tp_world *world);

#endif
