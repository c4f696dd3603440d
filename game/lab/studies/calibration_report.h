/* The results of `forecast --calibration`.
 *
 * JSON: {"format": 1, "command": "forecast", "scenario": id, "fingerprint", "seed",
 *   "seats", "changes", "games": compared, "ended_first": over before their forecast, "rollouts",
 *   "factors": [by how much wider the 50, 80 and 95 % bands would have had to be: 1 is right],
 *   "first" and "last": turns after which forecasts are made, "bins": [shares there should be],
 *   "pooled": [{"ahead", "bands": [{"percent", "inside", "low", "high"}, ...]}, ...],
 *   "tenths": [how often the value lay in each tenth of the forecast: 0.1 is right],
 *   "variables": [{"name", "tenths", "ahead": [{"ahead", "bands": [...], "bins": [shares]}, ...]},
 *                 ...]}
 * CSV: variable,ahead,percent,inside,low,high with "all" for the pooled ones.
 */
#ifndef TP_LAB_STUDIES_CALIBRATION_REPORT_H
#define TP_LAB_STUDIES_CALIBRATION_REPORT_H

#include "lab/studies/calibration.h"

struct tp_calibrating {
  const struct tp_arguments *arguments;
  struct tp_setup setup;
  struct tp_calibration found;
  struct tp_json_out report;
};

/* Writes `found` to `report`, in the form the arguments ask for. */
void tp_calibration_report(struct tp_calibrating *calibrating);

#endif
