/* The board in sentences. */
#include "text/game.h"

enum { HEADLINES_AT_ONCE = 8 };

static void show_state(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_means means = tp_session_means(g->s);
  char date[40];
  tp_wording_date(r, tp_session_turn(g->s), date, sizeof date);
  TP_TELL(g, STATE, date, TP_WHOLE(tp_session_turn(g->s) + 1), TP_WHOLE(r->turns),
          TP_FIGURE_LEFT(means.budget), TP_FIGURE_LEFT(means.capital), TP_FIGURE(means.attention));
}

static int is_least(int op) {
  return op == TP_MORE || op == TP_MORE_EQUAL;
}

static void show_weakest_pillar(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  int slot = tp_session_weakest_pillar(g->s);
  char name[100], value[64];
  if (slot == TP_NONE)
    return;
  tp_wording_variable_within(r, slot, name, sizeof name);
  tp_wording_value(r, slot, tp_session_world(g->s)->v[slot], value, sizeof value);
  TP_TELL(g, WEAKEST, name, value);
}

static void show_gauges(struct tp_text_game *g) {
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    char value[64], change[64], goal[64];
    tp_session_gauge(g->s, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot == TP_NONE)
      continue;
    tp_wording_value(tp_session_rules(g->s), gauge.slot, gauge.value, value, sizeof value);
    tp_wording_change(gauge.change, change, sizeof change);
    tp_wording_value(tp_session_rules(g->s), gauge.slot, gauge.goal, goal, sizeof goal);
    if (!gauge.has_goal)
      TP_TELL(g, GAUGE, gauge.title, value, change);
    else if (is_least(gauge.goal_op))
      TP_TELL(g, GAUGE_LEAST, gauge.title, value, change, goal);
    else
      TP_TELL(g, GAUGE_MOST, gauge.title, value, change, goal);
    if (i == TP_GAUGE_AUTONOMY)
      show_weakest_pillar(g);
  }
  struct tp_nearness nearest;
  tp_session_nearest_victory(g->s, &nearest);
  if (nearest.ending != TP_NONE)
    TP_TELL(g, NEAREST, tp_session_rules(g->s)->endings[nearest.ending].words.title,
            TP_WHOLE(nearest.held), TP_WHOLE(nearest.of));
}

static void say_inside(struct tp_text_game *g, const char *words) {
  fprintf(g->out, "  %s\n", words);
}

void tp_text_show_headlines(struct tp_text_game *g, int most) {
  int count;
  const struct tp_headline *list = tp_session_headlines(g->s, tp_session_turn(g->s), &count);
  if (count == 0)
    TP_TELL_ALONE(g, NO_NEWS);
  for (int i = 0; i < count && i < most; i++) {
    if (list[i].good > 0)
      TP_TELL(g, NEWS_GOOD, list[i].text);
    else if (list[i].good < 0)
      TP_TELL(g, NEWS_BAD, list[i].text);
    else
      tp_text_say(g, list[i].text);
    const char *story = i == 0 ? tp_headline_story(tp_session_rules(g->s), &list[i]) : "";
    if (story[0])
      say_inside(g, story);
  }
  if (count > most)
    TP_TELL(g, NEWS_MORE, TP_WHOLE(count - most), TP_TYPED(HEADLINES));
}

static void show_option(struct tp_text_game *g, const struct tp_decision *d, int i) {
  const struct tp_rules *r = tp_session_rules(g->s);
  const char *title = d->options[i].words.title;
  struct tp_span effects = d->options[i].effects;
  if (d->answer == i)
    TP_TELL(g, ANSWER_CHOSEN, TP_WHOLE(i + 1), title);
  else if (!d->open[i])
    TP_TELL(g, ANSWER_CLOSED, TP_WHOLE(i + 1), title);
  else
    TP_TELL(g, ANSWER, TP_WHOLE(i + 1), title);
  if (d->options[i].words.text[0])
    say_inside(g, d->options[i].words.text);
  for (int k = 0; k < effects.count; k++) {
    char text[TP_WORDING_MAX];
    tp_wording_effect(r, &r->effects[effects.first + k], text, sizeof text);
    say_inside(g, text);
  }
}

static void show_decision(struct tp_text_game *g, int index, int alone) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_decision d;
  if (!tp_session_decision(g->s, index, &d))
    return;
  const struct tp_words *words = &r->events[d.event].words;
  tp_text_saw(g, TP_MARK_EVENT, d.event);
  TP_TELL(g, DECISION, TP_WHOLE(index + 1), words->title);
  if (words->text[0])
    tp_text_say(g, words->text);
  for (int i = 0; i < d.option_count; i++)
    show_option(g, &d, i);
  if (d.answer == TP_NONE && alone)
    TP_TELL(g, DECIDE, TP_TYPED(ANSWER));
  else if (d.answer == TP_NONE)
    TP_TELL(g, DECIDE, TP_TYPED_WITH(ANSWER, TP_WHOLE(index + 1)));
}

void tp_text_show_decisions(struct tp_text_game *g) {
  int count = tp_session_decisions(g->s);
  for (int i = 0; i < count; i++)
    show_decision(g, i, count == 1);
}

void tp_text_show_crisis(struct tp_text_game *g) {
  static const enum tp_text_word moves[] = {TP_TEXT_HOLD, TP_TEXT_ESCALATE, TP_TEXT_STEP_BACK};
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_crisis_state crisis;
  tp_session_crisis(g->s, &crisis);
  if (!crisis.on)
    return;
  const char *target = r->actors[crisis.target].words.title;
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_CRISIS);
  TP_TELL(g, CRISIS, r->actors[crisis.challenger].words.title, target, TP_WHOLE(crisis.step),
          tp_wording_step(crisis.step));
  if (crisis.called && crisis.honoured)
    TP_TELL(g, GUARANTEED, r->actors[r->guarantor].words.title, target);
  else if (crisis.called)
    TP_TELL(g, UNGUARANTEED, r->actors[r->guarantor].words.title, target);
  for (int move = TP_HOLD_FIRM; crisis.ours && move <= TP_STEP_BACK; move++) {
    char text[TP_WORDING_MAX];
    const char *typed = TP_TYPED_WITH(CRISIS, tp_text_word(moves[move]));
    tp_session_move_text(g->s, (enum tp_crisis_move)move, text, sizeof text);
    if (crisis.move == move)
      TP_TELL(g, MOVE_CHOSEN, typed, text);
    else
      TP_TELL(g, MOVE, typed, text);
  }
}

/* What of an order's vote is not sure. */
static void show_order_vote(struct tp_text_game *g, int action) {
  struct tp_ballot ballot;
  char vote[TP_WORDING_MAX];
  tp_session_poll(g->s, action, &ballot);
  if (ballot.passes > 0)
    return;
  tp_wording_ballot(tp_session_rules(g->s), action, &ballot, vote, sizeof vote);
  TP_TELL(g, ORDER_VOTE, vote);
}

static void show_order(struct tp_text_game *g, int number, struct tp_order order) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char cost[TP_WORDING_MAX];
  if (order.kind == TP_ORDER_ACT) {
    tp_wording_cost(r, order.id, cost, sizeof cost);
    TP_TELL(g, ORDER_ACT, TP_WHOLE(number), r->actions[order.id].words.title, cost);
    show_order_vote(g, order.id);
  } else if (order.kind == TP_ORDER_ANSWER) {
    struct tp_span options = r->events[order.id].options;
    TP_TELL(g, ORDER_ANSWER, TP_WHOLE(number), r->events[order.id].words.title,
            r->options[options.first + order.choice].words.title);
  } else {
    TP_TELL(g, ORDER_MOVE, TP_WHOLE(number), tp_wording_move((enum tp_crisis_move)order.choice));
  }
}

void tp_text_show_orders(struct tp_text_game *g) {
  const struct tp_orders *orders = tp_session_orders(g->s);
  if (orders->count == 0)
    TP_TELL_ALONE(g, NO_ORDERS);
  for (int i = 0; i < orders->count; i++)
    show_order(g, i + 1, orders->item[i]);
}

static void show_programmes(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  const struct tp_action_state *state = tp_world_actions_const(r, tp_session_world(g->s));
  for (int i = 0; i < r->action_count; i++) {
    if (r->actions[i].seat != tp_session_player(g->s))
      continue;
    if (state[i].left == 1)
      TP_TELL(g, RUNS_LAST, r->actions[i].words.title);
    else if (state[i].left)
      TP_TELL(g, RUNS, r->actions[i].words.title, TP_WHOLE(state[i].left));
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
  tp_text_say(g, "");
  if (tp_session_notice(g->s)[0])
    TP_TELL(g, NOTE, tp_session_notice(g->s));
  if (tp_session_turn(g->s) > 0)
    tp_text_show_headlines(g, HEADLINES_AT_ONCE);
  if (tp_session_world(g->s)->result != TP_PLAYING) {
    show_gauges(g);
    tp_text_show_ending(g);
    return;
  }
  show_state(g);
  show_gauges(g);
  tp_text_saw_board(g);
  show_programmes(g);
  tp_text_show_crisis(g);
  tp_text_show_decisions(g);
  if (tp_session_orders(g->s)->count > 0)
    tp_text_show_orders(g);
  TP_TELL(g, OPEN_ACTIONS, TP_WHOLE(open_actions(g)), TP_TYPED(ACTIONS), TP_TYPED(END));
}
