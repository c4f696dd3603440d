#include "data/language.h"

#include "data/folders.h"
#include "data/layers/document.h"
#include "data/layers/pointer.h"
#include "data/nearest.h"
#include "data/visible.h"

#include <stdlib.h>
#include <string.h>

enum { KEY_MAX = 200 };

struct entry {
  const char *key, *text;
};

struct tp_language {
  struct tp_arena *arena;
  const char *code;
  struct entry *entries; /* sorted by key */
  int count, room;
};

/* A file on its way to a language. */
struct reading {
  struct tp_language *language;
  const struct tp_language *reference;
  const struct tp_positions *positions;
  const char *file;
  struct tp_problems *problems;
};

const char *tp_language_code(const struct tp_language *language) {
  return language->code;
}

int tp_language_count(const struct tp_language *language) {
  return language->count;
}

const char *tp_language_key(const struct tp_language *language, int index) {
  return language->entries[index].key;
}

static int by_key(const void *a, const void *b) {
  return strcmp(((const struct entry *)a)->key, ((const struct entry *)b)->key);
}

const char *tp_language_text(const struct tp_language *language, const char *key) {
  struct entry wanted = {.key = key};
  if (language->count == 0)
    return NULL;
  const struct entry *found = bsearch(&wanted, language->entries, (size_t)language->count,
                                      sizeof *language->entries, by_key);
  return found ? found->text : NULL;
}

unsigned tp_language_places(const char *text) {
  unsigned places = 0;
  for (const char *p = text; (p = strchr(p, '{')) != NULL; p++)
    if (p[1] >= '1' && p[1] <= '9' && p[2] == '}')
      places |= 1U << (p[1] - '1');
  return places;
}

/* A brace that opens no place: a slip of the translator's. */
static int has_stray_brace(const char *text) {
  for (const char *p = text; (p = strpbrk(p, "{}")) != NULL; p += 3)
    if (p[0] != '{' || p[1] < '1' || p[1] > '9' || p[2] != '}')
      return 1;
  return 0;
}

static void add(struct tp_language *l, const char *key, const char *text) {
  l->entries = tp_arena_grow(l->arena, l->entries, l->count, &l->room, sizeof *l->entries);
  l->entries[l->count++] =
      (struct entry){tp_arena_copy(l->arena, key), tp_arena_copy(l->arena, text)};
}

/* The key as a JSON pointer, as the scanner knows it. */
static void to_pointer(const char *key, char pointer[KEY_MAX + 1]) {
  snprintf(pointer, KEY_MAX + 1, "/%s", key);
  for (char *p = pointer; *p; p++)
    if (*p == '.')
      *p = '/';
}

static void fault(struct reading *in, const char *key, enum tp_place place, const char *message) {
  char pointer[KEY_MAX + 1];
  int line = 0, column = 0;
  to_pointer(key, pointer);
  tp_positions_near(in->positions, pointer, place, &line, &column);
  tp_problems_add(in->problems, in->file, line, column, pointer, "%s", message);
}

/* "{1} {3}", in order. */
static void list_places(unsigned places, char text[48]) {
  int length = 0;
  for (int i = 0; i < 9; i++)
    if (places & 1U << i)
      length += snprintf(text + length, 48 - (size_t)length, "%s{%d}", length ? " " : "", i + 1);
  if (length == 0)
    snprintf(text, 48, "none");
}

static void refuse_key(struct reading *in, const char *key) {
  char message[KEY_MAX + 200];
  struct tp_nearest nearest = tp_nearest_to(key);
  for (int i = 0; in->reference && i < in->reference->count; i++)
    tp_nearest_try(&nearest, in->reference->entries[i].key);
  snprintf(message, sizeof message, "unknown key \"%s\"%s", key, tp_nearest_hint(&nearest));
  fault(in, key, TP_AT_KEY, message);
}

static int has_same_places(struct reading *in, const char *key, const char *text,
                           const char *wanted) {
  unsigned has = tp_language_places(text), needs = tp_language_places(wanted);
  char has_text[48], needs_text[48], message[200];
  if (has == needs)
    return 1;
  list_places(has, has_text);
  list_places(needs, needs_text);
  snprintf(message, sizeof message, "places to fill: %s are expected, there are %s", needs_text,
           has_text);
  fault(in, key, TP_AT_VALUE, message);
  return 0;
}

static void read_text(struct reading *in, const char *key, const char *text) {
  const char *wanted = in->reference ? tp_language_text(in->reference, key) : text;
  if (!wanted)
    refuse_key(in, key);
  else if (tp_visible_find_control(text, 1))
    fault(in, key, TP_AT_VALUE, "a control character; only \\n and \\t are expected");
  else if (has_stray_brace(text))
    fault(in, key, TP_AT_VALUE, "a brace is expected only in places to fill: {1} to {9}");
  else if (has_same_places(in, key, text, wanted))
    add(in->language, key, text);
}

/* A key that could be no part of another. */
static void fault_key(struct reading *in, const char *above, const char *key) {
  struct tp_text pointer = {0};
  char around[KEY_MAX + 1];
  int line = 0, column = 0;
  to_pointer(above, around);
  tp_text_add(&pointer, above[0] ? around : "");
  tp_pointer_add(&pointer, key);
  tp_positions_near(in->positions, pointer.data, TP_AT_KEY, &line, &column);
  tp_problems_add(in->problems, in->file, line, column, pointer.data, "%s",
                  "a key is too long or has a dot, a slash or a tilde in it");
  tp_text_free(&pointer);
}

static void read_object(struct reading *in, const cJSON *object, const char *above) {
  for (const cJSON *node = tp_children(object); node; node = node->next) {
    char key[KEY_MAX];
    int length = snprintf(key, sizeof key, "%s%s%s", above, above[0] ? "." : "", node->string);
    if (node->string[0] == '_')
      continue;
    if (length >= KEY_MAX || strpbrk(node->string, "./~"))
      fault_key(in, above, node->string);
    else if (cJSON_IsObject(node))
      read_object(in, node, key);
    else if (cJSON_IsString(node))
      read_text(in, key, node->valuestring);
    else
      fault(in, key, TP_AT_VALUE, "a text or an object of texts is expected");
  }
}

/* What the reference has and the file has not, or not soundly: only the first is told again. */
static void complete(struct reading *in) {
  struct tp_language *l = in->language;
  int read = l->count;
  for (int i = 0; in->reference && i < in->reference->count; i++) {
    struct entry *entry = &in->reference->entries[i];
    char pointer[KEY_MAX + 1], message[KEY_MAX + 60];
    int line = 0, column = 0;
    if (read && bsearch(entry, l->entries, (size_t)read, sizeof *l->entries, by_key))
      continue;
    add(l, entry->key, entry->text);
    to_pointer(entry->key, pointer);
    if (tp_positions_find(in->positions, pointer, TP_AT_VALUE, &line, &column))
      continue;
    snprintf(message, sizeof message, "the key \"%s\" is missing", entry->key);
    tp_positions_near(in->positions, pointer, TP_AT_VALUE, &line, &column);
    tp_problems_add(in->problems, in->file, line, column, "", "%s", message);
  }
}

static void sort(struct tp_language *l) {
  if (l->count)
    qsort(l->entries, (size_t)l->count, sizeof *l->entries, by_key);
}

static struct tp_language *create(const char *code) {
  struct tp_arena *arena = tp_arena_create();
  struct tp_language *l = tp_arena_take(arena, sizeof *l);
  l->arena = arena;
  l->code = tp_arena_copy(arena, code);
  return l;
}

struct tp_language *tp_language_read(const char *code, const char *text, size_t length,
                                     const char *file, const struct tp_language *reference,
                                     struct tp_problems *problems) {
  struct tp_positions *positions = tp_positions_scan(text, length, file, problems);
  cJSON *json = positions ? cJSON_ParseWithLength(text, length) : NULL;
  struct tp_language *l = NULL;
  if (cJSON_IsObject(json)) {
    l = create(code);
    struct reading in = {l, reference, positions, file, problems};
    read_object(&in, json, "");
    sort(l);
    complete(&in);
    sort(l);
  } else if (positions) {
    tp_problems_add(problems, file, 1, 1, "", "an object of texts is expected");
  }
  cJSON_Delete(json);
  tp_positions_free(positions);
  return l;
}

int tp_language_is_code(const char *code) {
  size_t length = strlen(code);
  return length > 0 && length < TP_LANGUAGE_CODE_MAX &&
         strspn(code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length;
}

static int find_file(const char *code, char path[TP_PATH_MAX]) {
  char name[64];
  snprintf(name, sizeof name, "assets/lang/%s.json", code);
  return tp_language_is_code(code) && tp_folders_find(name, path);
}

int tp_language_is_known(const char *code) {
  char path[TP_PATH_MAX];
  return find_file(code, path);
}

static void tell_unknown(const char *code, struct tp_problems *problems) {
  char codes[TP_LANGUAGES_MAX][TP_LANGUAGE_CODE_MAX];
  struct tp_text known = {0};
  int count = tp_language_list(codes);
  for (int i = 0; i < count; i++)
    tp_text_print(&known, "%s%s", i ? ", " : "", codes[i]);
  tp_problems_add(problems, "", 0, 0, "", "there is no language \"%s\": assets/lang has %s", code,
                  count ? known.data : "none");
  tp_text_free(&known);
}

struct tp_language *tp_language_load(const char *code, const struct tp_language *reference,
                                     struct tp_problems *problems) {
  char path[TP_PATH_MAX];
  size_t length;
  if (!find_file(code, path)) {
    tell_unknown(code, problems);
    return NULL;
  }
  char *text = tp_problems_read(problems, path, &length);
  if (!text)
    return NULL;
  struct tp_language *l = tp_language_read(code, text, length, path, reference, problems);
  free(text);
  return l;
}

void tp_language_free(struct tp_language *language) {
  if (language)
    tp_arena_free(language->arena);
}

static int knows(char codes[][TP_LANGUAGE_CODE_MAX], int count, const char *code) {
  for (int i = 0; i < count; i++)
    if (strcmp(codes[i], code) == 0)
      return 1;
  return 0;
}

static int by_code(const void *a, const void *b) {
  return strcmp(a, b);
}

int tp_language_list(char codes[TP_LANGUAGES_MAX][TP_LANGUAGE_CODE_MAX]) {
  char roots[TP_ROOTS_MAX][TP_PATH_MAX], folder[TP_PATH_MAX];
  int count = 0, root_count = tp_folders_roots(roots);
  for (int i = 0; i < root_count; i++) {
    int found = 0;
    char **names = tp_files_join(folder, roots[i], "assets/lang")
                       ? tp_files_list(folder, ".json", &found)
                       : NULL;
    for (int k = 0; k < found; k++) {
      names[k][strlen(names[k]) - strlen(".json")] = '\0';
      if (count < TP_LANGUAGES_MAX && tp_language_is_code(names[k]) &&
          !knows(codes, count, names[k]))
        snprintf(codes[count++], TP_LANGUAGE_CODE_MAX, "%s", names[k]);
      free(names[k]);
    }
    free(names);
  }
  qsort(codes, (size_t)count, sizeof *codes, by_code);
  return count;
}
