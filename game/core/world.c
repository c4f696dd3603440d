#include "core/world.h"

#include "core/change.h"

#include <string.h>

const char *tp_operator_sign(enum tp_operator op) {
  static const char *const signs[TP_OPERATORS] = {
      [TP_LESS] = "<", [TP_EQUAL] = "==",     [TP_LESS_EQUAL] = "<=",
      [TP_MORE] = ">", [TP_NOT_EQUAL] = "!=", [TP_MORE_EQUAL] = ">="};
  return signs[op];
}

int tp_rules_tie(const struct tp_rules *r, int a, int b) {
  for (int i = 0; i < r->tie_count; i++) {
    const struct tp_tie *tie = &r->ties[i];
    if ((tie->a == a && tie->b == b) || (tie->a == b && tie->b == a))
      return i;
  }
  return TP_NONE;
}

int tp_rules_view(const struct tp_rules *r, int from, int to) {
  for (int i = 0; i < r->view_count; i++) {
    if (r->views[i].from == from && r->views[i].to == to)
      return i;
  }
  return TP_NONE;
}

int tp_rules_hides(const struct tp_rules *r, int seat, int slot) {
  if (r->slots[slot].scope != TP_ON_ACTOR || r->slots[slot].subject == seat)
    return 0;
  struct tp_span hidden = r->actors[r->slots[slot].subject].hidden;
  for (int i = 0; i < hidden.count; i++) {
    if (r->hidden[hidden.first + i] == slot)
      return 1;
  }
  return 0;
}

size_t tp_world_size(const struct tp_rules *r) {
  size_t bytes = sizeof(struct tp_world) + (size_t)r->slot_count * sizeof(double) +
                 (size_t)r->action_count * sizeof(struct tp_action_state) +
                 (size_t)r->event_count * sizeof(struct tp_event_state) +
                 (size_t)(r->objective_count + r->ending_count);
  return (bytes + 7) & ~(size_t)7;
}

void tp_world_mark_action(const struct tp_rules *r, struct tp_world *w, int action) {
  struct tp_action_state state = tp_world_actions_const(r, w)[action];
  int runs = state.left > 0, cools = !runs && state.cooldown > 0;
  tp_set_put(&w->running, action, runs);
  tp_set_put(&w->cooling, action, cools);
  tp_set_put(&w->shut, action, runs || cools || (r->actions[action].once && state.used > 0));
}

void tp_world_mark_event(const struct tp_rules *r, struct tp_world *w, int event) {
  struct tp_event_state state = tp_world_events_const(r, w)[event];
  tp_set_put(&w->waiting, event, state.due > 0 || state.cooldown > 0);
  tp_set_put(&w->spent, event, r->events[event].once && state.fired > 0);
}

void tp_world_start(const struct tp_rules *r, struct tp_world *w, uint64_t seed) {
  memset(w, 0, r->world_size);
  w->seed = seed;
  w->ending = TP_NONE;
  w->crisis.challenger = w->crisis.target = TP_NONE;
  memcpy(w->v, r->start, (size_t)r->slot_count * sizeof *w->v);
}

void tp_world_copy(const struct tp_rules *r, struct tp_world *to, const struct tp_world *from) {
  memcpy(to, from, r->world_size);
}

/* One step of a 64-bit hash over whole numbers, so that byte order does not matter. */
static uint64_t stir(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
  return hash ^ (hash >> 29);
}

static uint64_t stir_real(uint64_t hash, double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return stir(hash, bits);
}

static uint64_t stir_bytes(uint64_t hash, const uint8_t *bytes, int count) {
  for (int i = 0; i < count; i++)
    hash = stir(hash, bytes[i]);
  return hash;
}

uint64_t tp_world_hash(const struct tp_rules *r, const struct tp_world *w) {
  uint64_t hash = stir(0x3c6ef372fe94f82bu, w->seed);
  hash = stir(hash, (uint32_t)w->turn);
  hash = stir(hash, (uint16_t)w->result);
  hash = stir(hash, (uint16_t)w->ending);
  hash = stir(hash, (uint16_t)w->crisis.challenger);
  hash = stir(hash, (uint16_t)w->crisis.target);
  hash = stir(hash, (uint16_t)w->crisis.honoured);
  hash = stir(hash, (uint16_t)w->crisis.age);
  for (int i = 0; i < w->pending_count; i++) {
    hash = stir(hash, (uint16_t)w->pending[i].event);
    hash = stir(hash, (uint16_t)w->pending[i].seat);
  }
  for (int i = 0; i < r->slot_count; i++)
    hash = stir_real(hash, w->v[i]);
  int bytes = r->action_count * (int)sizeof(struct tp_action_state) +
              r->event_count * (int)sizeof(struct tp_event_state) + r->objective_count +
              r->ending_count;
  return stir_bytes(hash, (const uint8_t *)tp_world_actions_const(r, w), bytes);
}

void tp_world_observe(const struct tp_rules *r, const struct tp_world *w, int seat, uint64_t dream,
                      struct tp_world *view) {
  tp_world_copy(r, view, w);
  view->seed = dream;
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (actor == seat)
      continue;
    struct tp_span hidden = r->actors[actor].hidden;
    for (int i = 0; i < hidden.count; i++) {
      int slot = r->hidden[hidden.first + i];
      view->v[slot] = r->start[slot];
    }
  }
}

int tp_world_is_met(const struct tp_rules *r, const struct tp_world *w, int objective) {
  int lasting = r->objectives[objective].lasting;
  return tp_world_streaks_const(r, w)[objective] >= (lasting > 1 ? lasting : 1);
}

double tp_world_score(const struct tp_rules *r, const struct tp_world *w) {
  double all = 0, met = 0;
  for (int i = 0; i < r->objective_count; i++) {
    all += r->objectives[i].weight;
    if (tp_world_is_met(r, w, i))
      met += r->objectives[i].weight;
  }
  return all > 0 ? 100 * met / all : 0;
}
