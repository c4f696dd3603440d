/* The four gauges, the objectives and the outcome. */
#include "session/state.h"

#include "session/phrases.h"
#include "session/review/lack.h"

int tp_session_gauge_slot(const struct tp_rules *r, enum tp_gauge_id gauge) {
  static const enum tp_actor_variable of_union[TP_GAUGES] = {
      [TP_GAUGE_AUTONOMY] = TP_AUTONOMY, [TP_GAUGE_GAP] = TP_GAP, [TP_GAUGE_UNITY] = TP_UNITY};
  if (gauge == TP_GAUGE_NARRATIVE)
    return r->adversary == TP_NONE ? TP_NONE : tp_actor_slot(r, r->adversary, TP_NARRATIVE);
  if (r->unite == TP_NONE || !tp_actor_has(r, r->unite, of_union[gauge]))
    return TP_NONE;
  return tp_actor_slot(r, r->unite, of_union[gauge]);
}

static int points_the_right_way(int op, int rising) {
  return rising ? op == TP_MORE || op == TP_MORE_EQUAL : op == TP_LESS || op == TP_LESS_EQUAL;
}

static int find_goal(const struct tp_rules *r, struct tp_span when, struct tp_gauge *gauge) {
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    if (c->slot != gauge->slot || !points_the_right_way(c->op, gauge->rising))
      continue;
    gauge->has_goal = 1;
    gauge->goal = c->value;
    gauge->goal_op = c->op;
    return 1;
  }
  return 0;
}

/* What victory asks for comes before what objectives ask for. */
static void set_goal(const struct tp_rules *r, struct tp_gauge *gauge) {
  for (int i = 0; i < r->ending_count; i++) {
    if (r->endings[i].result == TP_VICTORY && find_goal(r, r->endings[i].when, gauge))
      return;
  }
  for (int i = 0; i < r->objective_count; i++) {
    if (find_goal(r, r->objectives[i].when, gauge))
      return;
  }
}

void tp_session_gauge(const struct tp_session *s, enum tp_gauge_id gauge, struct tp_gauge *out) {
  const struct tp_rules *r = s->r;
  const char *adversary = r->adversary == TP_NONE ? "" : r->actors[r->adversary].words.title;
  *out = (struct tp_gauge){.slot = tp_session_gauge_slot(r, gauge),
                           .rising = gauge == TP_GAUGE_AUTONOMY || gauge == TP_GAUGE_UNITY};
  TP_SAY(out->title, sizeof out->title, (enum tp_phrase)((int)TP_SAY_GAUGE_NARRATIVE + (int)gauge),
         adversary);
  if (out->slot == TP_NONE)
    return;
  out->value = tp_session_value(s, out->slot, s->turns);
  out->change = tp_session_moved(s, out->slot, s->turns);
  set_goal(r, out);
}

static int is_gauge(const struct tp_rules *r, int slot) {
  for (int i = 0; i < TP_GAUGES; i++)
    if (tp_session_gauge_slot(r, (enum tp_gauge_id)i) == slot)
      return 1;
  return 0;
}

int tp_session_goals(const struct tp_session *s, struct tp_goal *goals, int room) {
  const struct tp_rules *r = s->r;
  int count = 0;
  for (int i = 0; i < r->ending_count; i++) {
    struct tp_span when = r->endings[i].when;
    for (int k = 0; k < when.count && r->endings[i].result == TP_VICTORY; k++) {
      const struct tp_condition *c = &r->conditions[when.first + k];
      int known = is_gauge(r, c->slot) || c->slot == tp_world_slot(r, TP_TURN) ||
                  tp_session_hides(s, c->slot);
      for (int g = 0; g < count; g++)
        known |= goals[g].slot == c->slot;
      if (!known && count < room)
        goals[count++] = (struct tp_goal){c->slot, points_the_right_way(c->op, 1)};
    }
  }
  return count;
}

void tp_session_nearest_victory(const struct tp_session *s, struct tp_nearness *out) {
  const struct tp_rules *r = s->r;
  const struct tp_world *w = tp_session_world(s);
  double least = 0;
  *out = (struct tp_nearness){.ending = TP_NONE};
  for (int i = 0; i < r->ending_count; i++) {
    struct tp_span when = r->endings[i].when;
    int held = 0;
    double lack = tp_lack_of_ending(r, w, i);
    if (r->endings[i].result != TP_VICTORY || when.count == 0 ||
        (out->ending != TP_NONE && lack >= least))
      continue;
    for (int k = when.first; k < when.first + when.count; k++)
      held += !tp_session_hides(s, r->conditions[k].slot) &&
              tp_world_holds(&r->conditions[k], w->v[r->conditions[k].slot]);
    *out = (struct tp_nearness){i, held, when.count};
    least = lack;
  }
}

int tp_session_weakest_pillar(const struct tp_session *s) {
  if (tp_session_gauge_slot(s->r, TP_GAUGE_AUTONOMY) == TP_NONE)
    return TP_NONE;
  const double *v = tp_session_world(s)->v;
  int first = tp_actor_slot(s->r, s->r->unite, TP_INDUSTRY), weakest = first;
  for (int slot = first + 1; slot < first + TP_PILLARS; slot++)
    weakest = v[slot] < v[weakest] ? slot : weakest;
  return weakest;
}

void tp_session_objective(const struct tp_session *s, int index, struct tp_objective_state *out) {
  const struct tp_world *w = tp_session_world(s);
  *out = (struct tp_objective_state){.objective = &s->r->objectives[index],
                                     .streak = tp_world_streaks_const(s->r, w)[index],
                                     .met = tp_world_is_met(s->r, w, index)};
}

/* Turns are counted at their ends: what holds from the start is not counted before the first. */
static void say_standing(const struct tp_session *s, struct tp_span when, int streak, int lasting,
                         char *text, size_t size) {
  int turns = lasting > 1 ? lasting : 1;
  int holds = tp_world_meets(s->r, tp_session_world(s), when);
  if (streak >= turns)
    TP_SAY(text, size, TP_SAY_GOAL_MET, "");
  else if (turns > 1)
    TP_SAY(text, size, holds ? TP_SAY_GOAL_HOLDS_TURNS : TP_SAY_GOAL_NOT_MET_TURNS,
           TP_WHOLE(streak), TP_WHOLE(turns));
  else
    TP_SAY(text, size, holds ? TP_SAY_GOAL_HOLDS : TP_SAY_GOAL_NOT_MET, "");
}

void tp_session_objective_text(const struct tp_session *s, int index, char *text, size_t size) {
  struct tp_objective_state state;
  tp_session_objective(s, index, &state);
  say_standing(s, state.objective->when, state.streak, state.objective->lasting, text, size);
}

void tp_session_ending_text(const struct tp_session *s, int index, char *text, size_t size) {
  const struct tp_ending *ending = &s->r->endings[index];
  int streak = tp_world_streaks_const(s->r, tp_session_world(s))[s->r->objective_count + index];
  say_standing(s, ending->when, streak, ending->lasting, text, size);
}

void tp_session_outcome(const struct tp_session *s, struct tp_outcome *out) {
  const struct tp_world *w = tp_session_world(s);
  *out = (struct tp_outcome){.result = (enum tp_result)w->result, .title = "", .text = ""};
  if (w->ending != TP_NONE && w->result != TP_PLAYING) {
    out->title = s->r->endings[w->ending].words.title;
    out->text = s->r->endings[w->ending].words.text;
  }
  out->score = tp_world_score(s->r, w);
}
