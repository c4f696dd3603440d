/* Counsel on what moved: the gap, what the player wants going the wrong way, a claim or a goal that
 * is nearly there. */
#include "session/counsel/counsel.h"

#include "session/phrases.h"
#include "session/shown.h"

#include <math.h>
#include <string.h>

static const double least_setback = 0.3, claim_points = 6.0, goal_points = 8.0;

static void amounts(const struct tp_bench *b, int slot, char by[64], char to[64]) {
  double before = tp_session_value(b->s, slot, b->turn - 1), now = b->w->v[slot];
  tp_wording_number(tp_shown_size(before, now), by);
  tp_wording_value(b->r, slot, now, to, 64);
}

/* --- what moved the wrong way ----------------------------------------------------------------- */

static int gap_slot(const struct tp_bench *b) {
  struct tp_gauge gauge;
  tp_session_gauge(b->s, TP_GAUGE_GAP, &gauge);
  return gauge.slot;
}

static void find_gap(struct tp_bench *b) {
  int slot = gap_slot(b);
  double moved = slot == TP_NONE ? 0 : tp_session_moved(b->s, slot, b->turn);
  char by[64], to[64];
  struct tp_counsel *c = moved >= least_setback
                             ? tp_bench_add(b, TP_MATTER_GAP, fmin(40 + 10 * moved, 85), slot, -1)
                             : NULL;
  if (!c)
    return;
  amounts(b, slot, by, to);
  TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_GAP, by, to);
  tp_bench_explain(b, c);
}

static double heaviest_goal(const struct tp_bench *b, struct tp_span goals) {
  double most = 0;
  for (int i = 0; i < goals.count; i++)
    most = fmax(most, fabs(b->r->weights[goals.first + i].weight));
  return most;
}

static void find_setbacks(struct tp_bench *b) {
  struct tp_span goals = b->r->actors[b->player].goals;
  double most = heaviest_goal(b, goals);
  for (int i = 0; i < goals.count; i++) {
    struct tp_weight goal = b->r->weights[goals.first + i];
    double moved = tp_session_moved(b->s, goal.slot, b->turn);
    double harm = -moved * goal.weight / most;
    if (fabs(moved) < least_setback || harm <= 0 || tp_session_hides(b->s, goal.slot))
      continue;
    char name[TP_WORDING_MAX], by[64], to[64];
    struct tp_counsel *c = tp_bench_add(b, TP_MATTER_SETBACK, fmin(30 + 10 * harm, 80), goal.slot,
                                        goal.weight > 0 ? 1 : -1);
    if (!c)
      return;
    tp_wording_variable(b->r, goal.slot, name, sizeof name);
    amounts(b, goal.slot, by, to);
    TP_SAY(c->text, sizeof c->text, moved > 0 ? TP_SAY_RISES : TP_SAY_FALLS, name, by, to);
    tp_bench_explain(b, c);
  }
}

/* --- what is nearly there --------------------------------------------------------------------- */

/* The mark below which a victory or an objective wants the variable, or NULL. */
static const struct tp_condition *mark_of(const struct tp_bench *b, int slot) {
  for (int i = 0; i < b->r->ending_count + b->r->objective_count; i++) {
    int ending = i < b->r->ending_count;
    const struct tp_ending *e = &b->r->endings[ending ? i : 0];
    if (ending && e->result != TP_VICTORY)
      continue;
    struct tp_span when = ending ? e->when : b->r->objectives[i - b->r->ending_count].when;
    for (int k = 0; k < when.count; k++) {
      const struct tp_condition *c = &b->r->conditions[when.first + k];
      if (c->slot == slot && c->op & TP_LESS)
        return c;
    }
  }
  return NULL;
}

/* The evidence that counts most for the claim now, or TP_NONE. */
static int strongest_evidence(const struct tp_bench *b, const struct tp_claim *claim) {
  int best = TP_NONE;
  double most = 0;
  for (int i = 0; i < claim->evidence.count; i++) {
    struct tp_weight term = b->r->weights[claim->evidence.first + i];
    double counts = term.weight * b->w->v[term.slot];
    if (counts <= most || tp_session_hides(b->s, term.slot))
      continue;
    most = counts;
    best = term.slot;
  }
  return best;
}

static void find_claim(struct tp_bench *b, int index) {
  const struct tp_claim *claim = &b->r->claims[index];
  int slot = tp_claim_slot(b->r, index, TP_CREDIBILITY);
  const struct tp_condition *mark = mark_of(b, slot);
  if (!mark)
    return;
  double distance = tp_condition_distance(b->w, mark);
  double falls = -tp_session_moved(b->s, slot, b->turn);
  if (distance <= 0 || distance > claim_points || falls <= 0)
    return;
  char now[TP_WORDING_MAX], wanted[TP_WORDING_MAX];
  struct tp_counsel *c = tp_bench_add(b, TP_MATTER_CLAIM, 52 - distance, slot, -1);
  if (!c)
    return;
  c->which = index;
  tp_wording_value(b->r, slot, b->w->v[slot], now, sizeof now);
  tp_wording_value(b->r, slot, mark->value, wanted, sizeof wanted);
  TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_CLAIM, claim->words.title, now, wanted);
  int evidence = strongest_evidence(b, claim);
  if (evidence == TP_NONE)
    return;
  tp_wording_variable(b->r, evidence, wanted, sizeof wanted);
  tp_wording_value(b->r, evidence, b->w->v[evidence], now, sizeof now);
  TP_SAY(c->why, sizeof c->why, TP_SAY_COUNSEL_CLAIM_WHY, wanted, now);
}

/* What is asked for, how far it is held, and what it is called. */
struct aim {
  const char *title;
  struct tp_span when;
  int lasting, streak, index, victory;
  double weight;
};

/* A ladder's step is not a point among a hundred. */
static double share_of_range(const struct tp_bench *b, const struct tp_condition *c,
                             double distance) {
  return 100 * distance / (b->r->high[c->slot] - b->r->low[c->slot]);
}

/* Time passes whatever one does. */
static int is_date(const struct tp_bench *b, const struct tp_condition *c) {
  return c->slot == tp_world_slot(b->r, TP_TURN);
}

static const struct tp_condition *lacking(const struct tp_bench *b, struct tp_span when,
                                          double *distance) {
  const struct tp_condition *only = NULL;
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &b->r->conditions[when.first + i];
    double far = tp_condition_distance(b->w, c);
    if (far == 0)
      continue;
    if (only)
      return NULL;
    only = c;
    *distance = share_of_range(b, c, far);
  }
  return only && !is_date(b, only) ? only : NULL;
}

static const struct tp_condition *tightest(const struct tp_bench *b, struct tp_span when) {
  const struct tp_condition *best = NULL;
  double least = HUGE_VAL;
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &b->r->conditions[when.first + i];
    double margin = share_of_range(b, c, fabs(b->w->v[c->slot] - c->value));
    if (margin >= least || is_date(b, c))
      continue;
    least = margin;
    best = c;
  }
  return best;
}

static int toward(const struct tp_condition *c) {
  return c->op & TP_MORE ? 1 : -1;
}

/* Worth saying of a victory always, of an objective when it slips. */
static void draft_held(struct tp_bench *b, const struct aim *aim) {
  const struct tp_condition *condition = tightest(b, aim->when);
  if (!condition)
    return;
  double margin = fabs(b->w->v[condition->slot] - condition->value);
  double slips = -toward(condition) * tp_session_moved(b->s, condition->slot, b->turn);
  if (!aim->victory && (slips < least_setback || margin > 4 * slips))
    return;
  char wanted[TP_WORDING_MAX], now[TP_WORDING_MAX];
  struct tp_counsel *c =
      tp_session_hides(b->s, condition->slot)
          ? NULL
          : tp_bench_add(b, TP_MATTER_GOAL, aim->weight + 4, condition->slot, toward(condition));
  if (!c)
    return;
  c->which = aim->index;
  tp_condition_words(b, condition, wanted, now, sizeof now);
  TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_GOAL_HELD, aim->title, TP_WHOLE(aim->streak),
         TP_WHOLE(aim->lasting), wanted, now);
  if (slips > 0)
    tp_bench_explain(b, c);
}

static void find_goal(struct tp_bench *b, const struct aim *aim) {
  double distance = 0;
  char wanted[TP_WORDING_MAX], now[TP_WORDING_MAX];
  if (aim->when.count == 0)
    return;
  if (tp_world_meets(b->r, b->w, aim->when)) {
    if (aim->streak > 0 && aim->streak < aim->lasting)
      draft_held(b, aim);
    return;
  }
  const struct tp_condition *condition = lacking(b, aim->when, &distance);
  if (!condition || distance > goal_points || tp_session_hides(b->s, condition->slot))
    return;
  struct tp_counsel *c =
      tp_bench_add(b, TP_MATTER_GOAL, aim->weight - distance, condition->slot, toward(condition));
  if (!c)
    return;
  c->which = aim->index;
  tp_condition_words(b, condition, wanted, now, sizeof now);
  TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_GOAL_NEAR, aim->title, wanted, now);
  tp_bench_explain(b, c);
}

static void find_goals(struct tp_bench *b) {
  const struct tp_rules *r = b->r;
  const uint8_t *streaks = tp_world_streaks_const(r, b->w);
  for (int i = 0; i < r->ending_count; i++) {
    struct aim aim = {r->endings[i].words.title,
                      r->endings[i].when,
                      r->endings[i].lasting,
                      streaks[r->objective_count + i],
                      i,
                      1,
                      54};
    if (r->endings[i].result == TP_VICTORY && !r->endings[i].final)
      find_goal(b, &aim);
  }
  for (int i = 0; i < r->objective_count; i++) {
    struct aim aim = {r->objectives[i].words.title,
                      r->objectives[i].when,
                      r->objectives[i].lasting,
                      streaks[i],
                      i,
                      0,
                      40};
    find_goal(b, &aim);
  }
}

void tp_counsel_find_moves(struct tp_bench *b) {
  if (b->turn > 0) {
    find_gap(b);
    find_setbacks(b);
    for (int i = 0; i < b->r->claim_count; i++)
      find_claim(b, i);
  }
  find_goals(b);
}
