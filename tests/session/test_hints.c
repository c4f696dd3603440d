/* Hints: each in its time, until what it asks for was done. */
#include "opened.h"

#include "session/advice.h"

static int hint_called(const struct tp_session *s, const char *id) {
  const struct tp_guide *guide = tp_session_rules(s)->guide;
  for (int i = 0; i < guide->hint_count; i++)
    if (strcmp(guide->hints[i].words.id, id) == 0)
      return i;
  fail_msg("no hint %s", id);
  return -1;
}

/* Fails unless exactly these hints (up to two, NULL for none) are said now, in this order. */
static void assert_said(struct tp_session *s, const char *first, const char *second) {
  int hints[8], count = tp_session_hints(s, hints, 8);
  assert_int_equal(count, (first != NULL) + (second != NULL));
  if (first)
    assert_int_equal(hints[0], hint_called(s, first));
  if (second)
    assert_int_equal(hints[1], hint_called(s, second));
}

static void read_welcome(struct tp_session *s) {
  tp_session_hint_pass(s, hint_called(s, "welcome"));
}

static struct tp_mark forecast_of(const struct tp_session *s, const char *action) {
  return (struct tp_mark){TP_MARK_FORECAST, (int16_t)action_called(s, action)};
}

static void one_follows_when_the_other_was_read(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  assert_said(s, "welcome", NULL);
  assert_null(tp_session_hint_wants(s, hint_called(s, "welcome")));
  assert_int_equal(tp_session_hint_state(s, hint_called(s, "forge")), TP_HINT_WAITS);
  read_welcome(s);
  assert_int_equal(tp_session_hint_state(s, hint_called(s, "welcome")), TP_HINT_DONE);
  assert_said(s, "forge", "each-turn");
  tp_session_close(s);
}

static void a_hint_goes_when_its_work_is_done(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  int forge = hint_called(s, "forge");
  read_welcome(s);
  assert_int_equal(tp_session_hint_wants(s, forge)->kind, TP_SIGN_SEEN);
  tp_session_see(s, forecast_of(s, "gift")); /* another one's */
  assert_int_equal(tp_session_hint_wants(s, forge)->kind, TP_SIGN_SEEN);
  tp_session_see(s, forecast_of(s, "forge"));
  assert_int_equal(tp_session_hint_wants(s, forge)->kind, TP_SIGN_ORDERED);
  assert_said(s, "forge", "each-turn");
  tp_session_act(s, action_called(s, "forge"));
  assert_said(s, "each-turn", NULL);
  tp_session_undo(s); /* what was learnt is not unlearnt */
  assert_said(s, "each-turn", NULL);
  tp_session_close(s);
}

/* Somebody who looked around beforehand is not denied the words, and has nothing more to do. */
static void what_was_seen_before_is_still_told(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  int look = hint_called(s, "look"), hints[8];
  struct tp_mark gap = {TP_MARK_WHY, (int16_t)slot_called(s, "league.gap")};
  tp_session_see(s, gap);
  assert_true(tp_session_end_turn(s));
  tp_session_hints(s, hints, 8);
  assert_int_equal(tp_session_hint_state(s, look), TP_HINT_NOW);
  assert_null(tp_session_hint_wants(s, look));
  tp_session_hint_pass(s, look);
  assert_int_equal(tp_session_hint_state(s, look), TP_HINT_DONE);
  tp_session_close(s);
}

static void what_is_seen_when_it_is_asked_for_is_enough(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  int look = hint_called(s, "look"), hints[8];
  struct tp_mark gap = {TP_MARK_WHY, (int16_t)slot_called(s, "league.gap")};
  assert_true(tp_session_end_turn(s));
  tp_session_hints(s, hints, 8);
  assert_non_null(tp_session_hint_wants(s, look));
  tp_session_see(s, gap);
  assert_int_equal(tp_session_hint_state(s, look), TP_HINT_DONE);
  tp_session_close(s);
}

static void what_no_hint_asks_about_is_not_kept(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  tp_session_see(s, forecast_of(s, "gift"));
  assert_false(tp_session_has_seen(s, forecast_of(s, "gift")));
  tp_session_see(s, forecast_of(s, "forge"));
  assert_true(tp_session_has_seen(s, forecast_of(s, "forge")));
  tp_session_close(s);
}

static void a_decision_is_pointed_at_while_it_waits(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  int envoy = hint_called(s, "envoy");
  while (tp_session_decisions(s) == 0) {
    assert_int_equal(tp_session_hint_state(s, envoy), TP_HINT_WAITS);
    assert_true(tp_session_end_turn(s));
  }
  assert_int_equal(tp_session_hint_state(s, envoy), TP_HINT_NOW);
  struct tp_decision decision;
  assert_true(tp_session_decision(s, 0, &decision));
  struct tp_order answer = {.kind = TP_ORDER_ANSWER, .id = (int16_t)decision.event, .choice = 1};
  assert_int_equal(tp_session_give(s, answer).refusal, TP_ALLOWED);
  assert_int_not_equal(tp_session_hint_state(s, envoy), TP_HINT_NOW);
  tp_session_close(s);
}

static void some_are_said_in_every_turn(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  int again = hint_called(s, "each-turn"), hints[8];
  read_welcome(s);
  tp_session_hint_pass(s, again);
  assert_int_equal(tp_session_hint_state(s, again), TP_HINT_DONE);
  assert_true(tp_session_end_turn(s));
  assert_int_equal(tp_session_hint_state(s, again), TP_HINT_NOW);
  assert_int_equal(tp_session_hint_state(s, hint_called(s, "welcome")), TP_HINT_DONE);
  assert_int_equal(tp_session_hints(s, hints, 1), 1); /* no more than there is room for */
  tp_session_close(s);
}

static void nothing_is_said_once_the_game_is_over(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  int hints[8];
  read_welcome(s);
  while (tp_session_end_turn(s)) {
  }
  assert_int_equal(tp_session_hints(s, hints, 8), 0);
  tp_session_close(s);
}

static void a_save_keeps_what_was_read(void **state) {
  (void)state;
  char path[128];
  struct tp_problems problems = {0};
  struct tp_session_options options = {.folder = ""};
  open_folder(state);
  snprintf(path, sizeof path, "%s/mine.json", folder);
  struct tp_session *s = open_tiny("");
  read_welcome(s);
  tp_session_see(s, forecast_of(s, "forge"));
  assert_true(tp_session_save(s, path, &problems));
  struct tp_session *again = tp_session_load(path, &options, &problems);
  assert_non_null(again);
  assert_true(tp_session_has_seen(again, forecast_of(again, "forge")));
  assert_said(again, "forge", "each-turn");
  struct tp_session *reloaded = tp_session_reload(s, &problems);
  assert_non_null(reloaded);
  assert_said(reloaded, "forge", "each-turn");
  tp_session_close(s);
  tp_session_close(again);
  tp_session_close(reloaded);
  close_folder(state);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_follows_when_the_other_was_read),
      cmocka_unit_test(a_hint_goes_when_its_work_is_done),
      cmocka_unit_test(what_was_seen_before_is_still_told),
      cmocka_unit_test(what_is_seen_when_it_is_asked_for_is_enough),
      cmocka_unit_test(what_no_hint_asks_about_is_not_kept),
      cmocka_unit_test(a_decision_is_pointed_at_while_it_waits),
      cmocka_unit_test(some_are_said_in_every_turn),
      cmocka_unit_test(nothing_is_said_once_the_game_is_over),
      cmocka_unit_test(a_save_keeps_what_was_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
