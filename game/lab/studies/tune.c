/* tune: searches rules and start values with which the scenario's balance bands are met.
 *
 * Each point is played --games times for each band, with the band's policy in its seat and the
 * others as --seat says (planner); the games are the same for all points, so that points differ by
 * what is free and by nothing else. A point's distance is the root of the sum of squares by which
 * its shares of games won lie outside their bands. The bands are narrowed for that by the half
 * width of a share's interval, lest a point meet them by luck; what is narrower than that becomes
 * its middle, or its end where that is 0 or 1.
 * The search (cmaes.h) starts from the values as they are and ends at a distance of 0, after
 * --tries points, or when its steps have become too small to matter. Points are rounded to four
 * digits and played as the scenario that extends this one by them. The best is played again with
 * seeds that the search has not seen, as often as the scenario's balance says (--confirm says
 * else), and judged by the bands as they are. No file is changed: the proposal is printed as a
 * merge patch, which with "extends" is a scenario.
 *
 * Ends with 1 when the confirmed shares miss a band, or when the scenario has none.
 *
 * JSON: {"format": 1, "command": "tune", "scenario": id, "seed": "S", "games": for a point and
 * band, "seats": {...}, "mods": [...], "changes": [...], "tried": points, "distance": of the best
 * of them, "free":
 * [{"name", "low", "high", "usual", "value": proposed}, ...], "confirmed": games for a band on
 * fresh seeds, 0 when it was stopped before, "bands": [{"seat", "policy", "low", "high": the band,
 * "before", "found": shares won in the search, "share", "share_low", "share_high": confirmed, with
 * its 95 % interval, "met"}, ...], "met": all of them, "patch": {...}, "timing": {"seconds",
 * "threads"}} CSV: seat,policy,low,high,before,found,share,share_low,share_high,met
 */
#include "lab/studies/tune.h"

#include "core/chance.h"
#include "lab/statistics/cmaes.h"
#include "lab/studies/patch.h"
#include "lab/games/player.h"
#include "lab/work.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { GAMES = 200, TRIES = 200 };

static const double first_step = 0.3, last_step = 0.002; /* of the way from end to end */

struct search {
  struct tp_arguments arguments;
  struct tp_setup *setup;
  struct tp_factors factors;
  struct tp_policy policies[TP_BANDS_MAX][TP_ACTORS_MAX];
  struct tp_tuning found;
  int is_faulty; /* a point could not be loaded; it was said why */
};

/* --- points ---------------------------------------------------------------------------------- */

/* The scenario as the patch of a point makes it, with the changes of the command. */
struct candidate {
  struct tp_scenario *scenario; /* NULL: as it is */
  struct tp_experiment *experiment;
  const struct tp_rules *rules;
};

/* 1, or 0 with the faults on stderr: the values do not go together. */
static int open_candidate(const struct search *s, const double *values, struct candidate *c) {
  struct tp_fault fault;
  struct tp_experiment_error error;
  *c = (struct candidate){.scenario = tp_patch_load(s->setup->scenario, &s->factors, values)};
  if (!c->scenario)
    return 0;
  c->experiment = tp_experiment_create(c->scenario);
  for (int i = 0; i < s->arguments.change_count; i++) {
    const struct tp_lab_change *change = &s->arguments.change[i];
    if (change->option != TP_OPTION_SEAT)
      (void)tp_setup_change(c->experiment, change->option, change->text, &fault);
  }
  if (s->arguments.turns)
    (void)tp_experiment_turns(c->experiment, s->arguments.turns, &error);
  c->rules = tp_experiment_rules(c->experiment);
  return 1;
}

static void close_candidate(struct candidate *c) {
  tp_experiment_free(c->experiment);
  tp_scenario_free(c->scenario);
}

struct round {
  const struct search *search;
  const struct candidate *candidates;
  uint64_t seed;
  int games;
  long *wins; /* by candidate, then band */
};

static void play_item(void *context, int worker, int item) {
  const struct round *round = context;
  int bands = round->search->found.band_count;
  const struct tp_rules *rules = round->candidates[item / bands].rules;
  struct tp_player player;
  (void)worker;
  tp_player_open(&player, rules, round->search->policies[item % bands]);
  for (int game = 0; game < round->games && !tp_work_stopped(); game++) {
    tp_player_start(&player, tp_game_seed(round->seed, game));
    while (player.world->turn < rules->turns && tp_player_turn(&player, NULL, 0)) {
    }
    round->wins[item] += player.world->result == TP_VICTORY;
    tp_work_unit();
  }
  tp_player_close(&player);
}

/* Games won by each band with each candidate: 1, or 0 when it was stopped. */
static int play_round(const struct search *s, const struct candidate *candidates, int count,
                      uint64_t seed, int games, long *wins) {
  char what[80];
  struct round round = {s, candidates, seed, games, wins};
  int items = count * s->found.band_count;
  memset(wins, 0, (size_t)items * sizeof *wins);
  snprintf(what, sizeof what, "games (%d of %d points tried)", s->found.tried, s->arguments.tries);
  tp_work_do_units(items, s->found.threads, play_item, &round, what, (long)items * games);
  return !tp_work_stopped();
}

/* --- distance -------------------------------------------------------------------------------- */

/* How far the share lies outside the band, narrowed by what chance may add or take. */
static double outside(const struct tp_band *band, long wins, int games) {
  struct tp_interval of = tp_rate_interval(wins, games);
  double share = tp_rate(wins, games), slack = (of.high - of.low) / 2;
  double low = band->low > 0 ? band->low + slack : 0,
         high = band->high < 1 ? band->high - slack : 1;
  if (low > high)
    low = high = band->low <= 0 ? 0 : band->high >= 1 ? 1 : (band->low + band->high) / 2;
  return fmax(0, fmax(low - share, share - high));
}

static double distance(const struct search *s, const long *wins) {
  double squares = 0;
  for (int i = 0; i < s->found.band_count; i++) {
    double away = outside(s->found.bands[i].band, wins[i], s->arguments.games);
    squares += away * away;
  }
  return sqrt(squares);
}

/* --- the search ------------------------------------------------------------------------------ */

/* Points outside the ends are played at the nearest inside, and are worse by how far they are out.
 */
static double bring_inside(const double *points, double *places, int width) {
  double squares = 0;
  for (int i = 0; i < width; i++) {
    places[i] = fmin(fmax(points[i], 0), 1);
    squares += (points[i] - places[i]) * (points[i] - places[i]);
  }
  return squares;
}

static void keep_if_best(struct search *s, const double *values, const long *wins, double value) {
  if (!(value < s->found.distance))
    return;
  s->found.distance = value;
  memcpy(s->found.values, values, (size_t)s->factors.count * sizeof *values);
  for (int i = 0; i < s->found.band_count; i++)
    s->found.bands[i].found = wins[i];
}

/* To four digits, but not past the ends. */
static double round_off(const struct tp_factor *factor, double value) {
  char text[40];
  snprintf(text, sizeof text, "%.4g", value);
  return fmin(fmax(strtod(text, NULL), factor->low), factor->high);
}

/* Room for the points of a generation, one after the other in each list. */
struct generation {
  double *proposed; /* values of the factors */
  double *values;   /* what the search is told */
  long *wins;
  struct candidate *candidates;
};

/* Opens the candidates: how many, fewer when one is faulty. */
static int open_candidates(struct search *s, struct tp_cmaes *c, const struct generation *g) {
  int width = s->factors.count;
  const double *points = tp_cmaes_ask(c);
  for (int i = 0; i < tp_cmaes_count(c); i++) {
    double places[TP_CMAES_WIDTH_MAX], *proposed = g->proposed + (ptrdiff_t)i * width;
    g->values[i] = bring_inside(points + (ptrdiff_t)i * width, places, width);
    for (int k = 0; k < width; k++) {
      const struct tp_factor *factor = &s->factors.list[k];
      proposed[k] = round_off(factor, tp_factor_value(factor, places[k]));
    }
    if (!open_candidate(s, proposed, &g->candidates[i]))
      return i;
  }
  return tp_cmaes_count(c);
}

/* Plays the next points: 1, or 0 when it was stopped or a point is faulty. */
static int play_generation(struct search *s, struct tp_cmaes *c, const struct generation *g) {
  int opened = open_candidates(s, c, g), count = tp_cmaes_count(c);
  s->is_faulty = opened < count;
  int played = !s->is_faulty &&
               play_round(s, g->candidates, count, s->arguments.seed, s->arguments.games, g->wins);
  for (int i = 0; i < opened; i++)
    close_candidate(&g->candidates[i]);
  for (int i = 0; played && i < count; i++) {
    const long *wins = g->wins + (ptrdiff_t)i * s->found.band_count;
    double value = distance(s, wins);
    keep_if_best(s, g->proposed + (ptrdiff_t)i * s->factors.count, wins, value);
    g->values[i] += value;
  }
  if (!played)
    return 0;
  tp_cmaes_tell(c, g->values);
  s->found.tried += count;
  return 1;
}

/* Where a factor stands as it is. */
static double usual_place(const struct tp_factor *factor) {
  double place = (factor->usual - factor->low) / (factor->high - factor->low);
  return fmin(fmax(place, 0), 1);
}

static void search(struct search *s) {
  double mean[TP_CMAES_WIDTH_MAX] = {0};
  for (int i = 0; i < s->factors.count; i++)
    mean[i] = usual_place(&s->factors.list[i]);
  struct tp_cmaes *c = tp_cmaes_open(s->factors.count, mean, first_step, 0, s->arguments.seed);
  size_t count = (size_t)tp_cmaes_count(c);
  struct generation g = {
      .proposed = tp_memory_zeroed(count * (size_t)s->factors.count, sizeof *g.proposed),
      .values = tp_memory_zeroed(count, sizeof *g.values),
      .wins = tp_memory_zeroed(count * (size_t)s->found.band_count, sizeof *g.wins),
      .candidates = tp_memory_zeroed(count, sizeof *g.candidates)};
  while (s->found.distance > 0 && s->found.tried < s->arguments.tries &&
         tp_cmaes_step(c) > last_step && play_generation(s, c, &g)) {
  }
  free(g.proposed);
  free(g.values);
  free(g.wins);
  free(g.candidates);
  tp_cmaes_close(c);
}

/* As it is, without a change; what is found has to be nearer. */
static int play_before(struct search *s) {
  long wins[TP_BANDS_MAX];
  const struct candidate as_it_is = {.rules = s->setup->rules};
  if (!play_round(s, &as_it_is, 1, s->arguments.seed, s->arguments.games, wins))
    return 0;
  s->found.distance = distance(s, wins);
  for (int i = 0; i < s->found.band_count; i++)
    s->found.bands[i].before = s->found.bands[i].found = wins[i];
  return 1;
}

/* A search is as good as what it finds elsewhere than where it looked. */
static int confirm(struct search *s) {
  long wins[TP_BANDS_MAX];
  struct candidate candidate = {.rules = s->setup->rules};
  uint64_t fresh = tp_chance_bits(s->arguments.seed, 1, 0, TP_DRAW_GAME, 3);
  if (s->found.is_changed && !open_candidate(s, s->found.values, &candidate))
    return 0;
  s->found.is_confirmed = play_round(s, &candidate, 1, fresh, s->found.games_to_confirm, wins);
  close_candidate(&candidate);
  for (int i = 0; i < s->found.band_count; i++) {
    struct tp_tuned_band *band = &s->found.bands[i];
    double share = tp_rate(wins[i], s->found.games_to_confirm);
    band->confirmed = wins[i];
    band->met = share >= band->band->low && share <= band->band->high;
  }
  return s->found.is_confirmed;
}

int tp_tuning_is_met(const struct tp_tuning *t) {
  int met = t->is_confirmed;
  for (int i = 0; i < t->band_count; i++)
    met &= t->bands[i].met;
  return met;
}

static enum tp_exit report(struct search *s) {
  struct tp_json_out text;
  struct tp_arguments out = s->arguments;
  tp_json_start(&text);
  tp_tuning_report(&s->found, &text);
  if (s->found.is_confirmed)
    return tp_report_finish(&text, &out, tp_tuning_is_met(&s->found) ? TP_EXIT_OK : TP_EXIT_FAILED);
  out.out = NULL; /* a file is for the whole */
  return tp_report_finish(&text, &out, tp_exit_stopped(tp_work_stopped()));
}

static enum tp_exit tune(struct search *s) {
  double began = tp_work_clock();
  tp_work_catch_stop();
  for (int i = 0; i < s->factors.count; i++)
    s->found.values[i] = s->factors.list[i].usual;
  if (play_before(s))
    search(s);
  for (int i = 0; i < s->factors.count; i++)
    s->found.is_changed |= s->found.values[i] != s->factors.list[i].usual;
  if (!tp_work_stopped() && !s->is_faulty)
    s->is_faulty = !confirm(s) && !tp_work_stopped();
  s->found.seconds = tp_work_clock() - began;
  return s->is_faulty ? TP_EXIT_FAILED : report(s);
}

/* --- the command ----------------------------------------------------------------------------- */

/* The band's policy, which the loader knows, in its seat, the others as the command says. */
static enum tp_exit take_bands(struct search *s) {
  const struct tp_scenario *scenario = s->setup->scenario;
  if (scenario->band_count == 0 || scenario->band_count > TP_BANDS_MAX) {
    tp_lab_say("%s has %s, which are what is to be met", s->setup->rules->words.id,
               scenario->band_count ? "too many balance bands" : "no balance bands");
    return TP_EXIT_FAILED;
  }
  for (int i = 0; i < scenario->band_count; i++) {
    const struct tp_band *band = &scenario->bands[i];
    s->found.bands[i] = (struct tp_tuned_band){.band = band};
    memcpy(s->policies[i], s->setup->cast.policy, sizeof s->policies[i]);
    (void)tp_policy_find(s->setup->rules, band->policy, &s->policies[i][band->seat]);
  }
  s->found.band_count = scenario->band_count;
  return TP_EXIT_OK;
}

static enum tp_exit take_factors(struct search *s) {
  struct tp_fault fault = {0};
  if (s->arguments.free_count == 0)
    snprintf(fault.text, sizeof fault.text, "tune needs --free NAME=LOW:HIGH: what it may change");
  else if (s->arguments.free_count > TP_CMAES_WIDTH_MAX)
    snprintf(fault.text, sizeof fault.text, "--free more than %d times", TP_CMAES_WIDTH_MAX);
  else if (tp_factors_open(&s->factors, s->setup, &s->arguments, &fault))
    return TP_EXIT_OK;
  tp_lab_say("%s", fault.text);
  return TP_EXIT_USAGE;
}

static enum tp_exit prepare_and_tune(struct search *s) {
  const struct tp_arguments *a = &s->arguments;
  s->found = (struct tp_tuning){.arguments = a,
                                .setup = s->setup,
                                .factors = &s->factors,
                                .games_to_confirm =
                                    a->confirm ? a->confirm : s->setup->scenario->balance_games,
                                .threads = a->threads ? a->threads : tp_work_processors()};
  enum tp_exit end = take_factors(s);
  if (end == TP_EXIT_OK)
    end = take_bands(s);
  if (end == TP_EXIT_OK)
    end = tune(s);
  tp_factors_close(&s->factors);
  return end;
}

enum tp_exit tp_lab_tune(const struct tp_arguments *arguments) {
  static struct search s;
  struct tp_setup setup;
  s = (struct search){.arguments = *arguments, .setup = &setup};
  s.arguments.games = arguments->games ? arguments->games : GAMES;
  s.arguments.tries = arguments->tries ? arguments->tries : TRIES;
  enum tp_exit end = tp_setup_open(&setup, arguments->operand[0], &s.arguments);
  if (end == TP_EXIT_OK)
    end = prepare_and_tune(&s);
  tp_setup_close(&setup);
  return end;
}
