/* Forecasts: the same question has the same answer, nobody waits, and anything can be given up. */
#include "opened.h"

static void same_forecast(const struct tp_forecast *a, const struct tp_forecast *b) {
  assert_int_equal(a->line_count, b->line_count);
  for (int i = 0; i < a->line_count; i++) {
    const struct tp_forecast_line *x = &a->lines[i], *y = &b->lines[i];
    assert_int_equal(x->slot, y->slot);
    assert_true(x->gain == y->gain && x->gain_low == y->gain_low);
    for (int turn = 0; turn <= a->horizon; turn++) {
      assert_memory_equal(x->without[turn], y->without[turn], sizeof x->without[turn]);
      assert_memory_equal(x->with[turn], y->with[turn], sizeof x->with[turn]);
    }
  }
}

static struct tp_order to(int action) {
  return (struct tp_order){TP_ORDER_ACT, (int16_t)action, 0};
}

static void forecast(struct tp_session *s, const char *id, int rollouts, struct tp_forecast *f) {
  int ticket = tp_session_forecast_order(s, to(action_called(s, id)), rollouts, 6);
  assert_true(ticket > 0);
  assert_int_equal(tp_session_forecast_wait(s, ticket, f), TP_FORECAST_DONE);
}

static void equal_questions_have_equal_answers(void **state) {
  (void)state;
  static struct tp_forecast a, b;
  struct tp_session *one = open_tiny(""), *two = open_tiny("");
  forecast(one, "forge", 60, &a);
  forecast(two, "gift", 40, &b);
  forecast(two, "forge", 60, &b);
  same_forecast(&a, &b);
  tp_session_close(one);
  tp_session_close(two);
}

static void forecasts_do_not_know_the_games_dice(void **state) {
  (void)state;
  static struct tp_forecast a, b;
  struct tp_session *one = open_tiny("");
  struct tp_session *two = open_game((struct tp_session_options){
      .scenario = "tests/support/tiny.json", .policy = "reflex", .folder = "", .seed = 99});
  forecast(one, "forge", 40, &a);
  forecast(two, "forge", 40, &b);
  same_forecast(&a, &b);
  tp_session_close(one);
  tp_session_close(two);
}

static void a_forecast_changes_nothing(void **state) {
  (void)state;
  static struct tp_forecast f;
  struct tp_session *asked = open_tiny(""), *silent = open_tiny("");
  for (int i = 0; i < 4; i++) {
    forecast(asked, "gift", 20, &f);
    tp_session_end_turn(asked);
    tp_session_end_turn(silent);
    assert_true(hash_of(asked) == hash_of(silent));
  }
  tp_session_close(asked);
  tp_session_close(silent);
}

static void the_same_question_is_asked_once(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  int forge = action_called(s, "forge");
  int ticket = tp_session_forecast_order(s, to(forge), 20, 4);
  assert_int_equal(tp_session_forecast_order(s, to(forge), 20, 4), ticket);
  tp_session_forecast_wait(s, ticket, NULL);
  assert_int_equal(tp_session_forecast_order(s, to(forge), 20, 4), ticket);
  assert_int_not_equal(tp_session_forecast_order(s, to(forge), 20, 5), ticket);
  tp_session_close(s);
}

static void quantiles_rise_and_the_action_shows(void **state) {
  (void)state;
  static struct tp_forecast f;
  struct tp_session *s = open_tiny("");
  forecast(s, "forge", 80, &f);
  for (int i = 0; i < f.line_count; i++) {
    for (int turn = 0; turn <= f.horizon; turn++) {
      for (int q = 1; q < TP_FORECAST_QUANTILES; q++)
        assert_true(f.lines[i].with[turn][q - 1] <= f.lines[i].with[turn][q]);
    }
    assert_true(f.lines[i].with[0][0] == f.lines[i].with[0][TP_FORECAST_QUANTILES - 1]);
    assert_true(f.lines[i].gain_low <= f.lines[i].gain);
    if (f.lines[i].slot == slot_called(s, "league.autonomy"))
      assert_true(f.lines[i].gain_low > 0);
  }
  tp_session_close(s);
}

/* Not in the first turn alone: the crown arms in turn 3. */
static void others_are_imagined_as_they_play(void **state) {
  (void)state;
  static struct tp_forecast quiet, planned;
  struct tp_session *s = open_tiny("");
  const struct tp_rules *r = tp_session_rules(s);
  struct tp_script_row row = {.turn = 3, .order = {.kind = TP_ORDER_ACT}};
  struct tp_policy others[TP_ACTORS_MAX] = {{.kind = TP_IDLE}};
  struct tp_forecast_request request = {.rollouts = 20, .horizon = 5, .slot_count = 1};
  row.order.id = (int16_t)action_called(s, "levy");
  request.slots[0] = (int16_t)slot_called(s, "crown.military");
  request.with.seat = request.without.seat = (int16_t)tp_session_player(s);
  assert_true(tp_forecast_compute(r, tp_session_world(s), tp_session_player(s), others, &request,
                                  NULL, NULL, &quiet));
  others[r->actions[row.order.id].seat] =
      (struct tp_policy){.kind = TP_SCRIPT, .script = {.rows = &row, .count = 1}};
  assert_true(tp_forecast_compute(r, tp_session_world(s), tp_session_player(s), others, &request,
                                  NULL, NULL, &planned));
  assert_memory_equal(planned.lines[0].with[3], quiet.lines[0].with[3],
                      sizeof quiet.lines[0].with[3]);
  assert_true(planned.lines[0].with[4][3] > quiet.lines[0].with[4][3] + 2);
  tp_session_close(s);
}

static void an_order_already_given_is_weighed_too(void **state) {
  (void)state;
  static struct tp_forecast before, after;
  struct tp_session *s = open_tiny("");
  forecast(s, "forge", 30, &before);
  tp_session_act(s, action_called(s, "forge"));
  forecast(s, "forge", 30, &after);
  same_forecast(&before, &after);
  tp_session_close(s);
}

/* The answer given is not part of what the other is measured against. */
static void choices_are_measured_against_making_none(void **state) {
  (void)state;
  static struct tp_forecast refuse, again;
  struct tp_session *s = open_tiny("");
  while (tp_session_decisions(s) == 0)
    tp_session_end_turn(s);
  struct tp_decision envoy;
  assert_true(tp_session_decision(s, 0, &envoy));
  struct tp_order order = {TP_ORDER_ANSWER, (int16_t)envoy.event, 1};
  int ticket = tp_session_forecast_order(s, order, 20, 4);
  assert_int_equal(tp_session_forecast_wait(s, ticket, &refuse), TP_FORECAST_DONE);
  assert_int_equal(tp_session_give(s, order).refusal, TP_ALLOWED);
  ticket = tp_session_forecast_order(s, order, 20, 4);
  assert_int_equal(tp_session_forecast_wait(s, ticket, &again), TP_FORECAST_DONE);
  same_forecast(&refuse, &again);
  order.choice = 0; /* what is done when nobody answers */
  ticket = tp_session_forecast_order(s, order, 20, 4);
  assert_int_equal(tp_session_forecast_wait(s, ticket, &again), TP_FORECAST_DONE);
  for (int i = 0; i < again.line_count; i++) {
    assert_memory_equal(again.lines[i].without, refuse.lines[i].without,
                        sizeof refuse.lines[i].without);
    assert_true(again.lines[i].gain == 0);
  }
  order.choice = 9;
  assert_int_equal(tp_session_forecast_order(s, order, 20, 4), 0);
  tp_session_close(s);
}

static struct tp_scenario *tiny_with(const char *sections) {
  struct tp_problems problems = {0};
  char text[1000];
  snprintf(text, sizeof text, "{ \"format\": 1, \"id\": \"other\", \"extends\": \"tiny\", %s }",
           sections);
  struct tp_scenario *scenario =
      tp_scenario_load_text(text, "tests/support/other.json", "en", &problems);
  tp_problems_write(&problems, stderr);
  assert_non_null(scenario);
  return scenario;
}

/* The date is none: no order moves it. */
static void what_victories_ask_for_is_weighed_beside_the_gauges(void **state) {
  (void)state;
  struct tp_scenario *scenario = tiny_with(
      "\"endings\": { \"silence\": { \"when\": [ { \"var\": \"crown.narrative\", \"<\": 20 },"
      " { \"var\": \"vale.promised\", \">=\": 90 }, { \"var\": \"world.turn\", \">\": 5 },"
      " { \"var\": \"league-crown.government\", \"<=\": 3 } ] } }");
  struct tp_session_options options = {.policy = "idle", .seed = 1};
  struct tp_session *s = tp_session_start_rules(scenario->rules, &options, NULL);
  static struct tp_forecast f, whole;
  struct tp_goal goals[4];
  assert_int_equal(tp_session_goals(s, goals, 4), 2);
  assert_int_equal(tp_session_goals(s, goals, 1), 1);
  tp_session_goals(s, goals, 4);
  assert_int_equal(goals[0].slot, slot_called(s, "vale.promised"));
  assert_int_equal(goals[1].slot, slot_called(s, "league-crown.government"));
  assert_true(goals[0].rising && !goals[1].rising);
  struct tp_nearness nearest; /* the tie is weak enough; neither date nor promises are there yet */
  tp_session_nearest_victory(s, &nearest);
  assert_string_equal(scenario->rules->endings[nearest.ending].words.id, "silence");
  assert_int_equal(nearest.of, 4);
  assert_int_equal(nearest.held, tp_session_world(s)->v[goals[1].slot] <= 3);
  forecast(s, "gift", 30, &f);
  assert_int_equal(f.gain_count, 2);
  const struct tp_forecast_line *promised = &f.lines[f.line_count];
  assert_int_equal(promised->slot, goals[0].slot);
  assert_true(tp_forecast_gains(promised) && promised->gain > 1);
  assert_false(tp_forecast_gains(&f.lines[f.line_count + 1]));
  struct tp_forecast_request request = {
      .rollouts = 30, .horizon = 6, .slot_count = 1, .slots = {(int16_t)goals[0].slot}};
  request.with = request.without = *tp_session_orders(s);
  request.with.item[request.with.count++] = to(action_called(s, "gift"));
  int ticket = tp_session_forecast(s, 0, &request);
  assert_int_equal(tp_session_forecast_wait(s, ticket, &whole), TP_FORECAST_DONE);
  assert_true(whole.lines[0].gain == promised->gain);
  tp_session_close(s);
  tp_scenario_free(scenario);
}

/* Against a side that only holds: each choice tells how the crisis goes if the player holds then.
 */
static void a_forecast_tells_how_a_crisis_goes(void **state) {
  (void)state;
  struct tp_scenario *scenario = tiny_with("\"events\": { \"clash\": { \"at\": 1 } },"
                                           "\"rules\": { \"crisis.easing\": 0.3 }");
  struct tp_session_options options = {.policy = "idle", .seed = 1};
  struct tp_session *s = tp_session_start_rules(scenario->rules, &options, NULL);
  static struct tp_forecast calm, f[3];
  forecast(s, "forge", 50, &calm);
  for (int way = 0; way < TP_CRISIS_WAYS; way++)
    assert_int_equal(calm.crisis[0][way] + calm.crisis[1][way], 0);
  struct tp_crisis_state crisis = {0};
  for (int turn = 0; turn < 4 && !crisis.on; turn++) {
    tp_session_end_turn(s);
    tp_session_crisis(s, &crisis);
  }
  assert_true(crisis.ours);
  for (int move = TP_HOLD_FIRM; move <= TP_STEP_BACK; move++) {
    struct tp_order order = {TP_ORDER_MOVE, 0, (int16_t)move};
    int ticket = tp_session_forecast_order(s, order, 50, 4);
    assert_int_equal(tp_session_forecast_wait(s, ticket, &f[move]), TP_FORECAST_DONE);
    const int *with = f[move].crisis[1], *without = f[move].crisis[0];
    assert_int_equal(with[TP_CRISIS_WON] + with[TP_CRISIS_WAR] + without[TP_CRISIS_LOST], 0);
    assert_int_equal(without[TP_CRISIS_EASED] + without[TP_CRISIS_GOES_ON], 50);
  }
  const int *held = f[TP_HOLD_FIRM].crisis[1];
  assert_int_equal(held[TP_CRISIS_EASED] + held[TP_CRISIS_GOES_ON], 50);
  assert_true(held[TP_CRISIS_EASED] > 25 && held[TP_CRISIS_GOES_ON] > 0);
  assert_true(f[TP_ESCALATE].crisis[1][TP_CRISIS_EASED] < held[TP_CRISIS_EASED]);
  assert_int_equal(f[TP_STEP_BACK].crisis[1][TP_CRISIS_LOST], 50);
  char text[TP_WORDING_MAX], expected[TP_WORDING_MAX];
  tp_session_crisis_ways(s, held, text, sizeof text);
  snprintf(expected, sizeof expected, "If you hold firm then: it eases %d %%, it goes on %d %%.",
           2 * held[TP_CRISIS_EASED], 2 * held[TP_CRISIS_GOES_ON]);
  assert_string_equal(text, expected);
  tp_session_crisis_ways(s, f[TP_STEP_BACK].crisis[1], text, sizeof text);
  assert_string_equal(text, "");
  tp_session_close(s);
  tp_scenario_free(scenario);
}

static void a_lack_of_means_does_not_prevent_a_forecast(void **state) {
  (void)state;
  static struct tp_forecast f;
  struct tp_session *s = open_tiny("");
  tp_session_act(s, action_called(s, "forge"));
  tp_session_act(s, action_called(s, "gift"));
  forecast(s, "pact", 10, &f);
  assert_int_equal(tp_session_forecast_order(s, to(action_called(s, "levy")), 10, 4), 0);
  tp_session_close(s);
}

static void a_forecast_can_be_given_up(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  int forge = action_called(s, "forge"), gift = action_called(s, "gift");
  int first = tp_session_forecast_order(s, to(forge), TP_FORECAST_ROLLOUTS, TP_FORECAST_HORIZON);
  int second = tp_session_forecast_order(s, to(gift), TP_FORECAST_ROLLOUTS, TP_FORECAST_HORIZON);
  tp_session_forecast_cancel(s, first);
  tp_session_forecast_cancel(s, second);
  assert_int_equal(tp_session_forecast_wait(s, first, NULL), TP_FORECAST_CANCELLED);
  assert_int_equal(tp_session_forecast_wait(s, second, NULL), TP_FORECAST_CANCELLED);
  assert_int_equal(tp_session_forecast_poll(s, 12345, NULL), TP_FORECAST_UNKNOWN);
  static struct tp_forecast f;
  forecast(s, "gift", 10, &f); /* and the thread works on */
  tp_session_close(s);
}

static void closing_does_not_wait_for_forecasts(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  for (int horizon = 1; horizon <= 20; horizon++)
    tp_session_forecast_order(s, to(action_called(s, "forge")), TP_FORECAST_ROLLOUTS, horizon);
  tp_session_close(s);
}

static void old_tickets_are_forgotten(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  int first = tp_session_forecast_order(s, to(action_called(s, "gift")), 1, 1);
  tp_session_forecast_wait(s, first, NULL);
  for (int rollouts = 2; rollouts < TP_FORECAST_KEPT + 4; rollouts++) {
    int ticket = tp_session_forecast_order(s, to(action_called(s, "gift")), rollouts, 1);
    tp_session_forecast_wait(s, ticket, NULL);
  }
  assert_int_equal(tp_session_forecast_poll(s, first, NULL), TP_FORECAST_UNKNOWN);
  tp_session_close(s);
}

static void what_if_starts_from_any_turn(void **state) {
  (void)state;
  static struct tp_forecast f;
  struct tp_session *s = open_tiny("");
  for (int i = 0; i < 3; i++)
    tp_session_end_turn(s);
  int seat = tp_session_player(s);
  struct tp_forecast_request request = {.without = {.seat = (int16_t)seat},
                                        .with = {.seat = (int16_t)seat, .count = 1},
                                        .rollouts = 20,
                                        .horizon = 4,
                                        .slot_count = 1};
  request.with.item[0] =
      (struct tp_order){.kind = TP_ORDER_ACT, .id = (int16_t)action_called(s, "gift")};
  request.slots[0] = (int16_t)slot_called(s, "vale.promised");
  int ticket = tp_session_forecast(s, 1, &request);
  assert_int_equal(tp_session_forecast_wait(s, ticket, &f), TP_FORECAST_DONE);
  assert_int_equal(f.turn, 1);
  assert_true(f.lines[0].gain > 1);
  assert_int_equal(tp_session_forecast(s, 7, &request), 0);
  request.slots[0] = -1;
  assert_int_equal(tp_session_forecast(s, 1, &request), 0);
  tp_session_close(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(equal_questions_have_equal_answers),
      cmocka_unit_test(forecasts_do_not_know_the_games_dice),
      cmocka_unit_test(a_forecast_changes_nothing),
      cmocka_unit_test(the_same_question_is_asked_once),
      cmocka_unit_test(quantiles_rise_and_the_action_shows),
      cmocka_unit_test(others_are_imagined_as_they_play),
      cmocka_unit_test(an_order_already_given_is_weighed_too),
      cmocka_unit_test(choices_are_measured_against_making_none),
      cmocka_unit_test(what_victories_ask_for_is_weighed_beside_the_gauges),
      cmocka_unit_test(a_forecast_tells_how_a_crisis_goes),
      cmocka_unit_test(a_lack_of_means_does_not_prevent_a_forecast),
      cmocka_unit_test(a_forecast_can_be_given_up),
      cmocka_unit_test(closing_does_not_wait_for_forecasts),
      cmocka_unit_test(old_tickets_are_forgotten),
      cmocka_unit_test(what_if_starts_from_any_turn),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
