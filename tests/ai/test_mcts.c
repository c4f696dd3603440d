/* The search over courses: repeats itself, keeps to the rules and its budget, and pays. */
#include "support/tiny.h"

#include "ai/policy.h"
#include "data/json/problems.h"
#include "data/scenario.h"

#include <stdlib.h>
#include <string.h>

static struct tp_orders orders_of(const struct tp_rules *r, const struct tp_world *w, int seat,
                                  const char *name) {
  struct tp_orders orders;
  struct tp_policy policy;
  void *room = malloc(tp_policy_room(r));
  assert_true(tp_policy_named(name, &policy));
  tp_policy_choose(r, w, seat, &policy, room, &orders);
  free(room);
  return orders;
}

static int are_equal(const struct tp_orders *a, const struct tp_orders *b) {
  return a->seat == b->seat && a->count == b->count &&
         memcmp(a->item, b->item, (size_t)a->count * sizeof *a->item) == 0;
}

static void the_same_world_gives_the_same_orders(void **state) {
  struct tiny *tiny = *state;
  int seat = tiny_actor(tiny, "crown");
  struct tp_orders first = orders_of(&tiny->r, tiny->w, seat, "mcts:60"),
                   second = orders_of(&tiny->r, tiny->w, seat, "mcts:60");
  assert_true(are_equal(&first, &second));
}

static void its_orders_pass_the_door(void **state) {
  struct tiny *tiny = *state;
  for (int turn = 0; turn < 12; turn++) {
    struct tp_orders given = {.seat = (int16_t)tiny_actor(tiny, "crown")};
    struct tp_orders orders = orders_of(&tiny->r, tiny->w, given.seat, "mcts:40");
    for (int i = 0; i < orders.count; i++)
      assert_int_equal(tp_order_give(&tiny->r, tiny->w, &given, orders.item[i]).refusal,
                       TP_ALLOWED);
    tp_turn_play(&tiny->r, tiny->w, &orders, 1, NULL, NULL);
  }
}

static void with_a_single_rollout_it_is_reflex_in_a_dream(void **state) {
  struct tiny *tiny = *state;
  int seat = tiny_actor(tiny, "crown");
  struct tp_orders one = orders_of(&tiny->r, tiny->w, seat, "mcts:1"),
                   two = orders_of(&tiny->r, tiny->w, seat, "mcts:2");
  assert_true(are_equal(&one, &two)); /* there is nothing to choose from */
}

static void a_budget_of_nothing_or_of_words_is_refused(void **state) {
  struct tp_policy policy;
  (void)state;
  assert_false(tp_policy_named("mcts:0", &policy));
  assert_false(tp_policy_named("mcts:many", &policy));
  assert_true(tp_policy_named("mcts", &policy));
  assert_int_equal(policy.rollouts, 200);
}

static double play(const struct tp_rules *r, const char *name, uint64_t seed) {
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_world *w = malloc(r->world_size);
  void *room = malloc(tp_policy_room(r));
  for (int i = 0; i < r->actor_count; i++)
    assert_true(tp_policy_named(i == r->player ? name : "reflex", &policies[i]));
  tp_world_start(r, w, seed);
  while (w->result == TP_PLAYING)
    tp_policy_play_turn(r, w, policies, NULL, room, NULL, NULL);
  double value = tp_policy_value(r, w, r->player);
  free(room);
  free(w);
  return value;
}

/* Eight games of the default scenario, the same for both. */
static void searching_is_worth_more_than_reflex(void **state) {
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = tp_scenario_load("rapprochement-2018", "en", &problems);
  double gain = 0;
  (void)state;
  assert_non_null(scenario);
  for (uint64_t seed = 1; seed <= 8; seed++)
    gain += play(scenario->rules, "mcts:60", seed) - play(scenario->rules, "reflex", seed);
  assert_true(gain > 0);
  tp_scenario_free(scenario);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(the_same_world_gives_the_same_orders),
      TINY_TEST(its_orders_pass_the_door),
      TINY_TEST(with_a_single_rollout_it_is_reflex_in_a_dream),
      cmocka_unit_test(a_budget_of_nothing_or_of_words_is_refused),
      cmocka_unit_test(searching_is_worth_more_than_reflex),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
