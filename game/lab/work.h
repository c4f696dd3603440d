/* Work on several threads, with a progress line for whoever watches.
 *
 * Items are numbered and independent; each puts its result where its number says, so that what
 * comes out does not depend on the number of threads or on who was first.
 */
#ifndef TP_LAB_WORK_H
#define TP_LAB_WORK_H

/* Item number `item`, done by thread number `worker` (0 .. threads - 1). */
typedef void tp_work_item(void *context, int worker, int item);

/* Does items 0 .. count - 1 and returns when all are done. With `what` not NULL and a terminal on
 * stderr, a line there says how many of these are done, how fast and for how long still; it is gone
 * at the end. Fewer threads are used when the system gives no more. */
void tp_work_do(int count, int threads, tp_work_item *item, void *context, const char *what);

/* The same where an item is many of `what`: there are `units` in all, and whoever does an item says
 * so for each. */
void tp_work_do_units(int count, int threads, tp_work_item *item, void *context, const char *what,
                      long units);
void tp_work_unit(void);

/* From now on Ctrl-C, or a request to end, does not end the program at once: items not yet begun
 * are left out, and those under way should ask tp_work_stopped and come to an end. A second one
 * ends the program. */
void tp_work_catch_stop(void);

/* The number of the signal that asked to stop, or 0. */
int tp_work_stopped(void);

/* Processors to use when nobody says how many. */
int tp_work_processors(void);

/* Seconds on a clock that nobody sets. */
double tp_work_clock(void);

#endif
