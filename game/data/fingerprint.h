/* Fingerprints of 64 bits: whether two texts or two results are the same. */
#ifndef TP_DATA_FINGERPRINT_H
#define TP_DATA_FINGERPRINT_H

#include <stdint.h>

/* A fingerprint in the making; starts as TP_FINGERPRINT. */
#define TP_FINGERPRINT UINT64_C(0xcbf29ce484222325)
uint64_t tp_fingerprint_text(uint64_t print, const char *text);
uint64_t tp_fingerprint_bits(uint64_t print, uint64_t bits);

#endif
