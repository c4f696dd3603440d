/* Is it text? All that is read must be UTF-8. */
#ifndef TP_DATA_UTF8_H
#define TP_DATA_UTF8_H

#include <stddef.h>

/* 1 when the bytes are well-formed UTF-8 without NUL; otherwise `*bad` is the offset of the fault. */
int tp_utf8_is_good(const char *text, size_t length, size_t *bad);

/* Writes what text that is bad there is instead, as "is not text in UTF-8 but in UTF-16; save it as
 * UTF-8". Where all of it is something else, `*bad` becomes 0. */
void tp_utf8_explain(const char *text, size_t length, size_t *bad, char *why, size_t size);

#endif
