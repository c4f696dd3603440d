/* An experiment changes what it says and nothing else; a faulty change is refused with a reason. */
#include "sample.h"

#include "core/equation.h"
#include "core/turn.h"
#include "data/address.h"
#include "data/experiment.h"

static struct tp_scenario *scenario;
static struct tp_experiment *experiment;
static struct tp_experiment_error error;

static int open_scenario(void **state) {
  if (sample_set_up(state) != 0)
    return -1;
  scenario = sample_load_plain();
  return 0;
}

static int close_scenario(void **state) {
  tp_scenario_free(scenario);
  return close_folder(state);
}

static int open_experiment(void **state) {
  (void)state;
  experiment = tp_experiment_create(scenario);
  return 0;
}

static int close_experiment(void **state) {
  (void)state;
  tp_experiment_free(experiment);
  return 0;
}

static double start(const struct tp_rules *r, const char *address) {
  return r->start[tp_address_find(r, address)];
}

static void refused(int done, const char *why) {
  assert_false(done);
  if (!strstr(error.text, why))
    fail_msg("%s\nshould be: %s", error.text, why);
}

static void a_start_value_changes_alone(void **state) {
  (void)state;
  const struct tp_rules *before = scenario->rules;
  assert_true(tp_experiment_set(experiment, "bear.control=90", &error));
  const struct tp_rules *r = tp_experiment_rules(experiment);
  int slot = tp_address_find(r, "bear.control");
  assert_true(r->start[slot] == 90);
  assert_true(r->offset[slot] == before->offset[slot]);
  assert_true(before->start[slot] == 40);
  assert_true(r->system->rest[r->system->of[slot]] < 89.9); /* it will move back */
}

static void derived_start_values_follow(void **state) {
  (void)state;
  double before = start(scenario->rules, "league-bear.durable");
  assert_true(tp_experiment_set(experiment, "bear-league.people=90", &error));
  const struct tp_rules *r = tp_experiment_rules(experiment);
  assert_true(start(r, "league-bear.durable") > before + 1);
}

static void coefficients_change_by_their_names(void **state) {
  (void)state;
  assert_true(tp_experiment_set(experiment, "cohesion.people=1.5", &error));
  const struct tp_rules *r = tp_experiment_rules(experiment);
  assert_true(r->coefficient.cohesion_people == 1.5);
  assert_true(scenario->rules->coefficient.cohesion_people != 1.5);
  assert_true(start(r, "league-bear.durable") > start(scenario->rules, "league-bear.durable"));
}

/* A variable after three turns in which nobody does anything. */
static double later(const struct tp_rules *r, const char *address) {
  struct tp_world *w = malloc(r->world_size);
  tp_world_start(r, w, 3);
  for (int turn = 0; turn < 3; turn++)
    tp_turn_play(r, w, NULL, 0, NULL, NULL);
  double value = w->v[tp_address_find(r, address)];
  free(w);
  return value;
}

static void what_is_held_has_its_effect(void **state) {
  (void)state;
  assert_true(tp_experiment_hold(experiment, "bear>big-isle.sanctions=80", &error));
  double with = later(tp_experiment_rules(experiment), "bear-big-isle.government");
  assert_true(with < later(scenario->rules, "bear-big-isle.government") - 0.5);
}

static void what_is_scheduled_has_its_effect(void **state) {
  (void)state;
  assert_true(tp_experiment_at(experiment, "0:bear>big-isle.sanctions=80", &error));
  double with = later(tp_experiment_rules(experiment), "bear-big-isle.government");
  assert_true(with < later(scenario->rules, "bear-big-isle.government") - 0.5);
}

static void things_are_held_scheduled_banned(void **state) {
  (void)state;
  assert_true(tp_experiment_hold(experiment, "bear.narrative=12.5", &error)); /* derived ones too */
  assert_true(tp_experiment_at(experiment, "3:world.tension=80", &error));
  assert_true(tp_experiment_at(experiment, "0:+calm", &error));
  assert_true(tp_experiment_ban(experiment, "build", &error));
  assert_true(tp_experiment_turns(experiment, 5, &error));
  const struct tp_rules *r = tp_experiment_rules(experiment);
  assert_int_equal(r->hold_count, 1);
  assert_true(r->holds[0].value == 12.5);
  assert_int_equal(r->scheduled_count, 2);
  assert_int_equal(r->scheduled[0].turn, 3);
  assert_int_equal(r->scheduled[1].event, tp_address_event(r, "calm"));
  assert_true(r->banned[tp_address_action(r, "build")]);
  assert_int_equal(r->turns, 5);
  assert_int_equal(scenario->rules->hold_count, 0);
  struct tp_world *w = malloc(r->world_size);
  tp_world_start(r, w, 3);
  tp_turn_play(r, w, NULL, 0, NULL, NULL);
  assert_true(w->v[tp_address_find(r, "bear.narrative")] == 12.5);
  assert_int_equal(tp_world_events(r, w)[tp_address_event(r, "calm")].fired, 1);
  free(w);
}

static void nothing_changed_is_the_same_game(void **state) {
  (void)state;
  const struct tp_rules *r = tp_experiment_rules(experiment);
  struct tp_world *a = malloc(r->world_size), *b = malloc(r->world_size);
  tp_world_start(r, a, 9);
  tp_world_start(scenario->rules, b, 9);
  for (int turn = 0; turn < 6; turn++) {
    tp_turn_play(r, a, NULL, 0, NULL, NULL);
    tp_turn_play(scenario->rules, b, NULL, 0, NULL, NULL);
  }
  assert_true(tp_world_hash(r, a) == tp_world_hash(scenario->rules, b));
  free(a);
  free(b);
}

static void refusals_say_why(void **state) {
  (void)state;
  refused(tp_experiment_set(experiment, "bear.control", &error), "is not NAME=VALUE");
  refused(tp_experiment_set(experiment, "bear.control=x", &error), "\"x\" is not a number");
  refused(tp_experiment_set(experiment, "bear.control=nan", &error), "is not a number");
  refused(tp_experiment_set(experiment, "bear.control=0x10", &error), "is not a number");
  refused(tp_experiment_set(experiment, "bear.control= 10", &error), "is not a number");
  refused(tp_experiment_set(experiment, "bear.control=101", &error), "from 0 to 100, not 101");
  refused(tp_experiment_set(experiment, "bear.contrl=1", &error), "did you mean \"bear.control\"?");
  refused(tp_experiment_set(experiment, "menace.rte=1", &error), "did you mean \"menace.rate\"?");
  refused(tp_experiment_set(experiment, "menace.rate=2", &error),
          "menace.rate must be from 0 to 1");
  refused(tp_experiment_set(experiment, "bear.power=1", &error), "it can be held");
  refused(tp_experiment_hold(experiment, "menace.rate=1", &error), "unknown variable");
  refused(tp_experiment_at(experiment, "x:y=1", &error), "neither TURN:NAME=VALUE");
  refused(tp_experiment_at(experiment, "-1:world.tension=1", &error), "from 0 to 399");
  refused(tp_experiment_at(experiment, "2:+clam", &error), "did you mean \"calm\"?");
  refused(tp_experiment_ban(experiment, "biuld", &error), "did you mean \"build\"?");
  refused(tp_experiment_turns(experiment, 0, &error), "from 1 to 400");
  for (int i = 0; i < TP_HOLDS_MAX; i++)
    assert_true(tp_experiment_hold(experiment, "world.tension=1", &error));
  refused(tp_experiment_hold(experiment, "world.tension=1", &error), "at most 64");
}

#define STORY(story) cmocka_unit_test_setup_teardown(story, open_experiment, close_experiment)

int main(void) {
  const struct CMUnitTest tests[] = {
      STORY(a_start_value_changes_alone),        STORY(derived_start_values_follow),
      STORY(coefficients_change_by_their_names), STORY(what_is_held_has_its_effect),
      STORY(what_is_scheduled_has_its_effect),   STORY(things_are_held_scheduled_banned),
      STORY(nothing_changed_is_the_same_game),   STORY(refusals_say_why),
  };
  return cmocka_run_group_tests(tests, open_scenario, close_scenario);
}
