/* A saved game comes back to the last bit, and a damaged one never does harm. */
#include "sample.h"

#include "core/turn.h"
#include "data/address.h"
#include "data/saves/save.h"
#include "data/saves/script.h"

static struct tp_scenario *scenario;
static struct tp_game_record record;
static struct tp_world *world;

/* Five turns in which the league builds and answers, and a crisis opens. */
static void play(void) {
  static const char *const orders[] = {"build", "", "", "gas=refuse", "crisis=escalate"};
  const struct tp_rules *r = scenario->rules;
  char why[300];
  tp_record_init(&record, scenario, 0xfeedfacecafebeefULL);
  tp_record_set_policy(&record, 1, "planner:200");
  tp_world_start(r, world, record.seed);
  for (int turn = 0; turn < 5; turn++) {
    struct tp_orders given = {.seat = 0};
    if (orders[turn][0] && tp_script_parse_order(r, orders[turn], &given.item[0], why, sizeof why))
      given.count = 1;
    tp_turn_play(r, world, &given, 1, NULL, NULL);
    tp_record_add(&record, &given, 1, tp_world_hash(r, world));
  }
}

static int set_up(void **state) {
  if (sample_set_up(state) != 0)
    return -1;
  scenario = sample_load("{ \"format\": 1, \"id\": \"played\", \"extends\": \"tiny\","
                         "  \"actors\": { \"bear\": { \"vars\": { \"control\": 77.7 } } } }");
  world = malloc(scenario->rules->world_size);
  play();
  return 0;
}

static int tear_down(void **state) {
  free(world);
  tp_record_free(&record);
  tp_scenario_free(scenario);
  return close_folder(state);
}

static void a_game_comes_back_to_the_bit(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_save save;
  struct tp_file_error error;
  size_t length = 0;
  assert_int_not_equal(world->crisis.challenger, TP_NONE); /* there is a crisis to keep */
  assert_true(tp_save_write(in_folder("game.json"), &record, world, &error));
  char *text = tp_problems_read(&problems, in_folder("game.json"), &length);
  int read = text && tp_save_parse(text, length, "game.json", "en", &save, &problems);
  sample_print(&problems);
  tp_problems_free(&problems);
  free(text);
  assert_true(read);
  assert_true(save.exact);
  assert_string_equal(save.note, "");
  assert_int_equal(save.record.turns, 5);
  assert_true(save.record.seed == record.seed);
  assert_int_equal(save.record.player, 0);
  assert_string_equal(save.record.policies[1], "planner:200");
  assert_memory_equal(save.world, world, scenario->rules->world_size);
  for (int turn = 0; turn < 5; turn++) {
    assert_true(save.record.hashes[turn] == record.hashes[turn]);
    assert_memory_equal(tp_record_orders(&save.record, turn), tp_record_orders(&record, turn),
                        (size_t)record.seat_count * sizeof *record.orders);
  }
  tp_save_free(&save);
}

static void it_goes_on_as_it_would_have(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_save save;
  char *text = tp_save_text(&record, world);
  assert_true(tp_save_parse(text, strlen(text), "s", "en", &save, &problems));
  tp_problems_free(&problems);
  const struct tp_rules *r = scenario->rules;
  struct tp_world *other = malloc(r->world_size);
  tp_world_copy(r, other, world);
  for (int turn = 0; turn < 3; turn++) {
    tp_turn_play(r, other, NULL, 0, NULL, NULL);
    tp_turn_play(save.scenario->rules, save.world, NULL, 0, NULL, NULL);
  }
  assert_true(tp_world_hash(r, other) == tp_world_hash(save.scenario->rules, save.world));
  free(other);
  free(text);
  tp_save_free(&save);
}

static void it_replays_to_the_same_hashes(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_save save;
  char *text = tp_save_text(&record, world);
  assert_true(tp_save_parse(text, strlen(text), "s", "en", &save, &problems));
  tp_problems_free(&problems);
  const struct tp_rules *r = save.scenario->rules;
  struct tp_world *again = malloc(r->world_size);
  tp_world_start(r, again, save.record.seed);
  for (int turn = 0; turn < save.record.turns; turn++) {
    tp_turn_play(r, again, tp_record_orders(&save.record, turn), save.record.seat_count, NULL,
                 NULL);
    assert_true(tp_world_hash(r, again) == save.record.hashes[turn]);
  }
  free(again);
  free(text);
  tp_save_free(&save);
}

static void a_save_of_a_save_is_the_same_text(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_save save;
  char *text = tp_save_text(&record, world);
  assert_true(tp_save_parse(text, strlen(text), "s", "en", &save, &problems));
  tp_problems_free(&problems);
  char *again = tp_save_text(&save.record, save.world);
  assert_string_equal(text, again);
  free(again);
  free(text);
  tp_save_free(&save);
}

static void a_list_of_saves_shows_what_they_are(void **state) {
  (void)state;
  struct tp_save_summary summary;
  assert_true(tp_save_write(in_folder("game.json"), &record, world, NULL));
  assert_true(tp_save_peek(in_folder("game.json"), &summary));
  assert_string_equal(summary.id, "played");
  assert_string_equal(summary.title, "Tiny");
  assert_string_equal(summary.player, "league");
  assert_int_equal(summary.turns, 5);
  assert_int_equal(summary.length, 12);
  assert_false(summary.over);
  world->result = TP_DEFEAT;
  assert_true(tp_save_write(in_folder("game.json"), &record, world, NULL));
  world->result = TP_PLAYING;
  assert_true(tp_save_peek(in_folder("game.json"), &summary));
  assert_true(summary.over);
  assert_false(tp_save_peek(in_folder("tiny.json"), &summary));
  assert_false(tp_save_peek(in_folder("no-such"), &summary));
}

/* The save with `from` replaced by `to`; the first place only. */
static char *change(const char *from, const char *to) {
  char *text = tp_save_text(&record, world);
  struct tp_text changed = {0};
  char *at = strstr(text, from);
  assert_non_null(at);
  tp_text_add_part(&changed, text, (size_t)(at - text));
  tp_text_add(&changed, to);
  tp_text_add(&changed, at + strlen(from));
  free(text);
  return changed.data;
}

static void refused(const char *from, const char *to, const char *why) {
  struct tp_problems problems = {0};
  struct tp_save save;
  char *text = change(from, to);
  if (tp_save_parse(text, strlen(text), "s", "en", &save, &problems))
    fail_msg("%s was accepted for %s", to, from);
  assert_null(save.world);
  if (!sample_has(&problems, why)) {
    sample_print(&problems);
    fail_msg("should be: %s", why);
  }
  tp_problems_free(&problems);
  free(text);
}

static void what_makes_no_sense_is_refused(void **state) {
  (void)state;
  refused("\"thirdpole\": \"save\"", "\"thirdpole\": \"mod\"", "is not a saved game");
  refused("\"format\": 1", "\"format\": 9", "written by a newer version of the game (format 9");
  refused("\"format\": 1", "\"format\": \"1\"", "must be a whole number");
  refused("\"seed\": \"feedface", "\"seed\": \"FEED", "/seed: must be sixteen hexadecimal digits");
  refused("\"player\": \"league\"", "\"player\": \"nobody\"", "must be the id of an actor");
  refused("\"gas=refuse\"", "\"gas=refuze\"",
          "/turns/3/orders/league: the event gas has no option");
  refused("\"challenger\": \"bear\"", "\"challenger\": 1", "/world/crisis");
  refused("\"result\": \"playing\"", "\"result\": \"won\"",
          "/world/result: must be one of playing");
  refused("\"actions\": {", "\"actions\": [], \"_\": {", "/world/actions: must be an object");
  refused("\"policies\": {", "\"policies\": [], \"_\": {", "/policies: must be an object");
  refused("\"title\": \"", "\"title\": 5, \"_\": \"", "/title: must be text");
  refused("\"variables\": {", "\"variables\": { \"bear.control\": 101,", "duplicate key");
  refused("\"league.stability\": ", "\"league.stability\": 1e9, \"_\": ", "from 0 to 100");
  refused("\"world\": {", "\"welt\": {", "\"world\" is missing");
  refused("\"scenario\": {", "\"szenario\": {", "\"scenario\" is missing");
  refused("\"turns\":12", "\"turns\":0", ": /scenario/turns: must be a whole number");
  refused("\"left\": ", "\"left\": 256, \"_\": ", "/left: must be a whole number from 0 to 255");
}

static void a_changed_state_is_loaded_and_noted(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_save save;
  char *text = change("\"bear.grievance\": ", "\"bear.grievance\": 12.5, \"bear.rumour\": ");
  assert_true(tp_save_parse(text, strlen(text), "s", "en", &save, &problems));
  tp_problems_free(&problems);
  assert_false(save.exact);
  assert_non_null(strstr(save.note, "from another version of the game: 1 of its names"));
  assert_true(save.world->v[tp_address_find(save.scenario->rules, "bear.grievance")] == 12.5);
  tp_save_free(&save);
  free(text);
}

static void cut_off_anywhere_it_is_refused(void **state) {
  (void)state;
  char *text = tp_save_text(&record, world);
  size_t length = strlen(text);
  while (length && text[length - 1] == '\n')
    length--;
  /* Every byte of the beginning, then steps: a whole scenario is compiled only at the end. */
  for (size_t cut = 0; cut < length; cut += cut < 20000 ? 1 : 97) {
    struct tp_problems problems = {0};
    struct tp_save save;
    char *part = malloc(cut + 1); /* of its own, so that reading past its end is caught */
    memcpy(part, text, cut);
    part[cut] = '\0';
    if (tp_save_parse(part, cut, "s", "en", &save, &problems))
      fail_msg("accepted after %zu of %zu bytes", cut, length);
    assert_int_equal(problems.count, 1);
    tp_problems_free(&problems);
    free(part);
  }
  free(text);
}

/* One byte changed, in a few hundred places: refused or noted or harmless, but it returns. */
static void a_wrong_byte_does_no_harm(void **state) {
  (void)state;
  char *text = tp_save_text(&record, world);
  size_t length = strlen(text);
  unsigned random = 12345;
  for (int i = 0; i < 400; i++) {
    struct tp_problems problems = {0};
    struct tp_save save;
    random = random * 1103515245u + 12345u;
    size_t at = (random >> 8) % length;
    char kept = text[at];
    text[at] = "0-\"{}[],:xA9. \x7f"[(random >> 4) % 15];
    if (tp_save_parse(text, length, "s", "en", &save, &problems))
      tp_save_free(&save);
    else
      assert_true(problems.count > 0);
    tp_problems_free(&problems);
    text[at] = kept;
  }
  free(text);
}

static void a_record_grows_with_the_turns(void **state) {
  (void)state;
  struct tp_game_record copy;
  tp_record_init(&copy, scenario, 1);
  assert_int_equal(copy.seat_count, 2);
  for (uint64_t turn = 0; turn < 100; turn++)
    tp_record_add(&copy, NULL, 0, turn);
  assert_int_equal(copy.turns, 100);
  assert_true(copy.hashes[39] == 39);
  assert_int_equal(tp_record_orders(&copy, 39)[1].seat, copy.seats[1]);
  tp_record_free(&copy);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_game_comes_back_to_the_bit),
      cmocka_unit_test(it_goes_on_as_it_would_have),
      cmocka_unit_test(it_replays_to_the_same_hashes),
      cmocka_unit_test(a_save_of_a_save_is_the_same_text),
      cmocka_unit_test(a_list_of_saves_shows_what_they_are),
      cmocka_unit_test(what_makes_no_sense_is_refused),
      cmocka_unit_test(a_changed_state_is_loaded_and_noted),
      cmocka_unit_test(cut_off_anywhere_it_is_refused),
      cmocka_unit_test(a_wrong_byte_does_no_harm),
      cmocka_unit_test(a_record_grows_with_the_turns),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
