#include "ai/kinds.h"

const int16_t *tp_policy_lean(const struct tp_policy *policy) {
  return policy->character ? policy->character->lean : NULL;
}

double tp_policy_worth(const struct tp_rules *r, const struct tp_world *w, int seat,
                       const struct tp_policy *policy) {
  double value = tp_policy_value(r, w, seat);
  return policy->character ? value + tp_world_weigh(r, w, policy->character->goals[seat]) : value;
}

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
