/* Why an order is refused, as a person reads it. */
#ifndef TP_SESSION_REASON_H
#define TP_SESSION_REASON_H

#include "core/order.h"

/* A short reason: "needs 4 more political capital", "under way: 3 turns left"; "" when the order is
 * allowed. Writes at most `size` bytes into `text`. */
void tp_order_reason(const struct tp_rules *r, struct tp_verdict verdict, char *text, size_t size);

#endif
