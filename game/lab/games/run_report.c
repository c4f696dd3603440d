#include "lab/games/run_report.h"

#include <inttypes.h>

const char *tp_result_name(enum tp_result result) {
  static const char *const names[] = {"unfinished", "victory", "draw", "defeat"};
  return names[result];
}

double tp_run_turns_per_second(const struct tp_run *run) {
  double turns = run->tally->length.mean * (double)run->tally->length.count;
  return run->seconds > 0 ? turns / run->seconds : 0;
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void json_rate(struct tp_json_out *report, const char *hits_name, long hits, long tries) {
  tp_json_whole(report, hits_name, hits);
  tp_json_number(report, "rate", tp_rate(hits, tries));
  tp_json_interval(report, tp_rate_interval(hits, tries));
}

static void json_spread(struct tp_json_out *report, const char *key, const char *mean,
                        const struct tp_spread *spread) {
  tp_json_object(report, key);
  tp_json_number(report, mean, spread->mean);
  tp_json_interval(report, tp_spread_interval(spread));
}

static void json_head(const struct tp_run *run, struct tp_json_out *report) {
  char seed[24];
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "run");
  tp_json_string(report, "scenario", run->setup->rules->words.id);
  snprintf(seed, sizeof seed, "%" PRIu64, run->arguments->seed);
  tp_json_string(report, "seed", seed);
  tp_json_whole(report, "games", run->arguments->games);
  tp_json_whole(report, "played", run->tally->games);
  tp_json_whole(report, "turns", run->setup->rules->turns);
  tp_setup_json(report, run->setup, run->arguments);
}

static void json_outcomes(const struct tp_run *run, struct tp_json_out *report) {
  static const enum tp_result order[] = {TP_VICTORY, TP_DRAW, TP_DEFEAT, TP_PLAYING};
  const struct tp_tally *t = run->tally;
  const struct tp_rules *r = run->setup->rules;
  tp_json_object(report, "results");
  for (int i = 0; i < 4; i++) {
    tp_json_object(report, tp_result_name(order[i]));
    json_rate(report, "games", t->results[order[i]], t->games);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_object(report, "endings");
  for (int i = 0; i < r->ending_count; i++) {
    tp_json_object(report, r->endings[i].words.id);
    tp_json_string(report, "result", tp_result_name((enum tp_result)r->endings[i].result));
    json_rate(report, "games", t->endings[i], t->games);
    tp_json_end(report);
  }
  tp_json_end(report);
}

static void json_crises(const struct tp_run *run, struct tp_json_out *report) {
  const struct tp_tally *t = run->tally;
  json_spread(report, "score", "mean", &t->score);
  tp_json_end(report);
  json_spread(report, "length", "mean", &t->length);
  tp_json_end(report);
  json_spread(report, "crises", "per_game", &t->crises);
  tp_json_whole(report, "challenger_backed_down", t->backed_down[0]);
  tp_json_whole(report, "target_backed_down", t->backed_down[1]);
  tp_json_whole(report, "eased", t->eased);
  tp_json_whole(report, "wars", t->wars);
  tp_json_end(report);
  tp_json_object(report, "guarantees");
  tp_json_whole(report, "called", t->guarantees);
  json_rate(report, "honoured", t->honoured, t->guarantees);
  tp_json_end(report);
  tp_json_object(report, "wedges");
  tp_json_whole(report, "tried", t->wedges);
  json_rate(report, "cracked", t->cracked, t->wedges);
  tp_json_end(report);
}

static void json_action(const struct tp_run *run, struct tp_json_out *report, int action) {
  const struct tp_rules *r = run->setup->rules;
  const struct tp_use *use = &run->tally->uses[action];
  tp_json_object(report, r->actions[action].words.id);
  tp_json_string(report, "seat", r->actors[r->actions[action].seat].words.id);
  tp_json_whole(report, "games", use->games);
  tp_json_number(report, "rate", tp_rate(use->games, run->tally->games));
  tp_json_whole(report, "times", use->times);
  tp_json_whole(report, "wins", use->wins);
  tp_json_number(report, "win_rate", tp_rate(use->wins, use->games));
  tp_json_interval(report, tp_rate_interval(use->wins, use->games));
  tp_json_whole(report, "passed", use->passed);
  tp_json_whole(report, "failed", use->failed);
  tp_json_whole(report, "tries", use->tries);
  tp_json_whole(report, "successes", use->successes);
  tp_json_end(report);
}

static void json_events(const struct tp_run *run, struct tp_json_out *report) {
  const struct tp_rules *r = run->setup->rules;
  tp_json_object(report, "events");
  for (int i = 0; i < r->event_count; i++) {
    tp_json_object(report, r->events[i].words.id);
    tp_json_whole(report, "games", run->tally->events[i]);
    tp_json_number(report, "rate", tp_rate(run->tally->events[i], run->tally->games));
    tp_json_end(report);
  }
  tp_json_end(report);
}

static void json_tail(const struct tp_run *run, struct tp_json_out *report) {
  if (run->hashes) {
    tp_json_list(report, "hashes");
    for (int i = 0; i < run->arguments->games; i++)
      tp_json_bits(report, NULL, run->hashes[i]);
    tp_json_end(report);
  }
  tp_json_object(report, "timing");
  tp_json_number(report, "seconds", run->seconds);
  tp_json_number(report, "turns_per_second", tp_run_turns_per_second(run));
  tp_json_whole(report, "threads", run->threads);
  tp_json_end(report);
}

static void run_json(const struct tp_run *run, struct tp_json_out *report) {
  const struct tp_rules *r = run->setup->rules;
  tp_json_object(report, NULL);
  json_head(run, report);
  json_outcomes(run, report);
  json_crises(run, report);
  tp_json_object(report, "variables");
  for (int i = 0; i < r->slot_count; i++) {
    json_spread(report, r->slots[i].name, "mean", &run->tally->finals[i]);
    tp_json_number(report, "deviation", tp_spread_deviation(&run->tally->finals[i]));
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_object(report, "actions");
  for (int i = 0; i < r->action_count; i++)
    json_action(run, report, i);
  tp_json_end(report);
  json_events(run, report);
  json_tail(run, report);
  tp_json_end(report);
}

/* --- CSV ------------------------------------------------------------------------------------- */

static void csv_row(struct tp_json_out *report, const char *kind, const char *name, long count,
                    double value, struct tp_interval interval) {
  tp_text_print(&report->text, "%s,", kind);
  tp_csv_field(&report->text, name);
  tp_text_print(&report->text, ",%ld,%s,%s,%s\n", count, tp_number_exact(value).text,
                tp_number_exact(interval.low).text, tp_number_exact(interval.high).text);
}

static void csv_rate(struct tp_json_out *report, const char *kind, const char *name, long hits,
                     long tries) {
  csv_row(report, kind, name, hits, tp_rate(hits, tries), tp_rate_interval(hits, tries));
}

static void csv_spread(struct tp_json_out *report, const char *kind, const char *name,
                       const struct tp_spread *spread) {
  csv_row(report, kind, name, spread->count, spread->mean, tp_spread_interval(spread));
}

static void csv_hashes(const struct tp_run *run, struct tp_json_out *report) {
  for (int i = 0; run->hashes && i < run->arguments->games; i++)
    tp_text_print(&report->text, "hash,%016" PRIx64 ",%d,,,\n", run->hashes[i], i);
}

static void run_csv(const struct tp_run *run, struct tp_json_out *report) {
  const struct tp_rules *r = run->setup->rules;
  const struct tp_tally *t = run->tally;
  tp_text_add(&report->text, "kind,name,count,value,low,high\n");
  for (int i = 0; i < 4; i++)
    csv_rate(report, "result", tp_result_name((enum tp_result)i), t->results[i], t->games);
  for (int i = 0; i < r->ending_count; i++)
    csv_rate(report, "ending", r->endings[i].words.id, t->endings[i], t->games);
  csv_spread(report, "score", "objectives", &t->score);
  csv_spread(report, "length", "turns", &t->length);
  csv_spread(report, "crises", "per game", &t->crises);
  csv_rate(report, "guarantees", "honoured", t->honoured, t->guarantees);
  csv_rate(report, "wedges", "cracked", t->cracked, t->wedges);
  for (int i = 0; i < r->slot_count; i++)
    csv_spread(report, "variable", r->slots[i].name, &t->finals[i]);
  for (int i = 0; i < r->action_count; i++) {
    csv_rate(report, "action", r->actions[i].words.id, t->uses[i].games, t->games);
    csv_rate(report, "win_with", r->actions[i].words.id, t->uses[i].wins, t->uses[i].games);
  }
  for (int i = 0; i < r->event_count; i++)
    csv_rate(report, "event", r->events[i].words.id, t->events[i], t->games);
  csv_hashes(run, report);
  tp_text_print(&report->text, "timing,turns per second,%d,%s,,\n", run->threads,
                tp_number_exact(tp_run_turns_per_second(run)).text);
}

void tp_run_report(const struct tp_run *run, struct tp_json_out *report) {
  switch (run->arguments->format) {
  case TP_TEXT:
    tp_run_text(run, report);
    break;
  case TP_JSON:
    run_json(run, report);
    break;
  case TP_CSV:
    run_csv(run, report);
    break;
  }
}
