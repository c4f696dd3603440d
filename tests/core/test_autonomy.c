/* Five pillars, consent, deterrence and the gap. */
#include "support/tiny.h"

static void the_weakest_pillar_holds_autonomy_back(void **state) {
  struct tiny *tiny = *state;
  const char *pillars[] = {"league.industry", "league.command", "league.readiness",
                           "league.deterrent"};
  for (int i = 0; i < 4; i++)
    tiny_hold(tiny, pillars[i], 100);
  tiny_hold(tiny, "league.enablers", 10);
  tiny_wait(tiny, 1);
  assert_between(*tiny_at(tiny, "league.autonomy"), 35, 36);
  assert_true(tiny_moved(tiny, "league.autonomy", TP_CAUSE_PILLAR) > 0);
}

static void withdrawal_that_outruns_autonomy_opens_the_gap(void **state) {
  struct tiny *tiny = *state;
  double before = *tiny_at(tiny, "league.gap"), hazard = *tiny_at(tiny, "world.hazard");
  tiny->r.coefficient.hazard_scale = 1;
  tiny_hold(tiny, "league>aegis.presence", 0);
  tiny_hold(tiny, "world.crisis", 0);
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "league.gap") > before + 20);
  assert_true(*tiny_at(tiny, "world.hazard") > hazard);
  assert_true(tiny_moved(tiny, "league.deterrence", TP_CAUSE_FROM_PRESENCE) < -20);
}

static void a_shock_raises_spending_over_years_and_imports_at_once(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "league.threat", 60);
  tiny_wait(tiny, 4);
  assert_between(*tiny_at(tiny, "league.spending") - 2, 0.05, 0.3);
  assert_true(*tiny_at(tiny, "league.imports") > 58);
  assert_true(tiny_moved(tiny, "league.industry", TP_CAUSE_FROM_IMPORTS) < 0);
}

static void members_consent_by_fear_doubt_and_promise(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "vale>crown.menace", 70);
  tiny_hold(tiny, "world.commitment", 20);
  tiny_hold(tiny, "vale.promised", 30);
  tiny_wait(tiny, 2);
  assert_true(tiny_moved(tiny, "vale.consent", TP_CAUSE_FROM_MENACE) > 1);
  assert_true(tiny_moved(tiny, "vale.consent", TP_CAUSE_FROM_PRESENCE) > 0);
  assert_true(tiny_moved(tiny, "vale.consent", TP_CAUSE_FROM_PROMISE) > 1);
  assert_true(*tiny_at(tiny, "vale.reliance") < 58);
}

static void division_costs_unity(void **state) {
  struct tiny *tiny = *state;
  tiny_hold(tiny, "isle.consent", 100);
  tiny_hold(tiny, "vale.consent", 20);
  tiny_wait(tiny, 2);
  double mean = (30 * 100.0 + 70 * 20.0) / 100;
  assert_true(*tiny_at(tiny, "league.unity") < mean - 10);
}

static void trade_with_the_adversary_restrains_it(void **state) {
  struct tiny *tiny = *state;
  tiny->r.coefficient.hazard_scale = 1;
  tiny_wait(tiny, 1);
  double with = *tiny_at(tiny, "world.hazard");
  tiny_hold(tiny, "league-crown.economy", 0);
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "world.hazard") > with);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(the_weakest_pillar_holds_autonomy_back),
      TINY_TEST(withdrawal_that_outruns_autonomy_opens_the_gap),
      TINY_TEST(a_shock_raises_spending_over_years_and_imports_at_once),
      TINY_TEST(members_consent_by_fear_doubt_and_promise),
      TINY_TEST(division_costs_unity),
      TINY_TEST(trade_with_the_adversary_restrains_it),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
