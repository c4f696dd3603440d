#include "core/coefficients.h"
#include "core/ledger.h"
#include "core/variables.h"

#include <string.h>

enum { STATE, DERIVED };

#define ENTRY(ID, name, title, unit, low, high, how, meaning)                                      \
  {#name, title, unit, low, high, how, meaning},

static const struct tp_variable on_actor[] = {TP_ACTOR_COMMON(ENTRY) TP_ACTOR_MEMBER(ENTRY)
                                                  TP_ACTOR_SEAT(ENTRY) TP_ACTOR_UNION(ENTRY)};
static const struct tp_variable on_view[] = {TP_VIEW_VARIABLES(ENTRY)};
static const struct tp_variable on_tie[] = {TP_TIE_VARIABLES(ENTRY)};
static const struct tp_variable on_claim[] = {TP_CLAIM_VARIABLES(ENTRY)};
static const struct tp_variable on_world[] = {TP_WORLD_VARIABLES(ENTRY)};

const struct tp_variable *tp_variables_on(enum tp_scope scope, int *count) {
  switch (scope) {
  case TP_ON_ACTOR:
    *count = TP_UNION_COUNT;
    return on_actor;
  case TP_ON_VIEW:
    *count = TP_VIEW_COUNT;
    return on_view;
  case TP_ON_TIE:
    *count = TP_TIE_COUNT;
    return on_tie;
  case TP_ON_CLAIM:
    *count = TP_CLAIM_COUNT;
    return on_claim;
  case TP_ON_WORLD:
    *count = TP_WORLD_COUNT;
    return on_world;
  case TP_ON_TRACK:
    break;
  }
  *count = 0;
  return NULL;
}

int tp_variable_find(enum tp_scope scope, const char *name, int length) {
  int count;
  const struct tp_variable *variables = tp_variables_on(scope, &count);
  for (int i = 0; i < count; i++) {
    if (strncmp(variables[i].name, name, (size_t)length) == 0 && variables[i].name[length] == 0) {
      return i;
    }
  }
  return -1;
}

#define COEFFICIENT(group, name, low, high, meaning) {#group "." #name, low, high, meaning},
static const struct tp_coefficient coefficients[] = {TP_COEFFICIENTS(COEFFICIENT)};

const struct tp_coefficient *tp_coefficients(int *count) {
  *count = (int)(sizeof coefficients / sizeof *coefficients);
  return coefficients;
}

double *tp_coefficient_at(struct tp_coefficients *c, int index) {
  return (double *)(void *)c + index;
}

#define TEXT(ID, text) text,
const char *tp_cause_text(enum tp_cause cause) {
  static const char *const texts[] = {TP_CAUSES(TEXT)};
  return texts[cause];
}
