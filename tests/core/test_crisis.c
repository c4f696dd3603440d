/* The ladder of crisis, the guarantee, and wedges. */
#include "support/tiny.h"

static void open_crisis(struct tiny *tiny) {
  tiny->r.scheduled[tiny->r.scheduled_count++] = (struct tp_scheduled){
      .turn = (int16_t)tiny->w->turn, .slot = TP_NONE, .event = (int16_t)tiny_event(tiny, "clash")};
  tiny_wait(tiny, 1);
  assert_true(*tiny_at(tiny, "world.crisis") == 1);
}

static struct tp_order move(enum tp_crisis_move choice) {
  return (struct tp_order){.kind = TP_ORDER_MOVE, .choice = (int16_t)choice};
}

static void the_hazard_opens_crises_at_its_rate(void **state) {
  struct tiny *tiny = *state;
  tiny->r.coefficient.crisis_easing = 1;
  tiny->r.coefficient.hazard_scale = 1;
  tiny->r.turns = 30000;
  tiny_hold(tiny, "world.hazard", 20);
  int opened = 0, free_turns = 0;
  for (int i = 0; i < 2000; i++) {
    free_turns += tiny->w->crisis.challenger == TP_NONE;
    tiny->w->turn = i % 10 + 100 * (i / 10);
    tiny->w->result = TP_PLAYING;
    tiny_wait(tiny, 1);
    opened += tiny_facts(tiny, TP_FACT_CRISIS_OPENED, NULL);
  }
  assert_between((double)opened / free_turns, 0.16, 0.24);
}

static void a_crisis_rallies_who_does_not_stand_by_the_regime_yet(void **state) {
  struct tiny *tiny = *state;
  *tiny_at(tiny, "crown.stability") = 75;
  *tiny_at(tiny, "league.stability") = 50;
  open_crisis(tiny);
  assert_true(tiny_moved(tiny, "crown.rally", TP_CAUSE_CRISIS_OPENS) == 3.5);
  assert_true(tiny_moved(tiny, "league.rally", TP_CAUSE_CRISIS_OPENS) == 7);
  assert_int_equal(tiny_facts(tiny, TP_FACT_GUARANTEE, NULL), 1);
}

static void backing_down_costs_more_the_higher_the_ladder(void **state) {
  struct tiny *tiny = *state;
  tiny->r.coefficient.crisis_easing = 0;
  open_crisis(tiny);
  tiny_order(tiny, "crown", move(TP_ESCALATE));
  assert_true(*tiny_at(tiny, "world.crisis") == 2);
  tiny_hold(tiny, "crown.stability", 50);
  tiny_order(tiny, "league", move(TP_STEP_BACK));
  struct tp_fact fact;
  assert_int_equal(tiny_facts(tiny, TP_FACT_CRISIS_ENDED, &fact), 1);
  assert_int_equal(fact.a, tiny_actor(tiny, "league"));
  assert_int_equal(fact.b, tiny_actor(tiny, "crown"));
  assert_true(tiny_moved(tiny, "league.stability", TP_CAUSE_CRISIS_ENDS) == -8);
  assert_true(tiny_moved(tiny, "vale.consent", TP_CAUSE_CRISIS_ENDS) == -6);
  assert_true(tiny_moved(tiny, "crown.rally", TP_CAUSE_CRISIS_ENDS) == 4);
  assert_true(*tiny_at(tiny, "world.crisis") == 0);
}

static void a_regime_that_backs_down_is_believed_less(void **state) {
  struct tiny *tiny = *state;
  open_crisis(tiny);
  tiny_order(tiny, "crown", move(TP_STEP_BACK));
  assert_true(tiny_moved(tiny, "claim:siege.credibility", TP_CAUSE_CRISIS_ENDS) == -4);
}

static void the_fifth_step_is_war(void **state) {
  struct tiny *tiny = *state;
  open_crisis(tiny);
  for (int i = 0; i < 4; i++) {
    assert_int_equal(tiny->w->result, TP_PLAYING);
    tiny_order(tiny, "crown", move(TP_ESCALATE));
  }
  assert_true(*tiny_at(tiny, "world.crisis") == 5);
  assert_true(tiny_moved(tiny, "league.prosperity", TP_CAUSE_FROM_CRISIS) == -20);
  assert_int_equal(tiny->w->result, TP_DEFEAT);
}

static void only_the_parties_may_move_and_only_in_a_crisis(void **state) {
  struct tiny *tiny = *state;
  assert_int_equal(tiny_ask(tiny, "crown", move(TP_HOLD_FIRM)).refusal, TP_NO_CRISIS);
  open_crisis(tiny);
  assert_int_equal(tiny_ask(tiny, "crown", move(TP_ESCALATE)).refusal, TP_ALLOWED);
  assert_int_equal(tiny_ask(tiny, "jade", move(TP_ESCALATE)).refusal, TP_NO_CRISIS);
  assert_int_equal(
      tiny_ask(tiny, "crown", (struct tp_order){.kind = TP_ORDER_MOVE, .choice = 7}).refusal,
      TP_NO_SUCH_ORDER);
}

static int honoured_in(int games, double commitment, double unilateralism) {
  int honoured = 0;
  for (int i = 0; i < games; i++) {
    void *state;
    tiny_open(&state);
    struct tiny *tiny = state;
    tiny->w->seed = (uint64_t)i;
    tiny_hold(tiny, "world.commitment", commitment);
    tiny_hold(tiny, "world.unilateralism", unilateralism);
    open_crisis(tiny);
    honoured += tiny->w->crisis.honoured;
    tiny_close(&state);
  }
  return honoured;
}

static void a_guarantee_is_kept_as_it_is_meant(void **state) {
  (void)state;
  assert_in_range(honoured_in(200, 90, 10), 150, 180);
  assert_in_range(honoured_in(200, 40, 90), 25, 65);
}

static void a_denied_guarantee_dismays_its_members(void **state) {
  struct tiny *tiny = *state;
  tiny->r.coefficient.guarantee_base = -1;
  open_crisis(tiny);
  assert_true(tiny_moved(tiny, "vale.reliance", TP_CAUSE_GUARANTEE) == -10);
  assert_true(tiny_moved(tiny, "world.commitment", TP_CAUSE_GUARANTEE) == -10);
}

static void a_wedge_works_by_the_guarantors_own_conduct(void **state) {
  struct tiny *tiny = *state;
  int whisper = tiny_action(tiny, "whisper");
  *tiny_at(tiny, "world.unilateralism") = 20;
  double low = tp_wedge_chance(&tiny->r, tiny->w, whisper);
  *tiny_at(tiny, "world.unilateralism") = 90;
  double high = tp_wedge_chance(&tiny->r, tiny->w, whisper);
  assert_true(high > low + 0.3);
  *tiny_at(tiny, "league>crown.energy") = 90;
  assert_true(tp_wedge_chance(&tiny->r, tiny->w, whisper) > high);
  *tiny_at(tiny, "league-aegis.durable") = 100;
  assert_true(tp_wedge_chance(&tiny->r, tiny->w, whisper) < high);
}

static void a_wedge_that_fails_is_noticed(void **state) {
  struct tiny *tiny = *state;
  tiny->r.coefficient.wedge_base = -2;
  tiny_order(tiny, "crown", tiny_act(tiny, "whisper"));
  struct tp_fact fact;
  assert_int_equal(tiny_facts(tiny, TP_FACT_WEDGE, &fact), 1);
  assert_int_equal(fact.c, 0);
  assert_true(tiny_moved(tiny, "league>crown.menace", TP_CAUSE_ACTION) == 4);
  assert_true(tiny_moved(tiny, "league-aegis.government", TP_CAUSE_ACTION) == 0);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(the_hazard_opens_crises_at_its_rate),
      TINY_TEST(a_crisis_rallies_who_does_not_stand_by_the_regime_yet),
      TINY_TEST(backing_down_costs_more_the_higher_the_ladder),
      TINY_TEST(a_regime_that_backs_down_is_believed_less),
      TINY_TEST(the_fifth_step_is_war),
      TINY_TEST(only_the_parties_may_move_and_only_in_a_crisis),
      TINY_TEST(a_guarantee_is_kept_as_it_is_meant),
      TINY_TEST(a_denied_guarantee_dismays_its_members),
      TINY_TEST(a_wedge_works_by_the_guarantors_own_conduct),
      TINY_TEST(a_wedge_that_fails_is_noticed),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
