#include "data/format/check.h"

#include "data/format/check_value.h"
#include "data/format/expected.h"
#include "data/format/shape.h"
#include "data/layers/removals.h"
#include "data/nearest.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void check_object(struct tp_checker *c, const struct tp_kind *kind, const cJSON *siblings,
                         const cJSON *node);

static void lack(struct tp_checker *c, const cJSON *node, const char *part, const char *format, ...)
    TP_FORMATS(4, 5);

static void lack(struct tp_checker *c, const cJSON *node, const char *part, const char *format,
                 ...) {
  va_list arguments;
  va_start(arguments, format);
  tp_document_lack(c->document, c->problems, node, part, format, arguments);
  va_end(arguments);
}

/* --- collections ------------------------------------------------------------------------------ */

/* Of rules for others to extend; in a scenario, the compiler knows what there is. */
static void check_key(struct tp_checker *c, const struct tp_field *field, const cJSON *entry) {
  if (!c->playable && entry->string && !tp_shape_fits_key(field, entry->string))
    tp_check_fault(c, entry, TP_AT_KEY, "\"%.60s\" cannot be a name here", entry->string);
}

static void check_each(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  const cJSON *entry;
  for (entry = tp_children(node); entry; entry = entry->next) {
    if (field->form == TP_FORM_PAIRS)
      check_key(c, field, entry);
    else if (entry->string && !tp_format_is_id(entry->string))
      tp_check_fault(
          c, entry, TP_AT_KEY,
          "\"%.60s\" is no name: use small letters, digits and single dashes, at most %d",
          entry->string, TP_ID_MAX);
    int whole = c->whole;
    c->whole |= !entry->string;
    check_object(c, field->kind, node, entry);
    c->whole = whole;
  }
}

static void check_numbers(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  const cJSON *entry;
  if (!cJSON_IsObject(node)) {
    tp_check_expected(c, field, node);
    return;
  }
  struct tp_field number = *field;
  number.form = TP_FORM_NUMBER;
  for (entry = tp_children(node); entry; entry = entry->next) {
    check_key(c, field, entry);
    tp_check_number(c, &number, entry);
  }
}

static void check_ids(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  const char *what = field->form == TP_FORM_ACTORS ? "actor" : "action";
  const cJSON *entry;
  if (!cJSON_IsObject(node) && !(cJSON_IsArray(node) && field->form == TP_FORM_ACTORS)) {
    tp_check_expected(c, field, node);
    return;
  }
  for (entry = tp_children(node); entry; entry = entry->next) {
    check_key(c, field, entry);
    if (entry->string && !cJSON_IsTrue(entry))
      tp_check_fault(c, entry, TP_AT_VALUE, "must be true; null takes the %s out again", what);
    else if (!entry->string && !cJSON_IsString(entry))
      tp_check_fault(c, entry, TP_AT_VALUE, "must be the id of an actor, not %s",
                     tp_expected_found(entry));
  }
  if (cJSON_IsArray(node))
    tp_check_once(c, node);
}

static void check_stances(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  struct tp_field number = *tp_format_field(field->kind, "weight");
  const cJSON *entry;
  if (cJSON_IsArray(node)) {
    check_each(c, field, node);
    return;
  }
  if (!cJSON_IsObject(node)) {
    tp_check_expected(c, field, node);
    return;
  }
  for (entry = tp_children(node); entry; entry = entry->next) {
    check_key(c, field, entry);
    tp_check_number(c, &number, entry);
  }
}

static void check_collection(struct tp_checker *c, const struct tp_field *field,
                             const cJSON *node) {
  int list = field->form == TP_FORM_LIST || field->form == TP_FORM_EITHER;
  int object = field->form != TP_FORM_LIST;
  if ((list && cJSON_IsArray(node)) || (object && cJSON_IsObject(node))) {
    check_each(c, field, node);
  } else {
    tp_check_expected(c, field, node);
    c->lost |= object;
  }
}

/* --- objects ---------------------------------------------------------------------------------- */

static void check_value(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  switch (field->form) {
  case TP_FORM_NUMBER:
  case TP_FORM_WHOLE:
    tp_check_number(c, field, node);
    break;
  case TP_FORM_BOOL:
    if (!cJSON_IsBool(node))
      tp_check_expected(c, field, node);
    break;
  case TP_FORM_TITLE:
  case TP_FORM_TEXT:
    tp_check_text(c, field, node);
    break;
  case TP_FORM_DERIVED:
    tp_check_fault(c, node, TP_AT_KEY,
                   "\"%s\" is computed from other variables and takes no start value", field->key);
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
  case TP_FORM_TEXTS:
    tp_check_texts(c, field, node);
    break;
  case TP_FORM_CHOICES:
  case TP_FORM_CODES:
    tp_check_strings(c, field, node);
    break;
  case TP_FORM_RANGE:
  case TP_FORM_PLACE:
    tp_check_range(c, field, node);
    break;
  case TP_FORM_ACTORS:
  case TP_FORM_ACTIONS:
    check_ids(c, field, node);
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
    tp_check_string(c, field, node);
    break;
  }
}

static void unknown_key(struct tp_checker *c, const struct tp_kind *kind, const cJSON *entry) {
  char message[500], meant[TP_MEANT_MAX];
  tp_expected_key(kind, entry->string, message, sizeof message);
  tp_expected_meant(kind, entry->string, meant);
  tp_document_misspelt(c->document, c->problems, entry, meant, message);
}

/* A patch that misspells an id makes a new entry, and an incomplete one: the hint is the id of
 * another entry beside it, and one fault says it. */
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

static void check_missing(struct tp_checker *c, const struct tp_kind *kind, const cJSON *siblings,
                          const cJSON *node) {
  char wanted[300];
  if (node->string && lacks(kind, node) && tp_removals_incomplete(c->document, c->problems, node))
    return;
  for (const struct tp_field *field = kind->fields; field->key; field++) {
    if (!field->required || cJSON_GetObjectItemCaseSensitive(node, field->key))
      continue;
    struct tp_nearest nearest = tp_nearest_to(node->string ? node->string : "");
    tp_expected_field(field, wanted, sizeof wanted);
    const char *hint = sibling_hint(&nearest, siblings, node);
    lack(c, node, field->key, "%s needs \"%s\": %s%s", kind->name, field->key, wanted, hint);
    if (hint[0])
      return;
  }
}

/* A key that is misspelt is told already. */
static void check_one_of(struct tp_checker *c, const struct tp_kind *kind, const cJSON *node) {
  char wanted[300], meant[TP_MEANT_MAX];
  for (const cJSON *entry = tp_children(node); entry; entry = entry->next) {
    const char *key = entry->string;
    if (!tp_format_field(kind, key)) {
      tp_expected_meant(kind, key, meant);
      key = meant;
    }
    if (tp_format_choice(kind->one_of, key) >= 0)
      return;
  }
  tp_expected_choices(kind->one_of, "one of ", wanted, sizeof wanted);
  tp_check_fault(c, node, TP_AT_VALUE, "%s needs %s", kind->name, wanted);
}

static void check_object(struct tp_checker *c, const struct tp_kind *kind, const cJSON *siblings,
                         const cJSON *node) {
  if (!cJSON_IsObject(node)) {
    tp_check_fault(c, node, TP_AT_VALUE, "must be an object (%s), not %s", kind->name,
                   tp_expected_found(node));
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
  struct tp_checker c = {document, problems, playable, 0, playable};
  check_object(&c, &tp_kind_scenario, NULL, document->merged);
  return !c.lost;
}

void tp_check_source(const struct tp_source *source, const struct tp_kind *kind,
                     struct tp_problems *problems) {
  struct tp_document *document = tp_memory_zeroed(1, sizeof *document);
  struct tp_checker c = {document, problems, 1, 0, 1};
  document->chain[document->count++] = *source;
  tp_removals_check(source, kind, NULL, problems);
  document->merged = tp_merge_apply(NULL, source->json);
  tp_document_begin_trail(document);
  check_object(&c, kind, NULL, document->merged);
  cJSON_Delete(document->merged);
  tp_document_end_trail(document);
  free(document);
}
