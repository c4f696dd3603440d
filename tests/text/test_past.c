/* Looking back in the terminal. */
#include "typed.h"

static void before_the_first_turn_there_is_no_past(void **state) {
  (void)state;
  expect("turning\n", "There is no turn to look back at.");
  expect("whatif 1\n", "Which turn? There were 0.");
  expect("debrief\n", "Nothing is decided yet.");
}

static void each_turn_has_its_chance(void **state) {
  (void)state;
  expect("end\nend\nturning\n", "Chance of a win with the orders you gave, at the start: ");
  expect("end\nend\nturning\n", "After turns 1 to 2, until ");
}

static void a_turn_tells_what_could_have_been_done(void **state) {
  (void)state;
  expect("do forge\nend\nwhatif 1\n", "1: Without “Build forges”");
  expect("do forge\nend\nwhatif 1 999\n", "1: Without “Build forges”");
  expect("do forge\nend\nwhatif nonsense\n", "Which turn? There were 1.");
}

static void another_choice_is_answered_and_played_on(void **state) {
  (void)state;
  expect("do forge\nend\nend\nwhatif 1 1\n", "in the same 200 imagined games");
  expect("do forge\nend\nend\nwhatif 1 1 play\norders\n", "No orders are given");
  expect("do forge\nend\nend\nwhatif 2 1 play\norders\n", "Another game, from ");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(before_the_first_turn_there_is_no_past),
      cmocka_unit_test(each_turn_has_its_chance),
      cmocka_unit_test(a_turn_tells_what_could_have_been_done),
      cmocka_unit_test(another_choice_is_answered_and_played_on),
  };
  return cmocka_run_group_tests_name("text/past", tests, take_a_seat, close_folder);
}
