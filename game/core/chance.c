#include "core/chance.h"

/* Each part of the key goes through a full mixing round (the finaliser of MurmurHash3, with
 * Stafford's constants), so that neighbouring turns or actors give unrelated draws. */
static uint64_t mix(uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9u;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

uint64_t tp_chance_bits(uint64_t seed, int turn, int who, enum tp_draw what, int which) {
  uint64_t place = (uint64_t)(uint32_t)turn << 32 | (uint32_t)who;
  uint64_t kind = (uint64_t)what << 32 | (uint32_t)which;
  uint64_t x = mix(seed + 0x9e3779b97f4a7c15u);
  x = mix(x ^ (place * 0xd1342543de82ef95u + 0x2545f4914f6cdd1du));
  return mix(x ^ (kind * 0xaf251af3b0f025b5u + 0x9e3779b97f4a7c15u));
}

double tp_chance_unit(uint64_t seed, int turn, int who, enum tp_draw what, int which) {
  return (double)(tp_chance_bits(seed, turn, who, what, which) >> 11) * 0x1p-53;
}
