/* Somebody who does anything at any time: presses every key and button, clicks and drags anywhere,
 * changes language, look and size in the midst of it. The game stays a game that replays to the
 * bit, and the screen shows what it would show if all of it were drawn anew each time. */
#include "folder.h"
#include "player.h"

enum { STEPS = 700, WIDTH = 800, HEIGHT = 500 };

static uint32_t chance = 2463534242U;

static int draw(int below) {
  chance ^= chance << 13;
  chance ^= chance >> 17;
  chance ^= chance << 5;
  return (int)(chance % (uint32_t)below);
}

static void press_any(struct player *p) {
  struct tp_bindings usual;
  tp_bindings_usual(&usual);
  struct tp_chord chord = usual.chords[draw(TP_COMMAND_COUNT)][draw(2)];
  if (draw(3) == 0) /* goes on */
    chord = (struct tp_chord){.device = TP_KEYBOARD, .code = draw(4) ? SDLK_SPACE : SDLK_RETURN};
  else if (draw(4) == 0)
    chord = (struct tp_chord){.device = TP_KEYBOARD, .code = '0' + draw(10)};
  p->input.chords[0] = chord;
  p->input.chord_count = chord.device != TP_NO_DEVICE;
  p->input.pad = chord.device == TP_PAD;
  if (draw(3) == 0)
    snprintf(p->input.text, sizeof p->input.text, "%s", draw(2) ? "x" : "\xc3\xa9");
}

/* Where something is, more often than not. */
static void point_anywhere(struct player *p) {
  const struct tp_ui *ui = &p->app->ui;
  int count = ui->item_counts[ui->current];
  p->input.mouse_x = (float)draw(WIDTH);
  p->input.mouse_y = (float)draw(HEIGHT);
  if (count && draw(4)) {
    struct tp_rect seen = ui->items[ui->current][draw(count)].seen;
    p->input.mouse_x = seen.x + seen.w * 0.5F;
    p->input.mouse_y = seen.y + seen.h * 0.5F;
  }
}

static void click_anywhere(struct player *p) {
  point_anywhere(p);
  p->input.pressed = p->input.released = true;
}

static void drag(struct player *p) {
  point_anywhere(p);
  p->input.pressed = p->input.down = true;
  player_frame(p);
  point_anywhere(p);
  player_frame(p);
  p->input.down = false;
  p->input.released = true;
}

static void change_look(struct player *p) {
  static const float scales[] = {0.0F, 0.75F, 1.0F, 2.0F, 4.0F};
  tp_app_restyle(p->app, (enum tp_theme_kind)draw(TP_THEME_COUNT), scales[draw(5)]);
  assert_true(tp_app_speak(p->app, draw(2) ? "fr" : "en"));
  p->input.pan_x = draw(3) ? 0.0F : 1.0F;
}

static void do_anything(struct player *p) {
  int what = draw(20);
  if (what < 9)
    press_any(p);
  else if (what < 16)
    click_anywhere(p);
  else if (what == 16)
    drag(p);
  else if (what == 17)
    p->input.wheel = (float)(draw(7) - 3);
  else if (what == 18)
    p->input.menu = true;
  else if (draw(3) == 0)
    change_look(p);
  player_frame(p);
  if (draw(10) == 0)
    p->input.seconds += 2.0; /* tips and notices come and go */
}

/* What stayed from the frames before, beside all of this one on a ground that is nowhere else. */
static void expect_fresh(struct player *p, uint32_t *shown, int step) {
  uint32_t *pixels = p->surface->pixels;
  SDL_RenderFlush(p->renderer);
  memcpy(shown, pixels, sizeof *shown * WIDTH * HEIGHT);
  SDL_FillRect(p->surface, NULL, 0xffff00ff);
  tp_draw_again(p->app->draw);
  SDL_RenderFlush(p->renderer);
  for (int i = 0; i < WIDTH * HEIGHT; i++)
    if (shown[i] != pixels[i])
      fail_msg("step %d: %d,%d shows %06x and should show %06x", step, i % WIDTH, i / WIDTH,
               shown[i] & 0xffffff, pixels[i] & 0xffffff);
}

static void a_game_survives_it(void **state) {
  (void)state;
  struct player p;
  struct tp_app_options options = {.folder = folder, .seed = 11, .seeded = true, .steady = true};
  player_open(&p, WIDTH, HEIGHT, &options);
  int turns = 0;
  uint32_t *shown = malloc(sizeof *shown * WIDTH * HEIGHT);
  assert_non_null(shown);
  for (int i = 0; i < STEPS; i++) {
    if (!p.app->session && i % 50 == 0)
      tp_app_start(p.app, "tests/support/tiny.json", (uint64_t)i);
    do_anything(&p);
    expect_fresh(&p, shown, i);
    p.app->quit = p.app->screenshot = false;
    if (p.app->session && tp_session_turn(p.app->session) > turns)
      turns = tp_session_turn(p.app->session);
  }
  assert_true(turns > 3); /* it was a game */
  if (p.app->session)
    assert_int_equal(tp_session_check_replay(p.app->session, NULL), TP_NONE);
  player_close(&p);
  free(shown);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_game_survives_it, open_folder, close_folder)};
  return cmocka_run_group_tests_name("desktop/monkey", tests, NULL, NULL);
}
