/* A game whose decisions are known to matter, for stories that look back: the tiny world with one
 * change, and an energy price that swings by chance. Whoever has built forges once, which takes
 * three turns, wins; and league plays no reflex.
 */
#ifndef TP_TESTS_PAST_H
#define TP_TESTS_PAST_H

#include "opened.h"

struct past {
  struct tp_scenario *scenario;
  struct tp_session *s;
};

/* `canal`: how far it has to be built to win. */
static inline int past_open_for(void **state, const char *canal) {
  static struct past past;
  struct tp_problems problems = {0};
  char text[800];
  snprintf(text, sizeof text,
           "{ \"format\": 1, \"id\": \"forged\", \"extends\": \"tiny\", \"endings\": { \"arms\": {"
           " \"title\": \"Forged\", \"text\": \"The forges burn.\", \"result\": \"victory\","
           " \"when\": [ { \"var\": \"track:canal\", \">=\": %s } ] } }, \"actions\": {"
           " \"forge\": { \"vote\": null, \"reflex\": { \"base\": -100 } },"
           " \"gift\": { \"reflex\": { \"base\": -100 } } },"
           " \"rules\": { \"economy.price_swing\": 2 } }",
           canal);
  struct tp_session_options options = {.policy = "reflex", .seed = 1};
  speak("en");
  past.scenario = tp_scenario_load_text(text, "tests/support/forged.json", "en", &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  assert_non_null(past.scenario);
  past.s = tp_session_start_rules(past.scenario->rules, &options, NULL);
  assert_non_null(past.s);
  *state = &past;
  return 0;
}

static inline int past_open(void **state) {
  return past_open_for(state, "15");
}

static inline int past_close(void **state) {
  struct past *past = *state;
  tp_session_close(past->s);
  tp_scenario_free(past->scenario);
  return 0;
}

/* Plays a turn in which the action is ordered (NULL: nothing is). */
static inline void past_turn(struct tp_session *s, const char *action) {
  if (action)
    assert_int_equal(tp_session_act(s, action_called(s, action)).refusal, TP_ALLOWED);
  assert_true(tp_session_end_turn(s));
}

#endif
