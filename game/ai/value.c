#include "ai/policy.h"

double tp_policy_value(const struct tp_rules *r, const struct tp_world *w, int seat) {
  double value = tp_world_weigh(r, w, r->actors[seat].goals);
  if (seat != r->player)
    return value;
  if (w->result == TP_VICTORY)
    value += r->coefficient.policy_victory;
  if (w->result == TP_DEFEAT)
    value -= r->coefficient.policy_victory;
  return value;
}
