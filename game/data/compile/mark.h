/* Marks: names of what can be pointed at on the screen, or looked at there, as scenarios and saves
 * write them:
 *
 *     gauge:narrative   why:ADDRESS   actor:id   tie:a-b   claim:id   action:id   vote:action
 *     forecast:action   event:id   hint:id   map, means and the other spots of core/guide.h
 */
#ifndef TP_DATA_COMPILE_MARK_H
#define TP_DATA_COMPILE_MARK_H

#include "core/guide.h"

#include <stddef.h>

/* The mark called `name`: 1, or 0 when there is none. */
int tp_mark_find(const struct tp_rules *r, const char *name, struct tp_mark *mark);

/* Goes on from mark to mark: the first after `*mark` (TP_MARK_NONE begins) that `r` has; 0 after
 * the last. */
int tp_mark_next(const struct tp_rules *r, struct tp_mark *mark);

/* Its name; "" for TP_MARK_NONE. */
void tp_mark_print(const struct tp_rules *r, struct tp_mark mark, char *text, size_t size);

#endif
