#include "session/review/whatif.h"

#include "data/arena.h"
#include "session/review/playout.h"
#include "session/state.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

_Static_assert(TP_WHATIF_GAUGES - TP_GAUGES == 0, "one spread for each gauge");

enum { ARMS = 2 };

struct tp_whatif {
  const struct tp_rules *r;
  struct tp_policy policies[TP_ACTORS_MAX]; /* of the real game; the player's is not asked */
  int player, last;                         /* the real game's last history index */
  int is_over;                              /* it has ended */
  int gauges[TP_GAUGES];                    /* slots */
  struct tp_world *from;
  struct tp_order_plan plan[ARMS]; /* as it was, and with the other orders; rows are owned */
  char *path;                      /* worlds, from `from` on: [0 .. turns_ahead] */
  double *samples;                 /* [arm][gauge][turn][game], turns counted from `from` */
  struct tp_whatif_spread *spread; /* [gauge][turn] */
  struct tp_whatif_answer answer;
  atomic_int played, known, cancelled;
  pthread_t thread;
};

static int turns_ahead(const struct tp_whatif *q) {
  return q->r->turns - q->from->turn;
}

/* --- the path --------------------------------------------------------------------------------- */

static struct tp_world *path_at(const struct tp_whatif *q, int turn) {
  return (struct tp_world *)(void *)(q->path + (size_t)(turn - q->from->turn) * q->r->world_size);
}

static int orders_of_turn(const struct tp_order_plan *plan, int turn) {
  int count = 0;
  for (int i = 0; i < plan->count; i++)
    count += plan->rows[i].turn == turn;
  return count;
}

static void player_orders(struct tp_whatif *q, const struct tp_world *w, void *room,
                          struct tp_orders *orders) {
  struct tp_policy policy = {.kind = TP_SCRIPT,
                             .script = {.rows = q->plan[1].rows, .count = q->plan[1].count}};
  if (w->turn >= q->plan[1].ends)
    tp_policy_named("reflex", &policy);
  tp_policy_choose(q->r, w, q->player, &policy, room, orders);
  if (policy.kind == TP_SCRIPT)
    q->answer.refused += orders_of_turn(&q->plan[1], w->turn) - orders->count;
}

/* A game that is over is compared to its end; one that goes on, as far as it has gone. */
static void walk(struct tp_whatif *q) {
  void *room = tp_memory_resize(NULL, tp_policy_room(q->r));
  const struct tp_world *at = q->from;
  int until = q->is_over ? q->r->turns : q->last;
  while (at->result == TP_PLAYING && at->turn < until &&
         !atomic_load_explicit(&q->cancelled, memory_order_relaxed)) {
    struct tp_orders orders;
    struct tp_world *next = path_at(q, at->turn + 1);
    player_orders(q, at, room, &orders);
    tp_world_copy(q->r, next, at);
    tp_policy_play_turn(q->r, next, q->policies, &orders, room, NULL, NULL);
    at = next;
  }
  free(room);
  q->answer.turns = at->turn;
  q->answer.own_turns = at->turn < q->last ? at->turn : q->last;
  q->answer.result = (enum tp_result)at->result;
  q->answer.ending = at->ending;
  q->answer.score = tp_world_score(q->r, at);
}

/* --- the odds --------------------------------------------------------------------------------- */

static double *column(const struct tp_whatif *q, int arm, int gauge, int ahead) {
  size_t place =
      ((size_t)arm * TP_GAUGES + (size_t)gauge) * (size_t)(turns_ahead(q) + 1) + (size_t)ahead;
  return q->samples + place * TP_WHATIF_GAMES;
}

static void note(const struct tp_whatif *q, const struct tp_world *w, int arm, int ahead,
                 int game) {
  for (int gauge = 0; gauge < TP_GAUGES; gauge++)
    column(q, arm, gauge, ahead)[game] = q->gauges[gauge] == TP_NONE ? 0 : w->v[q->gauges[gauge]];
}

/* One imagined game; what is over stays as it is. */
static void imagine(struct tp_whatif *q, struct tp_playout *playout, int arm, int game) {
  tp_playout_begin(playout, q->from, game);
  for (int ahead = 0; ahead <= turns_ahead(q); ahead++) {
    note(q, playout->world, arm, ahead, game);
    (void)tp_playout_turn(playout, &q->plan[arm]);
  }
  atomic_fetch_add_explicit(&q->played, 1, memory_order_relaxed);
}

static void take_spreads(struct tp_whatif *q) {
  int turns = turns_ahead(q) + 1;
  for (int gauge = 0; gauge < TP_GAUGES; gauge++) {
    for (int ahead = 0; ahead < turns; ahead++) {
      struct tp_whatif_spread *spread = &q->spread[(ptrdiff_t)gauge * turns + ahead];
      tp_forecast_quantiles(column(q, 0, gauge, ahead), TP_WHATIF_GAMES, spread->was);
      tp_forecast_quantiles(column(q, 1, gauge, ahead), TP_WHATIF_GAMES, spread->other);
    }
  }
}

static int weigh(struct tp_whatif *q) {
  struct tp_playout playout;
  int won[ARMS] = {0, 0}, only[ARMS] = {0, 0};
  double score = 0;
  tp_playout_open(&playout, q->r, q->player);
  for (int game = 0; game < TP_WHATIF_GAMES; game++) {
    int wins[ARMS] = {0, 0};
    for (int arm = 0; arm < ARMS && !atomic_load(&q->cancelled); arm++) {
      imagine(q, &playout, arm, game);
      wins[arm] = playout.world->result == TP_VICTORY;
      won[arm] += wins[arm];
      score += (arm ? 1 : -1) * tp_world_score(q->r, playout.world);
    }
    only[0] += wins[0] && !wins[1];
    only[1] += wins[1] && !wins[0];
  }
  tp_playout_close(&playout);
  q->answer.was = tp_share_of(won[0], TP_WHATIF_GAMES);
  q->answer.other = tp_share_of(won[1], TP_WHATIF_GAMES);
  q->answer.gain = tp_share_gained(only[1], only[0], TP_WHATIF_GAMES);
  q->answer.score_gain = score / (double)TP_WHATIF_GAMES;
  return !atomic_load(&q->cancelled);
}

static void *work(void *context) {
  struct tp_whatif *q = context;
  walk(q);
  if (weigh(q)) {
    take_spreads(q);
    atomic_store_explicit(&q->known, 1, memory_order_release);
  }
  return NULL;
}

/* --- asking ----------------------------------------------------------------------------------- */

struct tp_verdict tp_session_other_orders(const struct tp_session *s, int turn, int drop,
                                          const struct tp_order *add, struct tp_orders *orders) {
  const struct tp_world *w = tp_session_world_at(s, turn - 1);
  const struct tp_orders *given = tp_session_orders_at(s, turn, s->player);
  struct tp_verdict verdict = {.refusal = TP_NO_SUCH_ORDER};
  struct tp_orders other = {.seat = (int16_t)s->player};
  if (!w || !given)
    return verdict;
  verdict.refusal = TP_ALLOWED;
  for (int i = 0; i < given->count; i++) {
    if (i != drop)
      (void)tp_order_give(s->r, w, &other, given->item[i]);
  }
  if (add)
    verdict = tp_order_give(s->r, w, &other, *add);
  if (verdict.refusal == TP_ALLOWED)
    *orders = other;
  return verdict;
}

/* The real plan with the orders of one turn changed for others. */
static void change_plan(struct tp_order_plan *plan, int turn, const struct tp_orders *orders) {
  struct tp_order_plan other = {.ends = plan->ends};
  size_t most = (size_t)plan->count + TP_ORDERS_MAX;
  other.rows = tp_memory_resize(NULL, most * sizeof *other.rows);
  for (int i = 0; i < plan->count && plan->rows[i].turn < turn; i++)
    other.rows[other.count++] = plan->rows[i];
  for (int i = 0; i < orders->count; i++)
    other.rows[other.count++] = (struct tp_script_row){(int16_t)turn, orders->item[i]};
  for (int i = 0; i < plan->count; i++) {
    if (plan->rows[i].turn > turn)
      other.rows[other.count++] = plan->rows[i];
  }
  free(plan->rows);
  *plan = other;
}

static struct tp_whatif *prepare(const struct tp_session *s, const struct tp_world *from,
                                 const struct tp_orders *orders) {
  struct tp_whatif *q = tp_memory_zeroed(1, sizeof *q);
  q->r = s->r;
  q->player = s->player;
  q->last = s->turns;
  q->is_over = tp_session_world(s)->result != TP_PLAYING;
  q->answer.turn = from->turn + 1;
  memcpy(q->policies, s->policies, sizeof q->policies);
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(s, (enum tp_gauge_id)i, &gauge);
    q->gauges[i] = gauge.slot;
  }
  q->from = tp_memory_resize(NULL, s->r->world_size);
  tp_world_copy(s->r, q->from, from);
  for (int arm = 0; arm < ARMS; arm++)
    tp_session_plan(s, &q->plan[arm]);
  change_plan(&q->plan[1], from->turn, orders);
  size_t turns = (size_t)turns_ahead(q) + 1;
  q->path = tp_memory_zeroed(turns, s->r->world_size);
  q->samples = tp_memory_zeroed(turns * ARMS * TP_GAUGES * TP_WHATIF_GAMES, sizeof *q->samples);
  q->spread = tp_memory_zeroed(turns * TP_GAUGES, sizeof *q->spread);
  return q;
}

static void free_whatif(struct tp_whatif *q) {
  for (int arm = 0; arm < ARMS; arm++)
    free(q->plan[arm].rows);
  free(q->path);
  free(q->samples);
  free(q->spread);
  free(q->from);
  free(q);
}

int tp_session_what_if(struct tp_session *s, int turn, const struct tp_orders *orders) {
  const struct tp_world *from = tp_session_world_at(s, turn - 1);
  if (!from || turn > s->turns)
    return 0;
  tp_session_whatif_forget(s);
  struct tp_whatif *q = prepare(s, from, orders);
  if (pthread_create(&q->thread, NULL, work, q) != 0) {
    free_whatif(q);
    return 0;
  }
  s->whatif = q;
  return 1;
}

void tp_session_whatif_forget(struct tp_session *s) {
  if (!s->whatif)
    return;
  atomic_store(&s->whatif->cancelled, 1);
  pthread_join(s->whatif->thread, NULL);
  free_whatif(s->whatif);
  s->whatif = NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

static const struct tp_whatif *known(const struct tp_session *s) {
  const struct tp_whatif *q = s->whatif;
  return q && atomic_load_explicit(&q->known, memory_order_acquire) ? q : NULL;
}

int tp_session_what_if_answer(const struct tp_session *s, struct tp_whatif_answer *answer) {
  const struct tp_whatif *q = known(s);
  if (q)
    *answer = q->answer;
  return q != NULL;
}

double tp_session_what_if_progress(const struct tp_session *s) {
  const struct tp_whatif *q = s->whatif;
  if (!q || known(s))
    return 1;
  double played = atomic_load_explicit(&q->played, memory_order_relaxed);
  return played / (ARMS * TP_WHATIF_GAMES + 1.0);
}

const struct tp_world *tp_session_what_if_world(const struct tp_session *s, int turn) {
  const struct tp_whatif *q = known(s);
  return q && turn > q->from->turn && turn <= q->answer.turns ? path_at(q, turn) : NULL;
}

const struct tp_whatif_spread *tp_session_what_if_spread(const struct tp_session *s, int gauge,
                                                         int turn) {
  const struct tp_whatif *q = known(s);
  int ahead = q ? turn - q->from->turn : -1;
  if (ahead < 0 || ahead > turns_ahead(q) || gauge < 0 || gauge >= TP_GAUGES)
    return NULL;
  return &q->spread[(ptrdiff_t)gauge * (turns_ahead(q) + 1) + ahead];
}

void tp_session_what_if_wait(struct tp_session *s) {
  struct timespec moment = {.tv_nsec = 2000000};
  while (tp_session_what_if_progress(s) < 1)
    nanosleep(&moment, NULL);
}
