/* What a fault says: what was expected at a place, what was found there, and what may be meant.
 *
 * Internal to the data layer.
 */
#ifndef TP_DATA_FORMAT_EXPECTED_H
#define TP_DATA_FORMAT_EXPECTED_H

#include "data/format/format.h"

#include <cjson/cJSON.h>
#include <stddef.h>

/* Writes what `field` may hold: "a number from 0 to 100". */
void tp_expected_field(const struct tp_field *field, char *text, size_t size);

/* Writes the words of a list that "|" separates: "one of power, union, member, partner". */
void tp_expected_choices(const char *choices, const char *before, char *text, size_t size);

/* Writes `; did you mean "..."?` for the choice nearest to what is written, or nothing. */
void tp_expected_choice(const char *choices, const char *written, char hint[100]);

/* Writes where the value belongs that stands under a key which objects of `kind` do not have:
 * "weight" for "weigth", "vars/stability" for "stability"; "" when nothing is near. */
enum { TP_MEANT_MAX = 120 };
void tp_expected_meant(const struct tp_kind *kind, const char *key, char meant[TP_MEANT_MAX]);

/* Writes that an object of `kind` has no such key, with the nearest that it has; where none is
 * near, with all that it has, if they are not too many. */
void tp_expected_key(const struct tp_kind *kind, const char *key, char *text, size_t size);

/* What is there instead: "text", "a list". */
const char *tp_expected_found(const cJSON *node);

#endif
