/* What pulls at a variable, as the dossier of a claim shows it. */
#include "opened.h"

#include <math.h>

enum { room = 64 };

static void nothing_pulls_at_the_start(void **state) {
  struct tp_pull pulls[room];
  struct tp_session *s = open_tiny("");
  (void)state;
  int seen = 0;
  for (int slot = 0; slot < tp_session_rules(s)->slot_count; slot++) {
    int count = tp_session_pulls(s, slot, pulls, room);
    for (int i = 0; i < count; i++)
      assert_true(fabs(pulls[i].row.delta) < 1e-9);
    seen += count;
  }
  assert_true(seen > 50);
  tp_session_close(s);
}

/* A claim is fed by the evidence its scenario names, with those weights, by as much as each moved.
 */
static void evidence_pulls_by_its_weight(void **state) {
  struct tp_session *s = open_tiny("");
  const struct tp_rules *r = tp_session_rules(s);
  struct tp_pull pulls[room];
  (void)state;
  for (int i = 0; i < 4; i++)
    tp_session_end_turn(s);
  const double *v = tp_session_world(s)->v;
  int moved = 0;
  for (int claim = 0; claim < r->claim_count; claim++) {
    struct tp_span evidence = r->claims[claim].evidence;
    int count = tp_session_pulls(s, tp_claim_slot(r, claim, TP_CREDIBILITY), pulls, room);
    for (int i = 0; i < evidence.count; i++) {
      struct tp_weight named = r->weights[evidence.first + i];
      int at = 0;
      while (at < count &&
             (pulls[at].row.cause != TP_CAUSE_EVIDENCE || pulls[at].row.source != named.slot))
        at++;
      assert_int_not_equal(at, count);
      double expected = named.weight * (v[named.slot] - r->start[named.slot]);
      assert_float_equal(pulls[at].weight, named.weight, 1e-9);
      assert_float_equal(pulls[at].row.delta, expected, 1e-9);
      moved += fabs(expected) > 0.01;
    }
  }
  assert_true(moved > 0);
  tp_session_close(s);
}

static void room_is_kept_to(void **state) {
  struct tp_pull pulls[2] = {{.weight = 0}, {.weight = 77}};
  struct tp_session *s = open_tiny("");
  int slot = tp_actor_slot(tp_session_rules(s), 0, TP_STABILITY);
  (void)state;
  assert_int_equal(tp_session_pulls(s, slot, pulls, 1), 1);
  assert_float_equal(pulls[1].weight, 77, 0.0);
  tp_session_close(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_pulls_at_the_start),
      cmocka_unit_test(evidence_pulls_by_its_weight),
      cmocka_unit_test(room_is_kept_to),
  };
  return cmocka_run_group_tests_name("session/pulls", tests, NULL, NULL);
}
