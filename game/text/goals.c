/* What is to be reached, and how it came out. */
#include "text/game.h"

static void show_condition(struct tp_text_game *g, const struct tp_condition *c) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char text[TP_WORDING_MAX], value[64];
  tp_wording_condition(r, c, text, sizeof text);
  tp_wording_value(r, c->slot, tp_session_world(g->s)->v[c->slot], value, sizeof value);
  TP_TELL(g, CONDITION, text, value);
}

static void show_conditions(struct tp_text_game *g, struct tp_span when) {
  for (int i = 0; i < when.count; i++)
    show_condition(g, &tp_session_rules(g->s)->conditions[when.first + i]);
}

static void show_objective(struct tp_text_game *g, int index) {
  struct tp_objective_state state;
  char standing[100];
  tp_session_objective(g->s, index, &state);
  tp_session_objective_text(g->s, index, standing, sizeof standing);
  const struct tp_objective *o = state.objective;
  TP_TELL(g, OBJECTIVE, o->words.title, TP_FIGURE(o->weight), standing);
  if (o->words.text[0])
    fprintf(g->out, "  %s\n", o->words.text);
  show_conditions(g, o->when);
  if (o->lasting > 1)
    TP_TELL(g, LASTING, TP_WHOLE(o->lasting), TP_WHOLE(state.streak));
}

void tp_text_show_goals(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  const uint8_t *streaks = tp_world_streaks_const(r, tp_session_world(g->s)) + r->objective_count;
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_GOALS);
  for (int i = 0; i < r->objective_count; i++)
    show_objective(g, i);
  for (int i = 0; i < r->ending_count; i++) {
    const char *result = tp_wording_result((enum tp_result)r->endings[i].result);
    if (r->endings[i].when.count == 0)
      continue;
    if (r->endings[i].final)
      TP_TELL(g, ENDING_LAST, r->endings[i].words.title, result);
    else
      TP_TELL(g, ENDING, r->endings[i].words.title, result);
    show_conditions(g, r->endings[i].when);
    if (r->endings[i].lasting > 1)
      TP_TELL(g, LASTING, TP_WHOLE(r->endings[i].lasting), TP_WHOLE(streaks[i]));
  }
}

/* --- the end -------------------------------------------------------------------------------- */

/* What the charts of the window show: where a gauge began, ended, and how far it went. */
static void show_course(struct tp_text_game *g, const struct tp_gauge *gauge) {
  const struct tp_rules *r = tp_session_rules(g->s);
  int last = tp_session_turn(g->s), low = 0, high = 0;
  char values[4][64], dates[2][40];
  for (int turn = 1; turn <= last; turn++) {
    double value = tp_session_value(g->s, gauge->slot, turn);
    low = value < tp_session_value(g->s, gauge->slot, low) ? turn : low;
    high = value > tp_session_value(g->s, gauge->slot, high) ? turn : high;
  }
  int turns[] = {0, last, low, high};
  for (int i = 0; i < 4; i++)
    tp_wording_value(r, gauge->slot, tp_session_value(g->s, gauge->slot, turns[i]), values[i],
                     sizeof values[i]);
  tp_wording_date(r, low, dates[0], sizeof dates[0]);
  tp_wording_date(r, high, dates[1], sizeof dates[1]);
  TP_TELL(g, COURSE, gauge->title, values[0], values[1], values[2], dates[0], values[3], dates[1]);
}

/* ... and its thin lines. */
static void show_marks(struct tp_text_game *g) {
  int told = 0;
  for (int turn = 1; turn <= tp_session_turn(g->s); turn++) {
    int count;
    char date[40];
    const struct tp_headline *list = tp_session_headlines(g->s, turn, &count);
    tp_wording_date(tp_session_rules(g->s), turn - 1, date, sizeof date);
    for (int i = 0; i < count; i++) {
      if (list[i].kind != TP_HEADLINE_CRISIS && list[i].kind != TP_HEADLINE_STATUS)
        continue;
      if (!told++)
        TP_TELL_ALONE(g, MARKS);
      TP_TELL(g, MARK, date, list[i].text);
    }
  }
}

void tp_text_show_ending(struct tp_text_game *g) {
  struct tp_outcome outcome;
  tp_session_outcome(g->s, &outcome);
  TP_TELL(g, OVER, tp_wording_result(outcome.result), outcome.title);
  if (outcome.text[0])
    tp_text_say(g, outcome.text);
  TP_TELL(g, SCORE, TP_WHOLE(outcome.score));
  for (int i = 0; i < tp_session_rules(g->s)->objective_count; i++) {
    char standing[100];
    tp_session_objective_text(g->s, i, standing, sizeof standing);
    TP_TELL(g, GOAL, tp_session_rules(g->s)->objectives[i].words.title, standing);
  }
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(g->s, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot != TP_NONE)
      show_course(g, &gauge);
  }
  show_marks(g);
  TP_TELL(g, LOOK_AT, TP_TYPED(DEBRIEF));
  TP_TELL(g, AFTER, TP_TYPED(LOOK), TP_TYPED(WHY), TP_TYPED(QUIT));
}
