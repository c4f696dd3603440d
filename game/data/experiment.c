#include "data/experiment.h"

#include "core/equation.h"
#include "core/turn.h"
#include "data/address.h"
#include "data/format/format.h"
#include "data/nearest.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct tp_experiment {
  struct tp_arena *arena;
  struct tp_rules rules;
  double *start, *offset;
  struct tp_system *system; /* NULL while it is the scenario's */
  uint8_t *at_rest;         /* none: all offsets are the scenario's */
  int unsettled;            /* the equations are to be written anew */
};

static int refuse(struct tp_experiment_error *error, const char *format, ...) TP_FORMATS(2, 3);

static int refuse(struct tp_experiment_error *error, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(error->text, sizeof error->text, format, arguments);
  va_end(arguments);
  return 0;
}

static void *copy(struct tp_arena *arena, const void *items, int count, size_t size) {
  void *made = tp_arena_take(arena, (size_t)count * size);
  return count ? memcpy(made, items, (size_t)count * size) : made;
}

struct tp_experiment *tp_experiment_create(const struct tp_scenario *scenario) {
  struct tp_arena *arena = tp_arena_create();
  struct tp_experiment *e = tp_arena_take(arena, sizeof *e);
  const struct tp_rules *r = scenario->rules;
  e->arena = arena;
  e->rules = *r;
  e->rules.start = e->start = copy(arena, r->start, r->slot_count, sizeof *e->start);
  e->rules.offset = e->offset = copy(arena, r->offset, r->slot_count, sizeof *e->offset);
  return e;
}

void tp_experiment_free(struct tp_experiment *experiment) {
  if (experiment)
    tp_arena_free(experiment->arena);
}

/* --- reading a change ------------------------------------------------------------------------ */

/* "NAME=VALUE" into its parts. */
static int split(const char *change, char name[2 * TP_TITLE_MAX], double *value,
                 struct tp_experiment_error *error) {
  const char *sign = strchr(change, '=');
  char *end;
  if (!sign || sign == change || sign - change >= 2 * TP_TITLE_MAX)
    return refuse(error, "\"%.100s\" is not NAME=VALUE", change);
  memcpy(name, change, (size_t)(sign - change));
  name[sign - change] = '\0';
  *value = strtod(sign + 1, &end); /* which reads more than decimal numbers */
  if (strspn(sign + 1, "+-.0123456789eE") != strlen(sign + 1) || end == sign + 1 || *end ||
      !isfinite(*value))
    return refuse(error, "\"%.60s\" is not a number", sign + 1);
  return 1;
}

static int find(const struct tp_rules *r, const char *name, int coefficients,
                struct tp_experiment_error *error) {
  int slot = tp_address_find(r, name);
  if (slot == TP_NONE)
    tp_address_explain(r, name, coefficients, error->text, sizeof error->text);
  return slot;
}

static int check_range(const char *name, double value, double low, double high,
                       struct tp_experiment_error *error) {
  if (value >= low && value <= high)
    return 1;
  return refuse(error, "%.100s must be from %.15g to %.15g, not %.15g", name, low, high, value);
}

static int find_value(const struct tp_rules *r, const char *change, double *value,
                      struct tp_experiment_error *error) {
  char name[2 * TP_TITLE_MAX];
  if (!split(change, name, value, error))
    return TP_NONE;
  int slot = find(r, name, 0, error);
  if (slot != TP_NONE && !check_range(name, *value, r->low[slot], r->high[slot], error))
    return TP_NONE;
  return slot;
}

/* --- changes --------------------------------------------------------------------------------- */

static int set_coefficient(struct tp_experiment *e, int index, double value,
                           struct tp_experiment_error *error) {
  int count;
  const struct tp_coefficient *known = tp_coefficients(&count) + index;
  if (!check_range(known->name, value, known->low, known->high, error))
    return 0;
  *tp_coefficient_at(&e->rules.coefficient, index) = value;
  e->unsettled = 1;
  return 1;
}

int tp_experiment_set_value(struct tp_experiment *experiment, const char *name, double value,
                            struct tp_experiment_error *error) {
  struct tp_rules *r = &experiment->rules;
  int coefficient = tp_address_coefficient(name);
  if (coefficient != TP_NONE)
    return set_coefficient(experiment, coefficient, value, error);
  int slot = find(r, name, 1, error);
  if (slot == TP_NONE)
    return 0;
  const struct tp_variable *variable = tp_address_variable(r, slot);
  if (variable && variable->derived)
    return refuse(error,
                  "%.100s is computed from other variables and has no start value; it can be held",
                  name);
  if (!check_range(name, value, r->low[slot], r->high[slot], error))
    return 0;
  experiment->start[slot] = value;
  experiment->unsettled = 1;
  return 1;
}

int tp_experiment_set(struct tp_experiment *experiment, const char *change,
                      struct tp_experiment_error *error) {
  char name[2 * TP_TITLE_MAX];
  double value = 0;
  return split(change, name, &value, error) &&
         tp_experiment_set_value(experiment, name, value, error);
}

int tp_experiment_hold(struct tp_experiment *experiment, const char *change,
                       struct tp_experiment_error *error) {
  struct tp_rules *r = &experiment->rules;
  double value = 0;
  int slot = find_value(r, change, &value, error);
  if (slot == TP_NONE)
    return 0;
  if (r->hold_count == TP_HOLDS_MAX)
    return refuse(error, "at most %d variables can be held", TP_HOLDS_MAX);
  r->holds[r->hold_count++] = (struct tp_hold){value, (int16_t)slot};
  experiment->unsettled = 1;
  return 1;
}

static int find_event(const struct tp_rules *r, const char *id, struct tp_experiment_error *error) {
  int event = tp_address_event(r, id);
  if (event != TP_NONE)
    return event;
  struct tp_nearest nearest = tp_nearest_to(id);
  for (int i = 0; i < r->event_count; i++)
    tp_nearest_try(&nearest, r->events[i].words.id);
  refuse(error, "unknown event \"%.60s\"%s", id, tp_nearest_hint(&nearest));
  return TP_NONE;
}

int tp_experiment_at(struct tp_experiment *experiment, const char *change,
                     struct tp_experiment_error *error) {
  struct tp_rules *r = &experiment->rules;
  struct tp_scheduled item = {.slot = TP_NONE, .event = TP_NONE};
  char *end;
  long turn = strtol(change, &end, 10);
  if (end == change || *end != ':')
    return refuse(error, "\"%.100s\" is neither TURN:NAME=VALUE nor TURN:+EVENT", change);
  if (turn < 0 || turn >= TP_TURNS_MAX)
    return refuse(error, "the turn must be from 0 to %d, not %ld", TP_TURNS_MAX - 1, turn);
  item.turn = (int16_t)turn;
  if (end[1] == '+')
    item.event = (int16_t)find_event(r, end + 2, error);
  else
    item.slot = (int16_t)find_value(r, end + 1, &item.value, error);
  if (item.event == TP_NONE && item.slot == TP_NONE)
    return 0;
  if (r->scheduled_count == TP_SCHEDULE_MAX)
    return refuse(error, "at most %d things can be scheduled", TP_SCHEDULE_MAX);
  r->scheduled[r->scheduled_count++] = item;
  experiment->unsettled = 1;
  return 1;
}

int tp_experiment_ban(struct tp_experiment *experiment, const char *action,
                      struct tp_experiment_error *error) {
  struct tp_rules *r = &experiment->rules;
  int index = tp_address_action(r, action);
  if (index != TP_NONE) {
    r->banned[index] = 1;
    return 1;
  }
  struct tp_nearest nearest = tp_nearest_to(action);
  for (int i = 0; i < r->action_count; i++)
    tp_nearest_try(&nearest, r->actions[i].words.id);
  return refuse(error, "unknown action \"%.60s\"%s", action, tp_nearest_hint(&nearest));
}

int tp_experiment_turns(struct tp_experiment *experiment, int turns,
                        struct tp_experiment_error *error) {
  if (turns < 1 || turns > TP_TURNS_MAX)
    return refuse(error, "a game has from 1 to %d turns, not %d", TP_TURNS_MAX, turns);
  experiment->rules.turns = turns;
  return 1;
}

/* --- the result ------------------------------------------------------------------------------ */

/* Writes the equations anew with the coefficients and start values as they are now. The offsets are
 * the scenario's, so that what was changed has its effect. */
static void settle(struct tp_experiment *e) {
  if (!e->system) {
    e->system = tp_arena_take(e->arena, sizeof *e->system);
    e->at_rest = tp_arena_take(e->arena, (size_t)e->rules.slot_count);
  }
  tp_rules_settle(&e->rules, e->start, e->offset, e->system, e->at_rest);
}

const struct tp_rules *tp_experiment_rules(struct tp_experiment *experiment) {
  if (experiment->unsettled && experiment->rules.slot_count)
    settle(experiment);
  experiment->unsettled = 0;
  return &experiment->rules;
}
