#include "lab/batches/book.h"

#include "data/arena.h"
#include "lab/statistics/statistics.h"
#include "lab/work.h"

#include <stdlib.h>
#include <string.h>

/* --- line-ups -------------------------------------------------------------------------------- */

void tp_book_open(struct tp_book *book, const struct tp_rules *rules, uint64_t seed, int threads) {
  *book = (struct tp_book){.rules = rules, .seed = seed, .threads = threads};
}

void tp_book_close(struct tp_book *book) {
  for (int i = 0; i < book->count; i++) {
    free(book->lineups[i]->games);
    free(book->lineups[i]);
  }
  free(book->lineups);
  *book = (struct tp_book){0};
}

static int is_same_policy(const struct tp_policy *a, const struct tp_policy *b) {
  return a->kind == b->kind && a->rollouts == b->rollouts && a->character == b->character &&
         a->script.rows == b->script.rows;
}

static int is_same(const struct tp_book *book, const struct tp_lineup *a,
                   const struct tp_lineup *b) {
  if (a->ban != b->ban || a->has_plan != b->has_plan ||
      memcmp(a->lean, b->lean, sizeof a->lean) != 0)
    return 0;
  for (int actor = 0; actor < book->rules->actor_count; actor++) {
    int is_plan = a->has_plan && actor == book->rules->player;
    if (!is_plan && !is_same_policy(&a->policies[actor], &b->policies[actor]))
      return 0;
  }
  return 1;
}

/* The number of a line-up like that; it is copied when it is new. */
static int enter(struct tp_book *book, const struct tp_lineup *lineup) {
  for (int i = 0; i < book->count; i++) {
    if (is_same(book, book->lineups[i], lineup))
      return i;
  }
  if (book->count == book->room) {
    book->room = 2 * book->room + 16;
    book->lineups =
        tp_memory_resize(book->lineups, (size_t)book->room * sizeof(struct tp_lineup *));
  }
  struct tp_lineup *own = tp_memory_resize(NULL, sizeof *own);
  *own = *lineup;
  if (own->has_plan) {
    own->plan = (struct tp_character){.goals = book->no_goals, .lean = own->lean};
    own->policies[book->rules->player] =
        (struct tp_policy){.kind = TP_REFLEX, .character = &own->plan};
  }
  book->lineups[book->count] = own;
  return book->count++;
}

int tp_book_lineup(struct tp_book *book, const struct tp_policy *policies) {
  static const struct tp_lineup none = {.ban = TP_NONE, .base = -1};
  struct tp_lineup lineup = none;
  memcpy(lineup.policies, policies, sizeof lineup.policies);
  return enter(book, &lineup);
}

int tp_book_plan(struct tp_book *book, const struct tp_policy *policies, const int16_t *lean) {
  struct tp_lineup lineup = {.ban = TP_NONE, .base = -1, .has_plan = 1};
  memcpy(lineup.policies, policies, sizeof lineup.policies);
  memcpy(lineup.lean, lean, (size_t)book->rules->action_count * sizeof *lean);
  return enter(book, &lineup);
}

int tp_book_ban(struct tp_book *book, int lineup, int action) {
  struct tp_lineup banned = *book->lineups[lineup];
  int all_reflex = 1;
  for (int actor = 0; actor < book->rules->actor_count; actor++)
    all_reflex &= !book->rules->actors[actor].is_seat || banned.policies[actor].kind == TP_REFLEX;
  banned.ban = action;
  banned.base = all_reflex ? lineup : -1;
  banned.wanted = banned.count = banned.room = 0;
  banned.games = NULL;
  return enter(book, &banned);
}

/* --- playing --------------------------------------------------------------------------------- */

struct table {
  struct tp_rules rules;
  struct tp_player player;
};

struct task {
  int lineup, game;
};

struct session {
  struct tp_book *book;
  struct table *tables; /* by worker */
  struct task *tasks;
  uint8_t *done; /* by task */
};

static void note_used(const struct tp_player *player, struct tp_outing *outing) {
  const struct tp_rules *r = player->rules;
  const struct tp_action_state *state = tp_world_actions_const(r, player->world);
  for (int action = 0; action < r->action_count; action++) {
    if (!state[action].used)
      continue;
    outing->used[action / 8] |= (uint8_t)(1 << action % 8);
    if (r->actions[action].seat == r->player && player->world->turn <= TP_OPENING_TURNS)
      outing->opening[action / 8] |= (uint8_t)(1 << action % 8);
  }
}

static void note_claims(const struct tp_player *player, struct tp_outing *outing) {
  const struct tp_rules *r = player->rules;
  for (int i = 0; i < r->claim_count; i++) {
    int slot = tp_claim_slot(r, i, TP_CREDIBILITY);
    double fallen = r->start[slot] - player->world->v[slot];
    outing->fallen[i] = (uint8_t)(fallen > 0 ? fallen : 0);
  }
}

static void play_game(struct tp_player *player, uint64_t seed, struct tp_outing *outing) {
  const struct tp_rules *r = player->rules;
  int crises = 0;
  *outing = (struct tp_outing){0};
  tp_player_start(player, seed);
  while (player->world->turn < r->turns && tp_player_turn(player, NULL, 0)) {
    for (int i = 0; i < player->log.count; i++)
      crises += player->log.facts[i].kind == TP_FACT_CRISIS_OPENED;
    if (player->world->turn == TP_OPENING_TURNS)
      note_used(player, outing);
  }
  note_used(player, outing);
  note_claims(player, outing);
  outing->result = player->world->result;
  outing->ending = player->world->ending;
  outing->turns = (int16_t)player->world->turn;
  outing->crises = (int16_t)crises;
  outing->score = tp_world_score(r, player->world);
  outing->goals = tp_world_weigh(r, player->world, r->actors[r->player].goals);
}

static void play_task(void *context, int worker, int item) {
  struct session *s = context;
  struct table *table = &s->tables[worker];
  struct tp_lineup *lineup = s->book->lineups[s->tasks[item].lineup];
  int game = s->tasks[item].game;
  if (!table->player.world) {
    table->rules = *s->book->rules;
    tp_player_open(&table->player, &table->rules, lineup->policies);
  }
  table->player.policies = lineup->policies;
  if (lineup->ban != TP_NONE)
    table->rules.banned[lineup->ban] = 1;
  play_game(&table->player, tp_game_seed(s->book->seed, game), &lineup->games[game]);
  if (lineup->ban != TP_NONE)
    table->rules.banned[lineup->ban] = s->book->rules->banned[lineup->ban];
  s->done[item] = 1;
}

void tp_book_want(struct tp_book *book, int lineup, int games) {
  if (games > book->lineups[lineup]->wanted)
    book->lineups[lineup]->wanted = games;
}

/* The game without the ban, where the ban changes nothing in it. */
static const struct tp_outing *same_without_ban(const struct tp_book *book,
                                                const struct tp_lineup *lineup, int game) {
  if (lineup->base < 0 || game >= book->lineups[lineup->base]->count)
    return NULL;
  const struct tp_outing *base = &book->lineups[lineup->base]->games[game];
  return tp_outing_has(base->used, lineup->ban) ? NULL : base;
}

/* Makes room in a line-up; fills in what need not be played and lists the rest. */
static int list_tasks(struct tp_book *book, int number, struct task *tasks) {
  struct tp_lineup *lineup = book->lineups[number];
  int count = 0;
  if (lineup->wanted > lineup->room) {
    lineup->room = lineup->wanted;
    lineup->games = tp_memory_resize(lineup->games, (size_t)lineup->room * sizeof *lineup->games);
  }
  for (int game = lineup->count; game < lineup->wanted; game++) {
    const struct tp_outing *same = same_without_ban(book, lineup, game);
    if (same)
      lineup->games[game] = *same;
    else
      tasks[count++] = (struct task){number, game};
  }
  return count;
}

/* Known are the games before the first that was not played. */
static void count_known(const struct session *s, int tasks) {
  struct tp_book *book = s->book;
  for (int i = 0; i < book->count; i++)
    book->lineups[i]->count = book->lineups[i]->wanted;
  for (int i = tasks - 1; i >= 0; i--) {
    if (!s->done[i])
      book->lineups[s->tasks[i].lineup]->count = s->tasks[i].game;
    book->played += s->done[i];
  }
  for (int i = 0; i < book->count; i++)
    book->lineups[i]->wanted = book->lineups[i]->count;
}

int tp_book_play(struct tp_book *book, const char *what) {
  struct session s = {.book = book};
  size_t most = 0;
  int count = 0;
  for (int i = 0; i < book->count; i++)
    most += (size_t)(book->lineups[i]->wanted - book->lineups[i]->count);
  s.tasks = tp_memory_zeroed(most + 1, sizeof *s.tasks);
  for (int i = 0; i < book->count; i++)
    count += list_tasks(book, i, s.tasks + count);
  s.done = tp_memory_zeroed((size_t)count + 1, 1);
  s.tables = tp_memory_zeroed((size_t)book->threads, sizeof *s.tables);
  tp_work_do(count, book->threads, play_task, &s, what);
  count_known(&s, count);
  for (int i = 0; i < book->threads; i++)
    tp_player_close(&s.tables[i].player);
  free(s.tables);
  free(s.done);
  free(s.tasks);
  return !tp_work_stopped();
}

/* --- reading --------------------------------------------------------------------------------- */

int tp_book_count(const struct tp_book *book, int lineup) {
  return book->lineups[lineup]->count;
}

const struct tp_outing *tp_book_game(const struct tp_book *book, int lineup, int game) {
  return &book->lineups[lineup]->games[game];
}

long tp_book_wins(const struct tp_book *book, int lineup, int games) {
  long wins = 0;
  for (int i = 0; i < games && i < tp_book_count(book, lineup); i++)
    wins += tp_book_game(book, lineup, i)->result == TP_VICTORY;
  return wins;
}

void tp_book_pair(const struct tp_book *book_a, int a, const struct tp_book *book_b, int b,
                  struct tp_pairs *pairs) {
  int games = tp_book_count(book_a, a);
  if (tp_book_count(book_b, b) < games)
    games = tp_book_count(book_b, b);
  *pairs = (struct tp_pairs){.cases = games};
  for (int i = 0; i < games; i++) {
    int in_a = tp_book_game(book_a, a, i)->result == TP_VICTORY;
    int in_b = tp_book_game(book_b, b, i)->result == TP_VICTORY;
    pairs->both += in_a && in_b;
    pairs->only_a += in_a && !in_b;
    pairs->only_b += in_b && !in_a;
  }
}
