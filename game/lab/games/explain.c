/* explain: why a variable changed in one turn, from the ledger; with a pointer, who set a value
 * (provenance.c).
 *
 * --turn T is the turn that leads to state T of `trace`, the first being 1 (an experiment's
 * `--at N:` acts in turn N + 1). Every contribution is listed with its size, its cause and the
 * variable it comes from; added in order to the value before they give the value after, bit for
 * bit. That is checked, and the command ends with 1 if it should not be so, or if a save is not
 * replayed as it was played. With --follow N the
 * source of the largest contribution is explained in turn T - 1, and so on N turns back.
 *
 * JSON: {"format": 1, "command": "explain", "scenario": id, "seed": of the game itself,
 *   "steps": [
 *   {"turn": T, "variable": address, "before": x, "after": y, "exact": true, "rows": [
 *     {"delta", "cause", "text", "source": address or null, "value": of the source after the turn
 * or null, "by": id of the action, event, option, influence, claim or actor, or null}]}]} "cause"
 * is a fixed name of a cause, "text" its English text. CSV:
 * turn,variable,delta,cause,text,source,value,by
 */
#include "lab/games/rows.h"

#include "data/address.h"
#include "data/nearest.h"
#include "lab/games/game_source.h"
#include "lab/authoring/provenance.h"

#include <inttypes.h>
#include <stdlib.h>

struct explanation {
  const struct tp_arguments *arguments;
  struct tp_game_source source;
  struct tp_player player;
  struct tp_json_out report;
  double before, after;
  int slot, turn;
  int differs; /* the first turn of a save that is not replayed as it was, or 0 */
};

static const struct tp_rules *rules_of(const struct explanation *e) {
  return e->player.rules;
}

/* --- playing --------------------------------------------------------------------------------- */

/* Plays to the end of the turn; 0 when the game is over before. */
static int play_to(struct explanation *e, int turn) {
  tp_game_source_start(&e->source, &e->player);
  for (int i = e->player.world->turn; i < turn; i++) {
    e->before = e->player.world->v[e->slot];
    if (!tp_game_source_turn(&e->source, &e->player))
      return 0;
    if (!e->differs && !tp_game_source_is_same(&e->source, &e->player))
      e->differs = i + 1;
  }
  e->after = e->player.world->v[e->slot];
  e->turn = turn;
  return 1;
}

static int is_exact(const struct explanation *e) {
  double x = e->before;
  for (int i = 0; i < e->player.ledger.count; i++) {
    const struct tp_row *row = &e->player.ledger.rows[i];
    if (row->slot == e->slot)
      x += row->delta;
  }
  return tp_same_bits(x, e->after);
}

/* The source of the largest contribution that has one, or -1. */
static int largest_source(const struct explanation *e) {
  double most = 0;
  int source = -1;
  for (int i = 0; i < e->player.ledger.count; i++) {
    const struct tp_row *row = &e->player.ledger.rows[i];
    double size = row->delta < 0 ? -row->delta : row->delta;
    if (row->slot != e->slot || row->source == TP_NONE || row->source == e->slot || size <= most)
      continue;
    most = size;
    source = row->source;
  }
  return source;
}

/* --- forms ----------------------------------------------------------------------------------- */

static void text_row(struct explanation *e, const struct tp_row *row) {
  struct tp_text *text = &e->report.text;
  const char *by = tp_row_by(rules_of(e), row);
  tp_text_print(text, "  %+13.6f  %s", row->delta, tp_cause_text((enum tp_cause)row->cause));
  if (by)
    tp_text_print(text, " (%s)", by);
  if (row->source != TP_NONE)
    tp_text_print(text, ": %s, now %s", rules_of(e)->slots[row->source].name,
                  tp_number_short(e->player.world->v[row->source], 2).text);
  tp_text_add(text, "\n");
}

static void csv_row(struct explanation *e, const struct tp_row *row) {
  struct tp_text *text = &e->report.text;
  const char *by = tp_row_by(rules_of(e), row);
  int has_source = row->source != TP_NONE;
  tp_text_print(text, "%d,%s,%s,%s,", e->turn, rules_of(e)->slots[e->slot].name,
                tp_number_exact(row->delta).text, tp_cause_name((enum tp_cause)row->cause).text);
  tp_csv_field(text, tp_cause_text((enum tp_cause)row->cause));
  tp_text_print(text, ",%s,%s,%s\n", has_source ? rules_of(e)->slots[row->source].name : "",
                has_source ? tp_number_exact(e->player.world->v[row->source]).text : "",
                by ? by : "");
}

static void write_rows(struct explanation *e) {
  for (int i = 0; i < e->player.ledger.count; i++) {
    const struct tp_row *row = &e->player.ledger.rows[i];
    if (row->slot != e->slot)
      continue;
    if (e->arguments->format == TP_CSV)
      csv_row(e, row);
    else
      text_row(e, row);
  }
}

static void text_step(struct explanation *e, int exact) {
  struct tp_text *text = &e->report.text;
  tp_text_print(text, "%s in turn %d: %s -> %s\n", rules_of(e)->slots[e->slot].name, e->turn,
                tp_number_exact(e->before).text, tp_number_exact(e->after).text);
  write_rows(e);
  tp_text_print(text, "  %+13.6f  in all; %s\n", e->after - e->before,
                exact ? "the rows add up to the bit" : "THE ROWS DO NOT ADD UP");
}

static void json_step(struct explanation *e, int exact) {
  struct tp_json_out *report = &e->report;
  tp_json_object(report, NULL);
  tp_json_whole(report, "turn", e->turn);
  tp_json_string(report, "variable", rules_of(e)->slots[e->slot].name);
  tp_json_number(report, "before", e->before);
  tp_json_number(report, "after", e->after);
  tp_json_flag(report, "exact", exact);
  tp_rows_json(report, rules_of(e), e->player.world, &e->player.ledger, e->slot);
  tp_json_end(report);
}

static int explain_step(struct explanation *e) {
  int exact = is_exact(e);
  if (e->arguments->format == TP_JSON)
    json_step(e, exact);
  else if (e->arguments->format == TP_CSV)
    write_rows(e);
  else
    text_step(e, exact);
  return exact;
}

static void begin(struct explanation *e) {
  char seed[24];
  tp_json_start(&e->report);
  if (e->arguments->format == TP_CSV)
    tp_text_add(&e->report.text, "turn,variable,delta,cause,text,source,value,by\n");
  if (e->arguments->format != TP_JSON)
    return;
  snprintf(seed, sizeof seed, "%" PRIu64, e->source.seed);
  tp_json_object(&e->report, NULL);
  tp_json_whole(&e->report, "format", 1);
  tp_json_string(&e->report, "command", "explain");
  tp_json_string(&e->report, "scenario", rules_of(e)->words.id);
  tp_json_string(&e->report, "seed", seed);
  tp_json_list(&e->report, "steps");
}

static enum tp_exit end(struct explanation *e, int exact) {
  if (e->arguments->format == TP_JSON) {
    tp_json_end(&e->report);
    tp_json_end(&e->report);
  }
  if (e->differs)
    tp_lab_say("turn %d is not played as in the save, so this explains another game; "
               "see `thirdpole-lab replay`",
               e->differs);
  return tp_report_finish(&e->report, e->arguments,
                          exact && !e->differs ? TP_EXIT_OK : TP_EXIT_FAILED);
}

/* --- the command ----------------------------------------------------------------------------- */

static enum tp_exit explain_all(struct explanation *e) {
  int turn = e->arguments->turn, exact = 1, begun = e->source.save.record.begun;
  if (turn <= begun && begun) {
    tp_lab_say("turn %d is not recorded: the record begins after turn %d", turn, begun);
    return TP_EXIT_USAGE;
  }
  begin(e);
  for (int step = 0; step <= e->arguments->follow && turn > begun && e->slot >= 0; step++, turn--) {
    if (!play_to(e, turn)) {
      tp_lab_say("there is no turn %d: the game ends after turn %d", turn, e->player.world->turn);
      tp_text_free(&e->report.text);
      return TP_EXIT_USAGE;
    }
    exact &= explain_step(e);
    e->slot = largest_source(e);
  }
  return end(e, exact);
}

static int find_variable(struct explanation *e) {
  char why[300];
  if (!(e->arguments->given & TP_OPTION(VAR)) || !(e->arguments->given & TP_OPTION(TURN))) {
    tp_lab_say("explain needs --turn T and --var NAME");
    return 0;
  }
  e->slot = tp_address_find(e->source.rules, e->arguments->var);
  if (e->slot >= 0)
    return 1;
  tp_address_explain(e->source.rules, e->arguments->var, 0, why, sizeof why);
  tp_lab_say("--var: %s", why);
  return 0;
}

enum tp_exit tp_lab_explain(const struct tp_arguments *arguments) {
  if (arguments->operand_count == 2)
    return tp_provenance(arguments);
  static struct explanation e;
  e = (struct explanation){.arguments = arguments};
  enum tp_exit how = tp_game_source_open(&e.source, arguments);
  if (how == TP_EXIT_OK && !find_variable(&e))
    how = TP_EXIT_USAGE;
  if (how == TP_EXIT_OK) {
    tp_player_open(&e.player, e.source.rules, e.source.policies);
    tp_player_keep_ledger(&e.player);
    how = explain_all(&e);
    tp_player_close(&e.player);
  }
  tp_game_source_close(&e.source);
  return how;
}
