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

static void write_trade(struct tp_author *author, int actor) {
  const struct tp_rules *r = author->r;
  struct tp_span ties = r->actors[actor].ties;
  for (int i = 0; i < ties.count; i++) {
    const struct tp_tie *tie = &r->ties[r->incident[ties.first + i]];
    double size = r->actors[tp_tie_other(tie, actor)].size;
    tp_equation_term(author, r->coefficient.prosperity_trade * size / 100, tie->slot + TP_ECONOMY,
                     TP_CAUSE_TRADE, TP_NONE);
  }
}

/* What `actor` pays for the energy it buys, and loses by the sanctions it imposes. */
static void write_outward(struct tp_author *author, int actor) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  struct tp_span views = r->actors[actor].views;
  for (int i = 0; i < views.count; i++) {
    const struct tp_view *view = &r->views[r->outlooks[views.first + i]];
    double size = r->actors[view->to].size;
    tp_equation_term(author, -c->prosperity_sanctions_cost * size / 100, view->slot + TP_SANCTIONS,
                     TP_CAUSE_SANCTIONS_COST, TP_NONE);
    tp_equation_product(author, -c->prosperity_energy_bill / 100, view->slot + TP_ENERGY,
                        tp_world_slot(r, TP_ENERGY_MARGIN), TP_CAUSE_ENERGY_BILL, TP_NONE);
  }
}

/* What `actor` earns from the energy it sells, and loses by sanctions on it. */
static void write_inward(struct tp_author *author, int actor) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  struct tp_span seen = r->actors[actor].seen;
  for (int i = 0; i < seen.count; i++) {
    const struct tp_view *view = &r->views[r->outlooks[seen.first + i]];
    double size = r->actors[view->from].size;
    tp_equation_term(author, -c->prosperity_sanctions * size / 100, view->slot + TP_SANCTIONS,
                     TP_CAUSE_SANCTIONS_SUFFERED, TP_NONE);
    tp_equation_product(author, c->prosperity_energy_revenue * size / 10000, view->slot + TP_ENERGY,
                        tp_world_slot(r, TP_ENERGY_PRICE), TP_CAUSE_ENERGY_REVENUE, TP_NONE);
  }
}

void tp_write_economy(struct tp_author *author) {
  const struct tp_rules *r = author->r;
  const struct tp_coefficients *c = &r->coefficient;
  tp_equation_group(author, TP_OF_ECONOMY);
  tp_equation(author, tp_world_slot(r, TP_ENERGY_PRICE), c->economy_price_rate);
  for (int actor = 0; actor < r->actor_count; actor++) {
    int self = r->actors[actor].slot;
    tp_equation(author, self + TP_PROSPERITY, c->prosperity_rate);
    write_trade(author, actor);
    write_outward(author, actor);
    write_inward(author, actor);
    tp_equation_term(author, -c->prosperity_burden, self + TP_SPENDING, TP_CAUSE_BURDEN, TP_NONE);
    tp_equation(author, self + TP_EXPECTATION, c->expectation_rate);
    tp_equation_term(author, 1, self + TP_PROSPERITY, TP_CAUSE_HABIT, TP_NONE);
  }
}

static void swing(struct tp_turn *t, int slot, uint64_t key, int who, double largest,
                  enum tp_cause cause) {
  double draw = 2 * tp_chance_unit_of(key, who, 0) - 1;
  tp_change_add(t, slot, largest * draw, cause, TP_NONE, TP_NONE);
}

static void swing_markets(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  const struct tp_world *w = t->w;
  uint64_t price = tp_chance_key(w->seed, w->turn, TP_DRAW_PRICE);
  uint64_t growth = tp_chance_key(w->seed, w->turn, TP_DRAW_GROWTH);
  swing(t, tp_world_slot(r, TP_ENERGY_PRICE), price, 0, r->coefficient.economy_price_swing,
        TP_CAUSE_MARKET);
  for (int actor = 0; actor < r->actor_count; actor++) {
    swing(t, r->actors[actor].slot + TP_PROSPERITY, growth, actor,
          r->coefficient.economy_growth_swing, TP_CAUSE_GROWTH_SHOCK);
  }
}

static void derive_margin(struct tp_turn *t) {
  int price = tp_world_slot(t->r, TP_ENERGY_PRICE);
  struct tp_derivation d = tp_derive_begin(t, tp_world_slot(t->r, TP_ENERGY_MARGIN));
  tp_derive_end(&d, t->v[price] - 50, TP_CAUSE_MARKET, price, TP_NONE);
}

static void derive_shortfall(struct tp_turn *t, int self) {
  int prosperity = self + TP_PROSPERITY, expectation = self + TP_EXPECTATION;
  struct tp_derivation d = tp_derive_actor(t, self, TP_SHORTFALL);
  if (tp_is_watched(t)) {
    double missing = tp_before(t, expectation) - t->v[prosperity];
    tp_derive_step(&d, missing > 0 ? missing : 0, TP_CAUSE_SHORTFALL, prosperity, TP_NONE);
  }
  double missing = t->v[expectation] - t->v[prosperity];
  tp_derive_end(&d, missing, TP_CAUSE_HABIT, expectation, TP_NONE);
}

void tp_phase_economy(struct tp_turn *t) {
  derive_margin(t);
  tp_change_by(t, TP_OF_ECONOMY);
  swing_markets(t);
  for (int actor = 0; actor < t->r->actor_count; actor++) {
    derive_shortfall(t, t->r->actors[actor].slot);
  }
}
