/* What people type that JSON does not know, and brackets that do not match.
 *
 * Internal to the data layer; the scanner (position.h) asks here when it has found a fault.
 */
#ifndef TP_DATA_JSON_SLIPS_H
#define TP_DATA_JSON_SLIPS_H

#include <stddef.h>

/* What to write instead of what stands at `at`; NULL when it is no usual slip. */
const char *tp_slip_at(const char *at, const char *end);

/* Looks among the brackets of `text`, which are not balanced, for one that is likely to lack its
 * partner: 1 with the offsets of an opening bracket and of the one that closes it although it
 * stands at the beginning of a line that is indented otherwise. Where people indent, what they
 * forgot is between these two. */
int tp_slip_brackets(const char *text, size_t length, size_t *opening, size_t *closing);

#endif
