#include "ai/policy.h"

#include "ai/kinds.h"
#include "core/chance.h"

#include <string.h>

static const char *const names[TP_POLICIES] = {"idle",    "random", "reflex", "greedy",
                                               "planner", "mcts",   "script"};

static const struct tp_policy usual[TP_SCRIPT] = {
    {.kind = TP_IDLE},
    {.kind = TP_RANDOM},
    {.kind = TP_REFLEX},
    {.kind = TP_GREEDY},
    {.kind = TP_PLANNER, .rollouts = 3, .depth = 8, .width = 6},
    {.kind = TP_MCTS, .rollouts = 200}};

size_t tp_policy_room(const struct tp_rules *r) {
  return 2 * r->world_size + tp_mcts_room();
}

const char *tp_policy_name(enum tp_policy_kind kind) {
  return names[kind];
}

/* The number behind "name:", or 0. */
static int setting(const char *text) {
  int number = 0;
  for (; *text >= '0' && *text <= '9' && number < 100000; text++) {
    number = number * 10 + (*text - '0');
  }
  return *text == 0 ? number : 0;
}

int tp_policy_named(const char *name, struct tp_policy *policy) {
  size_t length = strcspn(name, ":");
  for (int kind = 0; kind < TP_SCRIPT; kind++) {
    if (strlen(names[kind]) != length || strncmp(name, names[kind], length) != 0)
      continue;
    *policy = usual[kind];
    if (name[length] == 0)
      return 1;
    policy->rollouts = setting(name + length + 1);
    return usual[kind].rollouts > 0 && policy->rollouts > 0;
  }
  return 0;
}

int tp_policy_find(const struct tp_rules *r, const char *name, struct tp_policy *policy) {
  size_t length = strcspn(name, ":");
  for (int i = 0; i < r->character_count; i++) {
    const struct tp_character *character = &r->characters[i];
    if (strlen(character->words.id) != length || strncmp(character->words.id, name, length) != 0 ||
        !tp_policy_named(character->base, policy))
      continue;
    int rollouts = name[length] ? setting(name + length + 1) : policy->rollouts;
    int is_sound = name[length] == 0 || (policy->rollouts > 0 && rollouts > 0);
    policy->rollouts = rollouts;
    policy->character = character;
    return is_sound;
  }
  return tp_policy_named(name, policy);
}

static void follow_script(const struct tp_rules *r, const struct tp_world *w,
                          const struct tp_script *script, struct tp_orders *orders) {
  for (int i = 0; i < script->count; i++) {
    if (script->rows[i].turn == w->turn)
      tp_order_give(r, w, orders, script->rows[i].order);
  }
}

void tp_policy_choose(const struct tp_rules *r, const struct tp_world *w, int seat,
                      const struct tp_policy *policy, void *room, struct tp_orders *orders) {
  struct tp_world *seen = room;
  void *rest = (char *)room + r->world_size;
  tp_orders_begin(orders, seat);
  if (policy->kind == TP_IDLE)
    return;
  if (policy->kind == TP_SCRIPT) {
    follow_script(r, w, &policy->script, orders);
    return;
  }
  if (policy->kind == TP_REFLEX) { /* reads nothing that others hide: the loader sees to it */
    tp_reflex_lean(r, w, tp_policy_lean(policy), orders);
    return;
  }
  tp_world_observe(r, w, seat, tp_chance_bits(w->seed, w->turn, seat, TP_DRAW_POLICY, 0), seen);
  switch (policy->kind) {
  case TP_RANDOM:
    tp_random_choose(r, seen, orders);
    break;
  case TP_GREEDY:
    tp_greedy_choose(r, seen, policy, rest, orders);
    break;
  case TP_PLANNER:
    tp_planner_choose(r, seen, policy, rest, orders);
    break;
  case TP_MCTS:
    tp_mcts_choose(r, seen, policy, rest, orders);
    break;
  default:
    break;
  }
}

void tp_policy_play_turn(const struct tp_rules *r, struct tp_world *w,
                         const struct tp_policy *policies, const struct tp_orders *given,
                         void *room, struct tp_ledger *ledger, struct tp_log *log) {
  struct tp_orders sets[TP_ACTORS_MAX];
  int count = 0;
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (!r->actors[actor].is_seat)
      continue;
    if (given && given->seat == actor)
      sets[count++] = *given;
    else
      tp_policy_choose(r, w, actor, &policies[actor], room, &sets[count++]);
  }
  tp_turn_play(r, w, sets, count, ledger, log);
}
