/* The policies one by one. Internal to the policies' layer. */
#ifndef TP_AI_KINDS_H
#define TP_AI_KINDS_H

#include "ai/policy.h"

void tp_random_choose(const struct tp_rules *r, const struct tp_world *w, struct tp_orders *orders);
void tp_greedy_choose(const struct tp_rules *r, const struct tp_world *w,
                      const struct tp_policy *policy, void *room, struct tp_orders *orders);
void tp_planner_choose(const struct tp_rules *r, const struct tp_world *w,
                       const struct tp_policy *policy, void *room, struct tp_orders *orders);

void tp_mcts_choose(const struct tp_rules *r, const struct tp_world *w,
                    const struct tp_policy *policy, void *room, struct tp_orders *orders);

/* Memory mcts works in beside its world. */
size_t tp_mcts_room(void);

/* Reflex with points added to the scores of actions, by action; NULL: none. */
void tp_reflex_lean(const struct tp_rules *r, const struct tp_world *w, const int16_t *lean,
                    struct tp_orders *orders);

/* The reflex score of an action, with its jitter. */
double tp_reflex_score(const struct tp_rules *r, const struct tp_world *w, int action);

/* 1 when `action` could be chosen but for its cost: not banned, not under way, conditions met. */
int tp_reflex_open(const struct tp_rules *r, const struct tp_world *w, int action);

/* Runs every seat by reflex for a turn, `seat` with its leanings, but for `given` when not NULL. */
void tp_reflex_turn(const struct tp_rules *r, struct tp_world *w, int seat, const int16_t *lean,
                    const struct tp_orders *given);

/* The leanings of a policy, or NULL, and what the world is worth to it in `seat`. */
const int16_t *tp_policy_lean(const struct tp_policy *policy);
double tp_policy_worth(const struct tp_rules *r, const struct tp_world *w, int seat,
                       const struct tp_policy *policy);

#endif
