/* Claims live by evidence, echo and reach. */
#include "support/tiny.h"

static void evidence_feeds_a_claim_and_its_loss_starves_it(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "league>aegis.presence", 0);
  tiny_wait(tiny, 1);
  assert_true(tiny_moved(tiny, "claim:garrison.credibility", TP_CAUSE_EVIDENCE) < -2);
  assert_true(tiny_moved(tiny, "claim:siege.credibility", TP_CAUSE_EVIDENCE) >= 0);
  assert_true(*tiny_at(tiny, "crown.narrative") < 53.3);
}

static void no_claim_is_believed_further_than_it_reaches(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "claim:siege.reach", 20);
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "claim:siege.credibility") == 20);
  assert_true(tiny_moved(tiny, "claim:siege.credibility", TP_CAUSE_CEILING) < -20);
}

static void what_is_told_more_widely_is_believed_more(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown.effort", 100);
  tiny_wait(tiny, 3);
  assert_true(tiny_moved(tiny, "claim:siege.reach", TP_CAUSE_FROM_EFFORT) > 1);
  assert_true(tiny_moved(tiny, "claim:siege.credibility", TP_CAUSE_FROM_REACH) > 0.1);
}

static void an_ally_that_falls_silent_is_missed(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown-jade.government", 0);
  tiny_wait(tiny, 1);
  assert_true(tiny_moved(tiny, "claim:siege.credibility", TP_CAUSE_ECHO) < -0.5);
  assert_true(tiny_moved(tiny, "claim:middle.credibility", TP_CAUSE_ECHO) < -0.5);
}

static void an_ally_that_totters_echoes_less(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "jade.stability", 10);
  tiny_wait(tiny, 1);
  assert_true(tiny_moved(tiny, "claim:siege.credibility", TP_CAUSE_ECHO) < -0.5);
}

static void reality_is_seen_as_far_as_a_society_is_open(void **state) {
  struct tiny *tiny = *state;
  void *closed;
  tiny_open(&closed);
  tiny_hold(tiny, "league.support", 100);
  tiny_hold(tiny, "crown.openness", 80);
  tiny_hold(closed, "league.support", 100);
  tiny_hold(closed, "crown.openness", 5);
  tiny_wait(tiny, 1);
  tiny_wait(closed, 1);
  double open_loss = tiny_moved(tiny, "claim:garrison.credibility", TP_CAUSE_CONTRADICTION);
  double closed_loss = tiny_moved(closed, "claim:garrison.credibility", TP_CAUSE_CONTRADICTION);
  assert_true(open_loss < closed_loss - 1);
  tiny_close(&closed);
}

static void pressure_on_society_is_answered_with_control_and_effort(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown>league.influence", 60);
  tiny_wait(tiny, 3);
  assert_true(*tiny_at(tiny, "crown.revolution_fear") > 30);
  assert_true(*tiny_at(tiny, "crown.effort") > 52);
  assert_true(*tiny_at(tiny, "crown.control") > 66);
}

static void control_wears_openness_down(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown.control", 95);
  tiny_wait(tiny, 6);
  assert_true(*tiny_at(tiny, "crown.openness") < 23);
}

static void the_narrative_is_the_mean_of_its_claims_by_weight(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "claim:garrison.credibility", 30);
  tiny_hold(tiny, "claim:siege.credibility", 60);
  tiny_wait(tiny, 2);
  assert_between(*tiny_at(tiny, "crown.narrative"), 49.99, 50.01);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(evidence_feeds_a_claim_and_its_loss_starves_it),
      TINY_TEST(no_claim_is_believed_further_than_it_reaches),
      TINY_TEST(what_is_told_more_widely_is_believed_more),
      TINY_TEST(an_ally_that_falls_silent_is_missed),
      TINY_TEST(an_ally_that_totters_echoes_less),
      TINY_TEST(reality_is_seen_as_far_as_a_society_is_open),
      TINY_TEST(pressure_on_society_is_answered_with_control_and_effort),
      TINY_TEST(control_wears_openness_down),
      TINY_TEST(the_narrative_is_the_mean_of_its_claims_by_weight),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
