/* Which pages there are, what they are called, and how they are found. */
#include "session/pages/pages.h"

#include "session/pages/parts.h"

/* The same variable on all that have it, in the order of the table. */
static int next_family(const struct tp_rules *r, int family) {
  int best = TP_NONE;
  for (int slot = 0; slot < r->slot_count; slot++) {
    int its = tp_page_family_of(r, slot);
    if (r->slots[slot].scope != TP_ON_TRACK && its > family && (best == TP_NONE || its < best))
      best = its;
  }
  return best;
}

static int slot_of_family(const struct tp_rules *r, int family) {
  for (int slot = 0; slot < r->slot_count; slot++)
    if (r->slots[slot].scope != TP_ON_TRACK && tp_page_family_of(r, slot) == family)
      return slot;
  return TP_NONE;
}

static int count_of(const struct tp_rules *r, enum tp_page_kind kind) {
  int count;
  switch (kind) {
  case TP_PAGE_MECHANISM:
    return TP_MECHANISMS;
  case TP_PAGE_VARIABLE:
    return r->slot_count;
  case TP_PAGE_ACTOR:
    return r->actor_count;
  case TP_PAGE_CLAIM:
    return r->claim_count;
  case TP_PAGE_ACTION:
    return r->action_count;
  case TP_PAGE_EVENT:
    return r->event_count;
  case TP_PAGE_OBJECTIVE:
    return r->objective_count;
  case TP_PAGE_ENDING:
    return r->ending_count;
  case TP_PAGE_RULE:
    tp_coefficients(&count);
    return count;
  case TP_PAGE_GUIDE:
    return TP_GUIDES;
  case TP_PAGE_FAMILY:
  case TP_PAGE_NONE:
  case TP_PAGE_KINDS:
    break;
  }
  return 0;
}

int tp_pages_of(const struct tp_session *s, enum tp_page_kind kind, struct tp_page_ref *refs,
                int room) {
  const struct tp_rules *r = tp_session_rules(s);
  int count = kind == TP_PAGE_FAMILY ? 0 : count_of(r, kind);
  for (int i = 0; i < count && i < room; i++)
    refs[i] = tp_page_of(kind, i);
  if (kind == TP_PAGE_FAMILY)
    for (int f = next_family(r, -1); f != TP_NONE; f = next_family(r, f), count++)
      if (count < room)
        refs[count] = tp_page_of(kind, f);
  return count;
}

int tp_pages_in_order(enum tp_page_kind kind) {
  return kind == TP_PAGE_MECHANISM || kind == TP_PAGE_RULE || kind == TP_PAGE_GUIDE;
}

int tp_page_exists(const struct tp_session *s, struct tp_page_ref ref) {
  const struct tp_rules *r = tp_session_rules(s);
  if (ref.kind == TP_PAGE_FAMILY)
    return slot_of_family(r, ref.which) != TP_NONE;
  return ref.which >= 0 && ref.which < count_of(r, (enum tp_page_kind)ref.kind);
}

/* --- words --- */

static const enum tp_phrase kind_names[TP_PAGE_KINDS] = {
    [TP_PAGE_MECHANISM] = TP_SAY_PAGE_KIND_MECHANISM, [TP_PAGE_FAMILY] = TP_SAY_PAGE_KIND_FAMILY,
    [TP_PAGE_VARIABLE] = TP_SAY_PAGE_KIND_VARIABLE,   [TP_PAGE_ACTOR] = TP_SAY_PAGE_KIND_ACTOR,
    [TP_PAGE_CLAIM] = TP_SAY_PAGE_KIND_CLAIM,         [TP_PAGE_ACTION] = TP_SAY_PAGE_KIND_ACTION,
    [TP_PAGE_EVENT] = TP_SAY_PAGE_KIND_EVENT,         [TP_PAGE_OBJECTIVE] = TP_SAY_PAGE_KIND_GOAL,
    [TP_PAGE_ENDING] = TP_SAY_PAGE_KIND_ENDING,       [TP_PAGE_RULE] = TP_SAY_PAGE_KIND_RULE,
    [TP_PAGE_GUIDE] = TP_SAY_PAGE_KIND_GUIDE};

static const enum tp_phrase kinds_names[TP_PAGE_KINDS] = {
    [TP_PAGE_MECHANISM] = TP_SAY_PAGE_MECHANISMS, [TP_PAGE_FAMILY] = TP_SAY_PAGE_FAMILIES,
    [TP_PAGE_VARIABLE] = TP_SAY_PAGE_VARIABLES,   [TP_PAGE_ACTOR] = TP_SAY_PAGE_ACTORS,
    [TP_PAGE_CLAIM] = TP_SAY_PAGE_CLAIMS,         [TP_PAGE_ACTION] = TP_SAY_PAGE_ALL_ACTIONS,
    [TP_PAGE_EVENT] = TP_SAY_PAGE_EVENTS,         [TP_PAGE_OBJECTIVE] = TP_SAY_PAGE_OBJECTIVES,
    [TP_PAGE_ENDING] = TP_SAY_PAGE_ENDINGS,       [TP_PAGE_RULE] = TP_SAY_PAGE_RULES,
    [TP_PAGE_GUIDE] = TP_SAY_PAGE_GUIDES};

const char *tp_page_kind_name(enum tp_page_kind kind) {
  return tp_phrase(kind_names[kind]);
}

const char *tp_page_kinds_name(enum tp_page_kind kind) {
  return tp_phrase(kinds_names[kind]);
}

/* What it is called in the tables, for all but variables. */
static const char *name_of(const struct tp_rules *r, struct tp_page_ref ref) {
  switch ((enum tp_page_kind)ref.kind) {
  case TP_PAGE_MECHANISM:
    return tp_mechanism_title(ref.which);
  case TP_PAGE_ACTOR:
    return r->actors[ref.which].words.title;
  case TP_PAGE_CLAIM:
    return r->claims[ref.which].words.title;
  case TP_PAGE_ACTION:
    return r->actions[ref.which].words.title;
  case TP_PAGE_EVENT:
    return r->events[ref.which].words.title;
  case TP_PAGE_OBJECTIVE:
    return r->objectives[ref.which].words.title;
  case TP_PAGE_ENDING:
    return r->endings[ref.which].words.title;
  case TP_PAGE_RULE:
    return tp_rule_title(ref.which);
  case TP_PAGE_GUIDE:
    return tp_guide_title(ref.which);
  default:
    return "";
  }
}

char *tp_page_title(const struct tp_session *s, struct tp_page_ref ref, char *text, size_t size) {
  const struct tp_rules *r = tp_session_rules(s);
  text[0] = '\0';
  if (!tp_page_exists(s, ref))
    return text;
  if (ref.kind == TP_PAGE_FAMILY)
    tp_wording_variable_short(r, slot_of_family(r, ref.which), text, size);
  else if (ref.kind == TP_PAGE_VARIABLE)
    tp_wording_variable(r, ref.which, text, size);
  else
    TP_SAY(text, size, TP_SAY_VALUE_INDEX, name_of(r, ref));
  return tp_phrase_capital(text);
}

/* --- writing --- */

void tp_page_write(const struct tp_session *s, struct tp_page_ref ref, struct tp_page *page) {
  static void (*const writers[TP_PAGE_KINDS])(const struct tp_session *, int, struct tp_page *) = {
      [TP_PAGE_MECHANISM] = tp_page_write_mechanism, [TP_PAGE_FAMILY] = tp_page_write_family,
      [TP_PAGE_VARIABLE] = tp_page_write_variable,   [TP_PAGE_ACTOR] = tp_page_write_actor,
      [TP_PAGE_CLAIM] = tp_page_write_claim,         [TP_PAGE_ACTION] = tp_page_write_action,
      [TP_PAGE_EVENT] = tp_page_write_event,         [TP_PAGE_OBJECTIVE] = tp_page_write_objective,
      [TP_PAGE_ENDING] = tp_page_write_ending,       [TP_PAGE_RULE] = tp_page_write_rule,
      [TP_PAGE_GUIDE] = tp_page_write_guide};
  *page = (struct tp_page){.ref = ref};
  if (!tp_page_exists(s, ref))
    return;
  writers[ref.kind](s, ref.which, page);
  tp_page_drop_empty_head(page);
}
