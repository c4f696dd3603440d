/* What a session is made of. Internal to the session layer. */
#ifndef TP_SESSION_STATE_H
#define TP_SESSION_STATE_H

#include "session/session.h"
#include "session/review/survey.h"

#define TP_USUAL_POLICY "planner"

enum { TP_NOTICE_MAX = 2000 };

/* One point of the history: the world there, and the turn that led to it. What is not known is
 * NULL. */
struct tp_past {
  struct tp_world *world;
  double *values;           /* of a turn before the history begins, by slot */
  uint64_t hash;            /* as it was when the turn was played */
  struct tp_orders *orders; /* one set for each actor */
  struct tp_row *rows;      /* by ascending slot */
  int *first;               /* [slot]: its first row; slot_count + 1 of them */
  struct tp_fact *facts;
  struct tp_headline *headlines;
  int fact_count, headline_count;
};

struct tp_session {
  struct tp_scenario *scenario; /* owned; NULL when the rules are the caller's */
  uint64_t stamp;               /* of its files, as they were read */
  const struct tp_rules *r;
  int player;
  uint64_t seed;
  struct tp_policy policies[TP_ACTORS_MAX];
  char policy_names[TP_ACTORS_MAX][32];
  void *policy_room;

  struct tp_past *past; /* past[0] is the start */
  int turns, past_room;
  int begun; /* the turn the history begins at: what was before was played with other data */
  struct tp_differences differences; /* see tp_session_differences */
  int renewed;                       /* 1: it has gone over into them */
  char *proposed; /* ids of the mods it is to go over into, or NULL: those it has */

  struct tp_orders *steps; /* the orders after each step of this turn; steps[0] is empty */
  int step, step_count, step_room;

  struct tp_row *row_buffer; /* of the turn being played */
  struct tp_fact *fact_buffer;
  int row_room, fact_room;

  struct tp_mark *seen; /* what the player has looked at, as far as hints ask */
  int seen_count;
  uint8_t offered[TP_HINTS_MAX]; /* 1: the hint was said already */

  struct tp_survey *survey; /* what each order would do this turn; NULL until it is asked for */

  struct tp_forecaster *forecaster; /* NULL until it is needed */
  struct tp_review *review;         /* the same */
  struct tp_whatif *whatif;         /* the one asked for last, or NULL */
  char autosave[TP_PATH_MAX];
  int no_autosave; /* the player wants none */
  int saved;       /* the game as it stands is in the autosave */
  int saved_step;  /* the step of the orders that is in it */
  int written_at;  /* the turn that was written there last, or TP_NONE */
  char notice[TP_NOTICE_MAX];
};

/* history.c: begins with the start of a game; begins anew with a state, at its turn, the turns
 * before not known; learns the values of one of those; plays one turn with the orders of all seats
 * (one set for each actor; those of who has no seat are ignored) and keeps all of it; keeps an
 * unknown turn; drops the last turn; takes a world as given for the last turn; writes the headlines
 * of all turns again, in the language and rules as they are now; frees. */
void tp_history_begin(struct tp_session *s);
void tp_history_begin_at(struct tp_session *s, const struct tp_world *world);
void tp_history_know_before(struct tp_session *s, int turn, const double *values);
void tp_history_play(struct tp_session *s, const struct tp_orders *by_actor);
void tp_history_skip(struct tp_session *s, const struct tp_orders *by_actor, uint64_t hash);
void tp_history_drop(struct tp_session *s);
void tp_history_settle(struct tp_session *s, const struct tp_world *world);
void tp_history_retell(struct tp_session *s);
void tp_history_free(struct tp_session *s);

/* renew.c: of the files that a scenario was read from; what the data as they are now would make of
 * the save whose text this is, kept in the session. */
uint64_t tp_session_stamp(const struct tp_scenario *scenario);
void tp_session_compare(struct tp_session *s, const char *text, size_t length, const char *path);

/* keep.c: the session as a record, to be freed; a session of what was read, whose parts it takes
 * (its folder, and whether it saves by itself, are those of `options`; `path` is the file that was
 * loaded, or NULL). NULL when state and turns do not fit. */
void tp_session_record(const struct tp_session *s, const char *name, struct tp_game_record *record);
struct tp_session *tp_session_take(struct tp_save *save, const char *path,
                                   const struct tp_session_options *options,
                                   struct tp_problems *problems);

/* hints.c: a turn has ended; what is said in each turn may be said again. */
void tp_hints_turn(struct tp_session *s);

/* review.c, whatif.c: gives up what was found out about the past, and waits for their threads; the
 * orders that the player gave, in a plan whose rows the caller frees. */
struct tp_order_plan;
void tp_session_review_forget(struct tp_session *s);
void tp_session_whatif_forget(struct tp_session *s);
void tp_session_plan(const struct tp_session *s, struct tp_order_plan *plan);

/* counsel.c: forgets what was found out about the orders of this turn. */
void tp_counsel_forget(struct tp_session *s);

/* pending.c: empties the orders and their undo. */
void tp_pending_reset(struct tp_session *s);

/* session.c: a session of `r` at its start, without policies. Names the policy of an actor; when
 * there is none of that name, the return is 0 and `problems` (may be NULL) says so. */
struct tp_session *tp_session_create(const struct tp_rules *r, uint64_t seed);
int tp_session_set_policy(struct tp_session *s, int actor, const char *name,
                          struct tp_problems *problems);

/* keep.c: sets where to save by itself, in the folder that tp_session_options.folder says, apart
 * from the save that was `loaded` (or NULL); writes the autosave, and the notice says when that
 * failed. */
void tp_session_keep_in(struct tp_session *s, const char *folder, const char *loaded);
/* The folder it saves in, for another game beside it; "" when it saves nowhere. */
void tp_session_folder(const struct tp_session *s, char folder[TP_PATH_MAX]);
void tp_session_autosave(struct tp_session *s);

#endif
