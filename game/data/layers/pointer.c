#include "data/layers/pointer.h"

#include <stdlib.h>

void tp_pointer_add(struct tp_text *pointer, const char *part) {
  tp_text_add(pointer, "/");
  for (; *part; part++) {
    if (*part == '~' || *part == '/')
      tp_text_add(pointer, *part == '~' ? "~0" : "~1");
    else
      tp_text_add_part(pointer, part, 1);
  }
}

int tp_pointer_next(const char **pointer, char part[TP_POINTER_PART_MAX]) {
  size_t length = 0;
  const char *at = *pointer;
  if (*at != '/')
    return 0;
  for (at++; *at && *at != '/' && length + 1 < TP_POINTER_PART_MAX; at++) {
    int escape = at[0] == '~' && (at[1] == '0' || at[1] == '1');
    part[length++] = !escape ? *at : at[1] == '1' ? '/' : '~';
    at += escape;
  }
  part[length] = '\0';
  *pointer = at;
  return 1;
}

const cJSON *tp_pointer_child(const cJSON *node, const char *part) {
  char *end;
  if (cJSON_IsObject(node))
    return cJSON_GetObjectItemCaseSensitive(node, part);
  long index =
      cJSON_IsArray(node) && part[0] >= '0' && part[0] <= '9' ? strtol(part, &end, 10) : -1;
  return index >= 0 && *end == '\0' && index < 100000 ? cJSON_GetArrayItem(node, (int)index) : NULL;
}

const cJSON *tp_pointer_find(const cJSON *tree, const char *pointer) {
  char part[TP_POINTER_PART_MAX];
  while (tree && tp_pointer_next(&pointer, part))
    tree = tp_pointer_child(tree, part);
  return tree;
}

const cJSON *tp_pointer_written(const cJSON *patch, const char *pointer, size_t *length) {
  char part[TP_POINTER_PART_MAX];
  const char *at = pointer;
  const cJSON *node = patch;
  while (cJSON_IsObject(node) || cJSON_IsArray(node)) {
    if (!tp_pointer_next(&at, part))
      break;
    node = tp_pointer_child(node, part);
  }
  *length = (size_t)(at - pointer);
  return node;
}
