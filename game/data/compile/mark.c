#include "data/compile/mark.h"

#include "data/address.h"

#include <stdio.h>
#include <string.h>

#define NAME(ID, name) name,
static const char *const gauges[] = {TP_GAUGE_NAMES(NAME)};
static const char *const spots[] = {TP_SPOTS(NAME)};
#undef NAME

enum { GAUGES = sizeof gauges / sizeof *gauges, MARK_MAX = 200 };

/* What stands before the colon of each kind; a spot has none. */
static const char *const prefixes[] = {
    [TP_MARK_NONE] = NULL,        [TP_MARK_GAUGE] = "gauge:", [TP_MARK_WHY] = "why:",
    [TP_MARK_ACTOR] = "actor:",   [TP_MARK_TIE] = "tie:",     [TP_MARK_CLAIM] = "claim:",
    [TP_MARK_ACTION] = "action:", [TP_MARK_VOTE] = "vote:",   [TP_MARK_FORECAST] = "forecast:",
    [TP_MARK_EVENT] = "event:",   [TP_MARK_HINT] = "hint:",   [TP_MARK_SPOT] = "",
};

static int place_of(const char *const *names, int count, const char *name) {
  for (int i = 0; i < count; i++)
    if (strcmp(names[i], name) == 0)
      return i;
  return TP_NONE;
}

static int find_tie(const struct tp_rules *r, const char *pair) {
  int a, b;
  return tp_address_pair(r, pair, strlen(pair), '-', &a, &b) ? tp_rules_tie(r, a, b) : TP_NONE;
}

static int find_claim(const struct tp_rules *r, const char *id) {
  for (int i = 0; i < r->claim_count; i++)
    if (strcmp(r->claims[i].words.id, id) == 0)
      return i;
  return TP_NONE;
}

static int find_hint(const struct tp_rules *r, const char *id) {
  for (int i = 0; i < r->guide->hint_count; i++)
    if (strcmp(r->guide->hints[i].words.id, id) == 0)
      return i;
  return TP_NONE;
}

int tp_mark_find(const struct tp_rules *r, const char *name, struct tp_mark *mark) {
  int kind = TP_MARK_SPOT, which = TP_NONE;
  for (int i = TP_MARK_GAUGE; i < TP_MARK_SPOT; i++)
    if (strncmp(name, prefixes[i], strlen(prefixes[i])) == 0)
      kind = i;
  const char *rest = name + strlen(prefixes[kind]);
  switch ((enum tp_mark_kind)kind) {
  case TP_MARK_NONE:
    break;
  case TP_MARK_GAUGE:
    which = place_of(gauges, GAUGES, rest);
    break;
  case TP_MARK_WHY:
    which = tp_address_find(r, rest);
    break;
  case TP_MARK_ACTOR:
    which = tp_address_actor(r, rest, strlen(rest));
    break;
  case TP_MARK_TIE:
    which = find_tie(r, rest);
    break;
  case TP_MARK_CLAIM:
    which = find_claim(r, rest);
    break;
  case TP_MARK_ACTION:
  case TP_MARK_VOTE:
  case TP_MARK_FORECAST:
    which = tp_address_action(r, rest);
    break;
  case TP_MARK_EVENT:
    which = tp_address_event(r, rest);
    break;
  case TP_MARK_HINT:
    which = find_hint(r, rest);
    break;
  case TP_MARK_SPOT:
    which = place_of(spots, TP_SPOT_COUNT, rest);
    break;
  }
  *mark = (struct tp_mark){(int16_t)kind, (int16_t)which};
  return which != TP_NONE;
}

/* --- names ----------------------------------------------------------------------------------- */

static const char *name_of(const struct tp_rules *r, struct tp_mark mark, char *text, size_t size) {
  switch ((enum tp_mark_kind)mark.kind) {
  case TP_MARK_NONE:
    break;
  case TP_MARK_GAUGE:
    return gauges[mark.which];
  case TP_MARK_WHY:
    return r->slots[mark.which].name;
  case TP_MARK_ACTOR:
    return r->actors[mark.which].words.id;
  case TP_MARK_TIE:
    snprintf(text, size, "%s-%s", r->actors[r->ties[mark.which].a].words.id,
             r->actors[r->ties[mark.which].b].words.id);
    return text;
  case TP_MARK_CLAIM:
    return r->claims[mark.which].words.id;
  case TP_MARK_ACTION:
  case TP_MARK_VOTE:
  case TP_MARK_FORECAST:
    return r->actions[mark.which].words.id;
  case TP_MARK_EVENT:
    return r->events[mark.which].words.id;
  case TP_MARK_HINT:
    return r->guide->hints[mark.which].words.id;
  case TP_MARK_SPOT:
    return spots[mark.which];
  }
  return "";
}

void tp_mark_print(const struct tp_rules *r, struct tp_mark mark, char *text, size_t size) {
  char name[MARK_MAX];
  const char *prefix = prefixes[mark.kind];
  snprintf(text, size, "%s%s", prefix ? prefix : "", name_of(r, mark, name, sizeof name));
}

static int count_of(const struct tp_rules *r, enum tp_mark_kind kind) {
  switch (kind) {
  case TP_MARK_NONE:
    return 0;
  case TP_MARK_GAUGE:
    return GAUGES;
  case TP_MARK_WHY:
    return r->slot_count;
  case TP_MARK_ACTOR:
    return r->actor_count;
  case TP_MARK_TIE:
    return r->tie_count;
  case TP_MARK_CLAIM:
    return r->claim_count;
  case TP_MARK_ACTION:
  case TP_MARK_VOTE:
  case TP_MARK_FORECAST:
    return r->action_count;
  case TP_MARK_EVENT:
    return r->event_count;
  case TP_MARK_HINT:
    return r->guide->hint_count;
  case TP_MARK_SPOT:
    return TP_SPOT_COUNT;
  }
  return 0;
}

int tp_mark_next(const struct tp_rules *r, struct tp_mark *mark) {
  mark->which = (int16_t)(mark->kind == TP_MARK_NONE ? 0 : mark->which + 1);
  while (mark->which >= count_of(r, (enum tp_mark_kind)mark->kind)) {
    if (mark->kind == TP_MARK_SPOT)
      return 0;
    *mark = (struct tp_mark){(int16_t)(mark->kind + 1), 0};
  }
  return 1;
}
