/* Pages of actors, claims, actions, events, objectives and endings. */
#include "session/pages/parts.h"

#include "core/equation.h"
#include "session/inputs.h"

#include <stdio.h>

static void add_row(struct tp_page *page, enum tp_phrase phrase, const char *figure) {
  tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase(phrase), figure);
}

static void add_actor(struct tp_page *page, const struct tp_rules *r, int actor,
                      const char *figure) {
  tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_ACTOR, actor), r->actors[actor].words.title,
              figure);
}

static void add_event(struct tp_page *page, const struct tp_rules *r, int event, int delay) {
  char figure[80];
  if (event == TP_NONE)
    return;
  TP_SAY(figure, sizeof figure, TP_SAY_PAGE_FOLLOWS, TP_WHOLE(delay));
  tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_EVENT, event), r->events[event].words.title,
              figure);
}

static void add_crisis(struct tp_page *page, const struct tp_rules *r, int challenger, int target) {
  char text[TP_WORDING_MAX];
  if (challenger == TP_NONE)
    return;
  TP_SAY(text, sizeof text, TP_SAY_PAGE_OPENS_CRISIS, r->actors[challenger].words.title,
         r->actors[target].words.title);
  tp_page_text(page, text);
}

static void add_again(struct tp_page *page, int once, int cooldown) {
  if (once)
    add_row(page, TP_SAY_PAGE_ONCE, tp_phrase(TP_SAY_PAGE_ONCE_A_GAME));
  else if (cooldown)
    add_row(page, TP_SAY_PAGE_COOLDOWN, TP_WHOLE(cooldown));
}

static void add_excluded(struct tp_page *page, const struct tp_rules *r, int action) {
  for (int i = 0; i < r->action_count; i++)
    if (tp_set_has(&r->actions[action].excludes, i))
      tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_ACTION, i), r->actions[i].words.title,
                  tp_phrase(TP_SAY_PAGE_EXCLUDES));
}

/* --- actors --- */

/* A variable that is nothing here and stays so: the consent of who is no member. */
static int is_idle(const struct tp_session *s, int slot) {
  const struct tp_rules *r = tp_session_rules(s);
  return tp_session_world(s)->v[slot] == 0 && r->start[slot] == 0 &&
         r->system->of[slot] == TP_NONE && !tp_inputs_is_derived(r, slot) &&
         !tp_session_hides(s, slot);
}

static void add_variables(struct tp_page *page, const struct tp_session *s, int actor) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_actor *a = &r->actors[actor];
  tp_page_head(page, TP_SAY_PAGE_VALUES);
  for (int i = 0; i < a->variables; i++)
    if (!is_idle(s, a->slot + i))
      tp_page_value(page, s, a->slot + i);
}

static void add_relations(struct tp_page *page, const struct tp_session *s, int actor) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_actor *a = &r->actors[actor];
  tp_page_head(page, TP_SAY_PAGE_TIES);
  for (int i = 0; i < a->ties.count; i++)
    tp_page_value(page, s, tp_tie_slot(r, r->incident[a->ties.first + i], TP_COHESION));
  tp_page_head(page, TP_SAY_PAGE_VIEWS);
  for (int i = 0; i < a->views.count; i++)
    tp_page_value(page, s, tp_view_slot(r, r->outlooks[a->views.first + i], TP_MENACE));
}

void tp_page_write_actor(const struct tp_session *s, int actor, struct tp_page *page) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_actor *a = &r->actors[actor];
  tp_page_text(page, a->words.text);
  if (a->is_seat)
    add_row(page, TP_SAY_PAGE_SEAT,
            tp_phrase(actor == r->player ? TP_SAY_PAGE_SEAT_YOURS : TP_SAY_PAGE_SEAT_OTHER));
  if (a->size > 0)
    add_row(page, TP_SAY_PAGE_SIZE, TP_FIGURE(a->size));
  if (a->population > 0)
    add_row(page, TP_SAY_PAGE_POPULATION, TP_FIGURE(a->population));
  tp_page_head(page, TP_SAY_PAGE_STORY);
  for (int i = 0; i < a->claims.count; i++)
    tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_CLAIM, a->claims.first + i),
                r->claims[a->claims.first + i].words.title, "");
  add_variables(page, s, actor);
  add_relations(page, s, actor);
  tp_page_head(page, TP_SAY_PAGE_ACTIONS);
  for (int i = 0; i < a->actions.count; i++) {
    int action = r->repertoire[a->actions.first + i];
    tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_ACTION, action),
                r->actions[action].words.title, "");
  }
  tp_page_head(page, TP_SAY_PAGE_WANTS);
  tp_page_weights(page, r, a->goals);
}

/* --- claims --- */

void tp_page_write_claim(const struct tp_session *s, int claim, struct tp_page *page) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_claim *c = &r->claims[claim];
  tp_page_text(page, c->words.text);
  add_actor(page, r, c->holder, tp_phrase(TP_SAY_PAGE_TOLD_BY));
  if (c->about != TP_NONE)
    add_actor(page, r, c->about, tp_phrase(TP_SAY_PAGE_ABOUT));
  tp_page_value(page, s, tp_claim_slot(r, claim, TP_CREDIBILITY));
  tp_page_value(page, s, tp_claim_slot(r, claim, TP_REACH));
  add_row(page, TP_SAY_PAGE_SHARE, TP_FIGURE(c->weight));
  tp_page_head(page, TP_SAY_PAGE_EVIDENCE);
  tp_page_weights(page, r, c->evidence);
  tp_page_head(page, TP_SAY_PAGE_CONTRADICTION);
  tp_page_weights(page, r, c->contradiction);
  tp_page_head(page, TP_SAY_PAGE_ECHOES);
  for (int i = 0; i < c->echoes.count; i++)
    add_actor(page, r, r->echoes[c->echoes.first + i].ally, "");
  tp_page_mechanisms_of(page, TP_FAMILY(CLAIM, CREDIBILITY));
}

/* --- actions --- */

/* How the members stand now, by their scores in the council. */
static void add_stances(struct tp_page *page, const struct tp_session *s, int action) {
  struct tp_ballot ballot;
  tp_session_poll(s, action, &ballot);
  tp_page_head(page, TP_SAY_PAGE_STANCES);
  for (int i = 0; i < ballot.members; i++) {
    char figure[TP_FIGURE_MAX];
    add_actor(page, tp_session_rules(s), ballot.member[i],
              tp_phrase_signed(figure, ballot.score[i], 1));
  }
}

static void add_success(struct tp_page *page, const struct tp_session *s,
                        const struct tp_action *a) {
  const struct tp_rules *r = tp_session_rules(s);
  tp_page_head(page, TP_SAY_PAGE_SUCCESS);
  if (a->wedge != TP_NONE) {
    tp_page_text(page, tp_phrase(TP_SAY_PAGE_WEDGE));
    tp_page_slot(page, r, tp_tie_slot(r, a->wedge, TP_COHESION), "");
    tp_page_row_to(page, s, tp_page_of_cause(TP_CAUSE_WEDGE));
  } else if (a->chance < 1 || a->chance_terms.count) {
    char percent[80];
    TP_SAY(percent, sizeof percent, TP_SAY_PAGE_PERCENT, TP_FIGURE(100 * a->chance));
    add_row(page, TP_SAY_PAGE_BASE, percent);
    tp_page_weights(page, r, a->chance_terms);
  }
}

void tp_page_write_action(const struct tp_session *s, int action, struct tp_page *page) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_action *a = &r->actions[action];
  char cost[TP_WORDING_MAX];
  tp_page_text(page, a->words.text);
  add_actor(page, r, a->seat, tp_phrase(TP_SAY_PAGE_DONE_BY));
  if (a->aimed_at != TP_NONE)
    add_actor(page, r, a->aimed_at, tp_phrase(TP_SAY_PAGE_AIMED_AT));
  tp_wording_cost(r, action, cost, sizeof cost);
  add_row(page, TP_SAY_PAGE_COST, cost);
  add_row(page, TP_SAY_PAGE_VOTE, tp_wording_vote((enum tp_vote)a->vote));
  add_again(page, a->once, a->cooldown);
  add_excluded(page, r, action);
  tp_page_head(page, TP_SAY_PAGE_POSSIBLE);
  tp_page_conditions(page, s, a->when);
  tp_page_head(page, TP_SAY_PAGE_EFFECTS);
  tp_page_effects(page, r, a->effects);
  tp_page_head(page, TP_SAY_PAGE_EACH_TURN);
  tp_page_effects(page, r, a->each_turn);
  tp_page_head(page, TP_SAY_PAGE_AT_END);
  tp_page_effects(page, r, a->at_end);
  add_success(page, s, a);
  tp_page_head(page, TP_SAY_PAGE_FAILURE);
  tp_page_effects(page, r, a->failure);
  add_stances(page, s, action);
}

/* --- events --- */

static void add_option(struct tp_page *page, const struct tp_session *s,
                       const struct tp_option *option) {
  const struct tp_rules *r = tp_session_rules(s);
  tp_page_drop_empty_head(page);
  tp_page_add(page, TP_PART_HEAD, tp_nowhere, option->words.title, "");
  tp_page_text(page, option->words.text);
  tp_page_conditions(page, s, option->when);
  tp_page_effects(page, r, option->effects);
  add_crisis(page, r, option->crisis_challenger, option->crisis_target);
  add_event(page, r, option->then, option->delay);
}

void tp_page_write_event(const struct tp_session *s, int event, struct tp_page *page) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_event *e = &r->events[event];
  char text[120], date[40];
  tp_page_text(page, e->words.text);
  if (e->at != TP_NONE) {
    tp_wording_date(r, e->at, date, sizeof date);
    add_row(page, TP_SAY_PAGE_COMES, date);
  } else if (e->chance > 0) {
    TP_SAY(text, sizeof text, TP_SAY_PAGE_CHANCE, TP_FIGURE(100 * e->chance));
    add_row(page, TP_SAY_PAGE_COMES, text);
  } else {
    add_row(page, TP_SAY_PAGE_COMES, tp_phrase(TP_SAY_PAGE_ONLY_CALLED));
  }
  add_again(page, e->once, e->cooldown);
  if (e->seat != TP_NONE)
    add_actor(page, r, e->seat, tp_phrase(TP_SAY_PAGE_DECIDES));
  tp_page_head(page, TP_SAY_PAGE_WHEN);
  tp_page_conditions(page, s, e->when);
  tp_page_head(page, TP_SAY_PAGE_EFFECTS);
  tp_page_effects(page, r, e->effects);
  add_crisis(page, r, e->crisis_challenger, e->crisis_target);
  add_event(page, r, e->then, e->delay);
  for (int i = 0; i < e->options.count; i++)
    add_option(page, s, &r->options[e->options.first + i]);
}

/* --- how a game is judged --- */

static void add_lasting(struct tp_page *page, int lasting) {
  if (lasting > 1)
    add_row(page, TP_SAY_PAGE_LASTING, TP_WHOLE(lasting));
}

void tp_page_write_objective(const struct tp_session *s, int objective, struct tp_page *page) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_objective *o = &r->objectives[objective];
  tp_page_text(page, o->words.text);
  add_row(page, TP_SAY_PAGE_POINTS, TP_FIGURE(o->weight));
  add_lasting(page, o->lasting);
  tp_page_head(page, TP_SAY_PAGE_WHEN);
  tp_page_conditions(page, s, o->when);
}

void tp_page_write_ending(const struct tp_session *s, int ending, struct tp_page *page) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_ending *e = &r->endings[ending];
  tp_page_text(page, e->words.text);
  add_row(page, TP_SAY_PAGE_RESULT, tp_wording_result((enum tp_result)e->result));
  if (e->final)
    add_row(page, TP_SAY_PAGE_COMES, tp_phrase(TP_SAY_PAGE_LAST_TURN));
  add_lasting(page, e->lasting);
  tp_page_head(page, TP_SAY_PAGE_WHEN);
  tp_page_conditions(page, s, e->when);
}
