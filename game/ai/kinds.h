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

/* What a seat imagines games from, to try orders in them: the world as it sees it, and one to play. */
struct tp_imagined {
  const struct tp_rules *r;
  const struct tp_world *w;
  const struct tp_policy *policy;
  struct tp_world *copy;
  int seat, horizon; /* turns ahead: no further than the game may last, at least 1 */
};

/* `most` turns ahead at most; `copy` is the caller's, a world's size. */
struct tp_imagined tp_imagine_from(const struct tp_rules *r, const struct tp_world *w, int seat,
                                   const struct tp_policy *policy, int most, void *copy);

/* What comes of `orders` in imagined game number `game`, the same for all orders, with reflex in
 * every seat and in the own one with `lean` (NULL: none). Goals count along the way, so that sooner
 * is better, and as much again at the end; what stands when a game is over goes on to the horizon. */
double tp_imagine(const struct tp_imagined *of, int game, const struct tp_orders *orders,
                  const int16_t *lean);

/* The leanings of a policy, or NULL, and what the world is worth to it in `seat`. */
const int16_t *tp_policy_lean(const struct tp_policy *policy);
double tp_policy_worth(const struct tp_rules *r, const struct tp_world *w, int seat,
                       const struct tp_policy *policy);

#endif
