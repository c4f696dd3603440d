/* Hints and counsel, in lines. */
#include "text/game.h"

#include "session/advice.h"

enum { HINTS_AT_ONCE = 1 };

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
    tp_text_say(g, "  Would help: %s.", text);
  }
}

void tp_text_show_advice(struct tp_text_game *g) {
  struct tp_counsel list[TP_COUNSEL_MAX];
  int count = tp_session_counsel(g->s, list, TP_COUNSEL_MAX);
  if (count == 0)
    tp_text_say(g, "Nothing presses now.");
  for (int i = 0; i < count; i++)
    say_counsel(g, &list[i]);
}
