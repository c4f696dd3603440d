/* A session: one game as it is played. What every front end stands on.
 *
 * It owns the rules and the world, the player's orders of this turn with undo, the history of every
 * past turn (worlds, ledger, facts, orders, headlines), autosaves and a forecaster. It knows no
 * screen and no input. It promises that the world changes only in tp_session_end_turn; that the
 * same scenario, seed and orders give the same game; that nothing is lost when a file cannot be
 * written. A session belongs to one thread; its forecaster's thread reads the rules only.
 *
 * Front ends read the world with the core's own functions: struct tp_rules has names, actors,
 * actions and slots; tp_world_actions_const tells which programmes run. The words for all of it
 * are in session/wording.h. The scenarios to choose from come from tp_scenario_list
 * (data/scenario.h); tp_scenario_load tells what is wrong with a broken one.
 */
#ifndef TP_SESSION_SESSION_H
#define TP_SESSION_SESSION_H

#include "ai/policy.h"
#include "core/guide.h"
#include "core/turn.h"
#include "data/files.h"
#include "data/folders.h"
#include "data/nearest.h"  /* for names that a player types */
#include "data/outlines.h" /* the countries' shapes, for who draws a map */
#include "data/saves/save.h"
#include "data/scenario.h"
#include "data/settings.h" /* the player's, for all front ends */
#include "data/utf8.h"     /* of what a player types */
#include "session/forecast.h"
#include "session/headlines.h"
#include "session/reason.h"
#include "session/review/review.h"
#include "session/shown.h"
#include "session/review/whatif.h"
#include "session/wording.h"

struct tp_session;

/* --- opening and closing -----------------------------------------------------------------------
 */

/* Zeroed fields mean the usual. */
struct tp_session_options {
  const char *scenario; /* name or path; needed for a new game */
  const char *policy;   /* of the opponents, as tp_policy_find reads it; NULL: "planner" */
  const char *folder;   /* for autosaves; NULL: saves/ in the user's data folder; "": none */
  uint64_t seed;
  int no_autosave; /* 1: saves only when told to; see tp_session_set_autosave */
};

/* A new game. NULL when the scenario or an option is faulty: `problems` says why. */
struct tp_session *tp_session_start(const struct tp_session_options *options,
                                    struct tp_problems *problems);

/* A game from a save file; of `options` only the folder counts. History is rebuilt by
 * playing the saved orders again. When this program plays them differently than the one that wrote
 * the file, the game goes on from the file's snapshot, history before the difference is kept, and
 * tp_session_notice says so. NULL when the file cannot be used: `problems` says why. */
struct tp_session *tp_session_load(const char *path, const struct tp_session_options *options,
                                   struct tp_problems *problems);

/* Copies what begins the scenario of this game again, in the same variant: the file of a new game,
 * or the name, as a game from a save finds it; `_origin` with its mods behind it. */
void tp_session_source(const struct tp_session *session, char *name, size_t size);
void tp_session_origin(const struct tp_session *session, char *name, size_t size);

/* 1 when the game has just these mods ("a+b"). */
int tp_session_has_mods(const struct tp_session *s, const char *ids);

/* 1, once, when a file that the scenario was read from has changed since; a game from a save was
 * read from none. */
int tp_session_edited(struct tp_session *s);

/* Tells the game in the language that is spoken now (session/phrases.h): names and texts of its
 * scenario, headlines of all turns. State, history, orders and hashes stay; forecasts are given up,
 * and texts handed out before are gone. 1, or 0 with the reason, when the game is as it was. */
int tp_session_retell(struct tp_session *s, struct tp_problems *problems);

/* --- a game whose scenario or mods have changed ------------------------------------------------
 *
 * A game goes on with the data it was saved with, and needs nothing else. It can be put into its
 * scenario and mods as they are now: its state goes over by name, and its past as well where the
 * new data play it as it was played. Otherwise its history begins anew at the turn it had come to:
 * of the turns before, the course of the values is known and nothing else (tp_session_begun), and
 * it saves by itself in a file of its own.
 */

/* What the data as they are now would change in a game as it was saved; of a renewed one, what they
 * have changed. Empty where nothing differs. Valid until the game is closed. */
const struct tp_differences *tp_session_differences(const struct tp_session *s);

/* Proposes to put the game into its scenario as it is now with these mods ("a+b"; "" for none): the
 * differences are then those, and tp_session_renew goes over into them. */
void tp_session_propose(struct tp_session *s, const char *mods);

/* 1 when the game could go over into data that differ. */
int tp_session_may_renew(const struct tp_session *s);

/* The game in its data as they are now: a session beside `s`, which stays as it is; NULL when that
 * cannot be, and `problems` says why. */
struct tp_session *tp_session_renew(const struct tp_session *s, struct tp_problems *problems);

/* The same from a save that cannot be loaded as it is, its scenario or state being damaged. */
struct tp_session *tp_session_rescue(const char *path, const struct tp_session_options *options,
                                     struct tp_problems *problems);

/* The same from a save, also from one that is to be rescued; one that nothing differs from is
 * loaded. */
struct tp_session *tp_session_load_renewed(const char *path,
                                           const struct tp_session_options *options,
                                           struct tp_problems *problems);

/* The turn that history begins at: 0, or the one in which the game went over into other data. */
int tp_session_begun(const struct tp_session *s);

/* For who is writing a scenario: the game in its file as it is now, saving where it did. NULL when
 * the file is faulty now. */
struct tp_session *tp_session_reload(const struct tp_session *s, struct tp_problems *problems);

/* A new game of rules that the caller keeps, for tests and tools; it cannot be saved. */
struct tp_session *tp_session_start_rules(const struct tp_rules *r,
                                          const struct tp_session_options *options,
                                          struct tp_problems *problems);

/* Frees it; NULL is allowed. Nothing is saved. */
void tp_session_close(struct tp_session *s);

/* --- reading -----------------------------------------------------------------------------------
 */

const struct tp_rules *tp_session_rules(const struct tp_session *s);
const struct tp_world *tp_session_world(const struct tp_session *s); /* as it is now */
int tp_session_player(const struct tp_session *s);                   /* actor */
uint64_t tp_session_seed(const struct tp_session *s);

/* Turns played; 0 at the start. History index t: 0 is the start, tp_session_turn is now. */
int tp_session_turn(const struct tp_session *s);

/* The world after `turn` turns; its `v[slot]` is what a sparkline draws. NULL when it is not known:
 * outside the game, or in a loaded one past the turn that this program plays differently. */
const struct tp_world *tp_session_world_at(const struct tp_session *s, int turn);

/* A variable after `turn` turns (the nearest known turn), and by how much it moved in the turn that
 * ended there (0 for the first). */
double tp_session_value(const struct tp_session *s, int slot, int turn);
double tp_session_moved(const struct tp_session *s, int slot, int turn);

/* The same as they are shown, in whole hundredths (see session/shown.h). */
long tp_session_shown(const struct tp_session *s, int slot, int turn);
long tp_session_shown_change(const struct tp_session *s, int slot, int turn);

/* 1 when `slot` is something another seat keeps to itself: show it as not known. */
int tp_session_hides(const struct tp_session *s, int slot);

/* Why a variable moved in the turn that ended at history index `turn`: its ledger rows in order,
 * `*count` of them. Added in order to its value before, their deltas give its value after, bit for
 * bit. Valid until the session is closed. */
const struct tp_row *tp_session_why(const struct tp_session *s, int slot, int turn, int *count);

/* What pulls at a variable now: one term of its equation. `row` reads as a ledger's row does, with
 * in `delta` by how much the term moves the value where the variable is heading, against the start;
 * `weight` is points of that for each point of the term's source as the rest stands. */
struct tp_pull {
  struct tp_row row;
  double weight;
};

/* At most `room` of them, in the order of its equation; 0 when it has none. */
int tp_session_pulls(const struct tp_session *s, int slot, struct tp_pull *pulls, int room);

/* All rows of that turn, by ascending slot, and its facts in the order they happened. */
const struct tp_row *tp_session_ledger(const struct tp_session *s, int turn, int *count);
const struct tp_fact *tp_session_facts(const struct tp_session *s, int turn, int *count);

/* What `seat` ordered in the turn that ended at `turn`, or NULL. */
const struct tp_orders *tp_session_orders_at(const struct tp_session *s, int turn, int seat);

/* That turn's headlines, by falling importance. */
const struct tp_headline *tp_session_headlines(const struct tp_session *s, int turn, int *count);

/* --- the player's orders of this turn ----------------------------------------------------------
 */

const struct tp_orders *tp_session_orders(const struct tp_session *s);

/* May the order be given, after those already given? A second answer to a decision, or a second
 * move in a crisis, takes the place of the first. */
struct tp_verdict tp_session_check(const struct tp_session *s, struct tp_order order);

/* Why not, in words, with where what it needs stands, if the player may see that:
 * "needs Europe: defence autonomy at least 36 (now 35.6)". */
void tp_session_reason(const struct tp_session *s, struct tp_verdict verdict, char *text,
                       size_t size);

/* Gives it when the check allows; otherwise nothing changes and the verdict says why. */
struct tp_verdict tp_session_give(struct tp_session *s, struct tp_order order);

/* The same for an action, by its index. */
struct tp_verdict tp_session_act(struct tp_session *s, int action);

/* 1 when the action is among the orders. */
int tp_session_has_ordered(const struct tp_session *s, int action);

/* Takes back order `index`; undoes and redoes the last of these steps, giving included.
 * 0 when there is nothing to do. */
int tp_session_remove(struct tp_session *s, int index);
int tp_session_undo(struct tp_session *s);
int tp_session_redo(struct tp_session *s);
int tp_session_can_undo(const struct tp_session *s);

/* What is left to spend once the orders are paid for. */
struct tp_means tp_session_means(const struct tp_session *s);

/* The council's vote on an action as it would be held: once what is ordered before it is carried
 * out, with other dice than the game's where that is uncertain. */
void tp_session_poll(const struct tp_session *s, int action, struct tp_ballot *ballot);

/* --- decisions and crises ----------------------------------------------------------------------
 */

/* One decision that waits for the player. */
struct tp_decision {
  int event;
  int option_count;
  int answer;               /* option chosen so far, or TP_NONE: the first open one is taken */
  int open[TP_OPTIONS_MAX]; /* 1: the option may be chosen */
  const struct tp_option *options; /* option_count of them */
};

/* How many decisions wait, and each of them (0 when there is no such). */
int tp_session_decisions(const struct tp_session *s);
int tp_session_decision(const struct tp_session *s, int index, struct tp_decision *decision);

/* A crisis as the player sees it. Costs and gains are certain once their outcome is; which outcome
 * depends on the other side. */
struct tp_crisis_state {
  int on; /* 0: no crisis, and nothing else counts */
  int challenger, target;
  int ours;  /* 1: the player is one of them and moves */
  int other; /* the other side, when ours */
  int step, age;
  int called;   /* 1: the target stands under the guarantee */
  int honoured; /* 1: the guarantor stands by it */
  int move;     /* enum tp_crisis_move chosen so far; TP_HOLD_FIRM when none */
  /* if one steps back, per side (0 ours or challenger, 1 the other) */
  double stability_lost[2], credibility_lost[2], consent_lost[2];
  double rally_won[2];    /* of the one who stands */
  double rally_escalated; /* of who escalates */
  double easing;          /* chance that it ends by itself when both hold */
  double prosperity_war;  /* lost by both when the ladder reaches its last step */
};
void tp_session_crisis(const struct tp_session *s, struct tp_crisis_state *crisis);

/* What is known of a move, in one or two sentences. */
void tp_session_move_text(const struct tp_session *s, enum tp_crisis_move move, char *text,
                          size_t size);

/* How the crisis goes in the imagined games of a forecast (its `crisis`, one arm), in a sentence:
 * "If you hold firm then: Russia steps back 62 %, ...". "" where the player is in none, and where
 * it steps back: then it is over. */
void tp_session_crisis_ways(const struct tp_session *s, const int games[TP_CRISIS_WAYS], char *text,
                            size_t size);

/* --- ending the turn ---------------------------------------------------------------------------
 */

/* Plays the turn: opponents choose by their policies, the ledger and log are kept, headlines are
 * written, the orders start empty again, and the game is saved. 0 when the game is over, and
 * nothing happens. A save that fails loses nothing: see tp_session_notice. */
int tp_session_end_turn(struct tp_session *s);

/* What the player should be told (an autosave that failed, a save played differently), or "". It
 * stays until the next turn. */
const char *tp_session_notice(const struct tp_session *s);

/* --- files -------------------------------------------------------------------------------------
 */

/* Writes the game: in one step, or not at all with the reason. The last three of a name are kept; a
 * file that is no save is not replaced.
 * The orders of the turn that comes are part of it. `name` is what the player calls it, or NULL. */
int tp_session_save(const struct tp_session *s, const char *path, struct tp_problems *problems);
int tp_session_save_as(const struct tp_session *s, const char *path, const char *name,
                       struct tp_problems *problems);

/* Before the game is left: if orders were given since it saved by itself, saves it again, so that
 * they are there when it goes on. 0 when that failed; the notice says so. */
int tp_session_keep_orders(struct tp_session *s);

/* Where this session saves by itself, or "" when it does not: a file of its own, so that no new
 * game takes the place of another; a game that was loaded from such a file goes on in it. 1 when
 * the game as it stands was saved there. */
const char *tp_session_autosave_path(const struct tp_session *s);
int tp_session_is_saved(const struct tp_session *s);

/* Saves at the end of each turn from now on, or no more; 1 after opening. */
void tp_session_set_autosave(struct tp_session *s, int on);

/* The usual folder of saves (1 and its path, or 0), and the newest save in `folder` (NULL: the
 * usual one). tp_files_list lists them all, tp_save_peek tells what is in one. */
int tp_session_saves_folder(char path[TP_PATH_MAX]);
int tp_session_latest_save(const char *folder, char *path, size_t size);

/* Plays all recorded orders again and compares hashes: the first turn that differs, or TP_NONE when
 * all agree. `slot` (may be NULL) is the first variable that differs, or TP_NONE. */
int tp_session_check_replay(const struct tp_session *s, int *slot);

/* --- gauges, objectives, result ----------------------------------------------------------------
 */

#define TP_GAUGE_ENTRY_(ID, name) TP_GAUGE_##ID,
enum tp_gauge_id { TP_GAUGE_NAMES(TP_GAUGE_ENTRY_) TP_GAUGES };
#undef TP_GAUGE_ENTRY_

struct tp_gauge {
  char title[100];
  int slot;      /* TP_NONE when the scenario has no such variable */
  int rising;    /* 1: more is better for the player; 0: less is */
  int has_goal;  /* 1: an objective or a victory names a mark */
  double goal;   /* the mark */
  int goal_op;   /* enum tp_operator */
  double value;  /* now */
  double change; /* in the last turn */
};
void tp_session_gauge(const struct tp_session *s, enum tp_gauge_id gauge, struct tp_gauge *out);

/* The variable of a gauge in any game of these rules, or TP_NONE. */
int tp_session_gauge_slot(const struct tp_rules *r, enum tp_gauge_id gauge);

/* A variable that a victory asks for, that the player sees and that is no gauge. */
struct tp_goal {
  int slot;
  int rising; /* as of a gauge */
};
/* Those of all victories, as they stand in the rules, at most `room`; returns their number. */
int tp_session_goals(const struct tp_session *s, struct tp_goal *goals, int room);

/* The victory that lacks least (tp_lack_of_ending), the first of equals. */
struct tp_nearness {
  int ending;   /* TP_NONE where no victory asks for anything */
  int held, of; /* of its conditions; what is hidden from the player is taken not to hold */
};
void tp_session_nearest_victory(const struct tp_session *s, struct tp_nearness *out);

/* Autonomy is what the weakest of its pillars allows: TP_PILLARS variables from that of
 * TP_INDUSTRY. */
enum { TP_PILLARS = TP_DETERRENT - TP_INDUSTRY + 1 };
/* The variable of the weakest now, or TP_NONE when the scenario has none. */
int tp_session_weakest_pillar(const struct tp_session *s);

struct tp_objective_state {
  const struct tp_objective *objective;
  int met;    /* 1: held long enough, now */
  int streak; /* turns in a row its conditions have held */
};
void tp_session_objective(const struct tp_session *s, int index, struct tp_objective_state *out);

/* How it stands: "met", "holds, 2 of 4 turns", "not met". The same of what an ending asks for. */
void tp_session_objective_text(const struct tp_session *s, int index, char *text, size_t size);
void tp_session_ending_text(const struct tp_session *s, int index, char *text, size_t size);

struct tp_outcome {
  enum tp_result result;    /* TP_PLAYING until the end */
  const char *title, *text; /* of the ending; "" until then */
  double score;             /* 0..100: weight of the objectives met */
};
void tp_session_outcome(const struct tp_session *s, struct tp_outcome *out);

/* --- forecasts ---------------------------------------------------------------------------------
 */

/* Asks how the gauges go, and what is gained in what victories ask for, with and without `order`,
 * an action, an answer or a move in a crisis, on top of the other orders given (see
 * session/forecast.h): a ticket, or 0 when it is refused for a reason other than means, or no
 * thread can be had. When only means are missing it is as if they were there. What is ordered
 * already, or answered otherwise, is compared with the orders without it: so all choices of one
 * decision are measured against making none. All tickets are cancelled when the turn ends. */
int tp_session_forecast_order(struct tp_session *s, struct tp_order order, int rollouts,
                              int horizon);

/* The same for any two sets of orders and any variables, from the world after `turn` turns: for
 * "what if". 0 when that world is not known. */
int tp_session_forecast(struct tp_session *s, int turn, const struct tp_forecast_request *request);

/* See the functions of the same names in session/forecast.h. */
enum tp_forecast_state tp_session_forecast_poll(struct tp_session *s, int ticket,
                                                struct tp_forecast *result);
enum tp_forecast_state tp_session_forecast_wait(struct tp_session *s, int ticket,
                                                struct tp_forecast *result);
void tp_session_forecast_cancel(struct tp_session *s, int ticket);

#endif
