/* Counsel: drafts are found, the weightiest are chosen, and only those are worked out. */
#include "session/counsel/counsel.h"

#include "session/phrases.h"
#include "session/shown.h"
#include "session/state.h"

#include <math.h>
#include <string.h>

static const double least_row = 0.05; /* a smaller move of a cause is not worth following */

/* --- the survey ------------------------------------------------------------------------------- */

struct asked {
  int16_t slots[TP_ASKED_MAX];
  int count;
};

static void ask_about(struct asked *asked, int slot) {
  for (int i = 0; i < asked->count; i++) {
    if (asked->slots[i] == slot)
      return;
  }
  if (slot != TP_NONE && asked->count < TP_ASKED_MAX)
    asked->slots[asked->count++] = (int16_t)slot;
}

static void ask_about_conditions(const struct tp_rules *r, struct asked *asked,
                                 struct tp_span when) {
  for (int i = 0; i < when.count; i++)
    ask_about(asked, r->conditions[when.first + i].slot);
}

static void list_asked(const struct tp_session *s, struct asked *asked) {
  const struct tp_rules *r = s->r;
  struct tp_span goals = r->actors[s->player].goals;
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(s, (enum tp_gauge_id)i, &gauge);
    ask_about(asked, gauge.slot);
  }
  for (int i = 0; i < goals.count; i++)
    ask_about(asked, r->weights[goals.first + i].slot);
  for (int i = 0; r->unite != TP_NONE && i < 5; i++)
    ask_about(asked, tp_actor_slot(r, r->unite, TP_INDUSTRY) + i);
  for (int i = 0; i < r->ending_count; i++)
    ask_about_conditions(r, asked, r->endings[i].when);
  for (int i = 0; i < r->objective_count; i++)
    ask_about_conditions(r, asked, r->objectives[i].when);
}

static void begin_survey(struct tp_session *s) {
  struct asked asked = {.count = 0};
  if (s->survey)
    return;
  list_asked(s, &asked);
  s->survey = tp_survey_begin(s->r, tp_session_world(s), s->player, asked.slots, asked.count);
}

static const struct tp_survey *survey_of(struct tp_session *s) {
  begin_survey(s);
  tp_survey_wait(s->survey);
  return s->survey;
}

int tp_session_counsel_is_ready(struct tp_session *s) {
  if (tp_session_world(s)->result != TP_PLAYING)
    return 1;
  begin_survey(s);
  return tp_survey_is_done(s->survey);
}

void tp_counsel_forget(struct tp_session *s) {
  tp_survey_free(s->survey);
  s->survey = NULL;
}

/* --- drafts ----------------------------------------------------------------------------------- */

struct tp_counsel *tp_bench_add(struct tp_bench *b, enum tp_matter matter, double weight, int slot,
                                int wanted) {
  if (b->count == TP_DRAFTS_MAX)
    return NULL;
  struct tp_draft *draft = &b->drafts[b->count++];
  *draft = (struct tp_draft){.wanted = wanted};
  draft->counsel = (struct tp_counsel){.matter = (int)matter,
                                       .advisor = TP_NONE,
                                       .line = "",
                                       .slot = slot,
                                       .cause = {.slot = TP_NONE, .source = TP_NONE},
                                       .which = TP_NONE,
                                       .member = TP_NONE,
                                       .weight = weight < 100 ? weight : 100,
                                       .horizon = tp_survey_horizon(b->survey)};
  return &draft->counsel;
}

/* The row that did most in the direction of the variable's last move, or NULL. */
static const struct tp_row *main_row(const struct tp_bench *b, int slot) {
  int count;
  const struct tp_row *rows = tp_session_why(b->s, slot, b->turn, &count), *best = NULL;
  double moved = tp_session_moved(b->s, slot, b->turn);
  for (int i = 0; i < count; i++) {
    if ((rows[i].delta > 0) == (moved > 0) && (!best || fabs(rows[i].delta) > fabs(best->delta)))
      best = &rows[i];
  }
  return best && fabs(best->delta) >= least_row ? best : NULL;
}

/* What moved the row's source this turn, or NULL. */
static const struct tp_row *row_behind(const struct tp_bench *b, const struct tp_row *row) {
  if (row->source == TP_NONE || tp_session_hides(b->s, row->source))
    return NULL;
  return main_row(b, row->source);
}

/* To the tenth that the change itself is told in, so that both read alike. */
static double as_shown(double delta) {
  return fabs(delta) < 0.1 ? delta : tp_shown_tenths(lround(delta * 100));
}

/* What only passes a move on under the same name (deterrence, on its way from commitment to the
 * gap) is passed over. */
void tp_bench_explain(const struct tp_bench *b, struct tp_counsel *c) {
  const struct tp_row *row = main_row(b, c->slot);
  char cause[TP_WORDING_MAX], delta[64], source[TP_WORDING_MAX];
  if (!row)
    return;
  c->cause = *row;
  tp_wording_change(as_shown(row->delta), delta, sizeof delta);
  const struct tp_row *behind = row_behind(b, row);
  while (behind && behind->cause == row->cause && behind->source != row->source) {
    row = behind;
    behind = row_behind(b, row);
  }
  tp_wording_cause(b->r, row, cause, sizeof cause);
  if (!behind) {
    TP_SAY(c->why, sizeof c->why, TP_SAY_COUNSEL_WHY, cause, delta);
    return;
  }
  tp_wording_cause(b->r, behind, source, sizeof source);
  TP_SAY(c->why, sizeof c->why, TP_SAY_COUNSEL_BEHIND, cause, delta, source);
}

double tp_condition_distance(const struct tp_world *w, const struct tp_condition *c) {
  return tp_world_holds(c, w->v[c->slot]) ? 0 : fabs(w->v[c->slot] - c->value);
}

void tp_condition_words(const struct tp_bench *b, const struct tp_condition *c, char *condition,
                        char *now, size_t size) {
  tp_wording_condition(b->r, c, condition, size);
  tp_wording_value(b->r, c->slot, b->w->v[c->slot], now, size);
}

/* --- who speaks ------------------------------------------------------------------------------- */

static double care_of(const struct tp_bench *b, const struct tp_advisor *advisor,
                      const struct tp_counsel *c) {
  for (int i = 0; i < advisor->cares.count; i++) {
    struct tp_weight care = b->r->weights[advisor->cares.first + i];
    if (care.slot == c->slot)
      return 1 + fabs(care.weight);
  }
  int acts = c->help_count > 0 && c->help[0].order.kind == TP_ORDER_ACT;
  return acts && advisor->themes >> b->r->actions[c->help[0].order.id].theme & 1 ? 1 : 0;
}

/* How narrowly the line fits; 0: not at all. */
static int fit_of(const struct tp_bench *b, const struct tp_line *line,
                  const struct tp_counsel *c) {
  int cause = c->cause.slot == TP_NONE ? TP_NONE : c->cause.cause;
  if (line->matter != c->matter || (line->slot != TP_NONE && line->slot != c->slot) ||
      (line->cause != TP_NONE && line->cause != cause) || !tp_world_meets(b->r, b->w, line->when))
    return 0;
  return 1 + 4 * (line->slot != TP_NONE) + 4 * (line->cause != TP_NONE) +
         2 * (line->when.count > 0);
}

/* Of lines that fit equally well, another one in each turn. */
static const struct tp_line *best_line(const struct tp_bench *b, const struct tp_advisor *advisor,
                                       const struct tp_counsel *c, int *fit) {
  const struct tp_line *lines = b->r->guide->lines + advisor->lines.first;
  int equal = 0, count = advisor->lines.count;
  *fit = 0;
  for (int i = 0; i < count; i++) {
    int fits = fit_of(b, &lines[i], c);
    equal = fits > *fit ? 1 : equal + (fits == *fit);
    *fit = fits > *fit ? fits : *fit;
  }
  int wanted = equal ? b->turn % equal : 0;
  for (int i = 0; *fit > 0 && i < count; i++) {
    if (fit_of(b, &lines[i], c) == *fit && wanted-- == 0)
      return &lines[i];
  }
  return NULL;
}

/* Who cares most among those who have something to say on it; without any, who cares most. */
static void find_speaker(const struct tp_bench *b, struct tp_counsel *c) {
  double best = 0;
  const struct tp_guide *guide = b->r->guide;
  for (int i = 0; guide && i < guide->advisor_count; i++) {
    int fit;
    const struct tp_line *line = best_line(b, &guide->advisors[i], c, &fit);
    double score = care_of(b, &guide->advisors[i], c) + 2 * fit;
    if (score <= best)
      continue;
    best = score;
    c->advisor = i;
    c->line = line ? line->text : "";
  }
}

/* --- choosing --------------------------------------------------------------------------------- */

/* By falling weight; equals stay as they were found. */
static void sort(struct tp_bench *b) {
  for (int i = 1; i < b->count; i++) {
    struct tp_draft draft = b->drafts[i];
    int place = i;
    for (; place > 0 && b->drafts[place - 1].counsel.weight < draft.counsel.weight; place--)
      b->drafts[place] = b->drafts[place - 1];
    b->drafts[place] = draft;
  }
}

/* Was the same matter, or the same variable, spoken of already? Decisions are each their own. */
static int is_said(const struct tp_counsel *list, int count, const struct tp_counsel *c) {
  for (int i = 0; i < count; i++) {
    int other_decision = c->matter == TP_MATTER_DECISION && list[i].which != c->which;
    if ((list[i].matter == c->matter && !other_decision) ||
        (c->slot != TP_NONE && list[i].slot == c->slot))
      return 1;
  }
  return 0;
}

int tp_session_counsel(struct tp_session *s, struct tp_counsel *list, int room) {
  const struct tp_world *w = tp_session_world(s);
  if (w->result != TP_PLAYING)
    return 0;
  struct tp_bench b = {
      .s = s, .r = s->r, .w = w, .turn = s->turns, .player = s->player, .survey = survey_of(s)};
  tp_counsel_find_pressing(&b);
  tp_counsel_find_moves(&b);
  tp_counsel_find_openings(&b);
  sort(&b);
  int count = 0;
  for (int i = 0; i < b.count && count < room && count < TP_COUNSEL_MAX; i++) {
    if (is_said(list, count, &b.drafts[i].counsel))
      continue;
    tp_counsel_help(&b, &b.drafts[i]);
    if (b.drafts[i].needs_help && !b.drafts[i].counsel.help_count)
      continue;
    find_speaker(&b, &b.drafts[i].counsel);
    list[count++] = b.drafts[i].counsel;
  }
  return count;
}
