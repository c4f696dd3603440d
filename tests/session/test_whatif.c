/* What if: a past turn again with other orders, beside what was; and a game played on from there.
 */
#include "past.h"

static struct tp_whatif_answer ask(struct tp_session *s, int turn, const struct tp_orders *orders) {
  struct tp_whatif_answer answer;
  assert_true(tp_session_what_if(s, turn, orders));
  tp_session_what_if_wait(s);
  assert_true(tp_session_what_if_answer(s, &answer));
  return answer;
}

static void the_same_orders_give_the_same_game(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_orders same;
  for (int turn = 0; turn < 6; turn++)
    past_turn(s, turn == 1 ? "gift" : NULL);
  assert_int_equal(tp_session_other_orders(s, 2, TP_NONE, NULL, &same).refusal, TP_ALLOWED);
  struct tp_whatif_answer answer = ask(s, 2, &same);
  assert_true(answer.gain.is == 0 && answer.score_gain == 0);
  assert_int_equal(answer.refused, 0);
  assert_int_equal(answer.turns, 6);
  for (int turn = 2; turn <= 6; turn++)
    assert_true(tp_world_hash(tp_session_rules(s), tp_session_what_if_world(s, turn)) ==
                tp_world_hash(tp_session_rules(s), tp_session_world_at(s, turn)));
  assert_null(tp_session_what_if_world(s, 1));
  assert_null(tp_session_what_if_world(s, 7));
}

static void without_the_order_that_won_the_game_is_not_won(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_orders other;
  past_turn(s, "forge");
  for (int turn = 0; turn < 2; turn++)
    past_turn(s, NULL);
  assert_int_equal(tp_session_world(s)->result, TP_VICTORY);
  assert_int_equal(tp_session_other_orders(s, 1, 0, NULL, &other).refusal, TP_ALLOWED);
  assert_int_equal(other.count, 0);
  struct tp_whatif_answer answer = ask(s, 1, &other);
  assert_true(answer.was.is == 1 && answer.other.is == 0 && answer.gain.is == -1);
  assert_int_equal(answer.result, TP_DRAW);
  assert_int_equal(answer.turns, tp_session_rules(s)->turns);
  assert_int_equal(answer.own_turns, 3);
  assert_int_equal(tp_session_world(s)->result, TP_VICTORY); /* what was, was */
}

/* The market's swing is drawn each turn, whoever orders what. */
static void what_the_change_does_not_touch_falls_as_it_fell(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_orders other;
  int price = slot_called(s, "world.energy_price"), moved = 0;
  for (int turn = 0; turn < 5; turn++)
    past_turn(s, turn == 1 ? "gift" : NULL);
  assert_int_equal(tp_session_other_orders(s, 2, 0, NULL, &other).refusal, TP_ALLOWED);
  ask(s, 2, &other);
  for (int turn = 2; turn <= 5; turn++) {
    const struct tp_world *was = tp_session_world_at(s, turn);
    const struct tp_world *so = tp_session_what_if_world(s, turn);
    assert_true(so->v[price] == was->v[price]);
    assert_false(tp_world_hash(tp_session_rules(s), so) == tp_world_hash(tp_session_rules(s), was));
    moved += was->v[price] != tp_session_value(s, price, 1);
  }
  assert_true(moved > 0);
}

static void an_order_that_was_not_allowed_then_is_refused(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_orders other = {.count = 7};
  struct tp_order forge = {.kind = TP_ORDER_ACT, .id = (int16_t)action_called(s, "forge")};
  past_turn(s, "forge");
  past_turn(s, NULL);
  assert_int_equal(tp_session_other_orders(s, 2, TP_NONE, &forge, &other).refusal, TP_UNDER_WAY);
  assert_int_equal(other.count, 7);
  assert_int_equal(tp_session_other_orders(s, 3, TP_NONE, &forge, &other).refusal,
                   TP_NO_SUCH_ORDER);
}

static void later_orders_that_no_longer_fit_are_counted(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_orders other;
  struct tp_order forge = {.kind = TP_ORDER_ACT, .id = (int16_t)action_called(s, "forge")};
  past_turn(s, NULL);
  past_turn(s, "forge");
  assert_int_equal(tp_session_other_orders(s, 1, TP_NONE, &forge, &other).refusal, TP_ALLOWED);
  assert_int_equal(ask(s, 1, &other).refused, 1);
}

static void the_spread_begins_where_the_game_stood(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_orders other;
  past_turn(s, "gift");
  past_turn(s, NULL);
  assert_int_equal(tp_session_other_orders(s, 1, 0, NULL, &other).refusal, TP_ALLOWED);
  ask(s, 1, &other);
  for (int gauge = 0; gauge < TP_GAUGES; gauge++) {
    struct tp_gauge g;
    tp_session_gauge(s, (enum tp_gauge_id)gauge, &g);
    const struct tp_whatif_spread *start = tp_session_what_if_spread(s, gauge, 0);
    const struct tp_whatif_spread *end =
        tp_session_what_if_spread(s, gauge, tp_session_rules(s)->turns);
    assert_non_null(end);
    assert_true(start->was[0] == start->was[6] && start->was[3] == start->other[3]);
    if (g.slot != TP_NONE)
      assert_true(start->was[3] == tp_session_value(s, g.slot, 0));
    assert_true(end->was[0] <= end->was[6] && end->other[0] <= end->other[6]);
  }
}

static void a_branch_is_a_game_of_its_own(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_problems problems = {0};
  for (int turn = 0; turn < 3; turn++)
    past_turn(s, NULL);
  struct tp_session *branch = tp_session_branch(s, 2, &problems);
  assert_non_null(branch);
  assert_int_equal(tp_session_turn(branch), 2);
  past_turn(branch, NULL);
  assert_true(hash_of(branch) == hash_of(s)); /* the same decision, the same dice */
  past_turn(branch, "gift");
  assert_int_equal(tp_session_turn(s), 3);
  tp_session_close(branch);
  assert_null(tp_session_branch(s, 9, &problems));
  assert_int_equal(problems.count, 1);
  tp_problems_free(&problems);
}

#define PAST_TEST(story) cmocka_unit_test_setup_teardown(story, past_open, past_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      PAST_TEST(the_same_orders_give_the_same_game),
      PAST_TEST(without_the_order_that_won_the_game_is_not_won),
      PAST_TEST(what_the_change_does_not_touch_falls_as_it_fell),
      PAST_TEST(an_order_that_was_not_allowed_then_is_refused),
      PAST_TEST(later_orders_that_no_longer_fit_are_counted),
      PAST_TEST(the_spread_begins_where_the_game_stood),
      PAST_TEST(a_branch_is_a_game_of_its_own),
  };
  return cmocka_run_group_tests_name("session/whatif", tests, NULL, NULL);
}
