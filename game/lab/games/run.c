/* run: plays games and says what came of them.
 *
 * Text is for people: outcomes, gauges, crises, actions. JSON and CSV hold everything, for tools.
 *
 * JSON: {
 *   "format": 1, "command": "run", "scenario": id, "seed": "S", "games": N, "turns": limit,
 *   "played": n,                             fewer than N when it was stopped
 *   "seats": {actor: policy}, "mods": [...], "changes": ["--set NAME=VALUE", ...],
 *   "results": {"victory" | "draw" | "defeat" | "unfinished": {"games", "rate", "low", "high"}},
 *   "endings": {id: {"result", "games", "rate", "low", "high"}},
 *   "score": {"mean", "low", "high"},                        weight of the objectives met, 0 .. 100
 *   "length": {"mean", "low", "high"},                       turns a game lasted
 *   "crises": {"per_game", "low", "high", "challenger_backed_down", "target_backed_down", "eased",
 *              "wars"},
 *   "guarantees": {"called", "honoured", "rate", "low", "high"},
 *   "wedges": {"tried", "cracked", "rate", "low", "high"},
 *   "variables": {address: {"mean", "low", "high", "deviation"}},    when the game was over
 *   "actions": {id: {"seat", "games", "rate", "times", "wins", "win_rate", "low", "high", "passed",
 *                    "failed", "tries", "successes"}},
 *   "events": {id: {"games", "rate"}},
 *   "hashes": [16 hexadecimal digits, ...],                  with --hashes, by game
 *   "timing": {"seconds", "turns_per_second", "threads"}
 * }
 * "low" and "high" bound a 95 % interval: Wilson's of a rate, Student's of a mean. "win_rate" is
 * the share of games won by the player among those in which the action was taken. All but "timing"
 * is the same bytes for any number of threads, and from `merge` for any number of shards.
 *
 * CSV: kind,name,count,value,low,high with a line for each of the above; kind is result, ending,
 * score, length, crises, guarantees, wedges, variable, action (share of games that used it),
 * win_with (win rate of those), event, hash, timing.
 */
#include "lab/games/fingerprint.h"
#include "lab/batches/job.h"
#include "lab/batches/merge.h"
#include "lab/games/run_report.h"
#include "lab/setup.h"

#include <stdlib.h>

struct run {
  struct tp_arguments arguments; /* with the number of games */
  struct tp_setup setup;
  struct tp_job job;
  struct tp_player *players; /* by thread */
};

static void play_game(void *context, int worker, int game, void *tally) {
  struct run *run = context;
  struct tp_player *player = &run->players[worker];
  if (!player->world)
    tp_player_open(player, run->setup.rules, run->setup.cast.policy);
  tp_tally_play(tally, player, tp_game_seed(run->arguments.seed, game));
  if (run->job.whole.hashes)
    run->job.whole.hashes[game] = tp_world_hash(run->setup.rules, player->world);
}

static enum tp_exit play(struct run *run) {
  run->players = tp_memory_zeroed((size_t)run->job.threads, sizeof *run->players);
  enum tp_exit end = tp_job_play(&run->job, play_game, run);
  for (int i = 0; i < run->job.threads; i++)
    tp_player_close(&run->players[i]);
  free(run->players);
  return end;
}

static enum tp_exit report(struct run *run) {
  struct tp_json_out out;
  struct tp_run results = {.arguments = &run->arguments,
                           .setup = &run->setup,
                           .tally = run->job.total,
                           .hashes = run->job.stopped ? NULL : run->job.whole.hashes,
                           .seconds = run->job.seconds,
                           .threads = run->job.threads};
  tp_json_start(&out);
  tp_run_report(&results, &out);
  return tp_job_report(&run->job, &out);
}

/* Plays the batch, or puts it together from `parts` when they are given. */
static enum tp_exit run_job(struct run *run, const struct tp_arguments *parts) {
  tp_job_open(&run->job, &run->arguments, &tp_tally_of_games, run->setup.rules,
              tp_fingerprint_scenario(TP_FINGERPRINT, &run->setup),
              tp_fingerprint_play(TP_FINGERPRINT, &run->setup));
  enum tp_exit end = parts ? tp_job_merge(&run->job, parts) : play(run);
  if (end == TP_EXIT_OK && tp_job_has_results(&run->job))
    end = report(run);
  tp_job_close(&run->job);
  return end;
}

static enum tp_exit run_command(const struct tp_arguments *arguments,
                                const struct tp_arguments *parts) {
  static struct run run;
  run = (struct run){.arguments = *arguments};
  if (!run.arguments.games)
    run.arguments.games = 200;
  enum tp_exit end = tp_setup_open(&run.setup, arguments->operand[0], arguments);
  if (end == TP_EXIT_OK)
    end = run_job(&run, parts);
  tp_setup_close(&run.setup);
  return end;
}

enum tp_exit tp_lab_run(const struct tp_arguments *arguments) {
  return tp_job_is_sound(arguments) ? run_command(arguments, NULL) : TP_EXIT_USAGE;
}

enum tp_exit tp_run_merge(const struct tp_arguments *arguments, const struct tp_arguments *parts) {
  return run_command(arguments, parts);
}
