#include "data/format/check_value.h"

#include "data/format/expected.h"
#include "data/format/shape.h"
#include "data/visible.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void tp_check_fault(struct tp_checker *c, const cJSON *node, enum tp_place place,
                    const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  tp_document_fault_with(c->document, c->problems, node, place, format, arguments);
  va_end(arguments);
}

static int is_number_text(const char *text) {
  return text[0] && strspn(text, "0123456789.-+eE") == strlen(text);
}

void tp_check_expected(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  char wanted[300];
  tp_expected_field(field, wanted, sizeof wanted);
  int quoted = (field->form == TP_FORM_NUMBER || field->form == TP_FORM_WHOLE) &&
               cJSON_IsString(node) && is_number_text(node->valuestring);
  tp_check_fault(c, node, TP_AT_VALUE, "must be %s, not %s%s", wanted, tp_expected_found(node),
                 quoted ? "; leave out the quotes" : "");
}

void tp_check_number(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  double x = node->valuedouble;
  if (!cJSON_IsNumber(node)) {
    tp_check_expected(c, field, node);
    return;
  }
  int fits = isfinite(x) && x >= field->low && x <= field->high;
  if (fits && (field->form != TP_FORM_WHOLE || x == (double)(long)x))
    return;
  char wanted[300];
  tp_expected_field(field, wanted, sizeof wanted);
  tp_check_fault(c, node, TP_AT_VALUE,
                 fits ? "must be %s, without a fraction (is %.15g)" : "must be %s (is %.15g)",
                 wanted, x);
}

static void check_choice(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  char wanted[300], hint[100];
  if (tp_format_choice(field->choices, node->valuestring) >= 0)
    return;
  tp_expected_choice(field->choices, node->valuestring, hint);
  tp_expected_field(field, wanted, sizeof wanted);
  tp_check_fault(c, node, TP_AT_VALUE, "must be %s, not \"%.60s\"%s", wanted, node->valuestring,
                 hint);
}

static void check_words(struct tp_checker *c, const cJSON *node, int most) {
  const char *text = node->valuestring;
  size_t length = strlen(text);
  const char *control = tp_visible_find_control(text, most > TP_TITLE_MAX);
  if (most == TP_TITLE_MAX && tp_shape_is_blank(text))
    tp_check_fault(c, node, TP_AT_VALUE, length ? "may not be blank" : "may not be empty");
  else if (length > (size_t)most)
    tp_check_fault(c, node, TP_AT_VALUE, "is too long: %zu bytes, at most %d", length, most);
  else if (control)
    tp_check_fault(c, node, TP_AT_VALUE, "may not hold a control character (byte %zu)%s",
                   (size_t)(control - text) + 1,
                   most > TP_TITLE_MAX ? ", but \\n and \\t" : "; it is one line of text");
}

static void refuse_text(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  char wanted[300];
  tp_expected_field(field, wanted, sizeof wanted);
  tp_check_fault(c, node, TP_AT_VALUE, "must be %s, not \"%.60s\"", wanted, node->valuestring);
}

void tp_check_string(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  if (!cJSON_IsString(node)) {
    tp_check_expected(c, field, node);
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

void tp_check_text(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  int most = field->form == TP_FORM_TITLE ? TP_TITLE_MAX : TP_TEXT_MAX;
  if (cJSON_IsString(node)) {
    check_words(c, node, most);
    return;
  }
  if (!cJSON_IsObject(node)) {
    tp_check_expected(c, field, node);
    return;
  }
  if (!node->child)
    tp_check_fault(c, node, TP_AT_VALUE, "must hold a text in at least one language");
  const cJSON *language;
  for (language = tp_children(node); language; language = language->next) {
    if (!tp_shape_fits_key(field, language->string))
      tp_check_fault(c, language, TP_AT_KEY,
                     "\"%.60s\" is no code of a language, as \"en\" or \"pt-br\"",
                     language->string);
    if (cJSON_IsString(language))
      check_words(c, language, most);
    else
      tp_check_fault(c, language, TP_AT_VALUE, "must be text, not %s", tp_expected_found(language));
  }
}

void tp_check_texts(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  struct tp_field one = *field;
  one.form = TP_FORM_TEXT;
  if (!cJSON_IsArray(node)) {
    tp_check_expected(c, field, node);
    return;
  }
  for (const cJSON *entry = tp_children(node); entry; entry = entry->next)
    tp_check_text(c, &one, entry);
}

void tp_check_once(struct tp_checker *c, const cJSON *list) {
  for (const cJSON *entry = tp_children(list); entry; entry = entry->next) {
    const cJSON *first = list->child;
    while (first != entry && !cJSON_Compare(first, entry, 1))
      first = first->next;
    if (first != entry && cJSON_IsString(entry))
      tp_check_fault(c, entry, TP_AT_VALUE, "\"%.60s\" is in the list already", entry->valuestring);
  }
}

void tp_check_strings(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  if (!cJSON_IsArray(node)) {
    tp_check_expected(c, field, node);
    return;
  }
  struct tp_field one = *field;
  one.form = TP_FORM_CHOICE;
  const cJSON *entry;
  for (entry = tp_children(node); entry; entry = entry->next) {
    int is_code = cJSON_IsString(entry) && tp_shape_is_code(entry->valuestring);
    if (field->form == TP_FORM_CODES && !is_code)
      tp_check_fault(c, entry, TP_AT_VALUE, "must be three digits in quotes, as \"250\"");
    else if (!cJSON_IsString(entry))
      tp_check_fault(c, entry, TP_AT_VALUE, "must be text, not %s", tp_expected_found(entry));
    else if (field->form == TP_FORM_CHOICES)
      check_choice(c, &one, entry);
  }
  tp_check_once(c, node);
}

/* Two numbers. A place is a longitude and a latitude, which has a range of its own. */
void tp_check_range(struct tp_checker *c, const struct tp_field *field, const cJSON *node) {
  const cJSON *entry;
  if (!cJSON_IsArray(node)) {
    tp_check_expected(c, field, node);
    return;
  }
  int count = cJSON_GetArraySize(node);
  struct tp_field number = *field;
  number.form = TP_FORM_NUMBER;
  if (count != 2)
    tp_check_fault(c, node, TP_AT_VALUE, "must be a list of two numbers, not of %d", count);
  for (entry = tp_children(node); entry; entry = entry->next) {
    tp_check_number(c, &number, entry);
    if (field->form == TP_FORM_PLACE)
      number.low = -90, number.high = 90;
  }
}
