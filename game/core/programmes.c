/* Programmes: what was decided takes its time and lands. */
#include "core/phases.h"

void tp_effects_land(struct tp_turn *t, struct tp_span effects, enum tp_cause cause, int which) {
  const struct tp_effect *effect = t->r->effects + effects.first;
  for (int i = 0; i < effects.count; i++) {
    if (effect[i].op == TP_SET) {
      tp_change_to(t, effect[i].slot, effect[i].value, cause, TP_NONE, which);
    } else {
      tp_change_add(t, effect[i].slot, effect[i].value, cause, TP_NONE, which);
    }
  }
}

static void advance(struct tp_turn *t, int index, struct tp_action_state *state) {
  const struct tp_action *action = &t->r->actions[index];
  tp_effects_land(t, action->each_turn, TP_CAUSE_ACTION, index);
  if (--state->left > 0)
    return;
  tp_effects_land(t, action->at_end, TP_CAUSE_ACTION, index);
  state->cooldown = (uint8_t)action->cooldown;
  tp_turn_note(t, TP_FACT_ACTION_ENDED, action->seat, index, 0, 0);
}

/* Linear influences that a scenario declares between any two variables. */
static void apply_influences(struct tp_turn *t) {
  for (int i = 0; i < t->r->influence_count; i++) {
    const struct tp_influence *influence = &t->r->influences[i];
    double above = t->v[influence->from] - influence->usual;
    tp_change_add(t, influence->to, influence->gain * above, TP_CAUSE_INFLUENCE, influence->from,
                  i);
  }
}

void tp_phase_programmes(struct tp_turn *t) {
  struct tp_action_state *state = tp_world_actions(t->r, t->w);
  for (int i = 0; i < t->r->action_count; i++) {
    if (state[i].left > 0) {
      advance(t, i, &state[i]);
    } else if (state[i].cooldown > 0) {
      state[i].cooldown--;
    }
  }
  apply_influences(t);
}
