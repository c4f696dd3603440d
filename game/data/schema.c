#include "data/schema.h"

#include "data/format.h"
#include "data/json_out.h"

#include <stdio.h>
#include <string.h>

enum { kinds_max = 64 };

/* A kind is printed as it stands in a patch, where anything may be left out or null, or whole, as
 * the entry of a list, which a patch replaces. */
struct wanted {
  const struct tp_kind *kind;
  int whole;
};

struct printer {
  struct tp_json_out out;
  struct wanted queue[kinds_max];
  int count;
};

static void print_form(struct printer *p, const char *key, const struct tp_field *field, int whole);
static void print_value(struct printer *p, const char *key, const struct tp_field *field,
                        int whole);

/* "an actor's variables" -> "actors-variables"; whole ones get a mark. */
static void slug(const struct tp_kind *kind, int whole, char text[80]) {
  const char *name = kind->name;
  size_t to = 0;
  if (strncmp(name, "an ", 3) == 0 || strncmp(name, "a ", 2) == 0)
    name = strchr(name, ' ') + 1;
  for (; *name && to < 60; name++)
    if (*name != '\'')
      text[to++] = *name == ' ' ? '-' : *name;
  snprintf(text + to, 80 - to, "%s", whole ? "-whole" : "");
}

static void print_reference(struct printer *p, const char *key, const struct tp_kind *kind,
                            int whole) {
  char name[80], reference[100];
  int i = 0;
  while (i < p->count && (p->queue[i].kind != kind || p->queue[i].whole != whole))
    i++;
  if (i == p->count && i < kinds_max)
    p->queue[p->count++] = (struct wanted){kind, whole};
  slug(kind, whole, name);
  snprintf(reference, sizeof reference, "#/$defs/%s", name);
  tp_json_object(&p->out, key);
  tp_json_string(&p->out, "$ref", reference);
  tp_json_end(&p->out);
}

/* --- values ---------------------------------------------------------------------------------- */

static void print_string(struct printer *p, const char *key, const char *pattern, int most) {
  tp_json_object(&p->out, key);
  tp_json_string(&p->out, "type", "string");
  if (pattern)
    tp_json_string(&p->out, "pattern", pattern);
  if (most)
    tp_json_whole(&p->out, "maxLength", most);
  tp_json_end(&p->out);
}

static void print_number(struct printer *p, const char *key, const struct tp_field *field) {
  tp_json_object(&p->out, key);
  tp_json_string(&p->out, "type", field->form == TP_FORM_WHOLE ? "integer" : "number");
  tp_json_number(&p->out, "minimum", field->low);
  tp_json_number(&p->out, "maximum", field->high);
  tp_json_end(&p->out);
}

static void print_choices(struct printer *p, const char *key, const char *choices) {
  char word[64];
  tp_json_object(&p->out, key);
  tp_json_list(&p->out, "enum");
  for (const char *at = choices; *at;) {
    size_t length = strcspn(at, "|");
    snprintf(word, sizeof word, "%.*s", (int)length, at);
    tp_json_string(&p->out, NULL, word);
    at += length + (at[length] == '|');
  }
  tp_json_end(&p->out);
  tp_json_end(&p->out);
}

/* Begins an object in which authors' keys are free; `tp_json_end` twice ends the schema. */
static void begin_map(struct printer *p, const char *key, const char *names) {
  tp_json_object(&p->out, key);
  tp_json_string(&p->out, "type", "object");
  if (names) {
    tp_json_object(&p->out, "propertyNames");
    tp_json_string(&p->out, "pattern", names);
    tp_json_end(&p->out);
  }
  tp_json_object(&p->out, "patternProperties");
  tp_json_flag(&p->out, "^(x-|_|\\$)", 1);
  tp_json_end(&p->out);
}

static void print_text(struct printer *p, const char *key, int most) {
  tp_json_object(&p->out, key);
  tp_json_list(&p->out, "anyOf");
  print_string(p, NULL, NULL, most);
  begin_map(p, NULL, NULL);
  tp_json_object(&p->out, "additionalProperties");
  tp_json_list(&p->out, "type");
  tp_json_string(&p->out, NULL, "string");
  tp_json_string(&p->out, NULL, "null");
  tp_json_end(&p->out);
  tp_json_end(&p->out);
  tp_json_end(&p->out);
  tp_json_end(&p->out);
  tp_json_end(&p->out);
}

static const char id_pattern[] = "^([a-z0-9]+(-[a-z0-9]+)*$|x-|_|\\$)";

/* Object: name -> what `entry` says, or null. */
static void print_map(struct printer *p, const char *key, const struct tp_field *entry,
                      const char *names) {
  begin_map(p, key, names);
  print_form(p, "additionalProperties", entry, 0);
  tp_json_end(&p->out);
}

static void print_list(struct printer *p, const char *key, const struct tp_field *entry,
                       int length) {
  tp_json_object(&p->out, key);
  tp_json_string(&p->out, "type", "array");
  print_value(p, "items", entry, 1);
  if (length) {
    tp_json_whole(&p->out, "minItems", length);
    tp_json_whole(&p->out, "maxItems", length);
  }
  tp_json_end(&p->out);
}

/* A list or an object of the same. */
static void print_either(struct printer *p, const char *key, const struct tp_field *item,
                         const struct tp_field *entry) {
  tp_json_object(&p->out, key);
  tp_json_list(&p->out, "anyOf");
  print_list(p, NULL, item, 0);
  print_map(p, NULL, entry, id_pattern);
  tp_json_end(&p->out);
  tp_json_end(&p->out);
}

static void print_collection(struct printer *p, const char *key, const struct tp_field *field) {
  struct tp_field entry = *field;
  static const struct tp_field text = {.form = TP_FORM_STRING}, yes = {.form = TP_FORM_BOOL};
  static const struct tp_field code = {.form = TP_FORM_CODES};
  entry.form = TP_FORM_OBJECT;
  struct tp_field number = *field, word = *field;
  number.form = TP_FORM_NUMBER;
  word.form = TP_FORM_CHOICE;
  if (field->form == TP_FORM_MAP || field->form == TP_FORM_PAIRS)
    print_map(p, key, &entry, field->form == TP_FORM_MAP ? id_pattern : NULL);
  else if (field->form == TP_FORM_LIST)
    print_list(p, key, &entry, 0);
  else if (field->form == TP_FORM_EITHER)
    print_either(p, key, &entry, &entry);
  else if (field->form == TP_FORM_NUMBERS)
    print_map(p, key, &number, NULL);
  else if (field->form == TP_FORM_STRINGS)
    print_list(p, key, &text, 0);
  else if (field->form == TP_FORM_CHOICES)
    print_list(p, key, &word, 0);
  else if (field->form == TP_FORM_CODES)
    print_list(p, key, &code, 0);
  else if (field->form == TP_FORM_RANGE)
    print_list(p, key, &number, 2);
  else if (field->form == TP_FORM_ACTORS)
    print_either(p, key, &text, &yes);
  else if (field->form == TP_FORM_STANCES)
    print_either(p, key, &entry, tp_format_field(field->kind, "weight"));
}

static void print_value(struct printer *p, const char *key, const struct tp_field *field,
                        int whole) {
  switch (field->form) {
  case TP_FORM_NUMBER:
  case TP_FORM_WHOLE:
    print_number(p, key, field);
    break;
  case TP_FORM_BOOL:
    tp_json_object(&p->out, key);
    tp_json_string(&p->out, "type", "boolean");
    tp_json_end(&p->out);
    break;
  case TP_FORM_TITLE:
  case TP_FORM_TEXT:
    print_text(p, key, field->form == TP_FORM_TITLE ? TP_TITLE_MAX : TP_TEXT_MAX);
    break;
  case TP_FORM_ID:
    print_string(p, key, "^[a-z0-9]+(-[a-z0-9]+)*$", TP_ID_MAX);
    break;
  case TP_FORM_DATE:
    print_string(p, key, "^[0-9]{4}-Q[1-4]$", 0);
    break;
  case TP_FORM_COLOR:
    print_string(p, key, "^#[0-9a-fA-F]{6}$", 0);
    break;
  case TP_FORM_CHOICE:
    print_choices(p, key, field->choices);
    break;
  case TP_FORM_STRING:
  case TP_FORM_ACTOR:
  case TP_FORM_ACTION:
  case TP_FORM_EVENT:
  case TP_FORM_PAIR:
  case TP_FORM_VIEW:
  case TP_FORM_ADDRESS:
  case TP_FORM_MARK:
  case TP_FORM_CAUSE:
    print_string(p, key, NULL, field->kind ? 0 : TP_TEXT_MAX);
    break;
  case TP_FORM_DERIVED:
    tp_json_flag(&p->out, key, 0);
    break;
  case TP_FORM_OBJECT:
    print_reference(p, key, field->kind, whole);
    break;
  case TP_FORM_CODES:
    if (!field->key) {
      print_string(p, key, "^[0-9]{3}$", 0);
      break;
    }
    print_collection(p, key, field);
    break;
  case TP_FORM_MAP:
  case TP_FORM_PAIRS:
  case TP_FORM_LIST:
  case TP_FORM_EITHER:
  case TP_FORM_NUMBERS:
  case TP_FORM_STRINGS:
  case TP_FORM_CHOICES:
  case TP_FORM_RANGE:
  case TP_FORM_ACTORS:
  case TP_FORM_STANCES:
    print_collection(p, key, field);
    break;
  }
}

/* In a patch, null takes the value away; in a list's entry it does so too, if the value is not
 * needed. */
static void print_form(struct printer *p, const char *key, const struct tp_field *field,
                       int whole) {
  if (whole && field->required) {
    print_value(p, key, field, whole);
    return;
  }
  tp_json_object(&p->out, key);
  if (field->meaning && field->key)
    tp_json_string(&p->out, "description", field->meaning);
  tp_json_list(&p->out, "anyOf");
  print_value(p, NULL, field, whole);
  tp_json_object(&p->out, NULL);
  tp_json_string(&p->out, "type", "null");
  tp_json_end(&p->out);
  tp_json_end(&p->out);
  tp_json_end(&p->out);
}

/* --- kinds ----------------------------------------------------------------------------------- */

static void print_required(struct printer *p, const struct tp_kind *kind) {
  tp_json_list(&p->out, "required");
  for (const struct tp_field *field = kind->fields; field->key; field++)
    if (field->required)
      tp_json_string(&p->out, NULL, field->key);
  tp_json_end(&p->out);
  if (!kind->one_of)
    return;
  char word[64];
  tp_json_list(&p->out, "anyOf");
  for (const char *at = kind->one_of; *at;) {
    size_t length = strcspn(at, "|");
    snprintf(word, sizeof word, "%.*s", (int)length, at);
    tp_json_object(&p->out, NULL);
    tp_json_list(&p->out, "required");
    tp_json_string(&p->out, NULL, word);
    tp_json_end(&p->out);
    tp_json_end(&p->out);
    at += length + (at[length] == '|');
  }
  tp_json_end(&p->out);
}

/* The members of the schema of one kind of object. */
static void print_kind(struct printer *p, const struct tp_kind *kind, int whole) {
  tp_json_string(&p->out, "description", kind->meaning);
  tp_json_string(&p->out, "type", "object");
  tp_json_object(&p->out, "properties");
  for (const struct tp_field *field = kind->fields; field->key; field++)
    print_form(p, field->key, field, whole);
  tp_json_end(&p->out);
  tp_json_object(&p->out, "patternProperties");
  tp_json_flag(&p->out, "^(x-|_|\\$)", 1);
  tp_json_end(&p->out);
  tp_json_object(&p->out, "additionalProperties"); /* null takes away what is not there */
  tp_json_string(&p->out, "type", "null");
  tp_json_end(&p->out);
  if (whole)
    print_required(p, kind);
}

void tp_schema_print(struct tp_text *text) {
  struct printer p = {.count = 0};
  tp_json_start(&p.out);
  tp_json_object(&p.out, NULL);
  tp_json_string(&p.out, "$schema", "https://json-schema.org/draft/2020-12/schema");
  tp_json_string(&p.out, "title", "Third Pole scenario");
  print_kind(&p, &tp_kind_scenario, 0);
  tp_json_list(&p.out, "required");
  tp_json_string(&p.out, NULL, "format");
  tp_json_string(&p.out, NULL, "id");
  tp_json_end(&p.out);
  tp_json_object(&p.out, "$defs");
  for (int i = 0; i < p.count; i++) { /* grows while it is gone through */
    char name[80];
    slug(p.queue[i].kind, p.queue[i].whole, name);
    tp_json_object(&p.out, name);
    print_kind(&p, p.queue[i].kind, p.queue[i].whole);
    tp_json_end(&p.out);
  }
  tp_json_end(&p.out);
  tp_json_end(&p.out);
  tp_text_add(text, p.out.text.data);
  tp_text_free(&p.out.text);
}
