/* The results of `run` for people. */
#include "lab/games/gauges.h"
#include "lab/games/run_report.h"

#include <inttypes.h>
#include <stdlib.h>

static void rate_line(struct tp_json_out *report, const char *name, int indent, long hits,
                      long tries) {
  struct tp_interval of = tp_rate_interval(hits, tries);
  tp_text_print(&report->text, "%*s%-*s %7ld  %6s %%  %5.1f .. %5.1f\n", indent, "", 30 - indent,
                name, hits, tp_number_short(100 * tp_rate(hits, tries), 1).text, 100 * of.low,
                100 * of.high);
}

static void head(const struct tp_run *run, struct tp_json_out *report) {
  const struct tp_rules *r = run->setup->rules;
  tp_text_print(&report->text, "%s (%s): %d games of up to %d turns, seed %" PRIu64 "\n",
                r->words.title, r->words.id, run->arguments->games, r->turns, run->arguments->seed);
  tp_setup_text(report, run->setup, run->arguments);
  if (run->tally->games < run->arguments->games)
    tp_text_print(&report->text, "stopped: what follows is of the %ld games played till then\n",
                  run->tally->games);
}

static void outcomes(const struct tp_run *run, struct tp_json_out *report) {
  static const enum tp_result order[] = {TP_VICTORY, TP_DRAW, TP_DEFEAT, TP_PLAYING};
  const struct tp_tally *t = run->tally;
  const struct tp_rules *r = run->setup->rules;
  tp_text_print(&report->text, "\n%-30s %7s  %8s  95 %% interval\n", "outcome", "games", "share");
  for (int i = 0; i < 4; i++) {
    if (order[i] == TP_PLAYING && t->results[TP_PLAYING] == 0)
      continue;
    rate_line(report, tp_result_name(order[i]), 0, t->results[order[i]], t->games);
    for (int k = 0; k < r->ending_count; k++) {
      if (r->endings[k].result == (int16_t)order[i])
        rate_line(report, r->endings[k].words.id, 2, t->endings[k], t->games);
    }
  }
}

static void spread_line(struct tp_json_out *report, const char *name,
                        const struct tp_spread *spread, double start) {
  struct tp_interval of = tp_spread_interval(spread);
  struct tp_text *text = &report->text;
  tp_text_print(text, "%-36s %8s %8s", name, tp_number_short(start, 2).text,
                tp_number_short(spread->mean, 2).text);
  tp_text_print(text, "  %7s .. %-7s", tp_number_short(of.low, 2).text,
                tp_number_short(of.high, 2).text);
  tp_text_print(text, " %8s\n", tp_number_short(tp_spread_deviation(spread), 2).text);
}

static void finals(const struct tp_run *run, struct tp_json_out *report) {
  const struct tp_rules *r = run->setup->rules;
  struct tp_gauges gauges = tp_gauges_of(r);
  tp_text_print(&report->text, "\n%-36s %8s %8s  95 %% interval     %9s\n", "variables, at the end",
                "start", "mean", "deviation");
  for (int i = 0; i < gauges.count; i++) {
    int slot = gauges.slot[i];
    spread_line(report, r->slots[slot].name, &run->tally->finals[slot], r->start[slot]);
  }
  spread_line(report, "turns played", &run->tally->length, 0);
  spread_line(report, "score", &run->tally->score, 0);
}

static void crises(const struct tp_run *run, struct tp_json_out *report) {
  const struct tp_tally *t = run->tally;
  struct tp_interval of = tp_spread_interval(&t->crises);
  tp_text_print(&report->text,
                "\ncrises a game %.2f (%.2f .. %.2f); ended by the challenger stepping back %ld, "
                "by the target %ld,\n  by easing %ld, by war %ld\n",
                t->crises.mean, of.low, of.high, t->backed_down[0], t->backed_down[1], t->eased,
                t->wars);
  tp_text_print(&report->text, "%-30s %7s  %8s  95 %% interval\n", "", "of them", "share");
  rate_line(report, "guarantees honoured", 0, t->honoured, t->guarantees);
  rate_line(report, "wedges that cracked", 0, t->cracked, t->wedges);
}

static void action_line(const struct tp_run *run, struct tp_json_out *report, int action) {
  const struct tp_rules *r = run->setup->rules;
  const struct tp_use *use = &run->tally->uses[action];
  struct tp_interval of = tp_rate_interval(use->wins, use->games);
  long votes = use->passed + use->failed;
  struct tp_text *text = &report->text;
  tp_text_print(text, "  %-30s %6s %6.2f", r->actions[action].words.id,
                tp_number_short(100 * tp_rate(use->games, run->tally->games), 1).text,
                (double)use->times / (double)run->tally->games);
  tp_text_print(text, " %6s %5.1f .. %5.1f",
                tp_number_short(100 * tp_rate(use->wins, use->games), 1).text, 100 * of.low,
                100 * of.high);
  tp_text_print(text, " %7s", tp_number_short(100 * tp_rate(use->passed, votes), 1).text);
  tp_text_print(text, " %7s\n", tp_number_short(100 * tp_rate(use->successes, use->tries), 1).text);
}

static void actions(const struct tp_run *run, struct tp_json_out *report) {
  const struct tp_rules *r = run->setup->rules;
  tp_text_print(&report->text, "\n%-32s %6s %6s %6s %14s %7s %7s\n", "actions", "used %", "a game",
                "won %", "95 % interval", "vote %", "works %");
  for (int seat = 0; seat < r->actor_count; seat++) {
    struct tp_span list = r->actors[seat].actions;
    if (!r->actors[seat].is_seat || list.count == 0)
      continue;
    tp_text_print(&report->text, "%s\n", r->actors[seat].words.id);
    for (int i = 0; i < list.count; i++)
      action_line(run, report, r->repertoire[list.first + i]);
  }
}

void tp_run_text(const struct tp_run *run, struct tp_json_out *report) {
  head(run, report);
  outcomes(run, report);
  finals(run, report);
  crises(run, report);
  actions(run, report);
  if (run->hashes) {
    tp_text_add(&report->text, "\nhashes, by game\n");
    for (int i = 0; i < run->arguments->games; i++)
      tp_text_print(&report->text, "%6d %016" PRIx64 "\n", i, run->hashes[i]);
  }
  tp_text_print(&report->text, "\ntiming: %.2f s, %.0f turns a second on %d threads\n",
                run->seconds, tp_run_turns_per_second(run), run->threads);
}
