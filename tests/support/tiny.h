/* A tiny world for stories: tests/support/tiny.json, loaded once, with rules of one's own.
 *
 * A story sets a few variables, gives one order, plays a turn, and looks at what moved. */
#ifndef TP_TESTS_TINY_H
#define TP_TESTS_TINY_H

/* cmocka wants these first, in this order */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/equation.h"
#include "core/phases.h"
#include "core/turn.h"

enum { TINY_ROWS = 20000, TINY_FACTS = 500 };

struct tiny {
  struct tp_rules r; /* a copy: coefficients, holds and schedule may be changed */
  struct tp_world *w;
  struct tp_system *system; /* of these rules alone: what is held is evaluated */
  double *start, *offset;
  struct tp_ledger ledger;
  struct tp_log log;
};

/* cmocka set-up and tear-down: a fresh game with seed 1 in *state. */
int tiny_open(void **state);
int tiny_close(void **state);

/* Slot of an address; the test fails on an unknown one. */
int tiny_slot(const struct tiny *tiny, const char *address);
/* The variable itself, to read or to set. */
double *tiny_at(struct tiny *tiny, const char *address);
int tiny_actor(const struct tiny *tiny, const char *id);
int tiny_action(const struct tiny *tiny, const char *id);
int tiny_event(const struct tiny *tiny, const char *id);

/* Pins a variable for the rest of the game. */
void tiny_hold(struct tiny *tiny, const char *address, double value);

/* Plays `turns` turns in which nobody gives an order. */
void tiny_wait(struct tiny *tiny, int turns);
/* Plays one turn in which `seat` gives one order; fails when the order is refused. */
void tiny_order(struct tiny *tiny, const char *seat, struct tp_order order);
/* What the door says to that order. */
struct tp_verdict tiny_ask(struct tiny *tiny, const char *seat, struct tp_order order);
struct tp_order tiny_act(const struct tiny *tiny, const char *action);

/* Sum of the last turn's rows of a variable with the given cause. */
double tiny_moved(const struct tiny *tiny, const char *address, enum tp_cause cause);
/* How many facts of a kind the last turn noted; the last of them in *fact when not NULL. */
int tiny_facts(const struct tiny *tiny, enum tp_fact_kind kind, struct tp_fact *fact);

/* Fails unless `x` lies in [low, high]. */
void assert_between(double x, double low, double high);

#define TINY_TEST(story) cmocka_unit_test_setup_teardown(story, tiny_open, tiny_close)

#endif
