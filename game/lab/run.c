/* run: plays games and says what came of them.
 *
 * Text is for people: outcomes, gauges, crises, actions. JSON and CSV hold everything, for tools.
 *
 * JSON: {
 *   "format": 1, "command": "run", "scenario": id, "seed": "S", "games": N, "turns": limit,
 *   "seats": {actor: policy}, "changes": ["--set NAME=VALUE", ...],
 *   "results": {"victory" | "draw" | "defeat" | "unfinished": {"games", "rate", "low", "high"}},
 *   "endings": {id: {"result", "games", "rate", "low", "high"}},
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
 * is the same bytes for any number of threads.
 *
 * CSV: kind,name,count,value,low,high with a line for each of the above; kind is result, ending,
 * length, crises, guarantees, wedges, variable, action (share of games that used it), win_with (win
 * rate of those), event, hash, timing.
 */
#include "lab/batch.h"
#include "lab/run_report.h"
#include "lab/setup.h"
#include "lab/work.h"

#include <stdlib.h>

static enum tp_exit play_and_report(const struct tp_arguments *a, const struct tp_setup *setup) {
  struct tp_tally tally;
  struct tp_json_out report;
  struct tp_batch batch = {.rules = setup->rules,
                           .policies = setup->cast.policy,
                           .seed = a->seed,
                           .games = a->games ? a->games : 200,
                           .threads = a->threads ? a->threads : tp_work_processors()};
  if (a->given & TP_OPTION(HASHES))
    batch.hashes = tp_memory_resize(NULL, (size_t)batch.games * sizeof *batch.hashes);
  tp_json_start(&report);
  double seconds = tp_batch_play(&batch, &tally);
  struct tp_run run = {a, setup, &batch, &tally, seconds};
  tp_run_report(&run, &report);
  tp_tally_close(&tally);
  free(batch.hashes);
  return tp_report_finish(&report, a, TP_EXIT_OK);
}

enum tp_exit tp_lab_run(const struct tp_arguments *arguments) {
  struct tp_setup setup;
  enum tp_exit end = tp_setup_open(&setup, arguments->operand[0], arguments);
  if (end == TP_EXIT_OK)
    end = play_and_report(arguments, &setup);
  tp_setup_close(&setup);
  return end;
}
