/* What the files of the encyclopaedia's screen share. */
#ifndef TP_DESKTOP_PAGES_PAGES_H
#define TP_DESKTOP_PAGES_PAGES_H

#include "desktop/app.h"

/* The game that is read about: the one that is played, or one that nobody plays. */
const struct tp_session *tp_pages_session(const struct tp_app *app);

/* Turns to a page; what was ahead in the history is gone. */
void tp_pages_turn_to(struct tp_app *app, struct tp_page_ref ref);

/* pages_list.c: what there is to read, at the left. */
void tp_pages_list(struct tp_app *app, struct tp_rect rect);

/* pages_text.c: the page itself, from the top of `in` down; in two columns where there is room for
 * them and one would be higher than `in`. Returns the height. */
float tp_pages_text(struct tp_app *app, struct tp_rect in);

#endif
