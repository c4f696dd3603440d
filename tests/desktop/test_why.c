/* "Why it moved": whoever adds up the figures that are shown comes to the figures that are shown,
 * for every variable in every turn of a game; and can ask on, back in time and to the causes. */
#include "player.h"

#include "desktop/board/why.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

/* A figure as it stands on the screen, in units of its last digit: "\u22123.40" is -340. */
static long read_figure(const char *text) {
  long value = 0;
  bool below = strncmp(text, "\xe2\x88\x92", 3) == 0;
  for (const char *c = text; *c; c++)
    if (*c >= '0' && *c <= '9')
      value = value * 10 + (*c - '0');
  return below ? -value : value;
}

static long half_away(long hundredths) {
  return (labs(hundredths) + 5) / 10 * (hundredths < 0 ? -1 : 1);
}

static void one_table_adds_up(const struct tp_session *s, int slot, int turn, int most) {
  struct tp_why_table table;
  char text[TP_FIGURE_MAX], moved[24];
  const char *name = tp_session_rules(s)->slots[slot].name;
  int rows;
  long sum = 0;
  tp_session_why(s, slot, turn, &rows);
  tp_why_gather(s, slot, turn, most, &table);
  for (int i = 0; i < table.count; i++) {
    tp_why_figure(table.lines[i].delta, text);
    sum += read_figure(text);
    assert_true(table.lines[i].what[0] != '\0');
  }
  tp_why_figure(table.change, text);
  if (sum != read_figure(text))
    fail_msg("%s, turn %d: the lines give %ld, not %s", name, turn, sum, text);
  assert_int_equal(table.after - table.before, table.change);
  assert_true(rows ? table.count > 0 : table.count == 0 && table.change == 0);
  assert_true(table.count <= most + 1);
  long change = tp_session_shown_change(s, slot, turn);
  tp_ui_signed(tp_shown_tenths(change), moved, sizeof moved);
  if (half_away(table.change) != read_figure(moved))
    fail_msg("%s, turn %d: %s is shown as %s", name, turn, text, moved);
  const double values[2] = {tp_session_value(s, slot, turn - 1), tp_session_value(s, slot, turn)};
  const long shown[2] = {table.before, table.after};
  for (int i = 0; i < 2; i++) {
    tp_phrase_number(text, values[i], 1);
    if (half_away(shown[i]) != read_figure(text))
      fail_msg("%s, turn %d: %ld hundredths are shown as %s", name, turn, shown[i], text);
  }
  assert_true(fabs((double)table.change / 100.0 - (values[1] - values[0])) < 0.021);
}

static void game_adds_up(const char *scenario) {
  struct tp_problems problems = {0};
  struct tp_session_options options = {
      .scenario = scenario, .policy = "reflex", .folder = "", .seed = 3};
  struct tp_session *s = tp_session_start(&options, &problems);
  assert_non_null(s);
  while (tp_session_end_turn(s))
    ;
  int last = tp_session_turn(s), slots = tp_session_rules(s)->slot_count;
  for (int turn = 1; turn <= last; turn++) {
    for (int slot = 0; slot < slots; slot++) {
      one_table_adds_up(s, slot, turn, TP_WHY_BRIEF);
      one_table_adds_up(s, slot, turn, TP_WHY_LINES);
    }
  }
  print_message("%s: %d variables in %d turns\n", scenario, slots, last);
  assert_true(last > 4);
  tp_session_close(s);
  tp_problems_free(&problems);
}

static void the_lines_add_up(void **state) {
  (void)state;
  game_adds_up("tests/support/tiny.json");
  game_adds_up("rapprochement-2018");
}

/* --- asking on --- */

static struct player player;

static int open_game(void **state) {
  struct tp_app_options options = {.scale = 1.0F,
                                   .scenario = "tests/support/tiny.json",
                                   .folder = "",
                                   .seed = 3,
                                   .seeded = true,
                                   .steady = true};
  (void)state;
  player_open(&player, 1280, 720, &options);
  for (int i = 0; i < 3; i++) {
    tp_board_end_turn(player.app, true);
    player.app->overlay = TP_OVERLAY_NONE;
    player_rest(&player);
  }
  return 0;
}

static int close_game(void **state) {
  (void)state;
  player_close(&player);
  return 0;
}

static const struct tp_trail_step *open_step(void) {
  const struct tp_trail *trail = &player.app->trail;
  return trail->count ? &trail->steps[trail->count - 1] : NULL;
}

/* A line of the open explanation that comes from a variable. */
static const struct tp_ui_item *find_cause(struct tp_why_table *table) {
  const struct tp_trail_step *step = open_step();
  tp_why_gather(player.app->session, step->slot, step->turn, TP_WHY_LINES, table);
  for (int i = 0; i < table->count; i++)
    if (table->lines[i].source != TP_NONE)
      return tp_ui_find(&player.app->ui, table->lines[i].what);
  return NULL;
}

static void a_number_explains_itself_and_can_be_asked_on(void **state) {
  struct tp_ui *ui = &player.app->ui;
  struct tp_gauge gauge;
  struct tp_why_table table;
  (void)state;
  tp_session_gauge(player.app->session, TP_GAUGE_AUTONOMY, &gauge);
  const struct tp_ui_item *item = tp_ui_find(ui, gauge.title);
  assert_non_null(item);
  player_points(&player, item);
  assert_true(player_sees(&player, tp_word(TP_WORD_WHY))); /* pointing is enough to read it */
  assert_null(open_step());
  player_key(&player, TP_KEY_WHY);
  assert_non_null(open_step());
  assert_int_equal(open_step()->slot, gauge.slot);
  assert_int_equal(open_step()->turn, 3);
  player_key(&player, TP_KEY_LEFT);
  player_key(&player, TP_KEY_LEFT);
  assert_int_equal(open_step()->turn, 1);
  player_key(&player, TP_KEY_LEFT); /* there is nothing before */
  assert_int_equal(open_step()->turn, 1);
  player_key(&player, TP_KEY_RIGHT);
  assert_int_equal(open_step()->turn, 2);
  const struct tp_ui_item *cause = find_cause(&table);
  assert_non_null(cause);
  tp_ui_click(ui, cause->id);
  player_frame(&player);
  player_rest(&player);
  assert_int_equal(player.app->trail.count, 2);
  assert_int_equal(open_step()->turn, 2);
  assert_int_not_equal(open_step()->slot, gauge.slot);
  player_key(&player, TP_KEY_BACKSPACE);
  assert_int_equal(open_step()->slot, gauge.slot);
  player_key(&player, TP_KEY_ESCAPE);
  assert_null(open_step());
  assert_int_equal(player.app->overlay, TP_OVERLAY_NONE); /* the key was the explanation's alone */
}

static void the_keyboard_alone_follows_a_cause(void **state) {
  struct tp_why_table table;
  (void)state;
  player.input.mouse_x = player.input.mouse_y = -1.0F;
  tp_trail_follow(player.app, tp_actor_slot(tp_app_rules(player.app), 0, TP_STABILITY), 3,
                  (struct tp_rect){0});
  player_rest(&player);
  const struct tp_ui_item *cause = find_cause(&table);
  assert_non_null(cause);
  uint32_t id = cause->id;
  for (int i = 0; i < 40 && player.app->ui.focus != id; i++)
    player_key(&player, TP_KEY_TAB);
  assert_int_equal(player.app->ui.focus, id);
  player_key(&player, TP_KEY_ENTER);
  assert_int_equal(player.app->trail.count, 2);
}

static void a_click_beside_it_closes_it(void **state) {
  (void)state;
  assert_non_null(open_step());
  player.input.mouse_x = 1270.0F;
  player.input.mouse_y = 715.0F;
  player.input.pressed = player.input.down = true;
  player_frame(&player);
  player.input.down = false;
  player.input.released = true;
  player_frame(&player);
  player_rest(&player);
  assert_null(open_step());
}

static void what_others_hide_is_not_explained(void **state) {
  const struct tp_rules *r = tp_app_rules(player.app);
  int hidden = TP_NONE;
  (void)state;
  for (int slot = 0; slot < r->slot_count && hidden == TP_NONE; slot++)
    if (tp_session_hides(player.app->session, slot))
      hidden = slot;
  assert_int_not_equal(hidden, TP_NONE);
  tp_trail_follow(player.app, hidden, 2, (struct tp_rect){0});
  assert_null(open_step());
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_lines_add_up),
      cmocka_unit_test_setup_teardown(a_number_explains_itself_and_can_be_asked_on, open_game,
                                      NULL),
      cmocka_unit_test(the_keyboard_alone_follows_a_cause),
      cmocka_unit_test(a_click_beside_it_closes_it),
      cmocka_unit_test_setup_teardown(what_others_hide_is_not_explained, NULL, close_game),
  };
  return cmocka_run_group_tests_name("desktop/why", tests, speak_english, NULL);
}
