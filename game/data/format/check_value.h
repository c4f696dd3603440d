/* Checks of single values, and of lists of them: a number in its range, a word among those there
 * are, text that can be shown. What holds other values is for check.c.
 *
 * Internal to format/.
 */
#ifndef TP_DATA_FORMAT_CHECK_VALUE_H
#define TP_DATA_FORMAT_CHECK_VALUE_H

#include "data/layers/document.h"

struct tp_checker {
  const struct tp_document *document;
  struct tp_problems *problems;
  int playable;
  int lost;  /* entries that others may name are not there */
  int whole; /* not a patch, or the entry of a list: what is needed must be there */
};

/* Reports a fault of the node, or that it is not what `field` holds. */
void tp_check_fault(struct tp_checker *c, const cJSON *node, enum tp_place place,
                    const char *format, ...) TP_FORMATS(4, 5);
void tp_check_expected(struct tp_checker *c, const struct tp_field *field, const cJSON *node);

/* By the form of the field: NUMBER, WHOLE; names and words; TITLE, TEXT; TEXTS; CHOICES, CODES;
 * RANGE, PLACE. */
void tp_check_number(struct tp_checker *c, const struct tp_field *field, const cJSON *node);
void tp_check_string(struct tp_checker *c, const struct tp_field *field, const cJSON *node);
void tp_check_text(struct tp_checker *c, const struct tp_field *field, const cJSON *node);
void tp_check_texts(struct tp_checker *c, const struct tp_field *field, const cJSON *node);
void tp_check_strings(struct tp_checker *c, const struct tp_field *field, const cJSON *node);
void tp_check_range(struct tp_checker *c, const struct tp_field *field, const cJSON *node);

/* In a list of names each stands once. */
void tp_check_once(struct tp_checker *c, const cJSON *list);

#endif
