/* Headlines from the facts of a turn and from what moved most.
 *
 * What a headline weighs is a part for its nature (an ending above a crisis, a crisis above an
 * event, an event above routine; what the player ordered, and what came out otherwise than was to
 * be expected, above the rest) and a part for what it did (session/news.h).
 */
#include "session/headlines.h"

#include "core/world.h"
#include "session/news.h"
#include "session/phrases.h"
#include "session/shown.h"
#include "session/wording.h"

#include <string.h>

enum { CHANGES_MAX = 8 };

/* What it did is worth up to so many points; half of them at this much news. */
static const double most_points = 50, half_way = 6;
static const double least_change = 1.5; /* news that a change alone must be */

struct desk {
  const struct tp_rules *r;
  const struct tp_happened *turn;
  struct tp_news news;
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

static double points(double news) {
  return most_points * news / (news + half_way);
}

/* Those that the game is about are read about first. */
static double by_seat(const struct desk *d, int seat) {
  return seat == d->r->player || seat == d->r->adversary || seat == d->r->guarantor ? 6 : 0;
}

/* What was done, on a headline of its own: what it weighs, with what is still to come of it, and
 * whether it was good for the player, but for what the player did. */
static void weigh_deed(const struct desk *d, struct tp_headline *h, enum tp_cause cause, int which,
                       double to_come) {
  struct tp_deed deed = tp_news_of_cause(&d->news, cause, which);
  h->importance += points(deed.news + to_come);
  double clear = deed.news / 3 > least_change ? deed.news / 3 : least_change;
  if (h->actor != d->r->player && (deed.good >= clear || deed.good <= -clear))
    h->good = deed.good > 0 ? 1 : -1;
}

/* What an action would have done if it had been let. */
static double meant_by(const struct desk *d, int action) {
  const struct tp_action *a = &d->r->actions[action];
  return points(tp_news_of_effects(&d->news, a->effects) +
                tp_news_of_effects(&d->news, a->each_turn) * a->turns +
                tp_news_of_effects(&d->news, a->at_end));
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

static struct tp_headline *add_action(struct desk *d, const struct tp_fact *f, double nature) {
  struct tp_headline *h = add(d, TP_HEADLINE_ACTION, nature + by_seat(d, f->a));
  if (h) {
    h->which = f->b;
    h->actor = f->a;
    weigh_deed(d, h, TP_CAUSE_ACTION, f->b, 0);
  }
  return h;
}

/* Told already with its vote or its outcome? */
static int is_told(const struct desk *d, int action) {
  return also(d, TP_FACT_ATTEMPT, action) || also(d, TP_FACT_WEDGE, action);
}

static void report_start(struct desk *d, const struct tp_fact *f) {
  const struct tp_action *action = &d->r->actions[f->b];
  if (is_told(d, f->b) || also(d, TP_FACT_VOTE_PASSED, f->b))
    return;
  struct tp_headline *h = add_action(d, f, 10);
  if (h)
    WRITE(h, action->turns > 0 ? TP_SAY_ACTION_STARTED : TP_SAY_ACTION_DONE, name_of(d, f->a),
          action->words.title);
}

static void report_end(struct desk *d, const struct tp_fact *f) {
  struct tp_headline *h = add_action(d, f, 12);
  if (h)
    WRITE(h, TP_SAY_ACTION_ENDED, name_of(d, f->a), d->r->actions[f->b].words.title);
}

static void report_attempt(struct desk *d, const struct tp_fact *f) {
  const struct tp_action *action = &d->r->actions[f->b];
  double surprise = f->c ? 1 - f->x : f->x;
  struct tp_headline *h = add_action(d, f, 12 + 18 * surprise);
  if (!h)
    return;
  if (f->a == d->r->player)
    h->good = f->c ? 1 : -1;
  if (f->kind == TP_FACT_ATTEMPT) {
    WRITE(h, f->c ? TP_SAY_ATTEMPT_WON : TP_SAY_ATTEMPT_LOST, name_of(d, f->a),
          action->words.title);
    return;
  }
  const struct tp_tie *tie = &d->r->ties[action->wedge];
  h->importance += (f->c ? 10 : 5) * tp_news_stake_of_tie(&d->news, action->wedge);
  WRITE(h, f->c ? TP_SAY_WEDGE_WON : TP_SAY_WEDGE_LOST, name_of(d, f->a), action->words.title,
        name_of(d, tie->a), name_of(d, tie->b));
}

static void list_against(const struct desk *d, int action, char *names, size_t size) {
  for (int i = 0; i < d->turn->fact_count; i++) {
    const struct tp_fact *f = &d->turn->facts[i];
    if (f->kind != TP_FACT_VOTED || f->b != action || f->c != TP_AGAINST)
      continue;
    tp_phrase_list_name(names, size, name_of(d, f->a));
  }
}

static void report_vote(struct desk *d, const struct tp_fact *f) {
  int passed = f->kind == TP_FACT_VOTE_PASSED;
  char names[160] = "";
  if (passed && is_told(d, f->b))
    return;
  double nature = passed ? 12 : 24 + meant_by(d, f->b) / 2;
  struct tp_headline *h = add(d, TP_HEADLINE_VOTE, nature + by_seat(d, f->a));
  if (!h)
    return;
  h->which = f->b;
  h->actor = f->a;
  if (passed)
    weigh_deed(d, h, TP_CAUSE_ACTION, f->b, 0);
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

/* The most that an answer to it would do. */
static double at_stake(const struct desk *d, const struct tp_event *event) {
  double most = 0;
  for (int i = 0; i < event->options.count; i++) {
    struct tp_span effects = d->r->options[event->options.first + i].effects;
    double news = tp_news_of_effects(&d->news, effects);
    most = news > most ? news : most;
  }
  return most;
}

static void report_event(struct desk *d, const struct tp_fact *f) {
  const struct tp_event *event = &d->r->events[f->a];
  int waits = event->options.count > 0 && f->b == d->r->player;
  struct tp_headline *h = add(d, TP_HEADLINE_EVENT, waits ? 30 : 20);
  if (!h)
    return;
  h->which = f->a;
  h->actor = f->b;
  weigh_deed(d, h, TP_CAUSE_EVENT, f->a, waits ? at_stake(d, event) / 2 : 0);
  WRITE(h, waits ? TP_SAY_EVENT_WAITS : TP_SAY_EVENT, event->words.title);
  end_once(h->text);
}

static void report_decision(struct desk *d, const struct tp_fact *f) {
  const struct tp_event *event = &d->r->events[f->b];
  const char *option = d->r->options[event->options.first + f->c].words.title;
  struct tp_headline *h = add(d, TP_HEADLINE_DECISION, 15 + by_seat(d, f->a));
  if (!h)
    return;
  h->which = f->b;
  h->actor = f->a;
  weigh_deed(d, h, TP_CAUSE_OPTION, event->options.first + f->c, 0);
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
  struct tp_headline *h =
      add(d, TP_HEADLINE_STATUS, 40 + 40 * tp_news_stake_of_tie(&d->news, f->a));
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

static void report_change(struct desk *d, int slot, double news) {
  struct tp_headline *h = add(d, TP_HEADLINE_CHANGE, 2 + points(news));
  if (!h)
    return;
  char name[TP_WORDING_MAX], by[TP_FIGURE_MAX], to[64], why[TP_WORDING_MAX] = "";
  double delta = tp_news_moved(&d->news, slot);
  const struct tp_row *row = tp_news_reason(&d->news, slot);
  h->slot = slot;
  h->actor = d->r->slots[slot].scope == TP_ON_ACTOR ? d->r->slots[slot].subject : TP_NONE;
  h->good = delta > 0 ? tp_news_wanted(d->r, slot) : -tp_news_wanted(d->r, slot);
  tp_wording_variable(d->r, slot, name, sizeof name);
  tp_wording_number(tp_shown_size(d->turn->before[slot], d->turn->after[slot]), by);
  tp_wording_value(d->r, slot, d->turn->after[slot], to, sizeof to);
  if (row)
    tp_wording_cause(d->r, row, why, sizeof why);
  enum tp_phrase phrase = delta > 0 ? (row ? TP_SAY_RISES_MAINLY : TP_SAY_RISES)
                                    : (row ? TP_SAY_FALLS_MAINLY : TP_SAY_FALLS);
  WRITE(h, phrase, name, by, to, why);
}

struct mover {
  int slot;
  double news;
};

static void report_changes(struct desk *d) {
  struct mover most[CHANGES_MAX];
  int count = 0;
  for (int slot = 0; slot < d->r->slot_count; slot++) {
    double news = tp_news_of_change(&d->news, slot);
    if (news < least_change || (count == CHANGES_MAX && news <= most[count - 1].news))
      continue;
    int place = count < CHANGES_MAX ? count++ : count - 1;
    for (; place > 0 && most[place - 1].news < news; place--)
      most[place] = most[place - 1];
    most[place] = (struct mover){slot, news};
  }
  for (int i = 0; i < count; i++)
    report_change(d, most[i].slot, most[i].news);
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
  tp_news_begin(&d.news, r, turn);
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

const char *tp_headline_story(const struct tp_rules *r, const struct tp_headline *headline) {
  int which = headline->which;
  if (which == TP_NONE)
    return "";
  switch ((enum tp_headline_kind)headline->kind) {
  case TP_HEADLINE_ENDING:
    return r->endings[which].words.text;
  case TP_HEADLINE_EVENT:
    return r->events[which].words.text;
  case TP_HEADLINE_ACTION:
  case TP_HEADLINE_VOTE:
    return r->actions[which].words.text;
  default:
    return "";
  }
}
