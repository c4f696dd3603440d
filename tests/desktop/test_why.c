/* "Why it moved": what is shown adds up to the change that is shown, for every variable. */
#include "stage.h"

#include "desktop/why.h"

#include <math.h>

static void the_lines_add_up(void **state) {
  struct tp_problems problems = {0};
  struct tp_session_options options = {
      .scenario = "tests/support/tiny.json", .policy = "reflex", .folder = "", .seed = 3};
  struct tp_session *session = tp_session_start(&options, &problems);
  int told = 0;
  (void)state;
  assert_non_null(session);
  for (int turn = 1; turn <= 4 && tp_session_end_turn(session); turn++) {
    for (int slot = 0; slot < tp_session_rules(session)->slot_count; slot++) {
      struct tp_why_table table;
      double sum = 0.0, moved = tp_session_moved(session, slot, turn);
      tp_why_gather(session, slot, turn, &table);
      for (int i = 0; i < table.count; i++)
        sum += round(table.lines[i].delta * 100.0);
      assert_true(table.count <= TP_WHY_LINES);
      assert_true(fabs(sum - (table.count ? round(table.sum * 100.0) : 0.0)) < 0.001);
      if (table.count)
        assert_true(fabs(table.sum - moved) < 0.0051);
      told += table.count;
    }
  }
  assert_true(told > 50);
  tp_session_close(session);
  tp_problems_free(&problems);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_lines_add_up)};
  return cmocka_run_group_tests_name("desktop/why", tests, NULL, NULL);
}
