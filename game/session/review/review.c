#include "session/review/review.h"

#include "data/arena.h"
#include "session/review/playout.h"
#include "session/share.h"
#include "session/state.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { GAMES = 200 };
static const double least_score = 0.5; /* a smaller move of the score alone is nothing to show */

static const double least_distance = 0.002; /* the same of what a win lacks, of its range */
static const double normal_95 = 1.96;

struct playout_end {
  double score;
  int won;
  double lacked[TP_LACKS_MAX]; /* values of what the nearest win lacks in the real game */
};

/* By how much an order moved one of those, with its interval. */
struct push {
  double is, low, high;
};

struct tp_review {
  const struct tp_rules *r;
  int player, begun, turns;
  char *worlds;              /* [begun..turns], own copies, of r->world_size bytes each */
  struct tp_order_plan plan; /* all orders the player gave */
  struct tp_turn_odds *odds;
  struct tp_turning_point *points; /* [plan.count] */
  struct tp_lack lack;             /* of the game as it stands */
  double value[TP_LACKS_MAX];      /* of what it lacks */
  struct push *pushes;             /* [plan.count][TP_LACKS_MAX] */
  struct playout_end *with;        /* [turn][game]: as the game was played */
  atomic_int odds_known, points_known, cancelled;
  pthread_t thread;
};

/* --- the work --------------------------------------------------------------------------------- */

static struct tp_world *world_at(const struct tp_review *review, int turn) {
  return (struct tp_world *)(void *)(review->worlds +
                                     (size_t)(turn - review->begun) * review->r->world_size);
}

/* Asked before each game: whoever gives a review up waits for its thread. */
static int goes_on(struct tp_review *review) {
  return !atomic_load_explicit(&review->cancelled, memory_order_relaxed);
}

static struct playout_end end_of(const struct tp_review *review, const struct tp_world *w) {
  struct playout_end end = {.won = w->result == TP_VICTORY, .score = tp_world_score(review->r, w)};
  for (int i = 0; i < review->lack.count; i++)
    end.lacked[i] = w->v[review->lack.list[i]->slot];
  return end;
}

static void weigh_turn(struct tp_review *review, struct tp_playout *playout, int turn) {
  struct playout_end *ends = review->with + (size_t)turn * GAMES;
  double score = 0;
  int won = 0;
  for (int game = 0; game < GAMES && goes_on(review); game++) {
    tp_playout_run(playout, world_at(review, turn), &review->plan, game);
    ends[game] = end_of(review, playout->world);
    won += ends[game].won;
    score += ends[game].score;
  }
  struct tp_share share = tp_share_of(won, GAMES);
  review->odds[turn] =
      (struct tp_turn_odds){share.is, share.low, share.high, score / (double)GAMES};
}

/* The plan without one of its orders; the rows are the caller's. */
static struct tp_order_plan without(const struct tp_order_plan *plan, int index,
                                    struct tp_script_row *rows) {
  struct tp_order_plan rest = {.rows = rows, .ends = plan->ends};
  for (int i = 0; i < plan->count; i++) {
    if (i != index)
      rows[rest.count++] = plan->rows[i];
  }
  return rest;
}

/* A mean of paired differences, from their sum and the sum of their squares. */
static struct push push_of(double sum, double squares) {
  double mean = sum / (double)GAMES;
  double variance = fmax(squares / (double)GAMES - mean * mean, 0) / (double)(GAMES - 1);
  double reach = normal_95 * sqrt(variance);
  return (struct push){mean, mean - reach, mean + reach};
}

static void weigh_order(struct tp_review *review, struct tp_playout *playout, int index,
                        struct tp_script_row *rows) {
  const struct tp_script_row *row = &review->plan.rows[index];
  const struct playout_end *with = review->with + (size_t)row->turn * GAMES;
  struct tp_order_plan rest = without(&review->plan, index, rows);
  int only_with = 0, only_without = 0;
  double score = 0, sums[TP_LACKS_MAX] = {0}, squares[TP_LACKS_MAX] = {0};
  for (int game = 0; game < GAMES && goes_on(review); game++) {
    tp_playout_run(playout, world_at(review, row->turn), &rest, game);
    struct playout_end end = end_of(review, playout->world);
    only_with += with[game].won && !end.won;
    only_without += !with[game].won && end.won;
    score += with[game].score - end.score;
    for (int i = 0; i < review->lack.count; i++) {
      double moved = with[game].lacked[i] - end.lacked[i];
      sums[i] += moved;
      squares[i] += moved * moved;
    }
  }
  struct tp_share share = tp_share_gained(only_with, only_without, GAMES);
  review->points[index] = (struct tp_turning_point){.turn = row->turn + 1,
                                                    .order = row->order,
                                                    .chance = share.is,
                                                    .low = share.low,
                                                    .high = share.high,
                                                    .score = score / (double)GAMES,
                                                    .slot = TP_NONE};
  for (int i = 0; i < review->lack.count; i++)
    review->pushes[index * TP_LACKS_MAX + i] = push_of(sums[i], squares[i]);
}

static void *work(void *context) {
  struct tp_review *review = context;
  struct tp_playout playout;
  size_t size = (size_t)(review->plan.count + 1) * sizeof(struct tp_script_row);
  struct tp_script_row *rows = tp_memory_resize(NULL, size);
  tp_playout_open(&playout, review->r, review->player);
  for (int turn = review->begun; turn <= review->turns && goes_on(review); turn++) {
    weigh_turn(review, &playout, turn);
    atomic_store_explicit(&review->odds_known, turn + 1, memory_order_release);
  }
  for (int i = 0; i < review->plan.count && goes_on(review); i++) {
    weigh_order(review, &playout, i, rows);
    atomic_store_explicit(&review->points_known, i + 1, memory_order_release);
  }
  tp_playout_close(&playout);
  free(rows);
  return NULL;
}

/* --- beginning and ending --------------------------------------------------------------------- */

void tp_session_plan(const struct tp_session *s, struct tp_order_plan *plan) {
  size_t most = (size_t)s->turns * TP_ORDERS_MAX + 1;
  *plan = (struct tp_order_plan){.ends = s->turns};
  plan->rows = tp_memory_resize(NULL, most * sizeof *plan->rows);
  for (int turn = 1; turn <= s->turns; turn++) {
    const struct tp_orders *given = tp_session_orders_at(s, turn, s->player);
    for (int i = 0; given && i < given->count; i++)
      plan->rows[plan->count++] = (struct tp_script_row){(int16_t)(turn - 1), given->item[i]};
  }
}

static int knows_all(const struct tp_session *s) {
  for (int turn = s->begun; turn <= s->turns; turn++) {
    if (!s->past[turn].world)
      return 0;
  }
  return s->turns > s->begun;
}

static void copy_worlds(struct tp_review *review, const struct tp_session *s) {
  review->worlds = tp_memory_resize(NULL, (size_t)(s->turns - s->begun + 1) * s->r->world_size);
  for (int turn = s->begun; turn <= s->turns; turn++)
    tp_world_copy(s->r, world_at(review, turn), s->past[turn].world);
}

static void free_review(struct tp_review *review) {
  free(review->worlds);
  free(review->plan.rows);
  free(review->odds);
  free(review->points);
  free(review->pushes);
  free(review->with);
  free(review);
}

int tp_session_review(struct tp_session *s) {
  if (s->review)
    return 1;
  if (!knows_all(s))
    return 0;
  struct tp_review *review = tp_memory_zeroed(1, sizeof *review);
  size_t turns = (size_t)s->turns + 1;
  review->r = s->r;
  review->player = s->player;
  review->begun = s->begun;
  review->turns = s->turns;
  copy_worlds(review, s);
  tp_session_plan(s, &review->plan);
  review->odds = tp_memory_zeroed(turns, sizeof *review->odds);
  review->points = tp_memory_zeroed((size_t)review->plan.count + 1, sizeof *review->points);
  review->pushes =
      tp_memory_zeroed(((size_t)review->plan.count + 1) * TP_LACKS_MAX, sizeof *review->pushes);
  review->with = tp_memory_zeroed(turns * GAMES, sizeof *review->with);
  tp_lack_of_win(s->r, tp_session_world(s), &review->lack);
  for (int i = 0; i < review->lack.count; i++)
    review->value[i] = tp_session_world(s)->v[review->lack.list[i]->slot];
  if (pthread_create(&review->thread, NULL, work, review) != 0) {
    free_review(review);
    return 0;
  }
  s->review = review;
  return 1;
}

void tp_session_review_forget(struct tp_session *s) {
  if (!s->review)
    return;
  atomic_store(&s->review->cancelled, 1);
  pthread_join(s->review->thread, NULL);
  free_review(s->review);
  s->review = NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

static int odds_known(const struct tp_review *review) {
  return atomic_load_explicit(&review->odds_known, memory_order_acquire);
}

static int points_known(const struct tp_review *review) {
  return atomic_load_explicit(&review->points_known, memory_order_acquire);
}

double tp_session_review_progress(const struct tp_session *s) {
  const struct tp_review *review = s->review;
  if (!review)
    return 1;
  double all = review->turns - review->begun + 1 + review->plan.count;
  int odds = odds_known(review) - review->begun;
  return ((odds > 0 ? odds : 0) + points_known(review)) / all;
}

int tp_session_odds(const struct tp_session *s, int turn, struct tp_turn_odds *odds) {
  if (!s->review || turn < s->begun || turn >= odds_known(s->review))
    return 0;
  *odds = s->review->odds[turn];
  return 1;
}

static int moves_chance(const struct tp_turning_point *point) {
  return point->low > 0 || point->high < 0;
}

static int matters(const struct tp_turning_point *point) {
  return moves_chance(point) || fabs(point->score) >= least_score || point->slot != TP_NONE;
}

/* Does `a` come before `b`? */
static int weighs_more(const struct tp_turning_point *a, const struct tp_turning_point *b) {
  double one = fabs(a->chance), two = fabs(b->chance);
  if (a->slot != TP_NONE)
    return a->distance > b->distance;
  return one > two || (one >= two && fabs(a->score) > fabs(b->score));
}

int tp_session_review_lack(const struct tp_session *s, struct tp_lack *lack) {
  const struct tp_review *review = s->review;
  if (!review || tp_session_review_progress(s) < 1 || !review->lack.count)
    return 0;
  for (int i = 0; i < review->plan.count; i++) {
    if (moves_chance(&review->points[i]))
      return 0;
  }
  *lack = review->lack;
  return 1;
}

/* How much farther or nearer than it was the win would have been without the order, by one of what
 * it lacks, as a share of its range: nearer no more than to where nothing of that is missing. */
static double distance(const struct tp_review *review, int which, double push) {
  const struct tp_condition *c = review->lack.list[which];
  double missing = c->value - review->value[which], size = fabs(push);
  if ((missing > 0) != (push > 0))
    size = fmin(size, fabs(missing));
  return size / (review->r->high[c->slot] - review->r->low[c->slot]);
}

/* Tells a point by what it moved most of what a win lacks; where it moved nothing, `slot` is
 * TP_NONE and nothing is left of it. */
static void tell_by_lack(const struct tp_review *review, int index,
                         struct tp_turning_point *point) {
  *point = (struct tp_turning_point){.turn = point->turn, .order = point->order, .slot = TP_NONE};
  for (int i = 0; i < review->lack.count; i++) {
    const struct tp_condition *c = review->lack.list[i];
    struct push push = review->pushes[index * TP_LACKS_MAX + i];
    double far = distance(review, i, push.is);
    if ((push.low <= 0 && push.high >= 0) || far < least_distance || far <= point->distance)
      continue;
    point->slot = c->slot;
    point->moved = push.is;
    point->moved_low = push.low;
    point->moved_high = push.high;
    point->distance = far;
    point->good = (c->value > review->value[i]) == (push.is > 0) ? 1 : -1;
  }
}

int tp_session_turning_points(const struct tp_session *s, struct tp_turning_point *list, int room) {
  int known = s->review ? points_known(s->review) : 0, count = 0;
  struct tp_lack lack;
  int by_lack = tp_session_review_lack(s, &lack);
  for (int i = 0; i < known; i++) {
    struct tp_turning_point point = s->review->points[i];
    int at = count;
    if (by_lack)
      tell_by_lack(s->review, i, &point);
    if (!matters(&point))
      continue;
    while (at > 0 && weighs_more(&point, &list[at - 1]))
      at--;
    if (at == room)
      continue;
    count += count < room;
    memmove(&list[at + 1], &list[at], (size_t)(count - 1 - at) * sizeof *list);
    list[at] = point;
  }
  return count;
}

void tp_session_review_wait(struct tp_session *s) {
  struct timespec moment = {.tv_nsec = 2000000};
  while (tp_session_review_progress(s) < 1)
    nanosleep(&moment, NULL);
}
