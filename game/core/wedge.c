/* Wedges: cracks in the guarantor's network of alliances (A11).
 *
 * A wedge succeeds by the guarantor's own hegemonic tendencies: the more it acts alone, and the
 * more the ally depends on whoever drives the wedge, the likelier. What binds the alliance durably
 * (links between peoples, trade) withstands; a bond by common adversary alone does not.
 */
#include "core/phases.h"

/* How far `ally` depends on `seat`, by energy and by trade; 0..100. */
static double dependence(const struct tp_rules *r, const struct tp_world *w, int ally, int seat) {
  int view = tp_rules_view(r, ally, seat), tie = tp_rules_tie(r, ally, seat);
  double energy = view == TP_NONE ? 0 : w->v[tp_view_slot(r, view, TP_ENERGY)];
  double trade = tie == TP_NONE ? 0 : w->v[tp_tie_slot(r, tie, TP_ECONOMY)];
  return (energy + trade) / 2;
}

double tp_wedge_chance(const struct tp_rules *r, const struct tp_world *w, int action) {
  const struct tp_coefficients *c = &r->coefficient;
  const struct tp_tie *tie = &r->ties[r->actions[action].wedge];
  int ally = tie->a == r->guarantor ? tie->b : tie->a;
  double chance = c->wedge_base +
                  c->wedge_unilateralism * w->v[tp_world_slot(r, TP_UNILATERALISM)] +
                  c->wedge_dependence * dependence(r, w, ally, r->actions[action].seat) -
                  c->wedge_cohesion * w->v[tie->slot + TP_DURABLE];
  return chance < 0 ? 0 : chance > 1 ? 1 : chance;
}
