/* The state of one game: a single flat block without pointers, copied by one memcpy.
 *
 * Its size depends on the rules (`tp_rules.world_size`). Behind the struct lie the variables and
 * then a byte or two for each action, event, objective and ending; the functions below find them.
 */
#ifndef TP_CORE_WORLD_H
#define TP_CORE_WORLD_H

#include "core/rules.h"

enum { TP_PENDING_MAX = 6 };

/* A crisis on the ladder. Its step is the variable world.crisis; the highest is war. */
enum { TP_CRISIS_WAR_STEP = 5 };
struct tp_crisis {
  int16_t challenger, target; /* actors; TP_NONE without a crisis */
  int16_t honoured;           /* 1: the guarantor stands by the target; 0: it does not */
  int16_t age;                /* turns since it opened */
};

/* The share of a public, given how firmly its regime stands (0..100), that does not stand by it yet
 * and so can rally (Baum, ISQ 2002). */
static inline double tp_crisis_can_rally(double stability) {
  return 1 - stability / 100;
}

/* A decision that waits for its seat's answer. */
struct tp_pending {
  int16_t event, seat;
};

struct tp_world {
  uint64_t seed;
  int32_t turn;   /* turns played */
  int16_t result; /* enum tp_result */
  int16_t ending; /* index, or TP_NONE while playing */
  struct tp_crisis crisis;
  int16_t pending_count;
  int16_t padding_;
  struct tp_pending pending[TP_PENDING_MAX];
  struct tp_set running; /* programmes */
  struct tp_set cooling; /* actions that wait for the end of their cooldown */
  struct tp_set shut;    /* actions that may not be chosen: these two, and those used up */
  struct tp_set waiting; /* events that are called or cool down */
  struct tp_set spent;   /* events that happen once, and have */
  double v[];            /* rules->slot_count variables, then the bytes below */
};

/* The sets repeat what these say, so that a turn need not look at each: who writes a state brings
 * them into line with tp_world_mark_action or tp_world_mark_event. */

/* Bytes kept per action, event, objective and ending. */
struct tp_action_state {
  uint8_t left;     /* turns its programme still runs */
  uint8_t cooldown; /* turns until it may be chosen again */
  uint8_t used;     /* times chosen, at most 255 */
};
struct tp_event_state {
  uint8_t fired; /* times, at most 255 */
  uint8_t cooldown;
  uint8_t due; /* turns until it is called; 0: not called */
};

static inline struct tp_action_state *tp_world_actions(const struct tp_rules *r,
                                                       struct tp_world *w) {
  return (struct tp_action_state *)(void *)(w->v + r->slot_count);
}
static inline const struct tp_action_state *tp_world_actions_const(const struct tp_rules *r,
                                                                   const struct tp_world *w) {
  return (const struct tp_action_state *)(const void *)(w->v + r->slot_count);
}
static inline struct tp_event_state *tp_world_events(const struct tp_rules *r, struct tp_world *w) {
  return (struct tp_event_state *)(void *)(tp_world_actions(r, w) + r->action_count);
}
static inline const struct tp_event_state *tp_world_events_const(const struct tp_rules *r,
                                                                 const struct tp_world *w) {
  return (const struct tp_event_state *)(const void *)(tp_world_actions_const(r, w) +
                                                       r->action_count);
}
/* Turns in a row the conditions have held: objectives first, then endings. */
static inline uint8_t *tp_world_streaks(const struct tp_rules *r, struct tp_world *w) {
  return (uint8_t *)(tp_world_events(r, w) + r->event_count);
}
static inline const uint8_t *tp_world_streaks_const(const struct tp_rules *r,
                                                    const struct tp_world *w) {
  return (const uint8_t *)(tp_world_events_const(r, w) + r->event_count);
}

/* Brings the sets into line with the state of an action or event. */
void tp_world_mark_action(const struct tp_rules *r, struct tp_world *w, int action);
void tp_world_mark_event(const struct tp_rules *r, struct tp_world *w, int event);

/* Bytes a world of `r` needs. */
size_t tp_world_size(const struct tp_rules *r);

/* Puts the start of a game of `r` into `w` (of `r->world_size` bytes), with `seed`. */
void tp_world_start(const struct tp_rules *r, struct tp_world *w, uint64_t seed);

void tp_world_copy(const struct tp_rules *r, struct tp_world *to, const struct tp_world *from);

/* Hash over the named fields; equal on every machine for equal games. */
uint64_t tp_world_hash(const struct tp_rules *r, const struct tp_world *w);

/* What `seat` may see: a copy in which what others keep to themselves stands at its start value,
 * and whose seed is `dream`, so that no policy can foresee the game's own dice. */
void tp_world_observe(const struct tp_rules *r, const struct tp_world *w, int seat, uint64_t dream,
                      struct tp_world *view);

/* 1 when the objective is met: its conditions have held for as many turns in a row as it asks. */
int tp_world_is_met(const struct tp_rules *r, const struct tp_world *w, int objective);

/* The weight of the objectives met, 0 .. 100 of all. */
double tp_world_score(const struct tp_rules *r, const struct tp_world *w);

/* 1 when the event waits for its seat's decision. */
static inline int tp_world_is_pending(const struct tp_world *w, int event) {
  for (int i = 0; i < w->pending_count; i++) {
    if (w->pending[i].event == event)
      return 1;
  }
  return 0;
}

/* 1 when v[slot] stands to the condition's value as it says. */
static inline int tp_world_holds(const struct tp_condition *c, double x) {
  return (((x < c->value) | (x == c->value) << 1 | (x > c->value) << 2) & c->op) != 0;
}

/* 1 when all conditions of the span hold. */
static inline int tp_world_meets(const struct tp_rules *r, const struct tp_world *w,
                                 struct tp_span when) {
  const struct tp_condition *condition = r->conditions + when.first;
  for (int i = 0; i < when.count; i++) {
    if (!tp_world_holds(&condition[i], w->v[condition[i].slot]))
      return 0;
  }
  return 1;
}

/* Sum of the span's weighted variables. */
static inline double tp_world_weigh(const struct tp_rules *r, const struct tp_world *w,
                                    struct tp_span terms) {
  const struct tp_weight *term = r->weights + terms.first;
  double sum = 0;
  for (int i = 0; i < terms.count; i++)
    sum += term[i].weight * w->v[term[i].slot];
  return sum;
}

#endif
