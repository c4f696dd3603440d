#include "lab/games/gauges.h"

static void add(struct tp_gauges *gauges, int slot) {
  for (int i = 0; i < gauges->count; i++) {
    if (gauges->slot[i] == slot)
      return;
  }
  if (gauges->count < TP_GAUGES_MAX)
    gauges->slot[gauges->count++] = (int16_t)slot;
}

static void add_actor(struct tp_gauges *gauges, const struct tp_rules *r, int actor,
                      const enum tp_actor_variable *list, int count) {
  for (int i = 0; actor != TP_NONE && i < count; i++) {
    if (tp_actor_has(r, actor, list[i]))
      add(gauges, tp_actor_slot(r, actor, list[i]));
  }
}

static int is_regime(const struct tp_rules *r, int actor) {
  return r->actors[actor].claims.count > 0;
}

/* Regimes with a narrative, and what ties them to each other. */
static void add_regimes(struct tp_gauges *gauges, const struct tp_rules *r) {
  static const enum tp_actor_variable dials[] = {TP_NARRATIVE, TP_STABILITY, TP_PROSPERITY,
                                                 TP_THREAT, TP_CONTRACT};
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (is_regime(r, actor))
      add_actor(gauges, r, actor, dials, 5);
  }
  for (int i = 0; i < r->tie_count; i++) {
    const struct tp_tie *tie = &r->ties[i];
    if (!is_regime(r, tie->a) || !is_regime(r, tie->b))
      continue;
    add(gauges, tp_tie_slot(r, i, TP_COHESION));
    add(gauges, tp_tie_slot(r, i, TP_STATUS));
  }
}

struct tp_gauges tp_gauges_of(const struct tp_rules *r) {
  static const enum tp_actor_variable of_union[] = {TP_AUTONOMY, TP_DETERRENCE, TP_GAP,
                                                    TP_UNITY,    TP_SPENDING,   TP_PROSPERITY};
  static const enum tp_actor_variable of_player[] = {TP_PROSPERITY, TP_STABILITY};
  static const enum tp_actor_variable of_adversary[] = {TP_ASSERTIVENESS, TP_POWER};
  static const enum tp_world_variable of_world[] = {TP_UNILATERALISM, TP_COMMITMENT, TP_TENSION,
                                                    TP_US_NETWORK,    TP_HAZARD,     TP_CRISIS};
  struct tp_gauges gauges = {.count = 0};
  add_actor(&gauges, r, r->unite, of_union, 6);
  if (r->guarantee_view != TP_NONE)
    add(&gauges, tp_view_slot(r, r->guarantee_view, TP_PRESENCE));
  add_actor(&gauges, r, r->player, of_player, 2);
  add_regimes(&gauges, r);
  add_actor(&gauges, r, r->adversary, of_adversary, 2);
  for (int i = 0; i < 6; i++)
    add(&gauges, tp_world_slot(r, of_world[i]));
  for (int i = 0; i < r->track_count; i++)
    add(&gauges, r->tracks[i].slot);
  return gauges;
}
