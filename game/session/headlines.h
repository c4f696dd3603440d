/* Headlines: what a turn was about, most important first.
 *
 * Built from the turn's facts (votes, actions, events, crises, endings) and from its largest
 * changes in the ledger. A pure function of what it is given.
 */
#ifndef TP_SESSION_HEADLINES_H
#define TP_SESSION_HEADLINES_H

#include "core/ledger.h"
#include "core/log.h"
#include "core/rules.h"

enum { TP_HEADLINES_MAX = 40, TP_HEADLINE_TEXT = 320 };

enum tp_headline_kind {
  TP_HEADLINE_ENDING,    /* which: ending */
  TP_HEADLINE_CRISIS,    /* a crisis opened, moved or ended; the guarantee was called on */
  TP_HEADLINE_EVENT,     /* which: event; a decision of the player may wait */
  TP_HEADLINE_DECISION,  /* which: event; somebody decided */
  TP_HEADLINE_STATUS,    /* a step on the ladder of a tie; slot: its status */
  TP_HEADLINE_VOTE,      /* which: action the council passed or refused */
  TP_HEADLINE_ACTION,    /* which: action started, ended, succeeded or failed */
  TP_HEADLINE_OBJECTIVE, /* which: objective met or lost again */
  TP_HEADLINE_CHANGE     /* slot: a variable that moved much */
};

struct tp_headline {
  char text[TP_HEADLINE_TEXT]; /* one sentence */
  int kind;                    /* enum tp_headline_kind */
  int which;                   /* see the kinds, or TP_NONE */
  int slot;                    /* variable whose ledger explains it, or TP_NONE */
  int actor;                   /* on the map, or TP_NONE */
  int good;                    /* for the player: 1 good, -1 bad, 0 neither or unknown */
  double importance;           /* 0..100 */
};

/* What happened in one turn. */
struct tp_happened {
  const double *before, *after; /* the variables */
  const struct tp_fact *facts;
  const struct tp_row *rows; /* the ledger; rows of one variable stand together */
  int fact_count, row_count;
  const double *travelled; /* how far each went in the turns before, up and down; or NULL */
  int turns_before;        /* how many those were */
};

/* Fills `list` with at most TP_HEADLINES_MAX headlines, by falling importance; returns how many. */
int tp_headlines_write(const struct tp_rules *r, const struct tp_happened *turn,
                       struct tp_headline *list);

/* What there is to tell under it: the text of its event, ending or action; else "". */
const char *tp_headline_story(const struct tp_rules *r, const struct tp_headline *headline);

#endif
