/* A saved game whose scenario or mods are not what they were: as saved, or with the new data. */
#include "opened.h"

#include "data/address.h"
#include "data/layers/document.h"
#include "data/saves/differences.h"

static char data[64], path[128];

/* --- what the stories are told with ---------------------------------------------------------- */

static void write_file(const char *name, const char *text) {
  char whole[TP_PATH_MAX], folder[TP_PATH_MAX];
  struct tp_file_error error = {.text = ""};
  snprintf(whole, sizeof whole, "%s/%s", data, name);
  snprintf(folder, sizeof folder, "%s", whole);
  *strrchr(folder, '/') = '\0';
  if (!tp_files_make_folder(folder, &error) ||
      !tp_files_write(whole, text, strlen(text), 1, &error))
    fail_msg("%s: %s", whole, error.text);
}

static void remove_file(const char *name) {
  char whole[TP_PATH_MAX];
  snprintf(whole, sizeof whole, "%s/%s", data, name);
  assert_int_equal(remove(whole), 0);
}

static char *read_file(const char *name) {
  size_t length = 0;
  struct tp_file_error error;
  char *text = tp_files_read(name, &length, &error);
  assert_non_null(text);
  return text;
}

/* The tiny world with a patch over it, as the scenario "tiny" of the data folder. */
static void write_scenario(const char *patch) {
  char *text = read_file("tests/support/tiny.json");
  cJSON *tree = cJSON_Parse(text), *change = cJSON_Parse(patch);
  assert_non_null(change);
  tree = tp_merge_apply(tree, change);
  char *merged = cJSON_Print(tree);
  write_file("scenarios/tiny.json", merged);
  cJSON_free(merged);
  cJSON_Delete(tree);
  cJSON_Delete(change);
  free(text);
}

static void write_mod(const char *patch) {
  write_file("mods/drift/mod.json", "{ \"format\": 1, \"id\": \"drift\", \"title\": \"Drift\","
                                    "  \"version\": \"1.2\" }");
  write_file("mods/drift/patches/tiny.json", patch);
}

static void remove_mod(void) {
  remove_file("mods/drift/patches/tiny.json");
  remove_file("mods/drift/mod.json");
}

static struct tp_session *begin(const char *name) {
  struct tp_problems problems = {0};
  struct tp_session_options options = {
      .scenario = name, .policy = "reflex", .folder = "", .seed = 1};
  struct tp_session *s = tp_session_start(&options, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  assert_non_null(s);
  return s;
}

static void play(struct tp_session *s, int turns) {
  for (int i = 0; i < turns; i++)
    assert_true(tp_session_end_turn(s));
}

static void save_as(struct tp_session *s, const char *where) {
  struct tp_problems problems = {0};
  assert_true(tp_session_save(s, where, &problems));
}

static void save(struct tp_session *s) {
  save_as(s, path);
}

static struct tp_session *load(void) {
  struct tp_problems problems = {0};
  char folder[100];
  snprintf(folder, sizeof folder, "%s/saves", data);
  struct tp_session_options options = {.folder = folder};
  struct tp_session *s = tp_session_load(path, &options, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  assert_non_null(s);
  return s;
}

static struct tp_session *renew(const struct tp_session *s) {
  struct tp_problems problems = {0};
  assert_true(tp_session_may_renew(s));
  struct tp_session *again = tp_session_renew(s, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  assert_non_null(again);
  return again;
}

static void tell(const struct tp_session *s) {
  const struct tp_differences *list = tp_session_differences(s);
  for (int i = 0; i < list->count; i++) {
    char words[TP_WORDING_MAX];
    tp_wording_difference(tp_session_rules(s), &list->list[i], words, sizeof words);
    fprintf(stderr, "  %s\n", words);
  }
}

/* The list is these lines, and no others. */
static void differs(const struct tp_session *s, const char *const lines[]) {
  const struct tp_differences *list = tp_session_differences(s);
  int count = 0;
  for (; lines[count]; count++) {
    char words[TP_WORDING_MAX] = "";
    if (count < list->count)
      tp_wording_difference(tp_session_rules(s), &list->list[count], words, sizeof words);
    if (strcmp(words, lines[count]) != 0) {
      tell(s);
      fail_msg("\"%s\" should be \"%s\"", words, lines[count]);
    }
  }
  if (list->count != count)
    tell(s);
  assert_int_equal(list->count, count);
}
#define DIFFERS(s, ...) differs(s, (const char *const[]){__VA_ARGS__, NULL})

static double value_of(const struct tp_session *s, const char *address) {
  int slot = tp_address_find(tp_session_rules(s), address);
  assert_int_not_equal(slot, TP_NONE);
  return tp_session_world(s)->v[slot];
}

/* What must be so in any game that can be played. */
static void is_whole(const struct tp_session *s) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_world *w = tp_session_world(s);
  for (int slot = 0; slot < r->slot_count; slot++)
    if (!(w->v[slot] >= r->low[slot] && w->v[slot] <= r->high[slot]))
      fail_msg("%s is %g", r->slots[slot].name, w->v[slot]);
  int on = w->crisis.challenger != TP_NONE;
  assert_true(on == (w->crisis.target != TP_NONE));
  assert_true(on == (w->v[tp_world_slot(r, TP_CRISIS)] >= 1));
  assert_true((w->result == TP_PLAYING) == (w->ending == TP_NONE));
  assert_true(w->v[tp_world_slot(r, TP_TURN)] >= w->turn &&
              w->v[tp_world_slot(r, TP_TURN)] <= w->turn);
  for (int i = 0; i < w->pending_count; i++)
    assert_int_equal(r->events[w->pending[i].event].seat, w->pending[i].seat);
  for (int i = 0; i < r->action_count; i++)
    assert_true(tp_world_actions_const(r, w)[i].left <= r->actions[i].turns);
  for (int slot = 0; slot < r->slot_count; slot++) {
    int rows = 0, turn = tp_session_turn(s);
    const struct tp_row *row = tp_session_why(s, slot, turn, &rows);
    double x = tp_session_value(s, slot, turn - 1);
    for (int i = 0; i < rows; i++)
      x += row[i].delta;
    if (turn > tp_session_begun(s) && (x < w->v[slot] || x > w->v[slot]))
      fail_msg("the rows of %s do not add up", r->slots[slot].name);
  }
}

static void play_on(struct tp_session *s, int turns) {
  is_whole(s);
  for (int i = 0; i < turns && tp_session_end_turn(s); i++)
    is_whole(s);
}

/* --- the stories ----------------------------------------------------------------------------- */

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
  char *before = read_file(path);

  struct tp_session *kept = load();
  assert_string_equal(tp_session_notice(kept), "The mod “Drift 1.2” is no longer there. The game "
                                               "goes on as it was saved.");
  assert_true(hash_of(kept) == hash_of(s));
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

  char *after = read_file(path);
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
      remove_file("scenarios/tiny.json");
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

/* The save with `from` replaced by `to`; every place. */
static void damage(const char *from, const char *to) {
  char *text = read_file(path);
  struct tp_text changed = {0};
  char *rest = text;
  for (char *at; (at = strstr(rest, from)) != NULL; rest = at + strlen(from)) {
    tp_text_add_part(&changed, rest, (size_t)(at - rest));
    tp_text_add(&changed, to);
  }
  assert_ptr_not_equal(rest, text);
  tp_text_add(&changed, rest);
  struct tp_file_error error;
  assert_true(tp_files_write(path, changed.data, changed.length, 1, &error));
  tp_text_free(&changed);
  free(text);
}

/* It cannot be loaded as it is; with its scenario as it is on the disk it can. */
static struct tp_session *rescue(void) {
  struct tp_problems problems = {0};
  struct tp_session_options options = {.folder = ""};
  assert_null(tp_session_load(path, &options, &problems));
  assert_true(problems.count > 0);
  tp_problems_free(&problems);
  struct tp_session *s = tp_session_load_renewed(path, &options, &problems);
  tp_problems_write(&problems, stderr);
  assert_non_null(s);
  play_on(s, 4);
  return s;
}

static void a_damaged_save_is_read_as_far_as_it_goes(void **state) {
  (void)state;
  static const char *const harms[][3] = {
      {"\"turns\":12", "\"turns\":0", "Changed: length of the game in turns, 0 becomes 12"},
      {"\"league.stability\": ", "\"league.stability\": 1e9, \"_\": ",
       "Cut to its range: The League: stability, 1,000,000,000 becomes 100"},
      {"\"world.tension\": ", "\"world.tension\": \"x\", \"_\": ", "Unusable: World: tension"},
      {"\"result\": \"playing\"", "\"result\": \"won\"",
       "Unusable: part of the file /world/result"},
      {"\"turn\": 3", "\"turn\": 3.5", "Unusable: part of the file /world/turn"},
      {"\"scenario\": {", "\"szenario\": {", "Unusable: part of the file /scenario"}};
  write_scenario("{}");
  for (size_t i = 0; i < sizeof harms / sizeof *harms; i++) {
    struct tp_session *s = begin("tiny");
    play(s, 3);
    save(s);
    tp_session_close(s);
    damage(harms[i][0], harms[i][1]);
    s = rescue();
    int found = 0;
    const struct tp_differences *list = tp_session_differences(s);
    for (int k = 0; k < list->count; k++) {
      char words[TP_WORDING_MAX];
      tp_wording_difference(tp_session_rules(s), &list->list[k], words, sizeof words);
      found |= strcmp(words, harms[i][2]) == 0;
    }
    if (!found) {
      tell(s);
      fail_msg("does not say \"%s\"", harms[i][2]);
    }
    tp_session_close(s);
  }
}

static unsigned drawn = 20261;
static int draw(int below) {
  drawn = drawn * 1103515245U + 12345U;
  return (int)((drawn >> 8) % (unsigned)below);
}

static int count_nodes(const cJSON *node) {
  int count = 1;
  for (const cJSON *child = node->child; child; child = child->next)
    count += count_nodes(child);
  return count;
}

/* The node that `*left` nodes come before, in the order of the text. */
static cJSON *find_node(cJSON *node, int *left) {
  cJSON *found = (*left)-- == 0 ? node : NULL;
  for (cJSON *child = node->child; child && !found; child = child->next)
    found = find_node(child, left);
  return found;
}

/* Puts anything in the place of any node but the head's. */
static void put_anything(cJSON *tree, int nodes) {
  static const char *const values[] = {"null", "true", "-7", "1e300", "0.5",      "\"x\"",
                                       "[]",   "{}",   "3",  "255",   "\"gift\"", "[[1]]"};
  int left = 8 + draw(nodes - 8);
  cJSON *node = find_node(tree, &left), *value = cJSON_Parse(values[draw(12)]);
  cJSON_Delete(node->child);
  if (!(node->type & cJSON_IsReference))
    cJSON_free(node->valuestring);
  node->type = value->type;
  node->child = value->child;
  node->valuestring = value->valuestring;
  node->valueint = value->valueint;
  node->valuedouble = value->valuedouble;
  value->child = NULL;
  value->valuestring = NULL;
  cJSON_Delete(value);
}

/* Whatever stands where in a save: it is refused, or what comes of it can be played. */
static void any_save_is_refused_or_can_be_played(void **state) {
  (void)state;
  int rescued = 0;
  struct tp_session_options options = {.folder = ""};
  write_scenario("{ \"events\": { \"clash\": { \"at\": 2 } } }");
  struct tp_session *s = begin("tiny");
  tp_session_act(s, action_called(s, "forge"));
  play(s, 3);
  tp_session_act(s, action_called(s, "gift"));
  save(s);
  tp_session_close(s);
  char *text = read_file(path);
  cJSON *whole = cJSON_Parse(text);
  cJSON_DeleteItemFromObjectCaseSensitive(whole, "scenario"); /* its nodes are others' to try */
  int nodes = count_nodes(whole);
  free(text);
  for (int i = 0; i < 120; i++) {
    struct tp_problems problems = {0};
    cJSON *tree = cJSON_Duplicate(whole, 1);
    for (int changes = 1 + draw(3); changes; changes--)
      put_anything(tree, count_nodes(tree) < nodes ? count_nodes(tree) : nodes);
    char *changed = cJSON_PrintUnformatted(tree);
    write_file("mine.json", changed);
    s = tp_session_load_renewed(path, &options, &problems);
    assert_true(s != NULL || problems.count > 0);
    if (s) {
      rescued++;
      play_on(s, 4);
    }
    tp_session_close(s);
    tp_problems_free(&problems);
    cJSON_free(changed);
    cJSON_Delete(tree);
  }
  assert_true(rescued > 60);
  cJSON_Delete(whole);
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

/* --- any game in any data -------------------------------------------------------------------- */

static const char *const worlds[] = {
    "annexation-2014",    "colour-spring",        "energy-winter", "first-steps",
    "full-scale-2022",    "rival-theses",         "tiny",          "rapprochement-2018+long-winter",
    "rapprochement-2018", "washington-turns-away"};
enum { WORLDS = sizeof worlds / sizeof *worlds, PAIRS = 12 };

/* Takes some entries out of a part, where nothing else names them. */
static void thin(cJSON *tree, const char *part) {
  cJSON *entries = cJSON_GetObjectItemCaseSensitive(tree, part);
  for (int i = cJSON_GetArraySize(entries) - 1; i >= 0; i--)
    if (draw(8) == 0)
      cJSON_DeleteItemFromArray(entries, i);
}

/* The scenario `world`, thinned at random, as "game" of the data folder: 1, or 0 when that is no
 * scenario. */
static int write_world(const char *world, int thinned) {
  char name[100];
  struct tp_problems problems = {0};
  snprintf(name, sizeof name, strcmp(world, "tiny") == 0 ? "tests/support/%s.json" : "%s", world);
  struct tp_scenario *scenario = tp_scenario_load(name, "en", &problems);
  tp_problems_free(&problems);
  assert_non_null(scenario);
  cJSON *tree = cJSON_Parse(tp_scenario_merged(scenario));
  tp_scenario_free(scenario);
  cJSON_ReplaceItemInObjectCaseSensitive(tree, "id", cJSON_CreateString("game"));
  cJSON_DeleteItemFromObjectCaseSensitive(tree, "mods");
  cJSON_DeleteItemFromObjectCaseSensitive(tree, "hints");
  cJSON_DeleteItemFromObjectCaseSensitive(tree, "balance");
  if (thinned) {
    thin(tree, "events");
    thin(tree, "actions");
    thin(tree, "objectives");
    thin(tree, "influences");
  }
  char *text = cJSON_PrintUnformatted(tree);
  write_file("scenarios/game.json", text);
  cJSON_free(text);
  cJSON_Delete(tree);
  scenario = tp_scenario_load("game", "en", &problems);
  int sound = scenario != NULL;
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
  return sound;
}

static void give_something(struct tp_session *s) {
  const struct tp_rules *r = tp_session_rules(s);
  struct tp_span actions = r->actors[tp_session_player(s)].actions;
  for (int i = 0; i < 3 && actions.count; i++)
    tp_session_act(s, r->repertoire[actions.first + draw(actions.count)]);
}

static void go_over(const char *from, const char *to) {
  if (!write_world(from, draw(2)))
    assert_true(write_world(from, 0));
  struct tp_session *s = begin("game");
  for (int i = draw(12); i >= 0 && tp_session_world(s)->result == TP_PLAYING; i--) {
    give_something(s);
    tp_session_end_turn(s);
  }
  give_something(s);
  save(s);
  if (!write_world(to, draw(2)))
    assert_true(write_world(to, 0));
  struct tp_session *kept = load();
  assert_true(hash_of(kept) == hash_of(s));
  if (tp_session_may_renew(kept)) {
    struct tp_session *healed = renew(kept);
    play_on(healed, 10);
    save(healed);
    struct tp_session *again = load();
    assert_true(hash_of(again) == hash_of(healed));
    assert_int_equal(tp_session_differences(again)->count, 0);
    tp_session_close(again);
    tp_session_close(healed);
  }
  tp_session_close(kept);
  tp_session_close(s);
}

static void any_game_goes_over_into_any_data(void **state) {
  (void)state;
  for (int i = 0; i < PAIRS; i++)
    go_over(worlds[draw(WORLDS)], worlds[draw(WORLDS)]);
}

static int set_up(void **state) {
  (void)state;
  speak("en");
  make_folder(data);
  snprintf(path, sizeof path, "%s/mine.json", data);
  return setenv("THIRDPOLE_DATA", data, 1);
}

static int tear_down(void **state) {
  (void)state;
  remove_folder(data);
  return unsetenv("THIRDPOLE_DATA");
}

#define STORY(story) cmocka_unit_test_setup_teardown(story, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      STORY(a_game_whose_data_are_the_same_asks_nothing),
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
      STORY(a_damaged_save_is_read_as_far_as_it_goes),
      STORY(any_save_is_refused_or_can_be_played),
      STORY(a_game_at_its_start_starts_with_the_new_data),
      STORY(any_game_goes_over_into_any_data),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
