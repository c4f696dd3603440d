/* Events, decisions, influences, objectives and endings. */
#include "support/tiny.h"

static struct tp_order answer(const struct tiny *tiny, const char *event, int choice) {
  return (struct tp_order){
      .kind = TP_ORDER_ANSWER, .id = (int16_t)tiny_event(tiny, event), .choice = (int16_t)choice};
}

static void an_event_of_a_date_puts_a_question(void **state) {
  struct tiny *tiny = *state;
  tiny_wait(tiny, 2);
  assert_int_equal(tiny->w->pending_count, 0);
  tiny_wait(tiny, 1);
  assert_int_equal(tiny->w->pending_count, 1);
  assert_int_equal(tiny_ask(tiny, "crown", answer(tiny, "envoy", 0)).refusal, TP_NOT_YOURS);
  assert_int_equal(tiny_ask(tiny, "league", answer(tiny, "envoy", 2)).refusal, TP_CONDITION_UNMET);
  assert_int_equal(tiny_ask(tiny, "league", answer(tiny, "envoy", 9)).refusal, TP_NO_SUCH_ORDER);
  assert_int_equal(tiny_ask(tiny, "league", answer(tiny, "flood", 0)).refusal, TP_NOT_PENDING);
}

static void an_answer_lands_and_what_follows_comes_in_its_time(void **state) {
  struct tiny *tiny = *state;
  tiny_wait(tiny, 3);
  tiny_order(tiny, "league", answer(tiny, "envoy", 1));
  assert_true(tiny_moved(tiny, "world.tension", TP_CAUSE_OPTION) == 5);
  assert_int_equal(tiny->w->pending_count, 0);
  assert_true(tiny_moved(tiny, "track:canal", TP_CAUSE_EVENT) == 0);
  tiny_wait(tiny, 1);
  assert_true(tiny_moved(tiny, "track:canal", TP_CAUSE_EVENT) < 0);
}

static void silence_takes_the_first_option(void **state) {
  struct tiny *tiny = *state;
  tiny_wait(tiny, 4);
  struct tp_fact fact;
  assert_int_equal(tiny_facts(tiny, TP_FACT_DECIDED, &fact), 1);
  assert_int_equal(fact.c, 0);
  assert_true(tiny_moved(tiny, "league-crown.government", TP_CAUSE_OPTION) == 5);
}

static void chance_events_come_at_their_rate_and_rest_between(void **state) {
  struct tiny *tiny = *state;
  int flood = tiny_event(tiny, "flood"), floods = 0, turns = 0, last = -10;
  for (int seed = 0; seed < 300; seed++) {
    tp_world_start(&tiny->r, tiny->w, (uint64_t)seed);
    last = -10;
    for (int turn = 0; turn < 10; turn++, turns++) {
      tiny_wait(tiny, 1);
      for (int i = 0; i < tiny->log.count; i++) {
        const struct tp_fact *fact = &tiny->log.facts[i];
        if (fact->kind != TP_FACT_EVENT || fact->a != flood)
          continue;
        floods++;
        assert_true(turn - last > 3);
        last = turn;
      }
    }
  }
  /* 0.2 a turn when free, and three turns of rest after each */
  assert_between((double)floods / turns, 0.11, 0.15);
}

static void an_influence_of_the_scenario_works_every_turn(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "league.prosperity", 70);
  tiny_wait(tiny, 1);
  assert_between(tiny_moved(tiny, "track:canal", TP_CAUSE_INFLUENCE), 1.9, 2.1);
}

static void an_ending_waits_for_its_turns_in_a_row(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown.narrative", 10);
  tiny_wait(tiny, 1);
  assert_int_equal(tiny->w->result, TP_PLAYING);
  tiny_wait(tiny, 1);
  assert_int_equal(tiny->w->result, TP_VICTORY);
  int turn = tiny->w->turn;
  tiny_wait(tiny, 1);
  assert_int_equal(tiny->w->turn, turn);
}

static void the_last_turn_brings_the_final_ending(void **state) {
  struct tiny *tiny = *state;
  tiny_wait(tiny, 11);
  assert_int_equal(tiny->w->result, TP_PLAYING);
  tiny_wait(tiny, 1);
  assert_int_equal(tiny->w->result, TP_DRAW);
}

static void objectives_are_met_and_lost_again(void **state) {
  struct tiny *tiny = *state;
  struct tp_fact fact;
  *tiny_at(tiny, "track:canal") = 40;
  tiny_wait(tiny, 1);
  assert_int_equal(tiny_facts(tiny, TP_FACT_OBJECTIVE, &fact), 2);
  *tiny_at(tiny, "track:canal") = 0;
  tiny_wait(tiny, 1);
  assert_int_equal(tiny_facts(tiny, TP_FACT_OBJECTIVE, &fact), 1);
  assert_int_equal(fact.b, 0);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(an_event_of_a_date_puts_a_question),
      TINY_TEST(an_answer_lands_and_what_follows_comes_in_its_time),
      TINY_TEST(silence_takes_the_first_option),
      TINY_TEST(chance_events_come_at_their_rate_and_rest_between),
      TINY_TEST(an_influence_of_the_scenario_works_every_turn),
      TINY_TEST(an_ending_waits_for_its_turns_in_a_row),
      TINY_TEST(the_last_turn_brings_the_final_ending),
      TINY_TEST(objectives_are_met_and_lost_again),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
