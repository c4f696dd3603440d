#include "core/turn.h"

#include "core/phases.h"

#include <string.h>

void tp_phase_world(struct tp_turn *t) {
  tp_phase_economy(t);
  tp_phase_threat(t);
  tp_phase_narrative(t);
  tp_phase_contract(t);
  tp_phase_ties(t);
  tp_phase_status(t);
  tp_phase_autonomy(t);
  tp_phase_deterrence(t);
}

/* What the experiment has set down for this turn. */
static void follow_schedule(struct tp_turn *t) {
  tp_change_hold(t);
  for (int i = 0; i < t->r->scheduled_count; i++) {
    struct tp_scheduled item = t->r->scheduled[i];
    if (item.turn != t->w->turn)
      continue;
    if (item.event != TP_NONE)
      tp_event_fire(t, item.event);
    else
      tp_change_to(t, item.slot, item.value, TP_CAUSE_EXPERIMENT, TP_NONE, TP_NONE);
  }
}

static void play(struct tp_turn *t, const struct tp_orders *orders, int count) {
  t->crisis_at_start = t->w->crisis.challenger != TP_NONE;
  follow_schedule(t);
  tp_phase_orders(t, orders, count);
  tp_phase_programmes(t);
  tp_phase_events(t);
  tp_phase_world(t);
  tp_phase_crisis(t);
  tp_phase_resources(t);
  t->w->turn++;
  tp_change_to(t, tp_world_slot(t->r, TP_TURN), t->w->turn, TP_CAUSE_PASSAGE, TP_NONE, TP_NONE);
  tp_phase_endings(t);
}

static void play_watched(struct tp_turn watched, const struct tp_orders *orders, int count) {
  double before[TP_SLOTS_MAX];
  memcpy(before, watched.v, (size_t)watched.r->slot_count * sizeof *before);
  watched.before = before;
  play(&watched, orders, count);
}

void tp_turn_play(const struct tp_rules *r, struct tp_world *w, const struct tp_orders *orders,
                  int count, struct tp_ledger *ledger, struct tp_log *log) {
  if (w->result != TP_PLAYING)
    return;
  struct tp_turn t = {.r = r, .w = w, .v = w->v, .ledger = ledger, .log = log};
  if (ledger)
    play_watched(t, orders, count);
  else {
    t.plain = r->hold_count == 0;
    play(&t, orders, count);
  }
}
