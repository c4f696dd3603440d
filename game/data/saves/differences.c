#include "data/saves/differences.h"

#include "data/json/out.h"

#include <stdlib.h>
#include <string.h>

struct tp_difference *tp_differences_find(const struct tp_differences *differences,
                                          enum tp_difference_kind kind, enum tp_thing thing,
                                          const char *name) {
  for (int i = 0; i < differences->count; i++) {
    struct tp_difference *one = &differences->list[i];
    if (one->kind == kind && one->thing == thing && strcmp(one->name, name) == 0)
      return one;
  }
  return NULL;
}

void tp_differences_add(struct tp_differences *differences, struct tp_difference difference) {
  if (tp_differences_find(differences, difference.kind, difference.thing, difference.name))
    return;
  if (differences->count == differences->room) {
    differences->room = differences->room ? 2 * differences->room : 32;
    differences->list =
        tp_memory_resize(differences->list, (size_t)differences->room * sizeof *differences->list);
  }
  difference.name = tp_memory_text(difference.name);
  difference.title = tp_memory_text(difference.title ? difference.title : "");
  differences->list[differences->count++] = difference;
}

void tp_difference_add_field(struct tp_difference *difference, const char *path, const char *was,
                             const char *is) {
  size_t count = (size_t)difference->field_count++;
  difference->fields =
      tp_memory_resize(difference->fields, (count + 1) * sizeof *difference->fields);
  difference->fields[count] =
      (struct tp_difference_field){tp_memory_text(path), tp_memory_text(was), tp_memory_text(is)};
}

int tp_difference_print_fields(const struct tp_difference *difference, const char *arrow,
                               struct tp_text *text) {
  enum { told_most = 4 };
  int told = difference->field_count < told_most ? difference->field_count : told_most;
  for (int i = 0; i < told; i++) {
    const struct tp_difference_field *field = &difference->fields[i];
    tp_text_print(text, "%s%s", i ? ", " : "", field->path);
    if (field->was[0] || field->is[0])
      tp_text_print(text, "%s%s %s %s", field->path[0] ? " " : "", field->was[0] ? field->was : "-",
                    arrow, field->is[0] ? field->is : "-");
  }
  return difference->field_count - told;
}

void tp_differences_sort(struct tp_differences *differences) {
  for (int i = 1; i < differences->count; i++) {
    struct tp_difference one = differences->list[i];
    int to = i;
    for (; to > 0 && differences->list[to - 1].kind > one.kind; to--)
      differences->list[to] = differences->list[to - 1];
    differences->list[to] = one;
  }
}

static void free_fields(struct tp_difference *difference) {
  for (int i = 0; i < difference->field_count; i++) {
    free(difference->fields[i].path);
    free(difference->fields[i].was);
    free(difference->fields[i].is);
  }
  free(difference->fields);
}

void tp_differences_free(struct tp_differences *differences) {
  for (int i = 0; i < differences->count; i++) {
    free(differences->list[i].name);
    free(differences->list[i].title);
    free_fields(&differences->list[i]);
  }
  free(differences->list);
  *differences = (struct tp_differences){0};
}

const char *tp_thing_key(enum tp_thing thing) {
#define KEY(ID, key, word) key,
  static const char *const keys[] = {TP_THINGS(KEY)};
#undef KEY
  return keys[thing];
}

static void print_number(struct tp_text *text, const char *before, double x) {
  char number[32];
  tp_json_print_number(x, number);
  tp_text_print(text, "%s%s", before, number);
}

const char *tp_thing_word(enum tp_thing thing) {
#define WORD(ID, key, word) word,
  static const char *const words[] = {TP_THINGS(WORD)};
#undef WORD
  return words[thing];
}

const char *tp_difference_kind_word(enum tp_difference_kind kind) {
  static const char *const kinds[TP_DIFFERENCE_KINDS] = {[TP_DIFFERS_GONE] = "gone",
                                                         [TP_DIFFERS_LOST] = "unusable",
                                                         [TP_DIFFERS_CUT] = "cut",
                                                         [TP_DIFFERS_NEW] = "new",
                                                         [TP_DIFFERS_CHANGED] = "changed"};
  return kinds[kind];
}

void tp_difference_print(const struct tp_difference *difference, struct tp_text *text) {
  int moved = difference->was < difference->is || difference->was > difference->is;
  tp_text_print(text, "%s: %s", tp_difference_kind_word(difference->kind),
                tp_thing_word(difference->thing));
  if (difference->name[0])
    tp_text_print(text, " %s", difference->name);
  if (difference->title[0])
    tp_text_print(text, " (%s)", difference->title);
  if (difference->kind == TP_DIFFERS_CUT || (difference->kind == TP_DIFFERS_CHANGED && moved)) {
    print_number(text, " from ", difference->was);
    print_number(text, " to ", difference->is);
  } else if (difference->thing == TP_THING_PROGRAMME) {
    print_number(text, ", turns left: ", difference->was);
  } else if (difference->thing == TP_THING_VALUES) {
    int is_new = difference->kind == TP_DIFFERS_NEW;
    print_number(text, ": ", is_new ? difference->is : difference->was);
  } else if (difference->field_count) {
    tp_text_add(text, ": ");
    int more = tp_difference_print_fields(difference, "->", text);
    if (more)
      tp_text_print(text, " and %d more", more);
  }
}
