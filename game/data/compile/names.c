/* Resolving names, and the lists that are made of named variables. */
#include "data/compile/compile.h"

#include "core/world.h"
#include "data/nearest.h"

#include <math.h>
#include <string.h>

/* --- names ----------------------------------------------------------------------------------- */

int16_t tp_compile_actor(struct tp_compiler *c, const cJSON *node) {
  if (!cJSON_IsString(node))
    return TP_NONE;
  int actor = tp_address_actor(c->r, node->valuestring, strlen(node->valuestring));
  if (actor != TP_NONE)
    return (int16_t)actor;
  struct tp_nearest nearest = tp_nearest_to(node->valuestring);
  struct tp_names known = {.is_full = 0};
  char list[TP_NAMES_MAX];
  for (int i = 0; i < c->r->actor_count; i++) {
    tp_nearest_try(&nearest, c->r->actors[i].words.id);
    tp_names_add(&known, c->r->actors[i].words.id);
  }
  tp_compile_unknown(c, node, TP_AT_VALUE, TP_FORM_ACTOR, node->valuestring,
                     "unknown actor \"%.60s\"%s", node->valuestring,
                     nearest.best ? tp_nearest_hint(&nearest) : tp_names_hint(&known, list));
  return TP_NONE;
}

int16_t tp_compile_seat(struct tp_compiler *c, const cJSON *node) {
  int16_t actor = tp_compile_actor(c, node);
  if (actor == TP_NONE || c->r->actors[actor].is_seat)
    return actor;
  tp_compile_fault(c, node, TP_AT_VALUE, "%s is no seat: it has neither income nor actions",
                   c->r->actors[actor].words.id);
  return TP_NONE;
}

#define COMPILE_BY_ID(FUNCTION, FIND, ITEMS, COUNT, FORM, WHAT)                                    \
  int16_t FUNCTION(struct tp_compiler *c, const cJSON *node) {                                     \
    if (!cJSON_IsString(node))                                                                     \
      return TP_NONE;                                                                              \
    int found = FIND(c->r, node->valuestring);                                                     \
    if (found != TP_NONE)                                                                          \
      return (int16_t)found;                                                                       \
    struct tp_nearest nearest = tp_nearest_to(node->valuestring);                                  \
    for (int i = 0; i < c->r->COUNT; i++)                                                          \
      tp_nearest_try(&nearest, c->r->ITEMS[i].words.id);                                           \
    tp_compile_unknown(c, node, TP_AT_VALUE, FORM, node->valuestring,                              \
                       "unknown " WHAT " \"%.60s\"%s", node->valuestring,                          \
                       tp_nearest_hint(&nearest));                                                 \
    return TP_NONE;                                                                                \
  }

COMPILE_BY_ID(tp_compile_action, tp_address_action, actions, action_count, TP_FORM_ACTION, "action")
COMPILE_BY_ID(tp_compile_event, tp_address_event, events, event_count, TP_FORM_EVENT, "event")

int16_t tp_compile_tie(struct tp_compiler *c, const cJSON *node) {
  int a, b;
  if (!cJSON_IsString(node))
    return TP_NONE;
  const char *pair = node->valuestring;
  int ways = tp_address_pair(c->r, pair, strlen(pair), '-', &a, &b);
  int tie = ways ? tp_rules_tie(c->r, a, b) : TP_NONE;
  if (tie != TP_NONE)
    return (int16_t)tie;
  struct tp_nearest nearest = tp_nearest_to(pair);
  for (int i = 0; i < c->r->tie_count; i++)
    if (c->tie_nodes[i]->string)
      tp_nearest_try(&nearest, c->tie_nodes[i]->string);
  tp_compile_unknown(c, node, TP_AT_VALUE, TP_FORM_PAIR, pair, "unknown pair \"%.100s\"%s", pair,
                     tp_nearest_hint(&nearest));
  return TP_NONE;
}

int16_t tp_compile_address(struct tp_compiler *c, const cJSON *node) {
  char message[300];
  if (!cJSON_IsString(node))
    return TP_NONE;
  int slot = tp_address_find(c->r, node->valuestring);
  if (slot != TP_NONE)
    return (int16_t)slot;
  if (tp_problems_count_only(c->problems))
    return TP_NONE;
  tp_address_explain(c->r, node->valuestring, 0, message, sizeof message);
  tp_compile_unknown(c, node, TP_AT_VALUE, TP_FORM_ADDRESS, node->valuestring, "%s", message);
  return TP_NONE;
}

/* --- pools ----------------------------------------------------------------------------------- */

int16_t tp_pool_count(const struct tp_compiler *c, enum tp_pool_name pool) {
  return (int16_t)c->pools[pool].count;
}

void tp_pool_push(struct tp_compiler *c, enum tp_pool_name pool, const void *item) {
  struct tp_pool *p = &c->pools[pool];
  if (p->count == INT16_MAX) {
    if (!c->too_large++)
      tp_compile_fault(c, c->root, TP_AT_VALUE, "more than %d effects, conditions or terms",
                       INT16_MAX);
    return;
  }
  p->items = tp_arena_grow(c->arena, p->items, p->count, &p->room, p->size);
  memcpy((char *)p->items + (size_t)p->count++ * p->size, item, p->size);
}

void tp_pool_push_index(struct tp_compiler *c, enum tp_pool_name pool, int index) {
  int16_t item = (int16_t)index;
  tp_pool_push(c, pool, &item);
}

struct tp_span tp_pool_span(const struct tp_compiler *c, enum tp_pool_name pool, int16_t first) {
  return (struct tp_span){first, (int16_t)(c->pools[pool].count - first)};
}

/* --- lists ----------------------------------------------------------------------------------- */

static int is_finite(const cJSON *node) {
  return node && cJSON_IsNumber(node) && isfinite(node->valuedouble);
}

/* A comparison with a number the variable cannot have is a slip of the pen. */
static void check_reach(struct tp_compiler *c, const cJSON *node, int slot) {
  double x = node->valuedouble;
  if (x < c->r->low[slot] || x > c->r->high[slot])
    tp_compile_fault(c, node, TP_AT_VALUE, "%.15g is out of the range of %s, %.15g to %.15g", x,
                     c->r->slots[slot].name, c->r->low[slot], c->r->high[slot]);
}

/* A number at the end of a range, which is as far as the variable goes; of a game's turns, there
 * are only so many. */
static void check_never(struct tp_compiler *c, const cJSON *node, int16_t slot, enum tp_operator op,
                        double x) {
  char message[200];
  double low = c->r->low[slot], high = c->r->high[slot];
  int is_turn = slot == tp_world_slot(c->r, TP_TURN);
  double last = is_turn && c->r->turns > 0 ? c->r->turns : high;
  int never = (op == TP_LESS && x <= low) || (op == TP_MORE && x >= last) ||
              ((op == TP_MORE_EQUAL || op == TP_EQUAL) && x > last);
  if (!never || x < low || x > high)
    return;
  snprintf(message, sizeof message, "never holds: %.100s goes from %.15g to %.15g",
           c->r->slots[slot].name, low, last);
  tp_document_doubt(c->document, c->problems, node, message);
}

int tp_compile_comparison(struct tp_compiler *c, const cJSON *node, int16_t slot,
                          enum tp_operator op, struct tp_condition *condition) {
  const cJSON *value = tp_read(node, tp_operator_sign(op));
  if (!is_finite(value) || slot == TP_NONE)
    return 0;
  check_reach(c, value, slot);
  check_never(c, node, slot, op, value->valuedouble);
  *condition = (struct tp_condition){value->valuedouble, slot, (int16_t)op};
  return 1;
}

static void compile_condition(struct tp_compiler *c, const cJSON *node) {
  int16_t slot = tp_compile_address(c, tp_read(node, "var"));
  for (int op = 1; op < TP_OPERATORS; op++) {
    struct tp_condition condition;
    if (tp_compile_comparison(c, node, slot, (enum tp_operator)op, &condition))
      tp_pool_push(c, TP_POOL_CONDITIONS, &condition);
  }
}

struct tp_span tp_compile_conditions(struct tp_compiler *c, const cJSON *list) {
  int16_t first = tp_pool_count(c, TP_POOL_CONDITIONS);
  const cJSON *node;
  if (cJSON_IsArray(list))
    for (node = tp_children(list); node; node = node->next)
      compile_condition(c, node);
  return tp_pool_span(c, TP_POOL_CONDITIONS, first);
}

struct tp_span tp_compile_weights(struct tp_compiler *c, const cJSON *list) {
  int16_t first = tp_pool_count(c, TP_POOL_WEIGHTS);
  const cJSON *node;
  if (cJSON_IsArray(list))
    for (node = tp_children(list); node; node = node->next) {
      struct tp_weight weight = {tp_read_number(&tp_kind_weight, node, "weight"),
                                 tp_compile_address(c, tp_read(node, "var"))};
      if (weight.slot != TP_NONE)
        tp_pool_push(c, TP_POOL_WEIGHTS, &weight);
    }
  return tp_pool_span(c, TP_POOL_WEIGHTS, first);
}

struct tp_span tp_compile_named_weights(struct tp_compiler *c, const cJSON *object) {
  int16_t first = tp_pool_count(c, TP_POOL_WEIGHTS);
  const cJSON *entry;
  if (cJSON_IsObject(object))
    for (entry = tp_children(object); entry; entry = entry->next) {
      char message[300];
      int slot = tp_address_find(c->r, entry->string);
      struct tp_weight weight = {cJSON_IsNumber(entry) ? entry->valuedouble : 0, (int16_t)slot};
      if (slot == TP_NONE && tp_problems_count_only(c->problems))
        continue;
      if (slot == TP_NONE) {
        tp_address_explain(c->r, entry->string, 0, message, sizeof message);
        tp_compile_unknown(c, entry, TP_AT_KEY, TP_FORM_ADDRESS, entry->string, "%s", message);
      } else {
        tp_pool_push(c, TP_POOL_WEIGHTS, &weight);
      }
    }
  return tp_pool_span(c, TP_POOL_WEIGHTS, first);
}

static enum tp_landing landing_of(const cJSON *node) {
  if (tp_read(node, "each"))
    return TP_LAND_EACH;
  return tp_read_choice(&tp_kind_effect, node, "at") ? TP_LAND_END : TP_LAND_START;
}

static int is_derived(const struct tp_rules *r, int slot) {
  const struct tp_variable *variable = tp_address_variable(r, slot);
  return variable && variable->derived;
}

static void compile_effect(struct tp_compiler *c, const cJSON *node) {
  const cJSON *add = tp_read(node, "add"), *set = tp_read(node, "set");
  int16_t slot = tp_compile_address(c, tp_read(node, "var"));
  if (add && set)
    tp_compile_fault(c, set, TP_AT_KEY, "an effect has either \"add\" or \"set\", not both");
  if (tp_read(node, "each") && tp_read(node, "at"))
    tp_compile_fault(c, tp_read(node, "at"), TP_AT_KEY,
                     "an effect lands \"each\" turn or \"at\" one end, not both");
  if (slot == TP_NONE)
    return;
  if (is_derived(c->r, slot))
    tp_compile_fault(c, tp_read(node, "var"), TP_AT_VALUE,
                     "%s is computed from other variables; change those", c->r->slots[slot].name);
  if (is_finite(set))
    check_reach(c, set, slot);
  struct tp_effect effect = {0, slot, TP_ADD};
  if (is_finite(set))
    effect = (struct tp_effect){set->valuedouble, slot, TP_SET};
  else if (is_finite(add))
    effect.value = add->valuedouble;
  tp_pool_push(c, TP_POOL_EFFECTS, &effect);
}

struct tp_span tp_compile_effects(struct tp_compiler *c, const cJSON *list,
                                  enum tp_landing landing) {
  int16_t first = tp_pool_count(c, TP_POOL_EFFECTS);
  const cJSON *node;
  if (cJSON_IsArray(list))
    for (node = tp_children(list); node; node = node->next)
      if (landing == TP_LAND_ANY || landing_of(node) == landing)
        compile_effect(c, node);
  return tp_pool_span(c, TP_POOL_EFFECTS, first);
}
