#include "lab/studies/plans.h"

#include "core/chance.h"
#include "data/arena.h"
#include "lab/report.h"
#include "lab/work.h"

#include <stdlib.h>
#include <string.h>

enum { FEW_GAMES = 16, MANY_GAMES = 48, BOLDNESS = 30 };

/* Share of the actions that lean in the first plan, and that change from one plan to the next. */
static const double leaning = 0.3, change = 0.08;

/* Plans nearer than this do the same, by and large; a plan wins when it surely wins this share. */
static const double same_plan = 0.3, winning = 0.2;

struct search {
  struct tp_plans *plans;
  const struct tp_book *book;
  const struct tp_policy *policies;
  const struct tp_plan_start *starts; /* NULL: by chance */
  int effort;
  uint64_t seed;
};

struct climb {
  const struct search *s;
  int start, drawn;
  struct tp_player player;
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_character character;
  int16_t lean[TP_ACTIONS_MAX];
};

static double draw(struct climb *c) {
  return tp_chance_unit(c->s->seed, c->start, 0, TP_DRAW_POLICY, c->drawn++);
}

static int16_t draw_lean(struct climb *c) {
  return (int16_t)((2 * draw(c) - 1) * (double)BOLDNESS);
}

/* Wins, and a little for what is nearly one, so that there is a slope to climb. */
static double play(struct climb *c, int games, double *share) {
  const struct tp_rules *r = c->s->book->rules;
  long wins = 0;
  double sum = 0;
  for (int game = 0; game < games && !tp_work_stopped(); game++) {
    tp_player_start(&c->player, tp_game_seed(c->s->seed, game));
    while (c->player.world->turn < r->turns && tp_player_turn(&c->player, NULL, 0)) {
    }
    wins += c->player.world->result == TP_VICTORY;
    sum += 0.2 * tp_world_score(r, c->player.world) / 100 +
           0.0005 * tp_policy_value(r, c->player.world, r->player);
  }
  *share = (double)wins / games;
  return *share + sum / games;
}

static void mutate(struct climb *c, const int16_t *from, double share) {
  const struct tp_rules *r = c->s->book->rules;
  struct tp_span actions = r->actors[r->player].actions;
  for (int i = 0; i < actions.count; i++) {
    int action = r->repertoire[actions.first + i];
    int16_t lean = draw_lean(c);
    double kind = draw(c);
    c->lean[action] = from ? from[action] : 0;
    if (kind < share)
      c->lean[action] = kind < share / 4 && from ? 0 : lean;
  }
}

static void keep(struct climb *c) {
  const struct tp_plan_start *start = c->s->starts ? &c->s->starts[c->start] : NULL;
  if (start && start->action != TP_NONE)
    c->lean[start->action] = start->keep;
}

static void begin(struct climb *c) {
  if (c->s->starts)
    memcpy(c->lean, c->s->starts[c->start].lean, sizeof c->lean);
  else
    mutate(c, NULL, leaning);
  keep(c);
}

/* Half of the effort on few games, to get somewhere; half on more, to be sure of it. */
static void climb(struct climb *c, struct tp_plan *plan) {
  int games = FEW_GAMES;
  begin(c);
  memcpy(plan->lean, c->lean, sizeof plan->lean);
  double best = play(c, games, &plan->found);
  for (int i = 1; i < c->s->effort && !tp_work_stopped(); i++) {
    double share;
    if (i == c->s->effort / 2) {
      games = MANY_GAMES;
      memcpy(c->lean, plan->lean, sizeof plan->lean);
      best = play(c, games, &plan->found);
    }
    mutate(c, plan->lean, change);
    keep(c);
    double value = play(c, games, &share);
    if (value <= best)
      continue;
    best = value;
    plan->found = share;
    memcpy(plan->lean, c->lean, sizeof plan->lean);
  }
}

static void climb_from(void *context, int worker, int item) {
  const struct search *s = context;
  struct climb c = {.s = s, .start = item, .character = {.goals = s->book->no_goals}};
  (void)worker;
  memcpy(c.policies, s->policies, sizeof c.policies);
  c.character.lean = c.lean;
  c.policies[s->book->rules->player] =
      (struct tp_policy){.kind = TP_REFLEX, .character = &c.character};
  tp_player_open(&c.player, s->book->rules, c.policies);
  climb(&c, &s->plans->list[item]);
  tp_player_close(&c.player);
}

void tp_plans_search(struct tp_plans *plans, const struct tp_book *book,
                     const struct tp_policy *policies, int starts, int effort, uint64_t seed) {
  struct search search = {plans, book, policies, NULL, effort, seed};
  *plans = (struct tp_plans){.count = starts < TP_PLANS_MAX ? starts : TP_PLANS_MAX,
                             .tried = starts * effort};
  tp_work_do(plans->count, book->threads, climb_from, &search, "searches for a plan");
}

void tp_plans_adapt(struct tp_plans *plans, const struct tp_book *book,
                    const struct tp_policy *policies, const struct tp_plan_start *starts, int count,
                    int effort, uint64_t seed) {
  struct search search = {plans, book, policies, starts, effort, seed};
  *plans = (struct tp_plans){.count = count < TP_PLANS_MAX ? count : TP_PLANS_MAX,
                             .tried = count * effort};
  tp_work_do(plans->count, book->threads, climb_from, &search, "plans that adapt");
}

/* --- which are alike ------------------------------------------------------------------------- */

double tp_plan_use(const struct tp_book *book, const struct tp_plan *plan, int action) {
  long games = 0, used = 0;
  int only_won = tp_book_wins(book, plan->lineup, tp_book_count(book, plan->lineup)) > 0;
  for (int i = 0; i < tp_book_count(book, plan->lineup); i++) {
    const struct tp_outing *outing = tp_book_game(book, plan->lineup, i);
    if (only_won && outing->result != TP_VICTORY)
      continue;
    games++;
    used += tp_outing_has(outing->used, action);
  }
  return games ? (double)used / (double)games : 0;
}

/* Bray and Curtis' dissimilarity of the shares of games in which each action is chosen. */
static double actions_apart(const struct tp_book *book, const struct tp_plan *a,
                            const struct tp_plan *b) {
  const struct tp_rules *r = book->rules;
  struct tp_span actions = r->actors[r->player].actions;
  double apart = 0, all = 0;
  for (int i = 0; i < actions.count; i++) {
    int action = r->repertoire[actions.first + i];
    double in_a = tp_plan_use(book, a, action), in_b = tp_plan_use(book, b, action);
    apart += in_a > in_b ? in_a - in_b : in_b - in_a;
    all += in_a + in_b;
  }
  return all > 0 ? apart / all : 0;
}

static double ending_share(const struct tp_book *book, const struct tp_plan *plan, int ending) {
  long wins = 0, ends = 0;
  for (int i = 0; i < tp_book_count(book, plan->lineup); i++) {
    const struct tp_outing *outing = tp_book_game(book, plan->lineup, i);
    wins += outing->result == TP_VICTORY;
    ends += outing->result == TP_VICTORY && outing->ending == ending;
  }
  return wins ? (double)ends / (double)wins : 0;
}

/* Share of the wins that end differently. */
static double endings_apart(const struct tp_book *book, const struct tp_plan *a,
                            const struct tp_plan *b) {
  double apart = 0;
  for (int i = 0; i < book->rules->ending_count; i++) {
    double in_a = ending_share(book, a, i), in_b = ending_share(book, b, i);
    apart += in_a > in_b ? in_a - in_b : 0;
  }
  return apart;
}

/* How much two plans differ, in what they do and in how their wins end, in equal parts: 0 the same
 * actions in the same shares of games and the same endings .. 1 nothing in common. */
static double plans_apart(const struct tp_book *book, const struct tp_plan *a,
                          const struct tp_plan *b) {
  return (actions_apart(book, a, b) + endings_apart(book, a, b)) / 2;
}

/* The mean distance between the plans of two clusters. */
static double linkage(const struct tp_plans *plans, const double *distance, int a, int b) {
  double sum = 0;
  int pairs = 0;
  for (int i = 0; i < plans->count; i++) {
    for (int k = 0; k < plans->count; k++) {
      if (plans->list[i].cluster != a || plans->list[k].cluster != b)
        continue;
      sum += distance[i * TP_PLANS_MAX + k];
      pairs++;
    }
  }
  return pairs ? sum / pairs : 2;
}

/* Joins the two nearest clusters: 1, or 0 when none are near enough. */
static int join_nearest(struct tp_plans *plans, const double *distance) {
  int first = -1, second = -1;
  double least = same_plan;
  for (int a = 0; a < plans->count; a++) {
    for (int b = a + 1; b < plans->count; b++) {
      double between = linkage(plans, distance, a, b);
      if (between >= least)
        continue;
      least = between;
      first = a;
      second = b;
    }
  }
  for (int i = 0; first >= 0 && i < plans->count; i++) {
    if (plans->list[i].cluster == second)
      plans->list[i].cluster = first;
  }
  return first >= 0;
}

/* Clusters in the order of their best plans. */
static void number_clusters(struct tp_plans *plans) {
  int number[TP_PLANS_MAX];
  for (int i = 0; i < plans->count; i++)
    number[i] = -1;
  plans->clusters = 0;
  for (int i = 0; i < plans->count; i++) {
    int *cluster = &plans->list[i].cluster;
    if (*cluster < 0)
      continue;
    if (number[*cluster] < 0)
      number[*cluster] = plans->clusters++;
    *cluster = number[*cluster];
  }
}

static void cluster(struct tp_plans *plans, const struct tp_book *book) {
  double *distance = tp_memory_zeroed((size_t)TP_PLANS_MAX * TP_PLANS_MAX, sizeof *distance);
  for (int i = 0; i < plans->count; i++) {
    struct tp_plan *plan = &plans->list[i];
    int games = tp_book_count(book, plan->lineup);
    struct tp_interval of = tp_rate_interval(tp_book_wins(book, plan->lineup, games), games);
    plan->cluster = of.low >= winning ? i : -1;
    for (int k = 0; k < i; k++)
      distance[i * TP_PLANS_MAX + k] = distance[k * TP_PLANS_MAX + i] =
          plans_apart(book, plan, &plans->list[k]);
  }
  while (join_nearest(plans, distance)) {
  }
  free(distance);
  number_clusters(plans);
}

const struct tp_plan *tp_plans_best(const struct tp_plans *plans, int cluster) {
  for (int i = 0; i < plans->count; i++) {
    if (plans->list[i].cluster == cluster)
      return &plans->list[i];
  }
  return NULL;
}

static void rank(struct tp_plans *plans, const struct tp_book *book) {
  for (int i = 1; i < plans->count; i++) {
    struct tp_plan mover = plans->list[i];
    long wins = tp_book_wins(book, mover.lineup, tp_book_count(book, mover.lineup));
    int place = i;
    for (; place > 0; place--) {
      const struct tp_plan *before = &plans->list[place - 1];
      if (tp_book_wins(book, before->lineup, tp_book_count(book, before->lineup)) >= wins)
        break;
      plans->list[place] = *before;
    }
    plans->list[place] = mover;
  }
}

int tp_plans_confirm(struct tp_plans *plans, struct tp_book *book, const struct tp_policy *policies,
                     int games) {
  for (int i = 0; i < plans->count; i++) {
    plans->list[i].lineup = tp_book_plan(book, policies, plans->list[i].lean);
    tp_book_want(book, plans->list[i].lineup, games);
  }
  int played = tp_book_play(book, "games of the plans found");
  rank(plans, book);
  cluster(plans, book);
  return played;
}

/* --- told ------------------------------------------------------------------------------------ */

void tp_plan_json(struct tp_json_out *out, const struct tp_book *book, const struct tp_plan *plan) {
  const struct tp_rules *r = book->rules;
  int games = tp_book_count(book, plan->lineup);
  long wins = tp_book_wins(book, plan->lineup, games);
  tp_json_whole(out, "games", games);
  tp_json_whole(out, "wins", wins);
  tp_json_number(out, "rate", tp_rate(wins, games));
  tp_json_interval(out, tp_rate_interval(wins, games));
  tp_json_object(out, "endings");
  for (int k = 0; k < r->ending_count; k++) {
    long ends = 0;
    for (int i = 0; i < games; i++)
      ends += tp_book_game(book, plan->lineup, i)->ending == k;
    if (ends)
      tp_json_whole(out, r->endings[k].words.id, ends);
  }
  tp_json_end(out);
  tp_json_object(out, "actions");
  for (int i = 0; i < r->action_count; i++) {
    double use = r->actions[i].seat == r->player ? tp_plan_use(book, plan, i) : 0;
    if (use > 0)
      tp_json_number(out, r->actions[i].words.id, use);
  }
  tp_json_end(out);
}
