/* Headlines from the facts of a turn and from what moved most.
 *
 * Facts come first by their nature: an ending above a crisis, a crisis above an event, an event
 * above routine. What the player or the adversary did weighs more than what others did. A variable
 * makes a headline by the share of its range that it moved, and more easily when it is one of those
 * that a goal of the player names.
 */
#include "session/headlines.h"

#include "core/world.h"
#include "session/phrases.h"
#include "session/shown.h"
#include "session/wording.h"

#include <stdlib.h>
#include <string.h>

enum { CHANGES_MAX = 8 };

struct desk {
  const struct tp_rules *r;
  const struct tp_happened *turn;
  struct tp_headline *list;
  int count;
};

static const char *name_of(const struct desk *d, int actor) {
  return actor == TP_NONE ? "" : d->r->actors[actor].words.title;
}

/* A new headline, its text still to be written; NULL when the page is full. */
static struct tp_headline *add(struct desk *d, enum tp_headline_kind kind, double importance) {
  if (d->count == TP_HEADLINES_MAX)
    return NULL;
  struct tp_headline *h = &d->list[d->count++];
  *h = (struct tp_headline){.kind = (int)kind,
                            .which = TP_NONE,
                            .slot = TP_NONE,
                            .actor = TP_NONE,
                            .importance = importance};
  return h;
}

#define WRITE(h, id, ...) TP_SAY((h)->text, sizeof(h)->text, id, __VA_ARGS__)

static double by_seat(const struct desk *d, int seat, double importance) {
  if (seat == d->r->player)
    return importance + 15;
  return seat == d->r->adversary ? importance + 8 : importance;
}

/* Is there a fact of this kind about the action in this turn? */
static int also(const struct desk *d, enum tp_fact_kind kind, int action) {
  for (int i = 0; i < d->turn->fact_count; i++) {
    if (d->turn->facts[i].kind == (int)kind && d->turn->facts[i].b == action)
      return 1;
  }
  return 0;
}

/* --- actions and votes ------------------------------------------------------------------------ */

static void report_start(struct desk *d, const struct tp_fact *f) {
  if (also(d, TP_FACT_ATTEMPT, f->b) || also(d, TP_FACT_WEDGE, f->b))
    return;
  const struct tp_action *action = &d->r->actions[f->b];
  struct tp_headline *h = add(d, TP_HEADLINE_ACTION, by_seat(d, f->a, 22));
  if (!h)
    return;
  h->which = f->b;
  h->actor = f->a;
  WRITE(h, action->turns > 0 ? TP_SAY_ACTION_STARTED : TP_SAY_ACTION_DONE, name_of(d, f->a),
        action->words.title);
}

static void report_end(struct desk *d, const struct tp_fact *f) {
  struct tp_headline *h = add(d, TP_HEADLINE_ACTION, by_seat(d, f->a, 26));
  if (!h)
    return;
  h->which = f->b;
  h->actor = f->a;
  WRITE(h, TP_SAY_ACTION_ENDED, name_of(d, f->a), d->r->actions[f->b].words.title);
}

static void report_attempt(struct desk *d, const struct tp_fact *f) {
  const struct tp_action *action = &d->r->actions[f->b];
  struct tp_headline *h = add(d, TP_HEADLINE_ACTION, by_seat(d, f->a, f->c ? 40 : 28));
  if (!h)
    return;
  h->which = f->b;
  h->actor = f->a;
  if (f->a == d->r->player)
    h->good = f->c ? 1 : -1;
  if (f->kind == TP_FACT_ATTEMPT) {
    WRITE(h, f->c ? TP_SAY_ATTEMPT_WON : TP_SAY_ATTEMPT_LOST, name_of(d, f->a),
          action->words.title);
    return;
  }
  const struct tp_tie *tie = &d->r->ties[action->wedge];
  h->importance += 15;
  WRITE(h, f->c ? TP_SAY_WEDGE_WON : TP_SAY_WEDGE_LOST, name_of(d, f->a), action->words.title,
        name_of(d, tie->a), name_of(d, tie->b));
}

static void list_against(const struct desk *d, int action, char *names, size_t size) {
  for (int i = 0; i < d->turn->fact_count; i++) {
    const struct tp_fact *f = &d->turn->facts[i];
    if (f->kind != TP_FACT_VOTED || f->b != action || f->c != TP_AGAINST)
      continue;
    tp_phrase_list(names, size, name_of(d, f->a));
  }
}

static void report_vote(struct desk *d, const struct tp_fact *f) {
  int passed = f->kind == TP_FACT_VOTE_PASSED;
  char names[160] = "";
  struct tp_headline *h = add(d, TP_HEADLINE_VOTE, by_seat(d, f->a, passed ? 24 : 40));
  if (!h)
    return;
  h->which = f->b;
  h->actor = f->a;
  if (f->a == d->r->player)
    h->good = passed ? 1 : -1;
  list_against(d, f->b, names, sizeof names);
  enum tp_phrase phrase = passed     ? TP_SAY_VOTE_PASSED
                          : names[0] ? TP_SAY_VOTE_FAILED_BY
                                     : TP_SAY_VOTE_FAILED;
  WRITE(h, phrase, d->r->actions[f->b].words.title, names);
}

/* --- events ----------------------------------------------------------------------------------- */

/* A title may end a sentence by itself: "Whom to invite?." loses its full stop. */
static void end_once(char *text) {
  for (char *p = text; (p = strchr(p, '.')) != NULL;) {
    if (p > text && (p[-1] == '?' || p[-1] == '!' || p[-1] == '.'))
      memmove(p, p + 1, strlen(p));
    else
      p++;
  }
}

static void report_event(struct desk *d, const struct tp_fact *f) {
  const struct tp_event *event = &d->r->events[f->a];
  int waits = event->options.count > 0 && f->b == d->r->player;
  struct tp_headline *h = add(d, TP_HEADLINE_EVENT, waits ? 70 : 50);
  if (!h)
    return;
  h->which = f->a;
  h->actor = f->b;
  WRITE(h, waits ? TP_SAY_EVENT_WAITS : TP_SAY_EVENT, event->words.title);
  end_once(h->text);
}

static void report_decision(struct desk *d, const struct tp_fact *f) {
  const struct tp_event *event = &d->r->events[f->b];
  const char *option = d->r->options[event->options.first + f->c].words.title;
  struct tp_headline *h = add(d, TP_HEADLINE_DECISION, by_seat(d, f->a, 32));
  if (!h)
    return;
  h->which = f->b;
  h->actor = f->a;
  if (f->a == TP_NONE)
    WRITE(h, TP_SAY_DECIDED_NOBODY, event->words.title, option);
  else
    WRITE(h, TP_SAY_DECIDED, name_of(d, f->a), event->words.title, option);
  end_once(h->text);
}

/* --- crises ----------------------------------------------------------------------------------- */

static void report_crisis(struct desk *d, const struct tp_fact *f) {
  static const enum tp_phrase moves[] = {TP_SAY_CRISIS_HOLDS, TP_SAY_CRISIS_ESCALATES,
                                         TP_SAY_CRISIS_BACKS};
  struct tp_headline *h = add(d, TP_HEADLINE_CRISIS, 90);
  if (!h)
    return;
  h->slot = tp_world_slot(d->r, TP_CRISIS);
  h->actor = f->a;
  if (f->kind == TP_FACT_CRISIS_OPENED) {
    h->good = -1;
    WRITE(h, TP_SAY_CRISIS_OPENED, name_of(d, f->a), name_of(d, f->b));
  } else if (f->kind == TP_FACT_GUARANTEE) {
    h->importance = 88;
    h->good = f->b == d->r->player ? (f->c ? 1 : -1) : 0;
    WRITE(h, f->c ? TP_SAY_GUARANTEE_KEPT : TP_SAY_GUARANTEE_DENIED, name_of(d, f->a),
          name_of(d, f->b));
  } else if (f->kind == TP_FACT_CRISIS_MOVED) {
    h->importance = f->b == TP_HOLD_FIRM ? 60 : 76;
    WRITE(h, moves[f->b], name_of(d, f->a));
  } else if (f->a != TP_NONE && f->b != TP_NONE) {
    h->importance = 86;
    h->good = f->b == d->r->player ? 1 : f->a == d->r->player ? -1 : 0;
    WRITE(h, TP_SAY_CRISIS_WON, name_of(d, f->a), name_of(d, f->b), tp_wording_step(f->c));
  } else {
    h->importance = 84;
    h->good = 1;
    WRITE(h, TP_SAY_CRISIS_EASED, tp_wording_step(f->c));
  }
}

/* --- the rest --------------------------------------------------------------------------------- */

static void report_status(struct desk *d, const struct tp_fact *f) {
  const struct tp_tie *tie = &d->r->ties[f->a];
  int rises = f->c > f->b;
  struct tp_headline *h = add(d, TP_HEADLINE_STATUS, 78);
  if (!h)
    return;
  h->slot = tp_tie_slot(d->r, f->a, TP_STATUS);
  h->actor = tie->a;
  int with_player = tie->a == d->r->player || tie->b == d->r->player;
  int with_adversary = tie->a == d->r->adversary || tie->b == d->r->adversary;
  if (with_player || with_adversary)
    h->good = rises == with_player ? 1 : -1;
  WRITE(h, rises ? TP_SAY_STATUS_UP : TP_SAY_STATUS_DOWN, name_of(d, tie->a), name_of(d, tie->b),
        tp_wording_status(f->b), tp_wording_status(f->c));
}

/* Did the conditions hold before the turn as well? Then it is met because a game counts from its
 * first turn, and nobody did anything for it. */
static int held_before(const struct desk *d, struct tp_span when) {
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *condition = &d->r->conditions[when.first + i];
    if (!tp_world_holds(condition, d->turn->before[condition->slot]))
      return 0;
  }
  return 1;
}

static void report_objective(struct desk *d, const struct tp_fact *f) {
  const struct tp_objective *objective = &d->r->objectives[f->a];
  int is_no_news = f->b && objective->lasting <= 1 && held_before(d, objective->when);
  struct tp_headline *h = add(d, TP_HEADLINE_OBJECTIVE, is_no_news ? 10 : 72);
  if (!h)
    return;
  h->which = f->a;
  h->good = f->b ? 1 : -1;
  WRITE(h, f->b ? TP_SAY_OBJECTIVE_MET : TP_SAY_OBJECTIVE_LOST, objective->words.title);
}

static void report_ending(struct desk *d, const struct tp_fact *f) {
  const struct tp_ending *ending = &d->r->endings[f->a];
  struct tp_headline *h = add(d, TP_HEADLINE_ENDING, 100);
  if (!h)
    return;
  h->which = f->a;
  h->good = ending->result == TP_VICTORY ? 1 : ending->result == TP_DEFEAT ? -1 : 0;
  WRITE(h, TP_SAY_ENDING, tp_wording_result((enum tp_result)ending->result), ending->words.title);
  tp_phrase_capital(h->text);
}

static void report(struct desk *d, const struct tp_fact *f) {
  switch ((enum tp_fact_kind)f->kind) {
  case TP_FACT_ACTION_STARTED:
    report_start(d, f);
    break;
  case TP_FACT_ACTION_ENDED:
    report_end(d, f);
    break;
  case TP_FACT_VOTED:
    break; /* told with the outcome */
  case TP_FACT_VOTE_PASSED:
  case TP_FACT_VOTE_FAILED:
    report_vote(d, f);
    break;
  case TP_FACT_ATTEMPT:
  case TP_FACT_WEDGE:
    report_attempt(d, f);
    break;
  case TP_FACT_EVENT:
    report_event(d, f);
    break;
  case TP_FACT_DECIDED:
    report_decision(d, f);
    break;
  case TP_FACT_CRISIS_OPENED:
  case TP_FACT_GUARANTEE:
  case TP_FACT_CRISIS_MOVED:
  case TP_FACT_CRISIS_ENDED:
    report_crisis(d, f);
    break;
  case TP_FACT_STATUS:
    report_status(d, f);
    break;
  case TP_FACT_OBJECTIVE:
    report_objective(d, f);
    break;
  case TP_FACT_ENDING:
    report_ending(d, f);
    break;
  }
}

/* --- what moved ------------------------------------------------------------------------------- */

/* What is told otherwise (steps, the clock), what only stands between cause and effect, and small
 * change (what seats may spend). */
static int is_told_otherwise(const struct tp_rules *r, int slot) {
  struct tp_slot s = r->slots[slot];
  switch ((enum tp_scope)s.scope) {
  case TP_ON_WORLD:
    return s.variable == TP_TURN || s.variable == TP_CRISIS || s.variable == TP_ENERGY_MARGIN;
  case TP_ON_TIE:
    return s.variable == TP_STATUS || s.variable == TP_BRITTLE || s.variable == TP_ALIGNMENT;
  case TP_ON_ACTOR:
    return (s.variable >= TP_BUDGET && s.variable <= TP_ATTENTION) || s.variable == TP_SHORTFALL ||
           s.variable == TP_ALARM || s.variable == TP_ENRICHMENT || s.variable == TP_SECURITY ||
           s.variable == TP_COERCION;
  default:
    return 0;
  }
}

/* The weight of a variable among the player's goals. */
static double goal_weight(const struct tp_rules *r, int slot) {
  struct tp_span goals = r->actors[r->player].goals;
  for (int i = 0; i < goals.count; i++) {
    if (r->weights[goals.first + i].slot == slot)
      return r->weights[goals.first + i].weight;
  }
  return 0;
}

static double moved(const struct desk *d, int slot) {
  return d->turn->after[slot] - d->turn->before[slot];
}

/* How much of a headline a change is: % of the range moved, more when it is a goal. */
static double weight_of_change(const struct desk *d, int slot) {
  double delta = moved(d, slot), range = d->r->high[slot] - d->r->low[slot];
  if (delta == 0 || range <= 0 || is_told_otherwise(d->r, slot) ||
      tp_rules_hides(d->r, d->r->player, slot))
    return 0;
  double share = 100 * (delta < 0 ? -delta : delta) / range;
  return goal_weight(d->r, slot) != 0 ? 2 * share : share;
}

/* The row that did most in the direction of the change, or NULL. */
static const struct tp_row *main_row(const struct desk *d, int slot) {
  double delta = moved(d, slot);
  const struct tp_row *best = NULL;
  for (int i = 0; i < d->turn->row_count; i++) {
    const struct tp_row *row = &d->turn->rows[i];
    if (row->slot != slot || (row->delta > 0) != (delta > 0))
      continue;
    double size = row->delta < 0 ? -row->delta : row->delta;
    if (!best || size > (best->delta < 0 ? -best->delta : best->delta))
      best = row;
  }
  return best;
}

/* As large as it is shown elsewhere. */
static double shown_size(const struct desk *d, int slot) {
  long hundredths =
      labs(tp_shown_hundredths(d->turn->after[slot]) - tp_shown_hundredths(d->turn->before[slot]));
  return hundredths < 10 ? (double)hundredths / 100 : tp_shown_tenths(hundredths);
}

static void report_change(struct desk *d, int slot, double weight) {
  struct tp_headline *h = add(d, TP_HEADLINE_CHANGE, weight < 9 ? 5 * weight : 45);
  if (!h)
    return;
  char name[TP_WORDING_MAX], by[TP_FIGURE_MAX], to[64], why[TP_WORDING_MAX] = "";
  double delta = moved(d, slot), goal = goal_weight(d->r, slot);
  const struct tp_row *row = main_row(d, slot);
  h->slot = slot;
  h->actor = d->r->slots[slot].scope == TP_ON_ACTOR ? d->r->slots[slot].subject : TP_NONE;
  h->good = goal == 0 ? 0 : (goal > 0) == (delta > 0) ? 1 : -1;
  tp_wording_variable(d->r, slot, name, sizeof name);
  tp_wording_number(shown_size(d, slot), by);
  tp_wording_value(d->r, slot, d->turn->after[slot], to, sizeof to);
  if (row)
    tp_wording_cause(d->r, row, why, sizeof why);
  enum tp_phrase phrase = delta > 0 ? (row ? TP_SAY_RISES_MAINLY : TP_SAY_RISES)
                                    : (row ? TP_SAY_FALLS_MAINLY : TP_SAY_FALLS);
  WRITE(h, phrase, name, by, to, why);
}

struct mover {
  int slot;
  double weight;
};

static void report_changes(struct desk *d) {
  struct mover most[CHANGES_MAX];
  int count = 0;
  for (int slot = 0; slot < d->r->slot_count; slot++) {
    double weight = weight_of_change(d, slot);
    if (weight < 2 || (count == CHANGES_MAX && weight <= most[count - 1].weight))
      continue;
    int place = count < CHANGES_MAX ? count++ : count - 1;
    for (; place > 0 && most[place - 1].weight < weight; place--)
      most[place] = most[place - 1];
    most[place] = (struct mover){slot, weight};
  }
  for (int i = 0; i < count; i++)
    report_change(d, most[i].slot, most[i].weight);
}

/* By falling importance; equals stay in the order in which they happened. */
static void sort(struct desk *d) {
  for (int i = 1; i < d->count; i++) {
    struct tp_headline h = d->list[i];
    int place = i;
    for (; place > 0 && d->list[place - 1].importance < h.importance; place--)
      d->list[place] = d->list[place - 1];
    d->list[place] = h;
  }
}

/* Facts in two rounds, so that a full page lacks routine and not news. */
static int is_routine(const struct tp_fact *f) {
  return f->kind == TP_FACT_ACTION_STARTED || f->kind == TP_FACT_ACTION_ENDED ||
         f->kind == TP_FACT_VOTE_PASSED;
}

int tp_headlines_write(const struct tp_rules *r, const struct tp_happened *turn,
                       struct tp_headline *list) {
  struct desk d = {.r = r, .turn = turn, .list = list};
  for (int i = 0; i < turn->fact_count; i++) {
    if (!is_routine(&turn->facts[i]))
      report(&d, &turn->facts[i]);
  }
  report_changes(&d);
  for (int i = 0; i < turn->fact_count; i++) {
    if (is_routine(&turn->facts[i]))
      report(&d, &turn->facts[i]);
  }
  sort(&d);
  return d.count;
}
