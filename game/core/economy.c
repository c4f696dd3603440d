/* Economy: growth as households feel it, and what they come to expect.
 *
 * Trade and investment cross the political divide (A4): prosperity rises with each economic tie, in
 * proportion to the partner's share of world output, so cutting a tie costs both sides and costs
 * the smaller one more. Energy is directed and priced (A3): above the middle of the price cycle the
 * buyer pays in proportion to its dependence and the seller earns in proportion to what it
 * supplies. Sanctions hurt whom they are aimed at by the weight of who imposes them, and cost their
 * author the market. Defence is a burden.
 *
 * prosperity -> offset + trade + energy - sanctions - burden; expectation follows prosperity
 * slowly. Left out: money, debt and sectors. A business cycle stands in for them, as a small random
 * swing.
 */
#include "core/chance.h"
#include "core/phases.h"

static double swing(const struct tp_turn *t, int who, enum tp_draw what, double largest) {
  return largest * (2 * tp_chance_unit(t->w->seed, t->w->turn, who, what, 0) - 1);
}

static void move_energy_price(struct tp_turn *t) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int slot = tp_world_slot(t->r, TP_ENERGY_PRICE);
  struct tp_move m = tp_move_begin(t, slot, c->economy_price_rate);
  tp_move_end(&m);
  tp_change_add(t, slot, swing(t, 0, TP_DRAW_PRICE, c->economy_price_swing), TP_CAUSE_MARKET,
                TP_NONE, TP_NONE);
}

static void add_trade(struct tp_move *m, int actor) {
  const struct tp_rules *r = m->t->r;
  struct tp_span ties = r->actors[actor].ties;
  for (int i = 0; i < ties.count; i++) {
    const struct tp_tie *tie = &r->ties[r->incident[ties.first + i]];
    int slot = tie->slot + TP_ECONOMY;
    double size = r->actors[tp_tie_other(tie, actor)].size;
    tp_move_term(m, r->coefficient.prosperity_trade * size * m->t->v[slot] / 100, TP_CAUSE_TRADE,
                 slot, TP_NONE);
  }
}

/* What `actor` pays for the energy it buys, and loses by the sanctions it imposes. */
static void add_outward(struct tp_move *m, int actor, double price) {
  const struct tp_rules *r = m->t->r;
  const double *v = m->t->v;
  struct tp_span views = r->actors[actor].views;
  for (int i = 0; i < views.count; i++) {
    const struct tp_view *view = &r->views[r->outlooks[views.first + i]];
    int sanctions = view->slot + TP_SANCTIONS;
    tp_move_term(m,
                 -r->coefficient.prosperity_sanctions_cost * r->actors[view->to].size *
                     v[sanctions] / 100,
                 TP_CAUSE_SANCTIONS_COST, sanctions, TP_NONE);
    if (!view->trades_energy)
      continue;
    int energy = view->slot + TP_ENERGY;
    tp_move_term(m, -r->coefficient.prosperity_energy_bill * (price - 50) * v[energy] / 100,
                 TP_CAUSE_ENERGY_BILL, energy, TP_NONE);
  }
}

/* What `actor` earns from the energy it sells, and loses by sanctions on it. */
static void add_inward(struct tp_move *m, int actor, double price) {
  const struct tp_rules *r = m->t->r;
  const double *v = m->t->v;
  struct tp_span seen = r->actors[actor].seen;
  for (int i = 0; i < seen.count; i++) {
    const struct tp_view *view = &r->views[r->outlooks[seen.first + i]];
    double size = r->actors[view->from].size;
    int sanctions = view->slot + TP_SANCTIONS;
    tp_move_term(m, -r->coefficient.prosperity_sanctions * size * v[sanctions] / 100,
                 TP_CAUSE_SANCTIONS_SUFFERED, sanctions, TP_NONE);
    if (!view->trades_energy)
      continue;
    int energy = view->slot + TP_ENERGY;
    tp_move_term(m, r->coefficient.prosperity_energy_revenue * size * price * v[energy] / 10000,
                 TP_CAUSE_ENERGY_REVENUE, energy, TP_NONE);
  }
}

static void move_prosperity(struct tp_turn *t, int actor, double price) {
  const struct tp_coefficients *c = &t->r->coefficient;
  int slot = tp_actor_slot(t->r, actor, TP_PROSPERITY);
  int spending = tp_actor_slot(t->r, actor, TP_SPENDING);
  struct tp_move m = tp_move_begin(t, slot, c->prosperity_rate);
  add_trade(&m, actor);
  add_outward(&m, actor, price);
  add_inward(&m, actor, price);
  tp_move_term(&m, -c->prosperity_burden * t->v[spending], TP_CAUSE_BURDEN, spending, TP_NONE);
  tp_move_end(&m);
  tp_change_add(t, slot, swing(t, actor, TP_DRAW_GROWTH, c->economy_growth_swing),
                TP_CAUSE_GROWTH_SHOCK, TP_NONE, TP_NONE);
}

static void move_expectation(struct tp_turn *t, int actor) {
  int prosperity = tp_actor_slot(t->r, actor, TP_PROSPERITY);
  struct tp_move m = tp_move_begin(t, tp_actor_slot(t->r, actor, TP_EXPECTATION),
                                   t->r->coefficient.expectation_rate);
  tp_move_term(&m, t->v[prosperity], TP_CAUSE_HABIT, prosperity, TP_NONE);
  tp_move_end(&m);
}

void tp_phase_economy(struct tp_turn *t) {
  move_energy_price(t);
  double price = t->v[tp_world_slot(t->r, TP_ENERGY_PRICE)];
  for (int actor = 0; actor < t->r->actor_count; actor++) {
    move_prosperity(t, actor, price);
    move_expectation(t, actor);
  }
}
