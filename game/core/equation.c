#include "core/equation.h"

#include "core/change.h"

void tp_equation_group(struct tp_author *author, enum tp_equation_group group) {
  author->group = group;
  author->system->groups[group] =
      (struct tp_span){.first = (int16_t)author->system->equation_count, .count = 0};
}

static struct tp_equation *last_equation(const struct tp_author *author) {
  return &author->system->equations[author->system->equation_count - 1];
}

void tp_equation(struct tp_author *author, int slot, double rate) {
  struct tp_system *s = author->system;
  if (s->equation_count == TP_EQUATIONS_MAX) {
    s->overflow = 1;
    return;
  }
  s->of[slot] = (int16_t)s->equation_count;
  s->groups[author->group].count++;
  s->rate[s->equation_count] = rate;
  s->equations[s->equation_count++] = (struct tp_equation){.keep = 1 - rate,
                                                           .low = author->r->low[slot],
                                                           .high = author->r->high[slot],
                                                           .slot = (int16_t)slot,
                                                           .ceiling = TP_NONE,
                                                           .first = (int16_t)s->term_count};
}

void tp_equation_below(struct tp_author *author, int ceiling) {
  last_equation(author)->ceiling = (int16_t)ceiling;
}

/* Puts a term at `place`, moving those behind it. */
static void insert(struct tp_system *s, int place, struct tp_term term, struct tp_origin origin) {
  for (int i = s->term_count; i > place; i--) {
    s->terms[i] = s->terms[i - 1];
    s->origins[i] = s->origins[i - 1];
  }
  s->terms[place] = term;
  s->origins[place] = origin;
  s->term_count++;
}

static int has_room(struct tp_system *s) {
  if (s->term_count < TP_TERMS_MAX)
    return 1;
  s->overflow = 1;
  return 0;
}

/* A place behind the equation's linear terms, its products or its still terms. */
static void add_term(struct tp_author *author, double weight, int a, int b, enum tp_cause cause,
                     int which) {
  struct tp_system *s = author->system;
  struct tp_equation *e = last_equation(author);
  if (weight == 0 || !has_room(s))
    return;
  struct tp_term term = {
      .gain = s->rate[s->equation_count - 1] * weight, .a = (int16_t)a, .b = (int16_t)b};
  struct tp_origin origin = {
      .cause = (int16_t)cause, .source = (int16_t)a, .which = (int16_t)which};
  if (!author->moves[a] && (b == TP_NONE || !author->moves[b]))
    insert(s, e->first + e->linear + e->products + e->still++, term, origin);
  else if (b == TP_NONE)
    insert(s, e->first + e->linear++, term, origin);
  else
    insert(s, e->first + e->linear + e->products++, term, origin);
}

void tp_equation_term(struct tp_author *author, double weight, int slot, enum tp_cause cause,
                      int which) {
  if (slot != TP_NONE)
    add_term(author, weight, slot, TP_NONE, cause, which);
}

void tp_equation_product(struct tp_author *author, double weight, int a, int b, enum tp_cause cause,
                         int which) {
  if (a != TP_NONE && b != TP_NONE)
    add_term(author, weight, a, b, cause, which);
}
