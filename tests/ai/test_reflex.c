/* Reflex, which scores four actions at a time, against the same done one by one. */
#include "support/tiny.h"

#include "ai/kinds.h"
#include "data/json/problems.h"
#include "data/scenario.h"

#include <stdlib.h>
#include <string.h>

struct means {
  double budget, capital, attention;
};

static int may_choose(const struct tp_rules *r, const struct tp_world *w, const uint8_t *chosen,
                      struct means have, int action) {
  const struct tp_action *a = &r->actions[action];
  for (int i = 0; i < r->action_count; i++)
    if (chosen[i] && tp_set_has(&a->excludes, i))
      return 0;
  return !chosen[action] && tp_reflex_open(r, w, action) && a->budget <= have.budget &&
         a->capital <= have.capital && a->attention <= have.attention;
}

/* The best of what may be done and paid for, the first of several that are equal; then the next. */
static int choose_one_by_one(const struct tp_rules *r, const struct tp_world *w, int seat,
                             int *choice) {
  const double *own = w->v + r->actors[seat].slot;
  struct means have = {own[TP_BUDGET], own[TP_CAPITAL], own[TP_ATTENTION]};
  uint8_t chosen[TP_ACTIONS_MAX] = {0};
  for (int count = 0;; count++) {
    int best = TP_NONE;
    double most = 0;
    for (int i = 0; i < r->action_count; i++) {
      if (r->actions[i].seat != seat || !may_choose(r, w, chosen, have, i) ||
          tp_reflex_score(r, w, i) <= most)
        continue;
      best = i;
      most = tp_reflex_score(r, w, i);
    }
    if (best == TP_NONE)
      return count;
    choice[count] = best;
    chosen[best] = 1;
    have.budget -= r->actions[best].budget;
    have.capital -= r->actions[best].capital;
    have.attention -= r->actions[best].attention;
  }
}

static int compare(const struct tp_rules *r, const struct tp_world *w, int seat) {
  struct tp_orders orders = {.seat = (int16_t)seat};
  int choice[TP_ACTIONS_MAX], acts = 0, count = choose_one_by_one(r, w, seat, choice);
  tp_reflex_lean(r, w, NULL, &orders);
  for (int i = 0; i < orders.count; i++) {
    if (orders.item[i].kind != TP_ORDER_ACT)
      continue;
    assert_true(acts < count);
    assert_int_equal(orders.item[i].id, choice[acts++]);
  }
  assert_int_equal(acts, count);
  return count;
}

/* Plays games of the default scenario; how many actions were chosen, all of them as one by one. */
static int compare_games(const struct tp_rules *r, int games) {
  struct tp_world *w = malloc(r->world_size);
  int count = 0;
  for (int game = 0; game < games; game++) {
    tp_world_start(r, w, (uint64_t)game);
    while (w->result == TP_PLAYING && w->turn < r->turns) {
      for (int actor = 0; actor < r->actor_count; actor++)
        count += r->actors[actor].is_seat ? compare(r, w, actor) : 0;
      tp_reflex_turn(r, w, TP_NONE, NULL, NULL);
    }
  }
  free(w);
  return count;
}

static struct tp_scenario *load(void) {
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = tp_scenario_load("rapprochement-2018", "en", &problems);
  assert_non_null(scenario);
  return scenario;
}

static void four_at_a_time_is_as_one_by_one(void **state) {
  struct tp_scenario *scenario = load();
  (void)state;
  assert_true(compare_games(scenario->rules, 5) > 500);
  tp_scenario_free(scenario);
}

/* Without whims many scores are equal, and of each two neighbours one excludes the other. */
static void the_first_of_equals_that_can_be_paid_for(void **state) {
  struct tp_scenario *scenario = load();
  struct tp_rules rules = *scenario->rules;
  struct tp_action actions[TP_ACTIONS_MAX];
  struct tp_system *system = malloc(sizeof *system);
  (void)state;
  memcpy(actions, rules.actions, (size_t)rules.action_count * sizeof *actions);
  for (int i = 0; i < rules.action_count; i++) {
    actions[i].reflex = 5;
    actions[i].reflex_terms.count = 0;
    tp_set_put(&actions[i].excludes, i ^ 1, 1);
  }
  rules.actions = actions;
  rules.coefficient.policy_jitter = 0;
  memcpy(system, rules.system, sizeof *system);
  tp_system_line_up(&rules, system);
  rules.system = system;
  assert_true(compare_games(&rules, 2) > 200);
  free(system);
  tp_scenario_free(scenario);
}

static void what_is_banned_or_ruled_out_is_passed_over(void **state) {
  struct tiny *tiny = *state;
  int seat = tiny_actor(tiny, "league");
  int forge = tiny_action(tiny, "forge");
  assert_true(compare(&tiny->r, tiny->w, seat) > 0);
  tiny->r.banned[forge] = 1;
  compare(&tiny->r, tiny->w, seat);
  *tiny_at(tiny, "league.attention") = 0;
  compare(&tiny->r, tiny->w, seat);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      cmocka_unit_test(four_at_a_time_is_as_one_by_one),
      cmocka_unit_test(the_first_of_equals_that_can_be_paid_for),
      TINY_TEST(what_is_banned_or_ruled_out_is_passed_over),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
