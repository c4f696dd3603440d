/* Names of variables, values and dates. */
#include "session/wording.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

char *tp_wording_number(double x, char text[TP_FIGURE_MAX]) {
  char tenths[32];
  double size = x < 0 ? -x : x;
  int digits = size >= 1000 ? 0 : size >= 0.095 || size == 0 ? 1 : 2;
  snprintf(tenths, sizeof tenths, "%.1f", size);
  if (digits == 1 && strcmp(tenths + strlen(tenths) - 2, ".0") == 0)
    digits = 0;
  return tp_phrase_number(text, x, digits);
}

char *tp_wording_left(double x, char text[TP_FIGURE_MAX]) {
  return tp_wording_number(floor(x * 10.0 + 1e-9) / 10.0, text);
}

void tp_wording_quarter(int year, int quarter, int turn, char *text, size_t size) {
  char years[16], quarters[16]; /* a year is a name, not a number with groups */
  int passed = quarter - 1 + turn;
  snprintf(years, sizeof years, "%d", year + passed / 4);
  snprintf(quarters, sizeof quarters, "%d", passed % 4 + 1);
  TP_SAY(text, size, TP_SAY_DATE, years, quarters);
}

void tp_wording_date(const struct tp_rules *r, int turn, char *text, size_t size) {
  tp_wording_quarter(r->start_year, r->start_quarter, turn, text, size);
}

static const struct tp_variable *variable_of(const struct tp_rules *r, int slot) {
  int count;
  const struct tp_variable *variables =
      tp_variables_on((enum tp_scope)r->slots[slot].scope, &count);
  int index = r->slots[slot].variable;
  return index >= 0 && index < count ? &variables[index] : NULL;
}

/* What the language has for a variable under `part`: "variable.actor.revolution-fear.name". */
static const char *of_variable(enum tp_scope scope, const char *variable, const char *part) {
  static const char *const scopes[] = {"actor", "view", "tie", "claim", "world"};
  char key[120];
  snprintf(key, sizeof key, "variable.%s.%s.%s", scopes[scope], variable, part);
  for (char *p = key; *p; p++)
    if (*p == '_')
      *p = '-';
  return tp_phrase_text(key);
}

const char *tp_wording_of_world(const char *name) {
  int count;
  const struct tp_variable *variables = tp_variables_on(TP_ON_WORLD, &count);
  for (int i = 0; i < count; i++)
    if (strcmp(variables[i].name, name) == 0)
      return of_variable(TP_ON_WORLD, name, "name");
  return "";
}

/* Its name as it stands inside a sentence. */
static const char *title_of(const struct tp_rules *r, int slot) {
  const struct tp_variable *variable = variable_of(r, slot);
  return variable ? of_variable((enum tp_scope)r->slots[slot].scope, variable->name, "name")
                  : r->tracks[r->slots[slot].subject].words.title;
}

static const char *name_of(const struct tp_rules *r, int actor) {
  return r->actors[actor].words.title;
}

static void name_view(const struct tp_rules *r, int view, int variable, char *text, size_t size) {
  static const enum tp_phrase phrases[] = {TP_SAY_VIEW_MENACE, TP_SAY_VIEW_ENERGY,
                                           TP_SAY_VIEW_PRESENCE, TP_SAY_VIEW_INFLUENCE,
                                           TP_SAY_VIEW_SANCTIONS};
  _Static_assert(sizeof phrases / sizeof *phrases == TP_VIEW_COUNT, "one for each variable");
  TP_SAY(text, size, phrases[variable], name_of(r, r->views[view].from),
         name_of(r, r->views[view].to));
}

void tp_wording_of_subject(const struct tp_rules *r, int slot, const char *what, char *text,
                           size_t size) {
  struct tp_slot s = r->slots[slot];
  switch ((enum tp_scope)s.scope) {
  case TP_ON_ACTOR:
    TP_SAY(text, size, TP_SAY_OF_ACTOR, name_of(r, s.subject), what);
    break;
  case TP_ON_VIEW:
    TP_SAY(text, size, TP_SAY_OF_VIEW, name_of(r, r->views[s.subject].from),
           name_of(r, r->views[s.subject].to), what);
    break;
  case TP_ON_TIE:
    TP_SAY(text, size, TP_SAY_OF_TIE, name_of(r, r->ties[s.subject].a),
           name_of(r, r->ties[s.subject].b), what);
    break;
  case TP_ON_CLAIM:
    TP_SAY(text, size, TP_SAY_OF_CLAIM, name_of(r, r->claims[s.subject].holder),
           r->claims[s.subject].words.title, what);
    break;
  case TP_ON_WORLD:
    TP_SAY(text, size, TP_SAY_OF_WORLD, what);
    break;
  case TP_ON_TRACK:
    TP_SAY(text, size, TP_SAY_VALUE_INDEX, what);
    break;
  }
}

void tp_wording_variable(const struct tp_rules *r, int slot, char *text, size_t size) {
  struct tp_slot s = r->slots[slot];
  if (s.scope == TP_ON_VIEW)
    name_view(r, s.subject, s.variable, text, size);
  else
    tp_wording_of_subject(r, slot, title_of(r, slot), text, size);
}

void tp_wording_variable_within(const struct tp_rules *r, int slot, char *text, size_t size) {
  TP_SAY(text, size, TP_SAY_VALUE_INDEX, title_of(r, slot));
}

void tp_wording_variable_short(const struct tp_rules *r, int slot, char *text, size_t size) {
  tp_wording_variable_within(r, slot, text, size);
  tp_phrase_capital(text);
}

const char *tp_wording_meaning(const struct tp_rules *r, int slot) {
  const struct tp_variable *variable = variable_of(r, slot);
  return variable ? of_variable((enum tp_scope)r->slots[slot].scope, variable->name, "meaning")
                  : r->tracks[r->slots[slot].subject].words.text;
}

int tp_wording_is_ladder(const struct tp_rules *r, int slot) {
  struct tp_slot s = r->slots[slot];
  return (s.scope == TP_ON_TIE && s.variable == TP_STATUS) ||
         (s.scope == TP_ON_WORLD && s.variable == TP_CRISIS);
}

/* The name of a step of a ladder, or NULL when the variable is no ladder. */
static const char *step_name(const struct tp_rules *r, int slot, double value) {
  if (!tp_wording_is_ladder(r, slot))
    return NULL;
  return r->slots[slot].scope == TP_ON_TIE ? tp_wording_status((int)value)
                                           : tp_wording_step((int)value);
}

/* The unit as the language writes it, or NULL where a value stands alone. */
static const char *unit_of(const struct tp_variable *variable) {
  static const struct {
    const char *unit;
    enum tp_phrase phrase;
  } units[] = {{"%", TP_SAY_UNIT_PERCENT},
               {"% of GDP", TP_SAY_UNIT_OF_GDP},
               {"bn", TP_SAY_UNIT_BN},
               {"points", TP_SAY_UNIT_POINTS},
               {"actions", TP_SAY_UNIT_ACTIONS},
               {"quarters", TP_SAY_UNIT_QUARTERS},
               {"% a turn", TP_SAY_UNIT_PERCENT_A_TURN}};
  for (size_t i = 0; variable && i < sizeof units / sizeof *units; i++)
    if (strcmp(variable->unit, units[i].unit) == 0)
      return tp_phrase(units[i].phrase);
  return NULL;
}

void tp_wording_value(const struct tp_rules *r, int slot, double value, char *text, size_t size) {
  char digits[TP_FIGURE_MAX];
  const char *step = step_name(r, slot, value), *unit = unit_of(variable_of(r, slot));
  if (slot == tp_world_slot(r, TP_TURN)) {
    tp_wording_date(r, (int)value, text, size);
    return;
  }
  tp_wording_number(value, digits);
  if (step)
    TP_SAY(text, size, TP_SAY_VALUE_INDEX, step);
  else if (unit)
    TP_SAY(text, size, TP_SAY_VALUE_UNIT, digits, unit);
  else
    TP_SAY(text, size, TP_SAY_VALUE_INDEX, digits);
}

void tp_wording_change(double delta, char *text, size_t size) {
  char digits[TP_FIGURE_MAX + 1] = "+";
  int nothing = delta < 0.005 && delta > -0.005;
  tp_wording_number(delta, digits + (delta > 0));
  TP_SAY(text, size, TP_SAY_VALUE_INDEX, nothing ? tp_phrase(TP_SAY_NO_CHANGE) : digits);
}

#define PICK(name, type, first, last, base)                                                        \
  const char *name(type value) {                                                                   \
    int index = (int)value - (base);                                                               \
    int count = (int)(last) - (int)(first);                                                        \
    index = index < 0 ? 0 : index > count ? count : index;                                         \
    return tp_phrase((enum tp_phrase)((int)(first) + index));                                      \
  }
PICK(tp_wording_theme, enum tp_theme, TP_SAY_THEME_DEFENCE, TP_SAY_THEME_INFORMATION, 0)
PICK(tp_wording_vote, enum tp_vote, TP_SAY_VOTE_NONE, TP_SAY_VOTE_UNANIMITY, 0)
PICK(tp_wording_move, enum tp_crisis_move, TP_SAY_MOVE_HOLD, TP_SAY_MOVE_BACK, 0)
PICK(tp_wording_step, int, TP_SAY_STEP_0, TP_SAY_STEP_5, 0)
PICK(tp_wording_status, int, TP_SAY_STATUS_0, TP_SAY_STATUS_3, 0)
PICK(tp_wording_result, enum tp_result, TP_SAY_RESULT_PLAYING, TP_SAY_RESULT_DEFEAT, 0)
