/* Reading values of a document that may have faults. */
#include "data/compile/compile.h"

#include "data/layers/removals.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

void tp_compile_fault(struct tp_compiler *c, const cJSON *node, enum tp_place place,
                      const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  tp_document_fault_with(c->document, c->problems, node, place, format, arguments);
  va_end(arguments);
}

void tp_compile_unknown(struct tp_compiler *c, const cJSON *node, enum tp_place place,
                        enum tp_form form, const char *name, const char *format, ...) {
  char message[500];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  tp_removals_unknown(c->document, c->problems, node, place, form, name, message);
}

void tp_compile_lack(struct tp_compiler *c, const cJSON *node, const char *part, const char *format,
                     ...) {
  va_list arguments;
  va_start(arguments, format);
  tp_document_lack(c->document, c->problems, node, part, format, arguments);
  va_end(arguments);
}

const cJSON *tp_read(const cJSON *object, const char *key) {
  return cJSON_IsObject(object) ? cJSON_GetObjectItemCaseSensitive(object, key) : NULL;
}

static const struct tp_field *field_of(const struct tp_kind *kind, const char *key) {
  const struct tp_field *field = tp_format_field(kind, key);
  assert(field);
  return field;
}

double tp_read_number(const struct tp_kind *kind, const cJSON *object, const char *key) {
  const struct tp_field *field = field_of(kind, key);
  const cJSON *node = tp_read(object, key);
  if (!cJSON_IsNumber(node) || !isfinite(node->valuedouble) || node->valuedouble < field->low ||
      node->valuedouble > field->high)
    return field->fallback;
  return node->valuedouble;
}

int16_t tp_read_whole(const struct tp_kind *kind, const cJSON *object, const char *key) {
  return (int16_t)tp_read_number(kind, object, key);
}

int16_t tp_read_flag(const struct tp_kind *kind, const cJSON *object, const char *key) {
  const cJSON *node = tp_read(object, key);
  return cJSON_IsBool(node) ? cJSON_IsTrue(node) != 0 : field_of(kind, key)->fallback != 0;
}

int16_t tp_read_choice(const struct tp_kind *kind, const cJSON *object, const char *key) {
  const cJSON *node = tp_read(object, key);
  const struct tp_field *field = field_of(kind, key);
  int choice = cJSON_IsString(node) ? tp_format_choice(field->choices, node->valuestring) : 0;
  return (int16_t)(choice < 0 ? 0 : choice);
}

double tp_read_item(const cJSON *list, int place, double fallback) {
  const cJSON *item = cJSON_IsArray(list) ? cJSON_GetArrayItem(list, place) : NULL;
  return item && cJSON_IsNumber(item) ? item->valuedouble : fallback;
}

const char *tp_read_text_at(const struct tp_compiler *c, const cJSON *node) {
  if (cJSON_IsObject(node)) {
    const cJSON *texts = node;
    node = cJSON_GetObjectItemCaseSensitive(texts, c->language);
    if (!node)
      node = cJSON_GetObjectItemCaseSensitive(texts, "en");
    if (!node)
      node = texts->child;
  }
  return cJSON_IsString(node) ? tp_arena_copy(c->arena, node->valuestring) : "";
}

const char *tp_read_text(const struct tp_compiler *c, const cJSON *object, const char *key) {
  return tp_read_text_at(c, tp_read(object, key));
}

const char *tp_read_id(const struct tp_compiler *c, const cJSON *entry, int index) {
  const cJSON *id = tp_read(entry, "id");
  if (entry->string)
    return tp_arena_copy(c->arena, entry->string);
  if (cJSON_IsString(id))
    return tp_arena_copy(c->arena, id->valuestring);
  return tp_arena_print(c->arena, "%d", index + 1);
}

int tp_read_entries(struct tp_compiler *c, const struct tp_kind *kind, const cJSON *object,
                    const char *key, int most, const cJSON ***nodes) {
  const cJSON *list = tp_read(object, key), *entry;
  int count = 0;
  *nodes = tp_arena_take(c->arena, (size_t)most * sizeof(const cJSON *));
  int listed = field_of(kind, key)->form == TP_FORM_EITHER && cJSON_IsArray(list);
  if (!cJSON_IsObject(list) && !listed)
    return 0;
  for (entry = tp_children(list); entry; entry = entry->next) {
    if (!cJSON_IsObject(entry))
      continue;
    if (count == most) {
      tp_compile_fault(c, entry, TP_AT_KEY, "too many %s: at most %d", key, most);
      break;
    }
    (*nodes)[count++] = entry;
  }
  return count;
}
