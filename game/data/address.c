#include "data/address.h"

#include "data/nearest.h"

#include <stdio.h>
#include <string.h>

static const char on_track[] = "track:", on_claim[] = "claim:", on_world[] = "world.";

/* The rest of a text that begins so; NULL of any other. */
static const char *behind(const char *prefix, const char *text) {
  size_t length = strlen(prefix);
  return strncmp(text, prefix, length) == 0 ? text + length : NULL;
}

static int is(const char *name, const char *text, size_t length) {
  return strncmp(name, text, length) == 0 && name[length] == '\0';
}

int tp_address_actor(const struct tp_rules *r, const char *id, size_t length) {
  for (int i = 0; i < r->actor_count; i++)
    if (is(r->actors[i].words.id, id, length))
      return i;
  return TP_NONE;
}

int tp_address_pair(const struct tp_rules *r, const char *pair, size_t length, char mark, int *a,
                    int *b) {
  int ways = 0;
  for (size_t i = 1; i + 1 < length; i++) {
    if (pair[i] != mark)
      continue;
    int left = tp_address_actor(r, pair, i);
    int right = tp_address_actor(r, pair + i + 1, length - i - 1);
    if (left == TP_NONE || right == TP_NONE || left == right)
      continue;
    *a = left;
    *b = right;
    ways++;
  }
  return ways;
}

static int find_claim(const struct tp_rules *r, const char *id, size_t length, int variable) {
  for (int i = 0; i < r->claim_count; i++)
    if (is(r->claims[i].words.id, id, length))
      return r->claims[i].slot + variable;
  return TP_NONE;
}

static int find_track(const struct tp_rules *r, const char *id) {
  for (int i = 0; i < r->track_count; i++)
    if (strcmp(r->tracks[i].words.id, id) == 0)
      return r->tracks[i].slot;
  return TP_NONE;
}

static int find_on_actor(const struct tp_rules *r, int actor, int variable) {
  return variable < r->actors[actor].variables ? r->actors[actor].slot + variable : TP_NONE;
}

static int find_on_view(const struct tp_rules *r, const char *pair, size_t length, int variable) {
  int a, b;
  if (!tp_address_pair(r, pair, length, '>', &a, &b))
    return TP_NONE;
  int view = tp_rules_view(r, a, b);
  return view == TP_NONE ? TP_NONE : r->views[view].slot + variable;
}

static int find_on_tie(const struct tp_rules *r, const char *pair, size_t length, int variable) {
  int a, b;
  if (!tp_address_pair(r, pair, length, '-', &a, &b))
    return TP_NONE;
  int tie = tp_rules_tie(r, a, b);
  return tie == TP_NONE ? TP_NONE : r->ties[tie].slot + variable;
}

/* What the part before the point is on. */
static enum tp_scope scope_of(const struct tp_rules *r, const char *subject, size_t length) {
  if (is("world", subject, length))
    return TP_ON_WORLD;
  if (behind(on_claim, subject))
    return TP_ON_CLAIM;
  if (memchr(subject, '>', length))
    return TP_ON_VIEW;
  return tp_address_actor(r, subject, length) == TP_NONE ? TP_ON_TIE : TP_ON_ACTOR;
}

int tp_address_find(const struct tp_rules *r, const char *address) {
  const char *track = behind(on_track, address), *claim = behind(on_claim, address);
  if (track)
    return find_track(r, track);
  const char *point = strrchr(address, '.');
  if (!point)
    return TP_NONE;
  size_t length = (size_t)(point - address);
  enum tp_scope scope = scope_of(r, address, length);
  int variable = tp_variable_find(scope, point + 1, (int)strlen(point + 1));
  if (variable < 0)
    return TP_NONE;
  switch (scope) {
  case TP_ON_WORLD:
    return r->world_slot + variable;
  case TP_ON_CLAIM:
    return find_claim(r, claim, (size_t)(point - claim), variable);
  case TP_ON_VIEW:
    return find_on_view(r, address, length, variable);
  case TP_ON_TIE:
    return find_on_tie(r, address, length, variable);
  case TP_ON_ACTOR:
    return find_on_actor(r, tp_address_actor(r, address, length), variable);
  case TP_ON_TRACK:
    break;
  }
  return TP_NONE;
}

int tp_address_coefficient(const char *name) {
  int count;
  const struct tp_coefficient *coefficients = tp_coefficients(&count);
  for (int i = 0; i < count; i++)
    if (strcmp(coefficients[i].name, name) == 0)
      return i;
  return TP_NONE;
}

/* An address whose subject is known says more when only its variable is looked at. */
static int explain_variable(const struct tp_rules *r, const char *address, char *text,
                            size_t size) {
  const char *point = strrchr(address, '.');
  if (!point || strpbrk(address, ">:"))
    return 0;
  int actor = tp_address_actor(r, address, (size_t)(point - address));
  int variable = tp_variable_find(TP_ON_ACTOR, point + 1, (int)strlen(point + 1));
  if (actor == TP_NONE || variable < 0)
    return 0;
  snprintf(text, size, "%.60s has no \"%s\": %s", r->actors[actor].words.id, point + 1,
           variable < TP_SEAT_COUNT ? "only seats have, and it has neither income nor actions"
                                    : "only a union has");
  return 1;
}

/* What is left out most easily: "minsk" for "track:minsk", "tension" for "world.tension". */
static const char *without_prefix(const struct tp_rules *r, const char *address) {
  static const char *const prefixes[] = {on_track, on_world, on_claim};
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
    for (int slot = 0; slot < r->slot_count; slot++) {
      const char *rest = behind(prefixes[i], r->slots[slot].name);
      if (rest && strcmp(rest, address) == 0)
        return r->slots[slot].name;
    }
  return NULL;
}

void tp_address_explain(const struct tp_rules *r, const char *address, int coefficients, char *text,
                        size_t size) {
  struct tp_nearest nearest = tp_nearest_to(address);
  int count = 0;
  if (explain_variable(r, address, text, size))
    return;
  const char *prefixed = without_prefix(r, address);
  if (prefixed) {
    snprintf(text, size, "unknown variable \"%.100s\"; did you mean \"%.100s\"?", address,
             prefixed);
    return;
  }
  for (int i = 0; i < r->slot_count; i++)
    if (strcmp(r->slots[i].name, address) != 0) /* else it can be read in another way */
      tp_nearest_try(&nearest, r->slots[i].name);
  const struct tp_coefficient *known = tp_coefficients(&count);
  for (int i = 0; coefficients && i < count; i++)
    tp_nearest_try(&nearest, known[i].name);
  snprintf(text, size, "unknown variable \"%.100s\"%s", address, tp_nearest_hint(&nearest));
}

#define FIND_BY_ID(FUNCTION, ITEMS, COUNT)                                                         \
  int FUNCTION(const struct tp_rules *r, const char *id) {                                         \
    for (int i = 0; i < r->COUNT; i++)                                                             \
      if (strcmp(r->ITEMS[i].words.id, id) == 0)                                                   \
        return i;                                                                                  \
    return TP_NONE;                                                                                \
  }

FIND_BY_ID(tp_address_action, actions, action_count)
FIND_BY_ID(tp_address_event, events, event_count)
FIND_BY_ID(tp_address_objective, objectives, objective_count)
FIND_BY_ID(tp_address_ending, endings, ending_count)

int tp_address_option(const struct tp_rules *r, int event, const char *id) {
  struct tp_span options = r->events[event].options;
  for (int i = 0; i < options.count; i++)
    if (strcmp(r->options[options.first + i].words.id, id) == 0)
      return i;
  return TP_NONE;
}

const struct tp_variable *tp_address_variable(const struct tp_rules *r, int slot) {
  int count;
  const struct tp_variable *on = tp_variables_on((enum tp_scope)r->slots[slot].scope, &count);
  return on ? on + r->slots[slot].variable : NULL;
}
