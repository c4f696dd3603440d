/* The report of `balance` as JSON: {
 *   "format": 1, "command": "balance", "scenario": id, "seed": "S", "games": at most of a line-up,
 *   "played": games in all, "changes": [...],
 *   "verdict": "pass" | "fail" | "undecided" (none fails, some are undecided),
 *   "checks": [{"study", "name", "verdict", "detail"}],
 *   "bands": [{"seat", "policy", "want_low", "want_high", "games", "wins", "rate", "low", "high":
 *              an interval that holds at all looks of all bands, "verdict"}],
 *   "ladder": [{"policy", "games", "wins", "rate", "low", "high", and from the second on "gain":
 *               of the rate over the one before, "gain_low", "gain_high", "pairs", "only_this",
 *               "only_below", "verdict"}],
 *   "table": {"columns": [policy of the adversary], "rows": [{"policy": of the player, "strength",
 *             "error": of the strength, "cells": [{"games", "wins", "rate", "low", "high"}]}],
 *             "home": what the player's seat is worth, in the same logits},
 *   "ways": [{"games", "wins", "rate", "low", "high", "endings": {id: games}, "actions": {id: share
 *             of its wins}}], the best plan of each,
 *   "actions": [{"id", "used", "used_by_planner", "used_games", "used_wins", "win_rate_when_used",
 *                "banned": {"wins", "wins_low", "wins_high", "p_corrected", "score", "score_low",
 *                "score_high", "goals", "goals_low", "goals_high"}, "always": {"wins", ...,
 * "goals",
 *                ..., "p_corrected"}, "suspected", "adapted": {"wins", ..., "p_corrected"} of
 *                plans made without it or for it, "must_have", "dominated"}],
 *   "levels": [{"id": of the variant, "" the scenario as it is; the easiest first, "games", "wins",
 *               "rate", "low", "high", and from the second on "loss": of the rate from the one
 *               before, "loss_low", "loss_high", "verdict"}], planners in all seats,
 *   "claims": [{"id": of the adversary, "seeds": with a game without a crisis, "fell": in how many
 *               it ends 3 points lower or more, "rate", "low", "high", "most": points}],
 *   "course": {"games", "turns": [...], "decided": [...], "certain": [...], "certain_at_half",
 *              "behind", "comebacks", "seed_share", "seed_share_low", "seed_share_high",
 *              "plan_share", "length", "length_low", "length_high", "opening_variety"},
 *   "timing": {"seconds", "threads"}
 * }
 * All but "timing" is the same bytes for any number of threads.
 */
#include "lab/balance/balance.h"

#include <inttypes.h>
#include <stdio.h>

static void rate(struct tp_json_out *out, long wins, long games) {
  tp_json_whole(out, "games", games);
  tp_json_whole(out, "wins", wins);
  tp_json_number(out, "rate", tp_rate(wins, games));
  tp_json_interval(out, tp_rate_interval(wins, games));
}

static void estimate(struct tp_json_out *out, const char *name, double value,
                     struct tp_interval of) {
  char key[40];
  tp_json_number(out, name, value);
  snprintf(key, sizeof key, "%s_low", name);
  tp_json_number(out, key, of.low);
  snprintf(key, sizeof key, "%s_high", name);
  tp_json_number(out, key, of.high);
}

static void write_checks(const struct tp_balance *b, struct tp_json_out *out) {
  int count[3] = {0};
  for (int i = 0; i < b->check_count; i++)
    count[b->checks[i].verdict]++;
  enum tp_check_verdict all = count[TP_CHECK_FAIL]        ? TP_CHECK_FAIL
                              : count[TP_CHECK_UNDECIDED] ? TP_CHECK_UNDECIDED
                                                          : TP_CHECK_PASS;
  tp_json_string(out, "verdict", tp_check_verdict_name(all));
  tp_json_list(out, "checks");
  for (int i = 0; i < b->check_count; i++) {
    const struct tp_checked *check = &b->checks[i];
    tp_json_object(out, NULL);
    tp_json_string(out, "study", check->study);
    tp_json_string(out, "name", check->name);
    tp_json_string(out, "verdict", tp_check_verdict_name(check->verdict));
    tp_json_string(out, "detail", check->detail);
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_bands(const struct tp_balance *b, struct tp_json_out *out) {
  static const enum tp_check_verdict verdicts[] = {TP_CHECK_UNDECIDED, TP_CHECK_PASS,
                                                   TP_CHECK_FAIL};
  tp_json_list(out, "bands");
  for (int i = 0; i < b->band_count; i++) {
    const struct tp_band_found *found = &b->bands[i];
    tp_json_object(out, NULL);
    tp_json_string(out, "seat", b->setup.rules->actors[found->band->seat].words.id);
    tp_json_string(out, "policy", found->band->policy);
    tp_json_number(out, "want_low", found->band->low);
    tp_json_number(out, "want_high", found->band->high);
    tp_json_whole(out, "games", found->games);
    tp_json_whole(out, "wins", found->wins);
    tp_json_number(out, "rate", tp_rate(found->wins, found->games));
    tp_json_interval(out, found->interval);
    tp_json_string(out, "verdict", tp_check_verdict_name(verdicts[found->verdict]));
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_ladder(const struct tp_balance *b, struct tp_json_out *out) {
  tp_json_list(out, "ladder");
  for (int i = 0; i < b->rung_count; i++) {
    const struct tp_rung *rung = &b->rungs[i];
    tp_json_object(out, NULL);
    tp_json_string(out, "policy", rung->policy);
    rate(out, rung->wins, rung->games);
    if (i > 0 && rung->step.cases > 0) {
      estimate(out, "gain", tp_pairs_gain(&rung->step), rung->gain);
      tp_json_whole(out, "pairs", rung->step.cases);
      tp_json_whole(out, "only_this", rung->step.only_a);
      tp_json_whole(out, "only_below", rung->step.only_b);
      tp_json_string(out, "verdict", tp_check_verdict_name(rung->verdict));
    }
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_row(const struct tp_table_found *t, int row, struct tp_json_out *out) {
  tp_json_object(out, NULL);
  tp_json_string(out, "policy", t->rows[row]);
  tp_json_number(out, "strength", t->ratings.strength[row]);
  tp_json_number(out, "error", t->ratings.error[row]);
  tp_json_list(out, "cells");
  for (int k = 0; k < t->column_count; k++) {
    tp_json_object(out, NULL);
    rate(out, t->cells[row][k].wins, t->cells[row][k].games);
    tp_json_end(out);
  }
  tp_json_end(out);
  tp_json_end(out);
}

static void write_table(const struct tp_balance *b, struct tp_json_out *out) {
  const struct tp_table_found *t = &b->table;
  tp_json_object(out, "table");
  tp_json_list(out, "columns");
  for (int k = 0; k < t->column_count; k++)
    tp_json_string(out, NULL, t->columns[k]);
  tp_json_end(out);
  tp_json_list(out, "rows");
  for (int i = 0; i < t->row_count; i++)
    write_row(t, i, out);
  tp_json_end(out);
  tp_json_number(out, "home", t->ratings.home);
  tp_json_end(out);
}

static void write_ways(const struct tp_balance *b, struct tp_json_out *out) {
  tp_json_list(out, "ways");
  for (int way = 0; way < b->plans.clusters; way++) {
    tp_json_object(out, NULL);
    tp_plan_json(out, &b->book, tp_plans_best(&b->plans, way));
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_action(const struct tp_balance *b, const struct tp_action_found *a,
                         struct tp_json_out *out) {
  tp_json_object(out, NULL);
  tp_json_string(out, "id", b->setup.rules->actions[a->action].words.id);
  tp_json_number(out, "used", a->used);
  tp_json_number(out, "used_by_planner", a->used_by_planner);
  tp_json_whole(out, "used_games", a->used_games);
  tp_json_whole(out, "used_wins", a->used_wins);
  tp_json_number(out, "win_rate_when_used", tp_rate(a->used_wins, a->used_games));
  tp_json_object(out, "banned");
  estimate(out, "wins", a->wins, a->of_wins);
  tp_json_number(out, "p_corrected", a->chance);
  estimate(out, "score", a->score, a->of_score);
  estimate(out, "goals", a->goals, a->of_goals);
  tp_json_end(out);
  tp_json_object(out, "always");
  estimate(out, "wins", a->forced_wins, a->of_forced_wins);
  estimate(out, "goals", a->forced_goals, a->of_forced_goals);
  tp_json_number(out, "p_corrected", a->forced_chance);
  tp_json_end(out);
  tp_json_flag(out, "suspected", a->suspected);
  if (a->suspected) {
    tp_json_object(out, "adapted");
    estimate(out, "wins", a->adapted, a->of_adapted);
    tp_json_number(out, "p_corrected", a->adapted_chance);
    estimate(out, "planner_wins", a->planner_wins, a->of_planner_wins);
    tp_json_end(out);
  }
  tp_json_flag(out, "must_have", a->must_have);
  tp_json_flag(out, "dominated", a->dominated);
  tp_json_end(out);
}

static void write_list(struct tp_json_out *out, const char *key, const double *list, int count) {
  tp_json_list(out, key);
  for (int i = 0; i < count; i++)
    tp_json_number(out, NULL, list[i]);
  tp_json_end(out);
}

static void write_levels(const struct tp_balance *b, struct tp_json_out *out) {
  tp_json_list(out, "levels");
  for (int i = 0; i < b->level_count && b->level_count > 1; i++) {
    const struct tp_level_found *level = &b->levels[i];
    tp_json_object(out, NULL);
    tp_json_string(out, "id", level->id);
    rate(out, level->wins, level->games);
    if (i > 0) {
      estimate(out, "loss", tp_pairs_gain(&level->step), level->loss);
      tp_json_string(out, "verdict", tp_check_verdict_name(level->verdict));
    }
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_claims(const struct tp_balance *b, struct tp_json_out *out) {
  tp_json_list(out, "claims");
  for (int i = 0; i < b->claim_count; i++) {
    const struct tp_claim_found *c = &b->claims[i];
    tp_json_object(out, NULL);
    tp_json_string(out, "id", b->setup.rules->claims[c->claim].words.id);
    tp_json_whole(out, "seeds", c->seeds);
    tp_json_whole(out, "fell", c->fell);
    tp_json_number(out, "rate", tp_rate(c->fell, c->seeds));
    tp_json_interval(out, c->interval);
    tp_json_whole(out, "most", c->most);
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_course(const struct tp_balance *b, struct tp_json_out *out) {
  const struct tp_course_found *c = &b->course;
  tp_json_object(out, "course");
  tp_json_whole(out, "games", c->games);
  tp_json_list(out, "turns");
  for (int i = 0; i < c->marks; i++)
    tp_json_whole(out, NULL, c->turn[i]);
  tp_json_end(out);
  write_list(out, "decided", c->decided, c->marks);
  write_list(out, "certain", c->certain, c->marks);
  tp_json_whole(out, "certain_at_half", c->certain_at_half);
  tp_json_whole(out, "behind", c->behind);
  tp_json_whole(out, "comebacks", c->comebacks);
  estimate(out, "seed_share", c->seed_share, c->of_seed_share);
  tp_json_number(out, "plan_share", c->plan_share);
  estimate(out, "length", c->length.mean, tp_spread_interval(&c->length));
  tp_json_number(out, "opening_variety", c->openings);
  tp_json_end(out);
}

static void write_head(const struct tp_balance *b, struct tp_json_out *out) {
  char seed[24];
  tp_json_whole(out, "format", 1);
  tp_json_string(out, "command", "balance");
  tp_json_string(out, "scenario", b->setup.rules->words.id);
  snprintf(seed, sizeof seed, "%" PRIu64, b->arguments.seed);
  tp_json_string(out, "seed", seed);
  tp_json_whole(out, "games", b->arguments.games);
  tp_json_whole(out, "played", b->book.played);
  tp_setup_json(out, &b->setup, &b->arguments);
}

void tp_balance_json(const struct tp_balance *b, struct tp_json_out *out) {
  tp_json_object(out, NULL);
  write_head(b, out);
  write_checks(b, out);
  write_bands(b, out);
  write_ladder(b, out);
  write_table(b, out);
  write_ways(b, out);
  tp_json_list(out, "actions");
  for (int i = 0; i < b->action_count; i++)
    write_action(b, &b->actions[i], out);
  tp_json_end(out);
  write_levels(b, out);
  write_claims(b, out);
  write_course(b, out);
  tp_json_object(out, "timing");
  tp_json_number(out, "seconds", b->seconds);
  tp_json_whole(out, "threads", b->book.threads);
  tp_json_end(out);
  tp_json_end(out);
}
