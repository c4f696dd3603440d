/* How far forecasts can be trusted: games are played, a forecast is made in each, and what comes is
 * compared with its bands.
 *
 * A forecast says: the player gives these orders and nothing new after them. So that is what is
 * played: to a turn that differs from game to game the seats play by their policies, then the
 * player gives its orders of that turn and no more, while the others go on by their policies with
 * the game's own dice. One forecast is made in each game, so that games are independent.
 */
#ifndef TP_LAB_STUDIES_CALIBRATION_H
#define TP_LAB_STUDIES_CALIBRATION_H

#include "lab/setup.h"
#include "session/session.h"

enum {
  TP_BANDS = 3,                        /* 50, 80 and 95 % */
  TP_BINS = TP_FORECAST_QUANTILES + 1, /* between the quantiles, and beyond them */
  TP_TENTHS = 10,                      /* of the forecast, the first the lowest */
  TP_REACHES = 1000,
  TP_BIN_PARTS = 840 /* a hit in several bins or tenths at once is divided */
};

#define TP_REACH_STEP 0.02

extern const int tp_band_percent[TP_BANDS];
extern const double tp_bin_shares[TP_BINS]; /* what each bin should hold */

struct tp_calibration {
  int games;                          /* that lasted until their forecast */
  int ended_first;                    /* that did not */
  int horizon, rollouts, first, last; /* forecasts are made after `first` to `last` turns */
  int slot_count;
  int16_t slots[TP_FORECAST_SLOTS];
  /* by variable and turns ahead (1 .. horizon) */
  long inside[TP_FORECAST_SLOTS][TP_FORECAST_HORIZON + 1][TP_BANDS]; /* games */
  long bins[TP_FORECAST_SLOTS][TP_FORECAST_HORIZON + 1][TP_BINS];    /* parts of games */
  /* parts of games whose value lay in each tenth of the forecast; between the quantiles the
   * forecast is taken to be straight */
  long tenths[TP_FORECAST_SLOTS][TP_FORECAST_HORIZON + 1][TP_TENTHS];
  /* how many times a band's half had to be as wide as it was to reach what came: of all turns ahead
   * where it had a width, in steps of TP_REACH_STEP */
  long reach[TP_FORECAST_SLOTS][TP_BANDS][TP_REACHES];
  /* by turns ahead: the variables of a game inside a band, summed over games, and their squares */
  long pooled[TP_FORECAST_HORIZON + 1][TP_BANDS], squares[TP_FORECAST_HORIZON + 1][TP_BANDS];
};

/* Plays `games` games; the fields before `slots`' are the caller's to fill, those behind zeroed. */
void tp_calibration_play(const struct tp_setup *setup, uint64_t seed, int games, int threads,
                         struct tp_calibration *calibration);

/* Share of all variables inside a band, with its interval: games are independent, the variables of
 * one are not (the sandwich estimator for clusters). */
double tp_calibration_pooled(const struct tp_calibration *c, int ahead, int band,
                             struct tp_interval *interval);

/* Share of games whose value lay in a tenth of the forecast, over all turns ahead; of all variables
 * with `variable` -1. */
double tp_calibration_tenth(const struct tp_calibration *c, int variable, int tenth);

/* How many times as wide a band would have had to be to hold its share of what came: 1 is right. Of
 * all variables with `variable` -1. */
double tp_calibration_factor(const struct tp_calibration *c, int variable, int band);

#endif
