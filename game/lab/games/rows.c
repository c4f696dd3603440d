#include "lab/games/rows.h"

#include <string.h>

int tp_same_bits(double a, double b) {
  uint64_t x, y;
  memcpy(&x, &a, sizeof x);
  memcpy(&y, &b, sizeof y);
  return x == y;
}

const char *tp_row_by(const struct tp_rules *r, const struct tp_row *row) {
  if (row->which == TP_NONE)
    return NULL;
  switch ((enum tp_cause)row->cause) {
  case TP_CAUSE_ACTION:
  case TP_CAUSE_COST:
  case TP_CAUSE_WEDGE:
    return r->actions[row->which].words.id;
  case TP_CAUSE_EVENT:
    return r->events[row->which].words.id;
  case TP_CAUSE_OPTION:
    return r->options[row->which].words.id;
  case TP_CAUSE_INFLUENCE:
    return r->influences[row->which].words.id;
  case TP_CAUSE_EVIDENCE:
  case TP_CAUSE_CONTRADICTION:
  case TP_CAUSE_FROM_CLAIM:
  case TP_CAUSE_CLAIM_WEIGHT:
    return r->claims[row->which].words.id;
  case TP_CAUSE_ECHO:
    return r->actors[row->which].words.id;
  default:
    return NULL;
  }
}

struct tp_cause_name tp_cause_name(enum tp_cause cause) {
  static const char *const upper[] = {
#define NAME_(ID, ...) #ID,
      TP_CAUSES(NAME_)
#undef NAME_
  };
  struct tp_cause_name name = {""};
  for (size_t i = 0; upper[cause][i] && i + 1 < sizeof name.text; i++) {
    char c = upper[cause][i];
    name.text[i] = (char)(c == '_' ? '-' : c - 'A' + 'a');
  }
  return name;
}

static void json_row(struct tp_json_out *report, const struct tp_rules *r, const struct tp_world *w,
                     const struct tp_row *row) {
  const char *by = tp_row_by(r, row);
  tp_json_object(report, NULL);
  tp_json_number(report, "delta", row->delta);
  tp_json_string(report, "cause", tp_cause_name((enum tp_cause)row->cause).text);
  tp_json_string(report, "text", tp_cause_text((enum tp_cause)row->cause));
  if (row->source == TP_NONE) {
    tp_json_null(report, "source");
    tp_json_null(report, "value");
  } else {
    tp_json_string(report, "source", r->slots[row->source].name);
    tp_json_number(report, "value", w->v[row->source]);
  }
  if (by)
    tp_json_string(report, "by", by);
  else
    tp_json_null(report, "by");
  tp_json_end(report);
}

void tp_rows_json(struct tp_json_out *report, const struct tp_rules *r, const struct tp_world *w,
                  const struct tp_ledger *ledger, int slot) {
  tp_json_list(report, "rows");
  for (int i = 0; i < ledger->count; i++) {
    if (ledger->rows[i].slot == slot)
      json_row(report, r, w, &ledger->rows[i]);
  }
  tp_json_end(report);
}
