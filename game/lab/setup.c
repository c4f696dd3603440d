#include "lab/setup.h"

#include "data/address.h"
#include "data/nearest.h"
#include "data/files.h"
#include "data/saves/script.h"
#include "lab/changes.h"

#include <stdlib.h>
#include <string.h>

/* --- the scenario ---------------------------------------------------------------------------- */

enum tp_exit tp_setup_why_not_loaded(const char *name) {
  char file[TP_PATH_MAX];
  return tp_scenario_is_path(name) && tp_scenario_bare(name, file) && !tp_files_is_readable(file)
             ? TP_EXIT_IO
             : TP_EXIT_FAILED;
}

const char *tp_setup_name(const char *name, const char *mods, char full[TP_PATH_MAX]) {
  if (!mods || !mods[0])
    return name;
  snprintf(full, TP_PATH_MAX, "%s+%s", name, mods);
  return full;
}

void tp_setup_tell_conflicts(int count, const char *name, const char *mods) {
  if (count)
    tp_lab_say("two mods set the same value differently, %d time%s, and the later "
               "counts; `thirdpole-lab validate %s%s%s` shows where",
               count, count == 1 ? "" : "s", name, mods ? " --mods " : "", mods ? mods : "");
}

struct tp_scenario *tp_setup_load(const char *name, const char *mods, enum tp_exit *end) {
  char full[TP_PATH_MAX];
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = tp_scenario_load(tp_setup_name(name, mods, full), NULL, &problems);
  *end = TP_EXIT_OK;
  if (!scenario) {
    tp_problems_write(&problems, stderr);
    *end = tp_setup_why_not_loaded(name);
  } else if (!scenario->playable) {
    tp_lab_say("%s: rules for other scenarios to extend, nothing to play", name);
    tp_scenario_free(scenario);
    scenario = NULL;
    *end = TP_EXIT_FAILED;
  }
  tp_problems_free(&problems);
  if (scenario)
    tp_setup_tell_conflicts(scenario->conflicts, name, mods);
  return scenario;
}

int tp_setup_change(struct tp_experiment *experiment, enum tp_option_id option, const char *text,
                    struct tp_fault *fault) {
  struct tp_experiment_error error = {""};
  int done = 0;
  switch (option) {
  case TP_OPTION_SET:
    done = tp_experiment_set(experiment, text, &error);
    break;
  case TP_OPTION_HOLD:
    done = tp_experiment_hold(experiment, text, &error);
    break;
  case TP_OPTION_AT:
    done = tp_experiment_at(experiment, text, &error);
    break;
  case TP_OPTION_BAN:
    done = tp_experiment_ban(experiment, text, &error);
    break;
  default:
    break;
  }
  if (!done)
    snprintf(fault->text, sizeof fault->text, "--%s %s: %s", tp_option_name(option), text,
             error.text);
  return done;
}

/* --- the seats ------------------------------------------------------------------------------- */

static int explain_policy(const struct tp_rules *r, const char *policy, struct tp_fault *fault) {
  static const char *const more[] = {"planner:ROLLOUTS", "mcts:ROLLOUTS", "script:FILE"};
  struct tp_nearest nearest = tp_nearest_to(policy);
  struct tp_names known = {.is_full = 0};
  char list[TP_NAMES_MAX];
  for (int kind = 0; kind < TP_SCRIPT; kind++) {
    tp_nearest_try(&nearest, tp_policy_name((enum tp_policy_kind)kind));
    tp_names_add(&known, tp_policy_name((enum tp_policy_kind)kind));
  }
  for (int i = 0; i < r->character_count; i++) {
    tp_nearest_try(&nearest, r->characters[i].words.id);
    tp_names_add(&known, r->characters[i].words.id);
  }
  for (size_t i = 0; i < sizeof more / sizeof *more; i++)
    tp_names_add(&known, more[i]);
  snprintf(fault->text, sizeof fault->text, "--seat: no policy \"%.60s\"%s%s", policy,
           tp_nearest_hint(&nearest), tp_names_hint(&known, list));
  return 0;
}

void tp_setup_no_seat(const struct tp_rules *r, const char *seat, struct tp_fault *fault) {
  struct tp_nearest nearest = tp_nearest_to(seat);
  struct tp_names known = {.is_full = 0};
  char list[TP_NAMES_MAX];
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (!r->actors[actor].is_seat)
      continue;
    tp_nearest_try(&nearest, r->actors[actor].words.id);
    tp_names_add(&known, r->actors[actor].words.id);
  }
  snprintf(fault->text, sizeof fault->text, "no seat \"%.60s\"%s%s", seat,
           tp_nearest_hint(&nearest), tp_names_hint(&known, list));
}

static int explain_seat(const struct tp_rules *r, const char *seat, struct tp_fault *fault) {
  struct tp_fault why;
  tp_setup_no_seat(r, seat, &why);
  snprintf(fault->text, sizeof fault->text, "--seat: %.390s", why.text);
  return 0;
}

static int read_script(struct tp_cast *cast, const struct tp_rules *r, int actor, const char *file,
                       struct tp_policy *policy, struct tp_fault *fault) {
  struct tp_problems problems = {0};
  struct tp_script_row *rows = NULL;
  int count = 0;
  if (cast->row_lists == TP_SCRIPTS_MAX) {
    snprintf(fault->text, sizeof fault->text, "more than %d scripts", TP_SCRIPTS_MAX);
    return 0;
  }
  if (!tp_script_load(r, actor, file, &rows, &count, &problems)) {
    tp_problems_write(&problems, stderr);
    tp_problems_free(&problems);
    snprintf(fault->text, sizeof fault->text, "--seat: the script %.200s cannot be used", file);
    fault->is_io = !tp_files_is_readable(file);
    return 0;
  }
  cast->rows[cast->row_lists++] = rows;
  *policy = (struct tp_policy){.kind = TP_SCRIPT, .script = {rows, count}};
  return 1;
}

static int seat_actor(struct tp_cast *cast, const struct tp_rules *r, int actor, const char *policy,
                      struct tp_fault *fault) {
  if (strncmp(policy, "script:", 7) == 0)
    return read_script(cast, r, actor, policy + 7, &cast->policy[actor], fault);
  return tp_policy_find(r, policy, &cast->policy[actor]) || explain_policy(r, policy, fault);
}

static int seat_all(struct tp_cast *cast, const struct tp_rules *r, const char *policy,
                    struct tp_fault *fault) {
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (!r->actors[actor].is_seat)
      continue;
    if (!seat_actor(cast, r, actor, policy, fault))
      return 0;
  }
  return 1;
}

int tp_cast_seat(struct tp_cast *cast, const struct tp_rules *r, const char *text,
                 struct tp_fault *fault) {
  const char *policy = strchr(text, '=');
  char seat[64];
  if (!policy || policy - text >= (long)sizeof seat) {
    snprintf(fault->text, sizeof fault->text, "--seat %s: expected ACTOR=POLICY", text);
    return 0;
  }
  snprintf(seat, sizeof seat, "%.*s", (int)(policy - text), text);
  if (strcmp(seat, "all") == 0)
    return seat_all(cast, r, policy + 1, fault);
  int actor = tp_address_actor(r, seat, strlen(seat));
  if (actor < 0 || !r->actors[actor].is_seat)
    return explain_seat(r, seat, fault);
  return seat_actor(cast, r, actor, policy + 1, fault);
}

void tp_cast_free(struct tp_cast *cast) {
  for (int i = 0; i < cast->row_lists; i++)
    free(cast->rows[i]);
  *cast = (struct tp_cast){0};
}

/* The name of the policy in a seat, with its settings where they are not the usual ones. */
static struct tp_number name_in_seat(const struct tp_cast *cast, int actor) {
  struct tp_number name;
  struct tp_policy usual;
  const struct tp_policy *policy = &cast->policy[actor];
  const char *kind = tp_policy_name(policy->kind),
             *called = policy->character ? policy->character->words.id : kind;
  snprintf(name.text, sizeof name.text, "%.28s", called);
  if (tp_policy_named(kind, &usual) && policy->rollouts != usual.rollouts)
    snprintf(name.text, sizeof name.text, "%.28s:%d", called, policy->rollouts);
  return name;
}

/* --- together -------------------------------------------------------------------------------- */

/* Everything but the seats, which are found in the rules. */
static int make_changes(struct tp_setup *setup, const struct tp_arguments *a,
                        struct tp_fault *fault) {
  struct tp_experiment_error error;
  for (int i = 0; i < a->change_count; i++) {
    if (a->change[i].option == TP_OPTION_SEAT)
      continue;
    if (!tp_setup_change(setup->experiment, a->change[i].option, a->change[i].text, fault))
      return 0;
  }
  if (a->turns && !tp_experiment_turns(setup->experiment, a->turns, &error)) {
    snprintf(fault->text, sizeof fault->text, "--turns %d: %s", a->turns, error.text);
    return 0;
  }
  setup->rules = tp_experiment_rules(setup->experiment);
  return tp_changes_agree(setup->rules, a, fault) && tp_changes_in_time(setup->rules, fault);
}

/* `all` first, wherever it stands, so that it never undoes what is said of one seat. */
static int fill_seats(struct tp_setup *setup, const struct tp_arguments *a, const char *usual,
                      struct tp_fault *fault) {
  seat_all(&setup->cast, setup->rules, usual, fault);
  for (int alone = 0; alone <= 1; alone++) {
    for (int i = 0; i < a->change_count; i++) {
      const struct tp_lab_change *change = &a->change[i];
      if (change->option != TP_OPTION_SEAT || (strncmp(change->text, "all=", 4) != 0) != alone)
        continue;
      if (!tp_cast_seat(&setup->cast, setup->rules, change->text, fault))
        return 0;
    }
  }
  return 1;
}

enum tp_exit tp_setup_open(struct tp_setup *setup, const char *scenario,
                           const struct tp_arguments *arguments) {
  return tp_setup_open_with(setup, scenario, arguments, "planner");
}

enum tp_exit tp_setup_open_with(struct tp_setup *setup, const char *scenario,
                                const struct tp_arguments *arguments, const char *usual) {
  enum tp_exit end;
  struct tp_fault fault = {0};
  *setup = (struct tp_setup){.scenario = tp_setup_load(scenario, arguments->mods, &end)};
  if (!setup->scenario)
    return end;
  setup->experiment = tp_experiment_create(setup->scenario);
  if (make_changes(setup, arguments, &fault) && fill_seats(setup, arguments, usual, &fault))
    return TP_EXIT_OK;
  tp_lab_say("%s", fault.text);
  return fault.is_io ? TP_EXIT_IO : TP_EXIT_USAGE;
}

void tp_setup_close(struct tp_setup *setup) {
  tp_cast_free(&setup->cast);
  tp_experiment_free(setup->experiment);
  tp_scenario_free(setup->scenario);
  *setup = (struct tp_setup){0};
}

/* --- what was played ------------------------------------------------------------------------- */

void tp_setup_json(struct tp_json_out *report, const struct tp_setup *setup,
                   const struct tp_arguments *a) {
  const struct tp_rules *r = setup->rules;
  tp_json_object(report, "seats");
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (r->actors[actor].is_seat)
      tp_json_string(report, r->actors[actor].words.id, name_in_seat(&setup->cast, actor).text);
  }
  tp_json_end(report);
  tp_json_list(report, "mods");
  for (int i = 0; i < setup->scenario->mod_count; i++)
    tp_json_string(report, NULL, setup->scenario->mods[i].id);
  tp_json_end(report);
  tp_json_list(report, "changes");
  for (int i = 0; i < a->change_count; i++) {
    char text[300];
    if (a->change[i].option == TP_OPTION_SEAT)
      continue;
    snprintf(text, sizeof text, "--%s %s", tp_option_name(a->change[i].option), a->change[i].text);
    tp_json_string(report, NULL, text);
  }
  tp_json_end(report);
}

void tp_setup_text(struct tp_json_out *report, const struct tp_setup *setup,
                   const struct tp_arguments *a) {
  const struct tp_rules *r = setup->rules;
  const char *before = "mods: ";
  for (int i = 0; i < setup->scenario->mod_count; i++) {
    const struct tp_mod_mark *mod = &setup->scenario->mods[i];
    tp_text_print(&report->text, "%s%s %s", before, mod->id, mod->version);
    before = ", ";
  }
  before = setup->scenario->mod_count ? "\nseats: " : "seats: ";
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (!r->actors[actor].is_seat)
      continue;
    tp_text_print(&report->text, "%s%s=%s", before, r->actors[actor].words.id,
                  name_in_seat(&setup->cast, actor).text);
    before = " ";
  }
  before = "\nchanges: ";
  for (int i = 0; i < a->change_count; i++) {
    if (a->change[i].option == TP_OPTION_SEAT)
      continue;
    tp_text_print(&report->text, "%s--%s %s", before, tp_option_name(a->change[i].option),
                  a->change[i].text);
    before = " ";
  }
  tp_text_add(&report->text, "\n");
}
