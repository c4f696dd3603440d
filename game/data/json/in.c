#include "data/json/in.h"

#include "data/layers/document.h"

#include <stdlib.h>
#include <string.h>

/* struct tp_json is cJSON by another name, so that its header need not be known above. */
static const cJSON *open_node(const struct tp_json *json) {
  return (const cJSON *)(const void *)json;
}

static const struct tp_json *close_node(const cJSON *node) {
  return (const struct tp_json *)(const void *)node;
}

struct tp_json *tp_json_read(const char *text, size_t length, const char *file,
                             struct tp_problems *problems) {
  int before = problems->count;
  struct tp_positions *positions = tp_positions_scan(text, length, file, problems);
  cJSON *node = NULL;
  if (positions && problems->count == before)
    node = cJSON_ParseWithLength(text, length);
  tp_positions_free(positions);
  return (struct tp_json *)(void *)node;
}

struct tp_json *tp_json_load(const char *path, struct tp_problems *problems) {
  size_t length = 0;
  char *text = tp_problems_read(problems, path, &length);
  if (!text)
    return NULL;
  struct tp_json *json = tp_json_read(text, length, path, problems);
  free(text);
  return json;
}

void tp_json_free(struct tp_json *document) {
  cJSON_Delete((cJSON *)(void *)document);
}

const struct tp_json *tp_json_get(const struct tp_json *json, const char *key) {
  const cJSON *node = open_node(json);
  return cJSON_IsObject(node) ? close_node(cJSON_GetObjectItemCaseSensitive(node, key)) : NULL;
}

const struct tp_json *tp_json_first(const struct tp_json *json) {
  return close_node(tp_children(open_node(json)));
}

const struct tp_json *tp_json_next(const struct tp_json *entry) {
  return entry ? close_node(open_node(entry)->next) : NULL;
}

const char *tp_json_key(const struct tp_json *entry) {
  return entry ? open_node(entry)->string : NULL;
}

int tp_json_count(const struct tp_json *json) {
  return json ? cJSON_GetArraySize(open_node(json)) : 0;
}

int tp_json_is_list(const struct tp_json *json) {
  return cJSON_IsArray(open_node(json));
}

int tp_json_is_number(const struct tp_json *json) {
  return cJSON_IsNumber(open_node(json)) != 0;
}

double tp_json_as_number(const struct tp_json *json, double fallback) {
  return tp_json_is_number(json) ? open_node(json)->valuedouble : fallback;
}

int64_t tp_json_as_whole(const struct tp_json *json, int64_t fallback) {
  double x = tp_json_as_number(json, 0.5);
  if (!(x >= -9007199254740992.0 && x <= 9007199254740992.0) || x != (double)(int64_t)x)
    return fallback;
  return (int64_t)x;
}

const char *tp_json_as_string(const struct tp_json *json, const char *fallback) {
  const cJSON *node = open_node(json);
  return cJSON_IsString(node) ? node->valuestring : fallback;
}

int tp_json_as_bits(const struct tp_json *json, uint64_t *bits) {
  const char *text = tp_json_as_string(json, "");
  if (strlen(text) != 16 || strspn(text, "0123456789abcdef") != 16)
    return 0;
  *bits = strtoull(text, NULL, 16);
  return 1;
}
