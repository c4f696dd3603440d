#include "data/layers/removals.h"

#include "data/format/expected.h"
#include "data/format/shape.h"
#include "data/layers/pointer.h"
#include "data/nearest.h"

#include <string.h>

/* --- nulls that take nothing away ------------------------------------------------------------- */

struct walk {
  const struct tp_source *source;
  struct tp_problems *problems;
  struct tp_text pointer;
};

/* What an object holds: the fields of a kind, or, without one, names as the field says. */
struct holder {
  const struct tp_kind *kind;
  const struct tp_field *field;
};

static void fault(struct walk *w, const char *message) {
  tp_source_fault_at(w->source, w->problems, w->pointer.data, TP_AT_KEY, message);
}

static void nothing_there(struct walk *w, const cJSON *target, const char *key) {
  char message[300];
  struct tp_nearest nearest = tp_nearest_to(key);
  const cJSON *entry;
  for (entry = tp_children(target); entry; entry = entry->next)
    if (entry->string)
      tp_nearest_try(&nearest, entry->string);
  snprintf(message, sizeof message, "there is no \"%.60s\" that null could remove%s", key,
           tp_nearest_hint(&nearest));
  fault(w, message);
}

/* In what is new, a null says that it is not there; it can say so of names alone. */
static void check_name(struct walk *w, struct holder holder, const char *key) {
  char message[500];
  if (holder.kind && !tp_format_field(holder.kind, key)) {
    tp_expected_key(holder.kind, key, message, sizeof message);
    fault(w, message);
  } else if (!holder.kind && !tp_shape_fits_key(holder.field, key)) {
    snprintf(message, sizeof message, "\"%.60s\" cannot be a name here", key);
    fault(w, message);
  }
}

static void check_object(struct walk *w, struct holder holder, const cJSON *target,
                         const cJSON *patch);

static void check_list(struct walk *w, const struct tp_kind *kind, const cJSON *list) {
  size_t length = w->pointer.length;
  int index = 0;
  const cJSON *entry;
  for (entry = tp_children(list); entry; entry = entry->next, index++) {
    if (!cJSON_IsObject(entry))
      continue;
    tp_text_print(&w->pointer, "/%d", index);
    check_object(w, (struct holder){kind, NULL}, NULL, entry);
    tp_text_shorten(&w->pointer, length);
  }
}

/* `entry` is an object or a list under a key of what `holder` says. */
static void go_in(struct walk *w, struct holder holder, const cJSON *target, const cJSON *entry) {
  const struct tp_field *field =
      holder.kind ? tp_format_field(holder.kind, entry->string) : holder.field;
  if (!field)
    return;
  int is_entry = !holder.kind || field->form == TP_FORM_OBJECT;
  if (cJSON_IsObject(entry) && is_entry && field->kind)
    check_object(w, (struct holder){field->kind, NULL}, target, entry);
  else if (cJSON_IsObject(entry) && !is_entry)
    check_object(w, (struct holder){NULL, field}, target, entry);
  else if (cJSON_IsArray(entry) && field->kind)
    check_list(w, field->kind, entry);
}

static void check_object(struct walk *w, struct holder holder, const cJSON *target,
                         const cJSON *patch) {
  size_t length = w->pointer.length;
  const cJSON *entry;
  for (entry = tp_children(patch); entry; entry = entry->next) {
    const cJSON *old = cJSON_GetObjectItemCaseSensitive(target, entry->string);
    if (tp_format_is_authors(entry->string))
      continue;
    tp_pointer_add(&w->pointer, entry->string);
    if (!cJSON_IsNull(entry))
      go_in(w, holder, cJSON_IsObject(old) ? old : NULL, entry);
    else if (target && !old && strcmp(entry->string, "extends") != 0)
      nothing_there(w, target, entry->string);
    else
      check_name(w, holder, entry->string);
    tp_text_shorten(&w->pointer, length);
  }
}

void tp_removals_check(const struct tp_source *source, const struct tp_kind *kind,
                       const cJSON *target, struct tp_problems *problems) {
  struct walk w = {source, problems, {0}};
  tp_text_add(&w.pointer, "");
  check_object(&w, (struct holder){kind, NULL}, target, source->json);
  tp_text_free(&w.pointer);
}

/* --- who took away what is named -------------------------------------------------------------- */

struct search {
  const struct tp_document *document;
  struct tp_text pointer; /* to what was taken away, or what was around it */
  int source;             /* of the chain: who did */
};

/* Was what the pointer of the search leads to there, and then taken away? What stands there again
 * does not count, unless `again`. */
static int find_removed(struct search *s, int again) {
  int was_there = 0;
  size_t end = 0;
  s->source = -1;
  for (int i = s->document->count - 1; i >= 0; i--) {
    size_t to = 0;
    const cJSON *wrote = tp_pointer_written(s->document->chain[i].json, s->pointer.data, &to);
    if (wrote && !cJSON_IsNull(wrote)) {
      was_there = 1;
      s->source = again ? s->source : -1;
    } else if (wrote && was_there) {
      was_there = 0;
      s->source = i;
      end = to;
    }
  }
  if (s->source >= 0)
    tp_text_shorten(&s->pointer, end);
  return s->source >= 0;
}

static int find_entry(struct search *s, const char *section, const char *name, size_t length) {
  char id[200];
  snprintf(id, sizeof id, "%.*s", (int)length, name);
  tp_text_shorten(&s->pointer, 0);
  tp_pointer_add(&s->pointer, section);
  tp_pointer_add(&s->pointer, id);
  return find_removed(s, 0);
}

/* The pair itself, either way round where it has no direction, or one of the two. Ids contain
 * dashes: every split is tried. */
static int find_pair(struct search *s, const char *pair, size_t length, char mark) {
  char turned[200];
  if ((mark == '>' && find_entry(s, "views", pair, length)) || find_entry(s, "pairs", pair, length))
    return 1;
  for (size_t i = 1; i + 1 < length; i++) {
    const char *second = pair + i + 1;
    size_t rest = length - i - 1;
    if (pair[i] != mark)
      continue;
    snprintf(turned, sizeof turned, "%.*s-%.*s", (int)rest, second, (int)i, pair);
    if ((mark == '-' && find_entry(s, "pairs", turned, strlen(turned))) ||
        find_entry(s, "actors", pair, i) || find_entry(s, "actors", second, rest))
      return 1;
  }
  return 0;
}

static int find_address(struct search *s, const char *address) {
  static const char track[] = "track:", claim[] = "claim:";
  size_t skip = strlen(track);
  const char *point = strrchr(address, '.');
  size_t length = point ? (size_t)(point - address) : strlen(address);
  if (strncmp(address, track, skip) == 0)
    return find_entry(s, "tracks", address + skip, strlen(address + skip));
  if (strncmp(address, claim, skip) == 0)
    return length > skip && find_entry(s, "claims", address + skip, length - skip);
  return find_entry(s, "actors", address, length) || find_pair(s, address, length, '-') ||
         find_pair(s, address, length, '>');
}

static int find_mark(struct search *s, const char *mark) {
  static const struct {
    const char *prefix, *section;
  } marks[] = {{"actor:", "actors"}, {"claim:", "claims"},     {"action:", "actions"},
               {"vote:", "actions"}, {"forecast:", "actions"}, {"event:", "events"},
               {"hint:", "hints"}};
  const char *name = strchr(mark, ':');
  if (!name)
    return 0;
  name++;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (strncmp(mark, marks[i].prefix, (size_t)(name - mark)) == 0)
      return find_entry(s, marks[i].section, name, strlen(name));
  return strncmp(mark, "why:", 4) == 0 ? find_address(s, name)
                                       : find_pair(s, name, strlen(name), '-');
}

static int find_removal(struct search *s, enum tp_form form, const char *name) {
  size_t length = strlen(name);
  if (form == TP_FORM_ADDRESS)
    return find_address(s, name);
  if (form == TP_FORM_MARK)
    return find_mark(s, name);
  if (form == TP_FORM_PAIR || form == TP_FORM_VIEW)
    return find_pair(s, name, length, form == TP_FORM_PAIR ? '-' : '>');
  if (form == TP_FORM_POLICY)
    return find_entry(s, "policies", name, strcspn(name, ":"));
  return find_entry(s,
                    form == TP_FORM_ACTOR    ? "actors"
                    : form == TP_FORM_ACTION ? "actions"
                                             : "events",
                    name, length);
}

/* Is the removal the fault? What it lies over knew nothing of it, and neither did the scenarios
 * that extend the file that a mod changed. */
static int is_to_blame(const struct tp_document *document, int remover, int namer) {
  return namer > remover || (document->chain[remover].mod && !document->chain[namer].mod);
}

/* Says it at the removal, or, where that is not to blame, at the node. */
static void tell(const struct search *s, struct tp_problems *problems, const cJSON *node,
                 enum tp_place place, const char *does, const char *lacks) {
  const struct tp_document *document = s->document;
  const struct tp_source *remover = &document->chain[s->source];
  struct tp_text pointer = {0}, told = {0};
  int line, column;
  int at = tp_document_locate(document, node, place, &pointer, &line, &column);
  const struct tp_source *namer = &document->chain[at];
  if (is_to_blame(document, s->source, at)) {
    tp_text_print(&told, "is removed here, but %s%s%.300s (%s:%d:%d)", does, namer->under,
                  pointer.data, namer->path, line, column);
    tp_source_fault(remover, problems, s->pointer.data, told.data);
  } else {
    line = column = 0;
    tp_source_find(remover, s->pointer.data, TP_AT_VALUE, &line, &column);
    tp_text_print(&told, "%s: %s%s is removed (%s:%d:%d)", lacks, remover->under, s->pointer.data,
                  remover->path, line, column);
    tp_document_fault(document, problems, node, place, told.data);
  }
  tp_text_free(&told);
  tp_text_free(&pointer);
}

void tp_removals_unknown(const struct tp_document *document, struct tp_problems *problems,
                         const cJSON *node, enum tp_place place, enum tp_form form,
                         const char *name, const char *message) {
  if (tp_problems_count_only(problems))
    return;
  struct search s = {.document = document};
  char does[160], lacks[160];
  snprintf(does, sizeof does, "\"%.100s\" is still named by ", name);
  snprintf(lacks, sizeof lacks, "\"%.100s\" is not there", name);
  if (find_removal(&s, form, name))
    tell(&s, problems, node, place, does, lacks);
  else
    tp_document_fault(document, problems, node, place, message);
  tp_text_free(&s.pointer);
}

int tp_removals_incomplete(const struct tp_document *document, struct tp_problems *problems,
                           const cJSON *node) {
  struct search s = {.document = document};
  int line, column;
  tp_document_locate(document, node, TP_AT_VALUE, &s.pointer, &line, &column);
  int found = find_removed(&s, 1);
  if (found)
    tell(&s, problems, node, TP_AT_VALUE, "is still changed by ", "what this changes is not there");
  tp_text_free(&s.pointer);
  return found;
}
