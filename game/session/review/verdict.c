/* Why a game ended as it did, from its conditions, its ledger and its objectives. */
#include "session/review/verdict.h"

#include "session/review/lack.h"
#include "session/session.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SUMS_MAX = 96, NAMED_MAX = 2 };
static const double least_move = 0.05; /* what rounds to no tenth has not moved */
static const double ladder_steps = 5;  /* no other range is as short */
static const double least_part = 0.1;  /* of the whole move, for a cause to be named */

/* --- conditions ------------------------------------------------------------------------------- */

static const struct tp_ending *ending_of(const struct tp_session *s) {
  int ending = tp_session_world(s)->ending;
  return ending == TP_NONE ? NULL : &tp_session_rules(s)->endings[ending];
}

/* "Europe: defence autonomy at least 63 (63.4)" */
static void add_condition(const struct tp_session *s, const struct tp_condition *c, char *text,
                          size_t size) {
  char words[TP_WORDING_MAX], value[80], one[TP_WORDING_MAX + 90];
  tp_wording_condition(tp_session_rules(s), c, words, sizeof words);
  tp_wording_value(tp_session_rules(s), c->slot, tp_session_world(s)->v[c->slot], value,
                   sizeof value);
  TP_SAY(one, sizeof one, TP_SAY_CAUSE_FROM, words, value);
  if (text[0])
    tp_phrase_append(text, size, tp_phrase(TP_SAY_VERDICT_BETWEEN));
  tp_phrase_append(text, size, tp_phrase_small(one));
}

static void say_ending(const struct tp_session *s, const struct tp_ending *ending, char *text,
                       size_t size) {
  const struct tp_rules *r = tp_session_rules(s);
  char list[TP_VERDICT_MAX / 2] = "";
  const char *result = tp_wording_result((enum tp_result)ending->result);
  int met = 0;
  for (int i = 0; i < ending->when.count; i++)
    add_condition(s, &r->conditions[ending->when.first + i], list, sizeof list);
  for (int i = 0; i < r->objective_count; i++)
    met += tp_world_is_met(r, tp_session_world(s), i);
  if (!list[0])
    TP_SAY(text, size, TP_SAY_VERDICT_TIME, TP_WHOLE(met), TP_WHOLE(r->objective_count));
  else if (ending->final)
    TP_SAY(text, size, TP_SAY_VERDICT_LAST, list, result);
  else if (ending->lasting > 1)
    TP_SAY(text, size, TP_SAY_VERDICT_LASTING, list, TP_WHOLE(ending->lasting), result);
  else
    TP_SAY(text, size, TP_SAY_VERDICT_ENDED, list, result);
}

/* --- what moved it ---------------------------------------------------------------------------- */

static double moved_in_game(const struct tp_session *s, int slot) {
  return tp_session_value(s, slot, tp_session_turn(s)) - tp_session_value(s, slot, 0);
}

/* Of its range; a step on a ladder only sums up what other values did. */
static double share_moved(const struct tp_session *s, int slot) {
  const struct tp_rules *r = tp_session_rules(s);
  if (r->high[slot] - r->low[slot] <= ladder_steps)
    return 0;
  return fabs(moved_in_game(s, slot)) / fmax(fmin(r->high[slot], 100.0) - r->low[slot], 1.0);
}

/* Of the variables that these conditions name, the one that moved most; or TP_NONE. */
static int most_moved(const struct tp_session *s, struct tp_span when) {
  const struct tp_rules *r = tp_session_rules(s);
  int best = TP_NONE;
  for (int i = 0; i < when.count; i++) {
    int slot = r->conditions[when.first + i].slot;
    if (!tp_session_hides(s, slot) &&
        (best == TP_NONE || share_moved(s, slot) > share_moved(s, best)))
      best = slot;
  }
  return best;
}

/* What the ending turned on: its own conditions; where it asks for none, the weightiest objective
 * that came out as the game did. */
static int decisive_slot(const struct tp_session *s, const struct tp_ending *ending) {
  const struct tp_rules *r = tp_session_rules(s);
  int best = TP_NONE;
  if (ending->when.count > 0)
    return most_moved(s, ending->when);
  for (int i = 0; i < r->objective_count; i++) {
    int met = tp_world_is_met(r, tp_session_world(s), i);
    if (met == (ending->result == TP_VICTORY) &&
        (best == TP_NONE || r->objectives[i].weight > r->objectives[best].weight))
      best = i;
  }
  return best == TP_NONE ? TP_NONE : most_moved(s, r->objectives[best].when);
}

static void add_row(struct tp_row *sums, int *count, const struct tp_row *row) {
  int i = 0;
  while (i < *count && (sums[i].cause != row->cause || sums[i].source != row->source ||
                        sums[i].which != row->which))
    i++;
  if (i == SUMS_MAX)
    return;
  if (i == *count)
    sums[(*count)++] = *row;
  else
    sums[i].delta += row->delta;
}

/* The rows of the whole game by what they come from. */
static int sum_rows(const struct tp_session *s, int slot, struct tp_row sums[SUMS_MAX]) {
  int count = 0;
  for (int turn = 1; turn <= tp_session_turn(s); turn++) {
    int rows = 0;
    const struct tp_row *row = tp_session_why(s, slot, turn, &rows);
    for (int i = 0; i < rows; i++)
      add_row(sums, &count, &row[i]);
  }
  return count;
}

static int by_size(const void *a, const void *b) {
  double one = fabs(((const struct tp_row *)a)->delta);
  double two = fabs(((const struct tp_row *)b)->delta);
  return (one < two) - (one > two);
}

/* Is such a cause known by a title, which is quoted? */
static int is_title(int cause) {
  return cause == TP_CAUSE_CLAIM_WEIGHT || cause == TP_CAUSE_ACTION || cause == TP_CAUSE_EVENT ||
         cause == TP_CAUSE_OPTION;
}

/* The largest of the sums that go the way of `sign`: "Europe: industry (+8.1); “Satellites”
 * (+2.0)". */
static void list_causes(const struct tp_session *s, const struct tp_row *sums, int count,
                        double sign, double least, char *text, size_t size) {
  text[0] = '\0';
  for (int i = 0, named = 0; i < count && named < NAMED_MAX; i++) {
    char what[TP_WORDING_MAX], how[TP_WORDING_MAX], delta[TP_FIGURE_MAX];
    char one[TP_WORDING_MAX + TP_FIGURE_MAX + 8];
    if (sums[i].delta * sign < least)
      continue;
    tp_wording_cause_apart(tp_session_rules(s), &sums[i], what, sizeof what, how, sizeof how);
    tp_phrase_signed(delta, sums[i].delta, 1);
    if (named++)
      tp_phrase_append(text, size, tp_phrase(TP_SAY_VERDICT_BETWEEN));
    if (is_title(sums[i].cause))
      TP_SAY(how, sizeof how, TP_SAY_ORDER_ACT, what);
    TP_SAY(one, sizeof one, TP_SAY_CAUSE_FROM, is_title(sums[i].cause) ? how : what, delta);
    tp_phrase_append(text, size, one);
  }
}

static void say_causes(const struct tp_session *s, int slot, char *text, size_t size) {
  struct tp_row sums[SUMS_MAX];
  char name[TP_WORDING_MAX], from[80], to[80], with[TP_WORDING_MAX], against[TP_WORDING_MAX];
  double moved = moved_in_game(s, slot), sign = moved < 0 ? -1 : 1;
  double least = fmax(fabs(moved) * least_part, least_move);
  int count = sum_rows(s, slot, sums);
  text[0] = '\0';
  qsort(sums, (size_t)count, sizeof *sums, by_size);
  list_causes(s, sums, count, sign, least, with, sizeof with);
  list_causes(s, sums, count, -sign, least, against, sizeof against);
  if (fabs(moved) < least_move || !with[0])
    return;
  tp_wording_variable(tp_session_rules(s), slot, name, sizeof name);
  tp_wording_value(tp_session_rules(s), slot, tp_session_value(s, slot, 0), from, sizeof from);
  tp_wording_value(tp_session_rules(s), slot, tp_session_value(s, slot, tp_session_turn(s)), to,
                   sizeof to);
  TP_SAY(text, size, TP_SAY_VERDICT_MOVED, name, from, to, with);
  if (against[0]) {
    char more[TP_WORDING_MAX * 2];
    TP_SAY(more, sizeof more, TP_SAY_VERDICT_AGAINST, against);
    tp_phrase_append(text, size, " ");
    tp_phrase_append(text, size, more);
  }
}

/* --- what was missed -------------------------------------------------------------------------- */

static void say_missed(const struct tp_session *s, char *text, size_t size) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_condition *worst = NULL;
  double least = 0;
  int nearest = TP_NONE;
  text[0] = '\0';
  for (int i = 0; i < r->objective_count; i++) {
    const struct tp_condition *c = NULL;
    if (tp_world_is_met(r, tp_session_world(s), i))
      continue;
    double lack = tp_lack_of(r, tp_session_world(s), r->objectives[i].when, &c);
    if (c && (nearest == TP_NONE || lack < least)) {
      nearest = i;
      least = lack;
      worst = c;
    }
  }
  if (nearest == TP_NONE) {
    TP_SAY(text, size, TP_SAY_VALUE_INDEX, tp_phrase(TP_SAY_VERDICT_ALL_MET));
    return;
  }
  char condition[2 * TP_WORDING_MAX] = "";
  add_condition(s, worst, condition, sizeof condition);
  if (least > 0)
    TP_SAY(text, size, TP_SAY_VERDICT_MISSED, r->objectives[nearest].words.title, condition);
  else
    TP_SAY(text, size, TP_SAY_VERDICT_TOO_SHORT, r->objectives[nearest].words.title, condition,
           TP_WHOLE(r->objectives[nearest].lasting));
}

static void say_lack(const struct tp_session *s, const struct tp_lack *lack, char *text,
                     size_t size) {
  char list[TP_VERDICT_MAX / 2] = "";
  for (int i = 0; i < lack->count; i++)
    add_condition(s, lack->list[i], list, sizeof list);
  TP_SAY(text, size, TP_SAY_VERDICT_LACK, tp_session_rules(s)->endings[lack->ending].words.title,
         list);
}

void tp_verdict_lack(const struct tp_session *s, char *text, size_t size) {
  struct tp_lack lack;
  text[0] = '\0';
  if (tp_session_review_lack(s, &lack))
    say_lack(s, &lack, text, size);
}

static void add_line(char *text, size_t size, const char *line) {
  if (!line[0])
    return;
  tp_phrase_append(text, size, "\n");
  tp_phrase_append(text, size, line);
}

void tp_verdict_why(const struct tp_session *s, char *text, size_t size) {
  const struct tp_ending *ending = ending_of(s);
  struct tp_lack lack;
  char more[TP_VERDICT_MAX] = "";
  text[0] = '\0';
  if (!ending)
    return;
  say_ending(s, ending, text, size);
  int slot = decisive_slot(s, ending);
  if (slot != TP_NONE)
    say_causes(s, slot, more, sizeof more);
  add_line(text, size, more);
  tp_lack_of_win(tp_session_rules(s), tp_session_world(s), &lack);
  if (lack.count) {
    say_lack(s, &lack, more, sizeof more);
    add_line(text, size, more);
  }
  if (tp_session_rules(s)->objective_count > 0) {
    say_missed(s, more, sizeof more);
    add_line(text, size, more);
  }
}
