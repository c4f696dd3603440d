#include "lab/studies/patch.h"
#include "lab/studies/tune.h"

#include <inttypes.h>

static const char *seat_of(const struct tp_tuning *t, const struct tp_tuned_band *band) {
  return t->setup->rules->actors[band->band->seat].words.id;
}

/* Shares are unknown until they were played. */
static double share_of(const struct tp_tuning *t, long wins) {
  return tp_rate(wins, t->tried > 0 || t->is_confirmed ? t->arguments->games : 0);
}

static double share_confirmed(const struct tp_tuning *t, const struct tp_tuned_band *band) {
  return tp_rate(band->confirmed, t->is_confirmed ? t->games_to_confirm : 0);
}

static struct tp_interval interval_confirmed(const struct tp_tuning *t,
                                             const struct tp_tuned_band *band) {
  return tp_rate_interval(band->confirmed, t->is_confirmed ? t->games_to_confirm : 0);
}

/* As the members of an object; none when there is nothing to change. */
static void write_patch(const struct tp_tuning *t, struct tp_json_out *out) {
  if (t->is_changed)
    tp_patch_write(out, t->setup->scenario, t->factors, t->values);
}

/* --- text ------------------------------------------------------------------------------------ */

static const char *verdict(const struct tp_tuning *t, const struct tp_tuned_band *band) {
  struct tp_interval of = interval_confirmed(t, band);
  if (!t->is_confirmed)
    return "not confirmed";
  if (!band->met)
    return of.high < band->band->low || of.low > band->band->high ? "MISSED" : "MISSED, narrowly";
  return of.low >= band->band->low && of.high <= band->band->high ? "met" : "met, narrowly";
}

static void text_band(const struct tp_tuning *t, const struct tp_tuned_band *band,
                      struct tp_text *text) {
  char name[100];
  struct tp_interval of = interval_confirmed(t, band);
  snprintf(name, sizeof name, "%s=%s", seat_of(t, band), band->band->policy);
  tp_text_print(text, "%-26s %5.1f .. %-5.1f %7s", name, 100 * band->band->low,
                100 * band->band->high, tp_number_short(100 * share_of(t, band->before), 1).text);
  tp_text_print(text, " %7s", tp_number_short(100 * share_of(t, band->found), 1).text);
  tp_text_print(text, " %9s  %5.1f .. %-5.1f  %s\n",
                tp_number_short(100 * share_confirmed(t, band), 1).text, 100 * of.low,
                100 * of.high, verdict(t, band));
}

static void text_values(const struct tp_tuning *t, struct tp_text *text) {
  tp_text_print(text, "\n%-34s %10s %10s %10s %10s\n", "free", "from", "to", "as it is",
                "proposed");
  for (int i = 0; i < t->factors->count; i++) {
    const struct tp_factor *factor = &t->factors->list[i];
    tp_text_print(text, "%-34s %10.4g %10.4g %10.4g %10.4g\n", factor->name, factor->low,
                  factor->high, factor->usual, t->values[i]);
  }
}

static void text_patch(const struct tp_tuning *t, struct tp_text *text) {
  struct tp_json_out patch;
  if (!t->is_changed) {
    tp_text_add(text, "\nnothing nearer to the bands was found than what is\n");
    return;
  }
  tp_json_start(&patch);
  tp_json_object(&patch, NULL);
  write_patch(t, &patch);
  tp_json_end(&patch);
  tp_text_print(text, "\nas a merge patch, for a scenario that extends this one:\n%s\n",
                patch.text.data);
  tp_text_free(&patch.text);
}

static void report_text(const struct tp_tuning *t, struct tp_json_out *report) {
  const struct tp_rules *r = t->setup->rules;
  struct tp_text *text = &report->text;
  tp_text_print(text, "%s (%s): %d games for each band and point, seed %" PRIu64 "\n",
                r->words.title, r->words.id, t->arguments->games, t->arguments->seed);
  tp_setup_text(report, t->setup, t->arguments);
  tp_text_print(text, "%d points tried%s; confirmed by %d games with fresh seeds\n", t->tried,
                t->is_confirmed ? "" : ", then stopped", t->is_confirmed ? t->games_to_confirm : 0);
  text_values(t, text);
  tp_text_print(text, "\n%-26s %14s %7s %7s %9s  95 %% interval\n", "band (% of games won)",
                "meant", "before", "found", "confirmed");
  for (int i = 0; i < t->band_count; i++)
    text_band(t, &t->bands[i], text);
  text_patch(t, text);
  tp_text_print(text, "\ntiming: %.2f s on %d threads\n", t->seconds, t->threads);
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void json_free(const struct tp_tuning *t, struct tp_json_out *report) {
  tp_json_list(report, "free");
  for (int i = 0; i < t->factors->count; i++) {
    const struct tp_factor *factor = &t->factors->list[i];
    tp_json_object(report, NULL);
    tp_json_string(report, "name", factor->name);
    tp_json_number(report, "low", factor->low);
    tp_json_number(report, "high", factor->high);
    tp_json_number(report, "usual", factor->usual);
    tp_json_number(report, "value", t->values[i]);
    tp_json_end(report);
  }
  tp_json_end(report);
}

static void json_bands(const struct tp_tuning *t, struct tp_json_out *report) {
  tp_json_list(report, "bands");
  for (int i = 0; i < t->band_count; i++) {
    const struct tp_tuned_band *band = &t->bands[i];
    struct tp_interval of = interval_confirmed(t, band);
    tp_json_object(report, NULL);
    tp_json_string(report, "seat", seat_of(t, band));
    tp_json_string(report, "policy", band->band->policy);
    tp_json_number(report, "low", band->band->low);
    tp_json_number(report, "high", band->band->high);
    tp_json_number(report, "before", share_of(t, band->before));
    tp_json_number(report, "found", share_of(t, band->found));
    tp_json_number(report, "share", share_confirmed(t, band));
    tp_json_number(report, "share_low", of.low);
    tp_json_number(report, "share_high", of.high);
    tp_json_flag(report, "met", band->met);
    tp_json_end(report);
  }
  tp_json_end(report);
}

static void report_json(const struct tp_tuning *t, struct tp_json_out *report) {
  char seed[24];
  snprintf(seed, sizeof seed, "%" PRIu64, t->arguments->seed);
  tp_json_object(report, NULL);
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "tune");
  tp_json_string(report, "scenario", t->setup->rules->words.id);
  tp_json_string(report, "seed", seed);
  tp_json_whole(report, "games", t->arguments->games);
  tp_setup_json(report, t->setup, t->arguments);
  tp_json_whole(report, "tried", t->tried);
  tp_json_number(report, "distance", t->distance);
  json_free(t, report);
  tp_json_whole(report, "confirmed", t->is_confirmed ? t->games_to_confirm : 0);
  json_bands(t, report);
  tp_json_flag(report, "met", tp_tuning_is_met(t));
  tp_json_object(report, "patch");
  write_patch(t, report);
  tp_json_end(report);
  tp_json_object(report, "timing");
  tp_json_number(report, "seconds", t->seconds);
  tp_json_whole(report, "threads", t->threads);
  tp_json_end(report);
  tp_json_end(report);
}

/* --- CSV ------------------------------------------------------------------------------------- */

static void report_csv(const struct tp_tuning *t, struct tp_json_out *report) {
  struct tp_text *text = &report->text;
  tp_text_add(text, "seat,policy,low,high,before,found,share,share_low,share_high,met\n");
  for (int i = 0; i < t->band_count; i++) {
    const struct tp_tuned_band *band = &t->bands[i];
    struct tp_interval of = interval_confirmed(t, band);
    const double numbers[] = {band->band->low,
                              band->band->high,
                              share_of(t, band->before),
                              share_of(t, band->found),
                              share_confirmed(t, band),
                              of.low,
                              of.high};
    tp_text_print(text, "%s,%s", seat_of(t, band), band->band->policy);
    for (int k = 0; k < 7; k++)
      tp_text_print(text, ",%s", tp_number_exact(numbers[k]).text);
    tp_text_print(text, ",%d\n", band->met);
  }
}

void tp_tuning_report(const struct tp_tuning *t, struct tp_json_out *report) {
  switch (t->arguments->format) {
  case TP_TEXT:
    report_text(t, report);
    break;
  case TP_JSON:
    report_json(t, report);
    break;
  case TP_CSV:
    report_csv(t, report);
    break;
  }
}
