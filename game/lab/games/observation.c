#include "lab/games/observation.h"

#include "data/saves/script.h"
#include "lab/games/facts.h"
#include "lab/games/run_report.h"
#include "session/wording.h"

static const char *const votes[] = {
    [TP_NO_VOTE] = "none", [TP_QUALIFIED] = "qualified", [TP_UNANIMITY] = "unanimity"};

/* --- the game -------------------------------------------------------------------------------- */

static void describe_variables(struct tp_json_out *out, const struct tp_rules *r) {
  tp_json_list(out, "variables");
  for (int i = 0; i < r->slot_count; i++)
    tp_json_string(out, NULL, r->slots[i].name);
  tp_json_end(out);
  tp_json_list(out, "low");
  for (int i = 0; i < r->slot_count; i++)
    tp_json_number(out, NULL, r->low[i]);
  tp_json_end(out);
  tp_json_list(out, "high");
  for (int i = 0; i < r->slot_count; i++)
    tp_json_number(out, NULL, r->high[i]);
  tp_json_end(out);
}

static void describe_actions(struct tp_json_out *out, const struct tp_rules *r, int seat) {
  struct tp_span own = r->actors[seat].actions;
  tp_json_list(out, "actions");
  for (int i = 0; i < own.count; i++) {
    const struct tp_action *action = &r->actions[r->repertoire[own.first + i]];
    tp_json_object(out, NULL);
    tp_json_string(out, "id", action->words.id);
    tp_json_string(out, "title", action->words.title);
    tp_json_number(out, "budget", action->budget);
    tp_json_number(out, "capital", action->capital);
    tp_json_number(out, "attention", action->attention);
    tp_json_whole(out, "turns", action->turns);
    tp_json_string(out, "vote", votes[action->vote]);
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void describe_decisions(struct tp_json_out *out, const struct tp_rules *r, int seat) {
  tp_json_list(out, "decisions");
  for (int i = 0; i < r->event_count; i++) {
    const struct tp_event *event = &r->events[i];
    if (event->seat != seat)
      continue;
    tp_json_object(out, NULL);
    tp_json_string(out, "id", event->words.id);
    tp_json_string(out, "title", event->words.title);
    tp_json_list(out, "options");
    for (int k = 0; k < event->options.count; k++)
      tp_json_string(out, NULL, r->options[event->options.first + k].words.id);
    tp_json_end(out);
    tp_json_end(out);
  }
  tp_json_end(out);
}

void tp_observation_describe(struct tp_json_out *out, const struct tp_rules *r, int seat) {
  tp_json_string(out, "scenario", r->words.id);
  tp_json_string(out, "title", r->words.title);
  tp_json_string(out, "seat", r->actors[seat].words.id);
  tp_json_whole(out, "turns", r->turns);
  tp_json_whole(out, "orders_most", TP_ORDERS_MAX);
  describe_variables(out, r);
  describe_actions(out, r, seat);
  describe_decisions(out, r, seat);
}

/* --- the orders ------------------------------------------------------------------------------ */

static void offer(struct tp_json_out *out, const struct tp_player *player,
                  const struct tp_orders *given, struct tp_order order) {
  struct tp_text text = {0};
  if (tp_order_check(player->rules, player->world, given, order).refusal != TP_ALLOWED)
    return;
  tp_script_print_order(player->rules, order, &text);
  tp_json_string(out, NULL, text.data);
  tp_text_free(&text);
}

static void offer_answers(struct tp_json_out *out, const struct tp_player *player,
                          const struct tp_orders *given) {
  const struct tp_world *w = player->world;
  for (int i = 0; i < w->pending_count; i++) {
    int16_t event = w->pending[i].event;
    for (int k = 0; k < player->rules->events[event].options.count; k++)
      offer(out, player, given, (struct tp_order){TP_ORDER_ANSWER, event, (int16_t)k});
  }
}

void tp_observation_legal(struct tp_json_out *out, const struct tp_player *player,
                          const struct tp_orders *given) {
  const struct tp_rules *r = player->rules;
  struct tp_span own = r->actors[given->seat].actions;
  tp_json_list(out, "legal");
  for (int i = 0; i < own.count; i++)
    offer(out, player, given,
          (struct tp_order){.kind = TP_ORDER_ACT, .id = r->repertoire[own.first + i]});
  offer_answers(out, player, given);
  for (int move = TP_HOLD_FIRM; move <= TP_STEP_BACK; move++)
    offer(out, player, given, (struct tp_order){.kind = TP_ORDER_MOVE, .choice = (int16_t)move});
  tp_json_end(out);
}

/* --- the state ------------------------------------------------------------------------------- */

static void write_running(struct tp_json_out *out, const struct tp_player *player, int seat) {
  const struct tp_rules *r = player->rules;
  struct tp_span own = r->actors[seat].actions;
  const struct tp_action_state *state = tp_world_actions_const(r, player->world);
  tp_json_object(out, "running");
  for (int i = 0; i < own.count; i++) {
    int action = r->repertoire[own.first + i];
    if (state[action].left)
      tp_json_whole(out, r->actions[action].words.id, state[action].left);
  }
  tp_json_end(out);
}

static void write_pending(struct tp_json_out *out, const struct tp_player *player, int seat) {
  const struct tp_world *w = player->world;
  tp_json_list(out, "pending");
  for (int i = 0; i < w->pending_count; i++) {
    if (w->pending[i].seat == seat)
      tp_json_string(out, NULL, player->rules->events[w->pending[i].event].words.id);
  }
  tp_json_end(out);
}

static void write_crisis(struct tp_json_out *out, const struct tp_player *player) {
  const struct tp_rules *r = player->rules;
  const struct tp_crisis *crisis = &player->world->crisis;
  if (crisis->challenger == TP_NONE) {
    tp_json_null(out, "crisis");
    return;
  }
  tp_json_object(out, "crisis");
  tp_json_string(out, "challenger", r->actors[crisis->challenger].words.id);
  tp_json_string(out, "target", r->actors[crisis->target].words.id);
  tp_json_number(out, "step", player->world->v[tp_world_slot(r, TP_CRISIS)]);
  tp_json_whole(out, "age", crisis->age);
  tp_json_end(out);
}

static void write_facts(struct tp_json_out *out, const struct tp_player *player) {
  tp_json_list(out, "happened");
  for (int i = 0; i < player->log.count; i++) {
    struct tp_fact_text fact = tp_fact_describe(player->rules, &player->log.facts[i]);
    if (fact.text[0])
      tp_json_string(out, NULL, fact.text);
  }
  tp_json_end(out);
}

static void write_end(struct tp_json_out *out, const struct tp_player *player) {
  const struct tp_world *w = player->world;
  tp_json_number(out, "score", tp_world_score(player->rules, w));
  tp_json_flag(out, "done", w->result != TP_PLAYING || w->turn >= player->rules->turns);
  tp_json_string(out, "result", tp_result_name((enum tp_result)w->result));
  if (w->ending == TP_NONE)
    tp_json_null(out, "ending");
  else
    tp_json_string(out, "ending", player->rules->endings[w->ending].words.id);
}

void tp_observation_state(struct tp_json_out *out, const struct tp_player *player, int seat,
                          struct tp_world *view) {
  const struct tp_rules *r = player->rules;
  char date[TP_WORDING_MAX];
  tp_world_observe(r, player->world, seat, 0, view);
  tp_wording_date(r, view->turn, date, sizeof date);
  tp_json_whole(out, "turn", view->turn);
  tp_json_string(out, "date", date);
  tp_json_list(out, "values");
  for (int i = 0; i < r->slot_count; i++)
    tp_json_number(out, NULL, view->v[i]);
  tp_json_end(out);
  write_running(out, player, seat);
  write_pending(out, player, seat);
  write_crisis(out, player);
  tp_observation_legal(out, player, &(struct tp_orders){.seat = (int16_t)seat});
  write_facts(out, player);
  write_end(out, player);
}
