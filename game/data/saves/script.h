/* Orders as text, one seat's decisions by turn: what a script policy plays, what saves keep, what a
 * person can write by hand.
 *
 *     joint-procurement          the action of that id
 *     gas-dispute=mediate        an answer: event=option
 *     crisis=escalate            a move in the crisis: hold, escalate or back
 *
 * A script has lines "TURN: order, order, ..." with turns counted from 0; empty lines and what
 * follows # are ignored. Or it is JSON: {"0": ["order", ...], "3": [...]}.
 */
#ifndef TP_DATA_SAVES_SCRIPT_H
#define TP_DATA_SAVES_SCRIPT_H

#include "core/order.h"
#include "data/json/problems.h"

/* Reads one order: 1, or 0 with the reason in `why`. Whether it may be given is not asked. */
int tp_script_parse_order(const struct tp_rules *r, const char *text, struct tp_order *order,
                          char *why, size_t size);

/* Appends the order's text. */
void tp_script_print_order(const struct tp_rules *r, struct tp_order order, struct tp_text *text);

/* Reads a script for `seat` from a text; `file` names it in messages. 1 and its rows by ascending
 * turn, to be freed with free(); 0 and no rows when anything is wrong. */
int tp_script_read(const struct tp_rules *r, int seat, const char *text, const char *file,
                   struct tp_script_row **rows, int *count, struct tp_problems *problems);

/* The same from a file. */
int tp_script_load(const struct tp_rules *r, int seat, const char *path,
                   struct tp_script_row **rows, int *count, struct tp_problems *problems);

#endif
