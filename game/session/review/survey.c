#include "session/review/survey.h"

#include "ai/policy.h"
#include "data/arena.h"
#include "session/advice.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* Differences below this are nothing to speak of, whatever their error. */
static const double least_gain = 0.1;
static const double errors_apart = 2.5; /* standard errors that a difference must exceed */

enum { TRIES_MAX = TP_ACTIONS_MAX * 2 + TP_PENDING_MAX * TP_OPTIONS_MAX + 3 };

/* An order and what came of it; `granted`: as if it needed no vote. */
struct try {
  struct tp_order order;
  int granted;
  struct tp_effect_found *effects; /* by place of the slot; the last are the goals */
};

/* What the trying works with. */
struct trial {
  const struct tp_rules *r;
  struct tp_rules granting; /* the same without votes */
  struct tp_action *actions;
  const struct tp_world *w;
  int player;
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_world *imagined;
  void *room;
  double *plain, *differences; /* [game][slot], [slot][game] */
};

struct tp_survey {
  int16_t *slots;
  int slot_count, horizon, count;
  struct try *tries;
  struct tp_effect_found *room;

  struct trial trial; /* the thread's, until it is done */
  pthread_t thread;
  int has_thread; /* that is not joined yet */
  atomic_int done, given_up;
};

/* --- what to try ------------------------------------------------------------------------------ */

static void add_try(struct tp_survey *survey, struct tp_order order, int granted) {
  survey->tries[survey->count++] = (struct try){.order = order, .granted = granted};
}

static int is_allowed(const struct trial *t, struct tp_order order) {
  struct tp_orders none = {.seat = (int16_t)t->player};
  return tp_order_check(t->r, t->w, &none, order).refusal == TP_ALLOWED;
}

static void list_actions(const struct trial *t, struct tp_survey *survey) {
  struct tp_span own = t->r->actors[t->player].actions;
  for (int i = 0; i < own.count; i++) {
    int action = t->r->repertoire[own.first + i];
    struct tp_order order = {.kind = TP_ORDER_ACT, .id = (int16_t)action};
    struct tp_ballot ballot;
    if (!is_allowed(t, order))
      continue;
    add_try(survey, order, 0);
    tp_council_poll(t->r, t->w, action, &ballot);
    if (ballot.passes <= 0)
      add_try(survey, order, 1);
  }
}

static void list_answers(const struct trial *t, struct tp_survey *survey) {
  for (int i = 0; i < t->w->pending_count; i++) {
    int event = t->w->pending[i].event;
    for (int choice = 0; choice < t->r->events[event].options.count; choice++) {
      struct tp_order order = {TP_ORDER_ANSWER, (int16_t)event, (int16_t)choice};
      if (t->w->pending[i].seat == t->player && is_allowed(t, order))
        add_try(survey, order, 0);
    }
  }
  for (int move = TP_HOLD_FIRM; move <= TP_STEP_BACK; move++) {
    struct tp_order order = {.kind = TP_ORDER_MOVE, .choice = (int16_t)move};
    if (is_allowed(t, order))
      add_try(survey, order, 0);
  }
}

/* --- trying ----------------------------------------------------------------------------------- */

/* One imagined game; the values at its end, the goals' last. */
static void imagine(struct trial *t, const struct tp_survey *survey, const struct try *try,
                    int game, double *values) {
  const struct tp_rules *r = try && try->granted ? &t->granting : t->r;
  struct tp_orders orders = {.seat = (int16_t)t->player};
  if (try)
    orders.item[orders.count++] = try->order;
  tp_world_observe(r, t->w, t->player, tp_forecast_seed(t->w, t->player, game), t->imagined);
  for (int turn = 0; turn < survey->horizon && t->imagined->result == TP_PLAYING; turn++)
    tp_policy_play_turn(r, t->imagined, t->policies, turn == 0 ? &orders : NULL, t->room, NULL,
                        NULL);
  for (int i = 0; i < survey->slot_count; i++)
    values[i] = t->imagined->v[survey->slots[i]];
  values[survey->slot_count] = tp_policy_value(r, t->imagined, t->player);
}

static struct tp_effect_found effect_of(const double *differences, int games) {
  double sum = 0, squares = 0;
  for (int i = 0; i < games; i++)
    sum += differences[i];
  double mean = sum / games;
  for (int i = 0; i < games; i++)
    squares += (differences[i] - mean) * (differences[i] - mean);
  return (struct tp_effect_found){mean, sqrt(squares / (games - 1) / games)};
}

static void try_one(struct trial *t, const struct tp_survey *survey, struct try *try) {
  int values = survey->slot_count + 1;
  double *reached = t->differences + values * TP_COUNSEL_GAMES;
  for (int game = 0; game < TP_COUNSEL_GAMES; game++) {
    imagine(t, survey, try, game, reached);
    for (int i = 0; i < values; i++)
      t->differences[i * TP_COUNSEL_GAMES + game] = reached[i] - t->plain[game * values + i];
  }
  for (int i = 0; i < values; i++)
    try->effects[i] = effect_of(t->differences + i * TP_COUNSEL_GAMES, TP_COUNSEL_GAMES);
}

static void try_all(struct trial *t, struct tp_survey *survey) {
  size_t values = (size_t)survey->slot_count + 1;
  t->plain = tp_memory_resize(NULL, values * TP_COUNSEL_GAMES * sizeof *t->plain);
  t->differences = tp_memory_resize(NULL, values * (TP_COUNSEL_GAMES + 1) * sizeof *t->plain);
  survey->room = tp_memory_resize(NULL, values * (size_t)survey->count * sizeof *survey->room);
  for (int game = 0; game < TP_COUNSEL_GAMES; game++)
    imagine(t, survey, NULL, game, t->plain + (size_t)game * values);
  for (int i = 0; i < survey->count && !atomic_load(&survey->given_up); i++) {
    survey->tries[i].effects = survey->room + (size_t)i * values;
    try_one(t, survey, &survey->tries[i]);
  }
}

/* --- making ----------------------------------------------------------------------------------- */

static void prepare(struct trial *t) {
  size_t size = (size_t)t->r->action_count * sizeof *t->actions;
  for (int actor = 0; actor < t->r->actor_count; actor++)
    tp_policy_named(actor == t->player ? "idle" : "reflex", &t->policies[actor]);
  t->imagined = tp_memory_resize(NULL, t->r->world_size);
  t->room = tp_memory_resize(NULL, tp_policy_room(t->r));
  t->actions = tp_memory_resize(NULL, size);
  if (size > 0)
    memcpy(t->actions, t->r->actions, size);
  for (int i = 0; i < t->r->action_count; i++)
    t->actions[i].vote = TP_NO_VOTE;
  t->granting = *t->r;
  t->granting.actions = t->actions;
}

static void clean_up(struct trial *t) {
  free(t->imagined);
  free(t->room);
  free(t->actions);
  free(t->plain);
  free(t->differences);
}

static void *work(void *argument) {
  struct tp_survey *survey = argument;
  prepare(&survey->trial);
  try_all(&survey->trial, survey);
  clean_up(&survey->trial);
  atomic_store(&survey->done, 1);
  return NULL;
}

struct tp_survey *tp_survey_begin(const struct tp_rules *r, const struct tp_world *w, int player,
                                  const int16_t *slots, int slot_count) {
  struct tp_survey *survey = tp_memory_resize(NULL, sizeof *survey);
  memset(survey, 0, sizeof *survey);
  survey->slot_count = slot_count;
  survey->horizon = tp_forecast_ahead(r, w, TP_COUNSEL_HORIZON);
  survey->trial = (struct trial){.r = r, .w = w, .player = player};
  survey->slots = tp_memory_resize(NULL, (size_t)slot_count * sizeof *slots);
  if (slot_count > 0)
    memcpy(survey->slots, slots, (size_t)slot_count * sizeof *slots);
  survey->tries = tp_memory_resize(NULL, TRIES_MAX * sizeof *survey->tries);
  list_actions(&survey->trial, survey);
  list_answers(&survey->trial, survey);
  survey->has_thread = pthread_create(&survey->thread, NULL, work, survey) == 0;
  if (!survey->has_thread)
    work(survey);
  return survey;
}

int tp_survey_is_done(const struct tp_survey *survey) {
  return atomic_load(&survey->done);
}

void tp_survey_wait(struct tp_survey *survey) {
  if (survey->has_thread)
    pthread_join(survey->thread, NULL);
  survey->has_thread = 0;
}

void tp_survey_free(struct tp_survey *survey) {
  if (!survey)
    return;
  atomic_store(&survey->given_up, 1);
  tp_survey_wait(survey);
  free(survey->slots);
  free(survey->tries);
  free(survey->room);
  free(survey);
}

/* --- reading ---------------------------------------------------------------------------------- */

int tp_survey_horizon(const struct tp_survey *survey) {
  return survey->horizon;
}

int tp_survey_count(const struct tp_survey *survey) {
  return survey->count;
}

struct tp_order tp_survey_order(const struct tp_survey *survey, int index) {
  return survey->tries[index].order;
}

static int place_of(const struct tp_survey *survey, int slot) {
  for (int i = 0; i < survey->slot_count; i++) {
    if (survey->slots[i] == slot)
      return i;
  }
  return slot == TP_NONE ? survey->slot_count : TP_NONE;
}

struct tp_effect_found tp_survey_effect(const struct tp_survey *survey, int index, int slot) {
  int place = place_of(survey, slot);
  if (place == TP_NONE || survey->tries[index].granted)
    return (struct tp_effect_found){0, 0};
  return survey->tries[index].effects[place];
}

struct tp_effect_found tp_survey_granted(const struct tp_survey *survey, int action) {
  for (int i = 0; i < survey->count; i++) {
    const struct try *try = &survey->tries[i];
    if (try->granted && try->order.id == action)
      return try->effects[survey->slot_count];
  }
  return (struct tp_effect_found){0, 0};
}

int tp_survey_sign(struct tp_effect_found effect) {
  double size = fabs(effect.gain);
  if (size < least_gain || size < errors_apart * effect.error)
    return 0;
  return effect.gain > 0 ? 1 : -1;
}
