/* Hints and counsel, in lines. */
#include "text/game.h"

#include "session/advice.h"

#include <stdio.h>
#include <string.h>

/* --- what was looked at ----------------------------------------------------------------------- */

void tp_text_saw(struct tp_text_game *g, enum tp_mark_kind kind, int which) {
  tp_session_see(g->s, (struct tp_mark){(int16_t)kind, (int16_t)which});
}

void tp_text_saw_value(struct tp_text_game *g, int slot) {
  struct tp_slot s = tp_session_rules(g->s)->slots[slot];
  if (s.scope == TP_ON_ACTOR)
    tp_text_saw(g, TP_MARK_ACTOR, s.subject);
  else if (s.scope == TP_ON_TIE)
    tp_text_saw(g, TP_MARK_TIE, s.subject);
  else if (s.scope == TP_ON_CLAIM)
    tp_text_saw(g, TP_MARK_CLAIM, s.subject);
}

/* What there is only in the window counts as seen. */
void tp_text_saw_board(struct tp_text_game *g) {
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_MAP);
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_MODES);
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_MEANS);
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_REPORT);
  for (int i = 0; i < TP_GAUGES; i++)
    tp_text_saw(g, TP_MARK_GAUGE, i);
}

/* --- hints ------------------------------------------------------------------------------------ */

static const char *const at_spot[TP_SPOT_COUNT] = {
    [TP_SPOT_MAP] = "look",      [TP_SPOT_MODES] = "look",       [TP_SPOT_MEANS] = "look",
    [TP_SPOT_GOALS] = "goals",   [TP_SPOT_REPORT] = "headlines", [TP_SPOT_COUNSEL] = "advice",
    [TP_SPOT_CRISIS] = "crisis", [TP_SPOT_END_TURN] = "end",
};

/* The command that shows what a mark names; "" when there is none. */
static void command_to_see(const struct tp_rules *r, struct tp_mark mark, char *text, size_t size) {
  text[0] = '\0';
  switch ((enum tp_mark_kind)mark.kind) {
  case TP_MARK_NONE:
  case TP_MARK_HINT:
    break;
  case TP_MARK_GAUGE:
  case TP_MARK_EVENT:
    snprintf(text, size, "look");
    break;
  case TP_MARK_WHY:
    snprintf(text, size, "why %s", r->slots[mark.which].name);
    break;
  case TP_MARK_ACTOR:
    snprintf(text, size, "show %s", r->actors[mark.which].words.id);
    break;
  case TP_MARK_TIE:
    snprintf(text, size, "show %s-%s", r->actors[r->ties[mark.which].a].words.id,
             r->actors[r->ties[mark.which].b].words.id);
    break;
  case TP_MARK_CLAIM:
    snprintf(text, size, "show claim:%s", r->claims[mark.which].words.id);
    break;
  case TP_MARK_ACTION:
  case TP_MARK_VOTE:
    snprintf(text, size, "about %s", r->actions[mark.which].words.id);
    break;
  case TP_MARK_FORECAST:
    snprintf(text, size, "forecast %s", r->actions[mark.which].words.id);
    break;
  case TP_MARK_SPOT:
    snprintf(text, size, "%s", at_spot[mark.which]);
    break;
  }
}

/* The command that does what a hint still asks for. */
static void command_for(struct tp_text_game *g, const struct tp_sign *sign, char *text,
                        size_t size) {
  const struct tp_rules *r = tp_session_rules(g->s);
  switch ((enum tp_sign_kind)sign->kind) {
  case TP_SIGN_SEEN:
    command_to_see(r, sign->mark, text, size);
    break;
  case TP_SIGN_ORDERED:
  case TP_SIGN_UNDER_WAY:
    snprintf(text, size, "do %s", r->actions[sign->which].words.id);
    break;
  case TP_SIGN_CARRIED_OUT:
    snprintf(text, size, "%s%s", tp_session_has_ordered(g->s, sign->which) ? "end" : "do ",
             tp_session_has_ordered(g->s, sign->which) ? "" : r->actions[sign->which].words.id);
    break;
  case TP_SIGN_ANSWERED:
    snprintf(text, size, "answer 1, or another number");
    break;
  case TP_SIGN_COMPARE:
  case TP_SIGN_REFUSED:
  case TP_SIGN_WAITS:
  case TP_SIGN_HAPPENED:
    snprintf(text, size, "end");
    break;
  }
}

/* A title may end like a sentence: "Why?" */
static int ends_itself(const char *title) {
  size_t length = strlen(title);
  return length > 0 && strchr(".?!", title[length - 1]) != NULL;
}

/* A hint that only wants to be read is done with that; what it points at may be looked at. */
static void say_hint(struct tp_text_game *g, int hint) {
  const struct tp_hint *h = &tp_session_rules(g->s)->guide->hints[hint];
  const struct tp_sign *wanted = tp_session_hint_wants(g->s, hint);
  char command[TP_WORDING_MAX];
  tp_text_say(g, "Hint: %s%s %s", h->words.title, ends_itself(h->words.title) ? "" : ".",
              h->words.text);
  if (wanted) {
    command_for(g, wanted, command, sizeof command);
    tp_text_say(g, "Now type: %s", command);
    return;
  }
  command_to_see(tp_session_rules(g->s), h->at, command, sizeof command);
  if (command[0] && strcmp(command, "look") != 0) /* that was said when the turn began */
    tp_text_say(g, "To see it, type: %s", command);
  tp_session_hint_pass(g->s, hint);
}

void tp_text_repeat_hint(struct tp_text_game *g) {
  g->hint = TP_NONE;
}

void tp_text_show_hints(struct tp_text_game *g) {
  int hint;
  while (!g->no_hints && tp_session_hints(g->s, &hint, 1)) {
    int again = hint == g->hint && tp_session_turn(g->s) == g->hint_at;
    if (!again)
      say_hint(g, hint);
    g->hint = hint;
    g->hint_at = tp_session_turn(g->s);
    if (tp_session_hint_state(g->s, hint) == TP_HINT_NOW)
      return; /* it waits for the player */
  }
}

/* --- counsel ---------------------------------------------------------------------------------- */

static void say_advisor(struct tp_text_game *g, const struct tp_counsel *c) {
  const struct tp_guide *guide = tp_session_rules(g->s)->guide;
  if (c->advisor == TP_NONE)
    return;
  const struct tp_advisor *advisor = &guide->advisors[c->advisor];
  if (c->line[0])
    tp_text_say(g, "%s, %s: %s", advisor->words.title, advisor->office, c->line);
  else
    tp_text_say(g, "%s, %s:", advisor->words.title, advisor->office);
}

static void say_counsel(struct tp_text_game *g, const struct tp_counsel *c) {
  say_advisor(g, c);
  tp_text_say(g, "%s", c->text);
  if (c->why[0])
    tp_text_say(g, "  %s", c->why);
  for (int i = 0; i < c->help_count; i++) {
    char text[TP_WORDING_MAX];
    tp_session_help_text(g->s, &c->help[i], text, sizeof text);
    if (c->help[i].slot != TP_NONE)
      tp_text_say(g, "  Would help, in %d turns: %s.", c->horizon, text);
    else
      tp_text_say(g, "  Would help: %s.", text);
  }
}

void tp_text_show_advice(struct tp_text_game *g) {
  struct tp_counsel list[TP_COUNSEL_MAX];
  int count = tp_session_counsel(g->s, list, TP_COUNSEL_MAX);
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_COUNSEL);
  if (count == 0)
    tp_text_say(g, "Nothing presses now.");
  for (int i = 0; i < count; i++)
    say_counsel(g, &list[i]);
}
