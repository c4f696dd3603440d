/* The one door in, and the council behind it. */
#include "support/tiny.h"

#include <string.h>

static void costs_are_paid_and_a_programme_lands_each_turn(void **state) {
  struct tiny *tiny = *state;
  *tiny_at(tiny, "isle.consent") = *tiny_at(tiny, "vale.consent") = 90;
  tiny_order(tiny, "league", tiny_act(tiny, "forge"));
  assert_true(tiny_moved(tiny, "league.budget", TP_CAUSE_COST) == -4);
  assert_true(tiny_moved(tiny, "league.capital", TP_CAUSE_COST) == -3);
  for (int turn = 0; turn < 3; turn++) {
    assert_true(tiny_moved(tiny, "league.industry", TP_CAUSE_ACTION) == 4);
    if (turn < 2) {
      assert_int_equal(tiny_ask(tiny, "league", tiny_act(tiny, "forge")).refusal, TP_UNDER_WAY);
    }
    assert_true(tiny_moved(tiny, "track:canal", TP_CAUSE_ACTION) == (turn == 2 ? 10 : 0));
    tiny_wait(tiny, 1);
  }
  assert_true(tiny_moved(tiny, "league.industry", TP_CAUSE_ACTION) == 0);
  assert_int_equal(tiny_ask(tiny, "league", tiny_act(tiny, "forge")).refusal, TP_COOLING_DOWN);
  tiny_wait(tiny, 1);
  assert_int_equal(tiny_ask(tiny, "league", tiny_act(tiny, "forge")).refusal, TP_ALLOWED);
}

static void every_refusal_has_its_reason(void **state) {
  struct tiny *tiny = *state;
  struct tp_order forge = tiny_act(tiny, "forge"), levy = tiny_act(tiny, "levy");
  assert_int_equal(tiny_ask(tiny, "crown", forge).refusal, TP_NOT_YOURS);
  assert_int_equal(tiny_ask(tiny, "vale", forge).refusal, TP_NOT_YOURS);
  *tiny_at(tiny, "league.budget") = 1;
  struct tp_verdict verdict = tiny_ask(tiny, "league", forge);
  assert_int_equal(verdict.refusal, TP_NO_BUDGET);
  assert_true(verdict.number == 3);
  *tiny_at(tiny, "league.capital") = 1;
  *tiny_at(tiny, "league.budget") = 9;
  assert_int_equal(tiny_ask(tiny, "league", forge).refusal, TP_NO_CAPITAL);
  *tiny_at(tiny, "league.attention") = 0;
  assert_int_equal(tiny_ask(tiny, "league", forge).refusal, TP_NO_ATTENTION);
  *tiny_at(tiny, "crown.military") = 95;
  verdict = tiny_ask(tiny, "crown", levy);
  assert_int_equal(verdict.refusal, TP_CONDITION_UNMET);
  assert_int_equal(verdict.slot, tiny_slot(tiny, "crown.military"));
  tiny->r.banned[levy.id] = 1;
  assert_int_equal(tiny_ask(tiny, "crown", levy).refusal, TP_IS_BANNED);
  struct tp_order none = {.kind = TP_ORDER_ACT, .id = 999};
  assert_int_equal(tiny_ask(tiny, "crown", none).refusal, TP_NO_SUCH_ORDER);
  tiny->w->result = TP_DRAW;
  assert_int_equal(tiny_ask(tiny, "crown", levy).refusal, TP_GAME_IS_OVER);
}

static void means_are_not_spent_twice(void **state) {
  struct tiny *tiny = *state;
  struct tp_orders given = {.seat = (int16_t)tiny_actor(tiny, "league")};
  *tiny_at(tiny, "league.budget") = 5;
  assert_int_equal(tp_order_give(&tiny->r, tiny->w, &given, tiny_act(tiny, "forge")).refusal,
                   TP_ALLOWED);
  assert_int_equal(tp_order_give(&tiny->r, tiny->w, &given, tiny_act(tiny, "forge")).refusal,
                   TP_ALREADY_ORDERED);
  assert_int_equal(tp_order_give(&tiny->r, tiny->w, &given, tiny_act(tiny, "gift")).refusal,
                   TP_NO_BUDGET);
  assert_int_equal(given.count, 1);
}

/* Until the first is taken back. */
static void what_contradicts_an_order_is_refused(void **state) {
  struct tiny *tiny = *state;
  struct tp_action actions[TP_ACTIONS_MAX];
  struct tp_orders given = {.seat = (int16_t)tiny_actor(tiny, "league")};
  struct tp_order gift = tiny_act(tiny, "gift"), forge = tiny_act(tiny, "forge");
  memcpy(actions, tiny->r.actions, (size_t)tiny->r.action_count * sizeof *actions);
  tp_set_put(&actions[gift.id].excludes, forge.id, 1);
  tiny->r.actions = actions;
  assert_int_equal(tp_order_give(&tiny->r, tiny->w, &given, forge).refusal, TP_ALLOWED);
  struct tp_verdict verdict = tp_order_give(&tiny->r, tiny->w, &given, gift);
  assert_int_equal(verdict.refusal, TP_EXCLUDED);
  assert_true(verdict.number == forge.id);
  given.count = 0;
  assert_int_equal(tp_order_give(&tiny->r, tiny->w, &given, gift).refusal, TP_ALLOWED);
}

static void what_happens_once_happens_once(void **state) {
  struct tiny *tiny = *state;
  struct tp_order pact = tiny_act(tiny, "pact");
  *tiny_at(tiny, "isle.consent") = *tiny_at(tiny, "vale.consent") = 100;
  *tiny_at(tiny, "vale.promised") = 100;
  tiny_order(tiny, "league", pact);
  assert_int_equal(tiny_facts(tiny, TP_FACT_VOTE_PASSED, NULL), 1);
  *tiny_at(tiny, "league.capital") = 50;
  assert_int_equal(tiny_ask(tiny, "league", pact).refusal, TP_USED_UP);
  /* Nor is it said that one need only wait. */
  tp_world_actions(&tiny->r, tiny->w)[pact.id].cooldown = 2;
  assert_int_equal(tiny_ask(tiny, "league", pact).refusal, TP_USED_UP);
}

static void a_qualified_majority_needs_states_and_people(void **state) {
  struct tiny *tiny = *state;
  struct tp_ballot ballot;
  int forge = tiny_action(tiny, "forge");
  *tiny_at(tiny, "isle.consent") = 0;
  *tiny_at(tiny, "vale.consent") = 100;
  tp_council_poll(&tiny->r, tiny->w, forge, &ballot);
  assert_int_equal(ballot.members, 2);
  assert_true(ballot.states_for == 60 && ballot.population_for == 70);
  assert_int_equal(ballot.passes, 1);
  *tiny_at(tiny, "isle.consent") = 100;
  *tiny_at(tiny, "vale.consent") = 0;
  tp_council_poll(&tiny->r, tiny->w, forge, &ballot);
  assert_int_equal(ballot.passes, -1);
  *tiny_at(tiny, "vale.consent") = 37.5;
  tp_council_poll(&tiny->r, tiny->w, forge, &ballot);
  assert_int_equal(ballot.stance[1], TP_UNSURE);
  assert_int_equal(ballot.passes, 0);
}

static void one_member_blocks_unanimity_and_a_promise_buys_it(void **state) {
  struct tiny *tiny = *state;
  struct tp_ballot ballot;
  int pact = tiny_action(tiny, "pact");
  *tiny_at(tiny, "isle.consent") = *tiny_at(tiny, "vale.consent") = 80;
  tp_council_poll(&tiny->r, tiny->w, pact, &ballot);
  /* vale: -30 + 0.8 * 80 - 40 = -6, unsure; isle 34 */
  assert_int_equal(ballot.passes, 0);
  *tiny_at(tiny, "vale.consent") = 70;
  tp_council_poll(&tiny->r, tiny->w, pact, &ballot);
  assert_int_equal(ballot.passes, -1);
  *tiny_at(tiny, "vale.promised") = 60;
  tp_council_poll(&tiny->r, tiny->w, pact, &ballot);
  assert_int_equal(ballot.passes, 1);
}

static void a_lost_vote_costs_capital_and_no_money(void **state) {
  struct tiny *tiny = *state;
  *tiny_at(tiny, "isle.consent") = *tiny_at(tiny, "vale.consent") = 5;
  tiny_order(tiny, "league", tiny_act(tiny, "forge"));
  assert_int_equal(tiny_facts(tiny, TP_FACT_VOTE_FAILED, NULL), 1);
  assert_int_equal(tiny_facts(tiny, TP_FACT_VOTED, NULL), 2);
  assert_true(tiny_moved(tiny, "league.capital", TP_CAUSE_COST) == -3);
  assert_true(tiny_moved(tiny, "league.budget", TP_CAUSE_COST) == 0);
  assert_true(tiny_moved(tiny, "league.industry", TP_CAUSE_ACTION) == 0);
}

static void an_attempt_may_fail(void **state) {
  struct tiny *tiny = *state;
  struct tp_fact fact;
  int successes = 0;
  for (int seed = 0; seed < 400; seed++) {
    tp_world_start(&tiny->r, tiny->w, (uint64_t)seed);
    tiny_order(tiny, "aegis", tiny_act(tiny, "gamble"));
    assert_int_equal(tiny_facts(tiny, TP_FACT_ATTEMPT, &fact), 1);
    successes += fact.c;
    double moved = tiny_moved(tiny, "world.commitment", TP_CAUSE_ACTION);
    assert_true(moved == (fact.c ? 0 : -2));
  }
  /* 0.2 + 0.005 * 70 = 0.55 */
  assert_in_range(successes, 190, 250);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(costs_are_paid_and_a_programme_lands_each_turn),
      TINY_TEST(every_refusal_has_its_reason),
      TINY_TEST(means_are_not_spent_twice),
      TINY_TEST(what_contradicts_an_order_is_refused),
      TINY_TEST(what_happens_once_happens_once),
      TINY_TEST(a_qualified_majority_needs_states_and_people),
      TINY_TEST(one_member_blocks_unanimity_and_a_promise_buys_it),
      TINY_TEST(a_lost_vote_costs_capital_and_no_money),
      TINY_TEST(an_attempt_may_fail),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
