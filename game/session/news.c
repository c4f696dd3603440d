#include "session/news.h"

#include "core/world.h"
#include "session/inputs.h"
#include "session/session.h"

#include <math.h>
#include <string.h>

enum { STEPS_BACK = 5 }; /* from what is computed to what moved it */

static const double asked = 1.0, near = 0.5, far = 0.25;

/* Before there is anything to compare with, a variable is taken to move by a hundredth of its range
 * in a turn, as though it had done so for these turns. */
static const double usual_share = 0.01, usual_turns = 8;

/* --- what a variable stands for --------------------------------------------------------------- */

/* Steps and the clock, which have headlines of their own, and what seats may spend. */
static int is_told_otherwise(struct tp_slot s) {
  switch ((enum tp_scope)s.scope) {
  case TP_ON_WORLD:
    return s.variable == TP_TURN || s.variable == TP_CRISIS;
  case TP_ON_TIE:
    return s.variable == TP_STATUS;
  case TP_ON_ACTOR:
    return s.variable >= TP_BUDGET && s.variable <= TP_ATTENTION;
  default:
    return 0;
  }
}

/* What only stands between a cause and what is told of its effect: counts where it is asked for. */
static int is_between(struct tp_slot s) {
  switch ((enum tp_scope)s.scope) {
  case TP_ON_WORLD:
    return s.variable == TP_ENERGY_MARGIN;
  case TP_ON_TIE:
    return s.variable == TP_BRITTLE || s.variable == TP_DURABLE || s.variable == TP_ALIGNMENT;
  case TP_ON_ACTOR:
    return s.variable == TP_SHORTFALL || s.variable == TP_ALARM || s.variable == TP_ENRICHMENT ||
           s.variable == TP_SECURITY || s.variable == TP_COERCION || s.variable == TP_DETERRENCE;
  default:
    return 0;
  }
}

static void raise_stake(struct tp_news *n, int slot, double stake) {
  if (slot != TP_NONE && n->stake[slot] < stake)
    n->stake[slot] = stake;
}

static void ask_for(struct tp_news *n, struct tp_span when) {
  for (int i = 0; i < when.count; i++)
    raise_stake(n, n->r->conditions[when.first + i].slot, asked);
}

static void ask_for_all(struct tp_news *n) {
  const struct tp_rules *r = n->r;
  struct tp_span goals = r->actors[r->player].goals;
  for (int i = 0; i < r->ending_count; i++)
    ask_for(n, r->endings[i].when);
  for (int i = 0; i < r->objective_count; i++)
    ask_for(n, r->objectives[i].when);
  for (int i = 0; i < goals.count; i++)
    raise_stake(n, r->weights[goals.first + i].slot, asked);
  for (int i = 0; i < TP_GAUGES; i++)
    raise_stake(n, tp_session_gauge_slot(r, (enum tp_gauge_id)i), asked);
}

static int is_ours(const struct tp_rules *r, int actor) {
  return actor == r->player || actor == r->unite;
}

static int has_role(const struct tp_rules *r, int actor) {
  return is_ours(r, actor) || actor == r->guarantor || actor == r->adversary;
}

static double stake_of_pair(const struct tp_rules *r, int a, int b) {
  if (has_role(r, a) && has_role(r, b))
    return asked;
  return is_ours(r, a) || is_ours(r, b) ? near : far;
}

static double stake_by_whose(const struct tp_rules *r, struct tp_slot s) {
  switch ((enum tp_scope)s.scope) {
  case TP_ON_TIE:
    return stake_of_pair(r, r->ties[s.subject].a, r->ties[s.subject].b);
  case TP_ON_VIEW:
    return stake_of_pair(r, r->views[s.subject].from, r->views[s.subject].to);
  case TP_ON_ACTOR:
    return is_ours(r, s.subject) ? near : far;
  default:
    return far;
  }
}

static int way_of(const struct tp_rules *r, struct tp_span when, int slot) {
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    if (c->slot == slot && c->op != TP_EQUAL && c->op != TP_NOT_EQUAL)
      return c->op & TP_MORE ? 1 : -1;
  }
  return 0;
}

int tp_news_wanted(const struct tp_rules *r, int slot) {
  struct tp_span goals = r->actors[r->player].goals;
  int ways[3] = {0}; /* down, neither, up */
  for (int i = 0; i < goals.count; i++) {
    const struct tp_weight *goal = &r->weights[goals.first + i];
    if (goal->slot == slot)
      ways[1 + (goal->weight > 0) - (goal->weight < 0)]++;
  }
  for (int i = 0; i < r->objective_count; i++)
    ways[1 + way_of(r, r->objectives[i].when, slot)]++;
  for (int i = 0; i < r->ending_count; i++) {
    int way = way_of(r, r->endings[i].when, slot);
    if (r->endings[i].result == TP_VICTORY)
      ways[1 + way]++;
    else if (r->endings[i].result == TP_DEFEAT)
      ways[1 - way]++;
  }
  return (ways[2] > 0) - (ways[0] > 0);
}

/* --- the ledger of the turn ------------------------------------------------------------------- */

static void find_rows(struct tp_news *n) {
  memset(n->count, 0, sizeof n->count);
  for (int i = 0; i < n->turn->row_count; i++) {
    int slot = n->turn->rows[i].slot;
    if (!n->count[slot]++)
      n->first[slot] = i;
  }
}

void tp_news_begin(struct tp_news *n, const struct tp_rules *r, const struct tp_happened *turn) {
  n->r = r;
  n->turn = turn;
  for (int slot = 0; slot < r->slot_count; slot++)
    n->stake[slot] = is_between(r->slots[slot]) ? 0 : stake_by_whose(r, r->slots[slot]);
  ask_for_all(n);
  find_rows(n);
  for (int i = 0; i < turn->row_count; i++) {
    const struct tp_row *row = &turn->rows[i];
    if (n->stake[row->slot] >= asked && row->source >= 0 && n->stake[row->source] > 0)
      raise_stake(n, row->source, near);
  }
  for (int slot = 0; slot < r->slot_count; slot++) {
    if (is_told_otherwise(r->slots[slot]) || tp_rules_hides(r, r->player, slot))
      n->stake[slot] = 0;
  }
}

/* --- how much it is --------------------------------------------------------------------------- */

double tp_news_moved(const struct tp_news *n, int slot) {
  return n->turn->after[slot] - n->turn->before[slot];
}

static double usual_of(const struct tp_news *n, int slot) {
  double sum = usual_turns * usual_share * (n->r->high[slot] - n->r->low[slot]);
  if (n->turn->travelled)
    sum += n->turn->travelled[slot];
  return sum / (usual_turns + n->turn->turns_before);
}

static double weigh(const struct tp_news *n, int slot, double delta) {
  double usual = usual_of(n, slot);
  return usual > 0 ? n->stake[slot] * fabs(delta) / usual : 0;
}

static int goes_back(const struct tp_row *row) {
  return row->cause == TP_CAUSE_SETTLING || row->cause == TP_CAUSE_FADE ||
         row->cause == TP_CAUSE_HABIT || row->cause == TP_CAUSE_PASSAGE;
}

static double share_new(const struct tp_news *n, int slot, int steps);

/* How much of what a row did is new, 0..1. */
static double share_of_row(const struct tp_news *n, const struct tp_row *row, int steps) {
  if (goes_back(row))
    return 0;
  if (row->source < 0 || steps == 0 || !tp_inputs_is_derived(n->r, row->slot))
    return 1;
  return share_new(n, row->source, steps - 1);
}

/* How much of a change is more than going back, 0..1. */
static double share_new(const struct tp_news *n, int slot, int steps) {
  double moved = tp_news_moved(n, slot), news = 0;
  if (moved == 0 || n->count[slot] == 0)
    return 1;
  for (int i = 0; i < n->count[slot]; i++) {
    const struct tp_row *row = &n->turn->rows[n->first[slot] + i];
    news += row->delta * share_of_row(n, row, steps);
  }
  return fmin(fmax(news / moved, 0), 1);
}

double tp_news_of_change(const struct tp_news *n, int slot) {
  double moved = tp_news_moved(n, slot);
  if (moved == 0 || n->stake[slot] <= 0)
    return 0;
  return weigh(n, slot, moved * share_new(n, slot, STEPS_BACK));
}

double tp_news_of_effects(const struct tp_news *n, struct tp_span effects) {
  double sum = 0;
  for (int i = 0; i < effects.count; i++) {
    const struct tp_effect *effect = &n->r->effects[effects.first + i];
    double now = n->turn->after[effect->slot];
    sum += weigh(n, effect->slot, effect->op == TP_SET ? effect->value - now : effect->value);
  }
  return sum;
}

double tp_news_stake_of_tie(const struct tp_news *n, int tie) {
  double most = 0;
  for (int i = 0; i < TP_TIE_COUNT; i++)
    most = fmax(most, n->stake[tp_tie_slot(n->r, tie, (enum tp_tie_variable)i)]);
  return most;
}

/* --- why -------------------------------------------------------------------------------------- */

/* The row that did most in the direction of the change, or NULL. */
static const struct tp_row *main_row(const struct tp_news *n, int slot) {
  int rises = tp_news_moved(n, slot) > 0;
  const struct tp_row *best = NULL;
  for (int i = 0; i < n->count[slot]; i++) {
    const struct tp_row *row = &n->turn->rows[n->first[slot] + i];
    if ((row->delta > 0) == rises && (!best || fabs(row->delta) > fabs(best->delta)))
      best = row;
  }
  return best;
}

const struct tp_row *tp_news_reason(const struct tp_news *n, int slot) {
  const struct tp_row *row = main_row(n, slot);
  for (int steps = STEPS_BACK; row && row->source >= 0 && steps > 0; steps--) {
    const struct tp_row *behind = NULL;
    if (tp_inputs_is_derived(n->r, row->slot))
      behind = main_row(n, row->source);
    if (!behind || goes_back(behind))
      break;
    row = behind;
  }
  return row;
}

/* --- what was done ---------------------------------------------------------------------------- */

static int is_of(const struct tp_row *row, enum tp_cause cause, int which) {
  return row->cause == (int16_t)cause && row->which == which;
}

static void add_deed(struct tp_deed *deed, const struct tp_news *n, int slot, double delta,
                     double news) {
  deed->news += news;
  deed->good += tp_news_wanted(n->r, slot) * (delta > 0 ? news : -news);
}

struct tp_deed tp_news_of_cause(const struct tp_news *n, enum tp_cause cause, int which) {
  struct tp_deed deed = {0, 0};
  for (int i = 0; i < n->turn->row_count; i++) {
    const struct tp_row *row = &n->turn->rows[i];
    if (is_of(row, cause, which))
      add_deed(&deed, n, row->slot, row->delta, weigh(n, row->slot, row->delta));
  }
  for (int slot = 0; slot < n->r->slot_count; slot++) {
    double moved = tp_news_moved(n, slot);
    const struct tp_row *row = moved != 0 ? tp_news_reason(n, slot) : NULL;
    if (row && row->slot != slot && is_of(row, cause, which))
      add_deed(&deed, n, slot, moved, tp_news_of_change(n, slot));
  }
  return deed;
}
