/* Events: what happens by itself, by date, by condition or because something else happened.
 *
 * An event with options waits for its seat's decision; an unanswered one takes its first option
 * that is allowed, and so does one whose seat does not exist.
 */
#include "core/chance.h"
#include "core/phases.h"

static int default_option(const struct tp_turn *t, int event) {
  struct tp_span options = t->r->events[event].options;
  for (int i = 0; i < options.count; i++) {
    if (tp_world_meets(t->r, t->w, t->r->options[options.first + i].when))
      return i;
  }
  return 0;
}

static void call_later(struct tp_turn *t, int event, int delay) {
  if (event == TP_NONE)
    return;
  if (delay <= 0) {
    tp_event_fire(t, event);
  } else {
    tp_world_events(t->r, t->w)[event].due = (uint8_t)delay;
  }
}

void tp_event_decide(struct tp_turn *t, int event, int seat, int option) {
  if (option == TP_DEFAULT_OPTION)
    option = default_option(t, event);
  const struct tp_option *chosen = &t->r->options[t->r->events[event].options.first + option];
  tp_turn_note(t, TP_FACT_DECIDED, seat, event, option, 0);
  tp_effects_land(t, chosen->effects, TP_CAUSE_OPTION, t->r->events[event].options.first + option);
  if (chosen->crisis_challenger != TP_NONE) {
    tp_crisis_open(t, chosen->crisis_challenger, chosen->crisis_target);
  }
  call_later(t, chosen->then, chosen->delay);
}

static void put_to_seat(struct tp_turn *t, int event) {
  struct tp_world *w = t->w;
  int seat = t->r->events[event].seat;
  if (seat == TP_NONE || !t->r->actors[seat].is_seat || w->pending_count == TP_PENDING_MAX) {
    tp_event_decide(t, event, seat, TP_DEFAULT_OPTION);
    return;
  }
  w->pending[w->pending_count++] =
      (struct tp_pending){.event = (int16_t)event, .seat = (int16_t)seat};
}

void tp_event_fire(struct tp_turn *t, int index) {
  const struct tp_event *event = &t->r->events[index];
  struct tp_event_state *state = &tp_world_events(t->r, t->w)[index];
  if (tp_is_pending(t->w, index))
    return;
  if (state->fired < 255)
    state->fired++;
  state->cooldown = (uint8_t)event->cooldown;
  state->due = 0;
  tp_turn_note(t, TP_FACT_EVENT, index, event->seat, 0, 0);
  tp_effects_land(t, event->effects, TP_CAUSE_EVENT, index);
  if (event->crisis_challenger != TP_NONE) {
    tp_crisis_open(t, event->crisis_challenger, event->crisis_target);
  }
  if (event->options.count > 0)
    put_to_seat(t, index);
  if (event->then != index)
    call_later(t, event->then, event->delay);
}

static int comes_up(const struct tp_turn *t, int index, struct tp_event_state *state,
                    uint64_t key) {
  const struct tp_event *event = &t->r->events[index];
  double factor = t->r->coefficient.events_chance;
  if (state->due > 0)
    return --state->due == 0;
  if (state->cooldown > 0) {
    state->cooldown--;
    return 0;
  }
  if (factor <= 0 || (event->once && state->fired > 0))
    return 0;
  if (event->at == t->w->turn)
    return tp_world_meets(t->r, t->w, event->when);
  if (event->chance <= 0 || event->at != TP_NONE)
    return 0;
  /* The draw comes first: it is cheaper than the conditions, and most turns end here. */
  return tp_chance_unit_of(key, index, 0) < event->chance * factor &&
         tp_world_meets(t->r, t->w, event->when);
}

void tp_phase_events(struct tp_turn *t) {
  struct tp_event_state *state = tp_world_events(t->r, t->w);
  uint64_t key = tp_chance_key(t->w->seed, t->w->turn, TP_DRAW_EVENT);
  for (int i = 0; i < t->r->event_count; i++) {
    if (comes_up(t, i, &state[i], key))
      tp_event_fire(t, i);
  }
}
