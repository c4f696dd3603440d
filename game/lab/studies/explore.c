/* explore: searches ways to win, and says how many different ones there are.
 *
 * Searches climb from --starts places by chance, --tries plans each (plans.h); the others are
 * played by reflex, unless --seat says else. What is found is confirmed by --games games that the
 * search has not seen, and plans that do much the same are put together. --script writes the orders
 * of the best plan's shortest win as a script, which `script:FILE` plays.
 *
 * JSON: {"format": 1, "command": "explore", "scenario", "seed", "starts", "tried": plans in all,
 *   "games", "seats", "mods", "changes", "ways": how many different ones win,
 *   "plans": [{"way": from 1, null when it does not surely win a fifth of its games, "games",
 *              "wins", "rate", "low", "high", "found": its share in the search, which flatters,
 *              "endings": {id: games}, "actions": {id: share of its wins in which it was chosen}}],
 *   "timing": {"seconds", "threads"}}
 * CSV: way,games,wins,rate,low,high,found
 */
#include "data/files.h"
#include "data/saves/script.h"
#include "lab/studies/plans.h"
#include "lab/setup.h"
#include "lab/work.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { STARTS = 24, TRIES = 120, GAMES = 200 };

struct explore {
  struct tp_arguments arguments;
  struct tp_setup setup;
  struct tp_book book;
  struct tp_plans plans;
  double seconds;
};

/* --- the script ------------------------------------------------------------------------------ */

static void write_turn(const struct tp_rules *r, int turn, const struct tp_orders *orders,
                       struct tp_text *text) {
  for (int i = 0; i < orders->count; i++) {
    if (i == 0)
      tp_text_print(text, "%d: ", turn);
    else
      tp_text_add(text, ", ");
    tp_script_print_order(r, orders->item[i], text);
  }
  if (orders->count)
    tp_text_add(text, "\n");
}

/* The number of the game soonest won with the plan, or -1. */
static int soonest_won(const struct tp_book *book, int lineup) {
  int best = -1;
  for (int i = 0; i < tp_book_count(book, lineup); i++) {
    const struct tp_outing *outing = tp_book_game(book, lineup, i);
    if (outing->result == TP_VICTORY &&
        (best < 0 || outing->turns < tp_book_game(book, lineup, best)->turns))
      best = i;
  }
  return best;
}

static void write_game(const struct tp_book *book, int lineup, int game, struct tp_text *text) {
  const struct tp_rules *r = book->rules;
  struct tp_player player;
  struct tp_orders orders;
  tp_player_open(&player, r, book->lineups[lineup]->policies);
  tp_player_start(&player, tp_game_seed(book->seed, game));
  while (player.world->turn < r->turns && player.world->result == TP_PLAYING) {
    tp_policy_choose(r, player.world, r->player, &player.policies[r->player], player.room, &orders);
    write_turn(r, player.world->turn, &orders, text);
    tp_player_turn(&player, &orders, 1);
  }
  tp_player_close(&player);
}

static enum tp_exit write_script(const struct explore *e) {
  struct tp_text text = {0};
  struct tp_file_error error;
  int lineup = e->plans.list[0].lineup, game = soonest_won(&e->book, lineup);
  if (game < 0) {
    tp_lab_say("no plan wins, so %s was not written", e->arguments.script);
    return TP_EXIT_OK;
  }
  tp_text_print(&text, "# %s: the soonest win of the best plan, game %d of seed %" PRIu64 "\n",
                e->setup.rules->words.id, game, e->book.seed);
  write_game(&e->book, lineup, game, &text);
  int written = tp_files_write(e->arguments.script, text.data, text.length, 1, &error);
  tp_text_free(&text);
  if (!written)
    tp_lab_say("%s: %s", e->arguments.script, error.text);
  return written ? TP_EXIT_OK : TP_EXIT_IO;
}

/* --- the report ------------------------------------------------------------------------------ */

static void plan_json(struct tp_json_out *out, const struct explore *e,
                      const struct tp_plan *plan) {
  tp_json_object(out, NULL);
  if (plan->cluster < 0)
    tp_json_null(out, "way");
  else
    tp_json_whole(out, "way", plan->cluster + 1);
  tp_json_number(out, "found", plan->found);
  tp_plan_json(out, &e->book, plan);
  tp_json_end(out);
}

static void report_json(struct tp_json_out *out, const struct explore *e) {
  tp_json_object(out, NULL);
  tp_json_whole(out, "format", 1);
  tp_json_string(out, "command", "explore");
  tp_json_string(out, "scenario", e->setup.rules->words.id);
  char seed[24];
  snprintf(seed, sizeof seed, "%" PRIu64, e->arguments.seed);
  tp_json_string(out, "seed", seed);
  tp_json_whole(out, "starts", e->plans.count);
  tp_json_whole(out, "tried", e->plans.tried);
  tp_json_whole(out, "games", e->arguments.games);
  tp_setup_json(out, &e->setup, &e->arguments);
  tp_json_whole(out, "ways", e->plans.clusters);
  tp_json_list(out, "plans");
  for (int i = 0; i < e->plans.count; i++)
    plan_json(out, e, &e->plans.list[i]);
  tp_json_end(out);
  tp_json_object(out, "timing");
  tp_json_number(out, "seconds", e->seconds);
  tp_json_whole(out, "threads", e->book.threads);
  tp_json_end(out);
  tp_json_end(out);
}

/* The actions in most of the plan's wins that are in fewest of the other ways'. */
static void say_actions(struct tp_text *text, const struct explore *e, const struct tp_plan *plan) {
  const struct tp_rules *r = e->setup.rules;
  uint8_t said[TP_ACTIONS_MAX] = {0};
  for (int n = 0; n < 5; n++) {
    int best = -1;
    double most = 0.2;
    for (int i = 0; i < r->action_count; i++) {
      double others = 0, own = tp_plan_use(&e->book, plan, i);
      int count = 0;
      for (int k = 0; k < e->plans.count; k++) {
        if (e->plans.list[k].cluster < 0 || e->plans.list[k].cluster == plan->cluster)
          continue;
        others += tp_plan_use(&e->book, &e->plans.list[k], i);
        count++;
      }
      double more = own - (count ? others / count : 0);
      if (said[i] || r->actions[i].seat != r->player || more <= most)
        continue;
      most = more;
      best = i;
    }
    if (best < 0)
      break;
    said[best] = 1;
    tp_text_print(text, "%s%s", n ? ", " : "", r->actions[best].words.id);
  }
}

static void report_text(struct tp_text *text, const struct explore *e) {
  tp_text_print(text, "%s (%s): %d searches, %d plans tried, each of the best played %d times\n",
                e->setup.rules->words.title, e->setup.rules->words.id, e->plans.count,
                e->plans.tried, e->arguments.games);
  tp_text_print(text, "%d different ways to win\n\n%-5s %-8s %-16s %s\n", e->plans.clusters, "way",
                "wins", "95 % interval", "what sets it apart");
  int shown = 0;
  for (int i = 0; i < e->plans.count; i++) {
    const struct tp_plan *plan = &e->plans.list[i];
    int games = tp_book_count(&e->book, plan->lineup);
    long wins = tp_book_wins(&e->book, plan->lineup, games);
    struct tp_interval of = tp_rate_interval(wins, games);
    if (plan->cluster != shown)
      continue;
    shown++;
    tp_text_print(text, "%-5d %5.1f %%  %5.1f .. %5.1f   ", plan->cluster + 1,
                  100 * tp_rate(wins, games), 100 * of.low, 100 * of.high);
    say_actions(text, e, plan);
    tp_text_add(text, "\n");
  }
}

static void report_csv(struct tp_text *text, const struct explore *e) {
  tp_text_add(text, "way,games,wins,rate,low,high,found\n");
  for (int i = 0; i < e->plans.count; i++) {
    const struct tp_plan *plan = &e->plans.list[i];
    int games = tp_book_count(&e->book, plan->lineup);
    long wins = tp_book_wins(&e->book, plan->lineup, games);
    struct tp_interval of = tp_rate_interval(wins, games);
    if (plan->cluster >= 0)
      tp_text_print(text, "%d", plan->cluster + 1);
    tp_text_print(text, ",%d,%ld,%s,%s,%s,%s\n", games, wins,
                  tp_number_exact(tp_rate(wins, games)).text, tp_number_exact(of.low).text,
                  tp_number_exact(of.high).text, tp_number_exact(plan->found).text);
  }
}

static enum tp_exit report(const struct explore *e) {
  struct tp_json_out out;
  tp_json_start(&out);
  if (e->arguments.format == TP_JSON)
    report_json(&out, e);
  else if (e->arguments.format == TP_CSV)
    report_csv(&out.text, e);
  else
    report_text(&out.text, e);
  int stopped = tp_work_stopped();
  return tp_report_finish(&out, &e->arguments, stopped ? tp_exit_stopped(stopped) : TP_EXIT_OK);
}

static enum tp_exit explore(struct explore *e) {
  const struct tp_arguments *a = &e->arguments;
  double began = tp_work_clock();
  tp_work_catch_stop();
  tp_book_open(&e->book, e->setup.rules, a->seed, a->threads ? a->threads : tp_work_processors());
  tp_plans_search(&e->plans, &e->book, e->setup.cast.policy, a->starts ? a->starts : STARTS,
                  a->tries ? a->tries : TRIES, a->seed + 1);
  if (!tp_work_stopped())
    tp_plans_confirm(&e->plans, &e->book, e->setup.cast.policy, a->games);
  else
    e->plans.count = 0;
  e->seconds = tp_work_clock() - began;
  enum tp_exit end = a->script && e->plans.count ? write_script(e) : TP_EXIT_OK;
  if (end == TP_EXIT_OK)
    end = report(e);
  tp_book_close(&e->book);
  return end;
}

enum tp_exit tp_lab_explore(const struct tp_arguments *arguments) {
  static struct explore e;
  e = (struct explore){.arguments = *arguments};
  e.arguments.games = arguments->games ? arguments->games : GAMES;
  enum tp_exit end = tp_setup_open_with(&e.setup, arguments->operand[0], &e.arguments, "reflex");
  if (end == TP_EXIT_OK)
    end = explore(&e);
  tp_setup_close(&e.setup);
  return end;
}
