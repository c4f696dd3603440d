/* Widgets under mouse, keyboard and script. */
#include "stage.h"

#include <stdlib.h>

/* A screen with one of each kind, and what was done to it. */
struct screen {
  struct stage stage;
  int alpha, beta; /* clicks */
  int tab, dialogue;
  bool motion;
  char seed[16];
  struct tp_rect list; /* where the list's content begins */
};

static void show_list(struct screen *s) {
  struct tp_ui *ui = &s->stage.ui;
  s->list = tp_ui_scroll_begin(ui, tp_ui_id("list"), (struct tp_rect){510, 200, 280, 100});
  for (uint32_t i = 0; i < 10; i++) {
    char words[20];
    snprintf(words, sizeof words, "Row %u", i);
    struct tp_rect row = {s->list.x, s->list.y + (float)i * 26, s->list.w - 8, 26};
    tp_ui_row(ui, tp_ui_id_of(tp_ui_id("row"), i), row, false, words, "+1.2", TP_COLOUR_GOOD);
  }
  tp_ui_scroll_end(ui, 260);
}

static void show_dialogue(struct screen *s) {
  struct tp_ui *ui = &s->stage.ui;
  tp_ui_layer_begin(ui);
  tp_ui_panel(ui, (struct tp_rect){200, 200, 300, 200}, TP_COLOUR_CARD);
  struct tp_rect button = {220, 220, 80, 30};
  if (tp_ui_button(ui, tp_ui_id("ok"), button, TP_BUTTON_PRIMARY, "OK", NULL).clicked)
    s->dialogue = 0;
  tp_ui_layer_end(ui);
}

static void frame(struct screen *s, struct tp_input input) {
  static const char *const tabs[] = {"One", "Two", "Three"};
  struct tp_ui *ui = &s->stage.ui;
  tp_ui_begin(ui, &input);
  tp_ui_area(ui, tp_ui_id("map"), (struct tp_rect){0, 0, 800, 600}, false, "Map");
  tp_ui_panel(ui, (struct tp_rect){500, 0, 300, 600}, TP_COLOUR_PANEL);
  struct tp_rect alpha = {510, 10, 100, 30}, beta = {620, 10, 100, 30};
  s->alpha += tp_ui_button(ui, tp_ui_id("a"), alpha, TP_BUTTON_PLAIN, "Alpha", NULL).clicked;
  s->beta += tp_ui_button(ui, tp_ui_id("b"), beta, TP_BUTTON_PLAIN, "Beta", "No budget").clicked;
  tp_ui_tabs(ui, tp_ui_id("t"), (struct tp_rect){510, 50, 280, 24}, tabs, 3, &s->tab);
  tp_ui_toggle(ui, tp_ui_id("g"), (struct tp_rect){510, 120, 200, 24}, "Motion", &s->motion);
  tp_ui_field(ui, tp_ui_id("f"), (struct tp_rect){510, 150, 200, 28}, "Seed", s->seed,
              sizeof s->seed, true);
  show_list(s);
  if (s->dialogue)
    show_dialogue(s);
  tp_ui_end(ui);
}

static void rest(struct screen *s) {
  frame(s, stage_at(&s->stage, -1, -1));
}

static void settle(struct screen *s) {
  for (int i = 0; i < 100 && (i == 0 || tp_ui_wake(&s->stage.ui) == 0.0); i++)
    rest(s);
}

static void click(struct screen *s, float x, float y) {
  struct tp_input input = stage_at(&s->stage, x, y);
  input.pressed = input.released = true;
  frame(s, input);
  frame(s, stage_at(&s->stage, x, y));
}

static void key(struct screen *s, enum tp_key which) {
  struct tp_input input = stage_at(&s->stage, -1, -1);
  input.keys = (uint64_t)1 << which;
  frame(s, input);
  rest(s);
}

static int open_screen(void **state) {
  static struct screen screen;
  memset(&screen, 0, sizeof screen);
  stage_open(&screen.stage, TP_THEME_LIGHT, 1.0F);
  strcpy(screen.seed, "12");
  rest(&screen);
  rest(&screen);
  *state = &screen;
  return 0;
}

static int close_screen(void **state) {
  stage_close(&((struct screen *)*state)->stage);
  return 0;
}

static void a_click_reaches_what_is_under_it(void **state) {
  struct screen *s = *state;
  click(s, 520, 20);
  assert_int_equal(s->alpha, 1);
  click(s, 400, 400);
  assert_int_equal(s->alpha, 1);
}

static void after_a_click_enter_shows_where_it_is_before_it_acts(void **state) {
  struct screen *s = *state;
  click(s, 520, 20);
  assert_false(s->stage.ui.focus_shown);
  key(s, TP_KEY_ENTER);
  assert_int_equal(s->alpha, 1);
  assert_true(s->stage.ui.focus_shown);
  key(s, TP_KEY_ENTER);
  assert_int_equal(s->alpha, 2);
}

static void what_is_refused_cannot_be_clicked_and_says_why(void **state) {
  struct screen *s = *state;
  click(s, 630, 20);
  tp_ui_focus(&s->stage.ui, tp_ui_id("b"));
  key(s, TP_KEY_ENTER);
  assert_int_equal(s->beta, 0);
  struct tp_input input = stage_at(&s->stage, 630, 20);
  frame(s, input);
  input.seconds = s->stage.seconds += 1.0;
  frame(s, input);
  assert_string_equal(s->stage.ui.tip, "No budget");
}

static void a_press_dragged_away_is_no_click(void **state) {
  struct screen *s = *state;
  struct tp_input input = stage_at(&s->stage, 520, 20);
  input.pressed = input.down = true;
  frame(s, input);
  input = stage_at(&s->stage, 400, 400);
  input.released = true;
  frame(s, input);
  rest(s);
  assert_int_equal(s->alpha, 0);
}

static void keys_walk_and_click(void **state) {
  struct screen *s = *state;
  struct tp_ui *ui = &s->stage.ui;
  key(s, TP_KEY_TAB);
  assert_int_equal(ui->focus, tp_ui_id("a"));
  key(s, TP_KEY_ENTER);
  key(s, TP_KEY_SPACE);
  assert_int_equal(s->alpha, 2);
  key(s, TP_KEY_RIGHT);
  assert_int_equal(ui->focus, tp_ui_id("b"));
  key(s, TP_KEY_BACK_TAB);
  assert_int_equal(ui->focus, tp_ui_id("a"));
  ui->space_clicks = false;
  key(s, TP_KEY_SPACE);
  assert_int_equal(s->alpha, 2);
}

static void a_pointer_that_only_rests_is_not_meant(void **state) {
  struct screen *s = *state;
  struct tp_input input = stage_at(&s->stage, 600, 250);
  frame(s, input);
  assert_true(s->stage.ui.pointing);
  input.keys = (uint64_t)1 << TP_KEY_DOWN;
  frame(s, input);
  input.keys = 0;
  frame(s, input);
  assert_false(s->stage.ui.pointing);
  frame(s, stage_at(&s->stage, 601, 250));
  assert_true(s->stage.ui.pointing);
}

static void tabs_and_toggle_obey_keys(void **state) {
  struct screen *s = *state;
  struct tp_ui *ui = &s->stage.ui;
  tp_ui_focus(ui, tp_ui_find(ui, "One")->id);
  key(s, TP_KEY_RIGHT);
  assert_int_equal(s->tab, 1);
  key(s, TP_KEY_RIGHT);
  assert_int_equal(ui->focus, tp_ui_find(ui, "Three")->id);
  key(s, TP_KEY_RIGHT); /* out of the row: there is none after it */
  assert_int_not_equal(ui->focus, tp_ui_find(ui, "Three")->id);
  tp_ui_focus(ui, tp_ui_find(ui, "Three")->id);
  key(s, TP_KEY_DOWN);
  assert_int_equal(ui->focus, tp_ui_id("g"));
  key(s, TP_KEY_ENTER);
  assert_true(s->motion);
}

static void type(struct screen *s, const char *text) {
  struct tp_input input = stage_at(&s->stage, -1, -1);
  strcpy(input.text, text);
  frame(s, input);
}

static void a_field_takes_digits_only(void **state) {
  struct screen *s = *state;
  tp_ui_focus(&s->stage.ui, tp_ui_id("f"));
  key(s, TP_KEY_RIGHT); /* to its end */
  type(s, "7");
  assert_string_equal(s->seed, "127");
  type(s, "x");
  assert_string_equal(s->seed, "127");
  key(s, TP_KEY_BACKSPACE);
  assert_string_equal(s->seed, "12");
}

static void what_a_field_proposes_gives_way_to_what_is_typed(void **state) {
  struct screen *s = *state;
  tp_ui_focus(&s->stage.ui, tp_ui_id("f"));
  rest(s);
  type(s, "x"); /* no digit: nothing is typed */
  assert_string_equal(s->seed, "12");
  type(s, "7");
  type(s, "8");
  assert_string_equal(s->seed, "78");
  tp_ui_focus(&s->stage.ui, tp_ui_id("a"));
  rest(s);
  tp_ui_focus(&s->stage.ui, tp_ui_id("f"));
  key(s, TP_KEY_BACKSPACE);
  assert_string_equal(s->seed, "");
}

static void a_list_scrolls_and_stops_at_its_ends(void **state) {
  struct screen *s = *state;
  struct tp_input input = stage_at(&s->stage, 600, 250);
  input.wheel = -1;
  frame(s, input);
  assert_true(s->list.y > 152.0F && s->list.y < 200.0F); /* on its way */
  settle(s);
  assert_float_equal(s->list.y, 152.0F, 0.5);
  input.wheel = -10;
  frame(s, input);
  settle(s);
  assert_float_equal(s->list.y, 40.0F, 0.5);
  tp_ui_focus(&s->stage.ui, tp_ui_id_of(tp_ui_id("row"), 0));
  rest(s);
  settle(s);
  assert_float_equal(s->list.y, 200.0F, 0.5); /* what has the keyboard is kept in view */
}

/* How far the paint in a row that is pointed at is from the panel's own, at a height. */
static int strength(const struct screen *s, int y) {
  uint32_t at = stage_pixel(&s->stage, 650, y), panel = stage_pixel(&s->stage, 650, 400);
  return abs((int)(at & 0xff) - (int)(panel & 0xff));
}

static void a_list_fades_where_there_is_more(void **state) {
  struct screen *s = *state;
  struct tp_input input = stage_at(&s->stage, 650, 290);
  s->stage.look.motion = false;
  frame(s, input);
  frame(s, input);
  assert_true(strength(s, 281) > 10); /* the row is cut off at 300 */
  assert_true(strength(s, 299) < 4);
  input.wheel = -10; /* to the end, where nothing is left to hint at */
  frame(s, input);
  input.wheel = 0;
  frame(s, input);
  assert_true(strength(s, 297) > 10);
  tp_ui_focus(&s->stage.ui, tp_ui_id_of(tp_ui_id("row"), 3));
  rest(s);
  rest(s);
  assert_float_equal(s->list.y + 3 * 26, 200.0F + 16.0F, 0.5); /* clear of the fading edge */
}

/* A part of the screen that is seen once, as each turn's report is, and how far it is scrolled. */
static float visit(struct screen *s, uint32_t id, float wheel) {
  struct tp_ui *ui = &s->stage.ui;
  struct tp_input input = stage_at(&s->stage, 600, 250);
  input.wheel = wheel;
  float top = 0.0F;
  for (int i = 0; i < 2; i++) { /* its height is known from the second frame on */
    tp_ui_begin(ui, &input);
    top = tp_ui_scroll_begin(ui, id, (struct tp_rect){510, 200, 280, 100}).y;
    tp_ui_scroll_end(ui, 260);
    tp_ui_end(ui);
  }
  return top;
}

static void of_many_lists_the_latest_keep_their_places(void **state) {
  struct screen *s = *state;
  s->stage.look.motion = false;
  for (uint32_t i = 1; i <= 3 * TP_UI_SCROLLS; i++)
    assert_float_equal(visit(s, i, -1), 104.0F, 0.5);
  assert_float_equal(visit(s, 3 * TP_UI_SCROLLS - 1, 0), 104.0F, 0.5);
  assert_float_equal(visit(s, 1, 0), 200.0F, 0.5);
  tp_ui_scroll_forget(&s->stage.ui); /* as when another game begins */
  assert_float_equal(visit(s, 3 * TP_UI_SCROLLS - 1, 0), 200.0F, 0.5);
}

static void without_motion_a_list_is_there_at_once(void **state) {
  struct screen *s = *state;
  struct tp_input input = stage_at(&s->stage, 600, 250);
  s->stage.look.motion = false;
  input.wheel = -1;
  frame(s, input);
  assert_float_equal(s->list.y, 152.0F, 0.5);
}

static void a_dialogue_keeps_everything_from_what_is_below(void **state) {
  struct screen *s = *state;
  s->dialogue = 1;
  rest(s);
  click(s, 520, 20);
  assert_int_equal(s->alpha, 0);
  key(s, TP_KEY_TAB);
  assert_int_equal(s->stage.ui.focus, tp_ui_id("ok"));
  key(s, TP_KEY_ENTER);
  assert_int_equal(s->dialogue, 0);
}

static void a_script_clicks_by_words(void **state) {
  struct screen *s = *state;
  tp_ui_click(&s->stage.ui, tp_ui_find(&s->stage.ui, "Alp")->id);
  rest(s);
  assert_int_equal(s->alpha, 1);
  assert_null(tp_ui_find(&s->stage.ui, "nothing of the kind"));
}

static void at_rest_no_frame_is_wanted(void **state) {
  struct screen *s = *state;
  rest(s);
  rest(s);
  assert_true(tp_ui_wake(&s->stage.ui) < 0.0);
}

#define UI_TEST(story) cmocka_unit_test_setup_teardown(story, open_screen, close_screen)

int main(void) {
  const struct CMUnitTest tests[] = {
      UI_TEST(a_click_reaches_what_is_under_it),
      UI_TEST(after_a_click_enter_shows_where_it_is_before_it_acts),
      UI_TEST(what_is_refused_cannot_be_clicked_and_says_why),
      UI_TEST(a_press_dragged_away_is_no_click),
      UI_TEST(keys_walk_and_click),
      UI_TEST(tabs_and_toggle_obey_keys),
      UI_TEST(a_pointer_that_only_rests_is_not_meant),
      UI_TEST(a_field_takes_digits_only),
      UI_TEST(what_a_field_proposes_gives_way_to_what_is_typed),
      UI_TEST(a_list_scrolls_and_stops_at_its_ends),
      UI_TEST(a_list_fades_where_there_is_more),
      UI_TEST(of_many_lists_the_latest_keep_their_places),
      UI_TEST(without_motion_a_list_is_there_at_once),
      UI_TEST(a_dialogue_keeps_everything_from_what_is_below),
      UI_TEST(a_script_clicks_by_words),
      UI_TEST(at_rest_no_frame_is_wanted),
  };
  return cmocka_run_group_tests_name("desktop/ui", tests, NULL, NULL);
}
