/* The history of a game: every turn as it was played, so that any of it can be explained. */
#include "session/state.h"

#include "data/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_AT_FIRST = 4096, FACTS_AT_FIRST = 256 };

static void *copy_of(const void *from, size_t size) {
  void *copy = tp_memory_resize(NULL, size);
  if (size > 0)
    memcpy(copy, from, size);
  return copy;
}

static struct tp_past *add_past(struct tp_session *s) {
  if (s->turns + 1 >= s->past_room) {
    s->past_room = s->past_room ? 2 * s->past_room : 64;
    s->past = tp_memory_resize(s->past, (size_t)s->past_room * sizeof *s->past);
  }
  struct tp_past *past = &s->past[++s->turns];
  *past = (struct tp_past){.world = NULL};
  return past;
}

void tp_history_begin(struct tp_session *s) {
  s->turns = -1;
  struct tp_past *start = add_past(s);
  start->world = tp_memory_resize(NULL, s->r->world_size);
  tp_world_start(s->r, start->world, s->seed);
  start->hash = tp_world_hash(s->r, start->world);
}

void tp_history_begin_at(struct tp_session *s, const struct tp_world *world) {
  while (s->turns >= 0)
    tp_history_drop(s);
  while (s->turns < world->turn)
    add_past(s);
  s->begun = world->turn;
  tp_history_settle(s, world);
}

void tp_history_know_before(struct tp_session *s, int turn, const double *values) {
  struct tp_past *past = &s->past[turn];
  free(past->values);
  past->values = copy_of(values, (size_t)s->r->slot_count * sizeof *values);
}

/* Rows by slot, those of a slot in the order they were written. */
static void sort_rows(const struct tp_session *s, struct tp_past *past, int count) {
  int slots = s->r->slot_count;
  past->rows = tp_memory_resize(NULL, (size_t)count * sizeof *past->rows);
  past->first = tp_memory_resize(NULL, (size_t)(slots + 2) * sizeof *past->first);
  memset(past->first, 0, (size_t)(slots + 2) * sizeof *past->first);
  int *next = past->first + 1;
  for (int i = 0; i < count; i++)
    next[s->row_buffer[i].slot + 1]++;
  for (int slot = 0; slot < slots; slot++)
    next[slot + 1] += next[slot];
  /* next[slot] is where the slot begins; filling moves it to where the slot ends, which is where
   * first[slot + 1] is to point. */
  for (int i = 0; i < count; i++)
    past->rows[next[s->row_buffer[i].slot]++] = s->row_buffer[i];
}

static void grow_buffers(struct tp_session *s, int rows, int facts) {
  if (rows > s->row_room) {
    s->row_room = rows;
    s->row_buffer = tp_memory_resize(s->row_buffer, (size_t)rows * sizeof *s->row_buffer);
  }
  if (facts > s->fact_room) {
    s->fact_room = facts;
    s->fact_buffer = tp_memory_resize(s->fact_buffer, (size_t)facts * sizeof *s->fact_buffer);
  }
}

static int gather_sets(const struct tp_session *s, const struct tp_orders *by_actor,
                       struct tp_orders *sets) {
  int count = 0;
  for (int actor = 0; actor < s->r->actor_count; actor++) {
    if (s->r->actors[actor].is_seat)
      sets[count++] = by_actor[actor];
  }
  return count;
}

/* Plays the turn into `world`. When the buffers were too small they grow and the turn is played
 * once more: it is the same turn. */
static void play_into(struct tp_session *s, const struct tp_world *from, struct tp_world *world,
                      const struct tp_orders *by_actor, struct tp_ledger *ledger,
                      struct tp_log *log) {
  struct tp_orders sets[TP_ACTORS_MAX];
  int count = gather_sets(s, by_actor, sets);
  grow_buffers(s, ROWS_AT_FIRST, FACTS_AT_FIRST);
  for (;;) {
    *ledger = (struct tp_ledger){.rows = s->row_buffer, .capacity = s->row_room};
    *log = (struct tp_log){.facts = s->fact_buffer, .capacity = s->fact_room};
    tp_world_copy(s->r, world, from);
    tp_turn_play(s->r, world, sets, count, ledger, log);
    if (ledger->missed == 0 && log->missed == 0)
      return;
    grow_buffers(s, ledger->count + ledger->missed, log->count + log->missed);
  }
}

/* How far each variable went, up and down, in the known turns before `index`; how many those are.
 */
static int travel(const struct tp_session *s, int index, double *travelled) {
  int turns = 0;
  memset(travelled, 0, (size_t)s->r->slot_count * sizeof *travelled);
  for (int turn = 1; turn < index; turn++) {
    const struct tp_world *from = s->past[turn - 1].world, *to = s->past[turn].world;
    for (int slot = 0; from && to && slot < s->r->slot_count; slot++)
      travelled[slot] += fabs(to->v[slot] - from->v[slot]);
    turns += from && to;
  }
  return turns;
}

static void write_headlines(struct tp_session *s, int index) {
  struct tp_past *past = &s->past[index];
  struct tp_headline list[TP_HEADLINES_MAX];
  double travelled[TP_SLOTS_MAX];
  struct tp_happened turn = {.before = past[-1].world->v,
                             .after = past->world->v,
                             .facts = past->facts,
                             .rows = past->rows,
                             .fact_count = past->fact_count,
                             .row_count = past->first[s->r->slot_count],
                             .travelled = travelled,
                             .turns_before = travel(s, index, travelled)};
  free(past->headlines);
  past->headline_count = tp_headlines_write(s->r, &turn, list);
  past->headlines = copy_of(list, (size_t)past->headline_count * sizeof *list);
}

void tp_history_play(struct tp_session *s, const struct tp_orders *by_actor) {
  const struct tp_world *before = s->past[s->turns].world;
  struct tp_world *world = tp_memory_resize(NULL, s->r->world_size);
  struct tp_ledger ledger;
  struct tp_log log;
  play_into(s, before, world, by_actor, &ledger, &log);

  struct tp_past *past = add_past(s);
  past->world = world;
  past->hash = tp_world_hash(s->r, world);
  past->orders = copy_of(by_actor, (size_t)s->r->actor_count * sizeof *by_actor);
  past->facts = copy_of(log.facts, (size_t)log.count * sizeof *log.facts);
  past->fact_count = log.count;
  sort_rows(s, past, ledger.count);
  write_headlines(s, s->turns);
}

void tp_history_retell(struct tp_session *s) {
  for (int turn = 1; turn <= s->turns; turn++)
    if (s->past[turn].headlines)
      write_headlines(s, turn);
}

void tp_history_skip(struct tp_session *s, const struct tp_orders *by_actor, uint64_t hash) {
  struct tp_past *past = add_past(s);
  past->hash = hash;
  past->orders = copy_of(by_actor, (size_t)s->r->actor_count * sizeof *by_actor);
}

void tp_history_settle(struct tp_session *s, const struct tp_world *world) {
  struct tp_past *last = &s->past[s->turns];
  if (!last->world)
    last->world = tp_memory_resize(NULL, s->r->world_size);
  tp_world_copy(s->r, last->world, world);
  last->hash = tp_world_hash(s->r, world);
}

static void free_past(struct tp_past *past) {
  free(past->world);
  free(past->values);
  free(past->orders);
  free(past->rows);
  free(past->first);
  free(past->facts);
  free(past->headlines);
}

void tp_history_drop(struct tp_session *s) {
  free_past(&s->past[s->turns--]);
}

void tp_history_free(struct tp_session *s) {
  for (int i = 0; s->past && i <= s->turns; i++)
    free_past(&s->past[i]);
  free(s->past);
  free(s->row_buffer);
  free(s->fact_buffer);
}

/* --- reading ---------------------------------------------------------------------------------- */

static const struct tp_past *past_at(const struct tp_session *s, int turn) {
  return turn < 0 || turn > s->turns ? NULL : &s->past[turn];
}

const struct tp_world *tp_session_world_at(const struct tp_session *s, int turn) {
  const struct tp_past *past = past_at(s, turn);
  return past ? past->world : NULL;
}

/* The values after `turn` turns, or NULL. */
static const double *values_at(const struct tp_session *s, int turn) {
  const struct tp_past *past = past_at(s, turn);
  return !past ? NULL : past->world ? past->world->v : past->values;
}

/* Those of the known point of history nearest to `turn`, before it if there is a choice. */
static const double *nearest(const struct tp_session *s, int turn) {
  const double *values = NULL;
  turn = turn < 0 ? 0 : turn > s->turns ? s->turns : turn;
  for (int at = turn; !values && at >= 0; at--)
    values = values_at(s, at);
  for (int at = turn; !values; at++) /* where history begins is known */
    values = values_at(s, at);
  return values;
}

double tp_session_value(const struct tp_session *s, int slot, int turn) {
  return nearest(s, turn)[slot];
}

double tp_session_moved(const struct tp_session *s, int slot, int turn) {
  const double *now = values_at(s, turn), *before = values_at(s, turn - 1);
  return now && before ? now[slot] - before[slot] : 0;
}

const struct tp_row *tp_session_why(const struct tp_session *s, int slot, int turn, int *count) {
  const struct tp_past *past = past_at(s, turn);
  *count = 0;
  if (!past || !past->rows || slot < 0 || slot >= s->r->slot_count)
    return NULL;
  *count = past->first[slot + 1] - past->first[slot];
  return past->rows + past->first[slot];
}

const struct tp_row *tp_session_ledger(const struct tp_session *s, int turn, int *count) {
  const struct tp_past *past = past_at(s, turn);
  *count = past && past->rows ? past->first[s->r->slot_count] : 0;
  return past ? past->rows : NULL;
}

const struct tp_fact *tp_session_facts(const struct tp_session *s, int turn, int *count) {
  const struct tp_past *past = past_at(s, turn);
  *count = past ? past->fact_count : 0;
  return past ? past->facts : NULL;
}

const struct tp_orders *tp_session_orders_at(const struct tp_session *s, int turn, int seat) {
  const struct tp_past *past = past_at(s, turn);
  if (!past || !past->orders || seat < 0 || seat >= s->r->actor_count)
    return NULL;
  return s->r->actors[seat].is_seat ? &past->orders[seat] : NULL;
}

const struct tp_headline *tp_session_headlines(const struct tp_session *s, int turn, int *count) {
  const struct tp_past *past = past_at(s, turn);
  *count = past ? past->headline_count : 0;
  return past ? past->headlines : NULL;
}
