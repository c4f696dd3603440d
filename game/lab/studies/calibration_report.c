#include "lab/studies/calibration_report.h"

#include "lab/games/fingerprint.h"

#include <inttypes.h>

static const char *name_of(const struct tp_calibrating *c, int i) {
  return c->setup.rules->slots[c->found.slots[i]].name;
}

static void json_band(struct tp_calibrating *c, int band, double inside,
                      struct tp_interval interval) {
  tp_json_object(&c->report, NULL);
  tp_json_whole(&c->report, "percent", tp_band_percent[band]);
  tp_json_number(&c->report, "inside", inside);
  tp_json_interval(&c->report, interval);
  tp_json_end(&c->report);
}

/* A line for each variable and one for all of them together: variable -1. */
static double inside_of(const struct tp_calibrating *c, int variable, int ahead, int band,
                        struct tp_interval *interval) {
  if (variable < 0)
    return tp_calibration_pooled(&c->found, ahead, band, interval);
  long hits = c->found.inside[variable][ahead][band];
  *interval = tp_rate_interval(hits, c->found.games);
  return tp_rate(hits, c->found.games);
}

static void json_bands(struct tp_calibrating *c, int variable, int ahead) {
  tp_json_whole(&c->report, "ahead", ahead);
  tp_json_list(&c->report, "bands");
  for (int band = 0; band < TP_BANDS; band++) {
    struct tp_interval interval;
    double inside = inside_of(c, variable, ahead, band, &interval);
    json_band(c, band, inside, interval);
  }
  tp_json_end(&c->report);
}

static void json_pooled(struct tp_calibrating *c, int ahead) {
  tp_json_object(&c->report, NULL);
  json_bands(c, -1, ahead);
  tp_json_end(&c->report);
}

static void json_variable_ahead(struct tp_calibrating *c, int variable, int ahead) {
  const struct tp_calibration *found = &c->found;
  tp_json_object(&c->report, NULL);
  json_bands(c, variable, ahead);
  tp_json_list(&c->report, "bins");
  for (int bin = 0; bin < TP_BINS; bin++)
    tp_json_number(&c->report, NULL,
                   (double)found->bins[variable][ahead][bin] / (double)TP_BIN_PARTS / found->games);
  tp_json_end(&c->report);
  tp_json_end(&c->report);
}

static void json_factors(struct tp_calibrating *c, int variable) {
  tp_json_list(&c->report, "factors");
  for (int band = 0; band < TP_BANDS; band++)
    tp_json_number(&c->report, NULL, tp_calibration_factor(&c->found, variable, band));
  tp_json_end(&c->report);
}

static void json_tenths(struct tp_calibrating *c, int variable) {
  tp_json_list(&c->report, "tenths");
  for (int tenth = 0; tenth < TP_TENTHS; tenth++)
    tp_json_number(&c->report, NULL, tp_calibration_tenth(&c->found, variable, tenth));
  tp_json_end(&c->report);
}

static void json_calibration(struct tp_calibrating *c) {
  struct tp_json_out *report = &c->report;
  const struct tp_calibration *found = &c->found;
  char seed[24];
  snprintf(seed, sizeof seed, "%" PRIu64, c->arguments->seed);
  tp_json_object(report, NULL);
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "forecast");
  tp_json_string(report, "scenario", c->setup.rules->words.id);
  tp_json_bits(report, "fingerprint", tp_fingerprint_scenario(TP_FINGERPRINT, &c->setup));
  tp_json_string(report, "seed", seed);
  tp_setup_json(report, &c->setup, c->arguments);
  tp_json_whole(report, "games", found->games);
  tp_json_whole(report, "ended_first", found->ended_first);
  tp_json_whole(report, "rollouts", found->rollouts);
  json_factors(c, -1);
  tp_json_whole(report, "first", found->first);
  tp_json_whole(report, "last", found->last);
  tp_json_list(report, "bins");
  for (int bin = 0; bin < TP_BINS; bin++)
    tp_json_number(report, NULL, tp_bin_shares[bin]);
  tp_json_end(report);
  tp_json_list(report, "pooled");
  for (int ahead = 1; ahead <= found->horizon; ahead++)
    json_pooled(c, ahead);
  tp_json_end(report);
  json_tenths(c, -1);
  tp_json_list(report, "variables");
  for (int i = 0; i < found->slot_count; i++) {
    tp_json_object(report, NULL);
    tp_json_string(report, "name", name_of(c, i));
    json_factors(c, i);
    json_tenths(c, i);
    tp_json_list(report, "ahead");
    for (int ahead = 1; ahead <= found->horizon; ahead++)
      json_variable_ahead(c, i, ahead);
    tp_json_end(report);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_end(report);
}

static void csv_calibration(struct tp_calibrating *c) {
  struct tp_text *text = &c->report.text;
  tp_text_add(text, "variable,ahead,percent,inside,low,high\n");
  for (int i = -1; i < c->found.slot_count; i++) {
    for (int ahead = 1; ahead <= c->found.horizon; ahead++) {
      for (int band = 0; band < TP_BANDS; band++) {
        struct tp_interval interval;
        double inside = inside_of(c, i, ahead, band, &interval);
        tp_text_print(text, "%s,%d,%d,%s,%s,%s\n", i < 0 ? "all" : name_of(c, i), ahead,
                      tp_band_percent[band], tp_number_exact(inside).text,
                      tp_number_exact(interval.low).text, tp_number_exact(interval.high).text);
      }
    }
  }
}

static void text_line(struct tp_calibrating *c, int variable, int ahead) {
  tp_text_print(&c->report.text, "  %2d ahead", ahead);
  for (int band = 0; band < TP_BANDS; band++) {
    struct tp_interval interval;
    double inside = inside_of(c, variable, ahead, band, &interval);
    tp_text_print(&c->report.text, "   %5.1f (%5.1f to %5.1f)", 100 * inside, 100 * interval.low,
                  100 * interval.high);
  }
  tp_text_add(&c->report.text, "\n");
}

static void text_tenths(struct tp_calibrating *c) {
  struct tp_text *text = &c->report.text;
  tp_text_add(text, "\nper cent of games in each tenth of the forecast, from the lowest\n");
  for (int i = -1; i < c->found.slot_count; i++) {
    tp_text_print(text, "  %-24s", i < 0 ? "all" : name_of(c, i));
    for (int tenth = 0; tenth < TP_TENTHS; tenth++)
      tp_text_print(text, " %5.1f", 100 * tp_calibration_tenth(&c->found, i, tenth));
    tp_text_add(text, "\n");
  }
}

static void text_factors(struct tp_calibrating *c) {
  struct tp_text *text = &c->report.text;
  tp_text_add(text, "\nhow many times as wide each band would have to be to hold its share\n");
  for (int i = -1; i < c->found.slot_count; i++) {
    tp_text_print(text, "  %-24s", i < 0 ? "all" : name_of(c, i));
    for (int band = 0; band < TP_BANDS; band++)
      tp_text_print(text, "   %.2f", tp_calibration_factor(&c->found, i, band));
    tp_text_add(text, "\n");
  }
}

static void text_calibration(struct tp_calibrating *c) {
  const struct tp_calibration *found = &c->found;
  struct tp_text *text = &c->report.text;
  tp_text_print(text,
                "%s (%s): %d games, forecasts of %d imagined games made after %d to %d turns\n",
                c->setup.rules->words.title, c->setup.rules->words.id, found->games,
                found->rollouts, found->first, found->last);
  tp_setup_text(&c->report, &c->setup, c->arguments);
  if (found->ended_first)
    tp_text_print(text, "%d games more were over before their forecast\n", found->ended_first);
  tp_text_add(text, "\nper cent of games inside the band of        50 %                   80 %"
                    "                   95 %\n");
  for (int i = -1; i < found->slot_count; i++) {
    tp_text_print(text, "%s\n", i < 0 ? "all" : name_of(c, i));
    for (int ahead = 1; ahead <= found->horizon; ahead += ahead == 1 ? 2 : 3)
      text_line(c, i, ahead);
  }
  text_factors(c);
  text_tenths(c);
}

void tp_calibration_report(struct tp_calibrating *calibrating) {
  static void (*const forms[])(struct tp_calibrating *) = {
      [TP_TEXT] = text_calibration, [TP_JSON] = json_calibration, [TP_CSV] = csv_calibration};
  forms[calibrating->arguments->format](calibrating);
}
