#include "data/format/schema.h"

#include "data/format/format.h"
#include "data/format/schema_names.h"

#include <ctype.h>
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

static void print_field(struct printer *p, const char *key, const struct tp_field *field,
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

/* --- members of a schema that is open ----------------------------------------------------------
 */

static void put_type(struct printer *p, const char *type, int nullable) {
  if (!nullable) {
    tp_json_string(&p->out, "type", type);
    return;
  }
  tp_json_list(&p->out, "type");
  tp_json_string(&p->out, NULL, type);
  tp_json_string(&p->out, NULL, "null");
  tp_json_end(&p->out);
}

static void print_null(struct printer *p) {
  tp_json_object(&p->out, NULL);
  tp_json_string(&p->out, "type", "null");
  tp_json_end(&p->out);
}

/* A reference to a definition; null beside it makes two choices of it. */
static void put_reference(struct printer *p, const char *name, int nullable) {
  char reference[100];
  snprintf(reference, sizeof reference, "#/$defs/%s", name);
  if (nullable) {
    tp_json_list(&p->out, "anyOf");
    tp_json_object(&p->out, NULL);
  }
  tp_json_string(&p->out, "$ref", reference);
  if (nullable) {
    tp_json_end(&p->out);
    print_null(p);
    tp_json_end(&p->out);
  }
}

static void put_kind(struct printer *p, const struct tp_kind *kind, int whole, int nullable) {
  char name[80];
  int i = 0;
  while (i < p->count && (p->queue[i].kind != kind || p->queue[i].whole != whole))
    i++;
  if (i == p->count && i < kinds_max)
    p->queue[p->count++] = (struct wanted){kind, whole};
  slug(kind, whole, name);
  put_reference(p, name, nullable);
}

static void put_string(struct printer *p, const char *pattern, int most, int nullable) {
  put_type(p, "string", nullable);
  if (!pattern && most == TP_TITLE_MAX)
    pattern = TP_PATTERN_SEEN;
  if (pattern)
    tp_json_string(&p->out, "pattern", pattern);
  if (most)
    tp_json_whole(&p->out, "maxLength", most);
}

static void put_number(struct printer *p, const struct tp_field *field, int nullable) {
  put_type(p, field->form == TP_FORM_WHOLE ? "integer" : "number", nullable);
  tp_json_number(&p->out, "minimum", field->low);
  tp_json_number(&p->out, "maximum", field->high);
  if (field->fallback != 0 && field->fallback >= field->low && field->fallback <= field->high)
    tp_json_number(&p->out, "default", field->fallback);
}

static void put_choices(struct printer *p, const char *choices, int nullable) {
  char word[64];
  tp_json_list(&p->out, "enum");
  for (const char *at = choices; *at;) {
    size_t length = strcspn(at, "|");
    snprintf(word, sizeof word, "%.*s", (int)length, at);
    tp_json_string(&p->out, NULL, word);
    at += length + (at[length] == '|');
  }
  if (nullable)
    tp_json_null(&p->out, NULL);
  tp_json_end(&p->out);
}

/* --- collections -------------------------------------------------------------------------------
 */

static void put_authors_keys(struct printer *p) {
  tp_json_object(&p->out, "patternProperties");
  tp_json_flag(&p->out, TP_PATTERN_AUTHORS, 1);
  tp_json_end(&p->out);
}

/* Keys are among the choices, or what the definition `names` says, or the author's own. */
static void put_names(struct printer *p, const char *names, const char *choices) {
  tp_json_object(&p->out, "propertyNames");
  tp_json_list(&p->out, "anyOf");
  tp_json_object(&p->out, NULL);
  if (choices)
    put_choices(p, choices, 0);
  else
    put_reference(p, names, 0);
  tp_json_end(&p->out);
  tp_json_object(&p->out, NULL);
  tp_json_string(&p->out, "pattern", TP_PATTERN_AUTHORS);
  tp_json_end(&p->out);
  tp_json_end(&p->out);
  tp_json_end(&p->out);
}

/* Object: name -> what `entry` says, or null. */
static void put_map(struct printer *p, const struct tp_field *entry, const char *names,
                    int nullable) {
  put_type(p, "object", nullable);
  put_names(p, names, entry->form == TP_FORM_NUMBER ? entry->choices : NULL);
  put_authors_keys(p);
  print_field(p, "additionalProperties", entry, 0);
}

static void put_list(struct printer *p, const struct tp_field *entry, int nullable) {
  struct tp_field item = *entry;
  item.required = 1; /* a place in a list is not left out */
  put_type(p, "array", nullable);
  if (entry->form == TP_FORM_CHOICE || entry->form == TP_FORM_CODES || entry->form == TP_FORM_ACTOR)
    tp_json_flag(&p->out, "uniqueItems", 1);
  print_field(p, "items", &item, 1);
}

/* Two numbers; of a place, the second has a range of its own. */
static void put_two(struct printer *p, const struct tp_field *field, int nullable) {
  struct tp_field number = {
      .form = TP_FORM_NUMBER, .required = 1, .low = field->low, .high = field->high};
  put_type(p, "array", nullable);
  tp_json_list(&p->out, "prefixItems");
  print_field(p, NULL, &number, 1);
  if (field->form == TP_FORM_PLACE)
    number.low = -90, number.high = 90;
  print_field(p, NULL, &number, 1);
  tp_json_end(&p->out);
  tp_json_whole(&p->out, "minItems", 2);
  tp_json_whole(&p->out, "maxItems", 2);
}

/* A list or an object of the same. */
static void put_either(struct printer *p, const struct tp_field *item, const struct tp_field *entry,
                       int nullable) {
  tp_json_list(&p->out, "anyOf");
  tp_json_object(&p->out, NULL);
  put_map(p, entry, "id", 0);
  tp_json_end(&p->out);
  tp_json_object(&p->out, NULL);
  put_list(p, item, 0);
  tp_json_end(&p->out);
  if (nullable)
    print_null(p);
  tp_json_end(&p->out);
}

static void put_collection(struct printer *p, const struct tp_field *field, int nullable) {
  static const struct tp_field actor = {.form = TP_FORM_ACTOR}, yes = {.form = TP_FORM_BOOL};
  static const struct tp_field text = {.form = TP_FORM_TEXT}, code = {.form = TP_FORM_CODES};
  struct tp_field entry = {.form = TP_FORM_OBJECT, .kind = field->kind};
  struct tp_field number = {.form = TP_FORM_NUMBER,
                            .low = field->low,
                            .high = field->high,
                            .choices = field->keys == TP_FORM_CHOICE ? field->choices : NULL};
  struct tp_field word = {.form = TP_FORM_CHOICE, .choices = field->choices};
  if (field->form == TP_FORM_MAP)
    put_map(p, &entry, "id", nullable);
  else if (field->form == TP_FORM_PAIRS)
    put_map(p, &entry, "any-pair", nullable);
  else if (field->form == TP_FORM_NUMBERS)
    put_map(p, &number, field->keys == TP_FORM_ACTION ? "id" : "address", nullable);
  else if (field->form == TP_FORM_LIST)
    put_list(p, &entry, nullable);
  else if (field->form == TP_FORM_TEXTS)
    put_list(p, &text, nullable);
  else if (field->form == TP_FORM_CHOICES)
    put_list(p, &word, nullable);
  else if (field->form == TP_FORM_CODES)
    put_list(p, &code, nullable);
  else if (field->form == TP_FORM_EITHER)
    put_either(p, &entry, &entry, nullable);
  else if (field->form == TP_FORM_ACTIONS)
    put_map(p, &yes, "id", nullable);
  else if (field->form == TP_FORM_ACTORS)
    put_either(p, &actor, &yes, nullable);
  else if (field->form == TP_FORM_STANCES)
    put_either(p, &entry, tp_format_field(field->kind, "weight"), nullable);
}

/* --- fields ------------------------------------------------------------------------------------
 */

/* What is defined once for all that hold it. */
static const char *const definitions[] = {
    [TP_FORM_TITLE] = "title",    [TP_FORM_TEXT] = "text",      [TP_FORM_ID] = "id",
    [TP_FORM_ACTOR] = "id",       [TP_FORM_ACTION] = "id",      [TP_FORM_EVENT] = "id",
    [TP_FORM_PAIR] = "pair-name", [TP_FORM_VIEW] = "view-name", [TP_FORM_ADDRESS] = "address",
    [TP_FORM_MARK] = "mark",      [TP_FORM_CAUSE] = "cause",
};

static void put_value(struct printer *p, const struct tp_field *field, int whole, int nullable) {
  switch (field->form) {
  case TP_FORM_NUMBER:
  case TP_FORM_WHOLE:
    put_number(p, field, nullable);
    break;
  case TP_FORM_BOOL:
    put_type(p, "boolean", nullable);
    if (field->key)
      tp_json_flag(&p->out, "default", field->fallback != 0);
    break;
  case TP_FORM_VERSION:
    put_string(p, "^[0-9]{1,6}(\\.[0-9]{1,6}){0,3}$", 0, nullable);
    break;
  case TP_FORM_DATE:
    put_string(p, "^[0-9]{4}-Q[1-4]$", 0, nullable);
    break;
  case TP_FORM_COLOR:
    put_string(p, "^#[0-9a-fA-F]{6}$", 0, nullable);
    break;
  case TP_FORM_POLICY:
    put_string(p, "^" TP_PATTERN_ID "(:[1-9][0-9]{0,4})?$", 0, nullable);
    break;
  case TP_FORM_CHOICE:
    put_choices(p, field->choices, nullable);
    break;
  case TP_FORM_STRING:
    put_string(p, NULL, field->key ? TP_TITLE_MAX : TP_TEXT_MAX, nullable);
    break;
  case TP_FORM_TITLE:
  case TP_FORM_TEXT:
  case TP_FORM_ID:
  case TP_FORM_ACTOR:
  case TP_FORM_ACTION:
  case TP_FORM_EVENT:
  case TP_FORM_PAIR:
  case TP_FORM_VIEW:
  case TP_FORM_ADDRESS:
  case TP_FORM_MARK:
  case TP_FORM_CAUSE:
    put_reference(p, definitions[field->form], nullable);
    break;
  case TP_FORM_DERIVED:
    tp_json_string(&p->out, "type", "null");
    break;
  case TP_FORM_OBJECT:
    put_kind(p, field->kind, whole, nullable);
    break;
  case TP_FORM_RANGE:
  case TP_FORM_PLACE:
    put_two(p, field, nullable);
    break;
  case TP_FORM_CODES:
    if (!field->key) {
      put_string(p, "^[0-9]{3}$", 0, nullable);
      break;
    }
    put_collection(p, field, nullable);
    break;
  case TP_FORM_MAP:
  case TP_FORM_PAIRS:
  case TP_FORM_LIST:
  case TP_FORM_EITHER:
  case TP_FORM_NUMBERS:
  case TP_FORM_TEXTS:
  case TP_FORM_CHOICES:
  case TP_FORM_ACTORS:
  case TP_FORM_ACTIONS:
  case TP_FORM_STANCES:
    put_collection(p, field, nullable);
    break;
  }
}

/* What an editor shows beside the key. */
static void put_description(struct printer *p, const struct tp_field *field) {
  struct tp_text text = {0};
  int is_number = field->form == TP_FORM_NUMBER || field->form == TP_FORM_WHOLE;
  if (!field->key || !field->meaning)
    return;
  if (field->title)
    tp_json_string(&p->out, "title", field->title);
  if (field->form == TP_FORM_DERIVED)
    tp_text_add(&text, "Computed from other variables, takes no value. ");
  tp_text_add(&text, field->meaning);
  if (is_number && field->low == field->high)
    tp_text_print(&text, " It is %.15g.", field->low);
  else if (is_number)
    tp_text_print(&text, " From %.15g to %.15g%s%s.", field->low, field->high,
                  field->unit ? ", " : "", field->unit ? field->unit : "");
  tp_json_string(&p->out, "description", text.data);
  tp_text_free(&text);
}

/* In a patch, null takes the value away; in a list's entry it does so too, if the value is not
 * needed. */
static void print_field(struct printer *p, const char *key, const struct tp_field *field,
                        int whole) {
  tp_json_object(&p->out, key);
  put_description(p, field);
  put_value(p, field, whole, !(whole && field->required));
  tp_json_end(&p->out);
}

/* --- kinds -------------------------------------------------------------------------------------
 */

static void put_required(struct printer *p, const struct tp_kind *kind) {
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

/* "an actor's variables" -> "Actor's variables" */
static void put_title(struct printer *p, const struct tp_kind *kind) {
  char title[80];
  const char *name = kind->name, *space = strchr(name, ' ');
  snprintf(title, sizeof title, "%s", space ? space + 1 : name);
  title[0] = (char)toupper((unsigned char)title[0]);
  tp_json_string(&p->out, "title", title);
}

/* The members of the schema of one kind of object. */
static void put_kind_members(struct printer *p, const struct tp_kind *kind, int whole) {
  put_title(p, kind);
  tp_json_string(&p->out, "description", kind->meaning);
  tp_json_string(&p->out, "type", "object");
  tp_json_object(&p->out, "properties");
  for (const struct tp_field *field = kind->fields; field->key; field++)
    print_field(p, field->key, field, whole);
  tp_json_end(&p->out);
  put_authors_keys(p);
  tp_json_flag(&p->out, "additionalProperties", 0);
  if (whole)
    put_required(p, kind);
}

/* Words for people: the same in every language, or by language. */
static void print_words(struct printer *p, const char *name, const char *description, int most) {
  tp_json_object(&p->out, name);
  tp_json_string(&p->out, "description", description);
  tp_json_list(&p->out, "anyOf");
  tp_json_object(&p->out, NULL);
  put_string(p, NULL, most, 0);
  tp_json_end(&p->out);
  tp_json_object(&p->out, NULL);
  tp_json_string(&p->out, "type", "object");
  tp_json_object(&p->out, "patternProperties");
  tp_json_object(&p->out, "^[a-z]{2,3}(-[a-z]{2,4})?$");
  put_string(p, NULL, most, 1);
  tp_json_end(&p->out);
  tp_json_flag(&p->out, TP_PATTERN_AUTHORS, 1);
  tp_json_end(&p->out);
  tp_json_flag(&p->out, "additionalProperties", 0);
  tp_json_end(&p->out);
  tp_json_end(&p->out);
  tp_json_end(&p->out);
}

static void print_definitions(struct printer *p, void (*names)(struct tp_json_out *)) {
  tp_json_object(&p->out, "$defs");
  names(&p->out);
  print_words(p, "title", "One line: a string, or { \"en\": ..., \"fr\": ... }.", TP_TITLE_MAX);
  print_words(p, "text", "A string, or { \"en\": ..., \"fr\": ... }.", TP_TEXT_MAX);
  for (int i = 0; i < p->count; i++) { /* grows while it is gone through */
    char name[80];
    slug(p->queue[i].kind, p->queue[i].whole, name);
    tp_json_object(&p->out, name);
    put_kind_members(p, p->queue[i].kind, p->queue[i].whole);
    tp_json_end(&p->out);
  }
  tp_json_end(&p->out);
}

static void begin(struct printer *p, const char *printed_by) {
  tp_json_start(&p->out);
  tp_json_object(&p->out, NULL);
  tp_json_string(&p->out, "$schema", "https://json-schema.org/draft/2020-12/schema");
  tp_json_string(&p->out, "$comment", printed_by);
}

static void end(struct printer *p, struct tp_text *text) {
  tp_json_end(&p->out);
  tp_text_add(text, p->out.text.data);
  tp_text_free(&p->out.text);
}

void tp_schema_print(struct tp_text *text) {
  struct printer p = {.count = 0};
  begin(&p, "Printed by `thirdpole-lab schema`; do not edit.");
  put_kind_members(&p, &tp_kind_scenario, 0);
  tp_json_list(&p.out, "required");
  tp_json_string(&p.out, NULL, "format");
  tp_json_string(&p.out, NULL, "id");
  tp_json_end(&p.out);
  print_definitions(&p, tp_schema_names);
  end(&p, text);
}

void tp_schema_print_mod(struct tp_text *text) {
  struct printer p = {.count = 0};
  begin(&p, "Printed by `thirdpole-lab schema --mod`; do not edit.");
  put_kind_members(&p, &tp_kind_mod, 1);
  print_definitions(&p, tp_schema_id);
  end(&p, text);
}
