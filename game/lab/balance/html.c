/* The report of `balance` as a page: what was asked, what came out, with every interval. */
#include "lab/balance/balance.h"
#include "lab/balance/page.h"

#include <inttypes.h>
#include <math.h>

static void heading(struct tp_text *page, const char *title, const char *text) {
  tp_text_print(page, "<h2>%s</h2>\n<p>%s</p>\n", title, text);
}

static const char *title_of(const struct tp_balance *b, int action) {
  return b->setup.rules->actions[action].words.title;
}

/* --- the verdict ----------------------------------------------------------------------------- */

static void write_head(const struct tp_balance *b, struct tp_text *page) {
  int count[3] = {0};
  const struct tp_rules *r = b->setup.rules;
  for (int i = 0; i < b->check_count; i++)
    count[b->checks[i].verdict]++;
  tp_text_add(page, "<p class=\"over\">Third Pole &middot; balance report</p>\n<h1>");
  tp_page_escape(page, r->words.title);
  tp_text_print(page,
                "</h1>\n<p class=\"lead\">%d of %d checks pass, %d fail, and %d %s undecided: "
                "that many games do not tell.</p>\n",
                count[TP_CHECK_PASS], b->check_count, count[TP_CHECK_FAIL],
                count[TP_CHECK_UNDECIDED], count[TP_CHECK_UNDECIDED] == 1 ? "is" : "are");
  tp_text_print(
      page,
      "<p class=\"note\">%s, %ld games, at most %d of a line-up, seed %" PRIu64
      ". All line-ups play the same seeds and are compared game by game. Intervals are of "
      "95 %% unless something else is said.</p>\n",
      r->words.id, b->book.played, b->arguments.games, b->arguments.seed);
}

static void write_checks(const struct tp_balance *b, struct tp_text *page) {
  tp_text_add(page, "<table><thead><tr><th>Verdict</th><th>Check</th><th>What was found</th></tr>"
                    "</thead><tbody>\n");
  for (int i = 0; i < b->check_count; i++) {
    const struct tp_checked *check = &b->checks[i];
    const char *verdict = tp_check_verdict_name(check->verdict);
    static const char *const signs[] = {"&#10003;", "&#10007;", "?"};
    tp_text_print(page, "<tr><td class=\"%s\">%s %s</td><td>", verdict, signs[check->verdict],
                  verdict);
    tp_page_escape(page, check->name);
    tp_text_add(page, "</td><td>");
    tp_page_escape(page, check->detail);
    tp_text_add(page, "</td></tr>\n");
  }
  tp_text_add(page, "</tbody></table>\n");
}

/* --- bands and ladder ------------------------------------------------------------------------ */

static void write_bands(const struct tp_balance *b, struct tp_text *page) {
  heading(page, "How often each policy should win",
          "The shaded part is what the scenario wants. Games are added until the interval lies "
          "inside or outside of it; it holds at all these looks together, and for all bands (a "
          "confidence sequence, wrong for any band at most once in twenty).");
  tp_text_add(page, "<table><thead><tr><th>Seat</th><th>Policy</th><th class=\"n\">Games</th><th "
                    "class=\"n\">Won</th><th>0 to 100 %</th></tr></thead><tbody>\n");
  for (int i = 0; i < b->band_count; i++) {
    const struct tp_band_found *found = &b->bands[i];
    struct tp_page_bar bar = {.value = found->games ? tp_rate(found->wins, found->games) : 0,
                              .low = found->interval.low,
                              .high = found->interval.high,
                              .want_low = found->band->low,
                              .want_high = fmax(found->band->high, found->band->low + 0.005),
                              .colour = found->verdict == TP_OUTSIDE ? "fault" : "player"};
    tp_text_add(page, "<tr><td>");
    tp_page_escape(page, b->setup.rules->actors[found->band->seat].words.title);
    tp_text_print(page, "</td><td>%s</td><td class=\"n\">%ld</td><td class=\"n\">%.1f %%</td><td>",
                  found->band->policy, found->games, 100 * bar.value);
    tp_page_bar(page, &bar);
    tp_text_add(page, "</td></tr>\n");
  }
  tp_text_add(page, "</tbody></table>\n");
}

static void write_rung(const struct tp_balance *b, int number, struct tp_text *page) {
  const struct tp_rung *rung = &b->rungs[number];
  struct tp_interval of = tp_rate_interval(rung->wins, rung->games);
  double share = rung->games ? tp_rate(rung->wins, rung->games) : 0;
  struct tp_page_bar bar = {share, of.low, of.high, 0, 0, "player"};
  tp_text_print(page, "<tr><td>%s</td><td class=\"n\">%ld</td><td class=\"n\">%.1f %%</td><td>",
                rung->policy, rung->games, 100 * share);
  tp_page_bar(page, &bar);
  tp_text_add(page, "</td>");
  if (number > 0 && rung->step.cases > 0) {
    double gain = 100 * tp_pairs_gain(&rung->step);
    tp_text_print(page, "<td class=\"n\">%+.1f (%+.1f to %+.1f)</td><td class=\"%s\">%s</td>", gain,
                  100 * rung->gain.low, 100 * rung->gain.high, tp_check_verdict_name(rung->verdict),
                  tp_check_verdict_name(rung->verdict));
  } else {
    tp_text_add(page, "<td></td><td></td>");
  }
  tp_text_add(page, "</tr>\n");
}

static void write_ladder(const struct tp_balance *b, struct tp_text *page) {
  heading(page, "The ladder of skill",
          "Whoever looks further ahead should win more. A step is sure when, of the games that "
          "only one of two neighbours won, the upper one surely won more than half.");
  tp_text_add(page, "<table><thead><tr><th>Policy</th><th class=\"n\">Games</th><th "
                    "class=\"n\">Won</th><th>0 to 100 %</th><th class=\"n\">Gain on the one "
                    "above, points</th><th></th></tr></thead><tbody>\n");
  for (int i = 0; i < b->rung_count; i++)
    write_rung(b, i, page);
  tp_text_add(page, "</tbody></table>\n");
}

/* --- the table ------------------------------------------------------------------------------- */

static void write_cell(const struct tp_table_cell *cell, struct tp_text *page) {
  struct tp_interval of = tp_rate_interval(cell->wins, cell->games);
  double share = cell->games ? tp_rate(cell->wins, cell->games) : 0;
  tp_text_print(page,
                "<td class=\"heat\" style=\"background:rgba(95,127,158,%.2f)\" title=\"%ld of %ld, "
                "%.0f to %.0f %%\">%.0f</td>",
                0.75 * share, cell->wins, cell->games, 100 * of.low, 100 * of.high, 100 * share);
}

static void write_table(const struct tp_balance *b, struct tp_text *page) {
  const struct tp_table_found *t = &b->table;
  long games = t->row_count ? t->cells[0][0].games : 0;
  heading(page, "Who beats whom",
          "Wins of the player in 100 games, by who plays the player's seat (rows) and the "
          "adversary's (columns). Strengths are logits after Bradley and Terry, with 95 % either "
          "way.");
  tp_text_print(
      page, "<p class=\"note\">%ld games a cell: read the strengths, not the cells.</p>\n", games);
  tp_text_add(page, "<table><thead><tr><th></th>");
  for (int k = 0; k < t->column_count; k++)
    tp_text_print(page, "<th class=\"heat\">%s</th>", t->columns[k]);
  tp_text_add(page, "<th class=\"n\">Strength</th></tr></thead><tbody>\n");
  for (int i = 0; i < t->row_count; i++) {
    tp_text_print(page, "<tr><td>%s</td>", t->rows[i]);
    for (int k = 0; k < t->column_count; k++)
      write_cell(&t->cells[i][k], page);
    tp_text_print(page, "<td class=\"n\">%+.2f &plusmn; %.2f</td></tr>\n", t->ratings.strength[i],
                  TP_Z95 * t->ratings.error[i]);
  }
  tp_text_add(page, "</tbody></table>\n");
}

/* --- ways ------------------------------------------------------------------------------------ */

/* The actions in most of its wins, compared with those of the other ways. */
static void write_marks(const struct tp_balance *b, int way, struct tp_text *page) {
  const struct tp_rules *r = b->setup.rules;
  const struct tp_plan *plan = tp_plans_best(&b->plans, way);
  uint8_t told[TP_ACTIONS_MAX] = {0};
  for (int n = 0; n < 6; n++) {
    int best = -1;
    double most = 0.15;
    for (int i = 0; i < r->action_count; i++) {
      double more = tp_plan_use(&b->book, plan, i);
      for (int other = 0; other < b->plans.clusters; other++) {
        if (other != way)
          more -=
              tp_plan_use(&b->book, tp_plans_best(&b->plans, other), i) / (b->plans.clusters - 1);
      }
      if (told[i] || r->actions[i].seat != r->player || more <= most)
        continue;
      most = more;
      best = i;
    }
    if (best < 0)
      break;
    told[best] = 1;
    tp_text_add(page, n ? ", " : "");
    tp_page_escape(page, title_of(b, best));
  }
}

static void write_endings(const struct tp_balance *b, const struct tp_plan *plan,
                          struct tp_text *page) {
  const struct tp_rules *r = b->setup.rules;
  const char *before = "";
  for (int k = 0; k < r->ending_count; k++) {
    long ends = 0;
    int games = tp_book_count(&b->book, plan->lineup);
    for (int i = 0; i < games; i++)
      ends += tp_book_game(&b->book, plan->lineup, i)->ending == k;
    if (r->endings[k].result != TP_VICTORY || ends * 20 < games)
      continue;
    tp_text_add(page, before);
    tp_page_escape(page, r->endings[k].words.title);
    tp_text_print(page, " %ld %%", 100 * ends / games);
    before = ", ";
  }
}

static void write_ways(const struct tp_balance *b, struct tp_text *page) {
  heading(page, "Different ways to win",
          "Found by searches that climb from many places by chance, confirmed on games that no "
          "search has seen, and put together by what they do and how they end. The best plan of "
          "each way is shown; the others in the game are played by reflex.");
  tp_text_add(page, "<table><thead><tr><th>Way</th><th class=\"n\">Won</th><th>0 to 100 %</th>"
                    "<th>Endings</th><th>What sets it apart</th></tr></thead><tbody>\n");
  for (int way = 0; way < b->plans.clusters; way++) {
    const struct tp_plan *plan = tp_plans_best(&b->plans, way);
    int games = tp_book_count(&b->book, plan->lineup);
    long wins = tp_book_wins(&b->book, plan->lineup, games);
    struct tp_interval of = tp_rate_interval(wins, games);
    struct tp_page_bar bar = {tp_rate(wins, games), of.low, of.high, 0, 0, "player"};
    tp_text_print(page, "<tr><td>%d</td><td class=\"n\">%.0f %%</td><td>", way + 1,
                  100 * bar.value);
    tp_page_bar(page, &bar);
    tp_text_add(page, "</td><td>");
    write_endings(b, plan, page);
    tp_text_add(page, "</td><td>");
    write_marks(b, way, page);
    tp_text_add(page, "</td></tr>\n");
  }
  tp_text_add(page, "</tbody></table>\n");
}

/* --- actions --------------------------------------------------------------------------------- */

static void write_action(const struct tp_balance *b, const struct tp_action_found *a, double reach,
                         struct tp_text *page) {
  const char *verdict = a->must_have   ? "must-have"
                        : a->dominated ? "dominated"
                        : a->suspected ? "cleared"
                                       : "";
  tp_text_add(page, "<tr><td>");
  tp_page_escape(page, title_of(b, a->action));
  tp_text_print(page,
                "</td><td class=\"n\">%.0f %%</td><td class=\"n wide\">%.0f %%</td><td class=\"n "
                "wide\">",
                100 * a->used, 100 * a->used_by_planner);
  if (a->used_games)
    tp_text_print(page, "%.0f %%", 100 * tp_rate(a->used_wins, a->used_games));
  tp_text_print(page, "</td><td class=\"n\">%+.1f</td><td>", 100 * a->wins);
  tp_page_difference(page, 100 * a->wins, 100 * a->of_wins.low, 100 * a->of_wins.high, reach,
                     a->must_have ? "fault" : "player");
  tp_text_print(page, "</td><td class=\"%s\">%s</td></tr>\n",
                a->must_have || a->dominated ? "fail" : "note", verdict);
}

static void write_actions(const struct tp_balance *b, struct tp_text *page) {
  const struct tp_action_found *order[TP_ACTIONS_MAX];
  double reach = 5;
  heading(page, "What each action is worth",
          "The same games with the action banned: how many points of the share of games won are "
          "lost (left) or gained (right), in the hands of the plans above. Suspects were given a "
          "fair trial: plans were searched anew for a world without the action, or with it always, "
          "and only if those surely win less often is it named (exact tests after McNemar, "
          "corrected after Holm: at most one report in twenty names any action wrongly).");
  tp_balance_order(b, order);
  for (int i = 0; i < b->action_count; i++)
    reach = fmax(reach, 100 * fmax(fabs(order[i]->of_wins.low), fabs(order[i]->of_wins.high)));
  tp_text_print(page,
                "<table><thead><tr><th>Action</th><th class=\"n\">Used</th><th class=\"n wide\">by "
                "planner</th><th class=\"n wide\">Won when used</th><th class=\"n\">Banned</th><th>"
                "&minus;%.0f to +%.0f points</th><th></th></tr></thead><tbody>\n",
                reach, reach);
  for (int i = 0; i < b->action_count; i++)
    write_action(b, order[i], reach, page);
  tp_text_add(page, "</tbody></table>\n");
}

/* --- difficulty levels ----------------------------------------------------------------------- */

static void write_levels(const struct tp_balance *b, struct tp_text *page) {
  heading(page, "Difficulty levels",
          "The scenario and its easier and harder variants, the same games with planners in all "
          "seats.");
  tp_text_add(page, "<table><thead><tr><th>Level</th><th class=\"n\">Games</th>"
                    "<th class=\"n\">Won</th><th>0 to 100 %</th></tr></thead><tbody>\n");
  for (int i = 0; i < b->level_count; i++) {
    const struct tp_level_found *level = &b->levels[i];
    struct tp_interval of = tp_rate_interval(level->wins, level->games);
    struct tp_page_bar bar = {tp_rate(level->wins, level->games), of.low, of.high, 0, 0, "player"};
    tp_text_print(page, "<tr><td>%s</td><td class=\"n\">%ld</td><td class=\"n\">%.0f %%</td><td>",
                  level->id[0] ? level->id : "usual", level->games, 100 * bar.value);
    tp_page_bar(page, &bar);
    tp_text_add(page, "</td></tr>\n");
  }
  tp_text_add(page, "</tbody></table>\n");
}

/* --- claims ---------------------------------------------------------------------------------- */

static void write_claims(const struct tp_balance *b, struct tp_text *page) {
  heading(page, "Which claims can fall",
          "In how many of the seeds a claim of the adversary ends three points lower, or more, in "
          "the hands of any player above. Games with a crisis do not count: when one is backed out "
          "of, all claims suffer.");
  tp_text_add(page, "<table><thead><tr><th>Claim</th><th class=\"n\">Falls</th><th>0 to 100 %</th>"
                    "<th class=\"n\">Most points</th></tr></thead><tbody>\n");
  for (int i = 0; i < b->claim_count; i++) {
    const struct tp_claim_found *c = &b->claims[i];
    struct tp_page_bar bar = {tp_rate(c->fell, c->seeds),  c->interval.low, c->interval.high, 0, 0,
                              c->fell ? "player" : "fault"};
    tp_text_add(page, "<tr><td>");
    tp_page_escape(page, b->setup.rules->claims[c->claim].words.title);
    tp_text_print(page, "</td><td class=\"n\">%.0f %%</td><td>", 100 * bar.value);
    tp_page_bar(page, &bar);
    tp_text_print(page, "</td><td class=\"n\">%d</td></tr>\n", c->most);
  }
  tp_text_add(page, "</tbody></table>\n");
}

/* --- the course of a game -------------------------------------------------------------------- */

static void write_course(const struct tp_balance *b, struct tp_text *page) {
  const struct tp_course_found *c = &b->course;
  struct tp_interval of = tp_rate_interval(c->comebacks, c->behind);
  heading(page, "When a game is decided",
          "Games were stopped at marks and the rest played over with fresh draws. A game is "
          "certain from where one side's chance stays above 90 %; what is decided is the share of "
          "the outcome's variance that lies behind.");
  tp_page_lines(page, c->turn, c->marks, c->decided, "decided", c->certain, "certain games");
  tp_text_print(
      page,
      "<p>Of %ld games in which the player's chance had fallen to a quarter or less, %ld "
      "were won (%.0f to %.0f %%). The seed alone explains %.0f %% of the variance of the "
      "score (%.0f to %.0f %%), the choice of plan %.0f %%. Games of planners last "
      "%.1f turns, and their first %d turns are as varied as %.0f equally likely "
      "actions.</p>\n",
      c->behind, c->comebacks, 100 * of.low, 100 * of.high, 100 * c->seed_share,
      100 * c->of_seed_share.low, 100 * c->of_seed_share.high, 100 * c->plan_share, c->length.mean,
      TP_OPENING_TURNS, c->openings);
}

void tp_balance_html(const struct tp_balance *b, struct tp_text *out) {
  char title[200];
  snprintf(title, sizeof title, "Balance of %.150s", b->setup.rules->words.title);
  tp_page_begin(out, title);
  write_head(b, out);
  write_checks(b, out);
  write_bands(b, out);
  write_ladder(b, out);
  write_table(b, out);
  write_ways(b, out);
  write_actions(b, out);
  if (b->level_count > 1)
    write_levels(b, out);
  if (b->claim_count > 0)
    write_claims(b, out);
  write_course(b, out);
  tp_page_end(out);
}
