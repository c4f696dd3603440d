/* Counsel on what presses: a move or an answer that is wanted, a defeat that is near. */
#include "session/counsel/counsel.h"

#include "session/phrases.h"

#include <math.h>

static const double near_points = 6.0; /* a defeat so many points off is near */
static const double approach = 0.3;    /* if it came nearer by so much last turn */
enum { last_turns = 4 };               /* in which the final endings are in sight */

static void find_crisis(struct tp_bench *b) {
  struct tp_crisis_state crisis;
  char stability[32], consent[32];
  tp_session_crisis(b->s, &crisis);
  for (int i = 0; i < tp_session_orders(b->s)->count; i++)
    if (tp_session_orders(b->s)->item[i].kind == TP_ORDER_MOVE)
      return;
  struct tp_counsel *c = crisis.on && crisis.ours ? tp_bench_add(b, TP_MATTER_CRISIS, 100,
                                                                 tp_world_slot(b->r, TP_CRISIS), 0)
                                                  : NULL;
  if (!c)
    return;
  TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_CRISIS, b->r->actors[crisis.other].words.title,
         tp_wording_step(crisis.step));
  tp_wording_change(-crisis.stability_lost[0], stability, sizeof stability);
  tp_wording_change(-crisis.consent_lost[0], consent, sizeof consent);
  TP_SAY(c->why, sizeof c->why, TP_SAY_COUNSEL_CRISIS_WHY, stability, consent);
}

static int first_open(const struct tp_decision *decision) {
  for (int i = 0; i < decision->option_count; i++) {
    if (decision->open[i])
      return i;
  }
  return 0;
}

static void find_decisions(struct tp_bench *b) {
  struct tp_decision decision;
  for (int i = 0; tp_session_decision(b->s, i, &decision); i++) {
    struct tp_counsel *c =
        decision.answer == TP_NONE ? tp_bench_add(b, TP_MATTER_DECISION, 90, TP_NONE, 0) : NULL;
    if (!c)
      continue;
    c->which = decision.event;
    TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_DECISION,
           b->r->events[decision.event].words.title);
    TP_SAY(c->why, sizeof c->why, TP_SAY_COUNSEL_DECISION_WHY,
           decision.options[first_open(&decision)].words.title);
  }
}

/* --- defeats ---------------------------------------------------------------------------------- */

/* The condition that keeps the ending off, when there is just one; else NULL. */
static const struct tp_condition *last_obstacle(const struct tp_bench *b, struct tp_span when) {
  const struct tp_condition *only = NULL;
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &b->r->conditions[when.first + i];
    if (tp_condition_distance(b->w, c) == 0)
      continue;
    if (only)
      return NULL;
    only = c;
  }
  return only;
}

/* The condition that is nearest to not holding any more: where to begin. */
static const struct tp_condition *weakest(const struct tp_bench *b, struct tp_span when) {
  const struct tp_condition *best = NULL;
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &b->r->conditions[when.first + i];
    double margin = fabs(b->w->v[c->slot] - c->value);
    if (!best || margin < fabs(b->w->v[best->slot] - best->value))
      best = c;
  }
  return best;
}

/* Away from where the condition holds. */
static int away(const struct tp_condition *c) {
  return c->op & TP_MORE ? -1 : 1;
}

static int is_hidden(const struct tp_bench *b, const struct tp_condition *c) {
  return !c || tp_session_hides(b->s, c->slot);
}

static void turns_in_words(int turns, char *text, size_t size) {
  TP_SAY(text, size, turns == 1 ? TP_SAY_COST_TURN : TP_SAY_COST_TURNS, TP_WHOLE(turns));
}

static void draft_holding(struct tp_bench *b, int index, int left, enum tp_phrase phrase,
                          double weight) {
  const struct tp_ending *ending = &b->r->endings[index];
  const struct tp_condition *condition = weakest(b, ending->when);
  char turns[32], wanted[TP_WORDING_MAX], now[TP_WORDING_MAX];
  struct tp_counsel *c = is_hidden(b, condition) ? NULL
                                                 : tp_bench_add(b, TP_MATTER_DANGER, weight,
                                                                condition->slot, away(condition));
  if (!c)
    return;
  c->which = index;
  turns_in_words(left, turns, sizeof turns);
  tp_condition_words(b, condition, wanted, now, sizeof now);
  if (phrase == TP_SAY_COUNSEL_DANGER_SOON)
    TP_SAY(c->text, sizeof c->text, phrase, turns, ending->words.title, wanted, now);
  else
    TP_SAY(c->text, sizeof c->text, phrase, ending->words.title, wanted, now);
  tp_bench_explain(b, c);
}

static void draft_near(struct tp_bench *b, int index) {
  const struct tp_ending *ending = &b->r->endings[index];
  const struct tp_condition *condition = last_obstacle(b, ending->when);
  if (is_hidden(b, condition) || condition->slot == tp_world_slot(b->r, TP_CRISIS))
    return; /* a crisis speaks for itself */
  char wanted[TP_WORDING_MAX], now[TP_WORDING_MAX];
  double distance = tp_condition_distance(b->w, condition);
  double nearer = -away(condition) * tp_session_moved(b->s, condition->slot, b->turn);
  struct tp_counsel *c = distance <= near_points && nearer >= approach
                             ? tp_bench_add(b, TP_MATTER_DANGER, 60 + 3 * (near_points - distance),
                                            condition->slot, away(condition))
                             : NULL;
  if (!c)
    return;
  c->which = index;
  tp_condition_words(b, condition, wanted, now, sizeof now);
  TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_DANGER_NEAR, ending->words.title, wanted, now);
  tp_bench_explain(b, c);
}

static void find_danger(struct tp_bench *b, int index) {
  const struct tp_ending *ending = &b->r->endings[index];
  int left = b->r->turns - b->turn;
  if (ending->result != TP_DEFEAT || ending->when.count == 0)
    return;
  if (!tp_world_meets(b->r, b->w, ending->when)) {
    if (!ending->final || left <= last_turns)
      draft_near(b, index);
  } else if (!ending->final) {
    int wait = ending->lasting - tp_world_streaks_const(b->r, b->w)[b->r->objective_count + index];
    draft_holding(b, index, wait > 1 ? wait : 1, TP_SAY_COUNSEL_DANGER_SOON, 96);
  } else if (left <= last_turns) {
    draft_holding(b, index, left, TP_SAY_COUNSEL_DANGER_LAST, 80 - 5 * left);
  }
}

void tp_counsel_find_pressing(struct tp_bench *b) {
  find_crisis(b);
  find_decisions(b);
  for (int i = 0; i < b->r->ending_count; i++)
    find_danger(b, i);
}
