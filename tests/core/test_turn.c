/* The three promises of a turn: an exact ledger, keyed chance, the same game everywhere. */
#include "support/tiny.h"

#include "ai/policy.h"
#include "data/json/problems.h"
#include "data/scenario.h"

#include <stdlib.h>
#include <string.h>

struct table {
  const struct tp_rules *r;
  struct tp_world *w;
  void *room;
  struct tp_policy policies[TP_ACTORS_MAX];
};

static void sit_down(struct table *table, const struct tp_rules *r, const char *policy,
                     uint64_t seed) {
  table->r = r;
  table->w = malloc(r->world_size);
  table->room = malloc(tp_policy_room(r));
  for (int i = 0; i < r->actor_count; i++) {
    assert_true(tp_policy_named(policy, &table->policies[i]));
  }
  tp_world_start(r, table->w, seed);
}

static void get_up(struct table *table) {
  free(table->w);
  free(table->room);
}

static void play_turn(struct table *table, struct tp_ledger *ledger) {
  tp_policy_play_turn(table->r, table->w, table->policies, NULL, table->room, ledger, NULL);
}

static uint64_t bits_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

/* Replays the rows on the values before the turn; every variable must come out to the last bit and
 * lie in its range. */
static void check_ledger(const struct tp_rules *r, double *v, const struct tp_ledger *ledger,
                         const struct tp_world *after) {
  assert_int_equal(ledger->missed, 0);
  for (int i = 0; i < ledger->count; i++)
    v[ledger->rows[i].slot] += ledger->rows[i].delta;
  for (int i = 0; i < r->slot_count; i++) {
    if (bits_of(v[i]) != bits_of(after->v[i])) {
      fail_msg("turn %d: the rows of %s give %.17g, not %.17g", after->turn, r->slots[i].name, v[i],
               after->v[i]);
    }
    assert_between(after->v[i], r->low[i], r->high[i]);
  }
}

static void the_ledger_is_exact(const struct tp_rules *r, int games) {
  struct tp_ledger ledger = {.rows = malloc(TINY_ROWS * sizeof *ledger.rows),
                             .capacity = TINY_ROWS};
  double *before = malloc((size_t)r->slot_count * sizeof *before);
  for (int game = 0; game < games; game++) {
    struct table watched, blind;
    sit_down(&watched, r, "random", (uint64_t)game);
    sit_down(&blind, r, "random", (uint64_t)game);
    while (watched.w->result == TP_PLAYING) {
      memcpy(before, watched.w->v, (size_t)r->slot_count * sizeof *before);
      ledger.count = 0;
      play_turn(&watched, &ledger);
      play_turn(&blind, NULL);
      check_ledger(r, before, &ledger, watched.w);
      assert_true(tp_world_hash(r, watched.w) == tp_world_hash(r, blind.w));
    }
    get_up(&watched);
    get_up(&blind);
  }
  free(before);
  free(ledger.rows);
}

static void the_ledger_is_exact_in_the_tiny_world(void **state) {
  the_ledger_is_exact(&((struct tiny *)*state)->r, 200);
}

static void the_ledger_is_exact_in_every_shipped_scenario(void **state) {
  (void)state;
  int count, played = 0;
  struct tp_scenario_entry *list = tp_scenario_list(NULL, "en", &count);
  for (int i = 0; i < count; i++) {
    struct tp_problems problems = {0};
    if (!list[i].playable)
      continue;
    struct tp_scenario *scenario = tp_scenario_load(list[i].path, "en", &problems);
    tp_problems_write(&problems, stderr);
    assert_non_null(scenario);
    the_ledger_is_exact(scenario->rules, 200);
    tp_scenario_free(scenario);
    played++;
  }
  assert_true(played > 0);
  tp_scenario_list_free(list, count);
}

static void the_same_seed_gives_the_same_game(void **state) {
  const struct tp_rules *r = &((struct tiny *)*state)->r;
  struct table one, two, other;
  sit_down(&one, r, "reflex", 7);
  sit_down(&two, r, "reflex", 7);
  sit_down(&other, r, "reflex", 8);
  while (one.w->result == TP_PLAYING) {
    play_turn(&one, NULL);
    play_turn(&two, NULL);
    play_turn(&other, NULL);
    assert_true(tp_world_hash(r, one.w) == tp_world_hash(r, two.w));
    assert_true(tp_world_hash(r, one.w) != tp_world_hash(r, other.w));
  }
  get_up(&one);
  get_up(&two);
  get_up(&other);
}

/* One decision changed: the floods still come when they came. */
static void a_decision_leaves_unrelated_draws_as_they_were(void **state) {
  struct tiny *tiny = *state;
  void *other;
  tiny_open(&other);
  tiny_order(tiny, "crown", tiny_act(tiny, "levy"));
  tiny_wait(other, 1);
  assert_true(*tiny_at(tiny, "crown.military") != *tiny_at(other, "crown.military"));
  int floods = 0;
  for (int turn = 1; turn < 12; turn++) {
    tiny_wait(tiny, 1);
    tiny_wait(other, 1);
    double here = tiny_moved(tiny, "league.prosperity", TP_CAUSE_EVENT);
    assert_true(here == tiny_moved(other, "league.prosperity", TP_CAUSE_EVENT));
    floods += here != 0;
  }
  assert_true(floods > 0);
  tiny_close(&other);
}

static void a_copy_is_the_game(void **state) {
  struct tiny *tiny = *state;
  tiny_wait(tiny, 3);
  struct tp_world *copy = malloc(tiny->r.world_size);
  tp_world_copy(&tiny->r, copy, tiny->w);
  tiny_wait(tiny, 4);
  for (int i = 0; i < 4; i++)
    tp_turn_play(&tiny->r, copy, NULL, 0, NULL, NULL);
  assert_true(tp_world_hash(&tiny->r, copy) == tp_world_hash(&tiny->r, tiny->w));
  free(copy);
}

static void a_seat_does_not_see_what_others_keep(void **state) {
  struct tiny *tiny = *state;
  *tiny_at(tiny, "crown.budget") = 77;
  *tiny_at(tiny, "league.budget") = 66;
  struct tp_world *view = malloc(tiny->r.world_size);
  tp_world_observe(&tiny->r, tiny->w, tiny_actor(tiny, "league"), 99, view);
  assert_true(view->v[tiny_slot(tiny, "crown.budget")] == 10);
  assert_true(view->v[tiny_slot(tiny, "league.budget")] == 66);
  assert_true(view->seed == 99);
  free(view);
}

static void the_order_of_seats_in_the_list_does_not_matter(void **state) {
  struct tiny *tiny = *state;
  struct tp_orders sets[2] = {{.seat = (int16_t)tiny_actor(tiny, "crown")},
                              {.seat = (int16_t)tiny_actor(tiny, "jade")}};
  tp_order_give(&tiny->r, tiny->w, &sets[0], tiny_act(tiny, "levy"));
  tp_order_give(&tiny->r, tiny->w, &sets[1], tiny_act(tiny, "visit"));
  struct tp_orders turned[2] = {sets[1], sets[0]};
  struct tp_world *other = malloc(tiny->r.world_size);
  tp_world_copy(&tiny->r, other, tiny->w);
  tp_turn_play(&tiny->r, tiny->w, sets, 2, NULL, NULL);
  tp_turn_play(&tiny->r, other, turned, 2, NULL, NULL);
  assert_true(tp_world_hash(&tiny->r, other) == tp_world_hash(&tiny->r, tiny->w));
  free(other);
}

static void a_held_variable_stays_and_the_ledger_says_so(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown.threat", 5);
  tiny_wait(tiny, 3);
  assert_true(*tiny_at(tiny, "crown.threat") == 5);
  assert_true(tiny_moved(tiny, "crown.threat", TP_CAUSE_HELD) < 0);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(the_ledger_is_exact_in_the_tiny_world),
      TINY_TEST(the_ledger_is_exact_in_every_shipped_scenario),
      TINY_TEST(the_same_seed_gives_the_same_game),
      TINY_TEST(a_decision_leaves_unrelated_draws_as_they_were),
      TINY_TEST(a_copy_is_the_game),
      TINY_TEST(a_seat_does_not_see_what_others_keep),
      TINY_TEST(the_order_of_seats_in_the_list_does_not_matter),
      TINY_TEST(a_held_variable_stays_and_the_ledger_says_so),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
