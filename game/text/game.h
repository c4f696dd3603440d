/* What the parts of the text game share. Internal to it. */
#ifndef TP_TEXT_GAME_H
#define TP_TEXT_GAME_H

#include "session/mods/offer.h"
#include "session/pages/pages.h"
#include "text/play.h"
#include "text/words.h"

enum { TP_TEXT_LINE = 4000, TP_TRAIL_MAX = 32 };

/* A change that was asked about. */
struct tp_asked {
  int slot, turn;
};

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
  int no_hints;                        /* the player wants none */
  struct tp_asked trail[TP_TRAIL_MAX]; /* what was asked, one from the other */
  int trail_count;
  char replaces[TP_GAME_NAME]; /* the name that was told to be taken, or "" */

  struct tp_settings *settings; /* or NULL */
  const char *settings_path;
  int mods_switched;              /* 1: since the game was last asked to go over into what is on */
  int mods_named;                 /* 1: the command line says which mods are on, ... */
  char mods_once[TP_MOD_IDS_MAX]; /* ... as they are here, for this once */
  char mods_said[700];            /* which of them the game has, as a sentence */
  char switches[TP_ID_MAX + 20];  /* the mod whose switching was told to concern others, or "" */
};

/* play.c: 1 when nothing would be lost by leaving this game; otherwise tries to save it. */
int tp_text_is_kept(struct tp_text_game *g, struct tp_problems *problems);

/* play.c: what a game begins with. */
void tp_text_greet(struct tp_text_game *g);

/* mods.c: lists, describes and switches mods; lists scenarios and begins one. A new game with the
 * mods that are on, or NULL with what is wrong; warnings are told. */
void tp_text_mods(struct tp_text_game *g, char *rest);
void tp_text_new(struct tp_text_game *g, const char *typed);
void tp_text_propose_mods(struct tp_text_game *g); /* those that are on, to the game */
struct tp_session *tp_text_begin(struct tp_text_game *g, const char *name,
                                 struct tp_problems *problems);

/* commands.c: does what a line says, which may be empty. */
void tp_text_command(struct tp_text_game *g, char *line);

/* files.c: its commands about saves, and language. */
void tp_text_list_saves(struct tp_text_game *g);
void tp_text_save(struct tp_text_game *g, const char *where);
void tp_text_load(struct tp_text_game *g, const char *what);
void tp_text_renew(struct tp_text_game *g, const char *what);
void tp_text_show_differences(struct tp_text_game *g); /* and how to go over, when it may */
int tp_text_may_leave(struct tp_text_game *g, enum tp_text_command command);
/* Goes on with another game in place of this one, whose orders are kept. */
void tp_text_take(struct tp_text_game *g, struct tp_session *session);
void tp_text_speak(struct tp_text_game *g, const char *code);

/* One line of output: a text of the table, filled in, or any words. */
void tp_text_tell(struct tp_text_game *g, enum tp_text_word id, const char *const *with);
#define TP_TELL(g, id, ...)                                                                        \
  tp_text_tell((g), TP_TEXT_##id, (const char *const[]){__VA_ARGS__, NULL})
#define TP_TELL_ALONE(g, id) tp_text_tell((g), TP_TEXT_##id, (const char *const[]){NULL})
void tp_text_say(struct tp_text_game *g, const char *words);

/* A command as it is typed, and with a word behind it. */
#define TP_TYPED(id) tp_text_name(TP_DO_##id)
#define TP_TYPED_WITH(id, word) tp_text_typed((char[120]){0}, TP_DO_##id, (word))
const char *tp_text_typed(char text[120], enum tp_text_command command, const char *word);

/* 1 when what was typed is that word, in the language that is spoken or in English. */
int tp_text_is(const char *typed, enum tp_text_word word, const char *english);

/* show.c: the board at the start of a turn, and its parts. */
void tp_text_show_turn(struct tp_text_game *g);
void tp_text_show_headlines(struct tp_text_game *g, int most);
void tp_text_show_decisions(struct tp_text_game *g);
void tp_text_show_crisis(struct tp_text_game *g);
void tp_text_show_orders(struct tp_text_game *g);

/* goals.c: objectives and endings; how a game that is over came out. */
void tp_text_show_goals(struct tp_text_game *g);
void tp_text_show_ending(struct tp_text_game *g);

/* past.c: why the game came out so, how claims and regimes went; the chance of a win turn by turn
 * and the decisions that moved it most; what another choice in a turn would have changed. */
void tp_text_show_past(struct tp_text_game *g);
void tp_text_show_turning(struct tp_text_game *g);
void tp_text_what_if(struct tp_text_game *g, const char *asked);

/* actions.c: numbered actions (all of them, or only those that may be ordered, whose theme begins
 * with `theme`, "" for any); one action in full; how the gauges may go with an order that exists,
 * or why not. */
void tp_text_show_actions(struct tp_text_game *g, int all, const char *theme);
void tp_text_show_action(struct tp_text_game *g, int action);
void tp_text_show_forecast(struct tp_text_game *g, struct tp_order order);

/* What it is called: an action's title, an answer's, "hold". The order must exist. */
const char *tp_text_order_title(const struct tp_text_game *g, struct tp_order order);

/* The action that a number of the list or words mean, or TP_NONE after saying why not. */
int tp_text_find_action(struct tp_text_game *g, const char *typed);

/* values.c: many values at once, what moved first; the list is put into that order. */
void tp_text_list_values(struct tp_text_game *g, int *slots, int count);

/* explain.c: one value and by how much it moved; the values that `name` means; why one moved: a
 * name, the number of a line of the last answer, the turn before it, or back. */
void tp_text_say_value(struct tp_text_game *g, int slot);
void tp_text_show_values(struct tp_text_game *g, const char *name);
void tp_text_show_why(struct tp_text_game *g, const char *what);

/* read.c: the page of the encyclopaedia that `typed` names, or what there is to read. */
void tp_text_read(struct tp_text_game *g, const char *typed);
void tp_text_read_page(struct tp_text_game *g, struct tp_page_ref ref);

/* The page of the line of that number in the last answer to why: 1 when there is one. */
int tp_text_read_line(struct tp_text_game *g, const char *typed);

/* advice.c: what the player has had before them, for the hints: a thing by its mark, the subject of
 * a value, all that the start of a turn shows. The hints that are to be said now; what the advisors
 * say. */
void tp_text_saw(struct tp_text_game *g, enum tp_mark_kind kind, int which);
void tp_text_saw_value(struct tp_text_game *g, int slot);
void tp_text_saw_board(struct tp_text_game *g);
void tp_text_repeat_hint(struct tp_text_game *g); /* with the next line, if it still waits */
void tp_text_show_hints(struct tp_text_game *g);
void tp_text_show_advice(struct tp_text_game *g);

#endif
