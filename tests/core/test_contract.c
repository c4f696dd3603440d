/* The social contract and its two legs. */
#include "support/tiny.h"

static void a_slump_moves_the_contract_to_security(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown.prosperity", 35);
  tiny_wait(tiny, 2);
  assert_true(tiny_moved(tiny, "crown.contract", TP_CAUSE_SHORTFALL) > 1);
  assert_true(*tiny_at(tiny, "crown.contract") > 52);
  assert_true(tiny_moved(tiny, "crown.grievance", TP_CAUSE_SHORTFALL) > 1);
}

static void a_boom_moves_it_back_slowly(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown.prosperity", 65);
  tiny_wait(tiny, 1);
  double back = tiny_moved(tiny, "crown.contract", TP_CAUSE_SURPLUS);
  assert_between(back, -0.8, -0.3);
}

static double stability_with(double threat, double narrative) {
  void *state;
  tiny_open(&state);
  struct tiny *tiny = state;
  tiny_hold(tiny, "crown.threat", threat);
  tiny_hold(tiny, "crown.narrative", narrative);
  tiny_wait(tiny, 6);
  double stability = *tiny_at(tiny, "crown.stability");
  tiny_close(&state);
  return stability;
}

static void neither_threat_nor_story_holds_a_regime_up_alone(void **state) {
  (void)state;
  double both = stability_with(60, 60);
  assert_true(stability_with(60, 0) < both - 5);
  assert_true(stability_with(0, 60) < both - 5);
}

static void grievance_acts_where_it_may(void **state) {
  struct tiny *tiny = *state;
  void *closed;
  tiny_open(&closed);
  tiny_hold(tiny, "crown.grievance", 60);
  tiny_hold(tiny, "crown.openness", 80);
  tiny_hold(closed, "crown.grievance", 60);
  tiny_hold(closed, "crown.openness", 10);
  tiny_wait(tiny, 4);
  tiny_wait(closed, 4);
  assert_true(*tiny_at(tiny, "crown.stability") < *tiny_at(closed, "crown.stability") - 8);
  tiny_close(&closed);
}

/* Turns until a rally of 30 has halved. */
static int half_life(double threat, double narrative) {
  void *state;
  tiny_open(&state);
  struct tiny *tiny = state;
  int turns = 0;
  tiny_hold(tiny, "crown.threat", threat);
  tiny_hold(tiny, "crown.narrative", narrative);
  *tiny_at(tiny, "crown.rally") = 30;
  while (*tiny_at(tiny, "crown.rally") > 15 && turns < 12) {
    tiny_wait(tiny, 1);
    turns++;
  }
  tiny_close(&state);
  return turns;
}

static void a_rally_lasts_while_the_threat_is_in_the_news(void **state) {
  (void)state;
  assert_true(half_life(80, 80) >= 8);
  assert_true(half_life(20, 30) <= 3);
}

static void a_success_lifts_the_regime_at_once(void **state) {
  struct tiny *tiny = *state;
  tiny->r.scheduled[tiny->r.scheduled_count++] = (struct tp_scheduled){
      .turn = 0, .slot = TP_NONE, .event = (int16_t)tiny_event(tiny, "conquest")};
  double before = *tiny_at(tiny, "crown.stability");
  tiny_wait(tiny, 2);
  assert_between(*tiny_at(tiny, "crown.stability") - before, 10, 25);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(a_slump_moves_the_contract_to_security),
      TINY_TEST(a_boom_moves_it_back_slowly),
      TINY_TEST(neither_threat_nor_story_holds_a_regime_up_alone),
      TINY_TEST(grievance_acts_where_it_may),
      TINY_TEST(a_rally_lasts_while_the_threat_is_in_the_news),
      TINY_TEST(a_success_lifts_the_regime_at_once),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
