/* Bands and the ladder of skill: shares of games won, looked at as the games come in. */
#include "lab/balance/balance.h"

#include "lab/work.h"

#include <stdio.h>
#include <string.h>

enum { PORTION = 10, PATIENCE = 3 };

/* --- bands ----------------------------------------------------------------------------------- */

static double band_error(const struct tp_balance *b) {
  return TP_BALANCE_ERROR / b->band_count;
}

/* The loader knows the policy that a band names. */
static void open_bands(struct tp_balance *b) {
  const struct tp_scenario *scenario = b->setup.scenario;
  for (int i = 0; i < scenario->band_count && i < TP_BALANCE_BANDS; i++) {
    const struct tp_band *band = &scenario->bands[i];
    struct tp_policy policies[TP_ACTORS_MAX];
    tp_balance_seats(b, "planner", policies);
    (void)tp_policy_find(b->setup.rules, band->policy, &policies[band->seat]);
    b->bands[b->band_count++] =
        (struct tp_band_found){.band = band, .lineup = tp_book_lineup(&b->book, policies)};
  }
}

static void look_at_band(const struct tp_balance *b, struct tp_band_found *found) {
  found->games = tp_book_count(&b->book, found->lineup);
  found->wins = tp_book_wins(&b->book, found->lineup, (int)found->games);
  found->interval = tp_sequence_interval(found->wins, found->games, band_error(b));
  found->verdict = tp_sequence_judge(found->wins, found->games, band_error(b), found->band->low,
                                     found->band->high);
}

/* Once more when the ladder has brought more games of the same line-ups. */
static void look_at_bands(struct tp_balance *b) {
  for (int i = 0; i < b->band_count; i++)
    look_at_band(b, &b->bands[i]);
}

/* A portion of games for each band that is open, till none is. */
int tp_balance_bands(struct tp_balance *b) {
  int most = b->arguments.games, open, sound = 1;
  open_bands(b);
  do {
    open = 0;
    for (int i = 0; i < b->band_count; i++) {
      struct tp_band_found *found = &b->bands[i];
      int games = tp_book_count(&b->book, found->lineup);
      if (found->verdict != TP_UNDECIDED || games >= most)
        continue;
      tp_book_want(&b->book, found->lineup, games + PORTION < most ? games + PORTION : most);
      open = 1;
    }
    sound = !open || tp_book_play(&b->book, "games of the bands");
    look_at_bands(b);
  } while (open && sound);
  return sound;
}

/* --- the ladder ------------------------------------------------------------------------------ */

static const char *const rungs[TP_RUNGS_MAX] = {"random", "reflex", "greedy", "planner",
                                                "mcts:200"};

static int is_dear(const struct tp_rung *rung) {
  return strncmp(rung->policy, "mcts", 4) == 0;
}

static void open_ladder(struct tp_balance *b) {
  for (int i = 0; i < TP_RUNGS_MAX; i++) {
    struct tp_policy policies[TP_ACTORS_MAX];
    tp_balance_seats(b, "planner", policies);
    (void)tp_policy_find(b->setup.rules, rungs[i], &policies[b->setup.rules->player]);
    b->rungs[b->rung_count++] =
        (struct tp_rung){.policy = rungs[i], .lineup = tp_book_lineup(&b->book, policies)};
  }
}

static void look_at_step(struct tp_balance *b, int upper) {
  struct tp_rung *rung = &b->rungs[upper];
  rung->games = tp_book_count(&b->book, rung->lineup);
  rung->wins = tp_book_wins(&b->book, rung->lineup, (int)rung->games);
  if (upper == 0)
    return;
  tp_book_pair(&b->book, rung->lineup, &b->book, b->rungs[upper - 1].lineup, &rung->step);
  rung->gain = tp_pairs_difference(&rung->step);
  rung->verdict = tp_balance_step(&rung->step, TP_BALANCE_ERROR / (TP_RUNGS_MAX - 1));
}

/* Neighbours are near enough now and then to want more games than other studies, but the dearest
 * would cost more than all the rest. */
static int most_games(const struct tp_balance *b, const struct tp_rung *rung) {
  return is_dear(rung) ? b->arguments.games : PATIENCE * b->arguments.games;
}

/* A portion more of the games of a step: as many of both rungs. */
static int want_more(struct tp_balance *b, int upper) {
  const struct tp_rung *rung = &b->rungs[upper];
  int games = tp_book_count(&b->book, rung->lineup), most = most_games(b, rung);
  int more = games + PORTION < most ? games + PORTION : most;
  tp_book_want(&b->book, rung->lineup, more);
  tp_book_want(&b->book, b->rungs[upper - 1].lineup, more);
  return more > games;
}

int tp_balance_ladder(struct tp_balance *b) {
  int open, sound = 1;
  open_ladder(b);
  do {
    open = 0;
    for (int i = 1; i < b->rung_count; i++) {
      if (b->rungs[i].step.cases > 0 && b->rungs[i].verdict != TP_CHECK_UNDECIDED)
        continue;
      open |= want_more(b, i);
    }
    sound = !open || tp_book_play(&b->book, "games of the ladder");
    for (int i = 0; i < b->rung_count; i++)
      look_at_step(b, i);
  } while (open && sound);
  look_at_bands(b);
  return sound;
}
