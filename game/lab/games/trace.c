/* trace: one game, turn by turn.
 *
 * Text: a table of the gauges (those of `run`), and under each turn what happened in it. Each turn
 * ends with the hash of the world's state.
 *
 * CSV (--format csv, or beside the results with --csv FILE): turn,hash and then every variable by
 * its address; a row for the start (turn 0) and one for each turn played.
 *
 * JSON: {"format": 1, "command": "trace", "scenario": id, "seed": "S", "seats": {...},
 *        "mods": [...], "changes": [...], "variables": [address, ...],
 *        "turns": [{"turn": n, "hash": "...", "values": [in the order of variables],
 *                   "facts": ["...", ...]}, ...],
 *        "result": "victory"|"draw"|"defeat"|"unfinished", "ending": id or null}
 */
#include "lab/games/facts.h"
#include "lab/games/gauges.h"
#include "lab/games/player.h"
#include "lab/games/run_report.h"
#include "lab/setup.h"

#include <inttypes.h>
#include <string.h>

struct trace {
  const struct tp_arguments *arguments;
  const struct tp_setup *setup;
  struct tp_player player;
  struct tp_json_out report;
  struct tp_gauges gauges;
};

/* --- text ------------------------------------------------------------------------------------ */

enum { COLUMN = 9 };

/* Gauges have long names; columns have short ones, explained above the table. */
static void text_head(struct trace *t) {
  const struct tp_rules *r = t->setup->rules;
  struct tp_text *text = &t->report.text;
  tp_text_print(text, "%s (%s), seed %" PRIu64 "\n", r->words.title, r->words.id,
                t->arguments->seed);
  tp_setup_text(&t->report, t->setup, t->arguments);
  tp_text_add(text, "\n");
  for (int i = 0; i < t->gauges.count; i++)
    tp_text_print(text, "%3d %s\n", i + 1, r->slots[t->gauges.slot[i]].name);
  tp_text_add(text, "\nturn");
  for (int i = 0; i < t->gauges.count; i++)
    tp_text_print(text, " %6d", i + 1);
  tp_text_add(text, "\n");
}

static void text_turn(struct trace *t) {
  const struct tp_world *w = t->player.world;
  struct tp_text *text = &t->report.text;
  tp_text_print(text, "%4d", w->turn);
  for (int i = 0; i < t->gauges.count; i++)
    tp_text_print(text, " %6s", tp_number_short(w->v[t->gauges.slot[i]], 1).text);
  tp_text_print(text, "  %016" PRIx64 "\n", tp_world_hash(t->setup->rules, w));
  for (int i = 0; i < t->player.log.count; i++) {
    struct tp_fact_text fact = tp_fact_describe(t->setup->rules, &t->player.log.facts[i]);
    if (fact.text[0])
      tp_text_print(text, "     %s\n", fact.text);
  }
}

static const char *ending_id(const struct trace *t) {
  int ending = t->player.world->ending;
  return ending == TP_NONE ? NULL : t->setup->rules->endings[ending].words.id;
}

static void text_tail(struct trace *t) {
  const char *ending = ending_id(t);
  tp_text_print(&t->report.text, "%s%s%s\n",
                tp_result_name((enum tp_result)t->player.world->result), ending ? ": " : "",
                ending ? ending : "");
}

/* --- CSV ------------------------------------------------------------------------------------- */

static void csv_head(struct trace *t) {
  const struct tp_rules *r = t->setup->rules;
  tp_text_add(&t->report.text, "turn,hash");
  for (int i = 0; i < r->slot_count; i++) {
    tp_text_add(&t->report.text, ",");
    tp_csv_field(&t->report.text, r->slots[i].name);
  }
  tp_text_add(&t->report.text, "\n");
}

static void csv_turn(struct trace *t) {
  const struct tp_world *w = t->player.world;
  tp_text_print(&t->report.text, "%d,%016" PRIx64, w->turn, tp_world_hash(t->setup->rules, w));
  for (int i = 0; i < t->setup->rules->slot_count; i++)
    tp_text_print(&t->report.text, ",%s", tp_number_exact(w->v[i]).text);
  tp_text_add(&t->report.text, "\n");
}

static void csv_tail(struct trace *t) {
  (void)t;
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void json_head(struct trace *t) {
  const struct tp_rules *r = t->setup->rules;
  char seed[24];
  snprintf(seed, sizeof seed, "%" PRIu64, t->arguments->seed);
  tp_json_object(&t->report, NULL);
  tp_json_whole(&t->report, "format", 1);
  tp_json_string(&t->report, "command", "trace");
  tp_json_string(&t->report, "scenario", r->words.id);
  tp_json_string(&t->report, "seed", seed);
  tp_setup_json(&t->report, t->setup, t->arguments);
  tp_json_list(&t->report, "variables");
  for (int i = 0; i < r->slot_count; i++)
    tp_json_string(&t->report, NULL, r->slots[i].name);
  tp_json_end(&t->report);
  tp_json_list(&t->report, "turns");
}

static void json_turn(struct trace *t) {
  const struct tp_world *w = t->player.world;
  tp_json_object(&t->report, NULL);
  tp_json_whole(&t->report, "turn", w->turn);
  tp_json_bits(&t->report, "hash", tp_world_hash(t->setup->rules, w));
  tp_json_list(&t->report, "values");
  for (int i = 0; i < t->setup->rules->slot_count; i++)
    tp_json_number(&t->report, NULL, w->v[i]);
  tp_json_end(&t->report);
  tp_json_list(&t->report, "facts");
  for (int i = 0; i < t->player.log.count; i++) {
    struct tp_fact_text fact = tp_fact_describe(t->setup->rules, &t->player.log.facts[i]);
    if (fact.text[0])
      tp_json_string(&t->report, NULL, fact.text);
  }
  tp_json_end(&t->report);
  tp_json_end(&t->report);
}

static void json_tail(struct trace *t) {
  const char *ending = ending_id(t);
  tp_json_end(&t->report);
  tp_json_string(&t->report, "result", tp_result_name((enum tp_result)t->player.world->result));
  if (ending)
    tp_json_string(&t->report, "ending", ending);
  else
    tp_json_null(&t->report, "ending");
  tp_json_end(&t->report);
}

/* --------------------------------------------------------------------------------------------- */

typedef void part(struct trace *);

static enum tp_exit play(struct trace *t) {
  static part *const parts[][3] = {{text_head, text_turn, text_tail},
                                   {json_head, json_turn, json_tail},
                                   {csv_head, csv_turn, csv_tail}};
  part *const *form = parts[t->arguments->format];
  tp_json_start(&t->report);
  tp_player_open(&t->player, t->setup->rules, t->setup->cast.policy);
  tp_player_start(&t->player, tp_game_seed(t->arguments->seed, 0));
  form[0](t);
  form[1](t);
  while (t->player.world->turn < t->setup->rules->turns && tp_player_turn(&t->player, NULL, 0))
    form[1](t);
  form[2](t);
  tp_player_close(&t->player);
  return tp_report_finish(&t->report, t->arguments, TP_EXIT_OK);
}

/* The same game once more, as CSV to the file of --csv. */
static enum tp_exit write_csv(const struct trace *t) {
  struct tp_arguments arguments = *t->arguments;
  struct trace again = {.arguments = &arguments, .setup = t->setup, .gauges = t->gauges};
  arguments.format = TP_CSV;
  arguments.out = arguments.csv;
  return play(&again);
}

enum tp_exit tp_lab_trace(const struct tp_arguments *arguments) {
  struct tp_setup setup;
  struct trace trace = {.arguments = arguments, .setup = &setup};
  enum tp_exit end = tp_setup_open(&setup, arguments->operand[0], arguments);
  if (end == TP_EXIT_OK) {
    trace.gauges = tp_gauges_of(setup.rules);
    end = play(&trace);
    if (end == TP_EXIT_OK && arguments->csv)
      end = write_csv(&trace);
  }
  tp_setup_close(&setup);
  return end;
}
