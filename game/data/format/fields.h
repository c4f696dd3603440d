/* How the tables of the format write a field: one macro for each shape that recurs. */
#ifndef TP_DATA_FORMAT_FIELDS_H
#define TP_DATA_FORMAT_FIELDS_H

#include "data/format/format.h"

#include <stddef.h>

/* Versions of clang-format differ on braces in macros. */
// clang-format off
#define TITLE(KEY, REQUIRED, MEANING)                                                              \
  { .key = (KEY), .form = TP_FORM_TITLE, .required = (REQUIRED), .meaning = (MEANING) }
#define TEXT(KEY, REQUIRED, MEANING)                                                               \
  { .key = (KEY), .form = TP_FORM_TEXT, .required = (REQUIRED), .meaning = (MEANING) }
#define NUMBER(KEY, LOW, HIGH, FALLBACK, MEANING)                                                  \
  {                                                                                                \
    .key = (KEY), .form = TP_FORM_NUMBER, .low = (LOW), .high = (HIGH), .fallback = (FALLBACK),    \
    .meaning = (MEANING)                                                                           \
  }
#define NEEDED(KEY, LOW, HIGH, MEANING)                                                            \
  {                                                                                                \
    .key = (KEY), .form = TP_FORM_NUMBER, .required = 1, .low = (LOW), .high = (HIGH),             \
    .meaning = (MEANING)                                                                           \
  }
#define WHOLE(KEY, LOW, HIGH, FALLBACK, MEANING)                                                   \
  {                                                                                                \
    .key = (KEY), .form = TP_FORM_WHOLE, .low = (LOW), .high = (HIGH), .fallback = (FALLBACK),     \
    .meaning = (MEANING)                                                                           \
  }
#define FLAG(KEY, FALLBACK, MEANING)                                                               \
  { .key = (KEY), .form = TP_FORM_BOOL, .fallback = (FALLBACK), .meaning = (MEANING) }
#define OF(KEY, FORM, KIND, MEANING)                                                               \
  { .key = (KEY), .form = TP_FORM_##FORM, .kind = &tp_kind_##KIND, .meaning = (MEANING) }
#define PLAIN(KEY, FORM, MEANING)                                                                  \
  { .key = (KEY), .form = TP_FORM_##FORM, .meaning = (MEANING) }
#define PLAIN_NEEDED(KEY, FORM, MEANING)                                                           \
  { .key = (KEY), .form = TP_FORM_##FORM, .required = 1, .meaning = (MEANING) }
// clang-format on

#define WHEN OF("when", LIST, condition, "Conditions; all must hold.")
#define THEME_NAMES "defence|diplomacy|economy|society|information"

#endif
