#include "session/explained.h"

#include "session/phrases.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Lines shown alone, in hundredths: where there is room for few, and where for all. */
static const double small_brief = 5.0, small_whole = 0.5;

/* --- gathering --- */

static int alike(const struct tp_row *a, const struct tp_row *b) {
  return a->cause == b->cause && a->source == b->source && a->which == b->which;
}

/* Sums rows that are alike; what is beyond the room is left in `rest`. */
static int sum_alike(const struct tp_row *rows, int count, struct tp_row parts[TP_WHY_LINES],
                     double *rest) {
  int found = 0;
  for (int i = 0; i < count; i++) {
    int at = 0;
    while (at < found && !alike(&parts[at], &rows[i]))
      at++;
    if (at == TP_WHY_LINES) {
      *rest += rows[i].delta;
    } else if (at == found) {
      parts[found++] = rows[i];
    } else {
      parts[at].delta += rows[i].delta;
    }
  }
  return found;
}

/* Insertion sort: few lines, and equal ones keep the ledger's order. */
static void sort_parts(struct tp_row *parts, int count) {
  for (int i = 1; i < count; i++) {
    struct tp_row part = parts[i];
    int at = i;
    for (; at > 0 && fabs(parts[at - 1].delta) < fabs(part.delta); at--)
      parts[at] = parts[at - 1];
    parts[at] = part;
  }
}

static void add_line(struct tp_why_table *table, const struct tp_rules *r,
                     const struct tp_row *part) {
  struct tp_why_line *line = &table->lines[table->count++];
  tp_wording_cause_apart(r, part, line->what, sizeof line->what, line->how, sizeof line->how);
  tp_phrase_capital(line->what);
  line->source = part->source >= 0 ? part->source : TP_NONE;
  line->page = tp_page_of_row(r, part);
  line->delta = lround(part->delta * 100.0);
}

static void add_plain(struct tp_why_table *table, const char *what, long delta) {
  struct tp_why_line *line = &table->lines[table->count++];
  snprintf(line->what, sizeof line->what, "%s", what);
  line->how[0] = '\0';
  line->source = TP_NONE;
  line->page = (struct tp_page_ref){TP_PAGE_NONE, 0};
  line->delta = delta;
}

/* At all, to the hundredth. */
static int is_seen(const struct tp_row *part) {
  return fabs(part->delta) * 100.0 >= small_whole;
}

static void add_others(struct tp_why_table *table, int how_many, double sum) {
  char words[80];
  TP_SAY(words, sizeof words, TP_SAY_WHY_OTHERS, TP_WHOLE(how_many));
  add_plain(table, words, lround(sum * 100.0));
}

void tp_why_gather(const struct tp_session *session, int slot, int turn, int most,
                   struct tp_why_table *table) {
  struct tp_row parts[TP_WHY_LINES];
  int rows, few = most < TP_WHY_LINES, shown = 0;
  const struct tp_row *row = tp_session_why(session, slot, turn, &rows);
  double others = 0.0, least = few ? small_brief : small_whole;
  int count = sum_alike(row, rows, parts, &others);
  sort_parts(parts, count);
  memset(table, 0, sizeof *table);
  table->after = tp_session_shown(session, slot, turn);
  table->change = tp_session_shown_change(session, slot, turn);
  table->before = table->after - table->change;
  most = most < TP_WHY_LINES - 2 ? most : TP_WHY_LINES - 2;
  while (shown < count && shown < most - 1 && fabs(parts[shown].delta) * 100.0 >= least)
    shown++;
  if (shown + 1 == count && (!shown || is_seen(&parts[shown]))) /* one alone needs no gathering */
    shown++;
  for (int i = 0; i < shown; i++)
    add_line(table, tp_session_rules(session), &parts[i]);
  int more = count > 0 && !table->count;
  for (int i = shown; i < count; i++) {
    others += parts[i].delta;
    more |= is_seen(&parts[i]);
  }
  if (more || fabs(others) * 100.0 >= small_whole)
    add_others(table, count - shown, others);
  long sum = 0;
  for (int i = 0; i < table->count; i++)
    sum += table->lines[i].delta;
  if (table->count && sum != table->change)
    add_plain(table, tp_phrase(TP_SAY_WHY_ROUNDING), table->change - sum);
}

void tp_why_figure(long hundredths, char text[TP_FIGURE_MAX]) {
  tp_phrase_signed(text, (double)hundredths / 100.0, 2);
}
