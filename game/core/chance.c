#include "core/chance.h"

/* Seed, turn and kind each go through a full mixing round of their own (tp_chance_of is the
 * finaliser of SplitMix64, with Stafford's constants), so that neighbouring keys give unrelated
 * draws. */
uint64_t tp_chance_key(uint64_t seed, int turn, enum tp_draw_kind what) {
  return tp_chance_of(tp_chance_of(seed, 1, 1), turn, (int)what);
}

uint64_t tp_chance_bits(uint64_t seed, int turn, int who, enum tp_draw_kind what, int which) {
  return tp_chance_of(tp_chance_key(seed, turn, what), who, which);
}

double tp_chance_unit(uint64_t seed, int turn, int who, enum tp_draw_kind what, int which) {
  return tp_chance_unit_of(tp_chance_key(seed, turn, what), who, which);
}
