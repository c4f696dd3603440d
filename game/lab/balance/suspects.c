/* A fair trial for the actions that the screens point at (actions.c).
 *
 * From the same styles, with the same effort, plans are searched anew for a world in which the
 * action cannot be had, or always is, and for the world as it is. Each search picks its best by its
 * own games; they meet in games that no search has seen and nothing was picked by. What was found
 * for the world as it is is also played with the one change, as a search may have had bad luck.
 * Only where both surely win less often (McNemar's exact test of the better one, corrected after
 * Holm) is the action named.
 *
 *   must-have   suspected when its ban loses wins for certain; named when plans made without it,
 *               and planners too, win less than two thirds of what they win with it
 *   dominated   suspected when always having it, against never, lowers the player's goals for
 *               certain, no style gains wins by it for certain, and either planners hardly choose
 *               it or its ban wins games for certain; named when plans made for it still win less
 *               often
 */
#include "lab/balance/balance.h"

#include "lab/work.h"

enum { ADAPT = 40, FRESH = 2, MEETINGS = 200, SUSPECTS_MAX = TP_PLANS_MAX / FRESH - 1 };

/* Planners hardly choose an action when the share of their games with it is surely below this. */
static const double hardly = 0.1;

static void suspect(struct tp_action_found *found) {
  struct tp_interval chosen = tp_rate_interval(found->planner_used, found->planner_games);
  int is_shunned = found->planner_games > 0 && chosen.high < hardly;
  int is_trap = found->chance < 0.05 && found->wins > 0;
  found->must_have = found->chance < 0.05 && found->wins < 0;
  found->dominated = found->forced_chance < 0.05 && found->forced_goals < 0 &&
                     found->best_style <= 0 && (is_shunned || is_trap);
}

static int16_t kept(const struct tp_action_found *suspect) {
  return suspect->must_have ? TP_LEAN_NEVER : TP_LEAN_ALWAYS;
}

/* Searches from the first styles: FRESH plans for the world as it is, then as many a suspect. */
static void adapt(const struct tp_balance *b, struct tp_action_found *const *suspects, int count,
                  struct tp_plans *plans) {
  struct tp_plan_start starts[TP_PLANS_MAX];
  struct tp_policy policies[TP_ACTORS_MAX];
  int room = 0;
  for (int i = -1; i < count; i++) {
    for (int k = 0; k < FRESH; k++)
      starts[room++] = (struct tp_plan_start){b->plans.list[b->styles[k % b->style_count]].lean,
                                              i < 0 ? TP_NONE : suspects[i]->action,
                                              i < 0 ? (int16_t)0 : kept(suspects[i])};
  }
  tp_balance_seats(b, "reflex", policies);
  tp_plans_adapt(plans, &b->book, policies, starts, room, ADAPT, b->arguments.seed + 2);
}

/* Of the plans from number `first` on, the one that its search found best. */
static const struct tp_plan *best_plan(const struct tp_plans *plans, int first) {
  const struct tp_plan *best = &plans->list[first];
  for (int i = first + 1; i < first + FRESH; i++) {
    if (plans->list[i].found > best->found)
      best = &plans->list[i];
  }
  return best;
}

static int enter(const struct tp_balance *b, struct tp_book *meetings, const int16_t *lean) {
  struct tp_policy policies[TP_ACTORS_MAX];
  tp_balance_seats(b, "reflex", policies);
  int lineup = tp_book_plan(meetings, policies, lean);
  tp_book_want(meetings, lineup, MEETINGS);
  return lineup;
}

/* The line-ups that meet: of the world as it is, and of each suspect's two ways to do with it. */
struct meeting {
  int usual, adapted[SUSPECTS_MAX], changed[SUSPECTS_MAX];
};

static void invite(const struct tp_balance *b, struct tp_action_found *const *suspects, int count,
                   const struct tp_plans *plans, struct tp_book *meetings, struct meeting *m) {
  const struct tp_plan *usual = best_plan(plans, 0);
  m->usual = enter(b, meetings, usual->lean);
  for (int i = 0; i < count; i++) {
    struct tp_plan changed = *usual;
    changed.lean[suspects[i]->action] = kept(suspects[i]);
    m->changed[i] = enter(b, meetings, changed.lean);
    m->adapted[i] = enter(b, meetings, best_plan(plans, FRESH * (i + 1))->lean);
  }
}

/* What is left of a suspicion: the better of both ways against the world as it is. */
static void compare(const struct tp_book *meetings, const struct meeting *m, int number,
                    struct tp_action_found *found) {
  struct tp_pairs pairs, changed;
  tp_book_pair(meetings, m->adapted[number], meetings, m->usual, &pairs);
  tp_book_pair(meetings, m->changed[number], meetings, m->usual, &changed);
  if (tp_pairs_gain(&changed) > tp_pairs_gain(&pairs))
    pairs = changed;
  found->adapted = tp_pairs_gain(&pairs);
  found->of_adapted = tp_pairs_difference(&pairs);
  found->adapted_chance = tp_pairs_chance(&pairs);
  found->usual_wins = tp_rate(pairs.both + pairs.only_b, pairs.cases);
}

static int meet(struct tp_balance *b, struct tp_action_found *const *suspects, int count,
                const struct tp_plans *plans) {
  struct tp_book meetings;
  struct meeting m;
  tp_book_open(&meetings, b->setup.rules, b->arguments.seed + 3, b->book.threads);
  invite(b, suspects, count, plans, &meetings, &m);
  int sound = tp_book_play(&meetings, "games of the plans that adapted");
  for (int i = 0; i < count; i++)
    compare(&meetings, &m, i, suspects[i]);
  b->book.played += meetings.played;
  tp_book_close(&meetings);
  return sound;
}

static void name_faults(struct tp_action_found *const *suspects, int count) {
  double chances[SUSPECTS_MAX] = {0}, corrected[SUSPECTS_MAX];
  for (int i = 0; i < count; i++)
    chances[i] = suspects[i]->adapted_chance;
  tp_holm(chances, count, corrected);
  for (int i = 0; i < count; i++) {
    struct tp_action_found *found = suspects[i];
    int worse = corrected[i] < 0.05 && found->adapted < 0;
    found->adapted_chance = corrected[i];
    found->must_have &=
        worse && found->of_adapted.high < 0 && found->adapted < -found->usual_wins / 3;
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
      if (count < SUSPECTS_MAX)
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

/* A trial that was stopped names nobody. */
static int drop_suspicions(struct tp_action_found *const *suspects, int count) {
  for (int i = 0; i < count; i++)
    suspects[i]->must_have = suspects[i]->dominated = 0;
  return 0;
}

int tp_balance_suspects(struct tp_balance *b) {
  struct tp_action_found *suspects[SUSPECTS_MAX];
  static struct tp_plans plans;
  for (int i = 0; i < b->action_count; i++)
    suspect(&b->actions[i]);
  int count = list_suspects(b, suspects);
  if (count == 0)
    return 1;
  adapt(b, suspects, count, &plans);
  int sound = !tp_work_stopped() && meet(b, suspects, count, &plans);
  if (!sound)
    return drop_suspicions(suspects, count);
  name_faults(suspects, count);
  return try_planners(b);
}
