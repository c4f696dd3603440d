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
  int16_t index, wave, linear, products, has_ceiling;
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
  return a->wave == b->wave && a->low == b->low && a->high == b->high &&
         a->has_ceiling == b->has_ceiling;
}

/* By wave, then by what bounds them, then the longest first. */
static int stands_before(const struct place *a, const struct place *b) {
  if (a->wave != b->wave)
    return a->wave < b->wave;
  if (a->high != b->high)
    return a->high > b->high;
  if (a->low != b->low)
    return a->low > b->low;
  if (a->has_ceiling != b->has_ceiling)
    return a->has_ceiling > b->has_ceiling;
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
                          .has_ceiling = e->ceiling != TP_NONE,
                          .low = e->low,
                          .high = e->high};
    int k = i;
    for (; k > 0 && stands_before(&place, &places[k - 1]); k--)
      places[k] = places[k - 1];
    places[k] = place;
  }
}

static void place_term(struct tp_step *step, int lane, const struct tp_term *term) {
  tp_lanes_set(&step->gain, lane, term->gain);
  step->a.lane[lane] = term->a;
  step->b.lane[lane] = term->b == TP_NONE ? 0 : term->b;
}

static void place_equation(struct tp_system *s, struct tp_rank *rank, int lane,
                           const struct tp_equation *e) {
  const struct tp_term *term = s->terms + e->first;
  struct tp_step *linear = s->steps + s->step_count, *products = linear + rank->linear;
  tp_lanes_set(&rank->keep, lane, e->keep);
  tp_lanes_set(&rank->constant, lane, e->constant);
  rank->slot.lane[lane] = e->slot;
  rank->ceiling.lane[lane] = e->ceiling;
  for (int i = 0; i < e->linear; i++)
    place_term(&linear[i], lane, &term[i]);
  for (int i = 0; i < e->products; i++)
    place_term(&products[i], lane, &term[e->linear + i]);
}

/* A rank of `count` equations. */
static void add_rank(struct tp_system *s, const struct place *places, int count) {
  struct tp_rank *rank = &s->ranks[s->rank_count++];
  memset(rank, 0, sizeof *rank);
  rank->low = (tp_pair){places->low, places->low};
  rank->high = (tp_pair){places->high, places->high};
  rank->has_ceilings = places->has_ceiling;
  for (int i = 0; i < count; i++) {
    rank->linear = most(rank->linear, places[i].linear);
    rank->products = most(rank->products, places[i].products);
  }
  for (int lane = 0; lane < TP_LANES; lane++)
    place_equation(s, rank, lane, &s->equations[places[lane < count ? lane : count - 1].index]);
  s->step_count += rank->linear + rank->products;
}

/* As many as may stand in a rank. */
static int fit_in_rank(const struct place *places, int count) {
  int fit = 1;
  while (fit < count && fit < TP_LANES && is_same_kind(&places[0], &places[fit]))
    fit++;
  return fit;
}

static struct tp_ranked begin(const struct tp_system *s, int first) {
  return (struct tp_ranked){.first = (int16_t)first, .step = s->step_count};
}

static void line_up_equations(struct tp_system *s, int group) {
  struct place places[TP_EQUATIONS_MAX];
  int count = s->groups[group].count;
  s->ranked[group] = begin(s, s->rank_count);
  sort_group(s, s->groups[group], places);
  for (int i = 0, fit; i < count; i += fit) {
    fit = fit_in_rank(places + i, count - i);
    add_rank(s, places + i, fit);
    s->ranked[group].count++;
  }
}

static int is_action_of(const struct tp_rules *r, int seat, int action) {
  return action < r->action_count && r->actions[action].seat == seat;
}

static void place_action(struct tp_system *s, const struct tp_rules *r, struct tp_choice *choice,
                         int action) {
  int lane = action % TP_LANES;
  const struct tp_action *a = &r->actions[action];
  struct tp_span terms = a->reflex_terms;
  struct tp_step *step = s->steps + s->step_count;
  tp_lanes_set(&choice->base, lane, a->reflex);
  tp_lanes_set(&choice->budget, lane, a->budget);
  tp_lanes_set(&choice->capital, lane, a->capital);
  for (int i = 0; i < terms.count; i++) {
    tp_lanes_set(&step[i].gain, lane, r->weights[terms.first + i].weight);
    step[i].a.lane[lane] = r->weights[terms.first + i].slot;
  }
}

/* The choice of the seat's actions in the lanes from `first` on, if there are any. */
static void add_choice(struct tp_system *s, const struct tp_rules *r, int seat, int first) {
  struct tp_choice choice = {.action = (uint16_t)first, .terms = -1};
  for (int lane = 0; lane < TP_LANES; lane++) {
    tp_lanes_set(&choice.base, lane, TP_NO_CHOICE);
    if (is_action_of(r, seat, first + lane))
      choice.terms = most(choice.terms, r->actions[first + lane].reflex_terms.count);
  }
  if (choice.terms < 0)
    return;
  if (s->step_count + choice.terms > TP_TERMS_MAX + TP_CHOICE_TERMS_MAX) {
    s->overflow = 1;
    return;
  }
  for (int lane = 0; lane < TP_LANES; lane++) {
    if (is_action_of(r, seat, first + lane))
      place_action(s, r, &choice, first + lane);
  }
  s->choices[s->choice_count++] = choice;
  s->menus[seat].choices.count++;
  s->step_count += choice.terms;
}

static double least(double a, double b) {
  return a < b ? a : b;
}

static void line_up_choices(struct tp_system *s, const struct tp_rules *r, int seat) {
  struct tp_menu *menu = &s->menus[seat];
  struct tp_span own = r->actors[seat].actions;
  *menu = (struct tp_menu){begin(s, s->choice_count), 1e30, 1e30, 1e30};
  for (int action = 0; action < r->action_count; action += TP_LANES)
    add_choice(s, r, seat, action);
  for (int i = own.first; i < own.first + own.count; i++) {
    const struct tp_action *action = &r->actions[r->repertoire[i]];
    menu->budget = least(menu->budget, action->budget);
    menu->capital = least(menu->capital, action->capital);
    menu->attention = least(menu->attention, action->attention);
  }
}

static void line_up_events(struct tp_stirrings *stirrings, const struct tp_rules *r) {
  stirrings->dated_count = 0;
  stirrings->by_chance = (struct tp_set){{0}};
  for (int i = 0; i < r->event_count; i++) {
    int is_dated = r->events[i].at != TP_NONE;
    stirrings->chance[i] = r->events[i].chance;
    tp_set_put(&stirrings->by_chance, i, !is_dated && r->events[i].chance > 0);
    if (is_dated)
      stirrings->dated[stirrings->dated_count++] = (int16_t)i;
  }
}

void tp_system_line_up(const struct tp_rules *r, struct tp_system *s) {
  s->rank_count = s->choice_count = s->step_count = 0;
  memset(s->steps, 0, sizeof s->steps);
  for (int group = 0; group < TP_EQUATION_GROUPS; group++)
    line_up_equations(s, group);
  for (int seat = 0; seat < r->actor_count; seat++)
    line_up_choices(s, r, seat);
  line_up_events(&s->stirrings, r);
}
