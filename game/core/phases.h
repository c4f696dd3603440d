/* The phases of a turn, each in the file of its mechanism. Internal to the core. */
#ifndef TP_CORE_PHASES_H
#define TP_CORE_PHASES_H

#include "core/change.h"

/* order.c: pays for and starts what the seats ordered; order.h is the door. */
void tp_phase_orders(struct tp_turn *t, const struct tp_orders *orders, int count);
/* Each mechanism writes its equations down once, when the rules are settled. */
void tp_write_economy(struct tp_author *author);
void tp_write_threat(struct tp_author *author);
void tp_write_narrative(struct tp_author *author);
void tp_write_contract(struct tp_author *author);
void tp_write_stability(struct tp_author *author);
void tp_write_ties(struct tp_author *author);
void tp_write_autonomy(struct tp_author *author);
void tp_write_deterrence(struct tp_author *author);

/* programmes.c */
void tp_phase_programmes(struct tp_turn *t);
/* events.c */
void tp_phase_events(struct tp_turn *t);
/* the world, in this order; each file one mechanism */
void tp_phase_world(struct tp_turn *t);
void tp_phase_economy(struct tp_turn *t);
void tp_phase_threat(struct tp_turn *t);
void tp_phase_narrative(struct tp_turn *t);
void tp_phase_contract(struct tp_turn *t);
void tp_phase_ties(struct tp_turn *t);
void tp_phase_status(struct tp_turn *t);
void tp_phase_autonomy(struct tp_turn *t);
void tp_phase_deterrence(struct tp_turn *t);
void tp_phase_crisis(struct tp_turn *t);
void tp_phase_resources(struct tp_turn *t);
/* endings.c */
void tp_phase_endings(struct tp_turn *t);

/* council.c: holds the vote with the unsure members' draws; 1 when it passes. */
int tp_council_vote(struct tp_turn *t, int action);
/* wedge.c: the chance that `action` cracks the alliance it is aimed at. */
double tp_wedge_chance(const struct tp_rules *r, const struct tp_world *w, int action);
/* crisis.c */
void tp_crisis_open(struct tp_turn *t, int challenger, int target);
void tp_crisis_move_made(struct tp_turn *t, int actor, enum tp_crisis_move move);
/* events.c */
void tp_event_fire(struct tp_turn *t, int event);
enum { TP_DEFAULT_OPTION = -1 };
void tp_event_decide(struct tp_turn *t, int event, int seat, int option);
/* programmes.c: lands a span of effects. */
void tp_effects_land(struct tp_turn *t, struct tp_span effects, enum tp_cause cause, int which);

/* The actor at the other end of a tie. */
static inline int tp_tie_other(const struct tp_tie *tie, int actor) {
  return tie->a == actor ? tie->b : tie->a;
}

#endif
