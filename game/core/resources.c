/* Resources: what a seat may spend.
 *
 * Budget comes with prosperity; political capital with standing, which is unity for a union and
 * stability for others; attention is new each turn. Incomes are the scenario's, at the start
 * values.
 */
#include "core/phases.h"

/* Income whose part `share` moves with a variable, relative to its start. */
static double income(const struct tp_turn *t, double usual, double share, int slot) {
  double start = t->r->start[slot];
  double relative = start > 1 ? t->v[slot] / start : 1;
  return usual * (1 - share + share * relative);
}

static void pay_seat(struct tp_turn *t, int actor) {
  const struct tp_rules *r = t->r;
  const struct tp_coefficients *c = &r->coefficient;
  const struct tp_actor *seat = &r->actors[actor];
  int prosperity = seat->slot + TP_PROSPERITY;
  int standing = seat->slot + TP_STABILITY;
  if (actor == r->unite)
    standing = seat->slot + TP_UNITY;
  tp_change_add(t, seat->slot + TP_BUDGET,
                income(t, seat->income_budget, c->income_prosperity, prosperity), TP_CAUSE_INCOME,
                prosperity, TP_NONE);
  tp_change_add(t, seat->slot + TP_CAPITAL,
                income(t, seat->income_capital, c->income_standing, standing), TP_CAUSE_INCOME,
                standing, TP_NONE);
  tp_change_to(t, seat->slot + TP_ATTENTION, seat->income_attention, TP_CAUSE_INCOME, TP_NONE,
               TP_NONE);
}

void tp_phase_resources(struct tp_turn *t) {
  for (int actor = 0; actor < t->r->actor_count; actor++) {
    if (t->r->actors[actor].is_seat)
      pay_seat(t, actor);
  }
}
