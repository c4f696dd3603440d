/* What a text looks like.
 *
 * Could it be a name of some scenario? Rules that others extend name what only those have, so that
 * nothing but the form of their names can be checked.
 */
#ifndef TP_DATA_FORMAT_SHAPE_H
#define TP_DATA_FORMAT_SHAPE_H

#include "data/format/format.h"

/* 1 when `text` has the form of an address, an id, a pair or a view, by `form`; 1 too for forms
 * that are no names. */
int tp_shape_fits(enum tp_form form, const char *text);

/* Is the key of an object under this field such a name, or the code of a language of its words? */
int tp_shape_fits_key(const struct tp_field *field, const char *key);

/* "planner", "planner:8"; "#8c3b3b"; "2018-Q2"; "250". */
int tp_shape_is_policy(const char *text);
int tp_shape_is_color(const char *text);
int tp_shape_is_date(const char *text);
int tp_shape_is_code(const char *text);

/* 1 when there is nothing to be seen in it. */
int tp_shape_is_blank(const char *text);

#endif
