#include "data/fingerprint.h"

/* Fowler, Noll and Vo's, of 64 bits. */
static uint64_t add_byte(uint64_t print, unsigned char byte) {
  return (print ^ byte) * UINT64_C(0x100000001b3);
}

uint64_t tp_fingerprint_text(uint64_t print, const char *text) {
  for (; *text; text++)
    print = add_byte(print, (unsigned char)*text);
  return add_byte(print, 0);
}

uint64_t tp_fingerprint_bits(uint64_t print, uint64_t bits) {
  for (int i = 0; i < 64; i += 8)
    print = add_byte(print, (unsigned char)(bits >> i));
  return print;
}
