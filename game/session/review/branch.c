/* A game of its own, out of the past of another. */
#include "session/state.h"
#include "data/arena.h"
#include "session/advice.h"

#include <stdio.h>
#include <string.h>

static struct tp_session *begin(const struct tp_session *s, struct tp_problems *problems) {
  if (!s->scenario)
    return tp_session_create(s->r, s->seed);
  struct tp_scenario *own = tp_scenario_load_text(
      tp_scenario_merged(s->scenario), s->scenario->path, tp_phrases_language(), problems);
  if (!own)
    return NULL;
  struct tp_session *branch = tp_session_create(own->rules, s->seed);
  branch->scenario = own;
  own->file = tp_arena_copy(own->arena, s->scenario->file);
  return branch;
}

struct tp_session *tp_session_branch(const struct tp_session *s, int turn,
                                     struct tp_problems *problems) {
  char folder[TP_PATH_MAX];
  if (!tp_session_world_at(s, turn)) {
    tp_problems_add(problems, "", 0, 0, "", "%s", tp_phrase(TP_SAY_SNAPSHOT_UNUSABLE));
    return NULL;
  }
  struct tp_session *branch = begin(s, problems);
  if (!branch)
    return NULL;
  for (int actor = 0; actor < s->r->actor_count; actor++) {
    if (s->policy_names[actor][0])
      tp_session_set_policy(branch, actor, s->policy_names[actor], NULL);
  }
  if (s->begun)
    tp_history_begin_at(branch, s->past[s->begun].world);
  for (int i = 0; i < s->begun; i++)
    if (s->past[i].values)
      tp_history_know_before(branch, i, s->past[i].values);
  for (int i = s->begun + 1; i <= turn; i++)
    tp_history_play(branch, s->past[i].orders);
  if (branch->past[turn].hash != s->past[turn].hash) /* a loaded game that is played differently */
    tp_history_settle(branch, s->past[turn].world);
  for (int i = 0; i < s->seen_count; i++)
    tp_session_see(branch, s->seen[i]);
  tp_session_folder(s, folder);
  tp_session_keep_in(branch, folder, NULL);
  branch->no_autosave = s->no_autosave;
  return branch;
}
