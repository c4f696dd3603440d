#include "lab/games/fingerprint.h"

#include "lab/games/player.h"

static uint64_t add_script(uint64_t print, const struct tp_script *script) {
  for (int i = 0; i < script->count; i++) {
    const struct tp_script_row *row = &script->rows[i];
    const int16_t parts[] = {row->turn, row->order.kind, row->order.id, row->order.choice};
    for (int k = 0; k < 4; k++)
      print = tp_fingerprint_bits(print, (uint64_t)(int64_t)parts[k]);
  }
  return print;
}

uint64_t tp_fingerprint_scenario(uint64_t print, const struct tp_setup *setup) {
  print = tp_fingerprint_text(print, setup->scenario->merged);
  for (int actor = 0; actor < setup->rules->actor_count; actor++) {
    if (setup->cast.policy[actor].kind == TP_SCRIPT)
      print = add_script(print, &setup->cast.policy[actor].script);
  }
  return print;
}

uint64_t tp_fingerprint_play(uint64_t print, const struct tp_setup *setup) {
  struct tp_policy reflex[TP_ACTORS_MAX];
  struct tp_player player;
  for (int actor = 0; actor < TP_ACTORS_MAX; actor++)
    tp_policy_named("reflex", &reflex[actor]);
  tp_player_open(&player, setup->rules, setup->cast.policy);
  tp_player_start(&player, tp_game_seed(1, 0));
  tp_player_turn(&player, NULL, 0);
  print = tp_fingerprint_bits(print, tp_world_hash(setup->rules, player.world));
  player.policies = reflex;
  while (player.world->turn < setup->rules->turns && tp_player_turn(&player, NULL, 0)) {
  }
  print = tp_fingerprint_bits(print, tp_world_hash(setup->rules, player.world));
  tp_player_close(&player);
  return print;
}
