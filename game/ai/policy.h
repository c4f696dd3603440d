/* Policies: who decides for a seat, from what that seat may see, by the same orders as the player.
 *
 *   idle      does nothing; decisions take their default
 *   random    any orders that are allowed
 *   reflex    the best-scoring actions by the weights in the scenario; looks nowhere ahead
 *   greedy    tries each action in one turn of the real simulation, keeps what helps its goals most
 *   planner   rollouts of the real simulation, a few turns deep, with reflex for every seat
 *   mcts      a search over courses of action, each tried over years; a budget of rollouts a turn
 *   script    orders set down beforehand
 *
 * A scenario's own policies play as one of these with goals and leanings of their own; leanings
 * count wherever reflex scores do, in imagined games too, so not with greedy.
 *
 * A policy is a pure function of the rules, the world it sees and its own draws.
 */
#ifndef TP_AI_POLICY_H
#define TP_AI_POLICY_H

#include "core/turn.h"

enum tp_policy_kind {
  TP_IDLE,
  TP_RANDOM,
  TP_REFLEX,
  TP_GREEDY,
  TP_PLANNER,
  TP_MCTS,
  TP_SCRIPT,
  TP_POLICIES
};

struct tp_policy {
  enum tp_policy_kind kind;
  int rollouts; /* planner: games imagined for each candidate; mcts: for each turn */
  int depth;    /* planner: turns each goes ahead */
  int width;    /* planner: candidates tried for each choice */
  const struct tp_character *character; /* or NULL */
  struct tp_script script;              /* script: rows are the caller's */
};

/* Memory a policy works in. The caller gives `tp_policy_room(rules)` bytes, aligned as
 * malloc aligns. */
size_t tp_policy_room(const struct tp_rules *r);

/* The policy called `name`, with its usual settings ("planner:R" and "mcts:R" set the rollouts); 0
 * when there is none of that name. `script` is refused here: its rows come from a file. */
int tp_policy_named(const char *name, struct tp_policy *policy);
/* The same with the scenario's own ("hawk", "hawk:R"). */
int tp_policy_find(const struct tp_rules *r, const char *name, struct tp_policy *policy);

const char *tp_policy_name(enum tp_policy_kind kind);

/* Orders of `seat` for this turn of `w`. */
void tp_policy_choose(const struct tp_rules *r, const struct tp_world *w, int seat,
                      const struct tp_policy *policy, void *room, struct tp_orders *orders);

/* One turn in which every seat is played by its policy (`policies` by actor), except that `given`,
 * when not NULL, are the orders of its seat. */
void tp_policy_play_turn(const struct tp_rules *r, struct tp_world *w,
                         const struct tp_policy *policies, const struct tp_orders *given,
                         void *room, struct tp_ledger *ledger, struct tp_log *log);

/* What the world is worth to `seat`: its goals, weighed, and for the player's seat the result. */
double tp_policy_value(const struct tp_rules *r, const struct tp_world *w, int seat);

#endif
