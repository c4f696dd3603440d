/* Many values at once: what moved, the furthest first; then the others, those of one thing in a
 * line. */
#include "text/game.h"

#include <math.h>
#include <string.h>

enum { GROUP_LINE = 1000 };

static const double least = 0.1; /* points that are a move here */

enum state { MOVED, STILL, AT_ZERO, UNKNOWN };

static double moved(struct tp_text_game *g, int slot) {
  return fabs(tp_session_moved(g->s, slot, tp_session_turn(g->s)));
}

static void value_of(struct tp_text_game *g, int slot, char *text, size_t size) {
  double value = tp_session_value(g->s, slot, tp_session_turn(g->s));
  tp_wording_value(tp_session_rules(g->s), slot, value, text, size);
}

static enum state state_of(struct tp_text_game *g, int slot) {
  char value[64];
  if (tp_session_hides(g->s, slot))
    return UNKNOWN;
  if (moved(g, slot) >= least)
    return MOVED;
  value_of(g, slot, value, sizeof value);
  return strcmp(value, "0") == 0 ? AT_ZERO : STILL;
}

/* Moves what moved to the front of the list, the furthest first; returns how many did. */
static int sort_moved(struct tp_text_game *g, int *slots, int count) {
  int front = 0;
  for (int i = 0; i < count; i++) {
    int slot = slots[i], at = front;
    if (state_of(g, slot) != MOVED)
      continue;
    while (at > 0 && moved(g, slots[at - 1]) < moved(g, slot))
      at--;
    memmove(slots + at + 1, slots + at, (size_t)(i - at) * sizeof *slots);
    slots[at] = slot;
    front++;
  }
  return front;
}

static int same_thing(const struct tp_rules *r, int a, int b) {
  return r->slots[a].scope == r->slots[b].scope && r->slots[a].subject == r->slots[b].subject;
}

static void add_name(struct tp_text_game *g, int slot, enum state state, char *list, size_t size) {
  char name[TP_WORDING_MAX], value[64], item[TP_WORDING_MAX + 70];
  tp_wording_variable_within(tp_session_rules(g->s), slot, name, sizeof name);
  value_of(g, slot, value, sizeof value);
  snprintf(item, sizeof item, "%s%s%s", name, state == STILL ? " " : "",
           state == STILL ? value : "");
  tp_phrase_list(list, size, item);
}

/* "Russia: prosperity 42, control 68" from the slots at `*at` on that are of one thing and in this
 * state; "" when no more are. */
static void next_thing(struct tp_text_game *g, const int *slots, int count, int *at,
                       enum state state, char *line, size_t size) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char list[GROUP_LINE] = "";
  int first = TP_NONE;
  for (; *at < count; ++*at) {
    if (first != TP_NONE && !same_thing(r, first, slots[*at]))
      break;
    if (state_of(g, slots[*at]) != state)
      continue;
    first = slots[*at];
    add_name(g, first, state, list, sizeof list);
  }
  line[0] = '\0';
  if (first != TP_NONE)
    tp_wording_of_subject(r, first, list, line, size);
}

/* Those that stand still, a line for each thing. */
static void say_still(struct tp_text_game *g, const int *slots, int count) {
  char line[GROUP_LINE + TP_WORDING_MAX];
  int at = 0, told = 0;
  for (;;) {
    next_thing(g, slots, count, &at, STILL, line, sizeof line);
    if (!line[0])
      return;
    if (!told++)
      TP_TELL_ALONE(g, VALUES_STILL);
    TP_TELL(g, VALUES_OF, line);
  }
}

/* All of those in one line. */
static void say_together(struct tp_text_game *g, const int *slots, int count, enum state state,
                         enum tp_text_word words) {
  char line[GROUP_LINE + TP_WORDING_MAX], all[TP_TEXT_LINE - 100] = "";
  for (int at = 0;;) {
    next_thing(g, slots, count, &at, state, line, sizeof line);
    if (!line[0])
      break;
    if (all[0])
      tp_phrase_append(all, sizeof all, tp_phrase(TP_SAY_VERDICT_BETWEEN));
    tp_phrase_append(all, sizeof all, line);
  }
  if (all[0])
    tp_text_tell(g, words, (const char *const[]){all, NULL});
}

void tp_text_list_values(struct tp_text_game *g, int *slots, int count) {
  int front = sort_moved(g, slots, count);
  for (int i = 0; i < front; i++)
    tp_text_say_value(g, slots[i]);
  for (int i = front; i < count; i++)
    tp_text_saw_value(g, slots[i]);
  say_still(g, slots + front, count - front);
  say_together(g, slots + front, count - front, AT_ZERO, TP_TEXT_VALUES_ZERO);
  say_together(g, slots + front, count - front, UNKNOWN, TP_TEXT_VALUES_HIDDEN);
}
