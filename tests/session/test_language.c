/* The same game in French and in English: other words, the same game. */
#include "opened.h"

static void the_language_changes_and_the_game_does_not(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  speak("en");
  struct tp_session *s = open_game((struct tp_session_options){
      .scenario = "rapprochement-2018", .policy = "reflex", .folder = "", .seed = 3});
  for (int turn = 0; turn < 6; turn++)
    assert_true(tp_session_end_turn(s));
  uint64_t hash = hash_of(s);
  int count, same;
  const struct tp_headline *news = tp_session_headlines(s, 4, &count);
  assert_true(count > 0);
  char before[TP_WORDING_MAX], summary[2000];
  snprintf(before, sizeof before, "%s", news[0].text);
  snprintf(summary, sizeof summary, "%s", tp_session_rules(s)->words.text);

  speak("fr");
  assert_true(tp_session_retell(s, &problems));
  assert_int_equal(problems.count, 0);
  assert_int_equal(hash_of(s), hash);
  assert_int_equal(tp_session_turn(s), 6);
  assert_string_not_equal(tp_session_rules(s)->words.text, summary);
  news = tp_session_headlines(s, 4, &same);
  assert_int_equal(same, count);
  assert_string_not_equal(news[0].text, before);
  assert_int_equal(tp_session_check_replay(s, NULL), TP_NONE);
  assert_true(tp_session_end_turn(s));

  speak("en");
  assert_true(tp_session_retell(s, &problems));
  assert_string_equal(tp_session_headlines(s, 4, &same)[0].text, before);
  assert_string_equal(tp_session_rules(s)->words.text, summary);
  tp_session_close(s);
}

static void pending_orders_stay(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_session *s = open_tiny("");
  int levy = action_called(s, "forge");
  assert_int_equal(tp_session_act(s, levy).refusal, TP_ALLOWED);
  speak("fr");
  assert_true(tp_session_retell(s, &problems));
  assert_true(tp_session_has_ordered(s, levy));
  assert_true(tp_session_undo(s));
  assert_false(tp_session_has_ordered(s, levy));
  tp_session_close(s);
}

static void expect_number(double x, int digits, const char *wanted) {
  char text[TP_FIGURE_MAX];
  assert_string_equal(tp_phrase_number(text, x, digits), wanted);
}

static void numbers_and_dates_are_written_as_the_language_wants(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  char text[64];
  expect_number(-1234567.25, 1, "−1,234,567.2");
  expect_number(-0.04, 1, "0.0");
  expect_number(999, 0, "999");
  tp_wording_date(tp_session_rules(s), 0, text, sizeof text);
  assert_non_null(strstr(text, " Q"));
  speak("fr");
  expect_number(-1234567.25, 1, "−1\u202f234\u202f567,2");
  tp_wording_date(tp_session_rules(s), 0, text, sizeof text);
  assert_int_equal(text[0], 'T');
  tp_session_close(s);
}

static void capitals_know_accents(void **state) {
  (void)state;
  static const char *const pairs[][2] = {{"été", "Été"}, {"œuvre", "Œuvre"}, {"a", "A"},
                                         {"÷", "÷"},     {"", ""},           {"7", "7"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    char text[20];
    snprintf(text, sizeof text, "%s", pairs[i][0]);
    assert_string_equal(tp_phrase_capital(text), pairs[i][1]);
  }
}

static void expect_tie(const char *first, const char *second, const char *wanted) {
  char text[80];
  assert_string_equal(TP_SAY(text, sizeof text, TP_SAY_OF_TIE, first, second, "x"), wanted);
}

static void a_name_in_a_sentence_begins_its_article_small(void **state) {
  (void)state;
  char text[80];
  speak("en");
  expect_tie("The sceptics", "The south", "The sceptics and the south: x");
  expect_tie("The sceptics", "Theodora", "The sceptics and Theodora: x");
  TP_SAY(text, sizeof text, TP_SAY_CAUSE_NAMED, "event", "The order");
  assert_string_equal(text, "event “The order”");
  TP_SAY(text, sizeof text, TP_SAY_CAUSE_FROM, "promises", "The south: promises");
  assert_string_equal(text, "promises (the south: promises)");
  text[0] = '\0';
  tp_phrase_list_name(text, sizeof text, "The south");
  tp_phrase_list_name(text, sizeof text, "Theodora");
  tp_phrase_list_name(text, sizeof text, "The sceptics");
  assert_string_equal(text, "the south, Theodora, the sceptics");
  speak("fr");
  expect_tie("Les Vingt-Sept", "L’Islande", "Les Vingt-Sept et l’Islande\u00a0: x");
}

static void expect_usual(const char *all, const char *lang, const char *wanted) {
  char code[TP_LANGUAGE_CODE_MAX];
  setenv("LC_ALL", all, 1);
  unsetenv("LC_MESSAGES");
  setenv("LANG", lang, 1);
  tp_phrases_usual(code, sizeof code);
  assert_string_equal(code, wanted);
}

static void the_system_names_the_usual_language(void **state) {
  (void)state;
  expect_usual("", "fr_FR.UTF-8", "fr");
  expect_usual("", "fr", "fr");
  expect_usual("en_GB.UTF-8", "fr_FR.UTF-8", "en");
  expect_usual("", "C.UTF-8", "en");
  expect_usual("", "frr_DE", "en");
  expect_usual("", "", "en");
}

static void a_language_that_cannot_be_used_changes_nothing(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  speak("fr");
  char before[100];
  snprintf(before, sizeof before, "%s", tp_phrase(TP_SAY_NO_CHANGE));
  assert_false(tp_phrases_speak("xx", &problems));
  assert_int_equal(problems.count, 1);
  assert_string_equal(tp_phrases_language(), "fr");
  assert_string_equal(tp_phrase(TP_SAY_NO_CHANGE), before);
  assert_string_equal(tp_phrase_text("no.such-key"), "no.such-key");
  tp_problems_free(&problems);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_language_changes_and_the_game_does_not),
      cmocka_unit_test(pending_orders_stay),
      cmocka_unit_test(numbers_and_dates_are_written_as_the_language_wants),
      cmocka_unit_test(capitals_know_accents),
      cmocka_unit_test(a_name_in_a_sentence_begins_its_article_small),
      cmocka_unit_test(the_system_names_the_usual_language),
      cmocka_unit_test(a_language_that_cannot_be_used_changes_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
