/* replay: plays a saved game again by its recorded orders and compares the state's hash after every
 * turn. Ends with 1 at a difference, and then names the first turn that differs, the first variable
 * whose last value is not the saved one, and what moved it in that turn; also when all turns are
 * the same and only the state saved at their end is not.
 *
 * JSON: {"format": 1, "command": "replay", "scenario": id, "turns": replayed, "begun": the turn its
 *        record begins at (0, or that in which it went into other data), "same": true|false,
 *        "turn": first that differs or null, "variable": address or null,
 *        "saved": its last saved value, "replayed": and as replayed (null when none differs),
 *        "rows": ["delta cause", ...] of that variable in that turn}
 * CSV: turn,saved,replayed with the hashes of every turn.
 */
#include "data/saves/save.h"
#include "lab/games/game_source.h"
#include "lab/games/rows.h"

#include <inttypes.h>

struct replay {
  const struct tp_arguments *arguments;
  struct tp_game_source source;
  struct tp_player player;
  struct tp_json_out report;
  int differs; /* turn, or 0 */
  int same;    /* no turn differs, and the state saved at the end is that of the last */
  int slot;    /* variable that differs at the end, or -1 */
};

/* Plays `turns` turns, comparing; stops at none, so that the end can be compared too. */
static void play(struct replay *p, int turns) {
  const struct tp_game_record *record = &p->source.save.record;
  int begun = record->begun;
  tp_game_source_start(&p->source, &p->player);
  for (int turn = 0; turn < turns; turn++) {
    if (!tp_game_source_turn(&p->source, &p->player))
      break;
    uint64_t hash = tp_world_hash(p->source.rules, p->player.world);
    if (p->arguments->format == TP_CSV)
      tp_text_print(&p->report.text, "%d,%016" PRIx64 ",%016" PRIx64 "\n", begun + turn + 1,
                    record->hashes[turn], hash);
    if (hash != record->hashes[turn] && !p->differs)
      p->differs = begun + turn + 1;
  }
  if (p->player.world->turn < begun + turns && !p->differs)
    p->differs = p->player.world->turn + 1;
}

static int first_difference(const struct replay *p) {
  for (int slot = 0; slot < p->source.rules->slot_count; slot++) {
    if (!tp_same_bits(p->source.save.world->v[slot], p->player.world->v[slot]))
      return slot;
  }
  return -1;
}

static void text_rows(struct replay *p) {
  const struct tp_ledger *ledger = &p->player.ledger;
  for (int i = 0; i < ledger->count; i++) {
    const struct tp_row *row = &ledger->rows[i];
    char text[160];
    if (row->slot != p->slot)
      continue;
    const char *by = tp_row_by(p->source.rules, row);
    snprintf(text, sizeof text, "%+.17g %s%s%s", row->delta,
             tp_cause_text((enum tp_cause)row->cause), by ? ": " : "", by ? by : "");
    if (p->arguments->format == TP_JSON)
      tp_json_string(&p->report, NULL, text);
    else
      tp_text_print(&p->report.text, "  %s\n", text);
  }
}

/* Plays up to the turn that differs again, for its ledger. */
static void write_rows(struct replay *p) {
  tp_game_source_start(&p->source, &p->player);
  while (p->player.world->turn < p->differs && tp_game_source_turn(&p->source, &p->player)) {
  }
  text_rows(p);
}

static void text_result(struct replay *p, double replayed) {
  const struct tp_rules *r = p->source.rules;
  struct tp_text *text = &p->report.text;
  int turns = p->source.save.record.turns;
  if (p->same) {
    tp_text_print(text, "%d turns replayed, every state the same\n", turns);
    return;
  }
  if (p->differs)
    tp_text_print(text, "the state after turn %d of %d differs\n", p->differs,
                  p->source.save.record.begun + turns);
  else
    tp_text_print(text, "%d turns replayed the same, but the state saved with them is another\n",
                  turns);
  if (p->slot < 0)
    return;
  tp_text_print(text, "%s was saved as %s, is replayed as %s\n", r->slots[p->slot].name,
                tp_number_exact(p->source.save.world->v[p->slot]).text,
                tp_number_exact(replayed).text);
  if (!p->differs)
    return;
  tp_text_print(text, "in turn %d it moved by\n", p->differs);
  write_rows(p);
}

static void json_result(struct replay *p, double replayed) {
  const struct tp_rules *r = p->source.rules;
  struct tp_json_out *report = &p->report;
  tp_json_object(report, NULL);
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "replay");
  tp_json_string(report, "scenario", r->words.id);
  tp_json_whole(report, "turns", p->source.save.record.turns);
  tp_json_whole(report, "begun", p->source.save.record.begun);
  tp_json_flag(report, "same", p->same);
  if (p->differs)
    tp_json_whole(report, "turn", p->differs);
  else
    tp_json_null(report, "turn");
  if (!p->same && p->slot >= 0) {
    tp_json_string(report, "variable", r->slots[p->slot].name);
    tp_json_number(report, "saved", p->source.save.world->v[p->slot]);
    tp_json_number(report, "replayed", replayed);
  } else {
    tp_json_null(report, "variable");
    tp_json_null(report, "saved");
    tp_json_null(report, "replayed");
  }
  tp_json_list(report, "rows");
  if (p->differs && p->slot >= 0)
    write_rows(p);
  tp_json_end(report);
  tp_json_end(report);
}

static enum tp_exit replay(struct replay *p) {
  tp_json_start(&p->report);
  if (p->arguments->format == TP_CSV)
    tp_text_add(&p->report.text, "turn,saved,replayed\n");
  play(p, p->source.save.record.turns);
  p->slot = first_difference(p);
  p->same = !p->differs && tp_world_hash(p->source.rules, p->source.save.world) ==
                               tp_world_hash(p->source.rules, p->player.world);
  double replayed = p->slot < 0 ? 0 : p->player.world->v[p->slot];
  if (p->arguments->format == TP_JSON)
    json_result(p, replayed);
  else if (p->arguments->format == TP_TEXT)
    text_result(p, replayed);
  return tp_report_finish(&p->report, p->arguments, p->same ? TP_EXIT_OK : TP_EXIT_FAILED);
}

enum tp_exit tp_lab_replay(const struct tp_arguments *arguments) {
  static struct replay p;
  p = (struct replay){.arguments = arguments};
  enum tp_exit end = tp_game_source_open(&p.source, arguments);
  if (end == TP_EXIT_OK && !p.source.is_save) {
    tp_lab_say("%s is no saved game", arguments->operand[0]);
    end = TP_EXIT_FAILED;
  }
  if (end == TP_EXIT_OK) {
    tp_player_open(&p.player, p.source.rules, p.source.policies);
    tp_player_keep_ledger(&p.player);
    end = replay(&p);
    tp_player_close(&p.player);
  }
  tp_game_source_close(&p.source);
  return end;
}
