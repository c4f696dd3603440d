/* The studies of `balance`, each in its own file, and what they find.
 *
 * Every study plays games of the same seeds, from one book, so what differs between line-ups is
 * compared game by game. What they find is judged by checks, which all forms of the report list.
 */
#ifndef TP_LAB_BALANCE_BALANCE_H
#define TP_LAB_BALANCE_BALANCE_H

#include "lab/batches/book.h"
#include "lab/studies/plans.h"
#include "lab/statistics/ratings.h"
#include "lab/statistics/sequence.h"
#include "lab/setup.h"

enum {
  TP_BALANCE_BANDS = 32,
  TP_RUNGS_MAX = 5,
  TP_ROWS_MAX = 16,
  TP_CHECKED_MAX = 64,
  TP_LEVELS_MAX = 3,
  TP_STYLES_MAX = 6, /* plans that actions are tried with */
  TP_MARKS_MAX = 9   /* points of a game at which its chances are looked at */
};

/* What a plan leans to an action when it is to have it always, or never. */
enum { TP_LEAN_ALWAYS = 200, TP_LEAN_NEVER = -1000 };

/* The chance that any verdict on a band is wrong, and that any step of the ladder is. */
#define TP_BALANCE_ERROR 0.05

enum tp_check_verdict { TP_CHECK_PASS, TP_CHECK_FAIL, TP_CHECK_UNDECIDED };

struct tp_checked {
  const char *study;
  char name[120], detail[400];
  enum tp_check_verdict verdict;
};

/* A band: games won so far, and the interval that holds at all looks. */
struct tp_band_found {
  const struct tp_band *band;
  int lineup;
  long games, wins;
  struct tp_interval interval;
  enum tp_verdict_of_band verdict;
};

/* A rung of the ladder, and the step that leads to it. */
struct tp_rung {
  const char *policy;
  int lineup;
  long games, wins;
  struct tp_pairs step; /* a: this rung, b: the one below; over the games of both */
  struct tp_interval gain;
  enum tp_check_verdict verdict;
};

struct tp_table_cell {
  long games, wins;
};

struct tp_table_found {
  int row_count, column_count;
  const char *rows[TP_ROWS_MAX], *columns[TP_ROWS_MAX];
  int rated[TP_ROWS_MAX]; /* by column: its row of the same policy, or -1 */
  struct tp_table_cell cells[TP_ROWS_MAX][TP_ROWS_MAX];
  struct tp_ratings ratings; /* rows first, then columns that are no rows */
};

/* What an action is worth to the player. */
struct tp_action_found {
  int action;
  double used, used_by_planner; /* shares of games */
  long used_games, used_wins;   /* with the plans */
  long planner_games, planner_used;
  /* of never having it: changes of the share of games won, of the score, of the goals */
  double wins, score, goals;
  struct tp_interval of_wins, of_score, of_goals;
  double chance; /* of the wins, corrected after Holm */
  /* of always having it, where it may be had, against never */
  double forced_wins, forced_goals;
  struct tp_interval of_forced_wins, of_forced_goals;
  double forced_chance; /* of the goals, corrected */
  double best_style;    /* the most that any one style gains by it, in wins, at the least */
  /* when it is suspected: of the plan made without it, or for it, against one made freely */
  int suspected;
  double usual_wins, adapted, adapted_chance, planner_wins;
  struct tp_interval of_adapted;
  struct tp_interval of_planner_wins; /* a must-have: of planners without it against with it */
  int dominated, must_have;
};

/* How often a claim of the adversary falls, in games without a crisis. */
struct tp_claim_found {
  int claim;
  long seeds, fell;            /* in how many it ends 3 points lower, or more, whoever plays */
  int most;                    /* points it fell in any game */
  struct tp_interval interval; /* of the share of seeds */
};

/* A difficulty level, the easiest first, and the step to it from the one before. */
struct tp_level_found {
  const char *id; /* of the variant; "": the scenario as it is */
  long games, wins;
  struct tp_pairs step; /* a: the one before, b: this one */
  struct tp_interval loss;
  enum tp_check_verdict verdict;
};

/* How a game is decided. */
struct tp_course_found {
  int lineup, games, marks;
  int turn[TP_MARKS_MAX];
  double decided[TP_MARKS_MAX]; /* share of the outcome's variance decided by then */
  double certain[TP_MARKS_MAX]; /* share of games certain to 90 % by then, and for good */
  long certain_at_half, comebacks, behind;
  double seed_share; /* of the variance of the score, whatever the plan */
  struct tp_interval of_seed_share;
  double plan_share;
  struct tp_spread length;
  double openings; /* effective number of actions in the first turns, planner */
};

struct tp_balance {
  struct tp_arguments arguments;
  struct tp_setup setup;
  struct tp_book book;
  struct tp_band_found bands[TP_BALANCE_BANDS];
  int band_count;
  struct tp_rung rungs[TP_RUNGS_MAX];
  int rung_count;
  struct tp_table_found table;
  struct tp_plans plans;
  int styles[TP_STYLES_MAX], style_count; /* plans, by number */
  struct tp_action_found *actions;
  int action_count;
  struct tp_level_found levels[TP_LEVELS_MAX];
  int level_count;
  struct tp_claim_found claims[TP_CLAIMS_MAX];
  int claim_count;
  struct tp_course_found course;
  struct tp_checked checks[TP_CHECKED_MAX];
  int check_count;
  double seconds;
};

/* The studies: 1, or 0 when it was stopped. Each leaves what it found before. */
int tp_balance_bands(struct tp_balance *b);
int tp_balance_ladder(struct tp_balance *b);
int tp_balance_table(struct tp_balance *b);
int tp_balance_plans(struct tp_balance *b);
int tp_balance_actions(struct tp_balance *b);
int tp_balance_suspects(struct tp_balance *b); /* of actions */
int tp_balance_levels(struct tp_balance *b);
int tp_balance_course(struct tp_balance *b);

/* Reads what the games of all other studies did to the adversary's claims. */
void tp_balance_claims(struct tp_balance *b);

/* The policies of the seats, `usual` in all but those the command names. */
void tp_balance_seats(const struct tp_balance *b, const char *usual,
                      struct tp_policy policies[TP_ACTORS_MAX]);

/* The actions by what is lost with them, most first: `action_count` of them into `order`. */
void tp_balance_order(const struct tp_balance *b,
                      const struct tp_action_found *order[TP_ACTIONS_MAX]);

const char *tp_check_verdict_name(enum tp_check_verdict verdict);

/* Whether a does better than b: it does for sure when, of the cases that only one of the two hit, a
 * hit surely more than half; which is what McNemar's test asks, at any time (sequence.h). */
enum tp_check_verdict tp_balance_step(const struct tp_pairs *step, double error);

/* Adds the checks of what was found. */
void tp_balance_judge(struct tp_balance *b);

void tp_balance_text(const struct tp_balance *b, struct tp_json_out *out);
void tp_balance_json(const struct tp_balance *b, struct tp_json_out *out);
void tp_balance_html(const struct tp_balance *b, struct tp_text *out);
void tp_balance_junit(const struct tp_balance *b, struct tp_text *out);

#endif
