/* Two sides of the same games: what was changed is found, what was not is not. */
#include "support/tiny.h"

#include "data/experiment.h"
#include "lab/studies/findings.h"

#include <math.h>
#include <string.h>

struct sides {
  struct tp_scenario *scenario;
  struct tp_experiment *experiment[2];
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_player player[2];
  struct tp_pairing pairing;
  struct tp_pile pile; /* only to make a tally */
  struct tp_paired_tally *tally;
  struct tp_findings findings;
};

static struct sides s;

static int open_sides(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  s = (struct sides){.scenario = tp_scenario_load("tests/support/tiny.json", NULL, &problems)};
  assert_non_null(s.scenario);
  for (int side = 0; side < 2; side++)
    s.experiment[side] = tp_experiment_create(s.scenario);
  for (int actor = 0; actor < TP_ACTORS_MAX; actor++)
    tp_policy_named("reflex", &s.policies[actor]);
  return 0;
}

static int close_sides(void **state) {
  (void)state;
  tp_findings_close(&s.findings);
  tp_pile_free_tally(&s.pile, s.tally);
  tp_pile_close(&s.pile);
  tp_pairing_close(&s.pairing);
  for (int side = 0; side < 2; side++) {
    tp_player_close(&s.player[side]);
    tp_experiment_free(s.experiment[side]);
  }
  tp_scenario_free(s.scenario);
  return 0;
}

static void play(int games) {
  const struct tp_rules *rules[2];
  for (int side = 0; side < 2; side++) {
    rules[side] = tp_experiment_rules(s.experiment[side]);
    tp_player_open(&s.player[side], rules[side], s.policies);
  }
  tp_pairing_open(&s.pairing, rules[0], rules[1]);
  tp_pile_open(&s.pile, &tp_tally_of_pairs, &s.pairing, games);
  s.tally = tp_pile_new_tally(&s.pile);
  for (int game = 0; game < games; game++)
    tp_paired_play(s.tally, &s.pairing, s.player, tp_game_seed(5, game));
  tp_findings_open(&s.findings, &s.pairing, s.tally);
}

static const struct tp_moved *find(const char *kind, const char *name) {
  for (int i = 0; i < s.findings.count; i++) {
    const struct tp_moved *moved = &s.findings.list[i];
    if (strcmp(tp_paired_kind_name(moved->item->kind), kind) == 0 &&
        strcmp(moved->item->name, name) == 0)
      return moved;
  }
  fail_msg("no %s %s was compared", kind, name);
  return NULL;
}

static void sides_alike_differ_in_nothing(void **state) {
  (void)state;
  play(60);
  assert_int_equal(s.findings.certain, 0);
  for (int i = 0; i < s.findings.count; i++) {
    assert_true(s.findings.list[i].difference == 0);
    assert_true(s.findings.list[i].corrected == 1);
  }
  assert_int_equal(s.tally->games, 60);
  assert_int_equal(s.pairing.alone[0] + s.pairing.alone[1], 0);
}

/* A variable held apart differs by just that in every game, and nothing varies it: it comes first.
 */
static void what_is_held_apart_comes_first(void **state) {
  (void)state;
  struct tp_experiment_error error;
  assert_true(tp_experiment_hold(s.experiment[0], "crown.openness=20", &error));
  assert_true(tp_experiment_hold(s.experiment[1], "crown.openness=32", &error));
  play(60);
  const struct tp_moved *moved = find("variable", "crown.openness");
  assert_true(moved->a == 20 && moved->b == 32 && moved->difference == 12);
  assert_true(moved->interval.low == 12 && moved->interval.high == 12);
  assert_true(isinf(moved->size) && moved->chance == 0);
  assert_true(isinf(s.findings.list[0].size));
  assert_true(s.findings.certain > 0 && s.findings.certain < s.findings.count);
  /* sorted: certain ones first, then by size */
  for (int i = 1; i < s.findings.count; i++) {
    const struct tp_moved *before = &s.findings.list[i - 1], *here = &s.findings.list[i];
    int was_certain = before->corrected < 0.05, is_certain = here->corrected < 0.05;
    assert_true(was_certain >= is_certain);
    if (was_certain == is_certain)
      assert_true(fabs(before->size) >= fabs(here->size));
  }
}

static void a_banned_action_is_missed(void **state) {
  (void)state;
  struct tp_experiment_error error;
  assert_true(tp_experiment_ban(s.experiment[1], "whisper", &error));
  play(60);
  const struct tp_moved *moved = find("action", "whisper");
  assert_true(moved->a > 0.9 && moved->b == 0);
  assert_int_equal(moved->both, 0);
  assert_int_equal(moved->only_b, 0);
  assert_int_equal(moved->only_a, lround(moved->a * 60));
  assert_true(moved->corrected < 0.05 && moved->interval.high < 0);
}

/* A start value a little higher, in games that chance rules: the interval of the difference is
 * narrower than that of two independent batches would be, since the games are the same. */
static void pairs_tell_more_than_two_batches(void **state) {
  (void)state;
  struct tp_experiment_error error;
  assert_true(tp_experiment_set(s.experiment[1], "crown.prosperity=51", &error));
  play(200);
  int at = 0;
  while (strcmp(s.pairing.means[at].name, "crown.prosperity") != 0)
    at++;
  const struct tp_paired_means *means = &s.tally->means[at];
  double apart = hypot(tp_spread_deviation(&means->side[0]), tp_spread_deviation(&means->side[1]));
  assert_true(tp_spread_deviation(&means->difference) < apart / 2);
  assert_true(find("variable", "crown.prosperity")->corrected < 0.05);
}

/* Pure chance is not taken for a change: twenty comparisons of the same side with other dice would
 * each bring some p below 0.05 among many; corrected, hardly any remain. */
static void chance_alone_is_not_taken_for_a_change(void **state) {
  (void)state;
  play(1); /* for the pairing */
  int small = 0, certain = 0;
  for (int trial = 0; trial < 20; trial++) {
    struct tp_paired_tally *tally = tp_pile_new_tally(&s.pile);
    for (int game = 0; game < 40; game++) {
      struct tp_paired_tally *a = tp_pile_new_tally(&s.pile), *b = tp_pile_new_tally(&s.pile);
      tp_paired_play(a, &s.pairing, s.player, tp_game_seed(100 + (uint64_t)trial, game));
      tp_paired_play(b, &s.pairing, s.player, tp_game_seed(900 + (uint64_t)trial, game));
      for (int i = 0; i < s.pairing.mean_count; i++)
        tp_spread_add(&tally->means[i].difference,
                      b->means[i].side[0].mean - a->means[i].side[0].mean);
      tp_pile_free_tally(&s.pile, a);
      tp_pile_free_tally(&s.pile, b);
    }
    struct tp_findings findings;
    tp_findings_open(&findings, &s.pairing, tally);
    for (int i = 0; i < findings.count; i++)
      small += findings.list[i].chance < 0.05;
    certain += findings.certain > 0;
    tp_findings_close(&findings);
    tp_pile_free_tally(&s.pile, tally);
  }
  assert_true(small > 20);
  assert_true(certain <= 4);
}

#define SIDES_TEST(story) cmocka_unit_test_setup_teardown(story, open_sides, close_sides)

int main(void) {
  const struct CMUnitTest tests[] = {
      SIDES_TEST(sides_alike_differ_in_nothing),
      SIDES_TEST(what_is_held_apart_comes_first),
      SIDES_TEST(a_banned_action_is_missed),
      SIDES_TEST(pairs_tell_more_than_two_batches),
      SIDES_TEST(chance_alone_is_not_taken_for_a_change),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
