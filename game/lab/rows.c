#include "lab/rows.h"

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
