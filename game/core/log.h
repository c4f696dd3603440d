/* Facts of a turn, for headlines, statistics and tests. The caller owns the buffer; counts of what
 * happened are derived from here, never kept in the world. */
#ifndef TP_CORE_LOG_H
#define TP_CORE_LOG_H

#include <stdint.h>

enum tp_fact_kind {
  TP_FACT_ACTION_STARTED, /* a: seat, b: action */
  TP_FACT_ACTION_ENDED,   /* a: seat, b: action (a programme that ran its course) */
  TP_FACT_VOTED,          /* a: member, b: action, c: enum tp_stance, x: score */
  TP_FACT_VOTE_PASSED,    /* a: seat, b: action */
  TP_FACT_VOTE_FAILED,    /* a: seat, b: action */
  TP_FACT_ATTEMPT,        /* a: seat, b: action, c: 1 success 0 failure, x: chance */
  TP_FACT_WEDGE,          /* a: seat, b: action, c: 1 success 0 failure, x: chance */
  TP_FACT_EVENT,          /* a: event, b: deciding seat or -1 */
  TP_FACT_DECIDED,        /* a: seat, b: event, c: option */
  TP_FACT_CRISIS_OPENED,  /* a: challenger, b: target */
  TP_FACT_GUARANTEE,      /* a: guarantor, b: protected, c: 1 honoured 0 not, x: chance */
  TP_FACT_CRISIS_MOVED,   /* a: actor, b: enum tp_crisis_move, c: step after */
  TP_FACT_CRISIS_ENDED,   /* a: who backed down or -1, b: who stood or -1, c: last step */
  TP_FACT_STATUS,         /* a: tie, b: from, c: to */
  TP_FACT_OBJECTIVE,      /* a: objective, b: 1 met 0 lost again */
  TP_FACT_ENDING          /* a: ending */
};

struct tp_fact {
  int16_t kind; /* enum tp_fact_kind */
  int16_t a, b, c;
  double x;
};

struct tp_log {
  struct tp_fact *facts;
  int capacity;
  int count;
  int missed;
};

#endif
