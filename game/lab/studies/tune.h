/* What `tune` found, and its report. */
#ifndef TP_LAB_STUDIES_TUNE_H
#define TP_LAB_STUDIES_TUNE_H

#include "lab/studies/factors.h"
#include "lab/statistics/statistics.h"

enum { TP_BANDS_MAX = 64 };

struct tp_tuned_band {
  const struct tp_band *band;
  long before, found, confirmed; /* games won: as it was, at the best point, on fresh seeds */
  int met;                       /* 1: the share confirmed lies within the band */
};

struct tp_tuning {
  const struct tp_arguments *arguments; /* with the numbers of games and tries */
  const struct tp_setup *setup;
  const struct tp_factors *factors;
  struct tp_tuned_band bands[TP_BANDS_MAX];
  int band_count;
  int games_to_confirm;
  int tried;                         /* points */
  int is_changed;                    /* 1: something nearer than what is was found */
  int is_confirmed;                  /* 0: it was stopped before */
  double values[TP_LAB_CHANGES_MAX]; /* of the factors, rounded */
  double distance;                   /* from the bands, of the best point tried; see tune.c */
  double seconds;
  int threads;
};

int tp_tuning_is_met(const struct tp_tuning *t);

/* In the form the arguments ask for. */
void tp_tuning_report(const struct tp_tuning *t, struct tp_json_out *report);

#endif
