#include "lab/work.h"

#include <pthread.h>
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
  double began, shown;
  atomic_int next, done;
};

struct worker {
  struct work *work;
  int number;
  pthread_t thread;
};

int tp_work_processors(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > THREADS_MAX ? THREADS_MAX : (int)count;
}

double tp_work_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* A few times a second; only the calling thread shows. */
static void show(struct work *work) {
  double now = tp_work_clock();
  if (!work->what || now - work->shown < 0.25)
    return;
  work->shown = now;
  double done = atomic_load(&work->done), rate = done / (now - work->began);
  fprintf(stderr, "\r\033[K%.0f of %d %s, %.1f a second, %.0f s left", done, work->count,
          work->what, rate, (work->count - done) / rate);
}

static void *labour(void *argument) {
  struct worker *self = argument;
  struct work *work = self->work;
  for (;;) {
    int item = atomic_fetch_add(&work->next, 1);
    if (item >= work->count)
      return NULL;
    work->item(work->context, self->number, item);
    atomic_fetch_add(&work->done, 1);
    if (self->number == 0)
      show(work);
  }
}

void tp_work_do(int count, int threads, tp_work_item *item, void *context, const char *what) {
  struct work work = {.item = item,
                      .context = context,
                      .what = isatty(STDERR_FILENO) ? what : NULL,
                      .count = count,
                      .began = tp_work_clock(),
                      .shown = tp_work_clock()};
  struct worker workers[THREADS_MAX];
  int started = 1;
  workers[0] = (struct worker){.work = &work};
  for (; started < threads && started < count && started < THREADS_MAX; started++) {
    workers[started] = (struct worker){.work = &work, .number = started};
    if (pthread_create(&workers[started].thread, NULL, labour, &workers[started]) != 0)
      break;
  }
  labour(&workers[0]);
  for (int i = 1; i < started; i++)
    pthread_join(workers[i].thread, NULL);
  if (work.what)
    fputs("\r\033[K", stderr);
}
