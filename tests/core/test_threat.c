/* Menace and perceived threat. */
#include "support/tiny.h"

static void sanctions_are_felt_as_hostility(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "league>crown.sanctions", 90);
  tiny_wait(tiny, 1);
  assert_true(tiny_moved(tiny, "crown>league.menace", TP_CAUSE_FROM_SANCTIONS) > 1);
}

static void an_ally_is_seen_with_its_ally(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown>aegis.menace", 100);
  tiny_wait(tiny, 1);
  assert_true(tiny_moved(tiny, "crown>league.menace", TP_CAUSE_FROM_ALLY) > 0.2);
}

static void a_guarantor_that_acts_alone_is_feared(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "world.unilateralism", 90);
  tiny_wait(tiny, 1);
  assert_true(tiny_moved(tiny, "crown>aegis.menace", TP_CAUSE_FROM_UNILATERALISM) > 1);
  assert_true(tiny_moved(tiny, "crown>league.menace", TP_CAUSE_FROM_UNILATERALISM) == 0);
}

static void threat_after(struct tiny *tiny, double narrative, double people, double *threat) {
  tiny_hold(tiny, "crown.narrative", narrative);
  tiny_hold(tiny, "league-crown.people", people);
  tiny_hold(tiny, "crown-aegis.people", people);
  tiny_hold(tiny, "crown.openness", 60);
  tiny_wait(tiny, 4);
  *threat = *tiny_at(tiny, "crown.threat");
}

static void a_strong_story_amplifies_and_open_links_damp(void **state) {
  struct tiny *tiny = *state;
  double told, quiet, linked;
  void *second, *third;
  tiny_open(&second);
  tiny_open(&third);
  threat_after(tiny, 90, 5, &told);
  threat_after(second, 10, 5, &quiet);
  threat_after(third, 90, 90, &linked);
  assert_true(told > quiet + 5);
  assert_true(told > linked + 5);
  tiny_close(&second);
  tiny_close(&third);
}

static void influence_fades_without_upkeep(void **state) {
  struct tiny *tiny = *state;
  tiny_order(tiny, "crown", tiny_act(tiny, "rumours"));
  double after = *tiny_at(tiny, "league>crown.influence");
  assert_between(after, 35, 40);
  tiny_wait(tiny, 10);
  assert_between(*tiny_at(tiny, "league>crown.influence"), 21, 30);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(sanctions_are_felt_as_hostility),
      TINY_TEST(an_ally_is_seen_with_its_ally),
      TINY_TEST(a_guarantor_that_acts_alone_is_feared),
      TINY_TEST(a_strong_story_amplifies_and_open_links_damp),
      TINY_TEST(influence_fades_without_upkeep),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
