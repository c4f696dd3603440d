/* A world of four actors to test the data layer on, in a folder of its own:
 *
 *   rules.json   a library: coefficients, defaults
 *   tiny.json    extends rules; playable, at rest
 *
 * Tests write patches that extend "tiny".
 */
#ifndef TESTS_DATA_SAMPLE_H
#define TESTS_DATA_SAMPLE_H

#include "folder.h"

#include "data/scenario.h"

/* Every coefficient a tenth of the way up its range; no crises and events as they are written. */
static inline void sample_write_rules(const char *name) {
  struct tp_text text = {0};
  int count;
  const struct tp_coefficient *known = tp_coefficients(&count);
  tp_text_add(&text, "{ \"format\": 1, \"id\": \"rules\", \"rules\": {");
  for (int i = 0; i < count; i++) {
    double value = known[i].low + (known[i].high - known[i].low) / 10;
    if (strcmp(known[i].name, "events.chance") == 0)
      value = 1;
    if (strcmp(known[i].name, "hazard.scale") == 0)
      value = 0;
    tp_text_print(&text, "%s\n\"%s\": %.17g", i ? "," : "", known[i].name, value);
  }
  tp_text_add(&text, "}, \"defaults\": {");
  static const char *const kinds[] = {"power", "union", "member", "partner"};
  for (int k = 0; k < 4; k++) {
    const struct tp_variable *on = tp_variables_on(TP_ON_ACTOR, &count);
    tp_text_print(&text, "\"%s\": {", kinds[k]);
    for (int i = 0, first = 1; i < count; i++)
      if (!on[i].derived && strcmp(on[i].name, "stability") != 0) {
        tp_text_print(&text, "%s\"%s\": %g", first ? "" : ", ", on[i].name,
                      on[i].low + (on[i].high - on[i].low) * 0.4);
        first = 0;
      }
    tp_text_add(&text, "}, ");
  }
  tp_text_add(&text,
              "\"tie\": { \"government\": 30, \"economy\": 20, \"people\": 10, \"status\": 0 },"
              "\"view\": { \"menace\": 20, \"energy\": 0, \"presence\": 0, \"influence\": 5,"
              " \"sanctions\": 0 }, \"claim\": { \"reach\": 80 } } }");
  put_text(name, text.data);
  tp_text_free(&text);
}

static const char sample_text[] =
    "{ \"format\": 1, \"id\": \"tiny\", \"extends\": \"rules\", \"title\": \"Tiny\",\n"
    "  \"start\": \"2018-Q2\", \"turns\": 12, \"at_rest\": true,\n"
    "  \"roles\": { \"player\": \"league\", \"union\": \"league\", \"guarantor\": \"big-isle\",\n"
    "    \"adversary\": \"bear\" },\n"
    "  \"world\": { \"energy_price\": 50, \"unilateralism\": 30, \"commitment\": 70,\n"
    "    \"tension\": 40 },\n"
    "  \"actors\": {\n"
    "    \"league\": { \"name\": { \"en\": \"League\", \"fr\": \"Ligue\" }, \"kind\": \"union\",\n"
    "      \"income\": { \"budget\": 5, \"capital\": 6, \"attention\": 2 }, \"size\": 20,\n"
    "      \"color\": \"#0102ff\", \"countries\": [\"250\", \"276\"], \"at\": [10, 50],\n"
    "      \"goals\": { \"league.autonomy\": 1, \"bear.narrative\": -2 },\n"
    "      \"vars\": { \"stability\": 60 } },\n"
    "    \"bear\": { \"name\": \"Bear\", \"kind\": \"power\", \"size\": 3,\n"
    "      \"vars\": { \"stability\": 70 } },\n"
    "    \"big-isle\": { \"name\": \"Isle\", \"kind\": \"power\", \"vars\": { \"stability\": 50 } "
    "},\n"
    "    \"hill\": { \"name\": \"Hill\", \"kind\": \"member\", \"population\": 4, \"states\": 2,\n"
    "      \"vars\": { \"stability\": 55 } } },\n"
    "  \"pairs\": { \"league-bear\": { \"economy\": 40 }, \"big-isle-league\": { \"ally\": true "
    "},\n"
    "    \"bear-big-isle\": {}, \"hill-bear\": {} },\n"
    "  \"views\": { \"league>bear\": { \"energy\": 30 }, \"bear>league\": {}, \"hill>bear\": {},\n"
    "    \"bear>big-isle\": { \"menace\": 60 }, \"league>big-isle\": { \"presence\": 40 },\n"
    "    \"big-isle>bear\": {} },\n"
    "  \"claims\": {\n"
    "    \"west\": { \"holder\": \"league\", \"text\": \"W\", \"weight\": 1, \"credibility\": 30 "
    "},\n"
    "    \"siege\": { \"holder\": \"bear\", \"about\": \"big-isle\", \"text\": \"S\", \"weight\": "
    "2,\n"
    "      \"credibility\": 50, \"echo\": [\"big-isle\"],\n"
    "      \"evidence\": [ { \"var\": \"league>big-isle.presence\", \"weight\": 0.5 } ],\n"
    "      \"contradiction\": [ { \"var\": \"league.autonomy\", \"weight\": 0.25 } ] } },\n"
    "  \"tracks\": { \"pipe\": { \"name\": \"Pipe\", \"start\": 3, \"min\": -5, \"max\": 5 } },\n"
    "  \"actions\": {\n"
    "    \"build\": { \"seat\": \"league\", \"title\": \"Build\", \"theme\": \"defence\",\n"
    "      \"cost\": { \"budget\": 2 }, \"turns\": 3, \"cooldown\": 2, \"vote\": \"qualified\",\n"
    "      \"appeal\": { \"base\": 1, \"terms\": [ { \"var\": \"member>bear.menace\", \"weight\": "
    "0.1 },\n"
    "        { \"var\": \"member.consent\", \"weight\": 0.2 } ] }, \"stances\": { \"hill\": 5 },\n"
    "      \"when\": [ { \"var\": \"league.industry\", \">=\": 10, \"<\": 90 } ],\n"
    "      \"effects\": [ { \"var\": \"league.industry\", \"add\": 2, \"each\": \"turn\" },\n"
    "        { \"var\": \"league.command\", \"set\": 50, \"at\": \"end\" },\n"
    "        { \"var\": \"track:pipe\", \"add\": -1 } ] },\n"
    "    \"crack\": { \"seat\": \"bear\", \"title\": \"Crack\", \"theme\": \"diplomacy\",\n"
    "      \"wedge\": \"league-big-isle\", \"aimed_at\": \"league\", \"chance\": { \"base\": 0.5 "
    "},\n"
    "      \"failure\": [ { \"var\": \"bear.grievance\", \"add\": 1 } ] } },\n"
    "  \"events\": {\n"
    "    \"gas\": { \"title\": \"Gas\", \"seat\": \"league\", \"when\": [ { \"var\": "
    "\"world.turn\", \">\": 1 } ],\n"
    "      \"options\": { \"pay\": { \"title\": \"Pay\", \"then\": { \"event\": \"calm\", \"in\": "
    "2 } },\n"
    "        \"refuse\": { \"title\": \"Refuse\", \"crisis\": \"bear>league\" } } },\n"
    "    \"calm\": { \"title\": \"Calm\" } },\n"
    "  \"influences\": { \"trade-peace\": { \"to\": \"world.tension\", \"from\": "
    "\"bear-league.economy\",\n"
    "    \"gain\": -0.01, \"why\": \"Trade binds.\" } },\n"
    "  \"objectives\": { \"arm\": { \"title\": \"Arm\", \"for\": 2,\n"
    "    \"when\": [ { \"var\": \"league.industry\", \">\": 60 } ] } },\n"
    "  \"endings\": { \"fall\": { \"title\": \"Fall\", \"result\": \"defeat\",\n"
    "      \"when\": [ { \"var\": \"league.stability\", \"<\": 5 } ] },\n"
    "    \"late\": { \"title\": \"Late\", \"result\": \"draw\", \"final\": true } },\n"
    "  \"balance\": { \"games\": 50, \"bands\": [ { \"seat\": \"league\", \"policy\": "
    "\"planner\",\n"
    "    \"win\": [0.4, 0.6] } ] }\n"
    "}\n";

/* For cmocka_run_group_tests. */
static inline int sample_set_up(void **state) {
  open_folder(state);
  sample_write_rules("rules.json");
  put_text("tiny.json", sample_text);
  return 0;
}

/* Loads a text as if it were the file patch.json beside tiny.json. */
static inline struct tp_scenario *sample_try(const char *text, struct tp_problems *problems) {
  char origin[400];
  strcpy(origin, in_folder("patch.json"));
  return tp_scenario_load_text(text, origin, "en", problems);
}

static inline void sample_print(const struct tp_problems *problems) {
  tp_problems_write(problems, stderr);
}

/* A sound scenario: any problem fails the test. */
static inline struct tp_scenario *sample_load(const char *text) {
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = sample_try(text, &problems);
  sample_print(&problems);
  assert_non_null(scenario);
  assert_int_equal(problems.count, 0);
  return scenario;
}

static inline struct tp_scenario *sample_load_plain(void) {
  return sample_load("{ \"format\": 1, \"id\": \"plain\", \"extends\": \"tiny\" }");
}

/* Is there a problem whose line contains `text`? */
static inline int sample_has(const struct tp_problems *problems, const char *wanted) {
  for (int i = 0; i < problems->count; i++) {
    struct tp_text line = {0};
    tp_problem_print(&problems->list[i], &line);
    int found = strstr(line.data, wanted) != NULL;
    tp_text_free(&line);
    if (found)
      return 1;
  }
  return 0;
}

/* The patch (extending "tiny") must be refused with exactly one problem, which contains `wanted`.
 */
static inline void sample_refused(const char *members, const char *wanted) {
  struct tp_problems problems = {0};
  struct tp_text text = {0};
  tp_text_print(&text, "{ \"format\": 1, \"id\": \"patch\", \"extends\": \"tiny\",\n%s }", members);
  struct tp_scenario *scenario = sample_try(text.data, &problems);
  if (scenario || problems.count != 1 || !sample_has(&problems, wanted)) {
    sample_print(&problems);
    fail_msg("%s\nshould give: %s", members, wanted);
  }
  tp_problems_free(&problems);
  tp_text_free(&text);
}

#endif
