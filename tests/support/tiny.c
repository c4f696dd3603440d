#include "tiny.h"

#include "data/address.h"
#include "data/json/problems.h"
#include "data/scenario.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct tp_scenario *loaded(void) {
  static struct tp_scenario *scenario;
  if (!scenario) {
    struct tp_problems problems = {0};
    scenario = tp_scenario_load("tests/support/tiny.json", "en", &problems);
    tp_problems_write(&problems, stderr);
    tp_problems_free(&problems);
  }
  assert_non_null(scenario);
  return scenario;
}

int tiny_open(void **state) {
  struct tiny *tiny = calloc(1, sizeof *tiny);
  if (!tiny)
    return -1;
  tiny->r = *loaded()->rules;
  tiny->w = malloc(tiny->r.world_size);
  tiny->ledger.rows = malloc(TINY_ROWS * sizeof *tiny->ledger.rows);
  tiny->ledger.capacity = TINY_ROWS;
  tiny->log.facts = malloc(TINY_FACTS * sizeof *tiny->log.facts);
  tiny->log.capacity = TINY_FACTS;
  size_t slots = (size_t)tiny->r.slot_count * sizeof(double);
  tiny->system = malloc(sizeof *tiny->system);
  tiny->start = memcpy(malloc(slots), tiny->r.start, slots);
  tiny->offset = memcpy(malloc(slots), tiny->r.offset, slots);
  tp_world_start(&tiny->r, tiny->w, 1);
  *state = tiny;
  return 0;
}

int tiny_close(void **state) {
  struct tiny *tiny = *state;
  free(tiny->log.facts);
  free(tiny->ledger.rows);
  free(tiny->start);
  free(tiny->offset);
  free(tiny->system);
  free(tiny->w);
  free(tiny);
  return 0;
}

int tiny_slot(const struct tiny *tiny, const char *address) {
  int slot = tp_address_find(&tiny->r, address);
  if (slot < 0)
    fail_msg("no variable %s", address);
  return slot;
}

double *tiny_at(struct tiny *tiny, const char *address) {
  return &tiny->w->v[tiny_slot(tiny, address)];
}

#define FIND(what, list, number)                                                                   \
  int tiny_##what(const struct tiny *tiny, const char *id) {                                       \
    for (int i = 0; i < tiny->r.number; i++) {                                                     \
      if (strcmp(tiny->r.list[i].words.id, id) == 0)                                               \
        return i;                                                                                  \
    }                                                                                              \
    fail_msg("no " #what " %s", id);                                                               \
    return TP_NONE;                                                                                \
  }
FIND(actor, actors, actor_count)
FIND(action, actions, action_count)
FIND(event, events, event_count)

void tiny_hold(struct tiny *tiny, const char *address, double value) {
  tiny->r.holds[tiny->r.hold_count++] =
      (struct tp_hold){.value = value, .slot = (int16_t)tiny_slot(tiny, address)};
  static const uint8_t keep_offsets[TP_SLOTS_MAX];
  assert_true(tp_rules_settle(&tiny->r, tiny->start, tiny->offset, tiny->system, keep_offsets));
}

static void play(struct tiny *tiny, const struct tp_orders *orders, int count) {
  tiny->ledger.count = tiny->log.count = 0;
  tp_turn_play(&tiny->r, tiny->w, orders, count, &tiny->ledger, &tiny->log);
  assert_int_equal(tiny->ledger.missed, 0);
  assert_int_equal(tiny->log.missed, 0);
}

void tiny_wait(struct tiny *tiny, int turns) {
  for (int i = 0; i < turns; i++)
    play(tiny, NULL, 0);
}

struct tp_order tiny_act(const struct tiny *tiny, const char *action) {
  return (struct tp_order){.kind = TP_ORDER_ACT, .id = (int16_t)tiny_action(tiny, action)};
}

struct tp_verdict tiny_ask(struct tiny *tiny, const char *seat, struct tp_order order) {
  struct tp_orders none = {.seat = (int16_t)tiny_actor(tiny, seat)};
  return tp_order_check(&tiny->r, tiny->w, &none, order);
}

void tiny_order(struct tiny *tiny, const char *seat, struct tp_order order) {
  struct tp_orders orders = {.seat = (int16_t)tiny_actor(tiny, seat)};
  assert_int_equal(tp_order_give(&tiny->r, tiny->w, &orders, order).refusal, TP_ALLOWED);
  play(tiny, &orders, 1);
}

double tiny_moved(const struct tiny *tiny, const char *address, enum tp_cause cause) {
  int slot = tiny_slot(tiny, address);
  double sum = 0;
  for (int i = 0; i < tiny->ledger.count; i++) {
    const struct tp_row *row = &tiny->ledger.rows[i];
    if (row->slot == slot && row->cause == (int)cause)
      sum += row->delta;
  }
  return sum;
}

int tiny_facts(const struct tiny *tiny, enum tp_fact_kind kind, struct tp_fact *fact) {
  int count = 0;
  for (int i = 0; i < tiny->log.count; i++) {
    if (tiny->log.facts[i].kind != (int)kind)
      continue;
    if (fact)
      *fact = tiny->log.facts[i];
    count++;
  }
  return count;
}

void assert_between(double x, double low, double high) {
  if (x < low || x > high)
    fail_msg("%.17g is not between %.17g and %.17g", x, low, high);
}
