/* Fingerprints: whether two runs are of the same scenario and of programs that play alike. */
#ifndef TP_LAB_GAMES_FINGERPRINT_H
#define TP_LAB_GAMES_FINGERPRINT_H

#include "data/fingerprint.h"
#include "lab/setup.h"

#include <stdint.h>

/* Of what is played: the merged scenario and the scripts in its seats. */
uint64_t tp_fingerprint_scenario(uint64_t print, const struct tp_setup *setup);

/* Of how it is played, from a turn of the seats' policies and a game of the fastest one: equal for
 * all builds that play alike, on any machine. */
uint64_t tp_fingerprint_play(uint64_t print, const struct tp_setup *setup);

#endif
