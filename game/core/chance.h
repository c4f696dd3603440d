/* Random draws, keyed by (seed, turn, who, what).
 *
 * A draw is a pure function of its key: no state, no order of calls. Changing one decision
 * therefore leaves every unrelated draw as it was (common random numbers), which is what makes
 * paired experiments, "what if" and forecasts compare like with like.
 */
#ifndef TP_CORE_CHANCE_H
#define TP_CORE_CHANCE_H

#include <stdint.h>

/* What is being drawn; `which` in a key tells several draws of the same kind apart. */
enum tp_draw_kind {
  TP_DRAW_EVENT,
  TP_DRAW_ACTION,
  TP_DRAW_VOTE,
  TP_DRAW_PRICE,
  TP_DRAW_GROWTH,
  TP_DRAW_CRISIS,
  TP_DRAW_GUARANTEE,
  TP_DRAW_EASING,
  TP_DRAW_STATUS,
  TP_DRAW_POLICY,
  TP_DRAW_GAME
};

/* What all draws of one kind in one turn have in common. */
uint64_t tp_chance_key(uint64_t seed, int turn, enum tp_draw_kind what);

/* 64 well-mixed bits for one of them. A loop over many `who` takes the key once. */
static inline uint64_t tp_chance_of(uint64_t key, int who, int which) {
  uint64_t x = key + ((uint64_t)(uint32_t)who << 32 | (uint32_t)which) * 0x9e3779b97f4a7c15u;
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
  x = (x ^ x >> 27) * 0x94d049bb133111ebu;
  return x ^ x >> 31;
}

/* The same as a real in [0, 1). */
static inline double tp_chance_unit_of(uint64_t key, int who, int which) {
  return (double)(tp_chance_of(key, who, which) >> 11) * 0x1p-53;
}

/* Both steps at once. */
uint64_t tp_chance_bits(uint64_t seed, int turn, int who, enum tp_draw_kind what, int which);
double tp_chance_unit(uint64_t seed, int turn, int who, enum tp_draw_kind what, int which);

#endif
