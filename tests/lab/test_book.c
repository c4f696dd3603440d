/* The book of games: a game is played once, a ban costs only the games it can change, and looking
 * again and again at a share does not deceive. */
#include "support/tiny.h"

#include "core/chance.h"
#include "lab/batches/book.h"
#include "lab/studies/plans.h"
#include "lab/statistics/sequence.h"

#include <stdlib.h>
#include <string.h>

static void seat(struct tp_policy *policies, const char *name) {
  for (int i = 0; i < TP_ACTORS_MAX; i++)
    assert_true(tp_policy_named(name, &policies[i]));
}

static void assert_same_games(const struct tp_book *a, int in_a, const struct tp_book *b, int in_b,
                              int games) {
  assert_int_equal(tp_book_count(a, in_a), games);
  assert_int_equal(tp_book_count(b, in_b), games);
  for (int i = 0; i < games; i++)
    assert_memory_equal(tp_book_game(a, in_a, i), tp_book_game(b, in_b, i),
                        sizeof(struct tp_outing));
}

static void threads_and_portions_change_nothing(void **state) {
  struct tiny *tiny = *state;
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_book one, many;
  seat(policies, "reflex");
  tp_book_open(&one, &tiny->r, 7, 1);
  tp_book_open(&many, &tiny->r, 7, 3);
  int a = tp_book_lineup(&one, policies), b = tp_book_lineup(&many, policies);
  tp_book_want(&one, a, 40);
  assert_true(tp_book_play(&one, NULL));
  for (int games = 10; games <= 40; games += 10) {
    tp_book_want(&many, b, games);
    assert_true(tp_book_play(&many, NULL));
  }
  assert_same_games(&one, a, &many, b, 40);
  assert_int_equal(many.played, 40);
  assert_int_equal(tp_book_lineup(&many, policies), b); /* known already */
  tp_book_close(&one);
  tp_book_close(&many);
}

static void a_ban_changes_only_games_in_which_the_action_was_chosen(void **state) {
  struct tiny *tiny = *state;
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_book quick, slow;
  long chosen = 20; /* the games without a ban */
  seat(policies, "reflex");
  tp_book_open(&quick, &tiny->r, 3, 2);
  tp_book_open(&slow, &tiny->r, 3, 2);
  for (int action = 0; action < tiny->r.action_count; action++) {
    int a = tp_book_lineup(&quick, policies);
    tp_book_want(&quick, a, 20);
    tp_book_play(&quick, NULL);
    int ban = tp_book_ban(&quick, a, action);
    tp_book_want(&quick, ban, 20);
    tp_book_play(&quick, NULL);
    int b = tp_book_ban(&slow, tp_book_lineup(&slow, policies), action);
    slow.lineups[b]->base = -1; /* plays them all */
    tp_book_want(&slow, b, 20);
    tp_book_play(&slow, NULL);
    assert_same_games(&quick, ban, &slow, b, 20);
    for (int i = 0; i < 20; i++)
      chosen += tp_outing_has(tp_book_game(&quick, a, i)->used, action);
  }
  assert_int_equal(quick.played, chosen);
  tp_book_close(&quick);
  tp_book_close(&slow);
}

static void a_plan_is_reflex_with_a_will(void **state) {
  struct tiny *tiny = *state;
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_book book;
  int16_t lean[TP_ACTIONS_MAX] = {0};
  seat(policies, "reflex");
  tp_book_open(&book, &tiny->r, 5, 1);
  struct tp_span actions = tiny->r.actors[tiny->r.player].actions;
  int plain = tp_book_lineup(&book, policies), none = tp_book_plan(&book, policies, lean);
  int action = tiny->r.repertoire[actions.first];
  lean[action] = -500;
  int never = tp_book_plan(&book, policies, lean);
  tp_book_want(&book, plain, 20);
  tp_book_want(&book, none, 20);
  tp_book_want(&book, never, 20);
  tp_book_play(&book, NULL);
  assert_same_games(&book, plain, &book, none, 20);
  for (int i = 0; i < 20; i++)
    assert_false(tp_outing_has(tp_book_game(&book, never, i)->used, action));
  tp_book_close(&book);
}

/* Two hundred sequences, each looked at after every try: the true share is lost in fewer than the
 * error allows. An interval for one look would lose it in most. */
static void looking_again_does_not_deceive(void **state) {
  const double share = 0.3, error = 0.1;
  int lost = 0, lost_by_wilson = 0;
  (void)state;
  for (int sequence = 0; sequence < 200; sequence++) {
    long hits = 0;
    int left_out = 0, left_out_by_wilson = 0;
    for (int i = 1; i <= 400; i++) {
      hits += tp_chance_unit(11, sequence, i, TP_DRAW_GAME, 0) < share;
      struct tp_interval of = tp_sequence_interval(hits, i, error);
      struct tp_interval wilson = tp_rate_interval(hits, i);
      left_out |= of.low > share || of.high < share;
      left_out_by_wilson |= wilson.low > share || wilson.high < share;
    }
    lost += left_out;
    lost_by_wilson += left_out_by_wilson;
  }
  assert_true(lost <= 20);
  assert_true(lost_by_wilson > 40); /* at 5 %: half the error, twice the misses */
}

static void a_band_is_judged_when_it_is_sure(void **state) {
  (void)state;
  assert_int_equal(tp_sequence_judge(0, 0, 0.05, 0.2, 0.8), TP_UNDECIDED);
  assert_int_equal(tp_sequence_judge(50, 100, 0.05, 0.3, 0.7), TP_WITHIN);
  assert_int_equal(tp_sequence_judge(2, 100, 0.05, 0.3, 0.7), TP_OUTSIDE);
  assert_int_equal(tp_sequence_judge(30, 100, 0.05, 0.3, 0.7), TP_UNDECIDED);
  assert_int_equal(tp_sequence_judge(0, 400, 0.05, 0, 0.05), TP_WITHIN);
  assert_int_equal(tp_sequence_judge(400, 400, 0.05, 0.95, 1), TP_WITHIN);
}

int main(void) {
  const struct CMUnitTest stories[] = {
      TINY_TEST(threads_and_portions_change_nothing),
      TINY_TEST(a_ban_changes_only_games_in_which_the_action_was_chosen),
      TINY_TEST(a_plan_is_reflex_with_a_will),
      cmocka_unit_test(looking_again_does_not_deceive),
      cmocka_unit_test(a_band_is_judged_when_it_is_sure),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
