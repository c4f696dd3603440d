/* Text from a file, or a file's name, on its way to somebody's eyes: what could end a line, move a
 * terminal's cursor or turn the direction of what follows is shown and not done. */
#ifndef TP_DATA_VISIBLE_H
#define TP_DATA_VISIBLE_H

#include "data/arena.h"

/* The first byte of a character of that kind, or NULL. Long texts may have lines and tabs. */
const char *tp_visible_find_control(const char *text, int is_long);

/* Appends `raw` in one line: a line break as \n, what is a control character or no UTF-8 as \x1b.
 */
void tp_visible_add(struct tp_text *text, const char *raw);

#endif
