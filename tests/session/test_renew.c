/* A saved game whose scenario or mods are not what they were: as saved, or with the new data. */
#include "renewed.h"

static void a_game_whose_data_are_the_same_asks_nothing(void **state) {
  (void)state;
  write_scenario("{}");
  write_mod("{ \"world\": { \"tension\": 44 } }");
  struct tp_session *s = begin("tiny+drift");
  play(s, 4);
  save(s);
  struct tp_session *again = load();
  DIFFERS(again, NULL);
  assert_false(tp_session_may_renew(again));
  assert_string_equal(tp_session_notice(again), "");
  tp_session_close(again);
  tp_session_close(s);
  remove_mod();
}

/* A save needs none of its mods: it carries what they made of the scenario, and says what became of
 * them. */
static void a_save_outlives_its_mods(void **state) {
  (void)state;
  write_scenario("{}");
  write_mod("{ \"actors\": { \"league\": { \"vars\": { \"stability\": 61 } } } }");
  struct tp_session *s = begin("tiny+drift");
  play(s, 3);
  save(s);

  write_mod("{ \"actors\": { \"league\": { \"vars\": { \"stability\": 30 } } } }");
  struct tp_session *again = load();
  assert_string_equal(tp_session_notice(again), "The mod “Drift 1.2” has changed since. The game "
                                                "goes on as it was saved.");
  assert_true(hash_of(again) == hash_of(s));
  tp_session_close(again);

  remove_mod();
  again = load();
  assert_string_equal(tp_session_notice(again), "The mod “Drift 1.2” is no longer there. The game "
                                                "goes on as it was saved.");
  play(again, 2);
  play(s, 2);
  assert_true(hash_of(again) == hash_of(s));
  save(again); /* and still knows what it was made with */
  tp_session_close(again);
  again = load();
  assert_non_null(strstr(tp_session_notice(again), "Drift"));
  tp_session_close(again);
  tp_session_close(s);
}

static const char fleet[] =
    "{ \"tracks\": { \"dyke\": { \"name\": \"The dyke\", \"start\": 20, \"min\": 0, \"max\": 50 } "
    "},"
    "  \"actors\": { \"reef\": { \"name\": \"Reef\", \"kind\": \"partner\", \"size\": 1,"
    "    \"population\": 1, \"vars\": { \"stability\": 50, \"prosperity\": 50, \"expectation\": 50,"
    "    \"grievance\": 10, \"openness\": 50, \"control\": 30, \"threat\": 20,"
    "    \"revolution_fear\": 10, \"contract\": 30, \"effort\": 10, \"rally\": 0, \"spending\": 2,"
    "    \"military\": 20, \"assertiveness\": 20 } } },"
    "  \"views\": { \"reef>league\": { \"menace\": 20 } },"
    "  \"events\": { \"raid\": { \"title\": \"A raid\", \"text\": \"Sails.\", \"chance\": 0, "
    "\"at\": 2,"
    "    \"crisis\": \"reef>league\", \"effects\": [] } },"
    "  \"rules\": { \"crisis.easing\": 0 },"
    "  \"actions\": { \"dig\": { \"seat\": \"league\", \"title\": \"Dig\", \"text\": \"Mud.\","
    "    \"theme\": \"economy\", \"cost\": { \"budget\": 1 }, \"turns\": 6,"
    "    \"effects\": [ { \"var\": \"track:dyke\", \"add\": 2, \"each\": \"turn\" } ] } } }";

/* A mod brought an action that runs, a track, an actor and the crisis with it. */
static void what_a_mod_brought_goes_with_it(void **state) {
  (void)state;
  write_scenario("{}");
  write_mod(fleet);
  struct tp_session *s = begin("tiny+drift");
  tp_session_act(s, action_called(s, "dig"));
  play(s, 3);
  assert_true(value_of(s, "world.crisis") >= 1);
  save(s);
  remove_mod();
  char *before = read_text(path);

  struct tp_session *kept = load();
  struct tp_session *healed = renew(kept);
  DIFFERS(healed, "Gone: mod “Drift 1.2”", "Gone: actor “Reef”", "Gone: view “reef>league”",
          "Gone: track “The dyke”", "Gone: action “Dig”", "Gone: event “A raid”",
          "Gone: crisis between reef and the League", "Gone: programme “dig”, turns left: 3",
          "Changed: rule “crisis.easing”, 0 becomes 0.3");
  assert_int_equal(tp_session_differences(kept)->count, tp_session_differences(healed)->count);
  assert_int_equal(tp_session_turn(healed), 3);
  assert_int_equal(tp_session_begun(healed), 3);
  assert_true(value_of(healed, "world.crisis") <= 0);
  double was = value_of(s, "crown.prosperity"), is = value_of(healed, "crown.prosperity");
  assert_true(is >= was && is <= was);
  play_on(healed, 8);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);

  char *after = read_text(path);
  assert_string_equal(before, after);
  free(before);
  free(after);
}

/* What was before is known by its values; what comes is a game like any other. */
static void a_healed_game_begins_a_new_history(void **state) {
  (void)state;
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  play(s, 4);
  save(s);
  write_scenario("{ \"rules\": { \"gap.power\": 0.9 } }");
  struct tp_session *kept = load();
  DIFFERS(kept, "Changed: rule “gap.power”, 0.75 becomes 0.9");
  save_as(kept, tp_session_autosave_path(kept)); /* is taken: the healed game saves elsewhere */
  struct tp_session *healed = renew(kept);
  int slot = slot_called(healed, "crown.stability"), rows = 0;
  assert_int_equal(tp_session_begun(healed), 4);
  assert_null(tp_session_world_at(healed, 2));
  assert_true(tp_session_shown(healed, slot, 2) == tp_session_shown(s, slot, 2));
  tp_session_why(healed, slot, 3, &rows);
  assert_int_equal(rows, 0);
  assert_string_not_equal(tp_session_autosave_path(healed), tp_session_autosave_path(kept));

  play_on(healed, 3);
  tp_session_why(healed, slot, 6, &rows);
  assert_true(rows > 0);
  assert_int_equal(tp_session_check_replay(healed, NULL), TP_NONE);
  save(healed);
  struct tp_session *again = load();
  DIFFERS(again, NULL);
  assert_string_equal(tp_session_notice(again), "");
  assert_true(hash_of(again) == hash_of(healed));
  assert_int_equal(tp_session_turn(again), 7);
  assert_int_equal(tp_session_begun(again), 4);
  assert_true(tp_session_shown(again, slot, 2) == tp_session_shown(s, slot, 2));
  assert_int_equal(tp_session_check_replay(again, NULL), TP_NONE);
  play_on(again, 8);
  tp_session_close(again);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

/* And it can be put into other data once more. */
static void a_healed_game_is_healed_again(void **state) {
  (void)state;
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  play(s, 2);
  write_scenario("{ \"rules\": { \"gap.power\": 0.9 } }");
  save(s);
  struct tp_session *kept = load(), *first = renew(kept);
  play(first, 2);
  save(first);
  write_scenario(
      "{ \"tracks\": { \"canal\": null, \"sluice\": { \"name\": \"The sluice\","
      "  \"start\": 5, \"min\": 0, \"max\": 9 } }, \"influences\": null,"
      "  \"objectives\": { \"canal\": null }, \"events\": { \"echo\": { \"effects\": [] } },"
      "  \"actions\": { \"forge\": { \"effects\": [] } } }");
  struct tp_session *twice = load(), *second = renew(twice);
  int slot = slot_called(second, "crown.stability");
  assert_int_equal(tp_session_begun(second), 4);
  for (int turn = 0; turn <= 3; turn++)
    assert_true(tp_session_shown(second, slot, turn) ==
                tp_session_shown(turn < 2 ? s : first, slot, turn));
  play_on(second, 8);
  struct tp_session *all[] = {s, kept, first, twice, second};
  for (int i = 0; i < 5; i++)
    tp_session_close(all[i]);
}

static void what_is_changed_is_told_field_by_field(void **state) {
  (void)state;
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  save(s);
  write_scenario(
      "{ \"actions\": {"
      "    \"forge\": { \"text\": \"Arms that are made at home, by whoever has a hammer.\","
      "      \"effects\": [ { \"var\": \"league.industry\", \"add\": 5, \"each\": \"turn\" },"
      "        { \"var\": \"track:canal\", \"add\": 10 } ] },"
      "    \"levy\": { \"cost\": { \"budget\": 3, \"capital\": 1 }, \"cooldown\": 1, \"once\": "
      "true,"
      "      \"when\": null, \"reflex\": { \"base\": 6 } },"
      "    \"visit\": { \"effects\": [] } } }");
  struct tp_session *kept = load();
  DIFFERS(kept,
          "Changed: action “Build forges”: text, effects.0.add 4 → 5, effects.1.at \"end\" → -",
          "Changed: action “Raise a levy”: cost.budget 2 → 3, cost.capital 2 → 1, when,"
          " reflex.base 5 → 6 and 2 more",
          "Changed: action “State visit”: effects");
  tp_session_close(kept);
  tp_session_close(s);
}

static void a_title_put_right_leaves_the_past_as_it_is(void **state) {
  (void)state;
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  play(s, 4);
  save(s);
  write_scenario("{ \"actions\": { \"forge\": { \"title\": \"Build plants\" } } }");
  struct tp_session *kept = load(), *healed = renew(kept);
  DIFFERS(healed, "Changed: action “Build plants”: title \"Build forges\" → \"Build plants\"");
  assert_int_equal(tp_session_begun(healed), 0);
  assert_true(hash_of(healed) == hash_of(s));
  assert_int_equal(tp_session_check_replay(healed, NULL), TP_NONE);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

static void a_removed_action_takes_its_order_along(void **state) {
  (void)state;
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  play(s, 1);
  tp_session_act(s, action_called(s, "gift"));
  tp_session_act(s, action_called(s, "forge"));
  assert_int_equal(tp_session_orders(s)->count, 2);
  save(s);
  write_scenario("{ \"actions\": { \"gift\": null } }");
  struct tp_session *kept = load(), *healed = renew(kept);
  DIFFERS(healed, "Gone: action “A gift to Vale”", "Gone: order “gift”");
  assert_int_equal(tp_session_orders(healed)->count, 1);
  assert_true(tp_session_has_ordered(healed, action_called(healed, "forge")));
  play_on(healed, 5);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

/* An order that is there but not allowed any more is told too. */
static void an_order_that_costs_too_much_now_is_dropped(void **state) {
  (void)state;
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  play(s, 1);
  tp_session_act(s, action_called(s, "gift"));
  save(s);
  write_scenario("{ \"actions\": { \"gift\": { \"cost\": { \"budget\": 500 } } } }");
  struct tp_session *kept = load(), *healed = renew(kept);
  DIFFERS(healed, "Gone: your order: “A gift to Vale”",
          "Changed: action “A gift to Vale”: cost.budget 3 → 500");
  assert_int_equal(tp_session_orders(healed)->count, 0);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

static void an_actor_that_is_new_stands_at_its_start(void **state) {
  (void)state;
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  play(s, 3);
  save(s);
  write_scenario(fleet);
  struct tp_session *kept = load(), *healed = renew(kept);
  DIFFERS(healed, "New: actor “Reef”", "New: view “reef>league”", "New: track “The dyke”",
          "New: action “Dig”", "New: event “A raid”",
          "Changed: rule “crisis.easing”, 0.3 becomes 0");
  assert_true(value_of(healed, "track:dyke") >= 20 && value_of(healed, "track:dyke") <= 20);
  tp_session_act(healed, action_called(healed, "dig"));
  play_on(healed, 8);
  assert_true(value_of(healed, "track:dyke") > 20);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

static void what_is_renamed_is_gone_and_new(void **state) {
  (void)state;
  write_scenario("{ \"tracks\": { \"dam\": { \"name\": \"The dam\", \"start\": 7 } } }");
  struct tp_session *s = begin("tiny");
  play(s, 2);
  save(s);
  write_scenario("{ \"tracks\": { \"weir\": { \"name\": \"The weir\", \"start\": 8 } } }");
  struct tp_session *kept = load(), *healed = renew(kept);
  DIFFERS(healed, "Gone: track “The dam”", "New: track “The weir”");
  assert_true(value_of(healed, "track:weir") >= 8 && value_of(healed, "track:weir") <= 8);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

static void what_is_out_of_a_narrower_range_is_cut(void **state) {
  (void)state;
  write_scenario("{ \"tracks\": { \"dam\": { \"name\": \"The dam\", \"start\": 70 } } }");
  struct tp_session *s = begin("tiny");
  tp_session_act(s, action_called(s, "forge"));
  play(s, 1);
  save(s);
  write_scenario("{ \"tracks\": { \"dam\": { \"name\": \"The dam\", \"start\": 30, \"max\": 40 } },"
                 "  \"actions\": { \"forge\": { \"turns\": 1 } }, \"turns\": 9 }");
  struct tp_session *kept = load(), *healed = renew(kept);
  DIFFERS(healed, "Cut to its range: The dam, 70 becomes 40",
          "Cut to its range: programme “Build forges”, turns left, 2 becomes 1",
          "Changed: track “The dam”: start 70 → 30, max - → 40",
          "Changed: action “Build forges”: turns 3 → 1",
          "Changed: length of the game in turns, 12 becomes 9");
  play_on(healed, 20);
  assert_int_equal(tp_session_turn(healed), 9);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

/* The event that led to a crisis is history; the crisis is not. */
static void a_crisis_outlives_its_event(void **state) {
  (void)state;
  write_scenario(
      "{ \"events\": { \"clash\": { \"at\": 1 } }, \"rules\": { \"crisis.easing\": 0 } }");
  struct tp_session *s = begin("tiny");
  play(s, 2);
  assert_true(value_of(s, "world.crisis") >= 1);
  save(s);
  write_scenario("{ \"events\": { \"clash\": null }, \"rules\": { \"crisis.easing\": 0 } }");
  struct tp_session *kept = load(), *healed = renew(kept);
  DIFFERS(healed, "Gone: event “A clash at the ford”");
  assert_true(value_of(healed, "world.crisis") >= 1);
  play_on(healed, 8);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

static void a_decision_goes_with_its_event(void **state) {
  (void)state;
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  play(s, 3);
  assert_int_equal(tp_session_decisions(s), 1);
  save(s);
  write_scenario("{ \"events\": { \"envoy\": null },"
                 "  \"hints\": { \"envoy\": null } }");
  struct tp_session *kept = load(), *healed = renew(kept);
  DIFFERS(healed, "Gone: event “An envoy”", "Gone: decision “envoy”");
  assert_int_equal(tp_session_decisions(healed), 0);
  play_on(healed, 8);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

static void a_game_that_ended_in_what_is_no_end_goes_on(void **state) {
  (void)state;
  write_scenario(
      "{ \"endings\": { \"early\": { \"title\": \"Early\", \"text\": \"Over.\","
      "  \"when\": [ { \"var\": \"world.turn\", \">=\": 2 } ], \"result\": \"defeat\" } } }");
  struct tp_session *s = begin("tiny");
  play(s, 2);
  assert_false(tp_session_end_turn(s));
  save(s);
  write_scenario("{}");
  struct tp_session *kept = load(), *healed = renew(kept);
  DIFFERS(healed, "Gone: ending “Early”", "Gone: end of the game by “early”; the game goes on");
  play_on(healed, 20);
  assert_int_equal(tp_session_turn(healed), 12);
  tp_session_close(healed);
  tp_session_close(kept);
  tp_session_close(s);
}

static void data_with_faults_leave_the_game_as_it_is(void **state) {
  (void)state;
  static const char *const broken[] = {"{ \"turns\": 0 }", "{ \"id\": \"other\" }",
                                       "{ \"actors\": null, \"turns\": null }"};
  struct tp_problems problems = {0};
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  play(s, 2);
  save(s);
  for (int i = 0; i < 4; i++) {
    if (i < 3)
      write_scenario(broken[i]);
    else
      assert_int_equal(remove(in_folder("scenarios/tiny.json")), 0);
    struct tp_session *kept = load();
    assert_false(tp_session_may_renew(kept));
    assert_non_null(strstr(tp_session_notice(kept), "The scenario cannot be loaded as it is now"));
    assert_null(tp_session_renew(kept, &problems));
    assert_true(problems.count > 0);
    tp_problems_free(&problems);
    assert_true(hash_of(kept) == hash_of(s));
    play_on(kept, 2);
    tp_session_close(kept);
  }
  tp_session_close(s);
}

/* Before anything was played there is nothing to carry over. */
static void a_game_at_its_start_starts_with_the_new_data(void **state) {
  (void)state;
  write_scenario("{}");
  struct tp_session *s = begin("tiny");
  tp_session_act(s, action_called(s, "gift"));
  save(s);
  write_scenario("{ \"actors\": { \"crown\": { \"vars\": { \"stability\": 33 } } } }");
  struct tp_session *kept = load(), *healed = renew(kept), *fresh = begin("tiny");
  assert_true(hash_of(healed) == hash_of(fresh));
  assert_int_equal(tp_session_begun(healed), 0);
  assert_true(tp_session_has_ordered(healed, action_called(healed, "gift")));
  play_on(healed, 3);
  assert_int_equal(tp_session_check_replay(healed, NULL), TP_NONE);
  struct tp_session *all[] = {s, kept, healed, fresh};
  for (int i = 0; i < 4; i++)
    tp_session_close(all[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      STORY(a_game_whose_data_are_the_same_asks_nothing),
      STORY(a_save_outlives_its_mods),
      STORY(what_a_mod_brought_goes_with_it),
      STORY(a_healed_game_begins_a_new_history),
      STORY(a_healed_game_is_healed_again),
      STORY(what_is_changed_is_told_field_by_field),
      STORY(a_title_put_right_leaves_the_past_as_it_is),
      STORY(a_removed_action_takes_its_order_along),
      STORY(an_order_that_costs_too_much_now_is_dropped),
      STORY(an_actor_that_is_new_stands_at_its_start),
      STORY(what_is_renamed_is_gone_and_new),
      STORY(what_is_out_of_a_narrower_range_is_cut),
      STORY(a_crisis_outlives_its_event),
      STORY(a_decision_goes_with_its_event),
      STORY(a_game_that_ended_in_what_is_no_end_goes_on),
      STORY(data_with_faults_leave_the_game_as_it_is),
      STORY(a_game_at_its_start_starts_with_the_new_data),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
