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

static void advance(struct tp_turn *t, int index) {
  const struct tp_action *action = &t->r->actions[index];
  struct tp_action_state *state = &tp_world_actions(t->r, t->w)[index];
  tp_effects_land(t, action->each_turn, TP_CAUSE_ACTION, index);
  if (--state->left > 0)
    return;
  tp_effects_land(t, action->at_end, TP_CAUSE_ACTION, index);
  state->cooldown = (uint8_t)action->cooldown;
  tp_world_mark_action(t->r, t->w, index);
  tp_turn_note(t, TP_FACT_ACTION_ENDED, action->seat, index, 0, 0);
}

static void cool(struct tp_turn *t, int index) {
  if (--tp_world_actions(t->r, t->w)[index].cooldown == 0)
    tp_world_mark_action(t->r, t->w, index);
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

/* What ends this turn does not begin to cool in it. */
void tp_phase_programmes(struct tp_turn *t) {
  for (int i = 0; i < TP_SET_WORDS; i++) {
    uint64_t running = t->w->running.word[i], cooling = t->w->cooling.word[i];
    while (running)
      advance(t, 64 * i + tp_set_next(&running));
    while (cooling)
      cool(t, 64 * i + tp_set_next(&cooling));
  }
  apply_influences(t);
}
