/* compare: plays the same games on two sides, A and B, and says what is different in B.
 *
 * The sides are two scenarios, or one with different changes. Options of the experiment that stand
 * before both are for both, those behind the first are A's, those behind the second B's:
 *
 *   thirdpole-lab compare --seat all=reflex my-game my-game --set gap.power=0.9
 *
 * All that both sides have under the same name is compared, game by game. Differences are B less A.
 * Their intervals are of 95 % each: Student's of the mean of the differences, for rates Newcombe's
 * for pairs. With a thousand comparisons some chance differences look real, so each has the chance
 * of one as large where there is none ("p": Student's, or exact after McNemar) and the same
 * corrected for all comparisons ("p_corrected", after Holm: when all below 0.05 are taken for real,
 * the chance that any is not is at most 5 %, however they hang together). What moved for certain in
 * this sense comes first, then by size; size is the difference in deviations from game to game (the
 * root of the mean of both variances), null when no game differs from another.
 *
 * JSON: {"format": 1, "command": "compare", "seed": "S", "games": N, "played": n,
 *   "a" and "b": {"scenario": id, "turns": limit, "seats": {...}, "mods": [...], "changes": [...],
 *                 "alone": how many actions, events, endings and variables only it has},
 *   "compared": n, "moved": how many for certain,
 *   "differences": [{"kind": "result" | "ending" | "action" | "event" | "variable" | "score" |
 *                    "length" | "crises", "name", "a", "b", "difference", "low", "high", "size",
 *                    "p", "p_corrected", "both", "only_a", "only_b": games, of the first four}],
 *   "timing": {"seconds", "threads"}}
 * CSV: kind,name,a,b,difference,low,high,size,p,p_corrected
 * All but "timing" is the same bytes for any number of threads, and from `merge` of shards.
 */
#include "lab/studies/compare_report.h"
#include "lab/games/fingerprint.h"
#include "lab/batches/job.h"
#include "lab/batches/merge.h"

#include <stdlib.h>

struct compare {
  struct tp_arguments arguments; /* with the number of games */
  struct tp_arguments of_side[2];
  struct tp_setup setup[2];
  struct tp_pairing pairing;
  struct tp_job job;
  struct tp_player *players; /* by thread, two each */
};

static void play_game(void *context, int worker, int game, void *tally) {
  struct compare *c = context;
  struct tp_player *players = &c->players[(ptrdiff_t)2 * worker];
  for (int side = 0; side < 2; side++) {
    if (!players[side].world)
      tp_player_open(&players[side], c->setup[side].rules, c->setup[side].cast.policy);
  }
  tp_paired_play(tally, &c->pairing, players, tp_game_seed(c->arguments.seed, game));
}

static enum tp_exit play(struct compare *c) {
  c->players = tp_memory_zeroed(2 * (size_t)c->job.threads, sizeof *c->players);
  enum tp_exit end = tp_job_play(&c->job, play_game, c);
  for (int i = 0; i < 2 * c->job.threads; i++)
    tp_player_close(&c->players[i]);
  free(c->players);
  return end;
}

static enum tp_exit report(struct compare *c) {
  struct tp_json_out out;
  struct tp_findings findings;
  struct tp_comparison comparison = {.arguments = &c->arguments,
                                     .of_side = {&c->of_side[0], &c->of_side[1]},
                                     .setup = {&c->setup[0], &c->setup[1]},
                                     .pairing = &c->pairing,
                                     .findings = &findings,
                                     .games = ((const struct tp_paired_tally *)c->job.total)->games,
                                     .seconds = c->job.seconds,
                                     .threads = c->job.threads};
  tp_findings_open(&findings, &c->pairing, c->job.total);
  tp_json_start(&out);
  tp_comparison_report(&comparison, &out);
  tp_findings_close(&findings);
  return tp_job_report(&c->job, &out);
}

static enum tp_exit run_job(struct compare *c, const struct tp_arguments *parts) {
  uint64_t scenario = TP_FINGERPRINT, program = TP_FINGERPRINT;
  for (int side = 0; side < 2; side++) {
    scenario = tp_fingerprint_scenario(scenario, &c->setup[side]);
    program = tp_fingerprint_play(program, &c->setup[side]);
  }
  tp_pairing_open(&c->pairing, c->setup[0].rules, c->setup[1].rules);
  tp_job_open(&c->job, &c->arguments, &tp_tally_of_pairs, &c->pairing, scenario, program);
  enum tp_exit end = parts ? tp_job_merge(&c->job, parts) : play(c);
  if (end == TP_EXIT_OK && tp_job_has_results(&c->job))
    end = report(c);
  tp_job_close(&c->job);
  tp_pairing_close(&c->pairing);
  return end;
}

/* Plays the games, or puts them together from `parts` when they are given. */
static enum tp_exit compare(const struct tp_arguments *arguments,
                            const struct tp_arguments *parts) {
  static struct compare c;
  enum tp_exit end = TP_EXIT_OK;
  c = (struct compare){.arguments = *arguments};
  if (!c.arguments.games)
    c.arguments.games = 1000;
  for (int side = 0; side < 2 && end == TP_EXIT_OK; side++) {
    tp_arguments_of_side(&c.arguments, side, &c.of_side[side]);
    end = tp_setup_open(&c.setup[side], c.of_side[side].operand[0], &c.of_side[side]);
  }
  if (end == TP_EXIT_OK)
    end = run_job(&c, parts);
  for (int side = 0; side < 2; side++)
    tp_setup_close(&c.setup[side]);
  return end;
}

enum tp_exit tp_lab_compare(const struct tp_arguments *arguments) {
  return tp_job_is_sound(arguments) ? compare(arguments, NULL) : TP_EXIT_USAGE;
}

enum tp_exit tp_compare_merge(const struct tp_arguments *arguments,
                              const struct tp_arguments *parts) {
  return compare(arguments, parts);
}
