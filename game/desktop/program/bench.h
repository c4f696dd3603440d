/* What a frame, a turn and the start cost on this machine, for people: nothing is judged by it. */
#ifndef TP_DESKTOP_PROGRAM_BENCH_H
#define TP_DESKTOP_PROGRAM_BENCH_H

#include "desktop/app.h"
#include "desktop/program/window.h"

/* Call it first in main: the start is counted from there. */
void tp_bench_start(void);

/* Draws the game that `app` has open in various ways, plays some turns of it, and prints what each
 * took. Returns 0. */
int tp_bench_run(struct tp_window *window, struct tp_app *app);

#endif
