#include "data/layers/document.h"

static int is_skipped(const cJSON *entry) {
  return entry->string && tp_format_is_authors(entry->string);
}

static void apply_entry(cJSON *object, const cJSON *entry) {
  cJSON *old = cJSON_GetObjectItemCaseSensitive(object, entry->string);
  if (cJSON_IsNull(entry)) {
    if (old)
      cJSON_Delete(cJSON_DetachItemViaPointer(object, old));
    return;
  }
  if (!old) {
    cJSON_AddItemToObject(object, entry->string, tp_merge_apply(NULL, entry));
    return;
  }
  if (cJSON_IsObject(old) && cJSON_IsObject(entry))
    tp_merge_apply(old, entry); /* in place, so that the order of entries stays */
  else
    cJSON_ReplaceItemInObjectCaseSensitive(object, entry->string, tp_merge_apply(NULL, entry));
}

/* The author's keys are left out within lists too. */
static cJSON *copy_list(const cJSON *list) {
  cJSON *copy = cJSON_CreateArray();
  const cJSON *entry;
  for (entry = tp_children(list); entry; entry = entry->next)
    cJSON_AddItemToArray(copy,
                         cJSON_IsNull(entry) ? cJSON_CreateNull() : tp_merge_apply(NULL, entry));
  return copy;
}

cJSON *tp_merge_apply(cJSON *target, const cJSON *patch) {
  if (!cJSON_IsObject(patch)) {
    cJSON_Delete(target);
    return cJSON_IsArray(patch) ? copy_list(patch) : cJSON_Duplicate(patch, 1);
  }
  if (!cJSON_IsObject(target)) {
    cJSON_Delete(target);
    target = cJSON_CreateObject();
  }
  const cJSON *entry;
  for (entry = tp_children(patch); entry; entry = entry->next)
    if (!is_skipped(entry))
      apply_entry(target, entry);
  return target;
}

/* Takes the action out of what every entry has under `key`: of policies, what they lean to, of
 * actions, what they exclude. What is removed counts nothing there any more. */
static void forget(cJSON *entries, const char *key, const char *action) {
  for (cJSON *entry = entries ? entries->child : NULL; entry; entry = entry->next) {
    cJSON *named = cJSON_GetObjectItemCaseSensitive(entry, key);
    if (cJSON_IsObject(named))
      cJSON_DeleteItemFromObjectCaseSensitive(named, action);
  }
}

cJSON *tp_merge_scenario(cJSON *target, const cJSON *patch) {
  cJSON *merged = tp_merge_apply(target, patch);
  cJSON *policies = cJSON_GetObjectItemCaseSensitive(merged, "policies");
  cJSON *left = cJSON_GetObjectItemCaseSensitive(merged, "actions");
  const cJSON *actions = cJSON_GetObjectItemCaseSensitive(patch, "actions"), *entry;
  for (entry = tp_children(actions); entry && entry->string; entry = entry->next) {
    if (!cJSON_IsNull(entry))
      continue;
    forget(policies, "actions", entry->string);
    forget(left, "excludes", entry->string);
  }
  return merged;
}
