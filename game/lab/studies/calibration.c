#include "lab/studies/calibration.h"

#include "data/arena.h"
#include "lab/games/player.h"
#include "lab/work.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const int tp_band_percent[TP_BANDS] = {50, 80, 95};
const double tp_bin_shares[TP_BINS] = {0.025, 0.075, 0.15, 0.25, 0.25, 0.15, 0.075, 0.025};

/* The quantiles that a band lies between. */
static const int band_low[TP_BANDS] = {2, 1, 0}, band_high[TP_BANDS] = {4, 5, 6};

struct worker {
  struct tp_player player;
  struct tp_forecast forecast;
  struct tp_calibration found;
};

struct trial {
  const struct tp_setup *setup;
  struct tp_policy idle_player[TP_ACTORS_MAX]; /* the cast, the player's seat idle */
  uint64_t seed;
  struct worker *workers;
};

/* --- one game --------------------------------------------------------------------------------- */

/* Turns that are no multiples of each other's spacing, so that each comes about equally often. */
static int origin_of(const struct tp_calibration *c, int game) {
  return c->first + game % (c->last - c->first + 1);
}

static int play_until(struct tp_player *player, int turn) {
  while (player->world->turn < turn) {
    if (!tp_player_turn(player, NULL, 0))
      return 0;
  }
  return player->world->result == TP_PLAYING;
}

static void make_forecast(struct worker *w, const struct tp_orders *orders) {
  const struct tp_calibration *c = &w->found;
  const struct tp_rules *r = w->player.rules;
  struct tp_forecast_request request;
  memset(&request, 0, sizeof request);
  request.with = request.without = *orders;
  request.rollouts = c->rollouts;
  request.horizon = c->horizon;
  request.slot_count = c->slot_count;
  memcpy(request.slots, c->slots, sizeof request.slots);
  tp_forecast_compute(r, w->player.world, r->player, w->player.policies, &request, NULL, NULL,
                      &w->forecast);
}

static void count_bins(long bins[TP_BINS], const double quantiles[TP_FORECAST_QUANTILES],
                       double x) {
  int low = 0, high = 0;
  for (int i = 0; i < TP_FORECAST_QUANTILES; i++) {
    low += quantiles[i] < x;
    high += quantiles[i] <= x;
  }
  for (int bin = low; bin <= high; bin++)
    bins[bin] += TP_BIN_PARTS / (high - low + 1);
}

/* How much of the forecast lies below x and how much at it or below: two levels, which are one
 * where quantiles are apart. What lies beyond the outermost quantiles is all that lies there. */
static void levels_of(const double quantiles[TP_FORECAST_QUANTILES], double x, double level[2]) {
  int last = TP_FORECAST_QUANTILES - 1, i = 0, k = last;
  while (i <= last && quantiles[i] < x)
    i++;
  while (k >= 0 && quantiles[k] > x)
    k--;
  if (i <= k) { /* on some of them */
    level[0] = i == 0 ? 0 : tp_forecast_levels[i];
    level[1] = k == last ? 1 : tp_forecast_levels[k];
  } else if (i == 0 || k == last) {
    level[0] = i == 0 ? 0 : tp_forecast_levels[last];
    level[1] = i == 0 ? tp_forecast_levels[0] : 1;
  } else {
    double share = (x - quantiles[k]) / (quantiles[i] - quantiles[k]);
    level[0] = level[1] =
        tp_forecast_levels[k] + share * (tp_forecast_levels[i] - tp_forecast_levels[k]);
  }
}

static void count_tenths(long tenths[TP_TENTHS], const double quantiles[TP_FORECAST_QUANTILES],
                         double x) {
  double level[2];
  levels_of(quantiles, x, level);
  double low = (double)TP_TENTHS * level[0], high = (double)TP_TENTHS * level[1];
  int first = low < TP_TENTHS - 1 ? (int)low : TP_TENTHS - 1;
  int last = high < TP_TENTHS - 1 ? (int)high : TP_TENTHS - 1;
  long left = TP_BIN_PARTS;
  for (int tenth = first; tenth < last; tenth++) {
    double from = tenth > low ? tenth : low;
    long part = (long)((double)TP_BIN_PARTS * (tenth + 1 - from) / (high - low));
    tenths[tenth] += part;
    left -= part;
  }
  tenths[last] += left;
}

static void count_reach(long reach[TP_REACHES], int band, const double *quantiles, double x) {
  double median = quantiles[TP_FORECAST_QUANTILES / 2];
  double end = quantiles[x < median ? band_low[band] : band_high[band]];
  double width = fabs(end - median), times = width > 0 ? fabs(x - median) / width : 0;
  int step = (int)(times / TP_REACH_STEP < TP_REACHES - 1 ? times / TP_REACH_STEP : TP_REACHES - 1);
  reach[step] += width > 0;
}

static void compare(struct worker *w, int ahead) {
  struct tp_calibration *c = &w->found;
  int all[TP_BANDS] = {0};
  for (int i = 0; i < c->slot_count; i++) {
    const double *quantiles = w->forecast.lines[i].with[ahead];
    double x = w->player.world->v[c->slots[i]];
    count_bins(c->bins[i][ahead], quantiles, x);
    count_tenths(c->tenths[i][ahead], quantiles, x);
    for (int band = 0; band < TP_BANDS; band++) {
      int inside = x >= quantiles[band_low[band]] && x <= quantiles[band_high[band]];
      c->inside[i][ahead][band] += inside;
      all[band] += inside;
      count_reach(c->reach[i][band], band, quantiles, x);
    }
  }
  for (int band = 0; band < TP_BANDS; band++) {
    c->pooled[ahead][band] += all[band];
    c->squares[ahead][band] += (long)all[band] * all[band];
  }
}

static void play_game(void *context, int worker, int game) {
  struct trial *trial = context;
  struct worker *w = &trial->workers[worker];
  const struct tp_rules *r = trial->setup->rules;
  struct tp_orders orders;
  if (!w->player.world)
    tp_player_open(&w->player, r, trial->setup->cast.policy);
  w->player.policies = trial->setup->cast.policy;
  tp_player_start(&w->player, tp_game_seed(trial->seed, game));
  if (!play_until(&w->player, origin_of(&w->found, game))) {
    w->found.ended_first++;
    return;
  }
  tp_policy_choose(r, w->player.world, r->player, &trial->setup->cast.policy[r->player],
                   w->player.room, &orders);
  make_forecast(w, &orders);
  w->player.policies = trial->idle_player;
  for (int ahead = 1; ahead <= w->found.horizon; ahead++) { /* what is over stays as it is */
    tp_player_turn(&w->player, ahead == 1 ? &orders : NULL, ahead == 1);
    compare(w, ahead);
  }
  w->found.games++;
}

/* --- all of them ------------------------------------------------------------------------------ */

static void add(struct tp_calibration *into, const struct tp_calibration *from) {
  into->games += from->games;
  into->ended_first += from->ended_first;
  for (int i = 0; i < into->slot_count; i++)
    for (int band = 0; band < TP_BANDS; band++)
      for (int step = 0; step < TP_REACHES; step++)
        into->reach[i][band][step] += from->reach[i][band][step];
  for (int ahead = 1; ahead <= into->horizon; ahead++) {
    for (int i = 0; i < into->slot_count; i++) {
      for (int bin = 0; bin < TP_BINS; bin++)
        into->bins[i][ahead][bin] += from->bins[i][ahead][bin];
      for (int tenth = 0; tenth < TP_TENTHS; tenth++)
        into->tenths[i][ahead][tenth] += from->tenths[i][ahead][tenth];
      for (int band = 0; band < TP_BANDS; band++)
        into->inside[i][ahead][band] += from->inside[i][ahead][band];
    }
    for (int band = 0; band < TP_BANDS; band++) {
      into->pooled[ahead][band] += from->pooled[ahead][band];
      into->squares[ahead][band] += from->squares[ahead][band];
    }
  }
}

void tp_calibration_play(const struct tp_setup *setup, uint64_t seed, int games, int threads,
                         struct tp_calibration *calibration) {
  struct trial trial = {.setup = setup, .seed = seed};
  trial.workers = tp_memory_zeroed((size_t)threads, sizeof *trial.workers);
  memcpy(trial.idle_player, setup->cast.policy, sizeof trial.idle_player);
  tp_policy_named("idle", &trial.idle_player[setup->rules->player]);
  for (int i = 0; i < threads; i++)
    trial.workers[i].found = *calibration;
  tp_work_do(games, threads, play_game, &trial, "games");
  for (int i = 0; i < threads; i++) {
    add(calibration, &trial.workers[i].found);
    if (trial.workers[i].player.world)
      tp_player_close(&trial.workers[i].player);
  }
  free(trial.workers);
}

double tp_calibration_pooled(const struct tp_calibration *c, int ahead, int band,
                             struct tp_interval *interval) {
  double games = c->games, variables = c->slot_count;
  double mean = (double)c->pooled[ahead][band] / games; /* variables inside, of a game */
  double spread = (double)c->squares[ahead][band] / games - mean * mean;
  double error = games > 1 && spread > 0 ? sqrt(spread / (games - 1)) : 0;
  *interval = (struct tp_interval){(mean - TP_Z95 * error) / variables,
                                   (mean + TP_Z95 * error) / variables};
  return mean / variables;
}

double tp_calibration_tenth(const struct tp_calibration *c, int variable, int tenth) {
  int first = variable < 0 ? 0 : variable, last = variable < 0 ? c->slot_count - 1 : variable;
  double parts = 0;
  for (int i = first; i <= last; i++)
    for (int ahead = 1; ahead <= c->horizon; ahead++)
      parts += (double)c->tenths[i][ahead][tenth];
  return parts / (double)TP_BIN_PARTS / c->games / c->horizon / (last - first + 1);
}

static long reached(const struct tp_calibration *c, int variable, int band, int step) {
  int first = variable < 0 ? 0 : variable, last = variable < 0 ? c->slot_count - 1 : variable;
  long hits = 0;
  for (int i = first; i <= last; i++)
    hits += c->reach[i][band][step];
  return hits;
}

double tp_calibration_factor(const struct tp_calibration *c, int variable, int band) {
  long all = 0, below = 0;
  int step = 0;
  for (int i = 0; i < TP_REACHES; i++)
    all += reached(c, variable, band, i);
  while (step < TP_REACHES &&
         100 * (below += reached(c, variable, band, step)) < all * tp_band_percent[band])
    step++;
  return (step + 0.5) * TP_REACH_STEP;
}
