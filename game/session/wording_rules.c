/* Causes, conditions, effects, costs and votes. */
#include "session/wording.h"

#include "session/phrases.h"

#include <stdbool.h>
#include <string.h>

/* The title of what `which` names, by the kind of cause, or NULL. */
static const char *named(const struct tp_rules *r, const struct tp_row *row) {
  int which = row->which;
  if (which < 0)
    return NULL;
  switch ((enum tp_cause)row->cause) {
  case TP_CAUSE_ACTION:
  case TP_CAUSE_COST:
  case TP_CAUSE_WEDGE:
    return r->actions[which].words.title;
  case TP_CAUSE_EVENT:
    return r->events[which].words.title;
  case TP_CAUSE_OPTION:
    return r->options[which].words.title;
  case TP_CAUSE_INFLUENCE:
    return r->influences[which].words.text;
  case TP_CAUSE_FROM_CLAIM:
  case TP_CAUSE_CLAIM_WEIGHT:
    return r->claims[which].words.title;
  default:
    return NULL;
  }
}

/* What the language has for a cause: "cause.from-claim". */
const char *tp_wording_cause_name(enum tp_cause cause) {
  static const char *const names[] = {
#define NAME(ID, text) #ID,
      TP_CAUSES(NAME)
#undef NAME
  };
  char key[80] = "cause.";
  size_t at = strlen(key);
  for (const char *p = names[cause]; *p && at + 1 < sizeof key; p++)
    key[at++] = *p == '_' ? '-' : (char)(*p - 'A' + 'a');
  key[at] = '\0';
  return tp_phrase_text(key);
}

void tp_wording_cause(const struct tp_rules *r, const struct tp_row *row, char *text, size_t size) {
  char source[TP_WORDING_MAX] = "";
  const char *cause = tp_wording_cause_name((enum tp_cause)row->cause), *name = named(r, row);
  if (row->source >= 0)
    tp_wording_variable(r, row->source, source, sizeof source);
  if (row->cause == TP_CAUSE_ECHO && row->which >= 0)
    TP_SAY(text, size, TP_SAY_CAUSE_ECHO, cause, r->actors[row->which].words.title, source);
  else if (row->cause == TP_CAUSE_INFLUENCE && name && name[0])
    TP_SAY(text, size, TP_SAY_CAUSE_FROM, name, source);
  else if (name && name[0])
    TP_SAY(text, size, TP_SAY_CAUSE_NAMED, cause, name);
  else if (source[0])
    TP_SAY(text, size, TP_SAY_CAUSE_FROM, cause, source);
  else
    TP_SAY(text, size, TP_SAY_VALUE_INDEX, cause);
}

void tp_wording_cause_apart(const struct tp_rules *r, const struct tp_row *row, char *what,
                            size_t what_size, char *how, size_t how_size) {
  const char *cause = tp_wording_cause_name((enum tp_cause)row->cause), *name = named(r, row);
  bool echo = row->cause == TP_CAUSE_ECHO && row->which >= 0;
  TP_SAY(what, what_size, TP_SAY_VALUE_INDEX, cause);
  how[0] = '\0';
  if (row->cause == TP_CAUSE_INFLUENCE && name && name[0] && row->source >= 0) {
    tp_wording_variable(r, row->source, what, what_size);
    TP_SAY(how, how_size, TP_SAY_VALUE_INDEX, name);
  } else if (echo || (name && name[0])) {
    TP_SAY(what, what_size, TP_SAY_VALUE_INDEX, echo ? r->actors[row->which].words.title : name);
    TP_SAY(how, how_size, TP_SAY_VALUE_INDEX, cause);
  } else if (row->source >= 0) {
    tp_wording_variable(r, row->source, what, what_size);
    TP_SAY(how, how_size, TP_SAY_VALUE_INDEX, cause);
  }
}

static const enum tp_phrase conditions[TP_OPERATORS] = {
    [TP_LESS] = TP_SAY_LESS,
    [TP_LESS_EQUAL] = TP_SAY_LESS_EQUAL,
    [TP_MORE] = TP_SAY_MORE,
    [TP_EQUAL] = TP_SAY_EQUAL,
    [TP_MORE_EQUAL] = TP_SAY_MORE_EQUAL,
    [TP_NOT_EQUAL] = TP_SAY_NOT_EQUAL,
};

static const enum tp_phrase dates[TP_OPERATORS] = {
    [TP_LESS] = TP_SAY_DATE_LESS,
    [TP_LESS_EQUAL] = TP_SAY_DATE_LESS_EQUAL,
    [TP_MORE] = TP_SAY_DATE_MORE,
    [TP_EQUAL] = TP_SAY_DATE_EQUAL,
    [TP_MORE_EQUAL] = TP_SAY_DATE_MORE_EQUAL,
    [TP_NOT_EQUAL] = TP_SAY_DATE_NOT_EQUAL,
};

/* Of ladders, whose values are names. */
static const enum tp_phrase steps[TP_OPERATORS] = {
    [TP_LESS] = TP_SAY_STEP_LESS,
    [TP_LESS_EQUAL] = TP_SAY_STEP_LESS_EQUAL,
    [TP_MORE] = TP_SAY_STEP_MORE,
    [TP_EQUAL] = TP_SAY_STEP_EQUAL,
    [TP_MORE_EQUAL] = TP_SAY_STEP_MORE_EQUAL,
    [TP_NOT_EQUAL] = TP_SAY_STEP_NOT_EQUAL,
};

void tp_wording_condition(const struct tp_rules *r, const struct tp_condition *c, char *text,
                          size_t size) {
  char name[TP_WORDING_MAX], value[64];
  tp_wording_variable(r, c->slot, name, sizeof name);
  tp_wording_value(r, c->slot, c->value, value, sizeof value);
  if (c->slot == tp_world_slot(r, TP_TURN))
    TP_SAY(text, size, dates[c->op], value);
  else if (tp_wording_is_ladder(r, c->slot))
    TP_SAY(text, size, steps[c->op], name, value);
  else
    TP_SAY(text, size, conditions[c->op], name, value);
}

void tp_wording_effect(const struct tp_rules *r, const struct tp_effect *effect, char *text,
                       size_t size) {
  char name[TP_WORDING_MAX], value[64];
  tp_wording_variable(r, effect->slot, name, sizeof name);
  if (effect->op == TP_SET) {
    tp_wording_value(r, effect->slot, effect->value, value, sizeof value);
    TP_SAY(text, size, TP_SAY_EFFECT_SET, name, value);
  } else {
    tp_wording_change(effect->value, value, sizeof value);
    TP_SAY(text, size, TP_SAY_EFFECT_ADD, name, value);
  }
}

static void add_cost(char *text, size_t size, enum tp_phrase phrase, double amount) {
  char digits[TP_FIGURE_MAX], item[64];
  if (amount == 0)
    return;
  TP_SAY(item, sizeof item, phrase, tp_wording_number(amount, digits));
  tp_phrase_list(text, size, item);
}

void tp_wording_cost(const struct tp_rules *r, int action, char *text, size_t size) {
  const struct tp_action *a = &r->actions[action];
  text[0] = '\0';
  add_cost(text, size, TP_SAY_COST_BUDGET, a->budget);
  add_cost(text, size, TP_SAY_COST_CAPITAL, a->capital);
  add_cost(text, size, TP_SAY_COST_ATTENTION, a->attention);
  if (!text[0])
    tp_phrase_append(text, size, tp_phrase(TP_SAY_COST_NOTHING));
  add_cost(text, size, a->turns == 1 ? TP_SAY_COST_TURN : TP_SAY_COST_TURNS, a->turns);
}

static void list_members(const struct tp_rules *r, const struct tp_ballot *ballot,
                         enum tp_stance stance, enum tp_phrase phrase, char *text, size_t size) {
  char names[TP_WORDING_MAX] = "", part[TP_WORDING_MAX + 32];
  for (int i = 0; i < ballot->members; i++) {
    if (ballot->stance[i] == stance)
      tp_phrase_list_name(names, sizeof names, r->actors[ballot->member[i]].words.title);
  }
  if (!names[0])
    return;
  TP_SAY(part, sizeof part, phrase, names);
  tp_phrase_append(text, size, part);
}

void tp_wording_ballot(const struct tp_rules *r, int action, const struct tp_ballot *ballot,
                       char *text, size_t size) {
  enum tp_vote vote = (enum tp_vote)r->actions[action].vote;
  if (vote == TP_NO_VOTE || ballot->members == 0) {
    TP_SAY(text, size, TP_SAY_VOTE_NONE, "");
    return;
  }
  enum tp_phrase phrase = ballot->passes > 0   ? TP_SAY_BALLOT_PASSES
                          : ballot->passes < 0 ? TP_SAY_BALLOT_FAILS
                                               : TP_SAY_BALLOT_OPEN;
  TP_SAY(text, size, phrase, tp_wording_vote(vote), TP_WHOLE(ballot->states_for),
         TP_WHOLE(ballot->population_for));
  list_members(r, ballot, TP_UNSURE, TP_SAY_BALLOT_UNSURE, text, size);
  list_members(r, ballot, TP_AGAINST, TP_SAY_BALLOT_AGAINST, text, size);
}

void tp_wording_refused(const struct tp_rules *r, int action, char *text, size_t size) {
  const struct tp_action *a = &r->actions[action];
  char lost[TP_WORDING_MAX] = "", kept[64] = "", rest[64] = "", part[TP_WORDING_MAX];
  int turns = tp_order_rest(a);
  add_cost(lost, sizeof lost, TP_SAY_COST_CAPITAL, a->capital);
  add_cost(lost, sizeof lost, TP_SAY_COST_ATTENTION, a->attention);
  add_cost(kept, sizeof kept, TP_SAY_COST_BUDGET, a->budget);
  add_cost(rest, sizeof rest, turns == 1 ? TP_SAY_COST_TURN : TP_SAY_COST_TURNS, turns);
  TP_SAY(text, size, lost[0] ? TP_SAY_REFUSED_COSTS : TP_SAY_REFUSED_FREE, lost);
  if (kept[0])
    tp_phrase_append(text, size, TP_SAY(part, sizeof part, TP_SAY_REFUSED_KEEPS, kept));
  tp_phrase_append(text, size, TP_SAY(part, sizeof part, TP_SAY_REFUSED_RESTS, rest));
}

void tp_wording_order(const struct tp_rules *r, struct tp_order order, char *text, size_t size) {
  if (order.kind == TP_ORDER_ACT) {
    TP_SAY(text, size, TP_SAY_ORDER_ACT, r->actions[order.id].words.title);
  } else if (order.kind == TP_ORDER_ANSWER) {
    const struct tp_event *event = &r->events[order.id];
    TP_SAY(text, size, TP_SAY_ORDER_ANSWER, event->words.title,
           r->options[event->options.first + order.choice].words.title);
  } else {
    TP_SAY(text, size, TP_SAY_ORDER_MOVE, tp_wording_move((enum tp_crisis_move)order.choice));
  }
}
