/* Whatever a save has become, and whatever data it comes into: it is refused, or what comes of it
 * is a game that can be played. */
#include "renewed.h"

/* --- a save that is damaged --- */

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
    replace_text(path, harms[i][0], harms[i][1]);
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

/* --- any save, any data --- */

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
  char *text = read_text(path);
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
    write_text(path, changed);
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
  put_text("scenarios/game.json", text);
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

int main(void) {
  const struct CMUnitTest tests[] = {
      STORY(a_damaged_save_is_read_as_far_as_it_goes),
      STORY(any_save_is_refused_or_can_be_played),
      STORY(any_game_goes_over_into_any_data),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
