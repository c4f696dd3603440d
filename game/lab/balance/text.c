/* The report of `balance` for people at a terminal. */
#include "lab/balance/balance.h"

#include <inttypes.h>

static void say_checks(const struct tp_balance *b, struct tp_text *text) {
  int count[3] = {0};
  for (int i = 0; i < b->check_count; i++) {
    const struct tp_checked *check = &b->checks[i];
    count[check->verdict]++;
    tp_text_print(text, "%-9s  %-9s %-40s %s\n", tp_check_verdict_name(check->verdict),
                  check->study, check->name, check->detail);
  }
  tp_text_print(text, "\n%d pass, %d fail, %d undecided\n", count[TP_CHECK_PASS],
                count[TP_CHECK_FAIL], count[TP_CHECK_UNDECIDED]);
}

/* A rung or a level, and how it does against the one before. */
static void say_step(const char *name, long games, long wins, const struct tp_pairs *step,
                     struct tp_interval change, struct tp_text *text) {
  struct tp_interval of = tp_rate_interval(wins, games);
  tp_text_print(text, "%-10s %6ld  %5.1f %%   %5.1f .. %5.1f", name, games,
                100 * tp_rate(wins, games), 100 * of.low, 100 * of.high);
  if (step->cases > 0)
    tp_text_print(text, "   %+6.1f   %+5.1f .. %+5.1f", 100 * tp_pairs_gain(step), 100 * change.low,
                  100 * change.high);
  tp_text_add(text, "\n");
}

static void say_ladder(const struct tp_balance *b, struct tp_text *text) {
  tp_text_add(text, "\nladder      games     wins   95 % interval     gain   95 % interval\n");
  for (int i = 0; i < b->rung_count; i++) {
    const struct tp_rung *rung = &b->rungs[i];
    say_step(rung->policy, rung->games, rung->wins, &rung->step, rung->gain, text);
  }
}

static void say_table(const struct tp_balance *b, struct tp_text *text) {
  const struct tp_table_found *t = &b->table;
  if (t->row_count == 0)
    return;
  tp_text_print(text, "\n%-14s", "wins of 100");
  for (int k = 0; k < t->column_count; k++)
    tp_text_print(text, " %9.9s", t->columns[k]);
  tp_text_add(text, "   strength  +-\n");
  for (int i = 0; i < t->row_count; i++) {
    tp_text_print(text, "%-14s", t->rows[i]);
    for (int k = 0; k < t->column_count; k++)
      tp_text_print(text, " %9.0f", 100 * tp_rate(t->cells[i][k].wins, t->cells[i][k].games));
    tp_text_print(text, "   %+8.2f  %.2f\n", t->ratings.strength[i], TP_Z95 * t->ratings.error[i]);
  }
}

static void say_actions(const struct tp_balance *b, struct tp_text *text) {
  const struct tp_action_found *order[TP_ACTIONS_MAX];
  if (b->action_count == 0)
    return;
  tp_balance_order(b, order);
  tp_text_print(text, "\n%-26s %5s %8s   %-28s %-28s %s\n", "action", "used", "planner",
                "wins lost when banned", "goals, always against never", "named or suspected");
  for (int i = 0; i < b->action_count; i++) {
    const struct tp_action_found *a = order[i];
    tp_text_print(
        text, "%-26s %3.0f %% %6.0f %%   %+6.1f (%+6.1f .. %+6.1f)    %+7.2f (%+7.2f .. %+7.2f)",
        b->setup.rules->actions[a->action].words.id, 100 * a->used, 100 * a->used_by_planner,
        100 * a->wins, 100 * a->of_wins.low, 100 * a->of_wins.high, a->forced_goals,
        a->of_forced_goals.low, a->of_forced_goals.high);
    if (a->suspected)
      tp_text_print(text, "   %s: plans %+.1f (%+.1f .. %+.1f)",
                    a->must_have   ? "MUST-HAVE"
                    : a->dominated ? "DOMINATED"
                                   : "cleared",
                    100 * a->adapted, 100 * a->of_adapted.low, 100 * a->of_adapted.high);
    tp_text_add(text, "\n");
  }
}

static void say_levels(const struct tp_balance *b, struct tp_text *text) {
  if (b->level_count < 2)
    return;
  tp_text_add(text, "\nlevel       games     wins   95 % interval     loss   95 % interval\n");
  for (int i = 0; i < b->level_count; i++) {
    const struct tp_level_found *level = &b->levels[i];
    say_step(level->id[0] ? level->id : "usual", level->games, level->wins, &level->step,
             level->loss, text);
  }
}

static void say_claims(const struct tp_balance *b, struct tp_text *text) {
  if (b->claim_count == 0)
    return;
  tp_text_print(text, "\n%-26s %-22s %s\n", "claim", "falls, of all seeds", "most points");
  for (int i = 0; i < b->claim_count; i++) {
    const struct tp_claim_found *c = &b->claims[i];
    tp_text_print(text, "%-26s %5.1f %% (%5.1f .. %5.1f) %9d\n",
                  b->setup.rules->claims[c->claim].words.id, 100 * tp_rate(c->fell, c->seeds),
                  100 * c->interval.low, 100 * c->interval.high, c->most);
  }
}

static void say_course(const struct tp_balance *b, struct tp_text *text) {
  const struct tp_course_found *c = &b->course;
  if (c->games == 0)
    return;
  struct tp_interval of = tp_rate_interval(c->comebacks, c->behind);
  tp_text_add(text, "\nturn        ");
  for (int i = 0; i < c->marks; i++)
    tp_text_print(text, " %5d", c->turn[i]);
  tp_text_add(text, "\ndecided, %  ");
  for (int i = 0; i < c->marks; i++)
    tp_text_print(text, " %5.0f", 100 * c->decided[i]);
  tp_text_add(text, "\ncertain, %  ");
  for (int i = 0; i < c->marks; i++)
    tp_text_print(text, " %5.0f", 100 * c->certain[i]);
  tp_text_print(text,
                "\ncomebacks: %ld of %ld games that were as good as lost were won (%.0f to %.0f "
                "%%)\n",
                c->comebacks, c->behind, 100 * of.low, 100 * of.high);
  tp_text_print(text,
                "games of planners: %.1f turns; their openings are as varied as %.1f equally "
                "likely actions\n",
                c->length.mean, c->openings);
}

static void say_ways(const struct tp_balance *b, struct tp_text *text) {
  tp_text_print(text, "\n%d ways to win", b->plans.clusters);
  for (int way = 0; way < b->plans.clusters; way++) {
    int lineup = tp_plans_best(&b->plans, way)->lineup, games = tp_book_count(&b->book, lineup);
    tp_text_print(text, "%s %.0f %%", way ? "," : ": the best plans of each win",
                  100 * tp_rate(tp_book_wins(&b->book, lineup, games), games));
  }
  tp_text_add(text, "\n");
}

void tp_balance_text(const struct tp_balance *b, struct tp_json_out *out) {
  struct tp_text *text = &out->text;
  const struct tp_rules *r = b->setup.rules;
  tp_text_print(text, "%s (%s): %ld games, at most %d of a line-up, seed %" PRIu64 "\n\n",
                r->words.title, r->words.id, b->book.played, b->arguments.games, b->arguments.seed);
  say_checks(b, text);
  say_ladder(b, text);
  say_table(b, text);
  say_ways(b, text);
  say_actions(b, text);
  say_levels(b, text);
  say_claims(b, text);
  say_course(b, text);
}
