/* The difficulty levels of a scenario: its variants `easier` and `harder`, the same games of the
 * same policies. An easier one should be won more often: sure when, of the games that only one of
 * two neighbours won, the easier one won surely more than half (as for a step of the ladder).
 */
#include "lab/balance/balance.h"

#include "lab/work.h"

#include <string.h>

enum { PORTION = 20 };

/* One as it is played; the scenario as it is has the report's own book. */
struct level {
  struct tp_setup setup;
  struct tp_book own, *book;
  int lineup;
};

static int has_variant(const struct tp_scenario *scenario, const char *id) {
  for (int i = 0; i < scenario->variant_count; i++) {
    if (strcmp(scenario->variants[i].id, id) == 0)
      return 1;
  }
  return 0;
}

static int open_variant(struct tp_balance *b, const char *id, struct level *level) {
  char full[TP_PATH_MAX];
  const char *name = tp_scenario_with_variant(b->arguments.operand[0], id, full);
  if (!name || tp_setup_open(&level->setup, name, &b->arguments) != TP_EXIT_OK)
    return 0;
  tp_book_open(&level->own, level->setup.rules, b->arguments.seed, b->book.threads);
  level->book = &level->own;
  return 1;
}

static int open_level(struct tp_balance *b, const char *id, struct level *level) {
  struct tp_policy policies[TP_ACTORS_MAX];
  level->book = &b->book;
  if (id[0] && !open_variant(b, id, level))
    return 0;
  for (int actor = 0; actor < TP_ACTORS_MAX; actor++)
    (void)tp_policy_find(level->book->rules, "planner", &policies[actor]);
  level->lineup = tp_book_lineup(level->book, policies);
  b->levels[b->level_count++] = (struct tp_level_found){.id = id};
  return 1;
}

static void look_at(struct tp_balance *b, const struct level *levels, int i) {
  struct tp_level_found *found = &b->levels[i];
  found->games = tp_book_count(levels[i].book, levels[i].lineup);
  found->wins = tp_book_wins(levels[i].book, levels[i].lineup, (int)found->games);
  if (i == 0)
    return;
  tp_book_pair(levels[i - 1].book, levels[i - 1].lineup, levels[i].book, levels[i].lineup,
               &found->step);
  found->loss = tp_pairs_difference(&found->step);
  found->verdict = tp_balance_step(&found->step, TP_BALANCE_ERROR / (TP_LEVELS_MAX - 1));
}

static int is_decided(const struct tp_balance *b) {
  for (int i = 1; i < b->level_count; i++) {
    if (b->levels[i].verdict == TP_CHECK_UNDECIDED)
      return 0;
  }
  return 1;
}

static int play_levels(struct tp_balance *b, struct level *levels) {
  int sound = 1, games = 0, most = b->arguments.games;
  do {
    games = games + PORTION < most ? games + PORTION : most;
    for (int i = 0; i < b->level_count && sound; i++) {
      tp_book_want(levels[i].book, levels[i].lineup, games);
      sound = tp_book_play(levels[i].book, "games of the difficulty levels");
    }
    for (int i = 0; i < b->level_count; i++)
      look_at(b, levels, i);
  } while (sound && games < most && !is_decided(b));
  return sound;
}

int tp_balance_levels(struct tp_balance *b) {
  static const char *const ids[TP_LEVELS_MAX] = {"easier", "", "harder"};
  const struct tp_scenario *scenario = b->setup.scenario;
  struct level levels[TP_LEVELS_MAX] = {0};
  int sound = 1;
  if (scenario->variant[0] || scenario->variant_count == 0)
    return 1;
  for (int i = 0; i < TP_LEVELS_MAX && sound; i++) {
    if (!ids[i][0] || has_variant(scenario, ids[i]))
      sound = open_level(b, ids[i], &levels[b->level_count]);
  }
  if (sound && b->level_count > 1)
    sound = play_levels(b, levels);
  for (int i = 0; i < TP_LEVELS_MAX; i++) {
    if (levels[i].book == &levels[i].own)
      tp_book_close(&levels[i].own);
    tp_setup_close(&levels[i].setup);
  }
  return sound;
}
