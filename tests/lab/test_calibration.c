/* Calibration: what is counted, and that forecasts of a world that is as it is imagined hold. */
#include "support/tiny.h"

#include "lab/studies/calibration.h"

#include <math.h>
#include <string.h>

static struct tp_calibration found; /* of 300 games */

/* The tiny world played by reflex, as forecasts imagine it, its bands as wide as the imagined games
 * spread; `gap` and `unity` widen them. */
static void calibrate(double gap, double unity, int threads) {
  static struct tp_arguments arguments = {
      .operand = {"tests/support/tiny.json"}, .operand_count = 1, .seed = 1};
  struct tp_setup setup;
  struct tp_rules rules;
  assert_int_equal(tp_setup_open_with(&setup, arguments.operand[0], &arguments, "reflex"),
                   TP_EXIT_OK);
  rules = *setup.rules;
  struct tp_coefficients *c = &rules.coefficient;
  c->forecast_gap50 = c->forecast_gap80 = c->forecast_gap95 = gap;
  c->forecast_unity50 = c->forecast_unity80 = c->forecast_unity95 = unity;
  setup.rules = &rules;
  found = (struct tp_calibration){
      .horizon = 6, .rollouts = 100, .first = 1, .last = 6, .slot_count = 2};
  found.slots[0] = (int16_t)tp_session_gauge_slot(&rules, TP_GAUGE_GAP);
  found.slots[1] = (int16_t)tp_session_gauge_slot(&rules, TP_GAUGE_UNITY);
  tp_calibration_play(&setup, 1, 300, threads, &found);
  tp_setup_close(&setup);
}

static void everything_is_counted_once(void **state) {
  (void)state;
  calibrate(0, 0, 2);
  assert_int_equal(found.games + found.ended_first, 300);
  assert_true(found.games > 200);
  for (int i = 0; i < found.slot_count; i++) {
    for (int ahead = 1; ahead <= found.horizon; ahead++) {
      long parts = 0;
      for (int bin = 0; bin < TP_BINS; bin++)
        parts += found.bins[i][ahead][bin];
      assert_int_equal(parts, (long)found.games * TP_BIN_PARTS);
      long tenths = 0;
      for (int tenth = 0; tenth < TP_TENTHS; tenth++)
        tenths += found.tenths[i][ahead][tenth];
      assert_int_equal(tenths, (long)found.games * TP_BIN_PARTS);
      assert_true(found.inside[i][ahead][0] <= found.inside[i][ahead][1]);
      assert_true(found.inside[i][ahead][1] <= found.inside[i][ahead][2]);
    }
  }
}

static void any_number_of_threads_counts_the_same(void **state) {
  (void)state;
  struct tp_calibration one;
  calibrate(0, 0, 1);
  one = found;
  calibrate(0, 0, 3);
  assert_memory_equal(&one, &found, sizeof one);
}

static double in_the_outermost_tenths(void) {
  return tp_calibration_tenth(&found, -1, 0) + tp_calibration_tenth(&found, -1, TP_TENTHS - 1);
}

/* Wider bands hold more, and are told to be too wide; what narrow ones miss lies in the outermost
 * tenths. */
static void doubt_widens(void **state) {
  (void)state;
  struct tp_interval interval;
  calibrate(0, 0, 2);
  double all = 0, outermost = in_the_outermost_tenths();
  for (int tenth = 0; tenth < TP_TENTHS; tenth++)
    all += tp_calibration_tenth(&found, -1, tenth);
  assert_between(all, 1 - 1e-9, 1 + 1e-9);
  double one = tp_calibration_tenth(&found, 0, 4), other = tp_calibration_tenth(&found, 1, 4);
  assert_between(2 * tp_calibration_tenth(&found, -1, 4), one + other - 1e-9, one + other + 1e-9);
  double narrow = tp_calibration_pooled(&found, 6, 1, &interval);
  double of_gap = tp_calibration_factor(&found, 0, 1),
         of_unity = tp_calibration_factor(&found, 1, 1);
  double of_both = tp_calibration_factor(&found, -1, 1);
  assert_between(of_both, fmin(of_gap, of_unity), fmax(of_gap, of_unity));
  assert_true(interval.low < narrow && narrow < interval.high);
  calibrate(1, 1, 2);
  assert_true(tp_calibration_pooled(&found, 6, 1, &interval) > narrow);
  assert_true(in_the_outermost_tenths() < 0.6 * outermost);
  /* twice as wide needs half the factor, to a step */
  assert_between(2 * tp_calibration_factor(&found, -1, 1), of_both - 2 * TP_REACH_STEP,
                 of_both + 2 * TP_REACH_STEP);
  /* each variable has a doubt of its own */
  calibrate(0, 1, 2);
  assert_between(tp_calibration_factor(&found, 0, 1), of_gap, of_gap);
  assert_between(2 * tp_calibration_factor(&found, 1, 1), of_unity - 2 * TP_REACH_STEP,
                 of_unity + 2 * TP_REACH_STEP);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(everything_is_counted_once),
      cmocka_unit_test(any_number_of_threads_counts_the_same),
      cmocka_unit_test(doubt_widens),
  };
  return cmocka_run_group_tests_name("lab/calibration", tests, NULL, NULL);
}
