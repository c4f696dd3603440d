/* Counsel on what could be built on: a vote that one member decides, the weakest pillar, means that
 * lie idle. */
#include "session/counsel/counsel.h"

#include "session/phrases.h"

#include <math.h>
#include <string.h>

/* --- votes ------------------------------------------------------------------------------------ */

/* Would the vote carry if this member (by place in the ballot) said yes? Only those who are sure
 * count besides. */
static int carries_with(const struct tp_bench *b, int action, const struct tp_ballot *ballot,
                        int extra) {
  double states = 0, people = 0, states_for = 0, people_for = 0;
  for (int i = 0; i < ballot->members; i++) {
    const struct tp_actor *member = &b->r->actors[ballot->member[i]];
    int yes = i == extra || ballot->stance[i] == TP_FOR;
    states += member->states;
    people += member->population;
    states_for += yes ? member->states : 0;
    people_for += yes ? member->population : 0;
  }
  if (b->r->actions[action].vote == TP_UNANIMITY)
    return states_for >= states;
  return 100 * states_for >= b->r->coefficient.council_states * states &&
         100 * people_for >= b->r->coefficient.council_population * people;
}

/* Of the members whose yes alone would do, the one nearest to it: its place, or TP_NONE. */
static int deciding(const struct tp_bench *b, int action, const struct tp_ballot *ballot) {
  int best = TP_NONE;
  for (int i = 0; i < ballot->members; i++) {
    if (ballot->stance[i] == TP_FOR || !carries_with(b, action, ballot, i))
      continue;
    if (best == TP_NONE || ballot->score[i] > ballot->score[best])
      best = i;
  }
  return best;
}

/* The draft of a counsel that was just added. */
static struct tp_draft *last_draft(struct tp_bench *b) {
  return &b->drafts[b->count - 1];
}

static void find_vote(struct tp_bench *b, int action) {
  struct tp_effect_found granted = tp_survey_granted(b->survey, action);
  struct tp_ballot ballot;
  if (tp_survey_sign(granted) <= 0 || tp_session_has_ordered(b->s, action))
    return;
  tp_session_poll(b->s, action, &ballot);
  int place = deciding(b, action, &ballot);
  struct tp_counsel *c =
      place == TP_NONE ? NULL
                       : tp_bench_add(b, TP_MATTER_VOTE, 36 + fmin(granted.gain, 10), TP_NONE, 0);
  if (!c)
    return;
  int member = ballot.member[place];
  last_draft(b)->needs_help = 1;
  last_draft(b)->lacks = b->r->coefficient.council_margin - ballot.score[place];
  char lacks[64], promised[64], worth[64];
  c->which = action;
  c->member = member;
  tp_wording_value(b->r, tp_actor_slot(b->r, member, TP_CONSENT), last_draft(b)->lacks, lacks,
                   sizeof lacks);
  TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_VOTE, b->r->actions[action].words.title,
         b->r->actors[member].words.title, lacks);
  int slot = tp_actor_slot(b->r, member, TP_PROMISED);
  tp_wording_value(b->r, slot, b->w->v[slot], promised, sizeof promised);
  tp_wording_value(b->r, slot, b->r->coefficient.council_promised, worth, sizeof worth);
  if (strcmp(promised, "0") == 0)
    TP_SAY(c->why, sizeof c->why, TP_SAY_COUNSEL_VOTE_WHY_NONE, worth);
  else
    TP_SAY(c->why, sizeof c->why, TP_SAY_COUNSEL_VOTE_WHY, promised, worth);
  c->slot = tp_actor_slot(b->r, member, TP_CONSENT);
}

static void find_votes(struct tp_bench *b) {
  struct tp_span own = b->r->actors[b->player].actions;
  for (int i = 0; i < own.count; i++)
    find_vote(b, b->r->repertoire[own.first + i]);
}

/* --- pillars ---------------------------------------------------------------------------------- */

/* What a point on a pillar adds to their harmonic mean. */
static double worth_of(const double *pillars, int pillar) {
  double sum = 0;
  for (int i = 0; i < TP_PILLARS; i++)
    sum += 1 / pillars[i];
  return (double)TP_PILLARS / (sum * sum * pillars[pillar] * pillars[pillar]);
}

static int raises(const struct tp_rules *r, struct tp_span effects, int slot) {
  for (int i = effects.first; i < effects.first + effects.count; i++) {
    if (r->effects[i].slot == slot && r->effects[i].op == TP_ADD && r->effects[i].value > 0)
      return 1;
  }
  return 0;
}

/* Does a programme that runs, or was just ordered, raise the variable? */
static int is_raised(const struct tp_bench *b, int slot) {
  const struct tp_action_state *states = tp_world_actions_const(b->r, b->w);
  struct tp_span own = b->r->actors[b->player].actions;
  for (int i = 0; i < own.count; i++) {
    int action = b->r->repertoire[own.first + i];
    const struct tp_action *a = &b->r->actions[action];
    if (states[action].left == 0 && !tp_session_has_ordered(b->s, action))
      continue;
    if (raises(b->r, a->effects, slot) || raises(b->r, a->each_turn, slot) ||
        raises(b->r, a->at_end, slot))
      return 1;
  }
  return 0;
}

static void find_pillar(struct tp_bench *b) {
  if (b->r->unite != b->player || b->r->unite == TP_NONE)
    return;
  int first = tp_actor_slot(b->r, b->r->unite, TP_INDUSTRY), strong = 0;
  int weak = tp_session_weakest_pillar(b->s) - first;
  const double *pillars = b->w->v + first;
  for (int i = 1; i < TP_PILLARS; i++)
    strong = pillars[i] > pillars[strong] ? i : strong;
  if (pillars[weak] <= 0 || pillars[strong] - pillars[weak] < 3)
    return;
  int idle = !is_raised(b, first + weak);
  struct tp_counsel *c = tp_bench_add(b, TP_MATTER_PILLAR, idle ? 44 : 30, first + weak, 1);
  if (!c)
    return;
  char name[100], value[64], gain[TP_FIGURE_MAX], other[TP_FIGURE_MAX];
  tp_wording_variable_short(b->r, first + weak, name, sizeof name);
  tp_wording_value(b->r, first + weak, pillars[weak], value, sizeof value);
  tp_phrase_number(gain, worth_of(pillars, weak), 2); /* to the tenth they often look the same */
  tp_phrase_number(other, worth_of(pillars, strong), 2);
  TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_PILLAR, name, value, gain, other);
  if (idle)
    TP_SAY(c->why, sizeof c->why, TP_SAY_COUNSEL_PILLAR_WHY, "");
}

/* --- means ------------------------------------------------------------------------------------ */

static void find_means(struct tp_bench *b) {
  struct tp_means left = tp_session_means(b->s);
  if (left.attention < 1)
    return;
  struct tp_counsel *c = tp_bench_add(b, TP_MATTER_MEANS, 22, TP_NONE, 0);
  if (!c)
    return;
  last_draft(b)->needs_help = 1; /* nothing else is worth their while */
  TP_SAY(c->text, sizeof c->text, TP_SAY_COUNSEL_MEANS, TP_WHOLE(floor(left.budget)),
         TP_WHOLE(floor(left.capital)), TP_WHOLE(floor(left.attention)));
  TP_SAY(c->why, sizeof c->why, TP_SAY_COUNSEL_MEANS_WHY, "");
}

void tp_counsel_find_openings(struct tp_bench *b) {
  find_votes(b);
  find_pillar(b);
  find_means(b);
}
