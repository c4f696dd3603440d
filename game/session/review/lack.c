#include "session/review/lack.h"

#include <math.h>

static double lack_of_one(const struct tp_rules *r, const struct tp_world *w,
                          const struct tp_condition *c) {
  double value = w->v[c->slot], range = fmax(fmin(r->high[c->slot], 100.0), 1.0);
  return tp_world_holds(c, value) ? 0 : fabs(value - c->value) / range;
}

double tp_lack_of(const struct tp_rules *r, const struct tp_world *w, struct tp_span when,
                  const struct tp_condition **worst) {
  double most = -1;
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    double lack = lack_of_one(r, w, c);
    if (lack > most) {
      most = lack;
      *worst = c;
    }
  }
  return most;
}

static int counts(const struct tp_rules *r, const struct tp_condition *c) {
  return c->slot != tp_world_slot(r, TP_TURN) && !tp_rules_hides(r, r->player, c->slot);
}

/* What counts of an ending and is missing; the worst of it as a share of its range. */
static double list_missing(const struct tp_rules *r, const struct tp_world *w, int ending,
                           struct tp_lack *lack) {
  struct tp_span when = r->endings[ending].when;
  double most = 0;
  *lack = (struct tp_lack){.ending = ending};
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    double missing = lack_of_one(r, w, c);
    if (missing <= 0 || !counts(r, c) || lack->count == TP_LACKS_MAX)
      continue;
    lack->list[lack->count++] = c;
    most = fmax(most, missing);
  }
  return most;
}

double tp_lack_of_ending(const struct tp_rules *r, const struct tp_world *w, int ending) {
  struct tp_lack lack;
  return list_missing(r, w, ending, &lack);
}

void tp_lack_of_win(const struct tp_rules *r, const struct tp_world *w, struct tp_lack *lack) {
  double least = 0;
  *lack = (struct tp_lack){.ending = TP_NONE};
  for (int i = 0; i < r->ending_count && w->result != TP_VICTORY; i++) {
    struct tp_lack one;
    double most = list_missing(r, w, i, &one);
    if (r->endings[i].result != TP_VICTORY || !one.count)
      continue;
    if (lack->ending == TP_NONE || most < least) {
      *lack = one;
      least = most;
    }
  }
}
