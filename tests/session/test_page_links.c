/* Where the encyclopaedia leads: from a rule to what reads it, and from a number that moved to what
 * moved it. */
#include "paged.h"

#include "core/equation.h"
#include "data/scenario.h"
#include "session/readings.h"
#include "session/wording.h"

/* --- rules --- */

/* A rule's page leads to the variables whose equations read it, and theirs lead to the rule. */
static void a_rule_and_what_reads_it_lead_to_each_other(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  struct tp_page page;
  struct tp_page_ref rule = page_called(s, "prosperity from a full economic tie, per % of world");
  assert_int_equal(rule.kind, TP_PAGE_RULE);
  tp_page_write(s, rule, &page);
  int family = TP_ON_ACTOR * TP_PAGE_SCOPE + TP_PROSPERITY;
  assert_non_null(row_to(&page, TP_PAGE_FAMILY, family));
  tp_page_free(&page);
  tp_page_write(s, (struct tp_page_ref){TP_PAGE_FAMILY, (int16_t)family}, &page);
  const struct tp_page_line *row = row_to(&page, TP_PAGE_RULE, rule.which);
  assert_non_null(row);
  assert_string_equal(row->figure, "0.45");
  tp_page_free(&page);
  tp_session_close(s);
}

/* Moving the coefficient must move nothing that its page does not lead to: the pages' table of what
 * a rule has to do with is held to what the model reads. */
struct holding {
  const struct tp_session *s;
  int rule, readings, family; /* the last family looked at */
};

static void hold(void *context, const struct tp_reading *reading) {
  struct holding *h = context;
  struct tp_slot slot = tp_session_rules(h->s)->slots[reading->slot];
  struct tp_page page;
  int family = slot.scope * TP_PAGE_SCOPE + slot.variable;
  h->readings++;
  if (family == h->family)
    return;
  h->family = family;
  tp_page_write(h->s, (struct tp_page_ref){TP_PAGE_FAMILY, (int16_t)family}, &page);
  if (!row_to(&page, TP_PAGE_RULE, h->rule))
    fail_msg("%s goes by rule %d, and its page does not say so", slot.name, h->rule);
  tp_page_free(&page);
}

static void every_variable_names_the_rules_it_goes_by(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = tp_scenario_load("rapprochement-2018", "en", &problems);
  int rules, read = 0;
  tp_coefficients(&rules);
  for (int i = 0; i < rules; i++) {
    struct holding h = {s, i, 0, TP_NONE};
    tp_readings_each(scenario, i, hold, &h);
    read += h.readings > 0;
  }
  assert_true(read > 100);
  tp_scenario_free(scenario);
  tp_session_close(s);
}

static void a_rule_says_who_set_it(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  struct tp_page page;
  tp_page_write(s, page_called(s, "factor on the chance of every event"), &page);
  int told = 0;
  for (int i = 0; i < page.count; i++)
    told += strncmp(page.lines[i].text, "rules.json, line ", 17) == 0;
  assert_int_equal(told, 1);
  tp_page_free(&page);
  tp_session_close(s);
}

/* --- where explanations lead --- */

static int leads_to_family(const struct tp_page *page, const struct tp_rules *r, int slot) {
  return slot >= 0 && row_to(page, TP_PAGE_FAMILY,
                             r->slots[slot].scope * TP_PAGE_SCOPE + r->slots[slot].variable);
}

/* Whatever made a number move, its row leads to a page that names the cause. */
static void every_cause_has_a_page_that_names_it(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  for (int cause = 0; cause < TP_CAUSE_COUNT; cause++) {
    struct tp_page page;
    char name[TP_WORDING_MAX];
    int named = 0;
    struct tp_page_ref ref = tp_page_of_cause((enum tp_cause)cause);
    assert_true(tp_page_exists(s, ref));
    snprintf(name, sizeof name, "%s", tp_wording_cause_name((enum tp_cause)cause));
    tp_phrase_capital(name);
    tp_page_write(s, ref, &page);
    for (int i = 0; i < page.count; i++)
      named += page.lines[i].to.kind == TP_PAGE_NONE && strcmp(page.lines[i].text, name) == 0;
    if (named != 1)
      fail_msg("the page of “%s” names it %d times", name, named);
    tp_page_free(&page);
  }
  tp_session_close(s);
}

/* ... and, where it is a term of an equation, to a page on the variable that moved or on the one
 * that moved it. */
static void the_page_of_a_term_is_about_its_variables(void **state) {
  (void)state;
  static struct tp_page pages[TP_CAUSE_COUNT];
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  const struct tp_rules *r = tp_session_rules(s);
  for (int cause = 0; cause < TP_CAUSE_COUNT; cause++)
    tp_page_write(s, tp_page_of_cause((enum tp_cause)cause), &pages[cause]);
  for (int i = 0; i < r->system->equation_count; i++) {
    const struct tp_equation *e = &r->system->equations[i];
    for (int k = e->first; k < tp_equation_end(e); k++) {
      const struct tp_origin *origin = &r->system->origins[k];
      const struct tp_page *page = &pages[origin->cause];
      if (!leads_to_family(page, r, e->slot) && !leads_to_family(page, r, origin->source))
        fail_msg("%s (%s): its page knows neither", r->slots[e->slot].name,
                 tp_cause_text((enum tp_cause)origin->cause));
    }
  }
  for (int cause = 0; cause < TP_CAUSE_COUNT; cause++)
    tp_page_free(&pages[cause]);
  tp_session_close(s);
}

static int leads_to_kind(const struct tp_page *page, enum tp_page_kind kind) {
  for (int i = 0; i < page->count; i++)
    if (page->lines[i].to.kind == (int)kind)
      return 1;
  return 0;
}

/* A claim and every variable that a mechanism works through lead to it at once. */
static void numbers_lead_to_their_mechanisms(void **state) {
  (void)state;
  struct tp_session *s = open_scenario("en", "rapprochement-2018");
  const struct tp_rules *r = tp_session_rules(s);
  struct tp_page page;
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_page_ref gauge = {TP_PAGE_VARIABLE,
                                (int16_t)tp_session_gauge_slot(r, (enum tp_gauge_id)i)};
    tp_page_write(s, gauge, &page);
    assert_true(leads_to_kind(&page, TP_PAGE_MECHANISM) || leads_to_kind(&page, TP_PAGE_GUIDE));
    tp_page_free(&page);
  }
  for (int i = 0; i < r->claim_count; i++) {
    tp_page_write(s, (struct tp_page_ref){TP_PAGE_CLAIM, (int16_t)i}, &page);
    assert_true(leads_to_kind(&page, TP_PAGE_MECHANISM));
    tp_page_free(&page);
  }
  tp_session_close(s);
}

static void rows_of_actions_events_and_claims_lead_to_them(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  const struct tp_rules *r = tp_session_rules(s);
  static const struct {
    enum tp_cause cause;
    enum tp_page_kind kind;
  } named[] = {{TP_CAUSE_ACTION, TP_PAGE_ACTION},
               {TP_CAUSE_COST, TP_PAGE_ACTION},
               {TP_CAUSE_EVENT, TP_PAGE_EVENT},
               {TP_CAUSE_CLAIM_WEIGHT, TP_PAGE_CLAIM}};
  for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
    struct tp_row row = {.source = TP_NONE, .cause = (int16_t)named[i].cause, .which = 0};
    assert_int_equal(tp_page_of_row(r, &row).kind, named[i].kind);
    row.which = TP_NONE;
    assert_true(tp_page_exists(s, tp_page_of_row(r, &row)));
  }
  for (int i = 0; i < r->event_count; i++) {
    for (int k = 0; k < r->events[i].options.count; k++) {
      struct tp_row row = {.cause = TP_CAUSE_OPTION,
                           .which = (int16_t)(r->events[i].options.first + k)};
      struct tp_page_ref ref = tp_page_of_row(r, &row);
      assert_int_equal(ref.kind, TP_PAGE_EVENT);
      assert_int_equal(ref.which, i);
    }
  }
  tp_session_close(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_rule_and_what_reads_it_lead_to_each_other),
      cmocka_unit_test(every_variable_names_the_rules_it_goes_by),
      cmocka_unit_test(a_rule_says_who_set_it),
      cmocka_unit_test(every_cause_has_a_page_that_names_it),
      cmocka_unit_test(the_page_of_a_term_is_about_its_variables),
      cmocka_unit_test(numbers_lead_to_their_mechanisms),
      cmocka_unit_test(rows_of_actions_events_and_claims_lead_to_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
