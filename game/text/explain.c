/* Values, and why they moved: asked on from cause to cause, and back. */
#include "text/game.h"

#include "session/explained.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { FOUND_MAX = 12, SHOWN_MAX = 60, FEW = 6 };

/* --- finding -------------------------------------------------------------------------------- */

static const char *to_letter(const char *text) {
  while (*text && !isalnum((unsigned char)*text))
    text++;
  return text;
}

/* The same letters and digits, whatever is between them and of whatever size. */
static int same_letters(const char *a, const char *b) {
  a = to_letter(a);
  b = to_letter(b);
  while (*a && tolower((unsigned char)*a) == tolower((unsigned char)*b)) {
    a = to_letter(a + 1);
    b = to_letter(b + 1);
  }
  return !*a && !*b;
}

/* The gauge whose title was typed as the board shows it, or TP_NONE. */
static int gauge_called(struct tp_text_game *g, const char *name) {
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(g->s, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot != TP_NONE && same_letters(gauge.title, name))
      return gauge.slot;
  }
  return TP_NONE;
}

/* Slots that the words mean, after saying so when there are none. */
static int find_slots(struct tp_text_game *g, const char *name, int *slots, int room) {
  if (!name[0]) {
    TP_TELL(g, OF_WHAT, TP_TYPED(WHY));
    return 0;
  }
  int gauge = gauge_called(g, name);
  if (gauge != TP_NONE) {
    slots[0] = gauge;
    return 1;
  }
  int count = tp_wording_find(tp_session_rules(g->s), name, slots, room);
  if (count == 0)
    TP_TELL(g, NOTHING_CALLED, name);
  return count;
}

/* --- values --------------------------------------------------------------------------------- */

void tp_text_say_value(struct tp_text_game *g, int slot) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char name[TP_WORDING_MAX], value[64], change[64];
  tp_wording_variable(r, slot, name, sizeof name);
  tp_text_saw_value(g, slot);
  if (tp_session_hides(g->s, slot)) {
    TP_TELL(g, HIDDEN, name);
    return;
  }
  int turn = tp_session_turn(g->s);
  tp_wording_value(r, slot, tp_session_value(g->s, slot, turn), value, sizeof value);
  tp_wording_change(tp_session_moved(g->s, slot, turn), change, sizeof change);
  TP_TELL(g, VALUE, name, value, change);
}

void tp_text_show_values(struct tp_text_game *g, const char *name) {
  int slots[SHOWN_MAX], count = find_slots(g, name, slots, SHOWN_MAX);
  if (count > FEW)
    tp_text_list_values(g, slots, count);
  for (int i = 0; i < count && count <= FEW; i++)
    tp_text_say_value(g, slots[i]);
  if (count == 1 && tp_wording_meaning(tp_session_rules(g->s), slots[0])[0])
    tp_text_say(g, tp_wording_meaning(tp_session_rules(g->s), slots[0]));
  if (count == SHOWN_MAX)
    TP_TELL_ALONE(g, MAYBE_MORE);
}

/* --- why ------------------------------------------------------------------------------------ */

/* "what (how)" */
static void say_cause(const struct tp_why_line *line, char *text, size_t size) {
  snprintf(text, size, "%s%s%s%s", line->what, line->how[0] ? " (" : "", line->how,
           line->how[0] ? ")" : "");
}

static int can_ask(struct tp_text_game *g, const struct tp_why_line *line) {
  return line->source != TP_NONE && !tp_session_hides(g->s, line->source);
}

/* Lines that lead on have a number: to what they come from, or to the page that tells of it. */
static int leads_on(struct tp_text_game *g, const struct tp_why_line *line) {
  return can_ask(g, line) || line->page.kind != TP_PAGE_NONE;
}

/* Lines add up to the change. */
static int say_lines(struct tp_text_game *g, const struct tp_why_table *table) {
  int numbers = 0;
  for (int i = 0; i < table->count; i++) {
    const struct tp_why_line *line = &table->lines[i];
    char figure[TP_FIGURE_MAX + 4], cause[TP_WORDING_MAX + 170];
    tp_why_figure(line->delta, figure);
    say_cause(line, cause, sizeof cause);
    if (leads_on(g, line))
      TP_TELL(g, WHY_ASK, TP_WHOLE(++numbers), figure, cause);
    else
      TP_TELL(g, WHY_LINE, figure, cause);
  }
  return numbers;
}

static void say_change(struct tp_text_game *g, struct tp_asked asked,
                       const struct tp_why_table *table) {
  char name[TP_WORDING_MAX], date[40], before[TP_FIGURE_MAX], after[TP_FIGURE_MAX];
  tp_wording_variable(tp_session_rules(g->s), asked.slot, name, sizeof name);
  tp_wording_date(tp_session_rules(g->s), asked.turn - 1, date, sizeof date);
  tp_phrase_number(before, (double)table->before / 100.0, 2);
  tp_phrase_number(after, (double)table->after / 100.0, 2);
  TP_TELL(g, WHY_TURN, name, date, before, after);
}

static void say_ways_on(struct tp_text_game *g, int numbers) {
  char name[TP_WORDING_MAX];
  if (numbers)
    TP_TELL(g, WHY_HOW, TP_TYPED(WHY), TP_TYPED(READ),
            TP_TYPED_WITH(WHY, tp_text_word(TP_TEXT_TURN_BEFORE)));
  if (g->trail_count < 2)
    return;
  tp_wording_variable(tp_session_rules(g->s), g->trail[g->trail_count - 2].slot, name, sizeof name);
  TP_TELL(g, WHY_BACK, TP_TYPED_WITH(WHY, tp_text_word(TP_TEXT_GO_BACK)), name);
}

static void say_why(struct tp_text_game *g) {
  static struct tp_why_table table; /* too large for a small stack */
  struct tp_asked asked = g->trail[g->trail_count - 1];
  tp_text_saw(g, TP_MARK_WHY, asked.slot);
  if (asked.turn == tp_session_turn(g->s))
    tp_text_say_value(g, asked.slot);
  if (tp_session_hides(g->s, asked.slot))
    return;
  tp_why_gather(g->s, asked.slot, asked.turn, TP_WHY_LINES, &table);
  if (asked.turn > 0)
    say_change(g, asked, &table);
  if (table.count == 0)
    TP_TELL_ALONE(g, STILL);
  say_ways_on(g, say_lines(g, &table));
}

/* The oldest is forgotten when there are too many. */
static void follow(struct tp_text_game *g, int slot, int turn) {
  if (g->trail_count == TP_TRAIL_MAX) {
    memmove(g->trail, g->trail + 1, (TP_TRAIL_MAX - 1) * sizeof *g->trail);
    g->trail_count--;
  }
  g->trail[g->trail_count++] = (struct tp_asked){slot, turn};
  say_why(g);
}

/* The line of that number in the last answer, or NULL. */
static const struct tp_why_line *line_called(struct tp_text_game *g, int number) {
  static struct tp_why_table table;
  if (!g->trail_count)
    return NULL;
  struct tp_asked asked = g->trail[g->trail_count - 1];
  if (tp_session_hides(g->s, asked.slot))
    return NULL;
  tp_why_gather(g->s, asked.slot, asked.turn, TP_WHY_LINES, &table);
  for (int i = 0; i < table.count; i++)
    if (leads_on(g, &table.lines[i]) && --number == 0)
      return &table.lines[i];
  return NULL;
}

static void follow_line(struct tp_text_game *g, int number) {
  const struct tp_why_line *line = line_called(g, number);
  if (!line)
    TP_TELL_ALONE(g, WHY_NO_LINE);
  else if (can_ask(g, line))
    follow(g, line->source, g->trail[g->trail_count - 1].turn);
  else
    tp_text_read_page(g, line->page);
}

/* 1..999, or 0 when it is no such number. */
static int number_typed(const char *what) {
  return what[0] && strspn(what, "0123456789") == strlen(what) && strlen(what) < 4 ? atoi(what) : 0;
}

int tp_text_read_line(struct tp_text_game *g, const char *typed) {
  const struct tp_why_line *line = line_called(g, number_typed(typed));
  if (line && line->page.kind != TP_PAGE_NONE)
    tp_text_read_page(g, line->page);
  return line && line->page.kind != TP_PAGE_NONE;
}

/* What goes on from the last answer: 1 when that was typed. */
static int go_on(struct tp_text_game *g, const char *what) {
  int number = number_typed(what);
  int before = tp_text_is(what, TP_TEXT_TURN_BEFORE, "before");
  int back = tp_text_is(what, TP_TEXT_GO_BACK, "back");
  if (!number && !before && !back)
    return 0;
  struct tp_asked asked = g->trail_count ? g->trail[g->trail_count - 1] : (struct tp_asked){0};
  if (g->trail_count == 0 || (back && g->trail_count == 1)) {
    TP_TELL(g, WHY_NONE, TP_TYPED(WHY));
  } else if (back) {
    g->trail_count--;
    say_why(g);
  } else if (number) {
    follow_line(g, number);
  } else if (asked.turn > 1) {
    follow(g, asked.slot, asked.turn - 1);
  } else {
    TP_TELL_ALONE(g, WHY_NO_TURN);
  }
  return 1;
}

void tp_text_show_why(struct tp_text_game *g, const char *what) {
  int slots[FOUND_MAX];
  if (what[0] && go_on(g, what))
    return;
  int count = find_slots(g, what, slots, FOUND_MAX);
  if (count == 1) {
    g->trail_count = 0;
    follow(g, slots[0], tp_session_turn(g->s));
    return;
  }
  if (count > 1)
    TP_TELL(g, WHY_MORE, what);
  for (int i = 0; i < count; i++)
    tp_text_say_value(g, slots[i]);
}
