/* Growth, trade, energy and sanctions. */
#include "support/tiny.h"

static void a_world_at_rest_stays_at_rest(void **state) {
  struct tiny *tiny = *state;
  tiny->r.coefficient.events_chance = 0;
  double before[TP_SLOTS_MAX];
  for (int i = 0; i < tiny->r.slot_count; i++)
    before[i] = tiny->w->v[i];
  tiny_wait(tiny, 11);
  for (int i = 0; i < tiny->r.slot_count; i++) {
    int variable = tiny->r.slots[i].variable;
    if (tiny->r.slots[i].scope == TP_ON_WORLD && variable == TP_TURN)
      continue;
    /* what a seat earns is meant to pile up */
    if (tiny->r.slots[i].scope == TP_ON_ACTOR && variable >= TP_MEMBER_COUNT &&
        variable < TP_SEAT_COUNT) {
      continue;
    }
    if (before[i] - tiny->w->v[i] > 1e-6 || tiny->w->v[i] - before[i] > 1e-6) {
      fail_msg("%s drifted from %g to %g", tiny->r.slots[i].name, before[i], tiny->w->v[i]);
    }
  }
}

static void cutting_trade_costs_both_and_the_smaller_more(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "league-crown.economy", 0);
  tiny_wait(tiny, 1);
  double crown = tiny_moved(tiny, "crown.prosperity", TP_CAUSE_TRADE);
  double league = tiny_moved(tiny, "league.prosperity", TP_CAUSE_TRADE);
  assert_between(league, -1, -0.1);
  assert_true(crown < 3 * league);
}

static void dear_energy_charges_the_buyer_and_pays_the_seller(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "world.energy_price", 80);
  tiny_wait(tiny, 1);
  assert_true(tiny_moved(tiny, "league.prosperity", TP_CAUSE_ENERGY_BILL) < -0.1);
  assert_true(tiny_moved(tiny, "crown.prosperity", TP_CAUSE_ENERGY_REVENUE) > 0.05);
}

static void sanctions_hurt_their_target_and_their_author(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "league>crown.sanctions", 80);
  tiny_wait(tiny, 1);
  double target = tiny_moved(tiny, "crown.prosperity", TP_CAUSE_SANCTIONS_SUFFERED);
  double author = tiny_moved(tiny, "league.prosperity", TP_CAUSE_SANCTIONS_COST);
  assert_true(target < -0.5);
  assert_true(author < 0 && author > target);
}

static void people_get_used_to_what_they_have(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "crown.prosperity", 30);
  tiny_wait(tiny, 4);
  assert_between(*tiny_at(tiny, "crown.expectation"), 31, 49);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(a_world_at_rest_stays_at_rest),
      TINY_TEST(cutting_trade_costs_both_and_the_smaller_more),
      TINY_TEST(dear_energy_charges_the_buyer_and_pays_the_seller),
      TINY_TEST(sanctions_hurt_their_target_and_their_author),
      TINY_TEST(people_get_used_to_what_they_have),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
