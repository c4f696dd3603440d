/* bench: how fast and how large.
 *
 * Each figure is the median of five measurements of about a third of a second, with reflex in every
 * seat unless it is said. Text says what each is; JSON:
 * {"format": 1, "command": "bench", "scenario": id, "threads": T,
 *  "turns_per_second": one thread, "turns_per_second_all": T threads, "ratio": all over one,
 *  "idle_turn_ns": a turn in which nobody decides: the simulation alone,
 *  "ledger_turn_ns": the same with a ledger kept,
 *  "policies": {name: {"turns_per_second", "decision_ns"}},   that policy in every seat; time for
 * one seat's decision "state_bytes": of one game, "variables": n, "scenario_bytes": merged JSON,
 *  "load_mb_per_second": from text to compiled rules,
 *  "load_large_ms": a scenario that extends this one by 1 MB of events, from file to compiled
 * rules, "forecast_ms": 500 games of 8 turns from one state, "forecast_rollouts_per_second": n}
 * CSV: name,value with the same names; policies as policy.NAME.turns_per_second.
 */
#include "data/files.h"
#include "lab/games/player.h"
#include "lab/setup.h"
#include "lab/work.h"

#include <stdlib.h>
#include <string.h>

enum { REPEATS = 5, FORECAST_GAMES = 500, FORECAST_TURNS = 8 };

static const double span = 0.3; /* seconds a measurement lasts, about */

struct bench {
  const struct tp_arguments *arguments;
  const struct tp_scenario *scenario;
  const struct tp_rules *rules;
  int threads;
  struct tp_json_out report;
};

/* Something that can be timed: does a round of work and returns how many units it was. */
typedef double round_of_work(void *context);

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Units a second: the median over the repeats. */
static double measure(round_of_work *work, void *context) {
  double rates[REPEATS];
  for (int i = 0; i < REPEATS; i++) {
    double units = 0, began = tp_work_clock(), passed;
    do {
      units += work(context);
      passed = tp_work_clock() - began;
    } while (passed < span);
    rates[i] = units / passed;
  }
  qsort(rates, REPEATS, sizeof *rates, by_size);
  return rates[REPEATS / 2];
}

/* --- whole games ----------------------------------------------------------------------------- */

struct games {
  struct tp_player player;
  struct tp_policy policies[TP_ACTORS_MAX];
  int next;
};

static void open_games(struct games *games, const struct tp_rules *r, const char *policy,
                       int ledger) {
  games->next = 0;
  for (int actor = 0; actor < r->actor_count; actor++)
    tp_policy_named(policy, &games->policies[actor]);
  tp_player_open(&games->player, r, games->policies);
  if (ledger)
    tp_player_keep_ledger(&games->player);
}

static double play_game(void *context) {
  struct games *games = context;
  tp_player_start(&games->player, tp_game_seed(1, games->next++));
  while (games->player.world->turn < games->player.rules->turns &&
         tp_player_turn(&games->player, NULL, 0)) {
  }
  return games->player.world->turn;
}

static double turns_per_second(const struct bench *bench, const char *policy, int ledger) {
  static struct games games;
  open_games(&games, bench->rules, policy, ledger);
  double rate = measure(play_game, &games);
  tp_player_close(&games.player);
  return rate;
}

/* A round for all threads is a number of games for each. */
enum { GAMES_AT_ONCE = 64 };

struct crew {
  struct games *games; /* by worker */
  int threads;
  int turns[GAMES_AT_ONCE];
};

static void play_numbered(void *context, int worker, int item) {
  struct crew *crew = context;
  crew->turns[item] = (int)play_game(&crew->games[worker]);
}

static double play_together(void *context) {
  struct crew *crew = context;
  double turns = 0;
  tp_work_do(GAMES_AT_ONCE, crew->threads, play_numbered, crew, NULL);
  for (int i = 0; i < GAMES_AT_ONCE; i++)
    turns += crew->turns[i];
  return turns;
}

static double turns_per_second_together(const struct bench *bench) {
  struct crew crew = {.threads = bench->threads};
  crew.games = tp_memory_resize(NULL, (size_t)bench->threads * sizeof *crew.games);
  for (int i = 0; i < bench->threads; i++)
    open_games(&crew.games[i], bench->rules, "reflex", 0);
  double rate = measure(play_together, &crew);
  for (int i = 0; i < bench->threads; i++)
    tp_player_close(&crew.games[i].player);
  free(crew.games);
  return rate;
}

/* --- loading, forecasts ---------------------------------------------------------------------- */

static double load_text(void *context) {
  const struct bench *bench = context;
  struct tp_problems problems = {0};
  const char *text = tp_scenario_merged(bench->scenario);
  tp_scenario_free(tp_scenario_load_text(text, "merged.json", NULL, &problems));
  tp_problems_free(&problems);
  return (double)strlen(text) / 1e6;
}

enum { LARGE_BYTES = 1000000, LARGE_EVENTS = 180 };

static void add_option(struct tp_text *text, int number) {
  tp_text_print(
      text,
      "%s\"option-%d\": { \"title\": { \"en\": \"An answer\", \"fr\": \"Une réponse\" },\n"
      "  \"effects\": [ { \"var\": \"world.tension\", \"add\": %d },\n"
      "               { \"var\": \"world.commitment\", \"add\": -1.5 } ],\n"
      "  \"reflex\": { \"base\": %d, \"terms\": [ { \"var\": \"world.tension\", \"weight\": -0.1 "
      "} ] } }",
      number ? ",\n" : "", number, number, number);
}

/* One of the events that make up the large scenario, all of the same size. */
static void add_event(struct tp_text *text, const char *seat, int number) {
  size_t end = text->length + LARGE_BYTES / LARGE_EVENTS;
  tp_text_print(text,
                "%s\"bench-%d\": { \"seat\": \"%s\", \"title\": \"An event\", \"chance\": 0.01,\n"
                "  \"when\": [ { \"var\": \"world.tension\", \">\": 20, \"<\": 80 } ],\n"
                "  \"options\": {\n",
                number ? ",\n" : "", number, seat);
  for (int option = 0; option < TP_OPTIONS_MAX; option++)
    add_option(text, option);
  tp_text_add(text, "},\n  \"text\": \"");
  while (text->length + 10 < end)
    tp_text_add(text, "and so on ");
  tp_text_add(text, "\" }");
}

/* Extends the scenario by its file's name, which the loader looks for beside it. */
static void write_large(const struct bench *bench, struct tp_text *text) {
  const char *path = bench->scenario->path, *slash = strrchr(path, '/');
  const char *name = slash ? slash + 1 : path;
  tp_text_print(text, "{ \"format\": 1, \"id\": \"large\", \"extends\": \"%.*s\",\n\"events\": {\n",
                (int)strcspn(name, "."), name);
  for (int i = 0; i < LARGE_EVENTS; i++)
    add_event(text, bench->rules->actors[bench->rules->player].words.id, i);
  tp_text_add(text, "} }");
}

struct large {
  const struct bench *bench;
  struct tp_text text;
  char origin[TP_PATH_MAX]; /* beside the scenario, which is looked for there */
  int faults;
};

static double load_large(void *context) {
  struct large *large = context;
  struct tp_problems problems = {0};
  struct tp_scenario *scenario =
      tp_scenario_load_text(large->text.data, large->origin, NULL, &problems);
  large->faults = !scenario;
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
  return 1;
}

/* 0 when it does not load, as beside a scenario that is at some limit already. */
static double loads_per_second(const struct bench *bench) {
  struct large large = {.bench = bench};
  const char *path = bench->scenario->path, *slash = strrchr(path, '/');
  snprintf(large.origin, sizeof large.origin, "%.*slarge", slash ? (int)(slash - path) + 1 : 0,
           path);
  write_large(bench, &large.text);
  double rate = measure(load_large, &large);
  tp_text_free(&large.text);
  return large.faults ? 0 : rate;
}

struct forecast {
  struct games games;
  struct tp_world *now; /* in the middle of a game */
};

static double imagine_games(void *context) {
  struct forecast *forecast = context;
  struct tp_player *player = &forecast->games.player;
  for (int i = 0; i < FORECAST_GAMES; i++) {
    tp_world_copy(player->rules, player->world, forecast->now);
    player->world->seed = tp_game_seed(2, i);
    for (int turn = 0; turn < FORECAST_TURNS; turn++)
      tp_player_turn(player, NULL, 0);
  }
  return FORECAST_GAMES;
}

static double rollouts_per_second(const struct bench *bench) {
  static struct forecast forecast;
  struct tp_player *player = &forecast.games.player;
  open_games(&forecast.games, bench->rules, "reflex", 0);
  forecast.now = tp_memory_resize(NULL, bench->rules->world_size);
  tp_player_start(player, tp_game_seed(1, 0));
  for (int turn = 0; turn < bench->rules->turns / 3; turn++)
    tp_player_turn(player, NULL, 0);
  tp_world_copy(bench->rules, forecast.now, player->world);
  double rate = measure(imagine_games, &forecast);
  tp_player_close(player);
  free(forecast.now);
  return rate;
}

/* --- report ---------------------------------------------------------------------------------- */

static void say(struct bench *bench, const char *name, const char *meaning, double value) {
  struct tp_text *text = &bench->report.text;
  if (bench->arguments->format == TP_JSON)
    tp_json_number(&bench->report, name, value);
  else if (bench->arguments->format == TP_CSV)
    tp_text_print(text, "%s,%s\n", name, tp_number_exact(value).text);
  else
    tp_text_print(text, "%-52s %12s\n", meaning, tp_number_short(value, 2).text);
}

static void measure_policy(struct bench *bench, const char *policy, double idle) {
  char name[80], meaning[80];
  double rate = turns_per_second(bench, policy, 0), seats = 0;
  for (int actor = 0; actor < bench->rules->actor_count; actor++)
    seats += bench->rules->actors[actor].is_seat;
  double decision = (1e9 / rate - 1e9 / idle) / seats;
  if (bench->arguments->format == TP_JSON) {
    tp_json_object(&bench->report, policy);
    tp_json_number(&bench->report, "turns_per_second", rate);
    tp_json_number(&bench->report, "decision_ns", decision);
    tp_json_end(&bench->report);
    return;
  }
  snprintf(name, sizeof name, "policy.%s.turns_per_second", policy);
  snprintf(meaning, sizeof meaning, "%s in every seat: turns a second", policy);
  say(bench, name, meaning, rate);
  snprintf(name, sizeof name, "policy.%s.decision_ns", policy);
  snprintf(meaning, sizeof meaning, "%s: a seat's decision, in ns", policy);
  say(bench, name, meaning, decision);
}

static void measure_policies(struct bench *bench, double idle) {
  static const char *const policies[] = {"random", "reflex", "greedy", "planner"};
  if (bench->arguments->format == TP_JSON)
    tp_json_object(&bench->report, "policies");
  for (size_t i = 0; i < sizeof policies / sizeof *policies; i++)
    measure_policy(bench, policies[i], idle);
  if (bench->arguments->format == TP_JSON)
    tp_json_end(&bench->report);
}

static void measure_speed(struct bench *bench) {
  double one = turns_per_second(bench, "reflex", 0);
  double all = turns_per_second_together(bench);
  double idle = turns_per_second(bench, "idle", 0);
  char meaning[80];
  say(bench, "turns_per_second", "turns a second, one thread", one);
  snprintf(meaning, sizeof meaning, "turns a second, %d threads", bench->threads);
  say(bench, "turns_per_second_all", meaning, all);
  say(bench, "ratio", "  so many times as fast", all / one);
  say(bench, "idle_turn_ns", "a turn in which nobody decides, in ns", 1e9 / idle);
  say(bench, "ledger_turn_ns", "the same with a ledger, in ns",
      1e9 / turns_per_second(bench, "idle", 1));
  measure_policies(bench, idle);
}

static void measure_all(struct bench *bench) {
  const struct tp_rules *r = bench->rules;
  measure_speed(bench);
  say(bench, "state_bytes", "state of a game, in bytes", (double)r->world_size);
  say(bench, "variables", "variables", r->slot_count);
  say(bench, "scenario_bytes", "scenario merged to one text, in bytes",
      (double)strlen(tp_scenario_merged(bench->scenario)));
  say(bench, "load_mb_per_second", "loading, in MB of JSON a second", measure(load_text, bench));
  double loads = loads_per_second(bench);
  if (loads > 0)
    say(bench, "load_large_ms", "loading it with 1 MB of events more, in ms", 1e3 / loads);
  double rollouts = rollouts_per_second(bench);
  say(bench, "forecast_ms", "forecast of 500 games of 8 turns, in ms",
      1e3 * (double)FORECAST_GAMES / rollouts);
  say(bench, "forecast_rollouts_per_second", "  games of 8 turns a second", rollouts);
}

static enum tp_exit report_bench(struct bench *bench) {
  enum tp_form_of_output format = bench->arguments->format;
  tp_json_start(&bench->report);
  if (format == TP_JSON) {
    tp_json_object(&bench->report, NULL);
    tp_json_whole(&bench->report, "format", 1);
    tp_json_string(&bench->report, "command", "bench");
    tp_json_string(&bench->report, "scenario", bench->rules->words.id);
    tp_json_whole(&bench->report, "threads", bench->threads);
  } else if (format == TP_CSV) {
    tp_text_add(&bench->report.text, "name,value\n");
  }
  measure_all(bench);
  if (format == TP_JSON)
    tp_json_end(&bench->report);
  return tp_report_finish(&bench->report, bench->arguments, TP_EXIT_OK);
}

enum tp_exit tp_lab_bench(const struct tp_arguments *arguments) {
  enum tp_exit end;
  const char *name = arguments->operand_count ? arguments->operand[0] : TP_DEFAULT_SCENARIO;
  struct tp_scenario *scenario = tp_setup_load(name, NULL, &end);
  if (!scenario)
    return end;
  struct bench bench = {.arguments = arguments,
                        .scenario = scenario,
                        .rules = scenario->rules,
                        .threads = arguments->threads ? arguments->threads : tp_work_processors()};
  end = report_bench(&bench);
  tp_scenario_free(scenario);
  return end;
}
