/* A look back: the chance of a win after each turn, and which decisions moved it. */
#include "past.h"

#include "session/review/verdict.h"
#include "session/state.h"

/* A gift in the first turn, the forges in the second; they win the game after the fourth. */
static void play_to_victory(struct tp_session *s) {
  struct tp_outcome outcome;
  past_turn(s, "gift");
  past_turn(s, "forge");
  for (int turn = 0; turn < 2; turn++)
    past_turn(s, NULL);
  tp_session_outcome(s, &outcome);
  assert_int_equal(outcome.result, TP_VICTORY);
}

static void review(struct tp_session *s) {
  assert_true(tp_session_review(s));
  tp_session_review_wait(s);
  assert_true(tp_session_review_progress(s) == 1);
}

static void the_decision_that_won_is_the_turning_point(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_turning_point points[4];
  play_to_victory(s);
  review(s);
  assert_int_equal(tp_session_turning_points(s, points, 4), 1);
  assert_int_equal(points[0].turn, 2);
  assert_int_equal(points[0].order.id, action_called(s, "forge"));
  assert_true(points[0].chance == 1);
  assert_true(points[0].low > 0.9 && points[0].high <= 1.1);
}

static void the_chance_ends_where_the_game_did(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_turn_odds odds;
  play_to_victory(s);
  review(s);
  assert_true(tp_session_odds(s, 4, &odds));
  assert_true(odds.chance == 1 && odds.high == 1 && odds.low < 1);
  assert_false(tp_session_odds(s, 5, &odds));
}

static void nothing_decided_is_no_turning_point(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_turning_point points[4];
  struct tp_turn_odds odds;
  past_turn(s, "gift");
  past_turn(s, NULL);
  review(s);
  assert_int_equal(tp_session_turning_points(s, points, 4), 0);
  assert_true(tp_session_odds(s, 2, &odds));
  assert_true(odds.chance == 0 && odds.low == 0 && odds.high > 0);
}

static int open_hard(void **state) {
  return past_open_for(state, "40");
}

/* A game that no order could win tells what brought it nearest. */
static void where_no_win_was_near_what_it_lacked_is_told(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_turning_point points[4];
  struct tp_turn_odds odds;
  struct tp_lack lack;
  char words[TP_VERDICT_MAX];
  past_turn(s, "forge");
  for (int turn = 0; turn < 4; turn++)
    past_turn(s, NULL);
  assert_false(tp_session_review_lack(s, &lack));
  review(s);
  assert_true(tp_session_odds(s, 0, &odds) && odds.chance == 0);
  assert_true(tp_session_review_lack(s, &lack));
  assert_int_equal(lack.count, 1);
  assert_int_equal(lack.list[0]->slot, slot_called(s, "track:canal"));
  assert_int_equal(tp_session_turning_points(s, points, 4), 1);
  assert_int_equal(points[0].order.id, action_called(s, "forge"));
  assert_int_equal(points[0].slot, slot_called(s, "track:canal"));
  assert_between(points[0].moved_low, 9.99, points[0].moved);
  assert_between(points[0].moved_high, points[0].moved, 10.01);
  assert_int_equal(points[0].good, 1);
  tp_verdict_lack(s, words, sizeof words);
  assert_string_equal(words, "Nearest to a win: “Forged”. Missing: the canal at least 40 (19.5).");
}

static int open_easy(void **state) {
  return past_open_for(state, "2");
}

/* A win that no order was needed for lacked nothing, although another victory is far. */
static void a_game_that_was_won_lacked_nothing(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_lack lack;
  while (tp_session_world(s)->result == TP_PLAYING)
    past_turn(s, NULL);
  assert_int_equal(tp_session_world(s)->result, TP_VICTORY);
  review(s);
  assert_false(tp_session_review_lack(s, &lack));
}

/* The same game, looked back at twice: the same to the last bit. */
static void a_review_is_the_same_each_time(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_turn_odds first[3], odds;
  struct tp_turning_point one[4], two[4];
  past_turn(s, "gift");
  past_turn(s, "forge");
  review(s);
  for (int turn = 0; turn <= 2; turn++)
    assert_true(tp_session_odds(s, turn, &first[turn]));
  int count = tp_session_turning_points(s, one, 4);
  tp_session_review_forget(s);
  review(s);
  for (int turn = 0; turn <= 2; turn++) {
    assert_true(tp_session_odds(s, turn, &odds));
    assert_memory_equal(&odds, &first[turn], sizeof odds);
  }
  assert_int_equal(tp_session_turning_points(s, two, 4), count);
  for (int i = 0; i < count; i++)
    assert_true(two[i].turn == one[i].turn && two[i].chance == one[i].chance &&
                two[i].score == one[i].score);
}

static void a_review_is_given_up_when_the_game_goes_on(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_turn_odds odds;
  assert_false(tp_session_review(s)); /* nothing to look back at */
  past_turn(s, "gift");
  assert_true(tp_session_review(s));
  past_turn(s, NULL);
  assert_false(tp_session_odds(s, 0, &odds));
  assert_true(tp_session_review_progress(s) == 1);
}

static void intervals_are_those_of_the_books(void **state) {
  (void)state;
  /* 8 of 20: Wilson's interval; 9 against 2 in 50 pairs, after Agresti and Min. */
  struct tp_share share = tp_share_of(8, 20), gained = tp_share_gained(9, 2, 50);
  assert_between(share.low, 0.2188, 0.2189);
  assert_between(share.high, 0.6134, 0.6135);
  assert_true(gained.is == 0.14);
  assert_between(gained.low, 0.0092, 0.0094);
  assert_between(gained.high, 0.2599, 0.2601);
}

#define PAST_TEST(story) cmocka_unit_test_setup_teardown(story, past_open, past_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      PAST_TEST(the_decision_that_won_is_the_turning_point),
      PAST_TEST(the_chance_ends_where_the_game_did),
      PAST_TEST(nothing_decided_is_no_turning_point),
      cmocka_unit_test_setup_teardown(where_no_win_was_near_what_it_lacked_is_told, open_hard,
                                      past_close),
      cmocka_unit_test_setup_teardown(a_game_that_was_won_lacked_nothing, open_easy, past_close),
      PAST_TEST(a_review_is_the_same_each_time),
      PAST_TEST(a_review_is_given_up_when_the_game_goes_on),
      cmocka_unit_test(intervals_are_those_of_the_books),
  };
  return cmocka_run_group_tests_name("session/review", tests, NULL, NULL);
}
