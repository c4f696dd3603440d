/* Looking back: why the game came out as it did, which decisions turned it, and what another choice
 * would have changed. */
#include "text/game.h"

#include "session/review/verdict.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CLAIMS_MOST = 64, POINTS_MOST = 10 };

/* --- how it came out ------------------------------------------------------------------------ */

static void show_claims(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_claim_course list[CLAIMS_MOST];
  int count = tp_verdict_claims(g->s, list, CLAIMS_MOST);
  for (int i = 0; i < count; i++) {
    const struct tp_claim *claim = &r->claims[list[i].claim];
    char moved[TP_FIGURE_MAX];
    TP_TELL(g, CLAIM_WENT, r->actors[claim->holder].words.title, claim->words.title,
            TP_TENTHS(list[i].from), TP_TENTHS(list[i].to),
            tp_phrase_signed(moved, list[i].to - list[i].from, 1));
  }
}

void tp_text_show_past(struct tp_text_game *g) {
  char words[TP_VERDICT_MAX];
  tp_verdict_why(g->s, words, sizeof words);
  if (words[0])
    tp_text_say(g, words);
  else
    TP_TELL_ALONE(g, STILL_OPEN);
  show_claims(g);
  for (int i = 0; i < tp_session_rules(g->s)->actor_count; i++) {
    tp_verdict_regime(g->s, i, words, sizeof words);
    if (words[0])
      tp_text_say(g, words);
  }
  TP_TELL(g, LOOK_ON, TP_TYPED(TURNING), TP_TYPED(WHATIF));
}

/* --- turning points ------------------------------------------------------------------------- */

static void date_of(struct tp_text_game *g, int turn, char *text, size_t size) {
  tp_wording_date(tp_session_rules(g->s), turn > 0 ? turn - 1 : 0, text, size);
}

static int reads_alike(const struct tp_turn_odds *a, const struct tp_turn_odds *b) {
  return lround(a->chance * 100) == lround(b->chance * 100) &&
         lround(a->low * 100) == lround(b->low * 100) &&
         lround(a->high * 100) == lround(b->high * 100);
}

/* After the turns from `first` to `last`, which were alike. */
static void say_odds(struct tp_text_game *g, int first, int last, const struct tp_turn_odds *odds) {
  const char *chance = TP_WHOLE(odds->chance * 100), *low = TP_WHOLE(odds->low * 100);
  const char *high = TP_WHOLE(odds->high * 100);
  char date[40];
  date_of(g, last, date, sizeof date);
  if (first == last)
    TP_TELL(g, ODDS, TP_WHOLE(last), date, chance, low, high);
  else
    TP_TELL(g, ODDS_SAME, TP_WHOLE(first), TP_WHOLE(last), date, chance, low, high);
}

static void show_odds(struct tp_text_game *g) {
  struct tp_turn_odds odds, next;
  int begun = tp_session_begun(g->s), first = begun + 1;
  if (!begun && tp_session_odds(g->s, 0, &odds))
    TP_TELL(g, ODDS_START, TP_WHOLE(odds.chance * 100), TP_WHOLE(odds.low * 100),
            TP_WHOLE(odds.high * 100));
  for (int turn = first; tp_session_odds(g->s, turn, &odds); turn++) {
    if (tp_session_odds(g->s, turn + 1, &next) && reads_alike(&odds, &next))
      continue;
    say_odds(g, first, turn, &odds);
    first = turn + 1;
  }
}

static void show_point(struct tp_text_game *g, const struct tp_turning_point *point) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char order[TP_WORDING_MAX], date[40], what[TP_WORDING_MAX];
  char moved[TP_FIGURE_MAX], low[TP_FIGURE_MAX], high[TP_FIGURE_MAX];
  tp_wording_order(r, point->order, order, sizeof order);
  date_of(g, point->turn, date, sizeof date);
  if (point->slot == TP_NONE) {
    tp_verdict_points(point->chance, point->low, point->high, what, sizeof what);
    TP_TELL(g, POINT, TP_WHOLE(point->turn), date, order, what,
            tp_phrase_signed(moved, point->score, 1));
    return;
  }
  tp_wording_variable(r, point->slot, what, sizeof what);
  TP_TELL(g, POINT_LACK, TP_WHOLE(point->turn), date, order, what,
          tp_phrase_signed(moved, point->moved, 1), tp_phrase_signed(low, point->moved_low, 1),
          tp_phrase_signed(high, point->moved_high, 1));
}

void tp_text_show_turning(struct tp_text_game *g) {
  struct tp_turning_point list[POINTS_MOST];
  if (!tp_session_review(g->s)) {
    TP_TELL_ALONE(g, NO_PAST);
    return;
  }
  tp_session_review_wait(g->s);
  show_odds(g);
  int count = tp_session_turning_points(g->s, list, POINTS_MOST);
  char lack[TP_VERDICT_MAX];
  tp_verdict_lack(g->s, lack, sizeof lack);
  if (lack[0] || !count)
    TP_TELL_ALONE(g, NO_POINTS);
  if (lack[0])
    tp_text_say(g, lack);
  for (int i = 0; i < count; i++)
    show_point(g, &list[i]);
}

/* --- what if -------------------------------------------------------------------------------- */

static void list_changes(struct tp_text_game *g, int turn, const struct tp_change *list,
                         int count) {
  char date[40], typed[80];
  date_of(g, turn, date, sizeof date);
  TP_TELL(g, CHANGES, TP_WHOLE(turn), date);
  for (int i = 0; i < count; i++) {
    char words[TP_WORDING_MAX];
    tp_wording_change_made(g->s, turn, &list[i], words, sizeof words);
    TP_TELL(g, CHANGE, TP_WHOLE(i + 1), tp_phrase_capital(words));
  }
  snprintf(typed, sizeof typed, "%d 1", turn);
  TP_TELL(g, CHANGES_HOW, TP_TYPED_WITH(WHATIF, typed));
}

/* Goes on from before that turn, with the changed orders given, as a game of its own. */
static void play_on(struct tp_text_game *g, int turn, const struct tp_orders *orders) {
  struct tp_problems problems = {0};
  char date[40];
  if (!tp_text_may_leave(g, TP_DO_WHATIF))
    return;
  struct tp_session *branch = tp_session_branch(g->s, turn - 1, &problems);
  if (!branch) {
    tp_problems_write(&problems, g->out);
    tp_problems_free(&problems);
    return;
  }
  tp_problems_free(&problems);
  for (int i = 0; i < orders->count; i++)
    (void)tp_session_give(branch, orders->item[i]);
  tp_text_take(g, branch);
  date_of(g, turn, date, sizeof date);
  TP_TELL(g, PLAYED_ON, date);
  tp_text_show_turn(g);
}

static void answer(struct tp_text_game *g, int turn, int number, const struct tp_orders *orders) {
  char words[TP_VERDICT_MAX], typed[80];
  if (!tp_session_what_if(g->s, turn, orders)) {
    TP_TELL_ALONE(g, NO_PAST);
    return;
  }
  tp_session_what_if_wait(g->s);
  tp_verdict_what_if(g->s, words, sizeof words);
  tp_text_say(g, words);
  snprintf(typed, sizeof typed, "%d %d %s", turn, number, tp_text_word(TP_TEXT_PLAY));
  TP_TELL(g, PLAY_ON_HOW, TP_TYPED_WITH(WHATIF, typed));
}

void tp_text_what_if(struct tp_text_game *g, const char *asked) {
  struct tp_change list[TP_CHANGES_MAX];
  struct tp_orders orders;
  char *rest;
  long turn = strtol(asked, &rest, 10), number = strtol(rest, &rest, 10);
  rest += strspn(rest, " ");
  if (turn < 1 || turn > tp_session_turn(g->s)) {
    TP_TELL(g, WHATIF_WHICH, TP_WHOLE(tp_session_turn(g->s)), tp_text_usage(TP_DO_WHATIF));
    return;
  }
  int count = tp_session_changes(g->s, (int)turn, list, TP_CHANGES_MAX);
  int plays = tp_text_is(rest, TP_TEXT_PLAY, "play");
  if (number < 1 || number > count || (rest[0] && !plays))
    list_changes(g, (int)turn, list, count);
  else if (!tp_session_changed(g->s, (int)turn, &list[number - 1], &orders))
    TP_TELL_ALONE(g, NO_PAST);
  else if (plays)
    play_on(g, (int)turn, &orders);
  else
    answer(g, (int)turn, (int)number, &orders);
}
