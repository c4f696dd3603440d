/* The encyclopaedia as it is read: opened from anywhere, searched by typing, followed from row to
 * row, and left again. */
#include "player.h"

#include "desktop/pages/pages.h"
#include "desktop/screens.h"
#include "session/explained.h"

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

/* The search field has the keyboard at once, and the key that opened the book still closes it. */
static void the_key_that_opens_it_closes_it(void **state) {
  (void)state;
  struct player p;
  player_open(&p, 1280, 720, &quiet);
  player_frame(&p);
  for (int i = 0; i < 2; i++) {
    player_presses(&p, "f2");
    assert_true(is_page(&p, TP_PAGE_MECHANISM));
    types(&p, "f2");
    assert_string_equal(p.app->pages.typed, "f2");
    player_presses(&p, "f2");
    assert_int_equal(p.app->overlay, TP_OVERLAY_NONE);
  }
  player_presses(&p, "f2");
  player_presses(&p, "u"); /* a letter is the field's */
  assert_true(is_page(&p, TP_PAGE_MECHANISM));
  player_close(&p);
}

/* Without a game it is about the scenario that was chosen last. */
static void it_is_about_what_was_chosen(void **state) {
  (void)state;
  struct player p;
  player_open(&p, 1280, 720, &quiet);
  player_frame(&p);
  player_clicks(&p, tp_word(TP_WORD_NEW_GAME));
  for (int i = 0; i < p.app->scenario_count; i++) {
    if (p.app->scenarios[i].problems || !p.app->scenarios[i].playable)
      continue;
    p.app->scenario = i;
    player_presses(&p, "f2");
    assert_true(is_page(&p, TP_PAGE_MECHANISM));
    assert_string_equal(tp_session_rules(tp_pages_session(p.app))->words.id,
                        p.app->scenarios[i].id);
    player_presses(&p, "f2");
  }
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

static int ref_is(const struct player *p, struct tp_page_ref ref) {
  return is_page(p, (enum tp_page_kind)ref.kind) && p->app->pages.page.ref.which == ref.which;
}

/* In a game of one turn, with its news closed. */
static void open_game(struct player *p) {
  struct tp_app_options options = quiet;
  options.scenario = "rapprochement-2018";
  player_open(p, 1280, 720, &options);
  player_frame(p);
  p->app->overlay = TP_OVERLAY_NONE;
  assert_true(tp_session_end_turn(p->app->session));
  player_rest(p);
}

/* The explanation of a gauge, the page of a line's cause, and back to the very line. */
static void a_line_leads_to_its_page_and_back(void **state) {
  (void)state;
  struct player p;
  open_game(&p);
  int slot = tp_session_gauge_slot(tp_app_rules(p.app), TP_GAUGE_NARRATIVE);
  tp_trail_follow(p.app, slot, 1, (struct tp_rect){300, 300, 50, 20});
  player_rest(&p);
  struct tp_why_table table;
  tp_why_gather(p.app->session, slot, 1, TP_WHY_LINES, &table);
  for (int i = 0; i < table.count; i++) {
    struct tp_page_ref page = table.lines[i].page;
    if (page.kind == TP_PAGE_NONE)
      continue;
    const struct tp_ui_item *item = tp_ui_find(&p.app->ui, table.lines[i].what);
    assert_non_null(item);
    uint32_t line = item->id;
    tp_ui_focus(&p.app->ui, line);
    player_rest(&p);
    player_presses(&p, "f2");
    assert_true(ref_is(&p, page));
    player_presses(&p, "f2");
    assert_int_equal(p.app->overlay, TP_OVERLAY_NONE);
    assert_int_equal(p.app->trail.count, 1);
    assert_int_equal(p.app->trail.steps[0].slot, slot);
    assert_int_equal(p.app->ui.focus, line);
  }
  player_close(&p);
}

/* The mark on what is open, by mouse; the same page by the key, and by "why" on a pad. */
static void marks_and_keys_open_the_same_page(void **state) {
  (void)state;
  struct player p;
  open_game(&p);
  struct tp_span own = tp_app_rules(p.app)->actors[tp_session_player(p.app->session)].actions;
  struct tp_page_ref action = {TP_PAGE_ACTION, tp_app_rules(p.app)->repertoire[own.first]};
  p.app->board.theme = tp_app_rules(p.app)->actions[action.which].theme;
  tp_dossier_pick_claim(p.app, 0);
  player_rest(&p);
  player_clicks(&p, tp_word(TP_WORD_PAGE_OF));
  assert_true(ref_is(&p, (struct tp_page_ref){TP_PAGE_CLAIM, 0}));
  player_presses(&p, "escape");
  p.app->board.dossier = 0;
  player_rest(&p);
  player_clicks(&p, tp_app_rules(p.app)->actions[action.which].words.title);
  player_clicks(&p, tp_word(TP_WORD_PAGE_OF));
  assert_true(ref_is(&p, action));
  player_presses(&p, "escape");
  const struct tp_ui_item *card =
      tp_ui_find(&p.app->ui, tp_app_rules(p.app)->actions[action.which].words.title);
  tp_ui_focus(&p.app->ui, card->id);
  player_rest(&p);
  player_presses(&p, "pad-r3");
  assert_true(ref_is(&p, action));
  player_presses(&p, "pad-b");
  assert_int_equal(p.app->overlay, TP_OVERLAY_NONE);
  player_close(&p);
}

/* Every headline that is about something leads to it, and the news are there again after. */
static void headlines_lead_to_pages(void **state) {
  (void)state;
  struct player p;
  int count;
  open_game(&p);
  const struct tp_headline *list = tp_session_headlines(p.app->session, 1, &count);
  assert_true(count > 0);
  for (int i = 0; i < count; i++) {
    p.app->overlay = TP_OVERLAY_REPORT;
    player_rest(&p);
    const struct tp_ui_item *item = tp_ui_find(&p.app->ui, list[i].text);
    if (!item || !item->id || item->seen.h <= 0.0F)
      continue;
    tp_ui_focus(&p.app->ui, item->id);
    player_rest(&p);
    player_presses(&p, "f2");
    assert_int_equal(p.app->overlay, TP_OVERLAY_PAGES);
    player_presses(&p, "f2");
    assert_int_equal(p.app->overlay, TP_OVERLAY_REPORT);
  }
  player_close(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_is_read_without_a_game),
      cmocka_unit_test(the_key_that_opens_it_closes_it),
      cmocka_unit_test(it_is_about_what_was_chosen),
      cmocka_unit_test(a_line_leads_to_its_page_and_back),
      cmocka_unit_test(marks_and_keys_open_the_same_page),
      cmocka_unit_test(headlines_lead_to_pages),
      cmocka_unit_test(rows_lead_on_and_one_goes_back),
      cmocka_unit_test(much_is_read),
      cmocka_unit_test(it_opens_at_what_is_looked_at),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
