/* Actions in sentences: what may be ordered, what is known of it, how it may go. */
#include "text/game.h"

#include <stdlib.h>
#include <string.h>

enum { FOUND_MAX = 12 };

static int begins_with(const char *text, const char *start) {
  for (; *start; text++, start++) {
    char a = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
    char b = *start >= 'A' && *start <= 'Z' ? (char)(*start - 'A' + 'a') : *start;
    if (a != b)
      return 0;
  }
  return 1;
}

static struct tp_order act(int action) {
  return (struct tp_order){.kind = TP_ORDER_ACT, .id = (int16_t)action};
}

static void say_vote(const struct tp_text_game *g, int action, char *text, size_t size) {
  struct tp_ballot ballot;
  tp_session_poll(g->s, action, &ballot);
  tp_wording_ballot(tp_session_rules(g->s), action, &ballot, text, size);
}

static void list_action(struct tp_text_game *g, int number, int action) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char cost[TP_WORDING_MAX], vote[TP_WORDING_MAX], reason[TP_WORDING_MAX];
  const char *title = r->actions[action].words.title;
  tp_session_reason(g->s, tp_session_check(g->s, act(action)), reason, sizeof reason);
  tp_wording_cost(r, action, cost, sizeof cost);
  say_vote(g, action, vote, sizeof vote);
  if (reason[0])
    TP_TELL(g, ACTION_CLOSED, TP_WHOLE(number), title, reason);
  else
    TP_TELL(g, ACTION_OPEN, TP_WHOLE(number), title, cost, vote);
}

/* The actions of one theme under its title; returns how many. */
static int list_theme(struct tp_text_game *g, enum tp_theme theme, int all) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_span actions = r->actors[tp_session_player(g->s)].actions;
  int shown = 0;
  for (int i = 0; i < actions.count; i++) {
    int action = r->repertoire[actions.first + i];
    int open = tp_session_check(g->s, act(action)).refusal == TP_ALLOWED;
    if (r->actions[action].theme != (int)theme || (!open && !all))
      continue;
    if (shown++ == 0)
      TP_TELL(g, THEME, tp_wording_theme(theme));
    list_action(g, i + 1, action);
  }
  return shown;
}

static void say_no_theme(struct tp_text_game *g, const char *typed) {
  char list[300] = "";
  for (int t = 0; t < TP_THEMES; t++)
    tp_phrase_list(list, sizeof list, tp_wording_theme((enum tp_theme)t));
  TP_TELL(g, NO_THEME, typed, list);
}

void tp_text_show_actions(struct tp_text_game *g, int all, const char *theme) {
  int shown = 0, themes = 0;
  for (int t = 0; t < TP_THEMES; t++) {
    if (!begins_with(tp_wording_theme((enum tp_theme)t), theme))
      continue;
    themes++;
    shown += list_theme(g, (enum tp_theme)t, all);
  }
  if (themes == 0)
    say_no_theme(g, theme);
  else if (shown == 0)
    TP_TELL(g, NO_ACTION_NOW, TP_TYPED_WITH(ACTIONS, tp_text_word(TP_TEXT_ALL)));
  else
    TP_TELL(g, ACTIONS_HOW, TP_TYPED(DO), TP_TYPED(ABOUT));
}

static void list_effects(struct tp_text_game *g, enum tp_text_word when, struct tp_span effects) {
  const struct tp_rules *r = tp_session_rules(g->s);
  for (int i = 0; i < effects.count; i++) {
    char text[TP_WORDING_MAX];
    tp_wording_effect(r, &r->effects[effects.first + i], text, sizeof text);
    tp_text_tell(g, when, (const char *const[]){text, NULL});
  }
}

/* The vote that would be held, and what is lost when it is, where that may be. */
static void tell_vote(struct tp_text_game *g, int action) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_ballot ballot;
  char text[TP_WORDING_MAX];
  tp_session_poll(g->s, action, &ballot);
  tp_wording_ballot(r, action, &ballot, text, sizeof text);
  TP_TELL(g, VOTE, text);
  if (ballot.passes > 0)
    return;
  tp_wording_refused(r, action, text, sizeof text);
  tp_text_say(g, text);
}

static void tell_excluded(struct tp_text_game *g, int action) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char list[TP_WORDING_MAX] = "";
  for (int i = 0; i < r->action_count; i++)
    if (tp_set_has(&r->actions[action].excludes, i))
      tp_phrase_list(list, sizeof list, r->actions[i].words.title);
  if (list[0])
    TP_TELL(g, EXCLUDES, list);
}

void tp_text_show_action(struct tp_text_game *g, int action) {
  const struct tp_rules *r = tp_session_rules(g->s);
  const struct tp_action *a = &r->actions[action];
  char text[TP_WORDING_MAX];
  tp_text_saw(g, TP_MARK_ACTION, action);
  tp_text_saw(g, TP_MARK_VOTE, action);
  TP_TELL(g, ABOUT, a->words.title, tp_wording_theme((enum tp_theme)a->theme));
  if (a->words.text[0])
    tp_text_say(g, a->words.text);
  tp_wording_cost(r, action, text, sizeof text);
  TP_TELL(g, COSTS, text);
  if (!tp_world_actions_const(r, tp_session_world(g->s))[action].left)
    tell_vote(g, action);
  tell_excluded(g, action);
  list_effects(g, TP_TEXT_AT_ONCE, a->effects);
  list_effects(g, TP_TEXT_EACH_TURN, a->each_turn);
  list_effects(g, TP_TEXT_AT_END, a->at_end);
  list_effects(g, TP_TEXT_IF_FAILS, a->failure);
  tp_session_reason(g->s, tp_session_check(g->s, act(action)), text, sizeof text);
  if (text[0])
    TP_TELL(g, NOT_NOW, text);
}

static int action_numbered(struct tp_text_game *g, const char *typed) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_span actions = r->actors[tp_session_player(g->s)].actions;
  long number = strlen(typed) < 6 ? strtol(typed, NULL, 10) : 0;
  if (number >= 1 && number <= actions.count)
    return r->repertoire[actions.first + number - 1];
  TP_TELL(g, NO_NUMBER, typed, TP_WHOLE(actions.count));
  return TP_NONE;
}

int tp_text_find_action(struct tp_text_game *g, const char *typed) {
  const struct tp_rules *r = tp_session_rules(g->s);
  int found[FOUND_MAX];
  if (!typed[0]) {
    TP_TELL(g, WHICH_ACTION, TP_TYPED(ACTIONS));
    return TP_NONE;
  }
  if (strspn(typed, "0123456789") == strlen(typed))
    return action_numbered(g, typed);
  int count = tp_wording_find_action(r, tp_session_player(g->s), typed, found, FOUND_MAX);
  if (count == 1)
    return found[0];
  if (count == 0)
    TP_TELL(g, NO_ACTION, typed, TP_TYPED_WITH(ACTIONS, tp_text_word(TP_TEXT_ALL)));
  else
    TP_TELL(g, COULD_BE, typed);
  for (int i = 0; i < count; i++)
    fprintf(g->out, "  %s\n", r->actions[found[i]].words.title);
  return TP_NONE;
}

/* --- forecasts ------------------------------------------------------------------------------ */

enum { HORIZON = 8, LOW = 1, MIDDLE = 3, HIGH = 5 };

static void say_line(struct tp_text_game *g, const struct tp_forecast *f, int line) {
  const struct tp_forecast_line *l = &f->lines[line];
  const double *without = l->without[f->horizon], *with = l->with[f->horizon];
  char name[TP_WORDING_MAX], gain[TP_FIGURE_MAX], low[TP_FIGURE_MAX], high[TP_FIGURE_MAX];
  tp_wording_variable(tp_session_rules(g->s), l->slot, name, sizeof name);
  tp_phrase_signed(gain, l->gain, 1);
  tp_phrase_signed(low, l->gain_low, 1);
  tp_phrase_signed(high, l->gain_high, 1);
  TP_TELL(g, FORECAST_LINE, name, TP_TENTHS(l->with[0][MIDDLE]), TP_TENTHS(without[MIDDLE]),
          TP_TENTHS(without[LOW]), TP_TENTHS(without[HIGH]), TP_TENTHS(with[MIDDLE]),
          TP_TENTHS(with[LOW]), TP_TENTHS(with[HIGH]));
  TP_TELL(g, FORECAST_GAIN, gain, low, high);
}

const char *tp_text_order_title(const struct tp_text_game *g, struct tp_order order) {
  const struct tp_rules *r = tp_session_rules(g->s);
  if (order.kind == TP_ORDER_ANSWER)
    return r->options[r->events[order.id].options.first + order.choice].words.title;
  if (order.kind == TP_ORDER_MOVE)
    return tp_wording_move((enum tp_crisis_move)order.choice);
  return r->actions[order.id].words.title;
}

/* What else a victory asks for, where the order changes it. */
static void say_goal(struct tp_text_game *g, const struct tp_forecast_line *l) {
  char name[TP_WORDING_MAX], gain[TP_FIGURE_MAX], low[TP_FIGURE_MAX], high[TP_FIGURE_MAX];
  if (!tp_forecast_gains(l))
    return;
  tp_wording_variable(tp_session_rules(g->s), l->slot, name, sizeof name);
  tp_phrase_signed(gain, l->gain, 1);
  tp_phrase_signed(low, l->gain_low, 1);
  tp_phrase_signed(high, l->gain_high, 1);
  TP_TELL(g, FORECAST_GOAL, name, gain, low, high);
}

static void say_no_forecast(struct tp_text_game *g, struct tp_order order) {
  struct tp_verdict verdict = tp_session_check(g->s, order);
  char reason[TP_WORDING_MAX];
  tp_session_reason(g->s, verdict, reason, sizeof reason);
  TP_TELL(g, NO_FORECAST, tp_text_order_title(g, order),
          reason[0] ? reason : tp_text_word(TP_TEXT_NO_FORECAST_NOW));
}

void tp_text_show_forecast(struct tp_text_game *g, struct tp_order order) {
  char reason[TP_WORDING_MAX], ways[TP_WORDING_MAX], ahead[40];
  struct tp_forecast f;
  int ticket = tp_session_forecast_order(g->s, order, g->rollouts, HORIZON);
  if (ticket == 0) {
    say_no_forecast(g, order);
    return;
  }
  if (tp_session_forecast_wait(g->s, ticket, &f) != TP_FORECAST_DONE) {
    TP_TELL_ALONE(g, FORECAST_LOST);
    return;
  }
  TP_SAY(ahead, sizeof ahead, f.horizon == 1 ? TP_SAY_COST_TURN : TP_SAY_COST_TURNS,
         TP_WHOLE(f.horizon));
  TP_TELL(g, FORECAST, tp_text_order_title(g, order), ahead, TP_WHOLE(f.rollouts));
  if (order.kind == TP_ORDER_ACT)
    tp_text_saw(g, TP_MARK_FORECAST, order.id);
  for (int i = 0; i < f.line_count; i++)
    say_line(g, &f, i);
  for (int i = 0; i < f.gain_count; i++)
    say_goal(g, &f.lines[f.line_count + i]);
  tp_session_crisis_ways(g->s, f.crisis[1], ways, sizeof ways);
  if (ways[0] && order.kind == TP_ORDER_MOVE)
    tp_text_say(g, ways);
  struct tp_verdict verdict = tp_session_check(g->s, order);
  if (verdict.refusal >= TP_NO_BUDGET && verdict.refusal <= TP_NO_ATTENTION) {
    tp_session_reason(g->s, verdict, reason, sizeof reason);
    TP_TELL(g, FORECAST_AS_IF, reason);
  }
}
