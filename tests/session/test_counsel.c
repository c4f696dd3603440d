/* Counsel: a situation is planted, and the advisors see it first, with its cause and a remedy. */
#include "opened.h"

#include "data/address.h"
#include "session/advice.h"

#include <math.h>

/* A game of the tiny world, changed by `sections`, in which the others do nothing. */
struct stage {
  struct tp_scenario *scenario;
  struct tp_rules r; /* with a schedule of the story's own */
  struct tp_session *s;
};

static void open_stage(struct stage *stage, const char *sections) {
  struct tp_problems problems = {0};
  struct tp_text text = {0};
  tp_text_print(&text, "{ \"format\": 1, \"id\": \"planted\", \"extends\": \"tiny\"%s%s }",
                sections[0] ? ", " : "", sections);
  stage->scenario = tp_scenario_load_text(text.data, "tests/support/planted.json", "en", &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  tp_text_free(&text);
  assert_non_null(stage->scenario);
  stage->r = *stage->scenario->rules;
  stage->s = NULL;
}

static void begin(struct stage *stage) {
  struct tp_session_options options = {.policy = "idle", .seed = 1};
  stage->s = tp_session_start_rules(&stage->r, &options, NULL);
  assert_non_null(stage->s);
}

static void close_stage(struct stage *stage) {
  tp_session_close(stage->s);
  tp_scenario_free(stage->scenario);
}

static int slot_of(const struct stage *stage, const char *address) {
  int slot = tp_address_find(&stage->r, address);
  assert_int_not_equal(slot, TP_NONE);
  return slot;
}

/* In the first turn. */
static void plant(struct stage *stage, const char *address, double value) {
  stage->r.scheduled[stage->r.scheduled_count++] = (struct tp_scheduled){
      .turn = 0, .slot = (int16_t)slot_of(stage, address), .event = TP_NONE, .value = value};
}

static void plant_event(struct stage *stage, const char *id) {
  int event = tp_address_event(&stage->r, id);
  assert_int_not_equal(event, TP_NONE);
  stage->r.scheduled[stage->r.scheduled_count++] =
      (struct tp_scheduled){.turn = 0, .slot = TP_NONE, .event = (int16_t)event};
}

/* Plays the turn in which it was planted; the first counsel afterwards is about `matter`. */
static struct tp_counsel first_counsel(struct stage *stage, enum tp_matter matter) {
  struct tp_counsel list[TP_COUNSEL_MAX];
  begin(stage);
  assert_true(tp_session_end_turn(stage->s));
  assert_true(tp_session_counsel(stage->s, list, TP_COUNSEL_MAX) > 0);
  if (list[0].matter != (int)matter)
    fail_msg("the first counsel is another: %s", list[0].text);
  return list[0];
}

/* The counsel about this matter among all that are given now, or one whose text is "". */
static struct tp_counsel counsel_on(struct tp_session *s, enum tp_matter matter) {
  struct tp_counsel list[TP_COUNSEL_MAX];
  int count = tp_session_counsel(s, list, TP_COUNSEL_MAX);
  for (int i = 0; i < count; i++)
    if (list[i].matter == (int)matter)
      return list[i];
  return (struct tp_counsel){.matter = TP_MATTER_COUNT};
}

static int helps_with(const struct tp_session *s, const struct tp_counsel *c, const char *action) {
  for (int i = 0; i < c->help_count; i++)
    if (c->help[i].order.kind == TP_ORDER_ACT && c->help[i].order.id == action_called(s, action))
      return 1;
  return 0;
}

/* --- what presses ----------------------------------------------------------------------------- */

static void a_crisis_comes_before_everything(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "");
  plant_event(&stage, "clash");
  plant(&stage, "world.commitment", 0);
  struct tp_counsel c = first_counsel(&stage, TP_MATTER_CRISIS);
  assert_non_null(strstr(c.text, "the Crown"));
  assert_non_null(strstr(c.text, "incident"));
  struct tp_order hold = {.kind = TP_ORDER_MOVE, .choice = TP_HOLD_FIRM};
  assert_int_equal(tp_session_give(stage.s, hold).refusal, TP_ALLOWED);
  assert_int_equal(counsel_on(stage.s, TP_MATTER_CRISIS).matter, TP_MATTER_COUNT);
  close_stage(&stage);
}

static void a_decision_waits_until_it_is_answered(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "\"events\": { \"envoy\": { \"at\": 0, \"options\": { \"refuse\": { "
                     "\"effects\": [ { \"var\": \"claim:siege.credibility\", \"add\": 20 } ] "
                     "} } } }");
  struct tp_counsel c = first_counsel(&stage, TP_MATTER_DECISION);
  assert_non_null(strstr(c.text, "An envoy"));
  assert_non_null(strstr(c.why, "Receive him"));
  assert_int_equal(c.help_count, 1); /* to refuse him strengthens what the player fights */
  assert_int_equal(c.help[0].order.kind, TP_ORDER_ANSWER);
  assert_int_equal(c.help[0].order.choice, 0);
  assert_int_equal(tp_session_give(stage.s, c.help[0].order).refusal, TP_ALLOWED);
  assert_int_equal(counsel_on(stage.s, TP_MATTER_DECISION).matter, TP_MATTER_COUNT);
  close_stage(&stage);
}

static const char *const ruin = "\"endings\": { \"ruin\": { \"title\": \"Ruin\", \"result\": "
                                "\"defeat\", \"for\": 4, \"when\": [ { \"var\": "
                                "\"league.industry\", \"<\": 30 } ] } }";

static void a_defeat_that_has_begun_is_counted_down(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, ruin);
  plant(&stage, "league.industry", 20);
  struct tp_counsel c = first_counsel(&stage, TP_MATTER_DANGER);
  assert_int_equal(c.slot, slot_of(&stage, "league.industry"));
  assert_non_null(strstr(c.text, "In 3 turns the game ends with “Ruin”"));
  assert_int_equal(c.cause.cause, TP_CAUSE_EXPERIMENT);
  assert_true(helps_with(stage.s, &c, "forge"));
  close_stage(&stage);
}

static void a_defeat_that_comes_nearer_is_announced(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, ruin);
  plant(&stage, "league.industry", 33);
  struct tp_counsel c = first_counsel(&stage, TP_MATTER_DANGER);
  assert_non_null(strstr(c.text, "“Ruin” is not far"));
  close_stage(&stage);
}

/* --- what moved ------------------------------------------------------------------------------- */

static void an_opening_gap_is_seen_with_its_cause(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "");
  plant(&stage, "world.commitment", 20);
  struct tp_counsel c = first_counsel(&stage, TP_MATTER_GAP);
  int gap = slot_of(&stage, "league.gap");
  char moved[64];
  assert_int_equal(c.slot, gap);
  assert_int_equal(c.cause.slot, gap);
  assert_int_equal(c.cause.cause, TP_CAUSE_FROM_PRESENCE);
  assert_non_null(strstr(c.why, "commitment"));
  assert_non_null(strstr(c.why, "set by the experiment"));
  tp_wording_change(tp_session_moved(stage.s, gap, 1), moved, sizeof moved);
  assert_non_null(strstr(c.text, moved + 1)); /* without its sign */
  close_stage(&stage);
}

static void a_setback_is_the_goal_that_moved_most(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "\"actors\": { \"league\": { \"goals\": { \"league.industry\": 3, "
                     "\"league.command\": 1 } } }");
  plant(&stage, "league.industry", 38);
  plant(&stage, "league.command", 27);
  struct tp_counsel c = first_counsel(&stage, TP_MATTER_SETBACK);
  assert_int_equal(c.slot, slot_of(&stage, "league.industry"));
  assert_non_null(strstr(c.text, "down by 2"));
  assert_true(helps_with(stage.s, &c, "forge"));
  close_stage(&stage);
}

static void a_claim_near_its_mark_is_about_to_fall(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "\"objectives\": { \"siege\": { \"title\": \"No siege\", \"when\": [ { "
                     "\"var\": \"claim:siege.credibility\", \"<\": 40 } ], \"for\": 2 } }");
  plant(&stage, "claim:siege.credibility", 41);
  struct tp_counsel c = first_counsel(&stage, TP_MATTER_CLAIM);
  assert_non_null(strstr(c.text, "We are besieged"));
  assert_non_null(strstr(c.why, "sanctions on the Crown")); /* its heaviest evidence */
  assert_string_equal(stage.r.claims[c.which].words.id, "siege");
  char text[TP_WORDING_MAX];
  struct tp_help help = {.order = {TP_ORDER_ACT, (int16_t)action_called(stage.s, "gift"), 0},
                         .slot = c.slot,
                         .member = TP_NONE,
                         .gain = -2};
  tp_session_help_text(stage.s, &help, text, sizeof text);
  assert_string_equal(text, "A gift to Vale (“We are besieged” −2)");
  close_stage(&stage);
}

static void a_victory_within_reach_says_what_it_lacks(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "\"endings\": { \"workshop\": { \"title\": \"The workshop\", \"result\": "
                     "\"victory\", \"for\": 3, \"when\": [ { \"var\": \"league.industry\", "
                     "\">=\": 45 }, { \"var\": \"world.crisis\", \"<\": 1 } ] } }");
  struct tp_counsel c = first_counsel(&stage, TP_MATTER_GOAL);
  assert_int_equal(c.slot, slot_of(&stage, "league.industry"));
  assert_non_null(strstr(c.text, "industry at least 45; now 40"));
  assert_true(helps_with(stage.s, &c, "forge"));
  close_stage(&stage);
}

static void nobody_is_advised_to_wait_for_a_date(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage,
             "\"endings\": { \"workshop\": { \"title\": \"The workshop\", "
             "\"result\": \"victory\", \"when\": [ { \"var\": \"league.industry\", \">=\": 10 }, "
             "{ \"var\": \"world.turn\", \">=\": 2 } ] } }");
  begin(&stage);
  struct tp_counsel list[TP_COUNSEL_MAX];
  int count = tp_session_counsel(stage.s, list, TP_COUNSEL_MAX);
  for (int i = 0; i < count; i++)
    assert_null(strstr(list[i].text, "The workshop"));
  close_stage(&stage);
}

/* --- what could be built on ------------------------------------------------------------------- */

static void a_vote_hangs_on_one_member_who_can_be_won(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  struct tp_counsel c = counsel_on(s, TP_MATTER_VOTE);
  struct tp_ballot ballot;
  assert_int_equal(c.which, action_called(s, "forge"));
  assert_string_equal(tp_session_rules(s)->actors[c.member].words.id, "vale");
  assert_int_equal(c.help_count, 1);
  assert_true(helps_with(s, &c, "gift"));
  tp_session_poll(s, c.which, &ballot);
  assert_true(ballot.passes <= 0);
  double lacks = tp_session_rules(s)->coefficient.council_margin - ballot.score[1];
  assert_int_equal(ballot.member[1], c.member);
  assert_true(c.help[0].gain >= lacks);
  char text[TP_WORDING_MAX];
  tp_session_help_text(s, &c.help[0], text, sizeof text);
  assert_non_null(strstr(text, "A gift to Vale (Vale +15"));
  /* Who does as is advised, and asks for the vote in the same turn, wins it. */
  assert_int_equal(tp_session_give(s, c.help[0].order).refusal, TP_ALLOWED);
  assert_int_equal(tp_session_act(s, c.which).refusal, TP_ALLOWED);
  assert_true(tp_session_end_turn(s));
  assert_true(tp_world_actions_const(tp_session_rules(s), tp_session_world(s))[c.which].left > 0);
  tp_session_close(s);
}

static void a_vote_nobody_can_win_is_not_spoken_of(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "\"actions\": { \"gift\": { \"effects\": [ { \"var\": \"vale.promised\", "
                     "\"add\": 1 } ] } }");
  begin(&stage);
  assert_int_equal(counsel_on(stage.s, TP_MATTER_VOTE).matter, TP_MATTER_COUNT);
  close_stage(&stage);
}

static double harmonic_with(const double pillars[5], int raised, double by) {
  double sum = 0;
  for (int i = 0; i < 5; i++)
    sum += 1 / (pillars[i] + (i == raised ? by : 0));
  return 5 / sum;
}

static void the_weakest_pillar_is_worth_most(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "\"actors\": { \"league\": { \"vars\": { \"industry\": 20, \"command\": 80 } "
                     "} }");
  begin(&stage);
  struct tp_counsel c = counsel_on(stage.s, TP_MATTER_PILLAR);
  assert_int_equal(c.slot, slot_of(&stage, "league.industry"));
  assert_non_null(strstr(c.why, "No programme"));
  assert_true(helps_with(stage.s, &c, "forge"));
  const double *pillars = tp_session_world(stage.s)->v + c.slot;
  double small = 1e-6,
         worth = (harmonic_with(pillars, 0, small) - harmonic_with(pillars, 0, 0)) / small;
  char figure[TP_FIGURE_MAX]; /* which to the tenth often looks like the strongest's */
  assert_non_null(strstr(c.text, tp_phrase_number(figure, worth, 2)));
  tp_session_act(stage.s, action_called(stage.s, "forge"));
  assert_string_equal(counsel_on(stage.s, TP_MATTER_PILLAR).why, ""); /* now one raises it */
  close_stage(&stage);
}

static void idle_means_are_counted_while_there_is_use_for_them(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "");
  begin(&stage);
  struct tp_counsel c = counsel_on(stage.s, TP_MATTER_MEANS);
  assert_non_null(strstr(c.text, "20 bn, 20 political capital and 2 attention"));
  assert_true(helps_with(stage.s, &c, "forge"));
  tp_session_act(stage.s, action_called(stage.s, "forge"));
  c = counsel_on(stage.s, TP_MATTER_MEANS);
  assert_false(helps_with(stage.s, &c, "forge")); /* it cannot be ordered twice */
  close_stage(&stage);
}

/* --- who speaks, and how much ------------------------------------------------------------------
 */

static void the_line_that_fits_most_narrowly_is_said(void **state) {
  (void)state;
  struct stage stage;
  open_stage(&stage, "\"actors\": { \"league\": { \"goals\": { \"league.enablers\": 1 } } }");
  plant(&stage, "league.enablers", 25);
  struct tp_counsel c = first_counsel(&stage, TP_MATTER_SETBACK);
  const struct tp_guide *guide = stage.r.guide;
  assert_string_equal(guide->advisors[c.advisor].words.title, "The herald");
  assert_string_equal(c.line, "Nobody can say why."); /* the one for this cause */
  close_stage(&stage);
}

static void the_weightiest_come_first_and_none_twice(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  do {
    struct tp_counsel list[TP_COUNSEL_MAX + 1];
    int count = tp_session_counsel(s, list, TP_COUNSEL_MAX + 1);
    assert_true(count <= TP_COUNSEL_MAX);
    for (int i = 1; i < count; i++) {
      assert_true(list[i - 1].weight >= list[i].weight);
      assert_true(list[i].slot == TP_NONE || list[i].slot != list[i - 1].slot);
    }
  } while (tp_session_end_turn(s));
  struct tp_counsel none;
  assert_int_equal(tp_session_counsel(s, &none, 1), 0); /* the game is over */
  tp_session_close(s);
}

/* --- the shipped game --------------------------------------------------------------------------
 */

/* What is said to have moved a number is in its ledger. */
static void assert_in_ledger(const struct tp_session *s, const struct tp_counsel *c) {
  int count, found = 0;
  if (c->cause.slot == TP_NONE)
    return;
  const struct tp_row *rows = tp_session_why(s, c->slot, tp_session_turn(s), &count);
  for (int i = 0; i < count; i++)
    found |= rows[i].slot == c->cause.slot && rows[i].cause == c->cause.cause &&
             rows[i].source == c->cause.source && rows[i].delta == c->cause.delta;
  assert_true(found);
}

/* What is recommended may be ordered, and the card's own forecast says the same of it. */
static void assert_forecast_agrees(struct tp_session *s, const struct tp_help *help) {
  struct tp_forecast_request request = {.rollouts = 100, .horizon = TP_COUNSEL_HORIZON};
  struct tp_forecast forecast;
  struct tp_policy reflex[TP_ACTORS_MAX]; /* as the counsel imagines the others */
  for (int actor = 0; actor < TP_ACTORS_MAX; actor++)
    tp_policy_named("reflex", &reflex[actor]);
  assert_int_equal(tp_session_check(s, help->order).refusal, TP_ALLOWED);
  if (help->slot == TP_NONE)
    return;
  request.with.seat = request.without.seat = (int16_t)tp_session_player(s);
  request.with.item[request.with.count++] = help->order;
  request.slots[request.slot_count++] = (int16_t)help->slot;
  assert_true(tp_forecast_compute(tp_session_rules(s), tp_session_world(s), tp_session_player(s),
                                  reflex, &request, NULL, NULL, &forecast));
  if (help->gain * forecast.lines[0].gain <= 0)
    fail_msg("%s: the counsel says %g, the forecast %g",
             tp_session_rules(s)->slots[help->slot].name, help->gain, forecast.lines[0].gain);
}

static void counsel_contradicts_no_number_of_the_board(void **state) {
  (void)state;
  struct tp_session *s = open_game((struct tp_session_options){
      .scenario = "rapprochement-2018", .policy = "reflex", .folder = "", .seed = 11});
  for (int turn = 0; turn < 6; turn++) {
    struct tp_counsel list[TP_COUNSEL_MAX];
    int count = tp_session_counsel(s, list, TP_COUNSEL_MAX);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
      assert_in_ledger(s, &list[i]);
      for (int k = 0; k < list[i].help_count; k++)
        assert_forecast_agrees(s, &list[i].help[k]);
    }
    assert_true(tp_session_end_turn(s));
  }
  tp_session_close(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_crisis_comes_before_everything),
      cmocka_unit_test(a_decision_waits_until_it_is_answered),
      cmocka_unit_test(a_defeat_that_has_begun_is_counted_down),
      cmocka_unit_test(a_defeat_that_comes_nearer_is_announced),
      cmocka_unit_test(an_opening_gap_is_seen_with_its_cause),
      cmocka_unit_test(a_setback_is_the_goal_that_moved_most),
      cmocka_unit_test(a_claim_near_its_mark_is_about_to_fall),
      cmocka_unit_test(a_victory_within_reach_says_what_it_lacks),
      cmocka_unit_test(nobody_is_advised_to_wait_for_a_date),
      cmocka_unit_test(a_vote_hangs_on_one_member_who_can_be_won),
      cmocka_unit_test(a_vote_nobody_can_win_is_not_spoken_of),
      cmocka_unit_test(the_weakest_pillar_is_worth_most),
      cmocka_unit_test(idle_means_are_counted_while_there_is_use_for_them),
      cmocka_unit_test(the_line_that_fits_most_narrowly_is_said),
      cmocka_unit_test(the_weightiest_come_first_and_none_twice),
      cmocka_unit_test(counsel_contradicts_no_number_of_the_board),
  };
  return cmocka_run_group_tests(tests, speak_english, NULL);
}
