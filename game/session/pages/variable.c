/* Pages of variables: what one is, where it is heading and by which weights, what it moves. */
#include "session/pages/parts.h"

#include "core/equation.h"
#include "data/address.h"
#include "session/inputs.h"

#include <stdio.h>
#include <string.h>

/* Does a name end with what is to be said of it? "Russia: control" needs no "control". */
static int says_already(const char *what, const char *how) {
  size_t longer = strlen(what), shorter = strlen(how);
  return shorter <= longer && strcmp(what + longer - shorter, how) == 0;
}

/* "Energy price · energy bill": the variable it leads to, and by which cause. */
static void add_cause(struct tp_page *page, const struct tp_rules *r, const struct tp_row *row,
                      int leads_to, const char *figure) {
  char what[TP_WORDING_MAX], how[TP_WORDING_MAX], text[2 * TP_WORDING_MAX + 16];
  tp_wording_cause_apart(r, row, what, sizeof what, how, sizeof how);
  if (leads_to == row->slot || !how[0]) {
    tp_wording_variable(r, leads_to, what, sizeof what);
    if (row->source == page->ref.which)
      TP_SAY(how, sizeof how, TP_SAY_VALUE_INDEX, tp_wording_cause_name((enum tp_cause)row->cause));
    else
      tp_wording_cause(r, row, how, sizeof how);
  }
  if (says_already(what, how))
    TP_SAY(text, sizeof text, TP_SAY_VALUE_INDEX, what);
  else
    TP_SAY(text, sizeof text, TP_SAY_PAGE_HOW, what, how);
  tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_VARIABLE, leads_to), tp_phrase_capital(text),
              figure);
}

static struct tp_row row_of_term(const struct tp_rules *r, int slot, int term) {
  const struct tp_origin *origin = &r->system->origins[term];
  return (struct tp_row){.slot = (int16_t)slot,
                         .source = origin->source,
                         .cause = origin->cause,
                         .which = origin->which};
}

/* "+0.40 ×", or "+0.40 × Russia: control ×" in a product of two. */
static void figure_of_term(const struct tp_rules *r, int index, double rate, char *text,
                           size_t size) {
  const struct tp_term *term = &r->system->terms[index];
  char weight[TP_FIGURE_MAX], other[TP_WORDING_MAX];
  tp_page_weight(weight, term->gain / rate);
  if (term->b == TP_NONE) {
    TP_SAY(text, size, TP_SAY_PAGE_TIMES, weight);
    return;
  }
  int source = r->system->origins[index].source;
  tp_wording_variable_short(r, term->a == source ? term->b : term->a, other, sizeof other);
  TP_SAY(text, size, TP_SAY_PAGE_TIMES_BOTH, weight, other);
}

static void add_equation(struct tp_page *page, const struct tp_rules *r, int slot) {
  char text[TP_WORDING_MAX], figure[TP_FIGURE_MAX];
  int equation = r->system->of[slot];
  double rate = equation == TP_NONE ? 0 : r->system->rate[equation];
  if (rate <= 0)
    return;
  const struct tp_equation *e = &r->system->equations[equation];
  tp_page_head(page, TP_SAY_PAGE_EQUATION);
  TP_SAY(text, sizeof text, TP_SAY_PAGE_RATE, TP_FIGURE(100 * rate));
  tp_page_text(page, text);
  tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase(TP_SAY_PAGE_OFFSET),
              tp_page_weight(figure, r->offset[slot]));
  for (int i = e->first; i < tp_equation_end(e); i++) {
    struct tp_row row = row_of_term(r, slot, i);
    char weight[TP_WORDING_MAX];
    figure_of_term(r, i, rate, weight, sizeof weight);
    add_cause(page, r, &row, row.source >= 0 ? row.source : r->system->terms[i].a, weight);
  }
  if (e->ceiling != TP_NONE)
    tp_page_slot(page, r, e->ceiling, tp_phrase(TP_SAY_PAGE_CEILING));
}

/* --- derived ones --- */

struct telling {
  struct tp_page *page;
  const struct tp_rules *r;
  int slot;
  int uses; /* 1: what it has a part in is wanted, 0: what it is computed from */
};

static void tell_input(void *context, const struct tp_row *row) {
  const struct telling *t = context;
  if (t->uses && row->source == t->slot)
    add_cause(t->page, t->r, row, row->slot, "");
  else if (!t->uses && row->slot == t->slot)
    add_cause(t->page, t->r, row, row->source, "");
}

/* --- what it moves --- */

static void add_uses(struct tp_page *page, const struct tp_rules *r, int slot) {
  struct telling telling = {page, r, slot, 1};
  tp_page_head(page, TP_SAY_PAGE_USES);
  for (int i = 0; i < r->system->equation_count; i++) {
    const struct tp_equation *e = &r->system->equations[i];
    double rate = r->system->rate[i];
    for (int k = e->first; rate > 0 && k < tp_equation_end(e); k++) {
      char figure[TP_WORDING_MAX];
      if (r->system->terms[k].a != slot && r->system->terms[k].b != slot)
        continue;
      struct tp_row row = row_of_term(r, e->slot, k);
      tp_page_weight(figure, r->system->terms[k].gain / rate);
      add_cause(page, r, &row, e->slot, figure);
    }
  }
  tp_inputs_each(r, slot, tell_input, &telling);
}

static void add_influences(struct tp_page *page, const struct tp_rules *r, int slot) {
  tp_page_head(page, TP_SAY_PAGE_INFLUENCES);
  for (int i = 0; i < r->influence_count; i++) {
    const struct tp_influence *influence = &r->influences[i];
    char figure[TP_FIGURE_MAX];
    if (influence->to != slot && influence->from != slot)
      continue;
    tp_page_text(page, influence->words.text);
    tp_page_slot(page, r, influence->to == slot ? influence->from : influence->to,
                 tp_page_weight(figure, influence->gain));
  }
}

static void add_change(struct tp_page *page, const struct tp_rules *r, struct tp_span effects,
                       int slot, struct tp_page_ref to, const char *title) {
  for (int i = 0; i < effects.count; i++) {
    const struct tp_effect *effect = &r->effects[effects.first + i];
    char figure[TP_FIGURE_MAX];
    if (effect->slot != slot)
      continue;
    if (effect->op == TP_SET)
      tp_page_add(page, TP_PART_ROW, to, title, tp_wording_number(effect->value, figure));
    else
      tp_page_add(page, TP_PART_ROW, to, title, tp_page_weight(figure, effect->value));
  }
}

static void add_changes(struct tp_page *page, const struct tp_rules *r, int slot) {
  tp_page_head(page, TP_SAY_PAGE_BY_ACTIONS);
  for (int i = 0; i < r->action_count; i++) {
    const struct tp_action *a = &r->actions[i];
    const struct tp_span spans[] = {a->effects, a->each_turn, a->at_end, a->failure};
    for (int k = 0; k < 4; k++)
      add_change(page, r, spans[k], slot, tp_page_of(TP_PAGE_ACTION, i), a->words.title);
  }
  tp_page_head(page, TP_SAY_PAGE_BY_EVENTS);
  for (int i = 0; i < r->event_count; i++) {
    const struct tp_event *e = &r->events[i];
    add_change(page, r, e->effects, slot, tp_page_of(TP_PAGE_EVENT, i), e->words.title);
    for (int k = 0; k < e->options.count; k++) {
      const struct tp_option *option = &r->options[e->options.first + k];
      char chosen[TP_WORDING_MAX];
      TP_SAY(chosen, sizeof chosen, TP_SAY_PAGE_HOW, e->words.title, option->words.title);
      add_change(page, r, option->effects, slot, tp_page_of(TP_PAGE_EVENT, i), chosen);
    }
  }
}

static const char *sign_of(int op) {
  switch ((enum tp_operator)op) {
  case TP_LESS_EQUAL:
    return "\xe2\x89\xa4";
  case TP_MORE_EQUAL:
    return "\xe2\x89\xa5";
  case TP_NOT_EQUAL:
    return "\xe2\x89\xa0";
  default:
    return tp_operator_sign((enum tp_operator)op);
  }
}

static void add_condition(struct tp_page *page, const struct tp_rules *r, struct tp_span when,
                          int slot, enum tp_page_kind kind, int which, const char *title) {
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    char figure[80];
    if (c->slot != slot)
      continue;
    snprintf(figure, sizeof figure, "%s %s", sign_of(c->op), TP_FIGURE(c->value));
    tp_page_add(page, TP_PART_ROW, tp_page_of(kind, which), title, figure);
  }
}

static void add_conditions(struct tp_page *page, const struct tp_rules *r, int slot) {
  tp_page_head(page, TP_SAY_PAGE_CONDITION_OF);
  for (int i = 0; i < r->objective_count; i++)
    add_condition(page, r, r->objectives[i].when, slot, TP_PAGE_OBJECTIVE, i,
                  r->objectives[i].words.title);
  for (int i = 0; i < r->ending_count; i++)
    add_condition(page, r, r->endings[i].when, slot, TP_PAGE_ENDING, i, r->endings[i].words.title);
  for (int i = 0; i < r->action_count; i++)
    add_condition(page, r, r->actions[i].when, slot, TP_PAGE_ACTION, i, r->actions[i].words.title);
  for (int i = 0; i < r->event_count; i++)
    add_condition(page, r, r->events[i].when, slot, TP_PAGE_EVENT, i, r->events[i].words.title);
}

/* --- the pages --- */

/* Whose it is: rows to an actor, a claim. */
static void add_subject(struct tp_page *page, const struct tp_rules *r, int slot) {
  struct tp_slot s = r->slots[slot];
  int actors[2] = {TP_NONE, TP_NONE};
  if (s.scope == TP_ON_ACTOR)
    actors[0] = s.subject;
  if (s.scope == TP_ON_VIEW)
    actors[0] = r->views[s.subject].from, actors[1] = r->views[s.subject].to;
  if (s.scope == TP_ON_TIE)
    actors[0] = r->ties[s.subject].a, actors[1] = r->ties[s.subject].b;
  for (int i = 0; i < 2 && actors[i] != TP_NONE; i++)
    tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_ACTOR, actors[i]),
                r->actors[actors[i]].words.title, tp_page_kind_name(TP_PAGE_ACTOR));
  if (s.scope == TP_ON_CLAIM)
    tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_CLAIM, s.subject),
                r->claims[s.subject].words.title, tp_page_kind_name(TP_PAGE_CLAIM));
}

static void add_range(struct tp_page *page, const struct tp_rules *r, int slot) {
  char low[80], high[80], text[200];
  tp_wording_value(r, slot, r->low[slot], low, sizeof low);
  tp_wording_value(r, slot, r->high[slot], high, sizeof high);
  TP_SAY(text, sizeof text, TP_SAY_PAGE_FROM_TO, low, high);
  tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase(TP_SAY_PAGE_RANGE), text);
}

static void add_standing(struct tp_page *page, const struct tp_session *s, int slot) {
  const struct tp_rules *r = tp_session_rules(s);
  char text[80];
  if (tp_session_hides(s, slot)) {
    tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase(TP_SAY_PAGE_NOW),
                tp_phrase(TP_SAY_PAGE_HIDDEN));
    return;
  }
  tp_wording_value(r, slot, tp_session_world(s)->v[slot], text, sizeof text);
  tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase(TP_SAY_PAGE_NOW), text);
  tp_wording_value(r, slot, r->start[slot], text, sizeof text);
  tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase(TP_SAY_PAGE_START), text);
}

void tp_page_write_variable(const struct tp_session *s, int slot, struct tp_page *page) {
  const struct tp_rules *r = tp_session_rules(s);
  struct tp_slot at = r->slots[slot];
  struct telling telling = {page, r, slot, 0};
  int family = tp_page_family_of(r, slot);
  char title[TP_WORDING_MAX];
  tp_page_text(page, tp_wording_meaning(r, slot));
  add_standing(page, s, slot);
  add_range(page, r, slot);
  add_subject(page, r, slot);
  if (at.scope != TP_ON_TRACK)
    tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_FAMILY, family),
                tp_page_title(s, tp_page_of(TP_PAGE_FAMILY, family), title, sizeof title),
                tp_page_kind_name(TP_PAGE_FAMILY));
  add_equation(page, r, slot);
  if (tp_inputs_is_derived(r, slot)) {
    tp_page_head(page, TP_SAY_PAGE_COMPUTED);
    tp_inputs_each(r, slot, tell_input, &telling);
  }
  if (at.scope != TP_ON_TRACK) {
    tp_page_mechanisms_of(page, family);
    tp_page_rules_of_family(page, r, family);
  }
  add_influences(page, r, slot);
  add_changes(page, r, slot);
  add_uses(page, r, slot);
  add_conditions(page, r, slot);
}

void tp_page_write_family(const struct tp_session *s, int which, struct tp_page *page) {
  const struct tp_rules *r = tp_session_rules(s);
  int first = 1;
  for (int slot = 0; slot < r->slot_count; slot++) {
    if (r->slots[slot].scope == TP_ON_TRACK || tp_page_family_of(r, slot) != which)
      continue;
    if (first) {
      tp_page_text(page, tp_wording_meaning(r, slot));
      tp_page_text(page, tp_inputs_is_derived(r, slot) ? tp_phrase(TP_SAY_PAGE_DERIVED) : "");
      add_range(page, r, slot);
      tp_page_mechanisms_of(page, which);
      tp_page_rules_of_family(page, r, which);
      tp_page_head(page, TP_SAY_PAGE_ALL_OF_IT);
    }
    first = 0;
    tp_page_value(page, s, slot);
  }
}
