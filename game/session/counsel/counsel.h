/* What the finders of counsel share. Internal to the session layer. */
#ifndef TP_SESSION_COUNSEL_COUNSEL_H
#define TP_SESSION_COUNSEL_COUNSEL_H

#include "session/advice.h"
#include "session/review/survey.h"

enum { TP_DRAFTS_MAX = 64, TP_ASKED_MAX = 128 };

/* A piece of advice before it is chosen: what would help is looked up only then. */
struct tp_draft {
  struct tp_counsel counsel;
  int wanted;     /* 1: `counsel.slot` is to rise; -1: to fall; 0: the goals as a whole */
  int needs_help; /* 1: not worth saying when nothing would help */
  double lacks;   /* points that the member lacks to a yes */
};

struct tp_bench {
  const struct tp_session *s;
  const struct tp_rules *r;
  const struct tp_world *w;
  int turn, player;
  const struct tp_survey *survey;
  struct tp_draft drafts[TP_DRAFTS_MAX];
  int count;
};

/* A new draft about `matter`; NULL when there are too many. */
struct tp_counsel *tp_bench_add(struct tp_bench *b, enum tp_matter matter, double weight, int slot,
                                int wanted);

/* Says where the last move of the counsel's variable came from, and what moved that. */
void tp_bench_explain(const struct tp_bench *b, struct tp_counsel *c);

/* The finders, each for its matters: what presses (crises, decisions, defeats), what moved (the
 * gap, setbacks, claims, goals), what could be built on (votes, pillars, means). */
void tp_counsel_find_pressing(struct tp_bench *b);
void tp_counsel_find_moves(struct tp_bench *b);
void tp_counsel_find_openings(struct tp_bench *b);

/* What would help, once the counsel is chosen. `_vote` is for actions that win the member over. */
void tp_counsel_help(struct tp_bench *b, struct tp_draft *draft);

/* How far the world is from meeting the condition, in its own points; 0 when it does. */
double tp_condition_distance(const struct tp_world *w, const struct tp_condition *c);

/* A condition and the variable's value in words, for "{..}; now {..}". */
void tp_condition_words(const struct tp_bench *b, const struct tp_condition *c, char *condition,
                        char *now, size_t size);

#endif
