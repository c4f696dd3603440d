/* Batches and studies: the same games whoever plays them, and measures that find what was put in.
 */
#include "support/tiny.h"

#include "lab/batches/batch.h"
#include "lab/studies/measures.h"
#include "lab/batches/tally.h"
#include "lab/work.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct tp_scenario *tiny_scenario(void) {
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = tp_scenario_load("tests/support/tiny.json", NULL, &problems);
  if (!scenario)
    tp_problems_write(&problems, stderr);
  assert_non_null(scenario);
  tp_problems_free(&problems);
  return scenario;
}

/* --- work and batches ------------------------------------------------------------------------ */

static void mark(void *context, int worker, int item) {
  int *done = context;
  (void)worker;
  done[item]++;
}

static void every_item_is_done_once(void **state) {
  (void)state;
  for (int threads = 1; threads <= 9; threads += 4) {
    int done[100] = {0};
    tp_work_do(100, threads, mark, done, NULL);
    for (int i = 0; i < 100; i++)
      assert_int_equal(done[i], 1);
  }
}

struct table {
  const struct tp_rules *rules;
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_player players[8]; /* by worker */
};

static void sit_down(struct table *table, const struct tp_rules *rules) {
  *table = (struct table){.rules = rules};
  for (int actor = 0; actor < TP_ACTORS_MAX; actor++)
    tp_policy_named("reflex", &table->policies[actor]);
}

static void get_up(struct table *table) {
  for (int i = 0; i < 8; i++)
    tp_player_close(&table->players[i]);
}

static void play_at_table(void *context, int worker, int game, void *tally) {
  struct table *table = context;
  if (!table->players[worker].world)
    tp_player_open(&table->players[worker], table->rules, table->policies);
  tp_tally_play(tally, &table->players[worker], tp_game_seed(7, game));
}

/* Blocks `first` up to `end` of a batch of 300 games. */
static void play_blocks(struct table *table, struct tp_pile *pile, int threads, int first,
                        int end) {
  struct tp_batch batch = {
      .play = play_at_table, .context = table, .threads = threads, .first = first, .end = end};
  tp_batch_play(&batch, pile, NULL);
}

static void assert_same_tally(const struct tp_rules *r, const struct tp_pile *a,
                              const struct tp_pile *b) {
  const struct tp_tally *one, *other;
  assert_int_equal(a->count, 1);
  assert_int_equal(b->count, 1);
  one = a->heap[0].tally;
  other = b->heap[0].tally;
  assert_int_equal(one->games, 300);
  assert_int_equal(other->games, 300);
  assert_memory_equal(one->finals, other->finals, (size_t)r->slot_count * sizeof *one->finals);
  assert_memory_equal(one->endings, other->endings, sizeof one->endings);
  assert_memory_equal(one->uses, other->uses, (size_t)r->action_count * sizeof *one->uses);
}

static void a_batch_is_the_same_for_any_number_of_threads_and_in_any_order(void **state) {
  (void)state;
  struct tp_scenario *scenario = tiny_scenario();
  struct tp_pile alone, crowd, pieces;
  struct table table;
  sit_down(&table, scenario->rules);
  tp_pile_open(&alone, &tp_tally_of_games, scenario->rules, 300);
  tp_pile_open(&crowd, &tp_tally_of_games, scenario->rules, 300);
  tp_pile_open(&pieces, &tp_tally_of_games, scenario->rules, 300);
  play_blocks(&table, &alone, 1, 0, alone.blocks);
  play_blocks(&table, &crowd, 8, 0, alone.blocks);
  play_blocks(&table, &pieces, 1, 200, 256);
  play_blocks(&table, &pieces, 2, 3, 101);
  play_blocks(&table, &pieces, 3, 0, 256);
  assert_same_tally(scenario->rules, &alone, &crowd);
  assert_same_tally(scenario->rules, &alone, &pieces);
  tp_pile_close(&alone);
  tp_pile_close(&crowd);
  tp_pile_close(&pieces);
  get_up(&table);
  tp_scenario_free(scenario);
}

/* --- shorthand ------------------------------------------------------------------------------- */

static void shorthand_is_written_out(void **state) {
  (void)state;
  struct tp_scenario *scenario = tiny_scenario();
  char *options[TP_EXPANDED_MAX];
  struct tp_fault fault;
  int count = tp_arm_expand(scenario->rules,
                            "--hold pillars-of:league=95 --hold league.threat=start+5 "
                            "--set crown.prosperity=start --at 3:+flood",
                            options, TP_EXPANDED_MAX, &fault);
  assert_int_equal(count, 8);
  assert_string_equal(options[0], "--hold league.industry=95");
  assert_string_equal(options[4], "--hold league.deterrent=95");
  assert_string_equal(options[5], "--hold league.threat=35");
  assert_string_equal(options[7], "--at 3:+flood");
  for (int i = 0; i < count; i++)
    free(options[i]);
  assert_int_equal(
      tp_arm_expand(scenario->rules, "--hold claims-of:nobody=0", options, TP_EXPANDED_MAX, &fault),
      -1);
  assert_non_null(strstr(fault.text, "nobody"));
  tp_scenario_free(scenario);
}

/* --- measures -------------------------------------------------------------------------------- */

/* Hold a variable at two values: what is measured of it is known beforehand. */
static const struct tp_case known = {
    "X1", "A held variable is where it is held.", .turns = 6,
    .arm = {{"low", "--hold crown.openness=20"}, {"high", "--hold crown.openness=32"}},
    .check = {{"difference", tp_measure_difference, .arm = 1, .base = 0, .read = "crown.openness",
               .from = 2, .to = 6},
              {"level", tp_measure_level, .arm = 1, .read = "crown.openness", .from = 1, .to = 6},
              {"kept", tp_measure_kept, .arm = 0, .read = "crown.openness", .from = 1, .to = 6},
              {"lasting", tp_measure_lasting, .arm = 1, .base = 0, .read = "crown.openness",
               .from = 1, .to = 6},
              {"over", tp_measure_over, .arm = 1, .read = "crown.openness crown.openness",
               .from = 1, .to = 6},
              {"yearly", tp_measure_yearly, .arm = 1, .base = 0, .read = "crown.openness",
               .from = 2, .to = 6}}};

static void measures_find_what_was_held(void **state) {
  (void)state;
  const double expected[] = {12, 32, 1, 6, 0, 12};
  struct tp_scenario *scenario = tiny_scenario();
  struct tp_arguments arguments = {.games = 20, .seed = 3, .threads = 2};
  struct tp_study study;
  struct tp_fault fault;
  assert_true(tp_study_play(&study, &known, scenario, &arguments, &fault));
  for (int i = 0; i < 6; i++) {
    struct tp_finding finding = known.check[i].measure(&study, &known.check[i]);
    assert_true(fabs(finding.effect - expected[i]) < 1e-9);
    assert_true(finding.interval.low <= finding.effect + 1e-9);
    assert_true(finding.interval.high >= finding.effect - 1e-9);
  }
  tp_study_close(&study);
  tp_scenario_free(scenario);
}

/* Two arms alike: every difference is exactly nothing, since draws are keyed. */
static const struct tp_case alike = {
    "X2", "Games of the same seed are the same games.", .turns = 12,
    .arm = {{"one", ""}, {"the other", ""}},
    .check = {{"difference", tp_measure_extreme, .arm = 1, .base = 0, .read = "crown.stability",
               .from = 1, .to = 12},
              {"crises", tp_measure_crises, .arm = 1, .base = 0}}};

static void arms_alike_differ_in_nothing(void **state) {
  (void)state;
  struct tp_scenario *scenario = tiny_scenario();
  struct tp_arguments arguments = {.games = 30, .seed = 1, .threads = 1};
  struct tp_study study;
  struct tp_fault fault;
  assert_true(tp_study_play(&study, &alike, scenario, &arguments, &fault));
  for (int i = 0; i < 2; i++)
    assert_true(alike.check[i].measure(&study, &alike.check[i]).effect == 0);
  tp_study_close(&study);
  tp_scenario_free(scenario);
}

static void a_study_of_unknown_names_says_which(void **state) {
  (void)state;
  static const struct tp_case unknown = {
      "X3", "", .turns = 2, .arm = {{"one", ""}},
      .check = {{"?", tp_measure_level, .read = "russia.stability", .from = 1, .to = 1}}};
  struct tp_scenario *scenario = tiny_scenario();
  struct tp_arguments arguments = {.games = 1, .seed = 1, .threads = 1};
  struct tp_study study;
  struct tp_fault fault;
  assert_false(tp_study_play(&study, &unknown, scenario, &arguments, &fault));
  assert_non_null(strstr(fault.text, "russia.stability"));
  tp_study_close(&study);
  tp_scenario_free(scenario);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_item_is_done_once),
      cmocka_unit_test(a_batch_is_the_same_for_any_number_of_threads_and_in_any_order),
      cmocka_unit_test(shorthand_is_written_out),
      cmocka_unit_test(measures_find_what_was_held),
      cmocka_unit_test(arms_alike_differ_in_nothing),
      cmocka_unit_test(a_study_of_unknown_names_says_which),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
