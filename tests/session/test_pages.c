/* The encyclopaedia: everything a game is made of has a page, every row leads to one, and what it
 * says is what the model does. */
#include "paged.h"

#include "core/equation.h"
#include "session/wording.h"

#include <math.h>
#include <strings.h>

enum { MOST = 1200 };

/* --- all of them --- */

static int is_a_key(const char *text) {
  return strncmp(text, "page.", 5) == 0 || strncmp(text, "mechanism.", 10) == 0 ||
         strncmp(text, "variable.", 9) == 0 || strncmp(text, "cause.", 6) == 0 ||
         strncmp(text, "guide.", 6) == 0 || strncmp(text, "rule.", 5) == 0;
}

static void check_page(const struct tp_session *s, struct tp_page_ref ref) {
  struct tp_page page;
  char title[TP_WORDING_MAX];
  tp_page_title(s, ref, title, sizeof title);
  tp_page_write(s, ref, &page);
  if (!title[0] || page.count == 0)
    fail_msg("page %d of kind %d (%s) is empty", ref.which, ref.kind, title);
  for (int i = 0; i < page.count; i++) {
    const struct tp_page_line *line = &page.lines[i];
    int leads = line->to.kind != TP_PAGE_NONE;
    int stands_alone = line->part == TP_PART_HEAD &&
                       (i + 1 == page.count || page.lines[i + 1].part == TP_PART_HEAD);
    if (leads && (line->part != TP_PART_ROW || !tp_page_exists(s, line->to)))
      fail_msg("%s: “%s” leads nowhere", title, line->text);
    if (is_a_key(line->text) || is_a_key(line->figure) || strchr(line->text, '{'))
      fail_msg("%s: “%s” is not worded", title, line->text);
    if (stands_alone && ref.kind != TP_PAGE_EVENT)
      fail_msg("%s: nothing stands under “%s”", title, line->text);
  }
  tp_page_free(&page);
}

static void every_page_has_words_and_leads_on(const char *language, const char *scenario) {
  static struct tp_page_ref refs[MOST];
  struct tp_session *s = open_scenario(language, scenario);
  for (int kind = TP_PAGE_NONE + 1; kind < TP_PAGE_KINDS; kind++) {
    int count = tp_pages_of(s, (enum tp_page_kind)kind, refs, MOST);
    assert_in_range(count, 1, MOST);
    for (int i = 0; i < count; i++)
      check_page(s, refs[i]);
  }
  tp_session_close(s);
}

static void in_english(void **state) {
  (void)state;
  every_page_has_words_and_leads_on("en", "rapprochement-2018");
}

static void in_french(void **state) {
  (void)state;
  every_page_has_words_and_leads_on("fr", "rapprochement-2018");
}

static void in_a_small_world(void **state) {
  (void)state;
  every_page_has_words_and_leads_on("en", "tests/support/tiny.json");
}

static void what_is_no_page_is_empty(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  static const struct tp_page_ref none[] = {{TP_PAGE_NONE, 0},
                                            {TP_PAGE_ACTION, 30000},
                                            {TP_PAGE_ACTION, -1},
                                            {TP_PAGE_FAMILY, 255},
                                            {TP_PAGE_KINDS, 0}};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
    struct tp_page page;
    char title[40] = "x";
    assert_false(tp_page_exists(s, none[i]));
    tp_page_write(s, none[i], &page);
    assert_int_equal(page.count, 0);
    assert_string_equal(tp_page_title(s, none[i], title, sizeof title), "");
    tp_page_free(&page);
  }
  tp_session_close(s);
}

/* --- what they say --- */

/* The weights on the page are those of the model: the offset and the terms as they stand at the
 * start come to where the variable rests, which is where it stands. */
static void the_equation_on_the_page_is_the_one_that_is_played(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  const struct tp_rules *r = tp_session_rules(s);
  int slot = slot_called(s, "russia.prosperity"), seen = 0;
  const struct tp_equation *e = &r->system->equations[r->system->of[slot]];
  double rate = r->system->rate[r->system->of[slot]], sum = r->offset[slot];
  struct tp_page page;
  tp_page_write(s, (struct tp_page_ref){TP_PAGE_VARIABLE, (int16_t)slot}, &page);
  for (int i = e->first; i < e->first + e->linear + e->products + e->still; i++) {
    sum += tp_equation_pull(&r->system->terms[i], r->start) / rate;
    const struct tp_page_line *row = row_to(&page, TP_PAGE_VARIABLE, r->system->origins[i].source);
    assert_non_null(row);
    seen++;
  }
  assert_true(seen > 3);
  assert_true(fabs(sum - r->start[slot]) < 1e-6);
  char weight[TP_FIGURE_MAX];
  tp_phrase_signed(weight, r->system->terms[e->first].gain / rate, 2);
  const struct tp_page_line *first =
      row_to(&page, TP_PAGE_VARIABLE, r->system->origins[e->first].source);
  assert_non_null(strstr(first->figure, weight));
  tp_page_free(&page);
  tp_session_close(s);
}

static void a_computed_variable_names_its_inputs(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  struct tp_page page;
  struct tp_page_ref autonomy = {TP_PAGE_VARIABLE, (int16_t)slot_called(s, "europe.autonomy")};
  tp_page_write(s, autonomy, &page);
  static const char *const pillars[] = {"europe.industry", "europe.command", "europe.enablers",
                                        "europe.readiness", "europe.deterrent"};
  for (int i = 0; i < 5; i++)
    assert_non_null(row_to(&page, TP_PAGE_VARIABLE, slot_called(s, pillars[i])));
  tp_page_free(&page);
  tp_page_write(
      s, (struct tp_page_ref){TP_PAGE_VARIABLE, (int16_t)slot_called(s, "europe.industry")}, &page);
  assert_non_null(row_to(&page, TP_PAGE_VARIABLE, autonomy.which));
  tp_page_free(&page);
  tp_session_close(s);
}

/* What an action does is on its page, and the action on the page of what it changes. */
static void actions_and_what_they_change_lead_to_each_other(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  const struct tp_rules *r = tp_session_rules(s);
  int checked = 0;
  for (int i = 0; i < r->action_count; i++) {
    struct tp_span effects = r->actions[i].effects;
    struct tp_page page;
    for (int k = 0; k < effects.count; k++, checked++) {
      int slot = r->effects[effects.first + k].slot;
      tp_page_write(s, (struct tp_page_ref){TP_PAGE_ACTION, (int16_t)i}, &page);
      assert_non_null(row_to(&page, TP_PAGE_VARIABLE, slot));
      tp_page_free(&page);
      tp_page_write(s, (struct tp_page_ref){TP_PAGE_VARIABLE, (int16_t)slot}, &page);
      assert_non_null(row_to(&page, TP_PAGE_ACTION, i));
      tp_page_free(&page);
    }
  }
  assert_true(checked > 0);
  tp_session_close(s);
}

static void what_others_hide_is_not_told(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  int slot = slot_called(s, "russia.budget"), told = 0;
  char value[80];
  struct tp_page page;
  assert_true(tp_session_hides(s, slot));
  tp_wording_value(tp_session_rules(s), slot, tp_session_world(s)->v[slot], value, sizeof value);
  tp_page_write(s, (struct tp_page_ref){TP_PAGE_VARIABLE, (int16_t)slot}, &page);
  for (int i = 0; i < page.count; i++)
    told += strcmp(page.lines[i].figure, value) == 0;
  assert_int_equal(told, 0);
  tp_page_free(&page);
  tp_session_close(s);
}

static int says(const struct tp_page *page, enum tp_phrase phrase) {
  for (int i = 0; i < page->count; i++)
    if (strcmp(page->lines[i].text, tp_phrase(phrase)) == 0)
      return 1;
  return 0;
}

/* Each gauge that was measured has its own chart, which tells in figures what it draws. */
static void what_was_measured_is_shown_for_each_gauge(void **state) {
  (void)state;
  struct tp_page page;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  int charts = 0;
  tp_page_write(s, (struct tp_page_ref){TP_PAGE_GUIDE, TP_GUIDE_FORECASTS}, &page);
  for (int i = 0; i < page.count; i++) {
    double all = 0;
    if (page.lines[i].part != TP_PART_CHART)
      continue;
    for (int k = 0; k < TP_PAGE_SHARES; k++)
      all += page.lines[i].shares[k];
    assert_true(fabs(all - 1) < 1e-6);
    assert_int_equal(atoi(page.lines[i].figure), (int)lround(100 * page.lines[i].shares[0]));
    charts++;
  }
  assert_int_equal(charts, 1 + TP_GAUGES);
  tp_page_free(&page);
  tp_session_close(s);
}

/* What was measured in one game is not passed off as true of another. */
static void figures_of_another_game_are_said_to_be(void **state) {
  (void)state;
  struct tp_page page;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  tp_page_write(s, (struct tp_page_ref){TP_PAGE_GUIDE, TP_GUIDE_FORECASTS}, &page);
  assert_true(says(&page, TP_SAY_PAGE_MEASURED));
  assert_true(says(&page, TP_SAY_PAGE_SAME_GAME) != says(&page, TP_SAY_PAGE_CHANGED_GAME));
  assert_false(says(&page, TP_SAY_PAGE_OTHER_GAME));
  tp_page_free(&page);
  tp_session_close(s);
  s = open_tiny("");
  tp_page_write(s, (struct tp_page_ref){TP_PAGE_GUIDE, TP_GUIDE_FORECASTS}, &page);
  assert_true(says(&page, TP_SAY_PAGE_OTHER_GAME));
  tp_page_free(&page);
  tp_session_close(s);
}

/* A mechanism's page names the article's claim by its number, what else stands behind it, and leads
 * to the scenario's sources, which are all there. */
static void mechanisms_name_their_sources(void **state) {
  (void)state;
  for (int language = 0; language < 2; language++) {
    struct tp_session *s = open_scenario(language ? "fr" : "en", "rapprochement-2018");
    struct tp_page page;
    for (int m = 0; m < TP_MECHANISMS; m++) {
      char number[8], key[40];
      int named = 0, based = 0;
      snprintf(number, sizeof number, " A%d ", m + 1);
      snprintf(key, sizeof key, "mechanism.%d.basis", m + 1);
      tp_page_write(s, (struct tp_page_ref){TP_PAGE_MECHANISM, (int16_t)m}, &page);
      for (int i = 0; i < page.count; i++) {
        named += strstr(page.lines[i].text, number) != NULL;
        based += strcmp(page.lines[i].text, tp_phrase_text(key)) == 0;
      }
      assert_int_equal(named, 1);
      assert_int_equal(based, 1);
      assert_non_null(row_to(&page, TP_PAGE_GUIDE, TP_GUIDE_SOURCES));
      tp_page_free(&page);
    }
    tp_page_write(s, (struct tp_page_ref){TP_PAGE_GUIDE, TP_GUIDE_SOURCES}, &page);
    assert_true(page.count > 10);
    tp_page_free(&page);
    tp_session_close(s);
  }
}

/* --- finding them --- */

static void pages_are_found_without_capitals_or_accents(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("fr", "rapprochement-2018");
  struct tp_page_ref ref = page_called(s, "le marche de l’energie");
  assert_int_equal(ref.kind, TP_PAGE_MECHANISM);
  assert_int_equal(ref.which, 2);
  ref = page_called(s, "RUSSIE");
  assert_int_equal(ref.kind, TP_PAGE_ACTOR);
  ref = page_called(s, "Menace.assertiveness"); /* as scenarios write it */
  assert_int_equal(ref.kind, TP_PAGE_RULE);
  ref = page_called(s, "coun"); /* council.states, by its name alone: after no title */
  assert_int_equal(ref.kind, TP_PAGE_RULE);
  ref = page_called(s, "crise"); /* and behind those that have it in their title */
  assert_int_not_equal(ref.kind, TP_PAGE_RULE);
  struct tp_page_ref none;
  assert_int_equal(tp_pages_find(s, "xyzzy", &none, 1), 0);
  assert_int_equal(tp_pages_find(s, "  ", &none, 1), 0);
  tp_session_close(s);
}

static void titles_are_in_the_order_of_the_alphabet(void **state) {
  (void)state;
  struct tp_page_ref refs[100];
  char last[TP_WORDING_MAX] = "", title[TP_WORDING_MAX];
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  int count = tp_pages_of(s, TP_PAGE_ACTOR, refs, 100);
  tp_pages_sort(s, refs, count);
  for (int i = 0; i < count; i++) {
    assert_true(strcasecmp(last, tp_page_title(s, refs[i], title, sizeof title)) < 0);
    strcpy(last, title);
  }
  tp_session_close(s);
}

/* The council weighs a promise too, so the page must: its figures are the council's. */
static void stances_are_those_of_the_council(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("en", "tests/support/tiny.json");
  struct tp_ballot before, ballot;
  struct tp_page page;
  int pact = action_called(s, "pact");
  tp_session_poll(s, pact, &before);
  assert_int_equal(tp_session_act(s, action_called(s, "gift")).refusal, TP_ALLOWED);
  assert_true(tp_session_end_turn(s));
  tp_session_poll(s, pact, &ballot);
  tp_page_write(s, (struct tp_page_ref){TP_PAGE_ACTION, (int16_t)pact}, &page);
  assert_true(ballot.members > 0);
  int promised = 0;
  for (int i = 0; i < ballot.members; i++) {
    char figure[TP_FIGURE_MAX];
    const struct tp_page_line *row = row_to(&page, TP_PAGE_ACTOR, ballot.member[i]);
    assert_non_null(row);
    assert_string_equal(row->figure, tp_phrase_signed(figure, ballot.score[i], 1));
    promised += ballot.score[i] > before.score[i] + 1;
  }
  assert_true(promised > 0);
  tp_page_free(&page);
  tp_session_close(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(stances_are_those_of_the_council),
      cmocka_unit_test(in_english),
      cmocka_unit_test(in_french),
      cmocka_unit_test(in_a_small_world),
      cmocka_unit_test(what_is_no_page_is_empty),
      cmocka_unit_test(the_equation_on_the_page_is_the_one_that_is_played),
      cmocka_unit_test(a_computed_variable_names_its_inputs),
      cmocka_unit_test(actions_and_what_they_change_lead_to_each_other),
      cmocka_unit_test(what_others_hide_is_not_told),
      cmocka_unit_test(what_was_measured_is_shown_for_each_gauge),
      cmocka_unit_test(figures_of_another_game_are_said_to_be),
      cmocka_unit_test(mechanisms_name_their_sources),
      cmocka_unit_test(pages_are_found_without_capitals_or_accents),
      cmocka_unit_test(titles_are_in_the_order_of_the_alphabet),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
