/* Names of variables and coefficients, as scenarios, experiments and people write them:
 *
 *     actor.var   a-b.var (either way round)   a>b.var   claim:id.var   track:id   world.var
 */
#ifndef TP_DATA_ADDRESS_H
#define TP_DATA_ADDRESS_H

#include "core/rules.h"

#include <stddef.h>

/* Slot of the variable at `address`, or -1. */
int tp_address_find(const struct tp_rules *r, const char *address);

/* Actor by id (of `length` bytes), or -1. */
int tp_address_actor(const struct tp_rules *r, const char *id, size_t length);

/* The two actors of a pair "a-b" or, with `mark` '>', "a>b". Ids contain dashes: every split is
 * tried. Returns the number of splits that give two actors; a and b are those of the last. */
int tp_address_pair(const struct tp_rules *r, const char *pair, size_t length, char mark, int *a,
                    int *b);

/* Index of the coefficient "group.name", or -1. */
int tp_address_coefficient(const char *name);

/* Why `address` is none, with the nearest that is one: "unknown variable "russia.stabilty"; did you
 * mean "russia.stability"?" With `coefficients`, names of coefficients count as known too. */
void tp_address_explain(const struct tp_rules *r, const char *address, int coefficients, char *text,
                        size_t size);

/* Index of the action, event, and so on called `id`, or -1. */
int tp_address_action(const struct tp_rules *r, const char *id);
int tp_address_event(const struct tp_rules *r, const char *id);
int tp_address_option(const struct tp_rules *r, int event, const char *id);
int tp_address_objective(const struct tp_rules *r, const char *id);
int tp_address_ending(const struct tp_rules *r, const char *id);

/* The description of the variable at `slot`; NULL for a track. */
const struct tp_variable *tp_address_variable(const struct tp_rules *r, int slot);

#endif
