/* Hints and advisors: what a scenario writes about them, and every mistake with its remedy. */
#include "sample.h"

#include "core/guide.h"
#include "core/world.h"
#include "data/address.h"
#include "data/compile/mark.h"

static const char *const head = "{ \"format\": 1, \"id\": \"taught\", \"extends\": \"tiny\", ";

static struct tp_scenario *load(const char *sections) {
  struct tp_problems problems = {0};
  struct tp_text text = {0};
  tp_text_print(&text, "%s%s }", head, sections);
  struct tp_scenario *s =
      tp_scenario_load_text(text.data, in_folder("taught.json"), "fr", &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  tp_text_free(&text);
  assert_non_null(s);
  return s;
}

static void hints_are_said_by_their_order_then_the_files(void **state) {
  (void)state;
  struct tp_scenario *s = load("\"guided\": true, \"hints\": {"
                               "\"c\": { \"title\": \"C\", \"text\": \"c\", \"order\": 1 },"
                               "\"a\": { \"title\": \"A\", \"text\": \"a\" },"
                               "\"b\": { \"title\": { \"en\": \"B\", \"fr\": \"Bé\" }, "
                               "\"text\": \"b\" } }");
  const struct tp_guide *guide = s->rules->guide;
  assert_true(guide->guided);
  assert_int_equal(guide->hint_count, 3);
  assert_string_equal(guide->hints[0].words.id, "a");
  assert_string_equal(guide->hints[1].words.title, "Bé");
  assert_string_equal(guide->hints[2].words.id, "c");
  assert_true(guide->hints[0].once);
  assert_int_equal(guide->hints[0].at.kind, TP_MARK_NONE);
  tp_scenario_free(s);
}

static void a_hint_points_and_waits(void **state) {
  (void)state;
  struct tp_scenario *s =
      load("\"hints\": { \"a\": { \"title\": \"A\", \"text\": \"a\", \"at\": \"gauge:autonomy\", "
           "\"when\": [ { \"var\": \"bear.stability\", \">\": 5, \"<\": 9 }, "
           "{ \"seen\": \"why:bear.narrative\" }, { \"under_way\": \"build\" } ], "
           "\"done\": [ { \"seen\": \"hint:a\" } ] } }");
  const struct tp_rules *r = s->rules;
  const struct tp_hint *hint = &r->guide->hints[0];
  const struct tp_sign *when = r->guide->signs + hint->when.first;
  assert_int_equal(hint->at.kind, TP_MARK_GAUGE);
  assert_int_equal(hint->at.which, 1);
  assert_int_equal(hint->when.count, 4);
  assert_int_equal(when[0].condition.slot, tp_address_find(r, "bear.stability"));
  assert_true(when[0].condition.value == 9 || when[1].condition.value == 9);
  assert_int_equal(when[2].mark.kind, TP_MARK_WHY);
  assert_int_equal(when[2].mark.which, tp_address_find(r, "bear.narrative"));
  assert_int_equal(when[3].kind, TP_SIGN_UNDER_WAY);
  assert_int_equal(when[3].which, tp_address_action(r, "build"));
  assert_int_equal(hint->done.count, 1);
  tp_scenario_free(s);
}

static void advisors_care_and_speak(void **state) {
  (void)state;
  struct tp_scenario *s =
      load("\"advisors\": { \"x\": { \"name\": \"X\", \"office\": \"O\", "
           "\"cares\": { \"bear.narrative\": 2 }, \"themes\": [ \"defence\", \"society\" ], "
           "\"lines\": [ { \"on\": \"gap\", \"cause\": \"from-presence\", \"text\": \"t\" } ] } }");
  const struct tp_advisor *advisor = &s->rules->guide->advisors[0];
  assert_int_equal(s->rules->guide->advisor_count, 1);
  assert_string_equal(advisor->words.title, "X");
  assert_int_equal(advisor->themes, 1 << TP_DEFENCE | 1 << TP_SOCIETY);
  assert_int_equal(advisor->cares.count, 1);
  const struct tp_line *line = s->rules->guide->lines + advisor->lines.first;
  assert_int_equal(line->matter, TP_MATTER_GAP);
  assert_string_equal(line->text, "t");
  assert_int_equal(line->slot, TP_NONE);
  tp_scenario_free(s);
}

static void every_mark_is_found_by_its_name(void **state) {
  (void)state;
  struct tp_scenario *s = load("\"hints\": { \"a\": { \"title\": \"A\", \"text\": \"a\" } }");
  struct tp_mark mark = {TP_MARK_NONE, TP_NONE}, found;
  int kinds = 0, last = TP_MARK_NONE;
  while (tp_mark_next(s->rules, &mark)) {
    char name[200];
    tp_mark_print(s->rules, mark, name, sizeof name);
    assert_true(tp_mark_find(s->rules, name, &found));
    assert_int_equal(found.kind, mark.kind);
    assert_int_equal(found.which, mark.which);
    kinds += mark.kind != last;
    last = mark.kind;
  }
  assert_int_equal(kinds, TP_MARK_SPOT);
  tp_scenario_free(s);
}

#define HINT(rest) "\"hints\": { \"a\": { \"title\": \"A\", \"text\": \"a\", " rest " } }"

static void mistakes_are_named(void **state) {
  (void)state;
  sample_refused(HINT("\"at\": \"gauge:narative\""),
                 "/hints/a/at: nothing on the screen is called \"gauge:narative\"; "
                 "did you mean \"gauge:narrative\"?");
  sample_refused(HINT("\"at\": \"vote:biuld\""), "did you mean \"vote:build\"?");
  sample_refused(HINT("\"at\": \"end-trun\""), "did you mean \"end-turn\"?");
  sample_refused(HINT("\"when\": [ { \"ordered\": \"biuld\" } ]"),
                 "unknown action \"biuld\"; did you mean \"build\"?");
  sample_refused(HINT("\"when\": [ {} ]"), "a sign needs one of <, <=");
  sample_refused(HINT("\"when\": [ { \">\": 3 } ]"), "a comparison needs \"var\"");
  sample_refused(HINT("\"done\": [ { \"seen\": \"map\", \"ordered\": \"build\" } ]"),
                 "a sign is about one thing");
  sample_refused("\"hints\": { \"a\": { \"title\": \"A\" } }", "a hint needs \"text\"");
  sample_refused("\"advisors\": { \"x\": { \"name\": \"X\" } }", "an advisor needs \"office\"");
}

#define ADVISOR(rest) "\"advisors\": { \"x\": { \"name\": \"X\", \"office\": \"O\", " rest " } }"

static void mistakes_of_advisors_are_named(void **state) {
  (void)state;
  sample_refused(ADVISOR("\"themes\": [ \"defense\" ]"), "did you mean \"defence\"?");
  sample_refused(ADVISOR("\"themes\": \"defence\""), "must be a list of words, each one of");
  sample_refused(ADVISOR("\"cares\": { \"league.gapp\": 1 }"), "did you mean \"league.gap\"?");
  sample_refused(ADVISOR("\"lines\": [ { \"on\": \"gaps\", \"text\": \"t\" } ]"),
                 "did you mean \"gap\"?");
  sample_refused(ADVISOR("\"lines\": [ { \"on\": \"gap\", \"cause\": \"evidenc\", "
                         "\"text\": \"t\" } ]"),
                 "unknown cause \"evidenc\"; did you mean \"evidence\"?");
}

/* The same game, whatever is said about it. */
static void the_guide_changes_no_game(void **state) {
  (void)state;
  struct tp_scenario *silent = load("\"title\": \"T\"");
  struct tp_scenario *taught = load("\"hints\": { \"a\": { \"title\": \"A\", \"text\": \"a\" } }, "
                                    "\"advisors\": { \"x\": { \"name\": \"X\", \"office\": \"O\", "
                                    "\"cares\": { \"bear.narrative\": 2 } } }");
  assert_int_equal(silent->rules->world_size, taught->rules->world_size);
  struct tp_world *one = tp_memory_resize(NULL, silent->rules->world_size);
  struct tp_world *two = tp_memory_resize(NULL, taught->rules->world_size);
  tp_world_start(silent->rules, one, 7);
  tp_world_start(taught->rules, two, 7);
  assert_true(tp_world_hash(silent->rules, one) == tp_world_hash(taught->rules, two));
  free(one);
  free(two);
  tp_scenario_free(silent);
  tp_scenario_free(taught);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hints_are_said_by_their_order_then_the_files),
      cmocka_unit_test(a_hint_points_and_waits),
      cmocka_unit_test(advisors_care_and_speak),
      cmocka_unit_test(every_mark_is_found_by_its_name),
      cmocka_unit_test(mistakes_are_named),
      cmocka_unit_test(mistakes_of_advisors_are_named),
      cmocka_unit_test(the_guide_changes_no_game),
  };
  return cmocka_run_group_tests(tests, sample_set_up, close_folder);
}
