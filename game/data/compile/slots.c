/* The place, range and start value of every variable. */
#include "data/compile/compile.h"

#include <math.h>
#include <string.h>

/* --- places ---------------------------------------------------------------------------------- */

static void add_slot(struct tp_compiler *c, enum tp_scope scope, int subject, int variable,
                     double low, double high, const char *name) {
  int slot = c->r->slot_count;
  if (slot == TP_SLOTS_MAX)
    return;
  c->slots[slot] = (struct tp_slot){name, (int16_t)scope, (int16_t)subject, (int16_t)variable};
  c->low[slot] = low;
  c->high[slot] = high;
  c->r->slot_count++;
}

/* The first `count` variables of a scope, on one subject; returns the slot of the first. */
static int16_t add_block(struct tp_compiler *c, enum tp_scope scope, int subject, int count,
                         const char *name) {
  int all, first = c->r->slot_count;
  const struct tp_variable *on = tp_variables_on(scope, &all);
  for (int i = 0; i < count; i++)
    add_slot(c, scope, subject, i, on[i].low, on[i].high,
             tp_arena_print(c->arena, "%s.%s", name, on[i].name));
  return (int16_t)first;
}

static void place_relations(struct tp_compiler *c) {
  struct tp_rules *r = c->r;
  for (int i = 0; i < r->tie_count; i++) {
    const char *name = tp_arena_print(c->arena, "%s-%s", c->actors[c->ties[i].a].words.id,
                                      c->actors[c->ties[i].b].words.id);
    c->ties[i].slot = add_block(c, TP_ON_TIE, i, TP_TIE_COUNT, name);
  }
  for (int i = 0; i < r->view_count; i++) {
    const char *name = tp_arena_print(c->arena, "%s>%s", c->actors[c->views[i].from].words.id,
                                      c->actors[c->views[i].to].words.id);
    c->views[i].slot = add_block(c, TP_ON_VIEW, i, TP_VIEW_COUNT, name);
  }
  for (int i = 0; i < r->claim_count; i++)
    c->claims[i].slot = add_block(c, TP_ON_CLAIM, i, TP_CLAIM_COUNT,
                                  tp_arena_print(c->arena, "claim:%s", c->claims[i].words.id));
}

static void place_track(struct tp_compiler *c, int index) {
  const cJSON *node = c->track_nodes[index];
  double low = tp_read_number(&tp_kind_track, node, "min");
  double high = tp_read_number(&tp_kind_track, node, "max");
  const cJSON *end = tp_read(node, "min") ? tp_read(node, "min") : tp_read(node, "max");
  if (low >= high)
    tp_compile_fault(c, end ? end : node, TP_AT_VALUE,
                     "\"min\" (%.15g) must be below \"max\" (%.15g)", low, high);
  c->tracks[index].slot = (int16_t)c->r->slot_count;
  add_slot(c, TP_ON_TRACK, index, 0, low, high,
           tp_arena_print(c->arena, "track:%s", c->tracks[index].words.id));
}

static void place_all(struct tp_compiler *c) {
  for (int i = 0; i < c->r->actor_count; i++)
    c->actors[i].slot = add_block(c, TP_ON_ACTOR, i, c->actors[i].variables, c->actors[i].words.id);
  place_relations(c);
  for (int i = 0; i < c->r->track_count; i++)
    place_track(c, i);
  c->r->world_slot = add_block(c, TP_ON_WORLD, 0, TP_WORLD_COUNT, "world");
  if (c->r->slot_count == TP_SLOTS_MAX)
    tp_compile_fault(c, c->root, TP_AT_VALUE,
                     "too many variables on actors, pairs and claims: at most %d", TP_SLOTS_MAX);
}

/* --- start values ---------------------------------------------------------------------------- */

/* Where a subject's start values may be given. */
struct given {
  const cJSON *node;              /* the entry itself, for faults */
  const cJSON *values;            /* what it gives */
  const cJSON *defaults;          /* what the scenario gives to all of its kind */
  const char *where;              /* the latter's name */
  const char *within;             /* where the values are in the entry: "vars/", or "" */
  const char *because;            /* such a value is needed, or "" */
  int optional_from, optional_to; /* variables that start at 0 when nobody gives them */
};

static int16_t has_number(const cJSON *node) {
  return cJSON_IsNumber(node) && isfinite(node->valuedouble);
}

static void start_variable(struct tp_compiler *c, const struct given *given, int slot) {
  const struct tp_variable *variable = tp_address_variable(c->r, slot);
  const cJSON *value = tp_read(given->values, variable->name);
  int index = c->slots[slot].variable;
  if (variable->derived)
    return;
  if (!value)
    value = tp_read(given->defaults, variable->name);
  if (value) {
    c->start[slot] = has_number(value) ? value->valuedouble : c->low[slot];
  } else if (index < given->optional_from || index >= given->optional_to) {
    tp_compile_lack(c, given->node, tp_arena_print(c->arena, "%s%s", given->within, variable->name),
                    "%s needs a start value from %.15g to %.15g, here or in \"%s\"%s",
                    c->slots[slot].name, c->low[slot], c->high[slot], given->where, given->because);
  }
}

static void start_block(struct tp_compiler *c, const struct given *given, int first, int count) {
  for (int i = 0; i < count; i++)
    start_variable(c, given, first + i);
}

/* Start values for variables the actor does not have. */
static void check_surplus(struct tp_compiler *c, const struct tp_actor *actor, const cJSON *vars) {
  const cJSON *entry;
  for (entry = tp_children(vars); entry; entry = entry->next) {
    int variable = tp_variable_find(TP_ON_ACTOR, entry->string, (int)strlen(entry->string));
    if (variable >= actor->variables)
      tp_compile_fault(c, entry, TP_AT_KEY, "%s has no \"%s\": %s", actor->words.id, entry->string,
                       variable < TP_SEAT_COUNT
                           ? "only seats have, and it has neither income nor actions"
                           : "only a union has");
  }
}

static void start_actor(struct tp_compiler *c, int index) {
  static const char *const kinds[] = {"power", "union", "member", "partner"};
  const struct tp_actor *actor = &c->actors[index];
  const cJSON *node = c->actor_nodes[index], *kind = tp_read(node, "kind");
  if (!cJSON_IsString(kind) ||
      tp_format_choice("power|union|member|partner", kind->valuestring) < 0)
    return; /* reported; what it should have is not known */
  struct given given = {.node = node,
                        .values = tp_read(node, "vars"),
                        .defaults = tp_read(tp_read(c->root, "defaults"), kinds[actor->kind]),
                        .where = tp_arena_print(c->arena, "defaults/%s", kinds[actor->kind]),
                        .within = "vars/",
                        .because = tp_read(node, "income") || !actor->is_seat
                                       ? ""
                                       : ": there are actions of it, which makes it a seat",
                        .optional_from = TP_COMMON_COUNT};
  given.optional_to = actor->kind == TP_KIND_MEMBER ? TP_COMMON_COUNT : TP_MEMBER_COUNT;
  start_block(c, &given, actor->slot, actor->variables);
  if (cJSON_IsObject(given.values))
    check_surplus(c, actor, given.values);
}

static void start_relations(struct tp_compiler *c) {
  const cJSON *defaults = tp_read(c->root, "defaults");
  struct given given = {
      .defaults = tp_read(defaults, "tie"), .where = "defaults/tie", .within = "", .because = ""};
  for (int i = 0; i < c->r->tie_count; i++) {
    given.node = given.values = c->tie_nodes[i];
    start_block(c, &given, c->ties[i].slot, TP_TIE_COUNT);
  }
  given.defaults = tp_read(defaults, "view");
  given.where = "defaults/view";
  for (int i = 0; i < c->r->view_count; i++) {
    given.node = given.values = c->view_nodes[i];
    start_block(c, &given, c->views[i].slot, TP_VIEW_COUNT);
  }
  given.defaults = tp_read(defaults, "claim");
  given.where = "defaults/claim";
  for (int i = 0; i < c->r->claim_count; i++) {
    given.node = given.values = c->claim_nodes[i];
    start_block(c, &given, c->claims[i].slot, TP_CLAIM_COUNT);
  }
}

static void start_tracks(struct tp_compiler *c) {
  for (int i = 0; i < c->r->track_count; i++) {
    int slot = c->tracks[i].slot;
    const cJSON *value = tp_read(c->track_nodes[i], "start");
    if (!has_number(value) || c->low[slot] >= c->high[slot])
      continue;
    c->start[slot] = value->valuedouble;
    if (value->valuedouble < c->low[slot] || value->valuedouble > c->high[slot])
      tp_compile_fault(c, value, TP_AT_VALUE,
                       "must be from \"min\" to \"max\", %.15g to %.15g (is %.15g)", c->low[slot],
                       c->high[slot], value->valuedouble);
  }
}

void tp_compile_slots(struct tp_compiler *c) {
  c->r->slots = c->slots = tp_arena_take(c->arena, TP_SLOTS_MAX * sizeof *c->slots);
  c->r->low = c->low = tp_arena_take(c->arena, TP_SLOTS_MAX * sizeof *c->low);
  c->r->high = c->high = tp_arena_take(c->arena, TP_SLOTS_MAX * sizeof *c->high);
  c->r->start = c->start = tp_arena_take(c->arena, TP_SLOTS_MAX * sizeof *c->start);
  place_all(c);
  if (c->r->slot_count == TP_SLOTS_MAX)
    return;
  for (int i = 0; i < c->r->actor_count; i++)
    start_actor(c, i);
  start_relations(c);
  start_tracks(c);
  const cJSON *world = tp_read(c->root, "world");
  struct given given = {.node = world ? world : c->root,
                        .values = world,
                        .where = "world",
                        .within = "",
                        .because = ""};
  start_block(c, &given, c->r->world_slot, TP_WORLD_COUNT);
}
