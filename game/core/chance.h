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
enum tp_draw {
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

/* 64 well-mixed bits for the key. */
uint64_t tp_chance_bits(uint64_t seed, int turn, int who, enum tp_draw what, int which);

/* The same as a real in [0, 1). */
double tp_chance_unit(uint64_t seed, int turn, int who, enum tp_draw what, int which);

#endif
