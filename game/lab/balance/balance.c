/* balance: plays the standard studies of a scenario and says whether it is balanced.
 *
 *   bands    how often each policy wins, against the scenario's `balance` (planner in other seats);
 *            looked at while games come in, those of the ladder too, by intervals that hold at all
 *            looks (sequence.h); the chance that any verdict is wrong is at most 5 %
 *   ladder   random, reflex, greedy, planner, mcts:200: whether each plays better than the one
 *            before, by the games that only one of the two won, likewise
 *   table    policies against policies in the player's seat and the adversary's (the others:
 *            reflex), with strengths after Bradley and Terry
 *   ways     how many different plans win (plans.h)
 *   actions  what each action of the player's is worth, by bans (actions.c)
 *   levels   whether its easier and harder variants are (levels.c)
 *   claims   how often each of the adversary's falls (claims.c)
 *   course   when games are decided, and how much by the draws alone (course.c)
 *
 * --games N (60) is how often a line-up is played at most; the ladder plays up to three times as
 * many, except of mcts:200 (bands.c). All games have the same seeds. Checks pass, fail or stay
 * undecided: the last means that these games do not tell. Exit status 1 says that a check fails.
 * Forms: text; JSON (json.c says what it holds); --html FILE writes a page, --junit FILE the checks
 * for a build server.
 */
#include "lab/balance/balance.h"

#include "data/files.h"
#include "lab/work.h"

#include <stdlib.h>

enum { GAMES = 60 };

void tp_balance_seats(const struct tp_balance *b, const char *usual,
                      struct tp_policy policies[TP_ACTORS_MAX]) {
  for (int actor = 0; actor < TP_ACTORS_MAX; actor++)
    (void)tp_policy_find(b->setup.rules, usual, &policies[actor]);
}

static int study_all(struct tp_balance *b) {
  return tp_balance_bands(b) && tp_balance_ladder(b) && tp_balance_table(b) &&
         tp_balance_plans(b) && tp_balance_actions(b) && tp_balance_levels(b) &&
         tp_balance_course(b);
}

static enum tp_exit write_files(const struct tp_balance *b) {
  enum tp_exit end = TP_EXIT_OK;
  struct tp_text html = {0}, junit = {0};
  if (b->arguments.html) {
    tp_balance_html(b, &html);
    end = tp_report_write(&html, b->arguments.html);
  }
  if (b->arguments.junit && end == TP_EXIT_OK) {
    tp_balance_junit(b, &junit);
    end = tp_report_write(&junit, b->arguments.junit);
  }
  tp_text_free(&html);
  tp_text_free(&junit);
  return end;
}

static enum tp_exit verdict(const struct tp_balance *b) {
  if (tp_work_stopped())
    return tp_exit_stopped(tp_work_stopped());
  for (int i = 0; i < b->check_count; i++) {
    if (b->checks[i].verdict == TP_CHECK_FAIL)
      return TP_EXIT_FAILED;
  }
  return TP_EXIT_OK;
}

static enum tp_exit report(const struct tp_balance *b) {
  struct tp_json_out out;
  tp_json_start(&out);
  if (b->arguments.format == TP_JSON)
    tp_balance_json(b, &out);
  else
    tp_balance_text(b, &out);
  enum tp_exit end = tp_report_finish(&out, &b->arguments, TP_EXIT_OK);
  if (end == TP_EXIT_OK)
    end = write_files(b);
  return end == TP_EXIT_OK ? verdict(b) : end;
}

static enum tp_exit balance(struct tp_balance *b) {
  double began = tp_work_clock();
  tp_work_catch_stop();
  tp_book_open(&b->book, b->setup.rules, b->arguments.seed,
               b->arguments.threads ? b->arguments.threads : tp_work_processors());
  (void)study_all(b);
  tp_balance_claims(b);
  tp_balance_judge(b);
  b->seconds = tp_work_clock() - began;
  enum tp_exit end = report(b);
  tp_book_close(&b->book);
  free(b->actions);
  return end;
}

enum tp_exit tp_lab_balance(const struct tp_arguments *arguments) {
  static struct tp_balance b;
  b = (struct tp_balance){.arguments = *arguments};
  b.arguments.games = arguments->games ? arguments->games : GAMES;
  if (arguments->format == TP_CSV) {
    tp_lab_say("balance has no CSV; --format text or json");
    return TP_EXIT_USAGE;
  }
  enum tp_exit end = tp_setup_open(&b.setup, arguments->operand[0], &b.arguments);
  if (end == TP_EXIT_OK && b.setup.scenario)
    end = balance(&b);
  tp_setup_close(&b.setup);
  return end;
}
