/* Draws depend on their key and on nothing else, and are even. */
#include "support/tiny.h"

#include "core/chance.h"

static void draws_are_even_over_every_part_of_the_key(void **state) {
  (void)state;
  for (int part = 0; part < 4; part++) {
    double sum = 0;
    int low = 0;
    for (int i = 0; i < 20000; i++) {
      double x = tp_chance_unit(part == 0 ? (uint64_t)i : 5, part == 1 ? i : 3, part == 2 ? i : 2,
                                TP_DRAW_EVENT, part == 3 ? i : 1);
      assert_true(x >= 0 && x < 1);
      sum += x;
      low += x < 0.1;
    }
    assert_between(sum / 20000, 0.49, 0.51);
    assert_in_range(low, 1860, 2140);
  }
}

static void neighbours_are_unrelated(void **state) {
  (void)state;
  double products = 0;
  for (int turn = 0; turn < 20000; turn++) {
    double here = tp_chance_unit(1, turn, 0, TP_DRAW_VOTE, 0) - 0.5;
    double next = tp_chance_unit(1, turn + 1, 0, TP_DRAW_VOTE, 0) - 0.5;
    products += here * next;
  }
  assert_between(products / 20000 * 12, -0.03, 0.03);
}

static void the_bits_are_these_on_every_machine(void **state) {
  (void)state;
  assert_true(tp_chance_bits(1, 2, 3, TP_DRAW_EVENT, 4) ==
              tp_chance_bits(1, 2, 3, TP_DRAW_EVENT, 4));
  assert_true(tp_chance_bits(1, 2, 3, TP_DRAW_EVENT, 4) !=
              tp_chance_bits(1, 2, 3, TP_DRAW_VOTE, 4));
}

int main(void) {
  const struct CMUnitTest stories[] = {
      cmocka_unit_test(draws_are_even_over_every_part_of_the_key),
      cmocka_unit_test(neighbours_are_unrelated),
      cmocka_unit_test(the_bits_are_these_on_every_machine),
  };
  return cmocka_run_group_tests(stories, NULL, NULL);
}
