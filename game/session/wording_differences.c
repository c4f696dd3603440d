/* What differs between a saved game and its data as they are now, in words. */
#include "session/wording.h"

#include "data/address.h"
#include "data/saves/differences.h"
#include "data/saves/script.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const enum tp_phrase things[TP_THING_COUNT] = {
    [TP_THING_ACTOR] = TP_SAY_THING_ACTOR,
    [TP_THING_PAIR] = TP_SAY_THING_PAIR,
    [TP_THING_VIEW] = TP_SAY_THING_VIEW,
    [TP_THING_CLAIM] = TP_SAY_THING_CLAIM,
    [TP_THING_TRACK] = TP_SAY_THING_TRACK,
    [TP_THING_ACTION] = TP_SAY_THING_ACTION,
    [TP_THING_EVENT] = TP_SAY_THING_EVENT,
    [TP_THING_INFLUENCE] = TP_SAY_THING_INFLUENCE,
    [TP_THING_OBJECTIVE] = TP_SAY_THING_OBJECTIVE,
    [TP_THING_ENDING] = TP_SAY_THING_ENDING,
    [TP_THING_POLICY] = TP_SAY_THING_POLICY,
    [TP_THING_ROLE] = TP_SAY_THING_ROLE,
    [TP_THING_RULE] = TP_SAY_THING_RULE,
    [TP_THING_START] = TP_SAY_THING_START,
    [TP_THING_TURNS] = TP_SAY_THING_TURNS,
    [TP_THING_SCENARIO] = TP_SAY_THING_SCENARIO,
    [TP_THING_MOD] = TP_SAY_THING_MOD,
    [TP_THING_VALUES] = TP_SAY_THING_VALUES,
    [TP_THING_VALUE] = TP_SAY_THING_VALUE,
    [TP_THING_PROGRAMME] = TP_SAY_THING_PROGRAMME,
    [TP_THING_WAIT] = TP_SAY_THING_WAIT,
    [TP_THING_DECISION] = TP_SAY_THING_DECISION,
    [TP_THING_CRISIS] = TP_SAY_THING_CRISIS,
    [TP_THING_ORDER] = TP_SAY_THING_ORDER,
    [TP_THING_RESULT] = TP_SAY_THING_RESULT,
    [TP_THING_PART] = TP_SAY_THING_PART,
};

static const char *actor_title(const struct tp_rules *r, const char *id, size_t length) {
  int actor = tp_address_actor(r, id, length);
  return actor == TP_NONE ? NULL : r->actors[actor].words.title;
}

static void name_crisis(const struct tp_rules *r, const char *name, char *text, size_t size) {
  const char *mark = strchr(name, '>');
  char first[100];
  if (!mark)
    mark = name + strlen(name);
  snprintf(first, sizeof first, "%.*s", (int)(mark - name), name);
  const char *second = *mark ? mark + 1 : mark;
  const char *a = actor_title(r, first, strlen(first)), *b = actor_title(r, second, strlen(second));
  TP_SAY(text, size, TP_SAY_THING_CRISIS, a ? a : first, b ? b : second);
}

static void name_order(const struct tp_rules *r, const char *name, char *text, size_t size) {
  struct tp_order order;
  char why[300], words[TP_WORDING_MAX];
  if (tp_script_parse_order(r, name, &order, why, sizeof why)) {
    tp_wording_order(r, order, words, sizeof words);
    TP_SAY(text, size, TP_SAY_DIFFERS_WITH, tp_phrase(TP_SAY_YOUR_ORDER), words);
  } else {
    TP_SAY(text, size, TP_SAY_THING_ORDER, name);
  }
}

static void name_start(const struct tp_rules *r, const char *name, char *text, size_t size) {
  char address[100], words[TP_WORDING_MAX];
  snprintf(address, sizeof address, "world.%.80s", name);
  int slot = tp_address_find(r, address);
  snprintf(words, sizeof words, "%s", name);
  if (slot != TP_NONE)
    tp_wording_variable(r, slot, words, sizeof words);
  TP_SAY(text, size, TP_SAY_THING_START, words);
}

/* The title of an action or event. */
static const char *title_of(const struct tp_rules *r, const char *id) {
  int action = tp_address_action(r, id), event = tp_address_event(r, id);
  return action != TP_NONE  ? r->actions[action].words.title
         : event != TP_NONE ? r->events[event].words.title
                            : id;
}

/* With as many decimals as it has, up to four. */
static const char *figure_of(double x, char text[TP_FIGURE_MAX]) {
  double scale = 1;
  int decimals = 0;
  for (; decimals < 4 && fabs(x * scale - round(x * scale)) > 1e-9; decimals++)
    scale *= 10;
  return tp_phrase_number(text, x, decimals);
}

static void name_thing(const struct tp_rules *r, const struct tp_difference *d, char *text,
                       size_t size) {
  const char *name = d->title[0] ? d->title : d->name;
  int slot = d->thing == TP_THING_VALUE ? tp_address_find(r, d->name) : TP_NONE;
  int ending = d->thing == TP_THING_RESULT ? tp_address_ending(r, d->name) : TP_NONE;
  if (d->thing == TP_THING_CRISIS)
    name_crisis(r, d->name, text, size);
  else if (d->thing == TP_THING_START)
    name_start(r, d->name, text, size);
  else if (d->thing == TP_THING_ORDER)
    name_order(r, d->name, text, size);
  else if (slot != TP_NONE)
    tp_wording_variable(r, slot, text, size);
  else if (d->thing == TP_THING_VALUES)
    TP_SAY(text, size, TP_SAY_THING_VALUES, d->name,
           TP_WHOLE(d->kind == TP_DIFFERS_NEW ? d->is : d->was));
  else if (d->thing == TP_THING_PROGRAMME || d->thing == TP_THING_WAIT ||
           d->thing == TP_THING_DECISION)
    TP_SAY(text, size, things[d->thing], title_of(r, d->name));
  else
    TP_SAY(text, size, things[d->thing], ending == TP_NONE ? name : r->endings[ending].words.title);
}

/* "action “Forges”: cost.budget 6 → 8 and 2 more" */
static void add_fields(const struct tp_difference *d, const char *thing,
                       char words[TP_WORDING_MAX]) {
  struct tp_text fields = {0};
  char more[100];
  int left_out = tp_difference_print_fields(d, "\xe2\x86\x92", &fields);
  TP_SAY(more, sizeof more, TP_SAY_MOD_PART_MORE, TP_WHOLE(left_out));
  if (left_out)
    tp_text_add(&fields, more);
  TP_SAY(words, TP_WORDING_MAX, TP_SAY_DIFFERS_WITH, thing, fields.data);
  tp_text_free(&fields);
}

void tp_wording_difference(const struct tp_rules *r, const struct tp_difference *d, char *text,
                           size_t size) {
  static const enum tp_phrase kinds[TP_DIFFERENCE_KINDS] = {[TP_DIFFERS_GONE] = TP_SAY_DIFFERS_GONE,
                                                            [TP_DIFFERS_LOST] = TP_SAY_DIFFERS_LOST,
                                                            [TP_DIFFERS_CUT] = TP_SAY_DIFFERS_CUT,
                                                            [TP_DIFFERS_NEW] = TP_SAY_DIFFERS_NEW,
                                                            [TP_DIFFERS_CHANGED] =
                                                                TP_SAY_DIFFERS_CHANGED};
  char thing[TP_WORDING_MAX], whole[TP_WORDING_MAX];
  int moved = d->was < d->is || d->was > d->is;
  name_thing(r, d, thing, sizeof thing);
  if (d->kind == TP_DIFFERS_CUT || (d->kind == TP_DIFFERS_CHANGED && moved)) {
    TP_SAY(text, size, d->kind == TP_DIFFERS_CUT ? TP_SAY_DIFFERS_CUT : TP_SAY_DIFFERS_CHANGED_TO,
           thing, figure_of(d->was, (char[TP_FIGURE_MAX]){0}),
           figure_of(d->is, (char[TP_FIGURE_MAX]){0}));
    return;
  }
  if (d->thing == TP_THING_PROGRAMME) {
    TP_SAY(whole, sizeof whole, TP_SAY_DIFFERS_WITH, thing, TP_WHOLE(d->was));
    memcpy(thing, whole, sizeof thing);
  }
  if (d->field_count) {
    add_fields(d, thing, whole);
    memcpy(thing, whole, sizeof thing);
  }
  TP_SAY(text, size, kinds[d->kind], thing);
}
