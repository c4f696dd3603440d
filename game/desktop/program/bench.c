/*
 * Times are given twice: by the clock on the wall, which is what a player feels, and by the
 * drawing thread's own, which says more where other programs run beside it. What forecasts cost in
 * their thread is not in the latter.
 */
#include "desktop/program/bench.h"

#include "desktop/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { pan_frames = 240, still_frames = 60, zoom_frames = 48, turns_played = 8, settling = 4 };
static const double frame_seconds = 1.0 / 60.0;

struct moment {
  double wall, own; /* seconds */
};

static struct moment started;

static double read_clock(clockid_t clock) {
  struct timespec t = {0};
  clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static struct moment now(void) {
  return (struct moment){read_clock(CLOCK_MONOTONIC), read_clock(CLOCK_THREAD_CPUTIME_ID)};
}

void tp_bench_start(void) {
  started = now();
}

/* The sum and the worst of what was timed. */
struct tally {
  struct moment sum, worst;
  int count;
};

static void add(struct tally *tally, struct moment since) {
  struct moment at = now();
  double wall = at.wall - since.wall, own = at.own - since.own;
  tally->sum.wall += wall;
  tally->sum.own += own;
  tally->worst.wall = fmax(tally->worst.wall, wall);
  tally->worst.own = fmax(tally->worst.own, own);
  tally->count++;
}

static void print(const char *what, const struct tally *tally) {
  double count = tally->count > 0 ? tally->count : 1;
  printf("%-34s %8.2f ms, worst %8.2f   (own time %8.2f, worst %8.2f)\n", what,
         tally->sum.wall / count * 1e3, tally->worst.wall * 1e3, tally->sum.own / count * 1e3,
         tally->worst.own * 1e3);
}

/* --- frames --- */

struct player {
  struct tp_window *window;
  struct tp_app *app;
  struct tp_input input;
};

static void draw(struct player *p, struct tally *tally) {
  struct moment before = now();
  p->input.seconds += frame_seconds;
  tp_app_frame(p->app, &p->input);
  if (tp_draw_changed(p->app->draw))
    tp_window_present(p->window);
  if (tally)
    add(tally, before);
  p->input.pressed = p->input.released = false;
  p->input.wheel = 0.0F;
}

static void settle(struct player *p) {
  for (int i = 0; i < settling || (i < pan_frames && tp_app_wake(p->app) == 0.0); i++)
    draw(p, NULL);
}

/* The hand on the map: round in a circle, so that no edge is reached. */
static void pan(struct player *p) {
  struct tp_rect screen = tp_draw_bounds(p->app->draw);
  struct tally tally = {0};
  float x = screen.w * 0.4F, y = screen.h * 0.35F, reach = screen.h * 0.2F;
  p->input.mouse_x = x + reach;
  p->input.mouse_y = y;
  settle(p);
  p->input.pressed = p->input.down = true;
  draw(p, NULL);
  for (int i = 1; i <= pan_frames; i++) {
    float angle = 6.2831853F * (float)i / (float)pan_frames;
    p->input.mouse_x = x + reach * cosf(angle);
    p->input.mouse_y = y + reach * sinf(angle);
    draw(p, &tally);
  }
  p->input.down = false;
  p->input.released = true;
  print("a frame while the map is dragged", &tally);
  struct tally rest = {0};
  draw(p, &rest);
  print("the frame after it is let go", &rest);
  settle(p);
}

static void zoom(struct player *p) {
  struct tally tally = {0};
  for (int i = 0; i < zoom_frames; i++) {
    p->input.wheel = i < zoom_frames / 2 ? 1.0F : -1.0F;
    draw(p, &tally);
  }
  print("a frame while the wheel turns", &tally);
  settle(p);
}

static void stand_still(struct player *p) {
  struct tally tally = {0};
  for (int i = 0; i < still_frames; i++)
    draw(p, &tally);
  print("a frame in which nothing moves", &tally);
  struct tally whole = {0};
  for (int i = 0; i < still_frames; i++) {
    tp_draw_blank(p->app->draw);
    draw(p, &whole);
  }
  print("the same frame, drawn whole", &whole);
  double wake = tp_app_wake(p->app);
  if (wake < 0.0)
    printf("%-34s none until there is input\n", "frames that a still board wants");
  else
    printf("%-34s one in %.2f s\n", "frames that a still board wants", wake);
}

/* --- turns --- */

static void end_turns(struct player *p) {
  struct tally tally = {0}, frame = {0};
  for (int i = 0; i < turns_played && p->app->screen == TP_SCREEN_BOARD; i++) {
    struct moment before = now();
    tp_board_end_turn(p->app, true);
    add(&tally, before);
    draw(p, &frame);
    p->app->overlay = TP_OVERLAY_NONE;
    settle(p);
  }
  print("the end of a turn", &tally);
  print("the first frame after it", &frame);
}

int tp_bench_run(struct tp_window *window, struct tp_app *app) {
  struct player p = {window, app, {.mouse_x = -1.0F, .mouse_y = -1.0F}};
  struct rusage usage = {0};
  struct tally first = {0};
  draw(&p, NULL);
  add(&first, started);
  print("from the start to the first frame", &first);
  app->overlay = TP_OVERLAY_NONE;
  settle(&p);
  if (app->session) {
    stand_still(&p);
    pan(&p);
    zoom(&p);
    end_turns(&p);
  }
  getrusage(RUSAGE_SELF, &usage);
  printf("%-34s %8.1f MiB at most\n", "memory", (double)usage.ru_maxrss / 1024.0);
  return 0;
}
