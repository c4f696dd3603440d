/* The forecaster: tickets, and one thread that computes what was asked last.
 *
 * All fields are under the lock, except what the thread works on: the world and the request of the
 * busy job, which nobody touches until it is done. A cancelled job that is busy stays in its place
 * until the thread lets go of it.
 */
#include "session/forecast.h"

#include "data/arena.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct job {
  int ticket; /* 0: free */
  enum tp_forecast_state state;
  int busy; /* the thread works on it */
  uint64_t world_hash;
  struct tp_forecast_request request;
  struct tp_world *world;
  struct tp_forecast *result;
  atomic_int cancelled;
};

struct tp_forecaster {
  const struct tp_rules *r;
  int player;
  const struct tp_policy *others;
  struct tp_guesses *guesses; /* the thread's */
  int last_ticket, closing;
  pthread_t thread;
  pthread_mutex_t lock;
  pthread_cond_t asked, finished;
  struct job jobs[TP_FORECAST_KEPT];
};

/* The waiting job that was asked last, or NULL. */
static struct job *next_job(struct tp_forecaster *f) {
  struct job *next = NULL;
  for (int i = 0; i < TP_FORECAST_KEPT; i++) {
    struct job *job = &f->jobs[i];
    if (job->ticket && job->state == TP_FORECAST_WAITING && (!next || job->ticket > next->ticket))
      next = job;
  }
  return next;
}

static void do_job(struct tp_forecaster *f, struct job *job) {
  job->state = TP_FORECAST_RUNNING;
  job->busy = 1;
  pthread_mutex_unlock(&f->lock);
  struct tp_forecast *result = tp_memory_resize(NULL, sizeof *result);
  int whole = tp_forecast_compute(f->r, job->world, f->player, f->others, &job->request, f->guesses,
                                  &job->cancelled, result);
  pthread_mutex_lock(&f->lock);
  job->busy = 0;
  if (whole && job->state == TP_FORECAST_RUNNING) {
    job->state = TP_FORECAST_DONE;
    job->result = result;
  } else {
    job->state = TP_FORECAST_CANCELLED;
    free(result);
  }
  pthread_cond_broadcast(&f->finished);
}

static void *work(void *forecaster) {
  struct tp_forecaster *f = forecaster;
  pthread_mutex_lock(&f->lock);
  while (!f->closing) {
    struct job *job = next_job(f);
    if (job)
      do_job(f, job);
    else
      pthread_cond_wait(&f->asked, &f->lock);
  }
  pthread_mutex_unlock(&f->lock);
  return NULL;
}

struct tp_forecaster *tp_forecaster_create(const struct tp_rules *r, int player,
                                           const struct tp_policy *others) {
  struct tp_forecaster *f = tp_memory_resize(NULL, sizeof *f);
  memset(f, 0, sizeof *f);
  f->r = r;
  f->player = player;
  f->others = others;
  f->guesses = tp_guesses_create();
  pthread_mutex_init(&f->lock, NULL);
  pthread_cond_init(&f->asked, NULL);
  pthread_cond_init(&f->finished, NULL);
  if (pthread_create(&f->thread, NULL, work, f) == 0)
    return f;
  pthread_cond_destroy(&f->finished);
  pthread_cond_destroy(&f->asked);
  pthread_mutex_destroy(&f->lock);
  tp_guesses_free(f->guesses);
  free(f);
  return NULL;
}

void tp_forecaster_free(struct tp_forecaster *f) {
  if (!f)
    return;
  tp_forecaster_cancel(f, 0);
  pthread_mutex_lock(&f->lock);
  f->closing = 1;
  pthread_cond_broadcast(&f->asked);
  pthread_mutex_unlock(&f->lock);
  pthread_join(f->thread, NULL);
  pthread_cond_destroy(&f->finished);
  pthread_cond_destroy(&f->asked);
  pthread_mutex_destroy(&f->lock);
  for (int i = 0; i < TP_FORECAST_KEPT; i++) {
    free(f->jobs[i].world);
    free(f->jobs[i].result);
  }
  tp_guesses_free(f->guesses);
  free(f);
}

static struct job *find(struct tp_forecaster *f, int ticket) {
  for (int i = 0; ticket > 0 && i < TP_FORECAST_KEPT; i++) {
    if (f->jobs[i].ticket == ticket)
      return &f->jobs[i];
  }
  return NULL;
}

/* A place for a new job: a free one, else the oldest that the thread does not hold. */
static struct job *make_room(struct tp_forecaster *f) {
  struct job *place = NULL;
  for (int i = 0; i < TP_FORECAST_KEPT; i++) {
    if (!f->jobs[i].busy && (!place || f->jobs[i].ticket < place->ticket))
      place = &f->jobs[i];
  }
  free(place->result);
  place->result = NULL;
  if (!place->world)
    place->world = tp_memory_resize(NULL, f->r->world_size);
  return place;
}

static void copy_orders(struct tp_orders *to, const struct tp_orders *from) {
  to->seat = from->seat;
  for (int i = 0; i < from->count && i < TP_ORDERS_MAX; i++)
    to->item[to->count++] = from->item[i];
}

/* The request with nothing in it but what counts, so that equal ones are equal bytes. */
static struct tp_forecast_request plain(const struct tp_forecast_request *from) {
  struct tp_forecast_request to;
  memset(&to, 0, sizeof to);
  copy_orders(&to.without, &from->without);
  copy_orders(&to.with, &from->with);
  to.rollouts = from->rollouts;
  to.horizon = from->horizon;
  to.slot_count = from->slot_count < TP_FORECAST_SLOTS ? from->slot_count : TP_FORECAST_SLOTS;
  to.gain_count = from->gain_count;
  for (int i = 0; i < tp_forecast_slots(&to); i++)
    to.slots[i] = from->slots[i];
  return to;
}

static struct job *find_same(struct tp_forecaster *f, const struct tp_forecast_request *request,
                             uint64_t world_hash) {
  for (int i = 0; i < TP_FORECAST_KEPT; i++) {
    struct job *job = &f->jobs[i];
    if (job->ticket && job->state != TP_FORECAST_CANCELLED && job->world_hash == world_hash &&
        memcmp(&job->request, request, sizeof *request) == 0)
      return job;
  }
  return NULL;
}

int tp_forecaster_ask(struct tp_forecaster *f, const struct tp_world *w,
                      const struct tp_forecast_request *request) {
  struct tp_forecast_request asked = plain(request);
  uint64_t hash = tp_world_hash(f->r, w);
  pthread_mutex_lock(&f->lock);
  struct job *job = find_same(f, &asked, hash);
  if (!job) {
    job = make_room(f);
    job->ticket = ++f->last_ticket;
    job->state = TP_FORECAST_WAITING;
    job->world_hash = hash;
    job->request = asked;
    tp_world_copy(f->r, job->world, w);
    atomic_store(&job->cancelled, 0);
    pthread_cond_signal(&f->asked);
  }
  int ticket = job->ticket;
  pthread_mutex_unlock(&f->lock);
  return ticket;
}

/* Under the lock. */
static enum tp_forecast_state look(struct tp_forecaster *f, int ticket,
                                   struct tp_forecast *result) {
  struct job *job = find(f, ticket);
  if (!job)
    return TP_FORECAST_UNKNOWN;
  if (job->state == TP_FORECAST_DONE && result)
    *result = *job->result;
  return job->state;
}

enum tp_forecast_state tp_forecaster_poll(struct tp_forecaster *f, int ticket,
                                          struct tp_forecast *result) {
  pthread_mutex_lock(&f->lock);
  enum tp_forecast_state state = look(f, ticket, result);
  pthread_mutex_unlock(&f->lock);
  return state;
}

enum tp_forecast_state tp_forecaster_wait(struct tp_forecaster *f, int ticket,
                                          struct tp_forecast *result) {
  pthread_mutex_lock(&f->lock);
  enum tp_forecast_state state = look(f, ticket, result);
  while (state == TP_FORECAST_WAITING || state == TP_FORECAST_RUNNING) {
    pthread_cond_wait(&f->finished, &f->lock);
    state = look(f, ticket, result);
  }
  pthread_mutex_unlock(&f->lock);
  return state;
}

void tp_forecaster_cancel(struct tp_forecaster *f, int ticket) {
  pthread_mutex_lock(&f->lock);
  for (int i = 0; i < TP_FORECAST_KEPT; i++) {
    struct job *job = &f->jobs[i];
    if (!job->ticket || (ticket && job->ticket != ticket))
      continue;
    if (job->state != TP_FORECAST_WAITING && job->state != TP_FORECAST_RUNNING)
      continue;
    job->state = TP_FORECAST_CANCELLED;
    atomic_store(&job->cancelled, 1);
  }
  pthread_cond_broadcast(&f->finished);
  pthread_mutex_unlock(&f->lock);
}
