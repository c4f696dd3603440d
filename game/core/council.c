/* The council: members vote by their own variables.
 *
 * Each action says what it appeals to; a member's score is that, summed over its own consent,
 * reliance, menace and ties, and what it was lately promised. Within the margin it is unsure, and
 * decides when the vote is held. A qualified majority is 55 % of the states with 65 % of the
 * population (Treaty on European Union, article 16(4)); a bloc counts for the states it stands for.
 */
#include "core/chance.h"
#include "core/phases.h"

static double score(const struct tp_rules *r, const struct tp_world *w, int action, int voter,
                    int member) {
  const struct tp_appeal *appeal = &r->appeals[r->actions[action].appeals + voter];
  return appeal->base + tp_world_weigh(r, w, appeal->terms) +
         r->coefficient.council_promised * w->v[tp_actor_slot(r, member, TP_PROMISED)];
}

/* The states and the people behind each stance, in percent of all. */
static void count(const struct tp_rules *r, struct tp_ballot *ballot) {
  double states[3] = {0}, population[3] = {0}, all_states = 0, all_people = 0;
  for (int i = 0; i < ballot->members; i++) {
    const struct tp_actor *member = &r->actors[ballot->member[i]];
    int stance = ballot->stance[i] - TP_AGAINST;
    states[stance] += member->states;
    population[stance] += member->population;
    all_states += member->states;
    all_people += member->population;
  }
  double per_state = all_states > 0 ? 100 / all_states : 0;
  double per_head = all_people > 0 ? 100 / all_people : 0;
  ballot->states_for = per_state * states[TP_FOR - TP_AGAINST];
  ballot->states_unsure = per_state * states[TP_UNSURE - TP_AGAINST];
  ballot->population_for = per_head * population[TP_FOR - TP_AGAINST];
  ballot->population_unsure = per_head * population[TP_UNSURE - TP_AGAINST];
}

static int carries(const struct tp_rules *r, enum tp_vote vote, double states, double population) {
  if (vote == TP_UNANIMITY)
    return states > 100 - 1e-9;
  return states >= r->coefficient.council_states && population >= r->coefficient.council_population;
}

static void judge(const struct tp_rules *r, enum tp_vote vote, struct tp_ballot *ballot) {
  count(r, ballot);
  if (vote == TP_NO_VOTE || carries(r, vote, ballot->states_for, ballot->population_for)) {
    ballot->passes = 1;
  } else {
    int open = carries(r, vote, ballot->states_for + ballot->states_unsure,
                       ballot->population_for + ballot->population_unsure);
    ballot->passes = open ? 0 : -1;
  }
}

/* Where each member stands; nobody is asked where no vote is needed. */
static void ask(const struct tp_rules *r, const struct tp_world *w, int action,
                struct tp_ballot *ballot) {
  double margin = r->coefficient.council_margin;
  ballot->members = 0;
  if (r->actions[action].vote == TP_NO_VOTE)
    return;
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (!r->actors[actor].votes)
      continue;
    int i = ballot->members++;
    double x = score(r, w, action, i, actor);
    ballot->member[i] = (int16_t)actor;
    ballot->score[i] = x;
    ballot->stance[i] = (int8_t)(x >= margin ? TP_FOR : x <= -margin ? TP_AGAINST : TP_UNSURE);
  }
}

void tp_council_poll(const struct tp_rules *r, const struct tp_world *w, int action,
                     struct tp_ballot *ballot) {
  ask(r, w, action, ballot);
  judge(r, (enum tp_vote)r->actions[action].vote, ballot);
}

/* The unsure make up their minds: for, with a chance that rises with their score. */
static void decide_unsure(struct tp_turn *t, int action, struct tp_ballot *ballot) {
  double margin = t->r->coefficient.council_margin;
  for (int i = 0; i < ballot->members; i++) {
    if (ballot->stance[i] != TP_UNSURE)
      continue;
    double chance = 0.5 + 0.5 * ballot->score[i] / margin;
    double draw = tp_chance_unit(t->w->seed, t->w->turn, ballot->member[i], TP_DRAW_VOTE, action);
    ballot->stance[i] = (int8_t)(draw < chance ? TP_FOR : TP_AGAINST);
  }
}

int tp_council_vote(struct tp_turn *t, int action) {
  struct tp_ballot ballot;
  ask(t->r, t->w, action, &ballot);
  if (ballot.members == 0)
    return 1;
  decide_unsure(t, action, &ballot);
  judge(t->r, (enum tp_vote)t->r->actions[action].vote, &ballot);
  for (int i = 0; t->log && i < ballot.members; i++) {
    tp_turn_note(t, TP_FACT_VOTED, ballot.member[i], action, ballot.stance[i], ballot.score[i]);
  }
  enum tp_fact_kind kind = ballot.passes > 0 ? TP_FACT_VOTE_PASSED : TP_FACT_VOTE_FAILED;
  tp_turn_note(t, kind, t->r->actions[action].seat, action, 0, 0);
  return ballot.passes > 0;
}
