#include "data/format/doubt.h"

#include "core/equation.h"
#include "core/world.h"
#include "data/compile/compile.h"
#include "data/layers/pointer.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct doubt {
  const struct tp_document *document;
  struct tp_problems *problems;
  const struct tp_rules *r;
};

static void doubt(const struct doubt *d, const cJSON *node, const char *format, ...)
    TP_FORMATS(3, 4);

static void doubt(const struct doubt *d, const cJSON *node, const char *format, ...) {
  char message[400];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  tp_document_doubt(d->document, d->problems, node, message);
}

/* --- conditions that cannot hold together ----------------------------------------------------- */

/* The numbers that are left for a variable. */
struct left {
  double low, high;
  int open_low, open_high; /* 1: the end itself is not among them */
};

static void cut_low(struct left *left, double x, int open) {
  if (x > left->low || (x == left->low && open)) {
    left->low = x;
    left->open_low = open;
  }
}

static void cut_high(struct left *left, double x, int open) {
  if (x < left->high || (x == left->high && open)) {
    left->high = x;
    left->open_high = open;
  }
}

static void cut(struct left *left, const cJSON *condition) {
  static const struct {
    const char *sign;
    int low, high, open;
  } signs[] = {{"<", 0, 1, 1}, {"<=", 0, 1, 0}, {">", 1, 0, 1}, {">=", 1, 0, 0}, {"==", 1, 1, 0}};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    const cJSON *value = tp_read(condition, signs[i].sign);
    if (!cJSON_IsNumber(value))
      continue;
    if (signs[i].low)
      cut_low(left, value->valuedouble, signs[i].open);
    if (signs[i].high)
      cut_high(left, value->valuedouble, signs[i].open);
  }
}

static int is_same_text(const cJSON *a, const cJSON *b) {
  return cJSON_IsString(a) && cJSON_IsString(b) && strcmp(a->valuestring, b->valuestring) == 0;
}

static void doubt_conditions(const struct doubt *d, const cJSON *list) {
  enum { most = 100 }; /* each is compared with those before it */
  if (cJSON_GetArraySize(list) > most)
    return;
  for (const cJSON *node = tp_children(list); node; node = node->next) {
    const cJSON *var = tp_read(node, "var"), *other = list->child;
    struct left left = {-HUGE_VAL, HUGE_VAL, 0, 0};
    for (;; other = other->next) {
      if (is_same_text(tp_read(other, "var"), var))
        cut(&left, other);
      if (other == node)
        break;
    }
    if (left.low > left.high || (left.low == left.high && (left.open_low || left.open_high))) {
      doubt(d, node, "never holds: no value of %.100s meets all its conditions here",
            var->valuestring);
      return;
    }
  }
}

/* In whatever stands under `node`. */
static void doubt_all_conditions(const struct doubt *d, const cJSON *node) {
  for (const cJSON *child = tp_children(node); child; child = child->next) {
    if (cJSON_IsArray(child) && child->string && tp_format_choice("when|done", child->string) >= 0)
      doubt_conditions(d, child);
    else if (child->child)
      doubt_all_conditions(d, child);
  }
}

/* --- what never comes ------------------------------------------------------------------------- */

/* Of an event or an option. */
static int calls(const cJSON *caller, const char *event) {
  const cJSON *name = tp_read(tp_read(caller, "then"), "event");
  return caller->string && cJSON_IsString(name) && strcmp(name->valuestring, event) == 0;
}

/* What calls the event, as a pointer to be freed; NULL when nothing does. */
static char *find_call(const cJSON *events, const char *id) {
  struct tp_text pointer = {0};
  for (const cJSON *event = tp_children(events); event && !pointer.data; event = event->next) {
    const cJSON *option = tp_children(tp_read(event, "options"));
    while (option && !calls(option, id))
      option = option->next;
    if (calls(event, id))
      tp_text_print(&pointer, "/events/%s/then/event", event->string);
    else if (option && event->string)
      tp_text_print(&pointer, "/events/%s/options/%s/then/event", event->string, option->string);
  }
  return pointer.data;
}

/* Where the patch wrote over what is at the pointer, or took it away. */
static void doubt_patch(const struct doubt *d, const struct tp_source *patch, char *pointer,
                        const char *message) {
  int line, column;
  size_t length = 0;
  struct tp_text whole = {0};
  if (!tp_pointer_written(patch->json, pointer, &length))
    return;
  pointer[length] = '\0';
  tp_text_print(&whole, "%s%s", patch->under, pointer);
  if (tp_source_find(patch, pointer, TP_AT_VALUE, &line, &column))
    tp_problems_warn(d->problems, patch->path, line, column, whole.data, message);
  tp_text_free(&whole);
}

/* An event that was called until mods were laid over it. */
static void doubt_lost_call(const struct doubt *d, const char *id) {
  char message[300];
  snprintf(message, sizeof message,
           "leaves \"%.100s\" uncalled: it never happens by itself, and no other event calls it",
           id);
  for (int i = 0; i < d->document->count; i++) {
    if (!d->document->chain[i].mod)
      continue;
    cJSON *below = tp_document_merge(d->document, i + 1);
    char *call = find_call(tp_read(below, "events"), id);
    if (call)
      doubt_patch(d, &d->document->chain[i], call, message);
    free(call);
    cJSON_Delete(below);
  }
}

/* Of an event that happens only when it is called. One whose chance is said to be 0 may be meant to
 * wait for somebody who calls it. */
static void doubt_call(const struct doubt *d, const char *id, const cJSON *node,
                       const cJSON *events) {
  char *call = find_call(events, id);
  int is_meant = tp_document_is_meant(d->document, node, "when") ||
                 tp_document_is_meant(d->document, node, "at") ||
                 tp_document_is_meant(d->document, node, "chance");
  if (!call && !is_meant && !tp_read(node, "chance"))
    doubt(d, node,
          "never happens by itself: it has neither a turn (\"at\"), conditions (\"when\") "
          "nor a chance, and no event calls it (\"then\")");
  if (!call)
    doubt_lost_call(d, id);
  free(call);
}

static void doubt_event(const struct doubt *d, const struct tp_event *event, const cJSON *node,
                        const cJSON *events) {
  if (event->at >= d->r->turns && d->r->turns > 0)
    doubt(d, tp_read(node, "at"), "never happens: the game ends after turn %d (the first is 0)",
          d->r->turns - 1);
  else if (event->at == TP_NONE && event->chance == 0)
    doubt_call(d, event->words.id, node, events);
  if (event->once && tp_read(node, "cooldown"))
    doubt(d, tp_read(node, "cooldown"),
          "has no effect: an event happens once, unless it says \"once\": false");
}

/* Of objectives and endings: conditions that must hold longer than the game lasts. */
static void doubt_spells(const struct doubt *d, const char *section) {
  if (d->r->turns < 1) /* a fault of its own */
    return;
  for (const cJSON *node = tp_children(tp_read(d->document->merged, section)); node;
       node = node->next) {
    const cJSON *spell = tp_read(node, "for");
    if (cJSON_IsNumber(spell) && spell->valuedouble > d->r->turns)
      doubt(d, spell, "is never reached: the game has %d turns", d->r->turns);
  }
}

static void doubt_action(const struct doubt *d, const struct tp_action *action, const cJSON *node) {
  static const char *const of_votes[] = {"stances", "appeal"};
  int may_fail = tp_read(node, "chance") || tp_read(node, "wedge");
  if (action->once && action->vote == TP_NO_VOTE && tp_read(node, "cooldown"))
    doubt(d, tp_read(node, "cooldown"), "has no effect: the action is taken once a game");
  if (tp_read(node, "failure") && !may_fail)
    doubt(d, tp_read(node, "failure"),
          "has no effect: without \"chance\" or \"wedge\" the action never fails");
  if (tp_read(node, "chance") && action->wedge != TP_NONE)
    doubt(d, tp_read(node, "chance"),
          "has no effect: the rules say how a wedge's chance comes about");
  for (int i = 0; i < 2; i++)
    if (action->vote == TP_NO_VOTE && tp_read(node, of_votes[i]))
      doubt(d, tp_read(node, of_votes[i]),
            "has no effect: without \"vote\" the council is not asked");
}

static void doubt_player(const struct doubt *d) {
  const cJSON *player = tp_read(d->document->merged, "player");
  const cJSON *role = tp_read(tp_read(d->document->merged, "roles"), "player");
  if (player && role && !is_same_text(player, role))
    doubt(d, role, "has no effect: \"player\" at the top of the scenario says who is played");
}

/* Endings that come with the first turn. Computed variables have their start values once the rules
 * are settled. */
static void doubt_beginning(const struct doubt *d) {
  const struct tp_rules *r = d->r;
  for (const cJSON *node = tp_children(tp_read(d->document->merged, "endings")); node && r->system;
       node = node->next) {
    int index = node->string ? tp_address_ending(r, node->string) : TP_NONE;
    if (index == TP_NONE || r->endings[index].final || r->endings[index].when.count == 0)
      continue;
    const struct tp_span when = r->endings[index].when;
    int met = 0;
    while (met < when.count && tp_world_holds(&r->conditions[when.first + met],
                                              r->start[r->conditions[when.first + met].slot]))
      met++;
    if (met == when.count)
      doubt(d, node, "holds at the start already: the game can end with its first turns");
  }
}

/* Constants of equations, for variables that have none. */
static void doubt_offsets(const struct doubt *d) {
  const cJSON *node;
  for (node = tp_children(tp_read(d->document->merged, "offsets")); node; node = node->next) {
    int slot = node->string && d->r->system ? tp_address_find(d->r, node->string) : TP_NONE;
    if (slot != TP_NONE && d->r->system->of[slot] == TP_NONE)
      doubt(d, node, "has no effect: %s follows no equation", d->r->slots[slot].name);
  }
}

/* From `node` on; what the compiler has made something of. */
static const cJSON *first_object(const cJSON *node) {
  while (node && !cJSON_IsObject(node))
    node = node->next;
  return node;
}

void tp_doubt(const struct tp_rules *r, const struct tp_document *document,
              struct tp_problems *problems) {
  struct doubt d = {document, problems, r};
  const cJSON *events = tp_read(document->merged, "events");
  const cJSON *actions = tp_read(document->merged, "actions"), *node;
  int i = 0;
  for (node = first_object(tp_children(events)); node && i < r->event_count;
       node = first_object(node->next))
    doubt_event(&d, &r->events[i++], node, events);
  i = 0;
  for (node = first_object(tp_children(actions)); node && i < r->action_count;
       node = first_object(node->next))
    doubt_action(&d, &r->actions[i++], node);
  doubt_spells(&d, "objectives");
  doubt_spells(&d, "endings");
  doubt_player(&d);
  doubt_offsets(&d);
  doubt_beginning(&d);
  doubt_all_conditions(&d, document->merged);
}
