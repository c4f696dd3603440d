/* How games are decided: when, by whom, and how much by the draws alone.
 *
 * Games of one plan are stopped at marks, and from each the rest is played many times with fresh
 * draws: the share won is the chance of the player at that mark. A game is certain from the mark
 * from which that chance stays above 90 % or below 10 %. The share of the outcome's variance that
 * is decided by a mark is the variance of these chances over p (1 - p), less what the finite number
 * of continuations adds to it.
 *
 * What the seed alone explains is found from plans that all play the same seeds: the variance of
 * the score is divided between seeds, plans and the rest (two-way analysis of variance).
 */
#include "lab/balance/balance.h"

#include "core/chance.h"
#include "data/arena.h"
#include "lab/statistics/bootstrap.h"
#include "lab/work.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { GAMES = 100, CONTINUATIONS = 40 };

struct course {
  struct tp_balance *b;
  int lineup;
  double *chances; /* by game, then mark */
  uint8_t *known;
};

/* --- chances --------------------------------------------------------------------------------- */

static double chance_from(struct tp_player *player, const struct tp_world *at, uint64_t seed,
                          int mark) {
  int turns = player->rules->turns;
  long wins = 0;
  for (int i = 0; i < CONTINUATIONS; i++) {
    tp_world_copy(player->rules, player->world, at);
    player->world->seed = tp_chance_bits(seed, mark, i, TP_DRAW_GAME, 1);
    while (player->world->turn < turns && tp_player_turn(player, NULL, 0)) {
    }
    wins += player->world->result == TP_VICTORY;
  }
  return (double)wins / (double)CONTINUATIONS;
}

/* The chances of a game that is over before a mark are its result. */
static void look_at_game(void *context, int worker, int game) {
  struct course *c = context;
  const struct tp_book *book = &c->b->book;
  const struct tp_rules *r = book->rules;
  const struct tp_course_found *found = &c->b->course;
  struct tp_player main_game, rest;
  uint64_t seed = tp_game_seed(book->seed, game);
  (void)worker;
  tp_player_open(&main_game, r, book->lineups[c->lineup]->policies);
  tp_player_open(&rest, r, book->lineups[c->lineup]->policies);
  tp_player_start(&main_game, seed);
  for (int mark = 0; mark < found->marks && !tp_work_stopped(); mark++) {
    while (main_game.world->turn < found->turn[mark] && tp_player_turn(&main_game, NULL, 0)) {
    }
    double *chance = &c->chances[game * TP_MARKS_MAX + mark];
    *chance = main_game.world->result == TP_PLAYING
                  ? chance_from(&rest, main_game.world, seed, mark)
                  : main_game.world->result == TP_VICTORY;
  }
  c->known[game] = !tp_work_stopped();
  tp_player_close(&main_game);
  tp_player_close(&rest);
}

static int is_certain(double chance) {
  return chance >= 0.9 || chance <= 0.1;
}

/* The first mark from which the game stays certain, or `marks`. */
static int certain_from(const double *chances, int marks) {
  int from = marks;
  while (from > 0 && is_certain(chances[from - 1]) &&
         (from == marks || (chances[from - 1] > 0.5) == (chances[from] > 0.5)))
    from--;
  return from;
}

static double decided_by(const struct course *c, int mark, int games) {
  struct tp_spread spread = {0};
  double noise = 0;
  for (int game = 0; game < games; game++) {
    double p = c->chances[game * TP_MARKS_MAX + mark];
    tp_spread_add(&spread, p);
    noise += p * (1 - p) / (CONTINUATIONS - 1) / games;
  }
  double all = spread.mean * (1 - spread.mean);
  double deviation = tp_spread_deviation(&spread);
  return all > 0 ? fmax(0, (deviation * deviation - noise) / all) : 0;
}

static void read_course(struct course *c, int games) {
  struct tp_course_found *found = &c->b->course;
  const struct tp_book *book = &c->b->book;
  found->games = games;
  for (int mark = 0; mark < found->marks; mark++)
    found->decided[mark] = decided_by(c, mark, games);
  for (int game = 0; game < games; game++) {
    const double *chances = &c->chances[game * TP_MARKS_MAX];
    int from = certain_from(chances, found->marks), was_behind = 0;
    for (int mark = 0; mark < found->marks; mark++) {
      found->certain[mark] += (double)(from <= mark) / games;
      was_behind |= chances[mark] <= 0.25;
    }
    found->certain_at_half += from < found->marks && found->turn[from] <= book->rules->turns / 2;
    found->behind += was_behind;
    found->comebacks += was_behind && tp_book_game(book, c->lineup, game)->result == TP_VICTORY;
  }
}

/* The plan whose games are most open: nearest to one in two. */
static int most_open_plan(const struct tp_balance *b) {
  int best = -1;
  double least = 2;
  for (int i = 0; i < b->plans.count; i++) {
    int lineup = b->plans.list[i].lineup, games = tp_book_count(&b->book, lineup);
    double away = fabs(tp_rate(tp_book_wins(&b->book, lineup, games), games) - 0.5);
    if (games > 0 && away < least) {
      least = away;
      best = lineup;
    }
  }
  return best;
}

static int find_course(struct tp_balance *b) {
  struct course c = {.b = b, .lineup = most_open_plan(b)};
  struct tp_course_found *found = &b->course;
  if (c.lineup < 0)
    return 1;
  int games = tp_book_count(&b->book, c.lineup), known = 0;
  games = games < GAMES ? games : GAMES;
  c.chances = tp_memory_zeroed((size_t)games * TP_MARKS_MAX, sizeof *c.chances);
  c.known = tp_memory_zeroed((size_t)games + 1, 1);
  found->lineup = c.lineup;
  found->marks = TP_MARKS_MAX;
  for (int mark = 0; mark < TP_MARKS_MAX; mark++)
    found->turn[mark] = (mark + 1) * b->setup.rules->turns / (TP_MARKS_MAX + 1);
  tp_work_do(games, b->book.threads, look_at_game, &c, "games looked at from within");
  while (known < games && c.known[known])
    known++;
  if (known > 0)
    read_course(&c, known);
  free(c.chances);
  free(c.known);
  return !tp_work_stopped();
}

/* --- luck ------------------------------------------------------------------------------------ */

struct scores {
  const struct tp_balance *b;
  int lineups[TP_PLANS_MAX], plans, seeds;
};

static double score_of(const struct scores *s, int plan, int seed) {
  return tp_book_game(&s->b->book, s->lineups[plan], seed)->score;
}

/* Shares of the variance of a two-way layout, without replication, by expected mean squares. */
static double divide(const struct scores *s, const int *rows, int count, double *of_plans) {
  double grand = 0, by_plan[TP_PLANS_MAX] = {0}, seeds = 0, plans = 0, all = 0;
  for (int i = 0; i < count; i++) {
    for (int p = 0; p < s->plans; p++)
      by_plan[p] += score_of(s, p, rows[i]) / count;
  }
  for (int p = 0; p < s->plans; p++)
    grand += by_plan[p] / s->plans;
  for (int i = 0; i < count; i++) {
    double of_seed = 0;
    for (int p = 0; p < s->plans; p++) {
      double x = score_of(s, p, rows[i]);
      of_seed += x / s->plans;
      all += (x - grand) * (x - grand);
    }
    seeds += s->plans * (of_seed - grand) * (of_seed - grand);
  }
  for (int p = 0; p < s->plans; p++)
    plans += count * (by_plan[p] - grand) * (by_plan[p] - grand);
  double rest = (all - seeds - plans) / ((count - 1.0) * (s->plans - 1.0));
  double of_seeds = fmax(0, (seeds / (count - 1.0) - rest) / s->plans);
  double of_plan = fmax(0, (plans / (s->plans - 1.0) - rest) / count);
  double total = of_seeds + of_plan + rest;
  if (of_plans)
    *of_plans = total > 0 ? of_plan / total : 0;
  return total > 0 ? of_seeds / total : 0;
}

static double seed_share(void *context, const int *rows, int count) {
  return divide(context, rows, count, NULL);
}

static void find_luck(struct tp_balance *b) {
  struct scores s = {.b = b, .seeds = b->arguments.games};
  int rows[2000];
  for (int i = 0; i < b->plans.count; i++) {
    if (b->plans.list[i].cluster < 0)
      continue;
    s.lineups[s.plans++] = b->plans.list[i].lineup;
    int games = tp_book_count(&b->book, b->plans.list[i].lineup);
    s.seeds = games < s.seeds ? games : s.seeds;
  }
  s.seeds = s.seeds < 2000 ? s.seeds : 2000;
  if (s.plans < 2 || s.seeds < 3)
    return;
  for (int i = 0; i < s.seeds; i++)
    rows[i] = i;
  b->course.seed_share = divide(&s, rows, s.seeds, &b->course.plan_share);
  b->course.of_seed_share = tp_bootstrap(seed_share, &s, s.seeds, 1000, b->arguments.seed);
}

/* --- openings, length ------------------------------------------------------------------------ */

/* The number of equally likely actions that would be as varied (exponential of the entropy). */
static double variety(const struct tp_balance *b, int lineup) {
  const struct tp_rules *r = b->setup.rules;
  double all = 0, entropy = 0, times[TP_ACTIONS_MAX] = {0};
  for (int game = 0; game < tp_book_count(&b->book, lineup); game++) {
    for (int i = 0; i < r->action_count; i++) {
      int opens = tp_outing_has(tp_book_game(&b->book, lineup, game)->opening, i);
      times[i] += opens;
      all += opens;
    }
  }
  for (int i = 0; i < r->action_count; i++)
    entropy -= times[i] > 0 ? times[i] / all * log(times[i] / all) : 0;
  return all > 0 ? exp(entropy) : 0;
}

int tp_balance_course(struct tp_balance *b) {
  for (int i = 0; i < b->rung_count; i++) {
    if (strcmp(b->rungs[i].policy, "planner") != 0)
      continue;
    b->course.openings = variety(b, b->rungs[i].lineup);
    for (int game = 0; game < tp_book_count(&b->book, b->rungs[i].lineup); game++)
      tp_spread_add(&b->course.length, tp_book_game(&b->book, b->rungs[i].lineup, game)->turns);
  }
  find_luck(b);
  return find_course(b);
}
