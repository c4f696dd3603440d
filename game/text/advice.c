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

static const enum tp_text_command at_spot[TP_SPOT_COUNT] = {
    [TP_SPOT_MAP] = TP_DO_LOOK,         [TP_SPOT_MODES] = TP_DO_LOOK,
    [TP_SPOT_MEANS] = TP_DO_LOOK,       [TP_SPOT_GOALS] = TP_DO_GOALS,
    [TP_SPOT_REPORT] = TP_DO_HEADLINES, [TP_SPOT_COUNSEL] = TP_DO_ADVICE,
    [TP_SPOT_CRISIS] = TP_DO_CRISIS,    [TP_SPOT_END_TURN] = TP_DO_END,
};

/* What is typed: a command and the name of a thing. */
struct typed {
  enum tp_text_command command;
  char what[200];
};

/* What shows the thing that a mark names. */
static struct typed typed_to_see(const struct tp_rules *r, struct tp_mark mark) {
  struct typed typed = {TP_DO_LOOK, ""};
  switch ((enum tp_mark_kind)mark.kind) {
  case TP_MARK_NONE:
  case TP_MARK_HINT:
  case TP_MARK_GAUGE:
  case TP_MARK_EVENT:
    break;
  case TP_MARK_WHY:
    typed.command = TP_DO_WHY;
    snprintf(typed.what, sizeof typed.what, "%s", r->slots[mark.which].name);
    break;
  case TP_MARK_ACTOR:
    typed.command = TP_DO_SHOW;
    snprintf(typed.what, sizeof typed.what, "%s", r->actors[mark.which].words.id);
    break;
  case TP_MARK_TIE:
    typed.command = TP_DO_SHOW;
    snprintf(typed.what, sizeof typed.what, "%s-%s", r->actors[r->ties[mark.which].a].words.id,
             r->actors[r->ties[mark.which].b].words.id);
    break;
  case TP_MARK_CLAIM:
    typed.command = TP_DO_SHOW;
    snprintf(typed.what, sizeof typed.what, "claim:%s", r->claims[mark.which].words.id);
    break;
  case TP_MARK_ACTION:
  case TP_MARK_VOTE:
  case TP_MARK_FORECAST:
    typed.command = mark.kind == TP_MARK_FORECAST ? TP_DO_FORECAST : TP_DO_ABOUT;
    snprintf(typed.what, sizeof typed.what, "%s", r->actions[mark.which].words.id);
    break;
  case TP_MARK_SPOT:
    typed.command = at_spot[mark.which];
    break;
  }
  return typed;
}

/* What does the thing that a hint still asks for. */
static struct typed typed_for(struct tp_text_game *g, const struct tp_sign *sign) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct typed typed = {TP_DO_END, ""};
  int acts = sign->kind == TP_SIGN_ORDERED || sign->kind == TP_SIGN_UNDER_WAY;
  if (sign->kind == TP_SIGN_CARRIED_OUT)
    acts = !tp_session_has_ordered(g->s, sign->which);
  if (sign->kind == TP_SIGN_SEEN)
    return typed_to_see(r, sign->mark);
  if (acts) {
    typed.command = TP_DO_DO;
    snprintf(typed.what, sizeof typed.what, "%s", r->actions[sign->which].words.id);
  }
  return typed;
}

static void say_typed(const struct typed *typed, char *text, size_t size) {
  snprintf(text, size, "%s%s%s", tp_text_name(typed->command), typed->what[0] ? " " : "",
           typed->what);
}

/* A title may end like a sentence: "Why?" */
static int ends_itself(const char *title) {
  size_t length = strlen(title);
  return length > 0 && strchr(".?!", title[length - 1]) != NULL;
}

static void say_wanted(struct tp_text_game *g, const struct tp_sign *wanted) {
  char command[300];
  struct typed typed = typed_for(g, wanted);
  say_typed(&typed, command, sizeof command);
  if (wanted->kind == TP_SIGN_ANSWERED)
    TP_TEXT_PRINT(command, sizeof command, TP_TEXT_ANSWER_TYPE, TP_TYPED(ANSWER));
  TP_TELL(g, NOW_TYPE, command);
}

/* A hint that only wants to be read is done with that; what it points at may be looked at. */
static void say_hint(struct tp_text_game *g, int hint) {
  const struct tp_hint *h = &tp_session_rules(g->s)->guide->hints[hint];
  const struct tp_sign *wanted = tp_session_hint_wants(g->s, hint);
  char title[300], command[300];
  snprintf(title, sizeof title, "%s%s", h->words.title, ends_itself(h->words.title) ? "" : ".");
  TP_TELL(g, HINT, title, h->words.text);
  if (wanted) {
    say_wanted(g, wanted);
    return;
  }
  struct typed typed = typed_to_see(tp_session_rules(g->s), h->at);
  say_typed(&typed, command, sizeof command);
  if (typed.command != TP_DO_LOOK) /* that was said when the turn began */
    TP_TELL(g, SEE_TYPE, command);
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
    TP_TELL(g, ADVISOR, advisor->words.title, advisor->office, c->line);
  else
    TP_TELL(g, ADVISOR_ONLY, advisor->words.title, advisor->office);
}

static void say_counsel(struct tp_text_game *g, const struct tp_counsel *c) {
  say_advisor(g, c);
  tp_text_say(g, c->text);
  if (c->why[0])
    fprintf(g->out, "  %s\n", c->why);
  for (int i = 0; i < c->help_count; i++) {
    char text[TP_WORDING_MAX];
    tp_session_help_text(g->s, &c->help[i], text, sizeof text);
    if (c->help[i].slot != TP_NONE)
      TP_TELL(g, WOULD_HELP_IN, TP_WHOLE(c->horizon), text);
    else
      TP_TELL(g, WOULD_HELP, text);
  }
}

void tp_text_show_advice(struct tp_text_game *g) {
  struct tp_counsel list[TP_COUNSEL_MAX];
  int count = tp_session_counsel(g->s, list, TP_COUNSEL_MAX);
  tp_text_saw(g, TP_MARK_SPOT, TP_SPOT_COUNSEL);
  if (count == 0)
    TP_TELL_ALONE(g, NOTHING_PRESSES);
  for (int i = 0; i < count; i++)
    say_counsel(g, &list[i]);
}
