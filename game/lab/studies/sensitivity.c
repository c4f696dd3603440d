/* sensitivity: which rules and start values drive the outcome.
 *
 * What is measured of a game is --measure: win (of the player), score, or a variable when the game
 * is over; of a point, its mean over --games games, the same for all points, so that points differ
 * by what is free and by nothing else. Free is what --free names between two ends, or all rules and
 * start values within a fifth of theirs. Every seat is played by reflex unless --seat says else.
 *
 * First all factors are screened after Morris along --paths paths. mu* is by how much the measure
 * moves when the factor goes from one end to the other, sigma how much that depends on where the
 * others stand. Then the --keep largest vary together, the rest as they usually are, and their
 * indices of Sobol' are found from --points rows: first, the share of the variance that goes with
 * the factor alone; total, that which goes with it and others together. Intervals are of 95 %,
 * bootstrapped (bias-corrected and accelerated).
 *
 * JSON: {"format": 1, "command": "sensitivity", "scenario": id, "seed": "S", "games": of a point,
 *   "measure": name, "turns": limit, "seats": {...}, "mods": [...], "changes": [...],
 *   "left_out": how many are 0 and have no fifth,
 *   "screening": {"paths": n, "factors": [{"name", "low", "high": its ends, "usual", "mu",
 *                 "mu_star", "mu_star_low", "mu_star_high", "sigma"}, ...]},     by falling mu*
 *   "indices": {"points": n, "mean", "deviation", "sum_of_first",
 *               "factors": [{"name", "first", "first_low", "first_high", "total", "total_low",
 *                            "total_high"}, ...]},                               in the same order
 *   "timing": {"seconds", "threads"}}
 * CSV: name,low,high,usual,mu,mu_star,mu_star_low,mu_star_high,sigma,first,first_low,first_high,
 * total,total_low,total_high with nothing in the last six where none were found.
 * All but "timing" is the same bytes for any number of threads. Stopped, it reports what it has.
 */
#include "lab/studies/sensitivity.h"

#include "data/address.h"
#include "lab/games/player.h"
#include "lab/work.h"

#include <stdlib.h>
#include <string.h>

enum { GAMES = 100, PATHS = 10, POINTS = 256, KEEP = 8 };

enum what { WIN, SCORE, VARIABLE };

struct study {
  struct tp_arguments arguments;
  struct tp_setup setup;
  struct tp_factors factors;
  enum what what;
  int slot;
  struct tp_sensitivity found;
};

/* --- points ---------------------------------------------------------------------------------- */

struct points {
  const struct study *study;
  const struct tp_factors *factors;
  const double *places;
  double *values;
  char *done;
};

static double measure(const struct study *s, const struct tp_rules *r, const struct tp_world *w) {
  if (s->what == WIN)
    return w->result == TP_VICTORY;
  return s->what == SCORE ? tp_world_score(r, w) : w->v[s->slot];
}

/* 1, or 0 when it was stopped on the way. */
static int play_games(const struct study *s, const struct tp_rules *rules, double *mean) {
  struct tp_player player;
  int game = 0;
  double sum = 0;
  tp_player_open(&player, rules, s->setup.cast.policy);
  for (; game < s->arguments.games && !tp_work_stopped(); game++) {
    tp_player_start(&player, tp_game_seed(s->arguments.seed, game));
    while (player.world->turn < rules->turns && tp_player_turn(&player, NULL, 0)) {
    }
    sum += measure(s, rules, player.world);
  }
  tp_player_close(&player);
  *mean = sum / s->arguments.games;
  return game == s->arguments.games;
}

static void play_point(void *context, int worker, int item) {
  const struct points *p = context;
  const double *place = p->places + (size_t)item * (size_t)p->factors->count;
  (void)worker;
  struct tp_experiment *experiment =
      tp_factors_experiment(p->factors, p->study->setup.scenario, &p->study->arguments, place);
  p->done[item] = (char)play_games(p->study, tp_experiment_rules(experiment), &p->values[item]);
  tp_experiment_free(experiment);
}

static int evaluate(const struct study *s, const struct tp_factors *factors, const double *places,
                    int count, double *values, const char *what) {
  struct points points = {s, factors, places, values, tp_memory_zeroed((size_t)count, 1)};
  int done = 0;
  tp_work_do(count, s->found.threads, play_point, &points, what);
  while (done < count && points.done[done])
    done++;
  free(points.done);
  return done;
}

/* --- the two steps --------------------------------------------------------------------------- */

static int evaluate_all(void *context, const double *places, int count, double *values) {
  const struct study *s = context;
  return evaluate(s, &s->factors, places, count, values, "points (screening)");
}

/* Puts the next factor where it belongs among those before it. */
static void insert(struct tp_sensitivity *found, int factor) {
  int at = factor;
  for (; at > 0 && found->screened[found->order[at - 1]].size < found->screened[factor].size; at--)
    found->order[at] = found->order[at - 1];
  found->order[at] = factor;
}

static void screen(struct study *s) {
  struct tp_sensitivity *found = &s->found;
  int width = s->factors.count;
  found->screened = tp_memory_resize(NULL, (size_t)width * sizeof *found->screened);
  found->order = tp_memory_resize(NULL, (size_t)width * sizeof *found->order);
  found->paths =
      tp_screen(evaluate_all, s, width, s->arguments.paths, s->arguments.seed, found->screened);
  for (int i = 0; i < width; i++)
    insert(found, i);
}

struct chosen {
  const struct study *study;
  struct tp_factors factors; /* those kept; the list alone is its own */
};

static int evaluate_chosen(void *context, const double *places, int count, double *values) {
  const struct chosen *c = context;
  return evaluate(c->study, &c->factors, places, count, values, "points (indices)");
}

static void find_indices(struct study *s) {
  struct tp_sensitivity *found = &s->found;
  struct chosen chosen = {.study = s};
  while (found->kept < s->arguments.keep && found->kept < s->factors.count &&
         found->screened[found->order[found->kept]].size > 0)
    found->kept++;
  found->index = tp_memory_zeroed((size_t)found->kept, sizeof *found->index);
  if (found->kept == 0 || tp_work_stopped())
    return;
  chosen.factors.list = tp_memory_resize(NULL, (size_t)found->kept * sizeof *chosen.factors.list);
  chosen.factors.count = found->kept;
  for (int i = 0; i < found->kept; i++)
    chosen.factors.list[i] = s->factors.list[found->order[i]];
  found->indices = tp_find_indices(evaluate_chosen, &chosen, found->kept, s->arguments.points,
                                   s->arguments.seed, found->index);
  free(chosen.factors.list);
}

static enum tp_exit study(struct study *s) {
  struct tp_json_out report;
  struct tp_arguments out = s->arguments;
  double began = tp_work_clock();
  tp_work_catch_stop();
  screen(s);
  find_indices(s);
  s->found.seconds = tp_work_clock() - began;
  tp_json_start(&report);
  tp_sensitivity_report(&s->found, &report);
  free(s->found.screened);
  free(s->found.order);
  free(s->found.index);
  if (!tp_work_stopped())
    return tp_report_finish(&report, &out, TP_EXIT_OK);
  out.out = NULL; /* a file is for the whole */
  return tp_report_finish(&report, &out, tp_exit_stopped(tp_work_stopped()));
}

/* --- the command ----------------------------------------------------------------------------- */

static int find_measure(struct study *s, const char *name, struct tp_fault *fault) {
  s->what = strcmp(name, "win") == 0 ? WIN : strcmp(name, "score") == 0 ? SCORE : VARIABLE;
  s->slot = s->what == VARIABLE ? tp_address_find(s->setup.rules, name) : 0;
  if (s->slot != TP_NONE)
    return 1;
  char why[300];
  tp_address_explain(s->setup.rules, name, 0, why, sizeof why);
  snprintf(fault->text, sizeof fault->text, "--measure: expected win, score or a variable: %s",
           why);
  return 0;
}

static void fill_in(struct tp_arguments *a) {
  a->games = a->games ? a->games : GAMES;
  a->paths = a->paths ? a->paths : PATHS;
  a->points = a->points ? a->points : POINTS;
  a->keep = a->keep >= 0 ? a->keep : KEEP;
}

static enum tp_exit prepare_and_study(struct study *s) {
  struct tp_fault fault = {0};
  const struct tp_arguments *a = &s->arguments;
  const char *name = a->measure ? a->measure : "win";
  s->found = (struct tp_sensitivity){.arguments = a,
                                     .setup = &s->setup,
                                     .factors = &s->factors,
                                     .measure = name,
                                     .threads = a->threads ? a->threads : tp_work_processors()};
  enum tp_exit end = TP_EXIT_USAGE;
  int sound = find_measure(s, name, &fault) && tp_factors_open(&s->factors, &s->setup, a, &fault);
  if (sound)
    end = study(s);
  else
    tp_lab_say("%s", fault.text);
  tp_factors_close(&s->factors);
  return end;
}

enum tp_exit tp_lab_sensitivity(const struct tp_arguments *arguments) {
  static struct study s;
  s = (struct study){.arguments = *arguments};
  fill_in(&s.arguments);
  enum tp_exit end = tp_setup_open_with(&s.setup, arguments->operand[0], &s.arguments, "reflex");
  if (end == TP_EXIT_OK)
    end = prepare_and_study(&s);
  tp_setup_close(&s.setup);
  return end;
}
