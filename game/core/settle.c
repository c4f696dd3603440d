#include "core/phases.h"

#include <string.h>

/* Views, people ties, and the grip of actors without a story change only where a scenario or an
 * experiment says so. */
static int is_moved_by_rules_alone(const struct tp_rules *r, const struct tp_slot *slot) {
  int variable = slot->variable;
  if (slot->scope == TP_ON_VIEW)
    return variable != TP_MENACE;
  if (slot->scope == TP_ON_ACTOR && r->actors[slot->subject].claims.count == 0)
    return variable == TP_REVOLUTION_FEAR || variable == TP_CONTROL || variable == TP_EFFORT ||
           variable == TP_NARRATIVE;
  return slot->scope == TP_ON_TIE && variable == TP_PEOPLE;
}

static void mark_effects(const struct tp_rules *r, struct tp_span effects, uint8_t *moves) {
  for (int i = effects.first; i < effects.first + effects.count; i++)
    moves[r->effects[i].slot] = 1;
}

static void mark_actions_and_events(const struct tp_rules *r, uint8_t *moves) {
  for (int i = 0; i < r->action_count; i++) {
    mark_effects(r, r->actions[i].effects, moves);
    mark_effects(r, r->actions[i].each_turn, moves);
    mark_effects(r, r->actions[i].at_end, moves);
    mark_effects(r, r->actions[i].failure, moves);
  }
  for (int i = 0; i < r->event_count; i++) {
    mark_effects(r, r->events[i].effects, moves);
    struct tp_span options = r->events[i].options;
    for (int k = options.first; k < options.first + options.count; k++)
      mark_effects(r, r->options[k].effects, moves);
  }
}

static void mark_moving(const struct tp_rules *r, uint8_t *moves) {
  for (int i = 0; i < r->slot_count; i++)
    moves[i] = !is_moved_by_rules_alone(r, &r->slots[i]);
  mark_actions_and_events(r, moves);
  for (int i = 0; i < r->influence_count; i++)
    moves[r->influences[i].to] = 1;
  for (int i = 0; i < r->hold_count; i++)
    moves[r->holds[i].slot] = 1;
  for (int i = 0; i < r->scheduled_count; i++) {
    if (r->scheduled[i].slot != TP_NONE)
      moves[r->scheduled[i].slot] = 1;
  }
}

static void write_equations(const struct tp_rules *r, struct tp_system *system) {
  struct tp_author author = {.r = r, .system = system};
  mark_moving(r, author.moves);
  system->equation_count = system->term_count = system->overflow = 0;
  memset(system->groups, 0, sizeof system->groups);
  for (int i = 0; i < TP_SLOTS_MAX; i++)
    system->of[i] = TP_NONE;
  tp_write_economy(&author);
  tp_write_threat(&author);
  tp_write_narrative(&author);
  tp_write_contract(&author);
  tp_write_stability(&author);
  tp_write_ties(&author);
  tp_write_autonomy(&author);
  tp_write_deterrence(&author);
}

void tp_world_derive(const struct tp_rules *r, struct tp_world *w) {
  struct tp_turn t = {.r = r, .w = w, .v = w->v, .settling = 1};
  for (int pass = 0; pass < 4; pass++) /* some follow from others */
    tp_phase_world(&t);
}

/* Brings the derived variables to their values at the start. */
static void derive_start(const struct tp_rules *r, double *start) {
  _Alignas(
      struct tp_world) unsigned char room[sizeof(struct tp_world) + TP_SLOTS_MAX * sizeof(double)];
  struct tp_world *w = (struct tp_world *)(void *)room;
  memset(w, 0, sizeof *w);
  w->ending = w->crisis.challenger = w->crisis.target = TP_NONE;
  memcpy(w->v, start, (size_t)r->slot_count * sizeof *start);
  tp_world_derive(r, w);
  memcpy(start, w->v, (size_t)r->slot_count * sizeof *start);
}

/* Counts each term from the start, and finds the offset or lets the one given stand. */
static void settle_equation(struct tp_system *system, int index, const double *v, double *offset,
                            const uint8_t *at_rest) {
  struct tp_equation *e = &system->equations[index];
  int moving = e->first + e->linear + e->products, resting = !at_rest || at_rest[e->slot];
  double rate = system->rate[index], sum = 0, standing = 0;
  for (int i = e->first; i < moving + e->still; i++) {
    double pull = tp_equation_pull(&system->terms[i], v);
    system->origins[i].reference = pull;
    sum += pull;
    if (i >= moving)
      standing += pull;
  }
  if (resting)
    offset[e->slot] = rate > 0 ? v[e->slot] - sum / rate : v[e->slot];
  system->rest[index] = rate > 0 ? offset[e->slot] + sum / rate : v[e->slot];
  e->constant = rate * system->rest[index] - sum + standing;
}

int tp_rules_settle(struct tp_rules *r, double *start, double *offset, struct tp_system *system,
                    const uint8_t *at_rest) {
  r->start = start;
  r->offset = offset;
  r->system = system;
  write_equations(r, system);
  if (system->overflow)
    return 0;
  derive_start(r, start);
  for (int i = 0; i < system->equation_count; i++) {
    settle_equation(system, i, start, offset, at_rest);
  }
  tp_system_line_up(r, system);
  return !system->overflow;
}
