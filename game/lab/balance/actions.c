/* What each action of the player's is worth: the same games with it banned, and with it always
 * wanted, in the hands of several styles of play.
 *
 * The styles are plans found by search (plans.h): the best of each way to win, and then the next
 * best. A plan goes on with its next wish when one is banned. What changes is averaged over the
 * styles game by game, so that a game is one observation, and intervals are Student's. All actions
 * are tested at once, so chances are corrected after Holm. What these screens point at is then
 * given a fair trial (suspects.c).
 */
#include "lab/balance/balance.h"

#include "data/arena.h"
#include "lab/work.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { STARTS = 12, EFFORT = 80, CONFIRM = 100 };

/* --- styles ---------------------------------------------------------------------------------- */

static int is_style(const struct tp_balance *b, int plan) {
  for (int i = 0; i < b->style_count; i++) {
    if (b->styles[i] == plan)
      return 1;
  }
  return 0;
}

static void choose_styles(struct tp_balance *b) {
  for (int way = 0; way < b->plans.clusters && b->style_count < TP_STYLES_MAX; way++) {
    for (int i = 0; i < b->plans.count; i++) {
      if (b->plans.list[i].cluster != way)
        continue;
      b->styles[b->style_count++] = i;
      break;
    }
  }
  for (int i = 0; i < b->plans.count && b->style_count < TP_STYLES_MAX; i++) {
    if (!is_style(b, i))
      b->styles[b->style_count++] = i;
  }
}

int tp_balance_plans(struct tp_balance *b) {
  struct tp_policy policies[TP_ACTORS_MAX];
  tp_balance_seats(b, "reflex", policies);
  tp_plans_search(&b->plans, &b->book, policies, STARTS, EFFORT, b->arguments.seed + 1);
  if (tp_work_stopped())
    b->plans.count = 0;
  int sound = tp_plans_confirm(&b->plans, &b->book, policies,
                               b->arguments.games > CONFIRM ? b->arguments.games : CONFIRM);
  choose_styles(b);
  return sound;
}

/* --- trials ---------------------------------------------------------------------------------- */

/* The line-ups of an action, by style: as it is, without it, always with it. */
struct trial {
  int usual[TP_STYLES_MAX], without[TP_STYLES_MAX], always[TP_STYLES_MAX];
};

static int forced(struct tp_balance *b, const struct tp_plan *plan, int action) {
  int16_t lean[TP_ACTIONS_MAX];
  struct tp_policy policies[TP_ACTORS_MAX];
  memcpy(lean, plan->lean, sizeof lean);
  lean[action] = TP_LEAN_ALWAYS;
  tp_balance_seats(b, "reflex", policies);
  return tp_book_plan(&b->book, policies, lean);
}

static void set_up(struct tp_balance *b, int action, int games, struct trial *trial) {
  for (int i = 0; i < b->style_count; i++) {
    const struct tp_plan *plan = &b->plans.list[b->styles[i]];
    trial->usual[i] = plan->lineup;
    trial->without[i] = tp_book_ban(&b->book, plan->lineup, action);
    trial->always[i] = forced(b, plan, action);
    tp_book_want(&b->book, plan->lineup, games);
    tp_book_want(&b->book, trial->without[i], games);
    tp_book_want(&b->book, trial->always[i], games);
  }
}

/* --- what came of it ------------------------------------------------------------------------- */

struct change {
  struct tp_spread wins, score, goals;
};

static int known_games(const struct tp_balance *b, const struct trial *trial) {
  int known = b->arguments.games;
  for (int i = 0; i < b->style_count; i++) {
    const int lineups[] = {trial->usual[i], trial->without[i], trial->always[i]};
    for (int k = 0; k < 3; k++) {
      int count = tp_book_count(&b->book, lineups[k]);
      known = count < known ? count : known;
    }
  }
  return known;
}

/* From the second line-ups to the first, game by game, over styles `first` up to `end`. */
static struct change measure(const struct tp_balance *b, const int *to, const int *from, int first,
                             int end, int games) {
  struct change change = {{0}, {0}, {0}};
  for (int game = 0; game < games; game++) {
    double wins = 0, score = 0, goals = 0;
    for (int i = first; i < end; i++) {
      const struct tp_outing *a = tp_book_game(&b->book, to[i], game),
                             *c = tp_book_game(&b->book, from[i], game);
      wins += (a->result == TP_VICTORY) - (c->result == TP_VICTORY);
      score += a->score - c->score;
      goals += a->goals - c->goals;
    }
    tp_spread_add(&change.wins, wins / (end - first));
    tp_spread_add(&change.score, score / (end - first));
    tp_spread_add(&change.goals, goals / (end - first));
  }
  return change;
}

static void count_uses(const struct tp_balance *b, const struct trial *trial, int games,
                       struct tp_action_found *found) {
  for (int i = 0; i < b->style_count; i++) {
    for (int game = 0; game < games; game++) {
      const struct tp_outing *outing = tp_book_game(&b->book, trial->usual[i], game);
      int used = tp_outing_has(outing->used, found->action);
      found->used_games += used;
      found->used_wins += used && outing->result == TP_VICTORY;
    }
  }
  found->used = tp_rate(found->used_games, (long)games * b->style_count);
}

/* The most that any style surely gains by always having it. */
static double best_for_a_style(const struct tp_balance *b, const struct trial *trial, int games) {
  double best = -1;
  for (int i = 0; i < b->style_count; i++) {
    struct change own = measure(b, trial->always, trial->without, i, i + 1, games);
    double least = tp_spread_interval(&own.wins).low;
    best = least > best ? least : best;
  }
  return best;
}

static void read_trial(const struct tp_balance *b, const struct trial *trial,
                       struct tp_action_found *found) {
  int games = known_games(b, trial);
  struct change without = measure(b, trial->without, trial->usual, 0, b->style_count, games);
  struct change always = measure(b, trial->always, trial->without, 0, b->style_count, games);
  count_uses(b, trial, games, found);
  found->wins = without.wins.mean;
  found->score = without.score.mean;
  found->goals = without.goals.mean;
  found->of_wins = tp_spread_interval(&without.wins);
  found->of_score = tp_spread_interval(&without.score);
  found->of_goals = tp_spread_interval(&without.goals);
  found->chance = tp_spread_chance(&without.wins);
  found->forced_wins = always.wins.mean;
  found->forced_goals = always.goals.mean;
  found->of_forced_wins = tp_spread_interval(&always.wins);
  found->of_forced_goals = tp_spread_interval(&always.goals);
  found->forced_chance = tp_spread_chance(&always.goals);
  found->best_style = best_for_a_style(b, trial, games);
}

/* Corrects one chance of every action, at the given place in what was found of it. */
static void correct(struct tp_balance *b, size_t place) {
  double chances[TP_ACTIONS_MAX] = {0}, corrected[TP_ACTIONS_MAX];
  for (int i = 0; i < b->action_count; i++)
    memcpy(&chances[i], (const char *)&b->actions[i] + place, sizeof chances[i]);
  tp_holm(chances, b->action_count, corrected);
  for (int i = 0; i < b->action_count; i++)
    memcpy((char *)&b->actions[i] + place, &corrected[i], sizeof corrected[i]);
}

/* Of all games of a planner in the player's seat, those in which it chose the action. */
static void count_planners(const struct tp_balance *b, struct tp_action_found *found) {
  for (int i = 0; i < b->book.count; i++) {
    const struct tp_lineup *lineup = b->book.lineups[i];
    if (lineup->policies[b->setup.rules->player].kind != TP_PLANNER || lineup->ban != TP_NONE)
      continue;
    found->planner_games += lineup->count;
    for (int game = 0; game < lineup->count; game++)
      found->planner_used += tp_outing_has(lineup->games[game].used, found->action);
  }
  found->used_by_planner =
      found->planner_games ? tp_rate(found->planner_used, found->planner_games) : 0;
}

int tp_balance_actions(struct tp_balance *b) {
  const struct tp_rules *r = b->setup.rules;
  struct tp_span actions = r->actors[r->player].actions;
  struct trial *trials = tp_memory_zeroed((size_t)actions.count + 1, sizeof *trials);
  b->actions = tp_memory_zeroed((size_t)actions.count + 1, sizeof *b->actions);
  for (int i = 0; i < actions.count; i++)
    set_up(b, r->repertoire[actions.first + i], b->arguments.games, &trials[i]);
  int sound = b->style_count > 0 && tp_book_play(&b->book, "games that try the actions");
  for (int i = 0; sound && i < actions.count; i++) {
    struct tp_action_found *found = &b->actions[b->action_count++];
    found->action = r->repertoire[actions.first + i];
    count_planners(b, found);
    read_trial(b, &trials[i], found);
  }
  correct(b, offsetof(struct tp_action_found, chance));
  correct(b, offsetof(struct tp_action_found, forced_chance));
  free(trials);
  return sound && tp_balance_suspects(b);
}

void tp_balance_order(const struct tp_balance *b,
                      const struct tp_action_found *order[TP_ACTIONS_MAX]) {
  for (int i = 0; i < b->action_count; i++) {
    int place = i;
    for (; place > 0 && order[place - 1]->wins > b->actions[i].wins; place--)
      order[place] = order[place - 1];
    order[place] = &b->actions[i];
  }
}
