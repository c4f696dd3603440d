/* Names on the map keep clear of each other, of places and of panels. */
#include "stage.h"

#include "desktop/map/labels.h"

#include <math.h>

static const struct tp_rect limits = {0, 0, 800, 600};

static bool meets(struct tp_rect a, struct tp_rect b) {
  struct tp_rect common = tp_rect_overlap(a, b);
  return common.w > 0.0F && common.h > 0.0F;
}

static void place(struct tp_label *labels, int count, const struct tp_rect *taken, int panels) {
  tp_labels_place(labels, count, taken, panels, limits, 8.0F, 4.0F);
}

static struct tp_label label_at(float x, float y) {
  return (struct tp_label){.at = {x, y}, .w = 80, .h = 27};
}

static void alone_it_stands_to_the_right(void **state) {
  struct tp_label label = label_at(400, 300);
  (void)state;
  place(&label, 1, NULL, 0);
  assert_true(label.placed && !label.far);
  assert_int_equal(label.side, TP_SIDE_RIGHT);
  assert_true(label.rect.x > label.at.x);
}

static void at_an_edge_it_turns_inwards(void **state) {
  static const struct tp_point edges[] = {{795, 300}, {5, 300}, {400, 3}, {400, 597},
                                          {795, 3},   {5, 597}, {5, 3},   {795, 597}};
  (void)state;
  for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
    struct tp_label label = label_at(edges[i].x, edges[i].y);
    place(&label, 1, NULL, 0);
    assert_true(label.placed);
    struct tp_rect inside = tp_rect_overlap(label.rect, limits);
    assert_float_equal(inside.w, label.w, 0.0);
    assert_float_equal(inside.h, label.h, 0.0);
  }
}

static void a_crowd_keeps_clear(void **state) {
  enum { count = 24 };
  const struct tp_rect panels[] = {{0, 400, 300, 200}, {500, 0, 300, 80}};
  struct tp_label labels[count];
  int shown = 0;
  (void)state;
  for (int i = 0; i < count; i++)
    labels[i] = label_at(320.0F + 37.0F * (float)(i % 5), 120.0F + 31.0F * (float)(i / 5));
  place(labels, count, panels, 2);
  for (int i = 0; i < count; i++) {
    if (!labels[i].placed)
      continue;
    shown++;
    for (int k = 0; k < count; k++) {
      struct tp_rect dot = {labels[k].at.x - 4, labels[k].at.y - 4, 8, 8};
      if (k != i)
        assert_false(meets(labels[i].rect, dot));
      if (k != i && labels[k].placed)
        assert_false(meets(labels[i].rect, labels[k].rect));
    }
    for (int k = 0; k < 2; k++)
      assert_false(meets(labels[i].rect, panels[k]));
  }
  assert_true(labels[0].placed);
  assert_in_range(shown, 5, count - 1); /* not all of them find room */
}

/* Who must be named is named from further away, and told so. */
static void who_must_be_named_goes_far(void **state) {
  struct tp_label labels[9];
  (void)state;
  for (int i = 0; i < 9; i++)
    labels[i] = label_at(400.0F + 20.0F * (float)(i % 3), 300.0F + 20.0F * (float)(i / 3));
  labels[8].must = true;
  place(labels, 9, NULL, 0);
  assert_true(labels[8].placed && labels[8].far);
}

static void it_stays_where_it_was(void **state) {
  struct tp_label label = label_at(400, 300);
  (void)state;
  label.side = TP_SIDE_ABOVE;
  place(&label, 1, NULL, 0);
  assert_int_equal(label.side, TP_SIDE_ABOVE);
}

/* --- lines that run out of sight --- */

static void a_line_is_left_where_it_is_seen(void **state) {
  struct tp_point points[101];
  (void)state;
  for (int i = 0; i <= 100; i++)
    points[i] = (struct tp_point){-5000.0F + 100.0F * (float)i, 300.0F};
  size_t count = tp_line_within(points, 101, limits, 7.0F);
  assert_in_range(count, 9, 12);
  assert_true(points[0].x <= 0.0F && points[count - 1].x >= 800.0F);
  float periods = (points[0].x + 5000.0F) / 7.0F; /* the pattern goes on as before */
  assert_float_equal(periods, roundf(periods), 0.01);
  struct tp_point away[2] = {{-50, -50}, {900, -20}};
  assert_int_equal(tp_line_within(away, 2, limits, 0.0F), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(alone_it_stands_to_the_right),
      cmocka_unit_test(at_an_edge_it_turns_inwards),
      cmocka_unit_test(a_crowd_keeps_clear),
      cmocka_unit_test(who_must_be_named_goes_far),
      cmocka_unit_test(it_stays_where_it_was),
      cmocka_unit_test(a_line_is_left_where_it_is_seen),
  };
  return cmocka_run_group_tests_name("desktop/labels", tests, NULL, NULL);
}
