/* What alliances rest on, the ladder they climb, and the power they lend. */
#include "support/tiny.h"

static double lost_without_adversary(double people) {
  void *state;
  tiny_open(&state);
  struct tiny *tiny = state;
  tiny_hold(tiny, "crown-jade.people", people);
  tiny_wait(tiny, 1);
  double with = *tiny_at(tiny, "crown-jade.cohesion");
  tiny_hold(tiny, "crown>aegis.menace", 0);
  tiny_hold(tiny, "jade>aegis.menace", 0);
  tiny_wait(tiny, 8);
  double share = 1 - *tiny_at(tiny, "crown-jade.cohesion") / with;
  tiny_close(&state);
  return share;
}

static void a_bond_by_adversary_leaves_with_it_and_one_of_peoples_stays(void **state) {
  (void)state;
  assert_true(lost_without_adversary(3) > 0.5);
  assert_true(lost_without_adversary(80) < 0.2);
}

static void the_lesser_menace_bounds_the_brittle_part(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "jade>aegis.menace", 10);
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "crown-jade.brittle") < 10);
}

static void a_visit_raises_government_ties_and_they_relax(void **state) {
  struct tiny *tiny = *state;
  double before = *tiny_at(tiny, "crown-jade.government");
  tiny_order(tiny, "jade", tiny_act(tiny, "visit"));
  double after = *tiny_at(tiny, "crown-jade.government");
  assert_between(after - before, 3, 6);
  tiny_wait(tiny, 8);
  assert_true(*tiny_at(tiny, "crown-jade.government") < after - 1);
}

static void sanctions_wear_ties_down(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "league>crown.sanctions", 90);
  tiny_wait(tiny, 3);
  assert_true(*tiny_at(tiny, "league-crown.government") < 36);
  assert_true(*tiny_at(tiny, "league-crown.economy") < 45);
}

static void the_ladder_is_climbed_and_left_by_rule(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown-jade.cohesion", 95);
  assert_true(*tiny_at(tiny, "crown-jade.status") == 1);
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "crown-jade.status") == 2);
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "crown-jade.status") == 3);
  tiny->r.holds[0].value = 52; /* alignment 38 or so: within the slack of no step above entente */
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "crown-jade.status") == 2);
  struct tp_fact fact;
  assert_int_equal(tiny_facts(tiny, TP_FACT_STATUS, &fact), 1);
  assert_int_equal(fact.b, 3);
  assert_int_equal(fact.c, 2);
}

static void trade_with_the_adversary_brakes_alignment(void **state) {
  struct tiny *tiny = *state;
  double before = *tiny_at(tiny, "crown-jade.alignment");
  tiny_hold(tiny, "jade-aegis.economy", 100);
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "crown-jade.alignment") < before - 4);
  assert_true(tiny_moved(tiny, "crown-jade.alignment", TP_CAUSE_AT_STAKE) < -4);
}

static void only_the_pair_crosses_the_threshold_of_coercion(void **state) {
  struct tiny *tiny = *state;
  double threshold = tiny->r.coefficient.power_threshold;
  tiny_hold(tiny, "crown-jade.cohesion", 0);
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "crown.power") < threshold);
  assert_true(*tiny_at(tiny, "jade.power") < threshold);
  tiny->r.holds[0].value = 90;
  tiny_wait(tiny, 2);
  assert_true(*tiny_at(tiny, "crown.power") > threshold);
  double before = *tiny_at(tiny, "crown.assertiveness");
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "crown.assertiveness") > before);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(a_bond_by_adversary_leaves_with_it_and_one_of_peoples_stays),
      TINY_TEST(the_lesser_menace_bounds_the_brittle_part),
      TINY_TEST(a_visit_raises_government_ties_and_they_relax),
      TINY_TEST(sanctions_wear_ties_down),
      TINY_TEST(the_ladder_is_climbed_and_left_by_rule),
      TINY_TEST(trade_with_the_adversary_brakes_alignment),
      TINY_TEST(only_the_pair_crosses_the_threshold_of_coercion),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
