/* UTF-8, which all text is: what is read is held to it, and text is cut between characters only. */
#ifndef TP_DATA_UTF8_H
#define TP_DATA_UTF8_H

#include <stddef.h>

/* 1 when the bytes are well-formed UTF-8 without NUL; otherwise `*bad` is the offset of the fault.
 */
int tp_utf8_is_good(const char *text, size_t length, size_t *bad);

/* Writes what text that is bad there is instead, as "is not text in UTF-8 but in UTF-16; save it as
 * UTF-8". Where all of it is something else, `*bad` becomes 0. */
void tp_utf8_explain(const char *text, size_t length, size_t *bad, char *why, size_t size);

/* Is it the first byte of a character, or the end of the text? */
static inline int tp_utf8_begins(char byte) {
  return ((unsigned char)byte & 0xc0) != 0x80;
}

/* Bytes of the character at `c`: at least 1, never past the text's end. */
size_t tp_utf8_length(const char *c);

/* Bytes of the longest start of `text` that ends between characters, `most` at most. */
size_t tp_utf8_whole(const char *text, size_t most);

/* Copies that start, as far as `size` holds it with its end. */
void tp_utf8_copy(char *to, size_t size, const char *from);

#endif
