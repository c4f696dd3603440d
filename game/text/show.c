/* The board in sentences. */
#include "text/game.h"

enum { HEADLINES_AT_ONCE = 8 };

void tp_text_show_state(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_means means = tp_session_means(g->s);
  char date[32];
  tp_wording_date(r, tp_session_turn(g->s), date, sizeof date);
  tp_text_say(g,
              "%s, turn %d of %d. You have %.4g bn budget, %.4g political capital, %.4g "
              "attention.",
              date, tp_session_turn(g->s) + 1, r->turns, means.budget, means.capital,
              means.attention);
}

static const char *compare(int op) {
  return op == TP_MORE || op == TP_MORE_EQUAL ? "at least" : "at most";
}

void tp_text_show_gauges(struct tp_text_game *g) {
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    char value[64], change[64], goal[64];
    tp_session_gauge(g->s, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot == TP_NONE)
      continue;
    tp_wording_value(tp_session_rules(g->s), gauge.slot, gauge.value, value, sizeof value);
    tp_wording_change(gauge.change, change, sizeof change);
    fprintf(g->out, "%s: %s (%s)", gauge.title, value, change);
    if (gauge.has_goal) {
      tp_wording_value(tp_session_rules(g->s), gauge.slot, gauge.goal, goal, sizeof goal);
      fprintf(g->out, ", goal %s %s", compare(gauge.goal_op), goal);
    }
    fputs(".\n", g->out);
  }
}

void tp_text_show_headlines(struct tp_text_game *g, int most) {
  int count;
  const struct tp_headline *list = tp_session_headlines(g->s, tp_session_turn(g->s), &count);
  if (count == 0)
    tp_text_say(g, "No headlines.");
  for (int i = 0; i < count && i < most; i++)
    tp_text_say(g, "%s%s", list[i].text,
                list[i].good > 0   ? " (good for you)"
                : list[i].good < 0 ? " (bad for you)"
                                   : "");
  if (count > most)
    tp_text_say(g, "And %d smaller headlines: type headlines.", count - most);
}

static void show_decision(struct tp_text_game *g, int index, int alone) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_decision d;
  if (!tp_session_decision(g->s, index, &d))
    return;
  const struct tp_words *words = &r->events[d.event].words;
  tp_text_saw(g, TP_MARK_EVENT, d.event);
  tp_text_say(g, "Decision %d: %s", index + 1, words->title);
  if (words->text[0])
    tp_text_say(g, "%s", words->text);
  for (int i = 0; i < d.option_count; i++) {
    tp_text_say(g, "Answer %d: %s%s%s", i + 1, d.options[i].words.title,
                d.open[i] ? "" : " (not possible now)", d.answer == i ? " (chosen)" : "");
    if (d.options[i].words.text[0])
      tp_text_say(g, "  %s", d.options[i].words.text);
    struct tp_span effects = d.options[i].effects;
    for (int k = 0; k < effects.count; k++) {
      char text[TP_WORDING_MAX];
      tp_wording_effect(r, &r->effects[effects.first + k], text, sizeof text);
      tp_text_say(g, "  %s", text);
    }
  }
  if (d.answer == TP_NONE && alone)
    tp_text_say(g, "Type answer and a number; without one the first possible answer is taken.");
  else if (d.answer == TP_NONE)
    tp_text_say(g, "Type answer %d and a number; without one the first possible answer is taken.",
                index + 1);
}

void tp_text_show_decisions(struct tp_text_game *g) {
  int count = tp_session_decisions(g->s);
  for (int i = 0; i < count; i++)
    show_decision(g, i, count == 1);
}

void tp_text_show_crisis(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_crisis_state crisis;
  tp_session_crisis(g->s, &crisis);
  if (!crisis.on)
    return;
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_CRISIS);
  tp_text_say(g, "Crisis: %s challenges %s, step %d of 5, %s.",
              r->actors[crisis.challenger].words.title, r->actors[crisis.target].words.title,
              crisis.step, tp_wording_step(crisis.step));
  if (crisis.called)
    tp_text_say(g, "%s %s by %s.", r->actors[r->guarantor].words.title,
                crisis.honoured ? "stands" : "does not stand",
                r->actors[crisis.target].words.title);
  if (!crisis.ours)
    return;
  static const char *const commands[] = {"crisis hold", "crisis escalate", "crisis back"};
  for (int move = TP_HOLD_FIRM; move <= TP_STEP_BACK; move++) {
    char text[TP_WORDING_MAX];
    tp_session_move_text(g->s, (enum tp_crisis_move)move, text, sizeof text);
    tp_text_say(g, "%s%s: %s", commands[move], crisis.move == move ? " (chosen)" : "", text);
  }
}

void tp_text_show_orders(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  const struct tp_orders *orders = tp_session_orders(g->s);
  if (orders->count == 0)
    tp_text_say(g, "No orders are given yet this turn.");
  for (int i = 0; i < orders->count; i++) {
    struct tp_order order = orders->item[i];
    if (order.kind == TP_ORDER_ACT) {
      char cost[TP_WORDING_MAX];
      tp_wording_cost(r, order.id, cost, sizeof cost);
      tp_text_say(g, "Order %d: %s (%s).", i + 1, r->actions[order.id].words.title, cost);
    } else if (order.kind == TP_ORDER_ANSWER) {
      struct tp_span options = r->events[order.id].options;
      tp_text_say(g, "Order %d: on “%s”: %s.", i + 1, r->events[order.id].words.title,
                  r->options[options.first + order.choice].words.title);
    } else {
      tp_text_say(g, "Order %d: in the crisis, %s.", i + 1,
                  tp_wording_move((enum tp_crisis_move)order.choice));
    }
  }
}

static void show_programmes(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  const struct tp_action_state *state = tp_world_actions_const(r, tp_session_world(g->s));
  for (int i = 0; i < r->action_count; i++) {
    if (r->actions[i].seat == tp_session_player(g->s) && state[i].left > 0)
      tp_text_say(g, "Under way: %s, %d %s left.", r->actions[i].words.title, state[i].left,
                  state[i].left == 1 ? "turn" : "turns");
  }
}

static void show_condition(struct tp_text_game *g, const struct tp_condition *c) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char text[TP_WORDING_MAX], value[64];
  tp_wording_condition(r, c, text, sizeof text);
  tp_wording_value(r, c->slot, tp_session_world(g->s)->v[c->slot], value, sizeof value);
  tp_text_say(g, "  %s; now %s.", text, value);
}

void tp_text_show_goals(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_GOALS);
  for (int i = 0; i < r->objective_count; i++) {
    struct tp_objective_state state;
    tp_session_objective(g->s, i, &state);
    const struct tp_objective *o = state.objective;
    tp_text_say(g, "Objective: %s, weight %.4g: %s.", o->words.title, o->weight,
                state.met ? "met" : "not met");
    if (o->words.text[0])
      tp_text_say(g, "  %s", o->words.text);
    for (int k = 0; k < o->when.count; k++)
      show_condition(g, &r->conditions[o->when.first + k]);
    if (o->lasting > 1)
      tp_text_say(g, "  For %d turns in a row; so far %d.", o->lasting, state.streak);
  }
  for (int i = 0; i < r->ending_count; i++) {
    if (r->endings[i].when.count == 0)
      continue;
    tp_text_say(g, "Ending: %s (%s%s).", r->endings[i].words.title,
                tp_wording_result((enum tp_result)r->endings[i].result),
                r->endings[i].final ? ", when the last turn is over" : "");
    for (int k = 0; k < r->endings[i].when.count; k++)
      show_condition(g, &r->conditions[r->endings[i].when.first + k]);
  }
}

void tp_text_show_ending(struct tp_text_game *g) {
  struct tp_outcome outcome;
  tp_session_outcome(g->s, &outcome);
  tp_text_say(g, "The game is over: %s. %s.", tp_wording_result(outcome.result), outcome.title);
  if (outcome.text[0])
    tp_text_say(g, "%s", outcome.text);
  tp_text_say(g, "Score: %.0f of 100.", outcome.score);
  const struct tp_rules *r = tp_session_rules(g->s);
  for (int i = 0; i < r->objective_count; i++) {
    struct tp_objective_state state;
    tp_session_objective(g->s, i, &state);
    tp_text_say(g, "%s: %s.", state.objective->words.title, state.met ? "met" : "not met");
  }
}

static int open_actions(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_span actions = r->actors[tp_session_player(g->s)].actions;
  int count = 0;
  for (int i = 0; i < actions.count; i++) {
    struct tp_order order = {.kind = TP_ORDER_ACT, .id = r->repertoire[actions.first + i]};
    count += tp_session_check(g->s, order).refusal == TP_ALLOWED;
  }
  return count;
}

void tp_text_show_turn(struct tp_text_game *g) {
  tp_text_say(g, "%s", "");
  if (tp_session_notice(g->s)[0])
    tp_text_say(g, "Note: %s", tp_session_notice(g->s));
  if (tp_session_turn(g->s) > 0)
    tp_text_show_headlines(g, HEADLINES_AT_ONCE);
  if (tp_session_world(g->s)->result != TP_PLAYING) {
    tp_text_show_gauges(g);
    tp_text_show_ending(g);
    return;
  }
  tp_text_show_state(g);
  tp_text_show_gauges(g);
  tp_text_saw_board(g);
  show_programmes(g);
  tp_text_show_crisis(g);
  tp_text_show_decisions(g);
  tp_text_say(g, "%d actions may be ordered: type actions. Type end to end the turn.",
              open_actions(g));
}
