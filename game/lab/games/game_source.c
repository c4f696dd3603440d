#include "lab/games/game_source.h"

#include <stdlib.h>

enum { SHOWN = 8 };

static int is_save(const char *path) {
  struct tp_save_summary summary;
  return tp_save_peek(path, &summary);
}

/* A save is played with the data it holds; what has become of them is said. */
static void tell_what_differs(const char *path, const char *text, size_t length) {
  struct tp_differences list = {0};
  struct tp_problems problems = {0};
  struct tp_save save;
  int healed = tp_save_heal(text, length, path, NULL, NULL, &save, &list, &problems);
  if (!healed && problems.count)
    tp_lab_say("%s: its scenario cannot be loaded as it is now: %s", path,
               problems.list[0].message);
  if (list.count)
    tp_lab_say("%s is played with the data it was saved with; now there is", path);
  for (int i = 0; i < list.count && i < SHOWN; i++) {
    struct tp_text line = {0};
    tp_difference_print(&list.list[i], &line);
    fprintf(stderr, "  %s\n", line.data);
    tp_text_free(&line);
  }
  if (list.count > SHOWN)
    fprintf(stderr, "  and %d more; `thirdpole-lab heal` lists them\n", list.count - SHOWN);
  if (healed)
    tp_save_free(&save);
  tp_problems_free(&problems);
  tp_differences_free(&list);
}

/* Of a game that went into other data on its way, what was before cannot be played again. */
static void tell_where_it_begins(const char *path, const struct tp_game_record *record) {
  if (record->begun)
    tp_lab_say("%s was put into other data after turn %d: its record begins there", path,
               record->begun);
}

static int read_save(struct tp_game_source *source, const char *path) {
  struct tp_problems problems = {0};
  size_t length = 0;
  char *text = tp_problems_read(&problems, path, &length);
  int is_read = text && tp_save_parse(text, length, path, NULL, &source->save, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  if (is_read) {
    tell_what_differs(path, text, length);
    tell_where_it_begins(path, &source->save.record);
  }
  free(text);
  return is_read;
}

static enum tp_exit open_save(struct tp_game_source *source, const struct tp_arguments *a) {
  if (a->change_count > 0 || a->turns || a->mods || a->given & TP_OPTION(SEED)) {
    tp_lab_say("%s is a saved game: it is played as it was, without changes", a->operand[0]);
    return TP_EXIT_USAGE;
  }
  if (!read_save(source, a->operand[0]))
    return TP_EXIT_FAILED;
  source->is_save = 1;
  source->rules = source->save.scenario->rules;
  source->seed = source->save.record.seed;
  return TP_EXIT_OK;
}

enum tp_exit tp_game_source_open(struct tp_game_source *source,
                                 const struct tp_arguments *arguments) {
  *source = (struct tp_game_source){.is_save = 0};
  if (is_save(arguments->operand[0]))
    return open_save(source, arguments);
  enum tp_exit end = tp_setup_open(&source->setup, arguments->operand[0], arguments);
  source->rules = source->setup.rules;
  source->policies = source->setup.cast.policy;
  source->seed = tp_game_seed(arguments->seed, 0);
  return end;
}

void tp_game_source_close(struct tp_game_source *source) {
  if (source->is_save)
    tp_save_free(&source->save);
  else
    tp_setup_close(&source->setup);
}

void tp_game_source_start(const struct tp_game_source *source, struct tp_player *player) {
  tp_player_start(player, source->seed);
  if (source->is_save)
    tp_record_start(&source->save.record, player->world);
}

int tp_game_source_turn(const struct tp_game_source *source, struct tp_player *player) {
  const struct tp_game_record *record = &source->save.record;
  int turn = player->world->turn - record->begun;
  if (!source->is_save)
    return turn < source->rules->turns && tp_player_turn(player, NULL, 0);
  return turn < record->turns &&
         tp_player_turn(player, tp_record_orders(record, turn), record->seat_count);
}

int tp_game_source_is_same(const struct tp_game_source *source, const struct tp_player *player) {
  return !source->is_save ||
         tp_world_hash(source->rules, player->world) ==
             source->save.record.hashes[player->world->turn - source->save.record.begun - 1];
}
