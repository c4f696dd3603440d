/* Actions, events, actors and the rest, in words. */
#include "lab/authoring/describe.h"

#include "core/order.h"
#include "data/arena.h"
#include "lab/games/run_report.h"

#include <stdlib.h>

static void say_conditions(struct tp_sheet *sheet, const struct tp_rules *r, struct tp_span when) {
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    tp_sheet_line(sheet, "%s %s %.15g", r->slots[c->slot].name,
                  tp_operator_sign((enum tp_operator)c->op), c->value);
  }
}

static void say_effects(struct tp_sheet *sheet, const struct tp_rules *r, struct tp_span effects,
                        const char *after) {
  for (int i = 0; i < effects.count; i++) {
    const struct tp_effect *effect = &r->effects[effects.first + i];
    if (effect->op == TP_SET)
      tp_sheet_line(sheet, "%s = %.15g%s", r->slots[effect->slot].name, effect->value, after);
    else
      tp_sheet_line(sheet, "%s %+g%s", r->slots[effect->slot].name, effect->value, after);
  }
}

static void say_weights(struct tp_sheet *sheet, const struct tp_rules *r, struct tp_span terms) {
  for (int i = 0; i < terms.count; i++) {
    const struct tp_weight *term = &r->weights[terms.first + i];
    tp_sheet_line(sheet, "%+g x %s", term->weight, r->slots[term->slot].name);
  }
}

static void say_words(struct tp_sheet *sheet, const struct tp_words *words) {
  if (words->title[0])
    tp_sheet_line(sheet, "%s", words->title);
  if (words->text[0])
    tp_sheet_line(sheet, "%s", words->text);
}

static void say_crisis(struct tp_sheet *sheet, const struct tp_rules *r, int challenger, int target,
                       const char *after) {
  if (challenger != TP_NONE)
    tp_sheet_line(sheet, "a crisis opens, %s against %s%s", r->actors[challenger].words.id,
                  r->actors[target].words.id, after);
}

static void say_next(struct tp_sheet *sheet, const struct tp_rules *r, int then, int delay,
                     const char *after) {
  if (then != TP_NONE)
    tp_sheet_line(sheet, "%s follows in %d turn%s%s", r->events[then].words.id, delay,
                  delay == 1 ? "" : "s", after);
}

/* --- actions --------------------------------------------------------------------------------- */

static void say_terms_of_action(struct tp_sheet *sheet, const struct tp_rules *r,
                                const struct tp_action *a) {
  static const char *const votes[] = {"no vote", "a qualified majority", "unanimity"};
  tp_sheet_line(sheet, "by %s; costs budget %g, capital %g, attention %g; %s",
                r->actors[a->seat].words.id, a->budget, a->capital, a->attention, votes[a->vote]);
  if (a->turns)
    tp_sheet_line(sheet, "a programme of %d turns", a->turns);
  if (a->once)
    tp_sheet_line(sheet, "once a game");
  else if (a->cooldown)
    tp_sheet_line(sheet, "again after %d turns", a->cooldown);
  for (int i = 0; i < r->action_count; i++)
    if (tp_set_has(&a->excludes, i))
      tp_sheet_line(sheet, "not in the same turn as %s", r->actions[i].words.id);
}

static void say_success(struct tp_sheet *sheet, const struct tp_rules *r,
                        const struct tp_action *a) {
  tp_sheet_heading(sheet, "chance of success");
  if (a->wedge != TP_NONE) {
    const struct tp_tie *tie = &r->ties[a->wedge];
    tp_sheet_line(sheet, "a wedge between %s and %s: by the coefficients wedge.*",
                  r->actors[tie->a].words.id, r->actors[tie->b].words.id);
  } else if (a->chance < 1 || a->chance_terms.count > 0) {
    tp_sheet_line(sheet, "%g", a->chance);
    say_weights(sheet, r, a->chance_terms);
  }
}

static void say_stances(struct tp_sheet *sheet, const struct tp_rules *r, int action) {
  struct tp_world *start = tp_memory_resize(NULL, r->world_size);
  struct tp_ballot ballot;
  tp_world_start(r, start, 0);
  tp_council_poll(r, start, action, &ballot);
  free(start);
  if (ballot.members == 0)
    return;
  tp_sheet_heading(sheet, "members' stances at the start (for above the margin of council.margin)");
  for (int i = 0; i < ballot.members; i++)
    tp_sheet_line(sheet, "%s %+.1f", r->actors[ballot.member[i]].words.id, ballot.score[i]);
}

void tp_describe_action(struct tp_sheet *sheet, const struct tp_rules *r, int action) {
  const struct tp_action *a = &r->actions[action];
  say_words(sheet, &a->words);
  say_terms_of_action(sheet, r, a);
  tp_sheet_heading(sheet, "possible when");
  say_conditions(sheet, r, a->when);
  say_success(sheet, r, a);
  tp_sheet_heading(sheet, "effects");
  say_effects(sheet, r, a->effects, "");
  say_effects(sheet, r, a->each_turn, " each turn");
  say_effects(sheet, r, a->at_end, " at the end");
  tp_sheet_heading(sheet, "effects when it fails");
  say_effects(sheet, r, a->failure, "");
  say_stances(sheet, r, action);
  tp_sheet_heading(sheet, "what the reflex policy goes by");
  tp_sheet_line(sheet, "%+g", a->reflex);
  say_weights(sheet, r, a->reflex_terms);
}

/* --- events ---------------------------------------------------------------------------------- */

static void say_options(struct tp_sheet *sheet, const struct tp_rules *r,
                        const struct tp_event *e) {
  for (int i = 0; i < e->options.count; i++) {
    const struct tp_option *option = &r->options[e->options.first + i];
    char after[80];
    snprintf(after, sizeof after, " with %s", option->words.id);
    tp_sheet_line(sheet, "%s: %s", option->words.id, option->words.title);
    say_effects(sheet, r, option->effects, after);
    say_crisis(sheet, r, option->crisis_challenger, option->crisis_target, after);
    say_next(sheet, r, option->then, option->delay, after);
  }
}

void tp_describe_event(struct tp_sheet *sheet, const struct tp_rules *r, int event) {
  const struct tp_event *e = &r->events[event];
  say_words(sheet, &e->words);
  if (e->at != TP_NONE)
    tp_sheet_line(sheet, "in turn %d", e->at);
  else if (e->chance > 0)
    tp_sheet_line(sheet, "%g %% a turn while its conditions hold", 100 * e->chance);
  else
    tp_sheet_line(sheet, "only when called");
  if (e->once)
    tp_sheet_line(sheet, "once a game");
  else if (e->cooldown)
    tp_sheet_line(sheet, "again after %d turns", e->cooldown);
  tp_sheet_heading(sheet, "when");
  say_conditions(sheet, r, e->when);
  tp_sheet_heading(sheet, "effects");
  say_effects(sheet, r, e->effects, "");
  say_crisis(sheet, r, e->crisis_challenger, e->crisis_target, "");
  say_next(sheet, r, e->then, e->delay, "");
  tp_sheet_heading(sheet, "options");
  if (e->seat != TP_NONE)
    tp_sheet_line(sheet, "%s decides", r->actors[e->seat].words.id);
  say_options(sheet, r, e);
}

/* --- the rest -------------------------------------------------------------------------------- */

void tp_describe_actor(struct tp_sheet *sheet, const struct tp_rules *r, int actor) {
  static const char *const kinds[] = {"a power", "a union", "a member", "a partner"};
  const struct tp_actor *a = &r->actors[actor];
  say_words(sheet, &a->words);
  tp_sheet_line(sheet, "%s%s%s; %g %% of world output, %g million people", kinds[a->kind],
                a->is_seat ? ", with a seat" : "", a->votes ? ", with a vote" : "", a->size,
                a->population);
  if (a->is_seat)
    tp_sheet_line(sheet, "income a turn: budget %g, capital %g, attention %g", a->income_budget,
                  a->income_capital, a->income_attention);
  tp_sheet_heading(sheet, "variables at the start");
  for (int i = 0; i < a->variables; i++)
    tp_sheet_line(sheet, "%s %s", r->slots[a->slot + i].name,
                  tp_number_short(r->start[a->slot + i], 2).text);
  tp_sheet_heading(sheet, "claims");
  for (int i = 0; i < a->claims.count; i++)
    tp_sheet_line(sheet, "%s: %s", r->claims[a->claims.first + i].words.id,
                  r->claims[a->claims.first + i].words.text);
  tp_sheet_heading(sheet, "actions");
  for (int i = 0; i < a->actions.count; i++)
    tp_sheet_line(sheet, "%s", r->actions[r->repertoire[a->actions.first + i]].words.id);
  tp_sheet_heading(sheet, "goals of its policies");
  say_weights(sheet, r, a->goals);
}

void tp_describe_coefficient(struct tp_sheet *sheet, const struct tp_rules *r, int index) {
  int count;
  const struct tp_coefficient *coefficient = &tp_coefficients(&count)[index];
  struct tp_coefficients values = r->coefficient;
  tp_sheet_line(sheet, "%s", coefficient->meaning);
  tp_sheet_line(sheet, "%.15g, of %.15g to %.15g", *tp_coefficient_at(&values, index),
                coefficient->low, coefficient->high);
}

void tp_describe_ending(struct tp_sheet *sheet, const struct tp_rules *r, int ending) {
  const struct tp_ending *e = &r->endings[ending];
  say_words(sheet, &e->words);
  tp_sheet_line(sheet, "%s%s", tp_result_name((enum tp_result)e->result),
                e->final ? ", considered when the last turn is over" : "");
  tp_sheet_heading(sheet, "when");
  say_conditions(sheet, r, e->when);
  if (e->lasting > 1)
    tp_sheet_line(sheet, "for %d turns", e->lasting);
}

void tp_describe_objective(struct tp_sheet *sheet, const struct tp_rules *r, int objective) {
  const struct tp_objective *o = &r->objectives[objective];
  say_words(sheet, &o->words);
  tp_sheet_heading(sheet, "when");
  say_conditions(sheet, r, o->when);
  if (o->lasting > 1)
    tp_sheet_line(sheet, "for %d turns", o->lasting);
}

static void say_counts(struct tp_sheet *sheet, const struct tp_rules *r) {
  tp_sheet_heading(sheet, "holds");
  tp_sheet_line(sheet, "%d variables", r->slot_count);
  tp_sheet_line(sheet, "%d actors, %d ties, %d views", r->actor_count, r->tie_count, r->view_count);
  tp_sheet_line(sheet, "%d claims, %d tracks, %d influences", r->claim_count, r->track_count,
                r->influence_count);
  tp_sheet_line(sheet, "%d actions, %d events", r->action_count, r->event_count);
  tp_sheet_line(sheet, "%d objectives, %d endings", r->objective_count, r->ending_count);
}

void tp_describe_scenario(struct tp_sheet *sheet, const struct tp_scenario *scenario) {
  const struct tp_rules *r = scenario->rules;
  say_words(sheet, &r->words);
  tp_sheet_line(sheet, "%d turns from %d-Q%d; played by %s", r->turns, r->start_year,
                r->start_quarter, r->actors[r->player].words.id);
  say_counts(sheet, r);
  tp_sheet_heading(sheet, "seats");
  for (int i = 0; i < r->actor_count; i++) {
    if (r->actors[i].is_seat)
      tp_sheet_line(sheet, "%s: %d actions", r->actors[i].words.id, r->actors[i].actions.count);
  }
  tp_sheet_heading(sheet, "endings");
  for (int i = 0; i < r->ending_count; i++)
    tp_sheet_line(sheet, "%s (%s): %s", r->endings[i].words.id,
                  tp_result_name((enum tp_result)r->endings[i].result), r->endings[i].words.title);
  tp_sheet_heading(sheet, "files");
  for (int i = 0; i < scenario->chain_count; i++)
    tp_sheet_line(sheet, "%s", scenario->chain[i]);
  tp_sheet_heading(sheet, "sources");
  for (int i = 0; i < scenario->source_count; i++)
    tp_sheet_line(sheet, "%s", scenario->sources[i]);
}
