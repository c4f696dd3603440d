/* Saves, played again: what was recorded comes out, and what was tampered with is found. */
#include "folder.h"
#include "tiny.h"

#include "data/saves/save.h"
#include "lab/lab.h"
#include "lab/games/player.h"

static char save_path[100], out_path[100];

struct game {
  struct tp_scenario *scenario;
  struct tp_game_record record;
  struct tp_player player;
};

static void play_and_record(struct game *game, int turns) {
  static struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_problems problems = {0};
  game->scenario = tp_scenario_load("tests/support/tiny.json", NULL, &problems);
  assert_non_null(game->scenario);
  const struct tp_rules *r = game->scenario->rules;
  tp_record_init(&game->record, game->scenario, 99);
  tp_player_open(&game->player, r, policies);
  tp_player_start(&game->player, 99);
  for (int turn = 0; turn < turns; turn++) {
    struct tp_orders sets[TP_ACTORS_MAX];
    struct tp_policy reflex;
    int count = 0;
    tp_policy_named("reflex", &reflex);
    for (int actor = 0; actor < r->actor_count; actor++) {
      if (r->actors[actor].is_seat)
        tp_policy_choose(r, game->player.world, actor, &reflex, game->player.room, &sets[count++]);
    }
    tp_player_turn(&game->player, sets, count);
    tp_record_add(&game->record, sets, count, tp_world_hash(r, game->player.world));
  }
}

static int open_game(void **state) {
  static struct game game;
  struct tp_file_error error;
  open_folder(NULL);
  snprintf(save_path, sizeof save_path, "%s/save.json", folder);
  snprintf(out_path, sizeof out_path, "%s/out", folder);
  play_and_record(&game, 5);
  assert_true(tp_save_write(save_path, &game.record, game.player.world, &error));
  *state = &game;
  return 0;
}

static int close_game(void **state) {
  struct game *game = *state;
  tp_player_close(&game->player);
  tp_record_free(&game->record);
  tp_scenario_free(game->scenario);
  return close_folder(state);
}

/* Runs the command on the save and returns what it wrote, until the next call. */
static const char *run(enum tp_exit (*command)(const struct tp_arguments *), enum tp_exit expected,
                       struct tp_arguments arguments) {
  static char text[1 << 16];
  arguments.operand[0] = save_path;
  arguments.operand_count = 1;
  arguments.out = out_path;
  assert_int_equal(command(&arguments), expected);
  FILE *file = fopen(out_path, "r");
  assert_non_null(file);
  text[fread(text, 1, sizeof text - 1, file)] = 0;
  fclose(file);
  return text;
}

static void has(const char *text, const char *part) {
  if (!strstr(text, part))
    fail_msg("lacks \"%s\": %.600s", part, text);
}

static void a_save_replays_to_the_same_states(void **state) {
  (void)state;
  const char *text = run(tp_lab_replay, TP_EXIT_OK, (struct tp_arguments){.seed = 1});
  has(text, "5 turns replayed, every state the same");
  text = run(tp_lab_replay, TP_EXIT_OK, (struct tp_arguments){.format = TP_JSON, .seed = 1});
  has(text, "\"same\": true");
}

static void a_turn_of_a_save_can_be_explained(void **state) {
  (void)state;
  struct tp_arguments arguments = {
      .seed = 1, .turn = 3, .var = "crown.stability", .given = TP_OPTION(VAR) | TP_OPTION(TURN)};
  has(run(tp_lab_explain, TP_EXIT_OK, arguments), "the rows add up to the bit");
}

static void a_save_takes_no_changes(void **state) {
  (void)state;
  struct tp_arguments arguments = {.operand = {save_path},
                                   .operand_count = 1,
                                   .turn = 3,
                                   .var = "crown.stability",
                                   .given = TP_OPTION(VAR) | TP_OPTION(TURN) | TP_OPTION(SEED)};
  assert_int_equal(tp_lab_explain(&arguments), TP_EXIT_USAGE);
}

/* An order that the player never gave: the turn it was given in differs, and from there a variable.
 */
static void a_changed_order_is_found(void **state) {
  struct game *game = *state;
  struct tp_file_error error;
  struct tp_orders *orders = &game->record.orders[3 * game->record.seat_count];
  assert_true(orders->count > 0);
  orders->count = 0;
  assert_true(tp_save_write(save_path, &game->record, game->player.world, &error));
  const char *text = run(tp_lab_replay, TP_EXIT_FAILED, (struct tp_arguments){.seed = 1});
  has(text, "the state after turn 4 of 5 differs");
  has(text, "was saved as");
  text = run(tp_lab_replay, TP_EXIT_FAILED, (struct tp_arguments){.format = TP_JSON, .seed = 1});
  has(text, "\"turn\": 4");
  struct tp_arguments arguments = {
      .seed = 1, .turn = 5, .var = "crown.stability", .given = TP_OPTION(VAR) | TP_OPTION(TURN)};
  run(tp_lab_explain, TP_EXIT_FAILED, arguments); /* of a game that was not played */
}

static void a_changed_state_is_found(void **state) {
  struct game *game = *state;
  struct tp_file_error error;
  game->player.world->v[0] += 1;
  assert_true(tp_save_write(save_path, &game->record, game->player.world, &error));
  const char *text = run(tp_lab_replay, TP_EXIT_FAILED, (struct tp_arguments){.seed = 1});
  has(text, "5 turns replayed the same, but the state saved with them is another");
  has(text, "was saved as");
  text = run(tp_lab_replay, TP_EXIT_FAILED, (struct tp_arguments){.format = TP_JSON, .seed = 1});
  has(text, "\"same\": false");
}

/* A second save of the game in which the order of turn 4 was not given. */
static void two_saves_part_where_an_order_differs(void **state) {
  struct game *game = *state;
  struct tp_file_error error;
  char other[80];
  struct tp_arguments arguments = {.seed = 1, .operand = {[1] = other}};
  snprintf(other, sizeof other, "%s/other.json", folder);
  game->record.orders[(ptrdiff_t)3 * game->record.seat_count].count = 0;
  assert_true(tp_save_write(other, &game->record, game->player.world, &error));
  const char *text = run(tp_lab_diverge, TP_EXIT_FAILED, arguments);
  has(text, "turn 4 parts the two");
  has(text, "only A: ");
  arguments.format = TP_JSON;
  has(run(tp_lab_diverge, TP_EXIT_FAILED, arguments), "\"turn\": 4");
  arguments.operand[1] = save_path;
  has(run(tp_lab_diverge, TP_EXIT_OK, arguments), "\"turn\": null");
  remove(other);
}

static void a_save_that_was_cut_short_is_found(void **state) {
  struct game *game = *state;
  struct tp_file_error error;
  char other[80];
  struct tp_arguments arguments = {.seed = 1, .operand = {[1] = other}};
  snprintf(other, sizeof other, "%s/other.json", folder);
  game->record.turns = 2;
  assert_true(tp_save_write(other, &game->record, game->player.world, &error));
  has(run(tp_lab_diverge, TP_EXIT_FAILED, arguments),
      "the same in 2 turns, after which B ends and A goes on");
  remove(other);
}

/* Writes the tiny world with one rule of its own. */
static void write_world(const char *path, const char *rule, const char *value) {
  struct tp_text text = {0};
  char *whole = read_text("tests/support/tiny.json"), *at;
  assert_non_null(at = strstr(whole, rule));
  at += strlen(rule);
  tp_text_add_part(&text, whole, (size_t)(at - whole));
  tp_text_print(&text, ": %s%s", value, strchr(at, ','));
  write_text(path, text.data);
  tp_text_free(&text);
  free(whole);
}

/* The scenario of a save was changed: it is listed, the game is written anew, and its record begins
 * where it went over. */
static void a_save_goes_over_into_changed_data(void **state) {
  struct game *game = *state;
  struct tp_file_error error;
  char world[80], healed[80];
  snprintf(world, sizeof world, "%s/world.json", folder);
  snprintf(healed, sizeof healed, "%s/healed.json", folder);
  game->scenario->file = world;
  assert_true(tp_save_write(save_path, &game->record, game->player.world, &error));
  write_world(world, "\"gap.power\"", "0.75");
  has(run(tp_lab_heal, TP_EXIT_OK, (struct tp_arguments){.seed = 1}), "0 differences");
  write_world(world, "\"gap.power\"", "0.9");
  struct tp_arguments arguments = {
      .operand = {save_path, healed}, .operand_count = 2, .out = out_path};
  assert_int_equal(tp_lab_heal(&arguments), TP_EXIT_OK);
  has(run(tp_lab_heal, TP_EXIT_OK, (struct tp_arguments){.seed = 1}),
      "changed: rule gap.power from 0.75 to 0.9");
  has(run(tp_lab_heal, TP_EXIT_OK, (struct tp_arguments){.format = TP_JSON}), "\"begun\": 5");
  has(run(tp_lab_replay, TP_EXIT_OK, (struct tp_arguments){.seed = 1}), "5 turns replayed");
  assert_int_equal(rename(healed, save_path), 0);
  has(run(tp_lab_replay, TP_EXIT_OK, (struct tp_arguments){.seed = 1}), "0 turns replayed, every");
  has(run(tp_lab_diverge, TP_EXIT_OK, (struct tp_arguments){.operand = {[1] = save_path}}),
      "the same in all 0 turns");
  arguments = (struct tp_arguments){.operand = {save_path},
                                    .operand_count = 1,
                                    .turn = 3,
                                    .var = "crown.stability",
                                    .given = TP_OPTION(VAR) | TP_OPTION(TURN)};
  assert_int_equal(tp_lab_explain(&arguments), TP_EXIT_USAGE);
  remove(world);
}

#define REPLAY_TEST(story) cmocka_unit_test_setup_teardown(story, open_game, close_game)

int main(void) {
  const struct CMUnitTest tests[] = {
      REPLAY_TEST(a_save_replays_to_the_same_states),
      REPLAY_TEST(a_turn_of_a_save_can_be_explained),
      REPLAY_TEST(a_save_takes_no_changes),
      REPLAY_TEST(two_saves_part_where_an_order_differs),
      REPLAY_TEST(a_save_that_was_cut_short_is_found),
      REPLAY_TEST(a_changed_order_is_found),
      REPLAY_TEST(a_changed_state_is_found),
      REPLAY_TEST(a_save_goes_over_into_changed_data),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
