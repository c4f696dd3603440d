/* What happens by itself, what moves what, and how it may end. */
#include "data/compile/compile.h"

#include <string.h>

enum { influences_max = 1000 };

/* --- events ---------------------------------------------------------------------------------- */

static void compile_crisis(struct tp_compiler *c, const cJSON *node, int16_t *challenger,
                           int16_t *target) {
  int a, b;
  *challenger = *target = TP_NONE;
  if (!cJSON_IsString(node))
    return;
  const char *pair = node->valuestring;
  if (tp_address_pair(c->r, pair, strlen(pair), '>', &a, &b)) {
    *challenger = (int16_t)a;
    *target = (int16_t)b;
    return;
  }
  tp_compile_fault(c, node, TP_AT_VALUE, "\"%.100s\" is not two actors as \"challenger>target\"",
                   pair);
}

static void compile_then(struct tp_compiler *c, const cJSON *node, int16_t *then, int16_t *delay) {
  *then = tp_compile_event(c, tp_read(node, "event"));
  *delay = tp_read_whole(&tp_kind_then, node, "in");
}

static void compile_option(struct tp_compiler *c, const cJSON *node, int index) {
  const cJSON *reflex = tp_read(node, "reflex");
  struct tp_option option = {
      .words = {tp_read_id(c, node, index), tp_read_text(c, node, "title"),
                tp_read_text(c, node, "text")},
      .reflex = tp_read_number(&tp_kind_score, reflex, "base"),
      .reflex_terms = tp_compile_weights(c, tp_read(reflex, "terms")),
      .when = tp_compile_conditions(c, tp_read(node, "when")),
      .effects = tp_compile_effects(c, tp_read(node, "effects"), TP_LAND_ANY),
  };
  compile_then(c, tp_read(node, "then"), &option.then, &option.delay);
  compile_crisis(c, tp_read(node, "crisis"), &option.crisis_challenger, &option.crisis_target);
  tp_pool_push(c, TP_POOL_OPTIONS, &option);
}

/* Entries of a list may lack an id; those that have one must differ. */
static void check_unique(struct tp_compiler *c, const cJSON *const *nodes, int count) {
  for (int i = 0; i < count; i++)
    for (int k = 0; k < i; k++)
      if (strcmp(tp_read_id(c, nodes[i], i), tp_read_id(c, nodes[k], k)) == 0)
        tp_compile_fault(c, nodes[i], TP_AT_VALUE, "the id \"%.60s\" is already taken",
                         tp_read_id(c, nodes[i], i));
}

static struct tp_span compile_options(struct tp_compiler *c, const cJSON *node) {
  const cJSON **nodes;
  int16_t first = tp_pool_count(c, TP_POOL_OPTIONS);
  int count = tp_read_entries(c, &tp_kind_event, node, "options", TP_OPTIONS_MAX, &nodes);
  check_unique(c, nodes, count);
  for (int i = 0; i < count; i++)
    compile_option(c, nodes[i], i);
  return tp_pool_span(c, TP_POOL_OPTIONS, first);
}

static double read_chance(const struct tp_event *event, const cJSON *node) {
  if (tp_read(node, "chance"))
    return tp_read_number(&tp_kind_event, node, "chance");
  return event->when.count > 0 && event->at == TP_NONE;
}

static void compile_event(struct tp_compiler *c, struct tp_event *event, const cJSON *node) {
  event->once = tp_read_flag(&tp_kind_event, node, "once");
  event->cooldown = tp_read_whole(&tp_kind_event, node, "cooldown");
  event->at = tp_read_whole(&tp_kind_event, node, "at");
  event->seat = tp_compile_seat(c, tp_read(node, "seat"));
  event->when = tp_compile_conditions(c, tp_read(node, "when"));
  event->effects = tp_compile_effects(c, tp_read(node, "effects"), TP_LAND_ANY);
  event->options = compile_options(c, node);
  event->chance = read_chance(event, node);
  compile_then(c, tp_read(node, "then"), &event->then, &event->delay);
  compile_crisis(c, tp_read(node, "crisis"), &event->crisis_challenger, &event->crisis_target);
  if (tp_read(node, "options") && !tp_read(node, "seat"))
    tp_compile_lack(c, node, "seat", "options need \"seat\": who decides");
  if (tp_read(node, "seat") && !tp_children(tp_read(node, "options")) &&
      !tp_document_is_meant(c->document, node, "options"))
    tp_compile_fault(c, tp_read(node, "seat"), TP_AT_VALUE,
                     "\"seat\" needs \"options\": there is nothing to decide");
}

static void compile_all_events(struct tp_compiler *c) {
  struct tp_rules *r = c->r;
  r->events = c->events = tp_arena_take(c->arena, TP_EVENTS_MAX * sizeof *c->events);
  r->event_count =
      tp_read_entries(c, &tp_kind_scenario, c->root, "events", TP_EVENTS_MAX, &c->event_nodes);
  for (int i = 0; i < r->event_count; i++) /* all names first: events call each other */
    c->events[i].words = (struct tp_words){tp_read_id(c, c->event_nodes[i], i),
                                           tp_read_text(c, c->event_nodes[i], "title"),
                                           tp_read_text(c, c->event_nodes[i], "text")};
  for (int i = 0; i < r->event_count; i++)
    compile_event(c, &c->events[i], c->event_nodes[i]);
}

/* --- influences ------------------------------------------------------------------------------ */

static void check_moved(struct tp_compiler *c, int slot, const cJSON *node) {
  const struct tp_variable *variable = slot == TP_NONE ? NULL : tp_address_variable(c->r, slot);
  if (variable && variable->derived)
    tp_compile_fault(c, node, TP_AT_VALUE, "%s is computed from other variables; change those",
                     c->r->slots[slot].name);
}

static void compile_influences(struct tp_compiler *c) {
  const cJSON **nodes;
  int count = tp_read_entries(c, &tp_kind_scenario, c->root, "influences", influences_max, &nodes);
  struct tp_influence *made = tp_arena_take(c->arena, (size_t)count * sizeof *made);
  check_unique(c, nodes, count);
  for (int i = 0; i < count; i++) {
    const char *id = tp_read_id(c, nodes[i], i);
    made[i].words = (struct tp_words){id, id, tp_read_text(c, nodes[i], "why")};
    made[i].gain = tp_read_number(&tp_kind_influence, nodes[i], "gain");
    made[i].to = tp_compile_address(c, tp_read(nodes[i], "to"));
    made[i].from = tp_compile_address(c, tp_read(nodes[i], "from"));
    check_moved(c, made[i].to, tp_read(nodes[i], "to"));
  }
  c->r->influences = made;
  c->r->influence_count = count;
}

/* --- objectives, endings --------------------------------------------------------------------- */

static struct tp_words read_words(struct tp_compiler *c, const cJSON *node, int index) {
  return (struct tp_words){tp_read_id(c, node, index), tp_read_text(c, node, "title"),
                           tp_read_text(c, node, "text")};
}

static void compile_objectives(struct tp_compiler *c) {
  const cJSON **nodes;
  int count =
      tp_read_entries(c, &tp_kind_scenario, c->root, "objectives", TP_OBJECTIVES_MAX, &nodes);
  struct tp_objective *made = tp_arena_take(c->arena, TP_OBJECTIVES_MAX * sizeof *made);
  check_unique(c, nodes, count);
  for (int i = 0; i < count; i++) {
    made[i].words = read_words(c, nodes[i], i);
    made[i].weight = tp_read_number(&tp_kind_objective, nodes[i], "weight");
    made[i].lasting = tp_read_whole(&tp_kind_objective, nodes[i], "for");
    made[i].when = tp_compile_conditions(c, tp_read(nodes[i], "when"));
    if (!tp_children(tp_read(nodes[i], "when")))
      tp_compile_lack(c, nodes[i], "when", "an objective needs conditions (\"when\")");
  }
  c->r->objectives = made;
  c->r->objective_count = count;
}

/* Without an ending for every case the last turn would pass and nothing come after it. */
static void check_endings(struct tp_compiler *c, const struct tp_ending *endings, int count,
                          const cJSON **nodes) {
  const char *certain = NULL;
  for (int i = 0; i < count; i++) {
    if (tp_children(tp_read(nodes[i], "when")))
      continue;
    if (endings[i].final && certain)
      tp_compile_fault(c, nodes[i], TP_AT_VALUE,
                       "\"%.60s\" is final without conditions already; give conditions (\"when\"), "
                       "or remove the other with null",
                       certain);
    else if (endings[i].final)
      certain = endings[i].words.id;
    else
      tp_compile_lack(c, nodes[i], "when",
                      "an ending needs conditions (\"when\"), or \"final\": true");
  }
  const cJSON *list = tp_read(c->root, "endings");
  if (!certain)
    tp_compile_lack(c, list ? list : c->root, list ? "" : "endings",
                    "a scenario needs one ending with \"final\": true and no conditions, for "
                    "games that come to no other");
}

/* The one that always holds comes last, so that a scenario that extends another can add endings. */
static void put_certain_last(struct tp_ending *endings, int count) {
  int to = 0, certain = TP_NONE;
  struct tp_ending last = {0};
  for (int i = 0; i < count; i++) {
    if (certain == TP_NONE && endings[i].final && endings[i].when.count == 0) {
      certain = i;
      last = endings[i];
    } else {
      endings[to++] = endings[i];
    }
  }
  if (certain != TP_NONE)
    endings[to] = last;
}

static void compile_endings(struct tp_compiler *c) {
  const cJSON **nodes;
  int count = tp_read_entries(c, &tp_kind_scenario, c->root, "endings", TP_ENDINGS_MAX, &nodes);
  struct tp_ending *made = tp_arena_take(c->arena, TP_ENDINGS_MAX * sizeof *made);
  check_unique(c, nodes, count);
  for (int i = 0; i < count; i++) {
    made[i].words = read_words(c, nodes[i], i);
    made[i].result = (int16_t)(TP_VICTORY + tp_read_choice(&tp_kind_ending, nodes[i], "result"));
    made[i].lasting = tp_read_whole(&tp_kind_ending, nodes[i], "for");
    made[i].final = tp_read_flag(&tp_kind_ending, nodes[i], "final");
    made[i].when = tp_compile_conditions(c, tp_read(nodes[i], "when"));
  }
  check_endings(c, made, count, nodes);
  put_certain_last(made, count);
  c->r->endings = made;
  c->r->ending_count = count;
}

void tp_compile_events(struct tp_compiler *c) {
  compile_all_events(c);
  compile_influences(c);
  compile_objectives(c);
  compile_endings(c);
}
