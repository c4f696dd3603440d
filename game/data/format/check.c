#include "data/format/check.h"

#include "data/layers/removals.h"
#include "data/nearest.h"
#include "data/format/shape.h"
#include "data/visible.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct check {
  const struct tp_document *document;
  struct tp_problems *problems;
  int playable;
  int lost;  /* entries that others may name are not there */
  int whole; /* not a patch, or the entry of a list: what is needed must be there */
};

static void check_object(struct check *c, const struct tp_kind *kind, const cJSON *siblings,
                         const cJSON *node);

static void fault(struct check *c, const cJSON *node, enum tp_place place, const char *format, ...)
    TP_FORMATS(4, 5);

static void fault(struct check *c, const cJSON *node, enum tp_place place, const char *format,
                  ...) {
  va_list arguments;
  va_start(arguments, format);
  tp_document_fault_with(c->document, c->problems, node, place, format, arguments);
  va_end(arguments);
}

static void lack(struct check *c, const cJSON *node, const char *part, const char *format, ...)
    TP_FORMATS(4, 5);

static void lack(struct check *c, const cJSON *node, const char *part, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  tp_document_lack(c->document, c->problems, node, part, format, arguments);
  va_end(arguments);
}

/* --- what was expected, what was found -------------------------------------------------------- */

static void list_choices(const char *choices, const char *before, char *text, size_t size) {
  char expanded[260];
  size_t to = 0;
  for (const char *c = choices; *c && to + 3 < sizeof expanded; c++) {
    expanded[to++] = *c == '|' ? ',' : *c;
    if (*c == '|')
      expanded[to++] = ' ';
  }
  expanded[to] = '\0';
  snprintf(text, size, "%s%s", before, expanded);
}

void tp_check_describe(const struct tp_field *field, char *text, size_t size) {
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
      [TP_FORM_STRINGS] = "a list of texts",
      [TP_FORM_CODES] = "a list of ISO 3166-1 numeric codes, as [\"250\"]",
      [TP_FORM_ACTORS] = "a list of actors, or an object of actors with true",
      [TP_FORM_STANCES] = "an object of numbers by member, or a list",
      [TP_FORM_DERIVED] = "left out",
      [TP_FORM_PLACE] = "a longitude from -180 to 180 and a latitude from -90 to 90, as [9.5, 50]",
      [TP_FORM_POLICY] = "the name of a policy, as \"reflex\" or \"planner:8\"",
  };
  if (field->form == TP_FORM_CHOICE)
    list_choices(field->choices, "one of ", text, size);
  else if (field->form == TP_FORM_CHOICES)
    list_choices(field->choices, "a list of words, each one of ", text, size);
  else if (field->form == TP_FORM_NUMBER || field->form == TP_FORM_WHOLE)
    snprintf(text, size, "a %snumber from %g to %g", field->form == TP_FORM_WHOLE ? "whole " : "",
             field->low, field->high);
  else if (field->form == TP_FORM_RANGE)
    snprintf(text, size, "a list of two numbers from %g to %g", field->low, field->high);
  else
    snprintf(text, size, "%s", plain[field->form]);
}

static const char *found(const cJSON *node) {
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

static int is_number_text(const char *text) {
  return text[0] && strspn(text, "0123456789.-+eE") == strlen(text);
}

static void expected(struct check *c, const struct tp_field *field, const cJSON *node) {
  char wanted[300];
  tp_check_describe(field, wanted, sizeof wanted);
  int quoted = (field->form == TP_FORM_NUMBER || field->form == TP_FORM_WHOLE) &&
               cJSON_IsString(node) && is_number_text(node->valuestring);
  fault(c, node, TP_AT_VALUE, "must be %s, not %s%s", wanted, found(node),
        quoted ? "; leave out the quotes" : "");
}

/* --- single values ---------------------------------------------------------------------------- */

static void check_number(struct check *c, const struct tp_field *field, const cJSON *node) {
  double x = node->valuedouble;
  if (!cJSON_IsNumber(node)) {
    expected(c, field, node);
    return;
  }
  int fits = isfinite(x) && x >= field->low && x <= field->high;
  if (fits && (field->form != TP_FORM_WHOLE || x == (double)(long)x))
    return;
  char wanted[300];
  tp_check_describe(field, wanted, sizeof wanted);
  fault(c, node, TP_AT_VALUE,
        fits ? "must be %s, without a fraction (is %g)" : "must be %s (is %g)", wanted, x);
}

/* Adds `; did you mean "..."?` for the choice nearest to what is written. */
static void try_choices(const char *choices, const char *written, char hint[100]) {
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

static void check_choice(struct check *c, const struct tp_field *field, const cJSON *node) {
  char wanted[300], hint[100];
  if (tp_format_choice(field->choices, node->valuestring) >= 0)
    return;
  try_choices(field->choices, node->valuestring, hint);
  tp_check_describe(field, wanted, sizeof wanted);
  fault(c, node, TP_AT_VALUE, "must be %s, not \"%.60s\"%s", wanted, node->valuestring, hint);
}

static void check_words(struct check *c, const cJSON *node, int most) {
  const char *text = node->valuestring;
  size_t length = strlen(text);
  const char *control = tp_visible_find_control(text, most > TP_TITLE_MAX);
  if (most == TP_TITLE_MAX && tp_shape_is_blank(text))
    fault(c, node, TP_AT_VALUE, length ? "may not be blank" : "may not be empty");
  else if (length > (size_t)most)
    fault(c, node, TP_AT_VALUE, "is too long: %zu bytes, at most %d", length, most);
  else if (control)
    fault(c, node, TP_AT_VALUE, "may not hold a control character (byte %zu)%s",
          (size_t)(control - text) + 1,
          most > TP_TITLE_MAX ? ", but \\n and \\t" : "; it is one line of text");
}

static void refuse_text(struct check *c, const struct tp_field *field, const cJSON *node) {
  char wanted[300];
  tp_check_describe(field, wanted, sizeof wanted);
  fault(c, node, TP_AT_VALUE, "must be %s, not \"%.60s\"", wanted, node->valuestring);
}

static void check_string(struct check *c, const struct tp_field *field, const cJSON *node) {
  if (!cJSON_IsString(node)) {
    expected(c, field, node);
    return;
  }
  const char *text = node->valuestring;
  int wrong = (field->form == TP_FORM_ID && !tp_format_is_id(text)) ||
              (field->form == TP_FORM_COLOR && !tp_shape_is_color(text)) ||
              (field->form == TP_FORM_DATE && !tp_shape_is_date(text)) ||
              (field->form == TP_FORM_VERSION && !tp_format_is_version(text)) ||
              (field->form == TP_FORM_POLICY && !tp_shape_is_policy(text));
  wrong |= !c->playable && !tp_shape_fits(field->form, text);
  if (wrong)
    refuse_text(c, field, node);
  else if (field->form == TP_FORM_CHOICE)
    check_choice(c, field, node);
  else if (field->form == TP_FORM_STRING) /* names are looked up */
    check_words(c, node, TP_TITLE_MAX);
}

static void check_text(struct check *c, const struct tp_field *field, const cJSON *node) {
  int most = field->form == TP_FORM_TITLE ? TP_TITLE_MAX : TP_TEXT_MAX;
  if (cJSON_IsString(node)) {
    check_words(c, node, most);
    return;
  }
  if (!cJSON_IsObject(node)) {
    expected(c, field, node);
    return;
  }
  if (!node->child)
    fault(c, node, TP_AT_VALUE, "must hold a text in at least one language");
  const cJSON *language;
  for (language = tp_children(node); language; language = language->next) {
    if (!tp_shape_fits_key(field, language->string))
      fault(c, language, TP_AT_KEY, "\"%.60s\" is no code of a language, as \"en\" or \"pt-br\"",
            language->string);
    if (cJSON_IsString(language))
      check_words(c, language, most);
    else
      fault(c, language, TP_AT_VALUE, "must be text, not %s", found(language));
  }
}

/* In a list of names. */
static void check_once(struct check *c, const cJSON *list) {
  for (const cJSON *entry = tp_children(list); entry; entry = entry->next) {
    const cJSON *first = list->child;
    while (first != entry && !cJSON_Compare(first, entry, 1))
      first = first->next;
    if (first != entry && cJSON_IsString(entry))
      fault(c, entry, TP_AT_VALUE, "\"%.60s\" is in the list already", entry->valuestring);
  }
}

static void check_strings(struct check *c, const struct tp_field *field, const cJSON *node) {
  if (!cJSON_IsArray(node)) {
    expected(c, field, node);
    return;
  }
  struct tp_field one = *field;
  one.form = TP_FORM_CHOICE;
  const cJSON *entry;
  for (entry = tp_children(node); entry; entry = entry->next) {
    int is_code = cJSON_IsString(entry) && tp_shape_is_code(entry->valuestring);
    if (field->form == TP_FORM_CODES && !is_code)
      fault(c, entry, TP_AT_VALUE, "must be three digits in quotes, as \"250\"");
    else if (!cJSON_IsString(entry))
      fault(c, entry, TP_AT_VALUE, "must be text, not %s", found(entry));
    else if (field->form == TP_FORM_CHOICES)
      check_choice(c, &one, entry);
    else
      check_words(c, entry, TP_TEXT_MAX);
  }
  if (field->form != TP_FORM_STRINGS)
    check_once(c, node);
}

/* Two numbers. A place is a longitude and a latitude, which has a range of its own. */
static void check_range(struct check *c, const struct tp_field *field, const cJSON *node) {
  const cJSON *entry;
  if (!cJSON_IsArray(node)) {
    expected(c, field, node);
    return;
  }
  int count = cJSON_GetArraySize(node);
  struct tp_field number = *field;
  number.form = TP_FORM_NUMBER;
  if (count != 2)
    fault(c, node, TP_AT_VALUE, "must be a list of two numbers, not of %d", count);
  for (entry = tp_children(node); entry; entry = entry->next) {
    check_number(c, &number, entry);
    if (field->form == TP_FORM_PLACE)
      number.low = -90, number.high = 90;
  }
}

/* --- collections ------------------------------------------------------------------------------ */

/* Of rules for others to extend; in a scenario, the compiler knows what there is. */
static void check_key(struct check *c, const struct tp_field *field, const cJSON *entry) {
  if (!c->playable && entry->string && !tp_shape_fits_key(field, entry->string))
    fault(c, entry, TP_AT_KEY, "\"%.60s\" cannot be a name here", entry->string);
}

static void check_each(struct check *c, const struct tp_field *field, const cJSON *node) {
  const cJSON *entry;
  for (entry = tp_children(node); entry; entry = entry->next) {
    if (field->form == TP_FORM_PAIRS)
      check_key(c, field, entry);
    else if (entry->string && !tp_format_is_id(entry->string))
      fault(c, entry, TP_AT_KEY,
            "\"%.60s\" is no name: use small letters, digits and single dashes, at most %d",
            entry->string, TP_ID_MAX);
    int whole = c->whole;
    c->whole |= !entry->string;
    check_object(c, field->kind, node, entry);
    c->whole = whole;
  }
}

static void check_numbers(struct check *c, const struct tp_field *field, const cJSON *node) {
  const cJSON *entry;
  if (!cJSON_IsObject(node)) {
    expected(c, field, node);
    return;
  }
  struct tp_field number = *field;
  number.form = TP_FORM_NUMBER;
  for (entry = tp_children(node); entry; entry = entry->next) {
    check_key(c, field, entry);
    check_number(c, &number, entry);
  }
}

static void check_actors(struct check *c, const struct tp_field *field, const cJSON *node) {
  const cJSON *entry;
  if (!cJSON_IsArray(node) && !cJSON_IsObject(node)) {
    expected(c, field, node);
    return;
  }
  for (entry = tp_children(node); entry; entry = entry->next) {
    check_key(c, field, entry);
    if (entry->string && !cJSON_IsTrue(entry))
      fault(c, entry, TP_AT_VALUE, "must be true; null takes the actor out again");
    else if (!entry->string && !cJSON_IsString(entry))
      fault(c, entry, TP_AT_VALUE, "must be the id of an actor, not %s", found(entry));
  }
  if (cJSON_IsArray(node))
    check_once(c, node);
}

static void check_stances(struct check *c, const struct tp_field *field, const cJSON *node) {
  struct tp_field number = *tp_format_field(field->kind, "weight");
  const cJSON *entry;
  if (cJSON_IsArray(node)) {
    check_each(c, field, node);
    return;
  }
  if (!cJSON_IsObject(node)) {
    expected(c, field, node);
    return;
  }
  for (entry = tp_children(node); entry; entry = entry->next) {
    check_key(c, field, entry);
    check_number(c, &number, entry);
  }
}

static void check_collection(struct check *c, const struct tp_field *field, const cJSON *node) {
  int list = field->form == TP_FORM_LIST || field->form == TP_FORM_EITHER;
  int object = field->form != TP_FORM_LIST;
  if ((list && cJSON_IsArray(node)) || (object && cJSON_IsObject(node))) {
    check_each(c, field, node);
  } else {
    expected(c, field, node);
    c->lost |= object;
  }
}

/* --- objects ---------------------------------------------------------------------------------- */

static void check_value(struct check *c, const struct tp_field *field, const cJSON *node) {
  switch (field->form) {
  case TP_FORM_NUMBER:
  case TP_FORM_WHOLE:
    check_number(c, field, node);
    break;
  case TP_FORM_BOOL:
    if (!cJSON_IsBool(node))
      expected(c, field, node);
    break;
  case TP_FORM_TITLE:
  case TP_FORM_TEXT:
    check_text(c, field, node);
    break;
  case TP_FORM_DERIVED:
    fault(c, node, TP_AT_KEY, "\"%s\" is computed from other variables and takes no start value",
          field->key);
    break;
  case TP_FORM_OBJECT:
    check_object(c, field->kind, NULL, node);
    break;
  case TP_FORM_MAP:
  case TP_FORM_PAIRS:
  case TP_FORM_LIST:
  case TP_FORM_EITHER:
    check_collection(c, field, node);
    break;
  case TP_FORM_NUMBERS:
    check_numbers(c, field, node);
    break;
  case TP_FORM_STRINGS:
  case TP_FORM_CHOICES:
  case TP_FORM_CODES:
    check_strings(c, field, node);
    break;
  case TP_FORM_RANGE:
  case TP_FORM_PLACE:
    check_range(c, field, node);
    break;
  case TP_FORM_ACTORS:
    check_actors(c, field, node);
    break;
  case TP_FORM_STANCES:
    check_stances(c, field, node);
    break;
  case TP_FORM_ID:
  case TP_FORM_STRING:
  case TP_FORM_CHOICE:
  case TP_FORM_DATE:
  case TP_FORM_VERSION:
  case TP_FORM_COLOR:
  case TP_FORM_ACTOR:
  case TP_FORM_ACTION:
  case TP_FORM_EVENT:
  case TP_FORM_PAIR:
  case TP_FORM_VIEW:
  case TP_FORM_ADDRESS:
  case TP_FORM_MARK:
  case TP_FORM_CAUSE:
  case TP_FORM_POLICY:
    check_string(c, field, node);
    break;
  }
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

void tp_check_unknown_key(const struct tp_kind *kind, const char *key, char *text, size_t size) {
  const char *sign = meant_sign(kind, key), *place = where_it_belongs(kind, key);
  if (sign || place) {
    snprintf(text, size,
             sign ? "unknown key \"%.60s\" in %s; did you mean \"%s\"?"
                  : "unknown key \"%.60s\" in %s; it belongs under \"%s\"",
             key, kind->name, sign ? sign : place);
    return;
  }
  struct tp_nearest nearest = tp_nearest_to(key);
  for (const struct tp_field *field = kind->fields; field->key; field++)
    tp_nearest_try(&nearest, field->key);
  snprintf(text, size, "unknown key \"%.60s\" in %s%s", key, kind->name, tp_nearest_hint(&nearest));
}

static void unknown_key(struct check *c, const struct tp_kind *kind, const cJSON *entry) {
  char message[300];
  tp_check_unknown_key(kind, entry->string, message, sizeof message);
  fault(c, entry, TP_AT_KEY, "%s", message);
}

/* A patch that misspells an id makes a new entry, and an incomplete one: the hint is the id of
 * another entry beside it. */
static const char *sibling_hint(struct tp_nearest *nearest, const cJSON *siblings,
                                const cJSON *node) {
  const cJSON *sibling;
  for (sibling = tp_children(siblings); sibling; sibling = sibling->next)
    if (sibling != node && sibling->string)
      tp_nearest_try(nearest, sibling->string);
  return tp_nearest_hint(nearest);
}

static int lacks(const struct tp_kind *kind, const cJSON *node) {
  for (const struct tp_field *field = kind->fields; field->key; field++)
    if (field->required && !cJSON_GetObjectItemCaseSensitive(node, field->key))
      return 1;
  return 0;
}

static void check_missing(struct check *c, const struct tp_kind *kind, const cJSON *siblings,
                          const cJSON *node) {
  char wanted[300];
  if (node->string && lacks(kind, node) && tp_removals_incomplete(c->document, c->problems, node))
    return;
  for (const struct tp_field *field = kind->fields; field->key; field++) {
    if (!field->required || cJSON_GetObjectItemCaseSensitive(node, field->key))
      continue;
    struct tp_nearest nearest = tp_nearest_to(node->string ? node->string : "");
    tp_check_describe(field, wanted, sizeof wanted);
    lack(c, node, field->key, "%s needs \"%s\": %s%s", kind->name, field->key, wanted,
         sibling_hint(&nearest, siblings, node));
  }
}

static void check_one_of(struct check *c, const struct tp_kind *kind, const cJSON *node) {
  char wanted[300];
  const cJSON *entry;
  for (entry = tp_children(node); entry; entry = entry->next)
    if (tp_format_choice(kind->one_of, entry->string) >= 0)
      return;
  list_choices(kind->one_of, "one of ", wanted, sizeof wanted);
  fault(c, node, TP_AT_VALUE, "%s needs %s", kind->name, wanted);
}

static void check_object(struct check *c, const struct tp_kind *kind, const cJSON *siblings,
                         const cJSON *node) {
  if (!cJSON_IsObject(node)) {
    fault(c, node, TP_AT_VALUE, "must be an object (%s), not %s", kind->name, found(node));
    c->lost |= node->string != NULL;
    return;
  }
  const cJSON *entry;
  int whole = c->whole;
  c->whole = whole && kind != &tp_kind_changes; /* checked whole when the variant is chosen */
  for (entry = tp_children(node); entry; entry = entry->next) {
    const struct tp_field *field = tp_format_field(kind, entry->string);
    if (field)
      check_value(c, field, entry);
    else
      unknown_key(c, kind, entry);
  }
  if (c->whole)
    check_missing(c, kind, siblings, node);
  c->whole = whole;
  if (kind->one_of)
    check_one_of(c, kind, node);
}

int tp_check_document(const struct tp_document *document, int playable,
                      struct tp_problems *problems) {
  struct check c = {document, problems, playable, 0, playable};
  check_object(&c, &tp_kind_scenario, NULL, document->merged);
  return !c.lost;
}

void tp_check_source(const struct tp_source *source, const struct tp_kind *kind,
                     struct tp_problems *problems) {
  struct tp_document *document = tp_memory_zeroed(1, sizeof *document);
  struct check c = {document, problems, 1, 0, 1};
  document->chain[document->count++] = *source;
  tp_removals_check(source, kind, NULL, problems);
  document->merged = tp_merge_apply(NULL, source->json);
  tp_document_begin_trail(document);
  check_object(&c, kind, NULL, document->merged);
  cJSON_Delete(document->merged);
  tp_document_end_trail(document);
  free(document);
}
