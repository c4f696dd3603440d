/* Text that needs no escape in JSON, eight bytes at a time: most of a scenario is such text.
 *
 * Internal to the data layer.
 */
#ifndef TP_DATA_JSON_PLAIN_H
#define TP_DATA_JSON_PLAIN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* 1 when one of eight bytes is below what stands in each of `limits`, at most 0x80. */
static inline int tp_plain_has_less(uint64_t eight, uint64_t limits) {
  return ((eight - limits) & ~eight & 0x8080808080808080U) != 0;
}

/* How many of the first `left` bytes are neither control characters nor a quote nor a backslash. */
static inline size_t tp_plain_length(const char *at, size_t left) {
  const uint64_t each = 0x0101010101010101U;
  size_t length = 0;
  for (uint64_t eight; length + sizeof eight <= left; length += sizeof eight) {
    memcpy(&eight, at + length, sizeof eight);
    if (tp_plain_has_less(eight, each * 0x20) || tp_plain_has_less(eight ^ each * '"', each) ||
        tp_plain_has_less(eight ^ each * '\\', each))
      break;
  }
  while (length < left && (unsigned char)at[length] >= 0x20 && at[length] != '"' &&
         at[length] != '\\')
    length++;
  return length;
}

#endif
