/* Whether each of the adversary's claims can fall: the game is about what it tells, and a claim
 * that no game moves is out of the player's reach.
 *
 * A claim falls in a game that ends with it 3 points lower, or more, than it began. A crisis that
 * is backed out of shakes all claims alike, whatever stands behind them, so only games without one
 * count, unless there are none. Line-ups share their seeds; so a case is a seed, and a claim falls
 * in it when it does in the hands of any line-up.
 */
#include "lab/balance/balance.h"

enum { FALL = 3 };

static void look_at_seed(const struct tp_balance *b, int game, int with_crises,
                         struct tp_claim_found *found) {
  int cases = 0, most = 0;
  for (int lineup = 0; lineup < b->book.count; lineup++) {
    if (game >= tp_book_count(&b->book, lineup))
      continue;
    const struct tp_outing *outing = tp_book_game(&b->book, lineup, game);
    int fallen = outing->fallen[found->claim];
    if (outing->crises > 0 && !with_crises)
      continue;
    cases = 1;
    most = fallen > most ? fallen : most;
  }
  found->seeds += cases;
  found->fell += most >= FALL;
  found->most = most > found->most ? most : found->most;
}

static int most_games(const struct tp_balance *b) {
  int most = 0;
  for (int lineup = 0; lineup < b->book.count; lineup++) {
    int count = tp_book_count(&b->book, lineup);
    most = count > most ? count : most;
  }
  return most;
}

static int all_have_crises(const struct tp_balance *b) {
  for (int lineup = 0; lineup < b->book.count; lineup++) {
    for (int game = 0; game < tp_book_count(&b->book, lineup); game++) {
      if (tp_book_game(&b->book, lineup, game)->crises == 0)
        return 0;
    }
  }
  return 1;
}

void tp_balance_claims(struct tp_balance *b) {
  const struct tp_rules *r = b->setup.rules;
  int games = most_games(b), with_crises = all_have_crises(b);
  for (int claim = 0; claim < r->claim_count && games > 0; claim++) {
    if (r->claims[claim].holder != r->adversary)
      continue;
    struct tp_claim_found *found = &b->claims[b->claim_count++];
    *found = (struct tp_claim_found){.claim = claim};
    for (int game = 0; game < games; game++)
      look_at_seed(b, game, with_crises, found);
    found->interval = tp_rate_interval(found->fell, found->seeds);
  }
}
