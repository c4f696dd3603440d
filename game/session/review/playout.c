#include "session/review/playout.h"

#include "data/arena.h"
#include "session/forecast.h"

#include <math.h>
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

int tp_playout_turn(struct tp_playout *p, const struct tp_plan *plan) {
  struct tp_policy *own = &p->policies[p->player];
  if (p->world->result != TP_PLAYING || p->world->turn >= p->r->turns)
    return 0;
  own->kind = p->world->turn < plan->ends ? TP_SCRIPT : TP_REFLEX;
  own->script = (struct tp_script){.rows = plan->rows, .count = plan->count};
  tp_policy_play_turn(p->r, p->world, p->policies, NULL, p->room, NULL, NULL);
  return 1;
}

void tp_playout_run(struct tp_playout *p, const struct tp_world *from, const struct tp_plan *plan,
                    int game) {
  tp_playout_begin(p, from, game);
  while (tp_playout_turn(p, plan)) {
  }
}

static const double z = 1.959963984540054; /* 97.5 % of the normal distribution */

struct tp_share tp_share_of(int count, int games) {
  double n = games, share = count / n, squared = z * z;
  double middle = (share + squared / (2 * n)) / (1 + squared / n);
  double reach = z / (1 + squared / n) * sqrt(share * (1 - share) / n + squared / (4 * n * n));
  return (struct tp_share){share, count == 0 ? 0 : middle - reach,
                           count == games ? 1 : middle + reach};
}

struct tp_share tp_share_gained(int only_with, int only_without, int games) {
  double n = games + 2.0, b = only_with + 0.5, c = only_without + 0.5;
  double middle = (b - c) / n, reach = z * sqrt(b + c - (b - c) * (b - c) / n) / n;
  return (struct tp_share){(double)(only_with - only_without) / games, middle - reach,
                           middle + reach};
}
