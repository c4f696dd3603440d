/* A gamepad, which SDL makes believe is there: plugged in and out, its buttons and sticks, and a
 * game played by nothing else. */
#include "folder.h"
#include "player.h"

#include "desktop/program/window.h"

struct table {
  struct tp_window *window;
  struct tp_app *app;
  struct tp_input input;
  int device; /* -1: unplugged */
  SDL_Joystick *pad;
};

static void rest(struct table *t) {
  for (int i = 0; i < 3 || (i < 60 && tp_app_wake(t->app) == 0.0); i++) {
    tp_window_gather(t->window, 0.0, &t->input);
    tp_app_frame(t->app, &t->input);
  }
}

static void plug_in(struct table *t) {
  t->device = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                        SDL_CONTROLLER_BUTTON_MAX, 0);
  assert_true(t->device >= 0);
  t->pad = SDL_JoystickOpen(t->device);
  assert_non_null(t->pad);
  rest(t);
}

static void pull_out(struct table *t) {
  SDL_JoystickClose(t->pad);
  t->pad = NULL;
  assert_int_equal(SDL_JoystickDetachVirtual(t->device), 0);
  t->device = -1;
  rest(t);
}

/* Down, a frame, up. */
static void press(struct table *t, int button) {
  SDL_JoystickSetVirtualButton(t->pad, button, 1);
  SDL_JoystickUpdate();
  tp_window_gather(t->window, 0.0, &t->input);
  tp_app_frame(t->app, &t->input);
  SDL_JoystickSetVirtualButton(t->pad, button, 0);
  SDL_JoystickUpdate();
  rest(t);
}

static void move(struct table *t, int axis, int to) {
  SDL_JoystickSetVirtualAxis(t->pad, axis, (Sint16)to);
  SDL_JoystickUpdate();
  rest(t);
}

static bool sees(const struct table *t, const char *words) {
  return tp_ui_find(&t->app->ui, words) != NULL;
}

static const char *focused(const struct table *t) {
  const struct tp_ui *ui = &t->app->ui;
  for (int i = 0; i < ui->item_counts[ui->current]; i++)
    if (ui->items[ui->current][i].id == ui->focus && ui->focus)
      return ui->items[ui->current][i].words;
  return "";
}

/* With the cross, to what has these words. */
static void go_to(struct table *t, const char *words) {
  static const int ways[] = {SDL_CONTROLLER_BUTTON_DPAD_DOWN, SDL_CONTROLLER_BUTTON_DPAD_RIGHT,
                             SDL_CONTROLLER_BUTTON_DPAD_UP, SDL_CONTROLLER_BUTTON_DPAD_LEFT};
  const struct tp_ui *ui = &t->app->ui;
  for (int i = 0; i < 60 && strncmp(focused(t), words, strlen(words)) != 0; i++) {
    const struct tp_ui_item *to = tp_ui_find(ui, words), *from = tp_ui_shown(ui, ui->focus);
    if (!to)
      fail_msg("%s is not there", words);
    int way = i % 4;
    if (from && i % 3 != 2) { /* as somebody does who sees where it is */
      float dx = to->rect.x - from->rect.x, dy = to->rect.y - from->rect.y;
      way = dy > 0.0F ? 0 : 2;
      if (dx * dx > dy * dy)
        way = dx > 0.0F ? 1 : 3;
    }
    press(t, ways[way]);
  }
  if (strncmp(focused(t), words, strlen(words)) != 0)
    fail_msg("%s is not reached; \"%s\" has the keyboard", words, focused(t));
}

static int open_table(void **state) {
  static struct table t;
  char error[600];
  speak("en");
  open_folder(NULL);
  t.device = -1;
  SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1"); /* nobody looks at the window */
  t.window = tp_window_open(&(struct tp_window_options){.hidden = true}, error, sizeof error);
  assert_non_null(t.window);
  struct tp_app_options options = {
      .scale = 1.0F, .folder = folder, .seed = 2, .seeded = true, .steady = true, .still = true};
  t.app = tp_app_open(tp_window_renderer(t.window), &options, error, sizeof error);
  assert_non_null(t.app);
  tp_window_look_for_pads(t.window);
  *state = &t;
  rest(&t);
  return 0;
}

static int close_table(void **state) {
  struct table *t = *state;
  if (t->pad)
    SDL_JoystickClose(t->pad);
  tp_app_close(t->app);
  tp_window_close(t->window);
  return close_folder(state);
}

static void it_may_be_plugged_in_and_out_at_any_time(void **state) {
  struct table *t = *state;
  assert_false(t->input.pad);
  plug_in(t);
  press(t, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
  assert_true(t->input.pad);
  assert_string_equal(focused(t), "New game");
  SDL_JoystickSetVirtualButton(t->pad, SDL_CONTROLLER_BUTTON_DPAD_DOWN, 1);
  SDL_JoystickUpdate();
  pull_out(t); /* with a button held: it is let go */
  rest(t);
  assert_true(tp_app_wake(t->app) != 0.0);
  plug_in(t);
  press(t, SDL_CONTROLLER_BUTTON_DPAD_UP);
  assert_true(t->input.pad);
}

static void a_game_is_begun_from_the_title(void **state) {
  struct table *t = *state;
  go_to(t, "New game");
  press(t, SDL_CONTROLLER_BUTTON_A);
  go_to(t, "Rapprochement");
  assert_true(sees(t, "‹ › another way to play · A begins"));
  press(t, SDL_CONTROLLER_BUTTON_A);
  assert_true(sees(t, "The game begins"));
  press(t, SDL_CONTROLLER_BUTTON_Y);
  assert_int_equal(t->app->screen, TP_SCREEN_BOARD);
  assert_int_equal(t->app->overlay, TP_OVERLAY_NONE);
}

static void the_screen_names_its_buttons(void **state) {
  struct table *t = *state;
  assert_true(sees(t, "Y ends the turn"));
  t->app->pad_make = TP_PAD_PLAYSTATION;
  rest(t);
  assert_true(sees(t, "\xe2\x96\xb3 ends the turn"));
  t->app->pad_make = TP_PAD_PLAIN;
}

static void tabs_cards_and_undo(void **state) {
  struct table *t = *state;
  int theme = t->app->board.theme;
  press(t, SDL_CONTROLLER_BUTTON_RIGHTSHOULDER);
  assert_int_equal(t->app->board.theme, (theme + 1) % TP_THEMES);
  press(t, SDL_CONTROLLER_BUTTON_LEFTSHOULDER);
  assert_int_equal(t->app->board.theme, theme);
  press(t, SDL_CONTROLLER_BUTTON_A); /* the first card: opens it, or orders it */
  if (tp_session_orders(t->app->session)->count == 0)
    press(t, SDL_CONTROLLER_BUTTON_A);
  assert_int_equal(tp_session_orders(t->app->session)->count, 1);
  press(t, SDL_CONTROLLER_BUTTON_X);
  assert_int_equal(tp_session_orders(t->app->session)->count, 0);
}

static void sticks_and_triggers_move_the_map(void **state) {
  struct table *t = *state;
  struct tp_map_view before = tp_map_view(t->app->map), after;
  move(t, SDL_CONTROLLER_AXIS_RIGHTX, 32000);
  for (int i = 0; i < 5; i++)
    rest(t);
  move(t, SDL_CONTROLLER_AXIS_RIGHTX, 0);
  after = tp_map_view(t->app->map);
  assert_true(after.x > before.x);
  rest(t);
  assert_true(tp_map_view(t->app->map).x == after.x); /* and it stays */
  move(t, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, 32000);
  move(t, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, -32768);
  for (int i = 0; i < 30; i++)
    rest(t);
  assert_true(tp_map_view(t->app->map).zoom > after.zoom);
  press(t, SDL_CONTROLLER_BUTTON_LEFTSTICK);
  assert_int_equal(t->app->board.mode, TP_MODE_STABILITY);
  t->app->board.mode = TP_MODE_ACTORS;
}

static void the_left_stick_is_the_cross(void **state) {
  struct table *t = *state;
  go_to(t, "End turn");
  char before[64];
  snprintf(before, sizeof before, "%s", focused(t));
  move(t, SDL_CONTROLLER_AXIS_LEFTY, -32000);
  move(t, SDL_CONTROLLER_AXIS_LEFTY, 0);
  assert_string_not_equal(focused(t), before);
}

static void a_field_is_written_letter_by_letter(void **state) {
  struct table *t = *state;
  press(t, SDL_CONTROLLER_BUTTON_START);
  go_to(t, "Save");
  press(t, SDL_CONTROLLER_BUTTON_A);
  assert_int_equal(t->app->overlay, TP_OVERLAY_SAVE);
  t->app->saves_view.name[0] = '\0';
  rest(t);
  press(t, SDL_CONTROLLER_BUTTON_A);
  assert_true(sees(t, "Space"));
  go_to(t, "o");
  press(t, SDL_CONTROLLER_BUTTON_A);
  go_to(t, "x");
  press(t, SDL_CONTROLLER_BUTTON_A);
  press(t, SDL_CONTROLLER_BUTTON_A);
  press(t, SDL_CONTROLLER_BUTTON_X); /* one too many */
  assert_string_equal(t->app->saves_view.name, "ox");
  press(t, SDL_CONTROLLER_BUTTON_B);
  assert_false(sees(t, "Space"));
  assert_int_equal(t->app->overlay, TP_OVERLAY_SAVE);
  press(t, SDL_CONTROLLER_BUTTON_DPAD_RIGHT);
  press(t, SDL_CONTROLLER_BUTTON_A);
  assert_int_equal(t->app->overlay, TP_OVERLAY_NONE);
}

static void back_opens_and_closes_the_menu(void **state) {
  struct table *t = *state;
  press(t, SDL_CONTROLLER_BUTTON_START);
  assert_int_equal(t->app->overlay, TP_OVERLAY_MENU);
  go_to(t, "Settings");
  press(t, SDL_CONTROLLER_BUTTON_A);
  assert_int_equal(t->app->overlay, TP_OVERLAY_SETTINGS);
  press(t, SDL_CONTROLLER_BUTTON_B);
  press(t, SDL_CONTROLLER_BUTTON_B);
  assert_int_equal(t->app->overlay, TP_OVERLAY_NONE);
}

/* From the menu, and the game that is played is begun anew with what is on. */
static void mods_are_switched_in_the_midst_of_a_game(void **state) {
  struct table *t = *state;
  assert_true(tp_session_has_mods(t->app->session, ""));
  press(t, SDL_CONTROLLER_BUTTON_START);
  go_to(t, "Mods");
  press(t, SDL_CONTROLLER_BUTTON_A);
  assert_string_equal(focused(t), "A long winter");
  press(t, SDL_CONTROLLER_BUTTON_A);
  assert_string_equal(t->app->settings->mods, "long-winter");
  go_to(t, "Begin anew");
  press(t, SDL_CONTROLLER_BUTTON_A);
  assert_true(sees(t, "Begin “Rapprochement” anew with the mods that are on?"));
  press(t, SDL_CONTROLLER_BUTTON_A);
  assert_true(tp_session_has_mods(t->app->session, "long-winter"));
}

/* Ends turns, answering what is asked, until the game is over. */
static void a_whole_game_is_played(void **state) {
  struct table *t = *state;
  assert_true(tp_app_start(t->app, "tests/support/tiny.json", 2));
  t->app->overlay = TP_OVERLAY_NONE;
  rest(t);
  for (int i = 0; i < 200 && t->app->screen == TP_SCREEN_BOARD; i++) {
    if (t->app->overlay == TP_OVERLAY_NONE || t->app->overlay == TP_OVERLAY_REPORT ||
        t->app->overlay == TP_OVERLAY_CONFIRM) {
      press(t, SDL_CONTROLLER_BUTTON_Y);
      continue;
    }
    press(t, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
    press(t, SDL_CONTROLLER_BUTTON_A);
    if (t->app->overlay != TP_OVERLAY_NONE)
      press(t, SDL_CONTROLLER_BUTTON_B);
  }
  assert_int_equal(t->app->screen, TP_SCREEN_ENDING);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_may_be_plugged_in_and_out_at_any_time),
      cmocka_unit_test(a_game_is_begun_from_the_title),
      cmocka_unit_test(the_screen_names_its_buttons),
      cmocka_unit_test(tabs_cards_and_undo),
      cmocka_unit_test(sticks_and_triggers_move_the_map),
      cmocka_unit_test(the_left_stick_is_the_cross),
      cmocka_unit_test(a_field_is_written_letter_by_letter),
      cmocka_unit_test(back_opens_and_closes_the_menu),
      cmocka_unit_test(mods_are_switched_in_the_midst_of_a_game),
      cmocka_unit_test(a_whole_game_is_played),
  };
  return cmocka_run_group_tests_name("desktop/pad", tests, open_table, close_table);
}
