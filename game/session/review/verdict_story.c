/* How claims and regimes came out, and what another choice would have changed, in words. */
#include "session/review/verdict.h"

#include "session/session.h"

#include <math.h>
#include <stdlib.h>

/* --- claims ----------------------------------------------------------------------------------- */

static double credibility(const struct tp_session *s, int claim, int turn) {
  return tp_session_value(s, tp_claim_slot(tp_session_rules(s), claim, TP_CREDIBILITY), turn);
}

static int by_fall(const void *a, const void *b) {
  const struct tp_claim_course *one = a, *two = b;
  double x = one->to - one->from, y = two->to - two->from;
  return x < y ? -1 : x > y ? 1 : one->claim - two->claim;
}

int tp_verdict_claims(const struct tp_session *s, struct tp_claim_course *list, int room) {
  int count = 0;
  for (int claim = 0; claim < tp_session_rules(s)->claim_count && count < room; claim++)
    list[count++] = (struct tp_claim_course){.claim = claim,
                                             .from = credibility(s, claim, 0),
                                             .to = credibility(s, claim, tp_session_turn(s))};
  qsort(list, (size_t)count, sizeof *list, by_fall);
  return count;
}

/* --- regimes ---------------------------------------------------------------------------------- */

/* A value at the start, and now. */
struct course {
  char from[TP_FIGURE_MAX], to[TP_FIGURE_MAX];
};

static struct course course_of(const struct tp_session *s, int slot) {
  struct course course = {"", ""};
  tp_phrase_number(course.from, tp_session_value(s, slot, 0), 0);
  tp_phrase_number(course.to, tp_session_value(s, slot, tp_session_turn(s)), 0);
  return course;
}

static void add_sentence(char *text, size_t size, const char *sentence) {
  if (text[0])
    tp_phrase_append(text, size, " ");
  tp_phrase_append(text, size, sentence);
}

static void say_rule(const struct tp_session *s, int actor, char *text, size_t size) {
  const struct tp_rules *r = tp_session_rules(s);
  char sentence[TP_WORDING_MAX];
  struct course stability = course_of(s, tp_actor_slot(r, actor, TP_STABILITY));
  struct course contract = course_of(s, tp_actor_slot(r, actor, TP_CONTRACT));
  TP_SAY(sentence, sizeof sentence, TP_SAY_REGIME_RULE, r->actors[actor].words.title, stability.to,
         stability.from, contract.to, contract.from);
  add_sentence(text, size, sentence);
}

static void say_claims(const struct tp_session *s, int actor, char *text, size_t size) {
  const struct tp_rules *r = tp_session_rules(s);
  struct tp_span claims = r->actors[actor].claims;
  struct course story = course_of(s, tp_actor_slot(r, actor, TP_NARRATIVE));
  char sentence[TP_WORDING_MAX];
  int best = claims.first, now = tp_session_turn(s);
  for (int i = claims.first; i < claims.first + claims.count; i++)
    best = credibility(s, i, now) > credibility(s, best, now) ? i : best;
  TP_SAY(sentence, sizeof sentence, TP_SAY_REGIME_STORY, story.to, story.from,
         r->claims[best].words.title, TP_WHOLE(credibility(s, best, now)));
  add_sentence(text, size, sentence);
}

/* With every other regime, that is, with whoever has a story too. */
static void say_ties(const struct tp_session *s, int actor, char *text, size_t size) {
  const struct tp_rules *r = tp_session_rules(s);
  for (int i = 0; i < r->tie_count; i++) {
    const struct tp_tie *tie = &r->ties[i];
    int other = tie->a == actor ? tie->b : tie->b == actor ? tie->a : TP_NONE;
    char sentence[TP_WORDING_MAX];
    if (other == TP_NONE || r->actors[other].claims.count == 0)
      continue;
    struct course cohesion = course_of(s, tp_tie_slot(r, i, TP_COHESION));
    double status = tp_session_value(s, tp_tie_slot(r, i, TP_STATUS), tp_session_turn(s));
    TP_SAY(sentence, sizeof sentence, TP_SAY_REGIME_TIE, r->actors[other].words.title,
           tp_wording_status((int)status), cohesion.to, cohesion.from);
    add_sentence(text, size, sentence);
  }
}

void tp_verdict_regime(const struct tp_session *s, int actor, char *text, size_t size) {
  text[0] = '\0';
  if (tp_session_rules(s)->actors[actor].claims.count == 0)
    return;
  say_rule(s, actor, text, size);
  say_claims(s, actor, text, size);
  say_ties(s, actor, text, size);
}

/* --- what if ---------------------------------------------------------------------------------- */

void tp_verdict_points(double gain, double low, double high, char *text, size_t size) {
  char is[TP_FIGURE_MAX], least[TP_FIGURE_MAX], most[TP_FIGURE_MAX];
  tp_phrase_signed(is, gain * 100.0, 0);
  tp_phrase_signed(least, low * 100.0, 0);
  tp_phrase_signed(most, high * 100.0, 0);
  TP_SAY(text, size, TP_SAY_VERDICT_POINTS, is, least, most);
}

static void say_odds(const struct tp_whatif_answer *answer, char *text, size_t size) {
  char points[120], sentence[TP_WORDING_MAX];
  tp_verdict_points(answer->gain.is, answer->gain.low, answer->gain.high, points, sizeof points);
  TP_SAY(sentence, sizeof sentence, TP_SAY_WHATIF_ODDS, TP_WHOLE(answer->was.is * 100.0),
         TP_WHOLE(answer->other.is * 100.0), points, TP_WHOLE(TP_WHATIF_GAMES));
  add_sentence(text, size, sentence);
  if (answer->gain.low <= 0 && answer->gain.high >= 0)
    add_sentence(text, size, tp_phrase(TP_SAY_WHATIF_CHANCE));
}

static void say_path(const struct tp_session *s, const struct tp_whatif_answer *answer, char *text,
                     size_t size) {
  const struct tp_rules *r = tp_session_rules(s);
  char sentence[TP_WORDING_MAX], date[40];
  tp_wording_date(r, answer->turns, date, sizeof date);
  if (answer->result == TP_PLAYING)
    TP_SAY(sentence, sizeof sentence, TP_SAY_WHATIF_OPEN, date, TP_WHOLE(answer->score));
  else
    TP_SAY(sentence, sizeof sentence, TP_SAY_WHATIF_ENDED, date, tp_wording_result(answer->result),
           answer->ending == TP_NONE ? "" : r->endings[answer->ending].words.title,
           TP_WHOLE(answer->score));
  add_sentence(text, size, sentence);
  if (answer->refused > 0) {
    TP_SAY(sentence, sizeof sentence, TP_SAY_WHATIF_REFUSED, TP_WHOLE(answer->refused));
    add_sentence(text, size, sentence);
  }
  if (answer->own_turns < answer->turns) {
    tp_wording_date(r, answer->own_turns, date, sizeof date);
    TP_SAY(sentence, sizeof sentence, TP_SAY_WHATIF_REFLEX, date);
    add_sentence(text, size, sentence);
  }
}

void tp_verdict_what_if(const struct tp_session *s, char *text, size_t size) {
  struct tp_whatif_answer answer;
  text[0] = '\0';
  if (!tp_session_what_if_answer(s, &answer))
    return;
  say_odds(&answer, text, size);
  say_path(s, &answer, text, size);
}
