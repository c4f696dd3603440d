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
    tp_world_mark_event(t->r, t->w, event);
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
  if (tp_world_is_pending(t->w, index))
    return;
  if (state->fired < 255)
    state->fired++;
  state->cooldown = (uint8_t)event->cooldown;
  state->due = 0;
  tp_world_mark_event(t->r, t->w, index);
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

/* One turn less to wait; 1 when the event is called now. */
static int wait_on(struct tp_turn *t, int index) {
  struct tp_event_state *state = &tp_world_events(t->r, t->w)[index];
  int is_called = state->due == 1;
  if (state->due > 0)
    state->due--;
  else
    state->cooldown--;
  tp_world_mark_event(t->r, t->w, index);
  return is_called;
}

/* Those of a word of events, numbered from `first`, whose draw comes. */
static uint64_t draw_word(const struct tp_turn *t, uint64_t key, int first, uint64_t events) {
  const double *chance = t->r->system->stirrings.chance + first;
  double factor = t->r->coefficient.events_chance;
  uint64_t come = 0;
  while (events) {
    int bit = tp_set_next(&events);
    uint64_t comes = tp_chance_unit_of(key, first + bit, 0) < chance[bit] * factor;
    come |= comes << bit;
  }
  return come;
}

/* The events whose draw or date has come. Conditions are asked afterwards: most draws fail. */
static struct tp_set find_stirring(const struct tp_turn *t) {
  const struct tp_stirrings *stirrings = &t->r->system->stirrings;
  uint64_t key = tp_chance_key(t->w->seed, t->w->turn, TP_DRAW_EVENT);
  struct tp_set set = {{0}};
  if (t->r->coefficient.events_chance <= 0)
    return set;
  for (int i = 0; i < TP_SET_WORDS; i++)
    set.word[i] = draw_word(t, key, 64 * i, stirrings->by_chance.word[i] & ~t->w->spent.word[i]);
  for (int i = 0; i < stirrings->dated_count; i++) {
    int event = stirrings->dated[i];
    int is_spent = t->w->spent.word[event / 64] >> event % 64 & 1;
    if (t->r->events[event].at == t->w->turn && !is_spent)
      set.word[event / 64] |= (uint64_t)1 << event % 64;
  }
  return set;
}

/* In the order of the events; one that is called by an earlier one waits from now on. */
void tp_phase_events(struct tp_turn *t) {
  struct tp_set stirring = find_stirring(t);
  for (int i = 0; i < TP_SET_WORDS; i++) {
    uint64_t later = ~(uint64_t)0, set;
    while ((set = (stirring.word[i] | t->w->waiting.word[i]) & later) != 0) {
      int bit = tp_set_next(&set), event = 64 * i + bit;
      later = bit == 63 ? 0 : ~(uint64_t)0 << (bit + 1);
      int waits = t->w->waiting.word[i] >> bit & 1;
      if (waits ? wait_on(t, event) : tp_world_meets(t->r, t->w, t->r->events[event].when))
        tp_event_fire(t, event);
    }
  }
}
