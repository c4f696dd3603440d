/* The imagined games that planner and mcts try orders in. */
#include "ai/kinds.h"
#include "core/chance.h"

struct tp_imagined tp_imagine_from(const struct tp_rules *r, const struct tp_world *w, int seat,
                                   const struct tp_policy *policy, int most, void *copy) {
  int horizon = r->turns - w->turn;
  if (horizon > most)
    horizon = most;
  return (struct tp_imagined){.r = r,
                              .w = w,
                              .policy = policy,
                              .copy = copy,
                              .seat = seat,
                              .horizon = horizon < 1 ? 1 : horizon};
}

double tp_imagine(const struct tp_imagined *of, int game, const struct tp_orders *orders,
                  const int16_t *lean) {
  struct tp_world *copy = of->copy;
  double sum = 0, value = 0;
  tp_world_copy(of->r, copy, of->w);
  copy->seed = tp_chance_bits(of->w->seed, of->w->turn, of->seat, TP_DRAW_GAME, game);
  for (int turn = 0; turn < of->horizon; turn++) {
    if (copy->result == TP_PLAYING) {
      tp_reflex_turn(of->r, copy, of->seat, lean, turn == 0 ? orders : NULL);
      value = tp_policy_worth(of->r, copy, of->seat, of->policy);
    }
    sum += value;
  }
  return sum / of->horizon + value;
}
