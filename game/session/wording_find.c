/* What somebody means by a few typed letters. */
#include "session/wording.h"

#include <string.h>

enum { WORDS_MAX = 8, TYPED_MAX = 160 };

static char small(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static void to_small(const char *from, char *to, size_t size) {
  size_t i = 0;
  for (; from[i] && i + 1 < size; i++)
    to[i] = small(from[i]);
  to[i] = '\0';
}

/* The typed words, in small letters. */
struct wanted {
  char text[TYPED_MAX], split[TYPED_MAX];
  const char *word[WORDS_MAX];
  int count;
};

static void read_wanted(const char *typed, struct wanted *w) {
  *w = (struct wanted){.count = 0};
  to_small(typed, w->text, sizeof w->text);
  memcpy(w->split, w->text, sizeof w->split);
  for (char *p = w->split; *p && w->count < WORDS_MAX;) {
    p += strspn(p, " :,\t");
    if (!*p)
      break;
    w->word[w->count++] = p;
    p += strcspn(p, " :,\t");
    if (*p)
      *p++ = '\0';
  }
}

static int has_all(const struct wanted *w, const char *name) {
  char low[2 * TP_WORDING_MAX];
  to_small(name, low, sizeof low);
  for (int i = 0; i < w->count; i++)
    if (!strstr(low, w->word[i]))
      return 0;
  return w->count > 0;
}

/* 2: it is the id; 1: all words occur; 0: something else is meant. */
static int matches(const struct wanted *w, const char *id, const char *name) {
  char both[2 * TP_WORDING_MAX], low[TYPED_MAX];
  to_small(id, low, sizeof low);
  if (strcmp(low, w->text) == 0)
    return 2;
  size_t length = strlen(id) < TP_WORDING_MAX ? strlen(id) : TP_WORDING_MAX - 1;
  memcpy(both, id, length);
  both[length] = ' ';
  size_t rest = strlen(name) < TP_WORDING_MAX - 2 ? strlen(name) : TP_WORDING_MAX - 2;
  memcpy(both + length + 1, name, rest);
  both[length + 1 + rest] = '\0';
  return has_all(w, both);
}

int tp_wording_find(const struct tp_rules *r, const char *typed, int *slots, int room) {
  struct wanted w;
  int count = 0;
  read_wanted(typed, &w);
  for (int slot = 0; slot < r->slot_count; slot++) {
    char name[TP_WORDING_MAX];
    tp_wording_variable(r, slot, name, sizeof name);
    int how = matches(&w, r->slots[slot].name, name);
    if (how == 2) {
      slots[0] = slot;
      return 1;
    }
    if (how == 1 && count < room)
      slots[count++] = slot;
  }
  return count;
}

int tp_wording_find_action(const struct tp_rules *r, int seat, const char *typed, int *actions,
                           int room) {
  struct wanted w;
  int count = 0;
  read_wanted(typed, &w);
  for (int i = 0; i < r->action_count; i++) {
    if (seat != TP_NONE && r->actions[i].seat != seat)
      continue;
    int how = matches(&w, r->actions[i].words.id, r->actions[i].words.title);
    if (how == 2) {
      actions[0] = i;
      return 1;
    }
    if (how == 1 && count < room)
      actions[count++] = i;
  }
  return count;
}
