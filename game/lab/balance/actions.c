/* What each action of the player's is worth: the same games with it banned, and with it always
 * wanted, in the hands of several styles of play.
 *
 * The styles are plans found by search (plans.h): the best of each way to win, and then the next
 * best. A plan goes on with its next wish when one is banned. What changes is averaged over the
 * styles game by game, so that a game is one observation, and intervals are Student's. All actions
 * are tested at once, so chances are corrected after Holm.
 *
 * What these screens point at is then given a fair trial: the best plans are searched anew for a
 * world in which the action cannot be had, or always is, and only when even the best of those
 * surely wins less often than the best plan there is (McNemar's exact test on games that no search
 * has seen, corrected after Holm) is it named.
 *
 *   must-have   suspected when its ban loses wins for certain; named when plans made without it,
 *               and planners too, win less than two thirds of what they win with it
 *   dominated   suspected when always having it, against never, lowers the player's goals for
 *               certain, no style gains wins by it for certain, and planners hardly choose it;
 *               named when plans made for it still win less often
 */
#include "lab/balance/balance.h"

#include "data/arena.h"
#include "lab/work.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { FORCE = 200, NEVER = -1000, STARTS = 12, EFFORT = 80, CONFIRM = 100, ADAPT = 40, FRESH = 2 };

/* Planners hardly choose an action when the share of their games with it is surely below this. */
static const double hardly = 0.1;

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
  lean[action] = FORCE;
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
  double chances[TP_ACTIONS_MAX], corrected[TP_ACTIONS_MAX];
  for (int i = 0; i < b->action_count; i++)
    memcpy(&chances[i], (const char *)&b->actions[i] + place, sizeof chances[i]);
  tp_holm(chances, b->action_count, corrected);
  for (int i = 0; i < b->action_count; i++)
    memcpy((char *)&b->actions[i] + place, &corrected[i], sizeof corrected[i]);
}

/* --- a fair trial ---------------------------------------------------------------------------- */

static void suspect(struct tp_action_found *found) {
  long games = found->planner_games;
  struct tp_interval chosen = tp_rate_interval(found->planner_used, games);
  found->must_have = found->chance < 0.05 && found->wins < 0;
  int is_shunned = games > 0 && chosen.high < hardly;
  int is_missed_by_nobody = found->of_goals.low > 0 && found->wins >= 0;
  found->dominated = found->forced_chance < 0.05 && found->forced_goals < 0 &&
                     found->best_style <= 0 && (is_shunned || is_missed_by_nobody);
}

/* The plan that wins most of the games known of it. */
static const struct tp_plan *best_plan(const struct tp_plans *plans, const struct tp_book *book,
                                       int first, int end) {
  const struct tp_plan *best = NULL;
  long most = -1;
  for (int i = first; i < end; i++) {
    int lineup = plans->list[i].lineup;
    long wins = tp_book_wins(book, lineup, tp_book_count(book, lineup));
    if (wins <= most)
      continue;
    most = wins;
    best = &plans->list[i];
  }
  return best;
}

/* Searches for each suspect, from the first styles; the plans of suspect i begin at FRESH * i. */
static void adapt(struct tp_balance *b, struct tp_action_found *const *suspects, int count,
                  struct tp_plans *plans) {
  struct tp_plan_start starts[TP_PLANS_MAX];
  struct tp_policy policies[TP_ACTORS_MAX];
  int room = 0;
  for (int i = 0; i < count; i++) {
    for (int k = 0; k < FRESH && room < TP_PLANS_MAX; k++)
      starts[room++] =
          (struct tp_plan_start){b->plans.list[b->styles[k % b->style_count]].lean,
                                 suspects[i]->action, suspects[i]->must_have ? NEVER : FORCE};
  }
  tp_balance_seats(b, "reflex", policies);
  tp_plans_adapt(plans, &b->book, policies, starts, room, ADAPT, b->arguments.seed + 2);
  for (int i = 0; i < room; i++) {
    plans->list[i].lineup = tp_book_plan(&b->book, policies, plans->list[i].lean);
    tp_book_want(&b->book, plans->list[i].lineup, b->arguments.games);
  }
}

/* What is left of the suspicion when plans have adapted: the best of them against the best. */
static void judge_suspect(struct tp_balance *b, const struct tp_plans *plans, int number,
                          struct tp_action_found *found) {
  const struct tp_plan *made = best_plan(plans, &b->book, FRESH * number, FRESH * (number + 1));
  const struct tp_plan *best = best_plan(&b->plans, &b->book, 0, b->plans.count);
  struct tp_pairs pairs;
  tp_book_pair(&b->book, made->lineup, &b->book, best->lineup, &pairs);
  found->adapted = pairs.cases ? tp_pairs_gain(&pairs) : 0;
  found->of_adapted = tp_pairs_difference(&pairs);
  found->adapted_chance = tp_pairs_chance(&pairs);
  found->best_wins = tp_rate(pairs.both + pairs.only_b, pairs.cases);
}

static void name_faults(struct tp_action_found *const *suspects, int count) {
  double chances[TP_PLANS_MAX], corrected[TP_PLANS_MAX];
  for (int i = 0; i < count; i++)
    chances[i] = suspects[i]->adapted_chance;
  tp_holm(chances, count, corrected);
  for (int i = 0; i < count; i++) {
    struct tp_action_found *found = suspects[i];
    int worse = corrected[i] < 0.05 && found->adapted < 0;
    found->adapted_chance = corrected[i];
    found->must_have &=
        worse && found->of_adapted.high < 0 && found->adapted < -found->best_wins / 3;
    found->dominated &= worse;
  }
}

/* At most as many suspects as there is room for: the most likely first, must-haves before all. */
static int list_suspects(struct tp_balance *b, struct tp_action_found **suspects) {
  int count = 0;
  for (int must_have = 1; must_have >= 0; must_have--) {
    for (int i = 0; i < b->action_count; i++) {
      struct tp_action_found *found = &b->actions[i];
      if (must_have ? !found->must_have : found->must_have || !found->dominated)
        continue;
      found->suspected = 1;
      if (count < TP_PLANS_MAX / FRESH)
        suspects[count++] = found;
      else
        found->must_have = found->dominated = 0;
    }
  }
  return count;
}

/* Planners find other means, where there are any. */
static int try_planners(struct tp_balance *b) {
  struct tp_policy policies[TP_ACTORS_MAX];
  tp_balance_seats(b, "reflex", policies);
  (void)tp_policy_find(b->setup.rules, "planner", &policies[b->setup.rules->player]);
  int usual = tp_book_lineup(&b->book, policies), sound = 1;
  for (int i = 0; i < b->action_count && sound; i++) {
    struct tp_action_found *found = &b->actions[i];
    struct tp_pairs pairs;
    if (!found->must_have)
      continue;
    int without = tp_book_ban(&b->book, usual, found->action);
    tp_book_want(&b->book, usual, b->arguments.games);
    tp_book_want(&b->book, without, b->arguments.games);
    sound = tp_book_play(&b->book, "games of planners without a suspect");
    tp_book_pair(&b->book, without, &b->book, usual, &pairs);
    found->of_planner_wins = tp_pairs_difference(&pairs);
    found->planner_wins = tp_pairs_gain(&pairs);
    found->must_have = found->of_planner_wins.high < 0 &&
                       found->planner_wins < -tp_rate(pairs.both + pairs.only_b, pairs.cases) / 3;
  }
  return sound;
}

static int try_suspects(struct tp_balance *b) {
  struct tp_action_found *suspects[TP_PLANS_MAX];
  static struct tp_plans plans;
  for (int i = 0; i < b->action_count; i++)
    suspect(&b->actions[i]);
  int count = list_suspects(b, suspects);
  if (count == 0)
    return 1;
  adapt(b, suspects, count, &plans);
  int sound = tp_book_play(&b->book, "games of the plans that adapted");
  for (int i = 0; i < count; i++)
    judge_suspect(b, &plans, i, suspects[i]);
  name_faults(suspects, count);
  return sound && try_planners(b);
}

/* Of the planner's games in the ladder, those in which it chose the action. */
static void count_planners(const struct tp_balance *b, struct tp_action_found *found) {
  for (int i = 0; i < b->rung_count; i++) {
    if (strcmp(b->rungs[i].policy, "planner") != 0)
      continue;
    found->planner_games = tp_book_count(&b->book, b->rungs[i].lineup);
    for (int game = 0; game < found->planner_games; game++)
      found->planner_used +=
          tp_outing_has(tp_book_game(&b->book, b->rungs[i].lineup, game)->used, found->action);
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
  return sound && try_suspects(b);
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
