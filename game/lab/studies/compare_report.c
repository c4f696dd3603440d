#include "lab/studies/compare_report.h"

#include <inttypes.h>

enum { SHOWN = 40 };

/* --- text ------------------------------------------------------------------------------------ */

static void text_side(const struct tp_comparison *c, int side, struct tp_json_out *report) {
  const struct tp_rules *r = c->setup[side]->rules;
  tp_text_print(&report->text, "%c: %s (%s), up to %d turns\n", "AB"[side], r -> words.title,
                r->words.id, r->turns);
  tp_setup_text(report, c->setup[side], c->of_side[side]);
}

static void text_chance(struct tp_text *text, double chance) {
  if (chance < 0.0001)
    tp_text_add(text, "  <0.0001");
  else
    tp_text_print(text, "  %7.4f", chance);
}

static void text_row(struct tp_text *text, const struct tp_moved *moved) {
  double times = moved->is_rate ? 100 : 1;
  int digits = moved->is_rate ? 1 : 2;
  tp_text_print(text, "%-8s %-34s %8s", tp_paired_kind_name(moved->item->kind), moved->item->name,
                tp_number_short(times * moved->a, digits).text);
  tp_text_print(text, " %8s", tp_number_short(times * moved->b, digits).text);
  tp_text_print(text, " %8s", tp_number_short(times * moved->difference, digits).text);
  tp_text_print(text, "  %7s ..", tp_number_short(times * moved->interval.low, digits).text);
  tp_text_print(text, " %-7s", tp_number_short(times * moved->interval.high, digits).text);
  tp_text_print(text, " %6s", tp_number_short(moved->size, 2).text);
  text_chance(text, moved->corrected);
  tp_text_add(text, "\n");
}

static void text_head(struct tp_text *text, const char *what) {
  tp_text_print(text, "\n%-43s %8s %8s %8s  95 %% interval     %6s  %7s\n", what, "A", "B", "B - A",
                "size", "p corr.");
}

static void text_results(const struct tp_comparison *c, struct tp_text *text) {
  text_head(text, "results (%)");
  for (int i = 0; i < c->pairing->rate_count; i++) {
    const struct tp_paired_item *item = &c->pairing->rates[i];
    for (int k = 0; item->kind == TP_PAIRED_RESULT && k < c->findings->count; k++) {
      const struct tp_moved *moved = &c->findings->list[k];
      if (moved->item == item && (moved->a > 0 || moved->b > 0))
        text_row(text, moved);
    }
  }
}

static void text_moved(const struct tp_comparison *c, struct tp_text *text) {
  int certain = c->findings->certain, shown = certain < SHOWN ? certain : SHOWN;
  tp_text_print(text,
                "\n%d of %d compared moved for certain (p, corrected for all after Holm, is below "
                "0.05)%s\n",
                certain, c->findings->count, shown ? ", the largest first:" : "");
  if (shown)
    text_head(text, "what moved (%, or mean at the end)");
  for (int i = 0; i < shown; i++)
    text_row(text, &c->findings->list[i]);
  if (certain > shown)
    tp_text_print(text, "and %d more; --format json or csv has all\n", certain - shown);
}

static void report_text(const struct tp_comparison *c, struct tp_json_out *report) {
  struct tp_text *text = &report->text;
  text_side(c, 0, report);
  text_side(c, 1, report);
  tp_text_print(text, "the same %ld games on both sides, seed %" PRIu64 "\n", c->games,
                c->arguments->seed);
  if (c->games < c->arguments->games)
    tp_text_print(text, "stopped: of %d games\n", c->arguments->games);
  if (c->pairing->alone[0] || c->pairing->alone[1])
    tp_text_print(text, "not compared, because only one side has them: %d of A, %d of B\n",
                  c->pairing->alone[0], c->pairing->alone[1]);
  text_results(c, text);
  text_moved(c, text);
  tp_text_print(text, "\ntiming: %.2f s on %d threads\n", c->seconds, c->threads);
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void json_side(const struct tp_comparison *c, int side, struct tp_json_out *report) {
  tp_json_object(report, side ? "b" : "a");
  tp_json_string(report, "scenario", c->setup[side]->rules->words.id);
  tp_json_whole(report, "turns", c->setup[side]->rules->turns);
  tp_setup_json(report, c->setup[side], c->of_side[side]);
  tp_json_whole(report, "alone", c->pairing->alone[side]);
  tp_json_end(report);
}

static void json_row(struct tp_json_out *report, const struct tp_moved *moved) {
  tp_json_object(report, NULL);
  tp_json_string(report, "kind", tp_paired_kind_name(moved->item->kind));
  tp_json_string(report, "name", moved->item->name);
  tp_json_number(report, "a", moved->a);
  tp_json_number(report, "b", moved->b);
  tp_json_number(report, "difference", moved->difference);
  tp_json_interval(report, moved->interval);
  tp_json_number(report, "size", moved->size);
  tp_json_number(report, "p", moved->chance);
  tp_json_number(report, "p_corrected", moved->corrected);
  if (moved->is_rate) {
    tp_json_whole(report, "both", moved->both);
    tp_json_whole(report, "only_a", moved->only_a);
    tp_json_whole(report, "only_b", moved->only_b);
  }
  tp_json_end(report);
}

static void report_json(const struct tp_comparison *c, struct tp_json_out *report) {
  char seed[24];
  snprintf(seed, sizeof seed, "%" PRIu64, c->arguments->seed);
  tp_json_object(report, NULL);
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "compare");
  tp_json_string(report, "seed", seed);
  tp_json_whole(report, "games", c->arguments->games);
  tp_json_whole(report, "played", c->games);
  json_side(c, 0, report);
  json_side(c, 1, report);
  tp_json_whole(report, "compared", c->findings->count);
  tp_json_whole(report, "moved", c->findings->certain);
  tp_json_list(report, "differences");
  for (int i = 0; i < c->findings->count; i++)
    json_row(report, &c->findings->list[i]);
  tp_json_end(report);
  tp_json_object(report, "timing");
  tp_json_number(report, "seconds", c->seconds);
  tp_json_whole(report, "threads", c->threads);
  tp_json_end(report);
  tp_json_end(report);
}

/* --- CSV ------------------------------------------------------------------------------------- */

static void report_csv(const struct tp_comparison *c, struct tp_json_out *report) {
  struct tp_text *text = &report->text;
  tp_text_add(text, "kind,name,a,b,difference,low,high,size,p,p_corrected\n");
  for (int i = 0; i < c->findings->count; i++) {
    const struct tp_moved *moved = &c->findings->list[i];
    const double numbers[] = {
        moved->a,    moved->b,      moved->difference, moved->interval.low, moved->interval.high,
        moved->size, moved->chance, moved->corrected};
    tp_text_print(text, "%s,", tp_paired_kind_name(moved->item->kind));
    tp_csv_field(text, moved->item->name);
    for (int k = 0; k < 8; k++)
      tp_text_print(text, ",%s", tp_number_exact(numbers[k]).text);
    tp_text_add(text, "\n");
  }
}

void tp_comparison_report(const struct tp_comparison *comparison, struct tp_json_out *report) {
  switch (comparison->arguments->format) {
  case TP_TEXT:
    report_text(comparison, report);
    break;
  case TP_JSON:
    report_json(comparison, report);
    break;
  case TP_CSV:
    report_csv(comparison, report);
    break;
  }
}
