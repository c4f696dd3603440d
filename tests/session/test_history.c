/* Every past turn can be explained, to the last bit. */
#include "opened.h"

static struct tp_session *played(int turns) {
  struct tp_session *s = open_tiny("");
  for (int i = 0; i < turns; i++) {
    tp_session_act(s, action_called(s, i % 2 ? "forge" : "gift"));
    assert_true(tp_session_end_turn(s));
  }
  return s;
}

static void rows_add_up_to_the_new_value(void **state) {
  (void)state;
  struct tp_session *s = played(6);
  int slots = tp_session_rules(s)->slot_count;
  for (int turn = 1; turn <= 6; turn++) {
    int total = 0;
    for (int slot = 0; slot < slots; slot++) {
      int count;
      const struct tp_row *rows = tp_session_why(s, slot, turn, &count);
      double x = tp_session_value(s, slot, turn - 1);
      for (int i = 0; i < count; i++) {
        assert_int_equal(rows[i].slot, slot);
        x += rows[i].delta;
      }
      assert_true(x == tp_session_value(s, slot, turn));
      total += count;
    }
    int all;
    assert_non_null(tp_session_ledger(s, turn, &all));
    assert_int_equal(all, total);
  }
  tp_session_close(s);
}

static void what_lies_outside_is_not_known(void **state) {
  (void)state;
  struct tp_session *s = played(2);
  int count = 7;
  assert_null(tp_session_world_at(s, -1));
  assert_null(tp_session_world_at(s, 3));
  assert_null(tp_session_why(s, 0, 0, &count));
  assert_int_equal(count, 0);
  assert_null(tp_session_why(s, -1, 1, &count));
  assert_null(tp_session_why(s, 1 << 20, 1, &count));
  assert_null(tp_session_facts(s, 9, &count));
  assert_null(tp_session_headlines(s, 9, &count));
  assert_true(tp_session_value(s, 0, 99) == tp_session_world(s)->v[0]);
  assert_true(tp_session_value(s, 0, -5) == tp_session_world_at(s, 0)->v[0]);
  tp_session_close(s);
}

static void orders_of_all_seats_are_kept(void **state) {
  (void)state;
  struct tp_session *s = played(1);
  int player = tp_session_player(s);
  assert_int_equal(tp_session_orders_at(s, 1, player)->count, 1);
  assert_int_equal(tp_session_orders_at(s, 1, player)->item[0].id, action_called(s, "gift"));
  assert_null(tp_session_orders_at(s, 0, player));
  assert_null(tp_session_orders_at(s, 1, 99));
  tp_session_close(s);
}

static void the_same_game_twice_is_the_same(void **state) {
  (void)state;
  struct tp_session *a = played(8), *b = played(8);
  assert_true(hash_of(a) == hash_of(b));
  int slot = 3;
  assert_int_equal(tp_session_check_replay(a, &slot), TP_NONE);
  assert_int_equal(slot, TP_NONE);
  tp_session_close(a);
  tp_session_close(b);
}

static void the_game_ends_and_stays_ended(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  struct tp_outcome outcome;
  tp_session_outcome(s, &outcome);
  assert_int_equal(outcome.result, TP_PLAYING);
  assert_string_equal(outcome.title, "");
  while (tp_session_end_turn(s)) {
  }
  int turns = tp_session_turn(s);
  assert_false(tp_session_end_turn(s));
  assert_int_equal(tp_session_turn(s), turns);
  tp_session_outcome(s, &outcome);
  assert_int_not_equal(outcome.result, TP_PLAYING);
  assert_true(strlen(outcome.title) > 0);
  assert_true(outcome.score >= 0 && outcome.score <= 100);
  assert_int_equal(tp_session_act(s, action_called(s, "gift")).refusal, TP_GAME_IS_OVER);
  int count;
  const struct tp_headline *list = tp_session_headlines(s, turns, &count);
  assert_true(count > 0);
  assert_int_equal(list[0].kind, TP_HEADLINE_ENDING);
  tp_session_close(s);
}

static void gauges_know_their_goals(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  struct tp_gauge gauge;
  tp_session_gauge(s, TP_GAUGE_NARRATIVE, &gauge);
  assert_string_equal(gauge.title, "The Crown: narrative");
  assert_int_equal(gauge.slot, slot_called(s, "crown.narrative"));
  assert_true(gauge.has_goal && gauge.goal == 20);
  assert_false(gauge.rising);
  assert_true(gauge.value == tp_session_world(s)->v[gauge.slot]);
  tp_session_gauge(s, TP_GAUGE_AUTONOMY, &gauge);
  assert_true(gauge.rising);
  assert_false(gauge.has_goal);
  tp_session_close(s);
}

static void a_faulty_start_says_why(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_session_options options = {.scenario = "tests/support/tiny.json", .policy = "wizard"};
  assert_null(tp_session_start(&options, &problems));
  assert_int_equal(problems.count, 1);
  assert_non_null(strstr(problems.list[0].message, "wizard"));
  options = (struct tp_session_options){.scenario = "no-such-scenario"};
  assert_null(tp_session_start(&options, &problems));
  assert_true(problems.count > 1);
  options.scenario = NULL;
  assert_null(tp_session_start(&options, &problems));
  tp_problems_free(&problems);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_add_up_to_the_new_value),
      cmocka_unit_test(what_lies_outside_is_not_known),
      cmocka_unit_test(orders_of_all_seats_are_kept),
      cmocka_unit_test(the_same_game_twice_is_the_same),
      cmocka_unit_test(the_game_ends_and_stays_ended),
      cmocka_unit_test(gauges_know_their_goals),
      cmocka_unit_test(a_faulty_start_says_why),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
