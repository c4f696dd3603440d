#include "data/format/schema_names.h"

#include "core/guide.h"
#include "core/ledger.h"
#include "core/variables.h"
#include "data/format/format.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define ID TP_PATTERN_ID

static void begin(struct tp_json_out *out, const char *name, const char *description) {
  tp_json_object(out, name);
  tp_json_string(out, "description", description);
  tp_json_string(out, "type", "string");
}

static void print_pattern(struct tp_json_out *out, const char *name, const char *pattern,
                          const char *description) {
  begin(out, name, description);
  tp_json_string(out, "pattern", pattern);
  tp_json_end(out);
}

/* One of a list, which an editor completes, or what fits the pattern. */
static void begin_known(struct tp_json_out *out, const char *name, const char *description) {
  begin(out, name, description);
  tp_json_list(out, "anyOf");
  tp_json_object(out, NULL);
  tp_json_list(out, "enum");
}

static void end_known(struct tp_json_out *out, const char *pattern) {
  tp_json_end(out);
  tp_json_end(out);
  tp_json_object(out, NULL);
  tp_json_string(out, "pattern", pattern);
  tp_json_end(out);
  tp_json_end(out);
  tp_json_end(out);
}

/* "stability|prosperity|..." in brackets */
static void add_variables(struct tp_text *pattern, enum tp_scope scope) {
  int count;
  const struct tp_variable *variables = tp_variables_on(scope, &count);
  for (int i = 0; i < count; i++)
    tp_text_print(pattern, "%s%s", i ? "|" : "(", variables[i].name);
  tp_text_add(pattern, ")");
}

/* Addresses but those of the world, which are listed. */
static void add_addresses(struct tp_text *pattern) {
  tp_text_add(pattern, "track:" ID "|claim:" ID "\\.");
  add_variables(pattern, TP_ON_CLAIM);
  tp_text_add(pattern, "|" ID ">" ID "\\.");
  add_variables(pattern, TP_ON_VIEW);
  tp_text_add(pattern, "|" ID "\\.");
  add_variables(pattern, TP_ON_ACTOR);
  tp_text_add(pattern, "|" ID "-" ID "\\.");
  add_variables(pattern, TP_ON_TIE);
}

static void print_address(struct tp_json_out *out) {
  struct tp_text pattern = {0};
  char name[80];
  int count;
  const struct tp_variable *variables = tp_variables_on(TP_ON_WORLD, &count);
  begin_known(out, "address",
              "A variable: world.tension, russia.stability, russia-china.government (a pair), "
              "europe>russia.menace (a view), claim:ID.credibility or track:ID.");
  for (int i = 0; i < count; i++) {
    snprintf(name, sizeof name, "world.%s", variables[i].name);
    tp_json_string(out, NULL, name);
  }
  tp_text_add(&pattern, "^(");
  add_addresses(&pattern);
  tp_text_add(&pattern, ")$");
  end_known(out, pattern.data);
  tp_text_free(&pattern);
}

static void print_mark(struct tp_json_out *out) {
#define GAUGE(ID_, name) "gauge:" name,
#define SPOT(ID_, name) name,
  static const char *const known[] = {TP_GAUGE_NAMES(GAUGE) TP_SPOTS(SPOT)};
#undef GAUGE
#undef SPOT
  struct tp_text pattern = {0};
  begin_known(out, "mark",
              "A thing on the screen: a gauge or a part of the board by name, or actor:ID, "
              "tie:A-B, claim:ID, action:ID, vote:ID, forecast:ID, event:ID, hint:ID, "
              "why:ADDRESS.");
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    tp_json_string(out, NULL, known[i]);
  tp_text_add(&pattern, "^((actor|tie|claim|action|vote|forecast|event|hint):" ID "|why:(");
  tp_text_add(&pattern, "world\\.");
  add_variables(&pattern, TP_ON_WORLD);
  tp_text_add(&pattern, "|");
  add_addresses(&pattern);
  tp_text_add(&pattern, "))$");
  end_known(out, pattern.data);
  tp_text_free(&pattern);
}

static void print_cause(struct tp_json_out *out) {
#define NAME(ID_, text) #ID_,
  static const char *const names[] = {TP_CAUSES(NAME)};
#undef NAME
  char name[60];
  tp_json_object(out, "cause");
  tp_json_string(out, "description", "What changed a variable, as the ledger names it.");
  tp_json_list(out, "enum");
  for (int i = 0; i < TP_CAUSE_COUNT; i++) {
    snprintf(name, sizeof name, "%s", names[i]);
    for (char *p = name; *p; p++)
      *p = *p == '_' ? '-' : (char)tolower((unsigned char)*p);
    tp_json_string(out, NULL, name);
  }
  tp_json_end(out);
  tp_json_end(out);
}

void tp_schema_id(struct tp_json_out *out) {
  tp_json_object(out, "id");
  tp_json_string(out, "description", "A name: small letters, digits and single dashes.");
  tp_json_string(out, "type", "string");
  tp_json_string(out, "pattern", "^" ID "$");
  tp_json_whole(out, "maxLength", TP_ID_MAX);
  tp_json_end(out);
}

void tp_schema_names(struct tp_json_out *out) {
  tp_schema_id(out);
  print_pattern(out, "pair-name", "^" ID "-" ID "$", "Two actors, in either order: russia-china.");
  print_pattern(out, "view-name", "^" ID ">" ID "$", "Two actors in order: europe>russia.");
  print_pattern(out, "any-pair", "^" ID "[->]" ID "$",
                "Two actors: russia-china for the pair, europe>russia for a view.");
  print_address(out);
  print_mark(out);
  print_cause(out);
}
