/* What would help: orders that may be given now, by what the survey found of them, or, to win a
 * member, by what they do to its leaning at once. */
#include "session/counsel/counsel.h"

#include "data/arena.h"
#include "session/phrases.h"

#include <math.h>
#include <stdlib.h>

/* An order that would help, and how well. */
struct candidate {
  struct tp_help help;
  double rank;
};

/* Keeps the best, the best first. */
static void keep(struct tp_counsel *c, double ranks[TP_COUNSEL_HELPS], struct candidate candidate) {
  int place = c->help_count < TP_COUNSEL_HELPS ? c->help_count++ : TP_COUNSEL_HELPS;
  for (; place > 0 && ranks[place - 1] < candidate.rank; place--) {
    if (place < TP_COUNSEL_HELPS) {
      ranks[place] = ranks[place - 1];
      c->help[place] = c->help[place - 1];
    }
  }
  if (place < TP_COUNSEL_HELPS) {
    ranks[place] = candidate.rank;
    c->help[place] = candidate.help;
  }
}

static int may_order(const struct tp_bench *b, struct tp_order order) {
  return tp_session_check(b->s, order).refusal == TP_ALLOWED;
}

/* --- by the survey ---------------------------------------------------------------------------- */

/* The goal that an order serves most, to be named with it; TP_NONE when no one stands out. */
static int served(const struct tp_bench *b, int index) {
  struct tp_span goals = b->r->actors[b->player].goals;
  int best = TP_NONE;
  double most = 0;
  for (int i = 0; i < goals.count; i++) {
    struct tp_weight goal = b->r->weights[goals.first + i];
    struct tp_effect_found effect = tp_survey_effect(b->survey, index, goal.slot);
    double serves = goal.weight * effect.gain;
    if (tp_survey_sign(effect) == 0 || serves <= most || tp_session_hides(b->s, goal.slot))
      continue;
    most = serves;
    best = goal.slot;
  }
  return best;
}

static struct tp_help help_of(const struct tp_bench *b, int index, int slot) {
  return (struct tp_help){.order = tp_survey_order(b->survey, index),
                          .slot = slot,
                          .member = TP_NONE,
                          .gain =
                              slot == TP_NONE ? 0 : tp_survey_effect(b->survey, index, slot).gain};
}

/* Actions that move the variable the right way, or serve the goals, and do not harm them. */
static void find_actions(const struct tp_bench *b, struct tp_counsel *c, int wanted) {
  double ranks[TP_COUNSEL_HELPS] = {0};
  for (int i = 0; i < tp_survey_count(b->survey); i++) {
    struct tp_order order = tp_survey_order(b->survey, i);
    struct tp_effect_found goals = tp_survey_effect(b->survey, i, TP_NONE);
    struct tp_effect_found effect = wanted ? tp_survey_effect(b->survey, i, c->slot) : goals;
    int good = wanted ? wanted * tp_survey_sign(effect) : tp_survey_sign(effect);
    if (order.kind != TP_ORDER_ACT || good <= 0 || tp_survey_sign(goals) < 0 ||
        !may_order(b, order))
      continue;
    keep(c, ranks,
         (struct candidate){help_of(b, i, wanted ? c->slot : served(b, i)), fabs(effect.gain)});
  }
}

/* The answer or move that serves the goals best, when it is more than chance that it does. */
static void find_answer(const struct tp_bench *b, struct tp_counsel *c, enum tp_order_kind kind) {
  int best = TP_NONE, worst = TP_NONE;
  double most = 0, least = 0;
  for (int i = 0; i < tp_survey_count(b->survey); i++) {
    struct tp_order order = tp_survey_order(b->survey, i);
    double gain = tp_survey_effect(b->survey, i, TP_NONE).gain;
    if (order.kind != (int)kind || (kind == TP_ORDER_ANSWER && order.id != c->which) ||
        !may_order(b, order))
      continue;
    if (best == TP_NONE || gain > most) {
      best = i;
      most = gain;
    }
    if (worst == TP_NONE || gain < least) {
      worst = i;
      least = gain;
    }
  }
  if (best == TP_NONE || best == worst)
    return;
  struct tp_effect_found high = tp_survey_effect(b->survey, best, TP_NONE);
  struct tp_effect_found low = tp_survey_effect(b->survey, worst, TP_NONE);
  struct tp_effect_found apart = {high.gain - low.gain,
                                  sqrt(high.error * high.error + low.error * low.error)};
  if (tp_survey_sign(apart) > 0)
    c->help[c->help_count++] = help_of(b, best, served(b, best));
}

/* --- to win a member -------------------------------------------------------------------------- */

static double leaning(const struct tp_bench *b, const struct tp_world *w, int action, int member) {
  struct tp_ballot ballot;
  tp_council_poll(b->r, w, action, &ballot);
  for (int i = 0; i < ballot.members; i++) {
    if (ballot.member[i] == member)
      return ballot.score[i];
  }
  return 0;
}

/* What is carried out before a vote counts in it: the effects that land at once. */
static void land(const struct tp_rules *r, struct tp_world *w, struct tp_span effects) {
  for (int i = effects.first; i < effects.first + effects.count; i++) {
    const struct tp_effect *effect = &r->effects[i];
    double x = effect->op == TP_SET ? effect->value : w->v[effect->slot] + effect->value;
    w->v[effect->slot] = fmin(fmax(x, r->low[effect->slot]), r->high[effect->slot]);
  }
}

/* Actions that need no vote themselves and after which the member says yes. */
static void find_persuasion(const struct tp_bench *b, struct tp_counsel *c, double lacks) {
  double ranks[TP_COUNSEL_HELPS] = {0}, before = leaning(b, b->w, c->which, c->member);
  struct tp_span own = b->r->actors[b->player].actions;
  struct tp_world *w = tp_memory_resize(NULL, b->r->world_size);
  for (int i = 0; i < own.count; i++) {
    int action = b->r->repertoire[own.first + i];
    struct tp_order order = {.kind = TP_ORDER_ACT, .id = (int16_t)action};
    if (action == c->which || b->r->actions[action].vote != TP_NO_VOTE || !may_order(b, order))
      continue;
    tp_world_copy(b->r, w, b->w);
    land(b->r, w, b->r->actions[action].effects);
    double gain = leaning(b, w, c->which, c->member) - before;
    struct tp_help help = {order, TP_NONE, c->member, gain};
    if (gain >= lacks)
      keep(c, ranks, (struct candidate){help, gain});
  }
  free(w);
}

void tp_counsel_help(struct tp_bench *b, struct tp_draft *draft) {
  struct tp_counsel *c = &draft->counsel;
  switch ((enum tp_matter)c->matter) {
  case TP_MATTER_CRISIS:
    find_answer(b, c, TP_ORDER_MOVE);
    break;
  case TP_MATTER_DECISION:
    find_answer(b, c, TP_ORDER_ANSWER);
    break;
  case TP_MATTER_VOTE:
    find_persuasion(b, c, draft->lacks);
    break;
  default:
    find_actions(b, c, draft->wanted);
    break;
  }
}

/* --- in words --------------------------------------------------------------------------------- */

static const char *name_of(const struct tp_rules *r, struct tp_order order) {
  switch ((enum tp_order_kind)order.kind) {
  case TP_ORDER_ACT:
    return r->actions[order.id].words.title;
  case TP_ORDER_ANSWER:
    return r->options[r->events[order.id].options.first + order.choice].words.title;
  case TP_ORDER_MOVE:
    break;
  }
  return tp_wording_move((enum tp_crisis_move)order.choice);
}

void tp_session_help_text(const struct tp_session *s, const struct tp_help *help, char *text,
                          size_t size) {
  static const enum tp_phrase plain[] = {[TP_ORDER_ACT] = TP_SAY_HELP_ACT,
                                         [TP_ORDER_ANSWER] = TP_SAY_HELP_ANSWER,
                                         [TP_ORDER_MOVE] = TP_SAY_HELP_MOVE};
  static const enum tp_phrase moves[] = {[TP_ORDER_ACT] = TP_SAY_HELP_ACT_MOVES,
                                         [TP_ORDER_ANSWER] = TP_SAY_HELP_ANSWER_MOVES,
                                         [TP_ORDER_MOVE] = TP_SAY_HELP_MOVE_MOVES};
  const struct tp_rules *r = tp_session_rules(s);
  char what[TP_WORDING_MAX], gain[64];
  const char *name = name_of(r, help->order);
  int own = help->slot != TP_NONE && r->slots[help->slot].scope == TP_ON_ACTOR &&
            r->slots[help->slot].subject == tp_session_player(s);
  tp_wording_change(help->gain, gain, sizeof gain);
  if (help->member != TP_NONE) {
    TP_SAY(text, size, TP_SAY_HELP_ACT_WINS, name, r->actors[help->member].words.title, gain);
  } else if (help->slot != TP_NONE) {
    if (r->slots[help->slot].scope == TP_ON_CLAIM) /* how far it is believed, and by whom, too */
      TP_SAY(what, sizeof what, TP_SAY_HELP_CLAIM,
             r->claims[r->slots[help->slot].subject].words.title);
    else if (own) /* of whom goes without saying */
      tp_wording_variable_short(r, help->slot, what, sizeof what);
    else
      tp_wording_variable(r, help->slot, what, sizeof what);
    TP_SAY(text, size, moves[help->order.kind], name, what, gain);
  } else {
    TP_SAY(text, size, plain[help->order.kind], name);
  }
}
