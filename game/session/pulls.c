/* What pulls at a variable: the terms of its equation, as they stand now against the start. */
#include "session/state.h"

#include "core/equation.h"

int tp_session_pulls(const struct tp_session *s, int slot, struct tp_pull *pulls, int room) {
  const struct tp_system *system = s->r->system;
  const double *v = tp_session_world(s)->v;
  int equation = system->of[slot], count = 0;
  double rate = equation == TP_NONE ? 0 : system->rate[equation];
  if (rate <= 0)
    return 0;
  const struct tp_equation *e = &system->equations[equation];
  int end = tp_equation_end(e);
  for (int i = e->first; i < end && count < room; i++) {
    const struct tp_term *term = &system->terms[i];
    const struct tp_origin *origin = &system->origins[i];
    pulls[count++] =
        (struct tp_pull){.row = {.slot = (int16_t)slot,
                                 .source = origin->source,
                                 .cause = origin->cause,
                                 .which = origin->which,
                                 .delta = (tp_equation_pull(term, v) - origin->reference) / rate},
                         .weight = term->gain / rate * (term->b == TP_NONE ? 1.0 : v[term->b])};
  }
  return count;
}
