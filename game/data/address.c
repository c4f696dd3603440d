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

/* --- why an address is none ------------------------------------------------------------------ */

/* The parts of an address "subject.variable". */
struct parts {
  const char *subject, *variable;
  int length; /* of the subject */
  enum tp_scope scope;
  int a, b; /* the actors of a pair or a view */
};

/* 1 when the subject is one; a pair or a view is, whose two actors are. */
static int take_apart(const struct tp_rules *r, const char *address, struct parts *parts) {
  const char *point = strrchr(address, '.');
  if (!point)
    return 0;
  size_t length = (size_t)(point - address);
  *parts = (struct parts){.subject = address,
                          .variable = point + 1,
                          .length = (int)length,
                          .scope = scope_of(r, address, length)};
  if (parts->scope == TP_ON_TIE || parts->scope == TP_ON_VIEW)
    return tp_address_pair(r, address, length, parts->scope == TP_ON_TIE ? '-' : '>', &parts->a,
                           &parts->b) > 0;
  return parts->scope != TP_ON_CLAIM;
}

static int variable_on(enum tp_scope scope, const char *name) {
  return tp_variable_find(scope, name, (int)strlen(name));
}

/* Where the same two actors have such a variable. */
static int of_the_same(const struct tp_rules *r, enum tp_scope scope, int variable,
                       const struct parts *parts) {
  int tie = tp_rules_tie(r, parts->a, parts->b), view = tp_rules_view(r, parts->a, parts->b);
  if (scope == TP_ON_TIE)
    return tie == TP_NONE ? TP_NONE : r->ties[tie].slot + variable;
  return scope != TP_ON_VIEW || view == TP_NONE ? TP_NONE : r->views[view].slot + variable;
}

/* An address with such a variable, as near to the subject as there is one. */
static const char *example_of(const struct tp_rules *r, enum tp_scope scope, int variable,
                              const struct parts *parts) {
  const char *example = NULL;
  int same = parts->a != parts->b ? of_the_same(r, scope, variable, parts) : TP_NONE;
  if (same != TP_NONE)
    return r->slots[same].name;
  for (int slot = 0; slot < r->slot_count; slot++) {
    const struct tp_slot *s = &r->slots[slot];
    if (s->scope != (int16_t)scope || s->variable != variable)
      continue;
    if (strncmp(s->name, parts->subject, (size_t)parts->length) == 0)
      return s->name;
    if (!example)
      example = s->name;
  }
  return example;
}

/* A variable of something else: "europe.influence" for "europe>russia.influence". */
static int explain_scope(const struct tp_rules *r, const struct parts *parts, char *text,
                         size_t size) {
  static const char *const who[] = {[TP_ON_ACTOR] = "an actor",
                                    [TP_ON_VIEW] = "a view",
                                    [TP_ON_TIE] = "a pair",
                                    [TP_ON_CLAIM] = "a claim",
                                    [TP_ON_WORLD] = "the world"};
  for (int scope = TP_ON_ACTOR; scope <= TP_ON_WORLD; scope++) {
    int variable = variable_on((enum tp_scope)scope, parts->variable);
    const char *example =
        variable < 0 ? NULL : example_of(r, (enum tp_scope)scope, variable, parts);
    if (!example)
      continue;
    snprintf(text, size, "%.*s has no \"%.60s\"; %s has, as \"%.150s\"", parts->length,
             parts->subject, parts->variable, who[scope], example);
    return 1;
  }
  return 0;
}

/* An address whose subject is known says more than which is near. */
static int explain_variable(const struct tp_rules *r, const char *address, char *text,
                            size_t size) {
  struct parts parts;
  if (!take_apart(r, address, &parts))
    return 0;
  int variable = variable_on(parts.scope, parts.variable);
  if (variable < 0)
    return explain_scope(r, &parts, text, size);
  if (parts.scope == TP_ON_ACTOR)
    snprintf(text, size, "%.*s has no \"%s\": %s", parts.length, address, parts.variable,
             variable < TP_SEAT_COUNT ? "only seats have, and it has neither income nor actions"
                                      : "only a union has");
  else
    snprintf(text, size, "there is no %s \"%.*s\": it is not declared under \"%s\"",
             parts.scope == TP_ON_VIEW ? "view" : "pair", parts.length, address,
             parts.scope == TP_ON_VIEW ? "views" : "pairs");
  return 1;
}

/* Which tracks or claims there are, where an address is of one. */
static const char *list_declared(const struct tp_rules *r, const char *address,
                                 char text[TP_NAMES_MAX]) {
  struct tp_names known = {.is_full = 0};
  text[0] = '\0';
  if (!behind(on_track, address) && !behind(on_claim, address))
    return text;
  for (int i = 0; behind(on_track, address) && i < r->track_count; i++)
    tp_names_add(&known, r->tracks[i].words.id);
  for (int i = 0; behind(on_claim, address) && i < r->claim_count; i++)
    tp_names_add(&known, r->claims[i].words.id);
  return tp_names_hint(&known, text);
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
  char list[TP_NAMES_MAX];
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
  snprintf(text, size, "unknown variable \"%.100s\"%s", address,
           nearest.best ? tp_nearest_hint(&nearest) : list_declared(r, address, list));
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
