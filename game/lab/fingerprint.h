/* Fingerprints: whether two runs are of the same scenario and of programs that play alike. */
#ifndef TP_LAB_FINGERPRINT_H
#define TP_LAB_FINGERPRINT_H

#include "lab/setup.h"

#include <stdint.h>

/* A fingerprint in the making; starts as TP_FINGERPRINT. */
#define TP_FINGERPRINT UINT64_C(0xcbf29ce484222325)
uint64_t tp_fingerprint_text(uint64_t print, const char *text);
uint64_t tp_fingerprint_bits(uint64_t print, uint64_t bits);

/* Of what is played: the merged scenario and the scripts in its seats. */
uint64_t tp_fingerprint_scenario(uint64_t print, const struct tp_setup *setup);

/* Of how it is played, from a turn of the seats' policies and a game of the fastest one: equal for
 * all builds that play alike, on any machine. */
uint64_t tp_fingerprint_play(uint64_t print, const struct tp_setup *setup);

#endif
