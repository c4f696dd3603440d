/* Opening, closing, playing a turn, forecasts. */
#include "session/state.h"

#include "data/arena.h"
#include "session/phrases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int tp_session_set_policy(struct tp_session *s, int actor, const char *name,
                          struct tp_problems *problems) {
  if (!tp_policy_find(s->r, name, &s->policies[actor])) {
    char text[TP_WORDING_MAX];
    TP_SAY(text, sizeof text, TP_SAY_NO_POLICY, name);
    if (problems)
      tp_problems_add(problems, "", 0, 0, "", "%s", text);
    return 0;
  }
  snprintf(s->policy_names[actor], sizeof s->policy_names[actor], "%s", name);
  return 1;
}

struct tp_session *tp_session_create(const struct tp_rules *r, uint64_t seed) {
  struct tp_session *s = tp_memory_resize(NULL, sizeof *s);
  memset(s, 0, sizeof *s);
  s->r = r;
  s->player = r->player;
  s->seed = seed;
  s->written_at = TP_NONE;
  s->policy_room = tp_memory_resize(NULL, tp_policy_room(r));
  tp_pending_reset(s);
  tp_history_begin(s);
  return s;
}

static int prepare(struct tp_session *s, const struct tp_session_options *options,
                   struct tp_problems *problems) {
  const char *policy = options->policy ? options->policy : TP_USUAL_POLICY;
  for (int actor = 0; actor < s->r->actor_count; actor++) {
    if (!tp_session_set_policy(s, actor, policy, problems))
      return 0;
  }
  return 1;
}

struct tp_session *tp_session_start_rules(const struct tp_rules *r,
                                          const struct tp_session_options *options,
                                          struct tp_problems *problems) {
  struct tp_session *s = tp_session_create(r, options->seed);
  if (prepare(s, options, problems))
    return s;
  tp_session_close(s);
  return NULL;
}

struct tp_session *tp_session_start(const struct tp_session_options *options,
                                    struct tp_problems *problems) {
  if (!options->scenario || !options->scenario[0]) {
    tp_problems_add(problems, "", 0, 0, "", "%s", tp_phrase(TP_SAY_NO_SCENARIO_NAMED));
    return NULL;
  }
  struct tp_scenario *scenario =
      tp_scenario_load(options->scenario, tp_phrases_language(), problems);
  if (!scenario)
    return NULL;
  if (!scenario->playable) {
    tp_problems_add(problems, scenario->path, 0, 0, "", "%s", tp_phrase(TP_SAY_NOT_PLAYABLE));
    tp_scenario_free(scenario);
    return NULL;
  }
  struct tp_session *s = tp_session_start_rules(scenario->rules, options, problems);
  if (!s) {
    tp_scenario_free(scenario);
    return NULL;
  }
  s->scenario = scenario;
  s->stamp = tp_session_stamp(scenario);
  tp_session_keep_in(s, options->folder, NULL);
  s->no_autosave = options->no_autosave;
  return s;
}

void tp_session_close(struct tp_session *s) {
  if (!s)
    return;
  tp_forecaster_free(s->forecaster);
  tp_session_review_forget(s);
  tp_session_whatif_forget(s);
  tp_counsel_forget(s); /* its thread reads the world */
  tp_history_free(s);
  tp_differences_free(&s->differences);
  free(s->proposed);
  free(s->steps);
  free(s->policy_room);
  free(s->seen);
  tp_scenario_free(s->scenario);
  free(s);
}

/* --- reading ---------------------------------------------------------------------------------- */

const struct tp_rules *tp_session_rules(const struct tp_session *s) {
  return s->r;
}

const struct tp_world *tp_session_world(const struct tp_session *s) {
  return s->past[s->turns].world;
}

int tp_session_player(const struct tp_session *s) {
  return s->player;
}

uint64_t tp_session_seed(const struct tp_session *s) {
  return s->seed;
}

int tp_session_turn(const struct tp_session *s) {
  return s->turns;
}

int tp_session_begun(const struct tp_session *s) {
  return s->begun;
}

const struct tp_differences *tp_session_differences(const struct tp_session *s) {
  return &s->differences;
}

const char *tp_session_notice(const struct tp_session *s) {
  return s->notice;
}

const char *tp_session_autosave_path(const struct tp_session *s) {
  return s->autosave;
}

int tp_session_is_saved(const struct tp_session *s) {
  return s->saved;
}

int tp_session_hides(const struct tp_session *s, int slot) {
  return tp_rules_hides(s->r, s->player, slot);
}

/* --- a turn ----------------------------------------------------------------------------------- */

int tp_session_end_turn(struct tp_session *s) {
  const struct tp_world *w = tp_session_world(s);
  if (w->result != TP_PLAYING)
    return 0;
  struct tp_orders by_actor[TP_ACTORS_MAX];
  memset(by_actor, 0, sizeof by_actor);
  for (int actor = 0; actor < s->r->actor_count; actor++) {
    by_actor[actor].seat = (int16_t)actor;
    if (actor == s->player)
      by_actor[actor] = *tp_session_orders(s);
    else if (s->r->actors[actor].is_seat)
      tp_policy_choose(s->r, w, actor, &s->policies[actor], s->policy_room, &by_actor[actor]);
  }
  if (s->forecaster)
    tp_forecaster_cancel(s->forecaster, 0);
  tp_session_review_forget(s);
  tp_session_whatif_forget(s);
  tp_history_play(s, by_actor);
  tp_pending_reset(s);
  tp_hints_turn(s);
  tp_counsel_forget(s);
  s->notice[0] = '\0';
  tp_session_autosave(s);
  return 1;
}

int tp_session_check_replay(const struct tp_session *s, int *slot) {
  struct tp_session *again = tp_session_create(s->r, s->seed);
  int first = TP_NONE;
  if (s->begun)
    tp_history_begin_at(again, s->past[s->begun].world);
  if (slot)
    *slot = TP_NONE;
  for (int turn = s->begun + 1; turn <= s->turns && first == TP_NONE; turn++) {
    tp_history_play(again, s->past[turn].orders);
    if (again->past[turn].hash != s->past[turn].hash)
      first = turn;
  }
  if (first != TP_NONE && slot && s->past[first].world) {
    const double *is = s->past[first].world->v, *was = again->past[first].world->v;
    for (int i = s->r->slot_count - 1; i >= 0; i--)
      *slot = is[i] != was[i] ? i : *slot;
  }
  tp_session_close(again);
  return first;
}

/* --- forecasts -------------------------------------------------------------------------------- */

static int ask(struct tp_session *s, const struct tp_world *w,
               const struct tp_forecast_request *request) {
  if (!s->forecaster)
    s->forecaster = tp_forecaster_create(s->r, s->player, s->policies);
  return s->forecaster ? tp_forecaster_ask(s->forecaster, w, request) : 0;
}

int tp_session_forecast(struct tp_session *s, int turn, const struct tp_forecast_request *request) {
  const struct tp_world *w = tp_session_world_at(s, turn);
  if (!w || request->slot_count < 1)
    return 0;
  for (int i = 0; i < tp_forecast_slots(request); i++) {
    if (request->slots[i] < 0 || request->slots[i] >= s->r->slot_count)
      return 0;
  }
  return ask(s, w, request);
}

static void add_gauges(const struct tp_session *s, struct tp_forecast_request *request) {
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(s, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot != TP_NONE)
      request->slots[request->slot_count++] = (int16_t)gauge.slot;
  }
}

static void add_goals(const struct tp_session *s, struct tp_forecast_request *request) {
  struct tp_goal goals[TP_FORECAST_SLOTS];
  request->gain_count = tp_session_goals(s, goals, TP_FORECAST_SLOTS - request->slot_count);
  for (int i = 0; i < request->gain_count; i++)
    request->slots[request->slot_count + i] = (int16_t)goals[i].slot;
}

/* Both arms begin with the orders given, without this one and what stands in its place. */
static void split_orders(const struct tp_session *s, struct tp_order order,
                         struct tp_forecast_request *request) {
  const struct tp_orders *given = tp_session_orders(s);
  request->without.seat = given->seat;
  for (int i = 0; i < given->count; i++) {
    if (given->item[i].kind != order.kind || given->item[i].id != order.id)
      request->without.item[request->without.count++] = given->item[i];
  }
  request->with = request->without;
}

/* Gives the seat what it lacks, until the order is allowed: 1, or 0 when it is refused for another
 * reason. */
static int lend_means(const struct tp_rules *r, struct tp_world *w, struct tp_orders *with,
                      struct tp_order order) {
  double *have = w->v + r->actors[with->seat].slot;
  for (int tries = 0; tries < 8; tries++) {
    struct tp_verdict verdict = tp_order_give(r, w, with, order);
    double lent = verdict.number * (1 + 1e-9);
    if (verdict.refusal == TP_ALLOWED)
      return 1;
    if (verdict.refusal == TP_NO_BUDGET)
      have[TP_BUDGET] += lent;
    else if (verdict.refusal == TP_NO_CAPITAL)
      have[TP_CAPITAL] += lent;
    else if (verdict.refusal == TP_NO_ATTENTION)
      have[TP_ATTENTION] += lent;
    else
      return 0;
  }
  return 0;
}

int tp_session_forecast_order(struct tp_session *s, struct tp_order order, int rollouts,
                              int horizon) {
  struct tp_forecast_request request;
  memset(&request, 0, sizeof request);
  request.rollouts = rollouts;
  request.horizon = tp_forecast_ahead(s->r, tp_session_world(s), horizon);
  add_gauges(s, &request);
  if (request.slot_count == 0)
    return 0;
  add_goals(s, &request);
  split_orders(s, order, &request);
  struct tp_world *w = tp_memory_resize(NULL, s->r->world_size);
  tp_world_copy(s->r, w, tp_session_world(s));
  int ticket = lend_means(s->r, w, &request.with, order) ? ask(s, w, &request) : 0;
  free(w);
  return ticket;
}

enum tp_forecast_state tp_session_forecast_poll(struct tp_session *s, int ticket,
                                                struct tp_forecast *result) {
  return s->forecaster ? tp_forecaster_poll(s->forecaster, ticket, result) : TP_FORECAST_UNKNOWN;
}

enum tp_forecast_state tp_session_forecast_wait(struct tp_session *s, int ticket,
                                                struct tp_forecast *result) {
  return s->forecaster ? tp_forecaster_wait(s->forecaster, ticket, result) : TP_FORECAST_UNKNOWN;
}

void tp_session_forecast_cancel(struct tp_session *s, int ticket) {
  if (s->forecaster)
    tp_forecaster_cancel(s->forecaster, ticket);
}
