/* watch: checks a scenario and plays some games of it (200, reflex in every seat), again at every
 * save of its file, of one that it extends or of a mod that it has, until Ctrl-C. It is named by
 * its file, or, for who writes a mod, in any way that names the mod too.
 *
 * Prints what `validate` does, then a line on how the games ended; behind a figure stands what it
 * was before, where it changed.
 */
#include "data/files.h"
#include "lab/authoring/complaint.h"
#include "lab/setup.h"
#include "lab/batches/tally.h"
#include "lab/work.h"

#include <math.h>
#include <string.h>
#include <time.h>

enum { FILES_MAX = 64, USUAL_GAMES = 200 };

static const char *const results[] = {"unfinished", "victory", "draw", "defeat"};

struct watch {
  const struct tp_arguments *arguments;
  char files[FILES_MAX][TP_PATH_MAX]; /* the scenario's own, then those it extends */
  int file_count;
  double shares[4], before[4]; /* by enum tp_result, of the last games and those before; -1: none */
};

/* --- the files ----------------------------------------------------------------------------------
 */

static uint64_t look(const struct watch *w) {
  uint64_t stamp = 0;
  for (int i = 0; i < w->file_count; i++)
    stamp = stamp * 31 + tp_files_stamp(w->files[i]);
  return stamp;
}

/* Waits until something is saved: 1, or 0 when it is to stop. */
static int wait_for_save(const struct watch *w, uint64_t stamp) {
  static const struct timespec moment = {.tv_nsec = 200000000};
  while (look(w) == stamp) {
    nanosleep(&moment, NULL);
    if (tp_work_stopped())
      return 0;
  }
  nanosleep(&moment, NULL); /* an editor may write twice */
  return !tp_work_stopped();
}

/* --- a round ------------------------------------------------------------------------------------
 */

static void play(const struct watch *w, const struct tp_setup *setup, struct tp_tally *tally,
                 int games) {
  struct tp_player player = {0};
  tp_player_open(&player, setup->rules, setup->cast.policy);
  for (int game = 0; game < games && !tp_work_stopped(); game++)
    tp_tally_play(tally, &player, tp_game_seed(w->arguments->seed, game));
  tp_player_close(&player);
}

static void print_share(const struct watch *w, int result) {
  printf("%s %.0f %%", results[result], 100 * w->shares[result]);
  if (w->before[result] >= 0 && fabs(w->before[result] - w->shares[result]) >= 0.005)
    printf(" (was %.0f %%)", 100 * w->before[result]);
}

static void print_endings(const struct tp_rules *r, const struct tp_tally *tally) {
  for (int i = 0; i < r->ending_count; i++)
    if (tally->endings[i] * 20 >= tally->games)
      printf("  %-40s %3.0f %%\n", r->endings[i].words.title,
             100.0 * (double)tally->endings[i] / (double)tally->games);
}

static void print_games(struct watch *w, const struct tp_rules *r, const struct tp_tally *tally) {
  if (tally->games == 0)
    return;
  memcpy(w->before, w->shares, sizeof w->before);
  for (int i = 0; i < 4; i++)
    w->shares[i] = (double)tally->results[i] / (double)tally->games;
  printf("%ld games: ", tally->games);
  print_share(w, TP_VICTORY);
  printf(", ");
  print_share(w, TP_DRAW);
  printf(", ");
  print_share(w, TP_DEFEAT);
  printf("\n");
  print_endings(r, tally);
}

static void study(struct watch *w) {
  struct tp_setup setup;
  struct tp_tally tally;
  int games = w->arguments->games ? w->arguments->games : USUAL_GAMES;
  if (tp_setup_open_with(&setup, w->arguments->operand[0], w->arguments, "reflex") == TP_EXIT_OK) {
    tp_tally_open(&tally, setup.rules);
    play(w, &setup, &tally, games);
    print_games(w, setup.rules, &tally);
    tp_tally_close(&tally);
  }
  tp_setup_close(&setup);
}

static void take_file(struct watch *w, const char *file) {
  for (int i = 0; i < w->file_count; i++)
    if (strcmp(w->files[i], file) == 0)
      return;
  if (w->file_count < FILES_MAX && file[0])
    snprintf(w->files[w->file_count++], TP_PATH_MAX, "%s", file);
}

/* What to look at from now on; after a fault, what was looked at before, and where it stands. */
static void take_files(struct watch *w, const struct tp_scenario *scenario,
                       const struct tp_problems *problems) {
  if (scenario)
    w->file_count = 0;
  for (int i = 0; scenario && i < scenario->chain_count; i++)
    take_file(w, scenario->chain[i]);
  for (int i = 0; !scenario && i < problems->count; i++)
    take_file(w, problems->list[i].file);
}

static void check_and_play(struct watch *w) {
  struct tp_json_out report;
  struct tp_problems problems = {0};
  char full[TP_PATH_MAX];
  const char *file = tp_setup_name(w->arguments->operand[0], w->arguments->mods, full);
  struct tp_scenario *scenario = tp_scenario_load(file, NULL, &problems);
  tp_complaint_begin(&report, TP_LIST_TEXT, "watch");
  tp_complaint_file(&report, TP_LIST_TEXT, file, &problems);
  tp_complaint_end(&report, TP_LIST_TEXT, problems.count + problems.omitted,
                   problems.warning_count);
  fputs(report.text.data, stdout);
  tp_text_free(&report.text);
  take_files(w, scenario, &problems);
  if (scenario && scenario->playable)
    study(w);
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
  fflush(stdout);
}

/* What is written must be named: a file, or a mod. */
static enum tp_exit begin(struct watch *w) {
  char full[TP_PATH_MAX], file[TP_PATH_MAX];
  const char *given = w->arguments->operand[0];
  const char *name = tp_setup_name(given, w->arguments->mods, full);
  int is_path = tp_scenario_is_path(name);
  if (!tp_scenario_bare(name, file) || (!is_path && !tp_scenario_has_mods(name))) {
    tp_lab_say("%s: watch takes a file, as scenarios/my-game.json, or a mod, as "
               "my-game+my-mod",
               given);
    return TP_EXIT_USAGE;
  }
  if (is_path && !tp_files_exists(file)) {
    tp_lab_say("%s: there is no such file", file);
    return TP_EXIT_IO;
  }
  if (is_path)
    take_file(w, file);
  return TP_EXIT_OK;
}

enum tp_exit tp_lab_watch(const struct tp_arguments *arguments) {
  static struct watch w;
  w = (struct watch){.arguments = arguments, .shares = {-1, -1, -1, -1}};
  enum tp_exit end = begin(&w);
  if (end != TP_EXIT_OK)
    return end;
  tp_work_catch_stop();
  uint64_t stamp;
  do {
    int count = w.file_count;
    stamp = look(&w); /* before the file is read, so that a save meanwhile is not missed */
    check_and_play(&w);
    if (w.file_count != count)
      stamp = look(&w);
  } while (wait_for_save(&w, stamp));
  return tp_exit_stopped(tp_work_stopped());
}
