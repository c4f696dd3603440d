/* Endings and objectives: conditions that must hold for a number of turns in a row. */
#include "core/phases.h"

/* One more turn in a row, or none. */
static int prolong(const struct tp_turn *t, struct tp_span when, uint8_t *streak) {
  if (!tp_world_meets(t->r, t->w, when)) {
    *streak = 0;
  } else if (*streak < 255) {
    ++*streak;
  }
  return *streak;
}

static int at_least_one(int lasting) {
  return lasting > 1 ? lasting : 1;
}

static void check_objectives(struct tp_turn *t, uint8_t *streaks) {
  for (int i = 0; i < t->r->objective_count; i++) {
    const struct tp_objective *objective = &t->r->objectives[i];
    int lasting = at_least_one(objective->lasting);
    int was_met = streaks[i] >= lasting;
    int is_met = prolong(t, objective->when, &streaks[i]) >= lasting;
    if (is_met != was_met)
      tp_turn_note(t, TP_FACT_OBJECTIVE, i, is_met, 0, 0);
  }
}

static void end_game(struct tp_turn *t, int ending) {
  t->w->ending = (int16_t)ending;
  t->w->result = t->r->endings[ending].result;
  tp_turn_note(t, TP_FACT_ENDING, ending, 0, 0, 0);
}

void tp_phase_endings(struct tp_turn *t) {
  const struct tp_rules *r = t->r;
  uint8_t *streaks = tp_world_streaks(r, t->w);
  check_objectives(t, streaks);
  int last_turn = t->w->turn >= r->turns;
  for (int i = 0; i < r->ending_count; i++) {
    const struct tp_ending *ending = &r->endings[i];
    int streak = prolong(t, ending->when, &streaks[r->objective_count + i]);
    if (t->w->result != TP_PLAYING || streak < at_least_one(ending->lasting))
      continue;
    if (!ending->final || last_turn)
      end_game(t, i);
  }
}
