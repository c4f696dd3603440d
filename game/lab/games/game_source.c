#include "lab/games/game_source.h"

static int is_save(const char *path) {
  struct tp_save_summary summary;
  return tp_save_peek(path, &summary);
}

static enum tp_exit open_save(struct tp_game_source *source, const struct tp_arguments *a) {
  struct tp_problems problems = {0};
  if (a->change_count > 0 || a->turns || a->mods || a->given & TP_OPTION(SEED)) {
    fprintf(stderr, "thirdpole-lab: %s is a saved game: it is played as it was, without changes\n",
            a->operand[0]);
    return TP_EXIT_USAGE;
  }
  int is_read = tp_save_read(a->operand[0], NULL, &source->save, &problems);
  if (!is_read)
    tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  if (!is_read)
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

int tp_game_source_turn(const struct tp_game_source *source, struct tp_player *player) {
  const struct tp_game_record *record = &source->save.record;
  int turn = player->world->turn;
  if (!source->is_save)
    return turn < source->rules->turns && tp_player_turn(player, NULL, 0);
  return turn < record->turns &&
         tp_player_turn(player, tp_record_orders(record, turn), record->seat_count);
}

int tp_game_source_is_same(const struct tp_game_source *source, const struct tp_player *player) {
  return !source->is_save || tp_world_hash(source->rules, player->world) ==
                                 source->save.record.hashes[player->world->turn - 1];
}
