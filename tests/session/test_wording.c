/* Names, values and causes as people read them. */
#include "opened.h"

#include "data/utf8.h"
#include "session/phrases.h"

static struct tp_session *s;
static const struct tp_rules *r;
static char text[TP_WORDING_MAX];

static int open_session(void **state) {
  (void)state;
  s = open_tiny("");
  r = tp_session_rules(s);
  return 0;
}

static int close_session(void **state) {
  (void)state;
  tp_session_close(s);
  return 0;
}

static const char *name(const char *address) {
  tp_wording_variable(r, slot_called(s, address), text, sizeof text);
  return text;
}

static const char *value(const char *address, double x) {
  tp_wording_value(r, slot_called(s, address), x, text, sizeof text);
  return text;
}

static const char *change(double x) {
  tp_wording_change(x, text, sizeof text);
  return text;
}

static void quarters_are_counted_across_years(void **state) {
  (void)state;
  static const char *const dates[] = {"1900 Q1", "1900 Q2", "1900 Q3", "1900 Q4", "1901 Q1"};
  for (int turn = 0; turn < 5; turn++) {
    tp_wording_date(r, turn, text, sizeof text);
    assert_string_equal(text, dates[turn]);
  }
}

static void variables_are_called_by_what_they_are_on(void **state) {
  (void)state;
  assert_string_equal(name("crown.stability"), "The Crown: stability");
  assert_string_equal(name("world.us_network"), "World: American network");
  assert_string_equal(name("league>crown.sanctions"), "The League: sanctions on the Crown");
  assert_string_equal(name("track:canal"), "The canal");
  assert_string_equal(name("claim:siege.reach"), "The Crown’s claim “We are besieged”: reach");
}

static void every_variable_has_a_name_and_a_meaning(void **state) {
  (void)state;
  for (int slot = 0; slot < r->slot_count; slot++) {
    tp_wording_variable(r, slot, text, sizeof text);
    assert_true(strlen(text) > 3);
    assert_null(strchr(text, '{'));
    tp_wording_variable_short(r, slot, text, sizeof text);
    assert_true(strlen(text) > 1);
    assert_non_null(tp_wording_meaning(r, slot));
  }
}

static void values_have_their_units(void **state) {
  (void)state;
  assert_string_equal(value("crown.stability", 62.44), "62.4");
  assert_string_equal(value("crown.stability", 62), "62");
  assert_string_equal(value("crown.spending", 1.83), "1.8 % of GDP");
  assert_string_equal(value("crown-jade.status", 2), "entente");
  assert_string_equal(value("world.crisis", 4), "clash");
}

static void changes_have_their_sign(void **state) {
  (void)state;
  assert_string_equal(change(1.44), "+1.4");
  assert_string_equal(change(-0.033), "−0.03");
  assert_string_equal(change(0), "no change");
  assert_string_equal(change(-0.0001), "no change");
  assert_string_equal(change(-12), "−12");
}

static void every_cause_reads_as_a_phrase(void **state) {
  (void)state;
  for (int cause = 0; cause < TP_CAUSE_COUNT; cause++) {
    struct tp_row row = {.slot = 0, .source = 1, .cause = (int16_t)cause, .which = 0};
    tp_wording_cause(r, &row, text, sizeof text);
    assert_true(strlen(text) > 3);
    row.source = row.which = -1;
    tp_wording_cause(r, &row, text, sizeof text);
    assert_string_equal(text, tp_cause_text((enum tp_cause)cause));
  }
  struct tp_row act = {
      .source = -1, .cause = TP_CAUSE_ACTION, .which = (int16_t)action_called(s, "gift")};
  tp_wording_cause(r, &act, text, sizeof text);
  assert_string_equal(text, "action “A gift to Vale”");
  struct tp_row silt = {.source = (int16_t)slot_called(s, "league.prosperity"),
                        .cause = TP_CAUSE_INFLUENCE,
                        .which = 0};
  tp_wording_cause(r, &silt, text, sizeof text);
  assert_string_equal(text, "Trade dredges it. (the League: prosperity)");
}

static void conditions_are_read_out(void **state) {
  (void)state;
  static const struct {
    enum tp_operator op;
    const char *words;
  } all[] = {{TP_LESS, "below"},    {TP_LESS_EQUAL, "at most"},   {TP_MORE, "above"},
             {TP_EQUAL, "exactly"}, {TP_NOT_EQUAL, "other than"}, {TP_MORE_EQUAL, "at least"}};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    char expected[100];
    struct tp_condition c = {
        .slot = (int16_t)slot_called(s, "crown.military"), .op = (int16_t)all[i].op, .value = 40};
    snprintf(expected, sizeof expected, "The Crown: military strength %s 40", all[i].words);
    tp_wording_condition(r, &c, text, sizeof text);
    assert_string_equal(text, expected);
  }
  struct tp_condition rung = {
      .slot = (int16_t)slot_called(s, "crown-jade.status"), .op = TP_LESS_EQUAL, .value = 1};
  tp_wording_condition(r, &rung, text, sizeof text);
  assert_string_equal(text, "The Crown and Jade: status no higher than alignment");
}

/* The word for an objective is that for its conditions, before any turn was counted too. */
static void objectives_stand_as_their_conditions_do(void **state) {
  (void)state;
  for (int turn = 0; turn < 3; turn++) {
    for (int i = 0; i < r->objective_count; i++) {
      int holds = tp_world_meets(r, tp_session_world(s), r->objectives[i].when);
      tp_session_objective_text(s, i, text, sizeof text);
      assert_int_equal(strncmp(text, "not met", 7) != 0, holds);
    }
    tp_session_end_turn(s);
  }
}

static void costs_are_listed(void **state) {
  (void)state;
  tp_wording_cost(r, action_called(s, "forge"), text, sizeof text);
  assert_string_equal(text, "4 bn, 3 political capital, 1 attention, 3 turns");
}

static void text_is_never_cut_inside_a_character(void **state) {
  (void)state;
  char small[32];
  for (size_t size = 1; size < sizeof small; size++) {
    size_t bad;
    memset(small, 'x', sizeof small);
    TP_SAY(small, size, TP_SAY_ACTION_STARTED, "é", "日本語");
    assert_true(strlen(small) < size);
    assert_true(tp_utf8_is_good(small, strlen(small), &bad));
  }
}

static void a_few_letters_find_what_is_meant(void **state) {
  (void)state;
  int found[8];
  assert_int_equal(tp_wording_find(r, "crown stab", found, 8), 1);
  assert_int_equal(found[0], slot_called(s, "crown.stability"));
  assert_int_equal(tp_wording_find(r, "CROWN.STABILITY", found, 8), 1);
  assert_int_equal(tp_wording_find(r, "stability", found, 3), 3);
  assert_int_equal(tp_wording_find(r, "nonsense", found, 8), 0);
  assert_int_equal(tp_wording_find(r, "", found, 8), 0);
  assert_int_equal(tp_wording_find(r, "   ", found, 8), 0);
  assert_int_equal(tp_wording_find_action(r, TP_NONE, "vale gift", found, 8), 1);
  assert_int_equal(found[0], action_called(s, "gift"));
  assert_int_equal(tp_wording_find_action(r, tp_session_player(s), "levy", found, 8), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(quarters_are_counted_across_years),
      cmocka_unit_test(variables_are_called_by_what_they_are_on),
      cmocka_unit_test(every_variable_has_a_name_and_a_meaning),
      cmocka_unit_test(values_have_their_units),
      cmocka_unit_test(changes_have_their_sign),
      cmocka_unit_test(every_cause_reads_as_a_phrase),
      cmocka_unit_test(conditions_are_read_out),
      cmocka_unit_test(objectives_stand_as_their_conditions_do),
      cmocka_unit_test(costs_are_listed),
      cmocka_unit_test(text_is_never_cut_inside_a_character),
      cmocka_unit_test(a_few_letters_find_what_is_meant),
  };
  return cmocka_run_group_tests(tests, open_session, close_session);
}
