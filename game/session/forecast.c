/* One forecast: imagined games of both arms with the same dice, and their quantiles. */
#include "session/forecast.h"

#include "ai/policy.h"
#include "core/chance.h"
#include "data/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const double tp_forecast_levels[TP_FORECAST_QUANTILES] = {0.025, 0.10, 0.25, 0.50,
                                                          0.75,  0.90, 0.975};

enum { ARMS = 2, FACTS = 1024 /* of a turn, more than any has */ };

/* Forecasts throw their own dice: this instead of a game's seed. */
static const uint64_t dice = 0x9d2c5680f0a3b147u;

struct study {
  const struct tp_rules *r;
  const struct tp_world *w;
  int player;
  const struct tp_forecast_request *request;
  const atomic_int *cancelled;
  int arms; /* 1 when both orders are the same: then so are the games, and they are played once */
  struct tp_guessed about;
  const struct tp_guesses *guesses; /* what the others do */
  struct tp_world *imagined;
  void *room;
  double *samples; /* [arm][slot][turn][rollout] */
  int crisis[ARMS][TP_CRISIS_WAYS];
  struct tp_fact facts[FACTS]; /* of a turn in a crisis */
};

static double *column(const struct study *s, int arm, int line, int turn) {
  const struct tp_forecast_request *q = s->request;
  if (arm >= s->arms)
    arm = 0;
  size_t at =
      ((size_t)arm * (size_t)tp_forecast_slots(q) + (size_t)line) * (size_t)(q->horizon + 1) +
      (size_t)turn;
  return s->samples + at * (size_t)q->rollouts;
}

static void note(struct study *s, int arm, int turn, int rollout) {
  for (int line = 0; line < tp_forecast_slots(s->request); line++)
    column(s, arm, line, turn)[rollout] = s->imagined->v[s->request->slots[line]];
}

int tp_forecast_ahead(const struct tp_rules *r, const struct tp_world *w, int turns) {
  int left = r->turns - w->turn;
  return left < 1 ? 1 : left < turns ? left : turns;
}

uint64_t tp_forecast_seed(const struct tp_world *w, int player, int game) {
  return tp_chance_bits(dice, w->turn, player, TP_DRAW_GAME, game);
}

/* The player does nothing new after the first turn. */
static void play_turn(struct study *s, int arm, int turn, int rollout, struct tp_log *log) {
  struct tp_orders sets[TP_ACTORS_MAX];
  int count = 0;
  for (int actor = 0; actor < s->r->actor_count; actor++) {
    if (s->r->actors[actor].is_seat && actor != s->player)
      tp_guesses_choose(s->guesses, &s->about, s->imagined, rollout, turn, actor, s->room,
                        &sets[count++]);
  }
  if (turn == 0)
    sets[count++] = arm ? s->request->with : s->request->without;
  tp_turn_play(s->r, s->imagined, sets, count, NULL, log);
}

/* After a turn of a crisis that was going on. */
static enum tp_crisis_way way_of(const struct study *s, const struct tp_log *log) {
  if (s->imagined->v[tp_world_slot(s->r, TP_CRISIS)] >= TP_CRISIS_WAR_STEP)
    return TP_CRISIS_WAR;
  for (int i = 0; i < log->count; i++)
    if (log->facts[i].kind == TP_FACT_CRISIS_ENDED)
      return log->facts[i].a == s->player   ? TP_CRISIS_LOST
             : log->facts[i].b == s->player ? TP_CRISIS_WON
                                            : TP_CRISIS_EASED;
  return TP_CRISIS_GOES_ON;
}

static int is_in_crisis(const struct study *s) {
  return s->w->crisis.challenger == s->player || s->w->crisis.target == s->player;
}

static int imagine(struct study *s, int arm, int rollout) {
  uint64_t seed = tp_forecast_seed(s->w, s->player, rollout);
  tp_world_observe(s->r, s->w, s->player, seed, s->imagined);
  note(s, arm, 0, rollout);
  int watched = is_in_crisis(s);
  enum tp_crisis_way way = TP_CRISIS_GOES_ON;
  for (int turn = 1; turn <= s->request->horizon; turn++) {
    if (s->cancelled && atomic_load_explicit(s->cancelled, memory_order_relaxed))
      return 0;
    struct tp_log log = {.facts = s->facts, .capacity = FACTS};
    int on = watched && way == TP_CRISIS_GOES_ON;
    if (s->imagined->result == TP_PLAYING)
      play_turn(s, arm, turn - 1, rollout, on ? &log : NULL);
    if (on)
      way = way_of(s, &log);
    note(s, arm, turn, rollout);
  }
  s->crisis[arm][way] += watched;
  return 1;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

void tp_forecast_quantiles(double *values, int count, double out[TP_FORECAST_QUANTILES]) {
  qsort(values, (size_t)count, sizeof *values, by_size);
  for (int i = 0; i < TP_FORECAST_QUANTILES; i++) {
    double at = tp_forecast_levels[i] * (count - 1);
    int below = (int)at;
    int above = below + 1 < count ? below + 1 : below;
    out[i] = values[below] + (at - below) * (values[above] - values[below]);
  }
}

/* By what share the 95, 80 and 50 % bands of a variable are widened. */
struct doubt {
  double share[TP_FORECAST_QUANTILES / 2];
};

static struct doubt doubt_about(const struct tp_rules *r, int slot) {
  const struct tp_coefficients *c = &r->coefficient;
  switch (r->slots[slot].scope == TP_ON_ACTOR ? r->slots[slot].variable : TP_NONE) {
  case TP_NARRATIVE:
    return (struct doubt){
        {c->forecast_narrative95, c->forecast_narrative80, c->forecast_narrative50}};
  case TP_AUTONOMY:
    return (struct doubt){{c->forecast_autonomy95, c->forecast_autonomy80, c->forecast_autonomy50}};
  case TP_GAP:
    return (struct doubt){{c->forecast_gap95, c->forecast_gap80, c->forecast_gap50}};
  case TP_UNITY:
    return (struct doubt){{c->forecast_unity95, c->forecast_unity80, c->forecast_unity50}};
  default:
    return (struct doubt){{c->forecast_doubt95, c->forecast_doubt80, c->forecast_doubt50}};
  }
}

/* Other seats are not quite as they are imagined, so what comes strays further than imagined games
 * do. How much further is measured (`thirdpole-lab forecast --calibration`) and written in the
 * rules; here the bands are widened by it, around the median and within the variable's range. */
static void widen(const struct tp_rules *r, int slot, double out[TP_FORECAST_QUANTILES]) {
  struct doubt doubt = doubt_about(r, slot);
  double median = out[TP_FORECAST_QUANTILES / 2];
  for (int i = 0; i < TP_FORECAST_QUANTILES / 2; i++) {
    double *low = &out[i], *high = &out[TP_FORECAST_QUANTILES - 1 - i];
    *low += doubt.share[i] * (*low - median);
    *high += doubt.share[i] * (*high - median);
    *low = *low < r->low[slot] ? r->low[slot] : *low;
    *high = *high > r->high[slot] ? r->high[slot] : *high;
  }
}

/* Mean of the paired differences at the horizon, with its interval; before the columns are sorted.
 */
static void take_gain(const struct study *s, int line, struct tp_forecast_line *out) {
  int count = s->request->rollouts;
  const double *without = column(s, 0, line, s->request->horizon);
  const double *with = column(s, 1, line, s->request->horizon);
  double sum = 0, squares = 0;
  for (int i = 0; i < count; i++)
    sum += with[i] - without[i];
  double mean = sum / count;
  for (int i = 0; i < count; i++) {
    double off = with[i] - without[i] - mean;
    squares += off * off;
  }
  double error = count > 1 ? sqrt(squares / (count - 1) / count) : 0;
  out->gain = mean;
  out->gain_low = mean - 1.96 * error;
  out->gain_high = mean + 1.96 * error;
}

static void summarise(const struct study *s, struct tp_forecast *result) {
  const struct tp_forecast_request *q = s->request;
  *result = (struct tp_forecast){.rollouts = q->rollouts,
                                 .horizon = q->horizon,
                                 .turn = s->w->turn,
                                 .line_count = q->slot_count,
                                 .gain_count = tp_forecast_slots(q) - q->slot_count};
  memcpy(result->crisis[0], s->crisis[0], sizeof s->crisis[0]);
  memcpy(result->crisis[1], s->crisis[s->arms - 1], sizeof s->crisis[0]);
  for (int line = 0; line < tp_forecast_slots(q); line++) {
    struct tp_forecast_line *out = &result->lines[line];
    out->slot = q->slots[line];
    take_gain(s, line, out);
    for (int turn = 0; line < q->slot_count && turn <= q->horizon; turn++) {
      tp_forecast_quantiles(column(s, 0, line, turn), q->rollouts, out->without[turn]);
      tp_forecast_quantiles(column(s, 1, line, turn), q->rollouts, out->with[turn]);
      widen(s->r, out->slot, out->without[turn]);
      widen(s->r, out->slot, out->with[turn]);
    }
  }
}

static int at_most(int x, int high) {
  return x < 1 ? 1 : x > high ? high : x;
}

static int play_all(struct study *s) {
  for (int rollout = 0; rollout < s->request->rollouts; rollout++) {
    for (int arm = 0; arm < s->arms; arm++)
      if (!imagine(s, arm, rollout))
        return 0;
  }
  return 1;
}

int tp_forecast_compute(const struct tp_rules *r, const struct tp_world *w, int player,
                        const struct tp_policy *others, const struct tp_forecast_request *request,
                        struct tp_guesses *guesses, const atomic_int *cancelled,
                        struct tp_forecast *result) {
  struct tp_forecast_request q = *request;
  q.rollouts = at_most(q.rollouts, TP_FORECAST_ROLLOUTS);
  q.horizon = at_most(q.horizon, TP_FORECAST_HORIZON);
  q.slot_count = at_most(q.slot_count, TP_FORECAST_SLOTS);
  struct tp_guesses *own = NULL;
  if (!guesses)
    guesses = own = tp_guesses_create();
  struct study s = {.r = r,
                    .w = w,
                    .player = player,
                    .request = &q,
                    .cancelled = cancelled,
                    .about = {r, w, player, others, &q.without},
                    .guesses = guesses};
  s.arms = tp_orders_are_same(&q.without, &q.with) ? 1 : ARMS;
  size_t columns = (size_t)s.arms * (size_t)tp_forecast_slots(&q) * (size_t)(q.horizon + 1);
  s.samples = tp_memory_resize(NULL, columns * (size_t)q.rollouts * sizeof *s.samples);
  s.imagined = tp_memory_resize(NULL, r->world_size);
  s.room = tp_memory_resize(NULL, tp_policy_room(r));
  int whole = tp_guesses_make(guesses, &s.about, q.horizon, cancelled) && play_all(&s);
  if (whole)
    summarise(&s, result);
  tp_guesses_free(own);
  free(s.samples);
  free(s.imagined);
  free(s.room);
  return whole;
}
