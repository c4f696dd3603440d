/* diverge: where two games part. Each side is a save or a scenario with the options of an
 * experiment, those before both for both, those behind a side its own; a scenario is played by its
 * policies. Both are played turn by turn, and the first state that is not the same in all that the
 * two have in common is shown: what was done in that turn on one side alone, what differs after it,
 * and of variables the ledger's rows that differ. Ends with 1 when the games part.
 *
 * Text shows ten of the variables, those that differ most for their range first; JSON all, in the
 * scenario's order.
 *
 * JSON: {"format": 1, "command": "diverge",
 *   "a" and "b": {"file": as it was named, "scenario": id, "seed": of the game itself,
 *                 "ends": turns played, if before the other, else null},
 *   "turn": that leads to the first state that differs (0: the start), or null,
 *   "turns": how many were the same, "only_a" and "only_b": ["what happened in it", ...],
 *   "fields": [{"name", "a", "b", "rows": [{"cause", "source": address or null, "by": id or null,
 *               "a": contribution, "b"}, ...] (of variables, only rows that differ)}, ...]}
 * CSV: turn,field,a,b,cause,source,by,row_a,row_b, a line for each row; one without for other
 * fields
 */
#include "lab/games/facts.h"
#include "lab/games/fields.h"
#include "lab/games/game_source.h"
#include "lab/games/rows.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN = 10 };

struct side {
  struct tp_arguments arguments;
  struct tp_game_source source;
  struct tp_player player;
  int ended, strays; /* it has no further turn; it is a save that is not played as it was */
};

struct diverge {
  const struct tp_arguments *arguments;
  struct side side[2];
  struct tp_json_out report;
  struct tp_field_difference *fields;
  int field_count;
  int turn; /* that leads to the difference, -1: none */
  int same; /* turns that were the same */
};

/* --- rows of one variable, side by side ------------------------------------------------------ */

struct pair_of_rows {
  const char *cause, *source, *by; /* source and by: or "" */
  double delta[2];
};

struct pairs {
  struct pair_of_rows *item;
  int count;
};

static struct pair_of_rows *find_pair(struct pairs *pairs, const char *cause, const char *source,
                                      const char *by) {
  for (int i = 0; i < pairs->count; i++) {
    struct pair_of_rows *pair = &pairs->item[i];
    if (pair->cause == cause && strcmp(pair->source, source) == 0 && strcmp(pair->by, by) == 0)
      return pair;
  }
  pairs->item[pairs->count] = (struct pair_of_rows){cause, source, by, {0, 0}};
  return &pairs->item[pairs->count++];
}

static void gather(struct pairs *pairs, const struct diverge *d, int side, int slot) {
  const struct tp_player *player = &d->side[side].player;
  for (int i = 0; i < player->ledger.count; i++) {
    const struct tp_row *row = &player->ledger.rows[i];
    if (row->slot != slot)
      continue;
    const char *by = tp_row_by(player->rules, row);
    const char *source = row->source == TP_NONE ? "" : player->rules->slots[row->source].name;
    find_pair(pairs, tp_cause_text((enum tp_cause)row->cause), source, by ? by : "")->delta[side] +=
        row->delta;
  }
}

/* Those that differ; free the items. */
static struct pairs pair_rows(const struct diverge *d, const struct tp_field_difference *field) {
  struct pairs pairs = {.count = 0};
  int kept = 0;
  size_t most = (size_t)(d->side[0].player.ledger.count + d->side[1].player.ledger.count) *
                (field->slot[0] >= 0);
  pairs.item = tp_memory_resize(NULL, (most + 1) * sizeof *pairs.item);
  for (int side = 0; side < 2 && most > 0; side++)
    gather(&pairs, d, side, field->slot[side]);
  for (int i = 0; i < pairs.count; i++) {
    if (!tp_same_bits(pairs.item[i].delta[0], pairs.item[i].delta[1]))
      pairs.item[kept++] = pairs.item[i];
  }
  pairs.count = kept;
  return pairs;
}

/* --- what happened on one side alone --------------------------------------------------------- */

static int happened(const struct tp_player *player, const char *text) {
  for (int i = 0; i < player->log.count; i++) {
    if (strcmp(tp_fact_describe(player->rules, &player->log.facts[i]).text, text) == 0)
      return 1;
  }
  return 0;
}

static void write_happened(struct diverge *d, int side) {
  const struct tp_player *player = &d->side[side].player, *other = &d->side[!side].player;
  for (int i = 0; i < player->log.count; i++) {
    struct tp_fact_text fact = tp_fact_describe(player->rules, &player->log.facts[i]);
    if (!fact.text[0] || happened(other, fact.text))
      continue;
    if (d->arguments->format == TP_JSON)
      tp_json_string(&d->report, NULL, fact.text);
    else
      tp_text_print(&d->report.text, "  only %c: %s\n", "AB"[side], fact.text);
  }
}

/* --- text ------------------------------------------------------------------------------------ */

static double share_of_range(const struct diverge *d, const struct tp_field_difference *field) {
  const struct tp_rules *r = d->side[0].player.rules;
  double gap = field->value[1] - field->value[0];
  double range = r->high[field->slot[0]] - r->low[field->slot[0]];
  return (gap < 0 ? -gap : gap) / (range > 0 ? range : 1);
}

/* The variable that differs most of those below `limit`; equal ones in order. NULL without one. */
static const struct tp_field_difference *next_largest(const struct diverge *d,
                                                      const struct tp_field_difference *last) {
  const struct tp_field_difference *best = NULL;
  for (int i = 0; i < d->field_count; i++) {
    const struct tp_field_difference *field = &d->fields[i];
    if (field->slot[0] < 0)
      continue;
    double share = share_of_range(d, field), limit = last ? share_of_range(d, last) : HUGE_VAL;
    if (share > limit || (share >= limit && field <= last))
      continue;
    if (!best || share > share_of_range(d, best))
      best = field;
  }
  return best;
}

static void text_field(struct diverge *d, const struct tp_field_difference *field) {
  struct tp_text *text = &d->report.text;
  struct pairs pairs = pair_rows(d, field);
  tp_text_print(text, "  %-40s A %-22s B %s\n", field->name, tp_number_exact(field->value[0]).text,
                tp_number_exact(field->value[1]).text);
  for (int i = 0; i < pairs.count; i++) {
    const struct pair_of_rows *pair = &pairs.item[i];
    tp_text_print(text, "    A %+13.6f  B %+13.6f  %s%s%s%s%s%s\n", pair->delta[0], pair->delta[1],
                  pair->cause, *pair->by ? " (" : "", pair->by, *pair->by ? ")" : "",
                  *pair->source ? ": " : "", pair->source);
  }
  free(pairs.item);
}

static void text_fields(struct diverge *d) {
  const struct tp_field_difference *field = NULL;
  int variables = 0, shown = 0;
  for (int i = 0; i < d->field_count; i++) {
    variables += d->fields[i].slot[0] >= 0;
    if (d->fields[i].slot[0] < 0)
      text_field(d, &d->fields[i]);
  }
  while (shown < SHOWN && (field = next_largest(d, field)) != NULL) {
    text_field(d, field);
    shown++;
  }
  if (variables > shown)
    tp_text_print(&d->report.text, "  and %d variables more; --format json has all\n",
                  variables - shown);
}

static void text_report(struct diverge *d) {
  struct tp_text *text = &d->report.text;
  if (d->side[0].source.seed != d->side[1].source.seed)
    tp_text_print(text, "the seeds differ: %" PRIu64 " and %" PRIu64 "\n", d->side[0].source.seed,
                  d->side[1].source.seed);
  if (d->turn < 0) {
    tp_text_print(text, "the same in all %d turns\n", d->same);
    return;
  }
  for (int side = 0; side < 2; side++) {
    if (d->side[side].ended && !d->side[!side].ended)
      tp_text_print(text, "the same in %d turns, after which %c ends and %c goes on\n", d->same,
                    "AB"[side], "AB"[!side]);
  }
  if (d->field_count == 0)
    return;
  if (d->turn == 0)
    tp_text_print(text, "the starts differ in %d fields\n", d->field_count);
  else
    tp_text_print(text, "turn %d parts the two: %d fields differ after it\n", d->turn,
                  d->field_count);
  for (int side = 0; side < 2; side++)
    write_happened(d, side);
  text_fields(d);
}

/* --- JSON and CSV ---------------------------------------------------------------------------- */

static void json_side(struct diverge *d, int which) {
  struct tp_json_out *report = &d->report;
  const struct side *side = &d->side[which];
  char seed[24];
  snprintf(seed, sizeof seed, "%" PRIu64, side->source.seed);
  tp_json_object(report, which ? "b" : "a");
  tp_json_string(report, "file", side->arguments.operand[0]);
  tp_json_string(report, "scenario", side->source.rules->words.id);
  tp_json_string(report, "seed", seed);
  if (side->ended && !d->side[!which].ended)
    tp_json_whole(report, "ends", d->same);
  else
    tp_json_null(report, "ends");
  tp_json_end(report);
}

static void json_name(struct tp_json_out *report, const char *key, const char *name) {
  if (*name)
    tp_json_string(report, key, name);
  else
    tp_json_null(report, key);
}

static void json_field(struct diverge *d, const struct tp_field_difference *field) {
  struct tp_json_out *report = &d->report;
  struct pairs pairs = pair_rows(d, field);
  tp_json_object(report, NULL);
  tp_json_string(report, "name", field->name);
  tp_json_number(report, "a", field->value[0]);
  tp_json_number(report, "b", field->value[1]);
  tp_json_list(report, "rows");
  for (int i = 0; i < pairs.count; i++) {
    tp_json_object(report, NULL);
    tp_json_string(report, "cause", pairs.item[i].cause);
    json_name(report, "source", pairs.item[i].source);
    json_name(report, "by", pairs.item[i].by);
    tp_json_number(report, "a", pairs.item[i].delta[0]);
    tp_json_number(report, "b", pairs.item[i].delta[1]);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_end(report);
  free(pairs.item);
}

static void json_report(struct diverge *d) {
  struct tp_json_out *report = &d->report;
  tp_json_object(report, NULL);
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "diverge");
  for (int side = 0; side < 2; side++)
    json_side(d, side);
  if (d->turn < 0)
    tp_json_null(report, "turn");
  else
    tp_json_whole(report, "turn", d->turn);
  tp_json_whole(report, "turns", d->same);
  for (int side = 0; side < 2; side++) {
    tp_json_list(report, side ? "only_b" : "only_a");
    if (d->field_count > 0)
      write_happened(d, side);
    tp_json_end(report);
  }
  tp_json_list(report, "fields");
  for (int i = 0; i < d->field_count; i++)
    json_field(d, &d->fields[i]);
  tp_json_end(report);
  tp_json_end(report);
}

static void csv_field(struct diverge *d, const struct tp_field_difference *field) {
  struct tp_text *text = &d->report.text;
  struct pairs pairs = pair_rows(d, field);
  for (int i = 0; i < pairs.count || i == 0; i++) {
    tp_text_print(text, "%d,%s,%s,%s,", d->turn, field->name, tp_number_exact(field->value[0]).text,
                  tp_number_exact(field->value[1]).text);
    if (i < pairs.count) {
      const struct pair_of_rows *pair = &pairs.item[i];
      tp_csv_field(text, pair->cause);
      tp_text_print(text, ",%s,%s,%s,%s\n", pair->source, pair->by,
                    tp_number_exact(pair->delta[0]).text, tp_number_exact(pair->delta[1]).text);
    } else {
      tp_text_add(text, ",,,,\n");
    }
  }
  free(pairs.item);
}

static void csv_report(struct diverge *d) {
  tp_text_add(&d->report.text, "turn,field,a,b,cause,source,by,row_a,row_b\n");
  for (int i = 0; i < d->field_count; i++)
    csv_field(d, &d->fields[i]);
}

/* --- the command ----------------------------------------------------------------------------- */

static void find_fields(struct diverge *d) {
  const struct tp_rules *r[2] = {d->side[0].player.rules, d->side[1].player.rules};
  const struct tp_world *w[2] = {d->side[0].player.world, d->side[1].player.world};
  d->fields = tp_fields_differ(r, w, &d->field_count);
}

static void take_turn(struct side *side) {
  side->ended = !tp_game_source_turn(&side->source, &side->player);
  if (!side->ended && !tp_game_source_is_same(&side->source, &side->player))
    side->strays = 1;
}

static void play(struct diverge *d) {
  for (int i = 0; i < 2; i++)
    tp_game_source_start(&d->side[i].source, &d->side[i].player);
  for (d->same = 0, d->turn = 0;; d->same++, d->turn++) {
    find_fields(d);
    if (d->field_count > 0) {
      d->same -= d->turn > 0;
      return;
    }
    free(d->fields);
    d->fields = NULL;
    take_turn(&d->side[0]);
    take_turn(&d->side[1]);
    if (d->side[0].ended || d->side[1].ended) {
      d->turn = d->side[0].ended && d->side[1].ended ? -1 : d->turn + 1;
      return;
    }
  }
}

static enum tp_exit diverge(struct diverge *d) {
  static void (*const forms[])(struct diverge *) = {
      [TP_TEXT] = text_report, [TP_JSON] = json_report, [TP_CSV] = csv_report};
  for (int i = 0; i < 2; i++) {
    tp_player_open(&d->side[i].player, d->side[i].source.rules, d->side[i].source.policies);
    tp_player_keep_ledger(&d->side[i].player);
  }
  play(d);
  if (d->turn > 0) /* a record may begin in mid-game */
    d->turn += d->side[0].source.save.record.begun;
  tp_json_start(&d->report);
  forms[d->arguments->format](d);
  for (int i = 0; i < 2; i++) {
    if (d->side[i].strays)
      tp_lab_say("%s is not played as it was saved; see `thirdpole-lab replay`",
                 d->side[i].arguments.operand[0]);
    tp_player_close(&d->side[i].player);
  }
  free(d->fields);
  return tp_report_finish(&d->report, d->arguments, d->turn < 0 ? TP_EXIT_OK : TP_EXIT_FAILED);
}

enum tp_exit tp_lab_diverge(const struct tp_arguments *arguments) {
  static struct diverge d;
  d = (struct diverge){.arguments = arguments};
  enum tp_exit end = TP_EXIT_OK;
  for (int i = 0; i < 2 && end == TP_EXIT_OK; i++) {
    tp_arguments_of_side(arguments, i, &d.side[i].arguments);
    end = tp_game_source_open(&d.side[i].source, &d.side[i].arguments);
  }
  if (end == TP_EXIT_OK)
    end = diverge(&d);
  for (int i = 0; i < 2; i++) {
    if (d.side[i].source.rules || d.side[i].source.is_save)
      tp_game_source_close(&d.side[i].source);
  }
  return end;
}
