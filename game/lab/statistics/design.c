#include "lab/statistics/design.h"

#include "core/chance.h"

double tp_design_unit(uint64_t seed, int stream, int index) {
  return tp_chance_unit(seed, stream, index, TP_DRAW_GAME, 1);
}

void tp_design_order(uint64_t seed, int stream, int count, int *order) {
  for (int i = 0; i < count; i++) {
    int at = (int)(tp_chance_unit(seed, stream, i, TP_DRAW_GAME, 2) * (i + 1));
    order[i] = order[at];
    order[at] = i;
  }
}
