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

/* What policies lean to that is removed counts nothing any more. */
static void forget_leanings(cJSON *policies, const char *action) {
  for (cJSON *policy = policies ? policies->child : NULL; policy; policy = policy->next) {
    cJSON *leanings = cJSON_GetObjectItemCaseSensitive(policy, "actions");
    if (cJSON_IsObject(leanings))
      cJSON_DeleteItemFromObjectCaseSensitive(leanings, action);
  }
}

cJSON *tp_merge_scenario(cJSON *target, const cJSON *patch) {
  cJSON *merged = tp_merge_apply(target, patch);
  cJSON *policies = cJSON_GetObjectItemCaseSensitive(merged, "policies");
  const cJSON *actions = cJSON_GetObjectItemCaseSensitive(patch, "actions"), *entry;
  for (entry = tp_children(actions); entry && entry->string; entry = entry->next)
    if (cJSON_IsNull(entry))
      forget_leanings(policies, entry->string);
  return merged;
}
