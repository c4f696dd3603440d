/* What the studies find, judged. */
#include "core/guide.h"
#include "lab/balance/balance.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { WAYS_WANTED = 3 };
static const double luck_allowed = 0.35, hardly_ever = 0.05;

const char *tp_check_verdict_name(enum tp_check_verdict verdict) {
  static const char *const names[] = {"pass", "fail", "undecided"};
  return names[verdict];
}

static void add_check(struct tp_balance *b, const char *study, enum tp_check_verdict verdict,
                      const char *name, const char *detail, ...) TP_FORMATS(5, 6);

static void add_check(struct tp_balance *b, const char *study, enum tp_check_verdict verdict,
                      const char *name, const char *detail, ...) {
  va_list arguments;
  if (b->check_count == TP_CHECKED_MAX)
    return;
  struct tp_checked *check = &b->checks[b->check_count++];
  *check = (struct tp_checked){.study = study, .verdict = verdict};
  snprintf(check->name, sizeof check->name, "%s", name);
  va_start(arguments, detail);
  vsnprintf(check->detail, sizeof check->detail, detail, arguments);
  va_end(arguments);
}

enum tp_check_verdict tp_balance_step(const struct tp_pairs *step, double error) {
  struct tp_interval share = tp_sequence_interval(step->only_a, step->only_a + step->only_b, error);
  return share.low > 0.5 ? TP_CHECK_PASS : share.high < 0.5 ? TP_CHECK_FAIL : TP_CHECK_UNDECIDED;
}

static void judge_bands(struct tp_balance *b) {
  static const enum tp_check_verdict verdicts[] = {[TP_UNDECIDED] = TP_CHECK_UNDECIDED,
                                                   [TP_WITHIN] = TP_CHECK_PASS,
                                                   [TP_OUTSIDE] = TP_CHECK_FAIL};
  for (int i = 0; i < b->band_count; i++) {
    const struct tp_band_found *found = &b->bands[i];
    char name[120];
    snprintf(name, sizeof name, "%s played by %s",
             b->setup.rules->actors[found->band->seat].words.id, found->band->policy);
    add_check(b, "bands", verdicts[found->verdict], name,
              "wins %ld of %ld (%.1f to %.1f %%), meant to win %g to %g %%", found->wins,
              found->games, 100 * found->interval.low, 100 * found->interval.high,
              100 * found->band->low, 100 * found->band->high);
  }
}

static void judge_ladder(struct tp_balance *b) {
  for (int i = 1; i < b->rung_count; i++) {
    const struct tp_rung *rung = &b->rungs[i];
    char name[120];
    snprintf(name, sizeof name, "%s plays better than %s", rung->policy, b->rungs[i - 1].policy);
    add_check(b, "ladder", rung->verdict, name,
              "of %ld games, %ld won by it alone and %ld by the other alone", rung->step.cases,
              rung->step.only_a, rung->step.only_b);
  }
}

/* Names are listed as far as they go. */
static int list_actions(const struct tp_balance *b, int must_have, char *text, size_t size) {
  int count = 0;
  *text = 0;
  for (int i = 0; i < b->action_count; i++) {
    const struct tp_action_found *found = &b->actions[i];
    size_t length = strlen(text);
    if (!(must_have ? found->must_have : found->dominated))
      continue;
    snprintf(text + length, size - length, "%s%s", count++ ? ", " : "",
             b->setup.rules->actions[found->action].words.id);
  }
  return count;
}

static void judge_list(struct tp_balance *b, int must_have, const char *name, const char *fault) {
  char names[300];
  if (list_actions(b, must_have, names, sizeof names))
    add_check(b, "actions", TP_CHECK_FAIL, name, "%s: %s", fault, names);
  else
    add_check(b, "actions", TP_CHECK_PASS, name, "none of %d", b->action_count);
}

static void judge_actions(struct tp_balance *b) {
  if (b->action_count == 0)
    return;
  if (!b->setup.rules->guide->guided) /* a first game teaches by what must be done */
    judge_list(b, 1, "no action is a must-have", "plans made without it win a third less at least");
  judge_list(b, 0, "no action is dominated", "plans made for it win less often");
}

static const char *level_name(const struct tp_level_found *level) {
  return level->id[0] ? level->id : "the usual one";
}

static void judge_levels(struct tp_balance *b) {
  for (int i = 1; i < b->level_count; i++) {
    const struct tp_level_found *level = &b->levels[i];
    char name[120];
    snprintf(name, sizeof name, "%s is won less often than %s", level_name(level),
             level_name(&b->levels[i - 1]));
    add_check(b, "levels", level->verdict, name,
              "of %ld games, %ld won by the easier alone and %ld by the harder alone",
              level->step.cases, level->step.only_a, level->step.only_b);
  }
}

static void judge_ways(struct tp_balance *b) {
  if (b->plans.count > 0)
    add_check(b, "ways", b->plans.clusters >= WAYS_WANTED ? TP_CHECK_PASS : TP_CHECK_FAIL,
              "there are different ways to win", "%d found, at least %d wanted", b->plans.clusters,
              WAYS_WANTED);
}

/* A claim that never falls is named when others do, and there are seeds enough to say so. */
static enum tp_check_verdict judge_claim(const struct tp_balance *b,
                                         const struct tp_claim_found *found) {
  int others_fall = 0;
  for (int i = 0; i < b->claim_count; i++)
    others_fall |= b->claims[i].fell > 0;
  if (found->fell > 0)
    return TP_CHECK_PASS;
  return others_fall && found->interval.high < hardly_ever ? TP_CHECK_FAIL : TP_CHECK_UNDECIDED;
}

static void judge_claims(struct tp_balance *b) {
  enum tp_check_verdict verdict = TP_CHECK_PASS;
  char names[300] = "";
  for (int i = 0; i < b->claim_count; i++) {
    const struct tp_claim_found *found = &b->claims[i];
    enum tp_check_verdict own = judge_claim(b, found);
    size_t length = strlen(names);
    if (own == TP_CHECK_PASS)
      continue;
    verdict = own == TP_CHECK_FAIL || verdict == TP_CHECK_PASS ? own : verdict;
    snprintf(names + length, sizeof names - length, "%s%s (in none of %ld seeds: 0 to %.1f %%)",
             length ? ", " : "", b->setup.rules->claims[found->claim].words.id, found->seeds,
             100 * found->interval.high);
  }
  if (b->claim_count > 0 && b->book.played > 0)
    add_check(b, "claims", verdict, "every claim of the adversary can fall", "%s%s",
              names[0] ? "never ends 3 points lower: "
                       : "each ends 3 points lower, or more, in some game without a crisis",
              names);
}

static enum tp_check_verdict below(struct tp_interval of, double limit) {
  return of.high < limit ? TP_CHECK_PASS : of.low > limit ? TP_CHECK_FAIL : TP_CHECK_UNDECIDED;
}

static void judge_course(struct tp_balance *b) {
  const struct tp_course_found *course = &b->course;
  if (course->games > 0) {
    struct tp_interval of = tp_rate_interval(course->certain_at_half, course->games);
    add_check(b, "course", below(of, 0.5), "most games are open at half time",
              "%ld of %d are certain to 90 %% by then (%.0f to %.0f %%)", course->certain_at_half,
              course->games, 100 * of.low, 100 * of.high);
  }
  if (course->of_seed_share.high > 0)
    add_check(b, "course", below(course->of_seed_share, luck_allowed),
              "the seed alone decides little",
              "it explains %.0f %% of the score's variance (%.0f to %.0f %%), at most %.0f",
              100 * course->seed_share, 100 * course->of_seed_share.low,
              100 * course->of_seed_share.high, 100 * luck_allowed);
}

void tp_balance_judge(struct tp_balance *b) {
  judge_bands(b);
  judge_ladder(b);
  judge_actions(b);
  judge_claims(b);
  judge_levels(b);
  if (b->setup.rules->guide->guided)
    return; /* a first game has one way to teach */
  judge_ways(b);
  judge_course(b);
}
