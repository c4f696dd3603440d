#include "lab/work.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { THREADS_MAX = 256 };

struct work {
  tp_work_item *item;
  void *context;
  const char *what; /* NULL: silent */
  int count;
  long units; /* 0: one for each item */
  double began, shown;
  atomic_int next;
};

struct worker {
  struct work *work;
  int number;
  pthread_t thread;
};

/* Of the work under way; the progress line is written by the thread that asked for the work. */
static atomic_long done;
static _Thread_local struct work *watched;

static atomic_int stopped;

static void stop(int signal) {
  atomic_store(&stopped, signal);
}

void tp_work_catch_stop(void) {
  struct sigaction action = {.sa_flags = (int)SA_RESETHAND};
  action.sa_handler = stop;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
}

int tp_work_stopped(void) {
  return stopped;
}

int tp_work_processors(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > THREADS_MAX ? THREADS_MAX : (int)count;
}

double tp_work_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* "3 min 20 s": as exact as it is worth. */
static void show_time(double seconds) {
  long whole = (long)(seconds + 0.5);
  if (whole < 60)
    fprintf(stderr, "%ld s", whole);
  else if (whole < 3600)
    fprintf(stderr, "%ld min %ld s", whole / 60, whole % 60);
  else
    fprintf(stderr, "%ld h %ld min", whole / 3600, whole / 60 % 60);
}

/* A few times a second. */
static void show(struct work *work) {
  double now = tp_work_clock();
  if (!work->what || now - work->shown < 0.25)
    return;
  work->shown = now;
  long all = work->units ? work->units : work->count, so_far = atomic_load(&done);
  double rate = (double)so_far / (now - work->began);
  fprintf(stderr, "\r\033[K%ld of %ld %s, %.1f a second, ", so_far, all, work->what, rate);
  if (stopped)
    fputs("stopping", stderr);
  else if (so_far == 0)
    fputs("time left not yet known", stderr);
  else {
    show_time((double)(all - so_far) / rate);
    fputs(" left", stderr);
  }
}

void tp_work_unit(void) {
  atomic_fetch_add(&done, 1);
  if (watched)
    show(watched);
}

static void *labour(void *argument) {
  struct worker *self = argument;
  struct work *work = self->work;
  while (!stopped) {
    int item = atomic_fetch_add(&work->next, 1);
    if (item >= work->count)
      break;
    work->item(work->context, self->number, item);
    if (!work->units)
      tp_work_unit();
  }
  return NULL;
}

static void work_all(struct work *work, int threads) {
  struct worker workers[THREADS_MAX];
  int started = 1;
  workers[0] = (struct worker){.work = work};
  for (; started < threads && started < work->count && started < THREADS_MAX; started++) {
    workers[started] = (struct worker){.work = work, .number = started};
    if (pthread_create(&workers[started].thread, NULL, labour, &workers[started]) != 0)
      break;
  }
  labour(&workers[0]);
  for (int i = 1; i < started; i++)
    pthread_join(workers[i].thread, NULL);
}

void tp_work_do_units(int count, int threads, tp_work_item *item, void *context, const char *what,
                      long units) {
  struct work work = {.item = item,
                      .context = context,
                      .what = isatty(STDERR_FILENO) ? what : NULL,
                      .count = count,
                      .units = units,
                      .began = tp_work_clock(),
                      .shown = tp_work_clock()};
  atomic_store(&done, 0);
  watched = work.what ? &work : NULL;
  work_all(&work, threads);
  watched = NULL;
  if (work.what)
    fputs("\r\033[K", stderr);
}

void tp_work_do(int count, int threads, tp_work_item *item, void *context, const char *what) {
  tp_work_do_units(count, threads, item, context, what, 0);
}
