/* Orders are written as people would write them, and read back. */
#include "sample.h"

#include "data/address.h"
#include "data/saves/script.h"

static struct tp_scenario *scenario;
static const struct tp_rules *r;

static int set_up(void **state) {
  if (sample_set_up(state) != 0)
    return -1;
  scenario = sample_load_plain();
  r = scenario->rules;
  return 0;
}

static int tear_down(void **state) {
  tp_scenario_free(scenario);
  return close_folder(state);
}

static void orders_survive_their_text(void **state) {
  (void)state;
  static const char *const texts[] = {"build", "gas=refuse", "crisis=hold", "crisis=escalate",
                                      "crisis=back"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    struct tp_order order;
    struct tp_text text = {0};
    char why[300];
    assert_true(tp_script_parse_order(r, texts[i], &order, why, sizeof why));
    tp_script_print_order(r, order, &text);
    assert_string_equal(text.data, texts[i]);
    tp_text_free(&text);
  }
}

static void a_script_is_sorted_by_turn(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_script_row *rows;
  int count;
  assert_true(tp_script_read(r, 0,
                             "# what to do\n"
                             "3: gas=pay, crisis=back # later\n"
                             "\n"
                             "  0 : build\r\n"
                             "3: build",
                             "s", &rows, &count, &problems));
  assert_int_equal(count, 4);
  assert_int_equal(rows[0].turn, 0);
  assert_int_equal(rows[0].order.kind, TP_ORDER_ACT);
  assert_int_equal(rows[1].turn, 3);
  assert_int_equal(rows[1].order.kind, TP_ORDER_ANSWER);
  assert_int_equal(rows[1].order.choice, 0);
  assert_int_equal(rows[2].order.kind, TP_ORDER_MOVE);
  assert_int_equal(rows[2].order.choice, TP_STEP_BACK);
  assert_int_equal(rows[3].order.kind, TP_ORDER_ACT);
  free(rows);
}

static void json_says_the_same(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_script_row *rows;
  int count;
  assert_true(tp_script_read(r, 0, "{ \"2\": [\"build\"], \"1\": [\"crisis=hold\"] }", "s", &rows,
                             &count, &problems));
  assert_int_equal(count, 2);
  assert_int_equal(rows[0].turn, 1);
  assert_int_equal(rows[1].order.id, tp_address_action(r, "build"));
  free(rows);
}

static void refused(const char *text, int line, int column, const char *why) {
  struct tp_problems problems = {0};
  struct tp_script_row *rows;
  int count;
  assert_false(tp_script_read(r, 0, text, "s", &rows, &count, &problems));
  assert_null(rows);
  assert_int_equal(count, 0);
  assert_int_equal(problems.count, 1);
  if (problems.list[0].line != line || problems.list[0].column != column)
    fail_msg("%s: told at %d:%d", text, problems.list[0].line, problems.list[0].column);
  if (!strstr(problems.list[0].message, why))
    fail_msg("%s: %s", text, problems.list[0].message);
  tp_problems_free(&problems);
}

static void slips_are_named_with_their_place(void **state) {
  (void)state;
  refused("0: build\n1: biuld", 2, 4, "unknown action \"biuld\"; did you mean \"build\"?");
  refused("0: gaz=pay", 1, 4, "unknown event \"gaz\"; did you mean \"gas\"?");
  refused("0: gas=pya", 1, 4, "no option \"pya\"; did you mean \"pay\"?");
  refused("# \xc3\xa9\r1: build\r3: build, crisis=run # \xc3\xa9", 3, 11, "hold, escalate or back");
  refused("0: crack", 1, 4, "crack is not one of league");
  refused("build", 1, 1, "a turn is a number");
  refused(" -1: build", 1, 2, "a turn is a number");
  refused("\xef\xbb\xbf"
          "0: build",
          1, 1, "a byte-order mark");
  refused("400: build", 1, 1, "a turn is a number from 0 to 399");
  refused("4 build", 1, 3, "a colon is needed");
  refused("4: build,, build", 1, 10, "an order is missing");
  refused("{\n\"x\": [\"build\"]}", 2, 6, "a turn is a number");
  refused("{\n\"1\": 2}", 2, 6, "a JSON script is");
  refused("{\"1\": [\"build\",\n\n2]}", 3, 1, "an order is text");
  refused("{\"1\": [\n\"biuld\"]}", 2, 1, "did you mean \"build\"?");
  refused("{\"1\": [\"build\",]}", 1, 15, "takes no comma");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(orders_survive_their_text),
      cmocka_unit_test(a_script_is_sorted_by_turn),
      cmocka_unit_test(json_says_the_same),
      cmocka_unit_test(slips_are_named_with_their_place),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
