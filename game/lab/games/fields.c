#include "lab/games/fields.h"

#include "data/address.h"
#include "data/arena.h"
#include "lab/games/rows.h"

#include <stdio.h>
#include <string.h>

struct list {
  const struct tp_rules *r[2];
  const struct tp_world *w[2];
  struct tp_field_difference *item;
  int count, room;
};

static struct tp_field_difference *add(struct list *list, double a, double b) {
  if (list->count == list->room) {
    list->room = list->room ? 2 * list->room : 64;
    list->item = tp_memory_resize(list->item, (size_t)list->room * sizeof *list->item);
  }
  struct tp_field_difference *item = &list->item[list->count++];
  *item = (struct tp_field_difference){.value = {a, b}, .slot = {-1, -1}};
  return item;
}

/* KIND:ID.FIELD, or FIELD alone. */
static void note(struct list *list, const char *kind, const char *id, const char *field, double a,
                 double b) {
  if (a == b)
    return;
  struct tp_field_difference *item = add(list, a, b);
  snprintf(item->name, sizeof item->name, "%s%s%s%s%s", kind, id ? ":" : "", id ? id : "",
           *field ? "." : "", field);
}

static void list_variables(struct list *list) {
  for (int a = 0; a < list->r[0]->slot_count; a++) {
    const char *name = list->r[0]->slots[a].name;
    int b = list->r[0] == list->r[1] ? a : tp_address_find(list->r[1], name);
    if (b < 0 || tp_same_bits(list->w[0]->v[a], list->w[1]->v[b]))
      continue;
    struct tp_field_difference *item = add(list, list->w[0]->v[a], list->w[1]->v[b]);
    item->slot[0] = a;
    item->slot[1] = b;
    snprintf(item->name, sizeof item->name, "%s", name);
  }
}

static void list_actions(struct list *list) {
  for (int a = 0; a < list->r[0]->action_count; a++) {
    const char *id = list->r[0]->actions[a].words.id;
    int b = tp_address_action(list->r[1], id);
    if (b == TP_NONE)
      continue;
    struct tp_action_state x = tp_world_actions_const(list->r[0], list->w[0])[a];
    struct tp_action_state y = tp_world_actions_const(list->r[1], list->w[1])[b];
    note(list, "action", id, "left", x.left, y.left);
    note(list, "action", id, "cooldown", x.cooldown, y.cooldown);
    note(list, "action", id, "used", x.used, y.used);
  }
}

static void list_events(struct list *list) {
  for (int a = 0; a < list->r[0]->event_count; a++) {
    const char *id = list->r[0]->events[a].words.id;
    int b = tp_address_event(list->r[1], id);
    if (b == TP_NONE)
      continue;
    struct tp_event_state x = tp_world_events_const(list->r[0], list->w[0])[a];
    struct tp_event_state y = tp_world_events_const(list->r[1], list->w[1])[b];
    note(list, "event", id, "fired", x.fired, y.fired);
    note(list, "event", id, "cooldown", x.cooldown, y.cooldown);
    note(list, "event", id, "due", x.due, y.due);
    note(list, "event", id, "pending", tp_world_is_pending(list->w[0], a),
         tp_world_is_pending(list->w[1], b));
  }
}

static void list_streaks(struct list *list) {
  const uint8_t *x = tp_world_streaks_const(list->r[0], list->w[0]);
  const uint8_t *y = tp_world_streaks_const(list->r[1], list->w[1]);
  for (int a = 0; a < list->r[0]->objective_count; a++) {
    const char *id = list->r[0]->objectives[a].words.id;
    int b = tp_address_objective(list->r[1], id);
    if (b != TP_NONE)
      note(list, "objective", id, "held", x[a], y[b]);
  }
  x += list->r[0]->objective_count;
  y += list->r[1]->objective_count;
  for (int a = 0; a < list->r[0]->ending_count; a++) {
    const char *id = list->r[0]->endings[a].words.id;
    int b = tp_address_ending(list->r[1], id);
    if (b != TP_NONE)
      note(list, "ending", id, "held", x[a], y[b]);
  }
}

/* Actors by their numbers in the first game's scenario. */
static double number_of(const struct list *list, int side, int actor) {
  if (side == 0 || actor == TP_NONE)
    return actor;
  const char *id = list->r[1]->actors[actor].words.id;
  return tp_address_actor(list->r[0], id, strlen(id));
}

static void list_rest(struct list *list) {
  const struct tp_crisis *x = &list->w[0]->crisis, *y = &list->w[1]->crisis;
  note(list, "crisis", NULL, "challenger", number_of(list, 0, x->challenger),
       number_of(list, 1, y->challenger));
  note(list, "crisis", NULL, "target", number_of(list, 0, x->target),
       number_of(list, 1, y->target));
  note(list, "crisis", NULL, "honoured", x->honoured, y->honoured);
  note(list, "crisis", NULL, "age", x->age, y->age);
  note(list, "result", NULL, "", list->w[0]->result, list->w[1]->result);
}

struct tp_field_difference *tp_fields_differ(const struct tp_rules *const r[2],
                                             const struct tp_world *const w[2], int *count) {
  struct list list = {.r = {r[0], r[1]}, .w = {w[0], w[1]}};
  list_variables(&list);
  list_actions(&list);
  list_events(&list);
  list_streaks(&list);
  list_rest(&list);
  *count = list.count;
  return list.item;
}
