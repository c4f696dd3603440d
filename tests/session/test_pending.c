/* Giving orders, taking them back, and being told why not. */
#include "opened.h"

static int open_session(void **state) {
  *state = open_tiny("");
  return 0;
}

static int close_session(void **state) {
  tp_session_close(*state);
  return 0;
}

static const char *why_not(struct tp_session *s, const char *id) {
  static char text[200];
  struct tp_order order = {.kind = TP_ORDER_ACT, .id = (int16_t)action_called(s, id)};
  tp_order_reason(tp_session_rules(s), tp_session_check(s, order), text, sizeof text);
  return text;
}

static void orders_are_paid_from_what_is_left(void **state) {
  struct tp_session *s = *state;
  struct tp_means before = tp_session_means(s);
  assert_int_equal(tp_session_act(s, action_called(s, "forge")).refusal, TP_ALLOWED);
  struct tp_means after = tp_session_means(s);
  assert_true(after.budget == before.budget - 4);
  assert_true(after.capital == before.capital - 3);
  assert_true(after.attention == before.attention - 1);
  assert_true(tp_session_has_ordered(s, action_called(s, "forge")));
}

static void nothing_moves_before_the_turn_ends(void **state) {
  struct tp_session *s = *state;
  uint64_t hash = hash_of(s);
  tp_session_act(s, action_called(s, "forge"));
  assert_true(hash_of(s) == hash);
}

static void undo_and_redo_walk_through_every_step(void **state) {
  struct tp_session *s = *state;
  assert_false(tp_session_undo(s));
  tp_session_act(s, action_called(s, "forge"));
  tp_session_act(s, action_called(s, "gift"));
  assert_true(tp_session_remove(s, 0));
  assert_int_equal(tp_session_orders(s)->count, 1);
  assert_true(tp_session_remove(s, 0));
  assert_int_equal(tp_session_orders(s)->count, 0);
  assert_true(tp_session_undo(s));
  assert_true(tp_session_undo(s));
  assert_int_equal(tp_session_orders(s)->count, 2);
  assert_true(tp_session_undo(s));
  assert_true(tp_session_undo(s));
  assert_int_equal(tp_session_orders(s)->count, 0);
  assert_false(tp_session_can_undo(s));
  assert_true(tp_session_redo(s));
  assert_int_equal(tp_session_orders(s)->item[0].id, action_called(s, "forge"));
}

static void a_new_order_forgets_what_was_undone(void **state) {
  struct tp_session *s = *state;
  tp_session_act(s, action_called(s, "forge"));
  tp_session_undo(s);
  tp_session_act(s, action_called(s, "gift"));
  assert_false(tp_session_redo(s));
  assert_int_equal(tp_session_orders(s)->count, 1);
}

static void many_steps_are_remembered(void **state) {
  struct tp_session *s = *state;
  for (int i = 0; i < 100; i++) {
    tp_session_act(s, action_called(s, "forge"));
    tp_session_remove(s, 0);
  }
  int undone = 0;
  while (tp_session_undo(s))
    undone++;
  assert_int_equal(undone, 200);
}

static void refusals_have_reasons(void **state) {
  struct tp_session *s = *state;
  assert_string_equal(why_not(s, "gift"), "");
  assert_string_equal(why_not(s, "levy"), "this is not yours to decide");
  tp_session_act(s, action_called(s, "forge"));
  assert_string_equal(why_not(s, "forge"), "already ordered this turn");
  tp_session_act(s, action_called(s, "gift"));
  assert_string_equal(why_not(s, "pact"), "needs 1 more attention");
  assert_int_equal(tp_session_act(s, -1).refusal, TP_NO_SUCH_ORDER);
  assert_int_equal(tp_session_act(s, 9999).refusal, TP_NO_SUCH_ORDER);
  assert_int_equal(tp_session_orders(s)->count, 2);
}

static void every_refusal_has_a_sentence(void **state) {
  struct tp_session *s = *state;
  for (int refusal = TP_ALLOWED + 1; refusal < TP_REFUSALS; refusal++) {
    char text[200], tiny[8];
    struct tp_verdict verdict = {.refusal = (enum tp_refusal)refusal, .number = 3.21};
    tp_order_reason(tp_session_rules(s), verdict, text, sizeof text);
    assert_true(strlen(text) > 5);
    assert_null(strchr(text, '{'));
    tp_order_reason(tp_session_rules(s), verdict, tiny, sizeof tiny);
    assert_int_equal(strlen(tiny), sizeof tiny - 1);
    assert_memory_equal(tiny, text, sizeof tiny - 1);
  }
}

static void reasons_say_what_is_missing(void **state) {
  const struct tp_rules *r = tp_session_rules(*state);
  char text[200];
  tp_order_reason(r, (struct tp_verdict){.refusal = TP_NO_CAPITAL, .number = 3.21}, text,
                  sizeof text);
  assert_string_equal(text, "needs 3.3 more political capital");
  tp_order_reason(r, (struct tp_verdict){.refusal = TP_UNDER_WAY, .number = 1}, text, sizeof text);
  assert_string_equal(text, "under way, 1 turn left");
  struct tp_verdict unmet = {.refusal = TP_CONDITION_UNMET,
                             .slot = slot_called(*state, "crown.military"),
                             .op = TP_LESS,
                             .number = 90};
  tp_order_reason(r, unmet, text, sizeof text);
  assert_string_equal(text, "needs the Crown: military strength below 90");
  tp_session_reason(*state, unmet, text, sizeof text); /* to the player, with where it stands */
  assert_string_equal(text, "needs the Crown: military strength below 90 (now 60)");
  assert_string_equal(TP_FIGURE_LEFT(9.96), "9.9"); /* 10 could be ordered for */
  assert_string_equal(TP_FIGURE_LEFT(16.1), "16.1");
}

static void what_was_ordered_rests_for_a_while(void **state) {
  struct tp_session *s = *state;
  tp_session_act(s, action_called(s, "forge"));
  tp_session_end_turn(s);
  const char *reason = why_not(s, "forge"); /* by the council's vote */
  assert_true(strcmp(reason, "under way, 2 turns left") == 0 ||
              strcmp(reason, "may be tried again in 1 turn") == 0);
  assert_int_equal(tp_session_orders(s)->count, 0);
  assert_false(tp_session_can_undo(s));
}

static void a_second_answer_takes_the_place_of_the_first(void **state) {
  struct tp_session *s = *state;
  struct tp_decision d;
  while (tp_session_decisions(s) == 0)
    assert_true(tp_session_end_turn(s));
  assert_true(tp_session_decision(s, 0, &d));
  assert_false(tp_session_decision(s, 1, &d));
  assert_int_equal(d.option_count, 3);
  assert_int_equal(d.answer, TP_NONE);
  assert_true(d.open[0]);
  assert_false(d.open[2]);
  struct tp_order order = {.kind = TP_ORDER_ANSWER, .id = (int16_t)d.event, .choice = 0};
  assert_int_equal(tp_session_give(s, order).refusal, TP_ALLOWED);
  order.choice = 1;
  assert_int_equal(tp_session_give(s, order).refusal, TP_ALLOWED);
  order.choice = 2;
  assert_int_equal(tp_session_give(s, order).refusal, TP_CONDITION_UNMET);
  assert_int_equal(tp_session_orders(s)->count, 1);
  tp_session_decision(s, 0, &d);
  assert_int_equal(d.answer, 1);
}

static void the_vote_is_told_before_it_is_held(void **state) {
  struct tp_session *s = *state;
  struct tp_ballot ballot;
  char text[300];
  int pact = action_called(s, "pact");
  tp_session_poll(s, pact, &ballot);
  tp_wording_ballot(tp_session_rules(s), pact, &ballot, text, sizeof text);
  assert_int_equal(ballot.passes, -1);
  assert_non_null(strstr(text, "unanimity, would fail"));
  assert_non_null(strstr(text, "against: Vale"));
  int gift = action_called(s, "gift");
  tp_session_poll(s, gift, &ballot);
  tp_wording_ballot(tp_session_rules(s), gift, &ballot, text, sizeof text);
  assert_string_equal(text, "no vote needed");
}

/* Orders are carried out one after the other: a promise that is ordered first is made by then. */
static void the_vote_counts_what_is_ordered_before_it(void **state) {
  struct tp_session *s = *state;
  struct tp_ballot bare, promised, first;
  int pact = action_called(s, "pact"), gift = action_called(s, "gift");
  tp_session_poll(s, pact, &bare);
  tp_session_act(s, gift);
  uint64_t hash = hash_of(s);
  tp_session_poll(s, pact, &promised);
  assert_true(hash_of(s) == hash);
  int gained = 0;
  for (int i = 0; i < bare.members; i++) {
    assert_true(promised.score[i] >= bare.score[i]);
    gained += promised.score[i] > bare.score[i] + 5;
  }
  assert_int_equal(gained, 1);
  tp_session_undo(s);
  tp_session_act(s, pact);
  tp_session_act(s, gift);
  tp_session_poll(s, pact, &first);
  assert_memory_equal(first.score, bare.score, (size_t)bare.members * sizeof *bare.score);
}

#define STORY(f) cmocka_unit_test_setup_teardown(f, open_session, close_session)

int main(void) {
  const struct CMUnitTest tests[] = {
      STORY(orders_are_paid_from_what_is_left),
      STORY(nothing_moves_before_the_turn_ends),
      STORY(undo_and_redo_walk_through_every_step),
      STORY(a_new_order_forgets_what_was_undone),
      STORY(many_steps_are_remembered),
      STORY(refusals_have_reasons),
      STORY(every_refusal_has_a_sentence),
      STORY(reasons_say_what_is_missing),
      STORY(what_was_ordered_rests_for_a_while),
      STORY(a_second_answer_takes_the_place_of_the_first),
      STORY(the_vote_is_told_before_it_is_held),
      STORY(the_vote_counts_what_is_ordered_before_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
