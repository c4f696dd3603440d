/* Actions, values, causes and forecasts in sentences. */
#include "text/game.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { FOUND_MAX = 12, SHOWN_MAX = 60 };

/* --- actions ---------------------------------------------------------------------------------- */

static int begins_with(const char *text, const char *start) {
  for (; *start; text++, start++) {
    char a = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
    char b = *start >= 'A' && *start <= 'Z' ? (char)(*start - 'A' + 'a') : *start;
    if (a != b)
      return 0;
  }
  return 1;
}

static void list_action(struct tp_text_game *g, int number, int action) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char cost[TP_WORDING_MAX], vote[TP_WORDING_MAX], reason[TP_WORDING_MAX];
  struct tp_order order = {.kind = TP_ORDER_ACT, .id = (int16_t)action};
  struct tp_ballot ballot;
  tp_order_reason(r, tp_session_check(g->s, order), reason, sizeof reason);
  tp_wording_cost(r, action, cost, sizeof cost);
  tp_session_poll(g->s, action, &ballot);
  tp_wording_ballot(r, action, &ballot, vote, sizeof vote);
  if (reason[0])
    tp_text_say(g, "%d. %s. Not now: %s.", number, r->actions[action].words.title, reason);
  else
    tp_text_say(g, "%d. %s. Costs %s. Vote: %s.", number, r->actions[action].words.title, cost,
                vote);
}

/* The actions of one theme under its title; returns how many. */
static int list_theme(struct tp_text_game *g, enum tp_theme theme, int all) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_span actions = r->actors[tp_session_player(g->s)].actions;
  int shown = 0;
  for (int i = 0; i < actions.count; i++) {
    int action = r->repertoire[actions.first + i];
    struct tp_order order = {.kind = TP_ORDER_ACT, .id = (int16_t)action};
    int open = tp_session_check(g->s, order).refusal == TP_ALLOWED;
    if (r->actions[action].theme != (int)theme || (!open && !all))
      continue;
    if (shown++ == 0)
      tp_text_say(g, "%s:", tp_wording_theme(theme));
    list_action(g, i + 1, action);
  }
  return shown;
}

static void say_no_theme(struct tp_text_game *g, const char *typed) {
  fprintf(g->out, "“%s” is no theme. There are:", typed);
  for (int t = 0; t < TP_THEMES; t++)
    fprintf(g->out, "%s %s", t ? "," : "", tp_wording_theme((enum tp_theme)t));
  fputs(".\n", g->out);
}

void tp_text_show_actions(struct tp_text_game *g, int all, const char *theme) {
  int shown = 0, themes = 0;
  for (int t = 0; t < TP_THEMES; t++) {
    if (!begins_with(tp_wording_theme((enum tp_theme)t), theme))
      continue;
    themes++;
    shown += list_theme(g, (enum tp_theme)t, all);
  }
  if (themes == 0)
    say_no_theme(g, theme);
  else if (shown == 0)
    tp_text_say(g, "No such action may be ordered now. Type actions all to see why not.");
  else
    tp_text_say(g, "Type do and a number to order one, about and a number to read more.");
}

static void list_effects(struct tp_text_game *g, const char *when, struct tp_span effects) {
  const struct tp_rules *r = tp_session_rules(g->s);
  for (int i = 0; i < effects.count; i++) {
    char text[TP_WORDING_MAX];
    tp_wording_effect(r, &r->effects[effects.first + i], text, sizeof text);
    tp_text_say(g, "  %s: %s", when, text);
  }
}

void tp_text_show_action(struct tp_text_game *g, int action) {
  const struct tp_rules *r = tp_session_rules(g->s);
  const struct tp_action *a = &r->actions[action];
  char text[TP_WORDING_MAX];
  struct tp_ballot ballot;
  tp_text_saw(g, TP_MARK_ACTION, action);
  tp_text_saw(g, TP_MARK_VOTE, action);
  tp_text_say(g, "%s. %s.", a->words.title, tp_wording_theme((enum tp_theme)a->theme));
  if (a->words.text[0])
    tp_text_say(g, "%s", a->words.text);
  tp_wording_cost(r, action, text, sizeof text);
  tp_text_say(g, "Costs %s.", text);
  tp_session_poll(g->s, action, &ballot);
  tp_wording_ballot(r, action, &ballot, text, sizeof text);
  tp_text_say(g, "Vote: %s.", text);
  list_effects(g, "at once", a->effects);
  list_effects(g, "each turn", a->each_turn);
  list_effects(g, "at the end", a->at_end);
  list_effects(g, "if it fails", a->failure);
  struct tp_order order = {.kind = TP_ORDER_ACT, .id = (int16_t)action};
  tp_order_reason(r, tp_session_check(g->s, order), text, sizeof text);
  if (text[0])
    tp_text_say(g, "Not now: %s.", text);
}

int tp_text_find_action(struct tp_text_game *g, const char *typed) {
  const struct tp_rules *r = tp_session_rules(g->s);
  int seat = tp_session_player(g->s), found[FOUND_MAX];
  struct tp_span actions = r->actors[seat].actions;
  if (!typed[0]) {
    tp_text_say(g, "Which action? Give its number from the list (type actions), or words of its "
                   "title.");
    return TP_NONE;
  }
  if (strspn(typed, "0123456789") == strlen(typed)) {
    long number = strlen(typed) < 6 ? strtol(typed, NULL, 10) : 0;
    if (number >= 1 && number <= actions.count)
      return r->repertoire[actions.first + number - 1];
    tp_text_say(g, "There is no action number %s; they go from 1 to %d.", typed, actions.count);
    return TP_NONE;
  }
  int count = tp_wording_find_action(r, seat, typed, found, FOUND_MAX);
  if (count == 1)
    return found[0];
  if (count == 0)
    tp_text_say(g, "You have no action called “%s”. Type actions all for the list.", typed);
  else
    tp_text_say(g, "“%s” could be any of these:", typed);
  for (int i = 0; i < count; i++)
    tp_text_say(g, "  %s", r->actions[found[i]].words.title);
  return TP_NONE;
}

/* --- values ----------------------------------------------------------------------------------- */

/* Slots that the words mean, after saying so when there are none or too many. */
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

static int find_slots(struct tp_text_game *g, const char *name, int *slots, int room) {
  if (!name[0]) {
    tp_text_say(g, "Of what? Give words of its name, as in why russia stability.");
    return 0;
  }
  int gauge = gauge_called(g, name);
  if (gauge != TP_NONE) {
    slots[0] = gauge;
    return 1;
  }
  int count = tp_wording_find(tp_session_rules(g->s), name, slots, room);
  if (count == 0)
    tp_text_say(g, "Nothing is called “%s”.", name);
  return count;
}

static void say_value(struct tp_text_game *g, int slot) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char name[TP_WORDING_MAX], value[64], change[64];
  tp_wording_variable(r, slot, name, sizeof name);
  tp_text_saw_value(g, slot);
  if (tp_session_hides(g->s, slot)) {
    tp_text_say(g, "%s: not known.", name);
    return;
  }
  int turn = tp_session_turn(g->s);
  tp_wording_value(r, slot, tp_session_value(g->s, slot, turn), value, sizeof value);
  tp_wording_change(tp_session_moved(g->s, slot, turn), change, sizeof change);
  tp_text_say(g, "%s: %s (%s).", name, value, change);
}

void tp_text_show_values(struct tp_text_game *g, const char *name) {
  int slots[SHOWN_MAX], count = find_slots(g, name, slots, SHOWN_MAX);
  for (int i = 0; i < count; i++)
    say_value(g, slots[i]);
  if (count == 1 && tp_wording_meaning(tp_session_rules(g->s), slots[0])[0])
    tp_text_say(g, "%s", tp_wording_meaning(tp_session_rules(g->s), slots[0]));
  if (count == SHOWN_MAX)
    tp_text_say(g, "There may be more; give more words.");
}

static void say_why(struct tp_text_game *g, int slot) {
  const struct tp_rules *r = tp_session_rules(g->s);
  int count, turn = tp_session_turn(g->s);
  const struct tp_row *rows = tp_session_why(g->s, slot, turn, &count);
  say_value(g, slot);
  tp_text_saw(g, TP_MARK_WHY, slot);
  if (tp_session_hides(g->s, slot))
    return;
  if (count == 0)
    tp_text_say(g, "  Nothing moved it last turn.");
  for (int i = 0; i < count; i++) {
    char change[64], cause[TP_WORDING_MAX];
    tp_wording_change(rows[i].delta, change, sizeof change);
    if (rows[i].delta < 0.005 && rows[i].delta > -0.005)
      continue;
    tp_wording_cause(r, &rows[i], cause, sizeof cause);
    tp_text_say(g, "  %s: %s", change, cause);
  }
}

void tp_text_show_why(struct tp_text_game *g, const char *name) {
  int slots[FOUND_MAX], count = find_slots(g, name, slots, FOUND_MAX);
  if (count == 1) {
    say_why(g, slots[0]);
    return;
  }
  if (count > 1)
    tp_text_say(g, "“%s” could be any of these; give more words:", name);
  for (int i = 0; i < count; i++)
    say_value(g, slots[i]);
}

/* --- forecasts -------------------------------------------------------------------------------- */

enum { HORIZON = 8, LOW = 1, MIDDLE = 3, HIGH = 5 };

static void say_line(struct tp_text_game *g, const struct tp_forecast *f, int line) {
  const struct tp_forecast_line *l = &f->lines[line];
  const double *without = l->without[f->horizon], *with = l->with[f->horizon];
  char name[TP_WORDING_MAX], gain[64], low[64], high[64];
  tp_wording_variable(tp_session_rules(g->s), l->slot, name, sizeof name);
  tp_wording_change(l->gain, gain, sizeof gain);
  tp_wording_change(l->gain_low, low, sizeof low);
  tp_wording_change(l->gain_high, high, sizeof high);
  tp_text_say(g,
              "%s: now %.1f; without it %.1f (%.1f to %.1f); with it %.1f (%.1f to %.1f); "
              "difference %s (%s to %s).",
              name, l->with[0][MIDDLE], without[MIDDLE], without[LOW], without[HIGH], with[MIDDLE],
              with[LOW], with[HIGH], gain, low, high);
}

void tp_text_show_forecast(struct tp_text_game *g, int action) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_order order = {.kind = TP_ORDER_ACT, .id = (int16_t)action};
  char reason[TP_WORDING_MAX];
  int ticket = tp_session_forecast_action(g->s, action, g->rollouts, HORIZON);
  if (ticket == 0) {
    tp_order_reason(r, tp_session_check(g->s, order), reason, sizeof reason);
    tp_text_say(g, "No forecast for “%s”: %s.", r->actions[action].words.title,
                reason[0] ? reason : "none can be computed now");
    return;
  }
  struct tp_forecast f;
  if (tp_session_forecast_wait(g->s, ticket, &f) != TP_FORECAST_DONE) {
    tp_text_say(g, "The forecast was given up.");
    return;
  }
  tp_text_say(g,
              "“%s” in %d turns, from %d imagined games: the middle, and where four of five "
              "games end.",
              r->actions[action].words.title, f.horizon, f.rollouts);
  tp_text_saw(g, TP_MARK_FORECAST, action);
  for (int i = 0; i < f.line_count; i++)
    say_line(g, &f, i);
  struct tp_verdict verdict = tp_session_check(g->s, order);
  if (verdict.refusal >= TP_NO_BUDGET && verdict.refusal <= TP_NO_ATTENTION) {
    tp_order_reason(r, verdict, reason, sizeof reason);
    tp_text_say(g, "This is as if you could pay for it, but it %s.", reason);
  }
}
