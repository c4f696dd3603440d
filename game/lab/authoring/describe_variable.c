/* A variable in words: what it is, what moves it, what it moves. */
#include "core/equation.h"
#include "data/address.h"
#include "lab/authoring/describe.h"
#include "session/inputs.h"

static void say_meaning(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  const struct tp_variable *variable = tp_address_variable(r, slot);
  if (variable) {
    tp_paper_line(paper, "%s. %s", variable->title, variable->meaning);
  } else {
    const struct tp_words *words = &r->tracks[r->slots[slot].subject].words;
    tp_paper_line(paper, "%s. %s", words->title, words->text);
  }
  tp_paper_line(paper, "%.15g to %.15g%s%s; %s %s", r->low[slot], r->high[slot],
                variable ? " " : "", variable ? variable->unit : "",
                variable && variable->derived ? "computed each turn, at the start" : "starts at",
                tp_number_short(r->start[slot], 3).text);
}

static void say_term(struct tp_paper *paper, const struct tp_rules *r, int index, double rate) {
  const struct tp_term *term = &r->system->terms[index];
  const struct tp_origin *origin = &r->system->origins[index];
  const char *times = term->b == TP_NONE ? "" : " x ";
  tp_paper_line(paper, "%+.4g x %s%s%s: %s", term->gain / rate, r->slots[term->a].name, times,
                term->b == TP_NONE ? "" : r->slots[term->b].name,
                tp_cause_text((enum tp_cause)origin->cause));
}

static void say_equation(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  if (r->system->of[slot] == TP_NONE)
    return;
  const struct tp_equation *e = &r->system->equations[r->system->of[slot]];
  double rate = r->system->rate[r->system->of[slot]];
  tp_paper_heading(paper, "goes each turn a part of the way to the sum of");
  tp_paper_line(paper, "(the part: %g)", rate);
  tp_paper_line(paper, "%+.4g", r->offset[slot]);
  for (int i = e->first; rate > 0 && i < tp_equation_end(e); i++)
    say_term(paper, r, i, rate);
  if (e->ceiling != TP_NONE)
    tp_paper_line(paper, "but never above %s", r->slots[e->ceiling].name);
}

/* --- derived variables ----------------------------------------------------------------------- */

struct formula {
  struct tp_paper *paper;
  const struct tp_rules *r;
  int slot;
};

static void say_input(void *context, const struct tp_row *row) {
  const struct formula *formula = context;
  if (row->slot == formula->slot)
    tp_paper_line(formula->paper, "%s: %s", formula->r->slots[row->source].name,
                  tp_cause_text((enum tp_cause)row->cause));
}

static void say_formula(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  if (!tp_inputs_is_derived(r, slot))
    return;
  tp_paper_heading(paper, "computed from");
  tp_inputs_each(r, slot, say_input, &(struct formula){paper, r, slot});
}

/* --- what it moves --------------------------------------------------------------------------- */

static void say_uses(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  tp_paper_heading(paper, "has a part in the equations of");
  for (int i = 0; i < r->system->equation_count; i++) {
    const struct tp_equation *e = &r->system->equations[i];
    for (int k = e->first; k < tp_equation_end(&r->system->equations[i]); k++) {
      const struct tp_term *term = &r->system->terms[k];
      if (term->a != slot && term->b != slot)
        continue;
      int other = term->a == slot ? term->b : term->a;
      tp_paper_line(paper, "%s: %s%s%s", r->slots[e->slot].name,
                    tp_cause_text((enum tp_cause)r->system->origins[k].cause),
                    other == TP_NONE ? "" : ", times ",
                    other == TP_NONE ? "" : r->slots[other].name);
    }
  }
}

static void say_influences(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  tp_paper_heading(paper, "influences");
  for (int i = 0; i < r->influence_count; i++) {
    const struct tp_influence *influence = &r->influences[i];
    if (influence->to == slot || influence->from == slot)
      tp_paper_line(paper, "%s: %+g a turn per point of %s over its start: %s",
                    r->slots[influence->to].name, influence->gain, r->slots[influence->from].name,
                    influence->words.text);
  }
}

/* A line when the span of effects changes the slot. */
static void say_change(struct tp_paper *paper, const struct tp_rules *r, struct tp_span effects,
                       int slot, const char *name, const char *after) {
  for (int i = 0; i < effects.count; i++) {
    const struct tp_effect *effect = &r->effects[effects.first + i];
    if (effect->slot != slot)
      continue;
    tp_paper_line(paper, effect->op == TP_SET ? "%s: becomes %.15g%s" : "%s: %+g%s", name,
                  effect->value, after);
  }
}

static void say_changes(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  tp_paper_heading(paper, "changed by actions");
  for (int i = 0; i < r->action_count; i++) {
    const struct tp_action *a = &r->actions[i];
    say_change(paper, r, a->effects, slot, a->words.id, "");
    say_change(paper, r, a->each_turn, slot, a->words.id, " each turn");
    say_change(paper, r, a->at_end, slot, a->words.id, " at the end");
    say_change(paper, r, a->failure, slot, a->words.id, " when it fails");
  }
  tp_paper_heading(paper, "changed by events");
  for (int i = 0; i < r->event_count; i++) {
    const struct tp_event *e = &r->events[i];
    say_change(paper, r, e->effects, slot, e->words.id, "");
    for (int k = 0; k < e->options.count; k++) {
      const struct tp_option *option = &r->options[e->options.first + k];
      char after[80];
      snprintf(after, sizeof after, " with %s", option->words.id);
      say_change(paper, r, option->effects, slot, e->words.id, after);
    }
  }
}

static void say_when(struct tp_paper *paper, const struct tp_rules *r, struct tp_span when,
                     int slot, const char *kind, const char *id) {
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    if (c->slot == slot)
      tp_paper_line(paper, "%s %s: %s %.15g", kind, id, tp_operator_sign((enum tp_operator)c->op),
                    c->value);
  }
}

static void say_conditions(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  tp_paper_heading(paper, "a condition of");
  for (int i = 0; i < r->action_count; i++)
    say_when(paper, r, r->actions[i].when, slot, "action", r->actions[i].words.id);
  for (int i = 0; i < r->event_count; i++)
    say_when(paper, r, r->events[i].when, slot, "event", r->events[i].words.id);
  for (int i = 0; i < r->objective_count; i++)
    say_when(paper, r, r->objectives[i].when, slot, "objective", r->objectives[i].words.id);
  for (int i = 0; i < r->ending_count; i++)
    say_when(paper, r, r->endings[i].when, slot, "ending", r->endings[i].words.id);
}

static void say_weight(struct tp_paper *paper, const struct tp_rules *r, struct tp_span terms,
                       int slot, const char *what, const char *id) {
  for (int i = 0; i < terms.count; i++) {
    const struct tp_weight *term = &r->weights[terms.first + i];
    if (term->slot == slot)
      tp_paper_line(paper, "%s %s: %+g", what, id, term->weight);
  }
}

static void say_weighed(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  tp_paper_heading(paper, "weighed by");
  for (int i = 0; i < r->action_count; i++) {
    const struct tp_action *a = &r->actions[i];
    say_weight(paper, r, a->chance_terms, slot, "the chance of", a->words.id);
    say_weight(paper, r, a->reflex_terms, slot, "the reflex policy for", a->words.id);
  }
}

void tp_describe_readers(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  say_uses(paper, r, slot);
  say_influences(paper, r, slot);
  say_conditions(paper, r, slot);
  say_weighed(paper, r, slot);
}

void tp_describe_variable(struct tp_paper *paper, const struct tp_rules *r, int slot) {
  say_meaning(paper, r, slot);
  say_equation(paper, r, slot);
  say_formula(paper, r, slot);
  say_uses(paper, r, slot);
  say_influences(paper, r, slot);
  say_changes(paper, r, slot);
  say_conditions(paper, r, slot);
}
