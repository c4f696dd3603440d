/* A small scenario becomes the rules it describes. */
#include "sample.h"

#include "data/address.h"

static struct tp_scenario *scenario;
static const struct tp_rules *r;

static int set_up(void **state) {
  if (sample_set_up(state) != 0)
    return -1;
  scenario = sample_load_plain();
  r = scenario->rules;
  return 0;
}

static int tear_down(void **state) {
  tp_scenario_free(scenario);
  return close_folder(state);
}

static int actor(const char *id) {
  return tp_address_actor(r, id, strlen(id));
}

static double start(const char *address) {
  int slot = tp_address_find(r, address);
  assert_int_not_equal(slot, TP_NONE);
  return r->start[slot];
}

static void the_head_says_what_is_played(void **state) {
  (void)state;
  assert_string_equal(r->words.id, "plain");
  assert_string_equal(r->words.title, "Tiny");
  assert_int_equal(r->start_year, 2018);
  assert_int_equal(r->start_quarter, 2);
  assert_int_equal(r->turns, 12);
  assert_int_equal(r->player, actor("league"));
  assert_int_equal(r->guarantor, actor("big-isle"));
  assert_int_equal(r->adversary, actor("bear"));
  assert_int_equal(scenario->chain_count, 3);
  assert_int_equal(scenario->balance_games, 50);
  assert_int_equal(scenario->band_count, 1);
  assert_string_equal(scenario->bands[0].policy, "planner");
  assert_true(scenario->bands[0].low == 0.4);
}

static void actors_have_what_their_kind_has(void **state) {
  (void)state;
  const struct tp_actor *league = &r->actors[actor("league")], *bear = &r->actors[actor("bear")];
  const struct tp_actor *hill = &r->actors[actor("hill")];
  assert_int_equal(league->variables, TP_UNION_COUNT);
  assert_int_equal(bear->variables, TP_SEAT_COUNT);
  assert_int_equal(hill->variables, TP_MEMBER_COUNT);
  assert_true(league->is_seat && bear->is_seat && !hill->is_seat);
  assert_true(hill->votes && !bear->votes);
  assert_int_equal(league->color, 0x0102ff);
  assert_string_equal(league->countries, "250 276");
  assert_string_equal(league->words.title, "League");
  assert_true(league->longitude == 10 && league->latitude == 50);
  assert_int_equal(league->hidden.count, 3);
  assert_int_equal(r->hidden[league->hidden.first], league->slot + TP_BUDGET);
  assert_int_equal(hill->hidden.count, 0);
}

static void start_values_come_from_the_entry_then_the_defaults(void **state) {
  (void)state;
  assert_true(start("bear.stability") == 70);
  assert_true(start("bear.prosperity") == 40);
  assert_true(start("bear.consent") == 40);
  assert_true(start("league-bear.economy") == 40);
  assert_true(start("bear-league.people") == 10);
  assert_true(start("bear>big-isle.menace") == 60);
  assert_true(start("claim:siege.reach") == 80);
  assert_true(start("track:pipe") == 3);
  assert_true(start("world.energy_price") == 50);
}

static void every_slot_knows_its_name_and_is_found_by_it(void **state) {
  (void)state;
  for (int i = 0; i < r->slot_count; i++) {
    assert_int_equal(tp_address_find(r, r->slots[i].name), i);
    assert_true(r->low[i] < r->high[i]);
    assert_true(r->start[i] >= r->low[i] && r->start[i] <= r->high[i]);
  }
  assert_int_equal(tp_address_find(r, "isle-big-league.people"), TP_NONE);
  assert_int_equal(tp_address_find(r, "league>hill.menace"), TP_NONE);
  assert_int_equal(tp_address_find(r, "bear.industry"), TP_NONE);
  assert_int_equal(tp_address_find(r, "claim:west"), TP_NONE);
  assert_int_equal(tp_address_find(r, ""), TP_NONE);
}

static void claims_stand_together_by_holder(void **state) {
  (void)state;
  const struct tp_actor *bear = &r->actors[actor("bear")];
  const struct tp_claim *siege = &r->claims[bear->claims.first];
  assert_int_equal(bear->claims.count, 1);
  assert_string_equal(siege->words.id, "siege");
  assert_string_equal(siege->words.title, "S");
  assert_int_equal(siege->about, actor("big-isle"));
  assert_int_equal(siege->echoes.count, 1);
  assert_int_equal(r->echoes[siege->echoes.first].ally, actor("big-isle"));
  assert_true(r->weights[siege->evidence.first].weight == 0.5);
  assert_int_equal(r->weights[siege->contradiction.first].slot,
                   tp_address_find(r, "league.autonomy"));
}

static void ties_know_views_and_common_adversaries(void **state) {
  (void)state;
  int tie = tp_rules_tie(r, actor("league"), actor("big-isle"));
  const struct tp_tie *alliance = &r->ties[tie];
  assert_true(alliance->ally);
  assert_int_equal(alliance->a, actor("big-isle"));
  assert_int_equal(alliance->view_ab, TP_NONE);
  assert_int_equal(alliance->view_ba, tp_rules_view(r, actor("league"), actor("big-isle")));
  assert_int_equal(alliance->adversaries.count, 1);
  const struct tp_adversary *bear = &r->adversaries[alliance->adversaries.first];
  assert_int_equal(bear->actor, actor("bear"));
  assert_int_equal(bear->menace_a, tp_address_find(r, "big-isle>bear.menace"));
  assert_int_equal(bear->stake_b, tp_address_find(r, "league-bear.economy"));
}

static void views_know_claims_and_what_spills_over(void **state) {
  (void)state;
  const struct tp_view *buyer = &r->views[tp_rules_view(r, actor("league"), actor("bear"))];
  const struct tp_view *other = &r->views[tp_rules_view(r, actor("bear"), actor("big-isle"))];
  assert_int_equal(other->claims.count, 1);
  assert_string_equal(r->claims[r->pointing[other->claims.first]].words.id, "siege");
  assert_int_equal(buyer->spills.count, 1); /* big-isle, tied to bear and seen by league */
  assert_int_equal(r->spills[buyer->spills.first].menace,
                   tp_address_find(r, "league>big-isle.menace"));
}

static void incident_lists_are_complete(void **state) {
  (void)state;
  const struct tp_actor *bear = &r->actors[actor("bear")];
  assert_int_equal(bear->ties.count, 3);
  assert_int_equal(bear->views.count, 2);
  assert_int_equal(bear->seen.count, 3);
  for (int i = 0; i < bear->seen.count; i++)
    assert_int_equal(r->views[r->outlooks[bear->seen.first + i]].to, actor("bear"));
}

static void actions_have_costs_effects_and_a_vote(void **state) {
  (void)state;
  const struct tp_action *build = &r->actions[tp_address_action(r, "build")];
  assert_true(build->budget == 2 && build->capital == 0 && build->attention == 1);
  assert_int_equal(build->turns, 3);
  assert_int_equal(build->vote, TP_QUALIFIED);
  assert_true(build->chance == 1);
  assert_int_equal(build->when.count, 2);
  assert_int_equal(build->effects.count, 1);
  assert_int_equal(build->each_turn.count, 1);
  assert_int_equal(build->at_end.count, 1);
  assert_int_equal(r->effects[build->at_end.first].op, TP_SET);
  const struct tp_appeal *hill = &r->appeals[build->appeals];
  assert_true(hill->base == 6);
  assert_int_equal(hill->terms.count, 2);
  assert_int_equal(r->weights[hill->terms.first].slot, tp_address_find(r, "hill>bear.menace"));
  const struct tp_actor *league = &r->actors[actor("league")];
  assert_int_equal(league->actions.count, 1);
  assert_ptr_equal(&r->actions[r->repertoire[league->actions.first]], build);
}

static void a_wedge_names_its_tie(void **state) {
  (void)state;
  const struct tp_action *crack = &r->actions[tp_address_action(r, "crack")];
  assert_int_equal(crack->wedge, tp_rules_tie(r, actor("league"), actor("big-isle")));
  assert_int_equal(crack->aimed_at, actor("league"));
  assert_int_equal(crack->appeals, TP_NONE);
  assert_int_equal(crack->failure.count, 1);
}

static void events_lead_to_events_and_crises(void **state) {
  (void)state;
  const struct tp_event *gas = &r->events[tp_address_event(r, "gas")];
  const struct tp_option *pay = &r->options[gas->options.first];
  assert_int_equal(gas->options.count, 2);
  assert_true(gas->chance == 1 && gas->once && gas->at == TP_NONE && gas->then == TP_NONE);
  assert_int_equal(pay->then, tp_address_event(r, "calm"));
  assert_int_equal(pay->delay, 2);
  assert_int_equal(pay[1].crisis_challenger, actor("bear"));
  assert_int_equal(pay[1].crisis_target, actor("league"));
  assert_true(r->events[tp_address_event(r, "calm")].chance == 0);
  assert_int_equal(tp_address_option(r, 0, "refuse"), 1);
}

static void the_rest_is_there(void **state) {
  (void)state;
  assert_int_equal(r->influences[0].from, tp_address_find(r, "league-bear.economy"));
  assert_string_equal(r->influences[0].words.text, "Trade binds.");
  assert_int_equal(r->objectives[0].lasting, 2);
  assert_int_equal(r->endings[0].result, TP_DEFEAT);
  assert_true(r->endings[1].final);
  assert_int_equal(r->actors[actor("league")].goals.count, 2);
  assert_true(r->world_size > sizeof(double) * (size_t)r->slot_count);
}

static void texts_come_in_the_language_asked_for(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_scenario *french = tp_scenario_load(in_folder("tiny.json"), "fr", &problems);
  assert_non_null(french);
  assert_string_equal(french->rules->actors[0].words.title, "Ligue");
  assert_string_equal(french->rules->actors[1].words.title, "Bear");
  tp_problems_free(&problems);
  tp_scenario_free(french);
}

static void a_library_of_rules_is_sound_but_not_playable(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_scenario *library = tp_scenario_load(in_folder("rules.json"), NULL, &problems);
  assert_non_null(library);
  assert_false(library->playable);
  assert_string_equal(library->rules->words.id, "rules");
  assert_int_equal(library->rules->slot_count, 0);
  tp_scenario_free(library);
}

static void lists_do_for_objects_where_order_is_all(void **state) {
  (void)state;
  struct tp_scenario *listed = sample_load(
      "{ \"format\": 1, \"id\": \"listed\", \"extends\": \"tiny\", \"player\": \"bear\","
      "  \"objectives\": [ { \"title\": \"One\", \"when\": [ { \"var\": \"track:pipe\", "
      "\">\": 1 } ] } ],"
      "  \"endings\": [ { \"title\": \"E\", \"id\": \"end\", \"final\": true, "
      "\"result\": \"draw\" } ],"
      "  \"actions\": { \"build\": { \"stances\": [ { \"member\": \"hill\", \"weight\": "
      "-3 } ] } } }");
  assert_int_equal(listed->rules->player, 1);
  assert_string_equal(listed->rules->objectives[0].words.id, "1");
  assert_string_equal(listed->rules->endings[0].words.id, "end");
  assert_true(listed->rules->appeals[listed->rules->actions[0].appeals].base == -2);
  tp_scenario_free(listed);
}

#define RIVALS                                                                                     \
  "\"actions\": { \"build\": { \"excludes\": { \"buy\": true } }, \"buy\": { \"seat\": "           \
  "\"league\", \"title\": \"Buy\", \"theme\": \"defence\" } }"

/* What one of two says counts for both; what a file above removes excludes nothing. */
static void actions_exclude_each_other(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_scenario *two =
      sample_load("{ \"format\": 1, \"id\": \"two\", \"extends\": \"tiny\", " RIVALS " }");
  int build = tp_address_action(two->rules, "build"), buy = tp_address_action(two->rules, "buy");
  assert_true(tp_set_has(&two->rules->actions[build].excludes, buy));
  assert_true(tp_set_has(&two->rules->actions[buy].excludes, build));
  tp_scenario_free(two);
  put_text("two.json", "{ \"format\": 1, \"id\": \"two\", \"extends\": \"tiny\", " RIVALS " }");
  struct tp_scenario *one = sample_try("{ \"format\": 1, \"id\": \"one\", \"extends\": \"two\", "
                                       "\"actions\": { \"buy\": null } }",
                                       &problems);
  sample_print(&problems);
  assert_non_null(one);
  assert_null(strstr(one->merged, "\"buy\""));
  tp_scenario_free(one);
  sample_refused("\"actions\": { \"build\": { \"excludes\": { \"biuld\": true } } }",
                 "unknown action \"biuld\"");
  sample_refused("\"actions\": { \"build\": { \"excludes\": { \"build\": true } } }",
                 "an action cannot exclude itself");
  sample_refused("\"actions\": { \"build\": { \"excludes\": { \"crack\": true } } }",
                 "\"crack\" is an action of another seat");
  sample_refused("\"actions\": { \"build\": { \"excludes\": { \"buy\": 1 } }, \"buy\": { \"seat\": "
                 "\"league\", \"title\": \"Buy\", \"theme\": \"defence\" } }",
                 "must be true; null takes the action out again");
  sample_refused("\"actions\": { \"build\": { \"excludes\": [ \"crack\" ] } }",
                 "must be an object of actions with true, not a list");
}

static void an_added_ending_comes_before_the_one_that_always_holds(void **state) {
  (void)state;
  struct tp_scenario *more = sample_load(
      "{ \"format\": 1, \"id\": \"more\", \"extends\": \"tiny\", \"endings\": { \"early\": {"
      "  \"title\": \"Early\", \"result\": \"victory\", \"final\": true,"
      "  \"when\": [ { \"var\": \"league.stability\", \">\": 5 } ] } } }");
  assert_int_equal(more->rules->ending_count, 3);
  assert_string_equal(more->rules->endings[1].words.id, "early");
  assert_string_equal(more->rules->endings[2].words.id, "late");
  tp_scenario_free(more);
  sample_refused(
      "\"endings\": { \"other\": { \"title\": \"O\", \"result\": \"draw\", \"final\": true } }",
      "\"late\" is final without conditions already");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_head_says_what_is_played),
      cmocka_unit_test(actors_have_what_their_kind_has),
      cmocka_unit_test(start_values_come_from_the_entry_then_the_defaults),
      cmocka_unit_test(every_slot_knows_its_name_and_is_found_by_it),
      cmocka_unit_test(claims_stand_together_by_holder),
      cmocka_unit_test(ties_know_views_and_common_adversaries),
      cmocka_unit_test(views_know_claims_and_what_spills_over),
      cmocka_unit_test(incident_lists_are_complete),
      cmocka_unit_test(actions_have_costs_effects_and_a_vote),
      cmocka_unit_test(a_wedge_names_its_tie),
      cmocka_unit_test(events_lead_to_events_and_crises),
      cmocka_unit_test(the_rest_is_there),
      cmocka_unit_test(texts_come_in_the_language_asked_for),
      cmocka_unit_test(a_library_of_rules_is_sound_but_not_playable),
      cmocka_unit_test(lists_do_for_objects_where_order_is_all),
      cmocka_unit_test(actions_exclude_each_other),
      cmocka_unit_test(an_added_ending_comes_before_the_one_that_always_holds),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
