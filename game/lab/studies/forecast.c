/* forecast: how variables may go over the coming turns, in the words and by the work of the game's
 * own fan charts (session/forecast.h).
 *
 * From a save as it stands, or from a scenario after --turn T turns (0: its start) played by the
 * policies of --seat. With --actions the same imagined games are played with these orders, and the
 * difference is shown. With --calibration a scenario's games are played and compared with forecasts
 * made on their way (lab/studies/calibration_report.h).
 *
 * JSON: {"format": 1, "command": "forecast", "scenario": id, "turn": made after so many,
 *   "rollouts", "horizon", "levels": [0.025, ...], "actions": [id, ...],
 *   "variables": [{"name", "without": [[quantiles at each level] for now and each turn ahead],
 *                  "with": [...] and "gain", "low", "high" at the horizon, of actions}]}
 * CSV: variable,turn,arm,q0.025,...
 */
#include "data/address.h"
#include "data/nearest.h"
#include "lab/studies/calibration_report.h"
#include "lab/games/game_source.h"
#include "lab/work.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { HORIZON = 12, ROLLOUTS = 500, GAMES = 500, LIST_MAX = 1000 };

/* --- what is asked ---------------------------------------------------------------------------- */

/* Each name of a list "A,B": 1, or 0 when `take` refuses one or the list is too long. */
static int each_name(const char *list, int (*take)(void *context, const char *name),
                     void *context) {
  char copy[LIST_MAX], *rest = copy, *name;
  if (strlen(list) >= sizeof copy) {
    tp_lab_say("a list of names is too long");
    return 0;
  }
  snprintf(copy, sizeof copy, "%s", list);
  while ((name = strtok_r(rest, ",", &rest)) != NULL) {
    if (!take(context, name))
      return 0;
  }
  return 1;
}

struct variables {
  const struct tp_rules *r;
  int16_t *slots;
  int count;
};

static int take_variable(void *context, const char *name) {
  struct variables *list = context;
  char why[300];
  int slot = tp_address_find(list->r, name);
  if (slot < 0) {
    tp_address_explain(list->r, name, 0, why, sizeof why);
    tp_lab_say("--vars: %s", why);
  } else if (list->count == TP_FORECAST_SLOTS) {
    tp_lab_say("--vars: at most %d variables", TP_FORECAST_SLOTS);
  } else {
    list->slots[list->count++] = (int16_t)slot;
    return 1;
  }
  return 0;
}

/* The variables of --vars, or the gauges: their number, 0 with the fault on stderr. */
static int find_variables(const struct tp_arguments *a, const struct tp_rules *r,
                          int16_t slots[TP_FORECAST_SLOTS]) {
  struct variables list = {.r = r, .slots = slots};
  if (a->vars)
    return each_name(a->vars, take_variable, &list) ? list.count : 0;
  for (int i = 0; i < TP_GAUGES; i++) {
    int slot = tp_session_gauge_slot(r, (enum tp_gauge_id)i);
    if (slot != TP_NONE)
      slots[list.count++] = (int16_t)slot;
  }
  if (list.count == 0)
    tp_lab_say("the scenario has no gauges; name variables with --vars");
  return list.count;
}

static int at_most(int asked, int usual, int most) {
  int number = asked ? asked : usual;
  return number < most ? number : most;
}

/* --- a forecast ------------------------------------------------------------------------------- */

struct forecasting {
  const struct tp_arguments *arguments;
  struct tp_game_source source;
  struct tp_policy policies[TP_ACTORS_MAX];
  struct tp_player player;
  struct tp_forecast_request request;
  struct tp_forecast forecast;
  struct tp_json_out report;
};

static int take_action(void *context, const char *name) {
  struct forecasting *f = context;
  const struct tp_rules *r = f->source.rules;
  struct tp_nearest nearest = tp_nearest_to(name);
  int action = tp_address_action(r, name);
  if (action == TP_NONE) {
    for (int i = 0; i < r->action_count; i++)
      tp_nearest_try(&nearest, r->actions[i].words.id);
    tp_lab_say("--actions: no action \"%s\"%s", name, tp_nearest_hint(&nearest));
    return 0;
  }
  struct tp_order order = {.kind = TP_ORDER_ACT, .id = (int16_t)action};
  struct tp_verdict verdict = tp_order_give(r, f->player.world, &f->request.with, order);
  if (verdict.refusal == TP_ALLOWED)
    return 1;
  char why[TP_WORDING_MAX];
  tp_order_reason(r, verdict, why, sizeof why);
  tp_lab_say("--actions: %s: %s", name, why);
  return 0;
}

/* How the seats of a save were played; a policy that this program does not have by planner. */
static void take_policies(struct forecasting *f) {
  for (int actor = 0; actor < f->source.rules->actor_count; actor++) {
    const char *name = f->source.save.record.policies[actor];
    if (!name[0] || !tp_policy_named(name, &f->policies[actor]))
      tp_policy_named("planner", &f->policies[actor]);
  }
}

/* Plays to the turn from which is looked ahead. */
static enum tp_exit go_to(struct forecasting *f) {
  int turn = f->arguments->turn;
  if (f->source.is_save && !turn)
    turn = f->source.save.record.begun + f->source.save.record.turns;
  tp_game_source_start(&f->source, &f->player);
  if (f->player.world->turn > turn) {
    tp_lab_say("turn %d is not recorded: the record begins after turn %d", turn,
               f->player.world->turn);
    return TP_EXIT_USAGE;
  }
  while (f->player.world->turn < turn) {
    if (!tp_game_source_turn(&f->source, &f->player)) {
      tp_lab_say("the game ends after turn %d", f->player.world->turn);
      return TP_EXIT_USAGE;
    }
    if (!tp_game_source_is_same(&f->source, &f->player)) {
      tp_lab_say("turn %d is not played as in the save; see `replay`", f->player.world->turn);
      return TP_EXIT_FAILED;
    }
  }
  return TP_EXIT_OK;
}

static int has_actions(const struct forecasting *f) {
  return f->request.with.count > 0;
}

static void json_arm(struct forecasting *f, const char *key,
                     double (*quantiles)[TP_FORECAST_QUANTILES]) {
  tp_json_list(&f->report, key);
  for (int turn = 0; turn <= f->forecast.horizon; turn++) {
    tp_json_list(&f->report, NULL);
    for (int i = 0; i < TP_FORECAST_QUANTILES; i++)
      tp_json_number(&f->report, NULL, quantiles[turn][i]);
    tp_json_end(&f->report);
  }
  tp_json_end(&f->report);
}

static void json_forecast(struct forecasting *f) {
  struct tp_json_out *report = &f->report;
  const struct tp_rules *r = f->source.rules;
  tp_json_object(report, NULL);
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "forecast");
  tp_json_string(report, "scenario", r->words.id);
  tp_json_whole(report, "turn", f->forecast.turn);
  tp_json_whole(report, "rollouts", f->forecast.rollouts);
  tp_json_whole(report, "horizon", f->forecast.horizon);
  tp_json_list(report, "levels");
  for (int i = 0; i < TP_FORECAST_QUANTILES; i++)
    tp_json_number(report, NULL, tp_forecast_levels[i]);
  tp_json_end(report);
  tp_json_list(report, "actions");
  for (int i = 0; i < f->request.with.count; i++)
    tp_json_string(report, NULL, r->actions[f->request.with.item[i].id].words.id);
  tp_json_end(report);
  tp_json_list(report, "variables");
  for (int i = 0; i < f->forecast.line_count; i++) {
    struct tp_forecast_line *line = &f->forecast.lines[i];
    tp_json_object(report, NULL);
    tp_json_string(report, "name", r->slots[line->slot].name);
    json_arm(f, "without", line->without);
    if (has_actions(f)) {
      json_arm(f, "with", line->with);
      tp_json_number(report, "gain", line->gain);
      tp_json_number(report, "low", line->gain_low);
      tp_json_number(report, "high", line->gain_high);
    }
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_end(report);
}

static void csv_arm(struct forecasting *f, const char *name, const char *arm,
                    double (*quantiles)[TP_FORECAST_QUANTILES]) {
  struct tp_text *text = &f->report.text;
  for (int turn = 0; turn <= f->forecast.horizon; turn++) {
    tp_text_print(text, "%s,%d,%s", name, f->forecast.turn + turn, arm);
    for (int i = 0; i < TP_FORECAST_QUANTILES; i++)
      tp_text_print(text, ",%s", tp_number_exact(quantiles[turn][i]).text);
    tp_text_add(text, "\n");
  }
}

static void csv_forecast(struct forecasting *f) {
  struct tp_text *text = &f->report.text;
  tp_text_add(text, "variable,turn,arm");
  for (int i = 0; i < TP_FORECAST_QUANTILES; i++)
    tp_text_print(text, ",q%s", tp_number_exact(tp_forecast_levels[i]).text);
  tp_text_add(text, "\n");
  for (int i = 0; i < f->forecast.line_count; i++) {
    const char *name = f->source.rules->slots[f->forecast.lines[i].slot].name;
    csv_arm(f, name, "without", f->forecast.lines[i].without);
    if (has_actions(f))
      csv_arm(f, name, "with", f->forecast.lines[i].with);
  }
}

static void text_arm(struct forecasting *f, const char *arm,
                     double (*quantiles)[TP_FORECAST_QUANTILES]) {
  struct tp_text *text = &f->report.text;
  for (int turn = 0; turn <= f->forecast.horizon; turn++) {
    tp_text_print(text, "  %-8s %4d", turn == 0 ? arm : "", f->forecast.turn + turn);
    for (int i = 0; i < TP_FORECAST_QUANTILES; i++)
      tp_text_print(text, " %8.2f", quantiles[turn][i]);
    tp_text_add(text, "\n");
  }
}

static void text_forecast(struct forecasting *f) {
  struct tp_text *text = &f->report.text;
  const struct tp_rules *r = f->source.rules;
  tp_text_print(text, "%s (%s) after %d turns, %d imagined games; of these lie below\n",
                r->words.title, r->words.id, f->forecast.turn, f->forecast.rollouts);
  tp_text_add(text, "           turn");
  for (int i = 0; i < TP_FORECAST_QUANTILES; i++)
    tp_text_print(text, " %7.3g%%", 100 * tp_forecast_levels[i]);
  tp_text_add(text, "\n");
  for (int i = 0; i < f->forecast.line_count; i++) {
    struct tp_forecast_line *line = &f->forecast.lines[i];
    tp_text_print(text, "%s\n", r->slots[line->slot].name);
    text_arm(f, "without", line->without);
    if (!has_actions(f))
      continue;
    text_arm(f, "with", line->with);
    tp_text_print(text, "  the orders move it by %+.2f (%+.2f to %+.2f) in %d turns\n", line->gain,
                  line->gain_low, line->gain_high, f->forecast.horizon);
  }
}

static enum tp_exit look_ahead(struct forecasting *f) {
  static void (*const forms[])(struct forecasting *) = {
      [TP_TEXT] = text_forecast, [TP_JSON] = json_forecast, [TP_CSV] = csv_forecast};
  const struct tp_rules *r = f->source.rules;
  struct tp_forecast_request *q = &f->request;
  enum tp_exit end = go_to(f);
  if (end != TP_EXIT_OK)
    return end;
  q->with.seat = q->without.seat = r->player;
  q->rollouts = at_most(f->arguments->rollouts, ROLLOUTS, TP_FORECAST_ROLLOUTS);
  q->horizon = tp_forecast_ahead(r, f->player.world,
                                 f->arguments->horizon ? f->arguments->horizon : HORIZON);
  q->slot_count = find_variables(f->arguments, r, q->slots);
  if (q->slot_count == 0)
    return TP_EXIT_USAGE;
  if (f->arguments->actions && !each_name(f->arguments->actions, take_action, f))
    return TP_EXIT_USAGE;
  if (f->source.is_save)
    take_policies(f);
  else
    memcpy(f->policies, f->source.policies, sizeof f->policies);
  tp_forecast_compute(r, f->player.world, r->player, f->policies, q, NULL, NULL, &f->forecast);
  tp_json_start(&f->report);
  forms[f->arguments->format](f);
  return tp_report_finish(&f->report, f->arguments, TP_EXIT_OK);
}

/* --- calibration ------------------------------------------------------------------------------ */

static enum tp_exit calibrate(struct tp_calibrating *c) {
  const struct tp_arguments *a = c->arguments;
  struct tp_calibration *found = &c->found;
  const struct tp_rules *r = c->setup.rules;
  found->horizon = at_most(a->horizon, HORIZON, r->turns > 2 ? r->turns - 2 : 1);
  found->rollouts = at_most(a->rollouts, ROLLOUTS, TP_FORECAST_ROLLOUTS);
  found->first = 1;
  found->last = r->turns - found->horizon > 1 ? r->turns - found->horizon : 1;
  found->slot_count = find_variables(a, r, found->slots);
  if (found->slot_count == 0)
    return TP_EXIT_USAGE;
  tp_calibration_play(&c->setup, a->seed, a->games ? a->games : GAMES,
                      a->threads ? a->threads : tp_work_processors(), found);
  if (found->games == 0) {
    tp_lab_say("every game was over before its forecast");
    return TP_EXIT_FAILED;
  }
  tp_json_start(&c->report);
  tp_calibration_report(c);
  return tp_report_finish(&c->report, a, TP_EXIT_OK);
}

/* --- the command ------------------------------------------------------------------------------ */

static int is_sound(const struct tp_arguments *a) {
  const uint64_t of_games = TP_OPTION(GAMES) | TP_OPTION(THREADS);
  const uint64_t of_one = TP_OPTION(TURN) | TP_OPTION(ACTIONS);
  int many = (a->given & TP_OPTION(CALIBRATION)) != 0;
  if (!(a->given & (many ? of_one : of_games)))
    return 1;
  if (many)
    tp_lab_say("--turn and --actions are of one forecast, not of --calibration");
  else
    tp_lab_say("--games and --threads go with --calibration");
  return 0;
}

static enum tp_exit forecast_one(const struct tp_arguments *arguments) {
  static struct forecasting f;
  struct tp_problems problems = {0};
  f = (struct forecasting){.arguments = arguments};
  enum tp_exit end = tp_game_source_open(&f.source, arguments);
  if (end == TP_EXIT_OK && !tp_phrases_speak("en", &problems)) {
    tp_problems_write(&problems, stderr);
    end = TP_EXIT_IO;
  }
  if (end == TP_EXIT_OK) {
    tp_player_open(&f.player, f.source.rules, f.source.policies);
    end = look_ahead(&f);
    tp_player_close(&f.player);
  }
  tp_problems_free(&problems);
  tp_game_source_close(&f.source);
  return end;
}

enum tp_exit tp_lab_forecast(const struct tp_arguments *arguments) {
  static struct tp_calibrating c;
  if (!is_sound(arguments))
    return TP_EXIT_USAGE;
  if (!(arguments->given & TP_OPTION(CALIBRATION)))
    return forecast_one(arguments);
  c = (struct tp_calibrating){.arguments = arguments};
  enum tp_exit end = tp_setup_open(&c.setup, arguments->operand[0], arguments);
  if (end == TP_EXIT_OK)
    end = calibrate(&c);
  tp_setup_close(&c.setup);
  return end;
}
