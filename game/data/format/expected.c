#include "data/format/expected.h"

#include "data/nearest.h"

#include <stdio.h>
#include <string.h>

void tp_expected_choices(const char *choices, const char *before, char *text, size_t size) {
  size_t to = (size_t)snprintf(text, size, "%s", before);
  for (const char *c = choices; *c && to + 3 < size; c++) {
    text[to++] = *c == '|' ? ',' : *c;
    if (*c == '|')
      text[to++] = ' ';
  }
  text[to] = '\0';
}

/* Numbers are shown as their authors wrote them: with fifteen digits, if they have so many. */
void tp_expected_field(const struct tp_field *field, char *text, size_t size) {
  static const char *const plain[] = {
      [TP_FORM_BOOL] = "true or false",
      [TP_FORM_ID] = "a name in small letters, digits and single dashes",
      [TP_FORM_STRING] = "text",
      [TP_FORM_TITLE] = "text, or an object of texts by language",
      [TP_FORM_TEXT] = "text, or an object of texts by language",
      [TP_FORM_DATE] = "a quarter, as \"2018-Q2\"",
      [TP_FORM_VERSION] = "a version: whole numbers with points, as \"1.2\" or \"1.2.3\"",
      [TP_FORM_COLOR] = "a colour, as \"#8c3b3b\"",
      [TP_FORM_ACTOR] = "the id of an actor",
      [TP_FORM_ACTION] = "the id of an action",
      [TP_FORM_EVENT] = "the id of an event",
      [TP_FORM_MARK] = "the name of a thing on the screen, as \"gauge:narrative\"",
      [TP_FORM_CAUSE] = "the name of a cause, as \"from-presence\"",
      [TP_FORM_PAIR] = "a pair of actors, as \"russia-china\"",
      [TP_FORM_VIEW] = "an ordered pair of actors, as \"russia>china\"",
      [TP_FORM_ADDRESS] = "the address of a variable, as \"russia.stability\"",
      [TP_FORM_OBJECT] = "an object",
      [TP_FORM_MAP] = "an object of entries by id",
      [TP_FORM_PAIRS] = "an object of entries by pair of actors",
      [TP_FORM_LIST] = "a list",
      [TP_FORM_EITHER] = "a list, or an object of entries by id",
      [TP_FORM_NUMBERS] = "an object of numbers",
      [TP_FORM_TEXTS] = "a list of texts",
      [TP_FORM_CODES] = "a list of ISO 3166-1 numeric codes, as [\"250\"]",
      [TP_FORM_ACTORS] = "a list of actors, or an object of actors with true",
      [TP_FORM_ACTIONS] = "an object of actions with true",
      [TP_FORM_STANCES] = "an object of numbers by member, or a list",
      [TP_FORM_DERIVED] = "left out",
      [TP_FORM_PLACE] = "a longitude from -180 to 180 and a latitude from -90 to 90, as [9.5, 50]",
      [TP_FORM_POLICY] = "the name of a policy, as \"reflex\" or \"planner:8\"",
  };
  int is_number = field->form == TP_FORM_NUMBER || field->form == TP_FORM_WHOLE;
  if (field->form == TP_FORM_CHOICE)
    tp_expected_choices(field->choices, "one of ", text, size);
  else if (field->form == TP_FORM_CHOICES)
    tp_expected_choices(field->choices, "a list of words, each one of ", text, size);
  else if (is_number && field->low == field->high)
    snprintf(text, size, "%.15g", field->low);
  else if (is_number)
    snprintf(text, size, "a %snumber from %.15g to %.15g",
             field->form == TP_FORM_WHOLE ? "whole " : "", field->low, field->high);
  else if (field->form == TP_FORM_RANGE)
    snprintf(text, size, "a list of two numbers from %.15g to %.15g", field->low, field->high);
  else
    snprintf(text, size, "%s", plain[field->form]);
}

const char *tp_expected_found(const cJSON *node) {
  if (cJSON_IsString(node))
    return "text";
  if (cJSON_IsNumber(node))
    return "a number";
  if (cJSON_IsBool(node))
    return cJSON_IsTrue(node) ? "true" : "false";
  if (cJSON_IsArray(node))
    return "a list";
  return cJSON_IsObject(node) ? "an object" : "null";
}

void tp_expected_choice(const char *choices, const char *written, char hint[100]) {
  char word[64], best[64] = "";
  struct tp_nearest nearest = tp_nearest_to(written);
  for (const char *at = choices; *at;) {
    size_t length = strcspn(at, "|");
    snprintf(word, sizeof word, "%.*s", (int)length, at);
    tp_nearest_try(&nearest, word);
    if (nearest.best == word) {
      memcpy(best, word, sizeof best);
      nearest.best = best;
    }
    at += length + (at[length] == '|');
  }
  snprintf(hint, 100, "%s", tp_nearest_hint(&nearest));
}

/* The sign that was meant, where conditions are written as elsewhere. */
static const char *meant_sign(const struct tp_kind *kind, const char *key) {
  static const char *const signs[][2] = {
      {"=", "=="},           {"===", "=="}, {"=<", "<="},           {"=>", ">="},
      {"<>", "!="},          {"!==", "!="}, {"\xe2\x89\xa4", "<="}, {"\xe2\x89\xa5", ">="},
      {"\xe2\x89\xa0", "!="}};
  for (size_t i = 0; tp_format_field(kind, "==") && i < sizeof signs / sizeof *signs; i++)
    if (strcmp(key, signs[i][0]) == 0)
      return signs[i][1];
  return NULL;
}

/* The key of the one object in such an object that has this key: "vars" for "stability". */
static const char *where_it_belongs(const struct tp_kind *kind, const char *key) {
  const char *found = NULL;
  for (const struct tp_field *field = kind->fields; field->key; field++) {
    if (field->form != TP_FORM_OBJECT || !tp_format_field(field->kind, key))
      continue;
    if (found)
      return NULL;
    found = field->key;
  }
  return found;
}

void tp_expected_meant(const struct tp_kind *kind, const char *key, char meant[TP_MEANT_MAX]) {
  const char *sign = meant_sign(kind, key), *place = where_it_belongs(kind, key);
  meant[0] = '\0';
  if (place && !sign) {
    snprintf(meant, TP_MEANT_MAX, "%s/%s", place, key);
    return;
  }
  struct tp_nearest nearest = tp_nearest_to(key);
  for (const struct tp_field *field = kind->fields; !sign && field->key; field++)
    tp_nearest_try(&nearest, field->key);
  if (sign || nearest.best)
    snprintf(meant, TP_MEANT_MAX, "%s", sign ? sign : nearest.best);
}

enum { KEYS_MAX = 240 }; /* a longer list is no help */

/* "; there are a, b and c", or "" where they are too many. */
static void list_keys(const struct tp_kind *kind, char text[KEYS_MAX]) {
  size_t length = 0;
  for (const struct tp_field *field = kind->fields; field->key; field++) {
    const char *before = length == 0 ? "; there are " : field[1].key ? ", " : " and ";
    length += (size_t)snprintf(text + length, KEYS_MAX - length, "%s%s", before, field->key);
    if (length >= KEYS_MAX) {
      text[0] = '\0';
      return;
    }
  }
}

void tp_expected_key(const struct tp_kind *kind, const char *key, char *text, size_t size) {
  char meant[TP_MEANT_MAX], hint[KEYS_MAX] = "";
  tp_expected_meant(kind, key, meant);
  char *slash = strchr(meant, '/');
  if (slash)
    snprintf(hint, sizeof hint, "; it belongs under \"%.*s\"", (int)(slash - meant), meant);
  else if (meant[0])
    snprintf(hint, sizeof hint, "; did you mean \"%s\"?", meant);
  else
    list_keys(kind, hint);
  snprintf(text, size, "unknown key \"%.60s\" in %s%s", key, kind->name, hint);
}
