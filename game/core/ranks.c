/* Lining up equations, so that a turn takes four at a time (see core/equation.h).
 *
 * Equations of a group are written one after the other, and a later one may read what an earlier
 * one has just moved. So each belongs to a wave: behind those whose variables it reads, and behind
 * those that still read its own variable as it was. Within a wave order does not matter, and the
 * longest stand first, so that those of a rank are about as long.
 */
#include "core/equation.h"

#include <string.h>

/* The first wave in which a variable may be read, and in which it may be written. */
struct waves {
  int16_t readable[TP_SLOTS_MAX], writable[TP_SLOTS_MAX];
};

/* An equation and where it is to stand. */
struct place {
  int16_t index, wave, linear, products;
  double low, high;
};

static int16_t most(int16_t a, int16_t b) {
  return a > b ? a : b;
}

/* Goes on to the next variable that an equation reads besides its own: the one or two of each term,
 * then the ceiling. TP_NONE is none. */
static int16_t nth_read(const struct tp_system *s, const struct tp_equation *e, int n) {
  if (n == 2 * (e->linear + e->products))
    return e->ceiling;
  const struct tp_term *term = &s->terms[e->first + n / 2];
  return n % 2 ? term->b : term->a;
}

static int16_t find_wave(const struct tp_system *s, const struct tp_equation *e,
                         struct waves *waves) {
  int reads = 2 * (e->linear + e->products) + 1;
  int16_t wave = waves->writable[e->slot];
  for (int i = 0; i < reads; i++) {
    int16_t slot = nth_read(s, e, i);
    if (slot != TP_NONE)
      wave = most(wave, waves->readable[slot]);
  }
  int16_t next = (int16_t)(wave + 1);
  for (int i = 0; i < reads; i++) {
    int16_t slot = nth_read(s, e, i);
    if (slot != TP_NONE)
      waves->writable[slot] = most(waves->writable[slot], next);
  }
  waves->readable[e->slot] = next;
  return wave;
}

static int is_same_kind(const struct place *a, const struct place *b) {
  return a->wave == b->wave && a->low == b->low && a->high == b->high;
}

/* By wave, then by range, then the longest first. */
static int stands_before(const struct place *a, const struct place *b) {
  if (a->wave != b->wave)
    return a->wave < b->wave;
  if (a->high != b->high)
    return a->high > b->high;
  if (a->low != b->low)
    return a->low > b->low;
  return a->products != b->products ? a->products > b->products : a->linear > b->linear;
}

static void sort_group(const struct tp_system *s, struct tp_span group, struct place *places) {
  struct waves waves;
  memset(&waves, 0, sizeof waves);
  for (int i = 0; i < group.count; i++) {
    const struct tp_equation *e = &s->equations[group.first + i];
    struct place place = {.index = (int16_t)(group.first + i),
                          .wave = find_wave(s, e, &waves),
                          .linear = e->linear,
                          .products = e->products,
                          .low = e->low,
                          .high = e->high};
    int k = i;
    for (; k > 0 && stands_before(&place, &places[k - 1]); k--)
      places[k] = places[k - 1];
    places[k] = place;
  }
}

static void set_lane(struct tp_lanes *lanes, int lane, double x) {
  lanes->pair[lane / 2][lane % 2] = x;
}

/* The equation's terms in its lane of the terms that begin at `gains` and `slots`. */
static void place_terms(const struct tp_system *s, const struct tp_rank *rank, int lane,
                        const struct tp_equation *e, struct tp_lanes *gains,
                        struct tp_slots *slots) {
  const struct tp_term *term = s->terms + e->first;
  for (int i = 0; i < e->linear; i++) {
    set_lane(&gains[i], lane, term[i].gain);
    slots[i].lane[lane] = term[i].a;
  }
  for (int i = 0; i < e->products; i++) {
    set_lane(&gains[rank->linear + i], lane, term[e->linear + i].gain);
    slots[rank->linear + 2 * i].lane[lane] = term[e->linear + i].a;
    slots[rank->linear + 2 * i + 1].lane[lane] = term[e->linear + i].b;
  }
}

static void place_equation(struct tp_system *s, struct tp_rank *rank, int lane,
                           const struct tp_equation *e) {
  set_lane(&rank->keep, lane, e->keep);
  set_lane(&rank->constant, lane, e->constant);
  rank->slot.lane[lane] = e->slot;
  rank->has_ceilings |= (int16_t)(e->ceiling != TP_NONE);
  place_terms(s, rank, lane, e, s->gains + s->gain_count, s->slots + s->slots_count);
}

/* A rank of `count` equations. */
static void add_rank(struct tp_system *s, const struct place *places, int count) {
  struct tp_rank *rank = &s->ranks[s->rank_count++];
  memset(rank, 0, sizeof *rank);
  rank->low = places->low;
  rank->high = places->high;
  for (int i = 0; i < count; i++) {
    rank->linear = most(rank->linear, places[i].linear);
    rank->products = most(rank->products, places[i].products);
  }
  int gains = rank->linear + rank->products, slots = gains + rank->products;
  memset(s->gains + s->gain_count, 0, (size_t)gains * sizeof *s->gains);
  memset(s->slots + s->slots_count, 0, (size_t)slots * sizeof *s->slots);
  for (int lane = 0; lane < TP_LANES; lane++)
    place_equation(s, rank, lane, &s->equations[places[lane < count ? lane : count - 1].index]);
  s->gain_count += gains;
  s->slots_count += slots;
}

/* As many as may stand in a rank. */
static int fit_in_rank(const struct place *places, int count) {
  int fit = 1;
  while (fit < count && fit < TP_LANES && is_same_kind(&places[0], &places[fit]))
    fit++;
  return fit;
}

void tp_equations_line_up(struct tp_system *s) {
  struct place places[TP_EQUATIONS_MAX];
  s->rank_count = s->gain_count = s->slots_count = 0;
  for (int group = 0; group < TP_EQUATION_GROUPS; group++) {
    int first = s->rank_count, count = s->groups[group].count;
    s->ranked[group] = (struct tp_ranked){
        .first = (int16_t)first, .gains = (int16_t)s->gain_count, .slots = (int16_t)s->slots_count};
    sort_group(s, s->groups[group], places);
    for (int i = 0, fit; i < count; i += fit) {
      fit = fit_in_rank(places + i, count - i);
      add_rank(s, places + i, fit);
    }
    s->ranked[group].count = (int16_t)(s->rank_count - first);
  }
}
