/* The encyclopaedia as it is read: opened from anywhere, searched by typing, followed from row to
 * row, and left again. */
#include "player.h"

#include "desktop/pages/pages.h"

static const struct tp_app_options quiet = {
    .scale = 1.0F, .seed = 5, .seeded = true, .steady = true, .folder = "", .still = true};

static void presses(struct player *p, enum tp_key key) {
  p->input.keys = (uint64_t)1 << key;
  player_frame(p);
  player_frame(p);
}

static void types(struct player *p, const char *text) {
  snprintf(p->input.text, sizeof p->input.text, "%s", text);
  player_frame(p);
  player_frame(p);
}

static int is_page(const struct player *p, enum tp_page_kind kind) {
  return p->app->overlay == TP_OVERLAY_PAGES && p->app->pages.page.ref.kind == (int)kind &&
         p->app->pages.page.count > 0;
}

static void it_is_read_without_a_game(void **state) {
  (void)state;
  struct player p;
  player_open(&p, 1280, 720, &quiet);
  player_frame(&p);
  presses(&p, TP_KEY_PAGES);
  assert_true(is_page(&p, TP_PAGE_MECHANISM));
  assert_null(p.app->session);
  types(&p, "russia: stab");
  presses(&p, TP_KEY_ENTER);
  assert_true(is_page(&p, TP_PAGE_VARIABLE));
  presses(&p, TP_KEY_ESCAPE);
  assert_int_equal(p.app->overlay, TP_OVERLAY_NONE);
  assert_int_equal(p.app->screen, TP_SCREEN_TITLE);
  presses(&p, TP_KEY_PAGES); /* and again */
  assert_true(is_page(&p, TP_PAGE_MECHANISM));
  player_close(&p);
}

static void rows_lead_on_and_one_goes_back(void **state) {
  (void)state;
  struct player p;
  player_open(&p, 1280, 720, &quiet);
  player_frame(&p);
  player_clicks(&p, tp_word(TP_WORD_ENCYCLOPAEDIA));
  player_clicks(&p, "Deterrence gap");
  assert_true(is_page(&p, TP_PAGE_FAMILY));
  player_clicks(&p, "Europe: deterrence gap");
  assert_true(is_page(&p, TP_PAGE_VARIABLE));
  int gap = p.app->pages.page.ref.which;
  player_clicks(&p, tp_word(TP_WORD_PAGE_BEFORE));
  assert_true(is_page(&p, TP_PAGE_FAMILY));
  player_clicks(&p, tp_word(TP_WORD_PAGE_BEFORE));
  assert_true(is_page(&p, TP_PAGE_MECHANISM));
  player_clicks(&p, tp_word(TP_WORD_PAGE_AFTER));
  player_clicks(&p, tp_word(TP_WORD_PAGE_AFTER));
  assert_true(is_page(&p, TP_PAGE_VARIABLE));
  assert_int_equal(p.app->pages.page.ref.which, gap);
  player_close(&p);
}

/* The history is bounded: the oldest pages go. */
static void much_is_read(void **state) {
  (void)state;
  struct player p;
  player_open(&p, 1280, 720, &quiet);
  player_frame(&p);
  presses(&p, TP_KEY_PAGES);
  for (int i = 0; i < 3 * TP_PAGES_TRAIL; i++)
    tp_pages_turn_to(p.app, (struct tp_page_ref){TP_PAGE_VARIABLE, (int16_t)(i % 300)});
  assert_int_equal(p.app->pages.count, TP_PAGES_TRAIL);
  assert_int_equal(p.app->pages.page.ref.which, 3 * TP_PAGES_TRAIL - 1);
  player_close(&p);
}

static void it_opens_at_what_is_looked_at(void **state) {
  (void)state;
  struct player p;
  struct tp_app_options options = quiet;
  options.scenario = "rapprochement-2018";
  player_open(&p, 1280, 720, &options);
  player_frame(&p);
  struct tp_span own = tp_app_rules(p.app)->actors[tp_session_player(p.app->session)].actions;
  int action = tp_app_rules(p.app)->repertoire[own.first];
  p.app->overlay = TP_OVERLAY_NONE;
  p.app->board.action = action;
  presses(&p, TP_KEY_PAGES);
  assert_true(is_page(&p, TP_PAGE_ACTION));
  assert_int_equal(p.app->pages.page.ref.which, action);
  presses(&p, TP_KEY_ESCAPE);
  assert_int_equal(p.app->overlay, TP_OVERLAY_NONE);
  tp_trail_follow(p.app, 3, 0, (struct tp_rect){300, 300, 50, 20});
  player_frame(&p);
  presses(&p, TP_KEY_PAGES);
  assert_true(is_page(&p, TP_PAGE_VARIABLE));
  assert_int_equal(p.app->pages.page.ref.which, 3);
  player_close(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_is_read_without_a_game),
      cmocka_unit_test(rows_lead_on_and_one_goes_back),
      cmocka_unit_test(much_is_read),
      cmocka_unit_test(it_opens_at_what_is_looked_at),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
