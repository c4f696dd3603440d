/* What a game comes to, in words, and what else could have been ordered. */
#include "past.h"

#include "session/review/verdict.h"

static char text[TP_VERDICT_MAX];

static void play_to_victory(struct tp_session *s) {
  past_turn(s, "gift");
  past_turn(s, "forge");
  past_turn(s, NULL);
  past_turn(s, NULL);
}

static void why_is_said_from_what_ended_it(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  tp_verdict_why(s, text, sizeof text);
  assert_string_equal(text, ""); /* nothing has ended */
  play_to_victory(s);
  tp_verdict_why(s, text, sizeof text);
  assert_non_null(strstr(text, "It is a victory, because this came about: "));
  assert_non_null(strstr(text, " at least 15 ("));
  assert_non_null(strstr(text, " went from "));
  assert_non_null(strstr(text, "“Build forges” (+"));
}

static int open_hard(void **state) {
  return past_open_for(state, "40");
}

static void a_game_that_was_not_won_says_what_was_nearest(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  while (tp_session_world(s)->result == TP_PLAYING)
    past_turn(s, NULL);
  tp_verdict_why(s, text, sizeof text);
  assert_non_null(
      strstr(text, "Nearest to a win: “Forged”. Missing: the canal at least 40 (9.2)."));
}

/* What moved the value, as it is told, is its ledger's sum over all turns. */
static void the_sum_over_the_game_is_the_ledgers(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  char sum[TP_FIGURE_MAX], told[TP_FIGURE_MAX + 30];
  double forged = 0;
  play_to_victory(s);
  int slot = slot_called(s, "track:canal"), forge = action_called(s, "forge");
  for (int turn = 1; turn <= tp_session_turn(s); turn++) {
    int count;
    const struct tp_row *row = tp_session_why(s, slot, turn, &count);
    for (int i = 0; i < count; i++)
      forged += row[i].cause == TP_CAUSE_ACTION && row[i].which == forge ? row[i].delta : 0;
  }
  snprintf(told, sizeof told, "“Build forges” (%s)", tp_phrase_signed(sum, forged, 1));
  tp_verdict_why(s, text, sizeof text);
  assert_non_null(strstr(text, told));
}

static void claims_are_told_by_how_they_fell(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_claim_course list[8];
  play_to_victory(s);
  int count = tp_verdict_claims(s, list, 8);
  assert_int_equal(count, tp_session_rules(s)->claim_count);
  assert_int_equal(tp_verdict_claims(s, list, 1), 1);
  for (int i = 1; i < tp_verdict_claims(s, list, 8); i++)
    assert_true(list[i - 1].to - list[i - 1].from <= list[i].to - list[i].from);
}

static void only_who_has_a_story_is_a_regime(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  const struct tp_rules *r = tp_session_rules(s);
  for (int i = 0; i < r->actor_count; i++) {
    tp_verdict_regime(s, i, text, sizeof text);
    assert_int_equal(text[0] != '\0', r->actors[i].claims.count > 0);
    if (text[0])
      assert_non_null(strstr(text, r->actors[i].words.title));
  }
}

static int is_among(const struct tp_session *s, int turn, const char *words) {
  struct tp_change list[TP_CHANGES_MAX];
  int count = tp_session_changes(s, turn, list, TP_CHANGES_MAX);
  for (int i = 0; i < count; i++) {
    tp_wording_change_made(s, turn, &list[i], text, sizeof text);
    if (strcmp(text, words) == 0)
      return 1;
  }
  return 0;
}

static void a_turn_knows_what_else_was_allowed(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  play_to_victory(s);
  assert_true(is_among(s, 2, "Without “Build forges”"));
  assert_false(is_among(s, 2, "Also “Build forges”"));
  assert_true(is_among(s, 1, "Also “Build forges”"));
  assert_false(is_among(s, 3, "Also “Build forges”")); /* they are being built */
  assert_int_equal(tp_session_changes(s, 0, NULL, 0), 0);
  assert_int_equal(tp_session_changes(s, 9, NULL, 0), 0);
}

static void every_change_that_is_offered_can_be_made(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_change list[TP_CHANGES_MAX];
  play_to_victory(s);
  for (int turn = 1; turn <= tp_session_turn(s); turn++) {
    int count = tp_session_changes(s, turn, list, TP_CHANGES_MAX);
    for (int i = 0; i < count; i++) {
      struct tp_orders orders;
      assert_true(tp_session_changed(s, turn, &list[i], &orders));
    }
  }
}

static void the_answer_is_said_in_sentences(void **state) {
  struct tp_session *s = ((struct past *)*state)->s;
  struct tp_change without = {.drop = 0};
  struct tp_orders orders;
  play_to_victory(s);
  tp_verdict_what_if(s, text, sizeof text);
  assert_string_equal(text, "");
  assert_true(tp_session_changed(s, 2, &without, &orders));
  assert_true(tp_session_what_if(s, 2, &orders));
  tp_session_what_if_wait(s);
  tp_verdict_what_if(s, text, sizeof text);
  assert_non_null(strstr(text, "Chance of a win: 100 % as you played, 0 % so"));
  assert_non_null(strstr(text, "simple rules gave the orders"));
}

#define PAST_TEST(story) cmocka_unit_test_setup_teardown(story, past_open, past_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      PAST_TEST(why_is_said_from_what_ended_it),
      cmocka_unit_test_setup_teardown(a_game_that_was_not_won_says_what_was_nearest, open_hard,
                                      past_close),
      PAST_TEST(the_sum_over_the_game_is_the_ledgers),
      PAST_TEST(claims_are_told_by_how_they_fell),
      PAST_TEST(only_who_has_a_story_is_a_regime),
      PAST_TEST(a_turn_knows_what_else_was_allowed),
      PAST_TEST(every_change_that_is_offered_can_be_made),
      PAST_TEST(the_answer_is_said_in_sentences),
  };
  return cmocka_run_group_tests_name("session/verdict", tests, NULL, NULL);
}
