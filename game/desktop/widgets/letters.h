/*
 * Letters to choose from, for who has a gamepad and no keyboard: a field that is clicked with one
 * opens them (tp_ui_field), and takes what is chosen as if it had been typed. They lie over all
 * else and close with Escape, when the field is gone, or when another device is used.
 */
#ifndef TP_DESKTOP_WIDGETS_LETTERS_H
#define TP_DESKTOP_WIDGETS_LETTERS_H

#include "desktop/widgets/ui.h"

/* For the field `id`, whose text is `words` now; figures alone if `digits`. */
void tp_letters_open(struct tp_ui *ui, uint32_t id, bool digits);

/* True while they are open for this field, which then hands over its text each frame. */
bool tp_letters_serve(struct tp_ui *ui, uint32_t id, const char *words);

/* True while they are open; draws them, if so, over everything. */
bool tp_letters_are_open(const struct tp_ui *ui);
void tp_letters_show(struct tp_ui *ui, struct tp_rect screen);

#endif
