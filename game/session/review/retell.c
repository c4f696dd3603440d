/* The same game in another language. */
#include "session/state.h"

#include "data/arena.h"
#include "session/phrases.h"

/* The rules are the same but for their words, since both come from one text. */
static int is_same_game(const struct tp_session *s, const struct tp_rules *r) {
  return r->world_size == s->r->world_size && r->slot_count == s->r->slot_count &&
         tp_world_hash(r, tp_session_world(s)) == tp_world_hash(s->r, tp_session_world(s));
}

int tp_session_retell(struct tp_session *s, struct tp_problems *problems) {
  if (!s->scenario) {
    tp_history_retell(s);
    return 1;
  }
  struct tp_scenario *told = tp_scenario_load_text(
      tp_scenario_merged(s->scenario), s->scenario->path, tp_phrases_language(), problems);
  if (!told || !is_same_game(s, told->rules)) {
    if (told)
      tp_problems_add(problems, s->scenario->path, 0, 0, "", "%s",
                      tp_phrase(TP_SAY_SNAPSHOT_UNUSABLE));
    tp_scenario_free(told);
    return 0;
  }
  tp_counsel_forget(s);
  tp_forecaster_free(s->forecaster);
  s->forecaster = NULL;
  tp_session_review_forget(s);
  tp_session_whatif_forget(s);
  told->file = tp_arena_copy(told->arena, s->scenario->file);
  tp_scenario_free(s->scenario);
  s->scenario = told;
  s->r = told->rules;
  tp_history_retell(s);
  return 1;
}
