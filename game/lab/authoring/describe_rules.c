/* Actions, events, actors and the rest, in words. */
#include "lab/authoring/describe.h"

#include "core/order.h"
#include "data/arena.h"
#include "lab/games/run_report.h"

#include <stdlib.h>

static void say_conditions(struct tp_paper *paper, const struct tp_rules *r, struct tp_span when) {
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    tp_paper_line(paper, "%s %s %.15g", r->slots[c->slot].name,
                  tp_operator_sign((enum tp_operator)c->op), c->value);
  }
}

static void say_effects(struct tp_paper *paper, const struct tp_rules *r, struct tp_span effects,
                        const char *after) {
  for (int i = 0; i < effects.count; i++) {
    const struct tp_effect *effect = &r->effects[effects.first + i];
    if (effect->op == TP_SET)
      tp_paper_line(paper, "%s = %.15g%s", r->slots[effect->slot].name, effect->value, after);
    else
      tp_paper_line(paper, "%s %+g%s", r->slots[effect->slot].name, effect->value, after);
  }
}

static void say_weights(struct tp_paper *paper, const struct tp_rules *r, struct tp_span terms) {
  for (int i = 0; i < terms.count; i++) {
    const struct tp_weight *term = &r->weights[terms.first + i];
    tp_paper_line(paper, "%+g x %s", term->weight, r->slots[term->slot].name);
  }
}

static void say_words(struct tp_paper *paper, const struct tp_words *words) {
  if (words->title[0])
    tp_paper_line(paper, "%s", words->title);
  if (words->text[0])
    tp_paper_line(paper, "%s", words->text);
}

static void say_crisis(struct tp_paper *paper, const struct tp_rules *r, int challenger, int target,
                       const char *after) {
  if (challenger != TP_NONE)
    tp_paper_line(paper, "a crisis opens, %s against %s%s", r->actors[challenger].words.id,
                  r->actors[target].words.id, after);
}

static void say_next(struct tp_paper *paper, const struct tp_rules *r, int then, int delay,
                     const char *after) {
  if (then != TP_NONE)
    tp_paper_line(paper, "%s follows in %d turn%s%s", r->events[then].words.id, delay,
                  delay == 1 ? "" : "s", after);
}

/* --- actions --------------------------------------------------------------------------------- */

static void say_terms_of_action(struct tp_paper *paper, const struct tp_rules *r,
                                const struct tp_action *a) {
  static const char *const votes[] = {"no vote", "a qualified majority", "unanimity"};
  tp_paper_line(paper, "by %s; costs budget %g, capital %g, attention %g; %s",
                r->actors[a->seat].words.id, a->budget, a->capital, a->attention, votes[a->vote]);
  if (a->turns)
    tp_paper_line(paper, "a programme of %d turns", a->turns);
  if (a->once)
    tp_paper_line(paper, "once a game");
  else if (a->cooldown)
    tp_paper_line(paper, "again after %d turns", a->cooldown);
  for (int i = 0; i < r->action_count; i++)
    if (tp_set_has(&a->excludes, i))
      tp_paper_line(paper, "not in the same turn as %s", r->actions[i].words.id);
}

static void say_success(struct tp_paper *paper, const struct tp_rules *r,
                        const struct tp_action *a) {
  tp_paper_heading(paper, "chance of success");
  if (a->wedge != TP_NONE) {
    const struct tp_tie *tie = &r->ties[a->wedge];
    tp_paper_line(paper, "a wedge between %s and %s: by the coefficients wedge.*",
                  r->actors[tie->a].words.id, r->actors[tie->b].words.id);
  } else if (a->chance < 1 || a->chance_terms.count > 0) {
    tp_paper_line(paper, "%g", a->chance);
    say_weights(paper, r, a->chance_terms);
  }
}

static void say_stances(struct tp_paper *paper, const struct tp_rules *r, int action) {
  struct tp_world *start = tp_memory_resize(NULL, r->world_size);
  struct tp_ballot ballot;
  tp_world_start(r, start, 0);
  tp_council_poll(r, start, action, &ballot);
  free(start);
  if (ballot.members == 0)
    return;
  tp_paper_heading(paper, "members' stances at the start (for above the margin of council.margin)");
  for (int i = 0; i < ballot.members; i++)
    tp_paper_line(paper, "%s %+.1f", r->actors[ballot.member[i]].words.id, ballot.score[i]);
}

void tp_describe_action(struct tp_paper *paper, const struct tp_rules *r, int action) {
  const struct tp_action *a = &r->actions[action];
  say_words(paper, &a->words);
  say_terms_of_action(paper, r, a);
  tp_paper_heading(paper, "possible when");
  say_conditions(paper, r, a->when);
  say_success(paper, r, a);
  tp_paper_heading(paper, "effects");
  say_effects(paper, r, a->effects, "");
  say_effects(paper, r, a->each_turn, " each turn");
  say_effects(paper, r, a->at_end, " at the end");
  tp_paper_heading(paper, "effects when it fails");
  say_effects(paper, r, a->failure, "");
  say_stances(paper, r, action);
  tp_paper_heading(paper, "what the reflex policy goes by");
  tp_paper_line(paper, "%+g", a->reflex);
  say_weights(paper, r, a->reflex_terms);
}

/* --- events ---------------------------------------------------------------------------------- */

static void say_options(struct tp_paper *paper, const struct tp_rules *r,
                        const struct tp_event *e) {
  for (int i = 0; i < e->options.count; i++) {
    const struct tp_option *option = &r->options[e->options.first + i];
    char after[80];
    snprintf(after, sizeof after, " with %s", option->words.id);
    tp_paper_line(paper, "%s: %s", option->words.id, option->words.title);
    say_effects(paper, r, option->effects, after);
    say_crisis(paper, r, option->crisis_challenger, option->crisis_target, after);
    say_next(paper, r, option->then, option->delay, after);
  }
}

void tp_describe_event(struct tp_paper *paper, const struct tp_rules *r, int event) {
  const struct tp_event *e = &r->events[event];
  say_words(paper, &e->words);
  if (e->at != TP_NONE)
    tp_paper_line(paper, "in turn %d", e->at);
  else if (e->chance > 0)
    tp_paper_line(paper, "%g %% a turn while its conditions hold", 100 * e->chance);
  else
    tp_paper_line(paper, "only when called");
  if (e->once)
    tp_paper_line(paper, "once a game");
  else if (e->cooldown)
    tp_paper_line(paper, "again after %d turns", e->cooldown);
  tp_paper_heading(paper, "when");
  say_conditions(paper, r, e->when);
  tp_paper_heading(paper, "effects");
  say_effects(paper, r, e->effects, "");
  say_crisis(paper, r, e->crisis_challenger, e->crisis_target, "");
  say_next(paper, r, e->then, e->delay, "");
  tp_paper_heading(paper, "options");
  if (e->seat != TP_NONE)
    tp_paper_line(paper, "%s decides", r->actors[e->seat].words.id);
  say_options(paper, r, e);
}

/* --- the rest -------------------------------------------------------------------------------- */

void tp_describe_actor(struct tp_paper *paper, const struct tp_rules *r, int actor) {
  static const char *const kinds[] = {"a power", "a union", "a member", "a partner"};
  const struct tp_actor *a = &r->actors[actor];
  say_words(paper, &a->words);
  tp_paper_line(paper, "%s%s%s; %g %% of world output, %g million people", kinds[a->kind],
                a->is_seat ? ", with a seat" : "", a->votes ? ", with a vote" : "", a->size,
                a->population);
  if (a->is_seat)
    tp_paper_line(paper, "income a turn: budget %g, capital %g, attention %g", a->income_budget,
                  a->income_capital, a->income_attention);
  tp_paper_heading(paper, "variables at the start");
  for (int i = 0; i < a->variables; i++)
    tp_paper_line(paper, "%s %s", r->slots[a->slot + i].name,
                  tp_number_short(r->start[a->slot + i], 2).text);
  tp_paper_heading(paper, "claims");
  for (int i = 0; i < a->claims.count; i++)
    tp_paper_line(paper, "%s: %s", r->claims[a->claims.first + i].words.id,
                  r->claims[a->claims.first + i].words.text);
  tp_paper_heading(paper, "actions");
  for (int i = 0; i < a->actions.count; i++)
    tp_paper_line(paper, "%s", r->actions[r->repertoire[a->actions.first + i]].words.id);
  tp_paper_heading(paper, "goals of its policies");
  say_weights(paper, r, a->goals);
}

void tp_describe_coefficient(struct tp_paper *paper, const struct tp_rules *r, int index) {
  int count;
  const struct tp_coefficient *coefficient = &tp_coefficients(&count)[index];
  struct tp_coefficients values = r->coefficient;
  tp_paper_line(paper, "%s", coefficient->meaning);
  tp_paper_line(paper, "%.15g, of %.15g to %.15g", *tp_coefficient_at(&values, index),
                coefficient->low, coefficient->high);
}

void tp_describe_ending(struct tp_paper *paper, const struct tp_rules *r, int ending) {
  const struct tp_ending *e = &r->endings[ending];
  say_words(paper, &e->words);
  tp_paper_line(paper, "%s%s", tp_result_name((enum tp_result)e->result),
                e->final ? ", considered when the last turn is over" : "");
  tp_paper_heading(paper, "when");
  say_conditions(paper, r, e->when);
  if (e->lasting > 1)
    tp_paper_line(paper, "for %d turns", e->lasting);
}

void tp_describe_objective(struct tp_paper *paper, const struct tp_rules *r, int objective) {
  const struct tp_objective *o = &r->objectives[objective];
  say_words(paper, &o->words);
  tp_paper_heading(paper, "when");
  say_conditions(paper, r, o->when);
  if (o->lasting > 1)
    tp_paper_line(paper, "for %d turns", o->lasting);
}

static void say_counts(struct tp_paper *paper, const struct tp_rules *r) {
  tp_paper_heading(paper, "holds");
  tp_paper_line(paper, "%d variables", r->slot_count);
  tp_paper_line(paper, "%d actors, %d ties, %d views", r->actor_count, r->tie_count, r->view_count);
  tp_paper_line(paper, "%d claims, %d tracks, %d influences", r->claim_count, r->track_count,
                r->influence_count);
  tp_paper_line(paper, "%d actions, %d events", r->action_count, r->event_count);
  tp_paper_line(paper, "%d objectives, %d endings", r->objective_count, r->ending_count);
}

void tp_describe_scenario(struct tp_paper *paper, const struct tp_scenario *scenario) {
  const struct tp_rules *r = scenario->rules;
  say_words(paper, &r->words);
  tp_paper_line(paper, "%d turns from %d-Q%d; played by %s", r->turns, r->start_year,
                r->start_quarter, r->actors[r->player].words.id);
  say_counts(paper, r);
  tp_paper_heading(paper, "seats");
  for (int i = 0; i < r->actor_count; i++) {
    if (r->actors[i].is_seat)
      tp_paper_line(paper, "%s: %d actions", r->actors[i].words.id, r->actors[i].actions.count);
  }
  tp_paper_heading(paper, "endings");
  for (int i = 0; i < r->ending_count; i++)
    tp_paper_line(paper, "%s (%s): %s", r->endings[i].words.id,
                  tp_result_name((enum tp_result)r->endings[i].result), r->endings[i].words.title);
  tp_paper_heading(paper, "files");
  for (int i = 0; i < scenario->chain_count; i++)
    tp_paper_line(paper, "%s", scenario->chain[i]);
  tp_paper_heading(paper, "sources");
  for (int i = 0; i < scenario->source_count; i++)
    tp_paper_line(paper, "%s", scenario->sources[i]);
}
