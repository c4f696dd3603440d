/* Mods as a player meets them: listed with what is wrong, switched on with what they need, and laid
 * over what a new game is made of, but for those that do not fit. */
#include "modded.h"

#include "session/mods/offer.h"
#include "session/mods/telling.h"
#include "session/session.h"
#include "spoken.h"

static int open_mods(void **state) {
  (void)state;
  speak("en");
  modded_open();
  return 0;
}

static int close_mods(void **state) {
  (void)state;
  modded_close();
  return 0;
}

static int row_of(const struct tp_shelf *shelf, const char *id) {
  int row = tp_shelf_find(shelf, id);
  assert_true(row >= 0);
  return row;
}

/* All that is told of a mod, a line each. */
static const char *told(const char *ids, const char *id) {
  static char text[8000];
  struct tp_shelf *shelf = tp_shelf_open(ids);
  struct tp_telling telling = {0};
  tp_shelf_compare(shelf);
  tp_telling_mod(&telling, shelf, row_of(shelf, id));
  text[0] = '\0';
  for (int i = 0; i < telling.count; i++) {
    tp_phrase_append(text, sizeof text, telling.lines[i].text);
    tp_phrase_append(text, sizeof text, "\n");
  }
  tp_telling_free(&telling);
  tp_shelf_close(shelf);
  return text;
}

static void assert_within(const char *text, const char *wanted) {
  if (!strstr(text, wanted))
    fail_msg("\"%s\" should say \"%s\"", text, wanted);
}

/* What is on after one was switched, or "" when it was refused. */
static const char *switched(const char *ids, const char *id) {
  static char after[TP_MOD_IDS_MAX];
  struct tp_shelf *shelf = tp_shelf_open(ids);
  if (!tp_shelf_switch(shelf, row_of(shelf, id), after))
    after[0] = '\0';
  tp_shelf_close(shelf);
  return after;
}

static const char *state_of(const char *ids, const char *id) {
  static char text[100];
  struct tp_shelf *shelf = tp_shelf_open(ids);
  tp_shelf_compare(shelf);
  tp_telling_state(shelf, row_of(shelf, id), text, sizeof text);
  tp_shelf_close(shelf);
  return text;
}

/* --- the list --------------------------------------------------------------------------------- */

static void those_in_use_come_first_in_their_order(void **state) {
  (void)state;
  struct tp_shelf *shelf = tp_shelf_open("smithy+forge+guild");
  assert_int_equal(shelf->on.count, 3);
  assert_string_equal(shelf->rows[0].id, "forge");
  assert_string_equal(shelf->rows[1].id, "guild");
  assert_string_equal(shelf->rows[2].id, "smithy"); /* it needs one: deeper */
  assert_int_equal(shelf->rows[2].place, 3);
  assert_false(shelf->rows[3].wanted);
  struct tp_problems why = {0};
  assert_true(tp_shelf_refuses(shelf, shelf->count - 1, &why)); /* what cannot be used comes last */
  tp_problems_free(&why);
  tp_shelf_close(shelf);
}

static void what_a_mod_is_and_changes_is_told(void **state) {
  (void)state;
  char note[200];
  struct tp_shelf *shelf = tp_shelf_open("");
  assert_string_equal(tp_telling_note(&shelf->rows[row_of(shelf, "forge")], note, sizeof note),
                      "1.0 \xc2\xb7 A smith \xc2\xb7 forge");
  tp_shelf_close(shelf);
  const char *lines = told("", "forge");
  assert_within(lines, "Iron for all.");
  assert_within(lines, "Changes “Two Rivers”\nActions: Build forges\n");
  assert_within(told("", "smithy"), "Actions: Found smithies\n");
  assert_within(told("", "guild"), "The League and the Crown\n");
  assert_within(told("", "guild"), "The League towards the Crown\n");
  assert_within(told("", "smithy"), "Needs\nCheap forges, version 1.0 or later: off\n");
  assert_within(told("forge", "smithy"), "or later: on\n");
  assert_within(told("", "long-winter"), "Changes “Rapprochement”\n");
  assert_within(told("", "long-winter"), "The world at the start: energy price\n");
}

static void what_cannot_be_used_says_why_with_its_place(void **state) {
  (void)state;
  assert_within(told("", "torn"), "mods/torn/mod.json:2:");
  assert_within(told("", "orphan"), "mods/orphan/mod.json:1:");
  assert_within(told("", "orphan"), "there is no mod \"forgge\"; did you mean \"forge\"?");
  assert_within(told("", "hen"), "needs in a circle: hen needs egg needs hen");
  assert_string_equal(state_of("", "orphan"), "1 error");
  assert_string_equal(switched("", "orphan"), "");
  assert_string_equal(switched("", "hen"), "");
}

/* --- switching -------------------------------------------------------------------------------- */

static void with_a_mod_goes_what_it_needs(void **state) {
  (void)state;
  char text[300];
  struct tp_shelf *shelf = tp_shelf_open("guild");
  assert_string_equal(tp_telling_also(shelf, row_of(shelf, "smithy"), text, sizeof text),
                      "“Smithies” needs others that are off: Cheap forges.");
  assert_string_equal(tp_telling_also(shelf, row_of(shelf, "forge"), text, sizeof text), "");
  tp_shelf_close(shelf);
  assert_string_equal(switched("guild", "smithy"), "guild+forge+smithy");
  shelf = tp_shelf_open("guild+forge+smithy");
  assert_string_equal(tp_telling_also(shelf, row_of(shelf, "forge"), text, sizeof text),
                      "Others need “Cheap forges”: Smithies.");
  tp_shelf_close(shelf);
  assert_string_equal(switched("guild+forge+smithy", "forge"), "guild");
  assert_string_equal(switched("guild+forge+smithy", "smithy"), "guild+forge");
}

static void what_is_gone_stays_on_until_it_is_switched_off(void **state) {
  (void)state;
  struct tp_shelf *shelf = tp_shelf_open("forge+vanished+orphan");
  assert_int_equal(shelf->on.count, 1);
  assert_true(shelf->rows[row_of(shelf, "vanished")].wanted);
  assert_true(shelf->rows[row_of(shelf, "orphan")].wanted);
  tp_shelf_close(shelf);
  assert_string_equal(state_of("vanished", "vanished"), "not there");
  assert_string_equal(switched("forge+vanished", "guild"), "forge+vanished+guild");
  assert_string_equal(switched("forge+vanished", "vanished"), "forge");
}

static void conflicts_are_told_value_by_value(void **state) {
  (void)state;
  const char *lines = told("forge+guild", "forge");
  assert_within(lines, "Actions: Build forges\n/actions/forge/cost/budget\n9 by “Guilds” counts\n");
  assert_within(lines, "mods/guild/patches/tiny.json:3:");
  assert_within(lines, "1 by “Cheap forges” has no effect\n");
  assert_within(lines, "mods/forge/patches/tiny.json:1:");
  assert_string_equal(state_of("forge+guild", "guild"), "1 conflict");
  assert_string_equal(state_of("forge+smithy", "forge"), "on"); /* it builds on it, and may */
}

/* --- a new game ------------------------------------------------------------------------------- */

static struct tp_offer offer;

static void offered(const char *ids, const char *name) {
  struct tp_shelf *shelf = tp_shelf_open(ids);
  tp_offer_make(&offer, shelf, name);
  tp_shelf_close(shelf);
}

static void a_new_game_has_the_mods_that_are_on(void **state) {
  (void)state;
  struct tp_problems problems = {0};
  struct tp_shelf *shelf = tp_shelf_open("forge+smithy+far");
  char text[300];
  tp_offer_make(&offer, shelf, "tiny");
  assert_string_equal(offer.name, "tiny+forge+smithy");
  assert_string_equal(tp_offer_say(&offer, text, sizeof text),
                      "With the mods: Cheap forges, Smithies.");
  assert_int_equal(offer.mods[0].fit, TP_FIT_IDLE); /* far */
  struct tp_session_options options = {.scenario = offer.name, .folder = "", .policy = "reflex"};
  struct tp_session *s = tp_session_start(&options, &problems);
  assert_non_null(s);
  assert_string_equal(tp_session_rules(s)->actions[0].words.title, "Found smithies");
  tp_session_close(s);
  tp_offer_free(&offer);
  tp_shelf_close(shelf);
}

static void one_that_does_not_fit_is_left_out_with_its_reason(void **state) {
  (void)state;
  struct tp_shelf *shelf;
  char text[300];
  modded_mod("upon", "Upon", ", \"needs\": { \"broken\": {} }");
  modded_patch("upon", "tiny", "{ \"title\": \"Upon\" }");
  shelf = tp_shelf_open("broken+forge+upon");
  tp_offer_make(&offer, shelf, "tiny");
  assert_string_equal(offer.name, "tiny+forge");
  assert_int_equal(offer.problems.count, 0);
  assert_string_equal(tp_offer_say(&offer, text, sizeof text),
                      "With the mods: Cheap forges. Left out: Broken, Upon.");
  assert_int_equal(offer.mods[0].fit, TP_FIT_FAULTY);
  assert_int_equal(offer.mods[0].why.list[0].line, 2);
  assert_within(offer.mods[0].why.list[0].message, "league");
  assert_int_equal(offer.mods[2].fit, TP_FIT_NEEDS);
  tp_offer_free(&offer);
  tp_shelf_close(shelf);
}

/* What is on and broken, or gone, is told wherever a game is begun without it. */
static void what_is_lost_is_told_with_the_game(void **state) {
  (void)state;
  char text[300];
  struct tp_problems problems = {0};
  struct tp_shelf *shelf = tp_shelf_open("vanished+forge+orphan");
  tp_offer_make(&offer, shelf, "tiny");
  assert_string_equal(offer.name, "tiny+forge");
  assert_string_equal(tp_offer_say(&offer, text, sizeof text),
                      "With the mods: Cheap forges. Left out: Orphan, vanished.");
  tp_offer_free(&offer);
  tp_shelf_close(shelf);
  assert_false(tp_shelf_check("vanished+forge+orphan", &problems));
  assert_int_equal(problems.count, 2);
  tp_problems_free(&problems);
  assert_true(tp_shelf_check("smithy", &problems));
}

static void a_name_that_says_its_mods_goes_first(void **state) {
  (void)state;
  offered("guild", "tiny+forge");
  assert_true(offer.named);
  assert_string_equal(offer.name, "tiny+forge");
  assert_int_equal(offer.count, 0);
  tp_offer_free(&offer);
}

static void a_scenario_with_faults_of_its_own_blames_no_mod(void **state) {
  (void)state;
  put_text("scenarios/bad.json", "{ \"format\": 1, \"id\": \"bad\", \"turns\": -1 }");
  offered("forge", "bad");
  assert_true(offer.problems.count > 0);
  assert_int_equal(offer.mods[0].fit, TP_FIT_USED);
  tp_offer_free(&offer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(those_in_use_come_first_in_their_order),
      cmocka_unit_test(what_a_mod_is_and_changes_is_told),
      cmocka_unit_test(what_cannot_be_used_says_why_with_its_place),
      cmocka_unit_test(with_a_mod_goes_what_it_needs),
      cmocka_unit_test(what_is_gone_stays_on_until_it_is_switched_off),
      cmocka_unit_test(conflicts_are_told_value_by_value),
      cmocka_unit_test(a_new_game_has_the_mods_that_are_on),
      cmocka_unit_test(one_that_does_not_fit_is_left_out_with_its_reason),
      cmocka_unit_test(what_is_lost_is_told_with_the_game),
      cmocka_unit_test(a_name_that_says_its_mods_goes_first),
      cmocka_unit_test(a_scenario_with_faults_of_its_own_blames_no_mod),
  };
  return cmocka_run_group_tests_name("session/mods", tests, open_mods, close_mods);
}
