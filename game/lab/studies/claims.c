/* claims: what the model claims, tested.
 *
 * Each claim (T: of the source, F: a public figure) is a paired experiment on the same seeds; see
 * claims_model.c and claims_facts.c for what is done and what must come of it. Endings are left out
 * while testing, so that every game lasts. The changes given to the command (--set and so on) are
 * made in every arm: what they do to the claims. Ends with 1 when a check fails, or when a claim
 * cannot be asked of the scenario, unless the scenario says that it does not bear on it.
 *
 * JSON: {"format": 1, "command": "claims", "scenario": id, "seed": "S", "games": N,
 *   "changes": [...],
 *   "claims": [{"id", "claim", "seats", "turns", "pass",
 *     "apart": why it does not bear on the scenario, by the scenario's balance.apart, or null;
 *     "unasked": what the scenario lacks for it, as an event, or null; there are no checks then;
 *     "arms": [{"name", "options": ["--hold x=1", ...]}],     as `run` takes them
 *     "checks": [{"what", "effect", "low", "high",            low..high: the 95 % interval
 *                 "where",                                    the variable, of many
 *                 "required_low", "required_high",            null: unbounded
 *                 "whole_interval", "pass"}]}],
 *   "passed": n, "failed": n, "apart": n, in neither of these, "seconds": s}
 * "whole_interval" says that the interval, not only the effect, must be within what is required.
 * CSV: id,what,effect,low,high,required_low,required_high,whole_interval,pass
 */
#include "lab/changes.h"
#include "lab/studies/study.h"
#include "lab/work.h"

#include "data/nearest.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

struct claims {
  const struct tp_arguments *arguments;
  const struct tp_scenario *scenario;
  struct tp_json_out report;
  int passed, failed, apart; /* claims */
};

/* Why a claim does not bear on the scenario, or NULL: the scenario says so. It is tested all the
 * same, and what comes of it is told, but it does not count. */
static const char *why_apart(const struct claims *claims, const char *id) {
  for (int i = 0; i < claims->scenario->apart_count; i++) {
    if (strcmp(claims->scenario->aparts[i].claim, id) == 0)
      return claims->scenario->aparts[i].why;
  }
  return NULL;
}

static int is_within(const struct tp_check *check, const struct tp_finding *finding) {
  if (check->estimate)
    return finding->effect >= check->low && finding->effect <= check->high;
  return finding->interval.low > check->low && finding->interval.high < check->high;
}

/* --- forms ----------------------------------------------------------------------------------- */

static const char *seats_of(const struct tp_case *kind) {
  return kind->seats ? kind->seats : "all=reflex";
}

static void text_options(struct tp_text *text, const struct tp_study *study, int arm) {
  size_t column = 34;
  for (int i = 0; i < study->arm[arm].option_count; i++) {
    const char *option = study->arm[arm].options[i];
    if (column + strlen(option) > 99) {
      tp_text_print(text, "\n%34s", "");
      column = 34;
    }
    tp_text_print(text, " %s", option);
    column += 1 + strlen(option);
  }
}

static void text_case(struct claims *claims, const struct tp_study *study) {
  const struct tp_case *kind = study->kind;
  struct tp_text *text = &claims->report.text;
  tp_text_print(text, "%s  %s\n", kind->id, kind->claim);
  if (why_apart(claims, kind->id))
    tp_text_print(text, "     does not bear on this scenario: %s\n", why_apart(claims, kind->id));
  tp_text_print(text, "     %d games of %d turns, %s\n", study->games, kind->turns, seats_of(kind));
  for (int arm = 0; arm < study->arms; arm++) {
    tp_text_print(text, "     %-28s:", kind->arm[arm].name);
    text_options(text, study, arm);
    tp_text_add(text, study->arm[arm].option_count ? "\n" : " nothing changed\n");
  }
}

static void text_bounds(struct tp_text *text, const struct tp_check *check) {
  if (isinf(check->high))
    tp_text_print(text, "above %g", check->low);
  else if (isinf(check->low))
    tp_text_print(text, "below %g", check->high);
  else
    tp_text_print(text, "%g to %g", check->low, check->high);
}

static void text_check(struct claims *claims, const struct tp_check *check,
                       const struct tp_finding *finding, int pass) {
  struct tp_text *text = &claims->report.text;
  tp_text_print(text, "     %s  %s: %s", pass ? "pass" : "FAIL", check->what,
                tp_number_short(finding->effect, 3).text);
  if (finding->where)
    tp_text_print(text, " of %s", finding->where);
  tp_text_print(text, " (%s .. %s), must be ", tp_number_short(finding->interval.low, 3).text,
                tp_number_short(finding->interval.high, 3).text);
  text_bounds(text, check);
  tp_text_add(text, "\n");
}

static void json_case(struct claims *claims, const struct tp_study *study) {
  struct tp_json_out *report = &claims->report;
  tp_json_object(report, NULL);
  tp_json_string(report, "id", study->kind->id);
  tp_json_string(report, "claim", study->kind->claim);
  tp_json_string(report, "seats", seats_of(study->kind));
  tp_json_whole(report, "turns", study->kind->turns);
  tp_json_list(report, "arms");
  for (int arm = 0; arm < study->arms; arm++) {
    tp_json_object(report, NULL);
    tp_json_string(report, "name", study->kind->arm[arm].name);
    tp_json_list(report, "options");
    for (int i = 0; i < study->arm[arm].option_count; i++)
      tp_json_string(report, NULL, study->arm[arm].options[i]);
    tp_json_end(report);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_list(report, "checks");
}

static void json_check(struct claims *claims, const struct tp_check *check,
                       const struct tp_finding *finding, int pass) {
  struct tp_json_out *report = &claims->report;
  tp_json_object(report, NULL);
  tp_json_string(report, "what", check->what);
  tp_json_number(report, "effect", finding->effect);
  tp_json_interval(report, finding->interval);
  if (finding->where)
    tp_json_string(report, "where", finding->where);
  tp_json_number(report, "required_low", check->low);
  tp_json_number(report, "required_high", check->high);
  tp_json_flag(report, "whole_interval", !check->estimate);
  tp_json_flag(report, "pass", pass);
  tp_json_end(report);
}

static void csv_check(struct claims *claims, const struct tp_study *study,
                      const struct tp_check *check, const struct tp_finding *finding, int pass) {
  struct tp_text *text = &claims->report.text;
  tp_text_print(text, "%s,", study->kind->id);
  tp_csv_field(text, check->what);
  tp_text_print(text, ",%s,%s,%s", tp_number_exact(finding->effect).text,
                tp_number_exact(finding->interval.low).text,
                tp_number_exact(finding->interval.high).text);
  tp_text_print(text, ",%s,%s,%d,%d\n", tp_number_exact(check->low).text,
                tp_number_exact(check->high).text, !check->estimate, pass);
}

/* --- testing --------------------------------------------------------------------------------- */

static int test_checks(struct claims *claims, const struct tp_study *study) {
  int all = 1;
  for (int i = 0; i < TP_CHECKS_MAX && study->kind->check[i].what; i++) {
    const struct tp_check *check = &study->kind->check[i];
    struct tp_finding finding = check->measure(study, check);
    int pass = is_within(check, &finding);
    all &= pass;
    if (claims->arguments->format == TP_JSON)
      json_check(claims, check, &finding, pass);
    else if (claims->arguments->format == TP_CSV)
      csv_check(claims, study, check, &finding, pass);
    else
      text_check(claims, check, &finding, pass);
  }
  return all;
}

/* `unasked` is what the scenario lacks, or NULL when the games have been played. */
static void test_case(struct claims *claims, const struct tp_study *study, const char *unasked) {
  enum tp_form_of_output format = claims->arguments->format;
  if (format == TP_JSON)
    json_case(claims, study);
  else if (format == TP_TEXT)
    text_case(claims, study);
  if (unasked && format == TP_TEXT)
    tp_text_print(&claims->report.text, "     cannot be asked: %s\n", unasked);
  int pass = !unasked && test_checks(claims, study);
  const char *apart = why_apart(claims, study->kind->id);
  claims->apart += apart != NULL;
  claims->passed += pass && !apart;
  claims->failed += !pass && !apart;
  if (format == TP_TEXT)
    tp_text_add(&claims->report.text, "\n");
  if (format != TP_JSON)
    return;
  tp_json_end(&claims->report);
  tp_json_flag(&claims->report, "pass", pass);
  if (apart)
    tp_json_string(&claims->report, "apart", apart);
  else
    tp_json_null(&claims->report, "apart");
  if (unasked)
    tp_json_string(&claims->report, "unasked", unasked);
  else
    tp_json_null(&claims->report, "unasked");
  tp_json_end(&claims->report);
}

/* Is `id` among the words of "T1,F3"? */
static int is_wanted(const struct claims *claims, const char *id) {
  const char *list = claims->arguments->only;
  if (!list)
    return 1;
  while (*list) {
    size_t length = strcspn(list, ",");
    if (strlen(id) == length && strncmp(list, id, length) == 0)
      return 1;
    list += length + (list[length] == ',');
  }
  return 0;
}

static void test_all(struct claims *claims, const struct tp_case *cases, int count) {
  for (int i = 0; i < count; i++) {
    struct tp_study study;
    struct tp_fault fault;
    if (!is_wanted(claims, cases[i].id))
      continue;
    int played = tp_study_play(&study, &cases[i], claims->scenario, claims->arguments, &fault);
    test_case(claims, &study, played ? NULL : fault.text);
    tp_study_close(&study);
  }
}

static void begin(struct claims *claims) {
  const struct tp_arguments *a = claims->arguments;
  struct tp_json_out *report = &claims->report;
  char seed[24], change[300];
  tp_json_start(report);
  if (a->format == TP_CSV)
    tp_text_add(&report->text,
                "id,what,effect,low,high,required_low,required_high,whole_interval,pass\n");
  if (a->format != TP_JSON)
    return;
  snprintf(seed, sizeof seed, "%" PRIu64, a->seed);
  tp_json_object(report, NULL);
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "claims");
  tp_json_string(report, "scenario", claims->scenario->rules->words.id);
  tp_json_string(report, "seed", seed);
  tp_json_whole(report, "games", a->games ? a->games : 1000);
  tp_json_list(report, "changes");
  for (int i = 0; i < a->change_count; i++) {
    snprintf(change, sizeof change, "--%s %s", tp_option_name(a->change[i].option),
             a->change[i].text);
    tp_json_string(report, NULL, change);
  }
  tp_json_end(report);
  tp_json_list(report, "claims");
}

static void say_total(struct claims *claims, double seconds) {
  struct tp_text *text = &claims->report.text;
  tp_text_print(text, "%d claims hold, %d do not", claims->passed, claims->failed);
  if (claims->apart > 0)
    tp_text_print(text, ", %d do not bear on this scenario", claims->apart);
  tp_text_print(text, " (%.1f s)\n", seconds);
}

static void end(struct claims *claims, double seconds) {
  struct tp_json_out *report = &claims->report;
  if (claims->arguments->format == TP_TEXT)
    say_total(claims, seconds);
  if (claims->arguments->format != TP_JSON)
    return;
  tp_json_end(report);
  tp_json_whole(report, "passed", claims->passed);
  tp_json_whole(report, "failed", claims->failed);
  tp_json_whole(report, "apart", claims->apart);
  tp_json_number(report, "seconds", seconds);
  tp_json_end(report);
}

/* Is it the number of a claim? The nearest is looked for when it is not. */
static int is_claim(const char *id, struct tp_nearest *nearest) {
  int known = 0;
  *nearest = tp_nearest_to(id);
  for (int i = 0; i < tp_claims_of_model_count + tp_claims_of_facts_count; i++) {
    const char *one = i < tp_claims_of_model_count
                          ? tp_claims_of_model[i].id
                          : tp_claims_of_facts[i - tp_claims_of_model_count].id;
    known |= strcmp(one, id) == 0;
    tp_nearest_try(nearest, one);
  }
  return known;
}

static int check_aparts(const struct tp_scenario *scenario) {
  int sound = 1;
  for (int i = 0; i < scenario->apart_count; i++) {
    struct tp_nearest nearest;
    if (is_claim(scenario->aparts[i].claim, &nearest))
      continue;
    tp_lab_say("%s: balance.apart: no claim \"%s\"%s", scenario->rules->words.id,
               scenario->aparts[i].claim, tp_nearest_hint(&nearest));
    sound = 0;
  }
  return sound;
}

/* Every word of --only must be a claim. */
static int check_only(const char *only) {
  for (const char *word = only; word && *word;) {
    char id[16];
    size_t length = strcspn(word, ",");
    struct tp_nearest nearest;
    snprintf(id, sizeof id, "%.*s", (int)length, word);
    if (!is_claim(id, &nearest)) {
      tp_lab_say("--only: no claim \"%s\"%s", id, tp_nearest_hint(&nearest));
      return 0;
    }
    word += length + (word[length] == ',');
  }
  return 1;
}

static int check_changes(const struct tp_scenario *scenario, const struct tp_arguments *a) {
  struct tp_fault fault = {0};
  int sound = 1;
  struct tp_experiment *experiment = tp_experiment_create(scenario);
  for (int i = 0; i < a->change_count && sound; i++)
    sound = tp_setup_change(experiment, a->change[i].option, a->change[i].text, &fault);
  sound = sound && tp_changes_agree(scenario->rules, a, &fault);
  if (!sound)
    tp_lab_say("%s", fault.text);
  tp_experiment_free(experiment);
  return sound;
}

static enum tp_exit test(struct claims *claims) {
  double began = tp_work_clock();
  begin(claims);
  test_all(claims, tp_claims_of_model, tp_claims_of_model_count);
  test_all(claims, tp_claims_of_facts, tp_claims_of_facts_count);
  end(claims, tp_work_clock() - began);
  return tp_report_finish(&claims->report, claims->arguments,
                          claims->failed ? TP_EXIT_FAILED : TP_EXIT_OK);
}

enum tp_exit tp_lab_claims(const struct tp_arguments *arguments) {
  enum tp_exit how;
  struct claims claims = {.arguments = arguments};
  if (!check_only(arguments->only))
    return TP_EXIT_USAGE;
  const char *name = arguments->operand_count ? arguments->operand[0] : TP_DEFAULT_SCENARIO;
  struct tp_scenario *scenario = tp_setup_load(name, arguments->mods, &how);
  if (!scenario)
    return how;
  claims.scenario = scenario;
  if (!check_aparts(scenario))
    how = TP_EXIT_FAILED;
  else
    how = check_changes(scenario, arguments) ? test(&claims) : TP_EXIT_USAGE;
  tp_scenario_free(scenario);
  return how;
}
