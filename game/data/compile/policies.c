/* Policies of the scenario's own: what they care for and lean to beside what their seat does. */
#include "data/compile/compile.h"

#include "data/format/expected.h"
#include "data/format/shape.h"
#include "data/nearest.h"

#include <stdio.h>
#include <string.h>

/* Names that every scenario has, and what --seat and `base` mean by them. */
static const char taken[] = TP_POLICY_NAMES "|script|all";

/* Writes `address` with the actor for a leading "self". */
static void put_self(const char *address, const char *actor, char *text, size_t size) {
  static const char word[] = "self";
  size_t length = strlen(word);
  char after = strncmp(address, word, length) == 0 ? address[length] : 0;
  if (after == '.' || after == '>' || after == '-')
    snprintf(text, size, "%s%s", actor, address + length);
  else
    snprintf(text, size, "%s", address);
}

/* The goals as the policy has them in that seat; what the seat lacks counts nothing there. Notes in
 * `known` which entries it has. */
static struct tp_span compile_goals(struct tp_compiler *c, const cJSON *goals, int actor,
                                    char *known) {
  int16_t first = tp_pool_count(c, TP_POOL_WEIGHTS);
  const cJSON *entry;
  int number = 0;
  if (cJSON_IsObject(goals))
    for (entry = tp_children(goals); entry; entry = entry->next, number++) {
      char address[4 * TP_TITLE_MAX];
      put_self(entry->string, c->actors[actor].words.id, address, sizeof address);
      struct tp_weight weight = {cJSON_IsNumber(entry) ? entry->valuedouble : 0,
                                 (int16_t)tp_address_find(c->r, address)};
      if (weight.slot == TP_NONE)
        continue;
      known[number] = 1;
      tp_pool_push(c, TP_POOL_WEIGHTS, &weight);
    }
  return tp_pool_span(c, TP_POOL_WEIGHTS, first);
}

static void report_unknown(struct tp_compiler *c, const cJSON *goals, const char *known, int seat) {
  const cJSON *entry;
  int number = 0;
  if (!cJSON_IsObject(goals) || seat == TP_NONE)
    return;
  for (entry = tp_children(goals); entry; entry = entry->next, number++) {
    char address[4 * TP_TITLE_MAX], message[300];
    if (known[number])
      continue;
    put_self(entry->string, c->actors[seat].words.id, address, sizeof address);
    tp_address_explain(c->r, address, 0, message, sizeof message);
    if (strcmp(address, entry->string) == 0)
      tp_compile_unknown(c, entry, TP_AT_KEY, TP_FORM_ADDRESS, address, "%s", message);
    else
      tp_compile_unknown(c, entry, TP_AT_KEY, TP_FORM_ADDRESS, address,
                         "no seat has \"%.100s\": %s", entry->string, message);
  }
}

static const struct tp_span *compile_all_goals(struct tp_compiler *c, const cJSON *goals) {
  struct tp_span *spans = tp_arena_take(c->arena, (size_t)(c->r->actor_count + 1) * sizeof *spans);
  size_t count = cJSON_IsObject(goals) ? (size_t)cJSON_GetArraySize(goals) : 0;
  char *known = tp_arena_take(c->arena, count + 1);
  int seat = TP_NONE;
  memset(known, 0, count + 1);
  for (int actor = 0; actor < c->r->actor_count; actor++) {
    spans[actor] = (struct tp_span){0, 0};
    if (!c->actors[actor].is_seat)
      continue;
    seat = actor;
    spans[actor] = compile_goals(c, goals, actor, known);
  }
  report_unknown(c, goals, known, seat);
  return spans;
}

/* --- leanings -------------------------------------------------------------------------------- */

static int16_t points(const cJSON *entry) {
  double x = cJSON_IsNumber(entry) ? entry->valuedouble : 0;
  return x > -1000 && x < 1000 ? (int16_t)x : 0; /* else the checker has reported it */
}

static void unknown_theme(struct tp_compiler *c, const cJSON *entry, const char *choices) {
  char hint[100], list[200];
  tp_expected_choice(choices, entry->string, hint);
  tp_expected_choices(choices, "there are ", list, sizeof list);
  tp_compile_fault(c, entry, TP_AT_KEY, "unknown theme \"%.60s\"%s (%s)", entry->string, hint,
                   list);
}

static void lean_to_themes(struct tp_compiler *c, const cJSON *themes, int16_t *lean) {
  const char *choices = tp_format_field(&tp_kind_action, "theme")->choices;
  const cJSON *entry;
  if (!cJSON_IsObject(themes))
    return;
  for (entry = tp_children(themes); entry; entry = entry->next) {
    int theme = tp_format_choice(choices, entry->string);
    if (theme < 0)
      unknown_theme(c, entry, choices);
    for (int i = 0; i < c->r->action_count; i++)
      lean[i] = (int16_t)(lean[i] + (c->actions[i].theme == theme ? points(entry) : 0));
  }
}

static void unknown_action(struct tp_compiler *c, const cJSON *entry) {
  struct tp_nearest nearest = tp_nearest_to(entry->string);
  for (int i = 0; i < c->r->action_count; i++)
    tp_nearest_try(&nearest, c->actions[i].words.id);
  tp_compile_unknown(c, entry, TP_AT_KEY, TP_FORM_ACTION, entry->string,
                     "unknown action \"%.60s\"%s", entry->string, tp_nearest_hint(&nearest));
}

static void lean_to_actions(struct tp_compiler *c, const cJSON *actions, int16_t *lean) {
  const cJSON *entry;
  if (!cJSON_IsObject(actions))
    return;
  for (entry = tp_children(actions); entry; entry = entry->next) {
    int action = tp_address_action(c->r, entry->string);
    if (action < 0)
      unknown_action(c, entry);
    else
      lean[action] = (int16_t)(lean[action] + points(entry));
  }
}

static const int16_t *compile_leanings(struct tp_compiler *c, const cJSON *node) {
  size_t size = (size_t)(c->r->action_count + 1) * sizeof(int16_t);
  int16_t *lean = tp_arena_take(c->arena, size);
  memset(lean, 0, size);
  lean_to_themes(c, tp_read(node, "themes"), lean);
  lean_to_actions(c, tp_read(node, "actions"), lean);
  return lean;
}

void tp_compile_policies(struct tp_compiler *c) {
  const cJSON **nodes;
  const char *bases = tp_format_field(&tp_kind_policy, "base")->choices;
  int count = tp_read_entries(c, &tp_kind_scenario, c->root, "policies", TP_CHARACTERS_MAX, &nodes);
  struct tp_character *list = tp_arena_take(c->arena, (size_t)(count + 1) * sizeof *list);
  for (int i = 0; i < count; i++) {
    const char *base = tp_read_text(c, nodes[i], "base");
    list[i] = (struct tp_character){.words = {tp_read_id(c, nodes[i], i),
                                              tp_read_text(c, nodes[i], "title"),
                                              tp_read_text(c, nodes[i], "text")},
                                    .base = tp_format_choice(bases, base) < 0 ? "planner" : base,
                                    .goals = compile_all_goals(c, tp_read(nodes[i], "goals")),
                                    .lean = compile_leanings(c, nodes[i])};
    if (tp_format_choice(taken, list[i].words.id) >= 0)
      tp_compile_fault(c, nodes[i], TP_AT_KEY, "\"%s\" is a policy of every scenario",
                       list[i].words.id);
  }
  c->r->characters = list;
  c->r->character_count = count;
}

/* The name alone, of the program's or the scenario's own; NULL when there is none. */
static const char *base_of(const struct tp_compiler *c, const char *name) {
  const cJSON *own = tp_read(tp_read(c->root, "policies"), name), *base = tp_read(own, "base");
  if (tp_format_choice(TP_POLICY_NAMES, name) >= 0)
    return name;
  if (!own)
    return NULL;
  return cJSON_IsString(base) ? base->valuestring : "planner";
}

void tp_compile_policy_name(struct tp_compiler *c, const cJSON *node) {
  char name[TP_ID_MAX + 1];
  if (!cJSON_IsString(node) || !tp_shape_is_policy(node->valuestring))
    return; /* reported */
  snprintf(name, sizeof name, "%.*s", (int)strcspn(node->valuestring, ":"), node->valuestring);
  const char *base = base_of(c, name);
  if (base && strchr(node->valuestring, ':') && tp_format_choice(TP_POLICY_ROLLS, base) < 0)
    tp_compile_fault(c, node, TP_AT_VALUE, "\"%.60s\" imagines no games: leave out the number",
                     name);
  if (base)
    return;
  static const char *const known[] = {"idle", "random", "reflex", "greedy", "planner", "mcts"};
  struct tp_nearest nearest = tp_nearest_to(name);
  const cJSON *own;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    tp_nearest_try(&nearest, known[i]);
  for (own = tp_children(tp_read(c->root, "policies")); own; own = own->next)
    if (own->string)
      tp_nearest_try(&nearest, own->string);
  tp_compile_unknown(
      c, node, TP_AT_VALUE, TP_FORM_POLICY, name,
      "unknown policy \"%.60s\"%s (there are idle, random, reflex, greedy, planner, mcts "
      "and those of \"policies\")",
      name, tp_nearest_hint(&nearest));
}
