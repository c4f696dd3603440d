/* Four reals side by side: what a turn does often and alike, it does four at a time.
 *
 * A lane is computed as it would be by itself, so it comes to the same bits.
 */
#ifndef TP_CORE_LANES_H
#define TP_CORE_LANES_H

#include <stdint.h>

enum { TP_LANES = 4 };

/* Two lanes go into one register of every machine. */
typedef double tp_pair __attribute__((vector_size(2 * sizeof(double))));
/* What a comparison of two pairs gives: all bits of a lane, or none. */
typedef int64_t tp_mask __attribute__((vector_size(2 * sizeof(int64_t))));

struct tp_lanes {
  tp_pair pair[TP_LANES / 2];
};

/* A variable for each lane. */
struct tp_slots {
  int16_t lane[TP_LANES];
};

static inline void tp_lanes_set(struct tp_lanes *lanes, int lane, double x) {
  lanes->pair[lane / 2][lane % 2] = x;
}

/* The variables of the first two lanes (`half` 0) or of the others (1). */
static inline tp_pair tp_lanes_pick(const double *v, const struct tp_slots *slots, int half) {
  return (tp_pair){v[slots->lane[2 * half]], v[slots->lane[2 * half + 1]]};
}

/* What it is where the comparison holds, zero elsewhere. */
static inline tp_pair tp_lanes_keep(tp_mask holds, tp_pair x) {
  return (tp_pair)(holds & (tp_mask)x);
}

/* The one where the comparison holds, the other elsewhere. */
static inline tp_pair tp_lanes_choose(tp_mask holds, tp_pair yes, tp_pair no) {
  return (tp_pair)((holds & (tp_mask)yes) | (~holds & (tp_mask)no));
}

#endif
