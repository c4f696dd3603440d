#include "session/review/playout.h"

#include "data/arena.h"
#include "session/forecast.h"

#include <stdlib.h>

void tp_playout_open(struct tp_playout *p, const struct tp_rules *r, int player) {
  *p = (struct tp_playout){.r = r, .player = player};
  for (int actor = 0; actor < r->actor_count; actor++)
    tp_policy_named("reflex", &p->policies[actor]);
  p->world = tp_memory_resize(NULL, r->world_size);
  p->room = tp_memory_resize(NULL, tp_policy_room(r));
}

void tp_playout_close(struct tp_playout *p) {
  free(p->world);
  free(p->room);
}

void tp_playout_begin(struct tp_playout *p, const struct tp_world *from, int game) {
  tp_world_observe(p->r, from, p->player, tp_forecast_seed(from, p->player, game), p->world);
}

int tp_playout_turn(struct tp_playout *p, const struct tp_order_plan *plan) {
  struct tp_policy *own = &p->policies[p->player];
  if (p->world->result != TP_PLAYING || p->world->turn >= p->r->turns)
    return 0;
  own->kind = p->world->turn < plan->ends ? TP_SCRIPT : TP_REFLEX;
  own->script = (struct tp_script){.rows = plan->rows, .count = plan->count};
  tp_policy_play_turn(p->r, p->world, p->policies, NULL, p->room, NULL, NULL);
  return 1;
}

void tp_playout_run(struct tp_playout *p, const struct tp_world *from,
                    const struct tp_order_plan *plan, int game) {
  tp_playout_begin(p, from, game);
  while (tp_playout_turn(p, plan)) {
  }
}
