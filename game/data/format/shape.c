#include "data/format/shape.h"

#include "core/variables.h"

#include <stdio.h>
#include <string.h>

static int is_id(const char *text, size_t length) {
  char name[TP_ID_MAX + 1];
  if (length > TP_ID_MAX)
    return 0;
  memcpy(name, text, length);
  name[length] = '\0';
  return tp_format_is_id(name);
}

/* Two ids with `mark` between them, somewhere. */
static int is_pair(const char *text, size_t length, char mark) {
  for (size_t i = 1; i + 1 < length; i++)
    if (text[i] == mark && is_id(text, i) && is_id(text + i + 1, length - i - 1))
      return 1;
  return 0;
}

static int has(enum tp_scope scope, const char *variable) {
  return tp_variable_find(scope, variable, (int)strlen(variable)) >= 0;
}

static int is_address(const char *text) {
  static const char track[] = "track:", claim[] = "claim:", world[] = "world.";
  size_t skip = strlen(track);
  if (strncmp(text, track, skip) == 0)
    return tp_format_is_id(text + skip);
  const char *point = strrchr(text, '.');
  if (!point)
    return 0;
  size_t length = (size_t)(point - text);
  if (strncmp(text, claim, skip) == 0)
    return is_id(text + skip, length - skip) && has(TP_ON_CLAIM, point + 1);
  if (strncmp(text, world, skip) == 0)
    return has(TP_ON_WORLD, point + 1);
  return (is_id(text, length) && has(TP_ON_ACTOR, point + 1)) ||
         (is_pair(text, length, '-') && has(TP_ON_TIE, point + 1)) ||
         (is_pair(text, length, '>') && has(TP_ON_VIEW, point + 1));
}

int tp_shape_fits(enum tp_form form, const char *text) {
  if (form == TP_FORM_ADDRESS)
    return is_address(text);
  if (form == TP_FORM_ACTOR || form == TP_FORM_ACTION || form == TP_FORM_EVENT)
    return tp_format_is_id(text);
  if (form == TP_FORM_PAIR || form == TP_FORM_VIEW)
    return is_pair(text, strlen(text), form == TP_FORM_PAIR ? '-' : '>');
  return 1;
}

static int fits_number_key(const struct tp_field *field, const char *key) {
  if (field->keys == TP_FORM_CHOICE)
    return tp_format_choice(field->choices, key) >= 0;
  return field->keys == TP_FORM_ACTION ? tp_format_is_id(key) : is_address(key);
}

/* "en", "pt-br" */
static int is_language(const char *key) {
  size_t letters = strspn(key, "abcdefghijklmnopqrstuvwxyz"), more = strlen(key) - letters;
  return letters >= 2 && letters <= 3 &&
         (more == 0 || (key[letters] == '-' && more >= 3 && more <= 5 &&
                        strspn(key + letters + 1, "abcdefghijklmnopqrstuvwxyz") == more - 1));
}

int tp_shape_fits_key(const struct tp_field *field, const char *key) {
  if (field->form == TP_FORM_NUMBERS)
    return fits_number_key(field, key);
  if (field->form == TP_FORM_PAIRS)
    return is_pair(key, strlen(key), '-') || is_pair(key, strlen(key), '>');
  if (field->form == TP_FORM_TITLE || field->form == TP_FORM_TEXT)
    return is_language(key);
  return tp_format_is_id(key);
}

/* --- other texts ------------------------------------------------------------------------------ */

int tp_shape_is_policy(const char *text) {
  char name[TP_ID_MAX + 2];
  const char *rollouts = strchr(text, ':');
  snprintf(name, sizeof name, "%.*s", (int)strcspn(text, ":"), text);
  if (!tp_format_is_id(name) || !rollouts)
    return tp_format_is_id(name);
  rollouts++;
  return rollouts[0] >= '1' && rollouts[0] <= '9' && strlen(rollouts) <= 5 &&
         strspn(rollouts, "0123456789") == strlen(rollouts);
}

int tp_shape_is_color(const char *text) {
  return text[0] == '#' && strlen(text) == 7 && strspn(text + 1, "0123456789abcdefABCDEF") == 6;
}

int tp_shape_is_date(const char *text) {
  return strlen(text) == 7 && strspn(text, "0123456789") == 4 && text[4] == '-' && text[5] == 'Q' &&
         text[6] >= '1' && text[6] <= '4';
}

/* Spaces of all kinds, and what has no width. */
static size_t blank_length(const unsigned char *at) {
  if (at[0] == ' ')
    return 1;
  if (at[0] == 0xc2 && at[1] == 0xa0)
    return 2;
  int is_one = (at[0] == 0xe2 && at[1] == 0x80 && (at[2] <= 0x8f || at[2] == 0xaf)) ||
               (at[0] == 0xe2 && at[1] == 0x81 && at[2] == 0x9f) ||
               (at[0] == 0xe3 && at[1] == 0x80 && at[2] == 0x80) ||
               (at[0] == 0xef && at[1] == 0xbb && at[2] == 0xbf);
  return is_one ? 3 : 0;
}

int tp_shape_is_blank(const char *text) {
  for (size_t length; *text; text += length)
    if (!(length = blank_length((const unsigned char *)text)))
      return 0;
  return 1;
}

int tp_shape_is_code(const char *text) {
  return strlen(text) == 3 && strspn(text, "0123456789") == 3;
}
