/* The state of a game, by name. */
#include "data/address.h"
#include "data/compile/compile.h"
#include "data/saves/reader.h"

#include <math.h>
#include <string.h>

/* --- variables ------------------------------------------------------------------------------- */

/* What has the variables: "russia-china", "claim:x"; of a track, the track. */
static void subject_of(const char *address, char subject[200]) {
  const char *point = strrchr(address, '.');
  snprintf(subject, 200, "%.*s", point ? (int)(point - address) : 199, address);
}

/* 1 when it is on the list as a part of the scenario. */
static int is_told(const struct tp_save_reader *s, enum tp_difference_kind kind,
                   const char *subject) {
  static const enum tp_thing parts[] = {TP_THING_ACTOR, TP_THING_PAIR, TP_THING_VIEW};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (tp_differences_find(s->differences, kind, parts[i], subject))
      return 1;
  if (strncmp(subject, "claim:", 6) == 0)
    return tp_differences_find(s->differences, kind, TP_THING_CLAIM, subject + 6) != NULL;
  return strncmp(subject, "track:", 6) == 0 &&
         tp_differences_find(s->differences, kind, TP_THING_TRACK, subject + 6);
}

/* Counts one more variable that is gone or new among those of its subject. */
static void differ_by(struct tp_save_reader *s, enum tp_difference_kind kind, const char *address) {
  char subject[200];
  subject_of(address, subject);
  if (!tp_reader_heals(s) || is_told(s, kind, subject))
    return;
  tp_reader_differ(s, kind, TP_THING_VALUES, subject, 0, 0);
  struct tp_difference *one = tp_differences_find(s->differences, kind, TP_THING_VALUES, subject);
  one->was += kind == TP_DIFFERS_GONE;
  one->is += kind == TP_DIFFERS_NEW;
}

/* A number that does not fit: 1 with the nearest that does, or 0 with the fault. */
static int fit(struct tp_save_reader *s, const char *pointer, const cJSON *entry, int slot,
               double *x) {
  double low = s->r->low[slot], high = s->r->high[slot];
  if (cJSON_IsNumber(entry) && *x >= low && *x <= high)
    return 1;
  if (tp_reader_heals(s) && cJSON_IsNumber(entry) && isfinite(*x)) {
    double was = *x;
    *x = was < low ? low : high;
    tp_reader_differ(s, TP_DIFFERS_CUT, TP_THING_VALUE, entry->string, was, *x);
    return 1;
  }
  char within[200];
  snprintf(within, sizeof within, "%s/%.120s", pointer, entry->string);
  if (tp_reader_heals(s))
    tp_reader_differ(s, TP_DIFFERS_LOST, TP_THING_VALUE, entry->string, 0, s->r->start[slot]);
  else
    tp_reader_fault(s, within, "must be a number from %.15g to %.15g", low, high);
  return 0;
}

static void read_variables(struct tp_save_reader *s, const char *pointer, const cJSON *world,
                           struct tp_world *w) {
  const cJSON *variables = tp_read(world, "variables"), *entry;
  uint8_t read[TP_SLOTS_MAX] = {0};
  if (!cJSON_IsObject(variables)) {
    tp_reader_fault(s, pointer, "must be an object of numbers");
    return;
  }
  for (entry = tp_children(variables); entry; entry = entry->next) {
    int slot = tp_address_find(s->r, entry->string);
    double x = entry->valuedouble;
    if (slot == TP_NONE) {
      s->unknown++;
      differ_by(s, TP_DIFFERS_GONE, entry->string);
      continue;
    }
    read[slot] = 1;
    if (fit(s, pointer, entry, slot, &x))
      w->v[slot] = x;
  }
  for (int slot = 0; slot < s->r->slot_count; slot++)
    if (!read[slot]) {
      s->unknown++;
      differ_by(s, TP_DIFFERS_NEW, s->r->slots[slot].name);
    }
}

/* --- crisis and decisions -------------------------------------------------------------------- */

/* A crisis and its step go together. */
static void check_crisis(struct tp_save_reader *s, struct tp_world *w, const cJSON *node) {
  struct tp_crisis *crisis = &w->crisis;
  double *step = &w->v[tp_world_slot(s->r, TP_CRISIS)];
  char name[2 * TP_ID_MAX + 8];
  int is_on = crisis->challenger != TP_NONE && crisis->target != TP_NONE &&
              crisis->challenger != crisis->target;
  if (is_on && *step >= 1)
    return;
  if (node || *step > 0) {
    const char *challenger = tp_reader_string(node, "challenger");
    const char *target = tp_reader_string(node, "target");
    snprintf(name, sizeof name, "%.*s>%.*s", TP_ID_MAX, challenger ? challenger : "?", TP_ID_MAX,
             target ? target : "?");
    tp_reader_differ(s, TP_DIFFERS_GONE, TP_THING_CRISIS, name, *step, 0);
  }
  *crisis = (struct tp_crisis){.challenger = TP_NONE, .target = TP_NONE};
  *step = 0;
}

static void read_crisis(struct tp_save_reader *s, const char *pointer, const cJSON *world,
                        struct tp_world *w) {
  const cJSON *node = tp_read(world, "crisis");
  if (node) {
    w->crisis.challenger = tp_reader_actor(s, pointer, node, "challenger");
    w->crisis.target = tp_reader_actor(s, pointer, node, "target");
    w->crisis.honoured = cJSON_IsTrue(tp_read(node, "honoured")) != 0;
    w->crisis.age = (int16_t)tp_reader_whole(s, pointer, node, "age", 0, TP_TURNS_MAX, 0);
  }
  if (tp_reader_heals(s))
    check_crisis(s, w, node);
}

/* 1 when the event can wait for that seat's decision. */
static int may_wait(const struct tp_save_reader *s, const struct tp_world *w, int event, int seat) {
  if (event == TP_NONE || seat == TP_NONE || s->r->events[event].options.count == 0 ||
      w->pending_count == TP_PENDING_MAX)
    return 0;
  return !s->differences || (s->r->events[event].seat == seat && s->r->actors[seat].is_seat &&
                             !tp_world_is_pending(w, event));
}

static void read_pending(struct tp_save_reader *s, const char *pointer, const cJSON *world,
                         struct tp_world *w) {
  const cJSON *list = tp_reader_part(s, pointer, world, "pending", 1), *entry;
  for (entry = tp_children(list); entry; entry = entry->next) {
    const char *id = tp_reader_string(entry, "event");
    int event = id ? tp_address_event(s->r, id) : TP_NONE;
    int16_t seat = tp_reader_actor(s, pointer, entry, "seat");
    if (may_wait(s, w, event, seat))
      w->pending[w->pending_count++] = (struct tp_pending){(int16_t)event, seat};
    else if (tp_reader_heals(s))
      tp_reader_differ(s, TP_DIFFERS_GONE, TP_THING_DECISION, id ? id : "?", 0, 0);
    else
      tp_reader_fault(s, pointer, "must be at most %d events that wait for a decision",
                      TP_PENDING_MAX);
  }
}

/* --- actions and events ---------------------------------------------------------------------- */

static uint8_t read_byte(struct tp_save_reader *s, const char *pointer, const cJSON *object,
                         const char *key) {
  return (uint8_t)tp_reader_whole(s, pointer, object, key, 0, 255, 0);
}

/* What waits longer than it would have to now waits no longer than that. */
static uint8_t cut(struct tp_save_reader *s, enum tp_thing thing, const char *name, uint8_t is,
                   int most) {
  if (!tp_reader_heals(s) || is <= most)
    return is;
  tp_reader_differ(s, TP_DIFFERS_CUT, thing, name, is, most);
  return (uint8_t)most;
}

static void drop_action(struct tp_save_reader *s, const cJSON *entry) {
  const cJSON *left = tp_read(entry, "left");
  s->unknown++;
  if (!tp_reader_heals(s))
    return;
  tp_reader_differ(s, TP_DIFFERS_GONE, TP_THING_ACTION, entry->string, 0, 0);
  if (cJSON_IsNumber(left) && left->valuedouble > 0)
    tp_reader_differ(s, TP_DIFFERS_GONE, TP_THING_PROGRAMME, entry->string, left->valuedouble, 0);
}

static void read_actions(struct tp_save_reader *s, const char *pointer, const cJSON *world,
                         struct tp_world *w) {
  const cJSON *actions = tp_reader_part(s, pointer, world, "actions", 0), *entry;
  struct tp_action_state *states = tp_world_actions(s->r, w);
  char within[100];
  for (entry = tp_children(actions); entry; entry = entry->next) {
    int index = tp_address_action(s->r, entry->string);
    if (index == TP_NONE) {
      drop_action(s, entry);
      continue;
    }
    const struct tp_action *action = &s->r->actions[index];
    snprintf(within, sizeof within, "%s/%s", pointer, entry->string);
    struct tp_action_state state = {.left = read_byte(s, within, entry, "left"),
                                    .cooldown = read_byte(s, within, entry, "cooldown"),
                                    .used = read_byte(s, within, entry, "used")};
    int longest = action->vote != TP_NO_VOTE && action->cooldown < 2 ? 2 : action->cooldown;
    state.left = cut(s, TP_THING_PROGRAMME, entry->string, state.left, action->turns);
    state.cooldown = cut(s, TP_THING_WAIT, entry->string, state.cooldown, longest);
    states[index] = state;
    tp_world_mark_action(s->r, w, index);
  }
}

static void read_events(struct tp_save_reader *s, const char *pointer, const cJSON *world,
                        struct tp_world *w) {
  const cJSON *events = tp_reader_part(s, pointer, world, "events", 0), *entry;
  struct tp_event_state *states = tp_world_events(s->r, w);
  char within[100];
  for (entry = tp_children(events); entry; entry = entry->next) {
    int index = tp_address_event(s->r, entry->string);
    if (index == TP_NONE) {
      s->unknown++;
      if (tp_reader_heals(s))
        tp_reader_differ(s, TP_DIFFERS_GONE, TP_THING_EVENT, entry->string, 0, 0);
      continue;
    }
    snprintf(within, sizeof within, "%s/%s", pointer, entry->string);
    struct tp_event_state state = {.fired = read_byte(s, within, entry, "fired"),
                                   .cooldown = read_byte(s, within, entry, "cooldown"),
                                   .due = read_byte(s, within, entry, "due")};
    state.cooldown =
        cut(s, TP_THING_WAIT, entry->string, state.cooldown, s->r->events[index].cooldown);
    states[index] = state;
    tp_world_mark_event(s->r, w, index);
  }
}

/* --- the end --------------------------------------------------------------------------------- */

static void read_streaks(struct tp_save_reader *s, const char *pointer, const cJSON *world,
                         struct tp_world *w) {
  char at_endings[100];
  snprintf(at_endings, sizeof at_endings, "%.*s/endings", (int)(strrchr(pointer, '/') - pointer),
           pointer);
  const cJSON *objectives = tp_reader_part(s, pointer, world, "objectives", 0);
  const cJSON *endings = tp_reader_part(s, at_endings, world, "endings", 0);
  uint8_t *streaks = tp_world_streaks(s->r, w);
  for (int i = 0; i < s->r->objective_count; i++)
    *streaks++ = read_byte(s, pointer, objectives, s->r->objectives[i].words.id);
  for (int i = 0; i < s->r->ending_count; i++)
    *streaks++ = read_byte(s, at_endings, endings, s->r->endings[i].words.id);
}

/* A game that ended in what is no ending any more goes on. */
static void check_result(struct tp_save_reader *s, struct tp_world *w, const char *ending) {
  if (w->ending != TP_NONE && w->result != TP_PLAYING) {
    w->result = s->r->endings[w->ending].result;
    return;
  }
  if (w->result != TP_PLAYING || ending)
    tp_reader_differ(s, TP_DIFFERS_GONE, TP_THING_RESULT, ending ? ending : "?", 0, 0);
  w->result = TP_PLAYING;
  w->ending = TP_NONE;
}

static void read_result(struct tp_save_reader *s, const char *pointer, const cJSON *world,
                        struct tp_world *w) {
  const char *result = tp_reader_string(world, "result");
  const char *ending = tp_reader_string(world, "ending");
  char within[100];
  int choice = result ? tp_format_choice("playing|victory|draw|defeat", result) : TP_NONE;
  snprintf(within, sizeof within, "%s/result", pointer);
  if (choice >= 0)
    w->result = (int16_t)choice;
  else
    tp_reader_fault(s, within, "must be one of playing, victory, draw, defeat");
  snprintf(within, sizeof within, "%s/ending", pointer);
  if (!ending && tp_read(world, "ending"))
    tp_reader_fault(s, within, "must be the id of an ending");
  if (ending)
    w->ending = (int16_t)tp_address_ending(s->r, ending);
  if (tp_reader_heals(s))
    check_result(s, w, ending);
  else if (ending && w->ending == TP_NONE)
    tp_reader_fault(s, within, "unknown ending \"%.60s\"", ending);
}

/* --- all of it ------------------------------------------------------------------------------- */

void tp_reader_world(struct tp_save_reader *s, const char *pointer, const cJSON *node,
                     struct tp_world *w) {
  char within[100];
  struct {
    const char *key;
    void (*read)(struct tp_save_reader *, const char *, const cJSON *, struct tp_world *);
  } const parts[] = {{"", read_result},
                     {"/variables", read_variables},
                     {"/crisis", read_crisis},
                     {"/pending", read_pending},
                     {"/actions", read_actions},
                     {"/events", read_events},
                     {"/objectives", read_streaks}};
  if (!cJSON_IsObject(node)) {
    tp_reader_fault(s, "", "\"%s\" is missing: the state of the game", pointer + 1);
    return;
  }
  w->turn = tp_reader_whole(s, pointer, node, "turn", 0, TP_TURNS_MAX, 0);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    snprintf(within, sizeof within, "%s%s", pointer, parts[i].key);
    parts[i].read(s, within, node, w);
  }
}
