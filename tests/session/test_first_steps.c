/* The first game: who does what its hints say wins it, who does nothing loses it, and every hint is
 * said to somebody. */
#include "opened.h"

#include "session/advice.h"

static struct tp_session *open_first(uint64_t seed, const char *language) {
  speak(language);
  return open_game(
      (struct tp_session_options){.scenario = "first-steps", .folder = "", .seed = seed});
}

/* Hints said so far, over several games. */
static int said[TP_HINTS_MAX];

/* Does what the hint still asks for; one that asks for nothing is read. 0: it asks for the turn to
 * end. */
static int do_as_told(struct tp_session *s, int hint) {
  const struct tp_sign *wanted = tp_session_hint_wants(s, hint);
  struct tp_order answer = {.kind = TP_ORDER_ANSWER};
  if (!wanted) {
    tp_session_hint_pass(s, hint);
    return 1;
  }
  switch ((enum tp_sign_kind)wanted->kind) {
  case TP_SIGN_SEEN:
    tp_session_see(s, wanted->mark);
    return 1;
  case TP_SIGN_ORDERED:
  case TP_SIGN_UNDER_WAY:
    assert_int_equal(tp_session_act(s, wanted->which).refusal, TP_ALLOWED);
    return 1;
  case TP_SIGN_ANSWERED:
    answer.id = wanted->which;
    assert_int_equal(tp_session_give(s, answer).refusal, TP_ALLOWED);
    return 1;
  default:
    return 0;
  }
}

/* Follows the hints until none wants anything more in this turn. */
static void follow_hints(struct tp_session *s) {
  int hint, steps = 0;
  while (tp_session_hints(s, &hint, 1)) {
    said[hint] = 1;
    if (!do_as_told(s, hint))
      return;
    assert_true(steps++ < 40);
  }
}

static void who_follows_the_hints_wins(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 8; seed++) {
    struct tp_session *s = open_first(seed, "en");
    struct tp_outcome outcome;
    do
      follow_hints(s);
    while (tp_session_end_turn(s));
    tp_session_outcome(s, &outcome);
    if (outcome.result != TP_VICTORY)
      fail_msg("seed %d: %s", (int)seed, outcome.title);
    tp_session_close(s);
  }
}

static void note_hints(struct tp_session *s) {
  int hints[TP_HINTS_MAX], count = tp_session_hints(s, hints, TP_HINTS_MAX);
  for (int i = 0; i < count; i++)
    said[hints[i]] = 1;
}

static void who_does_nothing_loses(void **state) {
  (void)state;
  struct tp_session *s = open_first(1, "en");
  struct tp_outcome outcome;
  do
    note_hints(s);
  while (tp_session_end_turn(s));
  tp_session_outcome(s, &outcome);
  assert_int_equal(outcome.result, TP_DEFEAT);
  assert_true(outcome.text[0]); /* and is told why */
  tp_session_close(s);
}

/* Orders whatever may be ordered, the dearest first; asks for the headquarters without a promise.
 */
static void who_is_rash_is_told_so(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 12; seed++) {
    struct tp_session *s = open_first(seed, "en");
    const struct tp_rules *r = tp_session_rules(s);
    do {
      note_hints(s);
      tp_session_act(s, action_called(s, "headquarters"));
      tp_session_act(s, action_called(s, "airlift"));
      for (int i = 0; i < r->action_count; i++)
        if (r->actions[i].budget >= 4)
          tp_session_act(s, i);
    } while (tp_session_end_turn(s));
    tp_session_close(s);
  }
}

/* After the plays above: none is there for nobody. */
static void every_hint_is_said_to_somebody(void **state) {
  (void)state;
  struct tp_session *s = open_first(1, "en");
  const struct tp_guide *guide = tp_session_rules(s)->guide;
  for (int i = 0; i < guide->hint_count; i++)
    if (!said[i])
      fail_msg("nobody is told “%s”", guide->hints[i].words.id);
  tp_session_close(s);
}

static int is_players(const struct tp_session *s, struct tp_mark mark) {
  const struct tp_rules *r = tp_session_rules(s);
  switch ((enum tp_mark_kind)mark.kind) {
  case TP_MARK_ACTION:
  case TP_MARK_VOTE:
  case TP_MARK_FORECAST:
    return r->actions[mark.which].seat == tp_session_player(s);
  case TP_MARK_EVENT:
    return r->events[mark.which].seat == tp_session_player(s);
  case TP_MARK_WHY:
    return !tp_session_hides(s, mark.which);
  default:
    return 1;
  }
}

static void none_points_at_what_the_player_has_not(void **state) {
  (void)state;
  struct tp_session *s = open_first(1, "en");
  const struct tp_guide *guide = tp_session_rules(s)->guide;
  for (int i = 0; i < guide->hint_count; i++) {
    struct tp_span done = guide->hints[i].done;
    assert_true(is_players(s, guide->hints[i].at));
    for (int k = done.first; k < done.first + done.count; k++)
      if (guide->signs[k].kind == TP_SIGN_SEEN)
        assert_true(is_players(s, guide->signs[k].mark));
  }
  tp_session_close(s);
}

static void it_is_small(void **state) {
  (void)state;
  struct tp_session *s = open_first(1, "en");
  const struct tp_rules *r = tp_session_rules(s);
  assert_true(r->guide->guided);
  assert_int_equal(r->turns, 8);
  assert_true(r->actors[r->player].actions.count <= 12);
  assert_true(r->actor_count <= 10);
  tp_session_close(s);
}

/* What its words promise is what is asked: the marks named in the hints' French and English are not
 * the same text, and both are there. */
static void it_speaks_both_languages(void **state) {
  (void)state;
  struct tp_session *english = open_first(1, "en"), *french = open_first(1, "fr");
  const struct tp_guide *one = tp_session_rules(english)->guide;
  const struct tp_guide *other = tp_session_rules(french)->guide;
  for (int i = 0; i < one->hint_count; i++) {
    assert_string_equal(one->hints[i].words.id, other->hints[i].words.id);
    assert_string_not_equal(one->hints[i].words.text, other->hints[i].words.text);
  }
  tp_session_close(english);
  tp_session_close(french);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(who_follows_the_hints_wins),
      cmocka_unit_test(who_does_nothing_loses),
      cmocka_unit_test(who_is_rash_is_told_so),
      cmocka_unit_test(every_hint_is_said_to_somebody),
      cmocka_unit_test(none_points_at_what_the_player_has_not),
      cmocka_unit_test(it_is_small),
      cmocka_unit_test(it_speaks_both_languages),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
