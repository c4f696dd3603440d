/* Names of variables, values and dates. */
#include "session/wording.h"

#include "session/phrases.h"

#include <stdio.h>
#include <string.h>

/* "62.4", "62", "0.03": as many digits as tell something. */
static void number(double x, char text[32]) {
  double size = x < 0 ? -x : x;
  int digits = size >= 1000 ? 0 : size >= 0.095 || size == 0 ? 1 : 2;
  snprintf(text, 32, "%.*f", digits, x);
  char *end = text + strlen(text) - 2;
  if (digits == 1 && strcmp(end, ".0") == 0)
    *end = '\0';
  if (strcmp(text, "-0") == 0)
    memmove(text, text + 1, 2);
}

void tp_wording_date(const struct tp_rules *r, int turn, char *text, size_t size) {
  char year[16], quarter[16];
  int quarters = r->start_quarter - 1 + turn;
  snprintf(year, sizeof year, "%d", r->start_year + quarters / 4);
  snprintf(quarter, sizeof quarter, "%d", quarters % 4 + 1);
  TP_SAY(text, size, TP_SAY_DATE, year, quarter);
}

static const struct tp_variable *variable_of(const struct tp_rules *r, int slot) {
  int count;
  const struct tp_variable *variables =
      tp_variables_on((enum tp_scope)r->slots[slot].scope, &count);
  int index = r->slots[slot].variable;
  return index >= 0 && index < count ? &variables[index] : NULL;
}

/* The title as it stands inside a sentence: its first letter small, unless it is an acronym. */
static void lower(const char *title, char *text, size_t size) {
  text[0] = '\0';
  tp_phrase_append(text, size, title);
  if (text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z') &&
      strncmp(text, "American", 8) != 0)
    text[0] = (char)(text[0] - 'A' + 'a');
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

void tp_wording_variable(const struct tp_rules *r, int slot, char *text, size_t size) {
  struct tp_slot s = r->slots[slot];
  char title[100];
  const struct tp_variable *variable = variable_of(r, slot);
  lower(variable ? variable->title : "", title, sizeof title);
  switch ((enum tp_scope)s.scope) {
  case TP_ON_ACTOR:
    TP_SAY(text, size, TP_SAY_OF_ACTOR, name_of(r, s.subject), title);
    break;
  case TP_ON_VIEW:
    name_view(r, s.subject, s.variable, text, size);
    break;
  case TP_ON_TIE:
    TP_SAY(text, size, TP_SAY_OF_TIE, name_of(r, r->ties[s.subject].a),
           name_of(r, r->ties[s.subject].b), title);
    break;
  case TP_ON_CLAIM:
    TP_SAY(text, size, TP_SAY_OF_CLAIM, name_of(r, r->claims[s.subject].holder),
           r->claims[s.subject].words.title, title);
    break;
  case TP_ON_WORLD:
    TP_SAY(text, size, TP_SAY_OF_WORLD, title);
    break;
  case TP_ON_TRACK:
    TP_SAY(text, size, TP_SAY_VALUE_INDEX, r->tracks[s.subject].words.title);
    break;
  }
}

void tp_wording_variable_short(const struct tp_rules *r, int slot, char *text, size_t size) {
  const struct tp_variable *variable = variable_of(r, slot);
  const char *title = variable ? variable->title : r->tracks[r->slots[slot].subject].words.title;
  TP_SAY(text, size, TP_SAY_VALUE_INDEX, title);
}

const char *tp_wording_meaning(const struct tp_rules *r, int slot) {
  const struct tp_variable *variable = variable_of(r, slot);
  return variable ? variable->meaning : r->tracks[r->slots[slot].subject].words.text;
}

/* The name of a step of a ladder, or NULL when the variable is no ladder. */
static const char *step_name(const struct tp_rules *r, int slot, double value) {
  struct tp_slot s = r->slots[slot];
  if (s.scope == TP_ON_TIE && s.variable == TP_STATUS)
    return tp_wording_status((int)value);
  if (s.scope == TP_ON_WORLD && s.variable == TP_CRISIS)
    return tp_wording_step((int)value);
  return NULL;
}

void tp_wording_value(const struct tp_rules *r, int slot, double value, char *text, size_t size) {
  char digits[32];
  number(value, digits);
  const struct tp_variable *variable = variable_of(r, slot);
  const char *unit = step_name(r, slot, value);
  if (!unit && variable && strcmp(variable->unit, "index") != 0)
    unit = variable->unit;
  if (unit)
    TP_SAY(text, size, TP_SAY_VALUE_UNIT, digits, unit);
  else
    TP_SAY(text, size, TP_SAY_VALUE_INDEX, digits);
}

void tp_wording_change(double delta, char *text, size_t size) {
  char digits[33] = "+";
  number(delta, digits + (delta > 0));
  int nothing = strspn(digits, "+-0.") == strlen(digits);
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
