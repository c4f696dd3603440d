/* What a person reads, in words: dates, names of variables, values, causes, costs, votes.
 *
 * Shared by the window and the text game, so that both say the same. Every function writes at most
 * `size` bytes into `text`, always terminates it, and never cuts a character in two. The words
 * are those of the language that is spoken (session/phrases.h); names come from the scenario.
 */
#ifndef TP_SESSION_WORDING_H
#define TP_SESSION_WORDING_H

#include "core/ledger.h"
#include "core/log.h"
#include "core/order.h"
#include "session/phrases.h"

enum { TP_WORDING_MAX = 320 }; /* room enough for any one sentence */

/* "62.4", "62", "0.03": as many digits as tell something; returns `text`. */
char *tp_wording_number(double x, char text[TP_FIGURE_MAX]);
#define TP_FIGURE(x) tp_wording_number((x), (char[TP_FIGURE_MAX]){0})

/* What is left to spend: rounded down, so that what is shown can be spent. */
char *tp_wording_left(double x, char text[TP_FIGURE_MAX]);
#define TP_FIGURE_LEFT(x) tp_wording_left((x), (char[TP_FIGURE_MAX]){0})

/* "2018 Q2": the quarter in which turn `turn` (0 is the first) is played. */
void tp_wording_date(const struct tp_rules *r, int turn, char *text, size_t size);

/* The same in a game that starts in that quarter. */
void tp_wording_quarter(int year, int quarter, int turn, char *text, size_t size);

/* "Russia: stability", "Russia and China: cohesion", "Europe: energy bought from Russia". The short
 * form leaves out whose it is: "Stability"; so does the one within a sentence, "stability". */
void tp_wording_variable(const struct tp_rules *r, int slot, char *text, size_t size);
void tp_wording_variable_within(const struct tp_rules *r, int slot, char *text, size_t size);
void tp_wording_variable_short(const struct tp_rules *r, int slot, char *text, size_t size);

/* "Russia: WHAT", "Europe towards Russia: WHAT": said of whatever the variable at `slot` is on. */
void tp_wording_of_subject(const struct tp_rules *r, int slot, const char *what, char *text,
                           size_t size);

/* What a variable of the world is called, by its name in scenarios ("energy_price"); "" where there
 * is none of that name. */
const char *tp_wording_of_world(const char *name);

/* The variable's meaning, one sentence; "" when there is none. Lives as long as the rules and the
 * language. */
const char *tp_wording_meaning(const struct tp_rules *r, int slot);

/* 1 when the variable's values are the steps of a ladder, which have names. */
int tp_wording_is_ladder(const struct tp_rules *r, int slot);

/* "62.4", "1.8 % of GDP", "entente": a value of the variable. */
void tp_wording_value(const struct tp_rules *r, int slot, double value, char *text, size_t size);

/* "+1.4", "-0.03", "no change". */
void tp_wording_change(double delta, char *text, size_t size);

/* "energy bill": a cause alone. */
const char *tp_wording_cause_name(enum tp_cause cause);

/* Why a row changed its variable: "energy bill (World: energy price)", "action “Visa-free travel”".
 * Without the size of the change. */
void tp_wording_cause(const struct tp_rules *r, const struct tp_row *row, char *text, size_t size);

/* The same in two parts: what one knows it by (the variable it comes from, the action, the event),
 * and how that works; `how` is "" when nothing is left to say. */
void tp_wording_cause_apart(const struct tp_rules *r, const struct tp_row *row, char *what,
                            size_t what_size, char *how, size_t how_size);

/* "Europe: defence autonomy at least 60"; "2019 Q4 or later"; "Russia and China: status no higher
 * than alignment". */
void tp_wording_condition(const struct tp_rules *r, const struct tp_condition *c, char *text,
                          size_t size);

/* "12 bn, 8 political capital, 1 attention, 6 turns"; "nothing" when it is free. */
void tp_wording_cost(const struct tp_rules *r, int action, char *text, size_t size);

/* An order: "“Joint procurement”", "On “The pipeline”: refuse it", "In the crisis: hold firm". */
void tp_wording_order(const struct tp_rules *r, struct tp_order order, char *text, size_t size);

/* An effect: "Europe: industry +4", "Energy price becomes 60". */
void tp_wording_effect(const struct tp_rules *r, const struct tp_effect *effect, char *text,
                       size_t size);

/* The vote as it stands: "qualified majority, would pass: 78 % of states, 81 % of population for;
 * unsure: Nordics; against: Sceptics". "no vote needed" without one. */
void tp_wording_ballot(const struct tp_rules *r, int action, const struct tp_ballot *ballot,
                       char *text, size_t size);

/* What is lost when the council refuses it, and what is not: "Refused, it still costs 5 political
 * capital, 1 attention, though not the 3 bn. It may be asked again in 2 turns." */
void tp_wording_refused(const struct tp_rules *r, int action, char *text, size_t size);

/* What differs between a saved game and its data as they are now: "Gone: action “Build forges”". */
struct tp_difference;
void tp_wording_difference(const struct tp_rules *r, const struct tp_difference *difference,
                           char *text, size_t size);

/* Names of things that have few values. */
const char *tp_wording_theme(enum tp_theme theme);
const char *tp_wording_vote(enum tp_vote vote);
const char *tp_wording_move(enum tp_crisis_move move);
const char *tp_wording_step(int crisis_step); /* "no crisis", "incident" ... "war" */
const char *tp_wording_status(int status);    /* "contacts" ... "military alliance" */
const char *tp_wording_result(enum tp_result result);

/* Variables meant by what somebody typed: an address ("russia.stability") or words that all occur
 * in its full name ("russia stab"). Puts the best `room` of them into `slots`, exact ones first;
 * returns how many. `tp_wording_find_action` does the same for actions of `seat` (any seat with
 * TP_NONE), by id and title. */
int tp_wording_find(const struct tp_rules *r, const char *typed, int *slots, int room);
int tp_wording_find_action(const struct tp_rules *r, int seat, const char *typed, int *actions,
                           int room);

#endif
