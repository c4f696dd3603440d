/* What the parts of the text game share. Internal to it. */
#ifndef TP_TEXT_GAME_H
#define TP_TEXT_GAME_H

#include "text/play.h"

struct tp_text_game {
  struct tp_session *s;
  struct tp_session_options options; /* for loading another game */
  FILE *in, *out;
  int rollouts;
  int kept_at;   /* the turn in which the game as it stood was begun, loaded, or saved by hand */
  int warned_at; /* the turn in which the player was told that it is not saved, or TP_NONE */
  int leaving;   /* set by "quit" */
  int hint;      /* the hint said last, and the turn it was said in */
  int hint_at;
  int no_hints; /* the player wants none */
};

/* play.c: 1 when nothing would be lost by leaving this game; otherwise tries to save it. */
int tp_text_is_kept(struct tp_text_game *g, struct tp_problems *problems);

/* commands.c: does what a line says, which may be empty. */
void tp_text_command(struct tp_text_game *g, char *line);

/* One line of output. */
void tp_text_say(struct tp_text_game *g, const char *format, ...) TP_FORMATS(2, 3);

/* show.c: the board at the start of a turn, and its parts. */
void tp_text_show_turn(struct tp_text_game *g);
void tp_text_show_state(struct tp_text_game *g);
void tp_text_show_gauges(struct tp_text_game *g);
void tp_text_show_headlines(struct tp_text_game *g, int most);
void tp_text_show_decisions(struct tp_text_game *g);
void tp_text_show_crisis(struct tp_text_game *g);
void tp_text_show_orders(struct tp_text_game *g);
void tp_text_show_goals(struct tp_text_game *g);
void tp_text_show_ending(struct tp_text_game *g);

/* explain.c: numbered actions (all of them, or only those that may be ordered, whose theme begins
 * with `theme`, "" for any); one action in full; the values that `name` means; why they moved; how
 * the gauges may go. */
void tp_text_show_actions(struct tp_text_game *g, int all, const char *theme);
void tp_text_show_action(struct tp_text_game *g, int action);
void tp_text_show_values(struct tp_text_game *g, const char *name);
void tp_text_show_why(struct tp_text_game *g, const char *name);
void tp_text_show_forecast(struct tp_text_game *g, int action);

/* advice.c: what the player has had before them, for the hints: a thing by its mark, the subject of
 * a value, all that the start of a turn shows. The hints that are to be said now; what the advisors
 * say. */
void tp_text_saw(struct tp_text_game *g, enum tp_mark_kind kind, int which);
void tp_text_saw_value(struct tp_text_game *g, int slot);
void tp_text_saw_board(struct tp_text_game *g);
void tp_text_repeat_hint(struct tp_text_game *g); /* with the next line, if it still waits */
void tp_text_show_hints(struct tp_text_game *g);
void tp_text_show_advice(struct tp_text_game *g);

/* The action that a number of the list or words mean, or TP_NONE after saying why not. */
int tp_text_find_action(struct tp_text_game *g, const char *typed);

#endif
