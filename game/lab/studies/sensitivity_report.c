#include "lab/studies/sensitivity.h"

#include <inttypes.h>

enum { SHOWN = 25 };

static const struct tp_factor *factor_at(const struct tp_sensitivity *s, int place) {
  return &s->factors->list[s->order[place]];
}

static const struct tp_screened *screened_at(const struct tp_sensitivity *s, int place) {
  return &s->screened[s->order[place]];
}

static double sum_of_first(const struct tp_sensitivity *s) {
  double sum = 0;
  for (int i = 0; i < s->kept; i++)
    sum += s->index[i].first;
  return sum;
}

/* --- text ------------------------------------------------------------------------------------ */

/* Enough digits for effects of any size. */
static void text_number(struct tp_text *text, double value) {
  tp_text_print(text, " %9.3g", value);
}

static void text_interval(struct tp_text *text, struct tp_interval of) {
  tp_text_print(text, "  %8.3g .. %-8.3g", of.low, of.high);
}

static void text_head(const struct tp_sensitivity *s, struct tp_json_out *report) {
  const struct tp_rules *r = s->setup->rules;
  tp_text_print(
      &report->text, "%s (%s): %s of %d games a point, up to %d turns, seed %" PRIu64 "\n",
      r->words.title, r->words.id, s->measure, s->arguments->games, r->turns, s->arguments->seed);
  tp_setup_text(report, s->setup, s->arguments);
}

static void text_screening(const struct tp_sensitivity *s, struct tp_text *text) {
  if (s->paths == 0) {
    tp_text_add(text, "\nstopped before the end of the first path: nothing is known yet\n");
    return;
  }
  int shown = s->factors->count < SHOWN ? s->factors->count : SHOWN;
  tp_text_print(text, "\nscreening of %d factors along %d of %d paths", s->factors->count, s->paths,
                s->arguments->paths);
  if (s->factors->left_out)
    tp_text_print(text, " (%d more are 0, and have no fifth to vary by)", s->factors->left_out);
  tp_text_print(text, "\n%-34s %9s %9s %9s  95 %% interval        %9s %9s\n", "factor", "from",
                "to", "mu*", "mu", "sigma");
  for (int i = 0; i < shown; i++) {
    const struct tp_factor *factor = factor_at(s, i);
    const struct tp_screened *screened = screened_at(s, i);
    tp_text_print(text, "%-34s %9.4g %9.4g", factor->name, factor->low, factor->high);
    text_number(text, screened->size);
    text_interval(text, screened->of_size);
    text_number(text, screened->mean);
    text_number(text, screened->deviation);
    tp_text_add(text, "\n");
  }
  if (shown < s->factors->count)
    tp_text_print(text, "and %d more with less; --format json or csv has all\n",
                  s->factors->count - shown);
}

static void text_indices(const struct tp_sensitivity *s, struct tp_text *text) {
  if (s->kept == 0 || s->indices.rows == 0)
    return;
  tp_text_print(text, "\nindices of the first %d, from %d of %d rows: mean %.4g, deviation %.3g\n",
                s->kept, s->indices.rows, s->arguments->points, s->indices.mean,
                s->indices.deviation);
  if (s->indices.deviation == 0) {
    tp_text_add(text, "it is the same at every point: there is nothing to share out\n");
    return;
  }
  tp_text_print(text, "%-34s %9s  95 %% interval        %9s  95 %% interval\n", "factor", "first",
                "total");
  for (int i = 0; i < s->kept; i++) {
    tp_text_print(text, "%-34s", factor_at(s, i)->name);
    text_number(text, s->index[i].first);
    text_interval(text, s->index[i].of_first);
    text_number(text, s->index[i].total);
    text_interval(text, s->index[i].of_total);
    tp_text_add(text, "\n");
  }
  tp_text_print(text, "%-34s %9.3g (1 where none of them act together)\n", "sum of the first",
                sum_of_first(s));
}

static void report_text(const struct tp_sensitivity *s, struct tp_json_out *report) {
  text_head(s, report);
  text_screening(s, &report->text);
  text_indices(s, &report->text);
  tp_text_print(&report->text, "\ntiming: %.2f s on %d threads\n", s->seconds, s->threads);
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void json_bounds(struct tp_json_out *report, const char *low, const char *high,
                        struct tp_interval of) {
  tp_json_number(report, low, of.low);
  tp_json_number(report, high, of.high);
}

static void json_screening(const struct tp_sensitivity *s, struct tp_json_out *report) {
  tp_json_object(report, "screening");
  tp_json_whole(report, "paths", s->paths);
  tp_json_list(report, "factors");
  for (int i = 0; i < s->factors->count; i++) {
    const struct tp_factor *factor = factor_at(s, i);
    const struct tp_screened *screened = screened_at(s, i);
    tp_json_object(report, NULL);
    tp_json_string(report, "name", factor->name);
    tp_json_number(report, "low", factor->low);
    tp_json_number(report, "high", factor->high);
    tp_json_number(report, "usual", factor->usual);
    tp_json_number(report, "mu", screened->mean);
    tp_json_number(report, "mu_star", screened->size);
    json_bounds(report, "mu_star_low", "mu_star_high", screened->of_size);
    tp_json_number(report, "sigma", screened->deviation);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_end(report);
}

static void json_indices(const struct tp_sensitivity *s, struct tp_json_out *report) {
  tp_json_object(report, "indices");
  tp_json_whole(report, "points", s->indices.rows);
  tp_json_number(report, "mean", s->indices.mean);
  tp_json_number(report, "deviation", s->indices.deviation);
  tp_json_number(report, "sum_of_first", sum_of_first(s));
  tp_json_list(report, "factors");
  for (int i = 0; i < s->kept; i++) {
    tp_json_object(report, NULL);
    tp_json_string(report, "name", factor_at(s, i)->name);
    tp_json_number(report, "first", s->index[i].first);
    json_bounds(report, "first_low", "first_high", s->index[i].of_first);
    tp_json_number(report, "total", s->index[i].total);
    json_bounds(report, "total_low", "total_high", s->index[i].of_total);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_end(report);
}

static void report_json(const struct tp_sensitivity *s, struct tp_json_out *report) {
  char seed[24];
  snprintf(seed, sizeof seed, "%" PRIu64, s->arguments->seed);
  tp_json_object(report, NULL);
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "sensitivity");
  tp_json_string(report, "scenario", s->setup->rules->words.id);
  tp_json_string(report, "seed", seed);
  tp_json_whole(report, "games", s->arguments->games);
  tp_json_string(report, "measure", s->measure);
  tp_json_whole(report, "turns", s->setup->rules->turns);
  tp_setup_json(report, s->setup, s->arguments);
  tp_json_whole(report, "left_out", s->factors->left_out);
  json_screening(s, report);
  json_indices(s, report);
  tp_json_object(report, "timing");
  tp_json_number(report, "seconds", s->seconds);
  tp_json_whole(report, "threads", s->threads);
  tp_json_end(report);
  tp_json_end(report);
}

/* --- CSV ------------------------------------------------------------------------------------- */

static void csv_numbers(struct tp_text *text, const double *numbers, int count) {
  for (int i = 0; i < count; i++)
    tp_text_print(text, ",%s", tp_number_exact(numbers[i]).text);
}

static void report_csv(const struct tp_sensitivity *s, struct tp_json_out *report) {
  struct tp_text *text = &report->text;
  tp_text_add(text, "name,low,high,usual,mu,mu_star,mu_star_low,mu_star_high,sigma,first,first_low,"
                    "first_high,total,total_low,total_high\n");
  for (int i = 0; i < s->factors->count; i++) {
    const struct tp_factor *factor = factor_at(s, i);
    const struct tp_screened *of = screened_at(s, i);
    const double screening[] = {factor->low, factor->high,    factor->usual,    of->mean,
                                of->size,    of->of_size.low, of->of_size.high, of->deviation};
    tp_csv_field(text, factor->name);
    csv_numbers(text, screening, 8);
    if (i < s->kept && s->indices.rows > 0) {
      const struct tp_index *index = &s->index[i];
      const double indices[] = {index->first, index->of_first.low, index->of_first.high,
                                index->total, index->of_total.low, index->of_total.high};
      csv_numbers(text, indices, 6);
    } else {
      tp_text_add(text, ",,,,,,");
    }
    tp_text_add(text, "\n");
  }
}

void tp_sensitivity_report(const struct tp_sensitivity *s, struct tp_json_out *report) {
  switch (s->arguments->format) {
  case TP_TEXT:
    report_text(s, report);
    break;
  case TP_JSON:
    report_json(s, report);
    break;
  case TP_CSV:
    report_csv(s, report);
    break;
  }
}
