/* Forecasts: how chosen variables may go, with and without some orders.
 *
 * Many imagined games are played from the world as the player sees it, with their own dice (never
 * the game's). The player does what each arm says in the first turn and nothing new after it. What
 * the other seats do is guessed from how they play (guesses.h). Both arms use the same dice and the
 * same guesses, so their difference is the orders' doing. The work is done in a thread of the
 * forecaster's own; asking, looking and cancelling return at once; what was asked last is computed
 * first. Equal requests give equal bits, and are computed once.
 */
#ifndef TP_SESSION_FORECAST_H
#define TP_SESSION_FORECAST_H

#include "session/guesses.h"

#include <stdatomic.h>

enum {
  TP_FORECAST_SLOTS = 16,      /* variables of a forecast, at most */
  TP_FORECAST_HORIZON = 24,    /* turns ahead, at most */
  TP_FORECAST_ROLLOUTS = 2000, /* imagined games of each arm, at most */
  TP_FORECAST_QUANTILES = 7,
  TP_FORECAST_KEPT = 64 /* results and requests remembered; the oldest gives way */
};

/* 0.025, 0.10, 0.25, 0.50, 0.75, 0.90, 0.975 */
extern const double tp_forecast_levels[TP_FORECAST_QUANTILES];

/* The quantiles of `count` values at these levels; sorts the values. */
void tp_forecast_quantiles(double *values, int count, double out[TP_FORECAST_QUANTILES]);

struct tp_forecast_request {
  struct tp_orders without, with; /* the player's orders of the first turn, in each arm */
  int rollouts, horizon;          /* cut to the limits above; at least 1 */
  int slot_count, gain_count; /* of `slots`, the first so many, and so many after them of which only
                                 the gain is wanted */
  int16_t slots[TP_FORECAST_SLOTS];
};

/* All slots of a request, within the limits. */
static inline int tp_forecast_slots(const struct tp_forecast_request *request) {
  int all = request->slot_count + request->gain_count;
  return all < TP_FORECAST_SLOTS ? all : TP_FORECAST_SLOTS;
}

/* One variable. Index 0 of a turn is now, where all quantiles are the present value. Quantiles are
 * those of the imagined games, spread as far as the rules' forecast.doubt says. */
struct tp_forecast_line {
  int slot;
  double without[TP_FORECAST_HORIZON + 1][TP_FORECAST_QUANTILES];
  double with[TP_FORECAST_HORIZON + 1][TP_FORECAST_QUANTILES];
  double gain;                /* mean of with - without at the horizon, same dice */
  double gain_low, gain_high; /* its 95 % interval */
};

/* How the crisis of now, in which the player is, goes by the horizon. */
enum tp_crisis_way {
  TP_CRISIS_WON,   /* the other side steps back */
  TP_CRISIS_EASED, /* by itself, or both step back */
  TP_CRISIS_GOES_ON,
  TP_CRISIS_WAR,  /* the ladder reaches its top */
  TP_CRISIS_LOST, /* the player steps back */
  TP_CRISIS_WAYS
};

/* Does the gain show, to a tenth of a point? */
static inline int tp_forecast_gains(const struct tp_forecast_line *line) {
  return line->gain >= 0.05 || line->gain <= -0.05;
}

struct tp_forecast {
  int rollouts, horizon, turn; /* turn: of the world it starts from */
  /* imagined games without and with, by the way of the crisis; all 0 where there is none */
  int crisis[2][TP_CRISIS_WAYS];
  int line_count, gain_count; /* whole lines; and those after them, without quantiles */
  struct tp_forecast_line lines[TP_FORECAST_SLOTS];
};

enum tp_forecast_state {
  TP_FORECAST_UNKNOWN, /* no such ticket, or forgotten */
  TP_FORECAST_WAITING, /* others are computed before it */
  TP_FORECAST_RUNNING,
  TP_FORECAST_DONE,
  TP_FORECAST_CANCELLED
};

struct tp_forecaster;

/* A forecaster for games of `r` played by `player` against `others` (policies by actor); NULL when
 * no thread can be had. Both must outlive it. Free cancels everything and waits for the thread. */
struct tp_forecaster *tp_forecaster_create(const struct tp_rules *r, int player,
                                           const struct tp_policy *others);
void tp_forecaster_free(struct tp_forecaster *f);

/* Asks for a forecast from `w` (copied). Returns its ticket, at least 1; the same as before when
 * the same was asked and is not forgotten or cancelled. */
int tp_forecaster_ask(struct tp_forecaster *f, const struct tp_world *w,
                      const struct tp_forecast_request *request);

/* How far a ticket is; when TP_FORECAST_DONE and `result` is not NULL, the forecast is copied. */
enum tp_forecast_state tp_forecaster_poll(struct tp_forecaster *f, int ticket,
                                          struct tp_forecast *result);

/* Gives up one ticket, or all that are not done (ticket 0). */
void tp_forecaster_cancel(struct tp_forecaster *f, int ticket);

/* Waits until the ticket is done or cancelled; for text, tests and scripts. */
enum tp_forecast_state tp_forecaster_wait(struct tp_forecaster *f, int ticket,
                                          struct tp_forecast *result);

/* How far can be looked ahead from `w`: so many turns, or as many as the game has left; at least 1.
 */
int tp_forecast_ahead(const struct tp_rules *r, const struct tp_world *w, int turns);

/* The seed of imagined game `game` from `w`, never that of the game itself. */
uint64_t tp_forecast_seed(const struct tp_world *w, int player, int game);

/* The same work in the caller's thread, without tickets: 1, or 0 when it was cancelled on the way.
 * `cancelled` becomes true for that, and may be NULL. `guesses` are used again where they are of
 * the same world; NULL: they are made and forgotten. */
int tp_forecast_compute(const struct tp_rules *r, const struct tp_world *w, int player,
                        const struct tp_policy *others, const struct tp_forecast_request *request,
                        struct tp_guesses *guesses, const atomic_int *cancelled,
                        struct tp_forecast *result);

#endif
